/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "model/design/cw-diff.h"
#include "widgets/render/cw-plan-painter.h"

G_BEGIN_DECLS

#define CW_TYPE_TILE_LAYER (cw_tile_layer_get_type ())

/**
 * CwTileLayer:
 *
 * Shows the plan of a design from tiles that worker threads paint.
 */
G_DECLARE_FINAL_TYPE (CwTileLayer, cw_tile_layer, CW, TILE_LAYER, GtkWidget)

GtkWidget *cw_tile_layer_new (void);
void cw_tile_layer_set_design (CwTileLayer *self, CwDesign *design, const CwDiff *diff);
void cw_tile_layer_set_style (CwTileLayer *self, const CwPlanStyle *style);
void cw_tile_layer_set_view (CwTileLayer *self, const CwPlanView *view);
void cw_tile_layer_pin_fit (CwTileLayer *self);
gboolean cw_tile_layer_is_settled (CwTileLayer *self);
gboolean cw_tile_layer_is_covered (CwTileLayer *self);

G_END_DECLS
