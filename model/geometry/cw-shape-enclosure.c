/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/geometry/cw-boolean.h"
#include "model/geometry/cw-core.h"
#include "model/geometry/cw-turn.h"

typedef struct
{
  gint64 enclosure; /* [nm], rounded down */
  double a[2];      /* point of the inner border */
  double b[2];      /* point of the outer border */
} Answer;

/* the corners of a core: it lies within a convex shape when they do */
static CwPoint
get_corner (const CwCore *core, guint index)
{
  return core->points[index];
}

static guint
get_n_corners (const CwCore *core)
{
  return core->ends[core->n_rings - 1];
}

static gint64
floor_half (gint64 doubled)
{
  return doubled >= 0 ? doubled / 2 : -((1 - doubled) / 2);
}

/* outer is a disc or a capsule: the farthest corner from its core decides */
static void
enclose_in_segment (const CwCore *outline, CwSegment segment, gint64 width, Answer *answer)
{
  CwNearest farthest = { .distance = -1 };
  double ux;
  double uy;

  for (guint i = 0; i < get_n_corners (outline); i++)
    {
      CwNearest nearest = cw_segment_measure_point (segment, get_corner (outline, i));

      if (nearest.distance > farthest.distance)
        farthest = nearest;
    }

  /* exactly: the largest enclosure that all corners keep */
  answer->enclosure
      = (gint64) floor ((double) (width - outline->width) / 2 - farthest.distance) + 1;
  for (gboolean holds = FALSE; !holds; answer->enclosure -= !holds)
    {
      gint64 doubled = width - outline->width - 2 * answer->enclosure;
      CwReach reach = cw_reach_new (MAX (doubled, 0), TRUE);

      holds = doubled >= 0;
      for (guint i = 0; holds && i < get_n_corners (outline); i++)
        holds = cw_segment_is_point_near (segment, get_corner (outline, i), &reach);
    }

  if (farthest.distance > 0)
    {
      ux = (farthest.a[0] - farthest.b[0]) / farthest.distance;
      uy = (farthest.a[1] - farthest.b[1]) / farthest.distance;
    }
  else
    {
      double dx = (double) segment.b.x - segment.a.x;
      double dy = (double) segment.b.y - segment.a.y;
      double length = hypot (dx, dy);

      ux = length > 0 ? -dy / length : 1;
      uy = length > 0 ? dx / length : 0;
    }
  answer->a[0] = farthest.a[0] + ux * (double) outline->width / 2;
  answer->a[1] = farthest.a[1] + uy * (double) outline->width / 2;
  answer->b[0] = farthest.b[0] + ux * (double) width / 2;
  answer->b[1] = farthest.b[1] + uy * (double) width / 2;
}

/* outer is a box: the nearest of its four sides decides */
static void
enclose_in_box (const CwCore *outline, CwBox box, Answer *answer)
{
  CwBox inner = outline->bounds;
  const gint64 slack[] = {
    (gint64) inner.min.x - box.min.x,
    (gint64) box.max.x - inner.max.x,
    (gint64) inner.min.y - box.min.y,
    (gint64) box.max.y - inner.max.y,
  };
  guint side = 0;

  for (guint i = 1; i < G_N_ELEMENTS (slack); i++)
    if (slack[i] < slack[side])
      side = i;
  answer->enclosure = floor_half (2 * slack[side] - outline->width);

  for (guint i = 0; i < get_n_corners (outline); i++)
    {
      CwPoint p = get_corner (outline, i);
      double half = (double) outline->width / 2;

      if ((side == 0 && p.x == inner.min.x) || (side == 1 && p.x == inner.max.x))
        {
          answer->a[0] = side == 0 ? p.x - half : p.x + half;
          answer->b[0] = side == 0 ? box.min.x : box.max.x;
          answer->a[1] = answer->b[1] = p.y;
          return;
        }
      if ((side == 2 && p.y == inner.min.y) || (side == 3 && p.y == inner.max.y))
        {
          answer->a[1] = side == 2 ? p.y - half : p.y + half;
          answer->b[1] = side == 2 ? box.min.y : box.max.y;
          answer->a[0] = answer->b[0] = p.x;
          return;
        }
    }
}

