/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-polygon.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (CwPolygon, cw_polygon, cw_polygon_ref, cw_polygon_unref)

/* twice the signed area of a ring [nm²] */
static __int128
get_ring_area (const CwPoint *points, guint32 n_points)
{
  __int128 area = 0;

  for (guint32 i = 0; i < n_points; i++)
    {
      CwPoint p = points[i];
      CwPoint q = points[i + 1 < n_points ? i + 1 : 0];

      area += (__int128) p.x * q.y - (__int128) q.x * p.y;
    }

  return area;
}

/* copies a ring without equal neighbours, the first and the last among them */
static guint32
copy_ring (const CwPoint *points, guint32 n_points, CwPoint *copy)
{
  guint32 n = 0;

  for (guint32 i = 0; i < n_points; i++)
    if (n == 0 || !cw_point_equal (copy[n - 1], points[i]))
      copy[n++] = points[i];
  while (n > 1 && cw_point_equal (copy[n - 1], copy[0]))
    n--;

  return n;
}

/* turns a ring the other way round, keeping its first point */
static void
reverse_ring (CwPoint *points, guint32 n_points)
{
  for (guint32 i = 1, j = n_points - 1; i < j; i++, j--)
    {
      CwPoint p = points[i];

      points[i] = points[j];
      points[j] = p;
    }
}

/**
 * cw_polygon_new_rings:
 * @points: the points of all rings; a repeat of a ring's first point at its end is dropped [nm]
 * @ends: (array length=n_rings): for each ring the index after its last point
 * @n_rings: how many rings, the outer one first
 *
 * Makes a polygon with holes. Rings may turn either way. Of equal neighbours
 * one is kept; a hole of less than three points is dropped.
 *
 * Returns: (transfer full) (nullable): the polygon, or %NULL when the outer ring has less than
 *   three points
 */
CwPolygon *
cw_polygon_new_rings (const CwPoint *points, const guint32 *ends, gsize n_rings)
{
  gsize n_points;
  CwPolygon *self;
  guint32 n_copied = 0;

  g_return_val_if_fail (n_rings <= G_MAXUINT32, NULL);

  if (n_rings == 0)
    return NULL;

  n_points = ends[n_rings - 1];
  self = g_malloc (sizeof (CwPolygon) + n_points * sizeof (CwPoint) + n_rings * sizeof (guint32));
  g_atomic_ref_count_init (&self->ref_count);
  self->points = (CwPoint *) (self + 1);
  self->ends = (guint32 *) (self->points + n_points);
  self->n_rings = 0;
  self->bounds = CW_BOX_EMPTY;

  for (gsize i = 0; i < n_rings; i++)
    {
      guint32 start = i == 0 ? 0 : ends[i - 1];
      CwPoint *ring = self->points + n_copied;
      guint32 n = copy_ring (points + start, ends[i] - start, ring);

      if (n < 3)
        {
          if (i > 0)
            continue;
          g_free (self);
          return NULL;
        }
      if ((get_ring_area (ring, n) < 0) == (i == 0))
        reverse_ring (ring, n);
      n_copied += n;
      self->ends[self->n_rings++] = n_copied;
    }
  for (guint32 i = 0; i < self->ends[0]; i++)
    self->bounds = cw_box_add_point (self->bounds, self->points[i]);

  return self;
}

/**
 * cw_polygon_new:
 * @points: (array length=n_points): the outline; a repeat of the first point at the end is dropped [nm]
 * @n_points: how many
 *
 * Makes a polygon without holes. The outline may turn either way. Of equal neighbours one is kept.
 *
 * Returns: (transfer full) (nullable): the polygon, or %NULL when less than three points are left
 */
CwPolygon *
cw_polygon_new (const CwPoint *points, gsize n_points)
{
  guint32 end = (guint32) n_points;

  g_return_val_if_fail (n_points <= G_MAXUINT32, NULL);

  return cw_polygon_new_rings (points, &end, 1);
}

/**
 * cw_polygon_new_path:
 * @outline: a closed path
 * @sagitta: how far chords may lie from their arcs, at least 1 [nm]
 *
 * Makes the polygon inside an outline.
 *
 * Returns: (transfer full) (nullable): the polygon, or %NULL when less than three points are left
 */
