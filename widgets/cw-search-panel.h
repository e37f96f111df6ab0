/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_SEARCH_PANEL (cw_search_panel_get_type ())

/**
 * CwSearchPanel:
 *
 * Finds by a query; what is found is what is selected.
 */
G_DECLARE_FINAL_TYPE (CwSearchPanel, cw_search_panel, CW, SEARCH_PANEL, GtkWidget)

GtkWidget *cw_search_panel_new (void);
void cw_search_panel_set_editor (CwSearchPanel *self, CwEditor *editor);
void cw_search_panel_search (CwSearchPanel *self, const char *text);
guint cw_search_panel_get_n_found (CwSearchPanel *self);
gboolean cw_search_panel_is_searching (CwSearchPanel *self);

G_END_DECLS
