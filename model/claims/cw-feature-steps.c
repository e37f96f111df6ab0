/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/claims/cw-claims-private.h"

/* What claims ask of the process flow, and of what stands on top. */

static gboolean
is_method (const CwClaim *claim)
{
  return cw_claim_section_is_method (cw_claim_get_section (claim->number));
}

static gboolean
has_all (CwEvidence *evidence, const CwClaimContext *context, const CwLink *a, const CwLink *b)
{
  CwLink links[] = { *a, *b };

  return cw_evidence_has_chain (evidence, context, links, 2);
}

static gboolean
has_base (const CwClaimContext *context, CwEvidence *evidence)
{
  guint first = context->wiring[0];
  guint below = context->below[0];
  /* one on a heat-conducting layer begins with that */
  gboolean has_board = cw_flow_find (context->flow, CW_STEP_PROVIDE_SUBSTRATE, CW_LEVEL_NONE) >= 0
                       || context->heat == CW_LEVEL_NONE;
  const CwLink a[]
      = { { has_board ? CW_STEP_PROVIDE_SUBSTRATE : CW_STEP_PROVIDE_HEAT, CW_LEVEL_NONE },
          { CW_STEP_PLACE_DIES, CW_LEVEL_NONE },
          { cw_claim_context_get_deposit (context, below), below },
          { CW_STEP_DEPOSIT_WIRING, first } };
  const CwLink b[] = { { CW_STEP_PROVIDE_SHEET, CW_LEVEL_NONE },
                       { CW_STEP_PLACE_DIES, CW_LEVEL_NONE },
                       { CW_STEP_FILL, CW_LEVEL_NONE },
                       { CW_STEP_PLANARISE, CW_LEVEL_NONE },
                       { CW_STEP_ADHERE_SUBSTRATE, CW_LEVEL_NONE },
                       { CW_STEP_DEPOSIT_WIRING, first } };
  const CwLink carrier[] = { { CW_STEP_ADHERE_SUBSTRATE, CW_LEVEL_NONE },
                             { CW_STEP_REMOVE_FILLING, CW_LEVEL_NONE },
                             { cw_claim_context_get_deposit (context, below), below } };
  const CwLink c[] = { { CW_STEP_PROVIDE_CARRIER, CW_LEVEL_NONE },
                       { CW_STEP_PLACE_DIES, CW_LEVEL_NONE },
                       { CW_STEP_FILL, CW_LEVEL_NONE },
                       { CW_STEP_PLANARISE, CW_LEVEL_NONE },
                       { CW_STEP_ADHERE_SUBSTRATE, CW_LEVEL_NONE },
                       { CW_STEP_REMOVE_CARRIER, CW_LEVEL_NONE },
                       { cw_claim_context_get_deposit (context, below), below },
                       { CW_STEP_DEPOSIT_WIRING, first } };

  switch (context->flow->method)
    {
    case CW_METHOD_A:
      return cw_evidence_has_chain (evidence, context, a, G_N_ELEMENTS (a));
    case CW_METHOD_B:
      return cw_evidence_has_chain (evidence, context, b, G_N_ELEMENTS (b));
    case CW_METHOD_C:
      return cw_evidence_has_chain (evidence, context, carrier, G_N_ELEMENTS (carrier))
             && cw_evidence_has_chain (evidence, context, c, G_N_ELEMENTS (c));
    case CW_N_METHODS:
    default:
      return FALSE;
    }
}

CwClaimState
cw_feature_method (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  if (context->flow->method != (CwMethod) claim->argument)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "the flow is that of method %c",
                            'A' + (int) context->flow->method);
  if (context->dies->len * (gsize) context->units < 2)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "the method takes several dies: there is %s, and no panel of several "
                            "packages",
                            context->dies->len == 1 ? "one" : "none");
  if (context->n_wiring == 0
      || (context->flow->method != CW_METHOD_B && context->below[0] == CW_LEVEL_NONE))
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "the stack has no wiring level on a dielectric");
  if (context->flow->method == CW_METHOD_B && context->below[0] != context->thin_organic)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "the first wiring level does not lie on the insulating substrate");

  cw_evidence_add_ids (evidence, context->dies);
  has_base (context, evidence);
  return evidence->state;
}

CwClaimState
cw_feature_second_filling (const CwClaimContext *context, const CwClaim *claim,
                           CwEvidence *evidence)
{
  /* before or after carrier and first filling are gone */
  const CwLink links[]
      = { { CW_STEP_ADHERE_SUBSTRATE, CW_LEVEL_NONE },
          { CW_STEP_SECOND_FILL, CW_LEVEL_NONE },
          { cw_claim_context_get_deposit (context, context->below[0]), context->below[0] } };

  cw_evidence_add_ids (evidence, context->dies);
  cw_evidence_has_chain (evidence, context, links, G_N_ELEMENTS (links));
  return evidence->state;
}

