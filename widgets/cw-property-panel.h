/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_PROPERTY_PANEL (cw_property_panel_get_type ())

/**
 * CwPropertyPanel:
 *
 * The properties of what is selected, or of the design, to be read and typed.
 */
G_DECLARE_FINAL_TYPE (CwPropertyPanel, cw_property_panel, CW, PROPERTY_PANEL, GtkWidget)

GtkWidget *cw_property_panel_new (void);
void cw_property_panel_set_editor (CwPropertyPanel *self, CwEditor *editor);
void cw_property_panel_focus (CwPropertyPanel *self, const char *name);

G_END_DECLS
