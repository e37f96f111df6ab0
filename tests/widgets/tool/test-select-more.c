/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

#include "widgets/tool/cw-lasso.h"
#include "widgets/tool/cw-measure.h"

static void
select_only (Fixture *self, CwId id)
{
  CwPick pick = { id, 0 };

  cw_selection_change (self->selection, CW_SELECT_REPLACE, &pick, 1);
}

static gboolean
is_selected (Fixture *self, CwId id)
{
  return cw_selection_contains (self->selection, (CwPick){ id, 0 });
}

static CwToolAnswer
run (Fixture *self, const char *command)
{
  return fixture_send (self, CW_TOOL_COMMAND, command, NULL);
}

static CwPoint
get_ball (Fixture *self)
{
  return cw_design_get_bonding_pad (fixture_get_design (self), self->ball_a)->at;
}

static void
test_nudges_are_one_step (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  select_only (self, self->ball_a);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (fixture_key (self, "Left"), ==, CW_TOOL_COMMIT);
  fixture_key (self, "<Shift>Up");
  fixture_key (self, "<Alt>Right");
  fixture_assert_point (get_ball (self), 1995.1, -390);
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 2);
  cw_document_undo (self->document);
  g_assert_true (fixture_get_design (self) == before);
  /* after an undo a new run begins */
  fixture_key (self, "Down");
  fixture_key (self, "Down");
  fixture_assert_point (get_ball (self), 2000, -402);
  cw_document_undo (self->document);
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_other_items_begin_another_run (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->ball_a);
  fixture_key (self, "Left");
  select_only (self, self->ball_b);
  fixture_key (self, "Left");
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 3);
}

/* what was saved does not change under the file */
static void
test_saved_nudge_stays (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->ball_a);
  fixture_key (self, "Left");
  cw_document_mark_saved (self->document, fixture_get_design (self));
  fixture_key (self, "Left");
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 3);
  g_assert_true (cw_document_is_modified (self->document));
  cw_document_undo (self->document);
  g_assert_false (cw_document_is_modified (self->document));
}

static void
test_trace_comes_back_after_nudges (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  select_only (self, self->via);
  for (guint i = 0; i < 3; i++)
    fixture_key (self, "<Shift>Left");
  for (guint i = 0; i < 3; i++)
    fixture_key (self, "<Shift>Right");
  g_assert_true (cw_design_equal (before, fixture_get_design (self)));
}

static void
test_history_of_selections (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  guint n = 0;

  select_only (self, self->ball_a);
  select_only (self, self->ball_b);
  select_only (self, self->die);
  run (self, "undo-selection");
  g_assert_true (is_selected (self, self->ball_b));
  run (self, "undo-selection");
  g_assert_true (is_selected (self, self->ball_a));
  run (self, "redo-selection");
  g_assert_true (is_selected (self, self->ball_b));
  select_only (self, self->via);
  run (self, "redo-selection"); /* nothing lies ahead any more */
  g_assert_true (is_selected (self, self->via));
  for (guint i = 0; i < 150; i++)
    select_only (self, i % 2 == 0 ? self->ball_a : self->ball_b);
  while (cw_selection_undo (self->selection, fixture_get_design (self)))
    n++;
  g_assert_cmpuint (n, ==, CW_SELECTION_DEPTH);
}

static void
test_deleted_is_selected_again (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->ball_a);
  fixture_key (self, "Delete");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 0);
  cw_document_undo (self->document);
  run (self, "undo-selection");
  g_assert_true (is_selected (self, self->ball_a));
}

static void
test_sets (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->ball_a);
  run (self, "store-set-3");
  select_only (self, self->die);
  run (self, "recall-set-3");
  g_assert_true (is_selected (self, self->ball_a));
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 1);
  run (self, "recall-set-4"); /* says that it is empty */
  g_assert_true (is_selected (self, self->ball_a));
  g_assert_cmpint (self->request, ==, CW_REQUEST_TOAST);
}

static void
test_preview_leaves_no_history (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->die);
  cw_selection_begin_preview (self->selection);
  select_only (self, self->ball_a);
  select_only (self, self->ball_b);
  cw_selection_end_preview (self->selection, FALSE);
  g_assert_true (is_selected (self, self->die));
  cw_selection_begin_preview (self->selection);
  select_only (self, self->ball_a);
  select_only (self, self->ball_b);
  cw_selection_end_preview (self->selection, TRUE);
  g_assert_true (is_selected (self, self->ball_b));
  run (self, "undo-selection");
  g_assert_true (is_selected (self, self->die));
}

static void
test_inverse_and_alike (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  guint all;

  fixture_key (self, "<Control>a");
  all = cw_selection_get_n (self->selection);
  select_only (self, self->die);
  run (self, "select-inverse");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, all - 1);
  g_assert_false (is_selected (self, self->die));
  select_only (self, self->ball_a);
  run (self, "select-same-kind");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 2);
  g_assert_true (is_selected (self, self->ball_b));
  select_only (self, self->trace);
  run (self, "select-same-net");
  g_assert_true (is_selected (self, self->ball_a));
  g_assert_false (is_selected (self, self->ball_b));
  select_only (self, self->trace);
  run (self, "select-same-level");
  g_assert_true (is_selected (self, self->via));
  g_assert_false (is_selected (self, self->ball_a));
}

