/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-ball-profile.h"

#include <math.h>

typedef struct
{
  double s;
  double z;
} Corner;

static void
add_corner (GArray *corners, double s, double z)
{
  Corner corner = { s, z };

  g_array_append_val (corners, corner);
}

/* Adds points of the arc from angle @from to @to, the last excluded, with one at each quarter. */
static void
add_arc (GArray *corners, double s, double z, double radius, double from, double to)
{
  double sagitta = MIN (CW_BALL_PROFILE_SAGITTA - 1.5, radius);
  double step = 2 * acos (1 - sagitta / radius);

  while (from < to)
    {
      double quarter = (floor (from / G_PI_2 + 1e-9) + 1) * G_PI_2;
      double end = MIN (quarter, to);
      int n = MAX (1, (int) ceil ((end - from) / step));

      for (int i = 0; i < n; i++)
        {
          double angle = from + (end - from) * i / n;

          add_corner (corners, s + radius * cos (angle), z + radius * sin (angle));
        }
      from = end;
    }
}

/* Keeps the part of a convex ring where sign * s <= sign * limit. */
static GArray *
clip (const GArray *ring, double limit, double sign)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (Corner));

  for (guint i = 0; i < ring->len; i++)
    {
      Corner a = g_array_index (ring, Corner, i);
      Corner b = g_array_index (ring, Corner, (i + 1) % ring->len);
      gboolean is_a_in = sign * a.s <= sign * limit;
      gboolean is_b_in = sign * b.s <= sign * limit;

      if (is_a_in)
        add_corner (kept, a.s, a.z);
      if (is_a_in != is_b_in)
        add_corner (kept, limit, a.z + (b.z - a.z) * (limit - a.s) / (b.s - a.s));
    }

  return kept;
}

static CwPolygon *
round_ring (const GArray *ring)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  for (guint i = 0; i < ring->len; i++)
    {
      Corner corner = g_array_index (ring, Corner, i);
      CwPoint p = CW_POINT ((CwCoord) llround (corner.s), (CwCoord) llround (corner.z));

      if (points->len == 0 || !cw_point_equal (p, g_array_index (points, CwPoint, points->len - 1)))
        g_array_append_val (points, p);
    }
  while (points->len > 1
         && cw_point_equal (g_array_index (points, CwPoint, 0),
                            g_array_index (points, CwPoint, points->len - 1)))
    g_array_set_size (points, points->len - 1);
  if (points->len < 3)
    return NULL;

  return cw_polygon_new ((const CwPoint *) points->data, points->len);
}

static void
add_sphere (const CwBallProfile *self, GArray *ring)
{
  double sphere = self->diameter / 2;
  double middle = self->base + self->height - sphere;
  double radius = sqrt (sphere * sphere - self->distance * self->distance);
  double below = self->base - middle; /* the base, seen from the centre of the circle */

  if (radius < 1 || below >= radius)
    return;

  if (below > -radius)
    {
      double angle = asin (below / radius);
      double half = sqrt (radius * radius - below * below);

      add_arc (ring, self->centre, middle, radius, angle, G_PI - angle);
      add_corner (ring, self->centre - half, self->base);
    }
  else
    {
      add_arc (ring, self->centre, middle, radius, 0, 2 * G_PI);
    }
}

/* half of the chord of a circle around the axis */
static double
get_half (const CwBallProfile *self, double radius)
{
  return radius > fabs (self->distance) ? sqrt (radius * radius - self->distance * self->distance)
                                        : 0;
}

static void
add_pillar (const CwBallProfile *self, GArray *ring)
{
  double radius = self->diameter / 2;
  double half = get_half (self, radius);
  double top = self->base + self->height;
  double chamfer = self->kind == CW_BALL_PIN ? MIN (self->diameter / 4, self->height) : 0;
  /* at the end, or where the plane just misses the cone */
  double least = MAX (radius - chamfer, fabs (self->distance));
  int n = 1;

  add_corner (ring, self->centre - half, self->base);
  add_corner (ring, self->centre + half, self->base);
  if (chamfer > 0 && self->distance != 0)
    n = 16;
  for (int i = 0; i <= n; i++)
    {
      double at = radius + (least - radius) * i / n;

      add_corner (ring, self->centre + get_half (self, at), top - chamfer + (radius - at));
    }
  for (int i = n; i >= 0; i--)
    {
      double at = radius + (least - radius) * i / n;

      add_corner (ring, self->centre - get_half (self, at), top - chamfer + (radius - at));
    }
}

/**
 * cw_ball_profile_to_polygon:
 * @self: a bonding point and the cut through it
 *
 * Draws the cut face: of a sphere a circle of radius √(r² − d²), less what is below the base, of a
 * pillar a rectangle; all without what is beyond the ends of the cut. Chords stray at most
 * %CW_BALL_PROFILE_SAGITTA from the circle.
 *
 * Returns: (transfer full) (nullable): the face, x along the cut and y up [nm]; %NULL when
 *   the plane misses it
 */
CwPolygon *
cw_ball_profile_to_polygon (const CwBallProfile *self)
{
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (Corner));

  if (self->diameter / 2 <= fabs (self->distance) || self->height <= 0)
    return NULL;

  if (self->kind == CW_BALL_SOLDER_BALL)
    add_sphere (self, ring);
  else
    add_pillar (self, ring);
  for (guint side = 0; side < 2; side++)
    {
      GArray *kept = clip (ring, side == 0 ? self->start : self->end, side == 0 ? -1 : 1);

      g_array_unref (ring);
      ring = kept;
    }

  return round_ring (ring);
}
