/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/geometry/cw-hilbert.h"
#include "model/geometry/cw-rtree-private.h"

typedef struct
{
  guint32 key;
  guint32 index;
} SortKey;

/* least significant byte first, stable: equal keys keep the order of the entries */
static void
sort_keys (SortKey *keys, SortKey *spare, gsize n)
{
  /* memcpy () takes no NULL, not even for nothing */
  for (guint shift = 0; n > 0 && shift < 32; shift += 8)
    {
      gsize counts[257] = { 0 };

      for (gsize i = 0; i < n; i++)
        counts[(keys[i].key >> shift & 255) + 1]++;
      for (guint i = 0; i < 256; i++)
        counts[i + 1] += counts[i];
      for (gsize i = 0; i < n; i++)
        spare[counts[keys[i].key >> shift & 255]++] = keys[i];
      memcpy (keys, spare, n * sizeof (SortKey));
    }
}

static CwRtreeNode *
pack_leaves (const CwRtreeEntry *entries, const SortKey *keys, gsize n_entries, GPtrArray *nodes)
{
  for (gsize i = 0; i < n_entries;)
    {
      CwRtreeNode *leaf = cw_rtree_node_new (0);

      for (; i < n_entries && leaf->n_slots < CW_RTREE_CAPACITY; i++)
        leaf->slots[leaf->n_slots++].entry = entries[keys[i].index];
      g_ptr_array_add (nodes, leaf);
    }

  for (guint height = 1; nodes->len > 1; height++)
    {
      guint n_parents = 0;

      for (guint i = 0; i < nodes->len;)
        {
          CwRtreeNode *parent = cw_rtree_node_new (height);

          for (; i < nodes->len && parent->n_slots < CW_RTREE_CAPACITY; i++)
            {
              CwRtreeSlot *slot = &parent->slots[parent->n_slots++];

              slot->child.node = nodes->pdata[i];
              slot->child.box = cw_rtree_node_get_box (slot->child.node);
            }
          nodes->pdata[n_parents++] = parent;
        }
      g_ptr_array_set_size (nodes, (int) n_parents);
    }

  return nodes->len > 0 ? nodes->pdata[0] : NULL;
}

/**
 * cw_rtree_new:
 * @entries: (array length=n_entries): entries in any order
 * @n_entries: how many, may be zero
 *
 * Makes a tree, packed full in the order of a Hilbert curve through the centres of
 * the boxes.
 *
 * Source: I. Kamel, C. Faloutsos, On packing R-trees, CIKM 1993.
 *
 * Returns: (transfer full): the tree
 */
CwRtree *
cw_rtree_new (CwRtreeEntry *entries, gsize n_entries)
{
  CwRtree *self = g_new0 (CwRtree, 1);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  g_autofree SortKey *keys = g_new (SortKey, n_entries);
  g_autofree SortKey *spare = g_new (SortKey, n_entries);
  CwBox bounds = CW_BOX_EMPTY;

  for (gsize i = 0; i < n_entries; i++)
    bounds = cw_box_union (bounds, entries[i].box);
  for (gsize i = 0; i < n_entries; i++)
    {
      keys[i].key = cw_hilbert_get_key (bounds, cw_box_get_centre (entries[i].box));
      keys[i].index = (guint32) i;
    }
  sort_keys (keys, spare, n_entries);

  g_atomic_ref_count_init (&self->ref_count);
  self->root = pack_leaves (entries, keys, n_entries, nodes);
  self->n_entries = n_entries;
  return self;
}
