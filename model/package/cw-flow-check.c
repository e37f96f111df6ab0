/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-flow-private.h"

#include "model/base/cw-length.h"

/* kinds of levels that steps are about; %CW_N_LEVEL_KINDS for none */
static const CwLevelKind level_kinds[CW_N_STEP_KINDS] = {
  [CW_STEP_PROVIDE_SUBSTRATE] = CW_LEVEL_SUBSTRATE,
  [CW_STEP_PROVIDE_HEAT] = CW_LEVEL_HEAT,
  [CW_STEP_LAMINATE] = CW_LEVEL_SUBSTRATE,
  [CW_STEP_FORM_CAVITIES] = CW_LEVEL_SUBSTRATE,
  [CW_STEP_PROVIDE_SHEET] = CW_LEVEL_THIN_ORGANIC,
  [CW_STEP_PROVIDE_CARRIER] = CW_N_LEVEL_KINDS,
  [CW_STEP_APPLY_FILM] = CW_N_LEVEL_KINDS,
  [CW_STEP_APPLY_ADHESIVE] = CW_LEVEL_ADHESIVE,
  [CW_STEP_PLACE_DIES] = CW_LEVEL_DIE,
  [CW_STEP_FILL] = CW_LEVEL_DIE,
  [CW_STEP_PLANARISE] = CW_LEVEL_DIE,
  [CW_STEP_ADHERE_SUBSTRATE] = CW_N_LEVEL_KINDS,
  [CW_STEP_TURN_OVER] = CW_N_LEVEL_KINDS,
  [CW_STEP_REMOVE_CARRIER] = CW_N_LEVEL_KINDS,
  [CW_STEP_REMOVE_FILLING] = CW_N_LEVEL_KINDS,
  [CW_STEP_SECOND_FILL] = CW_LEVEL_DIE,
  [CW_STEP_THIN_SHEET] = CW_LEVEL_THIN_ORGANIC,
  [CW_STEP_DEPOSIT_DIELECTRIC] = CW_LEVEL_DIELECTRIC,
  [CW_STEP_OPEN_HOLES] = CW_LEVEL_DIELECTRIC, /* or thin organic */
  [CW_STEP_FILL_VIAS] = CW_LEVEL_DIELECTRIC,  /* or thin organic */
  [CW_STEP_DEPOSIT_WIRING] = CW_LEVEL_WIRING,
  [CW_STEP_DEPOSIT_PASSIVATION] = CW_LEVEL_PASSIVATION,
  [CW_STEP_OPEN_PASSIVATION] = CW_LEVEL_PASSIVATION,
  [CW_STEP_DEPOSIT_UBM] = CW_LEVEL_UBM,
  [CW_STEP_ATTACH_BALLS] = CW_LEVEL_BALL,
  [CW_STEP_SINGULATE] = CW_N_LEVEL_KINDS,
  [CW_STEP_DEPOSIT_THIN_ORGANIC] = CW_LEVEL_THIN_ORGANIC,
};

static const char *const method_claims[CW_N_METHODS] = { "claim 61", "claim 102", "claim 139" };

/**
 * cw_flow_finding_free:
 * @self: (transfer full): a finding
 *
 * Frees a finding.
 */
void
cw_flow_finding_free (CwFlowFinding *self)
{
  g_free (self->what);
  g_free (self->source);
  g_free (self);
}

/* a step beyond the last is one that is missing: it has no label and no name */
void
cw_flow_check_add (CwFlowCheck *self, guint step, CwSeverity severity, const char *source,
                   const char *format, ...)
{
  CwFlowFinding *finding = g_new (CwFlowFinding, 1);
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  if (step < self->flow->n_steps)
    {
      g_autofree char *label = cw_flow_dup_step_label (self->flow, step);
      g_autofree char *name = cw_flow_dup_step_name (self->flow, self->technology, step);

      finding->what = g_strdup_printf ("%s %s %s", label, name, text);
    }
  else
    finding->what = g_steal_pointer (&text);
  finding->step = step;
  finding->severity = severity;
  finding->source = g_strdup (source);
  g_ptr_array_add (self->findings, finding);
}

static gboolean
is_level_right (const CwTechnology *technology, const CwStep *step)
{
  CwLevelKind kind = level_kinds[step->kind];
  const CwLevel *level = cw_technology_get_level (technology, step->level);

  if (kind == CW_N_LEVEL_KINDS)
    return step->kind == CW_STEP_APPLY_FILM || step->level == CW_LEVEL_NONE;
  if (level == NULL)
    return FALSE;

  return level->kind == kind
         || (level->kind == CW_LEVEL_THIN_ORGANIC
             && (step->kind == CW_STEP_OPEN_HOLES || step->kind == CW_STEP_FILL_VIAS));
}

