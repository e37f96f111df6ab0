/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-hit.h"

G_BEGIN_DECLS

/**
 * CwSnapKind:
 * @CW_SNAP_SAME_NET: centre of a pad or a via, or end of a trace, that may be connected to
 * @CW_SNAP_POINT: a point that the user set: end of the section line or of a ruler, origin
 * @CW_SNAP_CROSSING: where the middles of two traces cross
 * @CW_SNAP_MIDDLE: another centre, corner, end or middle
 * @CW_SNAP_EDGE: nearest point of a border or of the middle of a trace
 * @CW_SNAP_GUIDE: a place where what is moved lines up with others, or has equal gaps
 * @CW_SNAP_GRID: a point of the grid
 * @CW_SNAP_NONE: none
 *
 * What a point snapped to, the best first.
 */
typedef enum
{
  CW_SNAP_SAME_NET,
  CW_SNAP_POINT,
  CW_SNAP_CROSSING,
  CW_SNAP_MIDDLE,
  CW_SNAP_EDGE,
  CW_SNAP_GUIDE,
  CW_SNAP_GRID,
  CW_SNAP_NONE,
} CwSnapKind;

/**
 * CwSnapFeature:
 *
 * Which point of a thing a point snapped to.
 */
typedef enum
{
  CW_FEATURE_NONE,
  CW_FEATURE_CENTRE,
  CW_FEATURE_END,
  CW_FEATURE_CORNER,
  CW_FEATURE_MIDDLE,
  CW_FEATURE_CROSSING,
  CW_FEATURE_EDGE,
  CW_FEATURE_POINT,
  CW_FEATURE_ORIGIN,
  CW_FEATURE_ALIGNED,
  CW_FEATURE_GAP,
} CwSnapFeature;

/**
 * CwSnap:
 * @kind: how good it is
 * @feature: which point of the thing it is
 * @at: the point [nm]
 * @pick: (optional): the item or die pad it belongs to
 * @level: level of the shape, or %CW_LEVEL_NONE
 * @net: net of the shape
 *
 * What a point snapped to.
 */
typedef struct
{
  CwSnapKind kind;
  CwSnapFeature feature;
  CwPoint at;
  CwPick pick;
  guint8 level;
  CwId net;
} CwSnap;

/**
 * CwSnapQuery:
 * @hit: where to look and what may be snapped to
 * @at: the pointer [nm]
 * @pixel: size of a pixel [nm]
 * @grid: grid, 0 for none [nm]
 * @any_net: whether all nets may be connected to
 * @net: otherwise the one that may
 * @points: (nullable) (array length=n_points): points that the user set [nm]
 * @n_points: how many
 * @exclude: (nullable): set of ids that move along and are no aim
 * @previous: (nullable): what the last call found
 *
 * A question for a snap.
 */
typedef struct
{
  CwHitQuery hit;
  CwPoint at;
  double pixel;
  CwCoord grid;
  gboolean any_net;
  CwId net;
  const CwPoint *points;
  gsize n_points;
  GHashTable *exclude;
  const CwSnap *previous;
} CwSnapQuery;

#define CW_SNAP_RADIUS 10    /* [px] */
#define CW_SNAP_HYSTERESIS 4 /* [px] */

CwPoint cw_snap_to_grid (CwPoint at, CwCoord grid);
void cw_snap_find (const CwSnapQuery *query, CwSnap *snap);
char *cw_snap_dup_name (const CwSnap *snap, const CwDesign *design);

G_END_DECLS
