/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/claims/cw-claims-private.h"
#include "model/design/cw-edit.h"

typedef struct
{
  CwClaimState state;
  char *reason;
  GArray *items; /* of CwId */
  CwBox area;
} Row;

struct _CwClaimCoverage
{
  gatomicrefcount ref_count;
  CwDesign *design;
  Row rows[CW_N_CLAIMS];
};

G_DEFINE_BOXED_TYPE (CwClaimCoverage, cw_claim_coverage, cw_claim_coverage_ref,
                     cw_claim_coverage_unref)

static const CwFeatureFunc features[CW_N_CLAIM_FEATURES] = {
  [CW_FEATURE_STRUCTURE] = cw_feature_structure,
  [CW_FEATURE_MODULE] = cw_feature_module,
  [CW_FEATURE_SAME] = cw_feature_same,
  [CW_FEATURE_DIFFERENT] = cw_feature_different,
  [CW_FEATURE_INTERNAL] = cw_feature_internal,
  [CW_FEATURE_LOOP] = cw_feature_loop,
  [CW_FEATURE_GREATER] = cw_feature_greater,
  [CW_FEATURE_BUS] = cw_feature_bus,
  [CW_FEATURE_ONE_LAYER] = cw_feature_one_layer,
  [CW_FEATURE_ON_THIN_ORGANIC] = cw_feature_on_thin_organic,
  [CW_FEATURE_LAYERS] = cw_feature_layers,
  [CW_FEATURE_HOLES] = cw_feature_holes,
  [CW_FEATURE_VIAS] = cw_feature_vias,
  [CW_FEATURE_CIRCUIT] = cw_feature_circuit,
  [CW_FEATURE_PASSIVE] = cw_feature_passive,
  [CW_FEATURE_PASSIVE_KIND] = cw_feature_passive_kind,
  [CW_FEATURE_PASSIVE_WIRING] = cw_feature_passive_wiring,
  [CW_FEATURE_DIELECTRIC_LISTED] = cw_feature_dielectric_listed,
  [CW_FEATURE_CAVITY] = cw_feature_cavity,
  [CW_FEATURE_HEAT] = cw_feature_heat,
  [CW_FEATURE_HEAT_METAL] = cw_feature_heat_metal,
  [CW_FEATURE_CORES] = cw_feature_cores,
  [CW_FEATURE_MOULDED] = cw_feature_moulded,
  [CW_FEATURE_FILLING] = cw_feature_filling,
  [CW_FEATURE_FILLING_LISTED] = cw_feature_filling_listed,
  [CW_FEATURE_FIRST_FILLING_LISTED] = cw_feature_first_filling_listed,
  [CW_FEATURE_SECOND_FILLING] = cw_feature_second_filling,
  [CW_FEATURE_THIN_ORGANIC_RANGE] = cw_feature_thin_organic_range,
  [CW_FEATURE_SHEET_LISTED] = cw_feature_sheet_listed,
  [CW_FEATURE_SHEET_THINNED] = cw_feature_sheet_thinned,
  [CW_FEATURE_CARRIER_LISTED] = cw_feature_carrier_listed,
  [CW_FEATURE_PASSIVATION] = cw_feature_passivation,
  [CW_FEATURE_POINTS] = cw_feature_points,
  [CW_FEATURE_POINTS_LISTED] = cw_feature_points_listed,
  [CW_FEATURE_METHOD] = cw_feature_method,
  [CW_FEATURE_HOLE_STEP] = cw_feature_hole_step,
  [CW_FEATURE_VIA_WITH] = cw_feature_via_with,
  [CW_FEATURE_VIA_BEFORE] = cw_feature_via_before,
  [CW_FEATURE_DEPOSITION] = cw_feature_deposition,
  [CW_FEATURE_NEXT_LAYER] = cw_feature_next_layer,
  [CW_FEATURE_REPEAT] = cw_feature_repeat,
  [CW_FEATURE_SINGULATE] = cw_feature_singulate,
  [CW_FEATURE_UNIT] = cw_feature_unit,
};

/* the design with the claims' rules, which its technology may lack */
static CwDesign *
with_rules (CwDesign *design)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));
  g_autoptr (CwEdit) edit = NULL;
  guint n = cw_technology_get_n_rules (technology);

  cw_technology_add_claim_rules (technology);
  if (cw_technology_get_n_rules (technology) == n)
    return cw_design_ref (design);

  edit = cw_edit_new (design);
  if (!cw_edit_set_technology (edit, technology, NULL))
    return cw_design_ref (design);
  return cw_edit_finish (edit, NULL);
}

