/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <math.h>

#include "model/geometry/cw-shape.h"

/* distances the slow and obvious way: every edge against every edge, in long double */

typedef struct
{
  long double x;
  long double y;
} OraclePoint;

/* a line or the rings of a shape without its width; @is_area when the inside belongs to it */
typedef struct
{
  GArray *edges; /* of CwPoint pairs */
  long double radius;
  gboolean is_area;
} Oracle;

static inline void
oracle_add_edge (Oracle *self, CwPoint a, CwPoint b)
{
  g_array_append_val (self->edges, a);
  g_array_append_val (self->edges, b);
}

static inline void
oracle_init (Oracle *self, const CwShape *shape)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  CwBox box = shape->box;

  self->edges = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  self->radius = 0;
  self->is_area = shape->kind == CW_SHAPE_BOX || shape->kind == CW_SHAPE_POLYGON;
  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      self->radius = shape->disc.diameter / 2.0L;
      oracle_add_edge (self, shape->disc.centre, shape->disc.centre);
      break;
    case CW_SHAPE_CAPSULE:
      self->radius = shape->capsule.width / 2.0L;
      oracle_add_edge (self, shape->capsule.a, shape->capsule.b);
      break;
    case CW_SHAPE_BAND:
      self->radius = shape->band.width / 2.0L;
      g_array_append_val (points, shape->band.arc.start);
      cw_arc_flatten (&shape->band.arc, 2, points);
      for (guint i = 1; i < points->len; i++)
        oracle_add_edge (self, g_array_index (points, CwPoint, i - 1),
                         g_array_index (points, CwPoint, i));
      break;
    case CW_SHAPE_BOX:
      oracle_add_edge (self, box.min, CW_POINT (box.max.x, box.min.y));
      oracle_add_edge (self, CW_POINT (box.max.x, box.min.y), box.max);
      oracle_add_edge (self, box.max, CW_POINT (box.min.x, box.max.y));
      oracle_add_edge (self, CW_POINT (box.min.x, box.max.y), box.min);
      break;
    case CW_SHAPE_POLYGON:
    default:
      for (guint32 ring = 0; ring < shape->polygon->n_rings; ring++)
        {
          guint32 start = cw_polygon_get_ring_start (shape->polygon, ring);
          guint32 end = shape->polygon->ends[ring];

          for (guint32 i = start; i < end; i++)
            oracle_add_edge (self, shape->polygon->points[i],
                             shape->polygon->points[i + 1 < end ? i + 1 : start]);
        }
      break;
    }
}

static inline void
oracle_clear (Oracle *self)
{
  g_array_unref (self->edges);
}

static inline long double
oracle_point_to_edge (OraclePoint p, CwPoint a, CwPoint b)
{
  long double dx = (long double) b.x - a.x;
  long double dy = (long double) b.y - a.y;
  long double length = dx * dx + dy * dy;
  long double t = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);

  return hypotl (p.x - a.x - t * dx, p.y - a.y - t * dy);
}

static inline gboolean
oracle_edges_meet (CwPoint a, CwPoint b, CwPoint c, CwPoint d)
{
  long double rx = (long double) b.x - a.x;
  long double ry = (long double) b.y - a.y;
  long double qx = (long double) d.x - c.x;
  long double qy = (long double) d.y - c.y;
  long double det = rx * qy - ry * qx;
  long double u;
  long double v;

  if (det == 0)
    return FALSE;

  u = (((long double) c.x - a.x) * qy - ((long double) c.y - a.y) * qx) / det;
  v = (((long double) c.x - a.x) * ry - ((long double) c.y - a.y) * rx) / det;

  return 0 <= u && u <= 1 && 0 <= v && v <= 1;
}

/* the angle that the edges wind about p, in turns: the polygon's rings turn against its holes */
static inline gboolean
oracle_is_inside (const Oracle *self, OraclePoint p)
{
  const CwPoint *edges = (const CwPoint *) (gpointer) self->edges->data;
  long double turn = 0;

  if (!self->is_area)
    return FALSE;

  for (guint i = 0; i < self->edges->len; i += 2)
    {
      long double ax = edges[i].x - p.x;
      long double ay = edges[i].y - p.y;
      long double bx = edges[i + 1].x - p.x;
      long double by = edges[i + 1].y - p.y;

      turn += atan2l (ax * by - ay * bx, ax * bx + ay * by);
    }

  return fabsl (turn) > 3;
}

/* from p to the edges */
static inline long double
oracle_measure_edges (const Oracle *self, OraclePoint p)
{
  const CwPoint *edges = (const CwPoint *) (gpointer) self->edges->data;
  long double distance = INFINITY;

  for (guint i = 0; i < self->edges->len; i += 2)
    distance = fminl (distance, oracle_point_to_edge (p, edges[i], edges[i + 1]));

  return distance;
}

/* signed: how far p lies outside the shape, or how deep within it, where that is well defined */
static inline long double
oracle_measure_point (const Oracle *self, OraclePoint p)
{
  long double distance = oracle_measure_edges (self, p);

  return (oracle_is_inside (self, p) ? -distance : distance) - self->radius;
}

/* the distance of the borders, negative when the widths overlap */
static inline long double
oracle_measure (const Oracle *a, const Oracle *b)
{
  const CwPoint *s = (const CwPoint *) (gpointer) a->edges->data;
  const CwPoint *t = (const CwPoint *) (gpointer) b->edges->data;
  long double distance = INFINITY;

  for (guint i = 0; i < a->edges->len; i += 2)
    {
      for (guint k = 0; k < b->edges->len; k += 2)
        {
          OraclePoint ends[] = { { s[i].x, s[i].y },
                                 { s[i + 1].x, s[i + 1].y },
                                 { t[k].x, t[k].y },
                                 { t[k + 1].x, t[k + 1].y } };

          if (oracle_edges_meet (s[i], s[i + 1], t[k], t[k + 1]))
            distance = 0;
          for (int n = 0; n < 4; n++)
            distance = fminl (distance, n < 2 ? oracle_point_to_edge (ends[n], t[k], t[k + 1])
                                              : oracle_point_to_edge (ends[n], s[i], s[i + 1]));
        }
    }
  if (oracle_is_inside (a, (OraclePoint){ t[0].x, t[0].y })
      || oracle_is_inside (b, (OraclePoint){ s[0].x, s[0].y }))
    distance = 0;

  return distance - a->radius - b->radius;
}
