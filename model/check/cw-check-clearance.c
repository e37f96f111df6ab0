/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

static CwCoord
clearance_reach (const CwCheckRules *rules, guint level)
{
  return rules->greatest[CW_RULE_CLEARANCE][level];
}

/* What touches is a short, not a lack of clearance. The foot of a via shorts too, but keeps no
 * clearance from the pads beside the one it lands on: that the pads are given is the die's affair. */
static void
clearance_run (CwCheckContext *context, const CwShape *a, const CwShape *b, const CwGap *gap)
{
  gint rule = cw_check_find_rule (context, CW_RULE_CLEARANCE, a->level, a->net, b->net);
  CwCoord needed;

  if (rule < 0 || a->role == CW_ROLE_HOLE || b->role == CW_ROLE_HOLE)
    return;
  needed = cw_technology_get_rule (context->rules->technology, (guint) rule)->value;
  if (gap->distance >= needed || (gap->distance == 0 && cw_shape_touches (a, b)))
    return;

  cw_check_append (context, rule,
                   (CwViolation){
                       .found = gap->distance,
                       .needed = needed,
                       .items = { a->item, b->item },
                       .parts = { a->part, b->part },
                       .nets = { a->net, b->net },
                       .at = { gap->a, gap->b },
                       .level = a->level,
                   });
}

const CwCheckKind cw_check_clearance = {
  .name = "clearance",
  .rule = CW_RULE_CLEARANCE,
  .reach = clearance_reach,
  .run_pair = clearance_run,
};
