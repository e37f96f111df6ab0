/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <pango/pangocairo.h>

#include "model/base/cw-error.h"
#include "widgets/render/cw-picture-surface.h"
#include "widgets/render/cw-traveller-private.h"

/* A page of A4 at 96 dots an inch; an SVG has columns of that width side by side. */
#define PAGE_WIDTH 794   /* [px] */
#define PAGE_HEIGHT 1123 /* [px] */
#define MARGIN 48        /* [px] */
#define COLUMN_MAX 18000 /* height of a column of an SVG [px] */
#define CONTENT CW_TRAVELLER_WIDTH
#define WORD_WIDTH 104  /* of the words that facts begin with [px] */
#define PLAN_HEIGHT 420 /* [px] */
#define GAP 10          /* between blocks [px] */

/* Writes blocks one below the other. Without a context it only measures. */
typedef struct
{
  cairo_t *cr; /* nullable */
  PangoContext *context;
  const CwTheme *theme;
  const char *foot;
  gboolean has_pages;
  double height; /* of a page or a column [px] */
  double x;      /* left border of the content [px] */
  double y;      /* [px] */
  guint page;
} Pen;

static PangoLayout *
make_layout (const Pen *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, "Sans");
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);

  return layout;
}

/* writes text at a place, gives its height [px] */
static double
write_at (const Pen *self, double x, double y, const char *text, double size, gboolean bold,
          double width, CwColour colour)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, size, bold, width);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  if (self->cr != NULL)
    {
      cw_colour_set_source (colour, self->cr);
      cairo_move_to (self->cr, x, y);
      pango_cairo_show_layout (self->cr, layout);
    }

  return height;
}

static void
write_foot (const Pen *self)
{
  g_autofree char *text = g_strdup_printf ("%s   ·   page %u", self->foot, self->page);

  if (self->cr != NULL && self->has_pages)
    write_at (self, self->x, self->height - MARGIN + 14, text, 11, FALSE, CONTENT,
              self->theme->text_muted);
}

/* goes on to the next page or column when a block does not fit */
static void
make_room (Pen *self, double height)
{
  if (self->y + height <= self->height - MARGIN || self->y <= MARGIN)
    return;

  write_foot (self);
  self->page++;
  self->y = MARGIN;
  if (!self->has_pages)
    self->x += PAGE_WIDTH;
  else if (self->cr != NULL)
    cairo_show_page (self->cr);
}

static double
measure_fact (const Pen *self, const CwTravellerFact *fact)
{
  Pen measure = *self;

  measure.cr = NULL;
  return write_at (&measure, 0, 0, fact->text, 13, FALSE, CONTENT - WORD_WIDTH, self->theme->text)
         + 2;
}

static double
measure_facts (const Pen *self, const GArray *facts)
{
  double height = 0;

  for (guint i = 0; i < facts->len; i++)
    height += measure_fact (self, &g_array_index (facts, CwTravellerFact, i));

  return height;
}

static void
write_fact (Pen *self, const CwTravellerFact *fact)
{
  gboolean is_wrong = g_str_equal (fact->word, "Wrong");
  CwColour colour = is_wrong ? self->theme->violation : self->theme->text;

  make_room (self, measure_fact (self, fact));
  write_at (self, self->x, self->y, fact->word, 13, FALSE, WORD_WIDTH, self->theme->text_muted);
  self->y += write_at (self, self->x + WORD_WIDTH, self->y, fact->text, 13, is_wrong,
                       CONTENT - WORD_WIDTH, colour)
             + 2;
}

static void
write_facts (Pen *self, const GArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    write_fact (self, &g_array_index (facts, CwTravellerFact, i));
}

static void
write_title (Pen *self, const char *text, double size)
{
  self->y += write_at (self, self->x, self->y, text, size, TRUE, CONTENT, self->theme->text) + 4;
}

static void
begin_picture (Pen *self, double height)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, self->x, self->y);
  cairo_rectangle (self->cr, 0, 0, CONTENT, height);
  cairo_clip (self->cr);
}

static void
write_plan (Pen *self, const CwTraveller *traveller)
{
  CwPlanStyle style = CW_PLAN_STYLE_INIT (self->theme);
  CwPlanView view;

  make_room (self, PLAN_HEIGHT);
  if (self->cr != NULL)
    {
      begin_picture (self, PLAN_HEIGHT);
      cw_plan_view_fit (&view, cw_design_get_bounds (traveller->design), CONTENT, PLAN_HEIGHT, 12);
      cw_plan_paint (self->cr, traveller->design, &style, &view, CONTENT, PLAN_HEIGHT, NULL);
      cairo_restore (self->cr);
    }
  self->y += PLAN_HEIGHT + 2 * GAP;
}

