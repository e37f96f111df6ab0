/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-action-list.h"
#include "app/cw-commands.h"
#include "widgets/tool/cw-keymap.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tool-table.h"

static gboolean
is_said (const char *text)
{
  return text != NULL && *text != '\0';
}

/* a row without one of them fails here: see CwCommand for what each field is */
static void
test_commands_are_whole (void)
{
  for (guint i = 0; i < cw_commands_get_n (); i++)
    {
      const CwCommand *command = cw_commands_get (i);

      g_test_message ("%s", command->action);
      g_assert_true (is_said (command->label));
      g_assert_true (is_said (command->tooltip));
      g_assert_true (is_said (command->group));
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (cw_commands_get (j)->action, !=, command->action);
    }
}

static void
test_every_action_is_listed (void)
{
  for (guint i = 0; i < cw_action_list_get_n (); i++)
    {
      const CwActionInfo *info = cw_action_list_get (i);

      g_test_message ("%s", info->action);
      g_assert_true (is_said (info->label));
      g_assert_true (is_said (info->tooltip));
      g_assert_true (is_said (info->group));
      g_assert_true (cw_action_list_find (info->action) == info);
      /* a row whose label is its own name has none */
      g_assert_false (g_str_has_prefix (info->action, "win.run::")
                      && strcmp (info->label, info->action + 9) == 0);
    }
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const CwToolInfo *tool = cw_tool_registry_get (i);
      g_autoptr (GArray) rows = cw_tool_table_list (tool->name);
      g_autofree char *name = g_strdup_printf ("win.tool::%s", tool->name);

      g_assert_nonnull (cw_action_list_find (name));
      g_assert_true (is_said (tool->undo_label));
      for (guint j = 0; j < rows->len; j++)
        {
          const CwToolRow *row = &g_array_index (rows, CwToolRow, j);
          g_autofree char *action = g_strdup_printf ("win.run::%s", row->command);

          g_assert_nonnull (cw_action_list_find (action));
        }
    }
}

static void
test_every_action_takes_a_key (void)
{
  CwKeymap *keymap = cw_keymap_get_default ();

  for (guint i = 0; i < cw_action_list_get_n (); i++)
    {
      const CwActionInfo *info = cw_action_list_get (i);
      g_autofree char *label = NULL;

      cw_keymap_bind (keymap, info->action, "<Control><Alt>F12");
      label = cw_commands_dup_keys (info->action);
      g_assert_cmpstr (label, ==, "Ctrl+Alt+F12");
      cw_keymap_unbind (keymap, info->action);
      g_assert_cmpstr (cw_action_list_get_keys (info), !=, "<Control><Alt>F12");
    }
}

typedef struct
{
  char *key;
  const char *action;
} Taken;

static void
clear_taken (gpointer data)
{
  g_free (((Taken *) data)->key);
}

/* notes the keys of an action, and that nobody in the context has one of them already */
static void
take (GArray *taken, const char *context, const char *action, const char *keys)
{
  g_auto (GStrv) each = keys != NULL ? g_strsplit (keys, " ", -1) : NULL;

  for (gsize i = 0; each != NULL && each[i] != NULL; i++)
    {
      Taken one = { cw_key_normalize (each[i]), action };

      for (guint j = 0; j < taken->len; j++)
        {
          const Taken *other = &g_array_index (taken, Taken, j);

          if (strcmp (other->key, one.key) == 0 && strcmp (other->action, action) != 0)
            g_error ("%s: %s is the key of %s and of %s",
                     cw_keymap_get_name (cw_keymap_get_kind (cw_keymap_get_default ())), one.key,
                     other->action, action);
        }
      g_test_message ("%s: %s %s", context, one.key, action);
      g_array_append_val (taken, one);
    }
}

static GArray *
new_taken (void)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (Taken));

  g_array_set_clear_func (taken, clear_taken);

  return taken;
}

/* while nothing is in hand: all commands, all tools, and the table of Select */
static void
check_idle (void)
{
  g_autoptr (GArray) taken = new_taken ();

  for (guint i = 0; i < cw_action_list_get_n (); i++)
    {
      const CwActionInfo *info = cw_action_list_get (i);

      if ((info->states & 1 << CW_TOOL_IDLE) != 0
          && (info->tool == NULL || strcmp (info->tool, "select") == 0)
          && strcmp (info->action, "win.run::cancel") != 0
          /* with a selection Alt and an arrow nudge, without they go back to earlier views */
          && !g_str_has_prefix (info->action, "win.run::nudge-"))
        take (taken, "idle", info->action, cw_action_list_get_keys (info));
    }
}

/* a tool's own rows may hide those of all tools and of the window, but not each other */
static void
check_tool (const char *tool, CwToolState state)
{
  g_autoptr (GArray) taken = new_taken ();
  g_autoptr (GArray) rows = cw_tool_table_list (tool);

  for (guint i = 0; i < rows->len; i++)
    {
      const CwToolRow *row = &g_array_index (rows, CwToolRow, i);

      if ((row->states & 1u << state) == 0 || row->keys == NULL || row->is_shared
          || row->is_conditional)
        continue;
      take (taken, tool, row->command,
            cw_keymap_get_command_keys (cw_keymap_get_default (), row->command, row->keys));
    }
}

static void
test_no_two_share_a_key (void)
{
  for (guint kind = 0; kind < CW_N_KEYMAPS; kind++)
    {
      cw_keymap_set_kind (cw_keymap_get_default (), (CwKeymapKind) kind);
      check_idle ();
      for (guint i = 0; i < cw_tool_registry_get_n (); i++)
        for (guint state = CW_TOOL_IDLE; state <= CW_TOOL_ACTIVE; state++)
          check_tool (cw_tool_registry_get (i)->name, (CwToolState) state);
    }
  cw_keymap_set_kind (cw_keymap_get_default (), CW_KEYMAP_DEFAULT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/actions/commands-are-whole", test_commands_are_whole);
  g_test_add_func ("/app/actions/every-action-is-listed", test_every_action_is_listed);
  g_test_add_func ("/app/actions/every-action-takes-a-key", test_every_action_takes_a_key);
  g_test_add_func ("/app/actions/no-two-share-a-key-in-any-map", test_no_two_share_a_key);

  return g_test_run ();
}
