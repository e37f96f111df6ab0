/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-transform.h"

static CwCoord
random_coord (void)
{
  return g_test_rand_int_range (-CW_COORD_MAX, CW_COORD_MAX + 1)
         / (1 << g_test_rand_int_range (0, 30));
}

static CwPoint
random_point (void)
{
  return CW_POINT (random_coord (), random_coord ());
}

static CwTransform
random_right_transform (void)
{
  CwPoint offset = random_point ();

  return (CwTransform){ offset, g_test_rand_int_range (-4, 5) * CW_ANGLE_90, g_test_rand_bit () };
}

static void
assert_same_point (CwPoint a, CwPoint b)
{
  g_assert_cmpint (a.x, ==, b.x);
  g_assert_cmpint (a.y, ==, b.y);
}

static void
test_mirrors_turns_and_shifts (void)
{
  CwTransform transform = { { 100, 200 }, CW_ANGLE_90, TRUE };

  assert_same_point (cw_transform_point (&transform, CW_POINT (3, 4)), CW_POINT (96, 197));
  transform.angle = 45 * CW_DEGREE;
  transform.mirror = FALSE;
  assert_same_point (cw_transform_point (&transform, CW_POINT (1000, 0)), CW_POINT (807, 907));
}

static void
test_right_angles_are_exact (void)
{
  for (int i = 0; i < 100000; i++)
    {
      CwTransform transform = random_right_transform ();
      CwPoint p = random_point ();
      CwPoint there = cw_transform_point (&transform, p);

      assert_same_point (cw_transform_point_back (&transform, there), p);
      g_assert_cmpint (ABS ((gint64) there.x - transform.offset.x)
                           + ABS ((gint64) there.y - transform.offset.y),
                       ==, ABS ((gint64) p.x) + ABS ((gint64) p.y));
    }
}

static void
test_composes (void)
{
  for (int i = 0; i < 100000; i++)
    {
      CwTransform first = random_right_transform ();
      CwTransform second = random_right_transform ();
      CwPoint p = CW_POINT (g_test_rand_int_range (-1000, 1000), g_test_rand_int_range (-9, 9));
      CwTransform both;

      first.offset = CW_POINT (first.offset.x / 4, first.offset.y / 4);
      both = cw_transform_compose (&first, &second);
      assert_same_point (cw_transform_point (&both, p),
                         cw_transform_point (&second, cw_transform_point (&first, p)));
    }
}

static void
test_keeps_the_centre (void)
{
  for (int i = 0; i < 10000; i++)
    {
      CwPoint centre = CW_POINT (random_coord () / 4, random_coord () / 4);
      CwTransform transform = cw_transform_about (centre, g_test_rand_int_range (0, CW_ANGLE_FULL),
                                                  g_test_rand_bit ());

      assert_same_point (cw_transform_point (&transform, centre), centre);
    }
}

static void
test_box_contains_its_points (void)
{
  for (int i = 0; i < 100000; i++)
    {
      CwTransform transform = random_right_transform ();
      CwBox box = cw_box_from_points (random_point (), random_point ());
      CwPoint p = CW_POINT (g_test_rand_int_range (box.min.x / 2, box.max.x / 2 + 1) * 2,
                            g_test_rand_int_range (box.min.y / 2, box.max.y / 2 + 1) * 2);

      if (i % 2 == 0)
        transform.angle = g_test_rand_int_range (-CW_ANGLE_FULL, CW_ANGLE_FULL);
      p = CW_POINT (CLAMP (p.x, box.min.x, box.max.x), CLAMP (p.y, box.min.y, box.max.y));
      g_assert_true (
          cw_box_contains (cw_transform_box (&transform, box), cw_transform_point (&transform, p)));
      g_assert_true (cw_box_contains (cw_transform_box_back (&transform, box),
                                      cw_transform_point_back (&transform, p)));
      if (cw_transform_is_right_angled (&transform))
        g_assert_true (cw_box_equal (
            cw_transform_box_back (&transform, cw_transform_box (&transform, box)), box));
    }

  g_assert_true (cw_box_is_empty (cw_transform_box (&CW_TRANSFORM_IDENTITY, CW_BOX_EMPTY)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/transform/mirrors-turns-and-shifts",
                   test_mirrors_turns_and_shifts);
  g_test_add_func ("/model/geometry/transform/right-angles-are-exact", test_right_angles_are_exact);
  g_test_add_func ("/model/geometry/transform/composes", test_composes);
  g_test_add_func ("/model/geometry/transform/keeps-the-centre", test_keeps_the_centre);
  g_test_add_func ("/model/geometry/transform/box-contains-its-points",
                   test_box_contains_its_points);

  return g_test_run ();
}
