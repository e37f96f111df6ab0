/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "widgets/tool/cw-query-private.h"

/* other words for the types; those of files count too */
static const struct
{
  const char *name;
  guint kinds;
} types[] = {
  { "die-pad", CW_FILTER_DIE_PADS },  { "pad", CW_FILTER_DIE_PADS | CW_FILTER_BONDING_PADS },
  { "ball", CW_FILTER_BONDING_PADS }, { "device", CW_FILTER_PASSIVES },
  { "cut", CW_FILTER_CUT_LINES },
};

static const CwPad *
get_pad (const CwDesign *design, CwPick pick)
{
  const CwDie *die = cw_design_get_die (design, pick.item);
  const CwDieType *type
      = die != NULL && pick.part > 0 ? cw_design_get_die_type (design, die->type) : NULL;

  return type != NULL && pick.part <= type->pads->n_pads ? &type->pads->pads[pick.part - 1] : NULL;
}

/* the type that a word names, in bits of CwFilter, 0 for none */
guint
cw_query_find_type (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (types[i].name, name) == 0)
      return types[i].kinds;
  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    if (cw_item_class_get (kind)->count_shapes != NULL
        && g_ascii_strcasecmp (cw_item_class_get (kind)->name, name) == 0)
      return 1u << kind;
  if (g_ascii_strcasecmp (name, "cut-line") == 0)
    return CW_FILTER_CUT_LINES;

  return 0;
}

static CwBox
get_bounds (const CwDesign *design, CwPick pick)
{
  CwShape shape;
  CwBox box;

  if (pick.part == 0)
    {
      const CwCutLine *line = cw_design_get_cut_line (design, pick.item);

      return line != NULL ? cw_path_get_bounds (line->path, FALSE)
                          : cw_design_get_item_bounds (design, pick.item);
    }
  cw_design_get_shape (design, pick.item, pick.part, &shape);
  box = cw_shape_get_bounds (&shape);
  cw_shape_clear (&shape);

  return box;
}

static gboolean
give (gint64 *number, gint64 value)
{
  *number = value;

  return TRUE;
}

static gboolean
get_bound (const CwDesign *design, CwPick pick, CwQueryProperty property, gint64 *number)
{
  CwBox box = get_bounds (design, pick);

  if (cw_box_is_empty (box))
    return FALSE;
  if (property == CW_QUERY_X)
    return give (number, cw_box_get_centre (box).x);
  if (property == CW_QUERY_Y)
    return give (number, cw_box_get_centre (box).y);

  return give (number, MAX ((gint64) box.max.x - box.min.x, (gint64) box.max.y - box.min.y));
}

/* what is round about its place needs no shapes */
static gboolean
get_round_bound (CwPoint at, CwCoord size, CwQueryProperty property, gint64 *number)
{
  return give (number, property == CW_QUERY_X ? at.x : property == CW_QUERY_Y ? at.y : size);
}

static gboolean
get_passive_number (const CwPassive *passive, CwQueryProperty property, gint64 *number)
{
  CwPassiveParameter parameter = property == CW_QUERY_WIDTH    ? CW_PARAMETER_WIDTH
                                 : property == CW_QUERY_LENGTH ? CW_PARAMETER_LENGTH
                                 : property == CW_QUERY_HEIGHT ? CW_PARAMETER_HEIGHT
                                                               : CW_N_PASSIVE_PARAMETERS;

  return parameter < CW_N_PASSIVE_PARAMETERS && cw_passive_form_uses (passive->form, parameter)
         && give (number, passive->values[parameter]);
}

static gboolean
get_via_number (const CwVia *via, CwQueryProperty property, gint64 *number)
{
  if (property == CW_QUERY_DIAMETER || property == CW_QUERY_HOLE)
    return give (number, via->hole);

  return property == CW_QUERY_LAND && give (number, via->land);
}

static gboolean
get_pad_number (const CwBondingPad *pad, CwQueryProperty property, gint64 *number)
{
  if (property == CW_QUERY_BALL)
    return pad->ball.diameter > 0 && give (number, pad->ball.diameter);
  if (property == CW_QUERY_HEIGHT)
    return give (number, pad->land.height);

  return (property == CW_QUERY_DIAMETER || property == CW_QUERY_LAND || property == CW_QUERY_WIDTH)
         && give (number, pad->land.width);
}

static gboolean
get_die_number (const CwDesign *design, CwPick pick, CwQueryProperty property, gint64 *number)
{
  const CwPad *pad = get_pad (design, pick);
  const CwDie *die = cw_design_get_die (design, pick.item);
  const CwDieType *type = cw_design_get_die_type (design, die->type);

  if (pad != NULL)
    {
      if (property == CW_QUERY_HEIGHT)
        return give (number, pad->form.height);

      return (property == CW_QUERY_DIAMETER || property == CW_QUERY_WIDTH)
             && give (number, pad->form.width);
    }
  if (property == CW_QUERY_PADS)
    return give (number, type->pads->n_pads);

  return property == CW_QUERY_HEIGHT && give (number, type->thickness);
}

