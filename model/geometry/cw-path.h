/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib-object.h>

#include "model/geometry/cw-angle.h"
#include "model/geometry/cw-box.h"
#include "model/geometry/cw-transform.h"

G_BEGIN_DECLS

/**
 * CwVertex:
 * @at: where [nm]
 * @sweep: angle that the leg from here to the next vertex turns through, positive
 *   counterclockwise; zero is a straight leg, ±360° excluded [µdeg]
 *
 * A vertex of a path with the leg that follows it.
 */
typedef struct
{
  CwPoint at;
  CwAngle sweep;
} CwVertex;

/**
 * CwArc:
 * @start: first point [nm]
 * @end: last point, not equal to @start [nm]
 * @sweep: angle turned through, not zero, within ±360° [µdeg]
 *
 * A circular arc.
 */
typedef struct
{
  CwPoint start;
  CwPoint end;
  CwAngle sweep;
} CwArc;

CwPoint cw_arc_get_centre (const CwArc *arc);
double cw_arc_get_radius (const CwArc *arc);
double cw_arc_get_length (const CwArc *arc);
CwBox cw_arc_get_bounds (const CwArc *arc);
void cw_arc_flatten (const CwArc *arc, CwCoord sagitta, GArray *points);

#define CW_TYPE_PATH (cw_path_get_type ())

/**
 * CwPath:
 *
 * An immutable, reference-counted sequence of vertices: the centre line of a
 * trace when open, an outline when closed (the leg from the last vertex leads
 * back to the first).
 */
typedef struct _CwPath CwPath;

struct _CwPath
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  guint32 n_vertices;
  CwVertex vertices[];
};

GType cw_path_get_type (void) G_GNUC_CONST;
CwPath *cw_path_new (const CwVertex *vertices, gsize n_vertices);
CwPath *cw_path_new_box (CwBox box);
CwPath *cw_path_new_points (const CwPoint *points, gsize n_points);
CwPath *cw_path_ref (CwPath *self);
void cw_path_unref (CwPath *self);
gboolean cw_path_equal (const CwPath *a, const CwPath *b);
CwPath *cw_path_transform (const CwPath *self, const CwTransform *transform);
CwBox cw_path_get_bounds (const CwPath *self, gboolean closed);
double cw_path_get_length (const CwPath *self, gboolean closed);
void cw_path_flatten (const CwPath *self, gboolean closed, CwCoord sagitta, GArray *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPath, cw_path_unref)

G_END_DECLS
