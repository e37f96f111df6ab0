/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-geos.h"

#include <math.h>
#include <string.h>

#include "model/base/cw-error.h"

static void G_GNUC_PRINTF (1, 0) take_message (const char *message, void *user_data)
{
  CwGeos *self = user_data;

  g_free (self->message);
  self->message = g_strdup (message);
}

static void
ignore_message (const char *message, void *user_data)
{
}

/**
 * cw_geos_init:
 * @self: (out caller-allocates): what to fill; must not be moved afterwards
 * @origin: a point near the geometries [nm]
 *
 * Starts GEOS.
 */
void
cw_geos_init (CwGeos *self, CwPoint origin)
{
  self->handle = GEOS_init_r ();
  self->origin = origin;
  self->message = NULL;
  GEOSContext_setNoticeMessageHandler_r (self->handle, ignore_message, NULL);
  GEOSContext_setErrorMessageHandler_r (self->handle, take_message, self);
}

/**
 * cw_geos_clear:
 * @self: what cw_geos_init () filled
 *
 * Ends GEOS.
 */
void
cw_geos_clear (CwGeos *self)
{
  g_clear_pointer (&self->handle, GEOS_finish_r);
  g_clear_pointer (&self->message, g_free);
}

static GEOSGeometry *
new_ring (CwGeos *self, const CwPoint *points, guint32 n_points)
{
  GEOSCoordSequence *sequence = GEOSCoordSeq_create_r (self->handle, n_points + 1, 2);

  if (sequence == NULL)
    return NULL;

  for (guint32 i = 0; i <= n_points; i++)
    {
      CwPoint p = points[i < n_points ? i : 0];

      GEOSCoordSeq_setXY_r (self->handle, sequence, i, (double) p.x - self->origin.x,
                            (double) p.y - self->origin.y);
    }

  return GEOSGeom_createLinearRing_r (self->handle, sequence);
}

/**
 * cw_geos_new_polygon:
 * @self: a context
 * @polygon: a polygon
 *
 * Makes a geometry of a polygon as it is, which need not be valid.
 *
 * Returns: (transfer full) (nullable): the geometry, or %NULL when GEOS failed
 */
GEOSGeometry *
cw_geos_new_polygon (CwGeos *self, const CwPolygon *polygon)
{
  GEOSGeometry *shell = new_ring (self, polygon->points, polygon->ends[0]);
  g_autofree GEOSGeometry **holes = g_new (GEOSGeometry *, polygon->n_rings);

  for (guint32 ring = 1; ring < polygon->n_rings; ring++)
    {
      guint32 start = polygon->ends[ring - 1];

      holes[ring - 1] = new_ring (self, polygon->points + start, polygon->ends[ring] - start);
    }

  return GEOSGeom_createPolygon_r (self->handle, shell, holes, polygon->n_rings - 1);
}

/* a valid geometry: a polygon that crosses or touches itself is taken apart by even and odd */
static GEOSGeometry *
new_geometry (CwGeos *self, const CwPolygon *polygon)
{
  GEOSGeometry *geometry = cw_geos_new_polygon (self, polygon);
  GEOSGeometry *valid;

  if (geometry == NULL || GEOSisValid_r (self->handle, geometry) == 1)
    return geometry;

  valid = GEOSMakeValid_r (self->handle, geometry);
  GEOSGeom_destroy_r (self->handle, geometry);

  return valid;
}

/**
 * cw_geos_unite:
 * @self: a context
 * @polygons: (element-type CwPolygon): polygons that may overlap
 *
 * Unites polygons on the grid.
 *
 * Returns: (transfer full) (nullable): the union, or %NULL when GEOS failed
 */
GEOSGeometry *
cw_geos_unite (CwGeos *self, GPtrArray *polygons)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_sized_new (polygons->len);
  GEOSGeometry *collection;
  GEOSGeometry *united;

  for (guint i = 0; i < polygons->len; i++)
    {
      GEOSGeometry *part = new_geometry (self, g_ptr_array_index (polygons, i));

      if (part == NULL)
        {
          for (guint k = 0; k < parts->len; k++)
            GEOSGeom_destroy_r (self->handle, g_ptr_array_index (parts, k));
          return NULL;
        }
      g_ptr_array_add (parts, part);
    }

  collection = GEOSGeom_createCollection_r (self->handle, GEOS_GEOMETRYCOLLECTION,
                                            (GEOSGeometry **) parts->pdata, parts->len);
  if (collection == NULL)
    return NULL;

  united = GEOSUnaryUnionPrec_r (self->handle, collection, 1.0);
  GEOSGeom_destroy_r (self->handle, collection);

  return united;
}

static gboolean
is_lower (CwPoint a, CwPoint b)
{
  return a.y != b.y ? a.y < b.y : a.x < b.x;
}

/* drops points on straight lines; then turns the ring so that its lowest point, leftmost of them, comes first */
static guint32
normalise_ring (CwPoint *ring, guint32 n)
{
  g_autofree CwPoint *copy = NULL;
  guint32 lowest = 0;
  guint32 n_kept = 0;

  for (guint32 i = 1; i < n; i++)
    if (is_lower (ring[i], ring[lowest]))
      lowest = i;

  /* the lowest is a corner, so that the last one kept before any point is one too */
  copy = g_new (CwPoint, n);
  for (guint32 i = 0; i < n; i++)
    copy[i] = ring[(lowest + i) % n];
  for (guint32 i = 0; i < n; i++)
    if (n_kept == 0 || cw_point_orient (ring[n_kept - 1], copy[i], copy[(i + 1) % n]) != 0)
      ring[n_kept++] = copy[i];

  return n_kept;
}

