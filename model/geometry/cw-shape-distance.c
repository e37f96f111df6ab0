/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-core.h"
#include "model/geometry/cw-turn.h"

/* moves from the nearest points of the cores to those of the borders */
static void
fill_gap (const CwCore *a, const CwCore *b, const CwNearest *nearest, CwGap *gap)
{
  double distance = nearest->distance;
  double ux = distance > 0 ? (nearest->b[0] - nearest->a[0]) / distance : 0;
  double uy = distance > 0 ? (nearest->b[1] - nearest->a[1]) / distance : 0;
  double from_a = (double) a->width / 2;
  double from_b = distance - (double) b->width / 2;

  /* where the shapes overlap, one point in the middle of what they share */
  if (from_a >= from_b)
    from_a = from_b = CLAMP ((from_a + from_b) / 2, 0, distance);

  gap->distance = MAX (cw_cores_get_distance (a, b, distance), 0);
  gap->a = cw_point_round (nearest->a[0] + ux * from_a, nearest->a[1] + uy * from_a);
  gap->b = cw_point_round (nearest->a[0] + ux * from_b, nearest->a[1] + uy * from_b);
}

/* the segment with width that a disc or a capsule is; FALSE for other kinds */
static inline gboolean
get_segment (const CwShape *shape, CwSegment *segment, gint64 *width)
{
  if (shape->kind == CW_SHAPE_DISC)
    {
      *segment = (CwSegment){ shape->disc.centre, shape->disc.centre };
      *width = shape->disc.diameter;
      return TRUE;
    }
  if (shape->kind == CW_SHAPE_CAPSULE)
    {
      *segment = (CwSegment){ shape->capsule.a, shape->capsule.b };
      *width = shape->capsule.width;
      return TRUE;
    }

  return FALSE;
}

/* whether discs, capsules or boxes, of which there are millions, come within the limit */
static gboolean
are_simple_near (const CwShape *a, const CwShape *b, CwCoord limit, gboolean inclusive)
{
  CwSegment s = { 0 };
  CwSegment t = { 0 };
  gint64 width_a = 0;
  gint64 width_b = 0;
  gboolean is_segment_a = get_segment (a, &s, &width_a);
  gboolean is_segment_b = get_segment (b, &t, &width_b);
  CwReach reach = cw_reach_new (2 * (gint64) limit + width_a + width_b, inclusive);

  if (is_segment_a && is_segment_b)
    return cw_segments_are_near (s, t, &reach);
  if (is_segment_a)
    return cw_segment_is_box_near (s, b->box, &reach);
  if (is_segment_b)
    return cw_segment_is_box_near (t, a->box, &reach);

  return cw_reach_holds (&reach, cw_box_get_distance_squared (a->box, b->box), 1);
}

static inline gboolean
is_simple (const CwShape *shape)
{
  return shape->kind != CW_SHAPE_BAND && shape->kind != CW_SHAPE_POLYGON;
}

/* whether the shapes come within the limit */
static gboolean
are_near (const CwShape *a, const CwShape *b, CwCoord limit, gboolean inclusive)
{
  g_auto (CwCore) core_a = { 0 };
  g_auto (CwCore) core_b = { 0 };
  CwReach reach;

  if (!cw_box_intersects (cw_box_grow (cw_shape_get_bounds (a), limit), cw_shape_get_bounds (b)))
    return FALSE;

  cw_core_init (&core_a, a);
  cw_core_init (&core_b, b);
  reach = cw_reach_new (2 * (gint64) limit + core_a.width + core_b.width, inclusive);

  return cw_cores_are_near (&core_a, &core_b, &reach);
}

/**
 * cw_shape_touches:
 * @a: a shape
 * @b: a shape
 *
 * Returns: whether the shapes have a point in common, borders included, exactly
 */
gboolean
cw_shape_touches (const CwShape *a, const CwShape *b)
{
  if (is_simple (a) && is_simple (b))
    return are_simple_near (a, b, 0, TRUE);

  return are_near (a, b, 0, TRUE);
}

/**
 * cw_shape_is_nearer_than:
 * @a: a shape
 * @b: a shape
 * @limit: what the distance is compared with [nm]
 * @gap: (out) (optional): the gap, filled when the answer is %TRUE
 *
 * Compares the distance of two shapes with a limit, exactly: bands stand for
 * their flattened form, everything else for itself.
 *
 * Returns: whether the distance of the borders is less than @limit; it is zero when the
 *   shapes touch or overlap
 */
gboolean
cw_shape_is_nearer_than (const CwShape *a, const CwShape *b, CwCoord limit, CwGap *gap)
{
  gboolean is_nearer;

  if (limit <= 0)
    return FALSE;

  if (is_simple (a) && is_simple (b))
    is_nearer = are_simple_near (a, b, limit, FALSE);
  else
    is_nearer = are_near (a, b, limit, FALSE);
  if (is_nearer && gap != NULL)
    cw_shape_measure (a, b, gap);

  return is_nearer;
}

/**
 * cw_shape_measure:
 * @a: a shape
 * @b: a shape
 * @gap: (out): the gap
 *
 * Measures the gap between two shapes: the distance exactly rounded down, the points rounded.
 */
void
cw_shape_measure (const CwShape *a, const CwShape *b, CwGap *gap)
{
  g_auto (CwCore) core_a = { 0 };
  g_auto (CwCore) core_b = { 0 };
  CwNearest nearest;

  cw_core_init (&core_a, a);
  cw_core_init (&core_b, b);
  nearest = cw_cores_measure (&core_a, &core_b);
  fill_gap (&core_a, &core_b, &nearest, gap);
}
