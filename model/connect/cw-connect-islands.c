/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/connect/cw-connect-private.h"
#include "model/connect/cw-metal.h"

/* A net of many pieces changes in a few. An island that lost no piece hangs together as before. One
 * that lost some may have come apart between the neighbours of what it lost; from these, and from the
 * new pieces, searches grow side by side until all have met or all but one of an island have
 * nowhere to go: what nobody has reached by then belongs to that last one. So a cut costs
 * what its smaller side costs. */

#define NOBODY G_MAXUINT32

/* the pieces that some searches that met have reached; the first n_islands stand for the islands of
 * before */
typedef struct
{
  guint32 parent;
  guint32 head; /* first of the pieces to look around from, by index, NOBODY for none */
  guint32 tail;
} Group;

typedef struct
{
  CwConnectNet *net;
  const CwConnectNet *old;
  const CwDesign *before;
  const CwDesign *after;
  const GArray *changed; /* of CwId */
  gboolean *is_broken;   /* by old island: it lost a piece */
  guint32 *owners;       /* by piece: the group that reached it, NOBODY when none did */
  guint32 *next;         /* by piece: the next one in its group's queue */
  GArray *groups;        /* of Group */
  GArray *entries;       /* of guint32: the pieces where searches came into a broken island */
  gsize n_steps;
  gboolean is_new; /* whether the piece that is looked around from is */
  guint32 current; /* group that looks around */
} Search;

static gboolean
is_changed (const Search *self, CwId item)
{
  return cw_ids_contain (self->changed, item);
}

static Group *
get_group (const Search *self, guint32 group)
{
  return &g_array_index (self->groups, Group, group);
}

static guint32
find (const Search *self, guint32 group)
{
  while (get_group (self, group)->parent != group)
    {
      Group *found = get_group (self, group);

      found->parent = get_group (self, found->parent)->parent;
      group = found->parent;
    }
  return group;
}

static void
unite (Search *self, guint32 a, guint32 b)
{
  Group *into;
  Group *from;

  a = find (self, a);
  b = find (self, b);
  if (a == b)
    return;

  into = get_group (self, MIN (a, b));
  from = get_group (self, MAX (a, b));
  from->parent = MIN (a, b);
  if (from->head == NOBODY)
    return;

  if (into->head == NOBODY)
    into->head = from->head;
  else
    self->next[into->tail] = from->head;
  into->tail = from->tail;
}

static void
push (Search *self, guint32 group, guint32 node)
{
  Group *found = get_group (self, find (self, group));

  self->owners[node] = group;
  self->next[node] = NOBODY;
  if (found->head == NOBODY)
    found->head = node;
  else
    self->next[found->tail] = node;
  found->tail = node;
}

static void
start_at (Search *self, guint32 node)
{
  Group group = { self->groups->len, NOBODY, NOBODY };

  if (self->owners[node] != NOBODY)
    return;
  g_array_append_val (self->groups, group);
  push (self, group.parent, node);
  if (self->net->nodes[node].island != NOBODY)
    g_array_append_val (self->entries, node);
}

typedef struct
{
  Search *search;
  const CwShape *from;
  const CwDesign *design;
  void (*reached) (Search *search, guint32 node);
} Look;

static gboolean
look_at (const CwShape *shape, gpointer user_data)
{
  const Look *look = user_data;
  const Search *search = look->search;
  gint node;

  if (shape->net != search->net->net || !cw_connect_is_link (look->from, shape))
    return TRUE;

  node = cw_connect_net_find_node (search->net, shape->item,
                                   cw_design_get_node (look->design, shape->item, shape->part));
  if (node >= 0)
    look->reached (look->search, (guint32) node);
  return TRUE;
}

static gboolean
look_around_shape (const CwShape *shape, gpointer user_data)
{
  Look look = *(const Look *) user_data;

  look.from = shape;
  return cw_metal_foreach_shape (look.design, shape->level, cw_shape_get_bounds (shape), look_at,
                                 &look);
}

/* tells of each piece that touches one */
static void
look_around (Search *self, const CwDesign *design, CwConnectNode node,
             void (*reached) (Search *search, guint32 node))
{
  Look look = { self, NULL, design, reached };

  cw_metal_foreach_item_shape (design, node.item, node.part, look_around_shape, &look);
}

static void
start_beside_lost (Search *self, guint32 node)
{
  if (!is_changed (self, self->net->nodes[node].item))
    start_at (self, node);
}

/* whether a piece belongs to an island that hangs together as before */
static gboolean
is_settled (const Search *self, guint32 node)
{
  guint32 island = self->net->nodes[node].island;

  return island != NOBODY && !self->is_broken[island];
}

