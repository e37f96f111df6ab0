/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwActionInfo:
 * @action: detailed name of the action, such as `win.tool::trace`
 * @label: what the user sees, translated
 * @tooltip: what it does, translated
 * @synonyms: (nullable): other words that it is looked for by, translated
 * @group: heading in lists, translated
 * @usual: (nullable): the keys of its table
 * @undo_label: (nullable): what undo calls its usual edit, translated; %NULL for what does not edit
 * @needs: (nullable): what to do before it can be done, translated
 * @tool: (nullable): the tool that alone has it
 * @states: states of the tools in which it has its keys, a bit for each #CwToolState
 * @is_global: whether its keys work while a text is being typed
 *
 * Anything that can be done: a command of the window, a tool, or a command of tools.
 */
typedef struct
{
  const char *action;
  const char *label;
  const char *tooltip;
  const char *synonyms;
  const char *group;
  const char *usual;
  const char *undo_label;
  const char *needs;
  const char *tool;
  guint states;
  gboolean is_global;
} CwActionInfo;

guint cw_action_list_get_n (void);
const CwActionInfo *cw_action_list_get (guint index);
const CwActionInfo *cw_action_list_find (const char *action);
const char *cw_action_list_get_keys (const CwActionInfo *info);
const CwActionInfo *cw_action_list_find_conflict (const CwActionInfo *info, const char *key);

G_END_DECLS
