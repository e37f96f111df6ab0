/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-legs.h"

#include <math.h>

static guint
add (CwLeg legs[2], guint n, CwPoint from, CwPoint to, CwAngle sweep)
{
  if (cw_point_equal (n > 0 ? legs[n - 1].to : from, to))
    return n;
  legs[n] = (CwLeg){ to, sweep };

  return n + 1;
}

static guint
make_90 (CwPoint from, CwPoint to, gboolean posture, CwLeg legs[2])
{
  gboolean along_x = (ABS ((gint64) to.x - from.x) >= ABS ((gint64) to.y - from.y)) != posture;
  CwPoint corner = along_x ? CW_POINT (to.x, from.y) : CW_POINT (from.x, to.y);
  guint n = add (legs, 0, from, corner, 0);

  return add (legs, n, from, to, 0);
}

/* a leg along the longer way's axis, and a diagonal or the quarter of a circle for the rest; both meet
 * the other leg without a bend sharper than 135° */
static guint
make_45 (CwPoint from, CwPoint to, gboolean arc, gboolean posture, CwLeg legs[2])
{
  gint64 dx = (gint64) to.x - from.x;
  gint64 dy = (gint64) to.y - from.y;
  CwCoord short_way = (CwCoord) MIN (ABS (dx), ABS (dy));
  gboolean along_x = ABS (dx) >= ABS (dy);
  CwPoint slant = CW_POINT (dx < 0 ? -short_way : short_way, dy < 0 ? -short_way : short_way);
  CwPoint corner = posture ? cw_point_add (from, slant) : cw_point_sub (to, slant);
  CwAngle sweep = 0;
  guint n;

  if (arc && short_way > 0)
    {
      /* the arc leaves the straight leg, or meets it, along its axis */
      gboolean left = (dx > 0) == (dy > 0);

      sweep = left == (along_x != posture) ? CW_ANGLE_90 : -CW_ANGLE_90;
    }
  n = add (legs, 0, from, corner, posture ? sweep : 0);

  return add (legs, n, from, to, posture ? 0 : sweep);
}

/**
 * cw_legs_make:
 * @from: where to begin [nm]
 * @to: where to end [nm]
 * @mode: which angles are allowed
 * @posture: whether the leg along the axis comes second; with right angles, whether the
 *   shorter leg comes first
 * @legs: (out): the legs
 *
 * Makes the one or two legs that lead from a point to another.
 *
 * Returns: how many legs: 0 when the points are the same, else 1 or 2
 */
guint
cw_legs_make (CwPoint from, CwPoint to, CwAngleMode mode, gboolean posture, CwLeg legs[2])
{
  switch (mode)
    {
    case CW_ANGLES_45:
      return make_45 (from, to, FALSE, posture, legs);

    case CW_ANGLES_ARC:
      return make_45 (from, to, TRUE, posture, legs);

    case CW_ANGLES_90:
      return make_90 (from, to, posture, legs);

    case CW_ANGLES_ANY:
    case CW_N_ANGLE_MODES:
    default:
      return add (legs, 0, from, to, 0);
    }
}

/* from a corner towards another point; along an axis exact, along a diagonal on it */
static CwPoint
go (CwPoint from, CwPoint towards, double way)
{
  double dx = (double) towards.x - from.x;
  double dy = (double) towards.y - from.y;
  double length = hypot (dx, dy);

  return CW_POINT (from.x + (CwCoord) lround (dx * way / length),
                   from.y + (CwCoord) lround (dy * way / length));
}

static double
get_length (CwPoint a, CwPoint b)
{
  return hypot ((double) b.x - a.x, (double) b.y - a.y);
}

/* angle from one leg to the next, 0 where there is no corner to be made round [µdeg] */
static CwAngle
get_turn (CwPoint a, CwPoint corner, CwPoint b)
{
  double x1 = (double) corner.x - a.x;
  double y1 = (double) corner.y - a.y;
  double x2 = (double) b.x - corner.x;
  double y2 = (double) b.y - corner.y;
  double turn = atan2 (x1 * y2 - y1 * x2, x1 * x2 + y1 * y2);

  return fabs (turn) > 0.99 * G_PI ? 0 : (CwAngle) llround (turn * 180 / G_PI * CW_DEGREE);
}

/**
 * cw_legs_round:
 * @vertices: (array length=n): corners of a line [nm]
 * @radii: (array length=n): radius of each corner, 0 for a sharp one [nm]
 * @n: how many corners, its ends among them
 *
 * Makes corners between straight legs round, with a smaller radius where a leg is too short for it.
 *
 * Returns: (transfer full) (element-type CwVertex): the line
 */
GArray *
cw_legs_round (const CwVertex *vertices, const CwCoord *radii, guint n)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (CwVertex));

  for (guint i = 0; i < n; i++)
    {
      CwVertex vertex = vertices[i];
      CwVertex start = { vertex.at, 0 };
      CwPoint a;
      CwPoint b;
      double way;

      if (i > 0 && i + 1 < n && radii[i] > 0 && vertices[i - 1].sweep == 0 && vertex.sweep == 0)
        start.sweep = get_turn (vertices[i - 1].at, vertex.at, vertices[i + 1].at);
      if (start.sweep == 0)
        {
          g_array_append_val (line, vertex);
          continue;
        }
      a = vertices[i - 1].at;
      b = vertices[i + 1].at;
      way = radii[i] * tan (ABS (start.sweep) / (double) CW_DEGREE * G_PI / 360);
      /* half of each leg is left to the corner at its other end */
      way = MIN (way, get_length (a, vertex.at) / (i > 1 ? 2 : 1));
      way = MIN (way, get_length (vertex.at, b) / (i + 2 < n ? 2 : 1));
      start.at = go (vertex.at, a, way);
      vertex.at = go (vertex.at, b, way);
      if (cw_point_equal (start.at, vertex.at))
        {
          g_array_append_val (line, vertices[i]);
          continue;
        }
      if (line->len > 0
          && cw_point_equal (g_array_index (line, CwVertex, line->len - 1).at, start.at))
        g_array_set_size (line, line->len - 1);
      g_array_append_val (line, start);
      g_array_append_val (line, vertex);
    }
  if (n > 0 && line->len > 1
      && cw_point_equal (g_array_index (line, CwVertex, line->len - 1).at,
                         g_array_index (line, CwVertex, line->len - 2).at))
    {
      g_array_set_size (line, line->len - 1);
      g_array_index (line, CwVertex, line->len - 1).sweep = 0;
    }

  return line;
}
