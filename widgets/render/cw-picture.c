/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-picture.h"

#include "model/base/cw-error.h"
#include "widgets/render/cw-label.h"
#include "widgets/render/cw-mask-painter.h"
#include "widgets/render/cw-overlay.h"
#include "widgets/render/cw-picture-surface.h"

#define MARGIN (40.0) /* [px] */

static void
paint_title (cairo_t *cr, const CwTheme *theme, const char *title)
{
  CwLabel label = { title, 15, TRUE, { 20, 12 }, 0, 0, 0 };

  if (title == NULL || title[0] == '\0')
    return;

  cw_label_paint_halo (&label, cr, theme->background, 3);
  cw_label_paint (&label, cr, theme->text);
}

static void
paint_caption (cairo_t *cr, const CwTheme *theme, const char *caption)
{
  CwLabel label = { caption, 13, FALSE, { 20, 34 }, 0, 0, 0 };

  if (caption == NULL || caption[0] == '\0')
    return;

  cw_label_paint_halo (&label, cr, theme->background, 3);
  cw_label_paint (&label, cr, theme->text);
}

static CwBox
get_box (const CwDesign *design, const CwBox *area)
{
  CwBox box = area != NULL ? *area : cw_design_get_bounds (design);

  return cw_box_is_empty (box) ? CW_BOX (-CW_MM, -CW_MM, CW_MM, CW_MM) : box;
}

/**
 * cw_picture_format_parse:
 * @path: a path
 * @format: (out): the format that its extension names
 * @error: return location for an error
 *
 * Finds the format of a picture from the extension of its path.
 *
 * Returns: whether the extension is known
 */
gboolean
cw_picture_format_parse (const char *path, CwPictureFormat *format, GError **error)
{
  static const struct
  {
    const char *extension;
    CwPictureFormat format;
  } formats[] = {
    { ".png", CW_PICTURE_PNG },
    { ".svg", CW_PICTURE_SVG },
    { ".pdf", CW_PICTURE_PDF },
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_has_suffix (lower, formats[i].extension))
        {
          *format = formats[i].format;
          return TRUE;
        }
    }

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "\"%s\" does not end in .png, .svg or .pdf", path);

  return FALSE;
}

/**
 * cw_picture_plan_to_bytes:
 * @design: a design
 * @format: format of the picture
 * @width: its width, at most %CW_PICTURE_SIZE_MAX [px, of which 96 make an inch in a PDF]
 * @height: its height [px]
 * @area: (nullable): what to show; %NULL for the entire package [nm]
 * @style: how to paint it
 * @title: (nullable): a title
 * @error: return location for an error
 *
 * Paints the plan with a scale bar and, around the entire package, a margin. The
 * same design gives the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL with %CW_MODEL_ERROR_VALUE when the size is
 *   out of range
 */
GBytes *
cw_picture_plan_to_bytes (const CwDesign *design, CwPictureFormat format, int width, int height,
                          const CwBox *area, const CwPlanStyle *style, const char *title,
                          GError **error)
{
  CwBox box = get_box (design, area);
  CwPictureSurface picture = { 0 };
  CwPlanView view;

  if (!cw_picture_surface_begin (&picture, format, width, height, error))
    return NULL;

  cw_plan_view_fit (&view, box, width, height,
                    area != NULL ? 0 : MIN (MARGIN, MIN (width, height) / 8.0));
  cw_plan_paint (picture.cr, design, style, &view, width, height, NULL);
  cw_overlay_paint_scale_bar (picture.cr, style->theme, view.scale, (CwSpot){ 20, height - 14.0 },
                              width / 5.0, NULL);
  paint_title (picture.cr, style->theme, title);

  return cw_picture_surface_finish (&picture, error);
}

/**
 * cw_picture_mask_to_bytes:
 * @design: a design
 * @format: format of the picture
 * @width: its width, at most %CW_PICTURE_SIZE_MAX [px, of which 96 make an inch in a PDF]
 * @height: its height [px]
 * @area: (nullable): what to show; %NULL for the entire package [nm]
 * @levels: which levels, a bit each
 * @error: return location for an error
 *
 * Paints only the shapes of some levels, black on white, without a margin: see
 * cw_mask_paint(). An area as wide and high as the picture fills it exactly; else it
 * lies in the middle.
 *
 * Returns: (transfer full): the file, or %NULL with %CW_MODEL_ERROR_VALUE when the size is
 *   out of range
 */
GBytes *
cw_picture_mask_to_bytes (const CwDesign *design, CwPictureFormat format, int width, int height,
                          const CwBox *area, guint64 levels, GError **error)
{
  CwPictureSurface picture = { 0 };
  CwPlanView view;

  if (!cw_picture_surface_begin (&picture, format, width, height, error))
    return NULL;

  cw_plan_view_fit (&view, get_box (design, area), width, height, 0);
  cw_mask_paint (picture.cr, design, levels, &view, width, height);

  return cw_picture_surface_finish (&picture, error);
}

/**
 * cw_picture_section_to_bytes:
 * @section: a section
 * @design: the design it was cut from
 * @format: format of the picture
 * @width: its width, at most %CW_PICTURE_SIZE_MAX [px, of which 96 make an inch in a PDF]
 * @height: its height [px]
 * @theme: colours
 * @factor: how much more z is drawn out than s, or 0 for a round factor that fills the picture
 * @title: (nullable): a title
 * @error: return location for an error
 *
 * Paints a whole section with its scale bar and its legend. The same design gives
 * the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL with %CW_MODEL_ERROR_VALUE when the size is
 *   out of range
 */
GBytes *
cw_picture_section_to_bytes (CwSection *section, const CwDesign *design, CwPictureFormat format,
                             int width, int height, const CwTheme *theme, double factor,
                             const char *title, GError **error)
{
  CwSectionStyle style = CW_SECTION_STYLE_INIT (theme);

  return cw_picture_styled_section_to_bytes (section, design, format, width, height, &style, factor,
                                             title, NULL, error);
}

/**
 * cw_picture_styled_section_to_bytes:
 * @section: a section
 * @design: the design it was cut from
 * @format: format of the picture
 * @width: its width, at most %CW_PICTURE_SIZE_MAX [px, of which 96 make an inch in a PDF]
 * @height: its height [px]
 * @style: how to paint it
 * @factor: how much more z is drawn out than s, or 0 for a round factor that fills the picture
 * @title: (nullable): a title
 * @caption: (nullable): what stands below the title, such as the step and which side is up
 * @error: return location for an error
 *
 * Does what cw_picture_section_to_bytes() does, in a style.
 *
 * Returns: (transfer full): the file, or %NULL with %CW_MODEL_ERROR_VALUE when the size is
 *   out of range
 */
GBytes *
cw_picture_styled_section_to_bytes (CwSection *section, const CwDesign *design,
                                    CwPictureFormat format, int width, int height,
                                    const CwSectionStyle *style, double factor, const char *title,
                                    const char *caption, GError **error)
{
  CwPictureSurface picture = { 0 };
  CwTheme print;
  const CwTheme *theme = cw_section_style_get_theme (style, &print);
  CwSectionView view;

  if (!cw_picture_surface_begin (&picture, format, width, height, error))
    return NULL;

  cw_section_view_fit_styled (&view, section, NULL, design, style, width, height, factor);
  cw_section_paint_styled (picture.cr, section, design, style, &view, width, height);
  paint_title (picture.cr, theme, title);
  paint_caption (picture.cr, theme, caption);

  return cw_picture_surface_finish (&picture, error);
}