static void
fill_answer (const CwNearest *nearest, gint64 inner_width, gint64 outer_width, Answer *answer)
{
  double sign = nearest->distance > 0 ? 1 / nearest->distance : 0;

  for (int i = 0; i < 2; i++)
    {
      double u = (nearest->b[i] - nearest->a[i]) * sign;

      answer->a[i] = nearest->a[i] + u * (double) inner_width / 2;
      answer->b[i] = nearest->b[i] + u * (double) outer_width / 2;
    }
}

/* outer is a band, inner a disc: never more than the true enclosure, and equal to it where the band is flatter than the disc */
static void
enclose_disc_in_band (const CwCore *disc, const CwCore *band, Answer *answer)
{
  CwNearest nearest = cw_cores_measure (disc, band);
  gint64 enclosure
      = (gint64) floor ((double) (band->width - disc->width) / 2 - nearest.distance) + 1;

  for (gboolean holds = FALSE; !holds; enclosure -= !holds)
    {
      gint64 doubled = band->width - disc->width - 2 * enclosure;
      CwReach reach = cw_reach_new (MAX (doubled, 0), TRUE);

      holds = doubled >= 0 && cw_cores_are_near (disc, band, &reach);
    }
  answer->enclosure = enclosure;

  /* seen from the line, both borders lie beyond the disc's centre */
  fill_answer (&nearest, -disc->width, -band->width, answer);
}

/* whether the edges of the outline lie in the polygon: where borders touch, to a thousandth of a nanometre */
static gboolean
is_outline_covered (const CwCore *outline, const CwShape *outer)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CwSpan));

  for (guint32 ring = 0; ring < outline->n_rings; ring++)
    {
      guint32 start = ring == 0 ? 0 : outline->ends[ring - 1];

      for (guint32 i = start; i < outline->ends[ring]; i++)
        {
          guint32 next = i + 1 < outline->ends[ring] ? i + 1 : start;
          double length = sqrt (
              (double) cw_point_distance_squared (outline->points[i], outline->points[next]));
          double covered = 0;

          if (!cw_shape_contains (outer, outline->points[i]))
            return FALSE;
          g_array_set_size (spans, 0);
          cw_shape_cut (outer, outline->points[i], outline->points[next], spans);
          for (guint k = 0; k < spans->len; k++)
            covered
                += g_array_index (spans, CwSpan, k).end - g_array_index (spans, CwSpan, k).start;
          if (covered < length - 1e-3)
            return FALSE;
        }
    }

  return TRUE;
}

/* whether a hole of the outer polygon lies within inner, which the distance of the borders does not tell */
static gboolean
has_hole_inside (const CwCore *inner, const CwPolygon *outer)
{
  for (guint32 ring = 1; ring < outer->n_rings; ring++)
    if (cw_core_contains (inner, outer->points[outer->ends[ring - 1]]))
      return TRUE;

  return FALSE;
}

/* whether the inside of a box or polygon lies in the polygon although borders touch */
static gboolean
is_area_covered (const CwShape *inner, const CwShape *outer)
{
  g_autoptr (GPtrArray) a = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) b = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) rest = NULL;
  CwPolygon *polygon;

  if (inner->kind != CW_SHAPE_BOX && inner->kind != CW_SHAPE_POLYGON)
    return TRUE;

  polygon = cw_shape_to_polygon (inner, CW_CORE_SAGITTA);
  if (polygon == NULL)
    return TRUE;

  g_ptr_array_add (a, polygon);
  g_ptr_array_add (b, cw_polygon_ref (outer->polygon));
  rest = cw_polygons_subtract (a, b, NULL);

  return rest != NULL && rest->len == 0;
}

/* how far the corners of inner lie outside the polygon at most: the nearest points there */
static CwNearest
measure_outside (const CwCore *outline, const CwCore *border, const CwShape *outer)
{
  CwNearest farthest = { .distance = -1 };

  for (guint i = 0; i < get_n_corners (outline); i++)
    {
      CwCore corner;
      CwNearest nearest;

      if (cw_shape_contains (outer, get_corner (outline, i)))
        continue;
      cw_core_init_point (&corner, get_corner (outline, i));
      nearest = cw_cores_measure (&corner, border);
      if (nearest.distance > farthest.distance)
        farthest = nearest;
    }

  return farthest;
}

