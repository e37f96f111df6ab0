/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-selection.h"

G_BEGIN_DECLS

/**
 * CwMeasure:
 * @gap: the gap between the borders, and its ends
 * @dx: from box to box along x, 0 where they overlap [nm]
 * @dy: along y [nm]
 * @same_level: whether the gap is between things on one level
 *
 * How far apart two things are.
 */
typedef struct
{
  CwGap gap;
  gint64 dx;
  gint64 dy;
  gboolean same_level;
} CwMeasure;

gboolean cw_measure_picks (const CwDesign *design, const CwPick *picks, gsize n_picks, CwPick to,
                           CwMeasure *measure);

G_END_DECLS
