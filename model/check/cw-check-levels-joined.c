/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* Of two neighbouring wiring levels on which there is something, a hole through the dielectric between
 * must join them. */

#define METAL                                                                                      \
  (CW_BIT (CW_ROLE_TRACE) | CW_BIT (CW_ROLE_LAND) | CW_BIT (CW_ROLE_BONDING_PAD)                   \
   | CW_BIT (CW_ROLE_BUS) | CW_BIT (CW_ROLE_PASSIVE) | CW_BIT (CW_ROLE_TERMINAL)                   \
   | CW_BIT (CW_ROLE_ZONE))

static gboolean
are_joined (const CwCheckContext *context, guint lower, guint upper)
{
  gboolean has_dielectric = FALSE;

  for (guint level = lower + 1; level < upper; level++)
    {
      CwLevelKind kind = cw_technology_get_level (context->rules->technology, level)->kind;

      if (kind != CW_LEVEL_DIELECTRIC && kind != CW_LEVEL_THIN_ORGANIC)
        continue;
      has_dielectric = TRUE;
      if (cw_check_level_has (context->design, level, CW_BIT (CW_ROLE_HOLE)))
        return TRUE;
    }

  /* what no dielectric parts is the affair of another rule */
  return !has_dielectric;
}

static void
levels_joined_run (CwCheckContext *context)
{
  const CwTechnology *technology = context->rules->technology;
  gint rule = cw_check_find_design_rule (context, CW_RULE_LEVELS_JOINED);
  CwPoint at = cw_check_get_centre (context);

  for (guint i = 0; rule >= 0 && i + 1 < cw_technology_get_n_wiring_levels (technology); i++)
    {
      guint lower = cw_technology_get_wiring_level (technology, i);
      guint upper = cw_technology_get_wiring_level (technology, i + 1);

      if (are_joined (context, lower, upper)
          || (!cw_check_level_has (context->design, lower, METAL)
              && !cw_check_level_has (context->design, upper, METAL)))
        continue;
      cw_check_append (context, rule,
                       (CwViolation){
                           .parts = { 0, lower },
                           .at = { at, at },
                           .level = (guint8) upper,
                       });
    }
}

static void
levels_joined_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  const CwLevel *lower
      = cw_technology_get_level (cw_design_get_technology (design), self->parts[1]);

  g_string_append_printf (text, ": no via joins %s and %s", lower != NULL ? lower->name : "",
                          cw_violation_get_level_name (self, design));
}

/* the second part is the index of the lower level */
const CwCheckKind cw_check_levels_joined = {
  .name = "levels-joined",
  .rule = CW_RULE_LEVELS_JOINED,
  .run_design = levels_joined_run,
  .items = CW_METAL_ITEMS,
  .describe = levels_joined_describe,
};
