/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-paint-layer.h"

struct _CwPaintLayer
{
  GtkWidget parent_instance;

  CwPaintFunc func;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (CwPaintLayer, cw_paint_layer, GTK_TYPE_WIDGET)

static void
cw_paint_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CwPaintLayer *self = CW_PAINT_LAYER (widget);

  self->func (snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget),
              self->user_data);
}

static void
cw_paint_layer_class_init (CwPaintLayerClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = cw_paint_layer_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
cw_paint_layer_init (CwPaintLayer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * cw_paint_layer_new:
 * @func: shows what lies on the layer
 * @user_data: passed to @func
 *
 * Makes a layer.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_paint_layer_new (CwPaintFunc func, gpointer user_data)
{
  CwPaintLayer *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_object_new (CW_TYPE_PAINT_LAYER, NULL);
  self->func = func;
  self->user_data = user_data;

  return GTK_WIDGET (self);
}
