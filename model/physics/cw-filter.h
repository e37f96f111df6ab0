/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-spiral.h"

G_BEGIN_DECLS

CwEstimate cw_filter_low_pass (double inductance, double capacitance);
CwEstimate cw_filter_low_pass_parts (const CwSpiral *spiral, double thickness, double permittivity,
                                     double plate_width, double plate_length, double distance);
CwEstimate cw_filter_hairpin (double length, double permittivity);
CwEstimate cw_filter_hairpin_legs (double leg, double gap, double width, double height,
                                   double thickness, double permittivity);

G_END_DECLS
