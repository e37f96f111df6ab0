/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

/* What a trace does at its corners, at obstacles and at its fields. */

static const CwTrace *
get_new_trace (Fixture *self, CwDesign *before, guint index)
{
  CwId id = fixture_find_new (before, fixture_get_design (self), CW_ITEM_TRACE, index);

  g_assert_cmpuint (id, !=, CW_ID_NONE);

  return cw_design_get_trace (fixture_get_design (self), id);
}

static void
set_behaviour (Fixture *self, CwBehaviour behaviour)
{
  CwToolSettings settings = fixture_get_settings (self);

  settings.behaviour = behaviour;
  fixture_set_settings (self, settings);
}

static const CwToolField *
find_field (GArray *fields, const char *name)
{
  for (guint i = 0; i < fields->len; i++)
    if (strcmp (g_array_index (fields, CwToolField, i).name, name) == 0)
      return &g_array_index (fields, CwToolField, i);

  return NULL;
}

static void
test_walks_around_a_ball (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;
  const CwTrace *trace;

  fixture_check (self);
  fixture_set_level (self, PACKAGE_RDL2);
  set_behaviour (self, CW_BEHAVIOUR_WALK_AROUND);
  fixture_click (self, 1500, -1000); /* net A */
  fixture_move (self, 2000, 560);    /* behind the ball of net B */
  g_assert_cmpint (cw_tool_get_live_check (self->tool)->status, ==, CW_LIVE_LEGAL);
  fixture_assert_point (cw_tool_get_snap (self->tool)->at, 2000, 560);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_double_click (self, 2000, 560), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  trace = get_new_trace (self, before, 0);
  g_assert_cmpuint (trace->path->n_vertices, >, 3);
}

/* from the left of the ball of B on the target's line: straight would be through it */
static void
test_finish_goes_around_what_is_in_the_way (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  CwEdit *edit = cw_edit_new (fixture_get_design (self));
  g_autoptr (CwDesign) design = NULL;

  package_add_ball (edit, self->net_a, "A3", fixture_um (3000, 400), 250 * CW_UM);
  design = cw_edit_finish (edit, NULL);
  cw_edit_free (edit);
  cw_document_commit (self->document, design, "Ball");
  fixture_check (self);
  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 3000, 400);
  fixture_click (self, 2700, 400);
  fixture_click (self, 2700, 1200);
  fixture_click (self, 1960, 1200);
  fixture_move (self, 1900, 1200);
  g_assert_cmpint (fixture_key (self, "f"), ==, CW_TOOL_COMMIT);
  g_assert_cmpint (fixture_get_settings (self).behaviour, ==, CW_BEHAVIOUR_STOP);
}

static void
test_walk_into_a_ball_stops_beside_it (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  const CwLiveCheck *live;

  fixture_check (self);
  fixture_set_level (self, PACKAGE_RDL2);
  set_behaviour (self, CW_BEHAVIOUR_WALK_AROUND);
  fixture_click (self, 1500, -1000);
  fixture_move (self, 1950, 400);
  live = cw_tool_get_live_check (self->tool);
  g_assert_cmpint (live->status, ==, CW_LIVE_LEGAL);
  g_assert_cmpuint (live->blocked->len, >, 0);
  fixture_assert_point (cw_tool_get_snap (self->tool)->at, 2000 - 118 - 10 - 5, 400);
}

static void
test_corners_become_round (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;
  const CwTrace *trace;

  fixture_click (self, -3000, 2000);
  fixture_key (self, "<Shift>space"); /* 90° */
  fixture_key (self, "c");
  fixture_value (self, "radius", "100");
  fixture_move (self, -2000, 2500);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  fixture_double_click (self, -2000, 2500);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  trace = get_new_trace (self, before, 0);
  g_assert_cmpuint (trace->path->n_vertices, ==, 4);
  fixture_assert_point (trace->path->vertices[1].at, -2100, 2000);
  fixture_assert_point (trace->path->vertices[2].at, -2000, 2100);
  g_assert_cmpint (trace->path->vertices[1].sweep, ==, CW_ANGLE_90);
  g_assert_cmpint (trace->path->vertices[2].sweep, ==, 0);
}

static void
test_fixed_corners_keep_their_style (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwTrace *trace;
  guint n_arcs = 0;

  fixture_click (self, -3000, 2000);
  fixture_key (self, "c");
  fixture_click (self, -2500, 2000);
  fixture_key (self, "c");
  fixture_click (self, -2500, 2500);
  fixture_click (self, -2000, 2500);
  fixture_key (self, "End");
  trace = get_new_trace (self, before, 0);
  for (guint i = 0; i < trace->path->n_vertices; i++)
    n_arcs += trace->path->vertices[i].sweep != 0;
  g_assert_cmpuint (n_arcs, ==, 1);
}

