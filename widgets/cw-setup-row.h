/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-setup.h"

G_BEGIN_DECLS

#define CW_TYPE_SETUP_ROW (cw_setup_row_get_type ())

/**
 * CwSetupRow:
 *
 * A label, a value that can be set and, below it, what is wrong with it.
 */
G_DECLARE_FINAL_TYPE (CwSetupRow, cw_setup_row, CW, SETUP_ROW, GtkWidget)

GtkWidget *cw_setup_row_new (const CwSetupField *field, GtkSizeGroup *labels);
void cw_setup_row_set_choices (CwSetupRow *self, const char *const *names);
void cw_setup_row_set_text (CwSetupRow *self, const char *text);
char *cw_setup_row_dup_text (CwSetupRow *self);
gboolean cw_setup_row_is_changed (CwSetupRow *self);
void cw_setup_row_set_unit (CwSetupRow *self, const char *unit);
void cw_setup_row_set_message (CwSetupRow *self, const char *message);
const char *cw_setup_row_get_message (CwSetupRow *self);
GtkWidget *cw_setup_row_get_value (CwSetupRow *self);

G_END_DECLS
