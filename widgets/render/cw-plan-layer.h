/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-colour.h"
#include "widgets/render/cw-hatch.h"
#include "widgets/render/cw-plan-view.h"

G_BEGIN_DECLS

/**
 * CwPlanLayer:
 *
 * Shapes of one level that are painted alike. On image surfaces they are rasterised
 * at once, elsewhere they are kept and become paths.
 */
typedef struct _CwPlanLayer CwPlanLayer;

CwPlanLayer *cw_plan_layer_new (cairo_t *cr, const CwPlanView *view, int width, int height);
void cw_plan_layer_free (CwPlanLayer *self);
void cw_plan_layer_clear (CwPlanLayer *self);
void cw_plan_layer_add (CwPlanLayer *self, const CwShape *shape);
gboolean cw_plan_layer_add_ring (CwPlanLayer *self, const CwShape *shape, double width,
                                 double dash);
void cw_plan_layer_fill (CwPlanLayer *self, CwColour colour);
void cw_plan_layer_hatch (CwPlanLayer *self, CwColour colour, CwHatch hatch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwPlanLayer, cw_plan_layer_free)

G_END_DECLS
