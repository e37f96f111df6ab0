/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-current.h"

#include "tests/model/physics/oracle.h"

#define MIL (25.4e-6)

static const CwLifeTest jedec = { 1e10, 275, 31, 0.4, 1.0, 1 };

static void
test_layers_carry_what_their_rule_says (void)
{
  assert_oracle ("em_tm2", cw_current_layer (16e-3 / 1e-6, 10e-6), 160e-3, 1e-12);
  assert_oracle ("em_tm2, note", cw_current_vias (10e-3, 4), 40e-3, 1e-12);
}

static void
test_black_is_the_published_exercise (void)
{
  CwEstimate life = cw_current_black_life (&jedec, jedec.density, 105);
  CwEstimate density = cw_current_black_density (&jedec, 105, 10 * 8760, 3);

  assert_oracle ("em_black", life, 421367, 1e-3);
  g_assert_true (life.in_range);
  assert_oracle ("em_black, note", density, 1.449e10, 1e-3);
  g_assert_true (density.in_range);
}

/* The density found for a life gives back that life. */
static void
test_black_life_and_density_are_inverse (void)
{
  CwLifeTest test = jedec;

  test.exponent = 2;
  for (double years = 1; years < 50; years *= 2)
    {
      double density = cw_current_black_density (&test, 95, years * 8760, 0).value;

      assert_oracle ("inverse", cw_current_black_life (&test, density, 95), years * 8760, 1e-9);
    }
}

static void
test_board_traces_are_the_published_ones (void)
{
  double width = 20 * MIL;
  double thickness = 1.378 * MIL;
  CwEstimate external = cw_current_ipc_2152 (CW_BOARD_TRACE_EXTERNAL, width, thickness, 10);

  assert_oracle ("ipc52e", external, 1.4164291025677085, 1e-9);
  assert_oracle ("ipc52i", cw_current_ipc_2152 (CW_BOARD_TRACE_INTERNAL_1_OZ, width, thickness, 10),
                 1.513124408404138, 1e-9);
  assert_oracle ("ipc21e", cw_current_ipc_2221 (TRUE, width, thickness, 10), 1.46367, 1e-5);
  assert_oracle ("ipc21e, note", cw_current_ipc_2221 (FALSE, width, thickness, 10), 0.731836, 1e-5);
  g_assert_true (external.in_range);
}

/* The fits of the other boards, read forward: the current heats the trace by what it was asked for. */
static void
test_board_fits_are_solved (void)
{
  static const double fits[][4] = { { 215.3, 2.0, -1.15, -1.0 },
                                    { 120, 2.0, -1.10, -1.52 },
                                    { 200, 1.9, -1.10, -1.52 },
                                    { 300, 2.0, -1.15, -1.52 },
                                    { 262.5, 1.9, -1.15, -1.52 } };

  for (int where = CW_BOARD_TRACE_EXTERNAL; where <= CW_BOARD_TRACE_INTERNAL_3_OZ; where++)
    {
      const double *fit = fits[where];
      double i = cw_current_ipc_2152 ((CwBoardTrace) where, 50 * MIL, 1.4 * MIL, 25).value;
      double rise = fit[0] * pow (i, fit[1]) * pow (50, fit[2]) * pow (1.4, fit[3]);

      g_assert_cmpfloat_with_epsilon (rise, 25, 1e-9);
    }
}

/* A line of a redistribution layer is no board trace. */
static void
test_fine_lines_are_outside_the_board_charts (void)
{
  for (int where = CW_BOARD_TRACE_EXTERNAL; where <= CW_BOARD_TRACE_INTERNAL_3_OZ; where++)
    {
      CwEstimate trace = cw_current_ipc_2152 ((CwBoardTrace) where, 10e-6, 5e-6, 10);

      assert_outside (trace);
      g_assert_cmpfloat (trace.value, >, 0);
    }
  assert_outside (cw_current_ipc_2221 (TRUE, 10e-6, 5e-6, 10));
  assert_outside (cw_current_ipc_2221 (TRUE, 10e-3, 105e-6, 90)); /* more than 35 A */
}

static void
test_nonsense_has_no_value (void)
{
  CwLifeTest none = jedec;

  none.activation = 0;
  assert_undefined (cw_current_black_life (&none, 1e10, 105));
  assert_undefined (cw_current_black_density (&none, 105, 87600, 3));
  assert_undefined (cw_current_black_life (&jedec, 0, 105));
  assert_undefined (cw_current_black_density (&jedec, -300, 87600, 3));
  assert_undefined (cw_current_ipc_2152 (CW_BOARD_TRACE_EXTERNAL, 0, 35e-6, 10));
  assert_undefined (cw_current_ipc_2221 (TRUE, 1e-3, 35e-6, 0));
  assert_outside (cw_current_black_life (&jedec, 1e10, 300));
  assert_outside (cw_current_layer (0, 1e-6));
  assert_outside (cw_current_vias (1e-3, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/current/layers-carry-what-their-rule-says",
                   test_layers_carry_what_their_rule_says);
  g_test_add_func ("/model/physics/current/black-is-the-published-exercise",
                   test_black_is_the_published_exercise);
  g_test_add_func ("/model/physics/current/black-life-and-density-are-inverse",
                   test_black_life_and_density_are_inverse);
  g_test_add_func ("/model/physics/current/board-traces-are-the-published-ones",
                   test_board_traces_are_the_published_ones);
  g_test_add_func ("/model/physics/current/board-fits-are-solved", test_board_fits_are_solved);
  g_test_add_func ("/model/physics/current/fine-lines-are-outside-the-board-charts",
                   test_fine_lines_are_outside_the_board_charts);
  g_test_add_func ("/model/physics/current/nonsense-has-no-value", test_nonsense_has_no_value);

  return g_test_run ();
}
