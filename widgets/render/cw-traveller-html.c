/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-picture.h"
#include "widgets/render/cw-traveller-private.h"

#define PLAN_HEIGHT 520 /* [px] */

static const char style[]
    = "body{font:15px/1.45 sans-serif;color:#1d2126;background:#fff;max-width:940px;"
      "margin:32px auto;padding:0 20px}"
      "h1{font-size:26px;margin:0 0 12px}h2{font-size:17px;margin:32px 0 8px;"
      "border-top:1px solid #ccd2d9;padding-top:14px}"
      "th{text-align:left;font-weight:normal;color:#59626d;padding:1px 18px 1px 0;"
      "vertical-align:top;white-space:nowrap}td{padding:1px 0}"
      ".wrong{color:#a3121f;font-weight:bold}img{width:100%;height:auto;margin-top:8px}"
      "figure{margin:0}figcaption{color:#59626d}"
      "@media print{section{break-inside:avoid}}";

static void
add_escaped (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (html, escaped);
}

static void
add_facts (GString *html, const GArray *facts)
{
  g_string_append (html, "<table>\n");
  for (guint i = 0; i < facts->len; i++)
    {
      const CwTravellerFact *fact = &g_array_index (facts, CwTravellerFact, i);
      gboolean is_wrong = g_str_equal (fact->word, "Wrong");

      g_string_append (html, "<tr><th scope=\"row\">");
      add_escaped (html, fact->word);
      g_string_append (html, is_wrong ? "</th><td class=\"wrong\">" : "</th><td>");
      add_escaped (html, fact->text);
      g_string_append (html, "</td></tr>\n");
    }
  g_string_append (html, "</table>\n");
}

static gboolean
add_picture (GString *html, GBytes *picture, const char *what)
{
  g_autofree char *code = NULL;
  gsize size;
  gconstpointer data;

  if (picture == NULL)
    return FALSE;

  data = g_bytes_get_data (picture, &size);
  code = g_base64_encode (data, size);
  g_string_append (html, "<figure><img alt=\"");
  add_escaped (html, what);
  g_string_append_printf (html, "\" src=\"data:image/svg+xml;base64,%s\"><figcaption>", code);
  add_escaped (html, what);
  g_string_append (html, "</figcaption></figure>\n");

  return TRUE;
}

static void
add_rules (GString *html, const CwTraveller *traveller)
{
  g_string_append (html, "<section><h2>Rules</h2>\n<table>\n");
  for (gsize i = 0; i < traveller->n_rules; i++)
    {
      const CwTravellerRule *rule = &traveller->rules[i];

      g_string_append (html, "<tr><th scope=\"row\">");
      add_escaped (html, rule->name);
      if (rule->n_violations > 0)
        g_string_append_printf (html,
                                "</th><td class=\"wrong\">broken %u times: ", rule->n_violations);
      else
        g_string_append (html, "</th><td>kept: ");
      add_escaped (html, rule->text);
      g_string_append (html, "</td></tr>\n");
    }
  g_string_append (html, "</table></section>\n");
}

/* The page, with each picture in it. */
GBytes *
cw_traveller_text_to_html (const CwTravellerText *self, GError **error)
{
  const CwTraveller *traveller = self->traveller;
  const CwTheme *theme = cw_theme_get (CW_THEME_LIGHT);
  CwPlanStyle plan = CW_PLAN_STYLE_INIT (theme);
  g_autoptr (GString) html = g_string_new ("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                                           "<meta charset=\"utf-8\">\n<title>");
  g_autoptr (GBytes) picture = NULL;

  add_escaped (html, self->title);
  g_string_append_printf (
      html, " – flow traveller</title>\n<style>%s</style>\n</head>\n<body>\n<h1>", style);
  add_escaped (html, self->title);
  g_string_append (html, "</h1>\n");
  add_facts (html, self->facts);
  picture = cw_picture_plan_to_bytes (traveller->design, CW_PICTURE_SVG, CW_TRAVELLER_WIDTH,
                                      PLAN_HEIGHT, NULL, &plan, NULL, error);
  if (!add_picture (html, picture, "Plan"))
    return NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const CwTravellerStep *step = self->steps->pdata[i];
      g_autoptr (GBytes) section = cw_picture_section_to_bytes (
          step->section, traveller->design, CW_PICTURE_SVG, CW_TRAVELLER_WIDTH, CW_TRAVELLER_HEIGHT,
          theme, self->factor, NULL, error);

      g_string_append (html, "<section><h2>");
      add_escaped (html, step->title);
      g_string_append (html, "</h2>\n");
      add_facts (html, step->facts);
      if (!add_picture (html, section, step->side))
        return NULL;
      g_string_append (html, "</section>\n");
    }

  add_rules (html, traveller);
  g_string_append (html, "</body>\n</html>\n");

  return g_string_free_to_bytes (g_steal_pointer (&html));
}
