/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-path.h"
#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwCutLine:
 * @name: unique name
 * @path: open path of straight legs [nm]
 * @flags: %CwItemFlags
 *
 * A line of one leg or several that the package is cut along. It has no shapes.
 */
typedef struct
{
  GRefString *name;
  CwPath *path;
  guint8 flags;
} CwCutLine;

extern const CwItemClass cw_cut_line_class;

G_END_DECLS
