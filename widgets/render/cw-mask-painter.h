/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"
#include "widgets/render/cw-plan-view.h"

G_BEGIN_DECLS

void cw_mask_paint (cairo_t *cr, const CwDesign *design, guint64 levels, const CwPlanView *view,
                    int width, int height);

G_END_DECLS
