/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/check/cw-check-private.h"
#include "model/connect/cw-metal.h"

#define STEPS                                                                                      \
  8 /* in which the part clear of the street is sought, each a sixteenth of the outline */

typedef struct
{
  CwCheckFacts *self;
  const CwDesign *design;
} Measure;

static gboolean
measure_die (CwId id, gconstpointer item, gpointer user_data)
{
  const Measure *measure = user_data;
  CwCheckFacts *self = measure->self;
  CwId type_id = ((const CwDie *) item)->type;
  const CwDieType *type = cw_design_get_die_type (measure->design, type_id);

  if (type->trace_width > self->width
      || (type->trace_width == self->width && self->width > 0 && type_id < self->width_type))
    {
      self->width = type->trace_width;
      self->width_type = type_id;
    }
  self->length = MAX (self->length, type->trace_length);
  return TRUE;
}

/* a box as large as one is found easily, all of which keeps a distance from the outline */
static CwBox
find_inner (CwDesign *design, CwCoord margin)
{
  CwShape outline = { .kind = CW_SHAPE_POLYGON };
  CwBox bounds;

  outline.polygon = (CwPolygon *) cw_design_get_outline_polygon (design);
  if (outline.polygon == NULL)
    return CW_BOX_EMPTY;

  bounds = outline.polygon->bounds;
  for (guint i = 0; i < STEPS; i++)
    {
      gint64 dx = margin + ((gint64) bounds.max.x - bounds.min.x) * i / 16;
      gint64 dy = margin + ((gint64) bounds.max.y - bounds.min.y) * i / 16;
      CwShape inner = { .kind = CW_SHAPE_BOX };
      gint64 enclosure;
      CwGap gap;

      inner.box
          = CW_BOX (cw_coord_saturate (bounds.min.x + dx), cw_coord_saturate (bounds.min.y + dy),
                    cw_coord_saturate (bounds.max.x - dx), cw_coord_saturate (bounds.max.y - dy));
      if (cw_box_is_empty (inner.box))
        break;
      if (cw_shape_get_enclosure (&inner, &outline, &enclosure, &gap) && enclosure >= margin)
        return inner.box;
    }

  return CW_BOX_EMPTY;
}

/* what is known before anything is looked at */
void
cw_check_facts_prepare (CwCheckFacts *self, CwDesign *design, const CwCheckRules *rules)
{
  Measure measure = { self, design };

  *self = (CwCheckFacts){ .inner = CW_BOX_EMPTY };
  if (rules->has[CW_RULE_EXTERNAL_TRACE])
    cw_design_foreach (design, CW_ITEM_DIE, measure_die, &measure);
  if (rules->has[CW_RULE_STREET])
    self->inner = find_inner (design, cw_check_get_pull_back (rules));
}

typedef struct
{
  const CwCheckContext *context;
  gboolean reaches_out;
} Reach;

