/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-id.h"

static void
test_parts (void)
{
  CwId id = cw_id_new (CW_ITEM_TRACE, CW_ID_NUMBER_MAX);

  g_assert_cmpint (cw_id_get_kind (id), ==, CW_ITEM_TRACE);
  g_assert_cmpuint (cw_id_get_number (id), ==, CW_ID_NUMBER_MAX);
  g_assert_cmpint (cw_id_get_kind (CW_ID_NONE), ==, CW_ITEM_NONE);
}

static void
test_sorting (void)
{
  const CwId given[] = { 7, G_MAXUINT32, 3, 7, 1u << 28, 3, 7 };
  const CwId expected[] = { 3, 7, 1u << 28, G_MAXUINT32 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (CwId));

  cw_ids_sort (ids);
  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_false (cw_ids_contain (ids, 3));

  g_array_append_vals (ids, given, G_N_ELEMENTS (given));
  cw_ids_sort (ids);
  g_assert_cmpmem (ids->data, ids->len * sizeof (CwId), expected, sizeof expected);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (cw_ids_contain (ids, expected[i]));
      g_assert_false (cw_ids_contain (ids, expected[i] - 1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/base/id/kind-and-number-come-back", test_parts);
  g_test_add_func ("/model/base/id/sorted-once-each", test_sorting);
  return g_test_run ();
}
