/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cli/cw-cli.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "io/file/cw-file.h"
#include "io/file/cw-io-error.h"
#include "io/xml/cw-xml.h"
#include "model/base/cw-length.h"

/**
 * cw_cli_fail:
 * @error: (transfer full): what went wrong
 *
 * Tells the user.
 *
 * Returns: %CW_CLI_BAD
 */
CwCliExit
cw_cli_fail (GError *error)
{
  cw_cli_end_progress ();
  g_printerr ("chipwright-cli: %s\n", error->message);
  g_error_free (error);
  return CW_CLI_BAD;
}

/**
 * cw_cli_parse:
 * @command: the command with its arguments, as help shows them
 * @summary: what it does
 * @entries: its options
 * @argc: (inout): number of arguments
 * @argv: (inout): the arguments; options are taken out
 *
 * Parses the options of a command.
 *
 * Returns: whether they are valid
 */
gboolean
cw_cli_parse (const char *command, const char *summary, const GOptionEntry *entries, int *argc,
              char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command);

  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

/**
 * cw_cli_take_file:
 * @argc: number of arguments that are left
 * @argv: the arguments
 * @file: (out) (transfer none): the one that is a file
 *
 * Takes the one argument that a command has.
 *
 * Returns: whether there is exactly one
 */
gboolean
cw_cli_take_file (int argc, char **argv, const char **file, GError **error)
{
  int n = argc;

  if (n > 1 && strcmp (argv[1], "--") == 0)
    {
      argv++;
      n--;
    }
  if (n == 2)
    {
      *file = argv[1];
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               n < 2 ? _ ("%s: a file is missing; --help tells more")
                     : _ ("%s: only one file is taken; --help tells more"),
               argv[0]);
  return FALSE;
}

/**
 * cw_cli_read:
 * @file: a native file
 *
 * Reads a design; what the reader guessed goes to stderr.
 *
 * Returns: (transfer full): the design, or %NULL with @error set
 */
CwDesign *
cw_cli_read (const char *file, GError **error)
{
  g_autoptr (CwReport) report = cw_report_new ();
  CwDesign *design = cw_xml_read_file (file, report, error);

  for (gsize i = 0; i < cw_report_get_n (report); i++)
    {
      guint line;
      const char *text = cw_report_get (report, i, &line);

      g_printerr ("%s:%u: %s\n", file, line, text);
    }
  return design;
}

/**
 * cw_cli_write:
 * @file: where to, or `-` for stdout
 * @bytes: what
 *
 * Writes a file in one step.
 *
 * Returns: whether it was written
 */
gboolean
cw_cli_write (const char *file, GBytes *bytes, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (strcmp (file, "-") != 0)
    return cw_file_replace (file, data, size, error);

  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;
  g_set_error_literal (error, CW_IO_ERROR, CW_IO_ERROR_FILE, _ ("stdout: cannot be written"));
  return FALSE;
}

/**
 * cw_cli_add_integer:
 * @builder: inside an object
 * @name: name of a member
 * @value: its value
 *
 * Adds a whole number.
 */
void
cw_cli_add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * cw_cli_add_string:
 * @builder: inside an object
 * @name: name of a member
 * @value: its value
 *
 * Adds a text.
 */
void
cw_cli_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/**
 * cw_cli_print_json:
 * @builder: a finished value
 *
 * Prints JSON to stdout.
 */
void
cw_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  fputs (text, stdout);
  putchar ('\n');
}

/**
 * cw_cli_parse_points:
 * @text: points such as `0,0 1200,500um`, bare numbers are micrometres
 * @n_min: how many there must be at least
 * @n_max: how many at the most
 *
 * Parses points.
 *
 * Returns: (transfer full) (element-type CwPoint): the points, or %NULL with @error set
 */
GArray *
cw_cli_parse_points (const char *text, gsize n_min, gsize n_max, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_auto (GStrv) words = g_strsplit_set (text, " \t;", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) parts = g_strsplit (*word, ",", -1);
      CwPoint p;

      if (**word == '\0')
        continue;
      if (g_strv_length (parts) != 2)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("“%s” is not a point such as “100,250.5”"), *word);
          return NULL;
        }
      if (!cw_length_parse (parts[0], CW_UNIT_UM, &p.x, error)
          || !cw_length_parse (parts[1], CW_UNIT_UM, &p.y, error))
        return NULL;
      g_array_append_val (points, p);
    }

  if (points->len < n_min || points->len > n_max)
    {
      if (n_min == n_max)
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not %zu points"),
                     text, n_min);
      else
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     _ ("“%s” is not %zu to %zu points"), text, n_min, n_max);
      return NULL;
    }
  return g_steal_pointer (&points);
}

/**
 * cw_cli_parse_size:
 * @text: a size such as `1920x1080`
 * @width: (out): [px]
 * @height: (out): [px]
 *
 * Parses the size of a picture.
 *
 * Returns: whether it is one from 1 to 20000 px
 */
gboolean
cw_cli_parse_size (const char *text, int *width, int *height, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", -1);
  guint64 values[2];

  if (g_strv_length (parts) == 2
      && g_ascii_string_to_unsigned (parts[0], 10, 1, 20000, &values[0], NULL)
      && g_ascii_string_to_unsigned (parts[1], 10, 1, 20000, &values[1], NULL))
    {
      *width = (int) values[0];
      *height = (int) values[1];
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a size such as “1920x1080” of at most 20000 pixels a side"), text);
  return FALSE;
}

static int shown_percent = -1;

static void
show_progress (double fraction, gpointer user_data)
{
  int percent = (int) (fraction * 100);
  int shown = g_atomic_int_get (&shown_percent);

  if (percent > shown && g_atomic_int_compare_and_exchange (&shown_percent, shown, percent))
    g_printerr (_ ("\rchecking… %3d %%"), percent);
}

/**
 * cw_cli_get_check_options:
 * @n_threads: how many threads work, 0 for all
 *
 * Makes options that show progress when stderr is a terminal.
 *
 * Returns: the options
 */
CwCheckOptions
cw_cli_get_check_options (int n_threads)
{
  return (CwCheckOptions){
    .n_threads = (guint) MAX (n_threads, 0),
    .progress = isatty (STDERR_FILENO) ? show_progress : NULL,
  };
}

/**
 * cw_cli_end_progress:
 *
 * Clears the line that showed progress, if there is one.
 */
void
cw_cli_end_progress (void)
{
  if (g_atomic_int_get (&shown_percent) >= 0)
    g_printerr ("\r\033[K");
  g_atomic_int_set (&shown_percent, -1);
}
