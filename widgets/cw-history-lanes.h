/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-document.h"

G_BEGIN_DECLS

#define CW_HISTORY_LANES_MAX 16

/**
 * CwHistoryRow:
 * @lane: where its dot lies
 * @above: a bit for each lane that goes on to a later revision
 * @below: a bit for each lane that goes on to an earlier one
 * @ends: of the lanes in @above those that end here, at the dot
 * @is_main: whether undo and redo come past it
 *
 * How a revision is drawn in the tree of the history, the latest one on top.
 */
typedef struct
{
  guint8 lane;
  guint32 above;
  guint32 below;
  guint32 ends;
  gboolean is_main;
} CwHistoryRow;

GArray *cw_history_lanes_list (CwDocument *document);

G_END_DECLS
