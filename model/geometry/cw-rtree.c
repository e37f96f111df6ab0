/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-rtree-private.h"

#include <string.h>

/**
 * cw_rtree_node_unref:
 * @self: (transfer full): a node
 *
 * Gives a reference back, and those on its children when it was the last.
 */
void
cw_rtree_node_unref (CwRtreeNode *node)
{
  if (!g_atomic_ref_count_dec (&node->ref_count))
    return;

  if (node->height > 0)
    for (guint i = 0; i < node->n_slots; i++)
      cw_rtree_node_unref (node->slots[i].child.node);
  g_free (node);
}

/* makes *node one that nobody else holds; the path above it must be so already */
static CwRtreeNode *
node_make_own (CwRtreeNode **node)
{
  CwRtreeNode *old = *node;
  CwRtreeNode *copy;

  if (g_atomic_ref_count_compare (&old->ref_count, 1))
    return old;

  copy = cw_rtree_node_new (old->height);
  copy->n_slots = old->n_slots;
  memcpy (copy->slots, old->slots, old->n_slots * sizeof (CwRtreeSlot));
  if (copy->height > 0)
    for (guint i = 0; i < copy->n_slots; i++)
      g_atomic_ref_count_inc (&copy->slots[i].child.node->ref_count);
  cw_rtree_node_unref (old);
  *node = copy;
  return copy;
}

/**
 * cw_rtree_ref:
 * @self: a tree
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CwRtree *
cw_rtree_ref (CwRtree *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_rtree_unref:
 * @self: (transfer full): a tree
 *
 * Gives a reference back.
 */
void
cw_rtree_unref (CwRtree *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->root, cw_rtree_node_unref);
  g_free (self);
}

/**
 * cw_rtree_get_n_entries:
 * @self: a tree
 *
 * Returns: how many entries it holds
 */
gsize
cw_rtree_get_n_entries (const CwRtree *self)
{
  return self->n_entries;
}

/**
 * cw_rtree_get_bounds:
 * @self: a tree
 *
 * Returns: the box around all entries [nm]
 */
CwBox
cw_rtree_get_bounds (const CwRtree *self)
{
  return self->root != NULL ? cw_rtree_node_get_box (self->root) : CW_BOX_EMPTY;
}

static void
make_own (CwRtree **self)
{
  CwRtree *old = *self;
  CwRtree *copy;

  if (g_atomic_ref_count_compare (&old->ref_count, 1))
    return;

  copy = g_memdup2 (old, sizeof (CwRtree));
  g_atomic_ref_count_init (&copy->ref_count);
  if (copy->root != NULL)
    g_atomic_ref_count_inc (&copy->root->ref_count);
  cw_rtree_unref (old);
  *self = copy;
}

static double
box_area (CwBox box)
{
  return ((double) box.max.x - box.min.x) * ((double) box.max.y - box.min.y);
}

static double
box_margin (CwBox box)
{
  return ((double) box.max.x - box.min.x) + ((double) box.max.y - box.min.y);
}

/* the child that grows least; the margin decides between boxes without area */
static guint
choose_child (const CwRtreeNode *node, CwBox box)
{
  guint best = 0;
  double best_growth = G_MAXDOUBLE, best_margin = G_MAXDOUBLE;

  for (guint i = 0; i < node->n_slots; i++)
    {
      CwBox old = cw_rtree_slot_get_box (&node->slots[i]);
      CwBox grown = cw_box_union (old, box);
      double growth = box_area (grown) - box_area (old);
      double margin = box_margin (grown);

      if (growth < best_growth || (growth == best_growth && margin < best_margin))
        {
          best = i;
          best_growth = growth;
          best_margin = margin;
        }
    }

  return best;
}

static int
compare_slots (gconstpointer a, gconstpointer b, gpointer user_data)
{
  CwBox p = cw_rtree_slot_get_box (a), q = cw_rtree_slot_get_box (b);
  gint64 u, v;

  if (GPOINTER_TO_INT (user_data))
    {
      u = (gint64) p.min.y + p.max.y;
      v = (gint64) q.min.y + q.max.y;
    }
  else
    {
      u = (gint64) p.min.x + p.max.x;
      v = (gint64) q.min.x + q.max.x;
    }

  return (u > v) - (u < v);
}

