/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/copper/cw-copper.h"
#include "widgets/render/cw-plan-painter.h"

#define LINE_WIDTH (2.0) /* [px] */
#define GHOST_ALPHA (0.32)

typedef struct
{
  cairo_t *cr;
  const CwPlanView *view;
  int width;
  int height;
  CwBox box;
  guint32 part;
} Item;

static gboolean
add_shape (const CwShape *shape, gpointer user_data)
{
  Item *self = user_data;

  if ((self->part == CW_PLAN_ALL_PARTS || self->part == shape->part)
      && cw_box_intersects (cw_shape_get_bounds (shape), self->box))
    cw_plan_view_add_shape (self->view, self->cr, shape, self->width, self->height);

  return TRUE;
}

/* A line around all shapes of the path together: they are widened, then taken away. */
static void
paint_outline (cairo_t *cr, CwColour colour)
{
  double x0;
  double y0;
  double x1;
  double y1;
  cairo_path_t *path = cairo_copy_path (cr);

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, x0 - LINE_WIDTH - 1, y0 - LINE_WIDTH - 1, x1 - x0 + 2 * LINE_WIDTH + 2,
                   y1 - y0 + 2 * LINE_WIDTH + 2);
  cairo_clip (cr);
  cairo_push_group (cr);
  cw_colour_set_source (colour, cr);
  cairo_set_line_width (cr, 2 * LINE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_append_path (cr, path);
  cairo_stroke_preserve (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_set_source_rgba (cr, 0, 0, 0, 1);
  cairo_fill (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_path_destroy (path);
}

/**
 * cw_plan_paint_item:
 * @cr: a context
 * @design: a design
 * @item: one of its items
 * @part: one of its shapes, or %CW_PLAN_ALL_PARTS
 * @view: which part of the plan the picture shows
 * @width: width of the picture [px]
 * @height: its height [px]
 * @colour: colour to show it in
 * @look: how
 *
 * Shows one item above the plan: what the pointer is over, what is selected, what is
 * being drawn.
 */
void
cw_plan_paint_item (cairo_t *cr, const CwDesign *design, CwId item, guint32 part,
                    const CwPlanView *view, int width, int height, CwColour colour, CwPlanLook look)
{
  Item self
      = { cr, view, width, height, cw_plan_view_get_box (view, width, height, LINE_WIDTH), part };

  g_return_if_fail (cr != NULL && design != NULL && view != NULL && view->scale > 0);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_new_path (cr);
  cw_copper_foreach_item_shape (design, item, add_shape, &self);
  if (look != CW_PLAN_LOOK_OUTLINE)
    {
      cw_colour_set_source (look == CW_PLAN_LOOK_FILL
                                ? colour
                                : cw_colour_with_alpha (colour, colour.alpha * GHOST_ALPHA),
                            cr);
      cairo_fill_preserve (cr);
    }
  if (look != CW_PLAN_LOOK_FILL)
    paint_outline (cr, colour);
  cairo_restore (cr);
}
