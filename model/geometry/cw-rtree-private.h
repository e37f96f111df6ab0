/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-rtree.h"

G_BEGIN_DECLS

#define CW_RTREE_CAPACITY 32
#define CW_RTREE_MAX_HEIGHT 16

typedef struct _CwRtreeNode CwRtreeNode;

typedef union
{
  CwRtreeEntry entry; /* in a leaf */
  struct
  {
    CwBox box;
    CwRtreeNode *node;
  } child; /* above */
} CwRtreeSlot;

struct _CwRtreeNode
{
  gatomicrefcount ref_count;
  guint16 n_slots;
  guint16 height; /* 0: leaf */
  CwRtreeSlot slots[CW_RTREE_CAPACITY];
};

struct _CwRtree
{
  gatomicrefcount ref_count;
  CwRtreeNode *root; /* NULL when empty */
  gsize n_entries;
};

static inline CwBox
cw_rtree_slot_get_box (const CwRtreeSlot *slot)
{
  return slot->entry.box; /* both members begin with the box */
}

static inline CwBox
cw_rtree_node_get_box (const CwRtreeNode *node)
{
  CwBox box = CW_BOX_EMPTY;

  for (guint i = 0; i < node->n_slots; i++)
    box = cw_box_union (box, cw_rtree_slot_get_box (&node->slots[i]));
  return box;
}

static inline CwRtreeNode *
cw_rtree_node_new (guint height)
{
  CwRtreeNode *node = g_new (CwRtreeNode, 1);

  g_atomic_ref_count_init (&node->ref_count);
  node->n_slots = 0;
  node->height = (guint16) height;
  return node;
}

void cw_rtree_node_unref (CwRtreeNode *self);

G_END_DECLS
