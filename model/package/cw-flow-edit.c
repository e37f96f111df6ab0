/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-flow-private.h"

#include <string.h>

/* Steps that a flow may have or not: a step brings those that it needs, and takes those along
 * that need it. */

static const struct
{
  CwStepKind kind;
  CwStepKind needed;
  gboolean same_level;
} needs[] = {
  { CW_STEP_FILL_VIAS, CW_STEP_OPEN_HOLES, TRUE },
  { CW_STEP_PLANARISE, CW_STEP_FILL, FALSE },
  { CW_STEP_DEPOSIT_PASSIVATION, CW_STEP_OPEN_PASSIVATION, TRUE },
  { CW_STEP_OPEN_PASSIVATION, CW_STEP_DEPOSIT_PASSIVATION, TRUE },
  { CW_STEP_DEPOSIT_UBM, CW_STEP_OPEN_PASSIVATION, FALSE },
};

static const CwFlowSlot *
find_slot (GArray *slots, CwStepKind kind, guint level, guint *index)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const CwFlowSlot *slot = &g_array_index (slots, CwFlowSlot, i);

      if (slot->step.kind != kind || (level != CW_LEVEL_NONE && slot->step.level != level))
        continue;
      *index = i;
      return slot;
    }

  return NULL;
}

static gint
find_step (GArray *steps, CwStepKind kind, guint level)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const CwStep *step = &g_array_index (steps, CwStep, i);

      if (step->kind == kind && (level == CW_LEVEL_NONE || step->level == level))
        return (gint) i;
    }

  return -1;
}

/* where the template has a step: behind the nearest one before it that the flow has */
static guint
find_place (GArray *steps, GArray *slots, guint slot)
{
  while (slot-- > 0)
    {
      const CwStep *before = &g_array_index (slots, CwFlowSlot, slot).step;
      gint at = find_step (steps, before->kind, before->level);

      if (at >= 0)
        return (guint) at + 1;
    }

  return 0;
}

/* what a filling or a sheet stands over where a later step takes some off */
static void
set_thickness (GArray *steps, GArray *slots, CwStepKind kind, gboolean is_full, CwCoord rest)
{
  gint at = find_step (steps, kind, CW_LEVEL_NONE);
  guint slot;

  if (at < 0 || find_slot (slots, kind, CW_LEVEL_NONE, &slot) == NULL)
    return;
  if (!is_full)
    g_array_index (steps, CwStep, at).thickness = rest;
  else if (g_array_index (steps, CwStep, at).thickness <= rest)
    g_array_index (steps, CwStep, at).thickness
        = g_array_index (slots, CwFlowSlot, slot).step.thickness;
}

static void
match_thickness (GArray *steps, GArray *slots, const CwTechnology *technology, CwMethod method,
                 const CwStep *changed, gboolean is_added)
{
  if (changed->kind == CW_STEP_PLANARISE && method == CW_METHOD_A)
    set_thickness (steps, slots, CW_STEP_FILL, is_added, 0);
  else if (changed->kind == CW_STEP_THIN_SHEET)
    {
      const CwLevel *sheet = cw_technology_get_level (technology, changed->level);

      set_thickness (steps, slots, CW_STEP_PROVIDE_SHEET, is_added,
                     sheet != NULL ? sheet->thickness : 0);
    }
}

static GArray *
copy_steps (const CwFlow *self)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (CwStep));

  g_array_append_vals (steps, self->steps, self->n_steps);
  return steps;
}

static CwFlow *
new_with_steps (const CwFlow *self, GArray *steps)
{
  return cw_flow_new (self->method, (const CwStep *) (gpointer) steps->data, steps->len);
}

