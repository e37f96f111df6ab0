/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

static CwSnapQuery
query (Fixture *self, double x, double y)
{
  return (CwSnapQuery){ .hit
                        = { fixture_get_design (self), G_MAXUINT64, PACKAGE_RDL1, CW_FILTER_ALL },
                        .at = fixture_um (x, y),
                        .pixel = FIXTURE_PIXEL,
                        .grid = CW_UM,
                        .any_net = TRUE };
}

static void
assert_snap (Fixture *self, const CwSnapQuery *question, CwSnapKind kind, double x, double y,
             const char *name)
{
  g_autofree char *found = NULL;
  CwSnap snap;

  cw_snap_find (question, &snap);
  found = cw_snap_dup_name (&snap, question->hit.design);
  g_assert_cmpstr (found, ==, name);
  g_assert_cmpint (snap.kind, ==, kind);
  fixture_assert_point (snap.at, x, y);
}

static void
test_names (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwPoint pad = self->pads[1];
  CwSnapQuery at = query (self, 2006, -395);

  assert_snap (self, &at, CW_SNAP_SAME_NET, 2000, -400, "centre of A1");
  at = query (self, (double) pad.x / CW_UM + 3, (double) pad.y / CW_UM);
  assert_snap (self, &at, CW_SNAP_SAME_NET, (double) pad.x / CW_UM, (double) pad.y / CW_UM,
               "centre of U1.2");
  at = query (self, 998, 502);
  assert_snap (self, &at, CW_SNAP_MIDDLE, 1000, 500, "corner of U1");
  at = query (self, 998, 104);
  assert_snap (self, &at, CW_SNAP_EDGE, 1000, 104, "edge of U1");
  at = query (self, 700, -1003);
  assert_snap (self, &at, CW_SNAP_EDGE, 700, -1000, "edge of trace");
  at = query (self, -3000.4, 3000.3);
  assert_snap (self, &at, CW_SNAP_GRID, -3000, 3000, "grid");
}

static void
test_own_net_comes_first (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwPoint points[] = { fixture_um (2003, -400) };
  CwSnapQuery at = query (self, 2004, -400);

  /* a point of the user is nearer, but the pad may be connected to */
  at.points = points;
  at.n_points = 1;
  assert_snap (self, &at, CW_SNAP_SAME_NET, 2000, -400, "centre of A1");
  /* on another net the pad is only a centre */
  at.any_net = FALSE;
  at.net = self->net_b;
  assert_snap (self, &at, CW_SNAP_POINT, 2003, -400, "point");
  at.n_points = 0;
  assert_snap (self, &at, CW_SNAP_MIDDLE, 2000, -400, "centre of A1");
}

static void
test_crossings_come_before_edges (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) next = NULL;
  CwPoint way[] = { fixture_um (700, -1500), fixture_um (700, -800) };
  CwEdit *edit = cw_edit_new (fixture_get_design (self));
  CwSnapQuery at;

  package_add_trace (edit, self->net_b, PACKAGE_RDL2, way, 2, 10 * CW_UM);
  next = package_end (edit);
  at = query (self, 704, -1001);
  at.hit.design = next;
  assert_snap (self, &at, CW_SNAP_CROSSING, 700, -1000, "crossing");
}

static void
test_radius_is_ten_pixels (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwSnapQuery at = query (self, 2010, -400);

  assert_snap (self, &at, CW_SNAP_SAME_NET, 2000, -400, "centre of A1");
  at = query (self, 2011, -400);
  assert_snap (self, &at, CW_SNAP_GRID, 2011, -400, "grid");
  at.pixel = 2 * FIXTURE_PIXEL;
  assert_snap (self, &at, CW_SNAP_SAME_NET, 2000, -400, "centre of A1");
}

static void
test_snap_holds_on (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwSnapQuery at = query (self, 2009, -400);
  CwSnap previous;

  cw_snap_find (&at, &previous);
  at.previous = &previous;
  at.at = fixture_um (2014, -400);
  assert_snap (self, &at, CW_SNAP_SAME_NET, 2000, -400, "centre of A1");
  at.at = fixture_um (2015, -400);
  assert_snap (self, &at, CW_SNAP_GRID, 2015, -400, "grid");
}

static void
test_nearer_by_less_than_four_pixels_changes_nothing (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwPoint points[] = { fixture_um (-3000, 3000), fixture_um (-2988, 3000) };
  CwSnapQuery at = query (self, -2995, 3000);
  CwSnap previous;

  at.points = points;
  at.n_points = 2;
  cw_snap_find (&at, &previous);
  fixture_assert_point (previous.at, -3000, 3000);
  at.previous = &previous;
  at.at = fixture_um (-2993, 3000); /* 7 and 5 away */
  assert_snap (self, &at, CW_SNAP_POINT, -3000, 3000, "point");
  at.at = fixture_um (-2991, 3000); /* 9 and 3 away */
  assert_snap (self, &at, CW_SNAP_POINT, -2988, 3000, "point");
}

static void
test_hidden_and_filtered_are_no_aim (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwSnapQuery at = query (self, 2006, -395);

  at.hit.filter = CW_FILTER_ALL & ~(guint) CW_FILTER_BONDING_PADS;
  assert_snap (self, &at, CW_SNAP_GRID, 2006, -395, "grid");
  at.hit.filter = CW_FILTER_ALL;
  at.hit.levels = G_GUINT64_CONSTANT (1) << PACKAGE_RDL1;
  assert_snap (self, &at, CW_SNAP_GRID, 2006, -395, "grid");
}

static void
test_grid_rounds_to_the_nearest (void)
{
  g_assert_cmpint (cw_snap_to_grid (CW_POINT (1499, -1500), 1000).x, ==, 1000);
  g_assert_cmpint (cw_snap_to_grid (CW_POINT (1499, -1501), 1000).y, ==, -2000);
  g_assert_cmpint (cw_snap_to_grid (CW_POINT (7, -7), 0).x, ==, 7);
  g_assert_cmpint (cw_snap_to_grid (CW_POINT (CW_COORD_MAX, 0), 7).x, <=, CW_COORD_MAX);
}

static void
test_modifiers_of_a_tool (void)
{
  g_autoptr (Fixture) self = fixture_new ("trace");

  self->modifiers = CW_TOOL_CTRL;
  fixture_move (self, 2006.1234, -395);
  fixture_assert_point (cw_tool_get_snap (self->tool)->at, 2006.123, -395);
  self->modifiers = CW_TOOL_ALT;
  fixture_move (self, -3000.26, 3000);
  fixture_assert_point (cw_tool_get_snap (self->tool)->at, -3000.3, 3000);
  self->modifiers = 0;
  fixture_move (self, -3000.26, 3000);
  fixture_assert_point (cw_tool_get_snap (self->tool)->at, -3000, 3000);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/snap/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("names", test_names);
  ADD ("own-net-comes-first", test_own_net_comes_first);
  ADD ("crossings-come-before-edges", test_crossings_come_before_edges);
  ADD ("radius-is-ten-pixels", test_radius_is_ten_pixels);
  ADD ("snap-holds-on", test_snap_holds_on);
  ADD ("nearer-by-less-than-four-pixels-changes-nothing",
       test_nearer_by_less_than_four_pixels_changes_nothing);
  ADD ("hidden-and-filtered-are-no-aim", test_hidden_and_filtered_are_no_aim);
  ADD ("grid-rounds-to-the-nearest", test_grid_rounds_to_the_nearest);
  ADD ("modifiers-of-a-tool", test_modifiers_of_a_tool);

  return g_test_run ();
}