static void
test_next_below_goes_round (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwPick first;

  self->at = self->pads[0];
  fixture_key (self, "<Shift>Tab");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 1);
  first = cw_selection_get (self->selection, 0);
  for (guint i = 0; i < 2; i++)
    {
      fixture_key (self, "<Shift>Tab");
      g_assert_false (cw_selection_contains (self->selection, first));
    }
  for (guint i = 0; i < 8 && !cw_selection_contains (self->selection, first); i++)
    fixture_key (self, "<Shift>Tab");
  g_assert_true (cw_selection_contains (self->selection, first));
}

/* a run of traces ends at a via, and where three meet */
static void
test_grow_stops_at_junctions (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwEdit *edit = cw_edit_new (fixture_get_design (self));
  CwPoint a[] = { fixture_um (-3000, 3000), fixture_um (-2500, 3000) };
  CwPoint b[] = { fixture_um (-2000, 3000), fixture_um (-2500, 3000) };
  CwPoint c[] = { fixture_um (-2000, 3000), fixture_um (-1500, 3000) };
  CwPoint d[] = { fixture_um (-1500, 3000), fixture_um (-1000, 3000) };
  CwPoint e[] = { fixture_um (-1500, 3000), fixture_um (-1500, 3500) };
  CwId ids[5];
  g_autoptr (CwDesign) next = NULL;

  ids[0] = package_add_trace (edit, self->net_b, PACKAGE_RDL1, a, 2, 10 * CW_UM);
  ids[1] = package_add_trace (edit, self->net_b, PACKAGE_RDL1, b, 2, 10 * CW_UM);
  ids[2] = package_add_trace (edit, self->net_b, PACKAGE_RDL1, c, 2, 10 * CW_UM);
  ids[3] = package_add_trace (edit, self->net_b, PACKAGE_RDL1, d, 2, 10 * CW_UM);
  ids[4] = package_add_trace (edit, self->net_b, PACKAGE_RDL1, e, 2, 10 * CW_UM);
  next = package_end (edit);
  cw_document_commit (self->document, next, "Draw");
  select_only (self, ids[1]);
  fixture_key (self, "u");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 3);
  g_assert_true (is_selected (self, ids[0]) && is_selected (self, ids[2]));
  fixture_key (self, "u");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 5);
  fixture_key (self, "u");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 6);
  g_assert_true (is_selected (self, self->ball_b));
}

static void
test_lasso_takes_what_is_inside (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwHitQuery query = { fixture_get_design (self), G_MAXUINT64, PACKAGE_RDL1, CW_FILTER_ALL };
  /* round the via and A1, but through the trace and not round A2 */
  CwPoint lasso[] = { fixture_um (1300, -1300), fixture_um (2300, -1300), fixture_um (2300, -200),
                      fixture_um (1800, -200), fixture_um (1350, -900) };
  g_autoptr (GArray) picks = cw_lasso_list (&query, lasso, G_N_ELEMENTS (lasso));

  g_assert_cmpuint (picks->len, ==, 2);
  g_assert_cmpuint (g_array_index (picks, CwPick, 0).item, ==, self->ball_a);
  g_assert_cmpuint (g_array_index (picks, CwPick, 1).item, ==, self->via);
}

static void
drag_lasso (Fixture *self)
{
  fixture_move (self, 1300, -1300);
  fixture_press (self, 1300, -1300);
  fixture_move (self, 2300, -1300);
  fixture_move (self, 2300, -200);
  fixture_move (self, 1800, -200);
  fixture_move (self, 1350, -900);
  fixture_release (self, 1350, -900);
}

static void
test_lasso_by_modifiers_and_by_command (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  self->modifiers = CW_TOOL_SHIFT | CW_TOOL_ALT;
  drag_lasso (self);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 2);
  self->modifiers = 0;
  cw_selection_clear (self->selection);
  run (self, "lasso");
  drag_lasso (self);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 2);
  run (self, "lasso");
  drag_lasso (self); /* a box to the right again: as far as its last corner */
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 0);
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 1);
}

static void
test_measure_is_exact (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwPick from = { self->ball_a, 0 };
  CwPick to = { self->ball_b, 0 };
  CwMeasure measure;

  g_assert_true (cw_measure_picks (fixture_get_design (self), &from, 1, to, &measure));
  /* lands 236 wide, 800 apart */
  g_assert_cmpint (measure.gap.distance, ==, 564 * CW_UM);
  g_assert_cmpint (measure.dx, ==, 0);
  g_assert_cmpint (measure.dy, ==, 564 * CW_UM);
  g_assert_true (measure.same_level);
  to.item = self->via;
  g_assert_true (cw_measure_picks (fixture_get_design (self), &from, 1, to, &measure));
  g_assert_cmpint (measure.dx, >, 0);
  g_assert_cmpint (measure.dy, >, 0);
  g_assert_cmpint (measure.gap.distance, >, MAX (measure.dx, measure.dy));
}

