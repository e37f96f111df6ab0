/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-filter.h"

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
