/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-segment.h"
#include "model/geometry/cw-shape.h"

G_BEGIN_DECLS

/* how far the chords of a flattened arc may lie from it in checks [nm] */
#define CW_CORE_SAGITTA (2)

/**
 * CwCoreKind:
 * @CW_CORE_SEGMENT: a segment or a point
 * @CW_CORE_BOX: a box
 * @CW_CORE_EDGES: an open line, or the rings of a polygon
 *
 * What is left of a shape when its width is taken off.
 */
typedef enum
{
  CW_CORE_SEGMENT,
  CW_CORE_BOX,
  CW_CORE_EDGES,
} CwCoreKind;

/**
 * CwCore:
 * @kind: which of the following holds
 * @width: diameter of the disc that the core is swept with to make the shape [nm]
 * @bounds: box around the core; the box itself for a box [nm]
 * @segment: the segment
 * @points: the points of all lines or rings
 * @ends: for each of them the index after its last point
 * @n_rings: how many there are
 * @polygon: (nullable): the polygon whose inside belongs to the core
 * @is_closed: whether the last point of each ring is joined with its first
 *
 * A shape seen as a core swept with a disc, so that all kinds of shapes share one
 * distance: that of the cores less both half widths. Discs, capsules and boxes need no allocation.
 */
typedef struct
{
  CwCoreKind kind;
  gint64 width;
  CwBox bounds;
  CwSegment segment;
  const CwPoint *points;
  const guint32 *ends;
  guint32 n_rings;
  const CwPolygon *polygon;
  gboolean is_closed;
  /*< private >*/
  GArray *flattened;
  guint32 n_flattened;
  CwPoint corners[4];
} CwCore;

void cw_core_init (CwCore *self, const CwShape *shape);
void cw_core_init_point (CwCore *self, CwPoint p);
void cw_core_init_border (CwCore *self, const CwPolygon *polygon);
void cw_core_init_outline (CwCore *self, const CwCore *core);
void cw_core_clear (CwCore *self);
CwPoint cw_core_get_point (const CwCore *self);
gboolean cw_core_contains (const CwCore *self, CwPoint p);
gboolean cw_cores_are_near (const CwCore *a, const CwCore *b, const CwReach *reach);
CwNearest cw_cores_measure (const CwCore *a, const CwCore *b);
gint64 cw_cores_get_distance (const CwCore *a, const CwCore *b, double estimate);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CwCore, cw_core_clear)

G_END_DECLS
