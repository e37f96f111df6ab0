/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/file/cw-report.h"

static void
test_keeps_remarks_in_order (void)
{
  g_autoptr (CwReport) report = cw_report_new ();
  guint line = 0;

  g_assert_cmpuint (cw_report_get_n (report), ==, 0);

  cw_report_add (report, 3, "net \"%s\" is new", "VDD");
  cw_report_add (report, 0, "no unit given: µm taken");

  g_assert_cmpuint (cw_report_get_n (report), ==, 2);
  g_assert_cmpstr (cw_report_get (report, 0, &line), ==, "net \"VDD\" is new");
  g_assert_cmpuint (line, ==, 3);
  g_assert_cmpstr (cw_report_get (report, 1, &line), ==, "no unit given: µm taken");
  g_assert_cmpuint (line, ==, 0);
  g_assert_cmpuint (cw_report_get_n_omitted (report), ==, 0);
}

static void
test_counts_what_is_too_many (void)
{
  g_autoptr (CwReport) report = cw_report_new ();

  for (guint i = 0; i < CW_REPORT_MAX + 7; i++)
    cw_report_add (report, i, "remark %u", i);

  g_assert_cmpuint (cw_report_get_n (report), ==, CW_REPORT_MAX);
  g_assert_cmpuint (cw_report_get_n_omitted (report), ==, 7);
  g_assert_cmpstr (cw_report_get (report, CW_REPORT_MAX - 1, NULL), ==, "remark 999");
}

static void
test_may_be_left_out (void)
{
  cw_report_add (NULL, 1, "nobody %s", "listens");
  cw_report_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/file/report/keeps-remarks-in-order", test_keeps_remarks_in_order);
  g_test_add_func ("/io/file/report/counts-what-is-too-many", test_counts_what_is_too_many);
  g_test_add_func ("/io/file/report/may-be-left-out", test_may_be_left_out);

  return g_test_run ();
}
