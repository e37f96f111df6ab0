/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-plan-painter.h"

G_BEGIN_DECLS

void cw_plan_paint_areas (cairo_t *cr, const CwDesign *design, const CwPlanStyle *style,
                          const CwPlanView *view, int width, int height);

G_END_DECLS
