/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-boolean.h"

#include "model/geometry/cw-geos.h"

typedef GEOSGeometry *(*Operation) (GEOSContextHandle_t, const GEOSGeometry *, const GEOSGeometry *,
                                    double);

static CwBox
get_bounds (GPtrArray *polygons)
{
  CwBox bounds = CW_BOX_EMPTY;

  for (guint i = 0; i < polygons->len; i++)
    bounds = cw_box_union (bounds, ((const CwPolygon *) g_ptr_array_index (polygons, i))->bounds);

  return bounds;
}

/* a point in the middle, so that coordinates are short */
static CwPoint
get_origin (GPtrArray *polygons)
{
  return polygons->len == 0 ? CW_POINT (0, 0) : cw_box_get_centre (get_bounds (polygons));
}

/**
 * cw_polygons_unite:
 * @polygons: (element-type CwPolygon): polygons that may overlap
 * @error: return location for an error
 *
 * Unites polygons. Corners come to lie on the nanometre grid; what they cover
 * fixes the result with its order. A polygon that crosses itself counts by even and odd.
 *
 * Returns: (transfer full) (nullable) (element-type CwPolygon): polygons that do not
 *   overlap, or %NULL with @error %CW_MODEL_ERROR_GEOMETRY
 */
GPtrArray *
cw_polygons_unite (GPtrArray *polygons, GError **error)
{
  g_auto (CwGeos) geos = { 0 };

  g_return_val_if_fail (polygons != NULL, NULL);

  cw_geos_init (&geos, get_origin (polygons));

  return cw_geos_take_polygons (&geos, cw_geos_unite (&geos, polygons), error);
}

static GPtrArray *
combine (GPtrArray *a, GPtrArray *b, Operation operation, GError **error)
{
  g_auto (CwGeos) geos = { 0 };
  GEOSGeometry *first;
  GEOSGeometry *second;
  GEOSGeometry *result = NULL;

  cw_geos_init (&geos, get_origin (a));
  first = cw_geos_unite (&geos, a);
  second = cw_geos_unite (&geos, b);
  if (first != NULL && second != NULL)
    result = operation (geos.handle, first, second, 1.0);
  if (first != NULL)
    GEOSGeom_destroy_r (geos.handle, first);
  if (second != NULL)
    GEOSGeom_destroy_r (geos.handle, second);

  return cw_geos_take_polygons (&geos, result, error);
}

/**
 * cw_polygons_intersect:
 * @a: (element-type CwPolygon): polygons that may overlap
 * @b: (element-type CwPolygon): polygons that may overlap
 * @error: return location for an error
 *
 * Intersects what two sets of polygons cover, on the grid as cw_polygons_unite () does.
 *
 * Returns: (transfer full) (nullable) (element-type CwPolygon): polygons that do not
 *   overlap, or %NULL with @error %CW_MODEL_ERROR_GEOMETRY
 */
GPtrArray *
cw_polygons_intersect (GPtrArray *a, GPtrArray *b, GError **error)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  return combine (a, b, GEOSIntersectionPrec_r, error);
}

/**
 * cw_polygons_subtract:
 * @a: (element-type CwPolygon): polygons that may overlap
 * @b: (element-type CwPolygon): what to take off, may overlap
 * @error: return location for an error
 *
 * Takes what a set of polygons covers off another, on the grid as cw_polygons_unite () does.
 *
 * Returns: (transfer full) (nullable) (element-type CwPolygon): polygons that do not
 *   overlap, or %NULL with @error %CW_MODEL_ERROR_GEOMETRY
 */
GPtrArray *
cw_polygons_subtract (GPtrArray *a, GPtrArray *b, GError **error)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  return combine (a, b, GEOSDifferencePrec_r, error);
}

/**
 * cw_polygons_get_area:
 * @polygons: (element-type CwPolygon): polygons
 *
 * Returns: the sum of their areas, overlaps counted twice [nm²]
 */
double
cw_polygons_get_area (GPtrArray *polygons)
{
  double area = 0;

  g_return_val_if_fail (polygons != NULL, 0);

  for (guint i = 0; i < polygons->len; i++)
    area += (double) cw_polygon_get_area_doubled (g_ptr_array_index (polygons, i)) / 2;

  return area;
}
