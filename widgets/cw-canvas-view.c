/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/cw-canvas-private.h"
#include "widgets/render/cw-plan-axes.h"

#define FIT_MARGIN 20     /* [px] */
#define MINIMAP_LEAST 0.7 /* of its usual size; a smaller one shows nothing */

/**
 * cw_canvas_get_view:
 * @self: a canvas
 * @view: (out): which part of the plan is shown
 *
 * Gets the view.
 */
void
cw_canvas_get_view (CwCanvas *self, CwPlanView *view)
{
  g_return_if_fail (CW_IS_CANVAS (self) && view != NULL);

  *view = self->view;
}

static CwBox
get_package (CwCanvas *self)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  CwBox box = cw_path_get_bounds (cw_design_get_outline (design), TRUE);

  return cw_box_is_empty (box) ? cw_design_get_bounds (design) : box;
}

/* a minimap helps where little of the package is seen, and where there is room for it */
void
cw_canvas_update_minimap (CwCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = MIN (self->ui_scale,
                      MIN (width / (3.0 * CW_MINIMAP_WIDTH), height / (2.5 * CW_MINIMAP_HEIGHT)));
  gboolean shown = self->minimap_wanted && self->editor != NULL && scale >= MINIMAP_LEAST
                   && cw_plan_view_get_share (&self->view, get_package (self), width, height)
                          < CW_MINIMAP_MOST_SHARE;

  self->minimap_scale = scale;
  if (gtk_widget_get_visible (self->minimap) != shown)
    gtk_widget_set_visible (self->minimap, shown);
  if (shown)
    cw_minimap_set_seen (CW_MINIMAP (self->minimap),
                         cw_plan_view_get_box (&self->view, width, height, 0));
}

static void
set_view (CwCanvas *self, const CwPlanView *view)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double scale = CLAMP (view->scale, CW_PLAN_SCALE_MIN, CW_PLAN_SCALE_MAX);
  double limit = 2.0 * CW_COORD_MAX;

  self->exact = *view;
  self->exact.scale = scale;
  /* whole device pixels keep the tiles sharp */
  self->view.scale = scale;
  self->view.x = rint (CLAMP (view->x, -limit, limit) * scale * factor) / (scale * factor);
  self->view.y = rint (CLAMP (view->y, -limit, limit) * scale * factor) / (scale * factor);
  cw_tile_layer_set_view (CW_TILE_LAYER (self->tiles), &self->view);
  cw_canvas_update_minimap (self);
  cw_canvas_note_view (self);
  cw_canvas_stop_hover (self);
  cw_canvas_redraw_marks (self);
  gtk_widget_queue_draw (self->live);
  g_signal_emit_by_name (self, "view-changed");
}

/**
 * cw_canvas_set_view:
 * @self: a canvas
 * @view: which part of the plan to show
 *
 * Sets the view, within 1 nm to 10 mm a pixel.
 */
void
cw_canvas_set_view (CwCanvas *self, const CwPlanView *view)
{
  g_return_if_fail (CW_IS_CANVAS (self) && view != NULL && view->scale > 0);

  self->fitted = FALSE;
  set_view (self, view);
}

static void
frame (CwCanvas *self, CwBox box, double margin)
{
  CwPlanView view;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (width <= 1 || height <= 1 || cw_box_is_empty (box))
    return;
  cw_plan_view_fit (&view, box, width, height, margin);
  if (view.scale > CW_PLAN_SCALE_MAX)
    {
      view.scale = CW_PLAN_SCALE_MAX;
      view.x = cw_box_get_centre (box).x - width / view.scale / 2;
      view.y = cw_box_get_centre (box).y + height / view.scale / 2;
    }
  set_view (self, &view);
  self->exact = self->view;
}

static double
get_fit_margin (CwCanvas *self)
{
  return FIT_MARGIN + (self->rulers ? CW_PLAN_AXES_SIZE * self->ui_scale : 0);
}

/**
 * cw_canvas_fit:
 * @self: a canvas
 *
 * Shows the whole package, also after the canvas changed its size.
 */
