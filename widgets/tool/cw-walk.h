/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-legs.h"
#include "widgets/tool/cw-tool-host.h"

G_BEGIN_DECLS

/**
 * CwWalkQuery:
 * @design: where to walk
 * @level: on which level
 * @net: net of the trace, or %CW_ID_NONE: what is on it is no obstacle
 * @width: width of the trace [nm]
 * @mode: %CW_ANGLES_90 for legs along the axes only, otherwise diagonals, too
 * @posture: as for cw_legs_make ()
 *
 * A trace that looks for its way.
 */
typedef struct
{
  const CwDesign *design;
  guint8 level;
  CwId net;
  CwCoord width;
  CwAngleMode mode;
  gboolean posture;
} CwWalkQuery;

gboolean cw_walk_find (const CwWalkQuery *query, CwPoint from, CwPoint *to, GArray *legs);

G_END_DECLS
