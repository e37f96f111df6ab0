/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/connect/cw-connect-private.h"

struct _CwConnectBuilder
{
  CwDesign *design;
  guint32 bases[CW_N_ITEM_KINDS];  /* where the pieces of a kind begin, by number of the item */
  guint32 limits[CW_N_ITEM_KINDS]; /* the number after the greatest */
  guint32 *die_bases;              /* where the pieces of a die begin, by number of the die */
  guint32 n_nodes;
  gint *parents; /* atomic: a forest in which a parent is less than its child */
};

static gboolean
note_number (CwId id, gconstpointer item, gpointer user_data)
{
  guint32 *limit = user_data;

  *limit = MAX (*limit, cw_id_get_number (id) + 1);
  return TRUE;
}

static gboolean
place_die (CwId id, gconstpointer item, gpointer user_data)
{
  CwConnectBuilder *self = user_data;

  self->die_bases[cw_id_get_number (id)] = self->n_nodes;
  self->n_nodes += ((const CwDie *) item)->nets->n_nets;
  return TRUE;
}

/**
 * cw_connect_builder_new:
 * @design: a design
 *
 * Begins with no two pieces connected.
 *
 * Returns: (transfer full): the builder
 */
CwConnectBuilder *
cw_connect_builder_new (CwDesign *design)
{
  static const CwItemKind kinds[] = { CW_ITEM_BONDING_PAD, CW_ITEM_VIA, CW_ITEM_TRACE };
  CwConnectBuilder *self = g_new0 (CwConnectBuilder, 1);

  self->design = cw_design_ref (design);
  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    cw_design_foreach (design, kind, note_number, &self->limits[kind]);

  self->die_bases = g_new0 (guint32, self->limits[CW_ITEM_DIE]);
  cw_design_foreach (design, CW_ITEM_DIE, place_die, self);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      self->bases[kinds[i]] = self->n_nodes;
      self->n_nodes += self->limits[kinds[i]];
    }

  self->parents = g_new (gint, self->n_nodes);
  for (guint32 i = 0; i < self->n_nodes; i++)
    self->parents[i] = (gint) i;
  return self;
}

/**
 * cw_connect_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees a builder.
 */
void
cw_connect_builder_free (CwConnectBuilder *self)
{
  cw_design_unref (self->design);
  g_free (self->die_bases);
  g_free (self->parents);
  g_free (self);
}

static inline gint
get_node (const CwConnectBuilder *self, CwId item, guint32 part)
{
  CwItemKind kind = cw_id_get_kind (item);

  if (kind == CW_ITEM_DIE)
    return (gint) (self->die_bases[cw_id_get_number (item)] + part - 1);
  return (gint) (self->bases[kind] + cw_id_get_number (item));
}

static inline gint
load (const gint *parent)
{
  return __atomic_load_n (parent, __ATOMIC_RELAXED);
}

/* halves the path on its way; that another thread does so too does no harm, for parents only sink */
static gint
find (gint *parents, gint i)
{
  gint parent = load (&parents[i]);

  while (parent != i)
    {
      gint above = load (&parents[parent]);

      if (above != parent)
        __atomic_compare_exchange_n (&parents[i], &parent, above, TRUE, __ATOMIC_RELAXED,
                                     __ATOMIC_RELAXED);
      i = above;
      parent = load (&parents[i]);
    }

  return i;
}

static void
unite (gint *parents, gint a, gint b)
{
  for (;;)
    {
      gint child;

      a = find (parents, a);
      b = find (parents, b);
      if (a == b)
        return;

      child = MAX (a, b);
      if (__atomic_compare_exchange_n (&parents[child], &child, MIN (a, b), FALSE, __ATOMIC_RELAXED,
                                       __ATOMIC_RELAXED))
        return;
    }
}

/**
 * cw_connect_builder_join:
 * @self: a builder
 * @a: a shape of metal, from cw_metal_foreach_shape ()
 * @b: another one of the same level and net
 *
 * Connects two pieces if their shapes touch. Any thread may call this at any time.
 */
void
cw_connect_builder_join (CwConnectBuilder *self, const CwShape *a, const CwShape *b)
{
  gint node_a;
  gint node_b;

  if (cw_id_get_kind (a->item) == CW_ITEM_TEXT || cw_id_get_kind (b->item) == CW_ITEM_TEXT)
    return;

  node_a = get_node (self, a->item, a->part);
  node_b = get_node (self, b->item, b->part);
  if (find (self->parents, node_a) != find (self->parents, node_b) && cw_connect_is_link (a, b))
    unite (self->parents, node_a, node_b);
}

typedef struct
{
  CwConnectBuilder *builder;
  guint32 *counts;     /* by number of the net */
  guint32 *islands;    /* by root */
  CwConnectNet **nets; /* by number of the net */
  guint32 n_nets;
} Finish;

static void
count_node (CwId net, CwId item, guint32 part, gpointer user_data)
{
  Finish *finish = user_data;
  guint32 number = cw_id_get_number (net);

  if (number < finish->n_nets)
    finish->counts[number]++;
}

static void
place_node (CwId net, CwId item, guint32 part, gpointer user_data)
{
  Finish *finish = user_data;
  guint32 number = cw_id_get_number (net);
  gint root = find (finish->builder->parents, get_node (finish->builder, item, part));
  CwConnectNet *connected;

  if (number >= finish->n_nets)
    return;

  if (finish->nets[number] == NULL)
    {
      finish->nets[number] = cw_connect_net_new (net, finish->counts[number]);
      finish->nets[number]->n_nodes = 0;
    }
  connected = finish->nets[number];
  if (finish->islands[root] == G_MAXUINT32)
    finish->islands[root] = connected->n_islands++;
  connected->nodes[connected->n_nodes++] = (CwConnectNode){ item, part, finish->islands[root] };
}

static gboolean
count_item (CwId id, gconstpointer item, gpointer user_data)
{
  cw_connect_foreach_node (id, item, count_node, user_data);
  return TRUE;
}

static gboolean
place_item (CwId id, gconstpointer item, gpointer user_data)
{
  cw_connect_foreach_node (id, item, place_node, user_data);
  return TRUE;
}

/**
 * cw_connect_builder_finish:
 * @self: a builder that no thread joins any more
 *
 * Returns: (transfer full): what is connected
 */
CwConnect *
cw_connect_builder_finish (CwConnectBuilder *self)
{
  guint32 n_nets = self->limits[CW_ITEM_NET];
  g_autofree guint32 *counts = g_new0 (guint32, n_nets);
  g_autofree guint32 *islands = g_new (guint32, self->n_nodes);
  g_autofree CwConnectNet **nets = g_new0 (CwConnectNet *, n_nets);
  Finish finish = { self, counts, islands, nets, n_nets };
  CwConnect *connect = g_new0 (CwConnect, 1);

  g_atomic_ref_count_init (&connect->ref_count);
  connect->design = cw_design_ref (self->design);
  connect->nets = cw_connect_net_table_new ();

  for (guint32 i = 0; i < self->n_nodes; i++)
    islands[i] = G_MAXUINT32;
  for (guint kind = CW_ITEM_DIE; kind <= CW_ITEM_TRACE; kind++)
    cw_design_foreach (self->design, kind, count_item, &finish);
  for (guint kind = CW_ITEM_DIE; kind <= CW_ITEM_TRACE; kind++)
    cw_design_foreach (self->design, kind, place_item, &finish);

  for (guint32 number = 0; number < n_nets; number++)
    if (nets[number] != NULL)
      {
        cw_table_set (&connect->nets, number, &nets[number]);
        cw_connect_net_unref (nets[number]);
      }

  return connect;
}
