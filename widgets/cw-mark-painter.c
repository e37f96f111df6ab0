/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-mark-painter.h"

#include <math.h>

#include "model/copper/cw-copper.h"
#include "widgets/render/cw-label.h"

#define LABEL_SIZE 12   /* [px] */
#define BADGE_SIZE 16   /* [px] */
#define BADGE_AT 14     /* from the pointer [px] */
#define VALUE_AT 30     /* below the pointer [px] */
#define MARKER_SIZE 6   /* [px] */
#define TICK 5          /* of a ruler [px] */
#define ROUND 20        /* room for lines and signs around a point [px] */
#define TEXT_HEIGHT 28  /* [px] */
#define CARD_HEIGHT 120 /* of a long text in several lines, with its badge [px] */

static CwColour
get_good_colour (const CwTheme *theme)
{
  return theme->wiring[2]; /* the bluish green that people with any colour vision tell apart */
}

static CwColour
get_tone_colour (const CwTheme *theme, CwMarkTone tone)
{
  switch (tone)
    {
    case CW_MARK_GOOD:
      return get_good_colour (theme);

    case CW_MARK_WARNING:
      return theme->warning;

    case CW_MARK_ERROR:
      return theme->violation;

    case CW_MARK_NORMAL:
    default:
      return theme->hover;
    }
}

static void
paint_text (const CwOverlay *overlay, const char *text, CwSpot at, CwColour colour)
{
  CwLabel label = { .text = text, .size = LABEL_SIZE, .bold = TRUE, .at = at };
  double width;
  double height;

  cw_label_measure (&label, &width, &height);
  label.at.x = CLAMP (at.x, 4, MAX (overlay->width - width - 4, 4));
  label.at.y = CLAMP (at.y, 4, MAX (overlay->height - height - 4, 4));
  cw_label_paint_halo (&label, overlay->cr, overlay->theme->background, 4);
  cw_label_paint (&label, overlay->cr, colour);
}

/**
 * cw_mark_paint_pick:
 * @overlay: where to paint
 * @design: a design
 * @pick: an item of it, or the pad of a die
 * @colour: colour to show it in
 * @look: how
 *
 * Shows an item above the plan.
 */
void
cw_mark_paint_pick (const CwOverlay *overlay, const CwDesign *design, CwPick pick, CwColour colour,
                    CwPlanLook look)
{
  gboolean is_die = cw_id_get_kind (pick.item) == CW_ITEM_DIE;
  guint32 part = is_die ? pick.part : CW_PLAN_ALL_PARTS;

  if (cw_design_get_item (design, pick.item) == NULL)
    return;
  cw_plan_paint_item (overlay->cr, design, pick.item, part, &overlay->view, overlay->width,
                      overlay->height, colour, look);
}

