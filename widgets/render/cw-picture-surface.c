/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-picture-surface.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <string.h>

#include "model/base/cw-error.h"

#define POINTS_PER_PIXEL (0.75)

/* Cairo would write the time of day; the same design has to give the same bytes. */
#define PDF_DATE "2026-01-01T00:00:00Z"

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * cw_picture_surface_begin:
 * @self: where the surface is put
 * @format: format of the picture
 * @width: its width, at most %CW_PICTURE_SIZE_MAX [px, of which 96 make an inch in a PDF]
 * @height: its height [px]
 * @error: return location for an error
 *
 * Begins a picture. A PDF gets another page by cairo_show_page ().
 *
 * Returns: whether the size is in its range; then end it with cw_picture_surface_finish()
 */
gboolean
cw_picture_surface_begin (CwPictureSurface *self, CwPictureFormat format, int width, int height,
                          GError **error)
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

/**
 * cw_picture_surface_finish:
 * @self: a picture that was begun
 * @error: return location for an error
 *
 * Ends a picture. The same strokes give the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL when Cairo could not paint
 */
GBytes *
cw_picture_surface_finish (CwPictureSurface *self, GError **error)
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
