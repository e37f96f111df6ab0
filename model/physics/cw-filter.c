/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-filter.h"

#include "model/physics/cw-capacitance.h"
#include "model/physics/cw-inductance.h"
#include "model/physics/cw-line.h"

/**
 * cw_filter_low_pass:
 * @inductance: inductance in the line [H]
 * @capacitance: capacitance to ground [F]
 *
 * Computes the cut-off of a lossless L-C section, f = 1 / (2π √(LC)).
 *
 * Returns: the frequency [Hz]
 */
CwEstimate
cw_filter_low_pass (double inductance, double capacitance)
{
  gboolean in_range = inductance > 0 && capacitance > 0;

  return cw_estimate_new (in_range ? 1 / (2 * G_PI * sqrt (inductance * capacitance)) : NAN,
                          in_range, "Thomson, f = 1/(2π√(LC))",
                          "Without losses, below the self-resonance of both parts");
}

/**
 * cw_filter_low_pass_parts:
 * @spiral: the spiral in the line
 * @thickness: thickness of its metal [m]
 * @permittivity: relative permittivity between the plates
 * @plate_width: width of the overlap of the plates [m]
 * @plate_length: its length [m]
 * @distance: from plate to plate [m]
 *
 * Computes cw_filter_low_pass() of cw_inductance_spiral() and cw_capacitance_plates(); in
 * range where both of them are.
 *
 * Returns: the frequency [Hz]
 */
CwEstimate
cw_filter_low_pass_parts (const CwSpiral *spiral, double thickness, double permittivity,
                          double plate_width, double plate_length, double distance)
{
  CwEstimate l = cw_inductance_spiral (spiral, thickness);
  CwEstimate c = cw_capacitance_plates (permittivity, plate_width, plate_length, distance);
  CwEstimate f = cw_filter_low_pass (l.value, c.value);

  return cw_estimate_new (f.value, f.in_range && l.in_range && c.in_range, f.formula,
                          "Where the formulas of spiral and plates hold; without losses");
}

/**
 * cw_filter_hairpin:
 * @length: length of the line along both legs and the bow [m]
 * @permittivity: effective relative permittivity of the line
 *
 * Computes the first resonance of a line with open ends, half a wave long: f = c / (2 L √ε_eff).
 * The capacitance of the ends and the coupling of the legs are left out.
 *
 * Returns: the frequency [Hz]
 */
CwEstimate
cw_filter_hairpin (double length, double permittivity)
{
  gboolean in_range = length > 0 && permittivity >= 1;

  return cw_estimate_new (in_range ? CW_SPEED_OF_LIGHT / (2 * length * sqrt (permittivity)) : NAN,
                          in_range, "Half-wave line, f = c/(2L√ε_eff)",
                          "Without end effects, losses and coupling of the legs");
}

/**
 * cw_filter_hairpin_legs:
 * @leg: length of a leg, from its open end to the outer edge of the bow [m]
 * @gap: between the legs [m]
 * @width: width of the line [m]
 * @height: from the plane to the line [m]
 * @thickness: thickness of the line [m]
 * @permittivity: relative permittivity between plane and line, air above
 *
 * Computes cw_filter_hairpin() of a square U over a plane: its middle line is 2 leg + gap long, its
 * permittivity that of cw_line_microstrip_permittivity().
 *
 * Returns: the frequency [Hz]
 */
CwEstimate
cw_filter_hairpin_legs (double leg, double gap, double width, double height, double thickness,
                        double permittivity)
{
  static const char range[]
      = "Where the formula of a microstrip holds, leg ≥ 5 w; without end effects and coupling";
  CwEstimate line = cw_line_microstrip_permittivity (width, height, thickness, permittivity);
  CwEstimate f = cw_filter_hairpin (2 * leg + gap, line.value);
  gboolean is_valid = leg > 0 && gap > 0;

  return cw_estimate_new (is_valid ? f.value : NAN, f.in_range && line.in_range && leg >= 5 * width,
                          f.formula, range);
}
