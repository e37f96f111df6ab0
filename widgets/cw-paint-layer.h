/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CwPaintFunc:
 * @snapshot: what to add to
 * @width: width of the layer [px]
 * @height: its height [px]
 * @user_data: what the caller passed
 *
 * Shows what lies on a layer.
 */
typedef void (*CwPaintFunc) (GtkSnapshot *snapshot, int width, int height, gpointer user_data);

#define CW_TYPE_PAINT_LAYER (cw_paint_layer_get_type ())

/**
 * CwPaintLayer:
 *
 * A child that only shows something. Layers beside each other are redrawn one without the other.
 */
G_DECLARE_FINAL_TYPE (CwPaintLayer, cw_paint_layer, CW, PAINT_LAYER, GtkWidget)

GtkWidget *cw_paint_layer_new (CwPaintFunc func, gpointer user_data);

G_END_DECLS
