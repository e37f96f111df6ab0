/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-octagon.h"
#include "widgets/tool/cw-walk.h"

G_BEGIN_DECLS

/* What is in the way of a trace, as octagons that its centre line must not enter. The effort is counted
 * and not timed, so that the same motion always finds the same way. */
typedef struct
{
  const CwWalkQuery *query;
  CwOctagonForm form;
  CwCoord clearances[CW_N_NET_CLASSES + 1]; /* to nets of a class [nm] */
  CwCoord reach;                            /* greatest distance to keep from a border [nm] */
  guint n_shapes;                           /* how many were looked at */
} CwObstacles;

void cw_obstacles_init (CwObstacles *self, const CwWalkQuery *query);
gboolean cw_obstacles_list_on_leg (CwObstacles *self, CwPoint a, CwPoint b, GArray *octagons);
gboolean cw_obstacles_list_at (CwObstacles *self, CwPoint at, GArray *octagons);
void cw_obstacles_gather (CwObstacles *self, CwOctagon *octagon);

G_END_DECLS