CwClaimState
cw_feature_sheet_thinned (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  const CwLink links[] = { { CW_STEP_ADHERE_SUBSTRATE, CW_LEVEL_NONE },
                           { CW_STEP_THIN_SHEET, CW_LEVEL_NONE },
                           { CW_STEP_OPEN_HOLES, context->thin_organic } };
  gboolean has_holes = cw_flow_find (context->flow, CW_STEP_OPEN_HOLES, context->thin_organic) >= 0;

  cw_evidence_has_chain (evidence, context, links, has_holes ? 3 : 2);
  return evidence->state;
}

CwClaimState
cw_feature_hole_step (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  guint i = claim->argument;
  gboolean is_face_up = context->flow->method == CW_METHOD_A;
  const CwSample *second = is_face_up ? &context->stacked : &context->landed;
  const CwLink links[]
      = { { cw_claim_context_get_deposit (context, context->below[i]), context->below[i] },
          { CW_STEP_OPEN_HOLES, context->below[i] },
          { CW_STEP_DEPOSIT_WIRING, context->wiring[i] } };

  if (cw_claim_context_get_n_vias (context, i) == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "no hole leads down from %s",
                            cw_claim_context_get_level_name (context, context->wiring[i]));
  if (i > 0 && second->n == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            is_face_up ? "no hole of the second level stands over a first hole"
                                       : "no hole of the second level stands on the first wiring");
  if (i > 0)
    cw_evidence_add_sample (evidence, second);
  cw_evidence_add_sample (evidence, &context->with[i]);
  cw_evidence_add_sample (evidence, &context->before[i]);
  cw_evidence_has_chain (evidence, context, links, G_N_ELEMENTS (links));

  return evidence->state;
}

/* the first, or the first of the further levels that has such vias */
static guint
find_ordinal (const CwClaimContext *context, const CwClaim *claim, const CwSample *samples)
{
  guint last = claim->argument == 0 ? 1 : context->n_wiring;

  for (guint i = claim->argument; i < MIN (last, context->n_wiring); i++)
    if (samples[i].n > 0)
      return i;

  return CW_LEVEL_NONE;
}

CwClaimState
cw_feature_via_with (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  guint i = find_ordinal (context, claim, context->with);

  if (i == CW_LEVEL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "no via is filled with the wiring");

  cw_evidence_add_sample (evidence, &context->with[i]);
  if (!has_all (evidence, context, &(CwLink){ CW_STEP_OPEN_HOLES, context->below[i] },
                &(CwLink){ CW_STEP_DEPOSIT_WIRING, context->wiring[i] }))
    return evidence->state;
  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "vias filled with %s: %" G_GSIZE_FORMAT,
                          cw_claim_context_get_level_name (context, context->wiring[i]),
                          context->with[i].n);
}

CwClaimState
cw_feature_via_before (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  guint i = find_ordinal (context, claim, context->before);
  CwLink links[3];

  if (i == CW_LEVEL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "no via is filled before the wiring above it");

  links[0] = (CwLink){ CW_STEP_OPEN_HOLES, context->below[i] };
  links[1] = (CwLink){ CW_STEP_FILL_VIAS, context->below[i] };
  links[2] = (CwLink){ CW_STEP_DEPOSIT_WIRING, context->wiring[i] };
  cw_evidence_add_sample (evidence, &context->before[i]);
  if (!cw_evidence_has_chain (evidence, context, links, G_N_ELEMENTS (links)))
    return evidence->state;
  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "vias filled before %s: %" G_GSIZE_FORMAT,
                          cw_claim_context_get_level_name (context, context->wiring[i]),
                          context->before[i].n);
}

CwClaimState
cw_feature_deposition (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint last = claim->argument == 0 ? 1 : context->n_wiring;

  for (guint i = claim->argument; i < MIN (last, context->n_wiring); i++)
    {
      const CwLevel *level = cw_technology_get_level (context->technology, context->wiring[i]);

      if (level->deposition == CW_DEPOSITION_NONE)
        return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "how %s is deposited is not given",
                                level->name);
      g_string_append_printf (text, "%s%s by %s", text->len > 0 ? ", " : "", level->name,
                              cw_deposition_get_name (level->deposition));
    }

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "%s", text->str);
}

CwClaimState
cw_feature_next_layer (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  CwLink links[3];

  if (context->n_wiring < 2 || context->below[1] == CW_LEVEL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            "there is no second wiring level on a dielectric");

  links[0] = (CwLink){ CW_STEP_DEPOSIT_WIRING, context->wiring[0] };
  links[1] = (CwLink){ CW_STEP_DEPOSIT_DIELECTRIC, context->below[1] };
  links[2] = (CwLink){ CW_STEP_DEPOSIT_WIRING, context->wiring[1] };
  cw_evidence_has_chain (evidence, context, links, G_N_ELEMENTS (links));
  return evidence->state;
}

