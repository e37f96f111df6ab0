/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

static GPtrArray *
find_faults (const CwTechnology *technology)
{
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);

  return cw_flow_check (flow, technology);
}

/* what is only noted is no violation */
static void
step_order_run (CwCheckContext *context)
{
  gint rule = cw_check_find_design_rule (context, CW_RULE_STEP_ORDER);
  g_autoptr (GPtrArray) findings = NULL;
  CwPoint at = cw_check_get_centre (context);

  if (rule < 0)
    return;

  findings = find_faults (context->rules->technology);
  for (guint i = 0; i < findings->len; i++)
    {
      const CwFlowFinding *finding = g_ptr_array_index (findings, i);
      CwViolation violation = {
        .parts = { finding->step, i },
        .at = { at, at },
        .level = CW_LEVEL_NONE,
      };

      if (finding->severity == CW_SEVERITY_ERROR)
        cw_check_append (context, rule, violation);
      else if (finding->severity == CW_SEVERITY_WARNING)
        cw_check_append_warning (context, rule, violation);
    }
}

static void
step_order_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  g_autoptr (GPtrArray) findings = find_faults (cw_design_get_technology (design));
  const CwFlowFinding *finding;

  if (self->parts[1] >= findings->len)
    return;
  finding = g_ptr_array_index (findings, self->parts[1]);
  g_string_append_printf (text, ": %s", finding->what);
  if (finding->source != NULL && *finding->source != '\0')
    g_string_append_printf (text, " (%s)", finding->source);
}

/* the parts are the step, and which fault of the flow it is */
const CwCheckKind cw_check_step_order = {
  .name = "step-order",
  .rule = CW_RULE_STEP_ORDER,
  .run_design = step_order_run,
  .describe = step_order_describe,
};
