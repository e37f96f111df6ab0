/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-point.h"

G_BEGIN_DECLS

/**
 * CwBox:
 * @min: lower left corner [nm]
 * @max: upper right corner [nm]
 *
 * An axis-parallel box that includes its border: two boxes that share an edge
 * intersect. %CW_BOX_EMPTY is the one that holds no point.
 */
typedef struct
{
  CwPoint min;
  CwPoint max;
} CwBox;

#define CW_BOX_EMPTY ((CwBox){ { G_MAXINT32, G_MAXINT32 }, { G_MININT32, G_MININT32 } })
#define CW_BOX_ALL ((CwBox){ { G_MININT32, G_MININT32 }, { G_MAXINT32, G_MAXINT32 } })
#define CW_BOX(x0, y0, x1, y1) ((CwBox){ { (x0), (y0) }, { (x1), (y1) } })

static inline gboolean
cw_box_is_empty (CwBox box)
{
  return box.min.x > box.max.x || box.min.y > box.max.y;
}

static inline gboolean
cw_box_equal (CwBox a, CwBox b)
{
  return cw_point_equal (a.min, b.min) && cw_point_equal (a.max, b.max);
}

static inline gboolean
cw_box_contains (CwBox box, CwPoint p)
{
  return box.min.x <= p.x && p.x <= box.max.x && box.min.y <= p.y && p.y <= box.max.y;
}

static inline gboolean
cw_box_contains_box (CwBox box, CwBox inner)
{
  return box.min.x <= inner.min.x && inner.max.x <= box.max.x && box.min.y <= inner.min.y
         && inner.max.y <= box.max.y;
}

static inline gboolean
cw_box_intersects (CwBox a, CwBox b)
{
  return a.min.x <= b.max.x && b.min.x <= a.max.x && a.min.y <= b.max.y && b.min.y <= a.max.y;
}

static inline CwBox
cw_box_union (CwBox a, CwBox b)
{
  return CW_BOX (MIN (a.min.x, b.min.x), MIN (a.min.y, b.min.y), MAX (a.max.x, b.max.x),
                 MAX (a.max.y, b.max.y));
}

static inline CwBox
cw_box_intersection (CwBox a, CwBox b)
{
  return CW_BOX (MAX (a.min.x, b.min.x), MAX (a.min.y, b.min.y), MIN (a.max.x, b.max.x),
                 MIN (a.max.y, b.max.y));
}

static inline CwBox
cw_box_from_points (CwPoint a, CwPoint b)
{
  return CW_BOX (MIN (a.x, b.x), MIN (a.y, b.y), MAX (a.x, b.x), MAX (a.y, b.y));
}

static inline CwBox
cw_box_add_point (CwBox box, CwPoint p)
{
  return cw_box_union (box, cw_box_from_points (p, p));
}

static inline CwCoord
cw_coord_saturate (gint64 value)
{
  return (CwCoord) CLAMP (value, G_MININT32, G_MAXINT32);
}

/* the box with each side moved out by @by [nm]; an empty box stays empty, far sides saturate */
static inline CwBox
cw_box_grow (CwBox box, gint64 by)
{
  if (cw_box_is_empty (box))
    return box;

  return CW_BOX (cw_coord_saturate (box.min.x - by), cw_coord_saturate (box.min.y - by),
                 cw_coord_saturate (box.max.x + by), cw_coord_saturate (box.max.y + by));
}

static inline CwPoint
cw_box_get_centre (CwBox box)
{
  return CW_POINT ((CwCoord) (((gint64) box.min.x + box.max.x) / 2),
                   (CwCoord) (((gint64) box.min.y + box.max.y) / 2));
}

G_END_DECLS
