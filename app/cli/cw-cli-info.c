/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "app/cli/cw-cli.h"
#include "io/xml/cw-xml.h"
#include "model/base/cw-length.h"

typedef struct
{
  const CwDesign *design;
  gint64 n_die_pads;
  gint64 n_balls;
  double length;
  double longest;
} Counts;

static gboolean
count_pads (CwId id, gconstpointer item, gpointer user_data)
{
  Counts *counts = user_data;

  counts->n_die_pads
      += cw_design_get_die_type (counts->design, ((const CwDie *) item)->type)->pads->n_pads;
  return TRUE;
}

static gboolean
count_ball (CwId id, gconstpointer item, gpointer user_data)
{
  ((Counts *) user_data)->n_balls += ((const CwBondingPad *) item)->ball.diameter > 0;
  return TRUE;
}

static gboolean
measure_trace (CwId id, gconstpointer item, gpointer user_data)
{
  Counts *counts = user_data;
  double length = cw_path_get_length (((const CwTrace *) item)->path, FALSE);

  counts->length += length;
  counts->longest = MAX (counts->longest, length);
  return TRUE;
}

static Counts
count (const CwDesign *design)
{
  Counts counts = { design, 0, 0, 0, 0 };

  cw_design_foreach (design, CW_ITEM_DIE, count_pads, &counts);
  cw_design_foreach (design, CW_ITEM_BONDING_PAD, count_ball, &counts);
  cw_design_foreach (design, CW_ITEM_TRACE, measure_trace, &counts);
  return counts;
}

static const struct
{
  const char *name;
  CwItemKind kind;
} tables[] = {
  { "dies", CW_ITEM_DIE },
  { "die_types", CW_ITEM_DIE_TYPE },
  { "bonding_pads", CW_ITEM_BONDING_PAD },
  { "nets", CW_ITEM_NET },
  { "traces", CW_ITEM_TRACE },
  { "vias", CW_ITEM_VIA },
  { "texts", CW_ITEM_TEXT },
  { "buses", CW_ITEM_BUS },
  { "passives", CW_ITEM_PASSIVE },
  { "cavities", CW_ITEM_CAVITY },
  { "cut_lines", CW_ITEM_CUT_LINE },
  { "zones", CW_ITEM_ZONE },
  { "keep_outs", CW_ITEM_KEEP_OUT },
  { "fiducials", CW_ITEM_FIDUCIAL },
  { "waivers", CW_ITEM_WAIVER },
};

static void
add_levels (JsonBuilder *builder, const CwTechnology *technology)
{
  json_builder_set_member_name (builder, "levels");
  json_builder_begin_array (builder);
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);
      const CwMaterial *material = level->material != CW_MATERIAL_NONE
                                       ? cw_technology_get_material (technology, level->material)
                                       : NULL;

      json_builder_begin_object (builder);
      cw_cli_add_string (builder, "name", level->name);
      cw_cli_add_string (builder, "kind", cw_level_kind_get_name (level->kind));
      cw_cli_add_string (builder, "material", material != NULL ? material->name : "");
      cw_cli_add_integer (builder, "bottom_nm", cw_technology_get_level_bottom (technology, i));
      cw_cli_add_integer (builder, "thickness_nm", level->thickness);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const CwDesign *design, const char *hash)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  Counts counts = count (design);
  CwBox outline = cw_path_get_bounds (cw_design_get_outline (design), TRUE);

  json_builder_begin_object (builder);
  cw_cli_add_string (builder, "name", cw_design_get_name (design));
  cw_cli_add_string (builder, "technology",
                     cw_technology_get_name (cw_design_get_technology (design)));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    cw_cli_add_integer (builder, tables[i].name, cw_design_get_n_items (design, tables[i].kind));
  cw_cli_add_integer (builder, "die_pads", counts.n_die_pads);
  cw_cli_add_integer (builder, "balls", counts.n_balls);
  cw_cli_add_integer (builder, "wiring_length_nm", llround (counts.length));
  cw_cli_add_integer (builder, "longest_nm", llround (counts.longest));
  cw_cli_add_integer (builder, "width_nm", (gint64) outline.max.x - outline.min.x);
  cw_cli_add_integer (builder, "height_nm", (gint64) outline.max.y - outline.min.y);
  add_levels (builder, cw_design_get_technology (design));
  cw_cli_add_string (builder, "hash", hash);
  json_builder_end_object (builder);
  cw_cli_print_json (builder);
}

static void
print_text (const CwDesign *design, const char *hash)
{
  Counts counts = count (design);
  CwTechnology *technology = cw_design_get_technology (design);
  g_autofree char *length = cw_length_format_with_unit (llround (counts.length), CW_UNIT_UM);
  g_autofree char *longest = cw_length_format_with_unit (llround (counts.longest), CW_UNIT_UM);

  g_print (_ ("%s, on %s\n"),
           *cw_design_get_name (design) != '\0' ? cw_design_get_name (design) : _ ("unnamed"),
           cw_technology_get_name (technology));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_print ("%10u %s\n", cw_design_get_n_items (design, tables[i].kind), tables[i].name);
  g_print ("%10" G_GINT64_FORMAT " die_pads\n%10" G_GINT64_FORMAT " balls\n", counts.n_die_pads,
           counts.n_balls);
  g_print (_ ("wiring %s, longest trace %s\n"), length, longest);
  for (guint i = cw_technology_get_n_levels (technology); i-- > 0;)
    {
      const CwLevel *level = cw_technology_get_level (technology, i);
      g_autofree char *thickness = cw_length_format_with_unit (level->thickness, CW_UNIT_UM);

      g_print ("%10s %-12s %s\n", level->name, cw_level_kind_get_name (level->kind), thickness);
    }
  g_print ("sha256 %s\n", hash);
}

/**
 * cw_cli_info:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Counts what a design holds.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_info (int argc, char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print JSON"), NULL },
    { NULL },
  };
  GError *error = NULL;
  const char *file;
  g_autoptr (CwDesign) design = NULL;
  g_autofree char *hash = NULL;

  if (!cw_cli_parse (_ ("FILE"), _ ("Counts what a design holds."), entries, &argc, &argv, &error)
      || !cw_cli_take_file (argc, argv, &file, &error)
      || (design = cw_cli_read (file, &error)) == NULL)
    return cw_cli_fail (error);

  hash = cw_xml_get_hash (design);
  if (json)
    print_json (design, hash);
  else
    print_text (design, hash);
  return CW_CLI_CLEAN;
}
