/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwTrace:
 * @path: centre line of at least two vertices
 * @width: [nm]
 * @net: its net, or %CW_ID_NONE
 * @level: index of a wiring level
 * @flags: %CwItemFlags
 * @name: (nullable): what a list of routes calls it, such as the ball that it leads to; %NULL is
 *   the same as empty
 *
 * A trace with round ends and corners.
 */
typedef struct
{
  CwPath *path;
  CwCoord width;
  CwId net;
  guint8 level;
  guint8 flags;
  GRefString *name;
} CwTrace;

extern const CwItemClass cw_trace_class;

G_END_DECLS
