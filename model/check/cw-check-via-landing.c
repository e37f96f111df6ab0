/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* The hole of a via lies with its whole cross-section on metal of its net, below and above its dielectric: a
 * die pad or wiring. */

static void
check_end (CwCheckContext *context, const CwShape *hole, guint level)
{
  CwCheckMetal metal;
  gint rule;

  if (level >= context->rules->n_levels || cw_check_is_enclosed (context, hole, level, 0, &metal))
    return;
  rule = cw_check_find_rule (context, CW_RULE_VIA_LANDING, level, hole->net, hole->net);
  if (rule < 0)
    return;

  cw_check_append (context, rule,
                   (CwViolation){
                       .found = metal.enclosure,
                       .items = { hole->item, metal.item },
                       .parts = { hole->part, metal.part },
                       .nets = { hole->net, metal.item != CW_ID_NONE ? hole->net : CW_ID_NONE },
                       .at = { metal.gap.a, metal.gap.b },
                       .level = (guint8) level,
                   });
}

static void
via_landing_run (CwCheckContext *context, const CwShape *hole)
{
  check_end (context, hole, context->rules->metal_below[hole->level]);
  check_end (context, hole, context->rules->metal_above[hole->level]);
}

static void
via_landing_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  g_string_append (text, ": the hole of ");
  cw_violation_append_item (self, 0, design, text);
  if (self->items[1] == CW_ID_NONE)
    {
      g_string_append_printf (text, " lands on no metal of its net on %s",
                              cw_violation_get_level_name (self, design));
      return;
    }

  g_string_append (text, " sticks out of ");
  cw_violation_append_item (self, 1, design, text);
  g_string_append_printf (text, " on %s by ", cw_violation_get_level_name (self, design));
  cw_violation_append_length (-self->found, text);
}

/* found is negative: how far the hole sticks out */
const CwCheckKind cw_check_via_landing = {
  .name = "via-landing",
  .rule = CW_RULE_VIA_LANDING,
  .roles = CW_BIT (CW_ROLE_HOLE),
  .run_shape = via_landing_run,
  .describe = via_landing_describe,
};
