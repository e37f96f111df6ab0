/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-polygon.h"

G_BEGIN_DECLS

#define CW_TYPE_OUTLINE (cw_outline_get_type ())

/**
 * CwOutline:
 * @border: its border, closed [nm]
 * @n_holes: how many holes it has
 * @holes: their borders, closed (array length=n_holes) [nm]
 *
 * An immutable, reference-counted area with holes, bordered by legs and arcs.
 */
typedef struct _CwOutline CwOutline;

struct _CwOutline
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  CwPath *border;
  guint32 n_holes;
  CwPath *holes[];
};

GType cw_outline_get_type (void) G_GNUC_CONST;
CwOutline *cw_outline_new (CwPath *border, CwPath *const *holes, gsize n_holes);
CwOutline *cw_outline_new_box (CwBox box);
CwOutline *cw_outline_ref (CwOutline *self);
void cw_outline_unref (CwOutline *self);
gboolean cw_outline_equal (const CwOutline *a, const CwOutline *b);
CwOutline *cw_outline_transform (const CwOutline *self, const CwTransform *transform);
CwBox cw_outline_get_bounds (const CwOutline *self);
CwPolygon *cw_outline_to_polygon (const CwOutline *self, CwCoord sagitta);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwOutline, cw_outline_unref)

G_END_DECLS