static void
insert (GArray *steps, GArray *slots, const CwFlow *self, const CwTechnology *technology,
        CwStepKind kind, guint level)
{
  guint index;
  const CwFlowSlot *slot = find_slot (slots, kind, level, &index);

  if (slot == NULL || find_step (steps, kind, slot->step.level) >= 0 || steps->len >= CW_MAX_STEPS)
    return;

  g_array_insert_val (steps, find_place (steps, slots, index), slot->step);
  match_thickness (steps, slots, technology, self->method, &slot->step, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if (needs[i].kind == kind)
      insert (steps, slots, self, technology, needs[i].needed,
              needs[i].same_level ? slot->step.level : CW_LEVEL_NONE);
}

static void
drop (GArray *steps, GArray *slots, const CwFlow *self, const CwTechnology *technology, guint index)
{
  CwStep step = g_array_index (steps, CwStep, index);

  g_array_remove_index (steps, index);
  match_thickness (steps, slots, technology, self->method, &step, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    {
      gint at;

      if (needs[i].needed != step.kind)
        continue;
      at = find_step (steps, needs[i].kind, needs[i].same_level ? step.level : CW_LEVEL_NONE);
      if (at >= 0)
        drop (steps, slots, self, technology, (guint) at);
    }
}

/**
 * cw_flow_list_options:
 * @self: a flow
 * @technology: the technology that its levels are of
 *
 * Lists the steps that the claims leave to choice for the flow's method with this stack, in the
 * order of the template.
 *
 * Returns: (transfer full) (element-type CwFlowOption): the steps, and where the flow has them
 */
GArray *
cw_flow_list_options (const CwFlow *self, const CwTechnology *technology)
{
  g_autoptr (GArray) slots = cw_flow_list_slots (technology, self->method);
  GArray *options = g_array_new (FALSE, FALSE, sizeof (CwFlowOption));

  for (guint i = 0; i < slots->len; i++)
    {
      const CwFlowSlot *slot = &g_array_index (slots, CwFlowSlot, i);
      CwFlowOption option = { slot->step, cw_flow_find (self, slot->step.kind, slot->step.level) };

      if (slot->need != CW_NEED_MANDATORY)
        g_array_append_val (options, option);
    }

  return options;
}

/**
 * cw_flow_dup_with_step:
 * @self: a flow
 * @technology: the technology that its levels are of
 * @kind: a kind of step
 * @level: the level that it is about, %CW_LEVEL_NONE for the lowest that fits
 *
 * Makes a copy that has a step more, where the template has it, and those that it needs: holes
 * before they are filled, a filling that is planarised, a passivation that is opened. A step
 * that the flow has already, or that the method has not with this stack, adds nothing.
 *
 * Returns: (transfer full): the copy
 */
CwFlow *
cw_flow_dup_with_step (const CwFlow *self, const CwTechnology *technology, CwStepKind kind,
                       guint level)
{
  g_autoptr (GArray) steps = copy_steps (self);
  g_autoptr (GArray) slots = cw_flow_list_slots (technology, self->method);

  insert (steps, slots, self, technology, kind, level);
  return new_with_steps (self, steps);
}

/**
 * cw_flow_dup_without_step:
 * @self: a flow
 * @technology: the technology that its levels are of
 * @step: index of a step
 *
 * Makes a copy without a step and without those that make no sense without it. A sheet that is not
 * thinned is provided as thin as it stays, a filling that is not planarised is filled flush.
 *
 * Returns: (transfer full): the copy
 */
CwFlow *
cw_flow_dup_without_step (const CwFlow *self, const CwTechnology *technology, guint step)
{
  g_autoptr (GArray) steps = copy_steps (self);
  g_autoptr (GArray) slots = cw_flow_list_slots (technology, self->method);

  g_return_val_if_fail (step < self->n_steps, NULL);

  drop (steps, slots, self, technology, step);
  return new_with_steps (self, steps);
}

/**
 * cw_flow_dup_moved:
 * @self: a flow
 * @step: index of a step
 * @to: index that it has in the copy
 *
 * Makes a copy with a step in another place. Whether it may be there says cw_flow_check().
 *
 * Returns: (transfer full): the copy
 */
CwFlow *
cw_flow_dup_moved (const CwFlow *self, guint step, guint to)
{
  g_autoptr (GArray) steps = copy_steps (self);
  CwStep moved;

  g_return_val_if_fail (step < self->n_steps && to < self->n_steps, NULL);

  moved = self->steps[step];
  g_array_remove_index (steps, step);
  g_array_insert_val (steps, to, moved);
  return new_with_steps (self, steps);
}

/**
 * cw_flow_dup_set_step:
 * @self: a flow
 * @step: index of a step
 * @value: what it shall be, copied
 *
 * Makes a copy with a step replaced, such as one of another material, thickness or temperature.
 *
 * Returns: (transfer full): the copy
 */
CwFlow *
cw_flow_dup_set_step (const CwFlow *self, guint step, const CwStep *value)
{
  CwFlow *copy;

  g_return_val_if_fail (step < self->n_steps && value != NULL, NULL);

  copy = cw_flow_new (self->method, self->steps, self->n_steps);
  copy->steps[step] = *value;
  return copy;
}
