/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-box.h"

G_BEGIN_DECLS

/**
 * CwOctagonForm:
 * @CW_OCTAGON_EIGHT: sides along the axes and the diagonals
 * @CW_OCTAGON_FOUR: sides along the axes only
 *
 * Which sides an octagon has.
 */
typedef enum
{
  CW_OCTAGON_EIGHT,
  CW_OCTAGON_FOUR,
} CwOctagonForm;

/**
 * CwOctagon:
 * @min: least x, y, x + y and x − y [nm]
 * @max: greatest x, y, x + y and x − y [nm]
 *
 * A convex area whose sides lie along the axes and the diagonals, each of them on a point of the area.
 * All its corners are whole.
 */
typedef struct
{
  gint64 min[4];
  gint64 max[4];
} CwOctagon;

#define CW_OCTAGON_MAX_CORNERS 8

CwOctagon cw_octagon_new (CwPoint a, CwPoint b, gint64 doubled, CwOctagonForm form);
CwOctagon cw_octagon_new_box (CwBox box, gint64 doubled, CwOctagonForm form);
CwOctagon cw_octagon_union (const CwOctagon *a, const CwOctagon *b);
CwBox cw_octagon_get_bounds (const CwOctagon *self);
gboolean cw_octagon_has_inside (const CwOctagon *self, CwPoint p);
gboolean cw_octagon_blocks (const CwOctagon *self, CwPoint a, CwPoint b);
gboolean cw_octagon_contains (const CwOctagon *self, const CwOctagon *other);
gboolean cw_octagon_overlaps (const CwOctagon *a, const CwOctagon *b);
guint cw_octagon_get_corners (const CwOctagon *self, CwPoint corners[CW_OCTAGON_MAX_CORNERS]);
guint cw_octagon_get_exits (const CwOctagon *self, CwPoint p,
                            CwPoint exits[CW_OCTAGON_MAX_CORNERS]);

G_END_DECLS
