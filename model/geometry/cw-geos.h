/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <geos_c.h>

#include "model/geometry/cw-polygon.h"

G_BEGIN_DECLS

/**
 * CwGeos:
 * @handle: the context of one call, so that any thread may call
 * @origin: subtracted from all coordinates on the way in [nm]
 * @message: (nullable): what went wrong last
 *
 * GEOS for the duration of one operation. All geometries lie on the nanometre grid.
 */
typedef struct
{
  GEOSContextHandle_t handle;
  CwPoint origin;
  char *message;
} CwGeos;

void cw_geos_init (CwGeos *self, CwPoint origin);
void cw_geos_clear (CwGeos *self);
GEOSGeometry *cw_geos_new_polygon (CwGeos *self, const CwPolygon *polygon);
GEOSGeometry *cw_geos_unite (CwGeos *self, GPtrArray *polygons);
GPtrArray *cw_geos_take_polygons (CwGeos *self, GEOSGeometry *geometry, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CwGeos, cw_geos_clear)

G_END_DECLS
