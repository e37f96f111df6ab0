/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-trace-drag.h"

static const CwTrace *
get_trace (const CwDesign *design, Fixture *self)
{
  return cw_design_get_trace (design, self->trace);
}

static CwDesign *
drag (Fixture *self, CwId item, gboolean free, double x, double y, double dx, double dy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwTraceDrag) drag = cw_trace_drag_new (fixture_get_design (self), item,
                                                    fixture_um (x, y), 3 * CW_UM, free, &error);
  CwDesign *next;

  g_assert_no_error (error);
  next = cw_trace_drag_apply (drag, fixture_um (dx, dy), &error);
  g_assert_no_error (error);

  return next;
}

static void
assert_path (const CwPath *path, const double (*points)[2], guint n)
{
  g_assert_cmpuint (path->n_vertices, ==, n);
  for (guint i = 0; i < n; i++)
    {
      fixture_assert_point (path->vertices[i].at, points[i][0], points[i][1]);
      g_assert_cmpint (path->vertices[i].sweep, ==, 0);
    }
}

/* the corner at the pad's side slides, the via keeps the end with a new leg */
static void
test_neighbours_keep_their_directions (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  double x = (double) self->pads[0].x / CW_UM;
  double y = (double) self->pads[0].y / CW_UM;
  g_autoptr (CwDesign) next = drag (self, self->trace, FALSE, 500, -1000, 30, -100);
  const double way[][2] = { { x, y }, { x, -1100 }, { 1400, -1100 }, { 1500, -1000 } };

  assert_path (get_trace (next, self)->path, way, 4);
}

static void
test_leg_goes_only_sideways (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) next = drag (self, self->trace, FALSE, 500, -1000, 200, 0);

  g_assert_true (next == fixture_get_design (self));
}

/* beyond the pad the neighbour would turn round: a new leg from the pad takes its place */
static void
test_neighbour_turned_round_is_left_out (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  double x = (double) self->pads[0].x / CW_UM;
  double y = (double) self->pads[0].y / CW_UM;
  g_autoptr (CwDesign) next = drag (self, self->trace, FALSE, 500, -1000, 0, y + 1000 + 100);
  const double rise = y + 100 + 1000;
  const double way[][2]
      = { { x, y }, { x + 100, y + 100 }, { 1500 - rise, y + 100 }, { 1500, -1000 } };

  assert_path (get_trace (next, self)->path, way, 4);
}

static void
test_corner_goes_anywhere (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  double x = (double) self->pads[0].x / CW_UM;
  double y = (double) self->pads[0].y / CW_UM;
  g_autoptr (CwDesign) next = drag (self, self->trace, TRUE, x, -1000, 33, -77);
  const double way[][2] = { { x, y }, { x + 33, -1077 }, { 1500, -1000 } };

  assert_path (get_trace (next, self)->path, way, 3);
}

static void
test_free_leg_gets_a_corner_where_it_is_grabbed (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  double x = (double) self->pads[0].x / CW_UM;
  double y = (double) self->pads[0].y / CW_UM;
  g_autoptr (CwDesign) next = drag (self, self->trace, TRUE, 700, -1002, 10, -50);
  const double way[][2] = { { x, y }, { x, -1000 }, { 710, -1050 }, { 1500, -1000 } };

  assert_path (get_trace (next, self)->path, way, 4);
}

static void
test_via_takes_its_traces_along (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  double x = (double) self->pads[0].x / CW_UM;
  double y = (double) self->pads[0].y / CW_UM;
  g_autoptr (CwDesign) next = drag (self, self->via, FALSE, 1500, -1000, 100, -60);
  const double way[][2] = { { x, y }, { x, -1060 }, { 1600, -1060 } };

  fixture_assert_point (cw_design_get_via (next, self->via)->at, 1600, -1060);
  assert_path (get_trace (next, self)->path, way, 3);
}

static void
test_locked_is_not_dragged (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwTrace trace = *get_trace (fixture_get_design (self), self);
  g_autoptr (CwEdit) edit = cw_edit_new (fixture_get_design (self));
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;

  trace.flags |= CW_ITEM_LOCKED;
  g_assert_true (cw_edit_set_trace (edit, self->trace, &trace, NULL));
  next = cw_edit_finish (edit, NULL);
  g_assert_null (cw_trace_drag_new (next, self->trace, fixture_um (500, -1000), 1, FALSE, &error));
  g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE);
}

static guint
count_open (CwDesign *design)
{
  g_autoptr (CwCheckResult) result
      = cw_check_run (design, &(CwCheckOptions){ .n_threads = 1 }, NULL);
  guint n = 0;

  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    n += cw_check_result_get_violation (result, i)->kind == CW_RULE_OPEN;

  return n;
}

static CwPoint
random_step (GRand *rand, CwPoint from)
{
  static const int ways[8][2]
      = { { 1, 0 }, { 1, 1 }, { 0, 1 }, { -1, 1 }, { -1, 0 }, { -1, -1 }, { 0, -1 }, { 1, -1 } };
  guint way = (guint) g_rand_int_range (rand, 0, 8);
  gint length = g_rand_int_range (rand, 20000, 300000);

  return CW_POINT (from.x + ways[way][0] * length, from.y + ways[way][1] * length);
}

/* a random line with a branch in the middle of a leg and a via on a corner: whatever is dragged, and
 * wherever to, nothing comes apart and 45° stay 45° */
