/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

#include "widgets/tool/cw-hit.h"

static gboolean
is_selected (Fixture *self, CwId id)
{
  return cw_selection_contains (self->selection, (CwPick){ id, 0 });
}

static void
select_only (Fixture *self, CwId id)
{
  CwPick pick = { id, 0 };

  cw_selection_change (self->selection, CW_SELECT_REPLACE, &pick, 1);
}

static void
test_click_grammar (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  fixture_click (self, 2000, -400);
  g_assert_true (is_selected (self, self->ball_a));
  fixture_click (self, 2000, 400);
  g_assert_false (is_selected (self, self->ball_a));
  g_assert_true (is_selected (self, self->ball_b));
  self->modifiers = CW_TOOL_SHIFT;
  fixture_click (self, 2000, -400);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 2);
  self->modifiers = CW_TOOL_CTRL;
  fixture_click (self, 2000, -400);
  g_assert_false (is_selected (self, self->ball_a));
  fixture_click (self, 2000, -400);
  g_assert_true (is_selected (self, self->ball_a));
  self->modifiers = CW_TOOL_CTRL | CW_TOOL_SHIFT;
  fixture_click (self, 2000, 400);
  fixture_click (self, 2000, 400);
  g_assert_false (is_selected (self, self->ball_b));
  self->modifiers = CW_TOOL_SHIFT;
  fixture_click (self, 3000, 3000);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 1);
  self->modifiers = 0;
  fixture_click (self, 3000, 3000);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 0);
}

static void
test_alt_click_lists (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  self->modifiers = CW_TOOL_ALT;
  fixture_click (self, 2000, -400);
  g_assert_cmpint (self->request, ==, CW_REQUEST_LIST);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 0);
  self->modifiers = 0;
  self->n_requests = 0;
  fixture_press (self, 2000, -400);
  fixture_send (self, CW_TOOL_LONG_PRESS, NULL, NULL);
  fixture_release (self, 2000, -400);
  g_assert_cmpuint (self->n_requests, ==, 1);
}

static void
test_box_to_the_right_takes_what_is_inside (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  fixture_drag (self, 1300, -1200, 2200, -200);
  g_assert_true (is_selected (self, self->ball_a));
  g_assert_true (is_selected (self, self->via));
  g_assert_false (is_selected (self, self->trace));
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 2);
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 1);
}

static void
test_box_to_the_left_takes_what_it_touches (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  fixture_drag (self, 2200, -1200, 1300, -200);
  g_assert_true (is_selected (self, self->trace));
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 3);
  /* with Shift it begins on an item too, and adds */
  self->modifiers = CW_TOOL_SHIFT;
  fixture_drag (self, 2000, 400, 1950, 450);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 4);
  self->modifiers = CW_TOOL_SHIFT | CW_TOOL_CTRL;
  fixture_drag (self, 2200, -1200, 1300, -200);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 1);
}

static void
test_drag_moves_and_ghost_is_the_result (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) ghost = NULL;

  fixture_press (self, 2010, 410);
  fixture_move (self, 2200.3, 500);
  fixture_move (self, 2310.4, 510.2);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_release (self, 2310.4, 510.2), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  fixture_assert_point (cw_design_get_bonding_pad (ghost, self->ball_b)->at, 2300, 500);
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Move 1 item");
}

static void
test_off_grid_stays_as_far_off (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwToolSettings settings = fixture_get_settings (self);
  CwPoint before;
  CwPoint after;

  settings.grid = 100 * CW_UM;
  fixture_set_settings (self, settings);
  before = cw_design_get_die (fixture_get_design (self), self->die)->at;
  fixture_drag (self, 0, 0, 160, -70);
  after = cw_design_get_die (fixture_get_design (self), self->die)->at;
  fixture_assert_point (cw_point_sub (after, before), 200, -100);
  /* Ctrl pressed after the start lets go of the grid */
  fixture_press (self, 0, 0);
  fixture_move (self, 50, 0);
  self->modifiers = CW_TOOL_CTRL;
  fixture_release (self, 37, 0);
  fixture_assert_point (
      cw_point_sub (cw_design_get_die (fixture_get_design (self), self->die)->at, after), 37, 0);
  self->modifiers = 0;
}

