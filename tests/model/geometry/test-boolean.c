/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-boolean.h"

#include "model/base/cw-error.h"
#include "tests/model/geometry/random.h"

static GPtrArray *
new_set (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
}

static void
add_box (GPtrArray *set, CwBox box)
{
  g_autoptr (CwPath) outline = cw_path_new_box (box);

  g_ptr_array_add (set, cw_polygon_new_path (outline, 1));
}

static GPtrArray *
new_boxes (const CwBox *boxes, gsize n_boxes)
{
  GPtrArray *set = new_set ();

  for (gsize i = 0; i < n_boxes; i++)
    add_box (set, boxes[i]);

  return set;
}

static void
add_all (GPtrArray *set, GPtrArray *others)
{
  for (guint i = 0; i < others->len; i++)
    g_ptr_array_add (set, cw_polygon_ref (g_ptr_array_index (others, i)));
}

static GPtrArray *
unite (GPtrArray *set)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *result = cw_polygons_unite (set, &error);

  g_assert_no_error (error);

  return result;
}

static GPtrArray *
intersect (GPtrArray *a, GPtrArray *b)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *result = cw_polygons_intersect (a, b, &error);

  g_assert_no_error (error);

  return result;
}

static GPtrArray *
subtract (GPtrArray *a, GPtrArray *b)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *result = cw_polygons_subtract (a, b, &error);

  g_assert_no_error (error);

  return result;
}

static GPtrArray *
offset (GPtrArray *set, CwCoord by, CwCoord sagitta)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *result = cw_polygons_offset (set, by, sagitta, &error);

  g_assert_no_error (error);

  return result;
}

static void
assert_same (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (cw_polygon_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)));
}

static const struct
{
  CwBox a;
  CwBox b;
  guint n_united;
  double united;
  double intersection;
} known[] = {
  { { { 0, 0 }, { 10, 10 } }, { { 5, 5 }, { 15, 15 } }, 1, 175, 25 },
  { { { 0, 0 }, { 10, 10 } }, { { 10, 0 }, { 20, 10 } }, 1, 200, 0 },  /* share an edge */
  { { { 0, 0 }, { 10, 10 } }, { { 10, 10 }, { 20, 20 } }, 2, 200, 0 }, /* share a corner */
  { { { 0, 0 }, { 10, 10 } }, { { 11, 0 }, { 20, 10 } }, 2, 190, 0 },
  { { { 0, 0 }, { 10, 10 } }, { { 0, 0 }, { 10, 10 } }, 1, 100, 100 },
  { { { 0, 0 }, { 10, 10 } }, { { 2, 2 }, { 4, 4 } }, 1, 100, 4 },
  { { { 0, 0 }, { 10, 10 } }, { { 5, 0 }, { 15, 10 } }, 1, 150, 50 }, /* collinear edges */
  { { { -1000000000, -1000000000 }, { 1000000000, 1000000000 } },
    { { 0, 0 }, { 1, 1 } },
    1,
    4e18,
    1 },
};

static void
test_known_boxes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      const CwBox both[] = { known[i].a, known[i].b };
      g_autoptr (GPtrArray) a = new_boxes (&both[0], 1);
      g_autoptr (GPtrArray) b = new_boxes (&both[1], 1);
      g_autoptr (GPtrArray) set = new_boxes (both, 2);
      g_autoptr (GPtrArray) united = unite (set);
      g_autoptr (GPtrArray) intersection = intersect (a, b);
      g_autoptr (GPtrArray) difference = subtract (a, b);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (united->len, ==, known[i].n_united);
      g_assert_cmpfloat (cw_polygons_get_area (united), ==, known[i].united);
      g_assert_cmpfloat (cw_polygons_get_area (intersection), ==, known[i].intersection);
      g_assert_cmpfloat (cw_polygons_get_area (difference), ==,
                         cw_polygons_get_area (a) - known[i].intersection);
    }
}

static void
test_empty_sets (void)
{
  const CwBox box = { { 0, 0 }, { 10, 10 } };
  g_autoptr (GPtrArray) none = new_set ();
  g_autoptr (GPtrArray) one = new_boxes (&box, 1);
  g_autoptr (GPtrArray) united = unite (none);
  g_autoptr (GPtrArray) intersection = intersect (one, none);
  g_autoptr (GPtrArray) difference = subtract (one, none);
  g_autoptr (GPtrArray) nothing = subtract (none, one);
  g_autoptr (GPtrArray) grown = offset (none, 5, 1);
  g_autoptr (GPtrArray) gone = offset (one, -5, 1);

  g_assert_cmpuint (united->len, ==, 0);
  g_assert_cmpuint (intersection->len, ==, 0);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (grown->len, ==, 0);
  g_assert_cmpuint (gone->len, ==, 0);
  assert_same (difference, one);
}

