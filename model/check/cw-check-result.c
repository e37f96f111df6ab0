/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

G_DEFINE_BOXED_TYPE (CwCheckResult, cw_check_result, cw_check_result_ref, cw_check_result_unref)

/* takes over the list and what is connected */
CwCheckResult *
cw_check_result_new (CwDesign *design, CwViolationList *violations, CwConnect *connect,
                     const CwCheckFacts *facts)
{
  CwCheckResult *self = g_new0 (CwCheckResult, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->design = cw_design_ref (design);
  self->violations = violations;
  self->connect = connect;
  self->facts = *facts;
  self->is_complete = TRUE;
  return self;
}

/**
 * cw_check_result_ref:
 * @self: a result
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CwCheckResult *
cw_check_result_ref (CwCheckResult *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_check_result_unref:
 * @self: (transfer full): a result
 *
 * Gives a reference back.
 */
void
cw_check_result_unref (CwCheckResult *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  cw_violation_list_unref (self->violations);
  g_clear_pointer (&self->connect, cw_connect_unref);
  cw_design_unref (self->design);
  g_free (self);
}

/**
 * cw_check_result_get_design:
 * @self: a result
 *
 * Returns: (transfer none): the design that was checked
 */
CwDesign *
cw_check_result_get_design (const CwCheckResult *self)
{
  return self->design;
}

/**
 * cw_check_result_get_connect:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): what hangs together in the design, %NULL when no rule asked for it
 */
CwConnect *
cw_check_result_get_connect (const CwCheckResult *self)
{
  return self->connect;
}

/**
 * cw_check_result_is_complete:
 * @self: a result
 *
 * Tells whether the whole design was checked against all rules that are not switched off:
 * what is not complete must never be shown as clean.
 *
 * Returns: whether it was
 */
gboolean
cw_check_result_is_complete (const CwCheckResult *self)
{
  return self->is_complete;
}

/**
 * cw_check_result_get_n_violations:
 * @self: a result
 *
 * Returns: how many broken rules were found
 */
gsize
cw_check_result_get_n_violations (const CwCheckResult *self)
{
  return cw_violation_list_get_length (self->violations);
}

/**
 * cw_check_result_get_violation:
 * @self: a result
 * @index: less than cw_check_result_get_n_violations ()
 *
 * Gets a violation. They are in the order of widths, clearances and shorts, enclosures,
 * open nets, dies, then of the further kinds of rules; within that by item.
 *
 * Returns: (transfer none): the violation
 */
const CwViolation *
cw_check_result_get_violation (const CwCheckResult *self, gsize index)
{
  g_return_val_if_fail (index < cw_violation_list_get_length (self->violations), NULL);

  return cw_violation_list_get (self->violations, index);
}

/**
 * cw_check_result_equal:
 * @a: a result
 * @b: another
 *
 * Returns: whether both found the same, in every figure
 */
gboolean
cw_check_result_equal (const CwCheckResult *a, const CwCheckResult *b)
{
  gsize n = cw_check_result_get_n_violations (a);

  if (n != cw_check_result_get_n_violations (b))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      const CwViolation *violation_a = cw_violation_list_get (a->violations, i);
      const CwViolation *violation_b = cw_violation_list_get (b->violations, i);

      if (violation_a != violation_b && cw_violation_compare (violation_a, violation_b) != 0)
        return FALSE;
    }

  return TRUE;
}
