/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-box.h"

G_BEGIN_DECLS

/**
 * CwSegment:
 * @a: one end [nm]
 * @b: the other end, which may be the same point [nm]
 *
 * A straight segment, its ends included.
 */
typedef struct
{
  CwPoint a;
  CwPoint b;
} CwSegment;

/**
 * CwReach:
 * @squared: square of the doubled limit [nm²]
 * @inclusive: 1 when a distance that equals the limit counts, otherwise 0
 *
 * What exact distances are compared with: half-nanometre limits are whole when
 * doubled. Doubled limits up to 6,300,000,000 nm do not overflow.
 */
typedef struct
{
  unsigned __int128 squared;
  guint inclusive;
} CwReach;

/* @doubled: the doubled limit [nm], not negative */
static inline CwReach
cw_reach_new (gint64 doubled, gboolean inclusive)
{
  return (CwReach){ (unsigned __int128) doubled * (guint64) doubled, inclusive ? 1 : 0 };
}

/* whether the distance that is the square root of num / den is within reach */
static inline gboolean
cw_reach_holds (const CwReach *reach, unsigned __int128 num, guint64 den)
{
  return 4 * num < reach->squared * den + reach->inclusive;
}

/* squared distance of two boxes, zero when they meet [nm²] */
static inline guint64
cw_box_get_distance_squared (CwBox a, CwBox b)
{
  gint64 dx = MAX ((gint64) b.min.x - a.max.x, (gint64) a.min.x - b.max.x);
  gint64 dy = MAX ((gint64) b.min.y - a.max.y, (gint64) a.min.y - b.max.y);

  dx = MAX (dx, 0);
  dy = MAX (dy, 0);

  return (guint64) (dx * dx) + (guint64) (dy * dy);
}

gboolean cw_segment_is_point_near (CwSegment segment, CwPoint p, const CwReach *reach);
gboolean cw_segments_cross (CwSegment s, CwSegment t);
gboolean cw_segments_are_near (CwSegment s, CwSegment t, const CwReach *reach);
gboolean cw_segment_meets_box (CwSegment segment, CwBox box);
gboolean cw_segment_is_box_near (CwSegment segment, CwBox box, const CwReach *reach);

/**
 * CwNearest:
 * @distance: distance of the two points [nm]
 * @a: x and y of the point of the first [nm]
 * @b: x and y of the point of the second [nm]
 *
 * The nearest points of two things, in floating point: to show, not to decide.
 */
typedef struct
{
  double distance;
  double a[2];
  double b[2];
} CwNearest;

CwNearest cw_segment_measure_point (CwSegment segment, CwPoint p);
CwNearest cw_segments_measure (CwSegment s, CwSegment t);

G_END_DECLS
