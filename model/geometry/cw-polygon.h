/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib-object.h>

#include "model/geometry/cw-path.h"

G_BEGIN_DECLS

#define CW_TYPE_POLYGON (cw_polygon_get_type ())

/**
 * CwPolygon:
 * @n_rings: how many rings: the outer one and the holes
 * @ends: for each ring the index after its last point (array length=n_rings)
 * @points: the points of all rings, each without a closing repeat of its first [nm]
 * @bounds: smallest box around the outer ring [nm]
 *
 * An immutable, reference-counted polygon with holes. The outer ring comes
 * first and turns counterclockwise, holes turn clockwise. The border belongs to it.
 */
typedef struct _CwPolygon CwPolygon;

struct _CwPolygon
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  guint32 n_rings;
  CwBox bounds;
  guint32 *ends;
  CwPoint *points;
};

GType cw_polygon_get_type (void) G_GNUC_CONST;
CwPolygon *cw_polygon_new (const CwPoint *points, gsize n_points);
CwPolygon *cw_polygon_new_rings (const CwPoint *points, const guint32 *ends, gsize n_rings);
CwPolygon *cw_polygon_new_path (const CwPath *outline, CwCoord sagitta);
CwPolygon *cw_polygon_ref (CwPolygon *self);
void cw_polygon_unref (CwPolygon *self);
gboolean cw_polygon_equal (const CwPolygon *a, const CwPolygon *b);
CwPolygon *cw_polygon_transform (const CwPolygon *self, const CwTransform *transform);
gboolean cw_polygon_contains (const CwPolygon *self, CwPoint p);
gint64 cw_polygon_get_area_doubled (const CwPolygon *self);

static inline guint32
cw_polygon_get_ring_start (const CwPolygon *self, guint32 ring)
{
  return ring == 0 ? 0 : self->ends[ring - 1];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPolygon, cw_polygon_unref)

G_END_DECLS
