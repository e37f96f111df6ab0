/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

enum
{
  STAYS_OVER_DIES,
  NO_OUTER_PAD,
};

static gboolean
take_first (CwId id, gconstpointer item, gpointer user_data)
{
  *(CwId *) user_data = id;
  return FALSE;
}

static void
report (CwCheckContext *context, gint rule, guint8 fault, CwId die)
{
  CwShape body;
  CwPoint at;
  CwViolation violation = { .items = { die, CW_ID_NONE }, .level = CW_LEVEL_NONE, .fault = fault };

  cw_design_get_shape (context->design, die, CW_DIE_PART_BODY, &body);
  at = cw_box_get_centre (cw_shape_get_bounds (&body));
  cw_shape_clear (&body);
  violation.at[0] = violation.at[1] = at;

  if (fault == NO_OUTER_PAD)
    cw_check_append_warning (context, rule, violation);
  else
    cw_check_append (context, rule, violation);
}

static void
fan_out_run (CwCheckContext *context)
{
  gint rule = cw_check_find_design_rule (context, CW_RULE_FAN_OUT);
  CwId die = CW_ID_NONE;

  cw_design_foreach (context->design, CW_ITEM_DIE, take_first, &die);
  if (rule < 0 || die == CW_ID_NONE)
    return;

  if (context->facts->fan_out == CW_ID_NONE)
    report (context, rule, STAYS_OVER_DIES, die);
  if (context->facts->outer_pad == CW_ID_NONE
      && cw_design_get_n_items (context->design, CW_ITEM_BONDING_PAD) > 0)
    report (context, rule, NO_OUTER_PAD, die);
}

static void
fan_out_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  if (self->fault == NO_OUTER_PAD)
    {
      g_string_append (text, ": all bonding pads lie over ");
      if (cw_design_get_n_items (design, CW_ITEM_DIE) > 1)
        g_string_append (text, "dies");
      else
        cw_violation_append_item (self, 0, design, text);
      return;
    }

  g_string_append (text, ": no trace, bonding pad or bus on a net of ");
  cw_violation_append_item (self, 0, design, text);
  if (cw_design_get_n_items (design, CW_ITEM_DIE) > 1)
    g_string_append (text, " or another die");
  g_string_append (text, " reaches out of the active surface");
}

const CwCheckKind cw_check_fan_out = {
  .name = "fan-out",
  .rule = CW_RULE_FAN_OUT,
  .run_design = fan_out_run,
  .items = CW_DIE_ITEMS | CW_METAL_ITEMS,
  .describe = fan_out_describe,
};
