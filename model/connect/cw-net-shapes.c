/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <stdlib.h>

#include "model/connect/cw-connect-private.h"
#include "model/connect/cw-metal.h"
#include "model/geometry/cw-hilbert.h"

#define LEAF 6
#define MIXED G_MAXUINT32

typedef struct
{
  CwShape shape;
  CwBox box;
  guint32 node;  /* which piece of the net it belongs to */
  guint32 group; /* which pieces hang together, while airwires are found */
} Member;

/* a branch of the tree; children stand behind their parent */
typedef struct
{
  CwBox box;
  guint32 first; /* of a leaf: where its members begin in the order */
  guint32 n;     /* of a leaf: how many, 0 for a branch */
  guint32 right; /* of a branch: its second child; the first one follows it */
  guint32 group; /* that all its members are in, or MIXED */
} Branch;

struct _CwNetShapes
{
  GArray *members;  /* of Member, by piece and part */
  GArray *order;    /* of guint32: the members as the leaves hold them */
  GArray *branches; /* of Branch */
};

typedef struct
{
  gint64 length;
  guint32 a; /* the lesser member */
  guint32 b;
  CwGap gap;
} Link;

typedef struct
{
  CwNetShapes *self;
  guint32 node;
} Collect;

static gboolean
collect (const CwShape *shape, gpointer user_data)
{
  Collect *context = user_data;
  GArray *members = context->self->members;
  Member member = { .node = context->node, .box = cw_shape_get_bounds (shape) };

  cw_shape_copy (shape, &member.shape);
  g_array_append_val (members, member);
  return TRUE;
}

typedef struct
{
  guint32 key;
  guint32 member;
} Place;

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *place_a = a;
  const Place *place_b = b;

  if (place_a->key != place_b->key)
    return place_a->key < place_b->key ? -1 : 1;
  return (place_a->member > place_b->member) - (place_a->member < place_b->member);
}

/* along a Hilbert curve neighbours stand together, so that halves of the order make good branches */
static void
sort_order (CwNetShapes *self)
{
  guint32 n = self->members->len;
  g_autofree Place *places = g_new (Place, n);
  CwBox bounds = CW_BOX_EMPTY;

  for (guint32 i = 0; i < n; i++)
    bounds = cw_box_union (bounds, g_array_index (self->members, Member, i).box);
  for (guint32 i = 0; i < n; i++)
    {
      CwBox box = g_array_index (self->members, Member, i).box;

      places[i] = (Place){ cw_hilbert_get_key (bounds, cw_box_get_centre (box)), i };
    }

  qsort (places, n, sizeof (Place), compare_places);
  for (guint32 i = 0; i < n; i++)
    g_array_append_val (self->order, places[i].member);
}

static void
grow_tree (CwNetShapes *self, guint32 first, guint32 n)
{
  const guint32 *order = &g_array_index (self->order, guint32, first);
  Branch branch = { CW_BOX_EMPTY, first, n, 0, MIXED };
  guint at = self->branches->len;
  Branch *grown;

  if (n <= LEAF)
    for (guint32 i = 0; i < n; i++)
      branch.box = cw_box_union (branch.box, g_array_index (self->members, Member, order[i]).box);
  g_array_append_val (self->branches, branch);
  if (n <= LEAF)
    return;

  grow_tree (self, first, n / 2);
  branch.right = self->branches->len;
  grow_tree (self, first + n / 2, n - n / 2);
  grown = &g_array_index (self->branches, Branch, at);
  grown->n = 0;
  grown->right = branch.right;
  grown->box = cw_box_union (g_array_index (self->branches, Branch, at + 1).box,
                             g_array_index (self->branches, Branch, branch.right).box);
}

/* the metal of a net, from the design that the net's pieces belong to */
CwNetShapes *
cw_net_shapes_new (const CwDesign *design, const CwConnectNet *net)
{
  CwNetShapes *self = g_new0 (CwNetShapes, 1);
  Collect context = { self, 0 };

  self->members = g_array_new (FALSE, FALSE, sizeof (Member));
  self->order = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->branches = g_array_new (FALSE, FALSE, sizeof (Branch));

  for (; context.node < net->n_nodes; context.node++)
    {
      const CwConnectNode *node = &net->nodes[context.node];

      cw_metal_foreach_item_shape (design, node->item, node->part, collect, &context);
    }

  if (self->members->len > 0)
    {
      sort_order (self);
      grow_tree (self, 0, self->members->len);
    }
  return self;
}

