/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_HISTORY_PANEL (cw_history_panel_get_type ())

/**
 * CwHistoryPanel:
 *
 * What was done to a document, side branches included: a click goes there.
 */
G_DECLARE_FINAL_TYPE (CwHistoryPanel, cw_history_panel, CW, HISTORY_PANEL, GtkWidget)

GtkWidget *cw_history_panel_new (void);
void cw_history_panel_set_editor (CwHistoryPanel *self, CwEditor *editor);

G_END_DECLS
