/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-overlay.h"

#include <math.h>
#include <string.h>

#define SIZE (200)

typedef struct
{
  cairo_surface_t *surface;
  CwOverlay overlay;
} Canvas;

/* a pixel a micrometre, the origin in the middle */
static void
begin (Canvas *canvas)
{
  canvas->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  canvas->overlay = (CwOverlay){
    .cr = cairo_create (canvas->surface),
    .theme = cw_theme_get (CW_THEME_LIGHT),
    .view = { -100 * CW_UM, 100 * CW_UM, 1.0 / CW_UM },
    .width = SIZE,
    .height = SIZE,
  };
}

static void
end (Canvas *canvas)
{
  g_assert_cmpint (cairo_status (canvas->overlay.cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (canvas->overlay.cr);
  cairo_surface_destroy (canvas->surface);
}

/* whether a pixel is of about a colour */
static gboolean
is_colour (const Canvas *canvas, int x, int y, CwColour colour)
{
  const guint8 *row;
  guint32 pixel;

  cairo_surface_flush (canvas->surface);
  row = cairo_image_surface_get_data (canvas->surface)
        + (gsize) y * cairo_image_surface_get_stride (canvas->surface);
  memcpy (&pixel, row + 4 * x, 4);

  return pixel >> 24 == 255 && fabs ((pixel >> 16 & 255) / 255.0 - colour.red) < 0.1
         && fabs ((pixel >> 8 & 255) / 255.0 - colour.green) < 0.1
         && fabs ((pixel & 255) / 255.0 - colour.blue) < 0.1;
}

static guint
get_alpha (const Canvas *canvas, int x, int y)
{
  cairo_surface_flush (canvas->surface);

  return cairo_image_surface_get_data (
      canvas->surface)[(gsize) y * cairo_image_surface_get_stride (canvas->surface) + 4 * x + 3];
}

static guint
count_colour (const Canvas *canvas, CwColour colour)
{
  guint n = 0;

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      n += is_colour (canvas, x, y, colour);

  return n;
}

static void
test_steps_are_round (void)
{
  static const struct
  {
    double scale;
    double least;
    CwCoord step;
  } cases[] = {
    { 1.0 / CW_UM, 10, 10 * CW_UM },
    { 1.0 / CW_UM, 11, 20 * CW_UM },
    { 1.0 / CW_UM, 21, 50 * CW_UM },
    { 1.0 / CW_UM, 51, 100 * CW_UM },
    { 100, 10, 1 },
    { 1e-12, 100, CW_COORD_MAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cw_overlay_pick_step (cases[i].scale, cases[i].least), ==, cases[i].step);
}

static void
test_grid_has_a_dot_on_each_of_its_points (void)
{
  Canvas canvas;

  begin (&canvas);
  cw_overlay_paint_grid (&canvas.overlay, CW_POINT (0, 0), 20 * CW_UM);
  g_assert_true (is_colour (&canvas, 100, 100, canvas.overlay.theme->grid_major));
  g_assert_true (is_colour (&canvas, 120, 100, canvas.overlay.theme->grid));
  g_assert_true (is_colour (&canvas, 40, 180, canvas.overlay.theme->grid));
  g_assert_false (is_colour (&canvas, 110, 100, canvas.overlay.theme->grid));
  end (&canvas);
}

static void
test_dense_grid_is_thinned_by_tens (void)
{
  Canvas canvas;

  begin (&canvas);
  cw_overlay_paint_grid (&canvas.overlay, CW_POINT (0, 0), 5 * CW_UM);
  g_assert_true (is_colour (&canvas, 150, 100, canvas.overlay.theme->grid));
  g_assert_false (is_colour (&canvas, 105, 100, canvas.overlay.theme->grid));
  end (&canvas);
}

static void
test_section_line_goes_through_its_points (void)
{
  static const CwPoint line[] = { { -60 * CW_UM, 0 }, { 0, 0 }, { 60 * CW_UM, 60 * CW_UM } };
  Canvas canvas;

  begin (&canvas);
  cw_overlay_paint_section_line (&canvas.overlay, line, 3, "A", CW_CUT_ACTIVE);
  g_assert_cmpuint (get_alpha (&canvas, 70, 100), >, 200);
  g_assert_cmpuint (get_alpha (&canvas, 130, 69), >, 200);
  g_assert_cmpuint (get_alpha (&canvas, 70, 120), ==, 0);
  g_assert_cmpuint (count_colour (&canvas, canvas.overlay.theme->section_line), >, 50);
  g_assert_true (is_colour (&canvas, 100, 100, canvas.overlay.theme->package));
  end (&canvas);
}

static void
test_violation_shows_its_gap_and_a_badge (void)
{
  Canvas canvas;

  for (guint is_warning = 0; is_warning < 2; is_warning++)
    {
      const CwTheme *theme;

      begin (&canvas);
      theme = canvas.overlay.theme;
      cw_overlay_paint_violation (&canvas.overlay, CW_POINT (-20 * CW_UM, 0),
                                  CW_POINT (20 * CW_UM, 0), "6.2 µm < 8 µm", is_warning);
      g_assert_cmpuint (count_colour (&canvas, is_warning ? theme->warning : theme->violation), >,
                        60);
      g_assert_cmpuint (count_colour (&canvas, is_warning ? theme->violation : theme->warning), <,
                        10);
      end (&canvas);
    }
}

static void
test_what_lies_far_out_does_no_harm (void)
{
  static const CwPoint line[]
      = { { -CW_COORD_MAX, -CW_COORD_MAX }, { CW_COORD_MAX, CW_COORD_MAX } };
  Canvas canvas;

  begin (&canvas);
  canvas.overlay.view = (CwPlanView){ -1, 1, 100 };
  cw_overlay_paint_grid (&canvas.overlay, CW_POINT (CW_COORD_MAX, -CW_COORD_MAX), 0);
  cw_overlay_paint_section_line (&canvas.overlay, line, 2, "A", CW_CUT_CURRENT);
  cw_overlay_paint_airwire (&canvas.overlay, line[0], line[1]);
  cw_overlay_paint_violation (&canvas.overlay, line[0], line[1], NULL, FALSE);
  cw_overlay_paint_violation (&canvas.overlay, line[1], line[1], "far", FALSE);
  cw_overlay_paint_scale_bar (canvas.overlay.cr, canvas.overlay.theme, 100, (CwSpot){ 10, 190 },
                              100, "z ×2");
  end (&canvas);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/overlay/" name, function)
  ADD ("steps-are-round", test_steps_are_round);
  ADD ("grid-has-a-dot-on-each-of-its-points", test_grid_has_a_dot_on_each_of_its_points);
  ADD ("dense-grid-is-thinned-by-tens", test_dense_grid_is_thinned_by_tens);
  ADD ("section-line-goes-through-its-points", test_section_line_goes_through_its_points);
  ADD ("violation-shows-its-gap-and-a-badge", test_violation_shows_its_gap_and_a_badge);
  ADD ("what-lies-far-out-does-no-harm", test_what_lies_far_out_does_no_harm);
#undef ADD

  return g_test_run ();
}
