/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-turn.h"

#include <math.h>

/**
 * cw_point_round:
 * @x: to the right [nm]
 * @y: up [nm]
 *
 * Returns: the nearest point of the grid, halves away from zero [nm]
 */
CwPoint
cw_point_round (double x, double y)
{
  return CW_POINT ((CwCoord) llround (CLAMP (x, (double) G_MININT32, (double) G_MAXINT32)),
                   (CwCoord) llround (CLAMP (y, (double) G_MININT32, (double) G_MAXINT32)));
}

/**
 * cw_turn_get_point:
 * @turn: an arc
 * @angle: how far along, from its first point [rad]
 *
 * Returns: the point there, rounded [nm]
 */
CwPoint
cw_turn_get_point (const CwTurn *turn, double angle)
{
  return cw_point_round (turn->x + turn->radius * cos (turn->first + angle),
                         turn->y + turn->radius * sin (turn->first + angle));
}

/**
 * cw_turn_flatten:
 * @turn: an arc
 * @sagitta: how far chords may lie from the arc, rounding included, at least 1 [nm]
 * @points: (element-type CwPoint): where to append
 *
 * Appends the points between the first and the last, both left out, so that the chords
 * turn by at most 45° each.
 */
void
cw_turn_flatten (const CwTurn *turn, CwCoord sagitta, GArray *points)
{
  double depth = MAX (MAX (sagitta, 1) - 0.75, 0.25) / MAX (turn->radius, 1e-9);
  double step = depth < 1e-6 ? sqrt (8 * depth) : 2 * acos (1 - MIN (depth, 1));
  double n_steps = ceil (fabs (turn->sweep) / MIN (step, G_PI / 4) - 1e-9);

  for (guint i = 1; i < n_steps; i++)
    {
      CwPoint p = cw_turn_get_point (turn, turn->sweep * i / n_steps);

      g_array_append_val (points, p);
    }
}