void
cw_canvas_fit (CwCanvas *self)
{
  g_return_if_fail (CW_IS_CANVAS (self));

  self->fitted = TRUE;
  if (self->editor == NULL)
    return;
  frame (self, get_package (self), get_fit_margin (self));
  cw_tile_layer_pin_fit (CW_TILE_LAYER (self->tiles));
}

/**
 * cw_canvas_fit_all:
 * @self: a canvas
 *
 * Shows all objects, also those outside of the package.
 */
void
cw_canvas_fit_all (CwCanvas *self)
{
  g_return_if_fail (CW_IS_CANVAS (self));

  if (self->editor == NULL)
    return;
  self->fitted = FALSE;
  frame (
      self,
      cw_box_union (cw_design_get_bounds (cw_editor_get_design (self->editor)), get_package (self)),
      get_fit_margin (self));
}

/**
 * cw_canvas_frame:
 * @self: a canvas
 * @box: what to show [nm]
 *
 * Shows a box with room around it, though not closer than 20 µm across.
 */
void
cw_canvas_frame (CwCanvas *self, CwBox box)
{
  g_return_if_fail (CW_IS_CANVAS (self));

  if (cw_box_is_empty (box))
    return;
  self->fitted = FALSE;
  frame (self, cw_box_grow (box, 10 * CW_UM),
         0.2
             * MIN (gtk_widget_get_width (GTK_WIDGET (self)),
                    gtk_widget_get_height (GTK_WIDGET (self))));
}

/**
 * cw_canvas_zoom:
 * @self: a canvas
 * @factor: how much larger things get
 *
 * Zooms about the pointer if it is over the canvas, else about the middle.
 */
void
cw_canvas_zoom (CwCanvas *self, double factor)
{
  CwPoint at;
  double width;
  double height;

  g_return_if_fail (CW_IS_CANVAS (self) && factor > 0);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->editor != NULL && cw_editor_get_pointer (self->editor, &at))
    cw_canvas_zoom_at (self, factor, self->x, self->y);
  else
    cw_canvas_zoom_at (self, factor, width / 2, height / 2);
}

/**
 * cw_canvas_pan:
 * @self: a canvas
 * @right: how far the view goes to the right [px]
 * @down: how far it goes down [px]
 *
 * Moves the view.
 */
void
cw_canvas_pan (CwCanvas *self, double right, double down)
{
  CwPlanView view;

  g_return_if_fail (CW_IS_CANVAS (self));

  view = self->exact;
  view.x += right / view.scale;
  view.y -= down / view.scale;
  cw_canvas_set_view (self, &view);
}

/**
 * cw_canvas_get_point:
 * @self: a canvas
 * @x: to the right [px]
 * @y: down [px]
 *
 * Returns: the point of the plan that lies there, rounded [nm]
 */
CwPoint
cw_canvas_get_point (CwCanvas *self, double x, double y)
{
  g_return_val_if_fail (CW_IS_CANVAS (self), CW_POINT (0, 0));

  return CW_POINT (
      (CwCoord) CLAMP (rint (self->view.x + x / self->view.scale), -CW_COORD_MAX, CW_COORD_MAX),
      (CwCoord) CLAMP (rint (self->view.y - y / self->view.scale), -CW_COORD_MAX, CW_COORD_MAX));
}

/**
 * cw_canvas_get_spot:
 * @self: a canvas
 * @p: a point of the plan [nm]
 *
 * Returns: where it lies on the canvas [px]
 */
CwSpot
cw_canvas_get_spot (CwCanvas *self, CwPoint p)
{
  g_return_val_if_fail (CW_IS_CANVAS (self), ((CwSpot){ 0, 0 }));

  return cw_plan_view_get_spot (&self->view, p);
}

/**
 * cw_canvas_get_minimap:
 * @self: a canvas
 *
 * Returns: (transfer none): its minimap, which is not always to be seen
 */
GtkWidget *
cw_canvas_get_minimap (CwCanvas *self)
{
  g_return_val_if_fail (CW_IS_CANVAS (self), NULL);

  return self->minimap;
}
