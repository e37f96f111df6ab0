/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <cairo.h>

#include "model/package/cw-technology.h"
#include "widgets/render/cw-clip.h"

G_BEGIN_DECLS

void cw_hatch_paint (cairo_t *cr, CwHatch hatch, CwFrame area, CwSpot phase, double spacing);
double cw_hatch_get_share (CwHatch hatch, double x, double y, double spacing, double width);

G_END_DECLS
