/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-shape-cache.h"

#define N_SLOTS 8

/* Shapes are asked for one by one, but those of a mesh or a spiral are made all at once. So each
 * thread keeps those of the items that it asked about last. An item is told by its value: nothing
 * can go stale. */
typedef struct
{
  const CwItemClass *klass;
  gpointer item; /* a copy that holds what it points to */
  CwTechnology *technology;
  GArray *shapes; /* of CwMadeShape */
  guint64 used;
} Slot;

typedef struct
{
  Slot slots[N_SLOTS];
  guint64 clock;
} Cache;

static void
slot_clear (Slot *self)
{
  if (self->klass == NULL)
    return;
  if (self->klass->table.drop != NULL)
    self->klass->table.drop (self->item);
  g_free (self->item);
  cw_technology_unref (self->technology);
  g_array_unref (self->shapes);
  *self = (Slot){ NULL };
}

static void
cache_free (gpointer data)
{
  Cache *self = data;

  for (guint i = 0; i < N_SLOTS; i++)
    slot_clear (&self->slots[i]);
  g_free (self);
}

static GPrivate caches = G_PRIVATE_INIT (cache_free);

static void
clear_shape (gpointer data)
{
  cw_shape_clear (&((CwMadeShape *) data)->shape);
}

static void
slot_fill (Slot *self, const CwItemClass *klass, gconstpointer item, const CwTechnology *technology,
           CwShapeMaker make)
{
  slot_clear (self);
  self->klass = klass;
  self->item = g_memdup2 (item, klass->table.size);
  if (klass->table.hold != NULL)
    klass->table.hold (self->item);
  self->technology = cw_technology_ref ((CwTechnology *) technology);
  self->shapes = g_array_new (FALSE, FALSE, sizeof (CwMadeShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  make (item, technology, self->shapes);
}

/**
 * cw_shape_cache_get:
 * @klass: a kind of item
 * @item: a valid item of that kind
 * @technology: the stack
 * @make: makes all its shapes
 *
 * Gets all shapes of an item, made now or kept from the last time that this thread asked.
 *
 * Returns: (transfer none) (element-type CwMadeShape): the shapes, valid until this thread asks
 *   about another item
 */
const GArray *
cw_shape_cache_get (const CwItemClass *klass, gconstpointer item, const CwTechnology *technology,
                    CwShapeMaker make)
{
  Cache *self = g_private_get (&caches);
  Slot *oldest;

  if (self == NULL)
    {
      self = g_new0 (Cache, 1);
      g_private_set (&caches, self);
    }

  oldest = &self->slots[0];
  for (guint i = 0; i < N_SLOTS; i++)
    {
      Slot *slot = &self->slots[i];

      if (slot->klass == klass && slot->technology == technology
          && klass->table.equal (slot->item, item))
        {
          slot->used = ++self->clock;
          return slot->shapes;
        }
      if (slot->used < oldest->used)
        oldest = slot;
    }

  slot_fill (oldest, klass, item, technology, make);
  oldest->used = ++self->clock;
  return oldest->shapes;
}
