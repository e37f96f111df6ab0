/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/gui/cw-gui.h"
#include "widgets/cw-steps.h"

/* What outlives a window: how a file was looked at. */

static gboolean
has_no_window (gpointer data)
{
  return gtk_application_get_windows (GTK_APPLICATION (((CwGui *) data)->application)) == NULL;
}

static gboolean
has_document (gpointer data)
{
  return cw_window_get_editor (((CwGui *) data)->window) != NULL;
}

static CwToolHost *
get_host (CwGui *gui)
{
  return cw_editor_get_host (cw_gui_get_editor (gui));
}

static void
open_again (CwGui *gui)
{
  g_autoptr (GFile) file = g_file_new_for_path (gui->path);

  gtk_window_close (GTK_WINDOW (gui->window));
  cw_gui_spin (has_no_window, gui);
  g_application_open (G_APPLICATION (gui->application), &file, 1, "");
  cw_gui_take_window (gui);
  cw_gui_spin (has_document, gui);
  cw_gui_settle (gui);
}

static void
test_view (void)
{
  CwGui gui;
  CwToolSettings settings;
  CwPlanView view;
  CwPlanView again;
  guint step;
  CwPoint line[] = { { -2000 * CW_UM, 500 * CW_UM }, { 2500 * CW_UM, 700 * CW_UM } };

  cw_gui_start (&gui, TRUE);
  cw_gui_move (&gui, CW_POINT (1000 * CW_UM, 500 * CW_UM));
  for (guint i = 0; i < 6; i++)
    cw_gui_wheel (&gui, TRUE);
  cw_gui_key (&gui, "bracketleft");
  settings = *cw_tool_host_get_settings (get_host (&gui));
  settings.visible_levels &= ~((guint64) 1 << (settings.active_level + 1));
  cw_tool_host_set_settings (get_host (&gui), &settings);
  cw_tool_host_set_section (get_host (&gui), line, G_N_ELEMENTS (line));
  cw_gui_settle (&gui);
  cw_canvas_get_view (cw_window_get_canvas (gui.window), &view);
  step = cw_steps_get (get_host (&gui));

  open_again (&gui);
  cw_canvas_get_view (cw_window_get_canvas (gui.window), &again);
  g_assert_cmpfloat_with_epsilon (again.scale, view.scale, view.scale / 1e6);
  g_assert_cmpfloat (ABS (again.x - view.x) * view.scale, <, 2);
  g_assert_cmpfloat (ABS (again.y - view.y) * view.scale, <, 2);
  g_assert_cmpuint (cw_steps_get (get_host (&gui)), ==, step);
  g_assert_cmpuint (cw_tool_host_get_settings (get_host (&gui))->visible_levels, ==,
                    settings.visible_levels);
  g_assert_cmpuint (cw_tool_host_get_settings (get_host (&gui))->active_level, ==,
                    settings.active_level);
  g_assert_cmpuint (cw_tool_host_get_section (get_host (&gui))->len, ==, 2);
  g_assert_true (cw_point_equal (
      g_array_index (cw_tool_host_get_section (get_host (&gui)), CwPoint, 1), line[1]));
  g_assert_false (cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (&gui))));
  cw_gui_end (&gui);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/session/file-is-looked-at-as-it-was-left", test_view);

  return g_test_run ();
}
