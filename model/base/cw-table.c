/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-table.h"

#include <string.h>

/* A radix tree over the item numbers: leaves of 64 items with a bit for each that is
 * there, inner nodes of 64 children. It is as high as the greatest number needs. */

#define BITS 6
#define WIDTH (1u << BITS)
#define MASK (WIDTH - 1)

typedef struct
{
  gatomicrefcount ref_count;
} Node;

typedef struct
{
  gatomicrefcount ref_count;
  Node *children[WIDTH];
} Inner;

typedef struct
{
  gatomicrefcount ref_count;
  guint64 present;
  guint8 items[] __attribute__ ((aligned (8)));
} Leaf;

struct _CwTable
{
  gatomicrefcount ref_count;
  const CwTableClass *klass;
  Node *root; /* an Inner when height > 0, a Leaf when it is 0; may be NULL */
  guint height;
  guint32 n_items;
  guint32 next_number;
};

static gpointer
leaf_item (const CwTableClass *klass, const Leaf *leaf, guint slot)
{
  return (gpointer) (leaf->items + slot * klass->size);
}

static void
node_unref (const CwTableClass *klass, Node *node, guint height)
{
  if (node == NULL || !g_atomic_ref_count_dec (&node->ref_count))
    return;

  if (height > 0)
    {
      Inner *inner = (Inner *) node;

      for (guint i = 0; i < WIDTH; i++)
        node_unref (klass, inner->children[i], height - 1);
    }
  else if (klass->drop != NULL)
    {
      Leaf *leaf = (Leaf *) node;

      for (guint64 left = leaf->present; left != 0; left &= left - 1)
        klass->drop (leaf_item (klass, leaf, (guint) __builtin_ctzll (left)));
    }

  g_free (node);
}

static Node *
leaf_new (const CwTableClass *klass)
{
  Leaf *leaf = g_malloc0 (sizeof (Leaf) + WIDTH * klass->size);

  g_atomic_ref_count_init (&leaf->ref_count);
  return (Node *) leaf;
}

static Node *
inner_new (void)
{
  Inner *inner = g_new0 (Inner, 1);

  g_atomic_ref_count_init (&inner->ref_count);
  return (Node *) inner;
}

/* makes *node one that nobody else holds; the path above it must be so already */
static Node *
node_make_own (const CwTableClass *klass, Node **node, guint height)
{
  Node *old = *node;

  if (old == NULL)
    {
      *node = height > 0 ? inner_new () : leaf_new (klass);
      return *node;
    }

  if (g_atomic_ref_count_compare (&old->ref_count, 1))
    return old;

  if (height > 0)
    {
      Inner *copy = g_memdup2 (old, sizeof (Inner));

      g_atomic_ref_count_init (&copy->ref_count);
      for (guint i = 0; i < WIDTH; i++)
        if (copy->children[i] != NULL)
          g_atomic_ref_count_inc (&copy->children[i]->ref_count);
      *node = (Node *) copy;
    }
  else
    {
      Leaf *copy = g_memdup2 (old, sizeof (Leaf) + WIDTH * klass->size);

      g_atomic_ref_count_init (&copy->ref_count);
      if (klass->hold != NULL)
        for (guint64 left = copy->present; left != 0; left &= left - 1)
          klass->hold (leaf_item (klass, copy, (guint) __builtin_ctzll (left)));
      *node = (Node *) copy;
    }

  node_unref (klass, old, height);
  return *node;
}

/**
 * cw_table_new:
 * @klass: what its items are; must outlive the table
 *
 * Makes an empty table.
 *
 * Returns: (transfer full): the table
 */
