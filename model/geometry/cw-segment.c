/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-segment.h"

#include <math.h>

static guint64
get_distance_squared (CwPoint a, CwPoint b)
{
  return (guint64) cw_point_distance_squared (a, b);
}

/**
 * cw_segment_is_point_near:
 * @segment: a segment
 * @p: a point [nm]
 * @reach: how near
 *
 * Returns: whether @p is within @reach of the segment, exactly
 */
gboolean
cw_segment_is_point_near (CwSegment segment, CwPoint p, const CwReach *reach)
{
  gint64 dx = (gint64) segment.b.x - segment.a.x;
  gint64 dy = (gint64) segment.b.y - segment.a.y;
  gint64 px = (gint64) p.x - segment.a.x;
  gint64 py = (gint64) p.y - segment.a.y;
  gint64 dot = dx * px + dy * py;
  gint64 length = dx * dx + dy * dy; /* squared */
  gint64 cross;

  if (dot <= 0)
    return cw_reach_holds (reach, (guint64) (px * px + py * py), 1);
  if (dot >= length)
    return cw_reach_holds (reach, get_distance_squared (segment.b, p), 1);

  cross = dx * py - dy * px;

  return cw_reach_holds (reach, (unsigned __int128) ((__int128) cross * cross), (guint64) length);
}

static int
get_sign (gint64 value)
{
  return (value > 0) - (value < 0);
}

/**
 * cw_segments_cross:
 * @s: a segment
 * @t: a segment
 *
 * Returns: whether each passes from one side of the other to the other side; segments that
 *   only touch do not cross
 */
gboolean
cw_segments_cross (CwSegment s, CwSegment t)
{
  return get_sign (cw_point_orient (s.a, s.b, t.a)) * get_sign (cw_point_orient (s.a, s.b, t.b)) < 0
         && get_sign (cw_point_orient (t.a, t.b, s.a)) * get_sign (cw_point_orient (t.a, t.b, s.b))
                < 0;
}

/**
 * cw_segments_are_near:
 * @s: a segment
 * @t: a segment
 * @reach: how near
 *
 * Returns: whether the segments are within @reach of each other, exactly
 */
gboolean
cw_segments_are_near (CwSegment s, CwSegment t, const CwReach *reach)
{
  guint64 apart
      = cw_box_get_distance_squared (cw_box_from_points (s.a, s.b), cw_box_from_points (t.a, t.b));

  if (!cw_reach_holds (reach, apart, 1))
    return FALSE;
  if (cw_point_equal (s.a, s.b) && cw_point_equal (t.a, t.b))
    return TRUE;

  return cw_segment_is_point_near (s, t.a, reach) || cw_segment_is_point_near (s, t.b, reach)
         || cw_segment_is_point_near (t, s.a, reach) || cw_segment_is_point_near (t, s.b, reach)
         || (apart == 0 && cw_segments_cross (s, t));
}

/**
 * cw_segment_meets_box:
 * @segment: a segment
 * @box: a box [nm]
 *
 * Returns: whether they have a point in common, exactly
 */
gboolean
cw_segment_meets_box (CwSegment segment, CwBox box)
{
  CwPoint a = segment.a;
  CwPoint b = segment.b;
  int sides;

  if (!cw_box_intersects (cw_box_from_points (a, b), box))
    return FALSE;
  if (cw_box_contains (box, a) || cw_box_contains (box, b))
    return TRUE;

  sides = get_sign (cw_point_orient (a, b, box.min)) + get_sign (cw_point_orient (a, b, box.max))
          + get_sign (cw_point_orient (a, b, CW_POINT (box.min.x, box.max.y)))
          + get_sign (cw_point_orient (a, b, CW_POINT (box.max.x, box.min.y)));

  return -4 < sides && sides < 4;
}

/**
 * cw_segment_is_box_near:
 * @segment: a segment
 * @box: a box [nm]
 * @reach: how near
 *
 * Returns: whether the segment is within @reach of the box, exactly; inside it the distance is zero
 */
gboolean
cw_segment_is_box_near (CwSegment segment, CwBox box, const CwReach *reach)
{
  CwBox a = { segment.a, segment.a };
  CwBox b = { segment.b, segment.b };

  if (!cw_reach_holds (
          reach, cw_box_get_distance_squared (cw_box_from_points (segment.a, segment.b), box), 1))
    return FALSE;
  if (cw_reach_holds (reach, cw_box_get_distance_squared (a, box), 1)
      || cw_reach_holds (reach, cw_box_get_distance_squared (b, box), 1))
    return TRUE;
  if (cw_point_equal (segment.a, segment.b))
    return FALSE;

  return cw_segment_is_point_near (segment, box.min, reach)
         || cw_segment_is_point_near (segment, box.max, reach)
         || cw_segment_is_point_near (segment, CW_POINT (box.min.x, box.max.y), reach)
         || cw_segment_is_point_near (segment, CW_POINT (box.max.x, box.min.y), reach)
         || (cw_reach_holds (reach, 0, 1) && cw_segment_meets_box (segment, box));
}

/**
 * cw_segment_measure_point:
 * @segment: a segment
 * @p: a point [nm]
 *
 * Returns: the distance, @p as its first point and the nearest point of the segment as its second
 */
CwNearest
cw_segment_measure_point (CwSegment segment, CwPoint p)
{
  gint64 dx = (gint64) segment.b.x - segment.a.x;
  gint64 dy = (gint64) segment.b.y - segment.a.y;
  gint64 px = (gint64) p.x - segment.a.x;
  gint64 py = (gint64) p.y - segment.a.y;
  gint64 dot = dx * px + dy * py;
  gint64 length = dx * dx + dy * dy; /* squared */
  CwPoint end = dot <= 0 ? segment.a : segment.b;

  if (dot <= 0 || dot >= length)
    return (CwNearest){ sqrt ((double) cw_point_distance_squared (p, end)),
                        { p.x, p.y },
                        { end.x, end.y } };

  return (CwNearest){
    fabs ((double) (dx * py - dy * px)) / sqrt ((double) length),
    { p.x, p.y },
    { segment.a.x + (double) dx * ((double) dot / (double) length),
      segment.a.y + (double) dy * ((double) dot / (double) length) },
  };
}

static CwNearest
swap_nearest (CwNearest nearest)
{
  return (CwNearest){ nearest.distance,
                      { nearest.b[0], nearest.b[1] },
                      { nearest.a[0], nearest.a[1] } };
}

/**
 * cw_segments_measure:
 * @s: a segment
 * @t: a segment
 *
 * Returns: the distance and the nearest points, of @s first; the crossing when there is one
 */
CwNearest
cw_segments_measure (CwSegment s, CwSegment t)
{
  CwNearest best;
  CwNearest others[3];

  if (cw_segments_cross (s, t))
    {
      double from = (double) cw_point_orient (t.a, t.b, s.a);
      double to = (double) cw_point_orient (t.a, t.b, s.b);
      double x = s.a.x + ((double) s.b.x - s.a.x) * (from / (from - to));
      double y = s.a.y + ((double) s.b.y - s.a.y) * (from / (from - to));

      return (CwNearest){ 0, { x, y }, { x, y } };
    }

  best = cw_segment_measure_point (t, s.a);
  others[0] = cw_segment_measure_point (t, s.b);
  others[1] = swap_nearest (cw_segment_measure_point (s, t.a));
  others[2] = swap_nearest (cw_segment_measure_point (s, t.b));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i].distance < best.distance)
      best = others[i];

  return best;
}
