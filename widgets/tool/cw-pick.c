/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-hit.h"

static const CwPad *
get_die_pad (const CwDesign *design, CwPick pick)
{
  const CwDie *die = cw_design_get_die (design, pick.item);
  const CwDieType *type = die != NULL ? cw_design_get_die_type (design, die->type) : NULL;

  if (type == NULL || pick.part == 0 || pick.part > type->pads->n_pads)
    return NULL;
  return &type->pads->pads[pick.part - 1];
}

/**
 * cw_pick_get_kind_label:
 * @pick: an item or a die pad of it
 *
 * Returns: (transfer none): what it is, such as `Trace`, translated
 */
const char *
cw_pick_get_kind_label (CwPick pick)
{
  switch (cw_id_get_kind (pick.item))
    {
    case CW_ITEM_DIE:
      return pick.part != 0 ? _ ("Die pad") : _ ("Die");

    case CW_ITEM_BONDING_PAD:
      return _ ("Bonding pad");

    case CW_ITEM_VIA:
      return _ ("Via");

    case CW_ITEM_TRACE:
      return _ ("Trace");

    case CW_ITEM_TEXT:
      return _ ("Text");

    case CW_ITEM_BUS:
      return _ ("Bus");

    case CW_ITEM_PASSIVE:
      return _ ("Passive device");

    case CW_ITEM_CAVITY:
      return _ ("Cavity");

    case CW_ITEM_CUT_LINE:
      return _ ("Cut line");

    case CW_ITEM_ZONE:
      return _ ("Plane");

    case CW_ITEM_KEEP_OUT:
      return _ ("Keep-out");

    case CW_ITEM_FIDUCIAL:
      return _ ("Fiducial");

    case CW_ITEM_NET:
      return _ ("Net");

    case CW_ITEM_WAIVER:
      return _ ("Waiver");

    case CW_ITEM_DIE_TYPE:
      return _ ("Die type");

    case CW_ITEM_NONE:
    case CW_N_ITEM_KINDS:
    default:
      return _ ("Nothing");
    }
}

/**
 * cw_pick_dup_name:
 * @design: a design
 * @pick: an item or a die pad of it
 *
 * Names something for people: `U1.7` for a die pad, its own name for what has one, else
 * its kind.
 *
 * Returns: (transfer full): the name
 */
char *
cw_pick_dup_name (const CwDesign *design, CwPick pick)
{
  const CwPad *pad = get_die_pad (design, pick);
  const char *name = cw_design_get_item_name (design, pick.item);

  if (pad != NULL)
    return g_strdup_printf ("%s.%s", name != NULL ? name : "", pad->name != NULL ? pad->name : "");
  if (name != NULL && *name != '\0')
    return g_strdup (name);
  return g_utf8_strdown (cw_pick_get_kind_label (pick), -1);
}

static CwId
get_net (const CwDesign *design, CwPick pick)
{
  const CwDie *die = cw_design_get_die (design, pick.item);

  if (die == NULL)
    return cw_design_get_item_net (design, pick.item);
  if (pick.part == 0 || die->nets == NULL || pick.part > die->nets->n_nets)
    return CW_ID_NONE;
  return die->nets->nets[pick.part - 1];
}

static char *
dup_level_name (const CwDesign *design, guint level)
{
  const CwTechnology *technology = cw_design_get_technology (design);

  if (level >= cw_technology_get_n_levels (technology))
    return NULL;
  return g_strdup (cw_technology_get_level (technology, level)->name);
}

static char *
dup_levels (const CwDesign *design, CwPick pick)
{
  const CwVia *via;

  switch (cw_id_get_kind (pick.item))
    {
    case CW_ITEM_TRACE:
      return dup_level_name (design, cw_design_get_trace (design, pick.item)->level);

    case CW_ITEM_BONDING_PAD:
      return dup_level_name (design, cw_design_get_bonding_pad (design, pick.item)->level);

    case CW_ITEM_TEXT:
      return dup_level_name (design, cw_design_get_text (design, pick.item)->level);

    case CW_ITEM_BUS:
      return dup_level_name (design, cw_design_get_bus (design, pick.item)->level);

    case CW_ITEM_PASSIVE:
      return dup_level_name (design, cw_design_get_passive (design, pick.item)->level);

    case CW_ITEM_CAVITY:
      return dup_level_name (design, cw_design_get_cavity (design, pick.item)->level);

    case CW_ITEM_ZONE:
      return dup_level_name (design, cw_design_get_zone (design, pick.item)->level);

    case CW_ITEM_KEEP_OUT:
      return dup_level_name (design, cw_design_get_keep_out (design, pick.item)->level);

    case CW_ITEM_FIDUCIAL:
      return dup_level_name (design, cw_design_get_fiducial (design, pick.item)->level);

    case CW_ITEM_VIA:
      {
        g_autofree char *from = NULL;
        g_autofree char *to = NULL;

        via = cw_design_get_via (design, pick.item);
        from = dup_level_name (design, via->from);
        to = dup_level_name (design, via->to);
        return g_strdup_printf ("%s – %s", from, to);
      }

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_DIE:
    case CW_ITEM_CUT_LINE:
    case CW_N_ITEM_KINDS:
    default:
      return NULL;
    }
}

