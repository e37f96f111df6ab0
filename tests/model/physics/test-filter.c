/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-filter.h"

#include "model/physics/cw-capacitance.h"
#include "model/physics/cw-inductance.h"
#include "model/physics/cw-line.h"

#include "tests/model/physics/oracle.h"

/* No published rows: values worked out by hand. */
static void
test_low_pass (void)
{
  /* 1 nH and 1 pF: √(1e-21) = 3.16228e-11 s */
  assert_oracle ("1 nH, 1 pF", cw_filter_low_pass (1e-9, 1e-12), 5.032921e9, 1e-6);
  assert_oracle ("4 nH, 1 pF", cw_filter_low_pass (4e-9, 1e-12), 5.032921e9 / 2, 1e-6);
  assert_undefined (cw_filter_low_pass (0, 1e-12));
  assert_undefined (cw_filter_low_pass (1e-9, NAN));
}

static void
test_hairpin (void)
{
  assert_oracle ("air", cw_filter_hairpin (0.149896229, 1), 1e9, 1e-9);
  assert_oracle ("permittivity 4", cw_filter_hairpin (5e-3, 4), 14.9896229e9, 1e-9);
  assert_undefined (cw_filter_hairpin (0, 4));
  assert_undefined (cw_filter_hairpin (5e-3, 0.5));
}

static void
test_low_pass_of_its_parts (void)
{
  CwSpiral spiral = { CW_SPIRAL_SQUARE, 5, 10e-6, 10e-6, 100e-6 };
  double l = cw_inductance_greenhouse (&spiral, 5e-6).value;
  double c = cw_capacitance_plates (3.3, 400e-6, 500e-6, 7e-6).value;
  CwEstimate f = cw_filter_low_pass_parts (&spiral, 5e-6, 3.3, 400e-6, 500e-6, 7e-6);

  /* 5.7477 nH and 0.8348 pF */
  assert_oracle ("parts", f, 2.2976e9, 1e-3);
  assert_oracle ("parts", f, 1 / (2 * G_PI * sqrt (l * c)), 1e-12);
  g_assert_true (f.in_range);
  assert_outside (cw_filter_low_pass_parts (&spiral, 5e-6, 3.3, 100e-6, 500e-6, 7e-6));
  assert_undefined (cw_filter_low_pass_parts (&spiral, 5e-6, 3.3, 100e-6, 500e-6, 0));
  spiral.space = 40e-6;
  spiral.form = CW_SPIRAL_ROUND;
  assert_outside (cw_filter_low_pass_parts (&spiral, 5e-6, 3.3, 400e-6, 500e-6, 7e-6));
}

static void
test_hairpin_of_its_legs (void)
{
  double e = cw_line_microstrip_permittivity (10e-6, 10e-6, 5e-6, 3.3).value;
  CwEstimate f = cw_filter_hairpin_legs (2e-3, 50e-6, 10e-6, 10e-6, 5e-6, 3.3);

  assert_oracle ("legs", f, CW_SPEED_OF_LIGHT / (2 * 4.05e-3 * sqrt (e)), 1e-12);
  g_assert_true (f.in_range);
  assert_outside (cw_filter_hairpin_legs (40e-6, 50e-6, 10e-6, 10e-6, 5e-6, 3.3));
  assert_undefined (cw_filter_hairpin_legs (0, 50e-6, 10e-6, 10e-6, 5e-6, 3.3));
  assert_undefined (cw_filter_hairpin_legs (2e-3, 50e-6, 0, 10e-6, 5e-6, 3.3));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/filter/low-pass", test_low_pass);
  g_test_add_func ("/model/physics/filter/low-pass-of-its-parts", test_low_pass_of_its_parts);
  g_test_add_func ("/model/physics/filter/hairpin", test_hairpin);
  g_test_add_func ("/model/physics/filter/hairpin-of-its-legs", test_hairpin_of_its_legs);

  return g_test_run ();
}
