/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/geometry/oracle.h"
#include "tests/model/geometry/random.h"

static GArray *
cut (const CwShape *shape, CwPoint from, CwPoint to)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (CwSpan));

  cw_shape_cut (shape, from, to, spans);

  return spans;
}

static void
assert_spans (const CwShape *shape, CwPoint from, CwPoint to, guint n_spans, const double *ends)
{
  g_autoptr (GArray) spans = cut (shape, from, to);

  g_assert_cmpuint (spans->len, ==, n_spans);
  for (guint i = 0; i < n_spans; i++)
    {
      g_assert_cmpfloat_with_epsilon (g_array_index (spans, CwSpan, i).start, ends[2 * i], 1e-6);
      g_assert_cmpfloat_with_epsilon (g_array_index (spans, CwSpan, i).end, ends[2 * i + 1], 1e-6);
    }
}

static void
test_disc (void)
{
  CwShape disc = { .kind = CW_SHAPE_DISC, .disc = { { 50, 0 }, 20 } };

  assert_spans (&disc, CW_POINT (0, 0), CW_POINT (100, 0), 1, (double[]){ 40, 60 });
  assert_spans (&disc, CW_POINT (100, 0), CW_POINT (0, 0), 1, (double[]){ 40, 60 });
  assert_spans (&disc, CW_POINT (0, 6), CW_POINT (100, 6), 1, (double[]){ 42, 58 });
  assert_spans (&disc, CW_POINT (50, 0), CW_POINT (100, 0), 1, (double[]){ 0, 10 });
  assert_spans (&disc, CW_POINT (48, 0), CW_POINT (52, 0), 1, (double[]){ 0, 4 });
  assert_spans (&disc, CW_POINT (0, 0), CW_POINT (39, 0), 0, NULL);
  assert_spans (&disc, CW_POINT (0, 10), CW_POINT (100, 10), 0, NULL); /* a tangent */
  assert_spans (&disc, CW_POINT (50, 0), CW_POINT (50, 0), 0, NULL);
}

static void
test_box_and_capsule (void)
{
  CwShape box = { .kind = CW_SHAPE_BOX, .box = { { 10, 10 }, { 20, 30 } } };
  CwShape capsule = { .kind = CW_SHAPE_CAPSULE, .capsule = { { 10, 0 }, { 30, 0 }, 10 } };

  assert_spans (&box, CW_POINT (0, 20), CW_POINT (100, 20), 1, (double[]){ 10, 20 });
  assert_spans (&box, CW_POINT (0, 10), CW_POINT (100, 10), 1, (double[]){ 10, 20 });
  assert_spans (&box, CW_POINT (0, 9), CW_POINT (100, 9), 0, NULL);
  assert_spans (&box, CW_POINT (15, 0), CW_POINT (15, 100), 1, (double[]){ 10, 30 });
  assert_spans (&capsule, CW_POINT (0, 0), CW_POINT (100, 0), 1, (double[]){ 5, 35 });
  assert_spans (&capsule, CW_POINT (0, 3), CW_POINT (100, 3), 1, (double[]){ 6, 34 });
  assert_spans (&capsule, CW_POINT (20, -50), CW_POINT (20, 50), 1, (double[]){ 45, 55 });
  assert_spans (&capsule, CW_POINT (30, -50), CW_POINT (30, 50), 1, (double[]){ 45, 55 });
  assert_spans (&capsule, CW_POINT (33, -50), CW_POINT (33, 50), 1, (double[]){ 46, 54 });
}

