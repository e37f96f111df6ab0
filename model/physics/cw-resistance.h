/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-spiral.h"

G_BEGIN_DECLS

/* what the corner square of a right-angle bend counts: 1 − (2/π) ln 2, exact by conformal mapping */
#define CW_RESISTANCE_CORNER_SQUARES (1 - 2 / G_PI * G_LN2)

CwEstimate cw_resistance_resistivity (double reference, double coefficient, double temperature);
CwEstimate cw_resistance_sheet (double resistivity, double thickness);
CwEstimate cw_resistance_bar (double resistivity, double length, double width, double thickness);
CwEstimate cw_resistance_track (double resistivity, double thickness, double width, double straight,
                                guint n_corners);
CwEstimate cw_resistance_meander (double resistivity, double thickness, double width, double gap,
                                  double leg, guint n_legs);
CwEstimate cw_resistance_spiral (double resistivity, double thickness, const CwSpiral *spiral);
CwEstimate cw_resistance_plug (double resistivity, double height, double area);
CwEstimate cw_resistance_tapered_plug (double resistivity, double height, double bottom,
                                       double top);
CwEstimate cw_resistance_via_shell (double resistivity, double height, double bottom, double top,
                                    double thickness);
CwEstimate cw_resistance_parallel (double single, guint count);

G_END_DECLS