static void
write_step (Pen *self, const CwTravellerText *text, const CwTravellerStep *step)
{
  CwSectionView view;

  make_room (self, 30 + measure_facts (self, step->facts) + CW_TRAVELLER_HEIGHT + 24);
  write_title (self, step->title, 15);
  write_facts (self, step->facts);
  make_room (self, CW_TRAVELLER_HEIGHT + 24);
  self->y += 4;
  if (self->cr != NULL)
    {
      begin_picture (self, CW_TRAVELLER_HEIGHT);
      cw_section_view_fit (&view, step->section, text->traveller->design, CONTENT,
                           CW_TRAVELLER_HEIGHT, text->factor);
      cw_section_paint (self->cr, step->section, text->traveller->design, self->theme, &view,
                        CONTENT, CW_TRAVELLER_HEIGHT);
      cairo_restore (self->cr);
    }
  self->y += CW_TRAVELLER_HEIGHT + 2;
  self->y
      += write_at (self, self->x, self->y, step->side, 11, FALSE, CONTENT, self->theme->text_muted)
         + 2 * GAP;
}

static void
write_rules (Pen *self, const CwTraveller *traveller)
{
  if (traveller->n_rules == 0)
    return;

  make_room (self, 80);
  write_title (self, "Rules", 15);
  for (gsize i = 0; i < traveller->n_rules; i++)
    {
      const CwTravellerRule *rule = &traveller->rules[i];
      g_autofree char *text = rule->n_violations > 0
                                  ? g_strdup_printf ("%s, broken %u times: %s", rule->name,
                                                     rule->n_violations, rule->text)
                                  : g_strdup_printf ("%s, kept: %s", rule->name, rule->text);
      CwTravellerFact fact = { rule->n_violations > 0 ? "Wrong" : "Kept", text };

      write_fact (self, &fact);
    }
}

static void
write_all (Pen *self, const CwTravellerText *text)
{
  write_title (self, text->title, 22);
  write_facts (self, text->facts);
  self->y += GAP;
  write_plan (self, text->traveller);
  for (guint i = 0; i < text->steps->len; i++)
    write_step (self, text, text->steps->pdata[i]);
  write_rules (self, text->traveller);
  write_foot (self);
}

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_context_set_resolution (context, 96);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  return context;
}

static GBytes *
paint (const CwTravellerText *text, gboolean has_pages, GError **error)
{
  g_autoptr (GObject) context = G_OBJECT (make_context ());
  g_autofree char *foot = g_strdup_printf ("%s   ·   %.16s", text->title, text->traveller->hash);
  Pen pen = { .context = PANGO_CONTEXT (context),
              .theme = cw_theme_get (CW_THEME_LIGHT),
              .foot = foot,
              .has_pages = has_pages,
              .height = has_pages ? PAGE_HEIGHT : COLUMN_MAX,
              .x = MARGIN,
              .y = MARGIN,
              .page = 1 };
  Pen measure = pen;
  CwPictureSurface picture = { 0 };
  int width = PAGE_WIDTH;
  int height = PAGE_HEIGHT;

  if (!has_pages)
    {
      write_all (&measure, text);
      width = (int) measure.page * PAGE_WIDTH;
      height = measure.page > 1 ? COLUMN_MAX : (int) measure.y + MARGIN;
      pen.height = MAX (height, PAGE_HEIGHT);
    }

  if (!cw_picture_surface_begin (&picture, has_pages ? CW_PICTURE_PDF : CW_PICTURE_SVG, width,
                                 height, error))
    return NULL;

  pen.cr = picture.cr;
  if (!has_pages)
    {
      cw_colour_set_source (pen.theme->background, pen.cr);
      cairo_paint (pen.cr);
    }
  write_all (&pen, text);

  return cw_picture_surface_finish (&picture, error);
}

/**
 * cw_traveller_format_parse:
 * @path: a path
 * @format: (out): the format that its extension names
 * @error: return location for an error
 *
 * Finds the format of a traveller from the extension of its path.
 *
 * Returns: whether the extension is known
 */
gboolean
cw_traveller_format_parse (const char *path, CwTravellerFormat *format, GError **error)
{
  static const char *const extensions[] = { ".pdf", ".svg", ".html" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_str_has_suffix (lower, extensions[i]))
      {
        *format = (CwTravellerFormat) i;
        return TRUE;
      }

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "\"%s\" does not end in .pdf, .svg or .html", path);
  return FALSE;
}

/**
 * cw_traveller_to_bytes:
 * @self: what the traveller is about
 * @format: its format
 * @error: return location for an error
 *
 * Writes the flow traveller: a head with the hash of the design, its plan, then each step of the
 * flow with material, thickness, temperature, window, claims, what is wrong with it and the
 * section after it, and last the rules. The same design gives the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL with %CW_MODEL_ERROR_VALUE when it gets too large
 */
GBytes *
cw_traveller_to_bytes (const CwTraveller *self, CwTravellerFormat format, GError **error)
{
  g_autoptr (CwTravellerText) text = NULL;

  g_return_val_if_fail (self != NULL && self->design != NULL, NULL);
  g_return_val_if_fail (self->line == NULL || self->n_points >= 2, NULL);

  text = cw_traveller_text_new (self);
  if (format == CW_TRAVELLER_HTML)
    return cw_traveller_text_to_html (text, error);

  return paint (text, format == CW_TRAVELLER_PDF, error);
}
