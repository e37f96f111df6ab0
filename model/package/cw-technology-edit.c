/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-technology-private.h"

#include "model/package/cw-flow-private.h"

/* Changes to what a technology has already. Each builds the technology anew beside the old one, so
 * that it is held to the same checks as one that is read, and takes over what came out. */

static gboolean
is_unshared (CwTechnology *self)
{
  return g_atomic_ref_count_compare (&self->ref_count, 1);
}

/* copies materials, the one at @index replaced unless @changed is NULL */
static gboolean
copy_materials (CwTechnology *to, const CwTechnology *from, guint index, const CwMaterial *changed,
                GError **error)
{
  for (guint i = 0; i < from->materials->len; i++)
    if (!cw_technology_add_material (
            to, changed != NULL && i == index ? changed : cw_technology_get_material (from, i),
            error))
      return FALSE;

  return TRUE;
}

static gboolean
copy_levels (CwTechnology *to, const CwTechnology *from, guint index, const CwLevel *changed,
             GError **error)
{
  for (guint i = 0; i < from->levels->len; i++)
    if (!cw_technology_add_level (
            to, changed != NULL && i == index ? changed : cw_technology_get_level (from, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
copy_rules (CwTechnology *to, const CwTechnology *from, guint index, const CwRule *changed,
            GError **error)
{
  for (guint i = 0; i < from->rules->len; i++)
    if (!cw_technology_add_rule (
            to, changed != NULL && i == index ? changed : cw_technology_get_rule (from, i), error))
      return FALSE;

  return TRUE;
}

static const CwFlowSlot *
find_slot (GArray *slots, CwStepKind kind, guint level)
{
  for (guint i = 0; i < slots->len; i++)
    {
      const CwFlowSlot *slot = &g_array_index (slots, CwFlowSlot, i);

      if (slot->step.kind == kind && slot->step.level == level)
        return slot;
    }

  return NULL;
}

/* What a step has as the old stack gives it, it gets as the new one does; what was set by hand
 * stays. FALSE: its level is gone. */
static gboolean
remap_step (CwStep *step, const CwTechnology *old, GArray *old_slots, const CwTechnology *new,
            GArray *new_slots, const guint8 *map)
{
  const CwFlowSlot *was = find_slot (old_slots, step->kind, step->level);
  const CwLevel *old_level = cw_technology_get_level (old, step->level);
  const CwFlowSlot *is;

  if (step->level != CW_LEVEL_NONE)
    {
      step->level = step->level < CW_MAX_LEVELS ? map[step->level] : CW_LEVEL_NONE;
      if (step->level == CW_LEVEL_NONE)
        return FALSE;
    }

  is = find_slot (new_slots, step->kind, step->level);
  if (was == NULL || is == NULL)
    return TRUE;
  if (step->kind == CW_STEP_PROVIDE_SHEET && old_level != NULL
      && step->thickness == old_level->thickness)
    step->thickness = cw_technology_get_level (new, step->level)->thickness; /* not thinned */
  else if (step->thickness == was->step.thickness)
    step->thickness = is->step.thickness;
  if (step->temperature == was->step.temperature && step->material == was->step.material)
    step->temperature = is->step.temperature;
  if (step->material == was->step.material)
    step->material = is->step.material;
  return TRUE;
}

/* the flow of @old for the stack of @new; nothing when it is the template of method A by default */
static CwFlow *
remap_flow (const CwTechnology *old, const CwTechnology *new, const guint8 *map)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (CwStep));
  g_autoptr (GArray) old_slots = NULL;
  g_autoptr (GArray) new_slots = NULL;
  g_autoptr (CwFlow) template = NULL;
  g_autoptr (CwFlow) flow = NULL;
  gboolean is_new[CW_MAX_LEVELS];

  if (old->flow == NULL)
    return NULL;
  template = cw_flow_new_template (old, old->flow->method);
  if (cw_flow_equal (template, old->flow))
    return cw_flow_new_template (new, old->flow->method);

  old_slots = cw_flow_list_slots (old, old->flow->method);
  new_slots = cw_flow_list_slots (new, old->flow->method);
  for (guint i = 0; i < CW_MAX_LEVELS; i++)
    is_new[i] = TRUE;
  for (guint i = 0; i < CW_MAX_LEVELS; i++)
    if (map[i] != CW_LEVEL_NONE)
      is_new[map[i]] = FALSE;

  for (guint i = 0; i < old->flow->n_steps; i++)
    {
      CwStep step = old->flow->steps[i];

      if (remap_step (&step, old, old_slots, new, new_slots, map))
        g_array_append_val (steps, step);
    }
  flow = cw_flow_new (old->flow->method, (const CwStep *) (gpointer) steps->data, steps->len);
  for (guint i = 0; i < new_slots->len; i++)
    {
      const CwFlowSlot *slot = &g_array_index (new_slots, CwFlowSlot, i);
      g_autoptr (CwFlow) before = NULL;

      if (slot->need == CW_NEED_EXTRA || slot->step.level == CW_LEVEL_NONE
          || !is_new[slot->step.level])
        continue;
      before = g_steal_pointer (&flow);
      flow = cw_flow_dup_with_step (before, new, slot->step.kind, slot->step.level);
    }

  return g_steal_pointer (&flow);
}

static void
map_alike (guint8 map[CW_MAX_LEVELS])
{
  for (guint i = 0; i < CW_MAX_LEVELS; i++)
    map[i] = (guint8) i;
}

/* takes over what was built, with the flow that belongs to it */
static void
take (CwTechnology *self, CwTechnology *built)
{
  guint8 map[CW_MAX_LEVELS];
  g_autoptr (CwFlow) flow = NULL;

  map_alike (map);
  cw_technology_set_substrate (built, self->substrate);
  flow = remap_flow (self, built, map);
  cw_technology_set_flow (self, flow);

#define SWAP(array)                                                                                \
  {                                                                                                \
    GArray *swapped = self->array;                                                                 \
    self->array = built->array;                                                                    \
    built->array = swapped;                                                                        \
  }
  SWAP (materials)
  SWAP (levels)
  SWAP (rules)
#undef SWAP
}

/**
 * cw_technology_set_material:
 * @self: a technology that nobody else holds
 * @index: which material
 * @material: what it shall be, copied
 * @error: return location for an error
 *
 * Replaces a material. It is refused as cw_technology_add_material() would. Steps of the flow that
 * have the temperature of its cure follow.
 *
 * Returns: whether it was replaced
 */
gboolean
cw_technology_set_material (CwTechnology *self, guint index, const CwMaterial *material,
                            GError **error)
{
  g_autoptr (CwTechnology) built = NULL;

  g_return_val_if_fail (self != NULL && is_unshared (self), FALSE);
  g_return_val_if_fail (material != NULL && index < self->materials->len, FALSE);

  built = cw_technology_new (self->name);
  if (!copy_materials (built, self, index, material, error)
      || !copy_levels (built, self, 0, NULL, error) || !copy_rules (built, self, 0, NULL, error))
    return FALSE;

  take (self, built);
  return TRUE;
}

/**
 * cw_technology_set_level:
 * @self: a technology that nobody else holds
 * @index: which level
 * @level: what it shall be, copied
 * @error: return location for an error
 *
 * Replaces a level. It is refused as cw_technology_add_level() would, when the stack would be out of
 * order, and when a rule names it that cannot be about such a level. Steps of the flow that have
 * thickness, material and temperature as the stack gives them follow.
 *
 * Returns: whether it was replaced
 */
gboolean
cw_technology_set_level (CwTechnology *self, guint index, const CwLevel *level, GError **error)
{
  g_autoptr (CwTechnology) built = NULL;

  g_return_val_if_fail (self != NULL && is_unshared (self), FALSE);
  g_return_val_if_fail (level != NULL && index < self->levels->len, FALSE);

  built = cw_technology_new (self->name);
  if (!copy_materials (built, self, 0, NULL, error)
      || !copy_levels (built, self, index, level, error)
      || !copy_rules (built, self, 0, NULL, error))
    return FALSE;

  take (self, built);
  return TRUE;
}

/**
 * cw_technology_set_rule:
 * @self: a technology that nobody else holds
 * @index: which rule
 * @rule: what it shall be, copied
 * @error: return location for an error
 *
 * Replaces a rule. It is refused as cw_technology_add_rule() would.
 *
 * Returns: whether it was replaced
 */
gboolean
cw_technology_set_rule (CwTechnology *self, guint index, const CwRule *rule, GError **error)
{
  g_autoptr (CwTechnology) built = NULL;

  g_return_val_if_fail (self != NULL && is_unshared (self), FALSE);
  g_return_val_if_fail (rule != NULL && index < self->rules->len, FALSE);

  built = cw_technology_new (self->name);
  if (!copy_materials (built, self, 0, NULL, error) || !copy_levels (built, self, 0, NULL, error)
      || !copy_rules (built, self, index, rule, error))
    return FALSE;

  take (self, built);
  return TRUE;
}

/**
 * cw_technology_remove_rule:
 * @self: a technology that nobody else holds
 * @index: which rule
 *
 * Removes a rule.
 *
 * Returns: whether it was there
 */
gboolean
cw_technology_remove_rule (CwTechnology *self, guint index)
{
  g_return_val_if_fail (self != NULL && is_unshared (self), FALSE);

  if (index >= self->rules->len)
    return FALSE;

  g_array_remove_index (self->rules, index);
  return TRUE;
}

static gboolean
copy_mapped_rules (CwTechnology *to, const CwTechnology *from, const guint8 *map, GError **error)
{
  for (guint i = 0; i < from->rules->len; i++)
    {
      CwRule rule = *cw_technology_get_rule (from, i);

      if (rule.level != CW_LEVEL_NONE)
        {
          rule.level = map[rule.level];
          if (rule.level == CW_LEVEL_NONE)
            continue; /* its level is gone, and it with it */
        }
      if (!cw_technology_add_rule (to, &rule, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_technology_dup_with_levels:
 * @self: a technology
 * @levels: (array length=n_levels): the levels of the new stack from the bottom
 * @n_levels: how many
 * @from: (array length=n_levels): index of each in the stack of @self, %CW_LEVEL_NONE for a new one
 * @map: (out) (array fixed-size=64): for each level of @self its index in the new stack,
 *   %CW_LEVEL_NONE when it is gone
 * @error: return location for an error
 *
 * Makes a copy with another stack, for levels that are put in, taken out or moved. Rules that name a level
 * that is gone are dropped. The flow loses the steps of levels that are gone and gets those of new
 * ones where the template has them. The items of a design follow by cw_edit_set_stack().
 *
 * Returns: (transfer full) (nullable): the copy, %NULL with @error set when the stack is refused as
 *   cw_technology_add_level() would
 */
CwTechnology *
cw_technology_dup_with_levels (const CwTechnology *self, const CwLevel *levels, gsize n_levels,
                               const guint8 *from, guint8 map[CW_MAX_LEVELS], GError **error)
{
  g_autoptr (CwTechnology) built = NULL;
  g_autoptr (CwFlow) flow = NULL;

  g_return_val_if_fail (self != NULL && (n_levels == 0 || (levels != NULL && from != NULL)), NULL);
  g_return_val_if_fail (map != NULL, NULL);

  for (guint i = 0; i < CW_MAX_LEVELS; i++)
    map[i] = CW_LEVEL_NONE;
  built = cw_technology_new (self->name);
  if (!copy_materials (built, self, 0, NULL, error))
    return NULL;
  for (gsize i = 0; i < n_levels; i++)
    {
      if (!cw_technology_add_level (built, &levels[i], error))
        return NULL;
      if (from[i] == CW_LEVEL_NONE)
        continue;
      g_return_val_if_fail (from[i] < self->levels->len && map[from[i]] == CW_LEVEL_NONE, NULL);
      map[from[i]] = (guint8) i;
    }
  if (!copy_mapped_rules (built, self, map, error))
    return NULL;

  cw_technology_set_substrate (built, self->substrate);
  built->panel = self->panel;
  flow = remap_flow (self, built, map);
  cw_technology_set_flow (built, flow);

  return g_steal_pointer (&built);
}
