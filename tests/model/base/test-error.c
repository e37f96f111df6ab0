/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-error.h"

static void
test_domain_is_its_own (void)
{
  g_autoptr (GError) error = g_error_new_literal (CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "too long");

  g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE);
  g_assert_cmpstr (g_quark_to_string (error->domain), ==, "CwModelError");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/base/error/domain-is-its-own", test_domain_is_its_own);

  return g_test_run ();
}
