/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-outline.h"

#include "model/geometry/cw-polygon-fault.h"

static CwOutline *
new_outline (void)
{
  const CwVertex round[] = { { { 400, 500 }, 180 * CW_DEGREE }, { { 600, 500 }, 180 * CW_DEGREE } };
  g_autoptr (CwPath) border = cw_path_new_box (CW_BOX (0, 0, 2000, 1000));
  g_autoptr (CwPath) disc = cw_path_new (round, G_N_ELEMENTS (round));
  g_autoptr (CwPath) square = cw_path_new_box (CW_BOX (1000, 100, 1500, 600));
  CwPath *holes[] = { disc, square };

  return cw_outline_new (border, holes, G_N_ELEMENTS (holes));
}

static void
test_polygon_has_its_holes (void)
{
  g_autoptr (CwOutline) outline = new_outline ();
  g_autoptr (CwPolygon) polygon = cw_outline_to_polygon (outline, 1);

  g_assert_cmpuint (polygon->n_rings, ==, 3);
  g_assert_true (cw_box_equal (cw_outline_get_bounds (outline), CW_BOX (0, 0, 2000, 1000)));
  g_assert_true (cw_box_equal (polygon->bounds, CW_BOX (0, 0, 2000, 1000)));
  g_assert_true (cw_polygon_contains (polygon, CW_POINT (10, 10)));
  g_assert_false (cw_polygon_contains (polygon, CW_POINT (500, 500)));
  g_assert_false (cw_polygon_contains (polygon, CW_POINT (500, 595)));
  g_assert_true (cw_polygon_contains (polygon, CW_POINT (500, 605)));
  g_assert_false (cw_polygon_contains (polygon, CW_POINT (1200, 200)));
}

static void
test_equal_by_value (void)
{
  g_autoptr (CwOutline) a = new_outline ();
  g_autoptr (CwOutline) b = new_outline ();
  g_autoptr (CwOutline) fewer = cw_outline_new (a->border, a->holes, 1);
  CwPath *turned[] = { a->holes[1], a->holes[0] };
  g_autoptr (CwOutline) other = cw_outline_new (a->border, turned, 2);

  g_assert_true (cw_outline_equal (a, a));
  g_assert_true (cw_outline_equal (a, b));
  g_assert_false (cw_outline_equal (a, fewer));
  g_assert_false (cw_outline_equal (a, other));
}

static void
test_transforms_all_its_paths (void)
{
  const CwTransform turn = { { 100, 200 }, CW_ANGLE_90, FALSE };
  const CwTransform mirror = { { 0, 0 }, 0, TRUE };
  g_autoptr (CwOutline) outline = new_outline ();
  g_autoptr (CwOutline) turned = cw_outline_transform (outline, &turn);
  g_autoptr (CwOutline) once = cw_outline_transform (outline, &mirror);
  g_autoptr (CwOutline) twice = cw_outline_transform (once, &mirror);

  g_assert_true (cw_box_equal (cw_outline_get_bounds (turned), CW_BOX (-900, 200, 100, 2200)));
  g_assert_cmpint (once->holes[0]->vertices[0].sweep, ==, -180 * CW_DEGREE);
  g_assert_true (cw_outline_equal (outline, twice));
}

typedef struct
{
  CwBox holes[2];
  guint n_holes;
  CwPolygonFault fault;
} FaultCase;

static void
test_faults_of_holes (void)
{
  static const FaultCase cases[] = {
    { { { { 100, 100 }, { 200, 200 } }, { { 300, 100 }, { 400, 200 } } }, 2, CW_POLYGON_SOUND },
    { { { { 2100, 100 }, { 2200, 200 } } }, 1, CW_POLYGON_HOLE_OUTSIDE },
    { { { { 100, 100 }, { 500, 500 } }, { { 200, 200 }, { 300, 300 } } },
      2,
      CW_POLYGON_HOLE_IN_HOLE },
    { { { { 100, 100 }, { 500, 500 } }, { { 400, 400 }, { 600, 600 } } }, 2, CW_POLYGON_CROSSES },
    { { { { 100, 100 }, { 500, 500 } }, { { 500, 100 }, { 600, 500 } } }, 2, CW_POLYGON_CROSSES },
    { { { { 1900, 100 }, { 2100, 500 } } }, 1, CW_POLYGON_CROSSES },
    /* corner to corner: still one piece */
    { { { { 100, 100 }, { 500, 500 } }, { { 500, 500 }, { 600, 600 } } }, 2, CW_POLYGON_SOUND },
    /* from side to side by corners: two pieces */
    { { { { 500, 0 }, { 600, 1000 } } }, 1, CW_POLYGON_CROSSES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwPath) border = cw_path_new_box (CW_BOX (0, 0, 2000, 1000));
      g_autoptr (CwPath) first = cw_path_new_box (cases[i].holes[0]);
      g_autoptr (CwPath) second = cw_path_new_box (cases[i].holes[1]);
      CwPath *holes[] = { first, second };
      g_autoptr (CwOutline) outline = cw_outline_new (border, holes, cases[i].n_holes);
      g_autoptr (CwPolygon) polygon = cw_outline_to_polygon (outline, 1);
      CwPoint at;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (cw_polygon_find_fault (polygon, &at), ==, cases[i].fault);
    }
}

static void
test_faults_of_borders (void)
{
  static const CwPoint bow[] = { { 0, 0 }, { 1000, 1000 }, { 1000, 0 }, { 0, 1000 } };
  static const CwPoint touch[] = { { 0, 0 }, { 1000, 0 }, { 1000, 1000 }, { 500, 0 }, { 0, 1000 } };
  static const CwPoint plain[] = { { 0, 0 }, { 1000, 0 }, { 1000, 1000 }, { 500, 1 }, { 0, 1000 } };
  g_autoptr (CwPolygon) crossing = cw_polygon_new (bow, G_N_ELEMENTS (bow));
  g_autoptr (CwPolygon) touching = cw_polygon_new (touch, G_N_ELEMENTS (touch));
  g_autoptr (CwPolygon) sound = cw_polygon_new (plain, G_N_ELEMENTS (plain));
  CwPoint at;

  g_assert_cmpint (cw_polygon_find_fault (crossing, &at), ==, CW_POLYGON_CROSSES);
  g_assert_cmpint (at.x, ==, 500);
  g_assert_cmpint (at.y, ==, 500);
  g_assert_cmpint (cw_polygon_find_fault (touching, &at), ==, CW_POLYGON_CROSSES);
  g_assert_cmpint (cw_polygon_find_fault (sound, &at), ==, CW_POLYGON_SOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/geometry/outline/polygon-has-its-holes", test_polygon_has_its_holes);
  g_test_add_func ("/model/geometry/outline/equal-by-value", test_equal_by_value);
  g_test_add_func ("/model/geometry/outline/transforms-all-its-paths",
                   test_transforms_all_its_paths);
  g_test_add_func ("/model/geometry/polygon-fault/of-holes", test_faults_of_holes);
  g_test_add_func ("/model/geometry/polygon-fault/of-borders", test_faults_of_borders);

  return g_test_run ();
}
