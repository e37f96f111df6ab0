/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

static CwCoord
get_width (const CwCheckContext *context, const CwShape *shape, CwPoint *at)
{
  CwBox box = cw_shape_get_bounds (shape);
  CwCoord least = MIN (box.max.x - box.min.x, box.max.y - box.min.y);

  *at = cw_box_get_centre (box);
  switch (shape->kind)
    {
    case CW_SHAPE_DISC:
      return shape->disc.diameter;

    case CW_SHAPE_CAPSULE:
      return shape->capsule.width;

    case CW_SHAPE_BAND:
      *at = shape->band.arc.start;
      return shape->band.width;

    case CW_SHAPE_POLYGON:
      return cw_design_get_polygon_width (context->design, shape->item, shape->part, least);

    case CW_SHAPE_BOX:
    default:
      return least;
    }
}

static void
width_run (CwCheckContext *context, const CwShape *shape)
{
  CwPoint at;
  CwCoord needed = context->rules->greatest[CW_RULE_WIDTH][shape->level];
  CwCoord width;
  gint rule;

  if (needed == 0)
    return;
  width = get_width (context, shape, &at);
  if (width >= needed)
    return;
  rule = cw_check_find_rule (context, CW_RULE_WIDTH, shape->level, shape->net, shape->net);
  if (rule < 0)
    return;
  needed = cw_technology_get_rule (context->rules->technology, (guint) rule)->value;
  if (width >= needed)
    return;

  cw_check_append (context, rule,
                   (CwViolation){
                       .found = width,
                       .needed = needed,
                       .items = { shape->item, CW_ID_NONE },
                       .parts = { shape->part, 0 },
                       .nets = { shape->net, CW_ID_NONE },
                       .at = { at, at },
                       .level = shape->level,
                   });
}

static CwCoord
width_reach (const CwCheckRules *rules, guint level)
{
  return 0;
}

const CwCheckKind cw_check_width = {
  .name = "width",
  .rule = CW_RULE_WIDTH,
  .reach = width_reach,
  .roles = 1u << CW_ROLE_TRACE | 1u << CW_ROLE_LAND | 1u << CW_ROLE_BONDING_PAD | 1u << CW_ROLE_TEXT
           | 1u << CW_ROLE_BUS | 1u << CW_ROLE_PASSIVE | 1u << CW_ROLE_TERMINAL | 1u << CW_ROLE_ZONE
           | 1u << CW_ROLE_FIDUCIAL,
  .run_shape = width_run,
};
