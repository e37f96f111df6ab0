/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"
#include "widgets/render/cw-colour.h"
#include "widgets/render/cw-plan-view.h"

G_BEGIN_DECLS

gboolean cw_plan_label_has_room (const CwPlanView *view, const CwShape *shape, double ratio);
void cw_plan_label_paint (cairo_t *cr, const CwDesign *design, const CwPlanView *view, int width,
                          int height, double ratio, const CwShape *shape, CwColour colour,
                          CwColour ground);

G_END_DECLS
