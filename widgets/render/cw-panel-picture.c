/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-panel-picture.h"

#include <math.h>

#include "model/base/cw-length.h"
#include "widgets/render/cw-label.h"
#include "widgets/render/cw-picture-surface.h"

#define MARGIN (24.0)  /* [px] */
#define CAPTION (36.0) /* height of the line of figures [px] */

typedef struct
{
  cairo_t *cr;
  const CwTheme *theme;
  const CwPanel *panel;
  CwBox unit;
  CwBox seal[2]; /* outer and inner border of the seal ring */
  gboolean has_seal;
  double scale; /* [px/nm] */
  double x;     /* of the panel's origin [px] */
  double y;
} Painter;

static void
add_box (const Painter *self, CwBox box, CwPoint offset)
{
  double left = self->x + ((double) box.min.x + offset.x) * self->scale;
  double top = self->y - ((double) box.max.y + offset.y) * self->scale;

  cairo_rectangle (self->cr, left, top, ((double) box.max.x - box.min.x) * self->scale,
                   ((double) box.max.y - box.min.y) * self->scale);
}

static void
paint_unit (guint column, guint row, CwPoint offset, gpointer user_data)
{
  const Painter *self = user_data;

  add_box (self, self->unit, offset);
  cw_colour_set_source (self->theme->package, self->cr);
  cairo_fill_preserve (self->cr);
  cw_colour_set_source (self->theme->package_outline, self->cr);
  cairo_set_line_width (self->cr, 0.5);
  cairo_stroke (self->cr);
  if (!self->has_seal || self->scale * self->panel->seal < 0.2)
    return;

  add_box (self, self->seal[0], offset);
  add_box (self, self->seal[1], offset);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cw_colour_set_source (self->theme->wiring[0], self->cr);
  cairo_fill (self->cr);
}

static void
paint_mark (CwBox box, gpointer user_data)
{
  const Painter *self = user_data;
  CwPoint centre = cw_box_get_centre (box);
  double arm = MAX (((double) box.max.x - box.min.x) * self->scale, 6) / 2;
  double x = self->x + centre.x * self->scale;
  double y = self->y - centre.y * self->scale;

  cairo_move_to (self->cr, x - arm, y);
  cairo_line_to (self->cr, x + arm, y);
  cairo_move_to (self->cr, x, y - arm);
  cairo_line_to (self->cr, x, y + arm);
  cw_colour_set_source (self->theme->text, self->cr);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
}

/* the material between the units is that of the streets and the margin */
static void
paint_blank (const Painter *self, CwBox box)
{
  if (self->panel->kind == CW_PANEL_WAFER)
    cairo_arc (self->cr, self->x, self->y, self->panel->width * self->scale / 2, 0, 2 * G_PI);
  else
    add_box (self, box, CW_POINT (0, 0));
  cw_colour_set_source (self->theme->grid_major, self->cr);
  cairo_fill_preserve (self->cr);
  cw_colour_set_source (self->theme->text_muted, self->cr);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
}

static void
paint_caption (const Painter *self, guint count, int height)
{
  g_autofree char *width = cw_length_format (self->panel->width, CW_UNIT_MM);
  g_autofree char *other = cw_length_format (self->panel->height, CW_UNIT_MM);
  g_autofree char *street = cw_length_format (self->panel->street, CW_UNIT_UM);
  g_autofree char *size = self->panel->kind == CW_PANEL_WAFER
                              ? g_strdup_printf ("⌀ %s mm", width)
                              : g_strdup_printf ("%s × %s mm", width, other);
  g_autofree char *text
      = g_strdup_printf ("%u units on a %s of %s, street %s µm", count,
                         cw_panel_kind_get_name (self->panel->kind), size, street);
  CwLabel label = { text, 14, FALSE, { MARGIN, height - CAPTION / 2 }, 0, 0.5, 0 };

  cw_label_paint (&label, self->cr, self->theme->text);
}

/**
 * cw_panel_paint:
 * @cr: a context; its picture spans from the origin to @width, @height
 * @design: a design
 * @theme: colours
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Paints the panel that the packages are made on: units, streets, seal rings and marks, with
 * their number. Without a panel it says so.
 */
void
cw_panel_paint (cairo_t *cr, const CwDesign *design, const CwTheme *theme, int width, int height)
{
  const CwPanel *panel = cw_technology_get_panel (cw_design_get_technology (design));
  Painter self = { .cr = cr,
                   .theme = theme,
                   .panel = panel,
                   .unit = cw_path_get_bounds (cw_design_get_outline (design), TRUE),
                   .x = width / 2.0,
                   .y = (height - CAPTION) / 2.0 };
  CwBox box = cw_panel_get_box (panel);
  CwLabel none
      = { "This package is not arrayed", 15, FALSE, { width / 2.0, height / 2.0 }, 0.5, 0.5, 0 };

  cw_colour_set_source (theme->background, cr);
  cairo_paint (cr);
  if (panel->kind == CW_PANEL_NONE || cw_box_is_empty (box))
    {
      cw_label_paint (&none, cr, theme->text_muted);
      return;
    }

  self.has_seal = cw_panel_get_seal (panel, self.unit, &self.seal[0], &self.seal[1]);
  self.scale = MIN ((width - 2 * MARGIN) / ((double) box.max.x - box.min.x),
                    (height - CAPTION - 2 * MARGIN) / ((double) box.max.y - box.min.y));
  self.scale = MAX (self.scale, 1e-12);
  paint_blank (&self, box);
  cw_panel_foreach (panel, self.unit, paint_unit, &self);
  cw_panel_foreach_mark (panel, paint_mark, &self);
  paint_caption (&self, cw_panel_count (panel, self.unit), height);
}

/**
 * cw_panel_picture_to_bytes:
 * @design: a design
 * @format: format of the picture
 * @width: its width, at most %CW_PICTURE_SIZE_MAX [px, of which 96 make an inch in a PDF]
 * @height: its height [px]
 * @theme: colours
 * @error: return location for an error
 *
 * Paints the panel, see cw_panel_paint(). The same design gives the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL with %CW_MODEL_ERROR_VALUE when the size is
 *   out of range
 */
GBytes *
cw_panel_picture_to_bytes (const CwDesign *design, CwPictureFormat format, int width, int height,
                           const CwTheme *theme, GError **error)
{
  CwPictureSurface picture = { 0 };

  if (!cw_picture_surface_begin (&picture, format, width, height, error))
    return NULL;

  cw_panel_paint (picture.cr, design, theme, width, height);

  return cw_picture_surface_finish (&picture, error);
}