/* a fault of a via concerns a claim on the holes below a wiring level when the via passes there */
static gboolean
concerns (const CwClaimContext *context, const CwClaim *claim, const CwViolation *violation)
{
  const CwVia *via = cw_id_get_kind (violation->items[0]) == CW_ITEM_VIA
                         ? cw_design_get_via (context->design, violation->items[0])
                         : NULL;
  guint first = claim->argument == 1 ? 1 : 0;
  guint last = claim->argument == 0 ? 1 : context->n_wiring;

  if (violation->severity != CW_SEVERITY_ERROR)
    return FALSE;
  if (violation->kind != CW_RULE_VIA_LANDING || via == NULL)
    return TRUE;

  for (guint i = first; i < MIN (last, context->n_wiring); i++)
    if (context->below[i] != CW_LEVEL_NONE && via->from <= context->below[i]
        && context->below[i] < via->to)
      return TRUE;

  return FALSE;
}

static gboolean
find_violation (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  for (guint kind = CW_RULE_PAD_NET; kind < CW_N_RULE_KINDS; kind++)
    {
      gsize first = context->first_violation[kind];

      if ((claim->rules >> (kind - CW_RULE_PAD_NET) & 1) == 0)
        continue;
      for (gsize i = first; i < first + context->n_violations[kind]; i++)
        {
          const CwViolation *violation = cw_check_result_get_violation (context->result, i);
          g_autofree char *text = NULL;

          if (!concerns (context, claim, violation))
            continue;
          text = cw_violation_format (violation, context->design);
          g_array_set_size (evidence->items, 0);
          for (guint j = 0; j < 2; j++)
            if (violation->items[j] != CW_ID_NONE)
              cw_evidence_add_item (evidence, violation->items[j]);
          cw_evidence_say (evidence, CW_CLAIM_VIOLATED, "%s", text);
          return TRUE;
        }
    }
  return FALSE;
}

/* a step in the wrong place breaks the claims that stand on it; a missing one the method itself */
static void
find_finding (const CwClaimContext *context, const CwClaim *claim, CwEvidence *evidence)
{
  for (guint i = 0; i < context->findings->len; i++)
    {
      const CwFlowFinding *finding = g_ptr_array_index (context->findings, i);
      gboolean is_about
          = finding->step >= context->flow->n_steps && claim->feature == CW_FEATURE_METHOD;

      if (finding->severity != CW_SEVERITY_ERROR)
        continue;
      for (guint j = 0; j < evidence->steps->len && !is_about; j++)
        is_about = g_array_index (evidence->steps, guint, j) == finding->step;
      if (is_about)
        {
          cw_evidence_say (evidence, CW_CLAIM_VIOLATED, "%s, R14: %s", finding->what,
                           finding->source);
          return;
        }
    }
}

/* the parent that speaks most for the claim, 0 for one that depends on none */
static guint
choose_parent (const CwClaimCoverage *self, const CwClaim *claim)
{
  static const guint8 rank[CW_N_CLAIM_STATES]
      = { [CW_CLAIM_NOT_USED] = 0, [CW_CLAIM_VIOLATED] = 1, [CW_CLAIM_SATISFIED] = 2 };
  guint first = claim->parents[0];
  guint second = claim->parents[1];

  if (second == 0 || rank[self->rows[first - 1].state] >= rank[self->rows[second - 1].state])
    return first;
  return second;
}

static void
evaluate (const CwClaimCoverage *self, const CwClaimContext *context, const CwClaim *claim,
          CwEvidence *evidence)
{
  guint parent = choose_parent (self, claim);
  const Row *above = parent != 0 ? &self->rows[parent - 1] : NULL;
  gboolean is_method = cw_claim_section_is_method (cw_claim_get_section (claim->number));

  if (above != NULL && above->state == CW_CLAIM_NOT_USED)
    {
      if (g_str_has_prefix (above->reason, "claim "))
        cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "%s", above->reason);
      else
        cw_evidence_say (evidence, CW_CLAIM_NOT_USED, "claim %u is not used: %s", parent,
                         above->reason);
      return;
    }

  evidence->state = features[claim->feature](context, claim, evidence);
  if (evidence->state == CW_CLAIM_SATISFIED && !find_violation (context, claim, evidence)
      && is_method)
    find_finding (context, claim, evidence);
  if (evidence->state == CW_CLAIM_SATISFIED && above != NULL && above->state == CW_CLAIM_VIOLATED)
    {
      if (g_str_has_prefix (above->reason, "claim "))
        cw_evidence_say (evidence, CW_CLAIM_VIOLATED, "%s", above->reason);
      else
        cw_evidence_say (evidence, CW_CLAIM_VIOLATED, "claim %u is violated: %s", parent,
                         above->reason);
      g_array_set_size (evidence->items, 0);
      cw_evidence_add_ids (evidence, above->items);
    }
}

