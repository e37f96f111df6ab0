/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-flow.h"

#include <string.h>

#include "model/package/cw-names.h"

static const char *const methods[] = { "a", "b", "c" };
static const char *const step_kinds[] = { "provide-substrate",
                                          "provide-heat",
                                          "laminate",
                                          "form-cavities",
                                          "provide-sheet",
                                          "provide-carrier",
                                          "apply-film",
                                          "apply-adhesive",
                                          "place-dies",
                                          "fill",
                                          "planarise",
                                          "adhere-substrate",
                                          "turn-over",
                                          "remove-carrier",
                                          "remove-filling",
                                          "second-fill",
                                          "thin-sheet",
                                          "deposit-dielectric",
                                          "open-holes",
                                          "fill-vias",
                                          "deposit-wiring",
                                          "deposit-passivation",
                                          "open-passivation",
                                          "deposit-ubm",
                                          "attach-balls",
                                          "singulate",
                                          "deposit-thin-organic" };

G_STATIC_ASSERT (G_N_ELEMENTS (methods) == CW_N_METHODS);
G_STATIC_ASSERT (G_N_ELEMENTS (step_kinds) == CW_N_STEP_KINDS);

/**
 * cw_flow_new:
 * @method: a method
 * @steps: (array length=n_steps) (nullable): its steps in order, copied
 * @n_steps: how many, at most %CW_MAX_STEPS
 *
 * Makes a flow.
 *
 * Returns: (transfer full): the flow
 */
CwFlow *
cw_flow_new (CwMethod method, const CwStep *steps, gsize n_steps)
{
  CwFlow *self;

  g_return_val_if_fail ((guint) method < CW_N_METHODS, NULL);
  g_return_val_if_fail (n_steps <= CW_MAX_STEPS, NULL);

  self = g_malloc0 (sizeof (CwFlow) + n_steps * sizeof (CwStep));
  g_atomic_ref_count_init (&self->ref_count);
  self->method = method;
  self->n_steps = (guint) n_steps;
  if (n_steps > 0)
    memcpy (self->steps, steps, n_steps * sizeof (CwStep));

  return self;
}

/**
 * cw_flow_ref:
 * @self: a flow
 *
 * Returns: (transfer full): @self with one more reference
 */
CwFlow *
cw_flow_ref (CwFlow *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_flow_unref:
 * @self: (transfer full): a flow
 *
 * Gives a reference back.
 */
void
cw_flow_unref (CwFlow *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

static gboolean
step_equal (const CwStep *a, const CwStep *b)
{
  return a->kind == b->kind && a->level == b->level && a->material == b->material
         && a->thickness == b->thickness && a->temperature == b->temperature;
}

/**
 * cw_flow_equal:
 * @a: a flow
 * @b: another
 *
 * Compares two flows by value.
 *
 * Returns: whether they are alike
 */
gboolean
cw_flow_equal (const CwFlow *a, const CwFlow *b)
{
  if (a == b)
    return TRUE;
  if (a->method != b->method || a->n_steps != b->n_steps)
    return FALSE;

  for (guint i = 0; i < a->n_steps; i++)
    if (!step_equal (&a->steps[i], &b->steps[i]))
      return FALSE;

  return TRUE;
}

/**
 * cw_flow_find:
 * @self: a flow
 * @kind: a kind of step
 * @level: the level that it is about, %CW_LEVEL_NONE for any
 *
 * Finds the first step of a kind.
 *
 * Returns: its index, or -1 when there is none
 */
gint
cw_flow_find (const CwFlow *self, CwStepKind kind, guint level)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (self->steps[i].kind == kind && (level == CW_LEVEL_NONE || self->steps[i].level == level))
      return (gint) i;

  return -1;
}

/**
 * cw_method_get_name:
 * @method: a method
 *
 * Returns: its name in files
 */
const char *
cw_method_get_name (CwMethod method)
{
  return cw_names_get (methods, G_N_ELEMENTS (methods), method);
}

/**
 * cw_method_parse:
 * @text: (nullable): a name as a file has it
 * @method: (out): return location for the method
 *
 * Returns: whether @text names one
 */
gboolean
cw_method_parse (const char *text, CwMethod *method)
{
  guint value;

  if (!cw_names_find (methods, G_N_ELEMENTS (methods), text, &value))
    return FALSE;

  *method = (CwMethod) value;
  return TRUE;
}

/**
 * cw_step_kind_get_name:
 * @kind: what a step does
 *
 * Returns: its name in files
 */
const char *
cw_step_kind_get_name (CwStepKind kind)
{
  return cw_names_get (step_kinds, G_N_ELEMENTS (step_kinds), kind);
}
