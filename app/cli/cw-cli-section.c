/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/cli/cw-cli-line.h"
#include "app/cli/cw-cli.h"
#include "model/process/cw-section-set.h"
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

/* a step by its label, such as A4, or by its number from 1 */
static gboolean
find_step (const CwDesign *design, const char *text, guint *step, GError **error)
{
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (cw_design_get_technology (design));
  guint64 number;

  for (guint i = 0; i < flow->n_steps; i++)
    {
      g_autofree char *label = cw_flow_dup_step_label (flow, i);

      *step = i;
      if (g_ascii_strcasecmp (label, text) == 0)
        return TRUE;
    }
  if (g_ascii_string_to_unsigned (text, 10, 1, MAX (1, flow->n_steps), &number, NULL)
      && number <= flow->n_steps)
    {
      *step = (guint) number - 1;
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("the flow has no step “%s”; its %u steps go by label or number"), text,
               flow->n_steps);
  return FALSE;
}

typedef struct
{
  char *line;
  char *output;
  char *size;
  char *step;
  char *folder;
  double factor;
  gboolean black_white;
  int width;
  int height;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->line);
  g_free (self->output);
  g_free (self->size);
  g_free (self->step);
  g_free (self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
write_section (const Options *self, const CwDesign *design, CwSection *section, const char *output,
               const char *title, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  CwSectionStyle style = CW_SECTION_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  CwPictureFormat format;

  style.black_white = self->black_white;
  if (g_str_has_suffix (output, ".json"))
    bytes = to_json (design, section);
  else if (cw_picture_format_parse (output, &format, error))
    bytes = cw_picture_styled_section_to_bytes (section, design, format, self->width, self->height,
                                                &style, self->factor, title, NULL, error);

  return bytes != NULL && cw_cli_write (output, bytes, error);
}

/* one picture a step, numbered so that a folder lists them in order */
static gboolean
write_steps (const Options *self, const CwDesign *design, CwSectionSet *set, GError **error)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);

  if (g_mkdir_with_parents (self->folder, 0777) != 0)
    {
      g_set_error (error, G_FILE_ERROR, (gint) g_file_error_from_errno (errno), "%s: %s",
                   self->folder, g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; i < flow->n_steps; i++)
    {
      g_autofree char *label = cw_flow_dup_step_label (flow, i);
      g_autofree char *step = cw_flow_dup_step_name (flow, technology, i);
      g_autofree char *title = g_strdup_printf ("%s %s", label, step);
      g_autofree char *name = g_strdup_printf ("%03u-%s.svg", i + 1, label);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      if (!write_section (self, design, cw_section_set_get (set, i), path, title, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_options (Options *self, GError **error)
{
  CwPictureFormat format;

  if (self->size != NULL && !cw_cli_parse_size (self->size, &self->width, &self->height, error))
    return FALSE;
  if (self->output == NULL && self->folder == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _ ("section: -o FILE is missing"));
      return FALSE;
    }
  if (self->folder != NULL && (self->output != NULL || self->step != NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _ ("section: --all-steps goes without -o and --step"));
      return FALSE;
    }
  if (!(self->factor >= 0 && self->factor <= 1000)) /* nor is it NaN */
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _ ("section: --stretch is a number from 0 to 1000"));
      return FALSE;
    }

  return self->output == NULL || g_str_has_suffix (self->output, ".json")
         || cw_picture_format_parse (self->output, &format, error);
}

/**
 * cw_cli_section:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Cuts a design along a line, as it is after the last step of its flow, after another, or after
 * each of them.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_section (int argc, char **argv)
{
  g_auto (Options) options = { .width = 1600, .height = 700 };
  const GOptionEntry entries[] = {
    { "line", 0, 0, G_OPTION_ARG_STRING, &options.line,
      N_ ("name of a cut line, or its points in micrometres; the first one unless given"),
      N_ ("LINE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("a file that ends in .svg, .png, .pdf or .json"), N_ ("FILE") },
    { "step", 0, 0, G_OPTION_ARG_STRING, &options.step,
      N_ ("after which step of the flow, by label (A4) or number; the last unless given"), "STEP" },
    { "all-steps", 0, 0, G_OPTION_ARG_FILENAME, &options.folder,
      N_ ("write a picture of each step into a folder"), N_ ("FOLDER") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size, N_ ("size of the picture"), "WxH" },
    { "stretch", 0, 0, G_OPTION_ARG_DOUBLE, &options.factor,
      N_ ("how many times z is drawn higher than the line is long; 0: what fits"), "N" },
    { "black-and-white", 0, 0, G_OPTION_ARG_NONE, &options.black_white,
      N_ ("hatched in black on white"), NULL },
    { NULL },
  };
  GError *error = NULL;
  const char *file;
  guint step = G_MAXUINT;
  g_autoptr (CwDesign) design = NULL;
  g_autofree char *line_name = NULL;
  g_autoptr (GArray) points = NULL;
  g_autoptr (CwSectionSet) set = NULL;

  if (!cw_cli_parse (_ ("FILE"), _ ("Cuts a design along a line."), entries, &argc, &argv, &error)
      || !cw_cli_take_file (argc, argv, &file, &error) || !check_options (&options, &error)
      || (design = cw_cli_read (file, &error)) == NULL
      || (points = cw_cli_get_line (design, options.line, &line_name, &error)) == NULL
      || (options.step != NULL && !find_step (design, options.step, &step, &error)))
    return cw_cli_fail (error);

  set = cw_section_set_new (design, (const CwPoint *) (gpointer) points->data, points->len);
  if (options.folder != NULL ? !write_steps (&options, design, set, &error)
                             : !write_section (&options, design, cw_section_set_get (set, step),
                                               options.output, cw_design_get_name (design), &error))
    return cw_cli_fail (error);
  return CW_CLI_CLEAN;
}