CwClaimState
cw_feature_repeat (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  guint last = context->n_wiring - 1;
  CwLink links[3];

  if (context->n_wiring < 3 || context->below[last] == CW_LEVEL_NONE)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is no third wiring level");

  links[0] = (CwLink){ CW_STEP_DEPOSIT_WIRING, context->wiring[last - 1] };
  links[1] = (CwLink){ CW_STEP_DEPOSIT_DIELECTRIC, context->below[last] };
  links[2] = (CwLink){ CW_STEP_DEPOSIT_WIRING, context->wiring[last] };
  cw_evidence_has_chain (evidence, context, links, G_N_ELEMENTS (links));
  return evidence->state;
}

/* whether the design has as many wiring levels as the claim is about */
static gboolean
has_levels (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  guint wanted = claim->argument;

  if (wanted == 0 || context->n_wiring == wanted || (wanted > 2 && context->n_wiring > wanted))
    return TRUE;

  cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "it is about packages of %s wiring %s: there %s %u",
                   wanted == 1   ? "one"
                   : wanted == 2 ? "two"
                                 : "three or more",
                   wanted == 1 ? "level" : "levels", context->n_wiring == 1 ? "is" : "are",
                   context->n_wiring);
  return FALSE;
}

CwClaimState
cw_feature_passivation (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  if (!has_levels (context, claim, evidence))
    return CW_CLAIM_NOT_USED;
  if (context->passivation == CW_LEVEL_NONE || context->pads.n == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED,
                            context->pads.n == 0 ? "there is no bonding pad"
                                                 : "the stack has no passivation");

  cw_evidence_add_sample (evidence, &context->pads);
  if (is_method (claim))
    {
      const CwLink links[] = { { CW_STEP_DEPOSIT_WIRING, context->wiring[context->n_wiring - 1] },
                               { CW_STEP_DEPOSIT_PASSIVATION, CW_LEVEL_NONE },
                               { CW_STEP_OPEN_PASSIVATION, CW_LEVEL_NONE } };

      cw_evidence_has_chain (evidence, context, links, G_N_ELEMENTS (links));
      return evidence->state;
    }

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "%s opens bonding pads: %" G_GSIZE_FORMAT,
                          cw_claim_context_get_level_name (context, context->passivation),
                          context->pads.n);
}

CwClaimState
cw_feature_points (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  guint n = cw_claim_context_get_n_points (context);

  if (!has_levels (context, claim, evidence))
    return CW_CLAIM_NOT_USED;
  if (n == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is no bonding point");

  for (guint i = 0; i < CW_N_BALL_KINDS; i++)
    cw_evidence_add_sample (evidence, &context->points[i]);
  if (is_method (claim))
    {
      has_all (evidence, context,
               &(CwLink){ CW_STEP_DEPOSIT_WIRING, context->wiring[context->n_wiring - 1] },
               &(CwLink){ CW_STEP_ATTACH_BALLS, CW_LEVEL_NONE });
      return evidence->state;
    }

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED,
                          "bonding points: %u on %" G_GSIZE_FORMAT " bonding pads", n,
                          context->pads.n);
}

/* there are no other kinds than the listed ones */
CwClaimState
cw_feature_points_listed (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < CW_N_BALL_KINDS; i++)
    {
      cw_evidence_add_sample (evidence, &context->points[i]);
      if (context->points[i].n > 0)
        g_string_append_printf (text, "%s%s: %" G_GSIZE_FORMAT, text->len > 0 ? ", " : "",
                                cw_ball_kind_get_name (i), context->points[i].n);
    }
  if (text->len == 0)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "there is no bonding point");

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "%s", text->str);
}

CwClaimState
cw_feature_singulate (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  has_all (evidence, context, &(CwLink){ CW_STEP_ATTACH_BALLS, CW_LEVEL_NONE },
           &(CwLink){ CW_STEP_SINGULATE, CW_LEVEL_NONE });
  return evidence->state;
}

CwClaimState
cw_feature_unit (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  const CwPanel *panel = cw_technology_get_panel (context->technology);

  cw_evidence_add_ids (evidence, context->dies);
  if (panel->scope != (CwUnitScope) claim->argument)
    return cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "units are of %s",
                            cw_unit_scope_get_name (panel->scope));

  return cw_evidence_say (evidence, CW_CLAIM_SATISFIED, "dies in a unit: %u, units: %u",
                          context->dies->len, context->units);
}
