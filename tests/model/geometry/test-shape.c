/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/geometry/oracle.h"
#include "tests/model/geometry/random.h"

#define DISC(x, y, diameter)                                                                       \
  {                                                                                                \
    .kind = CW_SHAPE_DISC, .disc = { { x, y }, diameter }                                          \
  }
#define CAPSULE(x0, y0, x1, y1, width)                                                             \
  {                                                                                                \
    .kind = CW_SHAPE_CAPSULE, .capsule = { { x0, y0 }, { x1, y1 }, width }                         \
  }
#define BOX(x0, y0, x1, y1)                                                                        \
  {                                                                                                \
    .kind = CW_SHAPE_BOX, .box = { { x0, y0 }, { x1, y1 } }                                        \
  }

static const struct
{
  CwShape a;
  CwShape b;
  gint64 distance;   /* rounded down */
  gboolean is_whole; /* whether nothing was rounded */
} known_gaps[] = {
  { DISC (0, 0, 10), DISC (100, 0, 20), 85, TRUE },
  { DISC (0, 0, 11), DISC (100, 0, 20), 84, FALSE },
  { DISC (0, 0, 11), DISC (100, 0, 21), 84, TRUE },
  { DISC (0, 0, 10), DISC (300, 400, 10), 490, TRUE },
  { DISC (0, 0, 10), DISC (1, 10, 10), 0, FALSE },
  { DISC (0, 0, 10), DISC (0, 10, 10), 0, TRUE },
  { DISC (0, 0, 10), DISC (0, 0, 10), 0, TRUE },
  { DISC (50, 30, 10), CAPSULE (0, 0, 100, 0, 10), 20, TRUE },
  { DISC (0, 30, 9), CAPSULE (0, 0, 100, 0, 10), 20, FALSE },
  { CAPSULE (0, 0, 100, 0, 10), CAPSULE (0, 20, 100, 20, 10), 10, TRUE },
  { CAPSULE (0, 0, 100, 0, 10), CAPSULE (50, 20, 50, 90, 10), 10, TRUE },
  { CAPSULE (0, 0, 100, 100, 2), CAPSULE (0, 100, 100, 0, 2), 0, TRUE },
  { CAPSULE (0, 0, 400, 300, 2), CAPSULE (-3, 4, 397, 304, 2), 3, TRUE },
  { CAPSULE (0, 0, 100, 0, 10), CAPSULE (100, 0, 200, 0, 10), 0, TRUE },
  { CAPSULE (0, 0, 100, 0, 10), CAPSULE (110, 0, 200, 0, 10), 0, TRUE },
  { CAPSULE (0, 0, 100, 0, 10), CAPSULE (111, 0, 200, 0, 10), 1, TRUE },
  { BOX (0, 0, 10, 10), BOX (13, 14, 20, 20), 5, TRUE },
  { BOX (0, 0, 10, 10), BOX (10, 10, 20, 20), 0, TRUE },
  { BOX (0, 0, 100, 100), BOX (10, 10, 20, 20), 0, TRUE },
  { BOX (0, 0, 10, 10), DISC (30, 5, 10), 15, TRUE },
  { BOX (0, 0, 10, 10), DISC (13, 14, 4), 3, TRUE },
  { BOX (0, 0, 100, 100), DISC (50, 50, 4), 0, TRUE },
  { BOX (0, 0, 10, 10), CAPSULE (-50, 40, 50, 40, 6), 27, TRUE },
  { BOX (-1, -1, 1, 1), CAPSULE (-50, -50, 50, 50, 6), 0, TRUE },
  { DISC (-1000000000, -1000000000, 1), DISC (1000000000, 1000000000, 1), 2828427123, FALSE },
  { DISC (-1000000000, 0, 1000000000), DISC (1000000000, 0, 1000000000), 1000000000, TRUE },
};

static void
test_known_gaps (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_gaps); i++)
    {
      const CwShape *a = &known_gaps[i].a;
      const CwShape *b = &known_gaps[i].b;
      gint64 distance = known_gaps[i].distance;
      CwGap gap;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      cw_shape_measure (a, b, &gap);
      g_assert_cmpint (gap.distance, ==, distance);
      cw_shape_measure (b, a, &gap);
      g_assert_cmpint (gap.distance, ==, distance);
      g_assert_cmpint (cw_shape_touches (a, b), ==, distance == 0 && known_gaps[i].is_whole);
      if (distance >= G_MAXINT32)
        continue;
      g_assert_cmpint (cw_shape_is_nearer_than (a, b, (CwCoord) distance, NULL), ==, FALSE);
      g_assert_true (cw_shape_is_nearer_than (a, b, (CwCoord) distance + 1, NULL));
    }
}

