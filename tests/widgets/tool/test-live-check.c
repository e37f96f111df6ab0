/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "tests/widgets/tool/fixture.h"

static void
set_behaviour (Fixture *self, CwBehaviour behaviour)
{
  CwToolSettings settings = fixture_get_settings (self);

  settings.behaviour = behaviour;
  fixture_set_settings (self, settings);
}

static CwLiveStatus
get_status (Fixture *self)
{
  return cw_tool_get_live_check (self->tool)->status;
}

static void
test_without_a_result_it_is_checking (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (GArray) marks = NULL;
  gboolean told = FALSE;

  fixture_click (self, -3000, 2000);
  g_assert_cmpint (get_status (self), ==, CW_LIVE_NONE);
  fixture_move (self, -2500, 2000);
  g_assert_cmpint (get_status (self), ==, CW_LIVE_CHECKING);
  marks = cw_tool_list_marks (self->tool);
  for (guint i = 0; i < marks->len; i++)
    told |= g_strcmp0 (g_array_index (marks, CwMark, i).text, "checking…") == 0;
  g_assert_true (told);
}

static void
test_result_of_an_older_design_is_none (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");

  fixture_check (self);
  fixture_move (self, -3000, 2000);
  g_assert_cmpint (get_status (self), ==, CW_LIVE_LEGAL);
  {
    g_autoptr (CwEdit) edit = cw_edit_new (fixture_get_design (self));
    g_autoptr (CwDesign) next = NULL;

    cw_edit_set_name (edit, "other", NULL);
    next = cw_edit_finish (edit, NULL);
    cw_document_commit (self->document, next, "Rename");
  }
  fixture_move (self, -3000, 2100);
  g_assert_cmpint (get_status (self), ==, CW_LIVE_CHECKING);
}

static void
test_trace_first_violates_and_then_does_not (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  const CwLiveCheck *live;

  fixture_check (self);
  set_behaviour (self, CW_BEHAVIOUR_ALLOW);
  /* 236 wide ball at (2000, 400): its border is at x = 1882 */
  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 1870, 3000);
  fixture_move (self, 1870, 400);
  live = cw_tool_get_live_check (self->tool);
  g_assert_cmpint (live->status, ==, CW_LIVE_ERROR);
  g_assert_cmpuint (live->n_errors, ==, 1);
  g_assert_cmpint (g_array_index (live->violations, CwViolation, 0).found, ==, 7 * CW_UM);
  g_assert_cmpint (g_array_index (live->violations, CwViolation, 0).needed, ==, 10 * CW_UM);
  fixture_move (self, 1867, 700);
  g_assert_cmpint (get_status (self), ==, CW_LIVE_LEGAL);
}

static void
test_stop_ends_at_the_last_legal_point (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (GArray) marks = NULL;
  guint n_hatched = 0;
  guint n_dimensions = 0;
  CwToolSettings settings;
  double way;
  CwPoint at;

  fixture_check (self);
  fixture_set_level (self, PACKAGE_RDL2);
  settings = fixture_get_settings (self);
  settings.angle_mode = CW_ANGLES_ANY;
  fixture_set_settings (self, settings);
  fixture_click (self, 1500, -1000);
  fixture_move (self, 1800, 200);
  g_assert_cmpint (get_status (self), ==, CW_LIVE_LEGAL);
  fixture_move (self, 2000, 400); /* the ball of the other net, its border is 118 away */
  g_assert_cmpint (get_status (self), ==, CW_LIVE_LEGAL);
  at = cw_point_sub (cw_tool_get_snap (self->tool)->at, fixture_um (2000, 400));
  way = sqrt ((double) at.x * at.x + (double) at.y * at.y) / CW_UM;
  g_assert_cmpfloat (way, >=, 118 + 10 + 5);
  g_assert_cmpfloat (way, <, 118 + 10 + 5 + 15);
  marks = cw_tool_list_marks (self->tool);
  for (guint i = 0; i < marks->len; i++)
    {
      n_hatched += g_array_index (marks, CwMark, i).style == CW_MARK_HATCHED;
      n_dimensions += g_array_index (marks, CwMark, i).kind == CW_MARK_DIMENSION;
    }
  g_assert_cmpuint (n_hatched, ==, 1);
  g_assert_cmpuint (n_dimensions, >, 0);
}

static void
test_commit_brings_its_own_result (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");

  fixture_check (self);
  fixture_click (self, -3000, 2000);
  g_assert_true (cw_check_result_get_design (cw_tool_host_get_check (self->host))
                 == fixture_get_design (self));
  fixture_move (self, -2500, 2000);
  g_assert_cmpint (get_status (self), ==, CW_LIVE_LEGAL);
}

