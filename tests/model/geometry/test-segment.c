/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-segment.h"
#include "tests/model/geometry/random.h"

#define N_CALLS (10 * 1000 * 1000)

typedef unsigned __int128 Wide;

static int
get_sign (__int128 value)
{
  return (value > 0) - (value < 0);
}

static void
test_orient_is_exact (void)
{
  Random random = { g_test_rand_int () };
  guint n_collinear = 0;

  for (int i = 0; i < N_CALLS; i++)
    {
      CwPoint a = random_point (&random);
      CwPoint b = random_point (&random);
      CwPoint c
          = i % 4 == 0 ? cw_box_get_centre (cw_box_from_points (a, b)) : random_point (&random);
      /* the determinant, developed another way */
      __int128 oracle = (__int128) a.x * ((__int128) b.y - c.y)
                        + (__int128) b.x * ((__int128) c.y - a.y)
                        + (__int128) c.x * ((__int128) a.y - b.y);

      n_collinear += oracle == 0;
      if (cw_point_orient (a, b, c) != oracle)
        g_error ("orient of %d,%d %d,%d %d,%d", a.x, a.y, b.x, b.y, c.x, c.y);
    }

  g_assert_cmpuint (n_collinear, >, 1000);
}

/* 4 · (|ap|² |ab|² − (ap · ab)²) against limit² |ab|²: another formula than the code's */
static gboolean
is_point_near_oracle (CwPoint a, CwPoint b, CwPoint p, gint64 doubled, gboolean inclusive)
{
  Wide limit = (Wide) doubled * (Wide) doubled;
  __int128 abx = (__int128) b.x - a.x;
  __int128 aby = (__int128) b.y - a.y;
  __int128 apx = (__int128) p.x - a.x;
  __int128 apy = (__int128) p.y - a.y;
  __int128 bpx = (__int128) p.x - b.x;
  __int128 bpy = (__int128) p.y - b.y;
  __int128 dot = abx * apx + aby * apy;
  Wide length = (Wide) (abx * abx + aby * aby);
  Wide num;
  Wide den = 1;

  if (dot <= 0)
    num = (Wide) (apx * apx + apy * apy);
  else if (-(abx * bpx + aby * bpy) <= 0)
    num = (Wide) (bpx * bpx + bpy * bpy);
  else
    {
      num = (Wide) (apx * apx + apy * apy) * length - (Wide) (dot * dot);
      den = length;
    }

  return inclusive ? 4 * num <= limit * den : 4 * num < limit * den;
}

/* a doubled limit that is often just right or just wrong */
static gint64
random_limit (Random *random, CwPoint a, CwPoint b, CwPoint p)
{
  CwNearest nearest = cw_segment_measure_point ((CwSegment){ a, b }, p);

  if (random_range (random, 0, 3) == 0)
    return random_range (random, 0, CW_COORD_MAX) * G_GINT64_CONSTANT (6);

  return MAX (llround (2 * nearest.distance) + random_range (random, -1, 1), 0);
}

static void
test_point_distance_is_exact (void)
{
  Random random = { g_test_rand_int () };
  guint n_near = 0;

  for (int i = 0; i < N_CALLS; i++)
    {
      CwPoint a = random_point (&random);
      CwPoint b = i % 8 == 0   ? a
                  : i % 8 == 1 ? CW_POINT (a.x, random_coord (&random))
                               : random_point (&random);
      CwPoint p = random_point (&random);
      gint64 doubled = random_limit (&random, a, b, p);
      CwReach reach = cw_reach_new (doubled, i & 1);
      gboolean near = cw_segment_is_point_near ((CwSegment){ a, b }, p, &reach);

      n_near += near;
      if (near != is_point_near_oracle (a, b, p, doubled, i & 1))
        g_error ("%d,%d is near %d,%d %d,%d at %" G_GINT64_FORMAT, p.x, p.y, a.x, a.y, b.x, b.y,
                 doubled);
    }

  g_assert_cmpuint (n_near, >, N_CALLS / 10);
  g_assert_cmpuint (n_near, <, N_CALLS / 10 * 9);
}

