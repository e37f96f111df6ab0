/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-id.h"
#include "model/geometry/cw-box.h"

G_BEGIN_DECLS

/**
 * CwRtreeEntry:
 * @box: box around the part [nm]
 * @item: the item
 * @part: which part of it
 *
 * One entry of a spatial index.
 */
typedef struct
{
  CwBox box;
  CwId item;
  guint32 part;
} CwRtreeEntry;

/**
 * CwRtree:
 *
 * A persistent R-tree: versions share the nodes that they have in common. Any
 * thread may read one that it holds. Changing one that nobody else holds happens in place;
 * otherwise the path to the changed leaf is copied.
 */
typedef struct _CwRtree CwRtree;

/**
 * CwRtreeFunc:
 * @entry: an entry that meets the query
 * @user_data: what the caller passed
 *
 * Returns: %TRUE to go on
 */
typedef gboolean (*CwRtreeFunc) (const CwRtreeEntry *entry, gpointer user_data);

CwRtree *cw_rtree_new (CwRtreeEntry *entries, gsize n_entries);
CwRtree *cw_rtree_ref (CwRtree *self);
void cw_rtree_unref (CwRtree *self);
gsize cw_rtree_get_n_entries (const CwRtree *self);
CwBox cw_rtree_get_bounds (const CwRtree *self);
void cw_rtree_insert (CwRtree **self, const CwRtreeEntry *entry);
gboolean cw_rtree_remove (CwRtree **self, const CwRtreeEntry *entry);
gboolean cw_rtree_foreach (const CwRtree *self, CwBox box, CwRtreeFunc func, gpointer user_data);
gboolean cw_rtree_foreach_on_segment (const CwRtree *self, CwPoint a, CwPoint b, CwRtreeFunc func,
                                      gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwRtree, cw_rtree_unref)

G_END_DECLS
