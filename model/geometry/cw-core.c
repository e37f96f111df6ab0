/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-core.h"

#include <math.h>

static void
set_points (CwCore *self, const CwPoint *points, const guint32 *ends, guint32 n_rings,
            gboolean is_closed)
{
  self->kind = CW_CORE_EDGES;
  self->points = points;
  self->ends = ends;
  self->n_rings = n_rings;
  self->is_closed = is_closed;
}

static void
set_flattened (CwCore *self, const CwArc *arc)
{
  self->flattened = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_array_append_val (self->flattened, arc->start);
  cw_arc_flatten (arc, CW_CORE_SAGITTA, self->flattened);
  self->n_flattened = self->flattened->len;
  self->bounds = CW_BOX_EMPTY;
  for (guint i = 0; i < self->n_flattened; i++)
    self->bounds = cw_box_add_point (self->bounds, g_array_index (self->flattened, CwPoint, i));
  set_points (self, (const CwPoint *) (gpointer) self->flattened->data, &self->n_flattened, 1,
              FALSE);
}

/**
 * cw_core_init:
 * @self: (out caller-allocates): what to fill; must not be moved afterwards
 * @shape: a shape, which must outlive @self
 *
 * Takes the width off a shape.
 */
void
cw_core_init (CwCore *self, const CwShape *shape)
{
  self->flattened = NULL;
  self->polygon = NULL;
  self->width = 0;

  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      self->kind = CW_CORE_SEGMENT;
      self->segment = (CwSegment){ shape->disc.centre, shape->disc.centre };
      self->bounds = (CwBox){ shape->disc.centre, shape->disc.centre };
      self->width = shape->disc.diameter;
      break;

    case CW_SHAPE_CAPSULE:
      self->kind = CW_CORE_SEGMENT;
      self->segment = (CwSegment){ shape->capsule.a, shape->capsule.b };
      self->bounds = cw_box_from_points (shape->capsule.a, shape->capsule.b);
      self->width = shape->capsule.width;
      break;

    case CW_SHAPE_BAND:
      self->width = shape->band.width;
      set_flattened (self, &shape->band.arc);
      break;

    case CW_SHAPE_BOX:
      self->kind = CW_CORE_BOX;
      self->bounds = shape->box;
      break;

    case CW_SHAPE_POLYGON:
    default:
      cw_core_init_border (self, shape->polygon);
      self->polygon = shape->polygon;
      break;
    }
}

/**
 * cw_core_init_point:
 * @self: (out caller-allocates): what to fill
 * @p: a point [nm]
 *
 * Makes a point a core.
 */
void
cw_core_init_point (CwCore *self, CwPoint p)
{
  self->kind = CW_CORE_SEGMENT;
  self->segment = (CwSegment){ p, p };
  self->bounds = (CwBox){ p, p };
  self->width = 0;
  self->polygon = NULL;
  self->flattened = NULL;
}

/**
 * cw_core_init_border:
 * @self: (out caller-allocates): what to fill
 * @polygon: a polygon, which must outlive @self
 *
 * Makes the border of a polygon, without its inside, a core.
 */
void
cw_core_init_border (CwCore *self, const CwPolygon *polygon)
{
  self->width = 0;
  self->polygon = NULL;
  self->flattened = NULL;
  self->bounds = polygon->bounds;
  set_points (self, polygon->points, polygon->ends, polygon->n_rings, TRUE);
}

/**
 * cw_core_init_outline:
 * @self: (out caller-allocates): what to fill; must not be moved afterwards
 * @core: a core, which must outlive @self
 *
 * Makes the edges of any core, without its inside, a core of the same width.
 */
void
cw_core_init_outline (CwCore *self, const CwCore *core)
{
  CwBox box = core->bounds;

  *self = *core;
  self->flattened = NULL;
  self->polygon = NULL;
  if (core->kind == CW_CORE_EDGES)
    return;

  if (core->kind == CW_CORE_SEGMENT)
    {
      self->corners[0] = core->segment.a;
      self->corners[1] = core->segment.b;
      self->n_flattened = 2;
    }
  else
    {
      self->corners[0] = box.min;
      self->corners[1] = CW_POINT (box.max.x, box.min.y);
      self->corners[2] = box.max;
      self->corners[3] = CW_POINT (box.min.x, box.max.y);
      self->n_flattened = 4;
    }
  set_points (self, self->corners, &self->n_flattened, 1, core->kind == CW_CORE_BOX);
}

