/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-angle.h"
#include "model/geometry/cw-box.h"

G_BEGIN_DECLS

/**
 * CwTransform:
 * @angle: counterclockwise turn, applied second [µdeg]
 * @mirror: whether x is negated first (seen from the other side)
 * @offset: shift, applied last [nm]
 *
 * Mirror, then turn about the origin, then shift. Turns by multiples of 90°
 * are exact; others round to the nearest nanometre.
 */
typedef struct
{
  CwPoint offset;
  CwAngle angle;
  gboolean mirror;
} CwTransform;

#define CW_TRANSFORM_IDENTITY ((CwTransform){ { 0, 0 }, 0, FALSE })

CwPoint cw_transform_point (const CwTransform *transform, CwPoint p);
CwPoint cw_transform_point_back (const CwTransform *transform, CwPoint p);
CwBox cw_transform_box (const CwTransform *transform, CwBox box);
CwBox cw_transform_box_back (const CwTransform *transform, CwBox box);
gboolean cw_transform_is_right_angled (const CwTransform *transform);
CwTransform cw_transform_compose (const CwTransform *first, const CwTransform *second);
CwTransform cw_transform_about (CwPoint centre, CwAngle angle, gboolean mirror);

G_END_DECLS