static void
keep (CwClaimCoverage *self, const CwClaim *claim, CwEvidence *evidence)
{
  Row *row = &self->rows[claim->number - 1];

  if (evidence->state == CW_CLAIM_SATISFIED && claim->note != NULL)
    g_string_append_printf (evidence->reason, " (%s)", claim->note);
  if (evidence->state == CW_CLAIM_NOT_USED)
    g_array_set_size (evidence->items, 0);

  row->state = evidence->state;
  row->reason = g_strdup (evidence->reason->str);
  row->items = g_array_ref (evidence->items);
  row->area = CW_BOX_EMPTY;
  for (guint i = 0; i < row->items->len; i++)
    row->area = cw_box_union (
        row->area, cw_design_get_item_bounds (self->design, g_array_index (row->items, CwId, i)));
}

/**
 * cw_claim_coverage_new:
 * @design: a design
 *
 * Finds what a design makes of each claim, with all processors. Rules of the claims that its
 * technology lacks are taken as they are by default.
 *
 * Returns: (transfer full): the coverage
 */
CwClaimCoverage *
cw_claim_coverage_new (CwDesign *design)
{
  CwClaimCoverage *self;
  g_autoptr (CwDesign) ruled = NULL;
  g_autoptr (CwCheckResult) result = NULL;
  g_autoptr (CwClaimContext) context = NULL;

  g_return_val_if_fail (design != NULL, NULL);

  ruled = with_rules (design);
  result = cw_check_run (ruled, NULL, NULL);
  context = cw_claim_context_new (ruled, result);
  self = g_new0 (CwClaimCoverage, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->design = cw_design_ref (design);

  for (guint number = 1; number <= CW_N_CLAIMS; number++)
    {
      const CwClaim *claim = cw_claim_get (number);
      g_autoptr (GString) reason = g_string_new (NULL);
      g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CwId));
      g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (guint));
      CwEvidence evidence = { CW_CLAIM_NOT_USED, reason, items, steps };

      evaluate (self, context, claim, &evidence);
      keep (self, claim, &evidence);
    }

  return self;
}

/**
 * cw_claim_coverage_ref:
 * @self: a coverage
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CwClaimCoverage *
cw_claim_coverage_ref (CwClaimCoverage *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_claim_coverage_unref:
 * @self: (transfer full): a coverage
 *
 * Gives a reference back.
 */
void
cw_claim_coverage_unref (CwClaimCoverage *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < CW_N_CLAIMS; i++)
    {
      g_free (self->rows[i].reason);
      g_array_unref (self->rows[i].items);
    }
  cw_design_unref (self->design);
  g_free (self);
}

/**
 * cw_claim_coverage_get_design:
 * @self: a coverage
 *
 * Returns: (transfer none): the design that it is about
 */
CwDesign *
cw_claim_coverage_get_design (const CwClaimCoverage *self)
{
  return self->design;
}

static const Row *
get_row (const CwClaimCoverage *self, guint number)
{
  g_return_val_if_fail (number >= 1 && number <= CW_N_CLAIMS, &self->rows[0]);

  return &self->rows[number - 1];
}

/**
 * cw_claim_coverage_get_state:
 * @self: a coverage
 * @number: number of a claim
 *
 * Returns: what the design makes of the claim
 */
CwClaimState
cw_claim_coverage_get_state (const CwClaimCoverage *self, guint number)
{
  return get_row (self, number)->state;
}

/**
 * cw_claim_coverage_get_reason:
 * @self: a coverage
 * @number: number of a claim
 *
 * Returns: (transfer none): what speaks for its state, or is missing, in one line
 */
const char *
cw_claim_coverage_get_reason (const CwClaimCoverage *self, guint number)
{
  return get_row (self, number)->reason;
}

/**
 * cw_claim_coverage_get_items:
 * @self: a coverage
 * @number: number of a claim
 * @n_items: (out): how many
 *
 * Gets items that speak for the state of a claim, of many only some. A claim that is not used, or is
 * about the stack or the flow alone, has none.
 *
 * Returns: (transfer none) (array length=n_items): the items
 */
const CwId *
cw_claim_coverage_get_items (const CwClaimCoverage *self, guint number, gsize *n_items)
{
  const Row *row = get_row (self, number);

  *n_items = row->items->len;
  return (const CwId *) (gpointer) row->items->data;
}

/**
 * cw_claim_coverage_get_area:
 * @self: a coverage
 * @number: number of a claim
 *
 * Returns: the box around those items [nm], %CW_BOX_EMPTY when there are none
 */
CwBox
cw_claim_coverage_get_area (const CwClaimCoverage *self, guint number)
{
  return get_row (self, number)->area;
}

/**
 * cw_claim_coverage_count:
 * @self: a coverage
 * @state: a state
 *
 * Returns: how many claims are in a state
 */
guint
cw_claim_coverage_count (const CwClaimCoverage *self, CwClaimState state)
{
  guint n = 0;

  for (guint i = 0; i < CW_N_CLAIMS; i++)
    n += self->rows[i].state == state;

  return n;
}
