/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-properties.h"

G_BEGIN_DECLS

#define CW_TYPE_PROPERTY_ROW (cw_property_row_get_type ())

/**
 * CwPropertyRow:
 *
 * The value of one property, to be read, typed or chosen, with what is wrong with it below.
 */
G_DECLARE_FINAL_TYPE (CwPropertyRow, cw_property_row, CW, PROPERTY_ROW, GtkWidget)

GtkWidget *cw_property_row_new (const CwProperty *property);
gboolean cw_property_row_is_for (CwPropertyRow *self, const CwProperty *property);
const char *cw_property_row_get_name (CwPropertyRow *self);
void cw_property_row_set_names (CwPropertyRow *self, const char *const *names);
void cw_property_row_fill (CwPropertyRow *self, const CwProperty *property);
void cw_property_row_accept (CwPropertyRow *self, const char *text);
void cw_property_row_set_message (CwPropertyRow *self, const char *message);
const char *cw_property_row_get_message (CwPropertyRow *self);
GtkWidget *cw_property_row_get_value (CwPropertyRow *self);

G_END_DECLS
