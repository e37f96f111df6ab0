/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-action-list.h"

#include <glib/gi18n.h>

#include "app/cw-commands.h"
#include "widgets/tool/cw-keymap.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tool-table.h"

/* What rows of tools leave out, since a hint has no room for it. */
static const struct
{
  const char *command;
  const char *label;
  const char *tooltip;
  const char *synonyms;
} words[] = {
  { "commit", N_ ("Finish here"), N_ ("Fix the pointer as the last point and finish"), NULL },
  { "enter", N_ ("Click at the crosshair"), N_ ("Do what a click does where the crosshair is"),
    N_ ("press fix point") },
  { "finish", NULL, N_ ("Keep what is fixed and stay in the tool"), N_ ("end done") },
  { "remove-point", NULL, N_ ("Take the last point back"), N_ ("backspace undo leg") },
  { "cancel", N_ ("Cancel"), N_ ("Drop what is not finished, leave the tool, clear the selection"),
    N_ ("escape abort leave") },
  { "menu", NULL, N_ ("Open the menu of what is below the pointer"), N_ ("context right click") },
  { "field", NULL, N_ ("Type coordinates, lengths and angles"), N_ ("number enter value") },
  { "snap-scope", N_ ("Snap to the active level or to all"),
    N_ ("Let the pointer snap to things on the active level only, or on all that are seen"),
    N_ ("layer magnet scope") },
  { "lift-filter", NULL, N_ ("Let the pointer take what the filter refused last"),
    N_ ("selection filter") },
  { "swap-view", N_ ("Plan or section"), N_ ("Go with the keyboard to the other view"),
    N_ ("focus switch") },
  { "select", NULL, N_ ("Select what is below the pointer"), NULL },
  { "point", N_ ("Fix a point"), N_ ("Do what a click does at the pointer"), N_ ("click press") },
  { "drop", NULL, N_ ("Put down what is carried"), NULL },
  { "list-below", N_ ("List what is below the pointer"),
    N_ ("Choose among all that lies below the pointer"), N_ ("overlapping stack under") },
  { "move-exactly", N_ ("Move exactly"), N_ ("Type where the selection goes"),
    N_ ("coordinates distance") },
  { "unroute", NULL, N_ ("Take the last leg of the selected trace away"), N_ ("rip up") },
  { "nudge-left", N_ ("Nudge left"), N_ ("Move the selection by the grid"), N_ ("arrow") },
  { "nudge-right", N_ ("Nudge right"), N_ ("Move the selection by the grid"), N_ ("arrow") },
  { "nudge-up", N_ ("Nudge up"), N_ ("Move the selection by the grid"), N_ ("arrow") },
  { "nudge-down", N_ ("Nudge down"), N_ ("Move the selection by the grid"), N_ ("arrow") },
  { "nudge-left-far", N_ ("Nudge left ten times"), N_ ("Move the selection by ten grids"), NULL },
  { "nudge-right-far", N_ ("Nudge right ten times"), N_ ("Move the selection by ten grids"), NULL },
  { "nudge-up-far", N_ ("Nudge up ten times"), N_ ("Move the selection by ten grids"), NULL },
  { "nudge-down-far", N_ ("Nudge down ten times"), N_ ("Move the selection by ten grids"), NULL },
  { "nudge-left-fine", N_ ("Nudge left by a tenth"), N_ ("Move the selection by a tenth grid"),
    NULL },
  { "nudge-right-fine", N_ ("Nudge right by a tenth"), N_ ("Move the selection by a tenth grid"),
    NULL },
  { "nudge-up-fine", N_ ("Nudge up by a tenth"), N_ ("Move the selection by a tenth grid"), NULL },
  { "nudge-down-fine", N_ ("Nudge down by a tenth"), N_ ("Move the selection by a tenth grid"),
    NULL },
  { "posture", NULL, N_ ("Change which leg comes first"), N_ ("corner bend elbow switch") },
  { "angle-mode", NULL, N_ ("Any angle, 45°, 90° or arcs"), N_ ("45 90 arc free direction") },
  { "width-next", NULL, N_ ("Take the next larger width"), N_ ("thicker broad") },
  { "width-previous", NULL, N_ ("Take the next smaller width"), N_ ("thinner fine") },
  { "via", NULL, N_ ("Put a via here and go on on the next level"), N_ ("layer change hole") },
  { "via-size-next", NULL, N_ ("Take the next larger via"), N_ ("diameter hole land") },
  { "via-size-previous", NULL, N_ ("Take the next smaller via"), N_ ("diameter hole land") },
  { "attempt-finish", NULL, N_ ("Draw the rest to the nearest pad of the net"), N_ ("auto route") },
  { "other-end", NULL, N_ ("Go on drawing from the other end"), N_ ("reverse") },
  { "behaviour", NULL, N_ ("Stop at what breaks a rule, go around it, or go on"),
    N_ ("drc stop allow walk around") },
  { "corner-style", NULL, N_ ("Make the next corners of the trace sharp or round"),
    N_ ("fillet arc bend") },
  { "click-style", NULL, N_ ("Let a click fix all legs of the trace, or all but the last"),
    N_ ("two legs segments preference") },
  { "drag-45", N_ ("Drag the trace"), N_ ("Drag a leg of a trace, or a via, and keep directions"),
    N_ ("track slide 45") },
  { "drag-free", N_ ("Drag the trace freely"), N_ ("Drag a corner of a trace to any place"),
    N_ ("track any angle vertex") },
  { "chain-next", NULL, N_ ("Join levels by one via, by stacked or by staggered ones"),
    N_ ("stack stagger microvia") },
  { "net-next", NULL, N_ ("Give the bus another power or ground net, or none"),
    N_ ("supply vdd vss") },
  { "span-next", NULL, N_ ("Connect other levels"), N_ ("layers from to") },
};

