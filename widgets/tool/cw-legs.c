/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-legs.h"

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
