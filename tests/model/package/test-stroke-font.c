/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-stroke-font.h"

#include <string.h>

#include "model/package/cw-stroke-font-private.h"
#include "tests/model/package/package-test.h"

static const char *const beyond_ascii[] = { "µ", "Ω", "°", "±", "×", "–", "Δ", "·", "−", "μ", "Ω" };

typedef struct
{
  guint n;
  CwBox bounds;
} Drawn;

static void
draw (CwStroke stroke, gpointer user_data)
{
  Drawn *drawn = user_data;

  drawn->n++;
  drawn->bounds = cw_box_add_point (cw_box_add_point (drawn->bounds, stroke.a), stroke.b);
}

static void
assert_good_glyph (const CwStrokeGlyph *glyph)
{
  guint n_strokes = 0;
  guint n_joined = 0;

  for (guint i = 0; i < glyph->n_numbers; i++)
    if (glyph->points[i] == CW_STROKE_FONT_UP)
      {
        g_assert_cmpuint (n_joined, >=, 2);
        n_joined = 0;
      }
    else
      {
        g_assert_cmpint (glyph->points[i], >=, 0);
        g_assert_cmpint (glyph->points[i], <=, glyph->advance);
        i++;
        g_assert_cmpuint (i, <, glyph->n_numbers);
        g_assert_cmpint (glyph->points[i], >=, CW_STROKE_FONT_BOTTOM);
        g_assert_cmpint (glyph->points[i], <=, CW_STROKE_FONT_TOP);
        n_strokes += n_joined > 0;
        n_joined++;
      }
  if (glyph->n_numbers > 0)
    g_assert_cmpuint (n_joined, >=, 2);
  g_assert_cmpuint (n_strokes, ==, glyph->n_strokes);
  g_assert_cmpuint (glyph->advance, >, 0);
}

static void
test_has_every_character (void)
{
  for (gunichar c = 32; c <= 126; c++)
    {
      const CwStrokeGlyph *glyph = cw_stroke_font_get_glyph (c);

      g_assert_cmpuint (glyph->character, ==, c);
      g_assert_true ((glyph->n_strokes == 0) == (c == ' '));
      assert_good_glyph (glyph);
    }
  for (guint i = 0; i < G_N_ELEMENTS (beyond_ascii); i++)
    {
      const CwStrokeGlyph *glyph = cw_stroke_font_get_glyph (g_utf8_get_char (beyond_ascii[i]));

      g_assert_cmpuint (glyph->character, ==, g_utf8_get_char (beyond_ascii[i]));
      assert_good_glyph (glyph);
    }
}

static void
test_figures_have_one_width (void)
{
  for (gunichar c = '1'; c <= '9'; c++)
    g_assert_cmpuint (cw_stroke_font_get_glyph (c)->advance, ==,
                      cw_stroke_font_get_glyph ('0')->advance);
}

static void
test_no_two_are_drawn_alike (void)
{
  for (gunichar a = 33; a <= 126; a++)
    for (gunichar b = a + 1; b <= 126; b++)
      {
        const CwStrokeGlyph *one = cw_stroke_font_get_glyph (a);
        const CwStrokeGlyph *other = cw_stroke_font_get_glyph (b);

        g_assert_false (one->n_numbers == other->n_numbers
                        && memcmp (one->points, other->points, one->n_numbers) == 0);
      }
}

static void
test_unknown_is_a_box (void)
{
  Drawn drawn = { 0, CW_BOX_EMPTY };

  assert_good_glyph (cw_stroke_font_get_glyph (0x4e2d));
  cw_stroke_font_foreach_stroke ("中", 40, draw, &drawn);
  g_assert_cmpuint (drawn.n, ==, 4);
  assert_box (drawn.bounds, 6, 0, 26, 40);
}

static void
test_keeps_within_its_cell (void)
{
  const CwCoord heights[] = { 1, 39, 40, 41, 12345, 100 * CW_MM };
  const char *text = "Qg(y)|µ{$}_@ 0";

  for (guint i = 0; i < G_N_ELEMENTS (heights); i++)
    {
      Drawn drawn = { 0, CW_BOX_EMPTY };

      cw_stroke_font_foreach_stroke (text, heights[i], draw, &drawn);
      g_assert_cmpuint (drawn.n, ==, cw_stroke_font_count_strokes (text));
      g_assert_true (
          cw_box_contains_box (cw_stroke_font_get_cell (text, heights[i]), drawn.bounds));
    }
}

static void
test_strokes_come_one_by_one (void)
{
  const char *text = "A µ";
  guint32 n = cw_stroke_font_count_strokes (text);
  Drawn all = { 0, CW_BOX_EMPTY };
  Drawn single = { 0, CW_BOX_EMPTY };
  CwStroke stroke;

  cw_stroke_font_foreach_stroke (text, 1000, draw, &all);
  for (guint32 i = 0; i < n; i++)
    {
      g_assert_true (cw_stroke_font_get_stroke (text, 1000, i, &stroke));
      draw (stroke, &single);
    }
  g_assert_cmpuint (all.n, ==, n);
  g_assert_true (cw_box_equal (all.bounds, single.bounds));
  g_assert_false (cw_stroke_font_get_stroke (text, 1000, n, &stroke));
  g_assert_cmpuint (cw_stroke_font_count_strokes (""), ==, 0);
}

static void
test_capital_is_as_high_as_asked (void)
{
  Drawn drawn = { 0, CW_BOX_EMPTY };

  cw_stroke_font_foreach_stroke ("H", 77777, draw, &drawn);
  g_assert_cmpint (drawn.bounds.min.y, ==, 0);
  g_assert_cmpint (drawn.bounds.max.y, ==, 77777);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/stroke-font/has-every-character", test_has_every_character);
  g_test_add_func ("/model/package/stroke-font/figures-have-one-width",
                   test_figures_have_one_width);
  g_test_add_func ("/model/package/stroke-font/no-two-are-drawn-alike",
                   test_no_two_are_drawn_alike);
  g_test_add_func ("/model/package/stroke-font/unknown-is-a-box", test_unknown_is_a_box);
  g_test_add_func ("/model/package/stroke-font/keeps-within-its-cell", test_keeps_within_its_cell);
  g_test_add_func ("/model/package/stroke-font/strokes-come-one-by-one",
                   test_strokes_come_one_by_one);
  g_test_add_func ("/model/package/stroke-font/capital-is-as-high-as-asked",
                   test_capital_is_as_high_as_asked);

  return g_test_run ();
}
