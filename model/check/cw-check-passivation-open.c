/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

enum
{
  NO_OPENING,
  REACHES_OVER_LAND,
};

static void
report (CwCheckContext *context, const CwShape *land, guint level, guint8 fault, gint64 found,
        const CwGap *gap)
{
  gint rule = cw_check_find_rule (context, CW_RULE_PASSIVATION_OPEN, level, land->net, land->net);

  if (rule >= 0)
    cw_check_append (context, rule,
                     (CwViolation){
                         .found = found,
                         .items = { land->item, CW_ID_NONE },
                         .nets = { land->net, CW_ID_NONE },
                         .at = { gap->a, gap->b },
                         .level = (guint8) level,
                         .fault = fault,
                     });
}

/* a stack without passivation needs no openings */
static void
passivation_open_run (CwCheckContext *context, const CwShape *land)
{
  const CwBondingPad *pad = cw_design_get_bonding_pad (context->design, land->item);
  guint level = cw_technology_find_level_above (context->rules->technology, land->level,
                                                CW_LEVEL_PASSIVATION);
  CwGap gap = { 0 };
  CwShape opening;
  gint64 enclosure;

  if (level == CW_LEVEL_NONE)
    return;
  if (pad->opening.width == 0)
    {
      gap.a = gap.b = pad->at;
      report (context, land, level, NO_OPENING, 0, &gap);
      return;
    }

  cw_design_get_shape (context->design, land->item, 1, &opening);
  if (!cw_shape_get_enclosure (&opening, land, &enclosure, &gap))
    report (context, land, level, REACHES_OVER_LAND, -enclosure, &gap);
  cw_shape_clear (&opening);
}

static void
passivation_open_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  g_string_append_printf (text, ": %s ", cw_violation_get_level_name (self, design));
  if (self->fault == NO_OPENING)
    {
      g_string_append (text, "has no opening over ");
      cw_violation_append_item (self, 0, design, text);
      return;
    }

  g_string_append (text, "opens beyond the land of ");
  cw_violation_append_item (self, 0, design, text);
  g_string_append (text, " by ");
  cw_violation_append_length (self->found, text);
}

const CwCheckKind cw_check_passivation_open = {
  .name = "passivation-open",
  .rule = CW_RULE_PASSIVATION_OPEN,
  .roles = CW_BIT (CW_ROLE_BONDING_PAD),
  .run_shape = passivation_open_run,
  .describe = passivation_open_describe,
};