static gboolean
get_other_number (const CwDesign *design, CwId item, CwQueryProperty property, gint64 *number)
{
  const CwTrace *trace = cw_design_get_trace (design, item);
  const CwText *text = cw_design_get_text (design, item);
  const CwBus *bus = cw_design_get_bus (design, item);
  const CwCutLine *line = cw_design_get_cut_line (design, item);

  if (property == CW_QUERY_WIDTH && trace != NULL)
    return give (number, trace->width);
  if (property == CW_QUERY_LENGTH && trace != NULL)
    return give (number, (gint64) rint (cw_path_get_length (trace->path, FALSE)));
  if (property == CW_QUERY_WIDTH && text != NULL)
    return give (number, text->width);
  if (property == CW_QUERY_HEIGHT && text != NULL)
    return give (number, text->height);
  if (property == CW_QUERY_WIDTH && bus != NULL)
    return give (number, bus->width);
  if (property == CW_QUERY_LENGTH && line != NULL)
    return give (number, (gint64) rint (cw_path_get_length (line->path, FALSE)));

  return FALSE;
}

/* a length in nm or a count, FALSE for what the thing does not have */
gboolean
cw_query_get_number (const CwDesign *design, CwPick pick, CwQueryProperty property, gint64 *number)
{
  const CwVia *via = cw_design_get_via (design, pick.item);
  const CwBondingPad *pad = cw_design_get_bonding_pad (design, pick.item);
  const CwPassive *passive = cw_design_get_passive (design, pick.item);

  if (property == CW_QUERY_X || property == CW_QUERY_Y || property == CW_QUERY_SIZE)
    return via != NULL ? get_round_bound (via->at, MAX (via->land, via->hole), property, number)
                       : get_bound (design, pick, property, number);
  if (via != NULL)
    return get_via_number (via, property, number);
  if (pad != NULL)
    return get_pad_number (pad, property, number);
  if (passive != NULL)
    return get_passive_number (passive, property, number);
  if (cw_id_get_kind (pick.item) == CW_ITEM_DIE)
    return get_die_number (design, pick, property, number);

  return get_other_number (design, pick.item, property, number);
}

/* of other texts than type, net, class and level; NULL for what the thing does not have */
const char *
cw_query_get_text (const CwDesign *design, CwPick pick, CwQueryProperty property)
{
  const CwDie *die = cw_design_get_die (design, pick.item);
  const CwPad *pad = get_pad (design, pick);
  const CwPassive *passive = cw_design_get_passive (design, pick.item);
  const CwText *text = cw_design_get_text (design, pick.item);

  if (property == CW_QUERY_NAME)
    return pad != NULL ? pad->name : cw_design_get_item_name (design, pick.item);
  if (property == CW_QUERY_TEXT)
    return text != NULL ? text->text : NULL;
  if (property == CW_QUERY_FORM)
    return passive != NULL ? cw_passive_form_get_name (passive->form) : NULL;
  if (property == CW_QUERY_MODULE)
    return die != NULL ? die->module : NULL;
  if (property == CW_QUERY_DIE)
    return die != NULL ? cw_design_get_item_name (design, die->type) : NULL;

  return NULL;
}

static guint64
get_shape_levels (const CwDesign *design, CwPick pick)
{
  guint32 first = pick.part;
  guint32 end = pick.part > 0 ? pick.part + 1 : cw_design_count_shapes (design, pick.item);
  guint64 levels = 0;

  /* the pads of a die are things of their own */
  if (cw_id_get_kind (pick.item) == CW_ITEM_DIE && pick.part == 0)
    end = 1;
  for (guint32 i = first; i < end; i++)
    {
      CwShape shape;

      cw_design_get_shape (design, pick.item, i, &shape);
      if (shape.level < CW_MAX_LEVELS)
        levels |= (guint64) 1 << shape.level;
      cw_shape_clear (&shape);
    }

  return levels;
}

/* a bit for each level that the thing is on */
guint64
cw_query_get_levels (const CwDesign *design, CwPick pick)
{
  const CwTrace *trace = cw_design_get_trace (design, pick.item);
  const CwBondingPad *pad = cw_design_get_bonding_pad (design, pick.item);

  if (trace != NULL)
    return (guint64) 1 << trace->level;
  if (pad != NULL)
    return (guint64) 1 << pad->level;

  return get_shape_levels (design, pick);
}
