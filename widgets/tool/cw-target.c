/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/copper/cw-copper.h"
#include "widgets/tool/cw-wiring.h"

typedef struct
{
  CwDesign *design;
  CwId net;
  GHashTable *joined; /* set of keys of what hangs together with the start */
  GArray *queue;      /* of CwPick */
  const CwShape *shape;
  GArray *targets;
} Flood;

/* a die's pads are pieces of their own; everything else is one piece whatever its part */
static gpointer
key_of (CwPick pick)
{
  return g_memdup2 (&pick, sizeof pick);
}

static guint
hash_pick (gconstpointer key)
{
  const CwPick *pick = key;

  return pick->item * 31 + pick->part;
}

static gboolean
equal_picks (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (CwPick)) == 0;
}

static void
join (Flood *flood, CwPick pick)
{
  if (g_hash_table_add (flood->joined, key_of (pick)))
    g_array_append_val (flood->queue, pick);
}

static gboolean
is_wired (const CwShape *shape)
{
  return shape->role == CW_ROLE_TRACE || shape->role == CW_ROLE_LAND
         || shape->role == CW_ROLE_DIE_PAD || shape->role == CW_ROLE_BONDING_PAD
         || shape->role == CW_ROLE_BUS || shape->role == CW_ROLE_PASSIVE
         || shape->role == CW_ROLE_TERMINAL || shape->role == CW_ROLE_ZONE;
}

static CwPick
pick_of (const CwShape *shape)
{
  return (CwPick){ shape->item, shape->role == CW_ROLE_DIE_PAD ? shape->part : 0 };
}

static gboolean
join_touching (const CwShape *shape, gpointer user_data)
{
  Flood *flood = user_data;

  if (is_wired (shape) && shape->net == flood->net && cw_shape_touches (shape, flood->shape))
    join (flood, pick_of (shape));

  return TRUE;
}

/* via and pad of a die touch by the hole that stands on the pad */
static gboolean
join_standing (const CwShape *shape, gpointer user_data)
{
  Flood *flood = user_data;
  const CwVia *via
      = shape->role == CW_ROLE_LAND ? cw_design_get_via (flood->design, shape->item) : NULL;

  if (via != NULL && via->net == flood->net && via->from == flood->shape->level
      && cw_shape_contains (flood->shape, via->at))
    join (flood, pick_of (shape));

  return TRUE;
}

static void
spread (Flood *flood, const CwShape *shape)
{
  CwBox box = cw_shape_get_bounds (shape);

  flood->shape = shape;
  cw_copper_foreach_shape (flood->design, shape->level, box, join_touching, flood);
  if (shape->role == CW_ROLE_DIE_PAD)
    cw_copper_foreach_shape (flood->design, cw_wiring_get_lowest (flood->design), box,
                             join_standing, flood);
}

static gboolean
join_pad_below (const CwShape *shape, gpointer user_data)
{
  Flood *flood = user_data;
  const CwVia *via = cw_design_get_via (flood->design, flood->shape->item);

  if (shape->role == CW_ROLE_DIE_PAD && shape->net == flood->net
      && cw_shape_contains (shape, via->at))
    join (flood, pick_of (shape));

  return TRUE;
}

static void
spread_pick (Flood *flood, CwPick pick)
{
  const CwVia *via = cw_design_get_via (flood->design, pick.item);
  guint n = cw_design_count_shapes (flood->design, pick.item);
  CwShape shape;

  for (guint part = pick.part; part < (pick.part != 0 ? pick.part + 1 : n); part++)
    {
      cw_design_get_shape (flood->design, pick.item, part, &shape);
      shape.item = pick.item;
      if (is_wired (&shape) && shape.net == flood->net)
        spread (flood, &shape);
      cw_shape_clear (&shape);
    }
  if (via != NULL && cw_wiring_is_pad_level (flood->design, via->from))
    {
      cw_design_get_shape (flood->design, pick.item, 0, &shape);
      shape.item = pick.item;
      flood->shape = &shape;
      cw_copper_foreach_shape (flood->design, via->from, cw_box_from_points (via->at, via->at),
                               join_pad_below, flood);
      cw_shape_clear (&shape);
    }
}

static void
add_target (Flood *flood, CwPick pick, CwPoint at, guint level)
{
  CwTarget target = { at, (guint8) level, pick };

  g_array_append_val (flood->targets, target);
}

