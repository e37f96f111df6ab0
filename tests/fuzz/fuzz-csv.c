/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "io/csv/cw-csv-import.h"
#include "io/xml/cw-xml.h"
#include "tests/fuzz/fuzz.h"

typedef CwDesign *(*ImportFunc) (CwDesign *base, GBytes *bytes, const char *name,
                                 const CwCsvOptions *options, CwReport *report, GError **error);

static const ImportFunc importers[]
    = { cw_csv_import_pads, cw_csv_import_balls, cw_csv_import_routes, cw_csv_import_nets };

static const char pads[] = "pad,x_um,y_um,size_um,net\n1,100,100,60x60,a\n2,300,100,60x60,b\n";
static const char balls[] = "ball,x_um,y_um,net\nA1,100,600,a\nA2,600,600,b\n";

static CwDesign *
import (ImportFunc func, CwDesign *base, const void *data, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (CwCsvOptions) options = cw_csv_options_new ();
  g_autoptr (CwReport) report = cw_report_new ();

  return func (base, bytes, "fuzz.csv", options, report, error);
}

/* a small package for tables to go into */
static CwDesign *
make_base (void)
{
  g_autoptr (CwDesign) die = import (cw_csv_import_pads, NULL, pads, strlen (pads), NULL);

  g_assert_nonnull (die);
  return import (cw_csv_import_balls, die, balls, strlen (balls), NULL);
}

/* what was imported can be saved and read again */
static void
check_design (CwDesign *design)
{
  g_autoptr (GBytes) written = cw_xml_write (design);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) again = cw_xml_read (written, "again.cwx", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (cw_design_equal (design, again));
}

/* a table is refused with one line, or goes into a design as a whole */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (CwDesign) base = make_base ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (importers); i++)
    {
      CwDesign *into = i % 2 ? base : NULL;
      ImportFunc func = importers[i / 2];
      g_autoptr (GError) error = NULL;
      g_autoptr (CwDesign) design = NULL;

      if (into == NULL && func == cw_csv_import_nets)
        continue;
      design = import (func, into, data, size, &error);
      g_assert_true ((design == NULL) == (error != NULL));
      if (design != NULL)
        {
          check_design (design);
          continue;
        }
      g_assert_true (g_str_has_prefix (error->message, "fuzz.csv:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
    }

  return 0;
}
