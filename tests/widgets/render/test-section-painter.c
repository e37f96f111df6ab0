/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-section-painter.h"

#include <math.h>
#include <string.h>

#include "tests/model/process/package.h"

#define WIDTH (1600)
#define HEIGHT (900)

static cairo_surface_t *
paint (CwSection *section, const CwDesign *design, const CwTheme *theme, const CwSectionView *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cw_section_paint (cr, section, design, theme, view, WIDTH, HEIGHT);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint
count_pixels (cairo_surface_t *surface, CwColour colour)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        const guint8 *row = cairo_image_surface_get_data (surface)
                            + (gsize) y * cairo_image_surface_get_stride (surface);
        guint32 pixel;

        memcpy (&pixel, row + 4 * x, 4);
        if (fabs ((pixel >> 16 & 255) / 255.0 - colour.red) < 0.006
            && fabs ((pixel >> 8 & 255) / 255.0 - colour.green) < 0.006
            && fabs ((pixel & 255) / 255.0 - colour.blue) < 0.006)
          n++;
      }

  return n;
}

/* along the ball, over the trace and into the die, past a pad */
static CwSection *
cut_demo (CwDesign *design)
{
  static const CwPoint line[] = { { -4700 * CW_UM, 3100 * CW_UM },
                                  { -4300 * CW_UM, 3100 * CW_UM },
                                  { -3767 * CW_UM, 1700 * CW_UM },
                                  { -3767 * CW_UM, 1300 * CW_UM } };

  return cw_section_new (design, line, G_N_ELEMENTS (line));
}

static void
test_every_material_is_painted (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (CwSection) section = cut_demo (design);
  const CwTechnology *technology = cw_design_get_technology (design);
  CwSectionView view;

  cw_section_view_fit (&view, section, design, WIDTH, HEIGHT, 0);
  for (guint i = 0; i < CW_N_THEMES; i++)
    {
      const CwTheme *theme = cw_theme_get ((CwThemeKind) i);
      cairo_surface_t *surface = paint (section, design, theme, &view);

      for (gsize j = 0; j < cw_section_get_n_pieces (section); j++)
        {
          const CwMaterial *material = cw_technology_get_material (
              technology, cw_section_get_piece (section, j)->material);

          g_test_message ("%s", material->name);
          g_assert_cmpuint (count_pixels (surface, cw_theme_get_material_colour (theme, material)),
                            >=, 8);
        }
      cairo_surface_destroy (surface);
    }
}

static void
test_fit_shows_the_whole_section (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (CwSection) section = cut_demo (design);
  CwBox bounds = cw_section_get_bounds (section);
  static const double factors[] = { 0, 1, 10 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      CwSectionView view;

      cw_section_view_fit (&view, section, design, WIDTH, HEIGHT, factors[i]);
      g_assert_cmpfloat ((bounds.min.x - view.s) * view.scale_s, >=, 0);
      g_assert_cmpfloat ((bounds.max.x - view.s) * view.scale_s, <=, WIDTH);
      g_assert_cmpfloat ((view.z - bounds.max.y) * view.scale_z, >=, 0);
      g_assert_cmpfloat ((view.z - bounds.min.y) * view.scale_z, <=, HEIGHT);
      if (factors[i] > 0)
        g_assert_cmpfloat_with_epsilon (view.scale_z / view.scale_s, factors[i], 1e-9);
      else
        g_assert_cmpfloat_with_epsilon (view.scale_z / view.scale_s,
                                        round (view.scale_z / view.scale_s), 1e-9);
    }
}

static void
test_thin_pieces_stay_visible (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (CwSection) section = cut_demo (design);
  const CwTechnology *technology = cw_design_get_technology (design);
  const CwTheme *theme = cw_theme_get (CW_THEME_LIGHT);
  CwSectionView view;
  cairo_surface_t *surface;

  cw_section_view_fit (&view, section, design, WIDTH, HEIGHT, 1);
  view.scale_z /= 20;
  view.z *= 2;
  surface = paint (section, design, theme, &view);
  g_assert_cmpuint (count_pixels (surface, cw_theme_get_material_colour (
                                               theme, cw_technology_get_material (
                                                          technology, cw_technology_find_material (
                                                                          technology, "Copper")))),
                    >, 0);
  cairo_surface_destroy (surface);
}

static void
test_empty_section_is_painted (void)
{
  static const CwPoint line[] = { { 8 * CW_MM, 8 * CW_MM }, { 8 * CW_MM, 8 * CW_MM } };
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (CwSection) section = cw_section_new (design, line, 2);
  CwSectionView view;
  cairo_surface_t *surface;

  cw_section_view_fit (&view, section, design, WIDTH, HEIGHT, 0);
  surface = paint (section, design, cw_theme_get (CW_THEME_DARK), &view);
  g_assert_cmpuint (count_pixels (surface, cw_theme_get (CW_THEME_DARK)->background), >,
                    WIDTH * HEIGHT * 9 / 10);
  cairo_surface_destroy (surface);
}

static void
test_piece_is_shown_where_it_lies (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (CwSection) section = cut_demo (design);
  CwColour red = cw_colour_from_rgb (0xff0000);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  CwBox bounds = cw_section_get_piece (section, 0)->polygon->bounds;
  CwSectionView view;
  double area;

  cw_section_view_fit (&view, section, design, WIDTH, HEIGHT, 0);
  area = ((double) bounds.max.x - bounds.min.x) * view.scale_s
         * ((double) bounds.max.y - bounds.min.y) * view.scale_z;
  cw_section_paint_piece (cr, section, 0, &view, WIDTH, HEIGHT, red, CW_PLAN_LOOK_FILL);
  cairo_surface_flush (surface);
  g_assert_cmpfloat_with_epsilon (count_pixels (surface, red), area, area / 100);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/section-painter/" name, function)
  ADD ("every-material-is-painted", test_every_material_is_painted);
  ADD ("fit-shows-the-whole-section", test_fit_shows_the_whole_section);
  ADD ("thin-pieces-stay-visible", test_thin_pieces_stay_visible);
  ADD ("empty-section-is-painted", test_empty_section_is_painted);
  ADD ("piece-is-shown-where-it-lies", test_piece_is_shown_where_it_lies);
#undef ADD

  return g_test_run ();
}
