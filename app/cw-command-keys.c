/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-action-list.h"
#include "app/cw-commands.h"
#include "widgets/tool/cw-keymap.h"
#include "widgets/tool/cw-tool-registry.h"

/**
 * cw_commands_dup_key_name:
 * @keyval: a key
 * @state: modifiers that are held
 *
 * Names a key as the tables do: letters small, signs as they are typed.
 *
 * Returns: (transfer full): the name
 */
char *
cw_commands_dup_key_name (guint keyval, GdkModifierType state)
{
  GdkModifierType mask = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
  guint lower = gdk_keyval_to_lower (keyval);
  gunichar character = gdk_keyval_to_unicode (lower);

  /* signs are what they are typed as, whether Shift is needed for them or not */
  if (character != 0 && g_unichar_isgraph (character) && !g_unichar_isalpha (character)
      && ((mask & GDK_CONTROL_MASK) == 0 || !g_unichar_isdigit (character)))
    mask &= ~GDK_SHIFT_MASK;

  return gtk_accelerator_name (lower, mask);
}

static const char *
get_keys (const CwCommand *command)
{
  return cw_keymap_get_keys (cw_keymap_get_default (), command->action, command->keys);
}

/**
 * cw_commands_find_key:
 * @keyval: a key
 * @state: modifiers that are held
 *
 * Finds the command that is not global and has this key now.
 *
 * Returns: (transfer none) (nullable): the command
 */
const CwCommand *
cw_commands_find_key (guint keyval, GdkModifierType state)
{
  g_autofree char *key = cw_commands_dup_key_name (keyval, state);

  for (guint i = 0; i < cw_commands_get_n (); i++)
    {
      const CwCommand *command = cw_commands_get (i);

      if (!command->is_global && cw_keys_contain (get_keys (command), key))
        return command;
    }

  return NULL;
}

/**
 * cw_commands_find_tool_key:
 * @keyval: a key
 * @state: modifiers that are held
 *
 * Finds the tool that has this key now. Escape goes to the tool in hand.
 *
 * Returns: (transfer none) (nullable): the tool
 */
const CwToolInfo *
cw_commands_find_tool_key (guint keyval, GdkModifierType state)
{
  g_autofree char *key = NULL;

  if (keyval == GDK_KEY_Escape)
    return NULL;
  key = cw_commands_dup_key_name (keyval, state);
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const CwToolInfo *tool = cw_tool_registry_get (i);
      g_autofree char *action = g_strdup_printf ("win.tool::%s", tool->name);

      if (cw_keys_contain (cw_keymap_get_keys (cw_keymap_get_default (), action, tool->key), key))
        return tool;
    }

  return NULL;
}

/**
 * cw_commands_dup_keys:
 * @action: detailed name of an action
 *
 * Gets the first key of an action for people.
 *
 * Returns: (transfer full) (nullable): the key, such as `Ctrl+Z`
 */
char *
cw_commands_dup_keys (const char *action)
{
  const CwActionInfo *info = cw_action_list_find (action);

  return info != NULL ? cw_keys_dup_label (cw_action_list_get_keys (info)) : NULL;
}

/**
 * cw_commands_dup_tooltip:
 * @action: detailed name of an action
 * @text: (nullable): what it does, %NULL for its own tooltip
 *
 * Makes a tooltip with the key.
 *
 * Returns: (transfer full): the tooltip
 */
char *
cw_commands_dup_tooltip (const char *action, const char *text)
{
  const CwActionInfo *info = cw_action_list_find (action);
  g_autofree char *keys = cw_commands_dup_keys (action);

  if (text == NULL && info != NULL)
    text = info->tooltip;

  return keys != NULL ? g_strdup_printf ("%s (%s)", text, keys) : g_strdup (text);
}

static void
update_tooltip (GtkWidget *widget)
{
  g_autofree char *tooltip
      = cw_commands_dup_tooltip (g_object_get_data (G_OBJECT (widget), "cw-action"), NULL);

  gtk_widget_set_tooltip_text (widget, tooltip);
}

/**
 * cw_commands_add_tooltip:
 * @widget: a widget that does an action
 * @action: detailed name of the action
 *
 * Gives a widget the tooltip of its action, with the key that the action has at any time.
 */
void
cw_commands_add_tooltip (GtkWidget *widget, const char *action)
{
  gboolean is_new = g_object_get_data (G_OBJECT (widget), "cw-action") == NULL;

  g_object_set_data_full (G_OBJECT (widget), "cw-action", g_strdup (action), g_free);
  if (is_new)
    g_signal_connect_object (cw_keymap_get_default (), "changed", G_CALLBACK (update_tooltip),
                             widget, G_CONNECT_SWAPPED);
  update_tooltip (widget);
}

/**
 * cw_commands_set_accels:
 * @application: the application
 *
 * Gives the global commands the keys that they have now.
 */
void
cw_commands_set_accels (GtkApplication *application)
{
  for (guint i = 0; i < cw_commands_get_n (); i++)
    {
      const CwCommand *command = cw_commands_get (i);
      const char *keys = get_keys (command);
      g_auto (GStrv) each = NULL;

      if (!command->is_global)
        continue;
      each = g_strsplit (keys != NULL ? keys : "", " ", -1);
      gtk_application_set_accels_for_action (application, command->action,
                                             (const char *const *) each);
    }
}
