/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-length.h"
#include "model/claims/cw-claims-private.h"

/* What claims ask of the wiring, its insulators and materials. */

static const char *
get_level_name (const CwClaimContext *context, guint level)
{
  return cw_claim_context_get_level_name (context, level);
}

CwClaimState
cw_feature_bus (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  cw_evidence_add_sample (evidence, &context->buses);
  return cw_evidence_say (evidence, context->buses.n > 0 ? CW_CLAIM_SATISFIED : CW_CLAIM_NOT_USED,
                          "buses on power or ground nets: %" G_GSIZE_FORMAT, context->buses.n);
}

CwClaimState
cw_feature_one_layer (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  if (context->n_wiring == 0 || context->below[0] == CW_LEVEL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "no dielectric lies below the first wiring level");

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "%s lies on %s",
                          get_level_name (context, context->wiring[0]),
                          get_level_name (context, context->below[0]));
}

CwClaimState
cw_feature_on_thin_organic (const CwClaimContext *context, const CwClaim *claim,
                            CwEvidence *evidence)
{
  if (context->n_wiring == 0 || context->below[0] == CW_LEVEL_NONE
      || context->below[0] != context->thin_organic)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "the first wiring level does not lie on the thin organic layer");

  return cw_feature_one_layer (context, claim, evidence);
}

CwClaimState
cw_feature_layers (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  if (context->n_wiring < 2)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is one wiring level, not several");
  for (guint i = 0; i < context->n_wiring; i++)
    if (context->below[i] == CW_LEVEL_NONE)
      return cw_evidence_say (evidence, CW_CLAIM_VIOLATED, "no dielectric lies below %s, R6",
                              get_level_name (context, context->wiring[i]));

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "wiring levels, each on an insulator: %u",
                          context->n_wiring);
}

static CwClaimState
say_holes (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence,
           const char *what)
{
  g_autoptr (GString) text = g_string_new (what);
  guint n = claim->argument == CW_CLAIM_ALL ? context->n_wiring : 1;

  for (guint i = 0; i < n; i++)
    {
      guint n_vias = cw_claim_context_get_n_vias (context, i);

      if (context->below[i] == CW_LEVEL_NONE || n_vias == 0)
        return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "no hole leads down from %s",
                                get_level_name (context, context->wiring[i]));

      cw_evidence_add_sample (evidence, &context->with[i]);
      cw_evidence_add_sample (evidence, &context->before[i]);
      g_string_append_printf (text, "%s %u through %s", i > 0 ? "," : "", n_vias,
                              get_level_name (context, context->below[i]));
    }

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "%s", text->str);
}

CwClaimState
cw_feature_holes (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  return say_holes (context, claim, evidence, "holes:");
}

CwClaimState
cw_feature_vias (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  return say_holes (context, claim, evidence, "vias:");
}

CwClaimState
cw_feature_circuit (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  cw_evidence_add_sample (evidence, &context->circuit);
  return cw_evidence_say (evidence,
                          context->n_circuits > 0 ? CW_CLAIM_SATISFIED : CW_CLAIM_NOT_USED,
                          "nets whose wiring and vias lead from die pads to bonding pads: "
                          "%" G_GSIZE_FORMAT,
                          context->n_circuits);
}

static CwClaimState
say_passives (const CwClaimContext *context, CwEvidence *evidence, guint n_kinds, const char *what)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_kinds; i++)
    {
      const CwSample *sample = &context->passives[i];

      cw_evidence_add_sample (evidence, sample);
      if (sample->n > 0)
        g_string_append_printf (text, "%s%s: %" G_GSIZE_FORMAT, text->len > 0 ? ", " : "",
                                cw_passive_kind_get_name (i), sample->n);
    }
  if (text->len == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is no %s", what);

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "%s", text->str);
}

CwClaimState
cw_feature_passive (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  return say_passives (context, evidence, CW_N_PASSIVE_KINDS, "passive device");
}

/* there are no other kinds than the listed ones */
CwClaimState
cw_feature_passive_kind (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  return say_passives (context, evidence, CW_N_PASSIVE_KINDS, "passive device");
}

/* a sensor brings its own membrane and cavity */
CwClaimState
cw_feature_passive_wiring (const CwClaimContext *context, const CwClaim *claim,
                           CwEvidence *evidence)
{
  G_STATIC_ASSERT (CW_PASSIVE_MEMS == CW_N_PASSIVE_KINDS - 1);

  return say_passives (context, evidence, CW_PASSIVE_MEMS,
                       "passive device that is a part of the wiring");
}

/* whether a material is of one of the groups, first to last; appends `D1 is Polyimide` */
static gboolean
is_listed (const CwClaimContext *context, const char *what, guint material, CwMaterialGroup first,
           CwMaterialGroup last, GString *text)
{
  const CwMaterial *found = cw_technology_get_material (context->technology, material);

  g_string_append_printf (text, "%s%s is %s", text->len > 0 ? ", " : "", what,
                          found != NULL ? found->name : "of no material");
  return found != NULL && found->group >= first && found->group <= last;
}

static CwClaimState
say_listed (CwEvidence *evidence, gboolean listed, const char *text)
{
  if (listed)
    return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "%s", text);

  return cw_evidence_say (evidence, CW_CLAIM_VIOLATED, "%s, which is not of the list, R10", text);
}

