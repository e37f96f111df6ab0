/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-path.h"
#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwBusKind:
 * @CW_BUS_RING: a closed ring
 * @CW_BUS_SPINE: a trunk with ribs to both sides
 * @CW_BUS_MESH: a mesh of crossing lines within a closed outline
 *
 * The form of a bus.
 */
typedef enum
{
  CW_BUS_RING,
  CW_BUS_SPINE,
  CW_BUS_MESH,
  CW_N_BUS_KINDS
} CwBusKind;

/**
 * CwBus:
 * @path: centre line of a ring (closed), trunk of a spine (open), outline of a mesh (closed) [nm]
 * @name: (nullable): its name; %NULL is the same as empty
 * @width: width of all its lines [nm]
 * @pitch: distance of ribs or mesh lines, centre to centre; unused for a ring [nm]
 * @reach: how far the ribs of a spine reach from the centre line of the trunk [nm]
 * @net: its net, or %CW_ID_NONE
 * @kind: %CwBusKind
 * @level: index of a wiring level
 * @flags: %CwItemFlags
 *
 * A power or ground bus.
 */
typedef struct
{
  CwPath *path;
  GRefString *name;
  CwCoord width;
  CwCoord pitch;
  CwCoord reach;
  CwId net;
  guint8 kind;
  guint8 level;
  guint8 flags;
} CwBus;

const char *cw_bus_kind_get_name (CwBusKind kind);

extern const CwItemClass cw_bus_class;

G_END_DECLS