static void
test_ctrl_drag_copies (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwId copy;

  self->modifiers = CW_TOOL_CTRL;
  g_assert_cmpint (fixture_drag (self, 0, 0, 2500.4, 2500), ==, CW_TOOL_COMMIT);
  copy = fixture_find_new (before, fixture_get_design (self), CW_ITEM_DIE, 0);
  g_assert_cmpuint (copy, !=, CW_ID_NONE);
  g_assert_cmpstr (cw_design_get_die (fixture_get_design (self), copy)->name, ==, "U2");
  fixture_assert_point (cw_design_get_die (fixture_get_design (self), copy)->at, 2500, 2500);
  g_assert_true (is_selected (self, copy));
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 1);
}

static void
test_rotate_four_times_is_nothing (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  select_only (self, self->die);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_false (i > 0 && cw_design_equal (before, fixture_get_design (self)));
      g_assert_cmpint (fixture_key (self, "r"), ==, CW_TOOL_COMMIT);
    }
  g_assert_true (cw_design_equal (before, fixture_get_design (self)));
  fixture_key (self, "<Shift>r");
  fixture_key (self, "r");
  g_assert_true (cw_design_equal (before, fixture_get_design (self)));
}

static void
test_flip_turns_a_die_over (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->die);
  g_assert_cmpint (fixture_key (self, "f"), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_get_die (fixture_get_design (self), self->die)->mirror);
  fixture_key (self, "f");
  g_assert_false (cw_design_get_die (fixture_get_design (self), self->die)->mirror);
}

static void
test_turn_while_moving (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  const CwDie *die;

  select_only (self, self->die);
  fixture_move (self, 0, 0);
  fixture_key (self, "m");
  fixture_move (self, 300, 0);
  fixture_key (self, "r");
  fixture_value (self, "dy", "0.4mm");
  g_assert_cmpint (fixture_click (self, 300, 0), ==, CW_TOOL_COMMIT);
  die = cw_design_get_die (fixture_get_design (self), self->die);
  g_assert_cmpint (die->angle, ==, CW_ANGLE_90);
  fixture_assert_point (die->at, 300, 400);
}

static void
test_delete_and_undo (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_click (self, 2000, -400);
  g_assert_cmpint (fixture_key (self, "Delete"), ==, CW_TOOL_COMMIT);
  g_assert_null (cw_design_get_bonding_pad (fixture_get_design (self), self->ball_a));
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 0);
  cw_document_undo (self->document);
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_nudges (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->ball_a);
  g_assert_cmpint (fixture_key (self, "Left"), ==, CW_TOOL_COMMIT);
  fixture_key (self, "<Shift>Up");
  fixture_key (self, "<Alt>Down");
  fixture_send (self, CW_TOOL_COMMAND, "nudge-right-far", NULL);
  fixture_assert_point (cw_design_get_bonding_pad (fixture_get_design (self), self->ball_a)->at,
                        2009, -390.1);
}

static void
test_locked_items_stay (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) locked = NULL;

  select_only (self, self->ball_a);
  g_assert_cmpint (fixture_key (self, "l"), ==, CW_TOOL_COMMIT);
  locked = cw_design_ref (fixture_get_design (self));
  g_assert_true (cw_design_is_locked (locked, self->ball_a));
  fixture_key (self, "Left");
  fixture_key (self, "Delete");
  fixture_drag (self, 2000, -400, 2500, -400);
  g_assert_true (fixture_get_design (self) == locked);
  select_only (self, self->ball_a);
  fixture_key (self, "l");
  g_assert_false (cw_design_is_locked (fixture_get_design (self), self->ball_a));
}