static GArray *list;        /* of CwActionInfo */
static GHashTable *by_name; /* action -> index + 1 */

static void
add (CwActionInfo info)
{
  g_array_append_val (list, info);
  g_hash_table_insert (by_name, (char *) info.action, GUINT_TO_POINTER (list->len));
}

static const char *
translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
}

static void
add_tool (const CwToolInfo *tool)
{
  add ((CwActionInfo){
      .action = g_strdup_printf ("win.tool::%s", tool->name),
      .label = _ (tool->label),
      .tooltip = _ (tool->tooltip),
      .synonyms = translate (tool->synonyms),
      .group = _ ("Tools"),
      .usual = tool->key,
      .undo_label = _ (tool->undo_label),
      .states = 1 << CW_TOOL_IDLE,
  });
}

static void
add_command (const CwCommand *command)
{
  add ((CwActionInfo){
      .action = command->action,
      .label = _ (command->label),
      .tooltip = command->tooltip != NULL ? _ (command->tooltip) : NULL,
      .synonyms = translate (command->synonyms),
      .group = _ (command->group),
      .usual = command->keys,
      .undo_label = translate (command->undo_label),
      .needs = translate (command->needs),
      .states = 1 << CW_TOOL_IDLE,
      .is_global = command->is_global,
  });
}

static gsize
find_words (const char *command)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].command, command) == 0)
      break;

  return i;
}

