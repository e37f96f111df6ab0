/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-polygon-fault.h"

#include <math.h>
#include <string.h>

#include "model/geometry/cw-geos.h"

/* a single outer ring of three or four corners that turns one way only and once */
static gboolean
is_plainly_sound (const CwPolygon *self)
{
  guint32 n = self->ends[0];

  if (self->n_rings > 1 || n > 4)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    if (cw_point_orient (self->points[i], self->points[(i + 1) % n], self->points[(i + 2) % n])
        <= 0)
      return FALSE;
  return TRUE;
}

static void
take_location (CwGeos *geos, const GEOSGeometry *location, CwPoint *at)
{
  double x = 0;
  double y = 0;

  if (location == NULL || GEOSGeomGetX_r (geos->handle, location, &x) != 1
      || GEOSGeomGetY_r (geos->handle, location, &y) != 1)
    return;
  at->x = cw_coord_saturate (llround (x + geos->origin.x));
  at->y = cw_coord_saturate (llround (y + geos->origin.y));
}

/**
 * cw_polygon_find_fault:
 * @self: a polygon
 * @at: (out): where the fault is, the first point of @self when there is none [nm]
 *
 * Finds out whether a polygon is one area with holes that lie within it and apart.
 *
 * Returns: what is wrong with it first of all
 */
CwPolygonFault
cw_polygon_find_fault (const CwPolygon *self, CwPoint *at)
{
  g_auto (CwGeos) geos = { 0 };
  CwPolygonFault fault = CW_POLYGON_SOUND;
  GEOSGeometry *geometry;
  GEOSGeometry *location = NULL;
  char *reason = NULL;

  *at = self->points[0];
  if (is_plainly_sound (self))
    return CW_POLYGON_SOUND;

  cw_geos_init (&geos, self->points[0]);
  geometry = cw_geos_new_polygon (&geos, self);
  if (geometry == NULL)
    return CW_POLYGON_CROSSES;

  if (GEOSisValidDetail_r (geos.handle, geometry, 0, &reason, &location) != 1)
    {
      fault = CW_POLYGON_CROSSES;
      if (reason != NULL && strstr (reason, "outside shell") != NULL)
        fault = CW_POLYGON_HOLE_OUTSIDE;
      else if (reason != NULL && strstr (reason, "nested") != NULL)
        fault = CW_POLYGON_HOLE_IN_HOLE;
      take_location (&geos, location, at);
    }
  if (reason != NULL)
    GEOSFree_r (geos.handle, reason);
  if (location != NULL)
    GEOSGeom_destroy_r (geos.handle, location);
  GEOSGeom_destroy_r (geos.handle, geometry);

  return fault;
}
