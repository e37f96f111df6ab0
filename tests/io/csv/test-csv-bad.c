/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "io/csv/cw-csv-import.h"
#include "io/file/cw-file.h"

typedef CwDesign *(*ImportFunc) (CwDesign *base, GBytes *bytes, const char *name,
                                 const CwCsvOptions *options, CwReport *report, GError **error);

static const struct
{
  const char *prefix;
  ImportFunc import;
} importers[] = {
  { "pads-", cw_csv_import_pads },
  { "balls-", cw_csv_import_balls },
  { "routes-", cw_csv_import_routes },
  { "nets-", cw_csv_import_nets },
};

static GBytes *
read_data (const char *folder, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "csv", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = cw_file_read (path, 1 << 20, &error);

  g_assert_no_error (error);
  return bytes;
}

/* a die with two pads, two balls and nets a and b */
static CwDesign *
make_base (void)
{
  g_autoptr (CwCsvOptions) options = cw_csv_options_new ();
  g_autoptr (GBytes) pads = read_data ("", "base-pads.csv");
  g_autoptr (GBytes) balls = read_data ("", "base-balls.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) die = cw_csv_import_pads (NULL, pads, "pads", options, NULL, &error);
  CwDesign *design;

  g_assert_no_error (error);
  design = cw_csv_import_balls (die, balls, "balls", options, NULL, &error);
  g_assert_no_error (error);
  return design;
}

static CwDesign *
import (const char *name, GBytes *bytes, CwDesign *base, CwReport *report, GError **error)
{
  g_autoptr (CwCsvOptions) options = cw_csv_options_new ();

  for (guint i = 0; i < G_N_ELEMENTS (importers); i++)
    {
      /* balls and pads need no base, the others get one */
      if (g_str_has_prefix (name, importers[i].prefix))
        return importers[i].import (i < 2 ? NULL : base, bytes, name, options, report, error);
    }

  g_error ("no importer for %s", name);
  return NULL;
}

static void
test_bad_file (gconstpointer data)
{
  const char *name = data;
  g_autofree char *stem = g_strndup (name, strrchr (name, '.') - name);
  g_autofree char *golden = g_strconcat (stem, ".error", NULL);
  g_autoptr (GBytes) bytes = read_data ("bad", name);
  g_autoptr (GBytes) wanted = read_data ("bad", golden);
  g_autoptr (CwDesign) base = make_base ();
  g_autoptr (CwReport) report = cw_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) design = import (name, bytes, base, report, &error);
  g_autofree char *line = NULL;
  g_autofree char *message = NULL;

  g_assert_null (design);
  g_assert_nonnull (error);
  line = g_strconcat (error->message, "\n", NULL);
  message = g_strndup (g_bytes_get_data (wanted, NULL), g_bytes_get_size (wanted));
  g_assert_cmpstr (line, ==, message);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);

  folder = g_test_build_filename (G_TEST_DIST, "io", "csv", "bad", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".csv"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_assert_cmpuint (names->len, >=, 60);
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/csv/bad/%s", (char *) names->pdata[i]);

      g_test_add_data_func (path, names->pdata[i], test_bad_file);
    }

  return g_test_run ();
}
