/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-length.h"
#include "model/claims/cw-claims-private.h"

/* What claims ask of substrate and dies. */

CwClaimState
cw_feature_structure (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  guint n = context->dies->len;

  cw_evidence_add_ids (evidence, context->dies);
  if (n == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is no die");
  if (claim->argument == CW_CLAIMS_ONE_DIE && n > 1)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there are %u dies, not one", n);
  if (claim->argument == CW_CLAIMS_SEVERAL_DIES && n == 1)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is one die, not several");
  if (context->substrates[0] == CW_LEVEL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the stack has no substrate");
  if (context->n_wiring == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the stack has no wiring level");
  if (context->pads.n == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is no bonding pad");
  if (claim->argument == CW_CLAIMS_THIN_ORGANIC)
    {
      if (context->thin_organic == CW_LEVEL_NONE)
        return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the stack has no thin organic layer");
      if (cw_feature_filling (context, claim, evidence) == CW_CLAIM_NOT_USED)
        return CW_CLAIM_NOT_USED;
    }

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "dies: %u, bonding pads: %" G_GSIZE_FORMAT,
                          n, context->pads.n);
}

CwClaimState
cw_feature_module (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  const CwSample *sample
      = claim->argument == 1 ? &context->single_modules : &context->plural_modules;

  cw_evidence_add_sample (evidence, sample);
  if (sample->n == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            claim->argument == 1 ? "no die is a module by itself"
                                                 : "no dies share the name of a module");

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED,
                          claim->argument == 1 ? "dies that are a module by themselves: %zu"
                                               : "dies in modules of several: %zu",
                          sample->n);
}

static const CwDieType *
get_type (const CwClaimContext *context, guint index)
{
  return cw_design_get_die_type (context->design, g_array_index (context->types, CwId, index));
}

static const char *
get_function (const CwClaimContext *context, guint index)
{
  const CwDieType *type = get_type (context, index);

  return type->function != NULL ? type->function : "";
}

CwClaimState
cw_feature_same (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  cw_evidence_add_ids (evidence, context->dies);
  if (context->types->len == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is no die");
  for (guint i = 1; i < context->types->len; i++)
    if (g_strcmp0 (get_function (context, 0), get_function (context, i)) != 0)
      return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "die functions are “%s” and “%s”",
                              get_function (context, 0), get_function (context, i));
  if (context->types->len == 1)
    return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "all dies are of type “%s”",
                            get_type (context, 0)->name);
  if (*get_function (context, 0) == '\0')
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the dies' functions are not given");

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "all dies have function “%s”",
                          get_function (context, 0));
}

CwClaimState
cw_feature_different (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  cw_evidence_add_ids (evidence, context->dies);
  for (guint i = 0; i < context->types->len; i++)
    for (guint j = i + 1; j < context->types->len; j++)
      {
        const char *a = get_function (context, i);
        const char *b = get_function (context, j);

        if (*a != '\0' && *b != '\0' && g_strcmp0 (a, b) != 0)
          return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "dies with functions “%s” and “%s”",
                                  a, b);
      }

  return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "no two dies have different functions");
}

CwClaimState
cw_feature_internal (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  gint64 n_devices = 0;

  cw_evidence_add_ids (evidence, context->dies);
  for (guint i = 0; i < context->types->len; i++)
    {
      const CwDieType *type = get_type (context, i);

      if (type->n_devices == 0)
        return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                                "die type “%s” gives no active devices", type->name);
      if (type->trace_width == 0)
        return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                                "die type “%s” gives no internal circuitry", type->name);
      if (type->pads->n_pads == 0)
        return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "die type “%s” has no pads",
                                type->name);
      n_devices += type->n_devices;
    }

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED,
                          "die types with %" G_GINT64_FORMAT
                          " active devices, whose circuitry ends "
                          "in pads: %u",
                          n_devices, context->types->len);
}

CwClaimState
cw_feature_loop (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  cw_evidence_add_sample (evidence, &context->loop);
  if (context->n_loops == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "no wired signal net joins two pads of dies with devices");

  return cw_evidence_say (
      evidence, CW_CLAIM_SATISFIED, "nets from device to device: %" G_GSIZE_FORMAT ", such as “%s”",
      context->n_loops, cw_design_get_net_name (context->design, context->loop_net));
}

CwClaimState
cw_feature_greater (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  CwCoord width = 0;
  g_autofree char *text = NULL;

  cw_evidence_add_ids (evidence, context->dies);
  for (guint i = 0; i < context->types->len; i++)
    {
      const CwDieType *type = get_type (context, i);

      if (type->trace_width == 0 || type->trace_thickness == 0 || type->trace_length == 0)
        return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                                "die type “%s” does not give width, thickness and length of its "
                                "traces",
                                type->name);
      width = MAX (width, type->trace_width);
    }
  if (cw_design_get_n_items (context->design, CW_ITEM_TRACE) == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is no trace");

  text = cw_length_format_with_unit (width, CW_UNIT_UM);
  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED,
                          "traces within the dies are at most %s wide, those of the package wider, "
                          "longer and thicker",
                          text);
}

static CwClaimState
say_cavities (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence,
              const CwSample *sample, const char *what)
{
  gboolean is_method = cw_claim_section_is_method (cw_claim_get_section (claim->number));
  gsize n = sample->n * (is_method ? context->units : 1);

  cw_evidence_add_sample (evidence, sample);
  return cw_evidence_say (evidence, n >= claim->argument ? CW_CLAIM_SATISFIED : CW_CLAIM_NOT_USED,
                          "%s with a die on the floor: %zu", what, n);
}

CwClaimState
cw_feature_cavity (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  return say_cavities (context, claim, evidence, &context->cavities, "cavities");
}

CwClaimState
cw_feature_heat (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  if (context->heat == CW_LEVEL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "the substrate has no heat-conducting layer");

  return say_cavities (context, claim, evidence, &context->openings,
                       "openings down to the heat-conducting layer");
}

CwClaimState
cw_feature_cores (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  if (cw_technology_get_substrate (context->technology) != CW_SUBSTRATE_CORES
      || context->substrates[1] == CW_LEVEL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "the substrate is not built of two core boards");
  for (guint i = 0; i < context->cavities.n_kept; i++)
    {
      const CwCavity *cavity = cw_design_get_cavity (context->design, context->cavities.kept[i]);

      if (cavity->level != context->substrates[1] || cavity->depth != 0)
        return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                                "a cavity is no opening through the first core board");
    }

  return say_cavities (context, claim, evidence, &context->cavities,
                       "openings of the first core board");
}

CwClaimState
cw_feature_moulded (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  CwSubstrateKind substrate = cw_technology_get_substrate (context->technology);

  if (claim->argument == 0)
    {
      cw_evidence_add_sample (evidence, &context->cavities);
      if (substrate != CW_SUBSTRATE_MOULDED)
        return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the substrate is not moulded");
      return cw_evidence_say (evidence, CW_CLAIM_SATISFIED,
                              "moulded substrate, cavities: %" G_GSIZE_FORMAT, context->cavities.n);
    }

  /* what is cut or laminated has upright walls, what leaves a mould must lean */
  cw_evidence_add_sample (evidence, &context->openings);
  if (context->n_drafted < context->openings.n)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "openings with upright walls are cut, not moulded: give them a draft");
  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED,
                          "openings with a draft, moulded with the organic layer: %u",
                          context->n_drafted);
}
