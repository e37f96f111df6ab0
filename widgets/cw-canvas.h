/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "widgets/cw-editor.h"
#include "widgets/render/cw-plan-view.h"
#include "widgets/render/cw-theme.h"

G_BEGIN_DECLS

#define CW_TYPE_CANVAS (cw_canvas_get_type ())

/**
 * CwCanvas:
 *
 * The plan of a design, where it is looked at and drawn on.
 */
G_DECLARE_FINAL_TYPE (CwCanvas, cw_canvas, CW, CANVAS, GtkWidget)

GtkWidget *cw_canvas_new (void);
void cw_canvas_set_editor (CwCanvas *self, CwEditor *editor);
void cw_canvas_set_theme (CwCanvas *self, CwThemeKind kind);
void cw_canvas_get_view (CwCanvas *self, CwPlanView *view);
void cw_canvas_set_view (CwCanvas *self, const CwPlanView *view);
void cw_canvas_fit (CwCanvas *self);
void cw_canvas_fit_all (CwCanvas *self);
void cw_canvas_frame (CwCanvas *self, CwBox box);
void cw_canvas_zoom (CwCanvas *self, double factor);
void cw_canvas_pan (CwCanvas *self, double right, double down);
CwPoint cw_canvas_get_point (CwCanvas *self, double x, double y);
CwSpot cw_canvas_get_spot (CwCanvas *self, CwPoint p);
void cw_canvas_set_dimmed (CwCanvas *self, gboolean dimmed);
gboolean cw_canvas_send_key (CwCanvas *self, guint keyval, GdkModifierType state);
void cw_canvas_set_violation (CwCanvas *self, gssize index);
void cw_canvas_open_fields (CwCanvas *self, const char *text);
void cw_canvas_close_fields (CwCanvas *self);
gboolean cw_canvas_go_back (CwCanvas *self, int step);
void cw_canvas_ask_place (CwCanvas *self);
void cw_canvas_go_to (CwCanvas *self, CwPoint at);
GtkWidget *cw_canvas_get_minimap (CwCanvas *self);
gboolean cw_canvas_is_settled (CwCanvas *self);
gboolean cw_canvas_is_covered (CwCanvas *self);

G_END_DECLS
