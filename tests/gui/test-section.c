/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/gui/cw-gui.h"
#include "widgets/cw-steps.h"

static CwToolHost *
get_host (CwGui *gui)
{
  return cw_editor_get_host (cw_gui_get_editor (gui));
}

static CwSectionArea *
get_area (CwGui *gui)
{
  return cw_window_get_section_area (gui->window);
}

static gsize
count_pieces (CwGui *gui)
{
  cw_gui_settle (gui);

  return cw_section_get_n_pieces (cw_section_area_get_section (get_area (gui)));
}

/* brackets go through the steps; the plan and the section follow */
static void
test_steps (void)
{
  CwGui gui;
  g_autoptr (CwFlow) flow = NULL;
  gsize n_finished;

  cw_gui_start (&gui, TRUE);
  flow = cw_steps_dup_flow (get_host (&gui));
  n_finished = count_pieces (&gui);
  cw_gui_move (&gui, CW_POINT (0, 0));
  g_assert_cmpuint (cw_steps_get (get_host (&gui)), ==, flow->n_steps - 1);
  cw_gui_key (&gui, "bracketleft");
  cw_gui_key (&gui, "bracketleft");
  g_assert_cmpuint (cw_steps_get (get_host (&gui)), ==, flow->n_steps - 3);
  cw_gui_key (&gui, "bracketright");
  g_assert_cmpuint (cw_steps_get (get_host (&gui)), ==, flow->n_steps - 2);
  for (guint i = 0; i < flow->n_steps; i++)
    cw_gui_key (&gui, "bracketleft");
  g_assert_cmpuint (cw_steps_get (get_host (&gui)), ==, 0);
  g_assert_cmpuint (count_pieces (&gui), <, n_finished);
  for (guint i = 0; i < flow->n_steps; i++)
    cw_gui_key (&gui, "bracketright");
  g_assert_cmpuint (count_pieces (&gui), ==, n_finished);
  /* the step is part of the view */
  g_assert_false (cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (&gui))));
  cw_gui_end (&gui);
}

static gboolean
is_saved (gpointer data)
{
  CwGui *gui = data;

  return !cw_window_is_busy (gui->window)
         && !cw_document_is_modified (cw_editor_get_document (cw_gui_get_editor (gui)));
}

static gboolean
is_named (gpointer data)
{
  CwGui *gui = data;

  return cw_design_find (cw_gui_get_design (gui), CW_ITEM_CUT_LINE, "corner") != CW_ID_NONE;
}

/* what the popover asks for; its keys do not come to the window, so the word is put there */
static void
answer (CwGui *gui, const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (gui->window));

  g_assert_true (focus != NULL && GTK_IS_EDITABLE (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), text);
  g_signal_emit_by_name (focus, "activate");
}

static void
test_cut_line (void)
{
  CwGui gui;
  CwBox box;
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  box = cw_path_get_bounds (cw_design_get_outline (cw_gui_get_design (&gui)), TRUE);
  cw_gui_move (&gui, box.min);
  cw_gui_key (&gui, "s");
  cw_gui_click (&gui, CW_POINT (box.min.x + CW_MM, box.min.y + CW_MM));
  cw_gui_click (&gui, CW_POINT (box.max.x - CW_MM, box.min.y + CW_MM));
  g_assert_cmpuint (cw_design_find (cw_gui_get_design (&gui), CW_ITEM_CUT_LINE, "A"), ==,
                    cw_tool_host_get_cut_line (get_host (&gui)));
  cw_gui_settle (&gui);
  gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.rename-cut-line", NULL);
  answer (&gui, "corner");
  cw_gui_spin (is_named, &gui);
  gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.save", NULL);
  cw_gui_spin (is_saved, &gui);
  g_assert_true (g_file_get_contents (gui.path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "corner"));
  gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.undo", NULL);
  {
    g_autofree char *again = cw_gui_get_hash (&gui);

    g_assert_cmpstr (again, ==, hash);
  }
  cw_gui_end (&gui);
}

static CwCoord
get_thickness (CwGui *gui, guint level)
{
  return cw_technology_get_level (cw_design_get_technology (cw_gui_get_design (gui)), level)
      ->thickness;
}

/* to the upper border of a level, and on by pixels */
static void
move_to_edge (CwGui *gui, guint level, double down)
{
  CwTechnology *technology = cw_design_get_technology (cw_gui_get_design (gui));
  CwCoord top = cw_technology_get_level_bottom (technology, level) + get_thickness (gui, level);
  CwSpot spot = cw_section_area_get_spot (get_area (gui), CW_POINT (300 * CW_UM, top));

  cw_gui_move_px (gui, GTK_WIDGET (get_area (gui)), spot.x, spot.y + down);
  cw_gui_sync (gui);
}

