/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CW_TYPE_ROW (cw_row_get_type ())

/**
 * CwRow:
 *
 * One row of a list: its number.
 */
G_DECLARE_FINAL_TYPE (CwRow, cw_row, CW, ROW, GObject)

guint cw_row_get_index (CwRow *self);

#define CW_TYPE_ROW_MODEL (cw_row_model_get_type ())

/**
 * CwRowModel:
 *
 * A list of numbers from 0, whose rows are made when they are looked at: the widget that shows them
 * knows what they stand for.
 */
G_DECLARE_FINAL_TYPE (CwRowModel, cw_row_model, CW, ROW_MODEL, GObject)

CwRowModel *cw_row_model_new (void);
void cw_row_model_set_n (CwRowModel *self, guint n_rows);

G_END_DECLS
