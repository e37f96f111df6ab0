/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/check/cw-check-private.h"

typedef struct
{
  GHashTable *modules;
  guint n_modules;
  guint n_dies;
  CwId first;
} Count;

static gboolean
count_die (CwId id, gconstpointer item, gpointer user_data)
{
  Count *count = user_data;
  const CwDie *die = item;

  if (count->n_dies++ == 0)
    count->first = id;
  count->n_modules += die->module == NULL || *die->module == '\0'
                      || g_hash_table_add (count->modules, die->module);
  return TRUE;
}

static Count
count_dies (const CwDesign *design)
{
  g_autoptr (GHashTable) modules = g_hash_table_new (g_str_hash, g_str_equal);
  Count count = { modules, 0, 0, CW_ID_NONE };

  cw_design_foreach (design, CW_ITEM_DIE, count_die, &count);
  count.modules = NULL;
  return count;
}

/* what is not cut apart has no scope */
static gboolean
is_cut (const CwTechnology *technology)
{
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);

  return cw_technology_get_panel (technology)->kind != CW_PANEL_NONE
         || cw_flow_find (flow, CW_STEP_SINGULATE, CW_LEVEL_NONE) >= 0;
}

static void
die_count_run (CwCheckContext *context)
{
  const CwTechnology *technology = context->rules->technology;
  CwUnitScope scope = cw_technology_get_panel (technology)->scope;
  gint rule = cw_check_find_design_rule (context, CW_RULE_DIE_COUNT);
  Count count;
  CwPoint at;

  if (rule < 0 || !is_cut (technology))
    return;
  count = count_dies (context->design);
  if (count.n_dies == 0 || (count.n_dies > 1) == (scope == CW_UNIT_PLURAL_DIES))
    return;

  at = cw_box_get_centre (cw_design_get_item_bounds (context->design, count.first));
  cw_check_append (context, rule,
                   (CwViolation){
                       .items = { count.first, CW_ID_NONE },
                       .parts = { 0, count.n_dies },
                       .at = { at, at },
                       .level = CW_LEVEL_NONE,
                   });
}

static void
append_count (guint n, const char *what, GString *text)
{
  g_string_append_printf (text, "%u %s%s", n, what, n == 1 ? "" : "s");
}

static void
die_count_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  CwUnitScope scope = cw_technology_get_panel (cw_design_get_technology (design))->scope;
  Count count = count_dies (design);

  g_string_append (text, ": the unit has ");
  append_count (count.n_dies, "die", text);
  g_string_append (text, " in ");
  append_count (count.n_modules, "module", text);
  g_string_append (text, scope == CW_UNIT_SINGLE_DIE ? ", a single die is cut out"
                                                     : ", plural dies are cut out");
  g_string_append (text, " (page Panel of the package set-up)");
}

/* the second part is how many dies there are */
const CwCheckKind cw_check_die_count = {
  .name = "die-count",
  .rule = CW_RULE_DIE_COUNT,
  .run_design = die_count_run,
  .items = CW_BIT (CW_ITEM_DIE),
  .describe = die_count_describe,
};
