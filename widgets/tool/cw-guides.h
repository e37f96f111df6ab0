/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-hit.h"

G_BEGIN_DECLS

#define CW_GUIDE_RADIUS 6     /* [px] */
#define CW_GUIDE_HYSTERESIS 4 /* [px] */

/**
 * CwGuideKind:
 * @CW_GUIDE_NONE: none
 * @CW_GUIDE_LOW: the lower or left edge lines up
 * @CW_GUIDE_MIDDLE: the centre lines up
 * @CW_GUIDE_HIGH: the upper or right edge lines up
 * @CW_GUIDE_BETWEEN: the gaps to both sides are equal
 * @CW_GUIDE_AFTER: the gap to the lower neighbour is that between it and the next
 * @CW_GUIDE_BEFORE: the gap to the upper neighbour is that between it and the next
 *
 * What holds along one axis.
 */
typedef enum
{
  CW_GUIDE_NONE,
  CW_GUIDE_LOW,
  CW_GUIDE_MIDDLE,
  CW_GUIDE_HIGH,
  CW_GUIDE_BETWEEN,
  CW_GUIDE_AFTER,
  CW_GUIDE_BEFORE,
} CwGuideKind;

/**
 * CwGuide:
 * @kind: what holds, or %CW_GUIDE_NONE
 * @by: how far the box has to go for it [nm]
 * @at: doubled place of what lines up, or of the centre for equal gaps [nm]
 * @others: boxes that it lines up with, or that the gaps are between [nm]
 * @item: the item that it lines up with, %CW_ID_NONE for the package
 *
 * A place along one axis that a moved box snaps to.
 */
typedef struct
{
  CwGuideKind kind;
  CwCoord by;
  gint64 at;
  CwBox others[2];
  CwId item;
} CwGuide;

/**
 * CwGuides:
 * @axes: guides along x and y
 * @sides: nearest boxes to the left, right, below and above [nm]
 * @has_side: which of them there are
 *
 * What a moved box snaps to.
 */
typedef struct
{
  CwGuide axes[2];
  CwBox sides[4];
  gboolean has_side[4];
} CwGuides;

/**
 * CwGuideQuery:
 * @hit: where to look and what may be lined up with
 * @box: the box around what is moved, where the pointer has it [nm]
 * @kinds: a bit for each kind of item among what is moved
 * @pixel: size of a pixel [nm]
 * @exclude: (nullable): set of ids that move along
 * @previous: (nullable): what the last call found
 *
 * A question for guides.
 */
typedef struct
{
  CwHitQuery hit;
  CwBox box;
  guint kinds;
  double pixel;
  GHashTable *exclude;
  const CwGuides *previous;
} CwGuideQuery;

void cw_guides_find (const CwGuideQuery *query, CwGuides *guides);
void cw_guides_find_sides (const CwGuideQuery *query, CwGuides *guides);

G_END_DECLS