static void
test_polygon_with_hole (void)
{
  const CwPoint points[] = { { 0, 0 },   { 100, 0 }, { 100, 100 }, { 0, 100 },
                             { 40, 40 }, { 60, 40 }, { 60, 60 },   { 40, 60 } };
  const guint32 ends[] = { 4, 8 };
  g_autoptr (CwPolygon) polygon = cw_polygon_new_rings (points, ends, 2);
  CwShape shape = { .kind = CW_SHAPE_POLYGON };

  shape.polygon = polygon;
  assert_spans (&shape, CW_POINT (-10, 50), CW_POINT (110, 50), 2, (double[]){ 10, 50, 70, 110 });
  assert_spans (&shape, CW_POINT (-10, 20), CW_POINT (110, 20), 1, (double[]){ 10, 110 });
  /* along the borders, which belong to it */
  assert_spans (&shape, CW_POINT (-10, 40), CW_POINT (110, 40), 1, (double[]){ 10, 110 });
  assert_spans (&shape, CW_POINT (-10, 60), CW_POINT (110, 60), 1, (double[]){ 10, 110 });
  assert_spans (&shape, CW_POINT (-10, 0), CW_POINT (110, 0), 1, (double[]){ 10, 110 });
  assert_spans (&shape, CW_POINT (-10, 100), CW_POINT (110, 100), 1, (double[]){ 10, 110 });
  /* through corners */
  assert_spans (&shape, CW_POINT (0, 0), CW_POINT (100, 100), 2,
                (double[]){ 0, 40 * sqrt (2), 60 * sqrt (2), 100 * sqrt (2) });
  assert_spans (&shape, CW_POINT (50, 50), CW_POINT (50, 55), 0, NULL);
}

static void
test_spans_append (void)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CwSpan));
  CwShape disc = { .kind = CW_SHAPE_DISC, .disc = { { 50, 0 }, 20 } };

  cw_shape_cut (&disc, CW_POINT (0, 0), CW_POINT (100, 0), spans);
  cw_shape_cut (&disc, CW_POINT (10, 0), CW_POINT (100, 0), spans);
  g_assert_cmpuint (spans->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (g_array_index (spans, CwSpan, 0).start, 40, 1e-6);
  g_assert_cmpfloat_with_epsilon (g_array_index (spans, CwSpan, 1).start, 30, 1e-6);
}

/* every kind, any line: points on the line are inside exactly where a span says so */
static void
test_spans_agree_with_points (void)
{
  Random random = { g_test_rand_int () };
  guint n_inside = 0;
  guint n_outside = 0;

  for (int i = 0; i < 20000; i++)
    {
      CwCoord size = i % 2 ? 40 : 5000;
      CwShape shape = random_shape (&random, (CwShapeKind) (i % 5), size);
      CwPoint from = random_point_within (&random, 2 * size);
      CwPoint to = i % 3 ? random_point_within (&random, 2 * size)
                         : CW_POINT (from.x, random_range (&random, -size, size));
      g_autoptr (GArray) spans = cut (&shape, from, to);
      double length = hypot (to.x - from.x, to.y - from.y);
      double last = 0;
      Oracle oracle;

      oracle_init (&oracle, &shape);
      for (guint k = 0; k < spans->len; k++)
        {
          const CwSpan *span = &g_array_index (spans, CwSpan, k);

          g_assert_true (k == 0 ? span->start >= last : span->start > last);
          g_assert_cmpfloat (span->start, <, span->end);
          last = span->end;
        }
      g_assert_cmpfloat (last, <=, length + 1e-6);

      for (int k = 0; k < 40 && length > 0; k++)
        {
          double s = length * random_range (&random, 0, 1000000) / 1000000;
          OraclePoint p = { from.x + (long double) (to.x - from.x) * (s / length),
                            from.y + (long double) (to.y - from.y) * (s / length) };
          long double distance = oracle_measure_point (&oracle, p);
          gboolean inside = FALSE;

          for (guint n = 0; n < spans->len; n++)
            inside |= g_array_index (spans, CwSpan, n).start <= s
                      && s <= g_array_index (spans, CwSpan, n).end;
          if (fabsl (distance) < 1e-6L)
            continue;
          g_assert_cmpint (inside, ==, distance < 0);
          n_inside += inside;
          n_outside += !inside;
        }
      oracle_clear (&oracle);
      cw_shape_clear (&shape);
    }

  g_assert_cmpuint (n_inside, >, 10000);
  g_assert_cmpuint (n_outside, >, 10000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/shape-cut/disc", test_disc);
  g_test_add_func ("/model/geometry/shape-cut/box-and-capsule", test_box_and_capsule);
  g_test_add_func ("/model/geometry/shape-cut/polygon-with-hole", test_polygon_with_hole);
  g_test_add_func ("/model/geometry/shape-cut/spans-append", test_spans_append);
  g_test_add_func ("/model/geometry/shape-cut/spans-agree-with-points",
                   test_spans_agree_with_points);

  return g_test_run ();
}
