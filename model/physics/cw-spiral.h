/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-estimate.h"

G_BEGIN_DECLS

/**
 * CwSpiralForm:
 * @CW_SPIRAL_SQUARE: four sides a turn
 * @CW_SPIRAL_HEXAGON: six sides a turn
 * @CW_SPIRAL_OCTAGON: eight sides a turn
 * @CW_SPIRAL_ROUND: arcs
 *
 * What a turn of a planar spiral looks like.
 */
typedef enum
{
  CW_SPIRAL_SQUARE,
  CW_SPIRAL_HEXAGON,
  CW_SPIRAL_OCTAGON,
  CW_SPIRAL_ROUND,
} CwSpiralForm;

/**
 * CwSpiral:
 * @form: what a turn looks like
 * @turns: number of turns; a square one is drawn from 4 @turns sides
 * @width: width of the line [m]
 * @space: from line to line [m]
 * @inner: inner diameter, from side to side [m]
 *
 * A planar spiral.
 */
typedef struct
{
  CwSpiralForm form;
  double turns;
  double width;
  double space;
  double inner;
} CwSpiral;

double cw_spiral_get_outer (const CwSpiral *self);
CwEstimate cw_spiral_length (const CwSpiral *self);

G_END_DECLS
