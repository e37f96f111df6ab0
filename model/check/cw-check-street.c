/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* Nothing of a unit lies outside its outline, and metal and dies keep back from it by the pull-back of the
 * panel or the value of the rule, whichever is more. */

/* how far metal and dies keep back from the outline [nm] */
CwCoord
cw_check_get_pull_back (const CwCheckRules *rules)
{
  const CwPanel *panel = cw_technology_get_panel (rules->technology);
  CwCoord pull_back = panel->kind != CW_PANEL_NONE ? panel->pull_back : 0;

  return rules->n_levels > 0 ? MAX (pull_back, rules->greatest[CW_RULE_STREET][0]) : pull_back;
}

static void
street_run (CwCheckContext *context, const CwShape *shape)
{
  CwShape outline = { .kind = CW_SHAPE_POLYGON };
  gboolean is_metal = shape->role != CW_ROLE_BALL && shape->role != CW_ROLE_TEXT;
  CwCoord needed;
  gint64 enclosure;
  CwGap gap;
  gint rule;

  if (cw_box_contains_box (context->facts->inner, cw_shape_get_bounds (shape)))
    return;
  rule = cw_check_find_rule (context, CW_RULE_STREET, shape->level, shape->net, shape->net);
  outline.polygon = (CwPolygon *) cw_design_get_outline_polygon (context->design);
  if (rule < 0 || outline.polygon == NULL)
    return;

  needed = is_metal ? cw_check_get_pull_back (context->rules) : 0;
  if (cw_shape_get_enclosure (shape, &outline, &enclosure, &gap) && enclosure >= needed)
    return;

  cw_check_append (context, rule,
                   (CwViolation){
                       .found = enclosure,
                       .needed = needed,
                       .items = { shape->item, CW_ID_NONE },
                       .parts = { shape->part, 0 },
                       .nets = { shape->net, CW_ID_NONE },
                       .at = { gap.a, gap.b },
                       .level = shape->level,
                   });
}

static void
street_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  if (self->found < 0)
    {
      g_string_append (text, ": ");
      cw_violation_append_item (self, 0, design, text);
      g_string_append_printf (text, " on %s reaches over the package outline by ",
                              cw_violation_get_level_name (self, design));
      cw_violation_append_length (-self->found, text);
      return;
    }

  g_string_append (text, " ");
  cw_violation_append_length (self->found, text);
  g_string_append (text, " < ");
  cw_violation_append_length (self->needed, text);
  g_string_append_printf (text, " on %s from ", cw_violation_get_level_name (self, design));
  cw_violation_append_item (self, 0, design, text);
  g_string_append (text, " to the package outline");
}

/* found is negative for what reaches over the outline */
const CwCheckKind cw_check_street = {
  .name = "street",
  .rule = CW_RULE_STREET,
  .roles = CW_BIT (CW_ROLE_TRACE) | CW_BIT (CW_ROLE_LAND) | CW_BIT (CW_ROLE_BONDING_PAD)
           | CW_BIT (CW_ROLE_BALL) | CW_BIT (CW_ROLE_DIE) | CW_BIT (CW_ROLE_TEXT)
           | CW_BIT (CW_ROLE_BUS) | CW_BIT (CW_ROLE_PASSIVE) | CW_BIT (CW_ROLE_TERMINAL)
           | CW_BIT (CW_ROLE_ZONE) | CW_BIT (CW_ROLE_FIDUCIAL) | CW_BIT (CW_ROLE_UBM),
  .run_shape = street_run,
  .describe = street_describe,
};
