/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

static const CwTrace *
get_new_trace (Fixture *self, CwDesign *before, guint index)
{
  CwId id = fixture_find_new (before, fixture_get_design (self), CW_ITEM_TRACE, index);

  g_assert_cmpuint (id, !=, CW_ID_NONE);

  return cw_design_get_trace (fixture_get_design (self), id);
}

static const CwVia *
get_new_via (Fixture *self, CwDesign *before)
{
  CwId id = fixture_find_new (before, fixture_get_design (self), CW_ITEM_VIA, 0);

  g_assert_cmpuint (id, !=, CW_ID_NONE);

  return cw_design_get_via (fixture_get_design (self), id);
}

static void
test_ghost_is_what_the_click_makes (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) ghost = NULL;

  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 2000, -400);
  fixture_click (self, 1800, 0);
  fixture_move (self, 1500, -1000); /* the via, on the same net */
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_click (self, 1500, -1000), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ARMED);
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Draw trace");
}

static void
test_net_and_level_come_from_the_start (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwTrace *trace;

  /* RDL1 is active, the ball is on RDL2 */
  fixture_click (self, 2002, 402);
  g_assert_cmpuint (fixture_get_settings (self).active_level, ==, PACKAGE_RDL2);
  fixture_double_click (self, 2500, 400);
  trace = get_new_trace (self, before, 0);
  g_assert_cmpuint (trace->level, ==, PACKAGE_RDL2);
  g_assert_cmpuint (trace->net, ==, self->net_b);
  g_assert_cmpint (trace->width, ==, 10 * CW_UM);
  fixture_assert_point (trace->path->vertices[0].at, 2000, 400);
}

static void
test_click_fixes_the_first_leg (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwTrace *trace;

  fixture_click (self, -3000, 2000);
  fixture_click (self, -2000, 2300);
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 2);
  g_assert_cmpint (fixture_key (self, "End"), ==, CW_TOOL_COMMIT);
  trace = get_new_trace (self, before, 0);
  g_assert_cmpuint (trace->path->n_vertices, ==, 2);
  fixture_assert_point (trace->path->vertices[0].at, -3000, 2000);
  fixture_assert_point (trace->path->vertices[1].at, -2300, 2000);
}

static void
test_posture_and_angles_change_the_ghost (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwTrace *trace;

  fixture_click (self, -3000, 2000);
  fixture_move (self, -2000, 2300);
  fixture_key (self, "slash");
  fixture_key (self, "<Shift>space"); /* 90 */
  fixture_key (self, "<Shift>space"); /* arc */
  fixture_double_click (self, -2000, 2300);
  trace = get_new_trace (self, before, 0);
  g_assert_cmpuint (trace->path->n_vertices, ==, 3);
  fixture_assert_point (trace->path->vertices[1].at, -2700, 2300);
  g_assert_cmpint (trace->path->vertices[0].sweep, ==, -CW_ANGLE_90);
  g_assert_cmpint (trace->path->vertices[1].sweep, ==, 0);
}

static void
test_via_goes_on_a_level_higher (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwVia *via;

  fixture_click (self, -3000, 2000);
  fixture_move (self, -2000, 2300);
  g_assert_cmpint (fixture_key (self, "v"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpuint (fixture_get_settings (self).active_level, ==, PACKAGE_RDL2);
  fixture_double_click (self, -2000, 3000);

  via = get_new_via (self, before);
  fixture_assert_point (via->at, -2000, 2300);
  g_assert_cmpuint (via->from, ==, PACKAGE_RDL1);
  g_assert_cmpuint (via->to, ==, PACKAGE_RDL2);
  g_assert_cmpint (via->land, >, via->hole);
  g_assert_cmpuint (get_new_trace (self, before, 0)->level, ==, PACKAGE_RDL1);
  g_assert_cmpuint (get_new_trace (self, before, 0)->path->n_vertices, ==, 3);
  g_assert_cmpuint (get_new_trace (self, before, 1)->level, ==, PACKAGE_RDL2);
}

static void
test_backspace_takes_back_a_via_with_its_legs (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) ghost = NULL;

  fixture_click (self, -3000, 2000);
  fixture_move (self, -2000, 2300);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  fixture_key (self, "v");
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 3);
  fixture_key (self, "<Control>z");
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 1);
  g_assert_cmpuint (fixture_get_settings (self).active_level, ==, PACKAGE_RDL1);
  g_assert_true (cw_design_equal (ghost, cw_tool_get_preview (self->tool)));
  g_assert_cmpint (fixture_key (self, "BackSpace"), ==, CW_TOOL_REVERT);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ARMED);
}