/* puts @slot into the full @node and moves half of all to a new node: along the longer side */
static CwRtreeNode *
split (CwRtreeNode *node, const CwRtreeSlot *slot)
{
  CwRtreeSlot all[CW_RTREE_CAPACITY + 1];
  CwRtreeNode *right = cw_rtree_node_new (node->height);
  CwBox box = cw_box_union (cw_rtree_node_get_box (node), cw_rtree_slot_get_box (slot));
  gboolean along_y = (gint64) box.max.y - box.min.y > (gint64) box.max.x - box.min.x;
  guint half = (CW_RTREE_CAPACITY + 1) / 2;

  memcpy (all, node->slots, sizeof node->slots);
  all[CW_RTREE_CAPACITY] = *slot;
  g_qsort_with_data (all, CW_RTREE_CAPACITY + 1, sizeof (CwRtreeSlot), compare_slots,
                     GINT_TO_POINTER (along_y));

  node->n_slots = (guint16) half;
  memcpy (node->slots, all, half * sizeof (CwRtreeSlot));
  right->n_slots = (guint16) (CW_RTREE_CAPACITY + 1 - half);
  memcpy (right->slots, all + half, right->n_slots * sizeof (CwRtreeSlot));
  return right;
}

static CwRtreeNode *
add_slot (CwRtreeNode *node, const CwRtreeSlot *slot)
{
  if (node->n_slots == CW_RTREE_CAPACITY)
    return split (node, slot);

  node->slots[node->n_slots++] = *slot;
  return NULL;
}

/* returns a new right neighbour when the node had to be split */
static CwRtreeNode *
insert_below (CwRtreeNode **place, const CwRtreeEntry *entry)
{
  CwRtreeNode *node = node_make_own (place);
  CwRtreeSlot *slot;
  CwRtreeSlot neighbour;
  CwRtreeNode *right;

  if (node->height == 0)
    {
      CwRtreeSlot leaf_slot = { .entry = *entry };

      return add_slot (node, &leaf_slot);
    }

  slot = &node->slots[choose_child (node, entry->box)];
  right = insert_below (&slot->child.node, entry);
  if (right == NULL)
    {
      slot->child.box = cw_box_union (slot->child.box, entry->box);
      return NULL;
    }

  slot->child.box = cw_rtree_node_get_box (slot->child.node);
  neighbour.child.node = right;
  neighbour.child.box = cw_rtree_node_get_box (right);
  return add_slot (node, &neighbour);
}

/**
 * cw_rtree_insert:
 * @self: (inout): the tree, replaced by a copy when somebody else holds it
 * @entry: the entry
 *
 * Adds an entry. Entries may be alike.
 */
void
cw_rtree_insert (CwRtree **self, const CwRtreeEntry *entry)
{
  CwRtreeNode *right;

  make_own (self);
  if ((*self)->root == NULL)
    (*self)->root = cw_rtree_node_new (0);

  right = insert_below (&(*self)->root, entry);
  if (right != NULL)
    {
      CwRtreeNode *root = cw_rtree_node_new ((*self)->root->height + 1u);

      root->n_slots = 2;
      root->slots[0].child.node = (*self)->root;
      root->slots[0].child.box = cw_rtree_node_get_box ((*self)->root);
      root->slots[1].child.node = right;
      root->slots[1].child.box = cw_rtree_node_get_box (right);
      (*self)->root = root;
    }
  (*self)->n_entries++;
}

static gboolean
entry_equal (const CwRtreeEntry *a, const CwRtreeEntry *b)
{
  return a->item == b->item && a->part == b->part && cw_box_equal (a->box, b->box);
}

static gboolean
find_path (const CwRtreeNode *node, const CwRtreeEntry *entry, guint path[CW_RTREE_MAX_HEIGHT])
{
  for (guint i = 0; i < node->n_slots; i++)
    {
      path[node->height] = i;
      if (node->height == 0)
        {
          if (entry_equal (&node->slots[i].entry, entry))
            return TRUE;
        }
      else if (cw_box_contains_box (node->slots[i].child.box, entry->box)
               && find_path (node->slots[i].child.node, entry, path))
        {
          return TRUE;
        }
    }

  return FALSE;
}

