/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_FLOW_PANEL (cw_flow_panel_get_type ())

/**
 * CwFlowPanel:
 *
 * The steps of the process in their order, with what is wrong with them.
 */
G_DECLARE_FINAL_TYPE (CwFlowPanel, cw_flow_panel, CW, FLOW_PANEL, GtkWidget)

GtkWidget *cw_flow_panel_new (GtkWidget *choices, GtkWidget *buttons);
void cw_flow_panel_set_editor (CwFlowPanel *self, CwEditor *editor);
guint cw_flow_panel_get_n_findings (CwFlowPanel *self);
gboolean cw_flow_panel_is_settled (CwFlowPanel *self);

G_END_DECLS
