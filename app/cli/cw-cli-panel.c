/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cli/cw-cli.h"
#include "widgets/render/cw-panel-picture.h"

static void
add_unit (guint column, guint row, CwPoint offset, gpointer user_data)
{
  JsonBuilder *builder = user_data;

  json_builder_begin_object (builder);
  cw_cli_add_integer (builder, "column", column);
  cw_cli_add_integer (builder, "row", row);
  cw_cli_add_integer (builder, "x_nm", offset.x);
  cw_cli_add_integer (builder, "y_nm", offset.y);
  json_builder_end_object (builder);
}

static void
print_json (const CwPanel *panel, CwBox unit)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cw_cli_add_string (builder, "kind", cw_panel_kind_get_name (panel->kind));
  cw_cli_add_string (builder, "scope", cw_unit_scope_get_name (panel->scope));
  cw_cli_add_integer (builder, "units", cw_panel_count (panel, unit));
  json_builder_set_member_name (builder, "places");
  json_builder_begin_array (builder);
  cw_panel_foreach (panel, unit, add_unit, builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cw_cli_print_json (builder);
}

/**
 * cw_cli_panel:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Counts and draws the units on the panel of a design.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_panel (int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *size = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("a file that ends in .png, .svg or .pdf"), N_ ("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_ ("size of the picture"), "WxH" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print the place of each unit as JSON"), NULL },
    { NULL },
  };
  GError *error = NULL;
  const char *file;
  int width = 1200, height = 1200;
  CwPictureFormat format = CW_PICTURE_PNG;
  const CwPanel *panel;
  CwBox unit;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!cw_cli_parse (_ ("FILE"), _ ("Counts and draws the units on the panel."), entries, &argc,
                     &argv, &error)
      || !cw_cli_take_file (argc, argv, &file, &error)
      || (size != NULL && !cw_cli_parse_size (size, &width, &height, &error))
      || (output != NULL && !cw_picture_format_parse (output, &format, &error))
      || (design = cw_cli_read (file, &error)) == NULL)
    return cw_cli_fail (error);

  panel = cw_technology_get_panel (cw_design_get_technology (design));
  unit = cw_path_get_bounds (cw_design_get_outline (design), TRUE);
  if (json)
    print_json (panel, unit);
  else if (panel->kind == CW_PANEL_NONE)
    g_print (_ ("%s: not arrayed\n"), file);
  else
    g_print (_ ("%s: %u units on a %s\n"), file, cw_panel_count (panel, unit),
             cw_panel_kind_get_name (panel->kind));

  if (output == NULL)
    return CW_CLI_CLEAN;
  bytes = cw_panel_picture_to_bytes (design, format, width, height, cw_theme_get (CW_THEME_LIGHT),
                                     &error);
  if (bytes == NULL || !cw_cli_write (output, bytes, &error))
    return cw_cli_fail (error);
  return CW_CLI_CLEAN;
}