static void
enclose_in_polygon (const CwShape *shape, const CwCore *inner, const CwCore *outline,
                    const CwShape *outer, Answer *answer)
{
  CwCore border;
  CwCore flat = *outline;
  CwNearest nearest;
  CwNearest outside;
  gboolean is_inside;

  cw_core_init_border (&border, outer->polygon);
  flat.width = 0;
  nearest = cw_cores_measure (&flat, &border);
  outside = measure_outside (outline, &border, outer);
  if (nearest.distance > 0)
    is_inside = outside.distance < 0 && !has_hole_inside (inner, outer->polygon);
  else
    is_inside = outside.distance < 0 && is_outline_covered (outline, outer)
                && is_area_covered (shape, outer);
  if (is_inside)
    {
      answer->enclosure = cw_cores_get_distance (outline, &border, nearest.distance);
      fill_answer (&nearest, outline->width, 0, answer);
      return;
    }

  answer->enclosure
      = MIN (-1, -(gint64) ceil (MAX (outside.distance, 0) + (double) outline->width / 2));
  if (outside.distance > 0)
    fill_answer (&outside, -outline->width, 0, answer);
  else
    fill_answer (&nearest, outline->width, 0, answer);
}

static void
enclose (const CwShape *inner_shape, const CwShape *outer_shape, Answer *answer)
{
  g_auto (CwCore) inner = { 0 };
  g_auto (CwCore) outer = { 0 };
  g_autoptr (CwPolygon) polygon = NULL;
  CwShape shape = *outer_shape;
  CwCore outline;

  cw_core_init (&inner, inner_shape);
  cw_core_init_outline (&outline, &inner);

  switch ((CwShapeKind) outer_shape->kind)
    {
    case CW_SHAPE_DISC:
    case CW_SHAPE_CAPSULE:
      cw_core_init (&outer, outer_shape);
      enclose_in_segment (&outline, outer.segment, outer.width, answer);
      return;

    case CW_SHAPE_BOX:
      enclose_in_box (&outline, outer_shape->box, answer);
      return;

    case CW_SHAPE_BAND:
      if (inner_shape->kind == CW_SHAPE_DISC)
        {
          cw_core_init (&outer, outer_shape);
          enclose_disc_in_band (&inner, &outer, answer);
          return;
        }
      polygon = cw_shape_to_polygon (outer_shape, CW_CORE_SAGITTA);
      if (polygon == NULL)
        {
          *answer = (Answer){ -1,
                              { shape.band.arc.start.x, shape.band.arc.start.y },
                              { shape.band.arc.start.x, shape.band.arc.start.y } };
          return;
        }
      shape.kind = CW_SHAPE_POLYGON;
      shape.polygon = polygon;
      enclose_in_polygon (inner_shape, &inner, &outline, &shape, answer);
      return;

    case CW_SHAPE_POLYGON:
    default:
      enclose_in_polygon (inner_shape, &inner, &outline, outer_shape, answer);
      return;
    }
}

/**
 * cw_shape_get_enclosure:
 * @inner: a shape
 * @outer: the shape that it should lie in
 * @enclosure: (out): how far @outer reaches beyond @inner where it does so least, rounded
 *   down; negative by how far @inner sticks out [nm]
 * @gap: (out) (optional): that distance, zero when @inner sticks out, with the two points of
 *   the borders that decide it
 *
 * Measures how well a shape is enclosed by another. Exact in discs, capsules,
 * boxes and polygons. In a band a disc is measured from the flattened centre line, which never gives
 * more than there is; everything else against the band's polygon. How far @inner sticks out of a
 * polygon is measured at its corners.
 *
 * Returns: whether @inner lies in @outer, borders included
 */
gboolean
cw_shape_get_enclosure (const CwShape *inner, const CwShape *outer, gint64 *enclosure, CwGap *gap)
{
  Answer answer = { 0 };

  enclose (inner, outer, &answer);
  *enclosure = answer.enclosure;
  if (gap != NULL)
    {
      gap->distance = MAX (answer.enclosure, 0);
      gap->a = cw_point_round (answer.a[0], answer.a[1]);
      gap->b = cw_point_round (answer.b[0], answer.b[1]);
    }

  return answer.enclosure >= 0;
}
