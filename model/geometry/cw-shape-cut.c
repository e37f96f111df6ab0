/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/geometry/cw-core.h"

/* a cut line: positions along it are distances from its first point [nm] */
typedef struct
{
  CwPoint from;
  CwPoint to;
  double length;
  double ux;
  double uy;
  GArray *spans;
  guint first; /* the first span of this shape */
} Cut;

/* position of p along the line and to the left of it */
static void
project (const Cut *cut, CwPoint p, double *along, double *aside)
{
  double dx = (double) p.x - cut->from.x;
  double dy = (double) p.y - cut->from.y;

  *along = dx * cut->ux + dy * cut->uy;
  *aside = (double) cw_point_orient (cut->from, cut->to, p) / cut->length;
}

static void
append (Cut *cut, double start, double end)
{
  CwSpan span = { MAX (start, 0), MIN (end, cut->length) };

  if (span.start < span.end)
    g_array_append_val (cut->spans, span);
}

static void
widen (CwSpan *span, double start, double end)
{
  span->start = MIN (span->start, start);
  span->end = MAX (span->end, end);
}

static void
widen_by_disc (const Cut *cut, CwPoint centre, double radius, CwSpan *span)
{
  double along;
  double aside;
  double square;

  project (cut, centre, &along, &aside);
  square = (radius - aside) * (radius + aside);
  if (square > 0)
    widen (span, along - sqrt (square), along + sqrt (square));
}

/* narrows the range of t in which low <= at + t * by <= high */
static void
clip (double at, double by, double low, double high, double *start, double *end)
{
  if (by == 0)
    {
      if (at < low || at > high)
        *end = -INFINITY;
      return;
    }

  *start = MAX (*start, MIN ((low - at) / by, (high - at) / by));
  *end = MIN (*end, MAX ((low - at) / by, (high - at) / by));
}

/* a capsule is convex: one span from the first to the last of its two discs and its body */
static void
cut_capsule (Cut *cut, CwPoint a, CwPoint b, CwCoord width)
{
  CwSpan span = { INFINITY, -INFINITY };
  double dx = (double) b.x - a.x;
  double dy = (double) b.y - a.y;
  double length = hypot (dx, dy);
  double radius = width / 2.0;

  widen_by_disc (cut, a, radius, &span);
  if (length > 0)
    {
      double start = -INFINITY;
      double end = INFINITY;
      double fx = (double) cut->from.x - a.x;
      double fy = (double) cut->from.y - a.y;

      widen_by_disc (cut, b, radius, &span);
      clip ((fx * dx + fy * dy) / length, (cut->ux * dx + cut->uy * dy) / length, 0, length, &start,
            &end);
      clip ((double) cw_point_orient (a, b, cut->from) / length,
            (cut->uy * dx - cut->ux * dy) / length, -radius, radius, &start, &end);
      if (start < end)
        widen (&span, start, end);
    }
  append (cut, span.start, span.end);
}

static void
cut_band (Cut *cut, const CwArc *arc, CwCoord width)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  CwPoint from = arc->start;

  cw_arc_flatten (arc, CW_CORE_SAGITTA, points);
  for (guint i = 0; i < points->len; i++)
    {
      CwPoint to = g_array_index (points, CwPoint, i);

      cut_capsule (cut, from, to, width);
      from = to;
    }
}

static void
cut_box (Cut *cut, CwBox box)
{
  double start = 0;
  double end = cut->length;

  clip (cut->from.x, cut->ux, box.min.x, box.max.x, &start, &end);
  clip (cut->from.y, cut->uy, box.min.y, box.max.y, &start, &end);
  append (cut, start, end);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* where the line changes between inside and outside, by even and odd; edges along the line belong to the polygon */
static void
cut_polygon (Cut *cut, const CwPolygon *polygon)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint32 ring = 0; ring < polygon->n_rings; ring++)
    {
      guint32 start = cw_polygon_get_ring_start (polygon, ring);
      CwPoint a = polygon->points[polygon->ends[ring] - 1];
      gint64 side_a = cw_point_orient (cut->from, cut->to, a);

      for (guint32 i = start; i < polygon->ends[ring]; i++)
        {
          CwPoint b = polygon->points[i];
          gint64 side_b = cw_point_orient (cut->from, cut->to, b);

          if ((side_a > 0) != (side_b > 0) || (side_a == 0 && side_b == 0))
            {
              double along_a;
              double along_b;
              double aside;

              project (cut, a, &along_a, &aside);
              project (cut, b, &along_b, &aside);
              if (side_a == 0 && side_b == 0)
                append (cut, MIN (along_a, along_b), MAX (along_a, along_b));
              else
                {
                  double t = (double) side_a / ((double) side_a - (double) side_b);
                  double crossing = along_a + (along_b - along_a) * t;

                  g_array_append_val (crossings, crossing);
                }
            }
          a = b;
          side_a = side_b;
        }
    }

  g_array_sort (crossings, compare_doubles);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    append (cut, g_array_index (crossings, double, i), g_array_index (crossings, double, i + 1));
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  return compare_doubles (&((const CwSpan *) a)->start, &((const CwSpan *) b)->start);
}

/* sorts the spans of this shape and joins those that overlap or touch */
static void
join_spans (Cut *cut)
{
  CwSpan *spans = &g_array_index (cut->spans, CwSpan, cut->first);
  guint n_spans = cut->spans->len - cut->first;
  guint last = 0;

  if (n_spans < 2)
    return;

  qsort (spans, n_spans, sizeof (CwSpan), compare_spans);
  for (guint i = 1; i < n_spans; i++)
    {
      if (spans[i].start <= spans[last].end)
        spans[last].end = MAX (spans[last].end, spans[i].end);
      else
        spans[++last] = spans[i];
    }
  g_array_set_size (cut->spans, cut->first + last + 1);
}

/**
 * cw_shape_cut:
 * @shape: a shape
 * @from: first point of the cut line [nm]
 * @to: last point of the cut line [nm]
 * @spans: (element-type CwSpan): where to append
 *
 * Appends the stretches of the line from @from to @to that lie in the shape, ascending
 * and apart from each other. Where the line only touches the shape in a point there is none.
 */
void
cw_shape_cut (const CwShape *shape, CwPoint from, CwPoint to, GArray *spans)
{
  Cut cut = { from, to, .spans = spans, .first = spans->len };

  if (cw_point_equal (from, to))
    return;

  cut.length = sqrt ((double) cw_point_distance_squared (from, to));
  cut.ux = ((double) to.x - from.x) / cut.length;
  cut.uy = ((double) to.y - from.y) / cut.length;

  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      cut_capsule (&cut, shape->disc.centre, shape->disc.centre, shape->disc.diameter);
      break;
    case CW_SHAPE_CAPSULE:
      cut_capsule (&cut, shape->capsule.a, shape->capsule.b, shape->capsule.width);
      break;
    case CW_SHAPE_BAND:
      cut_band (&cut, &shape->band.arc, shape->band.width);
      break;
    case CW_SHAPE_BOX:
      cut_box (&cut, shape->box);
      break;
    case CW_SHAPE_POLYGON:
    default:
      cut_polygon (&cut, shape->polygon);
      break;
    }
  join_spans (&cut);
}
