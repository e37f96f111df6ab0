/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

static void
die_outside_run (CwCheckContext *context, const CwShape *shape)
{
  gint rule
      = cw_check_find_rule (context, CW_RULE_DIE_OUTSIDE, shape->level, CW_ID_NONE, CW_ID_NONE);
  CwShape outline = { .kind = CW_SHAPE_POLYGON };
  gint64 enclosure;
  CwGap gap;

  outline.polygon = (CwPolygon *) cw_design_get_outline_polygon (context->design);
  if (rule < 0 || outline.polygon == NULL
      || cw_shape_get_enclosure (shape, &outline, &enclosure, &gap))
    return;

  cw_check_append (context, rule,
                   (CwViolation){
                       .found = enclosure,
                       .items = { shape->item, CW_ID_NONE },
                       .parts = { shape->part, 0 },
                       .at = { gap.a, gap.b },
                       .level = shape->level,
                   });
}

static CwCoord
die_outside_reach (const CwCheckRules *rules, guint level)
{
  return 0;
}

/* found is how far the die sticks out, as a negative enclosure */
const CwCheckKind cw_check_die_outside = {
  .name = "die-outside",
  .rule = CW_RULE_DIE_OUTSIDE,
  .reach = die_outside_reach,
  .roles = 1u << CW_ROLE_DIE,
  .run_shape = die_outside_run,
};