static void
test_die_pad_gets_a_via (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwPoint pad = self->pads[1];
  const CwVia *via;

  fixture_click (self, (double) pad.x / CW_UM, (double) pad.y / CW_UM);
  fixture_double_click (self, 1400, -300);
  via = get_new_via (self, before);
  g_assert_true (cw_point_equal (via->at, pad));
  g_assert_cmpuint (via->from, ==, PACKAGE_PAD);
  g_assert_cmpuint (via->to, ==, PACKAGE_RDL1);
  g_assert_cmpuint (via->net, ==, self->net_b);
  g_assert_cmpuint (get_new_trace (self, before, 0)->net, ==, self->net_b);
}

static void
test_pad_with_a_via_gets_no_other (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwPoint pad = self->pads[0];

  fixture_click (self, (double) pad.x / CW_UM, (double) pad.y / CW_UM);
  fixture_double_click (self, -800, -900);
  g_assert_cmpuint (fixture_find_new (before, fixture_get_design (self), CW_ITEM_VIA, 0), ==,
                    CW_ID_NONE);
  g_assert_cmpuint (get_new_trace (self, before, 0)->net, ==, self->net_a);
}

static void
test_netless_trace_adopts_the_net_it_ends_on (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 3000, 400);
  g_assert_cmpint (fixture_click (self, 2001, 400), ==, CW_TOOL_COMMIT);
  g_assert_cmpuint (get_new_trace (self, before, 0)->net, ==, self->net_b);
}

static void
test_other_net_is_no_end (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");

  fixture_click (self, 2000, 400);
  g_assert_cmpint (fixture_click (self, 2000, -400), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ACTIVE);
}

static void
test_width_steps_and_is_typed (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_click (self, -3000, 2000);
  fixture_move (self, -2000, 2000);
  fixture_key (self, "w");
  g_assert_cmpint (fixture_get_settings (self).trace_width, ==, 15 * CW_UM);
  fixture_key (self, "<Shift>w");
  fixture_key (self, "<Shift>w");
  g_assert_cmpint (fixture_get_settings (self).trace_width, ==, 100 * CW_UM);
  g_assert_cmpint (fixture_value (self, "width", "2*12.5um"), ==, CW_TOOL_PREVIEW);
  fixture_click (self, -2000, 2000);
  /* from here on wider: another trace, for a trace has one width */
  fixture_value (self, "width", "+=5");
  fixture_double_click (self, -1500, 2000);
  g_assert_cmpint (get_new_trace (self, before, 0)->width, ==, 25 * CW_UM);
  g_assert_cmpint (get_new_trace (self, before, 1)->width, ==, 30 * CW_UM);
}

static void
test_bad_number_changes_nothing (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");

  g_assert_cmpint (fixture_value (self, "width", "2 apples"), ==, CW_TOOL_PASS);
  g_assert_cmpint (self->request, ==, CW_REQUEST_TOAST);
  g_assert_cmpint (fixture_value (self, "width", "-5"), ==, CW_TOOL_PASS);
  g_assert_cmpint (fixture_value (self, "height", "5"), ==, CW_TOOL_PASS);
  g_assert_cmpint (fixture_get_settings (self).trace_width, ==, 0);
}

static void
test_length_and_angle_hold_the_pointer (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwTrace *trace;

  fixture_click (self, -3000, 2000);
  fixture_value (self, "length", "grid*500");
  fixture_value (self, "angle", "90");
  fixture_move (self, -1234, 1111);
  g_assert_cmpint (fixture_key (self, "Return"), ==, CW_TOOL_PREVIEW);
  fixture_key (self, "End");
  trace = get_new_trace (self, before, 0);
  fixture_assert_point (trace->path->vertices[1].at, -3000, 2500);
}

static void
test_shift_constrains (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");

  fixture_click (self, -3000, 2000);
  self->modifiers = CW_TOOL_SHIFT;
  fixture_move (self, -2000, 2100);
  fixture_assert_point (cw_tool_get_snap (self->tool)->at, -2000, 2000);
  fixture_move (self, -2000, 2900);
  fixture_assert_point (cw_tool_get_snap (self->tool)->at, -2050, 2950);
}

static void
test_finish_goes_to_the_nearest_target (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwTrace *trace;

  /* what hangs together with the via is no target; the ball is */
  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 1500, -1000);
  fixture_move (self, 1600, -900);
  g_assert_cmpint (fixture_key (self, "f"), ==, CW_TOOL_COMMIT);
  trace = get_new_trace (self, before, 0);
  fixture_assert_point (trace->path->vertices[trace->path->n_vertices - 1].at, 2000, -400);
}

static void
test_other_end_swaps (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 2000, -400);
  fixture_move (self, 1800, -700);
  fixture_key (self, "<Control>e");
  fixture_double_click (self, 1800, -700);
  fixture_assert_point (get_new_trace (self, before, 0)->path->vertices[0].at, 1500, -1000);
}

static void
test_drag_draws (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");

  g_assert_cmpint (fixture_drag (self, -3000, 2000, -2000, 2000), ==, CW_TOOL_PREVIEW);
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 2);
  g_assert_cmpint (fixture_drag (self, -2000, 2000, -2000, 2500), ==, CW_TOOL_PREVIEW);
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 3);
}

