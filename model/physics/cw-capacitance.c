/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-capacitance.h"

#include "model/physics/cw-elliptic.h"

/**
 * cw_capacitance_plates:
 * @permittivity: relative permittivity of the dielectric
 * @width: width of the overlap [m]
 * @length: its length [m]
 * @distance: from plate to plate [m]
 *
 * Computes C = ε0 εr A / d, without the fringe. The range is ours: the fringe of a square
 * plate is below 10 % there.
 *
 * Returns: the capacitance [F]
 */
CwEstimate
cw_capacitance_plates (double permittivity, double width, double length, double distance)
{
  gboolean is_valid = permittivity >= 1 && width > 0 && length > 0 && distance > 0;

  return cw_estimate_new (
      is_valid ? CW_VACUUM_PERMITTIVITY * permittivity * width * length / distance : NAN,
      is_valid && 50 * distance <= MIN (width, length), "Parallel plates, C = ε₀εᵣA/d",
      "d ≤ 1/50 of the shorter side; without the fringe");
}

/**
 * cw_capacitance_mim:
 * @area_density: capacitance of an area, from the process [F/m²]
 * @edge_density: capacitance of an edge, from the process [F/m]
 * @width: width of the upper plate [m]
 * @length: its length [m]
 *
 * Computes C = ca A + cp P of a metal–insulator–metal capacitor with perimeter P.
 *
 * Returns: the capacitance [F]
 */
CwEstimate
cw_capacitance_mim (double area_density, double edge_density, double width, double length)
{
  gboolean in_range = area_density > 0 && edge_density >= 0 && width > 0 && length > 0;

  return cw_estimate_new (
      in_range ? area_density * width * length + edge_density * 2 * (width + length) : NAN,
      in_range, "Area and edge, C = cₐA + cₚP", "Sizes for which the process gives cₐ and cₚ");
}

/**
 * cw_capacitance_line:
 * @permittivity: relative permittivity all around
 * @width: width of the line [m]
 * @height: from the plane to the line [m]
 * @thickness: thickness of the line [m]
 *
 * Computes the capacitance of a single line over a plane,
 * C = ε (1.15 w/h + 2.80 (t/h)^0.222).
 *
 * Source: Sakurai and Tamaru, "Simple formulas for two- and three-dimensional capacitances", IEEE
 * Trans. Electron Devices 30 (1983); range and error (6 %) as commonly quoted. Within 2.5 % of
 * cw_line_microstrip_impedance() in air for lines of a redistribution layer.
 *
 * Returns: the capacitance of a length [F/m]
 */
CwEstimate
cw_capacitance_line (double permittivity, double width, double height, double thickness)
{
  gboolean is_valid = permittivity >= 1 && width > 0 && height > 0 && thickness > 0;
  double wide = width / height;
  double thick = thickness / height;

  return cw_estimate_new (is_valid ? CW_VACUUM_PERMITTIVITY * permittivity
                                         * (1.15 * wide + 2.80 * pow (thick, 0.222))
                                   : NAN,
                          is_valid && wide >= 0.3 && wide <= 30 && thick >= 0.3 && thick <= 30,
                          "Single line over a plane, Sakurai–Tamaru 1983",
                          "0.3 ≤ w/h ≤ 30, 0.3 ≤ t/h ≤ 30; one dielectric all around");
}

/**
 * cw_capacitance_interdigital:
 * @combs: two combs
 *
 * Computes C = (N − 3) C_I/2 + 2 C_I C_E / (C_I + C_E) with C = ε0 (εr1 + εr2) L K(k)/K(k′),
 * k_I = sin (πη/2), k_E = 2√η/(1 + η), η = w/(w + g), for half spaces above and below and thin
 * fingers, without their ends.
 *
 * Source: Igreja and Dias, "Analytical evaluation of the interdigital electrodes capacitance for
 * a multi-layered structure", Sensors and Actuators A 112 (2004) 291.
 *
 * Returns: the capacitance between the combs [F]
 */
CwEstimate
cw_capacitance_interdigital (const CwInterdigital *combs)
{
  static const char formula[] = "Interdigital on half spaces, Igreja–Dias 2004";
  static const char range[] = "N ≥ 4, dielectrics thicker than w + g, fingers longer than w + g";
  double pitch = combs->width + combs->gap;
  double eta = combs->width / pitch;
  double unit;
  double inner;
  double outer;
  double sum;

  if (!(combs->n_fingers >= 3 && combs->length > 0 && combs->width > 0 && combs->gap > 0
        && combs->permittivity_below >= 1 && combs->permittivity_above >= 1))
    return cw_estimate_new (0, FALSE, formula, range);

  unit = CW_VACUUM_PERMITTIVITY * (combs->permittivity_below + combs->permittivity_above)
         * combs->length;
  inner = unit * cw_elliptic_ratio (sin (G_PI_2 * eta), cos (G_PI_2 * eta));
  outer = unit * cw_elliptic_ratio (MIN (1, 2 * sqrt (eta) / (1 + eta)), (1 - eta) / (1 + eta));
  sum = (combs->n_fingers - 3.0) * inner / 2 + 2 * inner * outer / (inner + outer);

  return cw_estimate_new (
      sum, combs->n_fingers >= 4 && combs->depth > pitch && combs->length > pitch, formula, range);
}
