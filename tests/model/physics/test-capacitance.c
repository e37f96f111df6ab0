/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-capacitance.h"

#include "model/physics/cw-line.h"
#include "tests/model/physics/oracle.h"

static void
test_plates_are_the_published_ones (void)
{
  static const struct
  {
    const char *id;
    double distance;
    double expected; /* [F/m²], which is aF/µm² times 1e-6 */
    double tolerance;
  } rows[] = { { "c_m1m2", 0.54e-6, 68e-6, 0.015 },
               { "c_tm1m5", 0.85e-6, 42.5e-6, 0.01 },
               { "c_tm2tm1", 2.8e-6, 13e-6, 0.01 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwEstimate plates = cw_capacitance_plates (4.1, 1e-3, 2e-3, rows[i].distance);

      assert_oracle (rows[i].id, plates, rows[i].expected * 2e-6, rows[i].tolerance);
      g_assert_true (plates.in_range);
    }

  assert_oracle ("c_mim", cw_capacitance_mim (1.5e-3, 40e-12, 10e-6, 10e-6), 151.6e-15, 1e-4);
}

/* Each row is a cross-check: the inverse of light speed times impedance in air. */
static void
test_lines_agree_with_their_impedance (void)
{
  static const struct
  {
    const char *id;
    double width;
    double height;
    double thickness;
    double expected;
  } rows[] = { { "cline_10_10", 10e-6, 10e-6, 5e-6, 32.001e-12 },
               { "cline_20_10", 20e-6, 10e-6, 5e-6, 42.659e-12 },
               { "cline_5_5", 5e-6, 5e-6, 3e-6, 32.723e-12 },
               { "cline_50_10", 50e-6, 10e-6, 5e-6, 72.374e-12 },
               { "cline_3_5", 3e-6, 5e-6, 3e-6, 28.132e-12 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwEstimate line = cw_capacitance_line (1, rows[i].width, rows[i].height, rows[i].thickness);
      CwEstimate z
          = cw_line_microstrip_impedance (rows[i].width, rows[i].height, rows[i].thickness, 1);

      assert_oracle (rows[i].id, line, rows[i].expected, 0.025);
      assert_oracle (rows[i].id, line, 1 / (CW_SPEED_OF_LIGHT * z.value), 0.025);
      g_assert_true (line.in_range);
    }
}

static void
test_combs_are_the_computed_ones (void)
{
  const CwInterdigital one = { 10, 500e-6, 10e-6, 10e-6, 3.3, 1, 50e-6 };
  const CwInterdigital two = { 20, 200e-6, 5e-6, 5e-6, 3.3, 3.3, 50e-6 };

  assert_oracle ("idc1", cw_capacitance_interdigital (&one), 89.848e-15, 1e-3);
  assert_oracle ("idc2", cw_capacitance_interdigital (&two), 113.6e-15, 1e-3);
  g_assert_true (cw_capacitance_interdigital (&one).in_range);
}

/* Wider gaps and thinner fingers make less of it, steadily. */
static void
test_combs_shrink_with_the_gap (void)
{
  CwInterdigital combs = { 10, 500e-6, 10e-6, 0.5e-6, 3.3, 1, 1e-3 };
  double last = INFINITY;

  for (; combs.gap < 100e-6; combs.gap *= 1.3)
    {
      CwEstimate next = cw_capacitance_interdigital (&combs);

      g_assert_true (next.in_range);
      g_assert_cmpfloat (next.value, <, last);
      g_assert_cmpfloat (next.value, >, 0);
      last = next.value;
    }
}

static void
test_capacitors_outside_the_range_say_so (void)
{
  CwInterdigital combs = { 3, 500e-6, 10e-6, 10e-6, 3.3, 1, 50e-6 };

  assert_outside (cw_capacitance_plates (3.3, 100e-6, 100e-6, 7e-6));
  assert_undefined (cw_capacitance_plates (3.3, 100e-6, 100e-6, 0));
  assert_undefined (cw_capacitance_mim (1e-3, 0, 0, 1e-6));
  assert_outside (cw_capacitance_line (3.3, 10e-6, 10e-6, 1e-6));
  assert_undefined (cw_capacitance_line (3.3, 10e-6, 10e-6, 0));
  assert_outside (cw_capacitance_interdigital (&combs));
  combs.n_fingers = 2;
  assert_undefined (cw_capacitance_interdigital (&combs));
  combs.n_fingers = 10;
  combs.depth = 7e-6;
  assert_outside (cw_capacitance_interdigital (&combs));
  combs.gap = 0;
  assert_undefined (cw_capacitance_interdigital (&combs));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/capacitance/plates-are-the-published-ones",
                   test_plates_are_the_published_ones);
  g_test_add_func ("/model/physics/capacitance/lines-agree-with-their-impedance",
                   test_lines_agree_with_their_impedance);
  g_test_add_func ("/model/physics/capacitance/combs-are-the-computed-ones",
                   test_combs_are_the_computed_ones);
  g_test_add_func ("/model/physics/capacitance/combs-shrink-with-the-gap",
                   test_combs_shrink_with_the_gap);
  g_test_add_func ("/model/physics/capacitance/capacitors-outside-the-range-say-so",
                   test_capacitors_outside_the_range_say_so);

  return g_test_run ();
}
