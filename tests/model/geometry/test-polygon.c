/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-polygon.h"

#include "tests/model/geometry/random.h"

static const CwPoint frame_points[]
    = { { 0, 0 },   { 0, 100 }, { 100, 100 }, { 100, 0 }, /* clockwise */
        { 40, 40 }, { 60, 40 }, { 60, 60 },   { 40, 60 } /* counterclockwise */ };
static const guint32 frame_ends[] = { 4, 8 };

static void
test_rings_are_oriented (void)
{
  g_autoptr (CwPolygon) frame = cw_polygon_new_rings (frame_points, frame_ends, 2);

  g_assert_cmpint (cw_polygon_get_area_doubled (frame), ==, 2 * (10000 - 400));
  g_assert_cmpint (cw_point_orient (frame->points[0], frame->points[1], frame->points[2]), >, 0);
  g_assert_cmpint (cw_point_orient (frame->points[4], frame->points[5], frame->points[6]), <, 0);
  g_assert_true (cw_point_equal (frame->points[0], frame_points[0]));
  g_assert_true (cw_box_equal (frame->bounds, CW_BOX (0, 0, 100, 100)));
}

static void
test_repeated_points_are_dropped (void)
{
  const CwPoint points[]
      = { { 0, 0 }, { 0, 0 }, { 10, 0 }, { 10, 0 }, { 10, 10 }, { 0, 0 }, { 0, 0 } };
  const CwPoint none[] = { { 1, 1 }, { 1, 1 }, { 2, 2 }, { 1, 1 } };
  const guint32 ends[] = { 7, 9 };
  g_autoptr (CwPolygon) triangle = cw_polygon_new (points, G_N_ELEMENTS (points));
  g_autoptr (CwPolygon) without_hole = cw_polygon_new_rings ((const CwPoint[]){ { 0, 0 },
                                                                                { 0, 0 },
                                                                                { 10, 0 },
                                                                                { 10, 0 },
                                                                                { 10, 10 },
                                                                                { 0, 0 },
                                                                                { 0, 0 },
                                                                                { 8, 4 },
                                                                                { 8, 5 } },
                                                             ends, 2);

  g_assert_cmpuint (triangle->ends[0], ==, 3);
  g_assert_true (cw_polygon_equal (triangle, without_hole));
  g_assert_null (cw_polygon_new (none, G_N_ELEMENTS (none)));
  g_assert_null (cw_polygon_new (none, 0));
  g_assert_null (cw_polygon_new_rings (none, NULL, 0));
}

static void
test_border_belongs (void)
{
  g_autoptr (CwPolygon) frame = cw_polygon_new_rings (frame_points, frame_ends, 2);

  for (CwCoord x = -5; x <= 105; x++)
    for (CwCoord y = -5; y <= 105; y++)
      g_assert_cmpint (cw_polygon_contains (frame, CW_POINT (x, y)), ==,
                       cw_box_contains (CW_BOX (0, 0, 100, 100), CW_POINT (x, y))
                           && !cw_box_contains (CW_BOX (41, 41, 59, 59), CW_POINT (x, y)));
}

/* a ray in a direction that meets no corner, its crossings counted in rationals */
static gboolean
contains_oracle (const CwPolygon *polygon, CwPoint p)
{
  gboolean inside = FALSE;

  for (guint32 ring = 0; ring < polygon->n_rings; ring++)
    {
      guint32 start = cw_polygon_get_ring_start (polygon, ring);

      for (guint32 i = start; i < polygon->ends[ring]; i++)
        {
          CwPoint a = polygon->points[i];
          CwPoint b = polygon->points[i + 1 < polygon->ends[ring] ? i + 1 : start];
          /* sides of the line from p along (10^12, 1): zero only when p is there itself */
          __int128 far = (__int128) 1000000 * 1000000;
          __int128 side_a = far * ((__int128) a.y - p.y) - ((__int128) a.x - p.x);
          __int128 side_b = far * ((__int128) b.y - p.y) - ((__int128) b.x - p.x);
          gint64 turn = cw_point_orient (a, b, p);

          if (turn == 0 && cw_box_contains (cw_box_from_points (a, b), p))
            return TRUE;
          if ((side_a > 0) != (side_b > 0) && (turn > 0) == (side_b > 0))
            inside = !inside;
        }
    }

  return inside;
}

static void
test_contains_agrees_with_oracle (void)
{
  Random random = { g_test_rand_int () };
  guint n_inside = 0;

  for (int i = 0; i < 100000; i++)
    {
      CwCoord size = i % 3 == 0 ? 5 : i % 3 == 1 ? 1000 : 400000000;
      g_autoptr (CwPolygon) polygon
          = random_polygon (&random, random_point_within (&random, size), size);

      for (int k = 0; k < 10; k++)
        {
          CwPoint p = random_point_within (&random, 2 * size);
          gboolean inside = cw_polygon_contains (polygon, p);

          g_assert_cmpint (inside, ==, contains_oracle (polygon, p));
          n_inside += inside;
        }
      g_assert_true (cw_polygon_contains (polygon, polygon->points[0]));
    }

  g_assert_cmpuint (n_inside, >, 10000);
}

static void
test_area_at_the_limits (void)
{
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-CW_COORD_MAX, -CW_COORD_MAX, CW_COORD_MAX, CW_COORD_MAX));
  g_autoptr (CwPolygon) all = cw_polygon_new_path (outline, 1);

  g_assert_cmpint (cw_polygon_get_area_doubled (all), ==, G_GINT64_CONSTANT (8000000000000000000));
  g_assert_true (cw_polygon_contains (all, CW_POINT (CW_COORD_MAX, -CW_COORD_MAX)));
}

static void
test_transform_keeps_the_area (void)
{
  g_autoptr (CwPolygon) frame = cw_polygon_new_rings (frame_points, frame_ends, 2);
  const CwPoint sliver_points[] = { { 0, 0 }, { 1, 1 }, { 2, 3 } };
  g_autoptr (CwPolygon) sliver = cw_polygon_new (sliver_points, 3);

  for (int i = 0; i < 8; i++)
    {
      CwTransform transform = { { 10, 20 }, i / 2 * CW_ANGLE_90, i % 2 };
      g_autoptr (CwPolygon) moved = cw_polygon_transform (frame, &transform);
      g_autoptr (CwPolygon) moved_sliver = cw_polygon_transform (sliver, &transform);

      g_assert_cmpint (cw_polygon_get_area_doubled (moved), ==,
                       cw_polygon_get_area_doubled (frame));
      g_assert_cmpint (cw_polygon_get_area_doubled (moved_sliver), ==, 1);
      g_assert_cmpuint (moved->n_rings, ==, 2);
      g_assert_true (cw_box_equal (moved->bounds, cw_transform_box (&transform, frame->bounds)));
      g_assert_false (
          cw_polygon_contains (moved, cw_transform_point (&transform, CW_POINT (50, 50))));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/polygon/rings-are-oriented", test_rings_are_oriented);
  g_test_add_func ("/model/geometry/polygon/repeated-points-are-dropped",
                   test_repeated_points_are_dropped);
  g_test_add_func ("/model/geometry/polygon/border-belongs", test_border_belongs);
  g_test_add_func ("/model/geometry/polygon/contains-agrees-with-oracle",
                   test_contains_agrees_with_oracle);
  g_test_add_func ("/model/geometry/polygon/area-at-the-limits", test_area_at_the_limits);
  g_test_add_func ("/model/geometry/polygon/transform-keeps-the-area",
                   test_transform_keeps_the_area);

  return g_test_run ();
}
