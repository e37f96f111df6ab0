/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "app/cli/cw-cli.h"
#include "io/csv/cw-csv-import.h"
#include "io/file/cw-file.h"
#include "io/xml/cw-xml.h"

#define MAX_TABLE ((gsize) 256 << 20) /* [bytes] */

typedef CwDesign *(*ImportFunc) (CwDesign *base, GBytes *bytes, const char *name,
                                 const CwCsvOptions *options, CwReport *report, GError **error);

static const struct
{
  const char *name;
  ImportFunc import;
} tables[] = {
  { "pads", cw_csv_import_pads },
  { "balls", cw_csv_import_balls },
  { "routes", cw_csv_import_routes },
  { "nets", cw_csv_import_nets },
};

static gboolean
set_csv_option (const char *option, const char *value, gpointer user_data, GError **error)
{
  return cw_csv_options_set (user_data, option + strlen ("--"), value, error);
}

static gboolean
parse_options (int *argc, char ***argv, const GOptionEntry *entries, CwCsvOptions *csv,
               GError **error)
{
  const char *const *keys = cw_csv_options_get_keys ();
  g_autoptr (GOptionContext) context = g_option_context_new (_ ("TABLE.csv"));
  g_autoptr (GArray) csv_entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  GOptionGroup *group;

  for (; *keys != NULL; keys++)
    {
      GOptionEntry entry = { .long_name = *keys,
                             .arg = G_OPTION_ARG_CALLBACK,
                             .arg_data = (gpointer) set_csv_option,
                             .description = "",
                             .arg_description = N_ ("VALUE") };

      g_array_append_val (csv_entries, entry);
    }

  g_option_context_set_summary (
      context, _ ("Makes a design of a table of die pads, balls, routes or nets, or adds to one.\n"
                  "All or nothing: a row that cannot be read ends it with FILE:ROW: WHAT."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  group = g_option_group_new ("table", _ ("How the table is read:"),
                              _ ("Show how the table is read"), csv, NULL);
  g_option_group_add_entries (group, (const GOptionEntry *) (gpointer) csv_entries->data);
  g_option_context_add_group (context, group);
  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
find_table (const char *name, ImportFunc *import, GError **error)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (tables); i++)
    if (strcmp (name, tables[i].name) == 0)
      {
        *import = tables[i].import;
        return TRUE;
      }

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("import: needs --as pads, balls, routes or nets"));
  return FALSE;
}

static CwDesign *
import_table (const char *file, const char *into, ImportFunc import, const CwCsvOptions *csv,
              GError **error)
{
  g_autoptr (CwReport) report = cw_report_new ();
  g_autofree char *name = cw_file_dup_display_name (file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CwDesign) base = NULL;
  CwDesign *design;

  if ((into != NULL && (base = cw_cli_read (into, error)) == NULL)
      || (bytes = cw_file_read (file, MAX_TABLE, error)) == NULL)
    return NULL;

  design = import (base, bytes, name, csv, report, error);
  for (gsize i = 0; i < cw_report_get_n (report); i++)
    {
      guint line;
      const char *text = cw_report_get (report, i, &line);

      if (line > 0)
        g_printerr ("%s:%u: %s\n", name, line, text);
      else
        g_printerr ("%s: %s\n", name, text);
    }
  return design;
}

/**
 * cw_cli_import:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Makes a design of a table.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_import (int argc, char **argv)
{
  g_autofree char *as = NULL;
  g_autofree char *into = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &as, N_ ("what the table holds"), "pads|balls|routes|nets" },
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &into, N_ ("a design to add to; a new one unless given"),
      N_ ("FILE.cwx") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("where the design is written"),
      N_ ("FILE.cwx") },
    { NULL },
  };
  GError *error = NULL;
  const char *file;
  ImportFunc import;
  g_autoptr (CwCsvOptions) csv = cw_csv_options_new ();
  g_autoptr (CwDesign) design = NULL;

  if (!parse_options (&argc, &argv, entries, csv, &error)
      || !cw_cli_take_file (argc, argv, &file, &error) || !find_table (as, &import, &error))
    return cw_cli_fail (error);
  if (output == NULL)
    return cw_cli_fail (g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                                             _ ("import: -o FILE is missing")));

  design = import_table (file, into, import, csv, &error);
  if (design == NULL || !cw_xml_write_file (design, output, &error))
    return cw_cli_fail (error);
  return CW_CLI_CLEAN;
}
