/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-heat.h"

/**
 * cw_heat_slab:
 * @conductivity: thermal conductivity [W/(m·K)]
 * @thickness: thickness [m]
 * @area: area that the heat flows through [m²]
 *
 * Computes R = t / (kA), without spreading.
 *
 * Returns: the thermal resistance [K/W]
 */
CwEstimate
cw_heat_slab (double conductivity, double thickness, double area)
{
  gboolean in_range = conductivity > 0 && thickness >= 0 && area > 0;

  return cw_estimate_new (in_range ? thickness / (conductivity * area) : NAN, in_range,
                          "Fourier, R = t/(kA)", "Straight down, without spreading");
}

/**
 * cw_heat_pyramid:
 * @conductivity: thermal conductivity [W/(m·K)]
 * @thickness: thickness d of the layer [m]
 * @side: side a of the square source [m]
 * @angle: angle of spreading from the vertical [°], 45 as a rule
 *
 * Computes R = d / (k a (a + 2d tan α)) of a layer in which the heat spreads as a pyramid.
 *
 * Source: rule of thumb of power electronics; the range is ours.
 *
 * Returns: the thermal resistance [K/W]
 */
CwEstimate
cw_heat_pyramid (double conductivity, double thickness, double side, double angle)
{
  gboolean is_valid = conductivity > 0 && thickness >= 0 && side > 0 && angle >= 0 && angle < 90;
  double wide = side + 2 * thickness * tan (angle * G_PI / 180);

  return cw_estimate_new (is_valid ? thickness / (conductivity * side * wide) : NAN,
                          is_valid && angle <= 45 && thickness <= side, "Pyramid of spreading",
                          "d ≤ a, α ≤ 45°, layer wide enough to spread in");
}

static CwEstimate
estimate_plate (const CwHeatPlate *plate, gboolean is_peak)
{
  static const char formula[] = "Spreading, Lee, Song, Au and Moran 1995";
  static const char range[] = "Source in the middle, a < b, k uniform; 2 % in the cases tried";
  double a = plate->source;
  double b = plate->radius;
  double k = plate->conductivity;
  double epsilon = a / b;
  double tau = plate->thickness / b;
  double lambda = G_PI + 1 / (sqrt (G_PI) * epsilon);
  double rate = lambda * k / (plate->transfer * b); /* λ over the Biot number */
  double slope = tanh (lambda * tau);
  double phi = (slope + rate) / (1 + rate * slope);
  double psi;
  double straight;

  if (!(a > 0 && b >= a && plate->thickness > 0 && k > 0 && plate->transfer > 0))
    return cw_estimate_new (0, FALSE, formula, range);

  psi = is_peak ? (1 - epsilon) * phi / sqrt (G_PI) : pow (1 - epsilon, 1.5) * phi / 2;
  straight = (plate->thickness / k + 1 / plate->transfer) / (G_PI * b * b);

  return cw_estimate_new (straight + psi / (k * a * sqrt (G_PI)), a < b, formula, range);
}

/**
 * cw_heat_plate_mean:
 * @plate: a plate
 *
 * Computes R = t/(kπb²) + 1/(hπb²) + Ψ/(k a √π), Ψ = ½ (1 − ε)^1.5 Φ: from the mean temperature of
 * the source to that of the air. ε = a/b, τ = t/b, λ = π + 1/(√π ε), Bi = hb/k,
 * Φ = (tanh λτ + λ/Bi) / (1 + λ/Bi tanh λτ).
 *
 * Source: Lee, Song, Au and Moran, "Constriction/spreading resistance model for electronics
 * packaging" (1995); within 2 % of a field solution.
 *
 * Returns: the thermal resistance [K/W]
 */
CwEstimate
cw_heat_plate_mean (const CwHeatPlate *plate)
{
  return estimate_plate (plate, FALSE);
}

/**
 * cw_heat_plate_peak:
 * @plate: a plate
 *
 * Computes the same as cw_heat_plate_mean() from the hottest point of the source, with
 * Ψ = (1 − ε) Φ / √π.
 *
 * Returns: the thermal resistance [K/W]
 */
CwEstimate
cw_heat_plate_peak (const CwHeatPlate *plate)
{
  return estimate_plate (plate, TRUE);
}
