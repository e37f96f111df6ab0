/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-outline.h"
#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwKeepOutBits:
 * @CW_KEEP_OUT_TRACES: traces and buses, and what is drawn of metal such as text and fiducials
 * @CW_KEEP_OUT_VIAS: vias with their lands
 * @CW_KEEP_OUT_ZONES: planes
 * @CW_KEEP_OUT_PADS: bonding pads
 * @CW_KEEP_OUT_DIES: dies, whatever the level of the keep-out
 * @CW_KEEP_OUT_PASSIVES: passive devices
 * @CW_KEEP_OUT_ALL: all of them
 *
 * What a keep-out forbids.
 */
typedef enum
{
  CW_KEEP_OUT_TRACES = 1 << 0,
  CW_KEEP_OUT_VIAS = 1 << 1,
  CW_KEEP_OUT_ZONES = 1 << 2,
  CW_KEEP_OUT_PADS = 1 << 3,
  CW_KEEP_OUT_DIES = 1 << 4,
  CW_KEEP_OUT_PASSIVES = 1 << 5,
  CW_KEEP_OUT_ALL = (1 << 6) - 1,
} CwKeepOutBits;

/**
 * CwKeepOut:
 * @name: (nullable): its name; %NULL is the same as empty
 * @outline: its border and its holes, where nothing is forbidden [nm]
 * @level: index of a wiring level, %CW_LEVEL_NONE for all of them
 * @forbids: %CwKeepOutBits, at least one
 * @flags: %CwItemFlags
 *
 * An area that some kinds of items must keep out of. It is no material: it has shapes to be seen and
 * taken by, one on each of its wiring levels.
 */
typedef struct
{
  GRefString *name;
  CwOutline *outline;
  guint8 level;
  guint8 forbids;
  guint8 flags;
} CwKeepOut;

extern const CwItemClass cw_keep_out_class;

G_END_DECLS
