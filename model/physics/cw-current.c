/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-current.h"

#define BOLTZMANN (8.617333262e-5) /* [eV/K] */
#define ZERO_CELSIUS (273.15)
#define MIL (25.4e-6) /* [m] */

/**
 * cw_current_layer:
 * @linear_density: current that a width of the layer may carry, from the process [A/m]
 * @width: width of the line [m]
 *
 * Computes I = J w. This is the rule to check lines of a redistribution layer by.
 *
 * Returns: the largest current [A]
 */
CwEstimate
cw_current_layer (double linear_density, double width)
{
  return cw_estimate_new (linear_density * width, linear_density > 0 && width > 0,
                          "Layer rule, I ≤ J·w", "Temperature and life that the process names");
}

/**
 * cw_current_vias:
 * @single: current that one via may carry, from the process [A]
 * @count: number of vias side by side
 *
 * Computes n I1.
 *
 * Returns: the largest current [A]
 */
CwEstimate
cw_current_vias (double single, guint count)
{
  return cw_estimate_new (single * count, single > 0 && count > 0, "Via rule, I ≤ n·I₁",
                          "Temperature and life that the process names, current shared evenly");
}

static gboolean
is_test (const CwLifeTest *test)
{
  return test->density > 0 && test->temperature > -ZERO_CELSIUS && test->life > 0
         && test->sigma >= 0 && test->activation > 0 && test->exponent > 0;
}

/* by how much longer the metal lives at this temperature than in the test, at the same current */
static double
get_thermal_factor (const CwLifeTest *test, double temperature)
{
  return exp (test->activation / BOLTZMANN
              * (1 / (temperature + ZERO_CELSIUS) - 1 / (test->temperature + ZERO_CELSIUS)));
}

static const char black_formula[] = "Electromigration, Black 1969";
static const char black_range[] = "No hotter and no denser than the test, same metal and mechanism";

/**
 * cw_current_black_life:
 * @test: a test of the same metal
 * @density: current density in use [A/m²]
 * @temperature: temperature of the metal in use [°C]
 *
 * Computes t50 = A J^−n exp (Ea / kT), with A from the test.
 *
 * Source: Black, "Electromigration: a brief survey", IEEE Trans. Electron Devices 16 (1969).
 *
 * Returns: the life after which half of the lines have failed [h]
 */
CwEstimate
cw_current_black_life (const CwLifeTest *test, double density, double temperature)
{
  if (!is_test (test) || !(density > 0 && temperature > -ZERO_CELSIUS))
    return cw_estimate_new (0, FALSE, black_formula, black_range);

  return cw_estimate_new (test->life * pow (test->density / density, test->exponent)
                              * get_thermal_factor (test, temperature),
                          temperature <= test->temperature && density <= test->density,
                          black_formula, black_range);
}

/**
 * cw_current_black_density:
 * @test: a test of the same metal
 * @temperature: temperature of the metal in use [°C]
 * @life: how long it has to live [h]
 * @n_sigmas: how many standard deviations before half have failed: 3 for 0.13 %
 *
 * Computes the current density at which that share of the lines has failed after @life:
 * J = J_test (t50 at J_test exp (−z σ) / t)^(1/n), for a lognormal life. That the result may
 * lie above the density of the test counts as out of range only beyond twice of it, since J is
 * what is asked for.
 *
 * Returns: the largest current density [A/m²]
 */
CwEstimate
cw_current_black_density (const CwLifeTest *test, double temperature, double life, double n_sigmas)
{
  static const char range[] = "No hotter and at most twice as dense as the test, same mechanism";
  double early;
  double density;

  if (!is_test (test) || !(life > 0 && temperature > -ZERO_CELSIUS))
    return cw_estimate_new (0, FALSE, black_formula, range);

  early = test->life * get_thermal_factor (test, temperature) * exp (-n_sigmas * test->sigma);
  density = test->density * pow (early / life, 1 / test->exponent);

  return cw_estimate_new (density, temperature <= test->temperature && density <= 2 * test->density,
                          black_formula, range);
}

/**
 * cw_current_ipc_2152:
 * @where: where in the board the trace runs
 * @width: its width [m]
 * @thickness: its thickness [m]
 * @rise: allowed rise of its temperature [K]
 *
 * Solves ΔT = K I^a W^b Th^c, with W and Th in mil, for the current.
 *
 * Source: the fit of Brooks and Adam to the charts of IPC-2152 (2009). The range is ours, read off
 * the charts' copper and widths: lines of a redistribution layer lie far outside.
 *
 * Returns: the current [A]
 */
CwEstimate
cw_current_ipc_2152 (CwBoardTrace where, double width, double thickness, double rise)
{
  static const double fits[][4] = { { 215.3, 2, -1.15, -1 },
                                    { 120, 2, -1.10, -1.52 },
                                    { 200, 1.9, -1.10, -1.52 },
                                    { 300, 2, -1.15, -1.52 },
                                    { 262.5, 1.9, -1.15, -1.52 } };
  static const char formula[] = "IPC-2152, fit of Brooks and Adam";
  static const char range[] = "Board traces: 0.1 mm ≤ w ≤ 10 mm, 17 µm ≤ t ≤ 106 µm, ΔT ≤ 100 K";
  const double *fit;

  if (where >= G_N_ELEMENTS (fits) || !(width > 0 && thickness > 0 && rise > 0))
    return cw_estimate_new (0, FALSE, formula, range);

  fit = fits[where];
  return cw_estimate_new (
      pow (rise / (fit[0] * pow (width / MIL, fit[2]) * pow (thickness / MIL, fit[3])), 1 / fit[1]),
      width >= 100e-6 && width <= 10e-3 && thickness >= 17e-6 && thickness <= 106e-6 && rise <= 100,
      formula, range);
}

/**
 * cw_current_ipc_2221:
 * @is_external: whether the trace runs on the outside of a board
 * @width: its width [m]
 * @thickness: its thickness [m]
 * @rise: allowed rise of its temperature [K]
 *
 * Computes I = k ΔT^0.44 A^0.725 with A in mil², k = 0.048 outside and 0.024 inside.
 *
 * Source: IPC-2221, fit to figure 6-4; up to 35 A outside and 17.5 A inside, 100 K, 400 mil. The
 * least copper of 1/2 oz (17 µm) is that of the figure.
 *
 * Returns: the current [A]
 */
CwEstimate
cw_current_ipc_2221 (gboolean is_external, double width, double thickness, double rise)
{
  static const char formula[] = "IPC-2221";
  static const char range[]
      = "Board traces: t ≥ 17 µm, w ≤ 400 mil, ΔT ≤ 100 K, I ≤ 35 A outside, 17.5 A inside";
  double value;

  if (!(width > 0 && thickness > 0 && rise > 0))
    return cw_estimate_new (0, FALSE, formula, range);

  value = (is_external ? 0.048 : 0.024) * pow (rise, 0.44)
          * pow (width / MIL * thickness / MIL, 0.725);

  return cw_estimate_new (value,
                          thickness >= 17e-6 && width <= 400 * MIL && rise <= 100
                              && value <= (is_external ? 35 : 17.5),
                          formula, range);
}
