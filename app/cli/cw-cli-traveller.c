/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cli/cw-cli-line.h"
#include "app/cli/cw-cli.h"
#include "io/xml/cw-xml.h"
#include "widgets/render/cw-traveller.h"

/**
 * cw_cli_traveller:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Writes the flow traveller of a design.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_traveller (int argc, char **argv)
{
  g_autofree char *line = NULL;
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "line", 0, 0, G_OPTION_ARG_STRING, &line,
      N_ ("name of a cut line, or its points in micrometres; the first one unless given"),
      N_ ("LINE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("a file that ends in .pdf, .svg or .html"), N_ ("FILE") },
    { NULL },
  };
  GError *error = NULL;
  const char *file;
  CwTravellerFormat format;
  CwTraveller traveller = { 0 };
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) rules = NULL;
  g_autofree char *line_name = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!cw_cli_parse (_ ("FILE"), _ ("Writes the flow traveller: each step with its picture."),
                     entries, &argc, &argv, &error)
      || !cw_cli_take_file (argc, argv, &file, &error))
    return cw_cli_fail (error);
  if (output == NULL)
    return cw_cli_fail (g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                                             _ ("traveller: -o FILE is missing")));
  if (!cw_traveller_format_parse (output, &format, &error)
      || (design = cw_cli_read (file, &error)) == NULL
      || (points = cw_cli_get_line (design, line, &line_name, &error)) == NULL
      || (rules = cw_traveller_check_rules (design, &error)) == NULL)
    return cw_cli_fail (error);

  hash = cw_xml_get_hash (design);
  traveller = (CwTraveller){ .design = design,
                             .line = (const CwPoint *) (gpointer) points->data,
                             .n_points = points->len,
                             .line_name = line_name,
                             .hash = hash,
                             .rules = (const CwTravellerRule *) (gpointer) rules->data,
                             .n_rules = rules->len };
  bytes = cw_traveller_to_bytes (&traveller, format, &error);
  if (bytes == NULL || !cw_cli_write (output, bytes, &error))
    return cw_cli_fail (error);
  return CW_CLI_CLEAN;
}
