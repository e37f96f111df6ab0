/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-path.h"

#include "tests/model/geometry/random.h"

static void
assert_point (CwPoint p, CwCoord x, CwCoord y)
{
  g_assert_cmpint (p.x, ==, x);
  g_assert_cmpint (p.y, ==, y);
}

static void
assert_box (CwBox box, CwBox expected)
{
  assert_point (box.min, expected.min.x, expected.min.y);
  assert_point (box.max, expected.max.x, expected.max.y);
}

static void
test_known_arcs (void)
{
  CwArc quarter = { { 1000, 0 }, { 0, 1000 }, CW_ANGLE_90 };
  CwArc large = { { 1000, 0 }, { 0, 1000 }, -270 * CW_DEGREE };
  CwArc half = { { -500, 7 }, { 500, 7 }, 180 * CW_DEGREE };

  assert_point (cw_arc_get_centre (&quarter), 0, 0);
  assert_point (cw_arc_get_centre (&large), 0, 0);
  assert_point (cw_arc_get_centre (&half), 0, 7);
  g_assert_cmpfloat_with_epsilon (cw_arc_get_radius (&quarter), 1000, 1e-9);
  g_assert_cmpfloat_with_epsilon (cw_arc_get_length (&quarter), 500 * G_PI, 1e-9);
  g_assert_cmpfloat_with_epsilon (cw_arc_get_length (&large), 1500 * G_PI, 1e-9);
  assert_box (cw_arc_get_bounds (&quarter), CW_BOX (0, 0, 1000, 1000));
  assert_box (cw_arc_get_bounds (&large), CW_BOX (-1000, -1000, 1000, 1000));
  assert_box (cw_arc_get_bounds (&half), CW_BOX (-500, -493, 500, 7));
  half.sweep *= -1;
  assert_box (cw_arc_get_bounds (&half), CW_BOX (-500, 7, 500, 507));
}

static CwArc
random_arc (Random *random, CwCoord size)
{
  CwArc arc = { random_point_within (random, size), random_point_within (random, size),
                random_range (random, 1, 359999999) };

  if (random_range (random, 0, 3) == 0)
    arc.sweep = MAX (arc.sweep / CW_ANGLE_90, 1) * CW_ANGLE_90;
  if (random_range (random, 0, 1))
    arc.sweep *= -1;
  if (cw_point_equal (arc.start, arc.end))
    arc.end.x++;

  return arc;
}

/* the points are on the circle, the chords within the sagitta, and the sweep is turned through */
static void
assert_flattened (const CwArc *arc, CwCoord sagitta)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  CwBox bounds = cw_arc_get_bounds (arc);
  long double half = fabsl ((long double) arc->sweep) * G_PI / 360e6L;
  long double cotangent = ABS (arc->sweep) == 2 * CW_ANGLE_90 ? 0 : cosl (half) / sinl (half);
  long double side = arc->sweep > 0 ? 1 : -1;
  long double x = ((long double) arc->start.x + arc->end.x
                   - side * cotangent * ((long double) arc->end.y - arc->start.y))
                  / 2;
  long double y = ((long double) arc->start.y + arc->end.y
                   + side * cotangent * ((long double) arc->end.x - arc->start.x))
                  / 2;
  long double radius = hypotl (arc->start.x - x, arc->start.y - y);
  long double turned = 0;
  CwPoint last = arc->start;

  cw_arc_flatten (arc, sagitta, points);
  g_assert_true (cw_point_equal (g_array_index (points, CwPoint, points->len - 1), arc->end));
  for (guint i = 0; i < points->len; i++)
    {
      CwPoint p = g_array_index (points, CwPoint, i);
      long double middle_x = ((long double) p.x + last.x) / 2;
      long double middle_y = ((long double) p.y + last.y) / 2;

      g_assert_true (cw_box_contains (bounds, p));
      g_assert_cmpfloat ((double) fabsl (hypotl (p.x - x, p.y - y) - radius), <, 0.72);
      g_assert_cmpfloat ((double) fabsl (hypotl (middle_x - x, middle_y - y) - radius), <=,
                         sagitta + 1e-3);
      turned += atan2l ((last.x - x) * (p.y - y) - (last.y - y) * (p.x - x),
                        (last.x - x) * (p.x - x) + (last.y - y) * (p.y - y));
      last = p;
    }
  g_assert_cmpfloat_with_epsilon ((double) turned, arc->sweep * (G_PI / 180e6), 1e-3);
}

