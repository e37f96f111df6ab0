/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

#include "model/copper/cw-copper.h"

G_BEGIN_DECLS

/**
 * CwFieldPlan:
 * @levels: a bit for each level that is gathered
 * @reach: for each level how far apart two shapes may be to make a pair [nm]
 *
 * What a field gathers.
 */
typedef struct
{
  guint64 levels;
  CwCoord reach[CW_MAX_LEVELS];
} CwFieldPlan;

/**
 * CwField:
 *
 * The shapes in one window of a design, level by level in bins, so that neighbours are
 * found without asking the index again. Used by one thread, refilled for window after window.
 */
typedef struct _CwField CwField;

/**
 * CwFieldPairFunc:
 * @a: a shape, the lesser one by item and part
 * @b: a shape of another item
 * @user_data: what the caller passed
 *
 * Called for two shapes that are near each other.
 */
typedef void (*CwFieldPairFunc) (const CwShape *a, const CwShape *b, gpointer user_data);

CwField *cw_field_new (const CwDesign *design, const CwFieldPlan *plan, CwBox bounds);
void cw_field_free (CwField *self);
gboolean cw_field_fill (CwField *self, CwBox window, gsize limit);
const CwShape *cw_field_get_shapes (const CwField *self, guint level, gsize *n_shapes);
gboolean cw_field_owns (const CwField *self, guint level, gsize index);
gboolean cw_field_covers (const CwField *self, CwBox box);
void cw_field_foreach_pair (CwField *self, guint level, CwFieldPairFunc func, gpointer user_data);
gboolean cw_field_foreach_near (CwField *self, guint level, CwBox box, CwCopperFunc func,
                                gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwField, cw_field_free)

/**
 * CwFieldFunc:
 * @field: a filled field, lent for the call
 * @thread: which of the threads calls, from 0
 * @user_data: what the caller passed
 *
 * Called in any thread for one window of a design.
 */
typedef void (*CwFieldFunc) (CwField *field, guint thread, gpointer user_data);

/**
 * CwFieldProgress:
 * @fraction: how much is done, 0 to 1
 * @user_data: what the caller passed
 *
 * Called in any thread.
 */
typedef void (*CwFieldProgress) (double fraction, gpointer user_data);

/**
 * CwFieldWalk:
 * @plan: what is gathered
 * @n_threads: how many threads work, 0 for as many as there are processors
 * @window_shapes: how many shapes a window should hold, 0 for what is fast
 * @cancellable: (nullable): ends the walk
 * @progress: (nullable): told of the progress
 * @progress_data: passed to @progress
 *
 * How a design is walked window by window.
 */
typedef struct
{
  CwFieldPlan plan;
  guint n_threads;
  gsize window_shapes;
  GCancellable *cancellable;
  CwFieldProgress progress;
  gpointer progress_data;
} CwFieldWalk;

guint cw_field_get_n_threads (guint n_threads);
gboolean cw_field_walk (const CwDesign *design, const CwFieldWalk *walk, CwFieldFunc func,
                        gpointer user_data, GError **error);

G_END_DECLS
