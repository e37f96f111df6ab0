/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-stroke-font.h"

#include "model/package/cw-stroke-font-private.h"

/* from the grid of the font to nanometres, rounded to the nearest, halves away from zero */
static CwCoord
scale (gint64 units, CwCoord height)
{
  gint64 doubled = 2 * units * height;
  gint64 half = doubled >= 0 ? CW_STROKE_FONT_CAP : -CW_STROKE_FONT_CAP;

  return cw_coord_saturate ((doubled + half) / (2 * CW_STROKE_FONT_CAP));
}

static CwPoint
scale_point (const gint8 *xy, gint64 x, CwCoord height)
{
  return CW_POINT (scale (x + xy[0], height), scale (xy[1], height));
}

/* Finds stroke @index of a glyph that begins at @x. */
static CwStroke
get_glyph_stroke (const CwStrokeGlyph *glyph, gint64 x, CwCoord height, guint32 index)
{
  guint i = 0;

  while (TRUE)
    if (glyph->points[i + 2] == CW_STROKE_FONT_UP)
      i += 3;
    else if (index-- == 0)
      break;
    else
      i += 2;

  return (CwStroke){ scale_point (glyph->points + i, x, height),
                     scale_point (glyph->points + i + 2, x, height) };
}

/**
 * cw_stroke_font_count_strokes:
 * @text: one line of UTF-8
 *
 * Counts the strokes that a text is drawn with.
 *
 * Returns: how many
 */
guint32
cw_stroke_font_count_strokes (const char *text)
{
  guint32 n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += cw_stroke_font_get_glyph (g_utf8_get_char (p))->n_strokes;

  return n;
}

/**
 * cw_stroke_font_get_stroke:
 * @text: one line of UTF-8
 * @height: height of a capital letter [nm]
 * @index: which stroke
 * @stroke: (out): its centre line, from the left end of the base line [nm]
 *
 * Gets one stroke of a text.
 *
 * Returns: whether there is such a stroke
 */
gboolean
cw_stroke_font_get_stroke (const char *text, CwCoord height, guint32 index, CwStroke *stroke)
{
  gint64 x = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const CwStrokeGlyph *glyph = cw_stroke_font_get_glyph (g_utf8_get_char (p));

      if (index < glyph->n_strokes)
        {
          *stroke = get_glyph_stroke (glyph, x, height, index);
          return TRUE;
        }
      index -= glyph->n_strokes;
      x += glyph->advance;
    }

  return FALSE;
}

/**
 * cw_stroke_font_foreach_stroke:
 * @text: one line of UTF-8
 * @height: height of a capital letter [nm]
 * @func: (scope call): called with each stroke, from the left end of the base line [nm]
 * @user_data: passed to @func
 *
 * Calls back with the strokes of a text from left to right. A character that the font
 * does not have is drawn as a box.
 */
void
cw_stroke_font_foreach_stroke (const char *text, CwCoord height, CwStrokeFunc func,
                               gpointer user_data)
{
  gint64 x = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const CwStrokeGlyph *glyph = cw_stroke_font_get_glyph (g_utf8_get_char (p));

      for (guint32 i = 0; i < glyph->n_strokes; i++)
        func (get_glyph_stroke (glyph, x, height, i), user_data);
      x += glyph->advance;
    }
}

/**
 * cw_stroke_font_get_cell:
 * @text: one line of UTF-8
 * @height: height of a capital letter [nm]
 *
 * Gets the box that the centre lines of a text keep within: as wide as its characters
 * advance, from the lowest descender to the highest bracket.
 *
 * Returns: the box, from the left end of the base line [nm]
 */
CwBox
cw_stroke_font_get_cell (const char *text, CwCoord height)
{
  gint64 x = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    x += cw_stroke_font_get_glyph (g_utf8_get_char (p))->advance;

  return CW_BOX (0, scale (CW_STROKE_FONT_BOTTOM, height), scale (x, height),
                 scale (CW_STROKE_FONT_TOP, height));
}
