/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <math.h>

#include "model/geometry/cw-shape.h"

/* a fast generator (splitmix64); start it from g_test_rand_int (), whose seed the test prints */
typedef struct
{
  guint64 state;
} Random;

static inline guint64
random_next (Random *self)
{
  guint64 z = self->state += 0x9e3779b97f4a7c15;

  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;

  return z ^ z >> 31;
}

/* from low to high, both included */
static inline CwCoord
random_range (Random *self, CwCoord low, CwCoord high)
{
  return (CwCoord) (low + (gint64) (random_next (self) % (guint64) ((gint64) high - low + 1)));
}

/* coordinates at the limits, small ones, and everything between */
static inline CwCoord
random_coord (Random *self)
{
  guint64 dice = random_next (self);

  if (dice % 8 == 0)
    return dice & 256 ? CW_COORD_MAX : -CW_COORD_MAX;

  return random_range (self, -CW_COORD_MAX, CW_COORD_MAX) >> (dice / 8 % 30);
}

static inline CwPoint
random_point (Random *self)
{
  CwCoord x = random_coord (self);

  return CW_POINT (x, random_coord (self));
}

static inline CwPoint
random_point_within (Random *self, CwCoord size)
{
  CwCoord x = random_range (self, -size, size);

  return CW_POINT (x, random_range (self, -size, size));
}

/* a star-shaped polygon about a centre, with a hole at times */
static inline CwPolygon *
random_polygon (Random *self, CwPoint centre, CwCoord size)
{
  CwPoint points[32];
  guint32 ends[2];
  guint32 n = (guint32) random_range (self, 3, 12);
  gboolean has_hole = random_range (self, 0, 2) == 0 && size > 20;
  CwPolygon *polygon;

  for (guint32 i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n;
      double radius = random_range (self, has_hole ? size / 2 : 1, size);

      points[i] = CW_POINT (centre.x + (CwCoord) lround (radius * cos (angle)),
                            centre.y + (CwCoord) lround (radius * sin (angle)));
    }
  ends[0] = n;
  for (int i = 0; has_hole && i < 4; i++)
    points[n + (guint32) i] = CW_POINT (centre.x + (i == 1 || i == 2 ? size / 8 : -size / 8),
                                        centre.y + (i > 1 ? size / 8 : -size / 8));
  ends[1] = n + 4;
  polygon = cw_polygon_new_rings (points, ends, has_hole ? 2 : 1);

  /* too small to be one */
  return polygon != NULL ? polygon : random_polygon (self, centre, size + 10);
}

/* a shape of any kind that cw_shape_clear () ends, about that far from the origin and that large */
static inline CwShape
random_shape (Random *self, CwShapeKind kind, CwCoord size)
{
  CwPoint a = random_point_within (self, size);
  CwPoint b = random_range (self, 0, 3) == 0 ? CW_POINT (a.x, random_range (self, -size, size))
                                             : random_point_within (self, size);
  CwShape shape = { .kind = (guint8) kind };

  switch (kind)
    {
    case CW_SHAPE_DISC:
      shape.disc.centre = a;
      shape.disc.diameter = random_range (self, 1, size);
      break;
    case CW_SHAPE_CAPSULE:
      shape.capsule.a = a;
      shape.capsule.b = b;
      shape.capsule.width = random_range (self, 1, size / 2);
      break;
    case CW_SHAPE_BAND:
      if (cw_point_equal (a, b))
        b.x++;
      shape.band.arc = (CwArc){ a, b, random_range (self, 1, 300) * CW_DEGREE };
      if (random_range (self, 0, 1))
        shape.band.arc.sweep *= -1;
      shape.band.width = random_range (self, 1, size / 2);
      break;
    case CW_SHAPE_BOX:
      shape.box = cw_box_from_points (a, b);
      break;
    case CW_SHAPE_POLYGON:
    default:
      shape.polygon = random_polygon (self, a, size);
      break;
    }

  return shape;
}