static void
reach (Search *self, guint32 node)
{
  if (self->owners[node] != NOBODY)
    unite (self, self->owners[node], self->current);
  else if (is_settled (self, node))
    unite (self, self->net->nodes[node].island, self->current);
  else
    {
      push (self, self->current, node);
      if (self->is_new && self->net->nodes[node].island != NOBODY)
        g_array_append_val (self->entries, node);
    }
}

/* looks around from a few of the pieces that a group has not looked around from yet */
static void
grow (Search *self, guint32 group, guint n)
{
  for (; n > 0; n--)
    {
      guint32 root = find (self, group);
      guint32 node = get_group (self, root)->head;

      if (node == NOBODY)
        return;
      get_group (self, root)->head = self->next[node];
      self->n_steps++;
      self->current = root;
      look_around (self, self->after, self->net->nodes[node], reach);
    }
}

static void
start (Search *self)
{
  for (guint32 i = 0; i < self->old->n_nodes; i++)
    {
      const CwConnectNode *node = &self->old->nodes[i];

      if (!is_changed (self, node->item))
        continue;
      self->is_broken[node->island] = TRUE;
      look_around (self, self->before, *node, start_beside_lost);
    }

  /* at once: nothing else could tell which islands a new piece joins */
  self->is_new = TRUE;
  for (guint32 i = 0; i < self->net->n_nodes; i++)
    if (self->net->nodes[i].island == NOBODY)
      {
        start_at (self, i);
        self->current = self->owners[i];
        look_around (self, self->after, self->net->nodes[i], reach);
      }
  self->is_new = FALSE;
}

/* the group that still searches in each broken island, as far as there is but one */
static gboolean
find_rests (const Search *self, guint32 *rests, gboolean *is_contested)
{
  gboolean any = FALSE;

  for (guint32 i = 0; i < self->old->n_islands; i++)
    {
      rests[i] = NOBODY;
      is_contested[i] = FALSE;
    }

  for (guint i = 0; i < self->entries->len; i++)
    {
      guint32 node = g_array_index (self->entries, guint32, i);
      guint32 island = self->net->nodes[node].island;
      guint32 root = find (self, self->owners[node]);

      if (get_group (self, root)->head == NOBODY)
        continue;
      if (rests[island] == NOBODY)
        rests[island] = root;
      else if (rests[island] != root)
        any = is_contested[island] = TRUE;
    }

  return any;
}

static gboolean
search_all (Search *self, guint32 *rests)
{
  g_autofree gboolean *is_contested = g_new (gboolean, self->old->n_islands);
  gsize limit = 100 + self->net->n_nodes / 4;

  for (guint n = 4; find_rests (self, rests, is_contested); n = MIN (2 * n, 256))
    for (guint i = 0; i < self->entries->len; i++)
      {
        guint32 node = g_array_index (self->entries, guint32, i);

        if (self->n_steps > limit)
          return FALSE;
        if (is_contested[self->net->nodes[node].island])
          grow (self, self->owners[node], n);
      }

  return TRUE;
}

/* numbers the islands in the order of their first piece */
static gboolean
number_islands (Search *self, const guint32 *rests)
{
  g_autofree guint32 *numbers = g_new (guint32, self->groups->len);

  memset (numbers, 0xff, self->groups->len * sizeof (guint32));
  self->net->n_islands = 0;
  for (guint32 i = 0; i < self->net->n_nodes; i++)
    {
      CwConnectNode *node = &self->net->nodes[i];
      guint32 group = self->owners[i];

      if (group == NOBODY)
        group = is_settled (self, i) ? node->island : rests[node->island];
      if (group == NOBODY)
        return FALSE;
      group = find (self, group);
      if (numbers[group] == NOBODY)
        numbers[group] = self->net->n_islands++;
      node->island = numbers[group];
    }

  return TRUE;
}

gboolean
cw_connect_net_update_islands (CwConnectNet *net, const CwConnectNet *old, const CwDiff *diff,
                               const GArray *changed)
{
  g_autofree gboolean *is_broken = g_new0 (gboolean, old->n_islands);
  g_autofree guint32 *owners = g_new (guint32, net->n_nodes);
  g_autofree guint32 *next = g_new (guint32, net->n_nodes);
  g_autofree guint32 *rests = g_new (guint32, old->n_islands);
  g_autoptr (GArray) groups = g_array_new (FALSE, FALSE, sizeof (Group));
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  Search search = { .net = net,
                    .old = old,
                    .before = diff->before,
                    .after = diff->after,
                    .changed = changed,
                    .is_broken = is_broken,
                    .owners = owners,
                    .next = next,
                    .groups = groups,
                    .entries = entries };

  memset (owners, 0xff, net->n_nodes * sizeof (guint32));
  for (guint32 i = 0; i < old->n_islands; i++)
    {
      Group group = { i, NOBODY, NOBODY };

      g_array_append_val (groups, group);
    }

  start (&search);
  return search_all (&search, rests) && number_islands (&search, rests);
}