static void
assert_near (const CwShape *shape, CwPoint p, CwCoord limit)
{
  g_assert_true (cw_shape_is_near_point (shape, p, limit));
}

/* the two points of a gap lie on their shapes and are as far apart as it says */
static void
assert_gap (const CwShape *a, const CwShape *b, const CwGap *gap)
{
  double apart = sqrt ((double) cw_point_distance_squared (gap->a, gap->b));

  g_assert_cmpfloat (apart, >, (double) gap->distance - 2);
  g_assert_cmpfloat (apart, <, (double) gap->distance + 3);
  assert_near (a, gap->a, 1);
  assert_near (b, gap->b, 1);
}

static void
compare_with_oracle (const CwShape *a, const CwShape *b, guint *n_near)
{
  Oracle oracle_a;
  Oracle oracle_b;
  long double distance;
  CwCoord limit;
  CwGap gap = { -1, { 0, 0 }, { 0, 0 } };

  oracle_init (&oracle_a, a);
  oracle_init (&oracle_b, b);
  distance = oracle_measure (&oracle_a, &oracle_b);
  limit = (CwCoord) ceill (fmaxl (distance, 0));

  if (fabsl (distance) > 1e-6L)
    g_assert_cmpint (cw_shape_touches (a, b), ==, distance < 0);
  g_assert_false (cw_shape_is_nearer_than (a, b, 0, NULL));
  if (distance > 1 && fabsl (distance - roundl (distance)) > 1e-6L)
    {
      g_assert_false (cw_shape_is_nearer_than (a, b, limit - 1, NULL));
      g_assert_true (cw_shape_is_nearer_than (a, b, limit, &gap));
      g_assert_cmpint (gap.distance, ==, limit - 1);
      assert_gap (a, b, &gap);
    }
  cw_shape_measure (a, b, &gap);
  if (distance <= 0 || fabsl (distance - roundl (distance)) > 1e-6L)
    g_assert_cmpint (gap.distance, ==, (gint64) floorl (fmaxl (distance, 0)));
  assert_gap (a, b, &gap);
  *n_near += distance < 0;

  oracle_clear (&oracle_a);
  oracle_clear (&oracle_b);
}

static void
test_distances_agree_with_oracle (void)
{
  static const CwCoord sizes[] = { 6, 40, 1000, 300000, 100000000 };
  Random random = { g_test_rand_int () };
  guint n_near = 0;
  guint n_pairs = 0;

  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      for (int i = 0; i < 5 * 5 * (s < 3 ? 200 : 20); i++)
        {
          CwShape a = random_shape (&random, (CwShapeKind) (i % 5), sizes[s]);
          CwShape b = random_shape (&random, (CwShapeKind) (i / 5 % 5), sizes[s]);

          /* a large band has ten thousands of chords */
          if (sizes[s] <= 1000000 || (a.kind != CW_SHAPE_BAND && b.kind != CW_SHAPE_BAND))
            {
              compare_with_oracle (&a, &b, &n_near);
              n_pairs++;
            }
          cw_shape_clear (&a);
          cw_shape_clear (&b);
        }
    }

  g_assert_cmpuint (n_near, >, n_pairs / 10);
  g_assert_cmpuint (n_near, <, n_pairs / 10 * 9);
}

static void
test_points_agree_with_oracle (void)
{
  Random random = { g_test_rand_int () };

  for (int i = 0; i < 50000; i++)
    {
      CwShape shape = random_shape (&random, (CwShapeKind) (i % 5), i % 2 ? 30 : 3000);
      Oracle oracle;

      oracle_init (&oracle, &shape);
      for (int k = 0; k < 4; k++)
        {
          CwPoint p = random_point_within (&random, i % 2 ? 60 : 6000);
          long double distance = oracle_measure_point (&oracle, (OraclePoint){ p.x, p.y });
          CwCoord limit = random_range (&random, 0, 50);

          if (fabsl (distance) > 1e-6L)
            g_assert_cmpint (cw_shape_contains (&shape, p), ==, distance < 0);
          else
            g_assert_true (oracle.radius > 0 || cw_shape_contains (&shape, p));
          if (fabsl (distance - limit) > 1e-6L)
            g_assert_cmpint (cw_shape_is_near_point (&shape, p, limit), ==, distance < limit);
          if (distance <= 0)
            g_assert_true (cw_box_contains (cw_shape_get_bounds (&shape), p));
        }
      oracle_clear (&oracle);
      cw_shape_clear (&shape);
    }
}

