/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

static CwPoint
pick_point (GRand *random, CwCoord size)
{
  CwCoord x = g_rand_int_range (random, -size, size + 1);

  return CW_POINT (x, g_rand_int_range (random, -size, size + 1));
}

static CwShape
pick_shape (GRand *random, CwCoord size)
{
  CwShape shape = { 0 };
  CwCoord width = g_rand_int_range (random, 1, size / 4 + 2);
  CwPoint a = pick_point (random, size);
  CwPoint b = pick_point (random, size);

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      shape.kind = CW_SHAPE_DISC;
      shape.disc.centre = a;
      shape.disc.diameter = width;
      return shape;

    case 1:
      shape.kind = CW_SHAPE_BAND;
      shape.band.arc = (CwArc){ a, b, g_rand_int_range (random, -359, 360) * CW_DEGREE };
      shape.band.width = width;
      if (shape.band.arc.sweep != 0 && !cw_point_equal (a, b))
        return shape;
      break;

    default:
      break;
    }

  shape.kind = CW_SHAPE_CAPSULE;
  shape.capsule.a = a;
  shape.capsule.b = b;
  shape.capsule.width = width;
  return shape;
}

/* a yes must be true; and it must be said often enough to be of use */
static void
test_apart (void)
{
  static const CwCoord sizes[] = { 40, 3000, 200000, 20000000 };
  guint n_apart = 0;
  guint n_said = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (100 + i);
      guint n = sizes[i] > 1000000 ? 500 : 4000;

      g_test_message ("seed %u", 100 + i);
      for (guint k = 0; k < n; k++)
        {
          CwShape a = pick_shape (random, sizes[i]);
          CwShape b = pick_shape (random, sizes[i]);
          CwCoord limit = g_rand_int_range (random, 1, sizes[i] / 4);
          gboolean said = cw_check_are_surely_apart (&a, &b, limit);
          gboolean are_near = cw_shape_is_nearer_than (&a, &b, limit, NULL);

          g_assert_false (said && are_near);
          g_assert_cmpint (said, ==, cw_check_are_surely_apart (&b, &a, limit));
          n_apart += !are_near;
          n_said += said;
        }
    }

  g_assert_cmpuint (n_said, >, n_apart / 4);
}

/* just beyond the limit is apart, just within is not: the margins do not swallow everything */
static void
test_margin (void)
{
  CwShape a = { .kind = CW_SHAPE_CAPSULE, .capsule = { { 0, 0 }, { 100000, 0 }, 4000 } };
  CwShape b = { .kind = CW_SHAPE_CAPSULE, .capsule = { { 0, 12002 }, { 100000, 12002 }, 4000 } };
  CwShape inner
      = { .kind = CW_SHAPE_BAND, .band = { { { 20000, 0 }, { 0, 20000 }, 90 * CW_DEGREE }, 4000 } };
  CwShape outer
      = { .kind = CW_SHAPE_BAND, .band = { { { 32020, 0 }, { 0, 32020 }, 90 * CW_DEGREE }, 4000 } };

  g_assert_true (cw_check_are_surely_apart (&a, &b, 8000));
  g_assert_false (cw_check_are_surely_apart (&a, &b, 8003));
  g_assert_true (cw_check_are_surely_apart (&inner, &outer, 8000));
  g_assert_false (cw_check_are_surely_apart (&inner, &outer, 8021));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/check/apart/is-never-said-of-what-is-near", test_apart);
  g_test_add_func ("/model/check/apart/is-said-just-beyond-the-limit", test_margin);

  return g_test_run ();
}
