/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-spiral.h"

G_BEGIN_DECLS

CwEstimate cw_inductance_wheeler (const CwSpiral *spiral);
CwEstimate cw_inductance_current_sheet (const CwSpiral *spiral);
CwEstimate cw_inductance_monomial (const CwSpiral *spiral);
CwEstimate cw_inductance_greenhouse (const CwSpiral *spiral, double thickness);
CwEstimate cw_inductance_spiral (const CwSpiral *spiral, double thickness);
CwEstimate cw_inductance_bar (double length, double width, double thickness);
CwEstimate cw_inductance_bars_mutual (double length, double width, double distance);

G_END_DECLS
