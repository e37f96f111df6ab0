/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-align.h"

#include "tests/widgets/tool/fixture.h"

static const CwBox boxes[] = {
  { { 0, 0 }, { 100, 50 } },
  { { 300, 20 }, { 351, 81 } },
  { { 900, -40 }, { 1000, 10 } },
  { { 120, 200 }, { 180, 240 } }, /* second from the left */
};

static void
assert_offsets (CwAlignKind kind, const CwPoint *expected)
{
  CwPoint offsets[G_N_ELEMENTS (boxes)];

  cw_align_boxes (kind, boxes, G_N_ELEMENTS (boxes), boxes[1], offsets);
  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      g_test_message ("%u: %" G_GSIZE_FORMAT, kind, i);
      g_assert_cmpint (offsets[i].x, ==, expected[i].x);
      g_assert_cmpint (offsets[i].y, ==, expected[i].y);
    }
}

static void
test_align (void)
{
  assert_offsets (CW_ALIGN_LEFT, (CwPoint[]){ { 300, 0 }, { 0, 0 }, { -600, 0 }, { 180, 0 } });
  assert_offsets (CW_ALIGN_RIGHT, (CwPoint[]){ { 251, 0 }, { 0, 0 }, { -649, 0 }, { 171, 0 } });
  assert_offsets (CW_ALIGN_TOP, (CwPoint[]){ { 0, 31 }, { 0, 0 }, { 0, 71 }, { 0, -159 } });
  assert_offsets (CW_ALIGN_BOTTOM, (CwPoint[]){ { 0, 20 }, { 0, 0 }, { 0, 60 }, { 0, -180 } });
  /* halves round down: 551 / 2, -1249 / 2 */
  assert_offsets (CW_ALIGN_CENTRE, (CwPoint[]){ { 275, 0 }, { 0, 0 }, { -625, 0 }, { 175, 0 } });
  assert_offsets (CW_ALIGN_MIDDLE, (CwPoint[]){ { 0, 25 }, { 0, 0 }, { 0, 65 }, { 0, -170 } });
}

static void
test_distribute (void)
{
  /* 800 between the outer ones, 111 taken: 689 for three gaps, 229 + 230 + 230 */
  assert_offsets (CW_DISTRIBUTE_GAPS_X, (CwPoint[]){ { 0, 0 }, { 319, 0 }, { 0, 0 }, { 209, 0 } });
  /* centres at 50 and 950: 350 and 650; the third lies at 325.5 */
  assert_offsets (CW_DISTRIBUTE_CENTRES_X,
                  (CwPoint[]){ { 0, 0 }, { 324, 0 }, { 0, 0 }, { 200, 0 } });
  /* upward: the third (-15), the first (25), the second (50.5), the fourth (220) */
  assert_offsets (CW_DISTRIBUTE_GAPS_Y, (CwPoint[]){ { 0, 36 }, { 0, 92 }, { 0, 0 }, { 0, 0 } });
}

/* gaps never differ by more than a nanometre, and nothing but the inner ones moves */
static void
test_gaps_are_equal (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 1000; i++)
    {
      CwBox some[7];
      CwPoint offsets[7];
      CwCoord x = 0;
      gint64 least = G_MAXINT64;
      gint64 most = G_MININT64;

      for (guint j = 0; j < 7; j++)
        {
          some[j] = CW_BOX (x, 0, x + g_rand_int_range (rand, 1, 1000), 10);
          x = some[j].max.x + g_rand_int_range (rand, 1, 3000);
        }
      cw_align_boxes (CW_DISTRIBUTE_GAPS_X, some, 7, CW_BOX_EMPTY, offsets);
      g_assert_cmpint (offsets[0].x, ==, 0);
      g_assert_cmpint (offsets[6].x, ==, 0);
      for (guint j = 1; j < 7; j++)
        {
          gint64 gap = some[j].min.x + offsets[j].x - some[j - 1].max.x - offsets[j - 1].x;

          least = MIN (least, gap);
          most = MAX (most, gap);
        }
      g_assert_cmpint (most - least, <=, 1);
    }
}

static void
select_two (Fixture *self, CwId first, CwId last)
{
  CwPick one = { first, 0 };
  CwPick two = { last, 0 };

  cw_selection_change (self->selection, CW_SELECT_REPLACE, &one, 1);
  cw_selection_change (self->selection, CW_SELECT_ADD, &two, 1);
}

static CwPoint
get_ball (Fixture *self, CwId id)
{
  return cw_design_get_bonding_pad (fixture_get_design (self), id)->at;
}

static void
test_last_picked_stays (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  select_two (self, self->ball_a, self->ball_b);
  g_assert_cmpint (fixture_send (self, CW_TOOL_COMMAND, "align-middle", NULL), ==, CW_TOOL_COMMIT);
  fixture_assert_point (get_ball (self, self->ball_a), 2000, 400);
  fixture_assert_point (get_ball (self, self->ball_b), 2000, 400);
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Align middles");
  cw_document_undo (self->document);
  select_two (self, self->ball_b, self->ball_a);
  fixture_send (self, CW_TOOL_COMMAND, "align-middle", NULL);
  fixture_assert_point (get_ball (self, self->ball_b), 2000, -400);
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 3);
}

static void
test_wiring_follows (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  const CwPath *path;

  select_two (self, self->via, self->ball_a);
  g_assert_cmpint (fixture_send (self, CW_TOOL_COMMAND, "align-centre", NULL), ==, CW_TOOL_COMMIT);
  fixture_assert_point (cw_design_get_via (fixture_get_design (self), self->via)->at, 2000, -1000);
  path = cw_design_get_trace (fixture_get_design (self), self->trace)->path;
  fixture_assert_point (path->vertices[path->n_vertices - 1].at, 2000, -1000);
}

static void
test_one_is_not_enough (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwPick pick = { self->ball_a, 0 };

  cw_selection_change (self->selection, CW_SELECT_REPLACE, &pick, 1);
  g_assert_false (cw_tool_has_command (self->tool, "align-left"));
  g_assert_cmpint (fixture_send (self, CW_TOOL_COMMAND, "align-left", NULL), ==, CW_TOOL_PASS);
  select_two (self, self->ball_a, self->ball_b);
  g_assert_true (cw_tool_has_command (self->tool, "align-left"));
  g_assert_false (cw_tool_has_command (self->tool, "distribute-gaps-x"));
}

static void
test_snap_to_grid (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwToolSettings settings = fixture_get_settings (self);

  settings.grid = 300 * CW_UM;
  fixture_set_settings (self, settings);
  select_two (self, self->ball_a, self->ball_b);
  g_assert_cmpint (fixture_send (self, CW_TOOL_COMMAND, "snap-to-grid", NULL), ==, CW_TOOL_COMMIT);
  fixture_assert_point (get_ball (self, self->ball_a), 2100, -300);
  fixture_assert_point (get_ball (self, self->ball_b), 2100, 300);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/align/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("edges-and-centres-line-up", test_align);
  ADD ("gaps-and-steps-are-equal", test_distribute);
  ADD ("gaps-differ-by-a-nanometre-at-most", test_gaps_are_equal);
  ADD ("last-picked-stays", test_last_picked_stays);
  ADD ("wiring-follows", test_wiring_follows);
  ADD ("one-is-not-enough", test_one_is_not_enough);
  ADD ("each-goes-to-the-nearest-point-of-the-grid", test_snap_to_grid);

  return g_test_run ();
}
