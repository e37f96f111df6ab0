/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml.h"
#include "tests/fuzz/fuzz.h"

/* a file is refused with one line, or read, written and read again to the same */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) again_written = NULL;
  g_autoptr (CwReport) report = cw_report_new ();
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwDesign) again = NULL;
  g_autoptr (GError) error = NULL;

  design = cw_xml_read (bytes, "fuzz.cwx", report, &error);
  g_assert_true ((design == NULL) == (error != NULL));
  if (design == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      return 0;
    }

  written = cw_xml_write (design);
  again = cw_xml_read (written, "again.cwx", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cw_design_equal (design, again));
  again_written = cw_xml_write (again);
  g_assert_true (g_bytes_equal (written, again_written));

  return 0;
}
