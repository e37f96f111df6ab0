/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check.h"
#include "widgets/render/cw-traveller.h"

static void
clear_rule (gpointer data)
{
  CwTravellerRule *rule = data;

  g_free (rule->name);
  g_free (rule->text);
}

/**
 * cw_traveller_check_rules:
 * @design: a design
 * @error: return location for an error
 *
 * Checks a design and counts how often each of its rules is broken, on all processors.
 *
 * Returns: (transfer full) (element-type CwTravellerRule): the rules in order
 */
GArray *
cw_traveller_check_rules (CwDesign *design, GError **error)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwCheckResult) result = cw_check_run (design, &(CwCheckOptions){ 0 }, error);
  GArray *rules;

  if (result == NULL)
    return NULL;

  rules = g_array_new (FALSE, FALSE, sizeof (CwTravellerRule));
  g_array_set_clear_func (rules, clear_rule);
  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    {
      const CwRule *rule = cw_technology_get_rule (technology, i);
      CwTravellerRule row = { g_strdup (rule->name), g_strdup (rule->source), 0 };

      if (*rule->source == '\0')
        {
          g_free (row.text);
          row.text = g_strdup (cw_rule_kind_get_name (rule->kind));
        }
      g_array_append_val (rules, row);
    }
  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    g_array_index (rules, CwTravellerRule, cw_check_result_get_violation (result, i)->rule)
        .n_violations++;

  return rules;
}
