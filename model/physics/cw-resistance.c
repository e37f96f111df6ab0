/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-resistance.h"

/**
 * cw_resistance_resistivity:
 * @reference: resistivity at 20 °C [Ω·m], 1.72e-8 for copper, 1.8e-8 to 2.2e-8 when plated
 * @coefficient: its temperature coefficient at 20 °C [1/K], 3.93e-3 for copper
 * @temperature: temperature [°C]
 *
 * Computes ρ(T) = ρ20 (1 + α (T − 20)).
 *
 * The range is ours: where the line is straight for copper and aluminium.
 *
 * Returns: the resistivity [Ω·m]
 */
CwEstimate
cw_resistance_resistivity (double reference, double coefficient, double temperature)
{
  return cw_estimate_new (reference * (1 + coefficient * (temperature - 20)),
                          reference > 0 && temperature >= -55 && temperature <= 260,
                          "Linear law of resistivity", "−55 °C ≤ T ≤ 260 °C");
}

/**
 * cw_resistance_sheet:
 * @resistivity: resistivity [Ω·m]
 * @thickness: thickness of the metal [m]
 *
 * Computes R□ = ρ / t.
 *
 * Returns: the sheet resistance [Ω per square]
 */
CwEstimate
cw_resistance_sheet (double resistivity, double thickness)
{
  gboolean in_range = resistivity > 0 && thickness > 0;

  return cw_estimate_new (in_range ? resistivity / thickness : NAN, in_range, "Ohm, R = ρ/t",
                          "Direct current, uniform thickness");
}

/**
 * cw_resistance_bar:
 * @resistivity: resistivity [Ω·m]
 * @length: length from end to end [m]
 * @width: width, the mean one where the flanks slope [m]
 * @thickness: thickness of the metal [m]
 *
 * Computes R = ρ L / (w t).
 *
 * Returns: the resistance [Ω]
 */
CwEstimate
cw_resistance_bar (double resistivity, double length, double width, double thickness)
{
  gboolean in_range = resistivity > 0 && length >= 0 && width > 0 && thickness > 0;

  return cw_estimate_new (in_range ? resistivity * length / (width * thickness) : NAN, in_range,
                          "Ohm, R = ρL/(wt)", "Direct current, terminals across the full width");
}

/**
 * cw_resistance_track:
 * @resistivity: resistivity [Ω·m]
 * @thickness: thickness of the metal [m]
 * @width: width [m]
 * @straight: sum of the straight lengths, each up to the corner squares at its ends [m]
 * @n_corners: number of right-angle bends
 *
 * Computes a line of one width with right-angle bends: R = R□ (Σ L/w + 0.5587 corners), where
 * each corner square counts 1 − (2/π) ln 2 (exact, by conformal mapping, for long arms).
 *
 * The range is ours: the fields of neighbouring corners do not meet when a width lies between.
 *
 * Returns: the resistance [Ω]
 */
CwEstimate
cw_resistance_track (double resistivity, double thickness, double width, double straight,
                     guint n_corners)
{
  gboolean is_valid = resistivity > 0 && thickness > 0 && width > 0 && straight >= 0;
  double squares = straight / width + CW_RESISTANCE_CORNER_SQUARES * n_corners;

  return cw_estimate_new (is_valid ? resistivity / thickness * squares : NAN,
                          is_valid && (n_corners == 0 || straight >= width * (n_corners + 1)),
                          "Squares, a right-angle corner counts 1 − (2/π) ln 2",
                          "Direct current, a width or more between corners");
}

/**
 * cw_resistance_meander:
 * @resistivity: resistivity [Ω·m]
 * @thickness: thickness of the metal [m]
 * @width: width of the line, legs and links alike [m]
 * @gap: from leg to leg [m]
 * @leg: length of a leg over all, its corners included [m]
 * @n_legs: number of parallel legs, one or more
 *
 * Computes a meander of legs that are joined at alternating ends: n legs, n − 1 links of
 * length @gap, 2 (n − 1) right-angle corners. The terminals are the free ends of the first and
 * last leg. See cw_resistance_track() for the formula.
 *
 * Returns: the resistance [Ω]
 */
CwEstimate
cw_resistance_meander (double resistivity, double thickness, double width, double gap, double leg,
                       guint n_legs)
{
  static const char range[] = "Direct current, gap ≥ w, leg ≥ 3 w";
  gboolean is_valid = n_legs > 0 && n_legs < 1000000 && gap > 0 && leg >= 2 * width;
  guint n_links = is_valid ? n_legs - 1 : 0;
  double straight = n_legs * leg - 2.0 * n_links * width + n_links * gap;
  CwEstimate track = cw_resistance_track (resistivity, thickness, width, straight, 2 * n_links);

  return cw_estimate_new (is_valid ? track.value : NAN,
                          track.value > 0 && (n_legs == 1 || (gap >= width && leg >= 3 * width)),
                          track.formula, range);
}

