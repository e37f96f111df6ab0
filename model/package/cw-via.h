/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwViaFill:
 * @CW_VIA_WITH_WIRING: filled by the wiring, in one step with it
 * @CW_VIA_BEFORE_WIRING: filled with a conductor of its own before the wiring
 *
 * How a via hole is filled.
 */
typedef enum
{
  CW_VIA_WITH_WIRING,
  CW_VIA_BEFORE_WIRING,
  CW_N_VIA_FILLS
} CwViaFill;

/**
 * CwVia:
 * @at: centre [nm]
 * @hole: diameter of the hole in each dielectric, the thin organic layer among them [nm]
 * @land: diameter of the land on each wiring level [nm]
 * @net: its net, or %CW_ID_NONE
 * @from: lower level, of wiring or of die pads
 * @to: upper level, of wiring
 * @fill: %CwViaFill
 * @flags: %CwItemFlags
 *
 * A via. It has a land on each wiring level and a hole in each dielectric and thin organic
 * layer from @from to @to; on the level of die pads it lands on a pad and has no land of its own.
 */
typedef struct
{
  CwPoint at;
  CwCoord hole;
  CwCoord land;
  CwId net;
  guint8 from;
  guint8 to;
  guint8 fill;
  guint8 flags;
} CwVia;

const char *cw_via_fill_get_name (CwViaFill fill);

extern const CwItemClass cw_via_class;

G_END_DECLS
