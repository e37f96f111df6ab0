/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"
#include "widgets/cw-setup-page.h"

G_BEGIN_DECLS

#define CW_TYPE_SETUP_PANEL (cw_setup_panel_get_type ())

/**
 * CwSetupPanel:
 *
 * The package set-up: its pages beside the plan, so that what is changed is seen at once.
 */
G_DECLARE_FINAL_TYPE (CwSetupPanel, cw_setup_panel, CW, SETUP_PANEL, GtkWidget)

GtkWidget *cw_setup_panel_new (void);
void cw_setup_panel_set_editor (CwSetupPanel *self, CwEditor *editor);
void cw_setup_panel_show (CwSetupPanel *self, const CwSetupInfo *info);
CwSetupPage *cw_setup_panel_get_page (CwSetupPanel *self, const CwSetupInfo *info);

G_END_DECLS