static void
test_old_violations_are_not_the_ghosts (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");

  /* net A is open in the fixture and stays so */
  fixture_check (self);
  g_assert_cmpuint (cw_check_result_get_n_violations (cw_tool_host_get_check (self->host)), >, 0);
  fixture_click (self, 1500, -1000);
  fixture_move (self, 1500, -1500);
  g_assert_cmpint (get_status (self), ==, CW_LIVE_LEGAL);
}

static void
test_illegal_trace_is_dropped_for_another_tool (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_check (self);
  set_behaviour (self, CW_BEHAVIOUR_ALLOW);
  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 1870, 3000);
  fixture_click (self, 1870, -3000);
  fixture_send (self, CW_TOOL_OTHER, NULL, NULL);
  g_assert_true (fixture_get_design (self) == before);
  g_assert_cmpint (self->request, ==, CW_REQUEST_TOAST);
}

static void
test_more_than_a_motion_has_time_for_is_checking (void)
{
  g_autofree CwId *nets = g_new0 (CwId, 3000);
  CwBox body = { fixture_um (-1000, -500), fixture_um (1000, 500) };
  CwEdit *edit = package_begin ();
  CwId die = package_add_die (edit, "U1", body, 100 * CW_UM, 3000, nets);
  g_autoptr (CwDesign) design = package_end (edit);
  g_autoptr (CwEdit) move = cw_edit_new (design);
  CwTransform by = { .offset = fixture_um (10, 0) };
  g_autoptr (CwCheckResult) base = cw_check_run (design, NULL, NULL);
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (CwDiff) diff = NULL;
  CwLiveCheck live;

  g_assert_true (cw_edit_transform (move, die, &by, NULL));
  next = cw_edit_finish (move, &diff);
  cw_live_check_init (&live);
  cw_live_check_run (&live, base, diff);
  g_assert_cmpint (live.status, ==, CW_LIVE_CHECKING);
  g_assert_cmpuint (live.violations->len, ==, 0);
  cw_live_check_clear (&live);
}

static void
count_signal (CwToolHost *host, gpointer user_data)
{
  ++*(guint *) user_data;
}

/* the worker's result is shown with the ghost that it is of, and with no other */
static void
test_long_check_is_finished_later (void)
{
  g_autofree CwId *nets = g_new0 (CwId, 3000);
  CwBox body = { fixture_um (-1000, -500), fixture_um (1000, 500) };
  CwEdit *edit = package_begin ();
  CwId die = package_add_die (edit, "U1", body, 100 * CW_UM, 3000, nets);
  g_autoptr (CwDesign) design = package_end (edit);
  g_autoptr (Fixture) self = fixture_new ("select");
  CwPick pick = { die, 0 };
  CwPoint at;
  guint n_signals = 0;

  cw_document_commit (self->document, design, "Die");
  g_signal_connect (self->host, "live-changed", G_CALLBACK (count_signal), &n_signals);
  fixture_check (self);
  cw_selection_change (self->selection, CW_SELECT_REPLACE, &pick, 1);
  fixture_move (self, 0, 0);
  fixture_key (self, "m");
  fixture_move (self, 100, 0);
  g_assert_cmpint (get_status (self), ==, CW_LIVE_CHECKING);
  fixture_move (self, 200, 0); /* while the first is looked at */
  g_assert_cmpint (get_status (self), ==, CW_LIVE_CHECKING);
  while (get_status (self) == CW_LIVE_CHECKING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_signals, ==, 1);
  at = cw_design_get_die (cw_tool_get_preview (self->tool), die)->at;
  g_assert_true (cw_check_result_get_design (cw_tool_get_live_check (self->tool)->result)
                 == cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_click (self, 200, 0), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_point_equal (cw_design_get_die (fixture_get_design (self), die)->at, at));
}

static void
test_words_are_the_same_everywhere (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (GArray) marks = NULL;
  g_autofree char *text = NULL;
  gboolean shown = FALSE;

  fixture_check (self);
  set_behaviour (self, CW_BEHAVIOUR_ALLOW);
  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 1870, 3000);
  fixture_move (self, 1870, 400);
  text = cw_tool_dup_live_text (self->tool);
  g_assert_true (g_str_has_prefix (text, "7 µm < 10 µm (RDL2 space, rule "));
  marks = cw_tool_list_marks (self->tool);
  for (guint i = 0; i < marks->len; i++)
    {
      const CwMark *mark = &g_array_index (marks, CwMark, i);

      shown |= mark->kind == CW_MARK_DIMENSION && g_strcmp0 (mark->text, text) == 0;
    }
  g_assert_true (shown);
}