static gboolean
has_measure (Fixture *self)
{
  g_autoptr (GArray) marks = cw_tool_list_marks (self->tool);

  for (guint i = 0; i < marks->len; i++)
    {
      const CwMark *mark = &g_array_index (marks, CwMark, i);

      if (mark->kind == CW_MARK_VALUE && strstr (mark->text, "564 ") != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_hovering_measures (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->ball_a);
  fixture_move (self, 2000, 400);
  g_assert_false (has_measure (self));
  self->modifiers = CW_TOOL_ALT;
  fixture_move (self, 2000, 400);
  g_assert_true (has_measure (self));
  self->modifiers = 0;
  fixture_move (self, 2000, 400);
  g_assert_false (has_measure (self));
  run (self, "measure-hover");
  g_assert_true (has_measure (self));
}

static void
test_array_by_numbers (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) ghost = NULL;
  CwDesign *design;
  CwId last;

  select_only (self, self->ball_a);
  g_assert_cmpint (fixture_key (self, "<Control>t"), ==, CW_TOOL_PREVIEW);
  fixture_value (self, "nx", "3");
  fixture_value (self, "ny", "+=1");
  fixture_value (self, "px", "0.5mm");
  fixture_value (self, "py", "-300");
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpuint (cw_design_get_n_items (ghost, CW_ITEM_BONDING_PAD), ==, 7);
  /* neither a click nor a motion puts it down */
  fixture_click (self, -3000, 3000);
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 1);
  g_assert_cmpint (fixture_key (self, "Return"), ==, CW_TOOL_COMMIT);
  design = fixture_get_design (self);
  g_assert_true (cw_design_equal (ghost, design));
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Array of 3 × 2");
  /* A2 is taken: A3 to A7 */
  last = cw_design_find (design, CW_ITEM_BONDING_PAD, "A7");
  g_assert_cmpuint (last, !=, CW_ID_NONE);
  fixture_assert_point (cw_design_get_bonding_pad (design, last)->at, 3000, -700);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 5);
}

static void
test_array_by_handles (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  select_only (self, self->ball_a);
  fixture_key (self, "<Control>t");
  fixture_value (self, "px", "400");
  fixture_value (self, "py", "400");
  /* from the last copy at (2400, -400): three columns to the right, two rows down */
  fixture_drag (self, 2400, -400, 2810, -790);
  g_assert_cmpuint (cw_design_get_n_items (cw_tool_get_preview (self->tool), CW_ITEM_BONDING_PAD),
                    ==, 7);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ACTIVE);
  /* the pitch, at the second copy */
  fixture_drag (self, 2400, -800, 2500, -950);
  fixture_key (self, "Escape");
  g_assert_true (fixture_get_design (self) == before);
  g_assert_null (cw_tool_get_preview (self->tool));
}

static void
test_array_has_limits (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (GError) error = NULL;

  select_only (self, self->ball_a);
  fixture_key (self, "<Control>t");
  g_assert_false (cw_tool_set_field (self->tool, "nx", "0", &error));
  g_assert_nonnull (error);
  g_assert_true (cw_tool_set_field (self->tool, "nx", "20000", NULL));
  g_assert_true (cw_tool_set_field (self->tool, "ny", "20000", NULL));
  g_assert_nonnull (cw_tool_get_message (self->tool));
  g_assert_cmpint (fixture_key (self, "Return"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 1);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/select-more/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nudges-are-one-step", test_nudges_are_one_step);
  ADD ("other-items-begin-another-run", test_other_items_begin_another_run);
  ADD ("saved-nudge-stays", test_saved_nudge_stays);
  ADD ("trace-comes-back-after-nudges", test_trace_comes_back_after_nudges);
  ADD ("history-is-a-hundred-deep", test_history_of_selections);
  ADD ("deleted-is-selected-again", test_deleted_is_selected_again);
  ADD ("sets-are-stored-and-recalled", test_sets);
  ADD ("preview-leaves-no-history", test_preview_leaves_no_history);
  ADD ("inverse-and-alike", test_inverse_and_alike);
  ADD ("next-below-goes-round", test_next_below_goes_round);
  ADD ("grow-stops-at-junctions", test_grow_stops_at_junctions);
  ADD ("lasso-takes-what-is-inside", test_lasso_takes_what_is_inside);
  ADD ("lasso-by-modifiers-and-by-command", test_lasso_by_modifiers_and_by_command);
  ADD ("measure-is-exact", test_measure_is_exact);
  ADD ("hovering-measures", test_hovering_measures);
  ADD ("array-by-numbers", test_array_by_numbers);
  ADD ("array-by-handles", test_array_by_handles);
  ADD ("array-has-limits", test_array_has_limits);

  return g_test_run ();
}
