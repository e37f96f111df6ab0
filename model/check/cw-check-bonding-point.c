/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* a stack without a level of balls has no bonding points */
static void
bonding_point_run (CwCheckContext *context, const CwShape *land)
{
  const CwBondingPad *pad = cw_design_get_bonding_pad (context->design, land->item);
  guint level
      = cw_technology_find_level_above (context->rules->technology, land->level, CW_LEVEL_BALL);
  gint rule;

  if (pad->net == CW_ID_NONE || pad->ball.diameter > 0 || level == CW_LEVEL_NONE)
    return;
  rule = cw_check_find_rule (context, CW_RULE_BONDING_POINT, level, land->net, land->net);
  if (rule < 0)
    return;

  cw_check_append (context, rule,
                   (CwViolation){
                       .items = { land->item, CW_ID_NONE },
                       .nets = { land->net, CW_ID_NONE },
                       .at = { pad->at, pad->at },
                       .level = (guint8) level,
                   });
}

static void
bonding_point_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  g_string_append (text, ": ");
  cw_violation_append_item (self, 0, design, text);
  g_string_append (text, " has no ball, bump or pin");
}

const CwCheckKind cw_check_bonding_point = {
  .name = "bonding-point",
  .rule = CW_RULE_BONDING_POINT,
  .roles = CW_BIT (CW_ROLE_BONDING_PAD),
  .run_shape = bonding_point_run,
  .describe = bonding_point_describe,
};