/**
 * cw_core_clear:
 * @self: a core
 *
 * Frees what the core holds.
 */
void
cw_core_clear (CwCore *self)
{
  g_clear_pointer (&self->flattened, g_array_unref);
}

/**
 * cw_core_get_point:
 * @self: a core
 *
 * Returns: one of its points [nm]
 */
CwPoint
cw_core_get_point (const CwCore *self)
{
  switch (self->kind)
    {
    case CW_CORE_SEGMENT:
      return self->segment.a;
    case CW_CORE_EDGES:
      return self->points[0];
    case CW_CORE_BOX:
    default:
      return self->bounds.min;
    }
}

/**
 * cw_core_contains:
 * @self: a core
 * @p: a point [nm]
 *
 * Returns: whether @p lies in the box or the polygon that the core is, or on its border;
 *   lines contain nothing
 */
gboolean
cw_core_contains (const CwCore *self, CwPoint p)
{
  if (self->kind == CW_CORE_BOX)
    return cw_box_contains (self->bounds, p);

  return self->polygon != NULL && cw_polygon_contains (self->polygon, p);
}

/*
 * The edges of a core in order: start with { 0 }. A single point is an edge of its own.
 */
typedef struct
{
  guint32 ring;
  guint32 index;
  CwSegment edge;
} Walk;

static gboolean
walk (const CwCore *core, Walk *self)
{
  while (self->ring < core->n_rings)
    {
      guint32 start = self->ring == 0 ? 0 : core->ends[self->ring - 1];
      guint32 end = core->ends[self->ring];
      guint32 i = start + self->index;

      if (i + 1 < end || (i < end && (core->is_closed || end - start == 1)))
        {
          self->edge = (CwSegment){ core->points[i], core->points[i + 1 < end ? i + 1 : start] };
          self->index++;
          return TRUE;
        }
      self->ring++;
      self->index = 0;
    }

  return FALSE;
}

static gboolean
is_edge_near (const CwCore *core, CwSegment edge, const CwReach *reach)
{
  Walk other = { 0 };

  if (!cw_reach_holds (
          reach, cw_box_get_distance_squared (cw_box_from_points (edge.a, edge.b), core->bounds),
          1))
    return FALSE;

  switch (core->kind)
    {
    case CW_CORE_SEGMENT:
      return cw_segments_are_near (core->segment, edge, reach);

    case CW_CORE_BOX:
      return cw_segment_is_box_near (edge, core->bounds, reach);

    case CW_CORE_EDGES:
    default:
      while (walk (core, &other))
        if (cw_segments_are_near (edge, other.edge, reach))
          return TRUE;
      return FALSE;
    }
}

/* whether one contains a point of the other: with edges that do not cross, enough for containing it all */
static gboolean
overlap_by_inside (const CwCore *a, const CwCore *b)
{
  if (!cw_box_intersects (a->bounds, b->bounds))
    return FALSE;

  return cw_core_contains (a, cw_core_get_point (b)) || cw_core_contains (b, cw_core_get_point (a));
}

/**
 * cw_cores_are_near:
 * @a: a core
 * @b: a core
 * @reach: how near
 *
 * Returns: whether the cores, without their widths, are within @reach, exactly
 */
gboolean
cw_cores_are_near (const CwCore *a, const CwCore *b, const CwReach *reach)
{
  Walk edges = { 0 };

  if (a->kind > b->kind)
    {
      const CwCore *swapped = a;

      a = b;
      b = swapped;
    }

  if (b->kind == CW_CORE_SEGMENT)
    return cw_segments_are_near (a->segment, b->segment, reach);

  if (!cw_reach_holds (reach, cw_box_get_distance_squared (a->bounds, b->bounds), 1))
    return FALSE;
  if (b->kind == CW_CORE_BOX)
    return a->kind == CW_CORE_BOX || cw_segment_is_box_near (a->segment, b->bounds, reach);

  if (cw_reach_holds (reach, 0, 1) && overlap_by_inside (a, b))
    return TRUE;
  while (walk (b, &edges))
    if (is_edge_near (a, edges.edge, reach))
      return TRUE;

  return FALSE;
}

