/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"
#include "widgets/render/cw-theme.h"

G_BEGIN_DECLS

#define CW_N_LEVEL_PRESETS 4

#define CW_TYPE_LEVEL_PANEL (cw_level_panel_get_type ())

/**
 * CwLevelPanel:
 *
 * The levels of the stack, what is seen of them and which one is worked on; below it
 * what the pointer may take.
 */
G_DECLARE_FINAL_TYPE (CwLevelPanel, cw_level_panel, CW, LEVEL_PANEL, GtkWidget)

GtkWidget *cw_level_panel_new (void);
void cw_level_panel_set_editor (CwLevelPanel *self, CwEditor *editor);
void cw_level_panel_set_theme (CwLevelPanel *self, CwThemeKind kind);

void cw_level_panel_store (CwLevelPanel *self, guint preset);
gboolean cw_level_panel_recall (CwLevelPanel *self, guint preset);

G_END_DECLS
