/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "widgets/tool/cw-selection.h"

G_BEGIN_DECLS

/**
 * CwFilter:
 *
 * Kinds of things that the pointer may take: a bit for each %CwItemKind, one for the
 * pads of dies and one for what is locked.
 */
typedef enum
{
  CW_FILTER_DIES = 1 << CW_ITEM_DIE,
  CW_FILTER_BONDING_PADS = 1 << CW_ITEM_BONDING_PAD,
  CW_FILTER_VIAS = 1 << CW_ITEM_VIA,
  CW_FILTER_TRACES = 1 << CW_ITEM_TRACE,
  CW_FILTER_TEXTS = 1 << CW_ITEM_TEXT,
  CW_FILTER_BUSES = 1 << CW_ITEM_BUS,
  CW_FILTER_PASSIVES = 1 << CW_ITEM_PASSIVE,
  CW_FILTER_CAVITIES = 1 << CW_ITEM_CAVITY,
  CW_FILTER_CUT_LINES = 1 << CW_ITEM_CUT_LINE,
  CW_FILTER_ZONES = 1 << CW_ITEM_ZONE,
  CW_FILTER_KEEP_OUTS = 1 << CW_ITEM_KEEP_OUT,
  CW_FILTER_FIDUCIALS = 1 << CW_ITEM_FIDUCIAL,
  CW_FILTER_DIE_PADS = 1 << 16,
  CW_FILTER_LOCKED = 1 << 17,
  CW_FILTER_ALL = G_MAXINT32,
} CwFilter;

/**
 * CwHitQuery:
 * @design: where to look
 * @levels: a bit for each level that is seen
 * @active_level: what lies on it comes first
 * @filter: %CwFilter
 *
 * What may be hit.
 */
typedef struct
{
  const CwDesign *design;
  guint64 levels;
  guint8 active_level;
  guint filter;
} CwHitQuery;

/**
 * CwHit:
 * @pick: the item, or the pad of a die
 * @level: the level it was hit on
 * @net: its net
 * @area: area of the shape that was hit [nm²]
 * @is_active: whether it was hit on the active level
 *
 * Something below the pointer.
 */
typedef struct
{
  CwPick pick;
  guint8 level;
  gboolean is_active;
  CwId net;
  double area;
} CwHit;

gboolean cw_filter_accepts (guint filter, const CwDesign *design, const CwShape *shape);
GArray *cw_hit_list (const CwHitQuery *query, CwPoint at, CwCoord tolerance);
gboolean cw_hit_find (const CwHitQuery *query, CwPoint at, CwCoord tolerance, CwHit *hit);
GArray *cw_hit_list_filtered (const CwHitQuery *query, CwPoint at, CwCoord tolerance);
GArray *cw_hit_list_box (const CwHitQuery *query, CwBox box, gboolean touching);
gboolean cw_hit_find_metal (const CwDesign *design, guint level, CwPoint at, CwHit *hit);

const char *cw_pick_get_kind_label (CwPick pick);
char *cw_pick_dup_name (const CwDesign *design, CwPick pick);
char *cw_pick_dup_description (const CwDesign *design, CwPick pick, CwUnit unit);

G_END_DECLS