static void
test_round_corner_fits_short_legs (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwTrace *trace;

  fixture_key (self, "c");
  fixture_value (self, "radius", "10mm");
  fixture_click (self, -3000, 2000);
  fixture_key (self, "<Shift>space");
  fixture_move (self, -2900, 2050);
  fixture_double_click (self, -2900, 2050);
  trace = get_new_trace (self, before, 0);
  g_assert_cmpuint (trace->path->n_vertices, ==, 3);
  fixture_assert_point (trace->path->vertices[1].at, -2950, 2000);
  g_assert_cmpint (trace->path->vertices[1].sweep, ==, CW_ANGLE_90);
}

static void
test_click_fixes_all_if_preferred (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (GArray) marks = NULL;

  fixture_send (self, CW_TOOL_COMMAND, "click-style", NULL);
  g_assert_true (fixture_get_settings (self).click_fixes_all);
  fixture_click (self, -3000, 2000);
  fixture_move (self, -2000, 2300);
  marks = cw_tool_list_marks (self->tool);
  for (guint i = 0; i < marks->len; i++)
    g_assert_cmpint (g_array_index (marks, CwMark, i).style, !=, CW_MARK_OUTLINED);
  fixture_click (self, -2000, 2300);
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 3);
  fixture_key (self, "BackSpace");
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 1);
}

/* drawn across the ball of net B and on: it is of net B */
static void
test_trace_from_nothing_takes_the_first_net_it_meets (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 1000, 400);
  fixture_move (self, 3000, 400);
  fixture_double_click (self, 3000, 400);
  g_assert_cmpuint (get_new_trace (self, before, 0)->net, ==, self->net_b);
}

static void
test_net_met_by_fixed_legs_stays (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");

  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 2000, 1000);
  fixture_click (self, 2000, 0); /* across B */
  fixture_move (self, 2000, -400);
  /* the ball of A is no end of a trace of B */
  g_assert_cmpint (fixture_click (self, 2000, -400), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ACTIVE);
}

static void
test_level_field_goes_there_with_a_via (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (GError) error = NULL;

  fixture_click (self, -3000, 2000);
  fixture_move (self, -2500, 2000);
  g_assert_false (cw_tool_set_field (self->tool, "level", "D2", &error));
  g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE);
  g_assert_true (cw_tool_set_field (self->tool, "level", " RDL2 ", NULL));
  g_assert_cmpuint (fixture_get_settings (self).active_level, ==, PACKAGE_RDL2);
  fixture_double_click (self, -2500, 2500);
  g_assert_cmpuint (get_new_trace (self, before, 0)->level, ==, PACKAGE_RDL1);
  g_assert_cmpuint (get_new_trace (self, before, 1)->level, ==, PACKAGE_RDL2);
  g_assert_cmpuint (fixture_find_new (before, fixture_get_design (self), CW_ITEM_VIA, 0), !=,
                    CW_ID_NONE);
}

static void
test_whole_length_is_told_and_typed (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (GArray) fields = NULL;

  fixture_click (self, -3000, 2000);
  fixture_click (self, -2500, 2000);
  fixture_move (self, -2500, 2200);
  fields = cw_tool_list_fields (self->tool);
  g_assert_cmpstr (find_field (fields, "total")->text, ==, "700");
  g_assert_true (cw_tool_set_field (self->tool, "total", "+= 100", NULL));
  g_assert_false (cw_tool_set_field (self->tool, "total", "400", NULL));
  fixture_double_click (self, -2500, 2200);
  g_assert_cmpfloat (cw_path_get_length (get_new_trace (self, before, 0)->path, FALSE), ==,
                     800 * CW_UM);
}

static void
test_drag_is_handed_to_select (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");

  fixture_move (self, 1000, -1000);
  g_assert_cmpint (fixture_key (self, "d"), ==, CW_TOOL_HAND_ON);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_IDLE);
  fixture_set_tool (self, "trace");
  fixture_move (self, -3000, 3000);
  g_assert_cmpint (fixture_key (self, "d"), ==, CW_TOOL_PASS);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/trace-ways/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("walks-around-a-ball", test_walks_around_a_ball);
  ADD ("finish-goes-around-what-is-in-the-way", test_finish_goes_around_what_is_in_the_way);
  ADD ("walk-into-a-ball-stops-beside-it", test_walk_into_a_ball_stops_beside_it);
  ADD ("corners-become-round", test_corners_become_round);
  ADD ("fixed-corners-keep-their-style", test_fixed_corners_keep_their_style);
  ADD ("round-corner-fits-short-legs", test_round_corner_fits_short_legs);
  ADD ("click-fixes-all-if-preferred", test_click_fixes_all_if_preferred);
  ADD ("trace-from-nothing-takes-the-first-net-it-meets",
       test_trace_from_nothing_takes_the_first_net_it_meets);
  ADD ("net-met-by-fixed-legs-stays", test_net_met_by_fixed_legs_stays);
  ADD ("level-field-goes-there-with-a-via", test_level_field_goes_there_with_a_via);
  ADD ("whole-length-is-told-and-typed", test_whole_length_is_told_and_typed);
  ADD ("drag-is-handed-to-select", test_drag_is_handed_to_select);

  return g_test_run ();
}