static void
test_nothing_comes_apart (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_dragged = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 300; i++)
    {
      CwEdit *edit = package_begin ();
      CwId net = package_add_net (edit, "N");
      guint n = (guint) g_rand_int_range (rand, 2, 7);
      CwPoint way[7] = { { 0, 0 } };
      CwPoint branch[2];
      guint at = (guint) g_rand_int_range (rand, 0, n - 1);
      CwId id;
      g_autoptr (CwDesign) design = NULL;
      g_autoptr (CwTraceDrag) drag = NULL;
      g_autoptr (CwDesign) next = NULL;
      CwPoint grab;
      const CwPath *path;

      for (guint j = 1; j < n; j++)
        way[j] = random_step (rand, way[j - 1]);
      id = package_add_trace (edit, net, PACKAGE_RDL1, way, n, 10 * CW_UM);
      branch[0] = CW_POINT ((way[at].x + way[at + 1].x) / 2, (way[at].y + way[at + 1].y) / 2);
      branch[1] = CW_POINT (branch[0].x + 40000, branch[0].y + 900000);
      package_add_trace (edit, net, PACKAGE_RDL1, branch, 2, 10 * CW_UM);
      package_add_via (edit, net, PACKAGE_RDL1, PACKAGE_RDL2, way[0]);
      design = package_end (edit);
      at = (guint) g_rand_int_range (rand, 0, n - 1);
      grab = CW_POINT ((way[at].x + 3 * way[at + 1].x) / 4, (way[at].y + 3 * way[at + 1].y) / 4);
      drag = cw_trace_drag_new (design, id, grab, 5 * CW_UM, g_rand_boolean (rand), NULL);
      g_assert_nonnull (drag);
      next = cw_trace_drag_apply (drag,
                                  CW_POINT (g_rand_int_range (rand, -200000, 200000),
                                            g_rand_int_range (rand, -200000, 200000)),
                                  NULL);
      if (next == NULL)
        continue;
      n_dragged++;
      path = cw_design_get_trace (next, id)->path;
      g_assert_true (cw_point_equal (path->vertices[0].at, way[0]));
      g_assert_true (cw_point_equal (path->vertices[path->n_vertices - 1].at, way[n - 1]));
      g_assert_cmpuint (count_open (next), ==, count_open (design));
    }
  g_test_message ("%u of 300 dragged", n_dragged);
  g_assert_cmpuint (n_dragged, >, 150);
}

static void
test_gesture_is_one_undo_item (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;

  fixture_check (self);
  fixture_move (self, 500, -1000);
  g_assert_cmpint (fixture_key (self, "d"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ACTIVE);
  fixture_move (self, 500, -1200);
  g_assert_cmpint (cw_tool_get_live_check (self->tool)->status, ==, CW_LIVE_LEGAL);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_click (self, 500, -1200), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Drag trace");
  cw_document_undo (self->document);
  g_assert_true (fixture_get_design (self) == before);
  fixture_move (self, 500, -1000);
  fixture_key (self, "g");
  fixture_move (self, 500, -1200);
  g_assert_cmpint (fixture_key (self, "Escape"), ==, CW_TOOL_REVERT);
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_drag_stops_at_a_rule (void)
{
  CwPoint way[] = { fixture_um (2200, -3000), fixture_um (2200, 3000) };
  g_autoptr (Fixture) self = fixture_new ("select");
  CwEdit *edit = cw_edit_new (fixture_get_design (self));
  CwId wall = package_add_trace (edit, self->net_a, PACKAGE_RDL2, way, 2, 10 * CW_UM);
  g_autoptr (CwDesign) design = cw_edit_finish (edit, NULL);
  const CwTrace *trace;
  CwCoord nearest = G_MAXINT32;

  cw_edit_free (edit);
  cw_document_commit (self->document, design, "Wall");
  fixture_check (self);
  fixture_move (self, 2200, 400);
  fixture_key (self, "d");
  fixture_move (self, 2150, 400);
  fixture_move (self, 2050, 400); /* the ball of net B reaches to 2118, with clearance to 2133 */
  g_assert_cmpint (cw_tool_get_live_check (self->tool)->status, ==, CW_LIVE_LEGAL);
  g_assert_cmpuint (cw_tool_get_live_check (self->tool)->blocked->len, >, 0);
  g_assert_cmpint (fixture_click (self, 2050, 400), ==, CW_TOOL_COMMIT);
  trace = cw_design_get_trace (fixture_get_design (self), wall);
  for (guint i = 0; i < trace->path->n_vertices; i++)
    nearest = MIN (nearest, trace->path->vertices[i].at.x);
  g_assert_cmpint (nearest, >=, 2133 * CW_UM);
  g_assert_cmpint (nearest, <=, 2150 * CW_UM);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/trace-drag/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("neighbours-keep-their-directions", test_neighbours_keep_their_directions);
  ADD ("leg-goes-only-sideways", test_leg_goes_only_sideways);
  ADD ("neighbour-turned-round-is-left-out", test_neighbour_turned_round_is_left_out);
  ADD ("corner-goes-anywhere", test_corner_goes_anywhere);
  ADD ("free-leg-gets-a-corner-where-it-is-grabbed",
       test_free_leg_gets_a_corner_where_it_is_grabbed);
  ADD ("via-takes-its-traces-along", test_via_takes_its_traces_along);
  ADD ("locked-is-not-dragged", test_locked_is_not_dragged);
  ADD ("nothing-comes-apart", test_nothing_comes_apart);
  ADD ("gesture-is-one-undo-item", test_gesture_is_one_undo_item);
  ADD ("drag-stops-at-a-rule", test_drag_stops_at_a_rule);

  return g_test_run ();
}
