/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-flow-edits.h"

static CwFlow *
get_flow (CwDesign *design)
{
  return cw_technology_dup_flow (cw_design_get_technology (design));
}

static CwDesign *
new_design (CwMethod method)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_method (method, CW_SUBSTRATE_PLAIN, 2);
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (0, 0, 5 * CW_MM, 5 * CW_MM));

  return cw_design_new (technology, outline);
}

static void
test_method_brings_its_steps (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_A);
  g_autoptr (CwDesign) next = cw_flow_edits_set_method (design, CW_METHOD_C, NULL);
  g_autoptr (CwFlow) flow = get_flow (next);

  g_assert_cmpuint (flow->method, ==, CW_METHOD_C);
  g_assert_cmpint (cw_flow_find (flow, CW_STEP_REMOVE_CARRIER, CW_LEVEL_NONE), >=, 0);
  g_assert_true (cw_flow_edits_is_template (next));
}

static void
test_wrong_order_is_kept_and_reported (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_A);
  g_autoptr (CwFlow) flow = get_flow (design);
  gint balls = cw_flow_find (flow, CW_STEP_ATTACH_BALLS, CW_LEVEL_NONE);
  gint singulate = cw_flow_find (flow, CW_STEP_SINGULATE, CW_LEVEL_NONE);
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (CwFlow) moved = NULL;
  g_autoptr (GPtrArray) before = cw_flow_check (flow, cw_design_get_technology (design));
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpint (balls, >=, 0);
  g_assert_cmpint (singulate, >, balls);
  next = cw_flow_edits_move_step (design, (guint) singulate, (guint) balls, NULL);
  moved = get_flow (next);
  g_assert_cmpuint (moved->steps[balls].kind, ==, CW_STEP_SINGULATE);
  g_assert_false (cw_flow_edits_is_template (next));
  after = cw_flow_check (moved, cw_design_get_technology (next));
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (after->len, >, 0);
}

static void
test_removed_step_can_be_added_again (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_A);
  g_autoptr (CwFlow) flow = get_flow (design);
  gint planarise = cw_flow_find (flow, CW_STEP_PLANARISE, CW_LEVEL_NONE);
  g_autoptr (CwDesign) without = NULL;
  g_autoptr (CwDesign) with = NULL;

  g_assert_cmpint (planarise, >=, 0);
  without = cw_flow_edits_remove_step (design, (guint) planarise, NULL);
  g_assert_false (cw_flow_edits_is_template (without));
  with = cw_flow_edits_add_step (without, CW_STEP_PLANARISE, CW_LEVEL_NONE, NULL);
  g_assert_true (cw_flow_edits_is_template (with));
}

static void
test_via_mode_changes_vias_and_steps (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwDesign *design = fixture_get_design (self);
  g_autoptr (CwDesign) before = NULL;
  g_autoptr (CwDesign) with = NULL;
  g_autoptr (CwFlow) flow = NULL;
  g_autoptr (CwFlow) again = NULL;

  g_assert_cmpuint (cw_flow_edits_get_via_mode (design), ==, CW_VIA_MODE_WITH);
  before = cw_flow_edits_set_via_mode (design, CW_VIA_MODE_BEFORE, NULL);
  flow = get_flow (before);
  g_assert_cmpuint (cw_flow_edits_get_via_mode (before), ==, CW_VIA_MODE_BEFORE);
  g_assert_cmpuint (cw_design_get_via (before, self->via)->fill, ==, CW_VIA_BEFORE_WIRING);
  g_assert_cmpint (cw_flow_find (flow, CW_STEP_FILL_VIAS, CW_LEVEL_NONE), >=, 0);
  with = cw_flow_edits_set_via_mode (before, CW_VIA_MODE_WITH, NULL);
  again = get_flow (with);
  g_assert_cmpuint (cw_flow_edits_get_via_mode (with), ==, CW_VIA_MODE_WITH);
  g_assert_cmpint (cw_flow_find (again, CW_STEP_FILL_VIAS, CW_LEVEL_NONE), <, 0);
}

static void
test_second_filling_has_two_places (void)
{
  g_autoptr (CwDesign) design = new_design (CW_METHOD_C);
  g_autoptr (CwDesign) before = cw_flow_edits_set_second_fill (design, TRUE, NULL);
  g_autoptr (CwDesign) after = cw_flow_edits_set_second_fill (before, FALSE, NULL);
  g_autoptr (CwFlow) one = get_flow (before);
  g_autoptr (CwFlow) other = get_flow (after);

  g_assert_true (cw_flow_edits_fills_before_removal (one));
  g_assert_false (cw_flow_edits_fills_before_removal (other));
  g_assert_cmpint (cw_flow_find (other, CW_STEP_SECOND_FILL, CW_LEVEL_NONE), >=, 0);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/flow-edits/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("method-brings-its-steps", test_method_brings_its_steps);
  ADD ("wrong-order-is-kept-and-reported", test_wrong_order_is_kept_and_reported);
  ADD ("removed-step-can-be-added-again", test_removed_step_can_be_added_again);
  ADD ("via-mode-changes-vias-and-steps", test_via_mode_changes_vias_and_steps);
  ADD ("second-filling-has-two-places", test_second_filling_has_two_places);

  return g_test_run ();
}
