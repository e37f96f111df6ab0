/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-check-filter.h"

static guint64
mix (guint64 key, guint64 number)
{
  key = (key ^ number) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return key ^ key >> 29;
}

/**
 * cw_violation_get_key:
 * @violation: a violation
 *
 * Makes a key that says which violation it is, whatever its numbers: rule, items, parts, level and
 * fault. Good within one run of the program.
 *
 * Returns: the key
 */
guint64
cw_violation_get_key (const CwViolation *violation)
{
  guint64 key = mix (0, violation->rule);

  for (guint i = 0; i < G_N_ELEMENTS (violation->items); i++)
    key = mix (key, (guint64) violation->items[i] << 32 | violation->parts[i]);

  return mix (key, (guint64) violation->level << 8 | violation->fault);
}

/**
 * cw_check_collect_keys:
 * @result: (nullable): a result of the checker
 *
 * Collects the keys of all violations.
 *
 * Returns: (transfer full): a set of `guint64`
 */
GHashTable *
cw_check_collect_keys (const CwCheckResult *result)
{
  GHashTable *keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gsize n = result != NULL ? cw_check_result_get_n_violations (result) : 0;

  for (gsize i = 0; i < n; i++)
    {
      guint64 key = cw_violation_get_key (cw_check_result_get_violation (result, i));

      g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
    }

  return keys;
}

static gboolean
is_shown (const CwCheckFilter *self, const CwViolation *violation)
{
  guint64 key;

  if (self->errors_only && violation->severity != CW_SEVERITY_ERROR)
    return FALSE;
  if (self->level != CW_LEVEL_NONE && violation->level != self->level)
    return FALSE;
  if (!cw_box_is_empty (self->area) && !cw_box_contains (self->area, violation->at[0])
      && !cw_box_contains (self->area, violation->at[1]))
    return FALSE;
  if (!self->new_only || self->known == NULL)
    return TRUE;
  key = cw_violation_get_key (violation);

  return !g_hash_table_contains (self->known, &key);
}

/**
 * cw_check_filter_list:
 * @self: a filter
 * @result: (nullable): a result of the checker
 *
 * Lists the violations that a filter leaves.
 *
 * Returns: (transfer full) (element-type guint): their indices, ascending
 */
GArray *
cw_check_filter_list (const CwCheckFilter *self, const CwCheckResult *result)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));
  gsize n = result != NULL ? cw_check_result_get_n_violations (result) : 0;

  for (guint i = 0; i < n; i++)
    if (is_shown (self, cw_check_result_get_violation (result, i)))
      g_array_append_val (shown, i);

  return shown;
}
