/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-angle.h"
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

guint cw_legs_make (CwPoint from, CwPoint to, CwAngleMode mode, gboolean posture, CwLeg legs[2]);

G_END_DECLS
