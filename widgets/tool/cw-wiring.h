/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-hit.h"
#include "widgets/tool/cw-tool-host.h"

G_BEGIN_DECLS

/**
 * CwViaSize:
 * @hole: diameter of the hole [nm]
 * @land: diameter of the land [nm]
 *
 * A size of vias.
 */
typedef struct
{
  CwCoord hole;
  CwCoord land;
} CwViaSize;

/**
 * CwViaSpan:
 * @from: lower level
 * @to: upper level
 *
 * Which levels a via joins.
 */
typedef struct
{
  guint8 from;
  guint8 to;
} CwViaSpan;

/**
 * CwTarget:
 * @at: where [nm]
 * @level: on which level
 * @pick: what is there
 *
 * Something that a net still has to be wired to.
 */
typedef struct
{
  CwPoint at;
  guint8 level;
  CwPick pick;
} CwTarget;

guint cw_wiring_get_lowest (const CwDesign *design);
gboolean cw_wiring_is_wiring (const CwDesign *design, guint level);
gboolean cw_wiring_is_metal (const CwShape *shape);
gboolean cw_wiring_is_pad_level (const CwDesign *design, guint level);
guint cw_wiring_get_next_level (const CwDesign *design, guint level);
gboolean cw_wiring_find (const CwDesign *design, guint64 levels, guint preferred, CwPoint at,
                         CwHit *hit);
CwCoord cw_wiring_get_width (const CwDesign *design, const CwToolSettings *settings, CwId net,
                             guint level);
CwCoord cw_wiring_step_width (const CwDesign *design, CwId net, guint level, CwCoord width,
                              gboolean up);
GArray *cw_wiring_list_via_sizes (const CwDesign *design, guint level);
CwViaSize cw_wiring_get_via_size (const CwDesign *design, const CwToolSettings *settings,
                                  guint level);
CwViaSize cw_wiring_step_via_size (const CwDesign *design, guint level, CwViaSize size,
                                   gboolean up);
GArray *cw_wiring_list_spans (const CwDesign *design);
GArray *cw_wiring_list_targets (CwDesign *design, CwId net, CwPick from);
CwId cw_wiring_get_bus_net (const CwDesign *design, const CwToolSettings *settings);

G_END_DECLS