static void
add_row (const CwToolInfo *tool, const CwToolRow *row)
{
  g_autofree char *action = g_strdup_printf ("win.run::%s", row->command);
  CwActionInfo *known = (CwActionInfo *) cw_action_list_find (action);
  gsize at = find_words (row->command);
  const char *label = row->label;
  const char *tooltip = NULL;

  if (at < G_N_ELEMENTS (words))
    {
      tooltip = words[at].tooltip;
      if (words[at].label != NULL)
        label = words[at].label;
    }
  if (known != NULL)
    {
      known->states |= row->states;
      if (known->usual == NULL)
        known->usual = row->keys;
      if (g_strcmp0 (known->tool, tool->name) != 0)
        known->tool = NULL;
      return;
    }
  if (label == NULL)
    label = row->command;
  add ((CwActionInfo){
      .action = g_steal_pointer (&action),
      .label = _ (label),
      .tooltip = tooltip != NULL ? _ (tooltip)
                                 : g_strdup_printf (_ ("%s tool: %s"), _ (tool->label), _ (label)),
      .synonyms = at < G_N_ELEMENTS (words) ? translate (words[at].synonyms) : NULL,
      .group = row->is_shared ? _ ("All tools") : _ (tool->label),
      .usual = row->keys,
      .undo_label = row->is_shared ? NULL : _ (tool->undo_label),
      .tool = row->is_shared ? NULL : tool->name,
      .states = row->states,
  });
}

static void
fill (void)
{
  if (list != NULL)
    return;
  list = g_array_new (FALSE, FALSE, sizeof (CwActionInfo));
  by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    add_tool (cw_tool_registry_get (i));
  for (guint i = 0; i < cw_commands_get_n (); i++)
    add_command (cw_commands_get (i));
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const CwToolInfo *tool = cw_tool_registry_get (i);
      g_autoptr (GArray) rows = cw_tool_table_list (tool->name);

      for (guint j = 0; j < rows->len; j++)
        add_row (tool, &g_array_index (rows, CwToolRow, j));
    }
}

/**
 * cw_action_list_get_n:
 *
 * Returns: how many actions there are
 */
guint
cw_action_list_get_n (void)
{
  fill ();

  return list->len;
}

/**
 * cw_action_list_get:
 * @index: which action: tools first, then commands of the window, then those of tools
 *
 * Gets an action.
 *
 * Returns: (transfer none): the action
 */
const CwActionInfo *
cw_action_list_get (guint index)
{
  fill ();
  g_return_val_if_fail (index < list->len, NULL);

  return &g_array_index (list, CwActionInfo, index);
}

/**
 * cw_action_list_find:
 * @action: detailed name of an action
 *
 * Finds an action by its name.
 *
 * Returns: (transfer none) (nullable): the action, %NULL when there is none
 */
const CwActionInfo *
cw_action_list_find (const char *action)
{
  guint at;

  g_return_val_if_fail (action != NULL, NULL);

  fill ();
  at = GPOINTER_TO_UINT (g_hash_table_lookup (by_name, action));

  return at > 0 ? &g_array_index (list, CwActionInfo, at - 1) : NULL;
}

/**
 * cw_action_list_get_keys:
 * @info: an action
 *
 * Gets the keys that an action has now.
 *
 * Returns: (transfer none) (nullable): accelerators with spaces between them, %NULL for none
 */
const char *
cw_action_list_get_keys (const CwActionInfo *info)
{
  g_return_val_if_fail (info != NULL, NULL);

  return cw_keymap_get_keys (cw_keymap_get_default (), info->action, info->usual);
}

/**
 * cw_action_list_find_conflict:
 * @info: an action
 * @key: a key that it shall have
 *
 * Finds another action that has the key where this one would have it too. A row of a tool may take
 * a key that the window has while nothing is in hand.
 *
 * Returns: (transfer none) (nullable): the other action, %NULL when the key is free
 */
const CwActionInfo *
cw_action_list_find_conflict (const CwActionInfo *info, const char *key)
{
  g_return_val_if_fail (info != NULL && key != NULL, NULL);

  fill ();
  for (guint i = 0; i < list->len; i++)
    {
      const CwActionInfo *other = &g_array_index (list, CwActionInfo, i);

      if (other == info || (other->states & info->states) == 0
          || (other->tool != NULL && info->tool != NULL && strcmp (other->tool, info->tool) != 0))
        continue;
      if (cw_keys_contain (cw_action_list_get_keys (other), key))
        return other;
    }

  return NULL;
}
