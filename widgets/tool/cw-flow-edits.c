/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-flow-edits.h"

static CwFlow *
dup_flow (const CwDesign *design)
{
  return cw_technology_dup_flow (cw_design_get_technology (design));
}

/* the next design of an edit that gets the flow as well */
static CwDesign *
finish_with (CwEdit *edit, const CwDesign *design, CwFlow *flow, GError **error)
{
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));

  cw_technology_set_flow (technology, flow);
  if (!cw_edit_set_technology (edit, technology, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}

/**
 * cw_flow_edits_is_template:
 * @design: a design
 *
 * Returns: whether its flow is the template of its method, which nobody changed
 */
gboolean
cw_flow_edits_is_template (const CwDesign *design)
{
  g_autoptr (CwFlow) flow = dup_flow (design);
  g_autoptr (CwFlow) fresh = cw_flow_new_template (cw_design_get_technology (design), flow->method);

  return cw_flow_equal (flow, fresh);
}

/**
 * cw_flow_edits_set:
 * @design: a design
 * @flow: (transfer none): a flow of its levels
 * @error: return location for an error
 *
 * Gives a design another flow. A wrong order is kept, and reported by cw_flow_check().
 *
 * Returns: (transfer full): the next design, or %NULL when it cannot have the flow
 */
CwDesign *
cw_flow_edits_set (CwDesign *design, CwFlow *flow, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  return finish_with (edit, design, flow, error);
}

/**
 * cw_flow_edits_set_method:
 * @design: a design
 * @method: a method
 * @error: return location for an error
 *
 * Makes the flow anew from the template of a method.
 *
 * Returns: (transfer full): the next design, or %NULL when it cannot have the flow
 */
CwDesign *
cw_flow_edits_set_method (CwDesign *design, CwMethod method, GError **error)
{
  g_autoptr (CwFlow) flow = cw_flow_new_template (cw_design_get_technology (design), method);

  return cw_flow_edits_set (design, flow, error);
}

/**
 * cw_flow_edits_move_step:
 * @design: a design
 * @step: index of a step of its flow
 * @to: index that it is to have
 * @error: return location for an error
 *
 * Moves a step.
 *
 * Returns: (transfer full): the next design, or %NULL when it cannot have the flow
 */
CwDesign *
cw_flow_edits_move_step (CwDesign *design, guint step, guint to, GError **error)
{
  g_autoptr (CwFlow) flow = dup_flow (design);
  g_autoptr (CwFlow) moved = cw_flow_dup_moved (flow, step, to);

  return cw_flow_edits_set (design, moved, error);
}

/**
 * cw_flow_edits_remove_step:
 * @design: a design
 * @step: index of a step of its flow
 * @error: return location for an error
 *
 * Removes a step, with those that make no sense without it.
 *
 * Returns: (transfer full): the next design, or %NULL when it cannot have the flow
 */
CwDesign *
cw_flow_edits_remove_step (CwDesign *design, guint step, GError **error)
{
  g_autoptr (CwFlow) flow = dup_flow (design);
  g_autoptr (CwFlow) less
      = cw_flow_dup_without_step (flow, cw_design_get_technology (design), step);

  return cw_flow_edits_set (design, less, error);
}

/**
 * cw_flow_edits_add_step:
 * @design: a design
 * @kind: a kind of step
 * @level: the level that it is about, or %CW_LEVEL_NONE
 * @error: return location for an error
 *
 * Adds a step where the template of the method has it, with those that it needs.
 *
 * Returns: (transfer full): the next design, or %NULL when it cannot have the flow
 */
CwDesign *
cw_flow_edits_add_step (CwDesign *design, CwStepKind kind, guint level, GError **error)
{
  g_autoptr (CwFlow) flow = dup_flow (design);
  g_autoptr (CwFlow) more
      = cw_flow_dup_with_step (flow, cw_design_get_technology (design), kind, level);

  return cw_flow_edits_set (design, more, error);
}

static gboolean
count_fill (CwId id, gconstpointer item, gpointer user_data)
{
  guint *n = user_data;

  n[((const CwVia *) item)->fill == CW_VIA_BEFORE_WIRING]++;

  return TRUE;
}

/**
 * cw_flow_edits_get_via_mode:
 * @design: a design
 *
 * Tells how its vias are filled; without any, what the steps of the flow are for.
 *
 * Returns: the mode
 */
CwViaMode
cw_flow_edits_get_via_mode (const CwDesign *design)
{
  g_autoptr (CwFlow) flow = dup_flow (design);
  guint n[2] = { 0, 0 };

  cw_design_foreach (design, CW_ITEM_VIA, count_fill, n);
  if (n[0] > 0 && n[1] > 0)
    return CW_VIA_MODE_MIXED;
  if (n[0] + n[1] == 0)
    n[1] = cw_flow_find (flow, CW_STEP_FILL_VIAS, CW_LEVEL_NONE) >= 0;

  return n[1] > 0 ? CW_VIA_MODE_BEFORE : CW_VIA_MODE_WITH;
}

static gboolean
add_via (CwId id, gconstpointer item, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);

  return TRUE;
}