/* nearest points of two ranges of numbers: the middle of what they have in common if there is any */
static void
measure_ranges (double min_a, double max_a, double min_b, double max_b, double *a, double *b)
{
  double low = MAX (min_a, min_b);
  double high = MIN (max_a, max_b);

  if (low <= high)
    *a = *b = (low + high) / 2;
  else
    {
      *a = min_a > max_b ? min_a : max_a;
      *b = min_a > max_b ? max_b : min_b;
    }
}

static CwNearest
measure_boxes (CwBox a, CwBox b)
{
  CwNearest nearest;

  measure_ranges (a.min.x, a.max.x, b.min.x, b.max.x, &nearest.a[0], &nearest.b[0]);
  measure_ranges (a.min.y, a.max.y, b.min.y, b.max.y, &nearest.a[1], &nearest.b[1]);
  nearest.distance = hypot (nearest.b[0] - nearest.a[0], nearest.b[1] - nearest.a[1]);

  return nearest;
}

static CwNearest
nearest_at (CwPoint p)
{
  return (CwNearest){ 0, { p.x, p.y }, { p.x, p.y } };
}

/**
 * cw_cores_measure:
 * @a: a core
 * @b: a core
 *
 * Returns: the distance of the cores, without their widths, and the nearest points
 */
CwNearest
cw_cores_measure (const CwCore *a, const CwCore *b)
{
  CwNearest best = { .distance = INFINITY };
  CwCore outline_a;
  CwCore outline_b;
  Walk edges = { 0 };

  if (a->kind == CW_CORE_BOX && b->kind == CW_CORE_BOX)
    return measure_boxes (a->bounds, b->bounds);
  if (a->kind == CW_CORE_SEGMENT && b->kind == CW_CORE_SEGMENT)
    return cw_segments_measure (a->segment, b->segment);
  if (cw_core_contains (a, cw_core_get_point (b)))
    return nearest_at (cw_core_get_point (b));
  if (cw_core_contains (b, cw_core_get_point (a)))
    return nearest_at (cw_core_get_point (a));

  cw_core_init_outline (&outline_a, a);
  cw_core_init_outline (&outline_b, b);
  while (best.distance > 0 && walk (&outline_a, &edges))
    {
      CwBox box = cw_box_from_points (edges.edge.a, edges.edge.b);
      Walk others = { 0 };

      if (sqrt ((double) cw_box_get_distance_squared (box, b->bounds)) >= best.distance)
        continue;
      while (best.distance > 0 && walk (&outline_b, &others))
        {
          CwBox other = cw_box_from_points (others.edge.a, others.edge.b);
          CwNearest nearest;

          if (sqrt ((double) cw_box_get_distance_squared (box, other)) >= best.distance)
            continue;
          nearest = cw_segments_measure (edges.edge, others.edge);
          if (nearest.distance < best.distance)
            best = nearest;
        }
    }

  return best;
}

/**
 * cw_cores_get_distance:
 * @a: a core
 * @b: a core
 * @estimate: what cw_cores_measure () found [nm]
 *
 * Returns: the distance of the cores less both half widths, exactly rounded down; negative
 *   when the swept cores overlap, by as much as the smallest core distance allows [nm]
 */
gint64
cw_cores_get_distance (const CwCore *a, const CwCore *b, double estimate)
{
  gint64 width = a->width + b->width;
  gint64 distance = (gint64) floor (estimate - (double) width / 2) + 1;

  for (;; distance--)
    {
      gint64 doubled = 2 * distance + width;
      CwReach reach = cw_reach_new (MAX (doubled, 0), FALSE);

      if (!cw_cores_are_near (a, b, &reach))
        return distance;
    }
}
