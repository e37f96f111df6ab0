/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-theme.h"

#include <math.h>

static void
assert_contrast (CwColour object, CwColour ground, double least)
{
  g_assert_cmpfloat (cw_colour_get_contrast (object, ground), >=, least);
}

static void
test_contrast_is_that_of_wcag (void)
{
  CwColour black = cw_colour_from_rgb (0x000000);
  CwColour white = cw_colour_from_rgb (0xffffff);
  CwColour grey = cw_colour_from_rgb (0x767676);

  g_assert_cmpfloat_with_epsilon (cw_colour_get_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (cw_colour_get_contrast (white, grey), 4.54, 0.01);
}

static void
test_objects_stand_out_from_their_ground (void)
{
  for (guint i = 0; i < CW_N_THEMES; i++)
    {
      const CwTheme *theme = cw_theme_get ((CwThemeKind) i);
      const CwColour objects[] = {
        theme->package_outline, theme->die_outline,  theme->die_pad,
        theme->opening,         theme->ball,         theme->hover,
        theme->selection,       theme->violation,    theme->warning,
        theme->airwire,         theme->section_line,
      };

      for (guint j = 0; j < CW_THEME_N_WIRING; j++)
        {
          assert_contrast (theme->wiring[j], theme->package, 3);
          assert_contrast (cw_colour_pick_text (theme->wiring[j]), theme->wiring[j], 4.5);
          assert_contrast (theme->hole, theme->wiring[j], 3);
        }
      for (guint j = 0; j < G_N_ELEMENTS (objects); j++)
        assert_contrast (objects[j], theme->package, 3);
      assert_contrast (theme->text, theme->background, 4.5);
      assert_contrast (theme->text, theme->package, 4.5);
      assert_contrast (theme->text_muted, theme->background, 4.5);
      assert_contrast (theme->text_muted, theme->die, 4.5);
      assert_contrast (theme->die_pad, theme->die, 3);
    }
}

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* What somebody without green or red cones sees (Viénot, Brettel and Mollon 1999), as a
 * difference in perceived lightness of the three channels. */
static double
get_distance (CwColour a, CwColour b, const double matrix[3][3])
{
  double sum = 0;
  double from[] = { to_linear (a.red), to_linear (a.green), to_linear (a.blue) };
  double to[] = { to_linear (b.red), to_linear (b.green), to_linear (b.blue) };

  for (guint i = 0; i < 3; i++)
    {
      double x = 0;
      double y = 0;

      for (guint j = 0; j < 3; j++)
        {
          x += matrix[i][j] * from[j];
          y += matrix[i][j] * to[j];
        }
      x = cbrt (MAX (x, 0));
      y = cbrt (MAX (y, 0));
      sum += (x - y) * (x - y);
    }

  return sqrt (sum);
}

/* with all cones, without red ones, without green ones */
static const double eyes[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.29275, 0.70725, 0 }, { 0.29275, 0.70725, 0 }, { -0.02234, 0.02234, 1 } },
  { { 0.11238, 0.88762, 0 }, { 0.11238, 0.88762, 0 }, { 0.00401, -0.00401, 1 } },
};

static void
test_neighbouring_wiring_differs_for_any_eye (void)
{
  for (guint i = 0; i < CW_N_THEMES; i++)
    {
      const CwTheme *theme = cw_theme_get ((CwThemeKind) i);

      for (guint j = 0; j + 1 < CW_THEME_N_WIRING; j++)
        for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
          {
            g_test_message ("theme %u, levels %u and %u, eye %u", i, j, j + 1, eye);
            g_assert_cmpfloat (get_distance (theme->wiring[j], theme->wiring[j + 1], eyes[eye]), >=,
                               0.16);
          }
    }
}

/* packages have up to four wiring levels, as a rule: each of them is told from each other */
static void
test_usual_wiring_differs_for_any_eye (void)
{
  for (guint i = 0; i < CW_N_THEMES; i++)
    {
      const CwTheme *theme = cw_theme_get ((CwThemeKind) i);

      for (guint j = 0; j < 4; j++)
        for (guint k = 0; k < j; k++)
          for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
            {
              g_test_message ("theme %u, levels %u and %u, eye %u", i, j, k, eye);
              g_assert_cmpfloat (get_distance (theme->wiring[j], theme->wiring[k], eyes[eye]), >=,
                                 0.1);
            }
    }
}

static void
test_neighbouring_wiring_differs_in_hatch (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (6);
  const CwTheme *theme = cw_theme_get (CW_THEME_LIGHT);

  for (guint i = 0; i + 1 < 6; i++)
    g_assert_cmpint (cw_theme_get_level_hatch (theme, technology,
                                               cw_technology_get_wiring_level (technology, i)),
                     !=,
                     cw_theme_get_level_hatch (theme, technology,
                                               cw_technology_get_wiring_level (technology, i + 1)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/theme/" name, function)
  ADD ("contrast-is-that-of-wcag", test_contrast_is_that_of_wcag);
  ADD ("objects-stand-out-from-their-ground", test_objects_stand_out_from_their_ground);
  ADD ("neighbouring-wiring-differs-for-any-eye", test_neighbouring_wiring_differs_for_any_eye);
  ADD ("usual-wiring-differs-for-any-eye", test_usual_wiring_differs_for_any_eye);
  ADD ("neighbouring-wiring-differs-in-hatch", test_neighbouring_wiring_differs_in_hatch);
#undef ADD

  return g_test_run ();
}
