/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-shape.h"

G_BEGIN_DECLS

/* how far the drawn wall may lie from a curved one [nm] */
#define CW_SLOPE_SAGITTA 5

/**
 * CwPit:
 * @shape: its outline in the plan
 * @inset: how far inside that outline its floor ends, negative for outside [nm]
 * @lean: tangent of the angle by which its walls lean from the vertical, 0 for upright ones
 * @depth: from its brim to its floor [nm]
 *
 * A pit with a level floor and walls that all lean alike, wider at the brim: a hole, a cavity,
 * the dimple in the metal that lines a hole.
 */
typedef struct
{
  const CwShape *shape;
  double inset;
  double lean;
  CwCoord depth;
} CwPit;

/**
 * CwRamp:
 * @from: where it begins, from the first point of the line [nm]
 * @to: where it ends, beyond @from [nm]
 * @start: height above the floor at @from [nm]
 * @end: height above the floor at @to [nm]
 *
 * A straight part of the section through a pit: of its floor or of a wall.
 */
typedef struct
{
  double from;
  double to;
  double start;
  double end;
} CwRamp;

void cw_pit_cut (const CwPit *self, CwPoint from, CwPoint to, GArray *ramps);

G_END_DECLS
