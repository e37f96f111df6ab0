/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_FILTER_ROW (cw_filter_row_get_type ())

/**
 * CwFilterRow:
 *
 * Which kinds of things the pointer may take.
 */
G_DECLARE_FINAL_TYPE (CwFilterRow, cw_filter_row, CW, FILTER_ROW, GtkWidget)

GtkWidget *cw_filter_row_new (void);
void cw_filter_row_set_editor (CwFilterRow *self, CwEditor *editor);

G_END_DECLS