static guint32
append_ring (CwGeos *self, const GEOSGeometry *ring, GArray *points)
{
  const GEOSCoordSequence *sequence = GEOSGeom_getCoordSeq_r (self->handle, ring);
  guint32 first = points->len;
  guint n = 0;

  GEOSCoordSeq_getSize_r (self->handle, sequence, &n);
  for (guint i = 0; i + 1 < n; i++)
    {
      CwPoint p;
      double x;
      double y;

      GEOSCoordSeq_getXY_r (self->handle, sequence, i, &x, &y);
      p = CW_POINT ((CwCoord) llround (x + self->origin.x), (CwCoord) llround (y + self->origin.y));
      g_array_append_val (points, p);
    }
  if (points->len > first)
    g_array_set_size (
        points,
        first + normalise_ring (&g_array_index (points, CwPoint, first), points->len - first));

  return points->len;
}

typedef struct
{
  const CwPoint *points;
  guint32 start;
  guint32 end;
} Ring;

static int
compare_points (const CwPoint *a, guint32 n_a, const CwPoint *b, guint32 n_b)
{
  for (guint32 i = 0; i < MIN (n_a, n_b); i++)
    if (!cw_point_equal (a[i], b[i]))
      return is_lower (a[i], b[i]) ? -1 : 1;

  return (n_a > n_b) - (n_a < n_b);
}

static int
compare_rings (gconstpointer a, gconstpointer b)
{
  const Ring *r = a;
  const Ring *s = b;

  return compare_points (r->points + r->start, r->end - r->start, s->points + s->start,
                         s->end - s->start);
}

static int
compare_polygons (gconstpointer a, gconstpointer b)
{
  const CwPolygon *p = *(const CwPolygon *const *) a;
  const CwPolygon *q = *(const CwPolygon *const *) b;

  return compare_points (p->points, p->ends[p->n_rings - 1], q->points, q->ends[q->n_rings - 1]);
}

/* the polygon with its holes in order, or NULL when there is nothing of it on the grid */
static CwPolygon *
take_polygon (CwGeos *self, const GEOSGeometry *geometry)
{
  int n_holes = GEOSGetNumInteriorRings_r (self->handle, geometry);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autofree Ring *rings = g_new (Ring, n_holes + 1);
  g_autofree guint32 *ends = g_new (guint32, n_holes + 1);

  rings[0].start = 0;
  rings[0].end = append_ring (self, GEOSGetExteriorRing_r (self->handle, geometry), points);
  for (int i = 0; i < n_holes; i++)
    {
      rings[i + 1].start = points->len;
      rings[i + 1].end
          = append_ring (self, GEOSGetInteriorRingN_r (self->handle, geometry, i), points);
    }
  for (int i = 0; i <= n_holes; i++)
    rings[i].points = (const CwPoint *) (gpointer) points->data;

  qsort (rings + 1, (gsize) n_holes, sizeof (Ring), compare_rings);
  for (int i = 0; i <= n_holes; i++)
    {
      g_array_append_vals (sorted, rings[i].points + rings[i].start, rings[i].end - rings[i].start);
      ends[i] = sorted->len;
    }

  return cw_polygon_new_rings ((const CwPoint *) (gpointer) sorted->data, ends,
                               (gsize) n_holes + 1);
}

/**
 * cw_geos_take_polygons:
 * @self: a context
 * @geometry: (transfer full) (nullable): a result, or %NULL when GEOS failed
 * @error: return location for an error
 *
 * Takes the polygons out of a result, points and lines left out, in an order that follows
 * from what they cover: rings begin at their lowest point, leftmost of them, and are sorted by it.
 *
 * Returns: (transfer full) (nullable) (element-type CwPolygon): the polygons, or %NULL with
 *   @error %CW_MODEL_ERROR_GEOMETRY
 */
GPtrArray *
cw_geos_take_polygons (CwGeos *self, GEOSGeometry *geometry, GError **error)
{
  GPtrArray *polygons;
  int n_parts;

  if (geometry == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "polygons cannot be combined: %s",
                   self->message != NULL ? self->message : "unknown");
      return NULL;
    }

  polygons = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  n_parts = GEOSGetNumGeometries_r (self->handle, geometry);
  for (int i = 0; i < n_parts; i++)
    {
      const GEOSGeometry *part = GEOSGetGeometryN_r (self->handle, geometry, i);
      CwPolygon *polygon = NULL;

      if (GEOSGeomTypeId_r (self->handle, part) == GEOS_POLYGON
          && GEOSisEmpty_r (self->handle, part) == 0)
        polygon = take_polygon (self, part);
      if (polygon != NULL)
        g_ptr_array_add (polygons, polygon);
    }
  GEOSGeom_destroy_r (self->handle, geometry);
  g_ptr_array_sort (polygons, compare_polygons);

  return polygons;
}
