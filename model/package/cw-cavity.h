/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-path.h"
#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwCavity:
 * @outline: closed outline of its opening [nm]
 * @name: (nullable): its name; %NULL is the same as empty
 * @depth: from the top of its level to its floor, 0 for an opening through the level [nm]
 * @draft: by how much its walls lean from the vertical, wider at the top, 0 … 45° [µdeg]
 * @level: index of a substrate level
 * @flags: %CwItemFlags
 *
 * An inwardly protruded area of the substrate, or an opening through one of its levels. A die
 * that stands in it is adhered to its floor.
 */
typedef struct
{
  CwPath *outline;
  GRefString *name;
  CwCoord depth;
  CwAngle draft;
  guint8 level;
  guint8 flags;
} CwCavity;

extern const CwItemClass cw_cavity_class;

G_END_DECLS