CwClaimState
cw_feature_dielectric_listed (const CwClaimContext *context, const CwClaim *claim,
                              CwEvidence *evidence)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = context->n_wiring;
  guint first = claim->argument == 1 && n > 0 ? context->wiring[0] : 0;
  guint last = n == 0 ? 0 : context->wiring[claim->argument == 0 ? 0 : n - 1];

  /* the thin organic layer has a list of its own */
  for (guint i = first; i < last; i++)
    {
      const CwLevel *level = cw_technology_get_level (context->technology, i);

      if (level->kind == CW_LEVEL_DIELECTRIC
          && !is_listed (context, level->name, level->material, CW_GROUP_POLYIMIDE,
                         CW_GROUP_STRESS_BUFFER, text))
        {
          g_string_truncate (text, 0);
          is_listed (context, level->name, level->material, 0, 0, text);
          return say_listed (evidence, FALSE, text->str);
        }
    }
  if (text->len == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is no such dielectric");

  return say_listed (evidence, TRUE, text->str);
}

CwClaimState
cw_feature_heat_metal (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  const CwLevel *level = cw_technology_get_level (context->technology, context->heat);
  const CwMaterial *material
      = level != NULL ? cw_technology_get_material (context->technology, level->material) : NULL;

  if (material == NULL)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "there is no heat-conducting layer with a material");
  if (material->klass != CW_MATERIAL_METAL)
    return cw_evidence_say (evidence, CW_CLAIM_VIOLATED, "%s is %s, which is no metal, R10",
                            level->name, material->name);

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "%s is %s", level->name, material->name);
}

/* in method C the first filling is gone in the end */
CwClaimState
cw_feature_filling (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  CwStepKind kind = context->flow->method == CW_METHOD_C ? CW_STEP_SECOND_FILL : CW_STEP_FILL;
  const CwLevel *level = cw_technology_get_level (context->technology, context->die);
  CwLink links[] = { { CW_STEP_PLACE_DIES, CW_LEVEL_NONE },
                     { kind, CW_LEVEL_NONE },
                     { CW_STEP_DEPOSIT_WIRING, CW_LEVEL_NONE } };

  if (level == NULL || level->material == CW_MATERIAL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the level of the dies has no filling");
  if (context->n_wiring > 0)
    {
      gboolean has_insulator = claim->argument == 1 && context->below[0] != CW_LEVEL_NONE;

      if (has_insulator)
        links[2].kind = cw_claim_context_get_deposit (context, context->below[0]);
      links[2].level = has_insulator ? context->below[0] : context->wiring[0];
    }
  cw_evidence_add_ids (evidence, context->dies);
  cw_evidence_has_chain (evidence, context, links, G_N_ELEMENTS (links));

  return evidence->state;
}

static CwClaimState
say_filling (const CwClaimContext *context, CwEvidence *evidence, guint material)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean listed
      = is_listed (context, "the filling", material, CW_GROUP_EPOXY, CW_GROUP_POLYMER, text);

  return say_listed (evidence, listed, text->str);
}

static guint
get_final_filling (const CwClaimContext *context)
{
  const CwLevel *level = cw_technology_get_level (context->technology, context->die);

  return level != NULL ? level->material : CW_MATERIAL_NONE;
}

CwClaimState
cw_feature_filling_listed (const CwClaimContext *context, const CwClaim *claim,
                           CwEvidence *evidence)
{
  return say_filling (context, evidence, get_final_filling (context));
}

CwClaimState
cw_feature_first_filling_listed (const CwClaimContext *context, const CwClaim *claim,
                                 CwEvidence *evidence)
{
  gint step = cw_flow_find (context->flow, CW_STEP_FILL, CW_LEVEL_NONE);

  if (step < 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the flow has no filling");

  g_array_append_val (evidence->steps, step);
  return say_filling (context, evidence,
                      context->flow->steps[step].material != CW_MATERIAL_NONE
                          ? context->flow->steps[step].material
                          : get_final_filling (context));
}

CwClaimState
cw_feature_thin_organic_range (const CwClaimContext *context, const CwClaim *claim,
                               CwEvidence *evidence)
{
  const CwLevel *level = cw_technology_get_level (context->technology, context->thin_organic);
  g_autofree char *thickness = NULL;

  if (level == NULL)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the stack has no thin organic layer");

  thickness = cw_length_format_with_unit (level->thickness, CW_UNIT_UM);
  if (level->thickness < 2 * CW_UM || level->thickness > 200 * CW_UM)
    return cw_evidence_say (evidence, CW_CLAIM_VIOLATED, "%s is %s thick, not 2 µm to 200 µm, R5",
                            level->name, thickness);

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "%s is %s thick", level->name, thickness);
}

CwClaimState
cw_feature_sheet_listed (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  const CwLevel *level = cw_technology_get_level (context->technology, context->thin_organic);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean listed;

  if (level == NULL)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the stack has no insulating substrate");

  listed = is_listed (context, level->name, level->material, CW_GROUP_GLASS,
                      CW_GROUP_ORGANIC_MATERIAL, text);
  return say_listed (evidence, listed, text->str);
}

CwClaimState
cw_feature_carrier_listed (const CwClaimContext *context, const CwClaim *claim,
                           CwEvidence *evidence)
{
  gint step = cw_flow_find (context->flow, CW_STEP_PROVIDE_CARRIER, CW_LEVEL_NONE);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean listed;

  if (step < 0 || context->flow->steps[step].material == CW_MATERIAL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the flow gives no material of a carrier");

  g_array_append_val (evidence->steps, step);
  listed = is_listed (context, "the carrier", context->flow->steps[step].material, CW_GROUP_GLASS,
                      CW_GROUP_ORGANIC_MATERIAL, text);
  return say_listed (evidence, listed, text->str);
}
