/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/connect/cw-connect.h"

G_BEGIN_DECLS

/**
 * CwNetStats:
 * @net: the net
 * @n_pads: how many pads of dies, bonding pads and terminals of passive devices it has
 * @n_islands: in how many islands its pieces fall, 0 for a net without pieces
 * @n_vias: how many vias it has
 * @length: length of its traces [nm]
 *
 * What a net has.
 */
typedef struct
{
  CwId net;
  guint32 n_pads;
  guint32 n_islands;
  guint32 n_vias;
  gint64 length;
} CwNetStats;

GArray *cw_net_stats_list (const CwConnect *connect);

G_END_DECLS
