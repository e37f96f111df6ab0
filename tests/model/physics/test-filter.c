/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-filter.h"

#include "tests/model/physics/oracle.h"

/* No published rows: values worked out by hand. */
static void
test_low_pass (void)
{
  /* 1 nH and 1 pF: √(1e-21) = 3.16228e-11 s */
  assert_oracle ("1 nH, 1 pF", cw_filter_low_pass (1e-9, 1e-12), 5.032921e9, 1e-6);
  assert_oracle ("4 nH, 1 pF", cw_filter_low_pass (4e-9, 1e-12), 5.032921e9 / 2, 1e-6);
  assert_undefined (cw_filter_low_pass (0, 1e-12));
  assert_undefined (cw_filter_low_pass (1e-9, NAN));
}

static void
test_hairpin (void)
{
  assert_oracle ("air", cw_filter_hairpin (0.149896229, 1), 1e9, 1e-9);
  assert_oracle ("permittivity 4", cw_filter_hairpin (5e-3, 4), 14.9896229e9, 1e-9);
  assert_undefined (cw_filter_hairpin (0, 4));
  assert_undefined (cw_filter_hairpin (5e-3, 0.5));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/filter/low-pass", test_low_pass);
  g_test_add_func ("/model/physics/filter/hairpin", test_hairpin);

  return g_test_run ();
}
