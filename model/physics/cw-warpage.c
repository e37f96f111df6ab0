/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-warpage.h"

static const char plate_range[]
    = "Small deflection, uniform layers, elastic, free of stress at the "
      "start; no cure shrinkage";

static gboolean
is_layer (const CwWarpageLayer *layer)
{
  return layer->thickness > 0 && layer->modulus > 0 && layer->poisson >= 0 && layer->poisson <= 0.5
         && isfinite (layer->expansion);
}

/* the stiffness of a plate that is bent in both directions [Pa] */
static double
get_plate_modulus (const CwWarpageLayer *layer)
{
  return layer->modulus / (1 - layer->poisson);
}

/**
 * cw_warpage_bimetal:
 * @bottom: lower layer
 * @top: upper layer
 * @change: final temperature less that without stress, negative when cooled [K]
 *
 * Computes κ = 6 Δα ΔT (1 + m)² / (h (3 (1 + m)² + (1 + mn)(m² + 1/(mn)))) with Δα = α_top − α_bottom,
 * m = t_bottom/t_top, n the same of E/(1 − ν), and h the whole thickness. Positive: the edges
 * bend down.
 *
 * Source: Timoshenko, "Analysis of bi-metal thermostats", J. Opt. Soc. Am. 11 (1925).
 *
 * Returns: the curvature [1/m]
 */
CwEstimate
cw_warpage_bimetal (const CwWarpageLayer *bottom, const CwWarpageLayer *top, double change)
{
  static const char formula[] = "Two layers, Timoshenko 1925";
  double m = bottom->thickness / top->thickness;
  double n = get_plate_modulus (bottom) / get_plate_modulus (top);
  double h = bottom->thickness + top->thickness;
  double square = (1 + m) * (1 + m);

  if (!is_layer (bottom) || !is_layer (top))
    return cw_estimate_new (0, FALSE, formula, plate_range);

  return cw_estimate_new (6 * (top->expansion - bottom->expansion) * change * square
                              / (h * (3 * square + (1 + m * n) * (m * m + 1 / (m * n)))),
                          TRUE, formula, plate_range);
}

/**
 * cw_warpage_stack:
 * @layers: (array length=n_layers): layers, from the bottom to the top
 * @n_layers: how many
 * @change: final temperature less that without stress, negative when cooled [K]
 *
 * Solves [A B; B D] [ε0 κ] = [N M] of a plate of layers with E′ = E/(1 − ν): A = Σ E′t,
 * B = Σ E′(z1² − z0²)/2, D = Σ E′(z1³ − z0³)/3, N = Σ E′αΔT t, M = Σ E′αΔT (z1² − z0²)/2. Equals
 * cw_warpage_bimetal() for two layers. A package has regions of its own, with and without a die,
 * and they may bend opposite ways: one number is not enough.
 *
 * Source: classical lamination theory of isotropic layers.
 *
 * Returns: the curvature, positive where the upper side is longer: the edges bend down [1/m]
 */
CwEstimate
cw_warpage_stack (const CwWarpageLayer *layers, gsize n_layers, double change)
{
  static const char formula[] = "Stack of layers, lamination theory";
  double a = 0;
  double b = 0;
  double d = 0;
  double n = 0;
  double m = 0;
  double z0 = 0;

  for (gsize i = 0; i < n_layers; i++)
    z0 -= layers[i].thickness / 2; /* from the middle, where the sums cancel least */
  for (gsize i = 0; i < n_layers; i++)
    {
      double e = get_plate_modulus (&layers[i]);
      double z1 = z0 + layers[i].thickness;
      double first = (z1 * z1 - z0 * z0) / 2;
      double strain = layers[i].expansion * change;

      if (!is_layer (&layers[i]))
        return cw_estimate_new (0, FALSE, formula, plate_range);
      a += e * (z1 - z0);
      b += e * first;
      d += e * (z1 * z1 * z1 - z0 * z0 * z0) / 3;
      n += e * strain * (z1 - z0);
      m += e * strain * first;
      z0 = z1;
    }

  return cw_estimate_new ((a * m - b * n) / (a * d - b * b), n_layers > 0, formula, plate_range);
}

/**
 * cw_warpage_film_stress:
 * @film: a film, thin against its substrate
 * @substrate_expansion: coefficient of thermal expansion of the substrate [1/K]
 * @change: final temperature less that without stress, negative when cooled [K]
 *
 * Computes σ = E/(1 − ν) (α_s − α_f) ΔT.
 *
 * Returns: the stress in the film, tension positive [Pa]
 */
CwEstimate
cw_warpage_film_stress (const CwWarpageLayer *film, double substrate_expansion, double change)
{
  gboolean in_range = is_layer (film);

  return cw_estimate_new (
      in_range ? get_plate_modulus (film) * (substrate_expansion - film->expansion) * change : NAN,
      in_range, "Thermal mismatch, σ = E′ΔαΔT",
      "Film thin against its substrate, elastic, far from edges");
}

/**
 * cw_warpage_stoney:
 * @substrate: the substrate; its expansion does not matter
 * @film_thickness: thickness of the film [m]
 * @film_stress: stress in the film, tension positive [Pa]
 *
 * Computes κ = 6 σ t_f (1 − ν) / (E t_s²).
 *
 * Source: Stoney, Proc. R. Soc. A 82 (1909), for a plate. The bound of the range is ours: the
 * formula is some 1 % off a stack of layers there when the film is as soft as a polymer.
 *
 * Returns: the curvature; positive: the film pulls the edges to its side [1/m]
 */
CwEstimate
cw_warpage_stoney (const CwWarpageLayer *substrate, double film_thickness, double film_stress)
{
  double h = substrate->thickness;
  gboolean is_valid = is_layer (substrate) && film_thickness > 0;

  return cw_estimate_new (
      is_valid ? 6 * film_stress * film_thickness / (get_plate_modulus (substrate) * h * h) : NAN,
      is_valid && 100 * film_thickness <= h, "Film on a plate, Stoney 1909",
      "t_f ≤ t_s/100, small deflection");
}

/**
 * cw_warpage_bow:
 * @curvature: curvature [1/m]
 * @reach: distance from the middle [m]
 *
 * Computes κ r² / 2, how far a plate of one curvature has left its middle plane.
 *
 * Returns: the deflection [m]
 */
CwEstimate
cw_warpage_bow (double curvature, double reach)
{
  double slope = curvature * reach;

  return cw_estimate_new (slope * reach / 2, fabs (slope) <= 0.1, "Parabola, κr²/2",
                          "Slope ≤ 0.1; wafers whose bow exceeds their thickness bend less");
}