void
cw_net_shapes_free (CwNetShapes *self)
{
  for (guint i = 0; i < self->members->len; i++)
    cw_shape_clear (&g_array_index (self->members, Member, i).shape);
  g_array_unref (self->members);
  g_array_unref (self->order);
  g_array_unref (self->branches);
  g_free (self);
}

static guint32
find (guint32 *parents, guint32 i)
{
  while (parents[i] != i)
    {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
  return i;
}

static void
unite (guint32 *parents, guint32 a, guint32 b)
{
  a = find (parents, a);
  b = find (parents, b);
  parents[MAX (a, b)] = MIN (a, b);
}

static void
join_touching (CwNetShapes *self, guint32 at, guint32 i, guint32 *parents)
{
  const Branch *branch = &g_array_index (self->branches, Branch, at);
  const Member *member = &g_array_index (self->members, Member, i);

  if (!cw_box_intersects (branch->box, member->box))
    return;

  if (branch->n == 0)
    {
      join_touching (self, at + 1, i, parents);
      join_touching (self, branch->right, i, parents);
      return;
    }

  for (guint32 k = branch->first; k < branch->first + branch->n; k++)
    {
      guint32 j = g_array_index (self->order, guint32, k);
      const Member *other = &g_array_index (self->members, Member, j);

      if (j < i && other->node != member->node && cw_box_intersects (other->box, member->box)
          && find (parents, other->node) != find (parents, member->node)
          && cw_connect_is_link (&other->shape, &member->shape))
        unite (parents, other->node, member->node);
    }
}

/* numbers the islands of the net whose shapes these are */
void
cw_net_shapes_find_islands (CwNetShapes *self, CwConnectNet *net)
{
  g_autofree guint32 *parents = g_new (guint32, net->n_nodes);

  for (guint32 i = 0; i < net->n_nodes; i++)
    parents[i] = i;
  for (guint32 i = 0; i < self->members->len; i++)
    join_touching (self, 0, i, parents);

  /* the least piece of an island is its root, so it comes first and has its number already */
  net->n_islands = 0;
  for (guint32 i = 0; i < net->n_nodes; i++)
    {
      guint32 root = find (parents, i);

      net->nodes[i].island = root == i ? net->n_islands++ : net->nodes[root].island;
    }
}

static void
label_branches (CwNetShapes *self)
{
  for (guint at = self->branches->len; at-- > 0;)
    {
      Branch *branch = &g_array_index (self->branches, Branch, at);

      if (branch->n == 0)
        {
          guint32 left = g_array_index (self->branches, Branch, at + 1).group;
          guint32 right = g_array_index (self->branches, Branch, branch->right).group;

          branch->group = left == right ? left : MIXED;
          continue;
        }

      for (guint32 k = branch->first; k < branch->first + branch->n; k++)
        {
          guint32 i = g_array_index (self->order, guint32, k);
          guint32 group = g_array_index (self->members, Member, i).group;

          branch->group = k == branch->first || branch->group == group ? group : MIXED;
        }
    }
}

/* whether nothing in one box can be as near to the other as the link is long */
static gboolean
is_too_far (CwBox a, CwBox b, const Link *best)
{
  gint64 dx = MAX (0, MAX ((gint64) a.min.x - b.max.x, (gint64) b.min.x - a.max.x));
  gint64 dy = MAX (0, MAX ((gint64) a.min.y - b.max.y, (gint64) b.min.y - a.max.y));

  return best->length != G_MAXINT64 && dx * dx + dy * dy >= (best->length + 1) * (best->length + 1);
}

/* a strict order of all links, so that the shortest tree is one and the same always */
static gboolean
is_shorter (const Link *a, const Link *b)
{
  if (a->length != b->length)
    return a->length < b->length;
  return a->a != b->a ? a->a < b->a : a->b < b->b;
}

static void
find_nearest (CwNetShapes *self, guint32 at, guint32 i, Link *best)
{
  const Branch *branch = &g_array_index (self->branches, Branch, at);
  const Member *member = &g_array_index (self->members, Member, i);

  if (branch->group == member->group || is_too_far (branch->box, member->box, best))
    return;

  if (branch->n == 0)
    {
      find_nearest (self, at + 1, i, best);
      find_nearest (self, branch->right, i, best);
      return;
    }

  for (guint32 k = branch->first; k < branch->first + branch->n; k++)
    {
      guint32 j = g_array_index (self->order, guint32, k);
      const Member *other = &g_array_index (self->members, Member, j);
      Link link = { 0, MIN (i, j), MAX (i, j), { 0 } };

      if (other->group == member->group || is_too_far (other->box, member->box, best))
        continue;
      cw_shape_measure (&g_array_index (self->members, Member, link.a).shape,
                        &g_array_index (self->members, Member, link.b).shape, &link.gap);
      link.length = link.gap.distance;
      if (is_shorter (&link, best))
        *best = link;
    }
}

static gint
compare_links (gconstpointer a, gconstpointer b)
{
  const Link *link_a = a;
  const Link *link_b = b;

  return is_shorter (link_b, link_a) - is_shorter (link_a, link_b);
}

static void
append_airwire (const CwNetShapes *self, CwId net, const Link *link, GArray *airwires)
{
  const CwShape *a = &g_array_index (self->members, Member, link->a).shape;
  const CwShape *b = &g_array_index (self->members, Member, link->b).shape;
  CwAirwire airwire
      = { link->gap.a, link->gap.b, net, { a->item, b->item }, { a->part, b->part }, link->length };

  g_array_append_val (airwires, airwire);
}

static guint32
label_members (CwNetShapes *self, const CwConnectNet *net, guint32 *parents)
{
  g_autofree guint32 *sizes = g_new0 (guint32, net->n_islands);
  guint32 greatest = 0;

  for (guint i = 0; i < self->members->len; i++)
    {
      Member *member = &g_array_index (self->members, Member, i);

      member->group = find (parents, net->nodes[member->node].island);
      sizes[member->group]++;
    }
  for (guint32 i = 1; i < net->n_islands; i++)
    if (sizes[i] > sizes[greatest])
      greatest = i;

  label_branches (self);
  return greatest;
}

/* each group but the greatest takes its nearest other one: that link is one of the shortest tree */
static void
join_nearest (CwNetShapes *self, const CwConnectNet *net, guint32 *parents, GArray *links)
{
  g_autofree Link *bests = g_new (Link, net->n_islands);
  guint32 greatest = label_members (self, net, parents);

  for (guint32 i = 0; i < net->n_islands; i++)
    bests[i] = (Link){ G_MAXINT64, MIXED, MIXED, { 0 } };
  for (guint32 i = 0; i < self->members->len; i++)
    {
      guint32 group = g_array_index (self->members, Member, i).group;

      if (group != greatest)
        find_nearest (self, 0, i, &bests[group]);
    }

  for (guint32 i = 0; i < net->n_islands; i++)
    {
      const Link *best = &bests[i];
      guint32 a;
      guint32 b;

      if (best->length == G_MAXINT64)
        continue;
      a = net->nodes[g_array_index (self->members, Member, best->a).node].island;
      b = net->nodes[g_array_index (self->members, Member, best->b).node].island;
      if (find (parents, a) == find (parents, b))
        continue;
      unite (parents, a, b);
      g_array_append_val (links, *best);
    }
}

/* the shortest links that make a net whole, shortest first */
GArray *
cw_net_shapes_find_airwires (CwNetShapes *self, const CwConnectNet *net)
{
  GArray *airwires = g_array_new (FALSE, TRUE, sizeof (CwAirwire));
  g_autofree guint32 *parents = g_new (guint32, net->n_islands);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));

  for (guint32 i = 0; i < net->n_islands; i++)
    parents[i] = i;
  for (guint last = G_MAXUINT; links->len != last && links->len + 1 < net->n_islands;)
    {
      last = links->len;
      join_nearest (self, net, parents, links);
    }

  g_array_sort (links, compare_links);
  for (guint i = 0; i < links->len; i++)
    append_airwire (self, net->net, &g_array_index (links, Link, i), airwires);
  return airwires;
}
