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

/* what the options of a table are for; a key without words is still taken */
static const struct
{
  const char *key;
  const char *description;
} descriptions[] = {
  { "delimiter", N_ ("comma, semicolon, tab, bar; found out unless given") },
  { "header", N_ ("no: the first row is data, columns are named by number") },
  { "unit", N_ ("unit of lengths without one, um unless given") },
  { "columns", N_ ("which column holds what: name=pad,x=x_um,...") },
  { "name", N_ ("name of a new design") },
  { "wiring-levels", N_ ("how many a new design has, 1 unless given") },
  { "outline", N_ ("package of a new design: 3588x5188 or x0,y0,x1,y1") },
  { "die", N_ ("pads: name of the die, U1 unless given") },
  { "die-type", N_ ("pads: name of its type, that of the die unless given") },
  { "die-size", N_ ("pads: size of the die: 3588x5188") },
  { "die-thickness", N_ ("pads: that of the die level unless given") },
  { "die-origin", N_ ("pads: where coordinates begin: corner, centre") },
  { "die-at", N_ ("pads: where their origin is placed: x,y") },
  { "die-angle", N_ ("pads: turn of the die in degrees") },
  { "die-mirror", N_ ("pads: yes: the die is seen from the back") },
  { "pad-size", N_ ("pads: 60x60 or a diameter, for a table without sizes") },
  { "level", N_ ("balls, routes: the wiring level, the topmost unless given") },
  { "land", N_ ("balls: land of the bonding pad, 270 unless given") },
  { "opening", N_ ("balls: opening above it, 220 unless given, 0 for none") },
  { "ball", N_ ("balls: diameter of the ball, 310 unless given, 0 for none") },
  { "ball-kind", N_ ("balls: solder-ball, bump, pin") },
  { "width", N_ ("routes: width of traces, for a table without widths") },
  { "vias", N_ ("routes: no: traces that end on a die pad get no via") },
  { "via-hole", N_ ("routes: hole of such a via, two thirds of the pad unless given") },
  { "via-land", N_ ("routes: its land, as the pad unless given") },
};

static const char *
describe (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    if (strcmp (key, descriptions[i].key) == 0)
      return descriptions[i].description;

  return "";
}

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
                             .description = describe (*keys),
                             .arg_description = N_ ("VALUE") };

      g_array_append_val (csv_entries, entry);
    }

  g_option_context_set_summary (
      context, _ ("Makes a design of a table of die pads, balls, routes or nets, or adds to one.\n"
                  "All or nothing: a row that cannot be read ends it with FILE:ROW: WHAT."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  group = g_option_group_new ("table",
                              _ ("How the table is read, lengths in µm unless they have a unit:"),
                              _ ("Show how the table is read"), csv, NULL);
  g_option_group_add_entries (group, (const GOptionEntry *) (gpointer) csv_entries->data);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
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