/* what a set covers fixes the result, not the order or the seams of its parts */
static void
test_results_are_canonical (void)
{
  const CwBox parts[] = { { { 0, 0 }, { 10, 10 } },
                          { { 10, 0 }, { 20, 10 } },
                          { { 50, -50 }, { 60, 0 } },
                          { { 5, 0 }, { 15, 10 } } };
  const CwBox others[]
      = { { { 50, -50 }, { 60, 0 } }, { { 0, 0 }, { 20, 5 } }, { { 0, 5 }, { 20, 10 } } };
  g_autoptr (GPtrArray) a = new_boxes (parts, G_N_ELEMENTS (parts));
  g_autoptr (GPtrArray) b = new_boxes (others, G_N_ELEMENTS (others));
  g_autoptr (GPtrArray) united_a = unite (a);
  g_autoptr (GPtrArray) united_b = unite (b);
  const CwPolygon *first = g_ptr_array_index (united_a, 0);
  const CwPolygon *second = g_ptr_array_index (united_a, 1);

  assert_same (united_a, united_b);
  g_assert_cmpuint (second->ends[0], ==, 4);
  g_assert_true (cw_point_equal (first->points[0], CW_POINT (50, -50)));
  g_assert_true (cw_point_equal (second->points[0], CW_POINT (0, 0)));
}

static void
test_self_crossing_counts_by_even_and_odd (void)
{
  const CwPoint bow[] = { { 0, 0 }, { 10, 10 }, { 10, 0 }, { 0, 10 } };
  const CwPoint flat[] = { { 0, 0 }, { 10, 10 }, { 20, 20 } };
  g_autoptr (GPtrArray) set = new_set ();
  g_autoptr (GPtrArray) nothing = new_set ();
  g_autoptr (GPtrArray) united = NULL;
  g_autoptr (GPtrArray) none = NULL;

  g_ptr_array_add (set, cw_polygon_new (bow, G_N_ELEMENTS (bow)));
  united = unite (set);
  g_assert_cmpuint (united->len, ==, 2);
  g_assert_cmpfloat (cw_polygons_get_area (united), ==, 50);

  g_ptr_array_add (nothing, cw_polygon_new (flat, G_N_ELEMENTS (flat)));
  none = unite (nothing);
  g_assert_cmpuint (none->len, ==, 0);
}

static GPtrArray *
random_boxes (Random *random, CwCoord size)
{
  GPtrArray *set = new_set ();

  for (int n = random_range (random, 1, 8); n > 0; n--)
    {
      CwPoint a = random_point_within (random, size);
      CwPoint b = random_point_within (random, size);

      if (a.x != b.x && a.y != b.y)
        add_box (set, cw_box_from_points (a, b));
    }

  return set;
}

/* area (A ∪ B) = area (A) + area (B) − area (A ∩ B), and what else must be so */
static void
assert_areas_add_up (GPtrArray *a, GPtrArray *b, double tolerance)
{
  g_autoptr (GPtrArray) united_a = unite (a);
  g_autoptr (GPtrArray) united_b = unite (b);
  g_autoptr (GPtrArray) both = new_set ();
  g_autoptr (GPtrArray) united = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) intersection = intersect (a, b);
  g_autoptr (GPtrArray) swapped = intersect (b, a);
  g_autoptr (GPtrArray) difference = subtract (a, b);
  double area_a = cw_polygons_get_area (united_a);
  double area_b = cw_polygons_get_area (united_b);
  double common = cw_polygons_get_area (intersection);

  add_all (both, a);
  add_all (both, b);
  united = unite (both);
  again = unite (united);

  g_assert_cmpfloat_with_epsilon (cw_polygons_get_area (united), area_a + area_b - common,
                                  tolerance);
  g_assert_cmpfloat_with_epsilon (cw_polygons_get_area (difference), area_a - common, tolerance);
  g_assert_cmpfloat_with_epsilon (cw_polygons_get_area (swapped), common, tolerance);
  if (tolerance < 1)
    assert_same (again, united);
}

static void
test_areas_of_boxes_add_up (void)
{
  Random random = { g_test_rand_int () };

  for (int i = 0; i < 400; i++)
    {
      CwCoord size = i % 2 ? 10 : 1000000;
      g_autoptr (GPtrArray) a = random_boxes (&random, size);
      g_autoptr (GPtrArray) b = random_boxes (&random, size);

      assert_areas_add_up (a, b, 0.25);
    }
}

static void
test_areas_of_polygons_add_up (void)
{
  Random random = { g_test_rand_int () };

  for (int i = 0; i < 400; i++)
    {
      CwCoord size = i % 2 ? 1000 : 1000000;
      g_autoptr (GPtrArray) a = new_set ();
      g_autoptr (GPtrArray) b = new_set ();

      for (int n = random_range (&random, 1, 4); n > 0; n--)
        {
          g_ptr_array_add (a, random_polygon (&random, random_point_within (&random, size), size));
          g_ptr_array_add (b, random_polygon (&random, random_point_within (&random, size), size));
        }
      /* every corner moves by less than a nanometre: some borders long */
      assert_areas_add_up (a, b, 200.0 * size);
    }
}