/* a ghost that stopped is no offender: only what it would have met is outlined */
static void
test_stopped_ghost_is_not_outlined_red (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");
  g_autoptr (GArray) marks = NULL;
  guint n_red = 0;
  guint n_badges = 0;

  fixture_check (self);
  fixture_set_level (self, PACKAGE_RDL2);
  fixture_click (self, 1500, -1000);
  fixture_move (self, 1700, 100);
  fixture_move (self, 2000, 400);
  marks = cw_tool_list_marks (self->tool);
  for (guint i = 0; i < marks->len; i++)
    {
      const CwMark *mark = &g_array_index (marks, CwMark, i);

      if (mark->kind == CW_MARK_ITEM && mark->tone == CW_MARK_ERROR)
        {
          n_red++;
          g_assert_cmpuint (mark->pick.item, ==, self->ball_b);
        }
      if (mark->kind == CW_MARK_BADGE)
        {
          n_badges++;
          g_assert_cmpint (mark->tone, ==, CW_MARK_ERROR);
          fixture_assert_point (mark->a, 2000, 400);
        }
    }
  g_assert_cmpuint (n_red, >, 0);
  g_assert_cmpuint (n_badges, ==, 1);
}

/* a die of another height breaks rule R4 wherever it is moved to */
static void
test_structure_is_told_and_stops_nothing (void)
{
  CwBox body = { fixture_um (-1000, -500), fixture_um (1000, 500) };
  CwEdit *edit = package_begin ();
  CwId die = package_add_die (edit, "U1", body, 100 * CW_UM, 0, NULL);
  g_autoptr (CwDesign) plain = package_end (edit);
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (plain));
  g_autoptr (CwEdit) change = cw_edit_new (plain);
  g_autoptr (CwDesign) empty = NULL;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) base = NULL;
  CwTransform by = { .offset = fixture_um (10, 0) };
  CwLiveCheck live;

  cw_technology_add_claim_rules (technology);
  g_assert_true (cw_edit_set_technology (change, technology, NULL));
  design = cw_edit_finish (change, NULL);
  g_clear_pointer (&change, cw_edit_free);
  change = cw_edit_new (design);
  g_assert_true (cw_edit_remove (change, die, NULL));
  empty = cw_edit_finish (change, NULL);

  cw_live_check_init (&live);
  {
    g_autoptr (CwDiff) placed = cw_diff_new (empty, design);
    g_autoptr (CwCheckResult) before = cw_check_run (empty, NULL, NULL);

    cw_live_check_run (&live, before, placed);
    g_assert_cmpint (live.status, ==, CW_LIVE_WARNING);
    g_assert_cmpuint (live.n_errors, ==, 0);
    g_assert_cmpuint (live.violations->len, >, 0);
  }
  {
    g_autoptr (CwEdit) move = cw_edit_new (design);
    g_autoptr (CwDesign) moved = NULL;
    g_autoptr (CwDiff) diff = NULL;

    base = cw_check_run (design, NULL, NULL);
    g_assert_true (cw_edit_transform (move, die, &by, NULL));
    moved = cw_edit_finish (move, &diff);
    cw_live_check_run (&live, base, diff);
    g_assert_cmpint (live.status, ==, CW_LIVE_LEGAL);
  }
  cw_live_check_clear (&live);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/live-check/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("without-a-result-it-is-checking", test_without_a_result_it_is_checking);
  ADD ("result-of-an-older-design-is-none", test_result_of_an_older_design_is_none);
  ADD ("trace-first-violates-and-then-does-not", test_trace_first_violates_and_then_does_not);
  ADD ("stop-ends-at-the-last-legal-point", test_stop_ends_at_the_last_legal_point);
  ADD ("commit-brings-its-own-result", test_commit_brings_its_own_result);
  ADD ("old-violations-are-not-the-ghosts", test_old_violations_are_not_the_ghosts);
  ADD ("more-than-a-motion-has-time-for-is-checking",
       test_more_than_a_motion_has_time_for_is_checking);
  ADD ("long-check-is-finished-later", test_long_check_is_finished_later);
  ADD ("words-are-the-same-everywhere", test_words_are_the_same_everywhere);
  ADD ("stopped-ghost-is-not-outlined-red", test_stopped_ghost_is_not_outlined_red);
  ADD ("structure-is-told-and-stops-nothing", test_structure_is_told_and_stops_nothing);
  ADD ("illegal-trace-is-dropped-for-another-tool", test_illegal_trace_is_dropped_for_another_tool);

  return g_test_run ();
}