/**
 * cw_resistance_spiral:
 * @resistivity: resistivity [Ω·m]
 * @thickness: thickness of the metal [m]
 * @spiral: a spiral
 *
 * Computes the resistance along a planar spiral without its leads; the corners of a square one
 * count as those of cw_resistance_track() do, those of other forms as straight line.
 *
 * Returns: the resistance [Ω]
 */
CwEstimate
cw_resistance_spiral (double resistivity, double thickness, const CwSpiral *spiral)
{
  CwEstimate length = cw_spiral_length (spiral);
  double corners = 0;
  double saved;
  CwEstimate bar;

  if (spiral->form == CW_SPIRAL_SQUARE && length.value > 0)
    corners = round (4 * spiral->turns) - 1;
  saved = corners * (1 - CW_RESISTANCE_CORNER_SQUARES) * spiral->width;
  bar = cw_resistance_bar (resistivity, length.value - saved, spiral->width, thickness);

  return cw_estimate_new (length.value > 0 ? bar.value : NAN, bar.in_range && length.in_range,
                          "Ohm, along the middle line",
                          "Direct current, without leads; n ≥ 1; a square of whole quarter turns");
}

/**
 * cw_resistance_plug:
 * @resistivity: resistivity of the filling [Ω·m]
 * @height: height of the hole [m]
 * @area: its cross-section [m²]
 *
 * Computes a via with straight walls that is filled before the wiring: R = ρ h / A.
 *
 * Returns: the resistance [Ω]
 */
CwEstimate
cw_resistance_plug (double resistivity, double height, double area)
{
  gboolean in_range = resistivity > 0 && height >= 0 && area > 0;

  return cw_estimate_new (in_range ? resistivity * height / area : NAN, in_range, "Ohm, R = ρh/A",
                          "Direct current, filled hole with straight walls");
}

/**
 * cw_resistance_tapered_plug:
 * @resistivity: resistivity of the filling [Ω·m]
 * @height: height of the hole [m]
 * @bottom: its radius at the bottom [m]
 * @top: its radius at the top [m]
 *
 * Computes a round via with sloping walls that is filled before the wiring:
 * R = ρ h / (π r1 r2), the integral of ρ dz / (π r(z)²).
 *
 * Returns: the resistance [Ω]
 */
CwEstimate
cw_resistance_tapered_plug (double resistivity, double height, double bottom, double top)
{
  gboolean is_valid = resistivity > 0 && height >= 0 && bottom > 0 && top > 0;
  gboolean in_range = is_valid && fabs (top - bottom) <= height;

  return cw_estimate_new (is_valid ? resistivity * height / (G_PI * bottom * top) : NAN, in_range,
                          "Integral over a cone, R = ρh/(πr₁r₂)",
                          "Direct current, filled round hole, walls 45° or steeper");
}

/**
 * cw_resistance_via_shell:
 * @resistivity: resistivity of the plated metal [Ω·m]
 * @height: height of the hole [m]
 * @bottom: radius of the metal's middle surface at the bottom [m]
 * @top: the same at the top [m]
 * @thickness: thickness of the metal on the wall, at right angles to it [m]
 *
 * Computes a round via that is plated with the wiring and keeps a dimple:
 * R = ρ s / (2π t) · ln (r2/r1) / (r2 − r1) with the slant length s, the integral over a thin
 * shell. The range is ours: the shell leaves a hole in the middle.
 *
 * Returns: the resistance [Ω]
 */
CwEstimate
cw_resistance_via_shell (double resistivity, double height, double bottom, double top,
                         double thickness)
{
  static const char formula[] = "Integral over a thin cone, R = ρs/(2πt) · ln(r₂/r₁)/(r₂ − r₁)";
  static const char range[] = "Direct current, round hole, wall metal thinner than half its radius";
  double step = (top - bottom) / bottom;
  double mean; /* of 1/r along the wall */

  if (!(resistivity > 0 && height >= 0 && bottom > 0 && top > 0 && thickness > 0))
    return cw_estimate_new (0, FALSE, formula, range);

  mean = fabs (step) < 1e-9 ? 1 / bottom : log1p (step) / (top - bottom);

  return cw_estimate_new (resistivity * hypot (height, top - bottom) / (2 * G_PI * thickness)
                              * mean,
                          2 * thickness <= MIN (bottom, top), formula, range);
}

/**
 * cw_resistance_parallel:
 * @single: resistance of one via [Ω]
 * @count: how many stand side by side
 *
 * Computes R / n. It holds only where the feeding line is wide enough to share the current
 * evenly, which the numbers cannot tell.
 *
 * Returns: the resistance [Ω]
 */
CwEstimate
cw_resistance_parallel (double single, guint count)
{
  return cw_estimate_new (count > 0 ? single / count : NAN, single >= 0, "Parallel, R/n",
                          "Fed by a line wide enough to share the current evenly");
}
