/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwTableClass:
 * @size: size of an item, at most 256 [bytes]
 * @hold: (nullable): takes a reference on what an item points to
 * @drop: (nullable): gives it back
 * @equal: (nullable): compares two items by value, byte by byte when %NULL
 *
 * What a table needs to know of its items.
 */
typedef struct
{
  gsize size;
  void (*hold) (gpointer item);
  void (*drop) (gpointer item);
  gboolean (*equal) (gconstpointer a, gconstpointer b);
} CwTableClass;

/**
 * CwTable:
 *
 * A persistent vector: fixed-size items by value in leaves that versions of the
 * table share. Any thread may read one that it holds. Changing one that nobody else
 * holds happens in place; otherwise the touched leaf and the path to it are copied.
 */
typedef struct _CwTable CwTable;

/**
 * CwTableFunc:
 * @number: the item's number
 * @item: the item
 * @user_data: what the caller passed
 *
 * Returns: %TRUE to go on
 */
typedef gboolean (*CwTableFunc) (guint32 number, gconstpointer item, gpointer user_data);

/**
 * CwTableDiffFunc:
 * @number: the item's number
 * @before: (nullable): the item in the first table
 * @after: (nullable): the item in the second
 * @user_data: what the caller passed
 *
 * Called for an item that two tables do not have alike.
 */
typedef void (*CwTableDiffFunc) (guint32 number, gconstpointer before, gconstpointer after,
                                 gpointer user_data);

CwTable *cw_table_new (const CwTableClass *klass);
CwTable *cw_table_ref (CwTable *self);
void cw_table_unref (CwTable *self);
gconstpointer cw_table_get (const CwTable *self, guint32 number);
guint32 cw_table_get_n_items (const CwTable *self);
guint32 cw_table_get_next_number (const CwTable *self);
void cw_table_set (CwTable **self, guint32 number, gconstpointer item);
gboolean cw_table_remove (CwTable **self, guint32 number);
gboolean cw_table_foreach (const CwTable *self, CwTableFunc func, gpointer user_data);
void cw_table_diff (const CwTable *before, const CwTable *after, CwTableDiffFunc func,
                    gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTable, cw_table_unref)

G_END_DECLS