CwTable *
cw_table_new (const CwTableClass *klass)
{
  CwTable *self = g_new0 (CwTable, 1);

  g_return_val_if_fail (klass->size > 0 && klass->size <= 256, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->klass = klass;
  self->next_number = 1;
  return self;
}

/**
 * cw_table_ref:
 * @self: a table
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
CwTable *
cw_table_ref (CwTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_table_unref:
 * @self: (transfer full): a table
 *
 * Gives a reference back.
 */
void
cw_table_unref (CwTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  node_unref (self->klass, self->root, self->height);
  g_free (self);
}

static Leaf *
find_leaf (const CwTable *self, guint32 number)
{
  Node *node = self->root;

  if ((guint64) number >> (BITS * (self->height + 1)) != 0)
    return NULL;

  for (guint height = self->height; node != NULL && height > 0; height--)
    node = ((Inner *) node)->children[number >> (BITS * height) & MASK];

  return (Leaf *) node;
}

/**
 * cw_table_get:
 * @self: a table
 * @number: an item's number
 *
 * Looks an item up.
 *
 * Returns: (transfer none) (nullable): the item; it lives as long as the table and its
 *   other versions that share it
 */
gconstpointer
cw_table_get (const CwTable *self, guint32 number)
{
  const Leaf *leaf = find_leaf (self, number);

  if (leaf == NULL || (leaf->present >> (number & MASK) & 1) == 0)
    return NULL;

  return leaf_item (self->klass, leaf, number & MASK);
}

/**
 * cw_table_get_n_items:
 * @self: a table
 *
 * Returns: how many items it holds
 */
guint32
cw_table_get_n_items (const CwTable *self)
{
  return self->n_items;
}

/**
 * cw_table_get_next_number:
 * @self: a table
 *
 * Returns: a number greater than any that this table ever held
 */
guint32
cw_table_get_next_number (const CwTable *self)
{
  return self->next_number;
}

static void
make_own (CwTable **self)
{
  CwTable *old = *self;
  CwTable *copy;

  if (g_atomic_ref_count_compare (&old->ref_count, 1))
    return;

  copy = g_memdup2 (old, sizeof (CwTable));
  g_atomic_ref_count_init (&copy->ref_count);
  if (copy->root != NULL)
    g_atomic_ref_count_inc (&copy->root->ref_count);
  cw_table_unref (old);
  *self = copy;
}

static Leaf *
get_own_leaf (CwTable *self, guint32 number)
{
  Node **node = &self->root;
  guint height;

  while ((guint64) number >> (BITS * (self->height + 1)) != 0)
    {
      if (self->root != NULL)
        {
          Inner *inner = (Inner *) inner_new ();

          inner->children[0] = self->root;
          self->root = (Node *) inner;
        }
      self->height++;
    }

  for (height = self->height; height > 0; height--)
    {
      Inner *inner = (Inner *) node_make_own (self->klass, node, height);

      node = &inner->children[number >> (BITS * height) & MASK];
    }

  return (Leaf *) node_make_own (self->klass, node, 0);
}

/**
 * cw_table_set:
 * @self: (inout): the table, replaced by a copy when somebody else holds it
 * @number: the item's number
 * @item: the item; the table keeps a copy and takes references of its own
 *
 * Adds an item or replaces one.
 */
void
cw_table_set (CwTable **self, guint32 number, gconstpointer item)
{
  const CwTableClass *klass = (*self)->klass;
  Leaf *leaf;
  gpointer place;
  guint64 bit = (guint64) 1 << (number & MASK);
  guint8 old[256];
  gboolean was_there;

  make_own (self);
  leaf = get_own_leaf (*self, number);
  place = leaf_item (klass, leaf, number & MASK);
  was_there = (leaf->present & bit) != 0;

  if (was_there)
    memcpy (old, place, klass->size);
  memcpy (place, item, klass->size);
  if (klass->hold != NULL)
    klass->hold (place);
  if (was_there && klass->drop != NULL)
    klass->drop (old);

  if (!was_there)
    {
      leaf->present |= bit;
      (*self)->n_items++;
    }
  (*self)->next_number = MAX ((*self)->next_number, number + 1);
}

/**
 * cw_table_remove:
 * @self: (inout): the table, replaced by a copy when somebody else holds it
 * @number: the item's number
 *
 * Removes an item; its number is not used again.
 *
 * Returns: whether it was there
 */
gboolean
cw_table_remove (CwTable **self, guint32 number)
{
  Leaf *leaf;

  if (cw_table_get (*self, number) == NULL)
    return FALSE;

  make_own (self);
  leaf = get_own_leaf (*self, number);
  if ((*self)->klass->drop != NULL)
    (*self)->klass->drop (leaf_item ((*self)->klass, leaf, number & MASK));
  memset (leaf_item ((*self)->klass, leaf, number & MASK), 0, (*self)->klass->size);
  leaf->present &= ~((guint64) 1 << (number & MASK));
  (*self)->n_items--;
  return TRUE;
}

static gboolean
node_foreach (const CwTableClass *klass, const Node *node, guint height, guint32 first,
              CwTableFunc func, gpointer user_data)
{
  if (node == NULL)
    return TRUE;

  if (height > 0)
    {
      const Inner *inner = (const Inner *) node;

      for (guint i = 0; i < WIDTH; i++)
        if (!node_foreach (klass, inner->children[i], height - 1, first | i << (BITS * height),
                           func, user_data))
          return FALSE;
    }
  else
    {
      const Leaf *leaf = (const Leaf *) node;

      for (guint64 left = leaf->present; left != 0; left &= left - 1)
        {
          guint slot = (guint) __builtin_ctzll (left);

          if (!func (first | slot, leaf_item (klass, leaf, slot), user_data))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * cw_table_foreach:
 * @self: a table
 * @func: (scope call): called for each item by ascending number
 * @user_data: passed to @func
 *
 * Visits every item.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
cw_table_foreach (const CwTable *self, CwTableFunc func, gpointer user_data)
{
  return node_foreach (self->klass, self->root, self->height, 0, func, user_data);
}

typedef struct
{
  const CwTableClass *klass;
  CwTableDiffFunc func;
  gpointer user_data;
} DiffContext;

static gboolean
items_equal (const CwTableClass *klass, gconstpointer a, gconstpointer b)
{
  return klass->equal != NULL ? klass->equal (a, b) : memcmp (a, b, klass->size) == 0;
}

static void
leaf_diff (const DiffContext *context, const Leaf *before, const Leaf *after, guint32 first)
{
  const CwTableClass *klass = context->klass;
  guint64 in_before = before != NULL ? before->present : 0;
  guint64 in_after = after != NULL ? after->present : 0;

  for (guint64 left = in_before | in_after; left != 0; left &= left - 1)
    {
      guint slot = (guint) __builtin_ctzll (left);
      gconstpointer a = in_before >> slot & 1 ? leaf_item (klass, before, slot) : NULL;
      gconstpointer b = in_after >> slot & 1 ? leaf_item (klass, after, slot) : NULL;

      if (a == NULL || b == NULL || !items_equal (klass, a, b))
        context->func (first | slot, a, b, context->user_data);
    }
}

static void
node_diff (const DiffContext *context, const Node *before, guint before_height, const Node *after,
           guint after_height, guint32 first)
{
  guint height = MAX (before_height, after_height);

  if (before == after)
    return;

  if (height == 0)
    {
      leaf_diff (context, (const Leaf *) before, (const Leaf *) after, first);
      return;
    }

  /* a lower tree stands for the first child of a higher one */
  for (guint i = 0; i < WIDTH; i++)
    {
      const Node *a = NULL, *b = NULL;

      if (before != NULL && before_height == height)
        a = ((const Inner *) before)->children[i];
      else if (i == 0)
        a = before;
      if (after != NULL && after_height == height)
        b = ((const Inner *) after)->children[i];
      else if (i == 0)
        b = after;

      node_diff (context, a, MIN (before_height, height - 1), b, MIN (after_height, height - 1),
                 first | i << (BITS * height));
    }
}

/**
 * cw_table_diff:
 * @before: a table
 * @after: another of the same class
 * @func: (scope call): called for each item that differs, by ascending number
 * @user_data: passed to @func
 *
 * Compares two tables. Parts that they share are skipped, so the cost follows the
 * difference and not the size.
 */
void
cw_table_diff (const CwTable *before, const CwTable *after, CwTableDiffFunc func,
               gpointer user_data)
{
  DiffContext context = { before->klass, func, user_data };

  g_return_if_fail (before->klass == after->klass);

  node_diff (&context, before->root, before->height, after->root, after->height, 0);
}
