/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <cairo.h>

#include "model/geometry/cw-shape.h"
#include "widgets/render/cw-clip.h"

G_BEGIN_DECLS

#define CW_PLAN_SCALE_MAX (1.0)  /* 1 nm a pixel [px/nm] */
#define CW_PLAN_SCALE_MIN (1e-7) /* 10 mm a pixel */

/**
 * CwPlanView:
 * @x: of the left border of the picture [nm]
 * @y: of its upper border; y goes up in the plan and down in the picture [nm]
 * @scale: [px/nm]
 *
 * Which part of the plan a picture shows.
 */
typedef struct
{
  double x;
  double y;
  double scale;
} CwPlanView;

static inline CwSpot
cw_plan_view_get_spot (const CwPlanView *self, CwPoint p)
{
  return (CwSpot){ (p.x - self->x) * self->scale, (self->y - p.y) * self->scale };
}

CwBox cw_plan_view_get_box (const CwPlanView *self, int width, int height, double margin);
void cw_plan_view_fit (CwPlanView *self, CwBox box, int width, int height, double margin);
void cw_plan_view_zoom (CwPlanView *self, double factor, CwSpot fixed);
double cw_plan_view_get_share (const CwPlanView *self, CwBox box, int width, int height);
void cw_plan_view_add_shape (const CwPlanView *self, cairo_t *cr, const CwShape *shape, int width,
                             int height);
void cw_plan_view_add_outline (const CwPlanView *self, cairo_t *cr, const CwShape *shape, int width,
                               int height);

G_END_DECLS
