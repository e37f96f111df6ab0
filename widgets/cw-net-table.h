/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "model/connect/cw-net-stats.h"

G_BEGIN_DECLS

/**
 * CwNetColumn:
 * @CW_NET_COLUMN_NAME: its name
 * @CW_NET_COLUMN_CLASS: what it is for
 * @CW_NET_COLUMN_PADS: how many pads it has
 * @CW_NET_COLUMN_LENGTH: length of its traces
 * @CW_NET_COLUMN_STATE: whether its pads hang together
 *
 * A column of the list of nets.
 */
typedef enum
{
  CW_NET_COLUMN_NAME,
  CW_NET_COLUMN_CLASS,
  CW_NET_COLUMN_PADS,
  CW_NET_COLUMN_LENGTH,
  CW_NET_COLUMN_STATE,
  CW_N_NET_COLUMNS
} CwNetColumn;

/**
 * CwNetState:
 * @CW_NET_STATE_OPEN: its pads fall in several islands
 * @CW_NET_STATE_NO_PADS: it has no pad, or one only
 * @CW_NET_STATE_JOINED: all its pads hang together
 *
 * What a net is.
 */
typedef enum
{
  CW_NET_STATE_OPEN,
  CW_NET_STATE_NO_PADS,
  CW_NET_STATE_JOINED,
} CwNetState;

int cw_net_names_compare (const char *a, const char *b);
CwNetState cw_net_stats_get_state (const CwNetStats *stats);
char *cw_net_stats_dup_text (const CwNetStats *stats, const CwDesign *design, CwNetColumn column,
                             CwUnit unit);
int cw_net_stats_compare (const CwNetStats *a, const CwNetStats *b, const CwDesign *design,
                          CwNetColumn column);
gboolean cw_net_stats_accepts (const CwNetStats *stats, const CwDesign *design, const char *text);

G_END_DECLS
