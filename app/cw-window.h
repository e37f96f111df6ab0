/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-canvas.h"
#include "widgets/cw-checker.h"
#include "widgets/cw-claims-panel.h"
#include "widgets/cw-flow-panel.h"
#include "widgets/cw-section-area.h"

G_BEGIN_DECLS

#define CW_TYPE_WINDOW (cw_window_get_type ())

/**
 * CwWindow:
 *
 * A window with one document.
 */
G_DECLARE_FINAL_TYPE (CwWindow, cw_window, CW, WINDOW, GtkApplicationWindow)

CwWindow *cw_window_new (GtkApplication *application);
gboolean cw_window_is_pristine (CwWindow *self);
void cw_window_open (CwWindow *self, GFile *file);
gboolean cw_window_is_busy (CwWindow *self);
GFile *cw_window_get_file (CwWindow *self);
CwEditor *cw_window_get_editor (CwWindow *self);
CwCanvas *cw_window_get_canvas (CwWindow *self);
CwSectionArea *cw_window_get_section_area (CwWindow *self);
CwClaimsPanel *cw_window_get_claims_panel (CwWindow *self);
CwFlowPanel *cw_window_get_flow_panel (CwWindow *self);
CwChecker *cw_window_get_checker (CwWindow *self);
void cw_window_set_theme (CwWindow *self, CwThemeKind kind);
void cw_window_tell (CwWindow *self, const char *text);
const char *cw_window_get_told (CwWindow *self);

G_END_DECLS
