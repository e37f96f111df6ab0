/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-shape.h"

#include <math.h>

#include "model/geometry/cw-boolean.h"
#include "model/geometry/cw-core.h"
#include "model/geometry/cw-turn.h"

static CwBox
grow_by_half (CwBox box, CwCoord width)
{
  return cw_box_grow (box, ((gint64) width + 1) / 2);
}

/**
 * cw_shape_get_bounds:
 * @shape: a shape
 *
 * Returns: a box around it, rounded outwards; the smallest one for all but bands [nm]
 */
CwBox
cw_shape_get_bounds (const CwShape *shape)
{
  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      return grow_by_half ((CwBox){ shape->disc.centre, shape->disc.centre }, shape->disc.diameter);
    case CW_SHAPE_CAPSULE:
      return grow_by_half (cw_box_from_points (shape->capsule.a, shape->capsule.b),
                           shape->capsule.width);
    case CW_SHAPE_BAND:
      return grow_by_half (cw_arc_get_bounds (&shape->band.arc), shape->band.width);
    case CW_SHAPE_BOX:
      return shape->box;
    case CW_SHAPE_POLYGON:
    default:
      return shape->polygon->bounds;
    }
}

/**
 * cw_shape_contains:
 * @shape: a shape
 * @p: a point [nm]
 *
 * Returns: whether @p lies in the shape or on its border
 */
gboolean
cw_shape_contains (const CwShape *shape, CwPoint p)
{
  return cw_shape_is_near_point (shape, p, 0);
}

/**
 * cw_shape_is_near_point:
 * @shape: a shape
 * @p: a point, within ±1 m [nm]
 * @limit: how far away it may be [nm]
 *
 * Returns: whether @p is at most @limit away from the shape, exactly
 */
gboolean
cw_shape_is_near_point (const CwShape *shape, CwPoint p, CwCoord limit)
{
  CwReach reach;
  CwCore point;
  g_auto (CwCore) core = { 0 };

  if (limit < 0 || !cw_point_is_valid (p)
      || !cw_box_contains (cw_box_grow (cw_shape_get_bounds (shape), limit), p))
    return FALSE;

  cw_core_init (&core, shape);
  cw_core_init_point (&point, p);
  reach = cw_reach_new (2 * (gint64) limit + core.width, TRUE);

  return cw_cores_are_near (&core, &point, &reach);
}

/* appends the points of a circular arc with its ends, all on the circle but for their rounding */
static void
append_turn (GArray *points, double x, double y, double radius, double first, double sweep,
             CwCoord sagitta)
{
  CwTurn turn = { x, y, radius, first, sweep };
  CwPoint start = cw_turn_get_point (&turn, 0);
  CwPoint end = cw_turn_get_point (&turn, sweep);

  g_array_append_val (points, start);
  cw_turn_flatten (&turn, sagitta, points);
  g_array_append_val (points, end);
}

/*
 * Appends the points of the inner border of a band: a hollow, where chords inside the shape
 * are tangents of the circle. Each tangent meets the next between the points of a flattened arc.
 */
static void
append_hollow (GArray *points, double x, double y, double radius, double first, double sweep,
               CwCoord sagitta)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  CwTurn circle = { x, y, radius, first, sweep };
  CwPoint start = cw_turn_get_point (&circle, 0);
  CwPoint end = cw_turn_get_point (&circle, sweep);
  CwTurn corners = circle;
  double step;

  cw_turn_flatten (&circle, sagitta, touched);
  step = sweep / (touched->len + 1);
  corners.radius = radius / cos (step / 2);

  g_array_append_val (points, start);
  for (guint i = 0; i <= touched->len; i++)
    {
      CwPoint corner = cw_turn_get_point (&corners, (i + 0.5) * step);

      g_array_append_val (points, corner);
    }
  g_array_append_val (points, end);
}

/* the outline of a segment with width: a half circle about each end */
static CwPolygon *
capsule_to_polygon (CwPoint a, CwPoint b, CwCoord width, CwCoord sagitta)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  double angle = atan2 ((double) b.y - a.y, (double) b.x - a.x);

  append_turn (points, a.x, a.y, width / 2.0, angle + G_PI / 2, G_PI, sagitta);
  append_turn (points, b.x, b.y, width / 2.0, angle - G_PI / 2, G_PI, sagitta);

  return cw_polygon_new ((const CwPoint *) (gpointer) points->data, points->len);
}

