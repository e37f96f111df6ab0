/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-coord.h"

G_BEGIN_DECLS

/**
 * CwPoint:
 * @x: to the right [nm]
 * @y: up [nm]
 *
 * A point of the plan.
 */
typedef struct
{
  CwCoord x;
  CwCoord y;
} CwPoint;

#define CW_POINT(x, y) ((CwPoint){ (x), (y) })

static inline gboolean
cw_point_equal (CwPoint a, CwPoint b)
{
  return a.x == b.x && a.y == b.y;
}

static inline CwPoint
cw_point_add (CwPoint a, CwPoint b)
{
  return CW_POINT (a.x + b.x, a.y + b.y);
}

static inline CwPoint
cw_point_sub (CwPoint a, CwPoint b)
{
  return CW_POINT (a.x - b.x, a.y - b.y);
}

static inline gboolean
cw_point_is_valid (CwPoint p)
{
  return cw_coord_is_valid (p.x) && cw_coord_is_valid (p.y);
}

/* [nm²] */
static inline gint64
cw_point_distance_squared (CwPoint a, CwPoint b)
{
  gint64 dx = (gint64) b.x - a.x;
  gint64 dy = (gint64) b.y - a.y;

  return dx * dx + dy * dy;
}

/* positive when c lies left of the line from a to b: twice the area of a, b, c [nm²] */
static inline gint64
cw_point_orient (CwPoint a, CwPoint b, CwPoint c)
{
  return ((gint64) b.x - a.x) * ((gint64) c.y - a.y) - ((gint64) b.y - a.y) * ((gint64) c.x - a.x);
}

G_END_DECLS
