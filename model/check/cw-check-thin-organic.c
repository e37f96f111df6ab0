/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

#define THICKNESS_MIN (2 * CW_UM) /* claims 107, 109, 181 */
#define THICKNESS_MAX (200 * CW_UM)

enum
{
  OUT_OF_RANGE,
  SHEET_OUT_OF_RANGE,
  THICK_BEFORE_THINNING,
};

static CwCoord
get_greatest (const CwTechnology *technology, guint rule)
{
  CwCoord value = cw_technology_get_rule (technology, rule)->value;

  return value > 0 ? value : THICKNESS_MAX;
}

static void
check_thickness (CwCheckContext *context, gint rule, guint level, CwCoord thickness, guint8 fault)
{
  CwCoord greatest = get_greatest (context->rules->technology, (guint) rule);
  CwPoint at = cw_check_get_centre (context);
  CwViolation violation = { .found = thickness,
                            .needed = thickness < THICKNESS_MIN ? THICKNESS_MIN : greatest,
                            .at = { at, at },
                            .level = (guint8) level,
                            .fault = fault };

  if (THICKNESS_MIN <= thickness && thickness <= greatest)
    return;
  if (fault == THICK_BEFORE_THINNING)
    cw_check_append_warning (context, rule, violation);
  else
    cw_check_append (context, rule, violation);
}

/* The thickness of the sheet as it is provided is that of claim 107. When it is thinned, claim 109 counts,
 * and the sheet before is told as odd at most. */
static void
thin_organic_run (CwCheckContext *context)
{
  const CwTechnology *technology = context->rules->technology;
  const CwFlow *flow = cw_technology_get_flow (technology);
  gint rule = cw_check_find_design_rule (context, CW_RULE_THIN_ORGANIC);
  guint level = cw_technology_find_level_kind (technology, CW_LEVEL_THIN_ORGANIC);
  gint sheet = flow != NULL ? cw_flow_find (flow, CW_STEP_PROVIDE_SHEET, CW_LEVEL_NONE) : -1;
  gint thinning = flow != NULL ? cw_flow_find (flow, CW_STEP_THIN_SHEET, CW_LEVEL_NONE) : -1;

  if (rule < 0 || level == CW_LEVEL_NONE)
    return;
  check_thickness (context, rule, level, cw_technology_get_level (technology, level)->thickness,
                   OUT_OF_RANGE);
  if (sheet >= 0 && flow->steps[sheet].thickness > 0)
    check_thickness (context, rule, level, flow->steps[sheet].thickness,
                     thinning > sheet ? THICK_BEFORE_THINNING : SHEET_OUT_OF_RANGE);
}

static void
thin_organic_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  g_string_append_printf (text, ": thickness of %s", cw_violation_get_level_name (self, design));
  if (self->fault != OUT_OF_RANGE)
    g_string_append (text, " as it is provided");
  g_string_append (text, ", ");
  cw_violation_append_length (self->found, text);
  g_string_append (text, ", is not in ");
  cw_violation_append_length (THICKNESS_MIN, text);
  g_string_append (text, " … ");
  cw_violation_append_length (get_greatest (cw_design_get_technology (design), self->rule), text);
  if (self->fault == THICK_BEFORE_THINNING)
    g_string_append (text, " (claim 107; it is thinned later, claim 109)");
}

const CwCheckKind cw_check_thin_organic = {
  .name = "thin-organic",
  .rule = CW_RULE_THIN_ORGANIC,
  .run_design = thin_organic_run,
  .describe = thin_organic_describe,
};
