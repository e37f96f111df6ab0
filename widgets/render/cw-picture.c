/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

#include "model/base/cw-error.h"
#include "widgets/render/cw-label.h"
#include "widgets/render/cw-mask-painter.h"
#include "widgets/render/cw-overlay.h"

#define MARGIN (40.0) /* [px] */
#define POINTS_PER_PIXEL (0.75)

/* Cairo would write the time of day; the same design has to give the same bytes. */
#define PDF_DATE "2026-01-01T00:00:00Z"

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  GByteArray *bytes;
  CwPictureFormat format;
} Picture;

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
begin (Picture *self, CwPictureFormat format, int width, int height, GError **error)
{
  if (width < 1 || height < 1 || width > CW_PICTURE_SIZE_MAX || height > CW_PICTURE_SIZE_MAX)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "a picture of %d × %d pixels is not between 1 and %d on each side", width,
                   height, CW_PICTURE_SIZE_MAX);
      return FALSE;
    }

  self->format = format;
  self->bytes = g_byte_array_new ();
  switch (format)
    {
    case CW_PICTURE_SVG:
      self->surface = cairo_svg_surface_create_for_stream (append, self->bytes, width, height);
      cairo_svg_surface_set_document_unit (self->surface, CAIRO_SVG_UNIT_PX);
      break;

    case CW_PICTURE_PDF:
      self->surface = cairo_pdf_surface_create_for_stream (
          append, self->bytes, width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL);
      cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, PDF_DATE);
      cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Chipwright");
      break;

    case CW_PICTURE_PNG:
    default:
      self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
      break;
    }

  self->cr = cairo_create (self->surface);
  if (format == CW_PICTURE_PDF)
    cairo_scale (self->cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);

  return TRUE;
}

/* Cairo numbers the surfaces of an SVG by a counter of the process: count from 0 again. */
static void
renumber_surfaces (GByteArray *bytes)
{
  static const char word[] = "surface";
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GByteArray *out = g_byte_array_sized_new (bytes->len);
  const guint8 *data = bytes->data;
  gsize at = 0;

  while (at < bytes->len)
    {
      gsize digits = at + strlen (word);
      gsize end = digits;

      if (digits < bytes->len && memcmp (data + at, word, strlen (word)) == 0)
        {
          while (end < bytes->len && g_ascii_isdigit (data[end]))
            end++;
        }
      if (end > digits && (data[end] == '"' || data[end] == ')'))
        {
          char *old = g_strndup ((const char *) data + digits, end - digits);
          g_autofree char *number = NULL;

          if (!g_hash_table_contains (numbers, old))
            g_hash_table_insert (numbers, g_strdup (old),
                                 GUINT_TO_POINTER (g_hash_table_size (numbers)));
          number = g_strdup_printf ("%s%u", word,
                                    GPOINTER_TO_UINT (g_hash_table_lookup (numbers, old)));
          g_byte_array_append (out, (const guint8 *) number, strlen (number));
          g_free (old);
          at = end;
        }
      else
        {
          g_byte_array_append (out, data + at, 1);
          at++;
        }
    }

  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, out->data, out->len);
  g_byte_array_unref (out);
}

static GBytes *
finish (Picture *self, GError **error)
{
  cairo_status_t status = cairo_status (self->cr);

  cairo_destroy (self->cr);
  cairo_surface_flush (self->surface);
  if (self->format == CW_PICTURE_PNG && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (self->surface, append, self->bytes);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (self->bytes);
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "cannot paint the picture: %s",
                   cairo_status_to_string (status));
      return NULL;
    }

  if (self->format == CW_PICTURE_SVG)
    renumber_surfaces (self->bytes);

  return g_byte_array_free_to_bytes (self->bytes);
}

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
  Picture picture = { 0 };
  CwPlanView view;

  if (!begin (&picture, format, width, height, error))
    return NULL;

  cw_plan_view_fit (&view, box, width, height,
                    area != NULL ? 0 : MIN (MARGIN, MIN (width, height) / 8.0));
  cw_plan_paint (picture.cr, design, style, &view, width, height, NULL);
  cw_overlay_paint_scale_bar (picture.cr, style->theme, view.scale, (CwSpot){ 20, height - 14.0 },
                              width / 5.0, NULL);
  paint_title (picture.cr, style->theme, title);

  return finish (&picture, error);
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
  Picture picture = { 0 };
  CwPlanView view;

  if (!begin (&picture, format, width, height, error))
    return NULL;

  cw_plan_view_fit (&view, get_box (design, area), width, height, 0);
  cw_mask_paint (picture.cr, design, levels, &view, width, height);

  return finish (&picture, error);
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
  Picture picture = { 0 };
  CwTheme print;
  const CwTheme *theme = cw_section_style_get_theme (style, &print);
  CwSectionView view;

  if (!begin (&picture, format, width, height, error))
    return NULL;

  cw_section_view_fit_styled (&view, section, NULL, design, style, width, height, factor);
  cw_section_paint_styled (picture.cr, section, design, style, &view, width, height);
  paint_title (picture.cr, theme, title);
  paint_caption (picture.cr, theme, caption);

  return finish (&picture, error);
}
