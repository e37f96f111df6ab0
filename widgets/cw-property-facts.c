/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "model/physics/cw-passive-value.h"
#include "model/physics/cw-resistance.h"
#include "widgets/cw-property-fields-private.h"

#define SAGITTA 100 /* of arcs, for areas [nm] */

static void
add_fixed (GArray *properties, const char *label, char *text)
{
  CwProperty property = { "", label, CW_PROPERTY_FIXED, text, FALSE };

  g_array_append_val (properties, property);
}

static char *
dup_size (CwCoord width, CwCoord height, CwUnit unit)
{
  g_autofree char *x = cw_length_format (width, unit);
  g_autofree char *y = cw_length_format_with_unit (height, unit);

  return g_strdup_printf ("%s × %s", x, y);
}

static char *
dup_area (const CwOutline *outline)
{
  g_autoptr (CwPolygon) polygon = cw_outline_to_polygon (outline, SAGITTA);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (polygon == NULL)
    return g_strdup ("–");
  g_ascii_formatd (number, sizeof number, "%.6g",
                   ABS (cw_polygon_get_area_doubled (polygon)) / 2.0 / 1e12);

  return g_strdup_printf ("%s mm²", number);
}

static gint64
get_length (const CwPath *path)
{
  return (gint64) rint (cw_path_get_length (path, FALSE));
}

static char *
dup_resistance (const CwDesign *design, const CwTrace *trace)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  const CwLevel *level = cw_technology_get_level (technology, trace->level);
  const CwMaterial *material = level->material < cw_technology_get_n_materials (technology)
                                   ? cw_technology_get_material (technology, level->material)
                                   : NULL;
  CwPassiveValue value = { "R", "Ω", { 0 } };
  g_autofree char *text = NULL;

  if (material == NULL || material->resistivity <= 0)
    return NULL;
  value.estimate = cw_resistance_bar (material->resistivity * 1e-11,
                                      cw_path_get_length (trace->path, FALSE) / 1e9,
                                      trace->width / 1e9, level->thickness / 1e9);
  if (value.estimate.value <= 0)
    return NULL;
  text = cw_passive_value_format (&value);

  return g_strdup (strchr (text, '=') != NULL ? g_strstrip (strchr (text, '=') + 1) : text);
}

static void
add_trace (GArray *properties, const CwDesign *design, const CwTrace *trace, CwUnit unit)
{
  char *resistance = dup_resistance (design, trace);

  add_fixed (properties, _ ("Length"), cw_length_format_with_unit (get_length (trace->path), unit));
  if (resistance != NULL)
    add_fixed (properties, _ ("Resistance"), resistance);
}