/* Cramer's rule on the two parameters, for segments that are not parallel */
static gboolean
cross_oracle (CwSegment s, CwSegment t)
{
  __int128 rx = (__int128) s.b.x - s.a.x;
  __int128 ry = (__int128) s.b.y - s.a.y;
  __int128 qx = (__int128) t.b.x - t.a.x;
  __int128 qy = (__int128) t.b.y - t.a.y;
  __int128 dx = (__int128) t.a.x - s.a.x;
  __int128 dy = (__int128) t.a.y - s.a.y;
  __int128 det = rx * qy - ry * qx;
  __int128 u = (dx * qy - dy * qx) * get_sign (det);
  __int128 v = (dx * ry - dy * rx) * get_sign (det);

  det *= get_sign (det);

  return det != 0 && 0 < u && u < det && 0 < v && v < det;
}

static void
test_segment_distance_is_exact (void)
{
  Random random = { g_test_rand_int () };
  guint n_near = 0;
  guint n_crossing = 0;

  for (int i = 0; i < 1000 * 1000; i++)
    {
      CwCoord size = i % 2 ? 8 : CW_COORD_MAX;
      CwSegment s = { random_point_within (&random, size), random_point_within (&random, size) };
      CwSegment t = { random_point_within (&random, size), random_point_within (&random, size) };
      gint64 doubled
          = llround (2 * cw_segments_measure (s, t).distance) + random_range (&random, 0, 2) - 1;
      CwReach reach;
      gboolean crosses = cross_oracle (s, t);
      gboolean near;
      gboolean oracle;

      doubled = MAX (doubled, 0);
      reach = cw_reach_new (doubled, i / 2 & 1);
      near = cw_segments_are_near (s, t, &reach);
      oracle = is_point_near_oracle (s.a, s.b, t.a, doubled, i / 2 & 1)
               || is_point_near_oracle (s.a, s.b, t.b, doubled, i / 2 & 1)
               || is_point_near_oracle (t.a, t.b, s.a, doubled, i / 2 & 1)
               || is_point_near_oracle (t.a, t.b, s.b, doubled, i / 2 & 1)
               || (crosses && (doubled > 0 || (i / 2 & 1)));
      g_assert_cmpint (cw_segments_cross (s, t), ==, crosses);
      g_assert_cmpint (near, ==, oracle);
      n_near += near;
      n_crossing += crosses;
    }

  g_assert_cmpuint (n_near, >, 100000);
  g_assert_cmpuint (n_crossing, >, 100000);
}

/* a box is its four sides and its inside */
static void
test_box_distance_is_exact (void)
{
  Random random = { g_test_rand_int () };

  for (int i = 0; i < 1000 * 1000; i++)
    {
      CwCoord size = i % 2 ? 8 : CW_COORD_MAX;
      CwSegment s = { random_point_within (&random, size), random_point_within (&random, size) };
      CwPoint corner = random_point_within (&random, size);
      CwBox box = cw_box_from_points (corner, random_point_within (&random, size));
      CwPoint right = CW_POINT (box.max.x, box.min.y);
      CwPoint left = CW_POINT (box.min.x, box.max.y);
      const CwSegment sides[]
          = { { box.min, right }, { right, box.max }, { box.max, left }, { left, box.min } };
      gint64 doubled
          = 2 * (gint64) random_range (&random, 0, size) / (1 << random_range (&random, 0, 30));
      CwReach reach = cw_reach_new (doubled, i / 2 & 1);
      CwReach touching = cw_reach_new (0, TRUE);
      gboolean meets = cw_box_contains (box, s.a);
      gboolean near;

      for (gsize k = 0; k < G_N_ELEMENTS (sides); k++)
        meets |= cw_segments_are_near (sides[k], s, &touching);
      near = meets && (doubled > 0 || (i / 2 & 1));
      for (gsize k = 0; k < G_N_ELEMENTS (sides); k++)
        near |= cw_segments_are_near (sides[k], s, &reach);

      g_assert_cmpint (cw_segment_meets_box (s, box), ==, meets);
      g_assert_cmpint (cw_segment_is_box_near (s, box, &reach), ==, near);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/segment/orient-is-exact", test_orient_is_exact);
  g_test_add_func ("/model/geometry/segment/point-distance-is-exact", test_point_distance_is_exact);
  g_test_add_func ("/model/geometry/segment/segment-distance-is-exact",
                   test_segment_distance_is_exact);
  g_test_add_func ("/model/geometry/segment/box-distance-is-exact", test_box_distance_is_exact);

  return g_test_run ();
}
