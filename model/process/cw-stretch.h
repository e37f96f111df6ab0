/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-id.h"
#include "model/geometry/cw-shape.h"

G_BEGIN_DECLS

/**
 * CwStretch:
 * @start: where it begins along the cut [nm]
 * @end: where it ends, beyond @start [nm]
 * @role: what part of the item it is
 * @item: the item that owns it, or %CW_ID_NONE
 * @net: its net, or %CW_ID_NONE
 * @part: lowest part of the item that it is made of
 *
 * A stretch of the cut that one item of a level takes. A row is an array of
 * them; it is tidy when its stretches ascend and do not overlap.
 */
typedef struct
{
  gint32 start;
  gint32 end;
  guint8 role;
  CwId item;
  CwId net;
  guint32 part;
} CwStretch;

GArray *cw_stretch_row_new (void);
void cw_stretch_row_sort (GArray *row);
void cw_stretch_row_tidy (GArray *row);
GArray *cw_stretch_row_clip (const GArray *row, const GArray *within);
GArray *cw_stretch_row_get_gaps (const GArray *row, const GArray *within);

G_END_DECLS