static gboolean
set_fills (CwEdit *edit, const CwDesign *design, CwViaFill fill, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (CwId));

  cw_design_foreach (design, CW_ITEM_VIA, add_via, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      CwId id = g_array_index (ids, CwId, i);
      CwVia via = *cw_design_get_via (design, id);

      if (via.fill == fill)
        continue;
      via.fill = (guint8) fill;
      if (!cw_edit_set_via (edit, id, &via, error))
        return FALSE;
    }

  return TRUE;
}

/* the steps that fill vias on their own, on all levels that have holes or on none */
static CwFlow *
dup_with_fills (const CwFlow *flow, const CwTechnology *technology, gboolean fills)
{
  CwFlow *result = cw_flow_new (flow->method, flow->steps, flow->n_steps);
  g_autoptr (GArray) options = cw_flow_list_options (flow, technology);

  for (guint i = 0; i < options->len; i++)
    {
      CwStep step = g_array_index (options, CwFlowOption, i).step;
      gint at = cw_flow_find (result, CW_STEP_FILL_VIAS, step.level);
      CwFlow *next = NULL;

      if (step.kind != CW_STEP_FILL_VIAS)
        continue;
      if (fills && at < 0)
        next = cw_flow_dup_with_step (result, technology, CW_STEP_FILL_VIAS, step.level);
      else if (!fills && at >= 0)
        next = cw_flow_dup_without_step (result, technology, (guint) at);
      if (next == NULL)
        continue;
      cw_flow_unref (result);
      result = next;
    }

  return result;
}

/**
 * cw_flow_edits_set_via_mode:
 * @design: a design
 * @mode: with or before the wiring
 * @error: return location for an error
 *
 * Fills all vias with their wiring or before it, and has the steps for that in the flow.
 *
 * Returns: (transfer full): the next design, or %NULL when a via cannot be filled so
 */
CwDesign *
cw_flow_edits_set_via_mode (CwDesign *design, CwViaMode mode, GError **error)
{
  gboolean before = mode == CW_VIA_MODE_BEFORE;
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwFlow) flow = dup_flow (design);
  g_autoptr (CwFlow) next = dup_with_fills (flow, technology, before);
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  g_return_val_if_fail (mode != CW_VIA_MODE_MIXED, NULL);

  if (!set_fills (edit, design, before ? CW_VIA_BEFORE_WIRING : CW_VIA_WITH_WIRING, error))
    return NULL;

  return finish_with (edit, design, next, error);
}

/* the first step that removes what the second filling takes the place of */
static gint
find_removal (const CwFlow *flow)
{
  for (guint i = 0; i < flow->n_steps; i++)
    if (flow->steps[i].kind == CW_STEP_REMOVE_CARRIER
        || flow->steps[i].kind == CW_STEP_REMOVE_FILLING)
      return (gint) i;

  return -1;
}

/**
 * cw_flow_edits_fills_before_removal:
 * @flow: a flow
 *
 * Returns: whether the second filling comes before carrier and first filling are removed, as the
 *   words of claim 144 have it
 */
gboolean
cw_flow_edits_fills_before_removal (const CwFlow *flow)
{
  gint fill = cw_flow_find (flow, CW_STEP_SECOND_FILL, CW_LEVEL_NONE);
  gint removal = find_removal (flow);

  return fill >= 0 && removal >= 0 && fill < removal;
}

/**
 * cw_flow_edits_set_second_fill:
 * @design: a design of method C
 * @before_removal: whether the second filling comes before carrier and first filling are removed
 * @error: return location for an error
 *
 * Puts the second filling in one of the two places that claim 144 can be read for. A flow without
 * one gets one.
 *
 * Returns: (transfer full): the next design, or %NULL when it cannot have the flow
 */
CwDesign *
cw_flow_edits_set_second_fill (CwDesign *design, gboolean before_removal, GError **error)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwFlow) flow = dup_flow (design);
  gint fill = cw_flow_find (flow, CW_STEP_SECOND_FILL, CW_LEVEL_NONE);
  g_autoptr (CwFlow) without
      = fill >= 0 ? cw_flow_dup_without_step (flow, technology, (guint) fill) : cw_flow_ref (flow);
  g_autoptr (CwFlow) after
      = cw_flow_dup_with_step (without, technology, CW_STEP_SECOND_FILL, CW_LEVEL_NONE);
  g_autoptr (CwFlow) before = NULL;
  gint removal = find_removal (after);

  fill = cw_flow_find (after, CW_STEP_SECOND_FILL, CW_LEVEL_NONE);
  if (!before_removal || fill < 0 || removal < 0 || fill < removal)
    return cw_flow_edits_set (design, after, error);
  before = cw_flow_dup_moved (after, (guint) fill, (guint) removal);

  return cw_flow_edits_set (design, before, error);
}
