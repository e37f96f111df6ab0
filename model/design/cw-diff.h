/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwDiff:
 * @before: the first design
 * @after: the second
 * @items: ids of the items that differ, ascending (array length=n_items)
 * @n_items: how many
 * @areas: for each level a box around what differs, before and after; of most of the design, the
 *   box around the level [nm]
 * @area: box around all of them [nm]
 * @technology_changed: whether the technologies differ: then everything may
 * @outline_changed: whether the package outlines differ
 *
 * What differs between two designs. Whether an item was added, changed or removed
 * is asked of the two designs.
 */
typedef struct
{
  CwDesign *before;
  CwDesign *after;
  CwId *items;
  gsize n_items;
  CwBox areas[CW_MAX_LEVELS];
  CwBox area;
  gboolean technology_changed;
  gboolean outline_changed;
} CwDiff;

#define CW_TYPE_DIFF (cw_diff_get_type ())

GType cw_diff_get_type (void) G_GNUC_CONST;
CwDiff *cw_diff_new (CwDesign *before, CwDesign *after);
CwDiff *cw_diff_copy (const CwDiff *self);
void cw_diff_free (CwDiff *self);
gboolean cw_diff_is_empty (const CwDiff *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDiff, cw_diff_free)

G_END_DECLS
