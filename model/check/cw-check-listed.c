/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* Materials and methods are those that the claims list. Kinds of bonding points and of passive devices can
 * be no others. */

enum
{
  DIELECTRIC,
  FILLING,
  SHEET,
  HEAT,
  CARRIER,
  DEPOSITION,
  N_LISTS
};

static const struct
{
  const char *what;
  CwMaterialGroup groups[4]; /* CW_GROUP_NONE ends them */
  const char *list;
} lists[N_LISTS] = {
  [DIELECTRIC]
  = { "dielectric",
      { CW_GROUP_POLYIMIDE, CW_GROUP_BENZOCYCLOBUTENE, CW_GROUP_POROUS, CW_GROUP_STRESS_BUFFER },
      "polyimide, benzocyclobutene, porous dielectric, stress buffer" },
  [FILLING] = { "filling", { CW_GROUP_EPOXY, CW_GROUP_POLYMER }, "epoxy, polymer" },
  [SHEET] = { "insulating substrate",
              { CW_GROUP_GLASS, CW_GROUP_ORGANIC, CW_GROUP_ORGANIC_MATERIAL },
              "glass, organic, organic material" },
  [HEAT] = { "heat-conducting layer", { CW_GROUP_NONE }, "metal" },
  [CARRIER] = { "carrier",
                { CW_GROUP_GLASS, CW_GROUP_ORGANIC, CW_GROUP_ORGANIC_MATERIAL },
                "glass, organic, organic material" },
  [DEPOSITION]
  = { "wiring", { CW_GROUP_NONE }, "sputtering, electroplating, electro-less plating" },
};

static gboolean
is_listed (const CwMaterial *material, guint list)
{
  if (material == NULL)
    return FALSE;
  if (list == HEAT)
    return material->klass == CW_MATERIAL_METAL;
  for (guint i = 0; i < G_N_ELEMENTS (lists[list].groups); i++)
    if (lists[list].groups[i] != CW_GROUP_NONE && lists[list].groups[i] == material->group)
      return TRUE;
  return FALSE;
}

/* the parts are the material and the step that uses it, one more than its index, 0 for a level of the stack */
static void
report (CwCheckContext *context, gint rule, guint8 list, guint level, guint material, guint step)
{
  CwPoint at = cw_check_get_centre (context);

  cw_check_append (context, rule,
                   (CwViolation){
                       .parts = { material, step },
                       .at = { at, at },
                       .level = (guint8) level,
                       .fault = list,
                   });
}

static void
check_material (CwCheckContext *context, gint rule, guint8 list, guint level, guint material,
                guint step)
{
  if (!is_listed (cw_technology_get_material (context->rules->technology, material), list))
    report (context, rule, list, level, material, step);
}

static gboolean
has_filling (const CwTechnology *technology, const CwLevel *dies)
{
  const CwFlow *flow = cw_technology_get_flow (technology);

  if (flow == NULL)
    return dies->material != CW_MATERIAL_NONE;
  return cw_flow_find (flow, flow->method == CW_METHOD_C ? CW_STEP_SECOND_FILL : CW_STEP_FILL,
                       CW_LEVEL_NONE)
         >= 0;
}

static void
check_level (CwCheckContext *context, gint rule, guint index)
{
  const CwTechnology *technology = context->rules->technology;
  const CwFlow *flow = cw_technology_get_flow (technology);
  const CwLevel *level = cw_technology_get_level (technology, index);

  if (level->kind == CW_LEVEL_DIELECTRIC)
    check_material (context, rule, DIELECTRIC, index, level->material, 0);
  else if (level->kind == CW_LEVEL_DIE && has_filling (technology, level))
    check_material (context, rule, FILLING, index, level->material, 0);
  else if (level->kind == CW_LEVEL_THIN_ORGANIC && flow != NULL && flow->method == CW_METHOD_B)
    check_material (context, rule, SHEET, index, level->material, 0);
  else if (level->kind == CW_LEVEL_HEAT)
    check_material (context, rule, HEAT, index, level->material, 0);
  else if (level->kind == CW_LEVEL_WIRING && level->deposition == CW_DEPOSITION_NONE)
    report (context, rule, DEPOSITION, index, CW_MATERIAL_NONE, 0);
}

static void
listed_run (CwCheckContext *context)
{
  const CwFlow *flow = cw_technology_get_flow (context->rules->technology);
  gint rule = cw_check_find_design_rule (context, CW_RULE_LISTED);

  if (rule < 0)
    return;
  for (guint level = 0; level < context->rules->n_levels; level++)
    check_level (context, rule, level);
  for (guint i = 0; flow != NULL && i < flow->n_steps; i++)
    {
      const CwStep *step = &flow->steps[i];

      if (step->kind == CW_STEP_PROVIDE_CARRIER)
        check_material (context, rule, CARRIER, CW_LEVEL_NONE, step->material, i + 1);
      else if (step->kind == CW_STEP_FILL && flow->method == CW_METHOD_C)
        check_material (context, rule, FILLING, CW_LEVEL_NONE, step->material, i + 1);
    }
}

static void
listed_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  const CwMaterial *material
      = cw_technology_get_material (cw_design_get_technology (design), self->parts[0]);
  guint list = MIN (self->fault, DEPOSITION);

  g_string_append_printf (text, ": %s%s",
                          self->level == CW_LEVEL_NONE && list == FILLING ? "first " : "",
                          lists[list].what);
  if (self->level != CW_LEVEL_NONE)
    g_string_append_printf (text, " %s", cw_violation_get_level_name (self, design));
  if (list == DEPOSITION)
    g_string_append (text, " has no method of deposition");
  else if (material == NULL)
    g_string_append (text, " has no material");
  else
    g_string_append_printf (text, " is of %s", material->name);
  g_string_append_printf (text, ", listed are %s", lists[list].list);
}

const CwCheckKind cw_check_listed = {
  .name = "listed",
  .rule = CW_RULE_LISTED,
  .run_design = listed_run,
  .describe = listed_describe,
};
