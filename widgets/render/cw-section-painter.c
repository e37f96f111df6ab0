/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-section-painter.h"

#include <math.h>

#include "widgets/render/cw-hatch.h"
#include "widgets/render/cw-section-private.h"

#define MARGIN (28.0)       /* around a section that is fitted [px] */
#define LEGEND_LEAST (640)  /* narrower pictures have no legend [px] */
#define SCALE_HEIGHT (40.0) /* below it [px] */
#define HATCH_LEAST (7.0)   /* smaller pieces are not hatched [px] */
#define OUTLINE_WIDTH (2.0) /* [px] */
#define GHOST_ALPHA (0.4)
#define N_LEVELS (256u) /* no level of a film */

/* where a place of the section lies in the picture */
CwSpot
cw_section_painter_get_spot (const CwSectionPainter *self, CwPoint p)
{
  return (CwSpot){ (p.x - self->view.s) * self->view.scale_s,
                   (self->view.z - p.y) * self->view.scale_z };
}

static CwFrame
get_extents (const CwSectionPainter *self, const CwPolygon *polygon)
{
  CwSpot low = cw_section_painter_get_spot (self, polygon->bounds.min);
  CwSpot high = cw_section_painter_get_spot (self, polygon->bounds.max);

  return (CwFrame){ low.x, high.y, high.x, low.y };
}

static gboolean
is_visible (const CwSectionPainter *self, CwFrame extents)
{
  return extents.right >= -4 && extents.left <= self->width + 4 && extents.bottom >= -4
         && extents.top <= self->height + 4;
}

static void
add_ring (const CwSectionPainter *self, const CwPolygon *polygon, guint32 ring)
{
  CwFrame frame = { -64, -64, self->width + 64, self->height + 64 };
  guint32 start = cw_polygon_get_ring_start (polygon, ring);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (CwSpot));

  for (guint32 i = start; i < polygon->ends[ring]; i++)
    {
      CwSpot spot = cw_section_painter_get_spot (self, polygon->points[i]);

      g_array_append_val (spots, spot);
    }
  cw_frame_clip_ring (&frame, spots);
  cairo_new_sub_path (self->cr);
  for (guint i = 0; i < spots->len; i++)
    cairo_line_to (self->cr, g_array_index (spots, CwSpot, i).x,
                   g_array_index (spots, CwSpot, i).y);
  if (spots->len > 0)
    cairo_close_path (self->cr);
}

static void
add_piece (const CwSectionPainter *self, const CwSectionPiece *piece, double least)
{
  CwFrame extents = get_extents (self, piece->polygon);

  if (!is_visible (self, extents) || extents.right - extents.left < least
      || extents.bottom - extents.top < least)
    return;

  if (extents.bottom - extents.top < CW_SECTION_LEAST)
    {
      double left = MAX (extents.left, -64);
      double right = MIN (extents.right, self->width + 64);
      double middle = (extents.top + extents.bottom) / 2;

      /* turns as the rings do, so that it unites with them */
      cairo_move_to (self->cr, left, middle + CW_SECTION_LEAST / 2);
      cairo_line_to (self->cr, right, middle + CW_SECTION_LEAST / 2);
      cairo_line_to (self->cr, right, middle - CW_SECTION_LEAST / 2);
      cairo_line_to (self->cr, left, middle - CW_SECTION_LEAST / 2);
      cairo_close_path (self->cr);
      return;
    }

  for (guint32 ring = 0; ring < piece->polygon->n_rings; ring++)
    add_ring (self, piece->polygon, ring);
}

/* Films are told apart level by level; wiring and its vias, or a ball and its foot, are one. */
static guint32
get_group (const CwSectionPiece *piece)
{
  return (piece->role == CW_SECTION_FILM ? (guint32) piece->level : N_LEVELS) << 8
         | piece->material;
}

