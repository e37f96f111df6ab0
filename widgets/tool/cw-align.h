/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-box.h"

G_BEGIN_DECLS

/**
 * CwAlignKind:
 * @CW_ALIGN_LEFT: left edges on a line
 * @CW_ALIGN_CENTRE: centres on an upright line
 * @CW_ALIGN_RIGHT: right edges on a line
 * @CW_ALIGN_TOP: upper edges on a line
 * @CW_ALIGN_MIDDLE: centres on a level line
 * @CW_ALIGN_BOTTOM: lower edges on a line
 * @CW_DISTRIBUTE_GAPS_X: equal gaps from left to right
 * @CW_DISTRIBUTE_GAPS_Y: equal gaps from bottom to top
 * @CW_DISTRIBUTE_CENTRES_X: equal steps from centre to centre from left to right
 * @CW_DISTRIBUTE_CENTRES_Y: equal steps from centre to centre from bottom to top
 *
 * How things are put in order.
 */
typedef enum
{
  CW_ALIGN_LEFT,
  CW_ALIGN_CENTRE,
  CW_ALIGN_RIGHT,
  CW_ALIGN_TOP,
  CW_ALIGN_MIDDLE,
  CW_ALIGN_BOTTOM,
  CW_DISTRIBUTE_GAPS_X,
  CW_DISTRIBUTE_GAPS_Y,
  CW_DISTRIBUTE_CENTRES_X,
  CW_DISTRIBUTE_CENTRES_Y,
} CwAlignKind;

void cw_align_boxes (CwAlignKind kind, const CwBox *boxes, gsize n_boxes, CwBox reference,
                     CwPoint *offsets);

G_END_DECLS
