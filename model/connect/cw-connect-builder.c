/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/connect/cw-connect-private.h"

#define PAGE_BITS 6 /* numbers that get places together */
#define PAGE_MASK ((1u << PAGE_BITS) - 1)

/* Places for the items of a kind. The numbers of items may lie far apart, so that they are not
 * places themselves: pages of numbers without an item have none. */
typedef struct
{
  GArray *pages; /* of guint32: the first place of each page */
  guint32 next_page;
  guint32 *n_places;
} Places;

struct _CwConnectBuilder
{
  CwDesign *design;
  Places places
      [CW_N_ITEM_KINDS]; /* by kind: for kinds of many nodes in bases, for nets by themselves */
  guint32 n_items[CW_N_ITEM_KINDS];
  guint32 *bases[CW_N_ITEM_KINDS]; /* where the nodes of an item begin, by its place; else NULL */
  guint32 n_nodes;
  gint *parents; /* atomic: a forest in which a parent is less than its child */
};

static gboolean
take_place (CwId id, gconstpointer item, gpointer user_data)
{
  Places *self = user_data;
  guint32 page = cw_id_get_number (id) >> PAGE_BITS;

  if (page < self->next_page)
    return TRUE;

  g_array_set_size (self->pages, page + 1);
  g_array_index (self->pages, guint32, page) = *self->n_places;
  *self->n_places += 1u << PAGE_BITS;
  self->next_page = page + 1;
  return TRUE;
}

static inline guint32
get_place (const Places *self, guint32 number)
{
  return g_array_index (self->pages, guint32, number >> PAGE_BITS) + (number & PAGE_MASK);
}

static void
take_places (CwConnectBuilder *self, CwItemKind kind, guint32 *n_places)
{
  self->places[kind].n_places = n_places;
  cw_design_foreach (self->design, kind, take_place, &self->places[kind]);
}

static gboolean
place_nodes (CwId id, gconstpointer item, gpointer user_data)
{
  CwConnectBuilder *self = user_data;
  CwItemKind kind = cw_id_get_kind (id);

  self->bases[kind][get_place (&self->places[kind], cw_id_get_number (id))] = self->n_nodes;
  self->n_nodes += cw_item_class_get (kind)->count_nodes (item);
  return TRUE;
}

static gboolean
has_nodes (CwItemKind kind)
{
  const CwItemClass *klass = cw_item_class_get (kind);

  return klass != NULL && (klass->count_nodes != NULL || klass->get_net != NULL);
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
  CwConnectBuilder *self = g_new0 (CwConnectBuilder, 1);

  self->design = cw_design_ref (design);
  for (guint kind = 0; kind < CW_N_ITEM_KINDS; kind++)
    self->places[kind].pages = g_array_new (FALSE, TRUE, sizeof (guint32));

  take_places (self, CW_ITEM_NET, &self->n_items[CW_ITEM_NET]);
  for (guint kind = CW_ITEM_NET + 1; kind < CW_N_ITEM_KINDS; kind++)
    {
      if (!has_nodes (kind))
        continue;
      if (cw_item_class_get (kind)->count_nodes == NULL)
        {
          take_places (self, kind, &self->n_nodes);
          continue;
        }
      take_places (self, kind, &self->n_items[kind]);
      self->bases[kind] = g_new0 (guint32, self->n_items[kind]);
      cw_design_foreach (design, kind, place_nodes, self);
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
  for (guint kind = 0; kind < CW_N_ITEM_KINDS; kind++)
    {
      g_array_unref (self->places[kind].pages);
      g_free (self->bases[kind]);
    }
  cw_design_unref (self->design);
  g_free (self->parents);
  g_free (self);
}

static inline gint
get_node (const CwConnectBuilder *self, CwId item, guint32 node)
{
  CwItemKind kind = cw_id_get_kind (item);
  guint32 place = get_place (&self->places[kind], cw_id_get_number (item));

  return (gint) (self->bases[kind] != NULL ? self->bases[kind][place] + node : place);
}

static inline gint
get_node_of_shape (const CwConnectBuilder *self, const CwShape *shape)
{
  gboolean has_many = self->bases[cw_id_get_kind (shape->item)] != NULL;

  return get_node (self, shape->item,
                   has_many ? cw_design_get_node (self->design, shape->item, shape->part) : 0);
}

/* text has no pieces */
static inline gboolean
has_places (const CwConnectBuilder *self, const CwShape *shape)
{
  return self->places[cw_id_get_kind (shape->item)].n_places != NULL;
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

  if (!has_places (self, a) || !has_places (self, b))
    return;

  node_a = get_node_of_shape (self, a);
  node_b = get_node_of_shape (self, b);
  if (find (self->parents, node_a) != find (self->parents, node_b) && cw_connect_is_link (a, b))
    unite (self->parents, node_a, node_b);
}

typedef struct
{
  CwConnectBuilder *builder;
  guint32 *counts;     /* by place of the net */
  guint32 *islands;    /* by root */
  CwConnectNet **nets; /* by place of the net */
} Finish;

static guint32
get_net_place (const Finish *finish, CwId net)
{
  return get_place (&finish->builder->places[CW_ITEM_NET], cw_id_get_number (net));
}

static void
count_node (CwId net, CwId item, guint32 part, gpointer user_data)
{
  Finish *finish = user_data;

  finish->counts[get_net_place (finish, net)]++;
}

static void
place_node (CwId net, CwId item, guint32 part, gpointer user_data)
{
  Finish *finish = user_data;
  guint32 place = get_net_place (finish, net);
  gint root = find (finish->builder->parents, get_node (finish->builder, item, part));
  CwConnectNet *connected;

  if (finish->nets[place] == NULL)
    {
      finish->nets[place] = cw_connect_net_new (net, finish->counts[place]);
      finish->nets[place]->n_nodes = 0;
    }
  connected = finish->nets[place];
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
  guint32 n_nets = self->n_items[CW_ITEM_NET];
  g_autofree guint32 *counts = g_new0 (guint32, n_nets);
  g_autofree guint32 *islands = g_new (guint32, self->n_nodes);
  g_autofree CwConnectNet **nets = g_new0 (CwConnectNet *, n_nets);
  Finish finish = { self, counts, islands, nets };
  CwConnect *connect = g_new0 (CwConnect, 1);

  g_atomic_ref_count_init (&connect->ref_count);
  connect->design = cw_design_ref (self->design);
  connect->nets = cw_connect_net_table_new ();

  for (guint32 i = 0; i < self->n_nodes; i++)
    islands[i] = G_MAXUINT32;
  for (guint kind = CW_ITEM_NET + 1; kind < CW_N_ITEM_KINDS; kind++)
    if (has_nodes (kind))
      cw_design_foreach (self->design, kind, count_item, &finish);
  for (guint kind = CW_ITEM_NET + 1; kind < CW_N_ITEM_KINDS; kind++)
    if (has_nodes (kind))
      cw_design_foreach (self->design, kind, place_item, &finish);

  for (guint32 i = 0; i < n_nets; i++)
    if (nets[i] != NULL)
      {
        cw_table_set (&connect->nets, cw_id_get_number (nets[i]->net), &nets[i]);
        cw_connect_net_unref (nets[i]);
      }

  return connect;
}