static void
add_group (const CwSectionPainter *self, guint32 group, double least)
{
  cairo_new_path (self->cr);
  for (gsize i = 0; i < cw_section_get_n_pieces (self->section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (self->section, i);

      if (get_group (piece) == group)
        add_piece (self, piece, least);
    }
}

/* Lines are stroked before the fill of the same group, so that they separate groups and not the
 * pieces of one. What does not stay is dashed. */
static void
stroke_group (const CwSectionPainter *self, const CwSectionLook *look)
{
  static const double dashes[] = { 5, 3 };

  cairo_save (self->cr);
  cw_colour_set_source (self->theme->separator, self->cr);
  cairo_set_line_width (self->cr, self->theme->kind == CW_THEME_HIGH_CONTRAST ? 2 : 1.2);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  if (look->is_temporary)
    {
      cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_set_line_width (self->cr, 2.4);
    }
  cairo_stroke_preserve (self->cr);
  cairo_restore (self->cr);
}

static void
paint_group (const CwSectionPainter *self, const CwSectionPiece *first)
{
  CwFrame area = { 0, 0, self->width, self->height };
  CwSpot phase = { self->view.s * self->view.scale_s, -self->view.z * self->view.scale_z };
  CwSectionLook look = cw_section_painter_get_look (self, first->material, first->level);
  guint32 group = get_group (first);

  add_group (self, group, 0);
  stroke_group (self, &look);
  cw_colour_set_source (look.thin, self->cr);
  cairo_fill (self->cr);
  if (look.hatch == CW_HATCH_NONE)
    return;

  cairo_save (self->cr);
  add_group (self, group, HATCH_LEAST);
  cairo_clip_preserve (self->cr);
  cw_colour_set_source (look.fill, self->cr);
  cairo_fill (self->cr);
  cw_section_look_paint_hatch (&look, self->cr, area, phase, 1);
  cairo_restore (self->cr);
}

static gboolean
take_group (GArray *groups, guint32 group)
{
  for (guint i = 0; i < groups->len; i++)
    if (g_array_index (groups, guint32, i) == group)
      return FALSE;
  g_array_append_val (groups, group);

  return TRUE;
}

/* Films come first: where they are drawn thicker than they are, they do not cover the wiring. */
static void
paint_groups (const CwSectionPainter *self, gboolean films)
{
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (gsize i = 0; i < cw_section_get_n_pieces (self->section); i++)
    {
      const CwSectionPiece *piece = cw_section_get_piece (self->section, i);

      if ((piece->role == CW_SECTION_FILM) == films && piece->material != CW_MATERIAL_NONE
          && take_group (groups, get_group (piece)))
        paint_group (self, piece);
    }
}

/* where one leg of the cut ends and the next begins */
static void
paint_bends (const CwSectionPainter *self)
{
  static const double dashes[] = { 6, 3, 1.5, 3 };
  gsize n_points;
  const CwPoint *line = cw_section_get_line (self->section, &n_points);
  double way = 0;

  cairo_save (self->cr);
  cairo_new_path (self->cr);
  for (gsize i = 1; i + 1 < n_points; i++)
    {
      double x;

      way += sqrt ((double) cw_point_distance_squared (line[i - 1], line[i]));
      x = (way - self->view.s) * self->view.scale_s;
      if (x < 0 || x > self->width)
        continue;
      cairo_move_to (self->cr, x, 0);
      cairo_line_to (self->cr, x, self->height);
    }
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cw_colour_set_source (self->theme->section_line, self->cr);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* the largest of 1, 2, 5, 10, … that is at most @limit; below 1, @limit itself */
static double
pick_factor (double limit)
{
  double factor = 1;

  if (limit < 1)
    return limit;

  for (double decade = 1; decade <= limit && decade < 1e6; decade *= 10)
    {
      factor = decade;
      if (2 * decade <= limit)
        factor = 2 * decade;
      if (5 * decade <= limit)
        factor = 5 * decade;
    }

  return factor;
}

/* fits a box into what a right margin leaves of a picture */
static void
fit (CwSectionView *self, CwBox box, double length, int width, int height, double right,
     double factor)
{
  double wide = MAX (width - MARGIN - right, 16);
  double high = MAX (height - 2 * MARGIN - SCALE_HEIGHT, 16);
  double thick = MAX ((double) box.max.y - box.min.y, 1);

  self->scale_s = wide / length;
  if (factor <= 0)
    factor = MAX (1, pick_factor (high / thick / self->scale_s));
  self->scale_z = self->scale_s * factor;
  if (self->scale_z * thick > high)
    {
      self->scale_s *= high / (self->scale_z * thick);
      self->scale_z = self->scale_s * factor;
    }

  self->s = (length - wide / self->scale_s) / 2 - MARGIN / self->scale_s;
  self->z = box.max.y + (MARGIN + (high - thick * self->scale_z) / 2) / self->scale_z;
}

/**
 * cw_section_view_fit_styled:
 * @self: (out): a view
 * @section: a section
 * @other: (nullable): another one that there has to be room for as well
 * @design: the design they were cut from
 * @style: how they are painted
 * @width: width of the picture [px]
 * @height: its height [px]
 * @factor: how much more z is drawn out than s, or 0 for a round factor that fills the picture
 *
 * Makes a view that shows a whole section with room for its legend and its scale bar.
 */
void
cw_section_view_fit_styled (CwSectionView *self, CwSection *section, CwSection *other,
                            const CwDesign *design, const CwSectionStyle *style, int width,
                            int height, double factor)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  CwBox box = cw_section_get_bounds (section);
  double length = MAX (cw_section_get_length (section), 1);
  double right = MARGIN;

  if (other != NULL)
    box = cw_box_union (box, cw_section_get_bounds (other));
  if (cw_box_is_empty (box))
    {
      guint n_levels = cw_technology_get_n_levels (technology);
      CwCoord top = n_levels > 0 ? cw_technology_get_level_bottom (technology, n_levels - 1) : 0;

      box = CW_BOX (0, 0, (CwCoord) length, MAX (top, CW_UM));
    }

  /* which levels are too thin to scale depends on the scale, and the legend says it */
  fit (self, box, length, width, height, right, factor);
  for (guint i = 0; i < 2 && width >= LEGEND_LEAST; i++)
    {
      CwSectionPainter painter = { .section = section,
                                   .design = design,
                                   .technology = technology,
                                   .style = *style,
                                   .view = *self,
                                   .width = width,
                                   .height = height };

      right = MAX (right, cw_section_painter_measure_legend (&painter));
      painter.section = other != NULL ? other : section;
      right = MAX (right, cw_section_painter_measure_legend (&painter));
      fit (self, box, length, width, height, right, factor);
    }
}

/**
 * cw_section_view_fit:
 * @self: (out): a view
 * @section: a section
 * @design: the design it was cut from
 * @width: width of the picture [px]
 * @height: its height [px]
 * @factor: how much more z is drawn out than s, or 0 for a round factor that fills the picture
 *
 * Does what cw_section_view_fit_styled() does, for the usual style.
 */
void
cw_section_view_fit (CwSectionView *self, CwSection *section, const CwDesign *design, int width,
                     int height, double factor)
{
  CwSectionStyle style = CW_SECTION_STYLE_INIT (NULL);

  cw_section_view_fit_styled (self, section, NULL, design, &style, width, height, factor);
}

/**
 * cw_section_paint_styled:
 * @cr: a context; its picture spans from the origin to @width, @height
 * @section: a section
 * @design: the design it was cut from
 * @style: how to paint it
 * @view: which part of the section to show
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Paints a section: each material in its colour and hatch, a scale bar with the factor
 * that z is drawn out by, names where they fit, and a legend of the levels where there is room.
 * Any thread may, on a context of its own.
 */
void
cw_section_paint_styled (cairo_t *cr, CwSection *section, const CwDesign *design,
                         const CwSectionStyle *style, const CwSectionView *view, int width,
                         int height)
{
  CwTheme print;
  CwSectionPainter self = { .cr = cr,
                            .section = section,
                            .design = design,
                            .technology = cw_design_get_technology (design),
                            .style = *style,
                            .view = *view,
                            .width = width,
                            .height = height };

  g_return_if_fail (cr != NULL && section != NULL && design != NULL && style->theme != NULL);
  g_return_if_fail (view != NULL && view->scale_s > 0 && view->scale_z > 0);

  self.theme = cw_section_style_get_theme (style, &print);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cw_colour_set_source (self.theme->background, cr);
  cairo_paint (cr);

  paint_groups (&self, TRUE);
  paint_groups (&self, FALSE);
  paint_bends (&self);
  cw_section_painter_paint_names (&self);
  cw_section_painter_paint_legend (&self);
  cw_section_painter_paint_scale (&self);
  cairo_restore (cr);
}

/**
 * cw_section_paint:
 * @cr: a context; its picture spans from the origin to @width, @height
 * @section: a section
 * @design: the design it was cut from
 * @theme: colours
 * @view: which part of the section to show
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Does what cw_section_paint_styled() does, in the usual style.
 */
void
cw_section_paint (cairo_t *cr, CwSection *section, const CwDesign *design, const CwTheme *theme,
                  const CwSectionView *view, int width, int height)
{
  CwSectionStyle style = CW_SECTION_STYLE_INIT (theme);

  cw_section_paint_styled (cr, section, design, &style, view, width, height);
}

/**
 * cw_section_paint_piece:
 * @cr: a context
 * @section: a section
 * @index: one of its pieces
 * @view: which part of the section the picture shows
 * @width: width of the picture [px]
 * @height: its height [px]
 * @colour: colour to show it in
 * @look: how
 *
 * Shows one piece above the section: what the pointer is over, what is selected.
 */
void
cw_section_paint_piece (cairo_t *cr, CwSection *section, gsize index, const CwSectionView *view,
                        int width, int height, CwColour colour, CwPlanLook look)
{
  CwSectionPainter self
      = { .cr = cr, .section = section, .view = *view, .width = width, .height = height };

  g_return_if_fail (index < cw_section_get_n_pieces (section));

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_new_path (cr);
  add_piece (&self, cw_section_get_piece (section, index), 0);
  if (look != CW_PLAN_LOOK_OUTLINE)
    {
      cw_colour_set_source (look == CW_PLAN_LOOK_FILL
                                ? colour
                                : cw_colour_with_alpha (colour, colour.alpha * GHOST_ALPHA),
                            cr);
      cairo_fill_preserve (cr);
    }
  if (look != CW_PLAN_LOOK_FILL)
    {
      cw_colour_set_source (colour, cr);
      cairo_set_line_width (cr, OUTLINE_WIDTH);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
}