static void
test_flattened_arcs_keep_the_sagitta (void)
{
  static const CwCoord sagittas[] = { 1, 2, 10, 1000 };
  Random random = { g_test_rand_int () };
  guint n_tested = 0;

  for (int i = 0; i < 4000; i++)
    {
      CwArc arc = random_arc (&random, i % 2 ? 300 : 300000);

      if (cw_arc_get_radius (&arc) < 1000 * 1000 && cw_arc_get_radius (&arc) > 20)
        {
          assert_flattened (&arc, sagittas[i / 2 % 4]);
          n_tested++;
        }
    }
  g_assert_cmpuint (n_tested, >, 1000);
}

/* also where the centre is far beyond the plane */
static void
test_bounds_contain_any_arc (void)
{
  Random random = { g_test_rand_int () };

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
      CwArc arc = random_arc (&random, i % 2 ? 100 : 100000000);
      CwBox bounds;

      if (i % 3 == 0)
        arc.sweep = random_range (&random, 1, 1000);
      if (i % 3 == 1)
        arc.sweep = CW_ANGLE_FULL - random_range (&random, 1, 1000);
      bounds = cw_arc_get_bounds (&arc);
      cw_arc_flatten (&arc, 100000, points);
      g_assert_cmpuint (points->len, <=, 131072);
      for (guint k = 0; k < points->len; k++)
        g_assert_true (cw_box_contains (bounds, g_array_index (points, CwPoint, k)));
    }
}

static void
test_degenerate_arcs_are_straight (void)
{
  static const CwArc arcs[] = {
    { { 0, 0 }, { 300, 400 }, 0 },
    { { 0, 0 }, { 300, 400 }, CW_ANGLE_FULL },
    { { 7, 7 }, { 7, 7 }, CW_ANGLE_90 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (arcs); i++)
    {
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));

      cw_arc_flatten (&arcs[i], 1, points);
      g_assert_cmpuint (points->len, ==, 1);
      g_assert_true (cw_point_equal (g_array_index (points, CwPoint, 0), arcs[i].end));
      g_assert_cmpfloat (cw_arc_get_length (&arcs[i]), ==, i == 2 ? 0 : 500);
      assert_box (cw_arc_get_bounds (&arcs[i]), cw_box_from_points (arcs[i].start, arcs[i].end));
    }
}

static void
test_open_and_closed (void)
{
  const CwVertex vertices[] = {
    { { 0, 0 }, 0 },
    { { 1000, 0 }, 180 * CW_DEGREE },
    { { 1000, 1000 }, 0 },
    { { 0, 1000 }, 180 * CW_DEGREE },
  };
  g_autoptr (CwPath) path = cw_path_new (vertices, G_N_ELEMENTS (vertices));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autoptr (GArray) closed = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  assert_box (cw_path_get_bounds (path, FALSE), CW_BOX (0, 0, 1500, 1000));
  assert_box (cw_path_get_bounds (path, TRUE), CW_BOX (-500, 0, 1500, 1000));
  g_assert_cmpfloat_with_epsilon (cw_path_get_length (path, FALSE), 2000 + 500 * G_PI, 1e-9);
  g_assert_cmpfloat_with_epsilon (cw_path_get_length (path, TRUE), 2000 + 1000 * G_PI, 1e-9);
  cw_path_flatten (path, FALSE, 1, open);
  cw_path_flatten (path, TRUE, 1, closed);
  assert_point (g_array_index (open, CwPoint, 0), 0, 0);
  assert_point (g_array_index (open, CwPoint, open->len - 1), 0, 1000);
  g_assert_cmpuint (closed->len, >, open->len);
  g_assert_false (
      cw_point_equal (g_array_index (closed, CwPoint, closed->len - 1), vertices[0].at));
}