/* the outline of a band whose ends do not reach into it */
static CwPolygon *
simple_band_to_polygon (const CwArc *arc, CwCoord width, CwCoord sagitta)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  double side = arc->sweep > 0 ? 1 : -1;
  double sweep = arc->sweep * (G_PI / (180.0 * CW_DEGREE));
  double radius = cw_arc_get_radius (arc);
  double chord = atan2 ((double) arc->end.y - arc->start.y, (double) arc->end.x - arc->start.x);
  double first = chord - sweep / 2 - side * G_PI / 2;
  double last = first + sweep;
  double x = arc->start.x - radius * cos (first);
  double y = arc->start.y - radius * sin (first);

  append_turn (points, x, y, radius + width / 2.0, first, sweep, sagitta);
  append_turn (points, arc->end.x, arc->end.y, width / 2.0, last, side * G_PI, sagitta);
  append_hollow (points, x, y, radius - width / 2.0, last, -sweep, sagitta);
  append_turn (points, arc->start.x, arc->start.y, width / 2.0, first + G_PI, side * G_PI, sagitta);

  return cw_polygon_new ((const CwPoint *) (gpointer) points->data, points->len);
}

/* a band that overlaps itself: the union of the capsules along it */
static CwPolygon *
coiled_band_to_polygon (const CwArc *arc, CwCoord width, CwCoord sagitta)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autoptr (GPtrArray) capsules
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) united = NULL;
  g_autoptr (GError) error = NULL;
  CwPoint from = arc->start;

  /* finely: the chords' capsules stick out on the inside by what the chords lie off the arc */
  cw_arc_flatten (arc, MIN (sagitta, CW_CORE_SAGITTA), line);
  for (guint i = 0; i < line->len; i++)
    {
      CwPoint to = g_array_index (line, CwPoint, i);
      CwPolygon *capsule = capsule_to_polygon (from, to, width, sagitta);

      if (capsule != NULL)
        g_ptr_array_add (capsules, capsule);
      from = to;
    }

  united = cw_polygons_unite (capsules, &error);
  if (united == NULL)
    {
      g_critical ("a band has no outline: %s", error->message);
      return NULL;
    }

  return united->len > 0 ? cw_polygon_ref (g_ptr_array_index (united, 0)) : NULL;
}

static CwPolygon *
band_to_polygon (const CwArc *arc, CwCoord width, CwCoord sagitta)
{
  gint64 chord = cw_point_distance_squared (arc->start, arc->end);
  double radius = cw_arc_get_radius (arc);
  gboolean ends_are_apart = ABS (arc->sweep) <= 180 * CW_DEGREE || chord > (gint64) width * width;

  /* so flat that the chord is within a nanometre of the arc */
  if (sqrt ((double) chord) / 2 < sqrt (2 * radius) && radius > 1e12)
    return capsule_to_polygon (arc->start, arc->end, width, sagitta);

  /* chords that lie off their arc by more than the width would cross the other border */
  if (radius > width / 2.0 && ends_are_apart)
    return simple_band_to_polygon (arc, width, MIN (sagitta, MAX (width / 3, 1)));

  return coiled_band_to_polygon (arc, width, sagitta);
}

/**
 * cw_shape_to_polygon:
 * @shape: a shape
 * @sagitta: how far chords may lie from the curves, at least 1 [nm]
 *
 * Makes a polygon of a shape, with its corners on the shape's border and its chords inside.
 *
 * Returns: (transfer full) (nullable): the polygon, or %NULL when the shape is so small that
 *   less than three points of the grid are left
 */
CwPolygon *
cw_shape_to_polygon (const CwShape *shape, CwCoord sagitta)
{
  CwPoint corners[4];

  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      return capsule_to_polygon (shape->disc.centre, shape->disc.centre, shape->disc.diameter,
                                 sagitta);
    case CW_SHAPE_CAPSULE:
      return capsule_to_polygon (shape->capsule.a, shape->capsule.b, shape->capsule.width, sagitta);
    case CW_SHAPE_BAND:
      return band_to_polygon (&shape->band.arc, shape->band.width, sagitta);
    case CW_SHAPE_BOX:
      corners[0] = shape->box.min;
      corners[1] = CW_POINT (shape->box.max.x, shape->box.min.y);
      corners[2] = shape->box.max;
      corners[3] = CW_POINT (shape->box.min.x, shape->box.max.y);
      return cw_polygon_new (corners, G_N_ELEMENTS (corners));
    case CW_SHAPE_POLYGON:
    default:
      return cw_polygon_ref (shape->polygon);
    }
}
