/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

struct _CwDesign
{
  gatomicrefcount ref_count;
  guint64 serial;
  GRefString *name;
  CwTechnology *technology;
  CwPath *outline;
  CwPolygon *outline_polygon;
  CwTable *tables[CW_N_ITEM_KINDS]; /* by kind; the one of CW_ITEM_NONE is NULL */
  CwRtree *index[CW_MAX_LEVELS];    /* by level; NULL where nothing lies */
};

CwDesign *cw_design_new_next (const CwDesign *base, const char *name, CwTechnology *technology,
                              CwPath *outline, CwTable *const *tables);
CwItemContext cw_design_get_context (const CwDesign *self, CwItemKind kind, gconstpointer item);

/* the entries of an item in the index, appended to the array of its level */
void cw_design_append_entries (const CwDesign *self, CwId id, gconstpointer item,
                               GArray *entries[CW_MAX_LEVELS]);
GArray *cw_design_collect_changes (const CwDesign *before, const CwDesign *after);
void cw_design_build_index (CwDesign *self);
void cw_design_update_index (CwDesign *self, const CwDesign *base, const CwId *ids, gsize n_ids);

G_END_DECLS
