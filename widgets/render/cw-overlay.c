/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-overlay.h"

#include <math.h>

#include "model/base/cw-length.h"
#include "widgets/render/cw-card.h"
#include "widgets/render/cw-label.h"

#define GRID_LEAST (14.0)   /* least distance of grid dots [px] */
#define FAR (4096)          /* how far lines reach out of the picture [px] */
#define ARROW_LENGTH (16.0) /* of the arrow of sight [px] */
#define QUIET (0.45)        /* how far other cut lines step back */

/* a line from a to b, without what lies far outside */
static gboolean
add_line (const CwOverlay *self, CwSpot a, CwSpot b)
{
  CwFrame frame = { -FAR, -FAR, self->width + FAR, self->height + FAR };

  if (!cw_frame_clip_segment (&frame, &a, &b))
    return FALSE;

  cairo_move_to (self->cr, a.x, a.y);
  cairo_line_to (self->cr, b.x, b.y);

  return TRUE;
}

/* a line that reads on any ground: a wide one in the colour of the ground below a thin one */
static void
stroke_with_halo (const CwOverlay *self, CwColour colour, double width)
{
  cw_colour_set_source (cw_colour_with_alpha (self->theme->package, 0.75), self->cr);
  cairo_set_line_width (self->cr, width + 2.5);
  cairo_stroke_preserve (self->cr);
  cw_colour_set_source (colour, self->cr);
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

/**
 * cw_overlay_pick_step:
 * @scale: [px/nm]
 * @least: least size of the step [px]
 *
 * Picks a round step for grids, rulers and scale bars.
 *
 * Returns: the smallest of 1, 2, 5, 10, … nm that is at least so large, at most 1 m [nm]
 */
CwCoord
cw_overlay_pick_step (double scale, double least)
{
  for (gint64 decade = 1; decade < CW_COORD_MAX; decade *= 10)
    {
      if (decade * scale >= least)
        return (CwCoord) decade;
      if (2 * decade * scale >= least)
        return (CwCoord) (2 * decade);
      if (5 * decade * scale >= least)
        return (CwCoord) (5 * decade);
    }

  return CW_COORD_MAX;
}

static void
fill_dots (const CwOverlay *self, CwPoint origin, gint64 step, double size)
{
  CwBox box = cw_plan_view_get_box (&self->view, self->width, self->height, 1);
  gint64 first_x
      = origin.x + (gint64) floor ((double) ((gint64) box.min.x - origin.x) / step) * step;
  gint64 first_y
      = origin.y + (gint64) floor ((double) ((gint64) box.min.y - origin.y) / step) * step;

  for (gint64 y = first_y; y <= box.max.y; y += step)
    {
      double row = (self->view.y - y) * self->view.scale;

      for (gint64 x = first_x; x <= box.max.x; x += step)
        cairo_rectangle (self->cr,
                         floor ((x - self->view.x) * self->view.scale + 1e-3) - (size - 1) / 2,
                         floor (row + 1e-3) - (size - 1) / 2, size, size);
    }
  cairo_fill (self->cr);
}

/**
 * cw_overlay_paint_grid:
 * @self: an overlay
 * @origin: a point of the grid [nm]
 * @step: its distance, or 0 to pick a round one [nm]
 *
 * Paints the grid as dots, each tenth one stronger. Of a grid too dense to see, each
 * second, fifth, tenth and so on is left. Dots that will soon be too dense fade, so that
 * zooming does not make them flash.
 */
void
cw_overlay_paint_grid (const CwOverlay *self, CwPoint origin, CwCoord step)
{
  gint64 shown = step > 0 ? step : cw_overlay_pick_step (self->view.scale, GRID_LEAST);
  double strength;

  for (guint i = 0; step > 0 && shown * self->view.scale < GRID_LEAST && shown < CW_COORD_MAX; i++)
    shown = i % 3 == 1 ? shown / 2 * 5 : shown * 2;
  strength = CLAMP (0.4 + 0.1 * (shown * self->view.scale - GRID_LEAST), 0.4, 1);

  cairo_save (self->cr);
  cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_NONE);
  cw_colour_set_source (cw_colour_mix (self->theme->package, self->theme->grid, strength),
                        self->cr);
  fill_dots (self, origin, shown, 1);
  cw_colour_set_source (self->theme->grid_major, self->cr);
  fill_dots (self, origin, shown * 10, 3);
  cairo_restore (self->cr);
}

/**
 * cw_overlay_paint_airwire:
 * @self: an overlay
 * @a: one end [nm]
 * @b: the other
 *
 * Paints a connection that is missing.
 */