static void
test_short_paths (void)
{
  const CwPoint point = { 3, 4 };
  g_autoptr (CwPath) none = cw_path_new (NULL, 0);
  g_autoptr (CwPath) one = cw_path_new_points (&point, 1);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  g_assert_true (cw_box_is_empty (cw_path_get_bounds (none, TRUE)));
  g_assert_cmpfloat (cw_path_get_length (none, TRUE), ==, 0);
  cw_path_flatten (none, TRUE, 1, points);
  g_assert_cmpuint (points->len, ==, 0);

  assert_box (cw_path_get_bounds (one, TRUE), CW_BOX (3, 4, 3, 4));
  g_assert_cmpfloat (cw_path_get_length (one, TRUE), ==, 0);
  cw_path_flatten (one, TRUE, 1, points);
  g_assert_cmpuint (points->len, ==, 1);
}

static void
test_transform_keeps_arcs (void)
{
  const CwVertex vertices[] = { { { 100, 0 }, CW_ANGLE_90 }, { { 0, 100 }, 0 }, { { 0, 0 }, 0 } };
  g_autoptr (CwPath) path = cw_path_new (vertices, G_N_ELEMENTS (vertices));

  for (int i = 0; i < 8; i++)
    {
      CwTransform transform = { { 10, 20 }, i / 2 * CW_ANGLE_90, i % 2 };
      g_autoptr (CwPath) moved = cw_path_transform (path, &transform);

      g_assert_cmpint (moved->vertices[0].sweep, ==, i % 2 ? -CW_ANGLE_90 : CW_ANGLE_90);
      g_assert_cmpfloat_with_epsilon (cw_path_get_length (moved, TRUE),
                                      cw_path_get_length (path, TRUE), 1e-9);
      assert_box (cw_path_get_bounds (moved, TRUE),
                  cw_transform_box (&transform, cw_path_get_bounds (path, TRUE)));
    }
}

static void
test_equality (void)
{
  g_autoptr (CwPath) a = cw_path_new_box (CW_BOX (0, 0, 3, 4));
  g_autoptr (CwPath) b = cw_path_new_box (CW_BOX (0, 0, 3, 4));
  g_autoptr (CwPath) c = cw_path_new_box (CW_BOX (0, 0, 3, 5));
  g_autoptr (CwPath) d = cw_path_new (a->vertices, 3);

  g_assert_true (cw_path_equal (a, b));
  g_assert_false (cw_path_equal (a, c));
  g_assert_false (cw_path_equal (a, d));
  g_assert_cmpfloat (cw_path_get_length (a, TRUE), ==, 14);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/path/known-arcs", test_known_arcs);
  g_test_add_func ("/model/geometry/path/flattened-arcs-keep-the-sagitta",
                   test_flattened_arcs_keep_the_sagitta);
  g_test_add_func ("/model/geometry/path/bounds-contain-any-arc", test_bounds_contain_any_arc);
  g_test_add_func ("/model/geometry/path/degenerate-arcs-are-straight",
                   test_degenerate_arcs_are_straight);
  g_test_add_func ("/model/geometry/path/open-and-closed", test_open_and_closed);
  g_test_add_func ("/model/geometry/path/short-paths", test_short_paths);
  g_test_add_func ("/model/geometry/path/transform-keeps-arcs", test_transform_keeps_arcs);
  g_test_add_func ("/model/geometry/path/equality", test_equality);

  return g_test_run ();
}