static void
test_dropped_trace_comes_back (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (GArray) points = NULL;

  fixture_click (self, 1500, -1000);
  fixture_move (self, 1700, -900);
  g_assert_cmpint (fixture_send (self, CW_TOOL_OTHER, NULL, NULL), ==, CW_TOOL_DONE);
  g_assert_cmpint (self->request, ==, CW_REQUEST_TOAST);
  points = cw_tool_take_dropped (self->tool);
  g_assert_nonnull (points);
  fixture_set_tool (self, "trace");
  cw_tool_resume (self->tool, points);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ACTIVE);
  g_assert_cmpint (fixture_double_click (self, 1700, -900), ==, CW_TOOL_COMMIT);
}

static void
test_key_over_a_pad_begins_there (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwTool) trace = cw_tool_registry_new_tool ("trace", self->host);
  g_autoptr (CwTool) other = cw_tool_registry_new_tool ("trace", self->host);
  CwToolEvent event = { CW_TOOL_KEY, fixture_um (2000, 400), 0, FIXTURE_PIXEL, "x", NULL };

  cw_tool_arm (trace, &event);
  g_assert_cmpint (cw_tool_get_state (trace), ==, CW_TOOL_ACTIVE);
  event.at = fixture_um (-3000, 3000);
  cw_tool_arm (other, &event);
  g_assert_cmpint (cw_tool_get_state (other), ==, CW_TOOL_ARMED);
}

static void
test_changed_document_drops (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwEdit) edit = NULL;
  g_autoptr (CwDesign) next = NULL;

  fixture_click (self, -3000, 2000);
  edit = cw_edit_new (fixture_get_design (self));
  cw_edit_set_name (edit, "other", NULL);
  next = cw_edit_finish (edit, NULL);
  cw_document_commit (self->document, next, "Rename");
  g_assert_cmpint (fixture_move (self, -2000, 2000), ==, CW_TOOL_REVERT);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ARMED);
}

static void
test_second_leg_is_marked (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (GArray) marks = NULL;
  guint n_legs = 0;
  guint n_airwires = 0;
  guint n_ghosts = 0;

  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 1500, -1000);
  fixture_move (self, 1700, -900);
  marks = cw_tool_list_marks (self->tool);
  for (guint i = 0; i < marks->len; i++)
    {
      const CwMark *mark = &g_array_index (marks, CwMark, i);

      n_ghosts += mark->kind == CW_MARK_GHOST;
      n_airwires += mark->kind == CW_MARK_AIRWIRE;
      if (mark->kind == CW_MARK_LINE)
        {
          n_legs++;
          g_assert_cmpint (mark->style, ==, CW_MARK_OUTLINED);
          fixture_assert_point (mark->a, 1600, -1000);
          fixture_assert_point (mark->b, 1700, -900);
          g_assert_cmpint (mark->width, ==, 10 * CW_UM);
        }
    }
  g_assert_cmpuint (n_legs, ==, 1);
  g_assert_cmpuint (n_ghosts, ==, 1);
  g_assert_cmpuint (n_airwires, ==, 1);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/trace-tool/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ghost-is-what-the-click-makes", test_ghost_is_what_the_click_makes);
  ADD ("net-and-level-come-from-the-start", test_net_and_level_come_from_the_start);
  ADD ("click-fixes-the-first-leg", test_click_fixes_the_first_leg);
  ADD ("posture-and-angles-change-the-ghost", test_posture_and_angles_change_the_ghost);
  ADD ("via-goes-on-a-level-higher", test_via_goes_on_a_level_higher);
  ADD ("backspace-takes-back-a-via-with-its-legs", test_backspace_takes_back_a_via_with_its_legs);
  ADD ("die-pad-gets-a-via", test_die_pad_gets_a_via);
  ADD ("pad-with-a-via-gets-no-other", test_pad_with_a_via_gets_no_other);
  ADD ("netless-trace-adopts-the-net-it-ends-on", test_netless_trace_adopts_the_net_it_ends_on);
  ADD ("other-net-is-no-end", test_other_net_is_no_end);
  ADD ("width-steps-and-is-typed", test_width_steps_and_is_typed);
  ADD ("bad-number-changes-nothing", test_bad_number_changes_nothing);
  ADD ("length-and-angle-hold-the-pointer", test_length_and_angle_hold_the_pointer);
  ADD ("shift-constrains", test_shift_constrains);
  ADD ("finish-goes-to-the-nearest-target", test_finish_goes_to_the_nearest_target);
  ADD ("other-end-swaps", test_other_end_swaps);
  ADD ("drag-draws", test_drag_draws);
  ADD ("dropped-trace-comes-back", test_dropped_trace_comes_back);
  ADD ("key-over-a-pad-begins-there", test_key_over_a_pad_begins_there);
  ADD ("changed-document-drops", test_changed_document_drops);
  ADD ("second-leg-is-marked", test_second_leg_is_marked);

  return g_test_run ();
}
