/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/geometry/cw-path.h"
#include "model/geometry/cw-turn.h"

#define N_STEPS_MAX (1 << 17)
#define MICRODEGREE (G_PI / (180.0 * CW_DEGREE))

/* what a coordinate computed in floating point may be off at the far end of the plane [nm] */
#define NOISE (1e-5)

/* half the sweep: sine and cosine, exact at 180° */
static void
get_half_angle (const CwArc *arc, double *half_sin, double *half_cos)
{
  if (arc->sweep % 2 == 0)
    {
      *half_sin = cw_angle_get_sin (arc->sweep / 2);
      *half_cos = cw_angle_get_cos (arc->sweep / 2);
    }
  else
    {
      *half_sin = sin (arc->sweep * (MICRODEGREE / 2));
      *half_cos = cos (arc->sweep * (MICRODEGREE / 2));
    }
}

/*
 * The point of the arc after @turned [rad] of its sweep: the chord to it is the chord of
 * the whole arc, shortened and turned back by half of what is left. Holds for flat arcs too,
 * where the centre is too far away to compute with.
 */
static void
get_point (const CwArc *arc, double turned, double *x, double *y)
{
  double half_sin;
  double half_cos;
  double ratio;
  double angle = (turned - arc->sweep * MICRODEGREE) / 2;
  double dx = (double) arc->end.x - arc->start.x;
  double dy = (double) arc->end.y - arc->start.y;

  get_half_angle (arc, &half_sin, &half_cos);
  ratio = sin (turned / 2) / half_sin;
  *x = arc->start.x + ratio * (dx * cos (angle) - dy * sin (angle));
  *y = arc->start.y + ratio * (dx * sin (angle) + dy * cos (angle));
}

static gboolean
is_straight (const CwArc *arc)
{
  return arc->sweep == 0 || arc->sweep % CW_ANGLE_FULL == 0
         || cw_point_equal (arc->start, arc->end);
}

/**
 * cw_arc_get_centre:
 * @arc: an arc
 *
 * Returns: its centre, rounded; the middle of the chord when the arc is straight [nm]
 */
CwPoint
cw_arc_get_centre (const CwArc *arc)
{
  double half_sin;
  double half_cos;
  double cotangent = 0;
  double x = ((double) arc->start.x + arc->end.x) / 2;
  double y = ((double) arc->start.y + arc->end.y) / 2;

  if (!is_straight (arc))
    {
      get_half_angle (arc, &half_sin, &half_cos);
      cotangent = half_cos / half_sin;
    }
  x -= cotangent * ((double) arc->end.y - arc->start.y) / 2;
  y += cotangent * ((double) arc->end.x - arc->start.x) / 2;

  return cw_point_round (x, y);
}

/**
 * cw_arc_get_radius:
 * @arc: an arc
 *
 * Returns: its radius; infinite when the arc is straight [nm]
 */
double
cw_arc_get_radius (const CwArc *arc)
{
  double half_sin;
  double half_cos;

  if (is_straight (arc))
    return INFINITY;

  get_half_angle (arc, &half_sin, &half_cos);

  return sqrt ((double) cw_point_distance_squared (arc->start, arc->end)) / 2 / fabs (half_sin);
}

/**
 * cw_arc_get_length:
 * @arc: an arc
 *
 * Returns: its length along the curve [nm]
 */
double
cw_arc_get_length (const CwArc *arc)
{
  if (is_straight (arc))
    return sqrt ((double) cw_point_distance_squared (arc->start, arc->end));

  return cw_arc_get_radius (arc) * fabs (arc->sweep * MICRODEGREE);
}

/**
 * cw_arc_get_bounds:
 * @arc: an arc
 *
 * Returns: a box around the arc and around its flattened form, rounded outwards [nm]
 */
CwBox
cw_arc_get_bounds (const CwArc *arc)
{
  CwBox bounds = cw_box_from_points (arc->start, arc->end);
  double sweep = arc->sweep * MICRODEGREE;
  double side = arc->sweep > 0 ? 1 : -1;
  double first;

  if (is_straight (arc))
    return bounds;

  /* direction from the centre to the start */
  first = atan2 ((double) arc->end.y - arc->start.y, (double) arc->end.x - arc->start.x) - sweep / 2
          - side * G_PI / 2;
  for (int i = 0; i < 4; i++)
    {
      double turned = fmod (side * (i * G_PI / 2 - first), 2 * G_PI);
      double x;
      double y;

      if (turned < 0)
        turned += 2 * G_PI;
      if (turned > fabs (sweep))
        continue;

      get_point (arc, side * turned, &x, &y);
      bounds = cw_box_add_point (bounds, cw_point_round (floor (x + NOISE), floor (y + NOISE)));
      bounds = cw_box_add_point (bounds, cw_point_round (ceil (x - NOISE), ceil (y - NOISE)));
    }

  return bounds;
}

/**
 * cw_arc_flatten:
 * @arc: an arc
 * @sagitta: how far the chords may lie from the arc, at least 1 [nm]
 * @points: (element-type CwPoint): where to append
 *
 * Appends the points after the start up to and including the end. Each lies on
 * the arc but for its rounding, which @sagitta includes. Arcs with a radius beyond 1 m have at
 * most 131072 chords, whatever @sagitta says.
 */
void
cw_arc_flatten (const CwArc *arc, CwCoord sagitta, GArray *points)
{
  if (!is_straight (arc))
    {
      double radius = cw_arc_get_radius (arc);
      double sweep = arc->sweep * MICRODEGREE;
      double depth = MAX (MAX (sagitta, 1) - 0.75, 0.25) / radius;
      double step = depth < 1 ? 2 * acos (1 - depth) : G_PI;
      double n_steps = ceil (fabs (sweep) / step);

      if (depth < 1e-6)
        n_steps = ceil (fabs (sweep) / sqrt (8 * depth));
      n_steps = CLAMP (n_steps, ceil (fabs (sweep) / (G_PI / 2)), N_STEPS_MAX);
      for (guint i = 1; i < n_steps; i++)
        {
          CwPoint p;
          double x;
          double y;

          get_point (arc, sweep * i / n_steps, &x, &y);
          p = cw_point_round (x, y);
          g_array_append_val (points, p);
        }
    }

  g_array_append_val (points, arc->end);
}