CwPolygon *
cw_polygon_new_path (const CwPath *outline, CwCoord sagitta)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  cw_path_flatten (outline, TRUE, sagitta, points);

  return cw_polygon_new ((const CwPoint *) (gpointer) points->data, points->len);
}

/**
 * cw_polygon_ref:
 * @self: a polygon
 *
 * Returns: (transfer full): @self with one more reference
 */
CwPolygon *
cw_polygon_ref (CwPolygon *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_polygon_unref:
 * @self: (transfer full): a polygon
 *
 * Gives a reference back.
 */
void
cw_polygon_unref (CwPolygon *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * cw_polygon_equal:
 * @a: a polygon
 * @b: a polygon
 *
 * Returns: whether both have the same rings, from the same points on
 */
gboolean
cw_polygon_equal (const CwPolygon *a, const CwPolygon *b)
{
  if (a == b)
    return TRUE;

  return a->n_rings == b->n_rings && memcmp (a->ends, b->ends, a->n_rings * sizeof (guint32)) == 0
         && memcmp (a->points, b->points, a->ends[a->n_rings - 1] * sizeof (CwPoint)) == 0;
}

/**
 * cw_polygon_transform:
 * @self: a polygon
 * @transform: a transform
 *
 * Transforms a polygon.
 *
 * Returns: (transfer full) (nullable): the transformed polygon, or %NULL when it is so small
 *   that rounding leaves less than three points, which a right-angled transform never does
 */
CwPolygon *
cw_polygon_transform (const CwPolygon *self, const CwTransform *transform)
{
  guint32 n_points = self->ends[self->n_rings - 1];
  g_autofree CwPoint *points = g_new (CwPoint, n_points);

  for (guint32 i = 0; i < n_points; i++)
    points[i] = cw_transform_point (transform, self->points[i]);

  return cw_polygon_new_rings (points, self->ends, self->n_rings);
}

/* whether p lies on the edge, or else whether the ray to the right of p crosses it */
static gboolean
meet_edge (CwPoint a, CwPoint b, CwPoint p, gboolean *on_edge)
{
  gint64 side;

  if ((a.y > p.y) == (b.y > p.y))
    {
      /* level edges and those that touch the ray from below */
      if (MAX (a.y, b.y) == p.y && cw_box_contains (cw_box_from_points (a, b), p)
          && cw_point_orient (a, b, p) == 0)
        *on_edge = TRUE;
      return FALSE;
    }

  side = cw_point_orient (a, b, p);
  if (side == 0)
    *on_edge = TRUE;

  return (side > 0) == (b.y > a.y);
}

/**
 * cw_polygon_contains:
 * @self: a polygon
 * @p: a point [nm]
 *
 * Returns: whether @p lies in the polygon or on its border
 */
gboolean
cw_polygon_contains (const CwPolygon *self, CwPoint p)
{
  gboolean inside = FALSE;
  gboolean on_edge = FALSE;

  if (!cw_box_contains (self->bounds, p))
    return FALSE;

  for (guint32 ring = 0; ring < self->n_rings; ring++)
    {
      guint32 start = cw_polygon_get_ring_start (self, ring);
      CwPoint a = self->points[self->ends[ring] - 1];

      for (guint32 i = start; i < self->ends[ring]; i++)
        {
          CwPoint b = self->points[i];

          if (MAX (a.y, b.y) >= p.y && MIN (a.y, b.y) <= p.y && meet_edge (a, b, p, &on_edge))
            inside = !inside;
          a = b;
        }
      if (on_edge)
        return TRUE;
    }

  return inside;
}

/**
 * cw_polygon_get_area_doubled:
 * @self: a polygon
 *
 * Returns: twice its area, holes taken off: the doubled area is always whole [nm²]
 */
gint64
cw_polygon_get_area_doubled (const CwPolygon *self)
{
  __int128 area = 0;

  for (guint32 ring = 0; ring < self->n_rings; ring++)
    {
      guint32 start = cw_polygon_get_ring_start (self, ring);

      area += get_ring_area (self->points + start, self->ends[ring] - start);
    }

  return (gint64) CLAMP (area, G_MININT64, G_MAXINT64);
}
