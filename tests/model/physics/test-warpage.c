/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-warpage.h"

#include "tests/model/physics/oracle.h"

static const CwWarpageLayer fr4 = { 350e-6, 24e9, 0.2, 16e-6 };
static const CwWarpageLayer mould = { 150e-6, 11.7e9, 0.3, 23e-6 };
static const CwWarpageLayer die = { 130e-6, 130e9, 0.28, 2.6e-6 };
static const CwWarpageLayer wafer = { 775e-6, 130e9, 0.28, 2.6e-6 };
static const CwWarpageLayer polyimide = { 5e-6, 3.7e9, 0.34, 52e-6 };

/* The unit of the row is mm; only ratios count. */
static void
test_bimetal_is_the_published_example (void)
{
  const CwWarpageLayer bottom = { 150, 1e5, 0, 0 };
  const CwWarpageLayer top = { 150, 1e5, 0, 5e-6 };
  CwEstimate curvature = cw_warpage_bimetal (&bottom, &top, 50);

  assert_oracle ("wp_hy", cw_warpage_bow (curvature.value, 3000), 5.625, 0.001);
}

static void
test_stack_of_two_is_the_bimetal (void)
{
  const CwWarpageLayer layers[] = { { 100e-6, 130e9, 0, 2.6e-6 }, { 200e-6, 20e9, 0, 8e-6 } };
  CwEstimate stack = cw_warpage_stack (layers, 2, -150);

  assert_oracle ("wp_multi", stack, -3.996626, 1e-6);
  assert_oracle ("wp_multi", cw_warpage_bimetal (&layers[0], &layers[1], -150), stack.value, 1e-12);
  g_assert_true (stack.in_range);
}

/* The two regions of a package bend opposite ways. */
static void
test_preset_has_two_regions (void)
{
  const CwWarpageLayer fan_out[] = { fr4, mould };
  const CwWarpageLayer with_die[] = { fr4, die };
  CwEstimate outside = cw_warpage_stack (fan_out, 2, -125);

  assert_oracle ("wp_presetA1", outside, -1.85721, 1e-4);
  assert_oracle ("wp_presetA1, note", cw_warpage_bow (outside.value, 6e-3), -33.4e-6, 0.002);
  assert_oracle ("wp_presetA2", cw_warpage_stack (with_die, 2, -125), 5.22543, 1e-4);
}

static void
test_film_on_a_wafer (void)
{
  const CwWarpageLayer layers[] = { wafer, polyimide };
  CwEstimate stress = cw_warpage_film_stress (&polyimide, wafer.expansion, -205);
  CwEstimate curvature = cw_warpage_stoney (&wafer, polyimide.thickness, stress.value);

  assert_oracle ("wp_stoney", stress, 56.77e6, 0.001);
  g_assert_true (curvature.in_range);
  assert_oracle ("wp_stoney, note", curvature, 1 / 63.7, 0.001);
  assert_oracle ("wp_stoney, note", cw_warpage_bow (curvature.value, 150e-3), 176.7e-6, 0.001);
  assert_oracle ("wp_stoney, note", cw_warpage_stack (layers, 2, -205), -1 / 63.3, 0.001);
}

/* Where the range says that it holds it does: at its end, against the whole stack. */
static void
test_stoney_at_the_end_of_its_range (void)
{
  CwWarpageLayer layers[] = { wafer, polyimide };
  double stress = cw_warpage_film_stress (&polyimide, wafer.expansion, -205).value;
  CwEstimate curvature;

  layers[1].thickness = wafer.thickness / 101;
  curvature = cw_warpage_stoney (&wafer, layers[1].thickness, stress);
  g_assert_true (curvature.in_range);
  assert_oracle ("end", curvature, -cw_warpage_stack (layers, 2, -205).value, 0.015);
  assert_outside (cw_warpage_stoney (&wafer, wafer.thickness / 50, stress));
}

/* Cutting a layer in two changes nothing, turning the stack over changes the sign. */
static void
test_stack_does_not_know_its_cuts (void)
{
  const CwWarpageLayer up[] = { fr4, die, mould };
  const CwWarpageLayer down[] = { mould, die, fr4 };
  CwWarpageLayer cut[] = { fr4, fr4, die, mould };
  double whole = cw_warpage_stack (up, 3, -125).value;

  cut[0].thickness = 100e-6;
  cut[1].thickness = 250e-6;
  assert_oracle ("cut", cw_warpage_stack (cut, 4, -125), whole, 1e-9);
  assert_oracle ("over", cw_warpage_stack (down, 3, -125), -whole, 1e-9);
  g_assert_cmpfloat (fabs (cw_warpage_stack (&die, 1, -125).value), <, 1e-9);
}

static void
test_nonsense_has_no_value (void)
{
  const CwWarpageLayer none = { 0, 1e9, 0.3, 1e-6 };
  const CwWarpageLayer rubber = { 1e-3, 1e9, 1, 1e-6 };
  const CwWarpageLayer layers[] = { fr4, rubber };

  assert_undefined (cw_warpage_stack (NULL, 0, -125));
  assert_undefined (cw_warpage_stack (layers, 2, -125));
  assert_undefined (cw_warpage_bimetal (&none, &die, -125));
  assert_undefined (cw_warpage_film_stress (&none, 1e-6, -125));
  assert_undefined (cw_warpage_stoney (&none, 1e-6, 1e6));
  assert_outside (cw_warpage_bow (2, 0.1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/warpage/bimetal-is-the-published-example",
                   test_bimetal_is_the_published_example);
  g_test_add_func ("/model/physics/warpage/stack-of-two-is-the-bimetal",
                   test_stack_of_two_is_the_bimetal);
  g_test_add_func ("/model/physics/warpage/preset-has-two-regions", test_preset_has_two_regions);
  g_test_add_func ("/model/physics/warpage/film-on-a-wafer", test_film_on_a_wafer);
  g_test_add_func ("/model/physics/warpage/stoney-at-the-end-of-its-range",
                   test_stoney_at_the_end_of_its_range);
  g_test_add_func ("/model/physics/warpage/stack-does-not-know-its-cuts",
                   test_stack_does_not_know_its_cuts);
  g_test_add_func ("/model/physics/warpage/nonsense-has-no-value", test_nonsense_has_no_value);

  return g_test_run ();
}
