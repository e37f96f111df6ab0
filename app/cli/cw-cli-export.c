/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "app/cli/cw-cli.h"
#include "io/gerber/cw-gerber.h"

/**
 * cw_cli_export:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Writes files for a fab.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_export (int argc, char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *directory = NULL;
  gboolean plain = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("what to write: gerber"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &directory, N_ ("where to, made if missing"),
      N_ ("FOLDER") },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &plain, N_ ("plain RS-274X without the attributes of X2"),
      NULL },
    { NULL },
  };
  GError *error = NULL;
  const char *file;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (GPtrArray) files = NULL;
  CwGerberOptions options;

  if (!cw_cli_parse (_ ("FILE"), _ ("Writes files for a fab."), entries, &argc, &argv, &error)
      || !cw_cli_take_file (argc, argv, &file, &error))
    return cw_cli_fail (error);
  if (directory == NULL)
    return cw_cli_fail (g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                                             _ ("export: -o FOLDER is missing")));
  if (format == NULL)
    return cw_cli_fail (
        g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                             _ ("export: --format FORMAT is missing; there is: gerber")));
  if (strcmp (format, "gerber") != 0)
    return cw_cli_fail (g_error_new (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                                     _ ("export: “%s” is not a format; there is: gerber"), format));
  if ((design = cw_cli_read (file, &error)) == NULL)
    return cw_cli_fail (error);

  options = (CwGerberOptions){ .x2 = !plain };
  if (!cw_gerber_export (design, directory, &options, &files, &error))
    return cw_cli_fail (error);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_build_filename (directory, files->pdata[i], NULL);

      g_print ("%s\n", path);
    }
  return CW_CLI_CLEAN;
}