static char *
dup_extent (CwCoord width, CwCoord height, CwUnit unit)
{
  g_autofree char *first = cw_length_format (width, unit);
  g_autofree char *second = cw_length_format_with_unit (height, unit);

  return g_strdup_printf ("%s × %s", first, second);
}

static char *
dup_size (const CwDesign *design, CwPick pick, CwUnit unit)
{
  const CwPad *pad = get_die_pad (design, pick);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  CwBox box;

  if (pad != NULL)
    return dup_extent (pad->form.width, pad->form.height, unit);
  switch (cw_id_get_kind (pick.item))
    {
    case CW_ITEM_TRACE:
      {
        const CwTrace *trace = cw_design_get_trace (design, pick.item);

        first = cw_length_format_with_unit (trace->width, unit);
        second
            = cw_length_format_with_unit ((gint64) cw_path_get_length (trace->path, FALSE), unit);
        return g_strdup_printf (_ ("%s wide, %s long"), first, second);
      }

    case CW_ITEM_VIA:
      first = cw_length_format_with_unit (cw_design_get_via (design, pick.item)->hole, unit);
      second = cw_length_format_with_unit (cw_design_get_via (design, pick.item)->land, unit);
      return g_strdup_printf (_ ("hole %s, land %s"), first, second);

    case CW_ITEM_BONDING_PAD:
      {
        const CwPadForm *land = &cw_design_get_bonding_pad (design, pick.item)->land;

        return dup_extent (land->width, land->height, unit);
      }

    case CW_ITEM_BUS:
      first = cw_length_format_with_unit (cw_design_get_bus (design, pick.item)->width, unit);
      return g_strdup_printf (_ ("%s wide"), first);

    case CW_ITEM_CUT_LINE:
      return cw_length_format_with_unit (
          (gint64) cw_path_get_length (cw_design_get_cut_line (design, pick.item)->path, FALSE),
          unit);

    case CW_ITEM_DIE:
    case CW_ITEM_PASSIVE:
    case CW_ITEM_CAVITY:
    case CW_ITEM_ZONE:
    case CW_ITEM_KEEP_OUT:
      box = cw_design_get_item_bounds (design, pick.item);
      return dup_extent (box.max.x - box.min.x, box.max.y - box.min.y, unit);

    case CW_ITEM_TEXT:
      return cw_length_format_with_unit (cw_design_get_text (design, pick.item)->height, unit);

    case CW_ITEM_FIDUCIAL:
      return cw_length_format_with_unit (cw_design_get_fiducial (design, pick.item)->size, unit);

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_N_ITEM_KINDS:
    default:
      return NULL;
    }
}

static void
append (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

/**
 * cw_pick_dup_description:
 * @design: a design
 * @pick: an item or a die pad of it
 * @unit: unit of the sizes
 *
 * Describes something in a line: kind and name, net, level, size.
 *
 * Returns: (transfer full): the text, empty when the design does not have it
 */
char *
cw_pick_dup_description (const CwDesign *design, CwPick pick, CwUnit unit)
{
  GString *text = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *levels = NULL;
  g_autofree char *size = NULL;
  CwId net;

  if (cw_design_get_item (design, pick.item) == NULL)
    return g_string_free (text, FALSE);

  g_string_append (text, cw_pick_get_kind_label (pick));
  name = cw_design_get_item_name (design, pick.item) != NULL ? cw_pick_dup_name (design, pick)
                                                             : NULL;
  if (name != NULL && *cw_design_get_item_name (design, pick.item) != '\0')
    g_string_append_printf (text, " %s", name);
  net = get_net (design, pick);
  if (net != CW_ID_NONE)
    append (text, cw_design_get_net_name (design, net));
  levels = dup_levels (design, pick);
  append (text, levels);
  size = dup_size (design, pick, unit);
  append (text, size);

  return g_string_free (text, FALSE);
}
