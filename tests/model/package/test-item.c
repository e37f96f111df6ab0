/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/package/package-test.h"

static const char *const names[CW_N_ITEM_KINDS]
    = { NULL,  "net",     "die-type", "die",      "bonding-pad", "via",      "trace",    "text",
        "bus", "passive", "cavity",   "cut-line", "zone",        "keep-out", "fiducial", "waiver" };

static void
test_every_kind_has_a_class (void)
{
  for (guint i = 1; i < CW_N_ITEM_KINDS; i++)
    {
      const CwItemClass *klass = cw_item_class_get (i);

      g_assert_cmpint (klass->kind, ==, i);
      g_assert_cmpstr (klass->name, ==, names[i]);
      g_assert_cmpuint (klass->table.size, <=, 256);
      g_assert_nonnull (klass->validate);
      g_assert_true ((klass->table.hold == NULL) == (klass->table.drop == NULL));
      g_assert_true ((klass->count_shapes == NULL) == (klass->get_shape == NULL));
      g_assert_true (klass->count_shapes == NULL || klass->transform != NULL);
    }
}

static void
test_no_kind_has_no_class (void)
{
  g_assert_null (cw_item_class_get (CW_ITEM_NONE));
  g_assert_null (cw_item_class_get (CW_N_ITEM_KINDS));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/item/every-kind-has-a-class", test_every_kind_has_a_class);
  g_test_add_func ("/model/package/item/no-kind-has-no-class", test_no_kind_has_no_class);

  return g_test_run ();
}
