/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/gui/cw-gui.h"

/* The whole job with the keyboard alone: the pointer lies in a corner of the screen and is not touched.
 * Places are typed beside the pointer, panes are reached with F6, the menu with Shift+F10. */

static const CwLiveCheck *
get_live (CwGui *gui)
{
  return cw_tool_get_live_check (cw_editor_get_tool (cw_gui_get_editor (gui)));
}

static const char *
get_tool (CwGui *gui)
{
  return cw_tool_get_info (cw_editor_get_tool (cw_gui_get_editor (gui)))->name;
}

static void
park_pointer (CwGui *gui)
{
  XWarpPointer (gui->display, None, DefaultRootWindow (gui->display), 0, 0, 0, 0, 0, 0);
  cw_gui_sync (gui);
}

/* a place, by the fields of the tool: they hold the ghost there */
static void
type_place (CwGui *gui, const char *x, const char *y)
{
  cw_gui_key (gui, "Tab");
  g_assert_true (GTK_IS_EDITABLE (gtk_root_get_focus (GTK_ROOT (gui->window))));
  cw_gui_type (gui, x);
  cw_gui_key (gui, "Tab");
  cw_gui_type (gui, y);
  cw_gui_key (gui, "Return");
}

static gboolean
is_canvas_focused (CwGui *gui)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (gui->window));

  return focus == GTK_WIDGET (cw_window_get_canvas (gui->window));
}

static void
go_to_canvas (CwGui *gui)
{
  for (guint i = 0; i < 12 && !is_canvas_focused (gui); i++)
    cw_gui_key (gui, "F6");
  g_assert_true (is_canvas_focused (gui));
}

static gboolean
is_written (gpointer data)
{
  CwGui *gui = data;

  return !cw_window_is_busy (gui->window)
         && !cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (gui)));
}

static char *
read_file (CwGui *gui)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (gui->path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* saved, all taken back, saved again: what was there at first */
static void
assert_saved_and_back (CwGui *gui, const char *hash)
{
  g_autofree char *before = read_file (gui);
  g_autofree char *changed = NULL;
  g_autofree char *back = NULL;
  g_autofree char *after = NULL;

  cw_gui_key (gui, "<Control>s");
  cw_gui_spin (is_written, gui);
  changed = read_file (gui);
  g_assert_cmpstr (changed, !=, before);
  for (guint i = 0;
       i < 8 && cw_document_can_undo (cw_editor_get_document (cw_gui_get_editor (gui))); i++)
    cw_gui_key (gui, "<Control>z");
  back = cw_gui_get_hash (gui);
  g_assert_cmpstr (back, ==, hash);
  cw_gui_key (gui, "<Control>s");
  cw_gui_spin (is_written, gui);
  after = read_file (gui);
  g_assert_cmpstr (after, ==, before);
}

static void
test_job (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  guint32 n_dies;
  guint32 n_traces;

  cw_gui_start (&gui, TRUE);
  park_pointer (&gui);
  hash = cw_gui_get_hash (&gui);
  n_dies = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE);
  n_traces = cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_TRACE);
  go_to_canvas (&gui);

  /* a die */
  cw_gui_key (&gui, "a");
  type_place (&gui, "-3300", "2450");
  cw_gui_key (&gui, "Return");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_DIE), ==, n_dies + 1);
  cw_gui_key (&gui, "Escape");
  g_assert_cmpstr (get_tool (&gui), ==, "select");
  g_assert_cmpuint (cw_gui_count_violations (&gui), >, 0);
  cw_gui_key (&gui, "<Control>z");
  g_assert_cmpuint (cw_gui_count_violations (&gui), ==, 0);

  /* a trace that is free, and one that is not and says so while it is a ghost */
  cw_gui_key (&gui, "x");
  type_place (&gui, "-3300", "2450");
  cw_gui_key (&gui, "Return");
  g_assert_cmpint (cw_tool_get_state (cw_editor_get_tool (cw_gui_get_editor (&gui))), ==,
                   CW_TOOL_ACTIVE);
  cw_gui_key (&gui, "<Shift>Left");
  g_assert_cmpint (get_live (&gui)->status, ==, CW_LIVE_LEGAL);
  cw_gui_key (&gui, "Return");
  cw_gui_key (&gui, "End");
  g_assert_cmpuint (cw_design_get_n_items (cw_gui_get_design (&gui), CW_ITEM_TRACE), ==,
                    n_traces + 1);
  g_assert_cmpuint (cw_gui_count_violations (&gui), ==, 0);
  cw_gui_key (&gui, "Escape");

  /* select all, look, select nothing; the properties; the next step of the process */
  cw_gui_key (&gui, "<Control>a");
  g_assert_cmpuint (cw_selection_get_n (cw_editor_get_selection (cw_gui_get_editor (&gui))), >, 0);
  cw_gui_key (&gui, "Escape");
  g_assert_cmpuint (cw_selection_get_n (cw_editor_get_selection (cw_gui_get_editor (&gui))), ==, 0);
  cw_gui_key (&gui, "bracketleft");
  cw_gui_key (&gui, "braceright");

  /* a cut line */
  go_to_canvas (&gui);
  cw_gui_key (&gui, "s");
  type_place (&gui, "-2000", "300");
  cw_gui_key (&gui, "Return");
  for (guint i = 0; i < 3; i++)
    cw_gui_key (&gui, "<Shift>Right");
  cw_gui_key (&gui, "Return");
  cw_gui_key (&gui, "Escape");
  cw_gui_settle (&gui);

  assert_saved_and_back (&gui, hash);
  cw_gui_end (&gui);
}

/* every pane can be reached, and left again */
static void
test_panes (void)
{
  CwGui gui;
  GHashTable *seen = g_hash_table_new (NULL, NULL);

  cw_gui_start (&gui, TRUE);
  park_pointer (&gui);
  go_to_canvas (&gui);
  for (guint i = 0; i < 12; i++)
    {
      cw_gui_key (&gui, "F6");
      g_hash_table_add (seen, gtk_root_get_focus (GTK_ROOT (gui.window)));
    }
  g_assert_cmpuint (g_hash_table_size (seen), >=, 4);
  g_assert_true (
      g_hash_table_contains (seen, GTK_WIDGET (cw_window_get_section_area (gui.window))));
  go_to_canvas (&gui);
  g_hash_table_unref (seen);
  cw_gui_end (&gui);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/keyboard/whole-job-needs-no-pointer", test_job);
  g_test_add_func ("/gui/keyboard/every-pane-is-reached", test_panes);

  return g_test_run ();
}
