/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-keymap.h"
#include "widgets/tool/cw-tool-private.h"

/* What the hint bar says is read from the tables that the tools act by, with the keys of now. */

/* in the keys of KLayout, Shift and Control have other tasks */
static char *
dup_hold (const CwToolAction *action)
{
  if (cw_keymap_get_kind (cw_keymap_get_default ()) == CW_KEYMAP_KLAYOUT)
    {
      if (action->hold == CW_HOLD_CONSTRAIN)
        return g_strdup (_ ("Shift or Ctrl"));
      if (action->hold == CW_HOLD_FREE)
        return g_strdup (_ ("Shift+Ctrl"));
    }

  return cw_keys_dup_label (action->keys);
}

static char *
dup_input (const CwToolAction *action)
{
  switch (action->trigger)
    {
    case CW_TRIGGER_CLICK:
      return g_strdup (_ ("Click"));

    case CW_TRIGGER_DRAG:
      return g_strdup (_ ("Drag"));

    case CW_TRIGGER_DOUBLE_CLICK:
      return g_strdup (_ ("Double click"));

    case CW_TRIGGER_RIGHT_CLICK:
      return g_strdup (_ ("Right click"));

    case CW_TRIGGER_LONG_PRESS:
      return g_strdup (_ ("Long press"));

    case CW_TRIGGER_KEY:
      return cw_keys_dup_label (cw_tool_action_get_keys (action));

    case CW_TRIGGER_HOLD:
      return dup_hold (action);

    case CW_TRIGGER_NONE:
    default:
      return NULL;
    }
}

/* a row that an earlier one hides does nothing, so it is no hint */
static gboolean
is_hidden (GArray *hints, const char *input)
{
  for (guint i = 0; i < hints->len; i++)
    if (strcmp (g_array_index (hints, CwHint, i).input, input) == 0)
      return TRUE;

  return FALSE;
}

static void
clear_hint (gpointer data)
{
  g_free (((CwHint *) data)->input);
}

/**
 * cw_tool_list_hints:
 * @self: a tool
 *
 * Lists what can be done in the present state, from the table that the tool acts by.
 *
 * Returns: (transfer full) (element-type CwHint): the hints, most important first
 */
GArray *
cw_tool_list_hints (CwTool *self)
{
  GArray *hints = g_array_new (FALSE, FALSE, sizeof (CwHint));
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);
  guint state = 1u << cw_tool_get_state (self);
  const CwToolAction *shared;
  gsize n_shared;

  g_array_set_clear_func (hints, clear_hint);
  shared = cw_tool_get_shared_actions (&n_shared);
  for (gsize i = 0; i < klass->n_actions + n_shared; i++)
    {
      const CwToolAction *action
          = i < klass->n_actions ? &klass->actions[i] : &shared[i - klass->n_actions];
      char *input;
      CwHint hint;

      if ((action->states & state) == 0 || action->label == NULL
          || (action->is_available != NULL && !action->is_available (self)))
        continue;
      input = dup_input (action);
      if (input == NULL || is_hidden (hints, input))
        {
          g_free (input);
          continue;
        }
      hint = (CwHint){ input, _ (action->label), action->command };
      g_array_append_val (hints, hint);
    }

  return hints;
}

/**
 * cw_tool_dup_hint_text:
 * @self: a tool
 *
 * Gets the hints as one line.
 *
 * Returns: (transfer full): the line
 */
char *
cw_tool_dup_hint_text (CwTool *self)
{
  g_autoptr (GArray) hints = cw_tool_list_hints (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hints->len; i++)
    {
      const CwHint *hint = &g_array_index (hints, CwHint, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "  ·  " : "", hint->input, hint->label);
    }

  return g_string_free (text, FALSE);
}
