/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-polygon.h"
#include "model/package/cw-bonding-pad.h"

G_BEGIN_DECLS

#define CW_BALL_PROFILE_SAGITTA (50)

/**
 * CwBallProfile:
 * @kind: a ball is a sphere, a bump a pillar, a pin one with a chamfer of a quarter of its diameter
 *   around its end
 * @centre: where along the cut its axis lies [nm]
 * @distance: distance of the axis from the cut plane [nm]
 * @diameter: diameter of sphere or pillar [nm]
 * @base: z of the plane that the ball stands on [nm]
 * @height: its height above that plane [nm]
 * @start: where along the cut the plane begins [nm]
 * @end: where it ends [nm]
 *
 * A bonding point that stands on a plane, cut by another.
 */
typedef struct
{
  CwBallKind kind;
  double centre;
  double distance;
  double diameter;
  CwCoord base;
  double height;
  CwCoord start;
  CwCoord end;
} CwBallProfile;

CwPolygon *cw_ball_profile_to_polygon (const CwBallProfile *self);

G_END_DECLS
