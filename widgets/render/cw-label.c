/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-label.h"

#include <pango/pangocairo.h>

#define CACHE_SIZE (1024)

/* Pango objects belong to one thread, so each has its own context and its own layouts. */
typedef struct
{
  PangoContext *context;
  GHashTable *layouts; /* of PangoLayout by size, weight and text */
} Cache;

static void
free_cache (gpointer data)
{
  Cache *cache = data;

  g_hash_table_unref (cache->layouts);
  g_object_unref (cache->context);
  g_free (cache);
}

static GPrivate cache_key = G_PRIVATE_INIT (free_cache);

static Cache *
get_cache (void)
{
  Cache *cache = g_private_get (&cache_key);
  cairo_font_options_t *options;

  if (cache != NULL)
    return cache;

  cache = g_new0 (Cache, 1);
  cache->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cache->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  pango_cairo_context_set_resolution (cache->context, 96);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (cache->context, options);
  cairo_font_options_destroy (options);
  g_private_set (&cache_key, cache);

  return cache;
}

static PangoLayout *
get_layout (const CwLabel *self)
{
  Cache *cache = get_cache ();
  g_autofree char *key = g_strdup_printf ("%d%c%s", self->size, self->bold ? 'b' : 'n', self->text);
  PangoLayout *layout = g_hash_table_lookup (cache->layouts, key);
  PangoFontDescription *font;

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (cache->layouts) >= CACHE_SIZE)
    g_hash_table_remove_all (cache->layouts);

  font = pango_font_description_new ();
  pango_font_description_set_family_static (font, "Sans");
  pango_font_description_set_weight (font, self->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, (double) self->size * PANGO_SCALE);
  layout = pango_layout_new (cache->context);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, self->text, -1);
  pango_font_description_free (font);
  g_hash_table_insert (cache->layouts, g_steal_pointer (&key), layout);

  return layout;
}

static void
go_to (const CwLabel *self, cairo_t *cr, PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  cairo_translate (cr, self->at.x, self->at.y);
  cairo_rotate (cr, self->angle);
  cairo_move_to (cr, -self->align_x * logical.width / PANGO_SCALE,
                 -self->align_y * logical.height / PANGO_SCALE);
}

/**
 * cw_label_measure:
 * @self: a label
 * @width: (out): its width before it is turned [px]
 * @height: (out): its height [px]
 *
 * Measures a label. Any thread may ask.
 */
void
cw_label_measure (const CwLabel *self, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (get_layout (self), NULL, &logical);
  *width = (double) logical.width / PANGO_SCALE;
  *height = (double) logical.height / PANGO_SCALE;
}

/**
 * cw_label_dup_wrapped:
 * @text: words with spaces between them, UTF-8
 * @columns: how many characters a line has at most, if no word is longer
 *
 * Breaks a text into lines.
 *
 * Returns: (transfer full): the text with line breaks
 */
char *
cw_label_dup_wrapped (const char *text, guint columns)
{
  g_auto (GStrv) words = NULL;
  GString *wrapped = g_string_new (NULL);
  glong room = 0;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_strsplit (text, " ", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (i > 0 && length + 1 > room)
        {
          g_string_append_c (wrapped, '\n');
          room = columns;
        }
      else if (i > 0)
        {
          g_string_append_c (wrapped, ' ');
          room--;
        }
      else
        room = columns;
      g_string_append (wrapped, words[i]);
      room -= length;
    }

  return g_string_free (wrapped, FALSE);
}

/**
 * cw_label_paint:
 * @self: a label
 * @cr: a context
 * @colour: colour of the text
 *
 * Paints a label. Any thread may, on a context of its own.
 */
void
cw_label_paint (const CwLabel *self, cairo_t *cr, CwColour colour)
{
  PangoLayout *layout = get_layout (self);

  cairo_save (cr);
  cw_colour_set_source (colour, cr);
  go_to (self, cr, layout);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

/**
 * cw_label_paint_halo:
 * @self: a label
 * @cr: a context
 * @colour: colour around the text
 * @width: how far it reaches [px]
 *
 * Paints what lies around the letters of a label, so that they read on any ground.
 */
void
cw_label_paint_halo (const CwLabel *self, cairo_t *cr, CwColour colour, double width)
{
  PangoLayout *layout = get_layout (self);

  cairo_save (cr);
  cw_colour_set_source (colour, cr);
  go_to (self, cr, layout);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_width (cr, 2 * width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_restore (cr);
}
