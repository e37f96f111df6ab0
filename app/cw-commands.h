/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CwCommand:
 * @action: detailed name of its action, such as `win.level(2)`
 * @label: what the user sees, not translated
 * @keys: (nullable): accelerators with spaces between them
 * @group: heading in the list of keys, not translated
 * @is_global: whether its keys work while a text is being typed
 *
 * A command of the window.
 */
typedef struct
{
  const char *action;
  const char *label;
  const char *keys;
  const char *group;
  gboolean is_global;
} CwCommand;

guint cw_commands_get_n (void);
const CwCommand *cw_commands_get (guint index);
const CwCommand *cw_commands_find (const char *action);
const CwCommand *cw_commands_find_key (guint keyval, GdkModifierType state);
char *cw_commands_dup_keys (const char *action);
char *cw_commands_dup_tooltip (const char *action, const char *text);
void cw_commands_set_accels (GtkApplication *application);
char *cw_commands_dup_shortcuts_ui (void);

G_END_DECLS
