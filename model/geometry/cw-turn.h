/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-box.h"

G_BEGIN_DECLS

/**
 * CwTurn:
 * @x: centre [nm]
 * @y: centre [nm]
 * @radius: radius [nm]
 * @first: direction from the centre to the first point [rad]
 * @sweep: angle turned through, positive counterclockwise [rad]
 *
 * A circular arc by its centre.
 */
typedef struct
{
  double x;
  double y;
  double radius;
  double first;
  double sweep;
} CwTurn;

CwPoint cw_point_round (double x, double y);
CwPoint cw_turn_get_point (const CwTurn *turn, double angle);
void cw_turn_flatten (const CwTurn *turn, CwCoord sagitta, GArray *points);

G_END_DECLS