/* the place of the first piece of a net at or after a given one */
static guint32
find_node (const CwConnectNet *net, CwId item)
{
  guint32 low = 0;
  guint32 high = net->n_nodes;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (net->nodes[middle].item < item)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_within_die (const CwDesign *design, const CwShape *shape, CwId die)
{
  CwShape body;
  gint64 enclosure;
  CwGap gap;
  gboolean is_within;

  cw_design_get_shape (design, die, CW_DIE_PART_BODY, &body);
  is_within = cw_shape_get_enclosure (shape, &body, &enclosure, &gap);
  cw_shape_clear (&body);
  return is_within;
}

static gboolean
look_for_way_out (const CwShape *shape, gpointer user_data)
{
  Reach *reach = user_data;
  const CwDesign *design = reach->context->design;
  const CwConnectNet *net;
  guint32 i;

  if (shape->net == CW_ID_NONE || shape->role == CW_ROLE_HOLE || shape->role == CW_ROLE_CAVITY)
    return TRUE;
  net = cw_connect_get_net (reach->context->connect, shape->net);
  if (net == NULL)
    return TRUE;

  i = find_node (net, cw_id_new (CW_ITEM_DIE, 0));
  while (i < net->n_nodes && cw_id_get_kind (net->nodes[i].item) == CW_ITEM_DIE)
    {
      if (!is_within_die (design, shape, net->nodes[i].item))
        {
          reach->reaches_out = TRUE;
          return FALSE;
        }
      i = find_node (net, net->nodes[i].item + 1);
    }
  return TRUE;
}

/* whether an item of the external circuitry reaches from a die pad out of the active surface of its die */
static gboolean
reaches_out (const CwCheckContext *context, CwId id)
{
  Reach reach = { context, FALSE };

  switch (cw_id_get_kind (id))
    {
    case CW_ITEM_BONDING_PAD:
    case CW_ITEM_TRACE:
    case CW_ITEM_BUS:
    case CW_ITEM_PASSIVE:
    case CW_ITEM_ZONE:
      if (cw_design_get_item (context->design, id) != NULL)
        cw_metal_foreach_item_shape (context->design, id, CW_METAL_ALL_NODES, look_for_way_out,
                                     &reach);
      return reach.reaches_out;

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_DIE:
    case CW_ITEM_VIA:
    case CW_ITEM_TEXT:
    case CW_ITEM_CAVITY:
    case CW_ITEM_CUT_LINE:
    case CW_ITEM_KEEP_OUT:
    case CW_ITEM_FIDUCIAL:
    case CW_ITEM_WAIVER:
    case CW_N_ITEM_KINDS:
    default:
      return FALSE;
    }
}

static gboolean
is_elsewhere (const CwShape *shape, gpointer user_data)
{
  return shape->role != CW_ROLE_DIE || !cw_shape_contains (shape, *(const CwPoint *) user_data);
}

/* whether something is a bonding pad whose centre lies over no die */
static gboolean
is_outer_pad (const CwCheckContext *context, CwId id)
{
  const CwBondingPad *pad = cw_id_get_kind (id) == CW_ITEM_BONDING_PAD
                                ? cw_design_get_bonding_pad (context->design, id)
                                : NULL;
  guint level = cw_technology_find_level_kind (context->rules->technology, CW_LEVEL_DIE);
  CwPoint at;

  if (pad == NULL)
    return FALSE;
  if (level == CW_LEVEL_NONE)
    return TRUE;
  at = pad->at;
  return cw_copper_foreach_shape (context->design, level, (CwBox){ at, at }, is_elsewhere, &at);
}

static gint64
get_trace_length (const CwDesign *design, CwId id)
{
  const CwTrace *trace
      = cw_id_get_kind (id) == CW_ITEM_TRACE ? cw_design_get_trace (design, id) : NULL;

  return trace != NULL ? (gint64) floor (cw_path_get_length (trace->path, FALSE)) : -1;
}

typedef struct
{
  CwCheckFacts *self;
  const CwCheckContext *context;
} Search;

static gboolean
try_fan_out (CwId id, gconstpointer item, gpointer user_data)
{
  Search *search = user_data;

  if (reaches_out (search->context, id))
    search->self->fan_out = id;
  return search->self->fan_out == CW_ID_NONE;
}

static gboolean
try_outer_pad (CwId id, gconstpointer item, gpointer user_data)
{
  Search *search = user_data;

  if (is_outer_pad (search->context, id))
    search->self->outer_pad = id;
  return search->self->outer_pad == CW_ID_NONE;
}

static gboolean
try_length (CwId id, gconstpointer item, gpointer user_data)
{
  Search *search = user_data;
  gint64 length = get_trace_length (search->context->design, id);

  if (length > search->self->longest_length || search->self->longest == CW_ID_NONE
      || (length == search->self->longest_length && id < search->self->longest))
    {
      search->self->longest = id;
      search->self->longest_length = length;
    }
  return search->self->longest_length <= search->self->length;
}

static void
search_fan_out (Search *search)
{
  static const CwItemKind kinds[]
      = { CW_ITEM_BONDING_PAD, CW_ITEM_TRACE, CW_ITEM_BUS, CW_ITEM_PASSIVE, CW_ITEM_ZONE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!cw_design_foreach (search->context->design, kinds[i], try_fan_out, search))
      return;
}

static void
search_longest (Search *search)
{
  search->self->longest = CW_ID_NONE;
  search->self->longest_length = 0;
  cw_design_foreach (search->context->design, CW_ITEM_TRACE, try_length, search);
}

/* looks for witnesses in the whole design, until one is found */
void
cw_check_facts_search (CwCheckFacts *self, const CwCheckContext *context)
{
  Search search = { self, context };
  const gboolean *has = context->rules->has;

  if (has[CW_RULE_FAN_OUT])
    {
      search_fan_out (&search);
      cw_design_foreach (context->design, CW_ITEM_BONDING_PAD, try_outer_pad, &search);
    }
  if (has[CW_RULE_EXTERNAL_TRACE] && self->length > 0)
    search_longest (&search);
}

static gboolean
has_dies (const CwDiff *diff)
{
  for (gsize i = 0; i < diff->n_items; i++)
    if ((CW_DIE_ITEMS >> cw_id_get_kind (diff->items[i]) & 1) != 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_item (const CwDiff *diff, CwId id)
{
  for (gsize i = 0; i < diff->n_items; i++)
    if (diff->items[i] == id)
      return TRUE;
  return FALSE;
}

/* Finds out whether there is a witness, which is known for the design before: one that nothing touched
 * stays one; where there was none, only what differs can be one. When dies differ, that holds for
 * nothing else. */
static void
update_witness (const Search *search, const CwDiff *diff, gboolean dies_differ, CwId before,
                gboolean (*is_witness) (const CwCheckContext *, CwId), CwId *witness,
                void (*search_all) (Search *))
{
  gboolean is_touched = before != CW_ID_NONE && (dies_differ || has_item (diff, before));
  Search again = *search;

  *witness = is_touched && !is_witness (search->context, before) ? CW_ID_NONE : before;
  for (gsize i = 0; *witness == CW_ID_NONE && i < diff->n_items; i++)
    if (is_witness (search->context, diff->items[i]))
      *witness = diff->items[i];
  if (*witness == CW_ID_NONE && (dies_differ || before != CW_ID_NONE))
    search_all (&again);
}

static void
search_outer_pad (Search *search)
{
  cw_design_foreach (search->context->design, CW_ITEM_BONDING_PAD, try_outer_pad, search);
}

/* the longest trace is known as long as it is not the one that became shorter; what exceeds all
 * internal ones is enough */
static void
update_longest (Search *search, const CwCheckFacts *before, const CwDiff *diff)
{
  CwCheckFacts *self = search->self;
  const CwDesign *design = search->context->design;

  self->longest = before->longest;
  self->longest_length = before->longest_length;
  if (before->length != self->length
      || (has_item (diff, before->longest)
          && get_trace_length (design, before->longest) < before->longest_length))
    {
      search_longest (search);
      return;
    }

  for (gsize i = 0; i < diff->n_items; i++)
    if (get_trace_length (design, diff->items[i]) >= 0)
      try_length (diff->items[i], NULL, search);
}

/* finds the witnesses of the design after from those of the design before */
void
cw_check_facts_update (CwCheckFacts *self, const CwCheckFacts *before,
                       const CwCheckContext *context, const CwDiff *diff)
{
  Search search = { self, context };
  const gboolean *has = context->rules->has;
  gboolean dies_differ = has_dies (diff);

  if (has[CW_RULE_FAN_OUT])
    {
      update_witness (&search, diff, dies_differ, before->fan_out, reaches_out, &self->fan_out,
                      search_fan_out);
      update_witness (&search, diff, dies_differ, before->outer_pad, is_outer_pad, &self->outer_pad,
                      search_outer_pad);
    }
  if (has[CW_RULE_EXTERNAL_TRACE] && self->length > 0)
    update_longest (&search, before, diff);
}
