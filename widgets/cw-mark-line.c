/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/cw-mark-painter.h"

#define HATCH 6 /* distance of hatch lines [px] */

static void
make_leg (const CwMark *mark, CwShape *shape)
{
  *shape = (CwShape){ .kind = CW_SHAPE_CAPSULE };
  if (mark->sweep != 0 && !cw_point_equal (mark->a, mark->b))
    {
      shape->kind = CW_SHAPE_BAND;
      shape->band.arc = (CwArc){ mark->a, mark->b, mark->sweep };
      shape->band.width = MAX (mark->width, 1);
      return;
    }
  shape->capsule.a = mark->a;
  shape->capsule.b = mark->b;
  shape->capsule.width = MAX (mark->width, 1);
}

/* lines from the lower left, over what is clipped to */
static void
fill_hatch (const CwOverlay *overlay, CwColour colour)
{
  cairo_t *cr = overlay->cr;
  double left;
  double top;
  double right;
  double bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  for (double at = floor ((left + top) / HATCH) * HATCH; at < right + bottom; at += HATCH)
    {
      cairo_move_to (cr, at - top, top);
      cairo_line_to (cr, at - bottom, bottom);
    }
  cw_colour_set_source (colour, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/**
 * cw_mark_paint_line:
 * @mark: a leg
 * @overlay: where to paint
 * @colour: its colour
 *
 * Paints a leg: its border, filled with a hatch when it is what cannot be.
 */
void
cw_mark_paint_line (const CwMark *mark, const CwOverlay *overlay, CwColour colour)
{
  static const double dashes[] = { 4, 4 };
  CwShape shape;
  cairo_t *cr = overlay->cr;

  make_leg (mark, &shape);
  if (mark->style == CW_MARK_HATCHED && mark->width * overlay->view.scale > 3)
    {
      cairo_save (cr);
      cw_plan_view_add_outline (&overlay->view, cr, &shape, overlay->width, overlay->height);
      cairo_clip (cr);
      fill_hatch (overlay, colour);
      cairo_restore (cr);
    }
  cw_plan_view_add_outline (&overlay->view, cr, &shape, overlay->width, overlay->height);
  cw_colour_set_source (colour, cr);
  cairo_set_line_width (cr, mark->width > 0 ? 1 : 1.5);
  if (mark->style == CW_MARK_HATCHED || mark->style == CW_MARK_DASHED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}