/* steps that mean nothing where they are, whatever their order */
static void
check_steps (CwFlowCheck *self)
{
  const CwFlow *flow = self->flow;

  for (guint i = 0; i < flow->n_steps; i++)
    {
      const CwStep *step = &flow->steps[i];
      gint first = cw_flow_find (flow, step->kind, step->level);

      if (!cw_method_has_step (flow->method, step->kind))
        cw_flow_check_add (self, i, CW_SEVERITY_ERROR, method_claims[flow->method],
                           "is no step of method %c", 'A' + flow->method);
      else if (!is_level_right (self->technology, step))
        cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "check P4",
                           "is about a level that is not there or is of another kind");
      else if (first < (gint) i)
        {
          g_autofree char *label = cw_flow_dup_step_label (flow, (guint) first);

          cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "check P4", "is done already, as %s",
                             label);
        }
    }
}

static void
check_missing (CwFlowCheck *self)
{
  const CwFlow *flow = self->flow;
  g_autoptr (GArray) slots = cw_flow_list_slots (self->technology, flow->method);

  for (guint i = 0; i < slots->len; i++)
    {
      const CwFlowSlot *slot = &g_array_index (slots, CwFlowSlot, i);
      g_autoptr (CwFlow) wanted = NULL;
      g_autofree char *name = NULL;

      if (slot->need != CW_NEED_MANDATORY
          || cw_flow_find (flow, slot->step.kind, slot->step.level) >= 0)
        continue;
      wanted = cw_flow_new (flow->method, &slot->step, 1);
      name = cw_flow_dup_step_name (wanted, self->technology, 0);
      cw_flow_check_add (self, flow->n_steps, CW_SEVERITY_ERROR, method_claims[flow->method],
                         "A step is missing: %s", name);
    }
}

static gboolean
has (const CwFlow *flow, CwStepKind kind, guint level)
{
  return cw_flow_find (flow, kind, level) >= 0;
}

/* what a step needs that the claims leave to choice */
static void
check_needs (CwFlowCheck *self)
{
  const CwFlow *flow = self->flow;

  for (guint i = 0; i < flow->n_steps; i++)
    {
      const CwStep *step = &flow->steps[i];
      gboolean is_opened = has (flow, CW_STEP_OPEN_PASSIVATION, CW_LEVEL_NONE);

      if (step->kind == CW_STEP_FILL_VIAS && !has (flow, CW_STEP_OPEN_HOLES, step->level))
        cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "check P4",
                           "has no holes to fill: no step patterns them");
      else if (step->kind == CW_STEP_OPEN_PASSIVATION
               && !has (flow, CW_STEP_DEPOSIT_PASSIVATION, step->level))
        cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "check P4",
                           "has nothing to open: no step deposits the passivation");
      else if (step->kind == CW_STEP_DEPOSIT_UBM && !is_opened)
        cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "check P4",
                           "has no openings to go into: no step opens the passivation");
      else if (step->kind == CW_STEP_ATTACH_BALLS && !is_opened
               && has (flow, CW_STEP_DEPOSIT_PASSIVATION, CW_LEVEL_NONE))
        cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "claims 27, 58, 201, check P4",
                           "finds no exposed bonding pads: no step opens the passivation");
      else if (step->kind == CW_STEP_PLANARISE && flow->method == CW_METHOD_A
               && !has (flow, CW_STEP_FILL, CW_LEVEL_NONE))
        cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "claim 70, check P1",
                           "would grind the active surfaces: no filling lies over them");
      else if (step->kind == CW_STEP_FILL && flow->method == CW_METHOD_A && step->thickness > 0
               && !has (flow, CW_STEP_PLANARISE, CW_LEVEL_NONE))
        cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "claim 70, check P1",
                           "leaves the active surfaces covered: no step planarises it");
    }
}

/* what the claims say literally though it is odd, and sheets that stay too thick */
static void
check_oddities (CwFlowCheck *self)
{
  const CwFlow *flow = self->flow;
  gint second = cw_flow_find (flow, CW_STEP_SECOND_FILL, CW_LEVEL_NONE);
  gint removal = cw_flow_find (flow, CW_STEP_REMOVE_FILLING, CW_LEVEL_NONE);
  gint provide = cw_flow_find (flow, CW_STEP_PROVIDE_SHEET, CW_LEVEL_NONE);

  if (flow->method == CW_METHOD_C && second >= 0 && second < removal)
    {
      g_autofree char *label = cw_flow_dup_step_label (flow, (guint) removal);
      g_autofree char *name = cw_flow_dup_step_name (flow, self->technology, (guint) removal);

      cw_flow_check_add (
          self, (guint) second, CW_SEVERITY_WARNING, "claim 144",
          "comes before %s %s: the claim says so, though the first filling still takes "
          "the room; it is accepted",
          label, name);
    }
  if (flow->method == CW_METHOD_B && provide >= 0 && !has (flow, CW_STEP_THIN_SHEET, CW_LEVEL_NONE))
    {
      const CwStep *step = &flow->steps[provide];
      const CwLevel *sheet = cw_technology_get_level (self->technology, step->level);
      g_autofree char *length = NULL;

      if (sheet == NULL || step->thickness == 0 || step->thickness == sheet->thickness)
        return;
      length = cw_length_format_with_unit (sheet->thickness, CW_UNIT_UM);
      cw_flow_check_add (self, (guint) provide, CW_SEVERITY_WARNING, "claims 107, 109",
                         "does not become %s thick: no step thins it", length);
    }
}

