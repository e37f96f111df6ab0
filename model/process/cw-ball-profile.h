/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-polygon.h"

G_BEGIN_DECLS

#define CW_BALL_PROFILE_SAGITTA (50)

/**
 * CwBallProfile:
 * @centre: where along the cut the sphere's centre lies [nm]
 * @distance: distance of the centre from the cut plane [nm]
 * @diameter: diameter of the sphere [nm]
 * @base: z of the plane that the ball stands on [nm]
 * @height: its height above that plane [nm]
 * @start: where along the cut the plane begins [nm]
 * @end: where it ends [nm]
 *
 * A sphere that stands on a plane, cut by another.
 */
typedef struct
{
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