void
cw_overlay_paint_airwire (const CwOverlay *self, CwPoint a, CwPoint b)
{
  CwSpot from = cw_plan_view_get_spot (&self->view, a);
  CwSpot to = cw_plan_view_get_spot (&self->view, b);

  cairo_save (self->cr);
  cairo_new_path (self->cr);
  if (add_line (self, from, to))
    {
      cw_colour_set_source (self->theme->airwire, self->cr);
      cairo_set_line_width (self->cr, 1);
      cairo_stroke (self->cr);
    }
  cairo_restore (self->cr);
}

/**
 * cw_overlay_paint_airwires:
 * @self: an overlay
 * @points: (array length=n_points): both ends of each [nm]
 * @n_points: twice as many as there are
 * @most: how many are painted at most
 *
 * Paints missing connections, quietly: the more there are, the fainter.
 */
void
cw_overlay_paint_airwires (const CwOverlay *self, const CwPoint *points, gsize n_points, guint most)
{
  CwFrame frame = { 0, 0, self->width, self->height };
  guint n = 0;

  cairo_save (self->cr);
  cairo_new_path (self->cr);
  for (gsize i = 0; i + 1 < n_points && n < most; i += 2)
    {
      CwSpot a = cw_plan_view_get_spot (&self->view, points[i]);
      CwSpot b = cw_plan_view_get_spot (&self->view, points[i + 1]);

      if (!cw_frame_clip_segment (&frame, &a, &b))
        continue;
      cairo_move_to (self->cr, a.x, a.y);
      cairo_line_to (self->cr, b.x, b.y);
      n++;
    }
  cw_colour_set_source (cw_colour_with_alpha (self->theme->airwire, n > 300  ? 0.35
                                                                    : n > 60 ? 0.55
                                                                             : 0.85),
                        self->cr);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/**
 * cw_overlay_paint_origin:
 * @self: an overlay
 * @at: an origin [nm]
 * @is_local: whether it is the one that the user set
 *
 * Paints a small cross with a ring, or with a square for the local origin.
 */
void
cw_overlay_paint_origin (const CwOverlay *self, CwPoint at, gboolean is_local)
{
  CwSpot spot = cw_plan_view_get_spot (&self->view, at);
  double x = floor (spot.x) + 0.5;
  double y = floor (spot.y) + 0.5;

  if (x < -16 || y < -16 || x > self->width + 16 || y > self->height + 16)
    return;
  cairo_save (self->cr);
  cairo_new_path (self->cr);
  cairo_move_to (self->cr, x - 9, y);
  cairo_line_to (self->cr, x + 9, y);
  cairo_move_to (self->cr, x, y - 9);
  cairo_line_to (self->cr, x, y + 9);
  if (is_local)
    cairo_rectangle (self->cr, x - 4, y - 4, 8, 8);
  else
    {
      cairo_new_sub_path (self->cr);
      cairo_arc (self->cr, x, y, 4, 0, 2 * G_PI);
    }
  stroke_with_halo (self, is_local ? self->theme->selection : self->theme->text_muted, 1);
  cairo_restore (self->cr);
}

/* A disc with an exclamation mark; a warning is a triangle, so that colour is not alone. */
static void
paint_badge (const CwOverlay *self, CwSpot at, CwColour colour, gboolean is_warning)
{
  cairo_t *cr = self->cr;
  CwLabel mark = { "!", 12, TRUE, at, 0.5, 0.5, 0 };

  cairo_new_path (cr);
  if (is_warning)
    {
      cairo_move_to (cr, at.x, at.y - 10);
      cairo_line_to (cr, at.x + 10, at.y + 7.5);
      cairo_line_to (cr, at.x - 10, at.y + 7.5);
      cairo_close_path (cr);
      mark.at.y += 1.5;
    }
  else
    {
      cairo_arc (cr, at.x, at.y, 8.5, 0, 2 * G_PI);
    }
  cw_colour_set_source (colour, cr);
  cairo_fill_preserve (cr);
  cw_colour_set_source (self->theme->package, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cw_label_paint (&mark, cr, cw_colour_pick_text (colour));
}

/**
 * cw_overlay_paint_cluster:
 * @self: an overlay
 * @at: where it is [nm]
 * @n: how many broken rules it stands for
 * @is_warning: whether all of them only warn
 *
 * Paints one sign for many that would lie on each other: with their
 * number beside it.
 */
void
cw_overlay_paint_cluster (const CwOverlay *self, CwPoint at, guint n, gboolean is_warning)
{
  CwColour colour = is_warning ? self->theme->warning : self->theme->violation;
  CwSpot spot = cw_plan_view_get_spot (&self->view, at);
  g_autofree char *text = n > 999 ? g_strdup ("999+") : g_strdup_printf ("%u", n);
  CwLabel label = { text, 12, TRUE, { rint (spot.x) + 12, rint (spot.y) }, 0, 0.5, 0 };

  cairo_save (self->cr);
  paint_badge (self, (CwSpot){ rint (spot.x), rint (spot.y) }, colour, is_warning);
  cw_label_paint_halo (&label, self->cr, self->theme->package, 2.5);
  cw_label_paint (&label, self->cr, colour);
  cairo_restore (self->cr);
}

/* the tick that ends a dimension line, across it */
static void
add_tick (const CwOverlay *self, CwSpot at, double ux, double uy)
{
  cairo_move_to (self->cr, at.x - 5 * uy, at.y + 5 * ux);
  cairo_line_to (self->cr, at.x + 5 * uy, at.y - 5 * ux);
}

/**
 * cw_overlay_paint_violation:
 * @self: an overlay
 * @a: the nearest point of one item [nm]
 * @b: that of the other [nm]
 * @text: (nullable): what is broken, such as "6.2 µm < 8 µm (rdl.2)"
 * @is_warning: whether it is a warning only
 *
 * Paints where a rule is broken: a dimension line between the nearest points, a
 * badge beside it, and the text.
 */
void
cw_overlay_paint_violation (const CwOverlay *self, CwPoint a, CwPoint b, const char *text,
                            gboolean is_warning)
{
  CwColour colour = is_warning ? self->theme->warning : self->theme->violation;
  CwSpot from = cw_plan_view_get_spot (&self->view, a);
  CwSpot to = cw_plan_view_get_spot (&self->view, b);
  double length = hypot (to.x - from.x, to.y - from.y);
  double ux = length > 0 ? (to.x - from.x) / length : 1;
  double uy = length > 0 ? (to.y - from.y) / length : 0;
  CwFrame frame = { -64, -64, self->width + 64, self->height + 64 };
  CwSpot badge;
  CwSpot start = from;
  CwSpot end = to;

  if (!cw_frame_clip_segment (&frame, &start, &end))
    return;

  cairo_save (self->cr);
  cairo_new_path (self->cr);
  if (length >= 3)
    add_line (self, from, to);
  add_tick (self, from, ux, uy);
  add_tick (self, to, ux, uy);
  stroke_with_halo (self, colour, 1.5);

  /* above the line, where neither badge nor text covers it */
  badge = (CwSpot){ (start.x + end.x) / 2, MAX (MIN (start.y, end.y) - 20, 12) };
  paint_badge (self, badge, colour, is_warning);
  if (text != NULL)
    cw_card_paint (&(CwCard){ text, badge, 14, TRUE, colour }, self);
  cairo_restore (self->cr);
}

/* An arrow of sight at the end of a cut line: it looks to the left of the way. */
static void
paint_sight (const CwOverlay *self, CwSpot at, double ux, double uy, const char *name,
             CwColour colour)
{
  cairo_t *cr = self->cr;
  double nx = uy;
  double ny = -ux;
  CwSpot tip = { at.x + ARROW_LENGTH * nx, at.y + ARROW_LENGTH * ny };
  CwLabel label = { name, 14, TRUE, { tip.x + 12 * nx, tip.y + 12 * ny }, 0.5, 0.5, 0 };

  cairo_new_path (cr);
  cairo_move_to (cr, at.x, at.y);
  cairo_line_to (cr, tip.x, tip.y);
  stroke_with_halo (self, colour, 1.5);
  cairo_move_to (cr, tip.x + 3 * nx, tip.y + 3 * ny);
  cairo_line_to (cr, tip.x - 6 * nx + 4 * ux, tip.y - 6 * ny + 4 * uy);
  cairo_line_to (cr, tip.x - 6 * nx - 4 * ux, tip.y - 6 * ny - 4 * uy);
  cairo_close_path (cr);
  cw_colour_set_source (colour, cr);
  cairo_fill (cr);
  if (name[0] == '\0')
    return;
  cw_label_paint_halo (&label, cr, self->theme->package, 2.5);
  cw_label_paint (&label, cr, colour);
}

static void
paint_handle (const CwOverlay *self, CwSpot at, gboolean is_active, CwColour colour)
{
  cairo_new_path (self->cr);
  cairo_arc (self->cr, at.x, at.y, is_active ? 5 : 3.5, 0, 2 * G_PI);
  cw_colour_set_source (is_active ? self->theme->package : colour, self->cr);
  cairo_fill_preserve (self->cr);
  cw_colour_set_source (colour, self->cr);
  cairo_set_line_width (self->cr, 1.5);
  cairo_stroke (self->cr);
}

static void
paint_sights (const CwOverlay *self, const CwPoint *line, gsize n_points, const char *name,
              CwColour colour)
{
  /* a long name is told by its first word, the rest by the list of lines */
  g_autofree char *letter = g_strndup (name, strcspn (name, " "));
  g_autofree char *prime = letter[0] != '\0' ? g_strconcat (letter, "′", NULL) : g_strdup ("");

  for (guint side = 0; side < 2; side++)
    {
      CwSpot at = cw_plan_view_get_spot (&self->view, line[side == 0 ? 0 : n_points - 1]);
      CwSpot a = cw_plan_view_get_spot (&self->view, line[side == 0 ? 0 : n_points - 2]);
      CwSpot b = cw_plan_view_get_spot (&self->view, line[side == 0 ? 1 : n_points - 1]);
      double length = hypot (b.x - a.x, b.y - a.y);

      if (length > 0 && fabs (at.x) < 1e6 && fabs (at.y) < 1e6)
        paint_sight (self, at, (b.x - a.x) / length, (b.y - a.y) / length,
                     side == 0 ? letter : prime, colour);
    }
}

/**
 * cw_overlay_paint_section_line:
 * @self: an overlay
 * @line: (array length=n_points): points of the cut line [nm]
 * @n_points: how many, at least two
 * @name: its letter, empty for none; the end of the line gets it with a prime
 * @look: how it is shown
 *
 * Paints a cut line with its handles, its arrows of sight and its letters.
 */
void
cw_overlay_paint_section_line (const CwOverlay *self, const CwPoint *line, gsize n_points,
                               const char *name, CwCutLook look)
{
  static const double dashes[] = { 14, 3, 2, 3 };
  CwColour colour = look == CW_CUT_QUIET
                        ? cw_colour_mix (self->theme->section_line, self->theme->package, QUIET)
                        : self->theme->section_line;

  g_return_if_fail (n_points >= 2);

  cairo_save (self->cr);
  cairo_new_path (self->cr);
  for (gsize i = 0; i + 1 < n_points; i++)
    add_line (self, cw_plan_view_get_spot (&self->view, line[i]),
              cw_plan_view_get_spot (&self->view, line[i + 1]));
  cairo_save (self->cr);
  if (look != CW_CUT_ACTIVE)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  stroke_with_halo (self, colour, look == CW_CUT_QUIET ? 1 : 1.5);
  cairo_restore (self->cr);
  paint_sights (self, line, n_points, name, colour);
  for (gsize i = 0; i < n_points && look != CW_CUT_QUIET; i++)
    {
      CwSpot at = cw_plan_view_get_spot (&self->view, line[i]);

      if (fabs (at.x) < 1e6 && fabs (at.y) < 1e6)
        paint_handle (self, at, look == CW_CUT_ACTIVE, colour);
    }
  cairo_restore (self->cr);
}

/**
 * cw_overlay_paint_scale_bar:
 * @cr: a context
 * @theme: colours
 * @scale: [px/nm]
 * @corner: lower left corner of the bar [px]
 * @room: greatest width of the bar [px]
 * @note: (nullable): what is written behind the length, such as "z ×10"
 *
 * Paints a scale bar of a round length.
 */
void
cw_overlay_paint_scale_bar (cairo_t *cr, const CwTheme *theme, double scale, CwSpot corner,
                            double room, const char *note)
{
  CwCoord length = cw_overlay_pick_step (scale, room * 0.4);
  double width = length * scale;
  CwCoord unit = length >= CW_MM ? CW_UNIT_MM : length >= CW_UM ? CW_UNIT_UM : CW_UNIT_NM;
  g_autofree char *measure = cw_length_format_with_unit (length, (CwUnit) unit);
  g_autofree char *text
      = note != NULL ? g_strdup_printf ("%s   %s", measure, note) : g_strdup (measure);
  CwLabel label = { text, 12, FALSE, { corner.x, corner.y - 9 }, 0, 1, 0 };

  cairo_save (cr);
  cw_label_paint_halo (&label, cr, cw_colour_with_alpha (theme->background, 0.85), 2.5);
  cairo_new_path (cr);
  cairo_move_to (cr, corner.x + 0.75, corner.y - 7);
  cairo_line_to (cr, corner.x + 0.75, corner.y);
  cairo_line_to (cr, corner.x + width - 0.75, corner.y);
  cairo_line_to (cr, corner.x + width - 0.75, corner.y - 7);
  cw_colour_set_source (cw_colour_with_alpha (theme->background, 0.85), cr);
  cairo_set_line_width (cr, 4.5);
  cairo_stroke_preserve (cr);
  cw_colour_set_source (theme->text, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cw_label_paint (&label, cr, theme->text);
  cairo_restore (cr);
}