/* "260 °C" of thousandths */
static char *
dup_temperature (gint32 temperature)
{
  gint32 rest = ABS (temperature % 1000);

  if (rest == 0)
    return g_strdup_printf ("%d °C", temperature / 1000);

  return g_strdup_printf ("%s%d.%03d °C", temperature < 0 ? "-" : "", ABS (temperature / 1000),
                          rest);
}

static void
note_level (const CwTechnology *technology, guint level, gboolean *there)
{
  const CwLevel *found = cw_technology_get_level (technology, level);

  if (found != NULL && found->material < CW_MAX_MATERIALS)
    there[found->material] = TRUE;
}

/* brings what a step adds, takes away what it removes; a material may be there several times, of
 * which the removal in method C ends only what is not in the stack */
static void
apply_step (const CwFlowCheck *self, guint index, gboolean *there, gboolean *temporary)
{
  const CwStep *step = &self->flow->steps[index];
  const CwTechnology *technology = self->technology;
  gboolean is_temporary = self->flow->method == CW_METHOD_C
                          && (step->kind == CW_STEP_PROVIDE_CARRIER
                              || step->kind == CW_STEP_APPLY_FILM || step->kind == CW_STEP_FILL);

  switch (step->kind)
    {
    case CW_STEP_FORM_CAVITIES:
    case CW_STEP_PLANARISE:
    case CW_STEP_TURN_OVER:
    case CW_STEP_THIN_SHEET:
    case CW_STEP_OPEN_HOLES:
    case CW_STEP_OPEN_PASSIVATION:
    case CW_STEP_SINGULATE:
      break;

    case CW_STEP_REMOVE_CARRIER:
    case CW_STEP_REMOVE_FILLING:
      for (guint i = 0; i < index; i++)
        {
          const CwStep *before = &self->flow->steps[i];
          gboolean is_filling = before->kind == CW_STEP_FILL;

          if (before->material < CW_MAX_MATERIALS
              && is_filling == (step->kind == CW_STEP_REMOVE_FILLING))
            temporary[before->material] = FALSE;
        }
      break;

    case CW_STEP_ADHERE_SUBSTRATE:
      for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
        {
          CwLevelKind kind = cw_technology_get_level (technology, i)->kind;

          if (kind == CW_LEVEL_SUBSTRATE || kind == CW_LEVEL_HEAT)
            note_level (technology, i, there);
        }
      break;

    case CW_STEP_PLACE_DIES:
      note_level (technology, cw_technology_find_level_kind (technology, CW_LEVEL_PAD), there);
      break;

    default:
      if (step->material < CW_MAX_MATERIALS)
        (is_temporary ? temporary : there)[step->material] = TRUE;
      else
        note_level (technology, step->level, there);
      break;
    }
}

/* no step may be hotter than what is there already stands */
static void
check_cure_ladder (CwFlowCheck *self)
{
  const CwTechnology *technology = self->technology;
  gboolean there[CW_MAX_MATERIALS] = { FALSE };
  gboolean temporary[CW_MAX_MATERIALS] = { FALSE };

  for (guint i = 0; i < self->flow->n_steps; i++)
    {
      gint32 temperature = self->flow->steps[i].temperature;

      for (guint m = 0; m < cw_technology_get_n_materials (technology); m++)
        {
          const CwMaterial *material = cw_technology_get_material (technology, m);
          g_autofree char *step_text = NULL;
          g_autofree char *limit_text = NULL;

          if ((!there[m] && !temporary[m]) || material->limit == 0
              || temperature <= material->limit)
            continue;
          step_text = dup_temperature (temperature);
          limit_text = dup_temperature (material->limit);
          cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "check P9, cure ladder",
                             "is done at %s: %s, which is there already, stands %s", step_text,
                             material->name, limit_text);
        }
      apply_step (self, i, there, temporary);
    }
}

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  const CwFlowFinding *one = *(const CwFlowFinding *const *) a;
  const CwFlowFinding *other = *(const CwFlowFinding *const *) b;

  return one->step < other->step ? -1 : one->step > other->step;
}

/**
 * cw_flow_check:
 * @self: a flow
 * @technology: the technology that its levels and materials are of
 *
 * Checks the order of the steps: steps that the method does not have, that are missing, done twice
 * or in the wrong order, and steps hotter than what is there already stands. What the claims say
 * literally though it is odd is a warning.
 *
 * Returns: (transfer full) (element-type CwFlowFinding): what was found, by step, missing steps
 *   last; empty when all is well
 */
GPtrArray *
cw_flow_check (const CwFlow *self, const CwTechnology *technology)
{
  CwFlowCheck check = { self, technology, NULL };

  g_return_val_if_fail (self != NULL && technology != NULL, NULL);

  check.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_flow_finding_free);
  check_steps (&check);
  cw_flow_check_order (&check);
  check_needs (&check);
  check_oddities (&check);
  check_cure_ladder (&check);
  check_missing (&check);
  g_ptr_array_sort (check.findings, compare_findings);

  return check.findings;
}