/* borders belong, to the last half nanometre */
static void
test_borders_belong (void)
{
  CwShape disc = DISC (10, 10, 10);
  CwShape odd = DISC (10, 10, 9);
  CwShape box = BOX (0, 0, 10, 10);
  CwShape capsule = CAPSULE (0, 0, 40, 30, 10);

  g_assert_true (cw_shape_contains (&disc, CW_POINT (13, 14)));
  g_assert_false (cw_shape_contains (&odd, CW_POINT (13, 14)));
  g_assert_true (cw_shape_is_near_point (&odd, CW_POINT (13, 14), 1));
  g_assert_true (cw_shape_contains (&box, CW_POINT (10, 10)));
  g_assert_false (cw_shape_contains (&box, CW_POINT (11, 10)));
  g_assert_true (cw_shape_contains (&capsule, CW_POINT (17, 19)));
  g_assert_false (cw_shape_contains (&capsule, CW_POINT (16, 19)));
  g_assert_false (cw_shape_is_near_point (&box, CW_POINT (0, 0), -1));
  g_assert_false (cw_shape_is_near_point (&box, CW_POINT (G_MAXINT32, G_MININT32), G_MAXINT32));
}

/* what is that thin may be less than three points of the grid [nm] */
static CwCoord
get_least_width (const CwShape *shape)
{
  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      return shape->disc.diameter;
    case CW_SHAPE_CAPSULE:
      return shape->capsule.width;
    case CW_SHAPE_BAND:
      return shape->band.width;
    case CW_SHAPE_BOX:
      return MIN (shape->box.max.x - shape->box.min.x, shape->box.max.y - shape->box.min.y);
    case CW_SHAPE_POLYGON:
    default:
      return G_MAXINT32;
    }
}

/* corners on the border, chords inside, and no more missing than the sagitta allows */
static void
test_polygon_lies_within_the_shape (void)
{
  static const CwCoord sagittas[] = { 1, 2, 20, 500 };
  Random random = { g_test_rand_int () };

  for (int i = 0; i < 4000; i++)
    {
      CwShape shape = random_shape (&random, (CwShapeKind) (i % 5), 20000);
      CwCoord sagitta = sagittas[i / 5 % 4];
      g_autoptr (CwPolygon) polygon = cw_shape_to_polygon (&shape, sagitta);
      CwShape inner = { .kind = CW_SHAPE_POLYGON };

      if (polygon == NULL)
        {
          g_assert_cmpint (get_least_width (&shape), <=, 2);
          cw_shape_clear (&shape);
          continue;
        }
      inner.polygon = polygon;
      for (guint32 k = 0; k < polygon->ends[0]; k++)
        assert_near (&shape, polygon->points[k], shape.kind == CW_SHAPE_BAND ? 4 : 1);
      for (int k = 0; k < 20; k++)
        {
          CwPoint p = random_point_within (&random, 30000);

          if (cw_shape_contains (&inner, p))
            assert_near (&shape, p, shape.kind == CW_SHAPE_BAND ? 4 : 1);
          if (cw_shape_contains (&shape, p))
            assert_near (&inner, p, sagitta + 4);
        }
      cw_shape_clear (&shape);
    }
}

static void
test_tiny_shapes_have_no_polygon (void)
{
  CwShape nothing = DISC (5, 5, 0);
  CwShape flat = BOX (5, 5, 5, 9);

  g_assert_null (cw_shape_to_polygon (&nothing, 1));
  flat.box.max.y = 5;
  g_assert_null (cw_shape_to_polygon (&flat, 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/shape/known-gaps", test_known_gaps);
  g_test_add_func ("/model/geometry/shape/distances-agree-with-oracle",
                   test_distances_agree_with_oracle);
  g_test_add_func ("/model/geometry/shape/points-agree-with-oracle", test_points_agree_with_oracle);
  g_test_add_func ("/model/geometry/shape/borders-belong", test_borders_belong);
  g_test_add_func ("/model/geometry/shape/polygon-lies-within-the-shape",
                   test_polygon_lies_within_the_shape);
  g_test_add_func ("/model/geometry/shape/tiny-shapes-have-no-polygon",
                   test_tiny_shapes_have_no_polygon);

  return g_test_run ();
}
