/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-heat.h"

#include "tests/model/physics/oracle.h"

/* against finite differences, as the rows have them */
static void
test_plates_agree_with_finite_differences (void)
{
  static const struct
  {
    const char *id;
    CwHeatPlate plate;
    double mean;
    double peak;
  } rows[] = {
    { "th_5", { 5e-3, 20e-3, 2e-3, 400, 1000 }, 0.9958, 1.0436 },
    { "th_2.82", { 2.82e-3, 5.64e-3, 0.5e-3, 1, 50 }, 294.34, 343.23 },
    { "th_14.1", { 14.1e-3, 56.4e-3, 1.3e-3, 180, 100 }, 1.5869, 1.7391 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwEstimate mean = cw_heat_plate_mean (&rows[i].plate);

      assert_oracle (rows[i].id, mean, rows[i].mean, 0.03);
      assert_oracle (rows[i].id, cw_heat_plate_peak (&rows[i].plate), rows[i].peak, 0.03);
      g_assert_true (mean.in_range);
    }
}

/* A source as large as the plate does not spread. */
static void
test_full_source_is_a_slab (void)
{
  const CwHeatPlate plate = { 5e-3, 5e-3, 2e-3, 400, 1000 };
  double area = G_PI * 25e-6;
  double slab = cw_heat_slab (400, 2e-3, area).value + 1 / (1000 * area);

  assert_oracle ("mean", cw_heat_plate_mean (&plate), slab, 1e-12);
  assert_oracle ("peak", cw_heat_plate_peak (&plate), slab, 1e-12);
}

/* a 3 mm × 3 mm die: 20 µm of adhesive, 130 µm of silicon, 350 µm of FR-4 */
static void
test_layers_below_a_die (void)
{
  assert_oracle ("adhesive", cw_heat_slab (0.3, 20e-6, 9e-6), 7.4, 0.01);
  assert_oracle ("silicon", cw_heat_slab (148, 130e-6, 9e-6), 0.10, 0.05);
  assert_oracle ("FR-4", cw_heat_slab (0.25, 350e-6, 9e-6), 156, 0.01);
}

/* Straight walls are a slab; at 45° it is the integral over the growing square. */
static void
test_pyramid_is_its_integral (void)
{
  const int n = 1000;
  double sum = 0;

  for (int i = 0; i < n; i++)
    {
      double side = 3e-3 + 2 * 1e-3 * (i + 0.5) / n;

      sum += 1e-3 / n / (0.25 * side * side);
    }
  assert_oracle ("pyramid", cw_heat_pyramid (0.25, 1e-3, 3e-3, 45), sum, 1e-6);
  assert_oracle ("slab", cw_heat_pyramid (0.25, 1e-3, 3e-3, 0),
                 cw_heat_slab (0.25, 1e-3, 9e-6).value, 1e-12);
}

static void
test_nonsense_has_no_value (void)
{
  const CwHeatPlate large = { 6e-3, 5e-3, 2e-3, 400, 1000 };
  const CwHeatPlate adiabatic = { 3e-3, 5e-3, 2e-3, 400, 0 };

  assert_undefined (cw_heat_plate_mean (&large));
  assert_undefined (cw_heat_plate_peak (&adiabatic));
  assert_undefined (cw_heat_slab (0, 1e-3, 1e-6));
  assert_undefined (cw_heat_pyramid (1, 1e-3, 1e-3, 90));
  assert_outside (cw_heat_pyramid (1, 1e-3, 1e-3, 60));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/heat/plates-agree-with-finite-differences",
                   test_plates_agree_with_finite_differences);
  g_test_add_func ("/model/physics/heat/full-source-is-a-slab", test_full_source_is_a_slab);
  g_test_add_func ("/model/physics/heat/layers-below-a-die", test_layers_below_a_die);
  g_test_add_func ("/model/physics/heat/pyramid-is-its-integral", test_pyramid_is_its_integral);
  g_test_add_func ("/model/physics/heat/nonsense-has-no-value", test_nonsense_has_no_value);

  return g_test_run ();
}
