/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/geometry/cw-shape.h"
#include "widgets/tool/cw-octagon.h"

#define N_ROUNDS 20000

static CwPoint
random_point (GRand *rand, gint range)
{
  return CW_POINT (g_rand_int_range (rand, -range, range + 1),
                   g_rand_int_range (rand, -range, range + 1));
}

static CwPoint
random_end (GRand *rand, CwPoint from, gint range)
{
  static const CwPoint ways[]
      = { { 1, 0 }, { 1, 1 }, { 0, 1 }, { -1, 1 }, { -1, 0 }, { -1, -1 }, { 0, -1 }, { 1, -1 } };
  CwPoint way = ways[g_rand_int_range (rand, 0, 8)];
  gint length = g_rand_int_range (rand, 0, range);

  return CW_POINT (from.x + way.x * length, from.y + way.y * length);
}

/* every quarter of a step of a leg, looked at one by one */
static gboolean
is_inside_somewhere (const CwOctagon *octagon, CwPoint a, CwPoint b)
{
  gint n = 4 * MAX (ABS (b.x - a.x), ABS (b.y - a.y));

  for (gint i = 0; i <= n; i++)
    {
      double x = a.x + (n > 0 ? (double) (b.x - a.x) * i / n : 0);
      double y = a.y + (n > 0 ? (double) (b.y - a.y) * i / n : 0);
      double values[] = { x, y, x + y, x - y };
      gboolean inside = TRUE;

      for (guint j = 0; j < 4; j++)
        inside &= octagon->min[j] < values[j] && values[j] < octagon->max[j];
      if (inside)
        return TRUE;
    }

  return FALSE;
}

static void
test_blocks_as_every_quarter_step_says (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      CwOctagon octagon = cw_octagon_new (
          random_point (rand, 12), random_point (rand, 12), g_rand_int_range (rand, 0, 20),
          g_rand_boolean (rand) ? CW_OCTAGON_EIGHT : CW_OCTAGON_FOUR);
      CwPoint a = random_point (rand, 30);
      CwPoint b = random_end (rand, a, 50);

      g_assert_cmpint (cw_octagon_blocks (&octagon, a, b), ==,
                       is_inside_somewhere (&octagon, a, b));
      g_assert_cmpint (cw_octagon_blocks (&octagon, b, a), ==, cw_octagon_blocks (&octagon, a, b));
      g_assert_cmpint (cw_octagon_blocks (&octagon, a, a), ==, cw_octagon_has_inside (&octagon, a));
    }
}

static void
test_border_keeps_the_distance (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      CwPoint a = random_point (rand, 5000);
      CwPoint b = random_point (rand, 5000);
      gint width = g_rand_int_range (rand, 1, 2000);
      CwShape core = { .kind = CW_SHAPE_CAPSULE, .capsule = { a, b, 1 } };
      CwOctagon octagon = cw_octagon_new (a, b, width + 1, CW_OCTAGON_EIGHT);
      CwPoint corners[CW_OCTAGON_MAX_CORNERS];
      guint n = cw_octagon_get_corners (&octagon, corners);

      g_assert_cmpuint (n, >=, 3);
      for (guint j = 0; j < n; j++)
        {
          CwShape side
              = { .kind = CW_SHAPE_CAPSULE, .capsule = { corners[j], corners[(j + 1) % n], 1 } };
          CwGap gap;

          g_assert_false (cw_octagon_has_inside (&octagon, corners[j]));
          g_assert_false (cw_octagon_blocks (&octagon, corners[j], corners[(j + 1) % n]));
          cw_shape_measure (&core, &side, &gap);
          g_assert_cmpint (2 * gap.distance + 2, >=, width - 1);
        }
    }
}

static void
test_exits_are_outside (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      CwOctagon octagon = cw_octagon_new (random_point (rand, 50), random_point (rand, 50),
                                          g_rand_int_range (rand, 1, 90), CW_OCTAGON_EIGHT);
      CwPoint p = random_point (rand, 60);
      CwPoint exits[CW_OCTAGON_MAX_CORNERS];
      guint n;

      if (!cw_octagon_has_inside (&octagon, p))
        continue;
      n = cw_octagon_get_exits (&octagon, p, exits);
      g_assert_cmpuint (n, >=, 4);
      for (guint j = 0; j < n; j++)
        g_assert_false (cw_octagon_has_inside (&octagon, exits[j]));
    }
}

static void
test_union_contains_both (void)
{
  CwOctagon a = cw_octagon_new (CW_POINT (0, 0), CW_POINT (0, 0), 20, CW_OCTAGON_EIGHT);
  CwOctagon b = cw_octagon_new_box (CW_BOX (15, -3, 40, 3), 20, CW_OCTAGON_EIGHT);
  CwOctagon far = cw_octagon_new (CW_POINT (200, 0), CW_POINT (200, 0), 20, CW_OCTAGON_EIGHT);
  CwOctagon both = cw_octagon_union (&a, &b);

  g_assert_true (cw_octagon_contains (&both, &a));
  g_assert_true (cw_octagon_contains (&both, &b));
  g_assert_false (cw_octagon_contains (&a, &b));
  g_assert_true (cw_octagon_overlaps (&a, &b));
  g_assert_false (cw_octagon_overlaps (&a, &far));
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/octagon/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("blocks-as-every-quarter-step-says", test_blocks_as_every_quarter_step_says);
  ADD ("border-keeps-the-distance", test_border_keeps_the_distance);
  ADD ("exits-are-outside", test_exits_are_outside);
  ADD ("union-contains-both", test_union_contains_both);

  return g_test_run ();
}
