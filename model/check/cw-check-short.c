/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* the least that cw_shape_is_nearer_than () can tell touching from */
static CwCoord
short_reach (const CwCheckRules *rules, guint level)
{
  return rules->best[CW_RULE_SHORT][level][CW_NET_CLASS_NONE][CW_NET_CLASS_NONE] >= 0
                 || rules->by_class
             ? 1
             : 0;
}

static void
short_run (CwCheckContext *context, const CwShape *a, const CwShape *b, const CwGap *gap)
{
  gint rule;

  if (gap->distance > 0 || !cw_shape_touches (a, b))
    return;
  rule = cw_check_find_rule (context, CW_RULE_SHORT, a->level, a->net, b->net);
  if (rule < 0)
    return;

  cw_check_append (context, rule,
                   (CwViolation){
                       .items = { a->item, b->item },
                       .parts = { a->part, b->part },
                       .nets = { a->net, b->net },
                       .at = { gap->a, gap->b },
                       .level = a->level,
                   });
}

const CwCheckKind cw_check_short = {
  .name = "short",
  .rule = CW_RULE_SHORT,
  .reach = short_reach,
  .run_pair = short_run,
};
