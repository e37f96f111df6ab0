/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-estimate.h"

G_BEGIN_DECLS

CwEstimate cw_filter_low_pass (double inductance, double capacitance);
CwEstimate cw_filter_hairpin (double length, double permittivity);

G_END_DECLS
