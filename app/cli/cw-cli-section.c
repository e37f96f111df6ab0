/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "app/cli/cw-cli.h"
#include "model/process/cw-section.h"
#include "widgets/render/cw-picture.h"

static void
add_piece (JsonBuilder *builder, const CwDesign *design, const CwSectionPiece *piece)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autofree char *item = NULL;

  if (piece->item != CW_ID_NONE)
    item = g_strdup_printf ("%s %u", cw_item_class_get (cw_id_get_kind (piece->item))->name,
                            cw_id_get_number (piece->item));

  json_builder_begin_object (builder);
  cw_cli_add_string (builder, "material",
                     piece->material != CW_MATERIAL_NONE
                         ? cw_technology_get_material (technology, piece->material)->name
                         : "");
  cw_cli_add_string (builder, "level",
                     piece->level != CW_LEVEL_NONE
                         ? cw_technology_get_level (technology, piece->level)->name
                         : "");
  cw_cli_add_string (builder, "item", item != NULL ? item : "");
  cw_cli_add_string (builder, "net", cw_design_get_net_name (design, piece->net));
  json_builder_set_member_name (builder, "polygon");
  json_builder_begin_array (builder);
  for (guint32 ring = 0; ring < piece->polygon->n_rings; ring++)
    {
      json_builder_begin_array (builder);
      for (guint32 i = cw_polygon_get_ring_start (piece->polygon, ring);
           i < piece->polygon->ends[ring]; i++)
        {
          json_builder_begin_array (builder);
          json_builder_add_int_value (builder, piece->polygon->points[i].x);
          json_builder_add_int_value (builder, piece->polygon->points[i].y);
          json_builder_end_array (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* polygons are lists of rings of [s, z] in nanometres, the outer ring first */
static GBytes *
to_json (const CwDesign *design, const CwSection *section)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "length_nm");
  json_builder_add_int_value (builder, cw_section_get_length (section));
  json_builder_set_member_name (builder, "pieces");
  json_builder_begin_array (builder);
  for (gsize i = 0; i < cw_section_get_n_pieces (section); i++)
    add_piece (builder, design, cw_section_get_piece (section, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

static GArray *
parse_line (const char *text, GError **error)
{
  g_autoptr (GArray) points = cw_cli_parse_points (text, 2, 1000, error);

  for (guint i = 1; points != NULL && i < points->len; i++)
    if (!cw_point_equal (g_array_index (points, CwPoint, 0), g_array_index (points, CwPoint, i)))
      return g_steal_pointer (&points);

  if (points != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is a line without length"), text);
  return NULL;
}

static GArray *
dup_points (const CwPath *path)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  for (guint32 i = 0; i < path->n_vertices; i++)
    g_array_append_val (points, path->vertices[i].at);

  return points;
}

static GArray *
get_line (const CwDesign *design, const char *text, GError **error)
{
  CwBox box = cw_path_get_bounds (cw_design_get_outline (design), TRUE);
  CwPoint centre = cw_box_get_centre (box);
  CwPoint ends[] = { { box.min.x, centre.y }, { box.max.x, centre.y } };
  CwId stored = text != NULL ? cw_design_find (design, CW_ITEM_CUT_LINE, text) : CW_ID_NONE;
  GArray *points;

  if (stored != CW_ID_NONE)
    return dup_points (cw_design_get_cut_line (design, stored)->path);
  if (text != NULL)
    return parse_line (text, error);

  points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_array_append_vals (points, ends, 2);
  return points;
}

/**
 * cw_cli_section:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Cuts a design along a line.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_section (int argc, char **argv)
{
  g_autofree char *line = NULL;
  g_autofree char *output = NULL;
  g_autofree char *size = NULL;
  double factor = 0;
  CwSectionStyle style = CW_SECTION_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  const GOptionEntry entries[] = {
    { "line", 0, 0, G_OPTION_ARG_STRING, &line,
      N_ ("name of a cut line, or points in micrometres; across the middle unless given"),
      N_ ("NAME|\"X1,Y1 X2,Y2\"") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("a file that ends in .svg, .png, .pdf or .json"), N_ ("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, N_ ("size of the picture"), "WxH" },
    { "stretch", 0, 0, G_OPTION_ARG_DOUBLE, &factor,
      N_ ("how many times z is drawn higher than the line is long; 0: what fits"), "N" },
    { "black-and-white", 0, 0, G_OPTION_ARG_NONE, &style.black_white,
      N_ ("hatched in black on white"), NULL },
    { NULL },
  };
  GError *error = NULL;
  const char *file;
  int width = 1600, height = 700;
  CwPictureFormat format;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (GArray) points = NULL;
  g_autoptr (CwSection) section = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!cw_cli_parse (_ ("FILE"), _ ("Cuts a design along a line."), entries, &argc, &argv, &error)
      || !cw_cli_take_file (argc, argv, &file, &error)
      || (size != NULL && !cw_cli_parse_size (size, &width, &height, &error)))
    return cw_cli_fail (error);
  if (output == NULL)
    return cw_cli_fail (g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                                             _ ("section: -o FILE is missing")));
  if (!(factor >= 0 && factor <= 1000)) /* nor is it NaN */
    return cw_cli_fail (g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                                             _ ("section: --stretch is a number from 0 to 1000")));
  if (!g_str_has_suffix (output, ".json") && !cw_picture_format_parse (output, &format, &error))
    return cw_cli_fail (error);
  if ((design = cw_cli_read (file, &error)) == NULL
      || (points = get_line (design, line, &error)) == NULL)
    return cw_cli_fail (error);

  section = cw_section_new (design, (const CwPoint *) (gpointer) points->data, points->len);
  if (g_str_has_suffix (output, ".json"))
    bytes = to_json (design, section);
  else
    bytes = cw_picture_styled_section_to_bytes (section, design, format, width, height, &style,
                                                factor, cw_design_get_name (design), NULL, &error);
  if (bytes == NULL || !cw_cli_write (output, bytes, &error))
    return cw_cli_fail (error);
  return CW_CLI_CLEAN;
}
