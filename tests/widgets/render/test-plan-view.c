/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-plan-view.h"

#include <math.h>

#include "widgets/render/cw-auto-pan.h"
#include "widgets/render/cw-label.h"

/* what lies below the pointer stays below it, to a hundredth of a pixel, however far it goes */
static void
test_zoom_keeps_the_fixed_point (void)
{
  guint32 seed = g_test_rand_int_range (0, G_MAXINT32);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  CwPlanView view = { -5e6, 3e6, 1e-4 };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2000; i++)
    {
      CwSpot fixed
          = { g_rand_double_range (random, 0, 1920), g_rand_double_range (random, 0, 1080) };
      double factor = pow (1.25, g_rand_int_range (random, -8, 9));
      double x = view.x + fixed.x / view.scale;
      double y = view.y - fixed.y / view.scale;

      cw_plan_view_zoom (&view, factor, fixed);
      g_assert_cmpfloat (fabs ((x - view.x) * view.scale - fixed.x), <, 0.01);
      g_assert_cmpfloat (fabs ((view.y - y) * view.scale - fixed.y), <, 0.01);
      g_assert_cmpfloat (view.scale, >=, CW_PLAN_SCALE_MIN);
      g_assert_cmpfloat (view.scale, <=, CW_PLAN_SCALE_MAX);
    }
}

static void
test_zoom_ends_at_its_range (void)
{
  CwPlanView view = { 0, 0, 1e-4 };

  for (guint i = 0; i < 200; i++)
    cw_plan_view_zoom (&view, 1.25, (CwSpot){ 100, 100 });
  g_assert_cmpfloat (view.scale, ==, 1); /* 1 nm a pixel */
  for (guint i = 0; i < 200; i++)
    cw_plan_view_zoom (&view, 1 / 1.25, (CwSpot){ 100, 100 });
  g_assert_cmpfloat (view.scale, ==, 1e-7); /* 10 mm a pixel */
}

static void
test_share_is_that_of_the_area (void)
{
  CwBox box = CW_BOX (0, 0, 1000, 1000);
  CwPlanView view = { 0, 1000, 0.1 };

  g_assert_cmpfloat (cw_plan_view_get_share (&view, box, 100, 100), ==, 1);
  g_assert_cmpfloat (cw_plan_view_get_share (&view, box, 50, 50), ==, 0.25);
  view.x = 500;
  g_assert_cmpfloat (cw_plan_view_get_share (&view, box, 100, 100), ==, 0.5);
  view.x = 5000;
  g_assert_cmpfloat (cw_plan_view_get_share (&view, box, 100, 100), ==, 0);
  g_assert_cmpfloat (cw_plan_view_get_share (&view, CW_BOX_EMPTY, 100, 100), ==, 1);
}

static void
test_drags_pan_in_three_speeds (void)
{
  double last = 0;
  guint n_speeds = 0;

  for (int x = 500; x <= 999; x++)
    {
      CwSpot speed = cw_auto_pan_get_speed ((CwSpot){ x, 400 }, 1000, 800);

      g_assert_cmpfloat (speed.y, ==, 0);
      g_assert_cmpfloat (speed.x, >=, last);
      g_assert_cmpfloat (cw_auto_pan_get_speed ((CwSpot){ 1000 - x, 400 }, 1000, 800).x, ==,
                         -speed.x);
      n_speeds += speed.x > last ? 1 : 0;
      last = speed.x;
    }
  g_assert_cmpuint (n_speeds, ==, 3);
  g_assert_cmpfloat (cw_auto_pan_get_speed ((CwSpot){ 500, 2 }, 1000, 800).y, <, 0);
  g_assert_cmpfloat (cw_auto_pan_get_speed ((CwSpot){ 500, 798 }, 1000, 800).y, >, 0);
  g_assert_cmpfloat (cw_auto_pan_get_speed ((CwSpot){ 2, 2 }, 100, 100).x, ==, 0);
}

static void
test_texts_break_at_words (void)
{
  static const struct
  {
    const char *text;
    const char *wrapped;
  } cases[] = {
    { "", "" },
    { "one", "one" },
    { "one two three", "one two\nthree" },
    { "unbreakable µm µm µm", "unbreakable\nµm µm µm" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wrapped = cw_label_dup_wrapped (cases[i].text, 8);

      g_assert_cmpstr (wrapped, ==, cases[i].wrapped);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/plan-view/" name, function)
  ADD ("zoom-keeps-the-fixed-point", test_zoom_keeps_the_fixed_point);
  ADD ("zoom-ends-at-its-range", test_zoom_ends_at_its_range);
  ADD ("share-is-that-of-the-area", test_share_is_that_of_the_area);
  ADD ("drags-pan-in-three-speeds", test_drags_pan_in_three_speeds);
  ADD ("texts-break-at-words", test_texts_break_at_words);
#undef ADD

  return g_test_run ();
}