static void
test_edge (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  guint level;
  g_autoptr (CwSection) fresh = NULL;
  CwSection *shown;
  const CwPoint *line;
  gsize n_points;
  CwCoord before;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  level = cw_technology_find_level_kind (cw_design_get_technology (cw_gui_get_design (&gui)),
                                         CW_LEVEL_SUBSTRATE);
  before = get_thickness (&gui, level);

  /* Esc while the button is held: nothing happened */
  move_to_edge (&gui, level, 0);
  cw_gui_button (&gui, 1, TRUE);
  cw_gui_sync (&gui);
  move_to_edge (&gui, level, -12);
  cw_gui_key (&gui, "Escape");
  cw_gui_button (&gui, 1, FALSE);
  cw_gui_sync (&gui);
  cw_gui_settle (&gui);
  g_assert_cmpint (get_thickness (&gui, level), ==, before);
  g_assert_false (cw_document_can_undo (cw_editor_get_document (cw_gui_get_editor (&gui))));

  move_to_edge (&gui, level, 0);
  cw_gui_button (&gui, 1, TRUE);
  cw_gui_sync (&gui);
  move_to_edge (&gui, level, -10);
  move_to_edge (&gui, level, -20);
  cw_gui_button (&gui, 1, FALSE);
  cw_gui_sync (&gui);
  g_assert_cmpint (get_thickness (&gui, level), >, before);
  g_assert_cmpstr (cw_document_get_undo_label (cw_editor_get_document (cw_gui_get_editor (&gui))),
                   ==, "Set thickness of SUBSTRATE");
  after = cw_gui_get_hash (&gui);
  g_assert_cmpstr (after, !=, hash);

  /* what was dragged is what stays to be seen */
  cw_gui_settle (&gui);
  shown = cw_section_area_get_section (cw_window_get_section_area (gui.window));
  line = cw_section_get_line (shown, &n_points);
  fresh = cw_section_new (cw_gui_get_design (&gui), line, n_points);
  g_assert_true (cw_box_equal (cw_section_get_bounds (shown), cw_section_get_bounds (fresh)));
  cw_gui_key (&gui, "<Control>z");
  undone = cw_gui_get_hash (&gui);
  g_assert_cmpstr (undone, ==, hash);
  cw_gui_settle (&gui);

  /* far below its bottom: refused, not clamped */
  move_to_edge (&gui, level, 0);
  cw_gui_button (&gui, 1, TRUE);
  cw_gui_sync (&gui);
  move_to_edge (&gui, level, 20);
  move_to_edge (&gui, level, 300);
  cw_gui_button (&gui, 1, FALSE);
  cw_gui_sync (&gui);
  g_assert_cmpint (get_thickness (&gui, level), ==, before);
  g_assert_false (cw_document_can_undo (cw_editor_get_document (cw_gui_get_editor (&gui))));
  cw_gui_end (&gui);
}

static gboolean
has_findings (gpointer data)
{
  CwFlowPanel *panel = cw_window_get_flow_panel (((CwGui *) data)->window);

  return cw_flow_panel_is_settled (panel) && cw_flow_panel_get_n_findings (panel) > 0;
}

/* a step in a wrong place is kept, reported, and undone */
static void
test_flow (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (CwFlow) flow = NULL;
  g_autoptr (CwFlow) moved = NULL;
  gint wiring;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  flow = cw_steps_dup_flow (get_host (&gui));
  wiring = cw_flow_find (flow, CW_STEP_DEPOSIT_WIRING, CW_LEVEL_NONE);
  cw_gui_key (&gui, "<Control><Shift>f");
  cw_steps_set (get_host (&gui), (guint) wiring);
  for (int i = 0; i < 3; i++)
    gtk_widget_activate_action (GTK_WIDGET (gui.window), "win.move-step-earlier", NULL);
  moved = cw_steps_dup_flow (get_host (&gui));
  g_assert_cmpint (cw_flow_find (moved, CW_STEP_DEPOSIT_WIRING, flow->steps[wiring].level), ==,
                   wiring - 3);
  g_assert_cmpuint (cw_steps_get (get_host (&gui)), ==, wiring - 3);
  cw_gui_spin (has_findings, &gui);
  for (int i = 0; i < 3; i++)
    cw_gui_key (&gui, "<Control>z");
  undone = cw_gui_get_hash (&gui);
  g_assert_cmpstr (undone, ==, hash);
  cw_gui_end (&gui);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/section/brackets-go-through-the-steps", test_steps);
  g_test_add_func ("/gui/section/cut-line-is-drawn-renamed-saved-and-undone", test_cut_line);
  g_test_add_func ("/gui/section/border-of-a-level-is-dragged", test_edge);
  g_test_add_func ("/gui/section/wrong-order-is-reported", test_flow);

  return g_test_run ();
}
