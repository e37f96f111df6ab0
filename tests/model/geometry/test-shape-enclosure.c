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
  CwShape inner;
  CwShape outer;
  gint64 enclosure;
} known[] = {
  { DISC (0, 0, 10), DISC (0, 0, 30), 10 },
  { DISC (3, 4, 10), DISC (0, 0, 30), 5 },
  { DISC (3, 4, 11), DISC (0, 0, 30), 4 },
  { DISC (3, 4, 20), DISC (0, 0, 30), 0 },
  { DISC (3, 4, 21), DISC (0, 0, 30), -1 },
  { DISC (3, 4, 22), DISC (0, 0, 30), -1 },
  { DISC (0, 0, 30), DISC (0, 0, 10), -10 },
  { DISC (100, 0, 10), DISC (0, 0, 10), -100 },
  { DISC (50, 0, 10), CAPSULE (0, 0, 100, 0, 30), 10 },
  { DISC (50, 2, 10), CAPSULE (0, 0, 100, 0, 30), 8 },
  { DISC (103, 4, 10), CAPSULE (0, 0, 100, 0, 30), 5 },
  { DISC (50, 50, 10), BOX (0, 0, 100, 100), 45 },
  { DISC (50, 50, 11), BOX (0, 0, 100, 100), 44 },
  { DISC (5, 50, 10), BOX (0, 0, 100, 100), 0 },
  { DISC (5, 50, 11), BOX (0, 0, 100, 100), -1 },
  { BOX (10, 20, 30, 40), BOX (0, 0, 100, 100), 10 },
  { BOX (0, 0, 100, 100), BOX (0, 0, 100, 100), 0 },
  { BOX (0, 0, 100, 101), BOX (0, 0, 100, 100), -1 },
  { BOX (-3, -4, 3, 4), DISC (0, 0, 20), 5 },
  { BOX (-3, -4, 3, 4), DISC (0, 0, 10), 0 },
  { BOX (-3, -4, 3, 5), DISC (0, 0, 10), -1 },
  { CAPSULE (10, 0, 90, 0, 10), CAPSULE (0, 0, 100, 0, 30), 10 },
  { CAPSULE (10, 10, 90, -10, 10), CAPSULE (0, 0, 100, 0, 30), 0 },
  { CAPSULE (0, 0, 100, 0, 10), CAPSULE (0, 0, 100, 0, 10), 0 },
};

static void
assert_answer (const CwShape *inner, const CwShape *outer, gint64 expected)
{
  gint64 enclosure = 77;
  CwGap gap;
  gboolean is_inside = cw_shape_get_enclosure (inner, outer, &enclosure, &gap);

  g_assert_cmpint (enclosure, ==, expected);
  g_assert_cmpint (is_inside, ==, expected >= 0);
  g_assert_cmpint (gap.distance, ==, MAX (expected, 0));
  if (expected >= 0)
    {
      double apart = sqrt ((double) cw_point_distance_squared (gap.a, gap.b));

      g_assert_cmpfloat (fabs (apart - (double) expected), <, 2.5);
      g_assert_true (cw_shape_is_near_point (inner, gap.a, 1));
      g_assert_true (cw_shape_is_near_point (outer, gap.b, 1));
    }
}

static void
test_known_enclosures (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_answer (&known[i].inner, &known[i].outer, known[i].enclosure);
    }
}

