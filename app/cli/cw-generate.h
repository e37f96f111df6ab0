/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/**
 * CwPlanted:
 * @kind: which kind of rule it breaks
 * @at: where [nm]
 * @level: on which level
 *
 * A violation that was planted into a design.
 */
typedef struct
{
  CwRuleKind kind;
  CwPoint at;
  guint8 level;
} CwPlanted;

CwDesign *cw_generate_bench (guint32 n_items, guint32 seed, GError **error);
CwDesign *cw_generate_bench_planted (guint32 n_items, guint32 seed, guint n_planted,
                                     GArray **planted, GError **error);
CwDesign *cw_generate_two_die (guint32 seed, GError **error);
CwDesign *cw_generate_broken (GError **error);
CwDesign *cw_generate_sample (const char *name, guint32 seed, GError **error);
const char *cw_generate_get_sample_name (guint index);

G_END_DECLS