static gboolean
collect_target (CwId id, gconstpointer item, gpointer user_data)
{
  Flood *flood = user_data;
  CwPick pick = { id, 0 };

  if (cw_item_class_get (cw_id_get_kind (id))->get_net (item) != flood->net
      || g_hash_table_contains (flood->joined, &pick))
    return TRUE;

  if (cw_id_get_kind (id) == CW_ITEM_TRACE)
    {
      const CwTrace *trace = item;

      add_target (flood, pick, trace->path->vertices[0].at, trace->level);
      add_target (flood, pick, trace->path->vertices[trace->path->n_vertices - 1].at, trace->level);
    }
  else if (cw_id_get_kind (id) == CW_ITEM_VIA)
    {
      const CwVia *via = item;

      for (guint level = via->from; level <= via->to; level++)
        if (cw_wiring_is_wiring (flood->design, level))
          add_target (flood, pick, via->at, level);
    }
  else if (cw_id_get_kind (id) == CW_ITEM_BUS)
    {
      const CwBus *bus = item;

      for (guint32 i = 0; i < bus->path->n_vertices; i++)
        add_target (flood, pick, bus->path->vertices[i].at, bus->level);
    }
  else
    add_target (flood, pick, ((const CwBondingPad *) item)->at,
                ((const CwBondingPad *) item)->level);

  return TRUE;
}

static gboolean
collect_die (CwId id, gconstpointer item, gpointer user_data)
{
  Flood *flood = user_data;
  const CwDie *die = item;
  const CwDieType *type = cw_design_get_die_type (flood->design, die->type);
  CwTransform transform = cw_die_get_transform (die);

  for (guint i = 0; die->nets != NULL && i < die->nets->n_nets; i++)
    {
      CwPick pick = { id, i + 1 };
      CwShape shape;

      if (die->nets->nets[i] != flood->net || g_hash_table_contains (flood->joined, &pick))
        continue;
      cw_design_get_shape (flood->design, id, pick.part, &shape);
      add_target (flood, pick, cw_transform_point (&transform, type->pads->pads[i].at),
                  shape.level);
      cw_shape_clear (&shape);
    }

  return TRUE;
}

static gboolean
collect_passive (CwId id, gconstpointer item, gpointer user_data)
{
  Flood *flood = user_data;
  const CwPassive *passive = item;
  CwPick pick = { id, 0 };

  for (guint32 i = 0; passive->nets != NULL && i < passive->nets->n_nets; i++)
    {
      CwPoint at;
      guint8 level;

      if (passive->nets->nets[i] == flood->net && !g_hash_table_contains (flood->joined, &pick)
          && cw_passive_get_terminal (passive, cw_design_get_technology (flood->design), i, &at,
                                      &level))
        add_target (flood, pick, at, level);
    }

  return TRUE;
}

/**
 * cw_wiring_list_targets:
 * @design: a design
 * @net: a net
 * @from: where a trace begins, an item or a die pad of that net
 *
 * Lists the pads, vias, terminals, corners of buses and ends of traces of a net that do not hang together with the
 * start.
 *
 * Returns: (transfer full) (element-type CwTarget): the targets
 */
GArray *
cw_wiring_list_targets (CwDesign *design, CwId net, CwPick from)
{
  static const CwItemKind kinds[]
      = { CW_ITEM_BONDING_PAD, CW_ITEM_VIA, CW_ITEM_TRACE, CW_ITEM_BUS };
  g_autoptr (GHashTable) joined = g_hash_table_new_full (hash_pick, equal_picks, g_free, NULL);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (CwPick));
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (CwTarget));
  Flood flood = { design, net, joined, queue, NULL, targets };

  if (net == CW_ID_NONE)
    return targets;
  if (from.item != CW_ID_NONE)
    join (&flood, from);
  for (guint i = 0; i < queue->len; i++)
    spread_pick (&flood, g_array_index (queue, CwPick, i));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    cw_design_foreach (design, kinds[i], collect_target, &flood);
  cw_design_foreach (design, CW_ITEM_DIE, collect_die, &flood);
  cw_design_foreach (design, CW_ITEM_PASSIVE, collect_passive, &flood);

  return targets;
}
