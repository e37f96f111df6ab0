/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_NET_PANEL (cw_net_panel_get_type ())

/**
 * CwNetPanel:
 *
 * The nets with what they have and whether they hang together.
 */
G_DECLARE_FINAL_TYPE (CwNetPanel, cw_net_panel, CW, NET_PANEL, GtkWidget)

GtkWidget *cw_net_panel_new (void);
void cw_net_panel_set_editor (CwNetPanel *self, CwEditor *editor);
void cw_net_panel_choose (CwNetPanel *self, CwId net);
guint cw_net_panel_get_n_shown (CwNetPanel *self);
gboolean cw_net_panel_is_current (CwNetPanel *self);

G_END_DECLS
