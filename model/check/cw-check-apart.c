/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/check/cw-check-private.h"

/* A cheap look before the exact one: most pairs whose boxes are near are legs side by side, or bends one
 * within the other. It says yes only when the distance exceeds the limit by more than doubles, rounded
 * centres and flattened arcs can be wrong. */

#define MARGIN 1       /* between straight legs [nm] */
#define ARC_MARGIN 10  /* where an arc is one of the two [nm] */
#define MAX_RADIUS 1e8 /* beyond this a rounded centre tells too little [nm] */

typedef enum
{
  STRAIGHT,
  ROUND,
  OTHER,
} Form;

typedef struct
{
  CwPoint a;
  CwPoint b;
  CwPoint centre;
  double radius;
  double half; /* width */
} Axis;

static Form
get_axis (const CwShape *shape, Axis *axis)
{
  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_CAPSULE:
      axis->a = shape->capsule.a;
      axis->b = shape->capsule.b;
      axis->half = shape->capsule.width / 2.0;
      return STRAIGHT;

    case CW_SHAPE_DISC:
      axis->a = axis->b = shape->disc.centre;
      axis->half = shape->disc.diameter / 2.0;
      return STRAIGHT;

    case CW_SHAPE_BAND:
      axis->radius = cw_arc_get_radius (&shape->band.arc);
      axis->half = shape->band.width / 2.0;
      if (!(axis->radius < MAX_RADIUS))
        return OTHER;
      axis->centre = cw_arc_get_centre (&shape->band.arc);
      return ROUND;

    case CW_SHAPE_BOX:
    case CW_SHAPE_POLYGON:
    default:
      return OTHER;
    }
}

/* whether both points lie beyond the same side of a strip around the line from a to b */
static gboolean
is_beside (CwPoint a, CwPoint b, CwPoint p, CwPoint q, double half)
{
  gint64 at_p = cw_point_orient (a, b, p);
  gint64 at_q = cw_point_orient (a, b, q);
  double length_squared = (double) cw_point_distance_squared (a, b);
  double least = (double) MIN (ABS (at_p), ABS (at_q));

  return (at_p ^ at_q) >= 0 && least * least > half * half * length_squared;
}

static double
get_distance (CwPoint a, CwPoint b)
{
  return hypot ((double) b.x - a.x, (double) b.y - a.y);
}

/* narrows the stretch of a segment to where `at + t * by` lies between two limits */
static void
clip (double at, double by, double min, double max, double *from, double *to)
{
  double t0;
  double t1;

  if (by == 0)
    {
      if (at < min || at > max)
        *to = *from - 1;
      return;
    }

  t0 = (min - at) / by;
  t1 = (max - at) / by;
  *from = MAX (*from, MIN (t0, t1));
  *to = MIN (*to, MAX (t0, t1));
}

/* whether the part of the segment that lies near the box of the arc lies outside its whole circle, or
 * inside it */
static gboolean
is_apart_from_arc (const Axis *segment, const Axis *arc, CwBox box, double half)
{
  double dx = (double) segment->b.x - segment->a.x;
  double dy = (double) segment->b.y - segment->a.y;
  double ax = (double) segment->a.x - arc->centre.x;
  double ay = (double) segment->a.y - arc->centre.y;
  double length_squared = dx * dx + dy * dy;
  double from = 0;
  double to = 1;
  double nearest;
  double farthest;

  clip (segment->a.x, dx, box.min.x - half, box.max.x + half, &from, &to);
  clip (segment->a.y, dy, box.min.y - half, box.max.y + half, &from, &to);
  if (from > to)
    return TRUE;

  nearest = length_squared > 0 ? CLAMP (-(ax * dx + ay * dy) / length_squared, from, to) : 0;
  farthest = MAX (hypot (ax + from * dx, ay + from * dy), hypot (ax + to * dx, ay + to * dy));
  return hypot (ax + nearest * dx, ay + nearest * dy) > arc->radius + half
         || farthest < arc->radius - half;
}

static gboolean
are_circles_apart (const Axis *a, const Axis *b, double half)
{
  double distance = get_distance (a->centre, b->centre);

  return distance > a->radius + b->radius + half || fabs (a->radius - b->radius) > distance + half;
}

/* whether two shapes are further apart than the limit beyond doubt; a no says nothing */
gboolean
cw_check_are_surely_apart (const CwShape *a, const CwShape *b, CwCoord limit)
{
  Axis axis_a;
  Axis axis_b;
  Form form_a = get_axis (a, &axis_a);
  Form form_b = get_axis (b, &axis_b);
  double half;

  if (form_a == OTHER || form_b == OTHER)
    return FALSE;

  half = axis_a.half + axis_b.half + limit;
  if (form_a == STRAIGHT && form_b == STRAIGHT)
    return is_beside (axis_a.a, axis_a.b, axis_b.a, axis_b.b, half + MARGIN)
           || is_beside (axis_b.a, axis_b.b, axis_a.a, axis_a.b, half + MARGIN);
  if (form_a == ROUND && form_b == ROUND)
    return are_circles_apart (&axis_a, &axis_b, half + ARC_MARGIN);
  if (form_a == ROUND)
    return is_apart_from_arc (&axis_b, &axis_a, cw_shape_get_bounds (a), half + ARC_MARGIN);
  return is_apart_from_arc (&axis_a, &axis_b, cw_shape_get_bounds (b), half + ARC_MARGIN);
}