static void
paint_box (const CwMark *mark, const CwOverlay *overlay)
{
  static const double dashes[] = { 6, 4 };
  CwSpot a = cw_plan_view_get_spot (&overlay->view, mark->a);
  CwSpot b = cw_plan_view_get_spot (&overlay->view, mark->b);
  CwColour colour = get_tone_colour (overlay->theme, mark->tone);
  cairo_t *cr = overlay->cr;

  cairo_rectangle (cr, rint (MIN (a.x, b.x)) + 0.5, rint (MIN (a.y, b.y)) + 0.5,
                   rint (fabs (b.x - a.x)), rint (fabs (b.y - a.y)));
  cw_colour_set_source (cw_colour_with_alpha (colour, 0.12), cr);
  cairo_fill_preserve (cr);
  cw_colour_set_source (colour, cr);
  cairo_set_line_width (cr, 1);
  if (mark->style == CW_MARK_DASHED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}

static void
paint_marker (const CwMark *mark, const CwOverlay *overlay)
{
  CwSpot at = cw_plan_view_get_spot (&overlay->view, mark->a);
  double size = MARKER_SIZE;
  cairo_t *cr = overlay->cr;

  at.x = rint (at.x) + 0.5;
  at.y = rint (at.y) + 0.5;
  if (mark->text == NULL)
    {
      cairo_move_to (cr, at.x - size, at.y);
      cairo_line_to (cr, at.x + size, at.y);
      cairo_move_to (cr, at.x, at.y - size);
      cairo_line_to (cr, at.x, at.y + size);
    }
  else
    {
      cairo_move_to (cr, at.x - size, at.y);
      cairo_line_to (cr, at.x, at.y - size);
      cairo_line_to (cr, at.x + size, at.y);
      cairo_line_to (cr, at.x, at.y + size);
      cairo_close_path (cr);
    }
  cw_colour_set_source (cw_colour_with_alpha (overlay->theme->background, 0.8), cr);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  cw_colour_set_source (overlay->theme->hover, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  if (mark->text != NULL)
    paint_text (overlay, mark->text, (CwSpot){ at.x + 12, at.y - 26 }, overlay->theme->text);
}

static void
paint_dimension (const CwOverlay *overlay, CwPoint from, CwPoint to, const char *text)
{
  CwSpot a = cw_plan_view_get_spot (&overlay->view, from);
  CwSpot b = cw_plan_view_get_spot (&overlay->view, to);
  CwFrame frame = { -64, -64, overlay->width + 64, overlay->height + 64 };
  CwSpot c = a;
  CwSpot d = b;
  double length = hypot (b.x - a.x, b.y - a.y);
  double nx = length > 0 ? -(b.y - a.y) / length * TICK : 0;
  double ny = length > 0 ? (b.x - a.x) / length * TICK : TICK;
  cairo_t *cr = overlay->cr;

  if (!cw_frame_clip_segment (&frame, &c, &d))
    return;
  cairo_move_to (cr, c.x, c.y);
  cairo_line_to (cr, d.x, d.y);
  for (int i = 0; i < 2; i++)
    {
      CwSpot end = i == 0 ? a : b;

      if (end.x < frame.left || end.x > frame.right || end.y < frame.top || end.y > frame.bottom)
        continue;
      cairo_move_to (cr, end.x - nx, end.y - ny);
      cairo_line_to (cr, end.x + nx, end.y + ny);
    }
  cw_colour_set_source (cw_colour_with_alpha (overlay->theme->background, 0.8), cr);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  cw_colour_set_source (overlay->theme->text, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  if (text != NULL)
    paint_text (overlay, text, (CwSpot){ (c.x + d.x) / 2 + 10, (c.y + d.y) / 2 + 6 },
                overlay->theme->text);
}

/**
 * cw_mark_paint_ruler:
 * @overlay: where to paint
 * @a: one end [nm]
 * @b: the other [nm]
 * @unit: unit of its text
 *
 * Paints a ruler with its length and the differences along both axes.
 */
void
cw_mark_paint_ruler (const CwOverlay *overlay, CwPoint a, CwPoint b, CwUnit unit)
{
  gint64 dx = (gint64) b.x - a.x;
  gint64 dy = (gint64) b.y - a.y;
  g_autofree char *x = cw_length_format (dx, unit);
  g_autofree char *y = cw_length_format (dy, unit);
  g_autofree char *d
      = cw_length_format_with_unit ((gint64) llrint (hypot ((double) dx, (double) dy)), unit);
  g_autofree char *text = g_strdup_printf ("%s   Δx %s  Δy %s", d, x, y);

  paint_dimension (overlay, a, b, text);
}

static void
paint_handle (const CwMark *mark, const CwOverlay *overlay)
{
  CwSpot at = cw_plan_view_get_spot (&overlay->view, mark->a);
  cairo_t *cr = overlay->cr;

  cairo_new_sub_path (cr);
  cairo_arc (cr, at.x, at.y, 5, 0, 2 * G_PI);
  cw_colour_set_source (
      mark->tone == CW_MARK_GOOD ? overlay->theme->section_line : overlay->theme->background, cr);
  cairo_fill_preserve (cr);
  cw_colour_set_source (overlay->theme->section_line, cr);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

/* the shape with its border moved out; what is no disc, leg or box is left as it is */
static void
grow_shape (CwShape *shape, gint64 by)
{
  switch (shape->kind)
    {
    case CW_SHAPE_DISC:
      shape->disc.diameter = (CwCoord) CLAMP (shape->disc.diameter + 2 * by, 1, CW_COORD_MAX);
      break;

    case CW_SHAPE_CAPSULE:
      shape->capsule.width = (CwCoord) CLAMP (shape->capsule.width + 2 * by, 1, CW_COORD_MAX);
      break;

    case CW_SHAPE_BAND:
      shape->band.width = (CwCoord) CLAMP (shape->band.width + 2 * by, 1, CW_COORD_MAX);
      break;

    case CW_SHAPE_BOX:
      shape->box = cw_box_grow (shape->box, by);
      break;

    case CW_SHAPE_POLYGON:
    default:
      break;
    }
}

static void
add_item_grown (const CwMark *mark, const CwOverlay *overlay, const CwDesign *design, gint64 by)
{
  guint32 n = cw_design_count_shapes (design, mark->pick.item);

  for (guint32 i = 0; i < n; i++)
    {
      CwShape shape;

      cw_design_get_shape (design, mark->pick.item, i, &shape);
      if (shape.role == CW_ROLE_TRACE || shape.role == CW_ROLE_LAND
          || shape.role == CW_ROLE_BONDING_PAD || shape.role == CW_ROLE_TEXT
          || shape.role == CW_ROLE_BUS || shape.role == CW_ROLE_PASSIVE
          || shape.role == CW_ROLE_TERMINAL || shape.role == CW_ROLE_ZONE
          || shape.role == CW_ROLE_FIDUCIAL)
        {
          grow_shape (&shape, by);
          cw_plan_view_add_shape (&overlay->view, overlay->cr, &shape, overlay->width,
                                  overlay->height);
        }
      cw_shape_clear (&shape);
    }
}

/* the outer border of all that the item is made of: what lies inside of it is wiped out */
static void
paint_halo (const CwMark *mark, const CwOverlay *overlay, const CwDesign *design)
{
  static const double dashes[] = { 3, 3 };
  gint64 pixel = MAX ((gint64) (1 / overlay->view.scale), 1);
  cairo_t *cr = overlay->cr;

  if (mark->width * overlay->view.scale < 3)
    return;
  cairo_push_group (cr);
  add_item_grown (mark, overlay, design, mark->width);
  cw_colour_set_source (get_tone_colour (overlay->theme, mark->tone), cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  add_item_grown (mark, overlay, design, mark->width - pixel);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_fill (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

static void
add_sign (cairo_t *cr, CwMarkTone tone, double x, double y, double size)
{
  double r = size / 2;

  if (tone == CW_MARK_WARNING)
    {
      cairo_move_to (cr, x + r, y);
      cairo_line_to (cr, x + size, y + size);
      cairo_line_to (cr, x, y + size);
      cairo_close_path (cr);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + r, y + r, r, 0, 2 * G_PI);
}

static void
add_sign_inside (cairo_t *cr, CwMarkTone tone, double x, double y, double size)
{
  switch (tone)
    {
    case CW_MARK_GOOD:
      cairo_move_to (cr, x + size * 0.26, y + size * 0.54);
      cairo_line_to (cr, x + size * 0.44, y + size * 0.7);
      cairo_line_to (cr, x + size * 0.74, y + size * 0.32);
      break;

    case CW_MARK_ERROR:
      cairo_move_to (cr, x + size * 0.32, y + size * 0.32);
      cairo_line_to (cr, x + size * 0.68, y + size * 0.68);
      cairo_move_to (cr, x + size * 0.68, y + size * 0.32);
      cairo_line_to (cr, x + size * 0.32, y + size * 0.68);
      break;

    case CW_MARK_WARNING:
      cairo_move_to (cr, x + size * 0.5, y + size * 0.38);
      cairo_line_to (cr, x + size * 0.5, y + size * 0.66);
      cairo_move_to (cr, x + size * 0.5, y + size * 0.82);
      cairo_line_to (cr, x + size * 0.5, y + size * 0.86);
      break;

    case CW_MARK_NORMAL:
    default:
      cairo_move_to (cr, x + size * 0.3, y + size * 0.5);
      cairo_line_to (cr, x + size * 0.7, y + size * 0.5);
      break;
    }
}

static void
paint_badge (const CwMark *mark, const CwOverlay *overlay)
{
  CwSpot at = cw_plan_view_get_spot (&overlay->view, mark->a);
  CwColour colour = get_tone_colour (overlay->theme, mark->tone);
  cairo_t *cr = overlay->cr;
  double x = at.x + BADGE_AT;
  double y = at.y + BADGE_AT;

  add_sign (cr, mark->tone, x, y, BADGE_SIZE);
  cw_colour_set_source (overlay->theme->background, cr);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  cw_colour_set_source (colour, cr);
  cairo_fill (cr);
  add_sign_inside (cr, mark->tone, x, y, BADGE_SIZE);
  cw_colour_set_source (cw_colour_pick_text (colour), cr);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
  if (mark->text != NULL)
    paint_text (overlay, mark->text, (CwSpot){ x + BADGE_SIZE + 5, y - 1 }, colour);
}

static void
paint_value (const CwMark *mark, const CwOverlay *overlay)
{
  CwSpot at = cw_plan_view_get_spot (&overlay->view, mark->a);

  paint_text (overlay, mark->text, (CwSpot){ at.x + BADGE_AT, at.y + VALUE_AT },
              mark->tone == CW_MARK_NORMAL ? overlay->theme->text
                                           : get_tone_colour (overlay->theme, mark->tone));
}

static CwColour
get_ghost_colour (const CwMark *mark, const CwOverlay *overlay, const CwDesign *design)
{
  CwColour colour = overlay->theme->selection;
  CwShape shape;

  if (mark->tone == CW_MARK_ERROR || mark->tone == CW_MARK_WARNING)
    return get_tone_colour (overlay->theme, mark->tone);
  if (cw_id_get_kind (mark->pick.item) == CW_ITEM_DIE
      || cw_design_count_shapes (design, mark->pick.item) == 0)
    return colour;
  cw_design_get_shape (design, mark->pick.item, 0, &shape);
  colour
      = cw_theme_get_level_colour (overlay->theme, cw_design_get_technology (design), shape.level);
  cw_shape_clear (&shape);

  return colour;
}

static void
paint_ghost (const CwMark *mark, const CwOverlay *overlay, const CwDesign *design)
{
  CwColour colour = get_ghost_colour (mark, overlay, design);

  if (mark->n_parts == 0)
    cw_mark_paint_pick (overlay, design, mark->pick, colour, CW_PLAN_LOOK_GHOST);
  else if (cw_design_get_item (design, mark->pick.item) != NULL)
    for (guint i = 0; i < mark->n_parts; i++)
      cw_plan_paint_item (overlay->cr, design, mark->pick.item, i, &overlay->view, overlay->width,
                          overlay->height, colour, CW_PLAN_LOOK_GHOST);
}

static void
paint_kind (const CwMark *mark, const CwOverlay *overlay, const CwDesign *design)
{
  switch (mark->kind)
    {
    case CW_MARK_BOX:
      paint_box (mark, overlay);
      break;

    case CW_MARK_LINE:
    case CW_MARK_SECTION:
      cw_mark_paint_line (mark, overlay, get_tone_colour (overlay->theme, mark->tone));
      break;

    case CW_MARK_MARKER:
      paint_marker (mark, overlay);
      break;

    case CW_MARK_DIMENSION:
      if (mark->tone == CW_MARK_ERROR || mark->tone == CW_MARK_WARNING)
        cw_overlay_paint_violation (overlay, mark->a, mark->b, mark->text,
                                    mark->tone == CW_MARK_WARNING);
      else
        paint_dimension (overlay, mark->a, mark->b, mark->text);
      break;

    case CW_MARK_ITEM:
      cw_mark_paint_pick (overlay, design, mark->pick, get_tone_colour (overlay->theme, mark->tone),
                          CW_PLAN_LOOK_OUTLINE);
      break;

    case CW_MARK_GHOST:
      paint_ghost (mark, overlay, design);
      break;

    case CW_MARK_HALO:
      paint_halo (mark, overlay, design);
      break;

    case CW_MARK_AIRWIRE:
      cw_overlay_paint_airwire (overlay, mark->a, mark->b);
      break;

    case CW_MARK_HANDLE:
      paint_handle (mark, overlay);
      break;

    case CW_MARK_VALUE:
      paint_value (mark, overlay);
      break;

    case CW_MARK_BADGE:
    default:
      paint_badge (mark, overlay);
      break;
    }
}

/**
 * cw_mark_paint:
 * @mark: a mark
 * @overlay: where to paint
 * @design: the design that its items are of, the preview if there is one
 *
 * Paints a mark.
 */
void
cw_mark_paint (const CwMark *mark, const CwOverlay *overlay, const CwDesign *design)
{
  g_return_if_fail (mark != NULL && overlay != NULL && design != NULL);

  cairo_save (overlay->cr);
  cairo_new_path (overlay->cr);
  paint_kind (mark, overlay, design);
  cairo_restore (overlay->cr);
}

/**
 * cw_mark_get_frame:
 * @mark: a mark
 * @overlay: where it would be painted
 * @design: the design that its items are of
 * @frame: (out): what it covers at most [px]
 *
 * Tells where a mark would be, so that only that is redrawn.
 *
 * Returns: whether any of it is in the picture
 */
gboolean
cw_mark_get_frame (const CwMark *mark, const CwOverlay *overlay, const CwDesign *design,
                   CwFrame *frame)
{
  CwBox box;
  CwSpot low;
  CwSpot high;

  g_return_val_if_fail (mark != NULL && overlay != NULL && frame != NULL, FALSE);

  switch (mark->kind)
    {
    case CW_MARK_ITEM:
    case CW_MARK_GHOST:
    case CW_MARK_HALO:
      if (cw_design_get_item (design, mark->pick.item) == NULL)
        return FALSE;
      box = cw_box_grow (cw_design_get_item_bounds (design, mark->pick.item), mark->width);
      break;

    case CW_MARK_LINE:
      box = cw_box_from_points (mark->a, mark->b);
      if (mark->sweep != 0 && !cw_point_equal (mark->a, mark->b))
        box = cw_arc_get_bounds (&(CwArc){ mark->a, mark->b, mark->sweep });
      box = cw_box_grow (box, mark->width);
      break;

    case CW_MARK_BOX:
    case CW_MARK_MARKER:
    case CW_MARK_DIMENSION:
    case CW_MARK_AIRWIRE:
    case CW_MARK_HANDLE:
    case CW_MARK_SECTION:
    case CW_MARK_BADGE:
    case CW_MARK_VALUE:
    default:
      box = cw_box_from_points (mark->a, mark->b);
      break;
    }
  low = cw_plan_view_get_spot (&overlay->view, CW_POINT (box.min.x, box.max.y));
  high = cw_plan_view_get_spot (&overlay->view, CW_POINT (box.max.x, box.min.y));
  *frame = (CwFrame){ MAX (low.x - ROUND, 0), MAX (low.y - ROUND, 0),
                      MIN (high.x + ROUND, overlay->width), MIN (high.y + ROUND, overlay->height) };
  if (mark->text != NULL)
    {
      /* a text is pushed back into the picture, so its row is all that is known of it */
      double rows = mark->kind == CW_MARK_DIMENSION ? CARD_HEIGHT : TEXT_HEIGHT;

      frame->left = 0;
      frame->right = overlay->width;
      frame->top = CLAMP (frame->top - rows, 0, MAX (overlay->height - 2 * rows, 0));
      frame->bottom = CLAMP (frame->bottom + rows, 2 * rows, overlay->height);
    }
  else if (mark->kind == CW_MARK_BADGE)
    {
      frame->right = MIN (frame->right + 2 * ROUND, overlay->width);
      frame->bottom = MIN (frame->bottom + 2 * ROUND, overlay->height);
    }

  return frame->left < frame->right && frame->top < frame->bottom;
}
