/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-plan-view.h"
#include "widgets/render/cw-theme.h"

G_BEGIN_DECLS

/**
 * CwOverlay:
 * @cr: the context to paint to
 * @theme: colours
 * @view: which part of the plan the picture shows
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Where marks above a plan are painted.
 */
typedef struct
{
  cairo_t *cr;
  const CwTheme *theme;
  CwPlanView view;
  int width;
  int height;
} CwOverlay;

/**
 * CwCutLook:
 * @CW_CUT_CURRENT: the section is taken along it
 * @CW_CUT_ACTIVE: the same, and its handles can be dragged
 * @CW_CUT_QUIET: another cut line
 *
 * How a cut line is shown.
 */
typedef enum
{
  CW_CUT_CURRENT,
  CW_CUT_ACTIVE,
  CW_CUT_QUIET,
} CwCutLook;

CwCoord cw_overlay_pick_step (double scale, double least);
void cw_overlay_paint_grid (const CwOverlay *self, CwPoint origin, CwCoord step);
void cw_overlay_paint_airwire (const CwOverlay *self, CwPoint a, CwPoint b);
void cw_overlay_paint_airwires (const CwOverlay *self, const CwPoint *points, gsize n_points,
                                guint most);
void cw_overlay_paint_origin (const CwOverlay *self, CwPoint at, gboolean is_local);
void cw_overlay_paint_cluster (const CwOverlay *self, CwPoint at, guint n, gboolean is_warning);
void cw_overlay_paint_violation (const CwOverlay *self, CwPoint a, CwPoint b, const char *text,
                                 gboolean is_warning);
void cw_overlay_paint_section_line (const CwOverlay *self, const CwPoint *line, gsize n_points,
                                    const char *name, CwCutLook look);
void cw_overlay_paint_scale_bar (cairo_t *cr, const CwTheme *theme, double scale, CwSpot corner,
                                 double room, const char *note);

G_END_DECLS
