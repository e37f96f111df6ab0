/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-path.h"
#include "widgets/tool/cw-tool-host.h"

G_BEGIN_DECLS

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