static void
test_offset_of_a_box (void)
{
  const CwBox box = { { 0, 0 }, { 10000, 20000 } };
  g_autoptr (GPtrArray) set = new_boxes (&box, 1);
  g_autoptr (GPtrArray) grown = offset (set, 1000, 1);
  g_autoptr (GPtrArray) shrunk = offset (set, -1000, 1);
  g_autoptr (GPtrArray) same = offset (set, 0, 1);
  const CwPolygon *outline = g_ptr_array_index (grown, 0);
  const CwPolygon *kernel = g_ptr_array_index (shrunk, 0);
  double area = 10000.0 * 20000 + 2 * 1000 * 30000.0 + G_PI * 1000 * 1000;

  assert_same (same, set);
  g_assert_cmpuint (grown->len, ==, 1);
  g_assert_true (cw_box_equal (outline->bounds, CW_BOX (-1000, -1000, 11000, 21000)));
  g_assert_cmpfloat (cw_polygons_get_area (grown), <, area + 100);
  g_assert_cmpfloat (cw_polygons_get_area (grown), >, area - 7000);
  g_assert_cmpuint (shrunk->len, ==, 1);
  g_assert_cmpuint (kernel->ends[0], ==, 4);
  g_assert_true (cw_box_equal (kernel->bounds, CW_BOX (1000, 1000, 9000, 19000)));
}

/* a point is in the grown set when it is near the set, in the shrunk one when the outside is not near */
static void
assert_offset (GPtrArray *set, CwCoord by, CwCoord size, Random *random)
{
  g_autoptr (GPtrArray) united = unite (set);
  g_autoptr (GPtrArray) moved = offset (set, by, 2);
  CwBox bounds = CW_BOX (-size, -size, size, size);
  const CwBox frame = cw_box_grow (bounds, 3 * size);
  g_autoptr (GPtrArray) all = new_boxes (&frame, 1);
  g_autoptr (GPtrArray) outside = subtract (all, united);

  for (int i = 0; i < 60; i++)
    {
      CwPoint p = random_point_within (random, size * 2);
      gboolean is_in = FALSE;
      gboolean is_near = FALSE;
      gboolean is_very_near = FALSE;
      GPtrArray *from = by > 0 ? united : outside;

      for (guint k = 0; k < moved->len; k++)
        is_in |= cw_polygon_contains (g_ptr_array_index (moved, k), p);
      for (guint k = 0; k < from->len; k++)
        {
          CwShape shape = { .kind = CW_SHAPE_POLYGON };

          shape.polygon = g_ptr_array_index (from, k);
          is_near |= cw_shape_is_near_point (&shape, p, ABS (by) + 2);
          is_very_near |= cw_shape_is_near_point (&shape, p, ABS (by) - 4);
        }
      if (by > 0 ? is_very_near : !is_near)
        g_assert_true (is_in);
      if (by > 0 ? !is_near : is_very_near)
        g_assert_false (is_in);
    }
}

static void
test_offsets_keep_the_distance (void)
{
  Random random = { g_test_rand_int () };

  for (int i = 0; i < 150; i++)
    {
      CwCoord size = i % 2 ? 2000 : 300000;
      CwCoord by = random_range (&random, 5, size / 3);
      g_autoptr (GPtrArray) set = new_set ();

      for (int n = random_range (&random, 1, 3); n > 0; n--)
        g_ptr_array_add (
            set, random_polygon (&random, random_point_within (&random, size / 2), size / 2));
      assert_offset (set, i / 2 % 2 ? by : -by, size, &random);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/boolean/known-boxes", test_known_boxes);
  g_test_add_func ("/model/geometry/boolean/empty-sets", test_empty_sets);
  g_test_add_func ("/model/geometry/boolean/results-are-canonical", test_results_are_canonical);
  g_test_add_func ("/model/geometry/boolean/self-crossing-counts-by-even-and-odd",
                   test_self_crossing_counts_by_even_and_odd);
  g_test_add_func ("/model/geometry/boolean/areas-of-boxes-add-up", test_areas_of_boxes_add_up);
  g_test_add_func ("/model/geometry/boolean/areas-of-polygons-add-up",
                   test_areas_of_polygons_add_up);
  g_test_add_func ("/model/geometry/boolean/offset-of-a-box", test_offset_of_a_box);
  g_test_add_func ("/model/geometry/boolean/offsets-keep-the-distance",
                   test_offsets_keep_the_distance);

  return g_test_run ();
}
