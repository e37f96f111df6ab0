/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-resistance.h"

#include "tests/model/physics/oracle.h"

#define COPPER (1.72e-8)

static void
test_sheets_are_the_published_ones (void)
{
  static const struct
  {
    const char *id;
    double sigma;
    double thickness;
    double expected;
  } rows[] = { { "rs_tm2", 30.3e6, 3e-6, 0.011 }, { "rs_tm1", 27.8e6, 2e-6, 0.018 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_oracle (rows[i].id, cw_resistance_sheet (1 / rows[i].sigma, rows[i].thickness),
                   rows[i].expected, 0.01);
}

static void
test_longest_route_of_caravel (void)
{
  CwEstimate bar = cw_resistance_bar (COPPER, 4440.6e-6, 40e-6, 5e-6);

  assert_oracle ("track_caravel", bar, 0.3819, 0.001);
  g_assert_true (bar.in_range);
}

static void
test_vias_are_the_published_ones (void)
{
  assert_oracle ("rv2", cw_resistance_plug (1 / 3.143e6, 2.8e-6, 0.9e-6 * 0.9e-6), 1.1, 0.01);
  assert_oracle ("rv1", cw_resistance_plug (1 / 2.191e6, 0.85e-6, 0.42e-6 * 0.42e-6), 2.2, 0.01);
  /* the row's 0.219 mΩ is exact to its three digits: the integral is 0.21900 */
  assert_oracle ("via_cone", cw_resistance_tapered_plug (COPPER, 5e-6, 10e-6, 12.5e-6), 0.219e-3,
                 1e-4);
  assert_oracle ("via_shell", cw_resistance_via_shell (COPPER, 5e-6, 10e-6, 12.5e-6, 3e-6),
                 0.455299e-3, 1e-3);
}

static void
test_corner_counts_its_squares (void)
{
  double with = cw_resistance_track (1, 1, 1, 10, 1).value;
  double without = cw_resistance_track (1, 1, 1, 10, 0).value;

  g_test_message ("corner: %.9g", with - without);
  g_assert_cmpfloat_with_epsilon (with - without, 0.558729, 0.0001);
}

/* against a sum over the pieces, written out */
static void
test_meander_is_the_sum_of_its_pieces (void)
{
  double sheet = COPPER / 5e-6;
  double ends = 2 * (100.0 - 10) / 10;   /* first and last leg: one corner each */
  double middle = 3 * (100.0 - 20) / 10; /* the others: two */
  double links = 4 * 15.0 / 10;
  double corners = 8 * 0.55872880;
  CwEstimate five = cw_resistance_meander (COPPER, 5e-6, 10e-6, 15e-6, 100e-6, 5);
  CwEstimate one = cw_resistance_meander (COPPER, 5e-6, 10e-6, 15e-6, 100e-6, 1);

  g_assert_true (five.in_range);
  g_assert_cmpfloat_with_epsilon (five.value, sheet * (ends + middle + links + corners), 1e-8);
  g_assert_true (one.in_range);
  g_assert_cmpfloat_with_epsilon (one.value, sheet * 10, 1e-12);
  assert_outside (cw_resistance_meander (COPPER, 5e-6, 10e-6, 5e-6, 100e-6, 5));
  assert_undefined (cw_resistance_meander (COPPER, 5e-6, 10e-6, 15e-6, 15e-6, 5));
  assert_undefined (cw_resistance_meander (COPPER, 5e-6, 10e-6, 15e-6, 100e-6, 0));
}

/* lengths that the rows of the Greenhouse spirals give */
static void
test_square_spirals_have_their_length (void)
{
  static const struct
  {
    CwSpiral spiral;
    double length;
  } rows[] = { { { CW_SPIRAL_SQUARE, 3, 6e-6, 4e-6, 60e-6 }, 1022e-6 },
               { { CW_SPIRAL_SQUARE, 5, 10e-6, 10e-6, 100e-6 }, 3780e-6 },
               { { CW_SPIRAL_SQUARE, 4, 10e-6, 10e-6, 200e-6 }, 4300e-6 },
               { { CW_SPIRAL_SQUARE, 2, 15e-6, 10e-6, 200e-6 }, 1895e-6 },
               { { CW_SPIRAL_SQUARE, 5, 20e-6, 10e-6, 300e-6 }, 8770e-6 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwEstimate length = cw_spiral_length (&rows[i].spiral);
      int n = (int) (4 * rows[i].spiral.turns) - 1;
      double squares
          = rows[i].length / rows[i].spiral.width - n * (1 - CW_RESISTANCE_CORNER_SQUARES);

      g_assert_true (length.in_range);
      g_assert_cmpfloat_with_epsilon (length.value, rows[i].length, 1e-12);
      g_assert_cmpfloat_with_epsilon (cw_resistance_spiral (COPPER, 5e-6, &rows[i].spiral).value,
                                      COPPER / 5e-6 * squares, 1e-9);
    }
}

/* Of one inner diameter the round one is the shortest and all are close to each other. */
static void
test_rounder_spirals_are_shorter (void)
{
  CwSpiral spiral = { CW_SPIRAL_HEXAGON, 3, 10e-6, 10e-6, 200e-6 };
  double last = 4 * 3 * 250e-6; /* square rings of the mean diameter */

  for (; spiral.form <= CW_SPIRAL_ROUND; spiral.form++)
    {
      double length = cw_spiral_length (&spiral).value;

      g_assert_cmpfloat (length, <, last);
      g_assert_cmpfloat (length, >=, G_PI * 3 * 250e-6 * (1 - 1e-12));
      last = length;
    }
}

static void
test_resistivity_follows_the_temperature (void)
{
  assert_oracle ("20 °C", cw_resistance_resistivity (COPPER, 3.93e-3, 20), COPPER, 1e-12);
  assert_oracle ("120 °C", cw_resistance_resistivity (COPPER, 3.93e-3, 120), COPPER * 1.393, 1e-12);
  assert_outside (cw_resistance_resistivity (COPPER, 3.93e-3, 900));
}

static void
test_straight_walls_are_the_limit_of_sloping_ones (void)
{
  CwEstimate shell = cw_resistance_via_shell (COPPER, 5e-6, 10e-6, 10e-6, 3e-6);
  CwEstimate plug = cw_resistance_tapered_plug (COPPER, 5e-6, 10e-6, 10e-6);

  assert_oracle ("shell", shell, COPPER * 5e-6 / (2 * G_PI * 10e-6 * 3e-6), 1e-9);
  assert_oracle ("plug", plug, cw_resistance_plug (COPPER, 5e-6, G_PI * 1e-10).value, 1e-9);
  assert_oracle ("four", cw_resistance_parallel (shell.value, 4), shell.value / 4, 1e-12);
  assert_outside (cw_resistance_via_shell (COPPER, 5e-6, 10e-6, 12e-6, 6e-6));
}

static void
test_nonsense_has_no_value (void)
{
  const CwSpiral none = { CW_SPIRAL_SQUARE, 0, 1e-6, 1e-6, 1e-6 };

  assert_undefined (cw_resistance_sheet (COPPER, 0));
  assert_undefined (cw_resistance_bar (COPPER, 1, 0, 1));
  assert_undefined (cw_resistance_bar (COPPER, NAN, 1, 1));
  assert_undefined (cw_resistance_track (COPPER, 1e-6, 0, 0, 1));
  assert_undefined (cw_resistance_plug (COPPER, 1e-6, 0));
  assert_undefined (cw_resistance_tapered_plug (COPPER, 1e-6, 0, 1e-6));
  assert_undefined (cw_resistance_via_shell (COPPER, 1e-6, 0, 1e-6, 1e-6));
  assert_undefined (cw_resistance_parallel (1, 0));
  assert_undefined (cw_resistance_spiral (COPPER, 1e-6, &none));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/resistance/sheets-are-the-published-ones",
                   test_sheets_are_the_published_ones);
  g_test_add_func ("/model/physics/resistance/longest-route-of-caravel",
                   test_longest_route_of_caravel);
  g_test_add_func ("/model/physics/resistance/vias-are-the-published-ones",
                   test_vias_are_the_published_ones);
  g_test_add_func ("/model/physics/resistance/corner-counts-its-squares",
                   test_corner_counts_its_squares);
  g_test_add_func ("/model/physics/resistance/meander-is-the-sum-of-its-pieces",
                   test_meander_is_the_sum_of_its_pieces);
  g_test_add_func ("/model/physics/resistance/square-spirals-have-their-length",
                   test_square_spirals_have_their_length);
  g_test_add_func ("/model/physics/resistance/rounder-spirals-are-shorter",
                   test_rounder_spirals_are_shorter);
  g_test_add_func ("/model/physics/resistance/resistivity-follows-the-temperature",
                   test_resistivity_follows_the_temperature);
  g_test_add_func ("/model/physics/resistance/straight-walls-are-the-limit-of-sloping-ones",
                   test_straight_walls_are_the_limit_of_sloping_ones);
  g_test_add_func ("/model/physics/resistance/nonsense-has-no-value", test_nonsense_has_no_value);

  return g_test_run ();
}