static void
test_polygons (void)
{
  const CwPoint points[] = { { 0, 0 },   { 100, 0 }, { 100, 100 }, { 0, 100 },
                             { 40, 40 }, { 60, 40 }, { 60, 60 },   { 40, 60 } };
  const guint32 ends[] = { 4, 8 };
  g_autoptr (CwPolygon) frame = cw_polygon_new_rings (points, ends, 2);
  CwShape outer = { .kind = CW_SHAPE_POLYGON };
  static const struct
  {
    CwShape inner;
    gint64 enclosure;
  } cases[] = {
    { DISC (20, 20, 10), 15 },
    { DISC (20, 50, 10), 15 },
    { DISC (20, 50, 40), 0 },
    { DISC (20, 50, 41), -1 },
    { DISC (50, 50, 10), -15 }, /* in the hole */
    { DISC (50, 50, 200), -110 },
    { DISC (-20, 50, 10), -25 },
    { BOX (10, 10, 30, 30), 10 },
    { BOX (0, 0, 40, 40), 0 },
    { BOX (0, 0, 40, 100), 0 },
    { BOX (0, 0, 41, 100), -1 },
    { BOX (0, 0, 100, 40), 0 },
    { BOX (0, 0, 100, 100), -1 }, /* over the hole, borders alike */
    { BOX (30, 30, 70, 70), -1 },
    { BOX (40, 40, 60, 60), -1 },
    { CAPSULE (20, 20, 20, 80, 10), 15 },
    { CAPSULE (20, 50, 80, 50, 2), -1 },
  };

  outer.polygon = frame;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      assert_answer (&cases[i].inner, &outer, cases[i].enclosure);
    }
  assert_answer (&outer, &outer, 0);
}

/* discs in anything: what is left between the disc and the border, in floating point */
static void
test_discs_agree_with_oracle (void)
{
  Random random = { g_test_rand_int () };
  guint n_inside = 0;

  for (int i = 0; i < 40000; i++)
    {
      CwShape outer = random_shape (&random, (CwShapeKind) (i % 5), 2000);
      CwShape inner = random_shape (&random, CW_SHAPE_DISC, 200);
      Oracle oracle;
      OraclePoint centre;
      long double enclosure;
      gint64 found;
      gboolean is_inside;

      inner.disc.centre = random_point_within (&random, 2000);
      centre = (OraclePoint){ inner.disc.centre.x, inner.disc.centre.y };
      oracle_init (&oracle, &outer);
      enclosure = -oracle_measure_point (&oracle, centre) - inner.disc.diameter / 2.0L;
      is_inside = cw_shape_get_enclosure (&inner, &outer, &found, NULL);
      if (fabsl (enclosure - roundl (enclosure)) > 1e-6L)
        {
          g_assert_cmpint (is_inside, ==, enclosure >= 0);
          if (is_inside)
            g_assert_cmpint (found, ==, (gint64) floorl (enclosure));
        }
      n_inside += is_inside;
      oracle_clear (&oracle);
      cw_shape_clear (&outer);
    }

  g_assert_cmpuint (n_inside, >, 300);
}

/* no shape in another one whose points are not */
static void
test_inside_means_all_points (void)
{
  Random random = { g_test_rand_int () };
  guint n_inside = 0;

  for (int i = 0; i < 15000; i++)
    {
      CwShape outer = random_shape (&random, (CwShapeKind) (i % 5), 60);
      CwShape inner = random_shape (&random, (CwShapeKind) (i / 5 % 5), i % 2 ? 8 : 20);
      gint64 enclosure;
      gboolean is_inside = cw_shape_get_enclosure (&inner, &outer, &enclosure, NULL);
      gboolean all = TRUE;

      for (CwCoord x = -40; x <= 40; x += 2)
        for (CwCoord y = -40; y <= 40; y += 2)
          if (cw_shape_contains (&inner, CW_POINT (x, y))
              && !cw_shape_is_near_point (&outer, CW_POINT (x, y),
                                          outer.kind == CW_SHAPE_BAND ? 2 : 0))
            all = FALSE;
      if (is_inside)
        g_assert_true (all);
      n_inside += is_inside;
      cw_shape_clear (&outer);
      cw_shape_clear (&inner);
    }

  g_assert_cmpuint (n_inside, >, 300);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/shape-enclosure/known-enclosures", test_known_enclosures);
  g_test_add_func ("/model/geometry/shape-enclosure/polygons", test_polygons);
  g_test_add_func ("/model/geometry/shape-enclosure/discs-agree-with-oracle",
                   test_discs_agree_with_oracle);
  g_test_add_func ("/model/geometry/shape-enclosure/inside-means-all-points",
                   test_inside_means_all_points);

  return g_test_run ();
}
