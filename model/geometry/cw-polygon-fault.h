/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-polygon.h"

G_BEGIN_DECLS

/**
 * CwPolygonFault:
 * @CW_POLYGON_SOUND: none: it is one piece, each ring keeps clear of itself, and rings touch each
 *   other in single points at most
 * @CW_POLYGON_CROSSES: a ring crosses or touches itself or another, or what is left is not one piece
 * @CW_POLYGON_HOLE_OUTSIDE: a hole lies outside of the outer ring
 * @CW_POLYGON_HOLE_IN_HOLE: a hole lies within another one
 *
 * What keeps a polygon from being one area with holes.
 */
typedef enum
{
  CW_POLYGON_SOUND,
  CW_POLYGON_CROSSES,
  CW_POLYGON_HOLE_OUTSIDE,
  CW_POLYGON_HOLE_IN_HOLE,
} CwPolygonFault;

CwPolygonFault cw_polygon_find_fault (const CwPolygon *self, CwPoint *at);

G_END_DECLS
