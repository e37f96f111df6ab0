/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"
#include "widgets/render/cw-plan-view.h"
#include "widgets/render/cw-theme.h"

G_BEGIN_DECLS

#define CW_PLAN_ALL_PARTS G_MAXUINT32
#define CW_PLAN_GRID_AUTO (-1)

/**
 * CwPlanStyle:
 * @theme: colours
 * @visible_levels: a bit a level
 * @dimmed_levels: a bit a level
 * @active_level: the wiring level that lies on top, or %CW_LEVEL_NONE
 * @highlight_net: a net that all others step back for, or %CW_ID_NONE
 * @grid_step: distance of the grid's dots; 0 for none, %CW_PLAN_GRID_AUTO for a round one [nm]
 * @grid_origin: a point of the grid [nm]
 * @ratio: how much larger than usual words and lines are
 * @faint: how much of what lies below shows through each level [%]
 *
 * How a plan is painted.
 */
typedef struct
{
  const CwTheme *theme;
  guint64 visible_levels;
  guint64 dimmed_levels;
  guint8 active_level;
  CwId highlight_net;
  CwCoord grid_step;
  CwPoint grid_origin;
  double ratio;
  guint8 faint[CW_MAX_LEVELS];
} CwPlanStyle;

#define CW_PLAN_STYLE_INIT(theme)                                                                  \
  ((CwPlanStyle){ (theme), G_MAXUINT64, 0, CW_LEVEL_NONE, CW_ID_NONE, 0, { 0, 0 }, 1, { 0 } })

/**
 * CwPlanLook:
 * @CW_PLAN_LOOK_OUTLINE: a line around it
 * @CW_PLAN_LOOK_FILL: filled
 * @CW_PLAN_LOOK_GHOST: thinly filled, with a line around it
 *
 * How one item is shown above the plan.
 */
typedef enum
{
  CW_PLAN_LOOK_OUTLINE,
  CW_PLAN_LOOK_FILL,
  CW_PLAN_LOOK_GHOST,
} CwPlanLook;

CwColour cw_plan_style_get_colour (const CwPlanStyle *self, const CwTechnology *technology,
                                   guint level);
void cw_plan_paint (cairo_t *cr, const CwDesign *design, const CwPlanStyle *style,
                    const CwPlanView *view, int width, int height, const gint *cancel);
void cw_plan_paint_item (cairo_t *cr, const CwDesign *design, CwId item, guint32 part,
                         const CwPlanView *view, int width, int height, CwColour colour,
                         CwPlanLook look);

G_END_DECLS
