/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-outline.h"
#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwZoneFill:
 * @CW_ZONE_CLEARED: kept clear of the metal of other nets
 * @CW_ZONE_SOLID: as drawn
 *
 * What the metal of a zone is.
 */
typedef enum
{
  CW_ZONE_CLEARED,
  CW_ZONE_SOLID,
  CW_N_ZONE_FILLS
} CwZoneFill;

/**
 * CwZone:
 * @name: (nullable): its name; %NULL is the same as empty
 * @outline: its border and its holes [nm]
 * @net: its net, or %CW_ID_NONE
 * @clearance: how far a cleared zone keeps from the metal of other nets, 0 for what the rules ask
 *   for [nm]
 * @void_size: diameter of the degassing holes of a cleared zone, 0 for none [nm]
 * @void_pitch: distance of degassing holes, centre to centre [nm]
 * @level: index of a wiring level
 * @fill: %CwZoneFill
 * @flags: %CwItemFlags
 *
 * A plane: an area of metal on one wiring level.
 */
typedef struct
{
  GRefString *name;
  CwOutline *outline;
  CwId net;
  CwCoord clearance;
  CwCoord void_size;
  CwCoord void_pitch;
  guint8 level;
  guint8 fill;
  guint8 flags;
} CwZone;

const char *cw_zone_fill_get_name (CwZoneFill fill);

extern const CwItemClass cw_zone_class;

G_END_DECLS
