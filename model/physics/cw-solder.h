/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-estimate.h"

G_BEGIN_DECLS

CwEstimate cw_solder_free_ball (double width, double base);
CwEstimate cw_solder_pillar_height (double diameter, double metal, double solder);

G_END_DECLS
