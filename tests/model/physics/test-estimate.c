/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-capacitance.h"
#include "model/physics/cw-current.h"
#include "model/physics/cw-filter.h"
#include "model/physics/cw-heat.h"
#include "model/physics/cw-inductance.h"
#include "model/physics/cw-line.h"
#include "model/physics/cw-resistance.h"
#include "model/physics/cw-solder.h"
#include "model/physics/cw-warpage.h"

#include "tests/model/physics/oracle.h"

#define N_ROUNDS (40000)

/* What a form may be asked for while the user types, and worse. */
static double
draw (void)
{
  static const double odd[] = { 0,     -1,   1,     NAN,  INFINITY, -INFINITY, 1e-320, 1e-200,
                                1e200, 1e-6, 10e-6, 1e-3, 3.3,      20,        -1e-6,  1e308 };

  if (g_test_rand_int_range (0, 4) == 0)
    return odd[g_test_rand_int_range (0, G_N_ELEMENTS (odd))];

  return pow (10, g_test_rand_double_range (-9, 3));
}

static guint
draw_count (void)
{
  return g_test_rand_int_range (0, 8) == 0 ? G_MAXUINT : (guint) g_test_rand_int_range (0, 40);
}

static void
assert_number (CwEstimate got)
{
  g_assert_true (isfinite (got.value));
  g_assert_cmpstr (got.formula, !=, "");
  g_assert_true (g_utf8_validate (got.formula, -1, NULL));
  g_assert_cmpstr (got.range, !=, "");
  g_assert_true (g_utf8_validate (got.range, -1, NULL));
}

static void
ask_of_spirals (void)
{
  const CwSpiral spiral
      = { (CwSpiralForm) g_test_rand_int_range (0, 4), draw (), draw (), draw (), draw () };

  assert_number (cw_spiral_length (&spiral));
  assert_number (cw_resistance_spiral (draw (), draw (), &spiral));
  assert_number (cw_inductance_wheeler (&spiral));
  assert_number (cw_inductance_current_sheet (&spiral));
  assert_number (cw_inductance_monomial (&spiral));
  assert_number (cw_inductance_greenhouse (&spiral, draw ()));
  assert_number (cw_inductance_spiral (&spiral, draw ()));
  assert_number (cw_inductance_bar (draw (), draw (), draw ()));
  assert_number (cw_inductance_bars_mutual (draw (), draw (), draw ()));
  assert_number (cw_filter_low_pass_parts (&spiral, draw (), draw (), draw (), draw (), draw ()));
}

static void
ask_of_resistors (void)
{
  assert_number (cw_resistance_resistivity (draw (), draw (), draw ()));
  assert_number (cw_resistance_sheet (draw (), draw ()));
  assert_number (cw_resistance_bar (draw (), draw (), draw (), draw ()));
  assert_number (cw_resistance_track (draw (), draw (), draw (), draw (), draw_count ()));
  assert_number (
      cw_resistance_meander (draw (), draw (), draw (), draw (), draw (), draw_count ()));
  assert_number (cw_resistance_plug (draw (), draw (), draw ()));
  assert_number (cw_resistance_tapered_plug (draw (), draw (), draw (), draw ()));
  assert_number (cw_resistance_via_shell (draw (), draw (), draw (), draw (), draw ()));
  assert_number (cw_resistance_parallel (draw (), draw_count ()));
}

static void
ask_of_lines (void)
{
  const CwCoplanar coplanar
      = { draw (), draw (), draw (), draw (), draw (), g_test_rand_bit () ? TRUE : FALSE };

  assert_number (cw_line_microstrip_impedance (draw (), draw (), draw (), draw ()));
  assert_number (cw_line_microstrip_permittivity (draw (), draw (), draw (), draw ()));
  assert_number (cw_line_stripline_impedance (draw (), draw (), draw (), draw ()));
  assert_number (cw_line_stripline_cohn (draw (), draw (), draw ()));
  assert_number (cw_line_coplanar_impedance (&coplanar));
  assert_number (cw_line_coplanar_permittivity (&coplanar));
  assert_number (cw_line_skin_depth (draw (), draw ()));
  assert_number (cw_filter_low_pass (draw (), draw ()));
  assert_number (cw_filter_hairpin (draw (), draw ()));
  assert_number (cw_filter_hairpin_legs (draw (), draw (), draw (), draw (), draw (), draw ()));
}

static void
ask_of_capacitors_and_currents (void)
{
  const CwInterdigital combs
      = { draw_count (), draw (), draw (), draw (), draw (), draw (), draw () };
  const CwLifeTest test = { draw (), draw (), draw (), draw (), draw (), draw () };

  assert_number (cw_capacitance_plates (draw (), draw (), draw (), draw ()));
  assert_number (cw_capacitance_mim (draw (), draw (), draw (), draw ()));
  assert_number (cw_capacitance_line (draw (), draw (), draw (), draw ()));
  assert_number (cw_capacitance_interdigital (&combs));
  assert_number (cw_current_layer (draw (), draw ()));
  assert_number (cw_current_vias (draw (), draw_count ()));
  assert_number (cw_current_black_life (&test, draw (), draw ()));
  assert_number (cw_current_black_density (&test, draw (), draw (), draw ()));
  assert_number (
      cw_current_ipc_2152 ((CwBoardTrace) g_test_rand_int_range (0, 5), draw (), draw (), draw ()));
  assert_number (
      cw_current_ipc_2221 (g_test_rand_bit () ? TRUE : FALSE, draw (), draw (), draw ()));
}

static void
ask_of_packages (void)
{
  const CwHeatPlate plate = { draw (), draw (), draw (), draw (), draw () };
  const CwWarpageLayer layers[]
      = { { draw (), draw (), draw (), draw () }, { draw (), draw (), draw (), draw () } };

  assert_number (cw_heat_slab (draw (), draw (), draw ()));
  assert_number (cw_heat_pyramid (draw (), draw (), draw (), draw ()));
  assert_number (cw_heat_plate_mean (&plate));
  assert_number (cw_heat_plate_peak (&plate));
  assert_number (cw_warpage_bimetal (&layers[0], &layers[1], draw ()));
  assert_number (cw_warpage_stack (layers, 2, draw ()));
  assert_number (cw_warpage_film_stress (&layers[0], draw (), draw ()));
  assert_number (cw_warpage_stoney (&layers[0], draw (), draw ()));
  assert_number (cw_warpage_bow (draw (), draw ()));
  assert_number (cw_solder_free_ball (draw (), draw ()));
  assert_number (cw_solder_pillar_height (draw (), draw (), draw ()));
}

/* Any input gets a finite value and words; a critical warning would end the test. */
static void
test_no_input_makes_nan (void)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      ask_of_spirals ();
      ask_of_resistors ();
      ask_of_lines ();
      ask_of_capacitors_and_currents ();
      ask_of_packages ();
    }
}

static void
test_infinite_value_is_undefined (void)
{
  assert_undefined (cw_estimate_new (NAN, TRUE, "f", "r"));
  assert_undefined (cw_estimate_new (-INFINITY, TRUE, "f", "r"));
  g_assert_true (cw_estimate_new (1, TRUE, "f", "r").in_range);
  g_assert_false (cw_estimate_new (1, FALSE, "f", "r").in_range);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/estimate/no-input-makes-nan", test_no_input_makes_nan);
  g_test_add_func ("/model/physics/estimate/infinite-value-is-undefined",
                   test_infinite_value_is_undefined);

  return g_test_run ();
}
