/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "widgets/render/cw-overlay.h"

G_BEGIN_DECLS

#define CW_PLAN_AXES_SIZE 22 /* width of both rulers [px] */

/**
 * CwTicks:
 * @step: distance of the ticks with a number [nm]
 * @parts: how many smaller steps there are between them
 *
 * How a ruler is divided.
 */
typedef struct
{
  gint64 step;
  guint parts;
} CwTicks;

CwTicks cw_ticks_pick (double scale, CwUnit unit, double least);
void cw_plan_axes_paint (const CwOverlay *overlay, CwPoint origin, CwUnit unit);
void cw_plan_axes_paint_pointer (const CwOverlay *overlay, CwSpot at);

G_END_DECLS