/* what can be read of a single thing but not set */
void
cw_property_facts_add (GArray *properties, const CwDesign *design, CwPick pick, CwUnit unit)
{
  const CwDie *die = cw_design_get_die (design, pick.item);
  const CwDieType *type = die != NULL ? cw_design_get_die_type (design, die->type) : NULL;
  const CwTrace *trace = cw_design_get_trace (design, pick.item);
  const CwVia *via = cw_design_get_via (design, pick.item);
  const CwBus *bus = cw_design_get_bus (design, pick.item);
  const CwCutLine *line = cw_design_get_cut_line (design, pick.item);

  if (type != NULL && pick.part > 0)
    {
      CwShape shape;
      CwBox box;

      cw_design_get_shape (design, pick.item, pick.part, &shape);
      box = cw_shape_get_bounds (&shape);
      cw_shape_clear (&shape);
      add_fixed (properties, _ ("x"), cw_length_format_with_unit (cw_box_get_centre (box).x, unit));
      add_fixed (properties, _ ("y"), cw_length_format_with_unit (cw_box_get_centre (box).y, unit));
      add_fixed (properties, _ ("Size"),
                 dup_size (box.max.x - box.min.x, box.max.y - box.min.y, unit));
    }
  else if (type != NULL)
    {
      add_fixed (properties, _ ("Size"),
                 dup_size (type->body.max.x - type->body.min.x, type->body.max.y - type->body.min.y,
                           unit));
      add_fixed (properties, _ ("Thickness"), cw_length_format_with_unit (type->thickness, unit));
      add_fixed (properties, _ ("Pads"), g_strdup_printf ("%u", type->pads->n_pads));
    }
  if (trace != NULL)
    add_trace (properties, design, trace, unit);
  if (cw_design_get_zone (design, pick.item) != NULL)
    add_fixed (properties, _ ("Area"), dup_area (cw_design_get_zone (design, pick.item)->outline));
  if (bus != NULL || cw_design_get_passive (design, pick.item) != NULL
      || cw_design_get_cavity (design, pick.item) != NULL
      || cw_design_get_zone (design, pick.item) != NULL
      || cw_design_get_keep_out (design, pick.item) != NULL)
    {
      CwBox box = cw_design_get_item_bounds (design, pick.item);

      add_fixed (properties, _ ("Size"),
                 dup_size (box.max.x - box.min.x, box.max.y - box.min.y, unit));
    }
  if (line != NULL)
    add_fixed (
        properties, _ ("Length"),
        cw_length_format_with_unit ((gint64) rint (cw_path_get_length (line->path, FALSE)), unit));
  if (via != NULL)
    {
      const CwTechnology *technology = cw_design_get_technology (design);

      add_fixed (properties, _ ("Levels"),
                 g_strdup_printf ("%s – %s", cw_technology_get_level (technology, via->from)->name,
                                  cw_technology_get_level (technology, via->to)->name));
    }
}

/* what several things have together */
void
cw_property_facts_add_sums (GArray *properties, const CwDesign *design, const CwPick *picks,
                            gsize n_picks, CwUnit unit)
{
  gint64 length = 0;
  guint n_traces = 0;

  for (gsize i = 0; i < n_picks; i++)
    {
      const CwTrace *trace = cw_design_get_trace (design, picks[i].item);

      if (trace == NULL)
        continue;
      length += get_length (trace->path);
      n_traces++;
    }
  if (n_traces > 1)
    add_fixed (properties, _ ("Length together"), cw_length_format_with_unit (length, unit));
}

/* what there is of a design as a whole */
void
cw_property_facts_add_design (GArray *properties, const CwDesign *design, CwUnit unit)
{
  static const struct
  {
    CwItemKind kind;
    const char *label;
  } counts[] = {
    { CW_ITEM_DIE, N_ ("Dies") },           { CW_ITEM_BONDING_PAD, N_ ("Balls") },
    { CW_ITEM_NET, N_ ("Nets") },           { CW_ITEM_TRACE, N_ ("Traces") },
    { CW_ITEM_VIA, N_ ("Vias") },           { CW_ITEM_TEXT, N_ ("Texts") },
    { CW_ITEM_BUS, N_ ("Buses") },          { CW_ITEM_PASSIVE, N_ ("Passive devices") },
    { CW_ITEM_CAVITY, N_ ("Cavities") },    { CW_ITEM_CUT_LINE, N_ ("Cut lines") },
    { CW_ITEM_ZONE, N_ ("Planes") },        { CW_ITEM_KEEP_OUT, N_ ("Keep-outs") },
    { CW_ITEM_FIDUCIAL, N_ ("Fiducials") },
  };
  const char *name = cw_design_get_name (design);
  CwBox box = cw_path_get_bounds (cw_design_get_outline (design), TRUE);
  CwProperty property
      = { "design-name", _ ("Name"), CW_PROPERTY_TEXT, g_strdup (name != NULL ? name : ""), FALSE };

  g_array_append_val (properties, property);
  if (!cw_box_is_empty (box))
    add_fixed (properties, _ ("Size"),
               dup_size (box.max.x - box.min.x, box.max.y - box.min.y, unit));
  add_fixed (properties, _ ("Technology"),
             g_strdup (cw_technology_get_name (cw_design_get_technology (design))));
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    add_fixed (properties, _ (counts[i].label),
               g_strdup_printf ("%u", cw_design_get_n_items (design, counts[i].kind)));
}
