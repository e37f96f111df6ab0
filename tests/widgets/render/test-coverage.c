/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-coverage.h"

#include <math.h>
#include <stdlib.h>

#define SIZE (128)

/* paints the coverage in black */
static cairo_surface_t *
paint (CwCoverage *coverage)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgba (cr, 0, 0, 0, 1);
  cw_coverage_paint (coverage, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint8
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x];
}

static void
test_capsules_look_as_cairo_draws_them (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (CwCoverage) coverage = cw_coverage_new (SIZE, SIZE);
      CwSpot a = { g_rand_double_range (rand, -40, 170), g_rand_double_range (rand, -40, 170) };
      CwSpot b = round % 5 == 0 ? a
                                : (CwSpot){ g_rand_double_range (rand, -40, 170),
                                            g_rand_double_range (rand, -40, 170) };
      double width = g_rand_double_range (rand, 1, 60);
      cairo_surface_t *wanted = cairo_image_surface_create (CAIRO_FORMAT_A8, SIZE, SIZE);
      cairo_t *cr = cairo_create (wanted);
      cairo_surface_t *found;
      gint64 difference = 0;

      cairo_set_antialias (cr, CAIRO_ANTIALIAS_BEST);
      cairo_set_tolerance (cr, 0.02);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_line_width (cr, width);
      cairo_move_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
      cairo_stroke (cr);
      cairo_destroy (cr);
      cairo_surface_flush (wanted);

      cw_coverage_add_capsule (coverage, a, b, width);
      found = paint (coverage);
      for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++)
          {
            int one = abs (get_pixel (found, x, y) - get_pixel (wanted, x, y));

            g_assert_cmpint (one, <=, 72);
            difference += one;
          }
      g_assert_cmpint (difference, <=, SIZE * SIZE * 255 / 200);
      cairo_surface_destroy (wanted);
      cairo_surface_destroy (found);
    }
}

static void
test_boxes_cover_their_share_of_a_pixel (void)
{
  g_autoptr (CwCoverage) coverage = cw_coverage_new (SIZE, SIZE);
  cairo_surface_t *found;

  cw_coverage_add_box (coverage, (CwFrame){ 10.5, 20, 30, 40.25 });
  found = paint (coverage);
  g_assert_cmpuint (get_pixel (found, 9, 30), ==, 0);
  g_assert_cmpuint (get_pixel (found, 10, 30), ==, 128);
  g_assert_cmpuint (get_pixel (found, 11, 30), ==, 255);
  g_assert_cmpuint (get_pixel (found, 29, 30), ==, 255);
  g_assert_cmpuint (get_pixel (found, 30, 30), ==, 0);
  g_assert_cmpuint (get_pixel (found, 20, 19), ==, 0);
  g_assert_cmpuint (get_pixel (found, 20, 20), ==, 255);
  g_assert_cmpuint (get_pixel (found, 20, 40), ==, 64);
  cairo_surface_destroy (found);
}

static void
test_shapes_that_reach_far_out_are_drawn_right (void)
{
  g_autoptr (CwCoverage) coverage = cw_coverage_new (SIZE, SIZE);
  cairo_surface_t *found;

  cw_coverage_add_capsule (coverage, (CwSpot){ -1e9, 64 }, (CwSpot){ 1e9, 64 }, 8);
  found = paint (coverage);
  g_assert_cmpuint (get_pixel (found, 3, 59), ==, 0);
  g_assert_cmpuint (get_pixel (found, 3, 60), ==, 255);
  g_assert_cmpuint (get_pixel (found, 120, 67), ==, 255);
  g_assert_cmpuint (get_pixel (found, 120, 68), ==, 0);
  cairo_surface_destroy (found);

  cw_coverage_clear (coverage);
  g_assert_true (cw_coverage_is_empty (coverage));
  cw_coverage_add_capsule (coverage, (CwSpot){ 1e8, -1e8 }, (CwSpot){ 1e8, -1e8 }, 2e8);
  cw_coverage_add_capsule (coverage, (CwSpot){ 64, 1e6 }, (CwSpot){ 64, 2e6 }, 10);
  found = paint (coverage);
  for (int i = 0; i < SIZE; i++)
    g_assert_cmpuint (get_pixel (found, i, i), ==, 0);
  cairo_surface_destroy (found);
  cw_coverage_add_capsule (coverage, (CwSpot){ 64, 64 }, (CwSpot){ 64, 64 }, 1e9);
  found = paint (coverage);
  g_assert_cmpuint (get_pixel (found, 0, 0), ==, 255);
  g_assert_cmpuint (get_pixel (found, 127, 127), ==, 255);
  cairo_surface_destroy (found);
}

static void
test_thin_shapes_stay_visible (void)
{
  g_autoptr (CwCoverage) coverage = cw_coverage_new (SIZE, SIZE);
  cairo_surface_t *found;

  cw_coverage_add_capsule (coverage, (CwSpot){ 0, 10.5 }, (CwSpot){ 128, 10.5 }, 0.001);
  cw_coverage_add_capsule (coverage, (CwSpot){ 50.5, 50.5 }, (CwSpot){ 50.5, 50.5 }, 0.001);
  cw_coverage_add_box (coverage, (CwFrame){ 80.5, 80.5, 80.501, 80.501 });
  found = paint (coverage);
  g_assert_cmpuint (get_pixel (found, 64, 10), >=, 80);
  g_assert_cmpuint (get_pixel (found, 50, 50), >=, 80);
  g_assert_cmpuint (get_pixel (found, 80, 80), >=, 20);
  cairo_surface_destroy (found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/coverage/" name, function)
  ADD ("capsules-look-as-cairo-draws-them", test_capsules_look_as_cairo_draws_them);
  ADD ("boxes-cover-their-share-of-a-pixel", test_boxes_cover_their_share_of_a_pixel);
  ADD ("shapes-that-reach-far-out-are-drawn-right", test_shapes_that_reach_far_out_are_drawn_right);
  ADD ("thin-shapes-stay-visible", test_thin_shapes_stay_visible);
#undef ADD

  return g_test_run ();
}
