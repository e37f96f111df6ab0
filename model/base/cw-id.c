/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-id.h"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  CwId p = *(const CwId *) a;
  CwId q = *(const CwId *) b;

  return (p > q) - (p < q);
}

/**
 * cw_ids_sort:
 * @ids: (element-type CwId): ids
 *
 * Sorts ids and drops those that are there already.
 */
void
cw_ids_sort (GArray *ids)
{
  guint n = 1;

  while (n < ids->len && g_array_index (ids, CwId, n - 1) < g_array_index (ids, CwId, n))
    n++;
  if (n >= ids->len)
    return;

  g_array_sort (ids, compare_ids);
  n = 0;
  for (guint i = 0; i < ids->len; i++)
    if (n == 0 || g_array_index (ids, CwId, n - 1) != g_array_index (ids, CwId, i))
      g_array_index (ids, CwId, n++) = g_array_index (ids, CwId, i);
  g_array_set_size (ids, n);
}

/**
 * cw_ids_contain:
 * @ids: (element-type CwId): ids in ascending order
 * @id: an id
 *
 * Returns: whether @id is one of them
 */
gboolean
cw_ids_contain (const GArray *ids, CwId id)
{
  return g_array_binary_search ((GArray *) ids, &id, compare_ids, NULL);
}
