/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* Wiring and dielectric take turns, and a dielectric or the thin organic layer lies below the first wiring. A
 * dielectric on the thin organic layer adds to it. */

enum
{
  NO_WIRING,
  WIRING_BELOW_DIES,
  NO_DIELECTRIC_BELOW,
  NO_DIELECTRIC_BETWEEN,
  NO_WIRING_BETWEEN,
  NO_WIRING_ABOVE,
};

/* the second part is the index of the other level concerned */
static void
report (CwCheckContext *context, gint rule, guint8 fault, guint level, guint other)
{
  CwPoint at = cw_check_get_centre (context);

  cw_check_append (context, rule,
                   (CwViolation){
                       .parts = { 0, other },
                       .at = { at, at },
                       .level = (guint8) level,
                       .fault = fault,
                   });
}

static void
check_level (CwCheckContext *context, gint rule, guint level, guint dies, guint *last)
{
  const CwTechnology *technology = context->rules->technology;
  CwLevelKind kind = cw_technology_get_level (technology, level)->kind;
  CwLevelKind below = *last == CW_LEVEL_NONE ? CW_N_LEVEL_KINDS
                                             : cw_technology_get_level (technology, *last)->kind;

  if (kind != CW_LEVEL_WIRING && kind != CW_LEVEL_DIELECTRIC && kind != CW_LEVEL_THIN_ORGANIC)
    return;

  if (kind == CW_LEVEL_WIRING && dies != CW_LEVEL_NONE && level < dies)
    report (context, rule, WIRING_BELOW_DIES, level, dies);
  else if (kind == CW_LEVEL_WIRING && *last == CW_LEVEL_NONE)
    report (context, rule, NO_DIELECTRIC_BELOW, level, 0);
  else if (kind == CW_LEVEL_WIRING && below == CW_LEVEL_WIRING)
    report (context, rule, NO_DIELECTRIC_BETWEEN, level, *last);
  else if (kind == CW_LEVEL_DIELECTRIC && below == CW_LEVEL_DIELECTRIC)
    report (context, rule, NO_WIRING_BETWEEN, level, *last);
  *last = level;
}

static void
alternation_run (CwCheckContext *context)
{
  const CwTechnology *technology = context->rules->technology;
  gint rule = cw_check_find_design_rule (context, CW_RULE_ALTERNATION);
  guint dies = cw_technology_find_level_kind (technology, CW_LEVEL_DIE);
  guint last = CW_LEVEL_NONE;

  if (rule < 0)
    return;
  if (cw_technology_get_n_wiring_levels (technology) == 0)
    {
      report (context, rule, NO_WIRING, CW_LEVEL_NONE, 0);
      return;
    }

  for (guint level = 0; level < context->rules->n_levels; level++)
    check_level (context, rule, level, dies, &last);
  if (cw_technology_get_level (technology, last)->kind == CW_LEVEL_DIELECTRIC
      && cw_technology_find_level_kind (technology, CW_LEVEL_PASSIVATION) != CW_LEVEL_NONE)
    report (context, rule, NO_WIRING_ABOVE, last, 0);
}

static void
alternation_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  const CwLevel *other
      = cw_technology_get_level (cw_design_get_technology (design), self->parts[1]);
  const char *name = cw_violation_get_level_name (self, design);
  const char *other_name = other != NULL ? other->name : "";

  switch (self->fault)
    {
    case NO_WIRING:
      g_string_append (text, ": the stack has no wiring level");
      break;
    case WIRING_BELOW_DIES:
      g_string_append_printf (text, ": wiring %s lies below the dies, %s", name, other_name);
      break;
    case NO_DIELECTRIC_BELOW:
      g_string_append_printf (
          text, ": no dielectric or thin organic layer between wiring %s and the substrate", name);
      break;
    case NO_DIELECTRIC_BETWEEN:
      g_string_append_printf (text, ": no dielectric between wiring %s and %s", other_name, name);
      break;
    case NO_WIRING_BETWEEN:
      g_string_append_printf (text, ": no wiring between dielectric %s and %s", other_name, name);
      break;
    case NO_WIRING_ABOVE:
    default:
      g_string_append_printf (text, ": no wiring on dielectric %s", name);
      break;
    }
}

const CwCheckKind cw_check_alternation = {
  .name = "alternation",
  .rule = CW_RULE_ALTERNATION,
  .run_design = alternation_run,
  .describe = alternation_describe,
};
