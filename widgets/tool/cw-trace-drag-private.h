/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-trace-drag.h"

G_BEGIN_DECLS

/* a vertex of the line that is dragged */
typedef struct
{
  CwVertex vertex;
  gboolean joined; /* something hangs on it, so it stays */
} CwDragVertex;

/* cw-drag-leg.c: legs along the axes and the diagonals */
gboolean cw_drag_get_step (CwPoint a, CwPoint b, CwPoint *step);
GArray *cw_drag_leg (const CwDragVertex *line, guint n, guint leg, CwPoint by);
CwPath *cw_drag_end (const CwPath *path, gboolean last, CwPoint to);

G_END_DECLS
