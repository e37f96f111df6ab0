/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwBenchRow:
 * @name: what was measured
 * @value: how much
 * @unit: its unit
 *
 * One figure.
 */
typedef struct
{
  const char *name;
  double value;
  const char *unit;
} CwBenchRow;

GArray *cw_bench_run (CwDesign *design, guint32 seed, GError **error);
guint cw_bench_count_items (const CwDesign *design);

G_END_DECLS
