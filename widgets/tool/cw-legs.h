/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-path.h"

G_BEGIN_DECLS

/**
 * CwAngleMode:
 * @CW_ANGLES_ANY: one straight leg
 * @CW_ANGLES_45: one leg along an axis and one along a diagonal
 * @CW_ANGLES_90: two legs along the axes
 * @CW_ANGLES_ARC: one leg along an axis and a quarter of a circle
 *
 * Which legs lead from point to point.
 */
typedef enum
{
  CW_ANGLES_ANY,
  CW_ANGLES_45,
  CW_ANGLES_90,
  CW_ANGLES_ARC,
  CW_N_ANGLE_MODES
} CwAngleMode;

/**
 * CwLeg:
 * @to: where it ends [nm]
 * @sweep: angle it turns through, 0 for a straight one [µdeg]
 *
 * A leg of a trace in the making.
 */
typedef struct
{
  CwPoint to;
  CwAngle sweep;
} CwLeg;

#define CW_USUAL_RADIUS 4 /* of a round corner, in widths */

GArray *cw_legs_round (const CwVertex *vertices, const CwCoord *radii, guint n);
guint cw_legs_make (CwPoint from, CwPoint to, CwAngleMode mode, gboolean posture, CwLeg legs[2]);

G_END_DECLS