static void
test_unroute_takes_the_last_leg (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->trace);
  g_assert_cmpint (fixture_key (self, "BackSpace"), ==, CW_TOOL_COMMIT);
  g_assert_cmpuint (cw_design_get_trace (fixture_get_design (self), self->trace)->path->n_vertices,
                    ==, 2);
  fixture_key (self, "BackSpace");
  g_assert_null (cw_design_get_trace (fixture_get_design (self), self->trace));
}

/* the wiring of the level, then the rest of the net */
static void
test_grow_goes_in_stages (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_only (self, self->trace);
  fixture_key (self, "u");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 3);
  g_assert_true (is_selected (self, self->via));
  g_assert_true (is_selected (self, self->pad_via));
  fixture_key (self, "u");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 4);
  g_assert_true (is_selected (self, self->ball_a));
  g_assert_false (is_selected (self, self->ball_b));
  fixture_key (self, "u");
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 4);
}

static void
test_escape_goes_back_a_step_at_a_time (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  fixture_click (self, 2000, -400);
  fixture_key (self, "grave");
  g_assert_cmpuint (fixture_get_settings (self).highlight_net, ==, self->net_a);
  g_assert_cmpint (fixture_key (self, "Escape"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpuint (fixture_get_settings (self).highlight_net, ==, CW_ID_NONE);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 1);
  g_assert_cmpint (fixture_key (self, "Escape"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 0);
  g_assert_cmpint (fixture_key (self, "Escape"), ==, CW_TOOL_PASS);
}

static void
test_filtered_things_are_told (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwToolSettings settings = fixture_get_settings (self);

  settings.filter &= ~(guint) CW_FILTER_BONDING_PADS;
  fixture_set_settings (self, settings);
  fixture_click (self, 2000, -400);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 0);
  g_assert_cmpint (self->request, ==, CW_REQUEST_LIFT);
  g_assert_cmpstr (self->request_text, ==, "1 bonding pad here is filtered");
  fixture_send (self, CW_TOOL_COMMAND, "lift-filter", NULL);
  fixture_click (self, 2000, -400);
  g_assert_true (is_selected (self, self->ball_a));
  g_assert_false (cw_tool_has_command (self->tool, "lift-filter"));
}

static void
test_small_tremble_is_a_click (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_press (self, 2000, -400);
  fixture_move (self, 2002, -398);
  fixture_release (self, 2003, -398);
  g_assert_true (fixture_get_design (self) == before);
  g_assert_true (is_selected (self, self->ball_a));
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/select-tool/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("click-grammar", test_click_grammar);
  ADD ("alt-click-lists", test_alt_click_lists);
  ADD ("box-to-the-right-takes-what-is-inside", test_box_to_the_right_takes_what_is_inside);
  ADD ("box-to-the-left-takes-what-it-touches", test_box_to_the_left_takes_what_it_touches);
  ADD ("drag-moves-and-ghost-is-the-result", test_drag_moves_and_ghost_is_the_result);
  ADD ("off-grid-stays-as-far-off", test_off_grid_stays_as_far_off);
  ADD ("ctrl-drag-copies", test_ctrl_drag_copies);
  ADD ("rotate-four-times-is-nothing", test_rotate_four_times_is_nothing);
  ADD ("flip-turns-a-die-over", test_flip_turns_a_die_over);
  ADD ("turn-while-moving", test_turn_while_moving);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("nudges", test_nudges);
  ADD ("locked-items-stay", test_locked_items_stay);
  ADD ("unroute-takes-the-last-leg", test_unroute_takes_the_last_leg);
  ADD ("grow-goes-in-stages", test_grow_goes_in_stages);
  ADD ("escape-goes-back-a-step-at-a-time", test_escape_goes_back_a_step_at_a_time);
  ADD ("filtered-things-are-told", test_filtered_things_are_told);
  ADD ("small-tremble-is-a-click", test_small_tremble_is_a_click);

  return g_test_run ();
}
