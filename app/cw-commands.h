/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/tool/cw-tool.h"

G_BEGIN_DECLS

/**
 * CwCommand:
 * @action: detailed name of its action, such as `win.level(2)`
 * @label: what the user sees, not translated
 * @keys: (nullable): accelerators with spaces between them
 * @group: heading in the list of keys, not translated
 * @is_global: whether its keys work while a text is being typed
 * @tooltip: what it does in a few words, not translated
 * @undo_label: (nullable): what undo calls its usual edit, not translated; %NULL for what does not edit
 * @synonyms: (nullable): other words that it is looked for by, not translated
 * @needs: (nullable): what to do before it can be done, not translated
 *
 * A command of the window. Every one that is an action of its own has a row; the palette, menus,
 * tooltips and the list of keys are made from the rows.
 */
typedef struct
{
  const char *action;
  const char *label;
  const char *keys;
  const char *group;
  gboolean is_global;
  const char *tooltip;
  const char *undo_label;
  const char *synonyms;
  const char *needs;
} CwCommand;

guint cw_commands_get_n (void);
const CwCommand *cw_commands_get (guint index);
const CwCommand *cw_commands_find (const char *action);
const CwCommand *cw_commands_find_key (guint keyval, GdkModifierType state);
const CwToolInfo *cw_commands_find_tool_key (guint keyval, GdkModifierType state);
char *cw_commands_dup_key_name (guint keyval, GdkModifierType state);
char *cw_commands_dup_keys (const char *action);
char *cw_commands_dup_tooltip (const char *action, const char *text);
void cw_commands_add_tooltip (GtkWidget *widget, const char *action);
void cw_commands_set_accels (GtkApplication *application);

G_END_DECLS