/* nodes that run empty go, others keep what they have: neighbours in a plan stay neighbours */
static void
remove_below (CwRtreeNode **place, const guint path[CW_RTREE_MAX_HEIGHT])
{
  CwRtreeNode *node = node_make_own (place);
  guint index = path[node->height];
  CwRtreeSlot *slot = &node->slots[index];

  if (node->height > 0)
    {
      remove_below (&slot->child.node, path);
      if (slot->child.node->n_slots > 0)
        {
          slot->child.box = cw_rtree_node_get_box (slot->child.node);
          return;
        }
      cw_rtree_node_unref (slot->child.node);
    }

  node->n_slots--;
  memmove (slot, slot + 1, (node->n_slots - index) * sizeof (CwRtreeSlot));
}

/**
 * cw_rtree_remove:
 * @self: (inout): the tree, replaced by a copy when somebody else holds it
 * @entry: an entry with the box that it was added with
 *
 * Removes one entry.
 *
 * Returns: whether it was there
 */
gboolean
cw_rtree_remove (CwRtree **self, const CwRtreeEntry *entry)
{
  guint path[CW_RTREE_MAX_HEIGHT];
  CwRtree *own;

  if ((*self)->root == NULL || !find_path ((*self)->root, entry, path))
    return FALSE;

  make_own (self);
  own = *self;
  remove_below (&own->root, path);
  own->n_entries--;

  if (own->root->n_slots == 0)
    g_clear_pointer (&own->root, cw_rtree_node_unref);
  while (own->root != NULL && own->root->height > 0 && own->root->n_slots == 1)
    {
      CwRtreeNode *child = own->root->slots[0].child.node;

      own->root->n_slots = 0;
      g_free (own->root);
      own->root = child;
    }
  return TRUE;
}

static gboolean
node_foreach (const CwRtreeNode *node, CwBox box, CwRtreeFunc func, gpointer user_data)
{
  for (guint i = 0; i < node->n_slots; i++)
    {
      const CwRtreeSlot *slot = &node->slots[i];

      if (!cw_box_intersects (cw_rtree_slot_get_box (slot), box))
        continue;
      if (node->height > 0 ? !node_foreach (slot->child.node, box, func, user_data)
                           : !func (&slot->entry, user_data))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_rtree_foreach:
 * @self: a tree
 * @box: where to look [nm]
 * @func: (scope call): called for each entry whose box meets @box, in no particular order
 * @user_data: passed to @func
 *
 * Visits the entries in a box.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
cw_rtree_foreach (const CwRtree *self, CwBox box, CwRtreeFunc func, gpointer user_data)
{
  return self->root == NULL || node_foreach (self->root, box, func, user_data);
}

/* whether the box has a point in common with the segment: the boxes overlap and the corners are
 * not all on one side of the line */
static gboolean
box_meets_segment (CwBox box, CwPoint a, CwPoint b)
{
  CwPoint corners[4] = { box.min, { box.max.x, box.min.y }, box.max, { box.min.x, box.max.y } };
  guint n_left = 0, n_right = 0;

  if (!cw_box_intersects (box, cw_box_from_points (a, b)))
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      gint64 side = cw_point_orient (a, b, corners[i]);

      n_left += side > 0;
      n_right += side < 0;
    }

  return n_left < 4 && n_right < 4;
}

static gboolean
node_foreach_on_segment (const CwRtreeNode *node, CwPoint a, CwPoint b, CwRtreeFunc func,
                         gpointer user_data)
{
  for (guint i = 0; i < node->n_slots; i++)
    {
      const CwRtreeSlot *slot = &node->slots[i];

      if (!box_meets_segment (cw_rtree_slot_get_box (slot), a, b))
        continue;
      if (node->height > 0 ? !node_foreach_on_segment (slot->child.node, a, b, func, user_data)
                           : !func (&slot->entry, user_data))
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_rtree_foreach_on_segment:
 * @self: a tree
 * @a: one end of a segment [nm]
 * @b: its other end [nm]
 * @func: (scope call): called for each entry whose box meets the segment
 * @user_data: passed to @func
 *
 * Visits the entries along a line: the cost follows what lies on it and not the
 * box around it.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
cw_rtree_foreach_on_segment (const CwRtree *self, CwPoint a, CwPoint b, CwRtreeFunc func,
                             gpointer user_data)
{
  return self->root == NULL || node_foreach_on_segment (self->root, a, b, func, user_data);
}
