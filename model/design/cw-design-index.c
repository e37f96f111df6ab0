/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/design/cw-design-private.h"

#define SLANTED_MARGIN 2 /* [nm] */
#define MANY 100000      /* entries that are worth a second thread */

static void
append_entry (GArray *entries[CW_MAX_LEVELS], guint level, CwBox box, CwId id, guint32 part)
{
  CwRtreeEntry entry = { box, id, part };

  if (entries[level] == NULL)
    entries[level] = g_array_new (FALSE, FALSE, sizeof (CwRtreeEntry));
  g_array_append_val (entries[level], entry);
}

static void
append_die_pads (const CwDesign *self, CwId id, const CwDie *die, const CwDieType *type,
                 GArray *entries[CW_MAX_LEVELS])
{
  guint level = cw_technology_find_level_kind (self->technology, CW_LEVEL_PAD);
  CwTransform transform = cw_die_get_transform (die);
  CwBox box = cw_pads_get_bounds (type->pads);

  if (level >= CW_MAX_LEVELS || cw_box_is_empty (box))
    return;

  /* each corner of a slanted pad is rounded for itself, and may so come to lie further out */
  box = cw_transform_box (&transform, box);
  if (!cw_transform_is_right_angled (&transform))
    box = cw_box_grow (box, SLANTED_MARGIN);
  append_entry (entries, level, box, id, CW_DIE_PART_ALL_PADS);
}

/**
 * cw_design_append_entries:
 * @self: a design
 * @id: an id
 * @item: its item
 * @entries: arrays of #CwRtreeEntry by level, made where they are %NULL
 *
 * Appends what the index holds of an item. The pads of a die are one entry: the die
 * type has an index of its own for them, so that moving a die costs the same for any number of
 * pads.
 */
void
cw_design_append_entries (const CwDesign *self, CwId id, gconstpointer item,
                          GArray *entries[CW_MAX_LEVELS])
{
  CwItemKind kind = cw_id_get_kind (id);
  const CwItemClass *klass = cw_item_class_get (kind);
  CwItemContext context = cw_design_get_context (self, kind, item);
  guint32 n_shapes;

  if (klass->count_shapes == NULL)
    return;

  n_shapes = kind == CW_ITEM_DIE ? 1 : klass->count_shapes (item, &context);
  for (guint32 part = 0; part < n_shapes; part++)
    {
      CwShape shape;

      klass->get_shape (item, &context, part, &shape);
      append_entry (entries, shape.level, cw_shape_get_bounds (&shape), id, part);
      cw_shape_clear (&shape);
    }

  if (kind == CW_ITEM_DIE)
    append_die_pads (self, id, item, context.die_type, entries);
}

typedef struct
{
  CwDesign *design;
  GArray *entries[CW_MAX_LEVELS];
  int next_level;
} Build;

static gboolean
append_item (CwId id, gconstpointer item, gpointer user_data)
{
  Build *build = user_data;

  cw_design_append_entries (build->design, id, item, build->entries);
  return TRUE;
}

static gpointer
build_levels (gpointer user_data)
{
  Build *build = user_data;
  int level;

  while ((level = g_atomic_int_add (&build->next_level, 1)) < CW_MAX_LEVELS)
    {
      g_autoptr (GArray) entries = g_steal_pointer (&build->entries[level]);

      g_clear_pointer (&build->design->index[level], cw_rtree_unref);
      if (entries != NULL)
        build->design->index[level] = cw_rtree_new ((CwRtreeEntry *) entries->data, entries->len);
    }

  return NULL;
}

/**
 * cw_design_build_index:
 * @self: a design that nobody else holds yet
 *
 * Makes the indexes of all levels anew.
 */
void
cw_design_build_index (CwDesign *self)
{
  Build build = { self, { NULL }, 0 };
  g_autoptr (GThread) helper = NULL;
  gsize n_entries = 0;

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    if (cw_item_class_get (kind)->count_shapes != NULL)
      cw_design_foreach (self, kind, append_item, &build);

  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    n_entries += build.entries[level] != NULL ? build.entries[level]->len : 0;

  if (n_entries > MANY)
    helper = g_thread_new ("index", build_levels, &build);
  build_levels (&build);
  if (helper != NULL)
    g_thread_join (g_steal_pointer (&helper));
}

/* entries that stand in both arrays at the same place need no change */
static void
replace_entries (CwRtree **tree, const GArray *before, const GArray *after)
{
  guint n_before = before != NULL ? before->len : 0;
  guint n_after = after != NULL ? after->len : 0;

  if (n_before + n_after > 0 && *tree == NULL)
    *tree = cw_rtree_new (NULL, 0);

  for (guint i = 0; i < MAX (n_before, n_after); i++)
    {
      const CwRtreeEntry *old = i < n_before ? &g_array_index (before, CwRtreeEntry, i) : NULL;
      const CwRtreeEntry *new = i < n_after ? &g_array_index (after, CwRtreeEntry, i) : NULL;

      if (old != NULL && new != NULL && old->item == new->item
          && old->part == new->part &&cw_box_equal (old->box, new->box))
        continue;
      if (old != NULL && !cw_rtree_remove (tree, old))
        g_assert_not_reached ();
      if (new != NULL)
        cw_rtree_insert (tree, new);
    }
}

static void
clear_entries (GArray *entries[CW_MAX_LEVELS])
{
  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    if (entries[level] != NULL)
      g_array_set_size (entries[level], 0);
}

/**
 * cw_design_update_index:
 * @self: a design that nobody else holds yet, with the index of @base
 * @base: the design before
 * @ids: (array length=n_ids): the items that differ
 * @n_ids: how many
 *
 * Brings the index up to date: the cost follows the items that differ.
 */
void
cw_design_update_index (CwDesign *self, const CwDesign *base, const CwId *ids, gsize n_ids)
{
  GArray *before[CW_MAX_LEVELS] = { NULL };
  GArray *after[CW_MAX_LEVELS] = { NULL };

  for (gsize i = 0; i < n_ids; i++)
    {
      gconstpointer old = cw_design_get_item (base, ids[i]);
      gconstpointer new = cw_design_get_item (self, ids[i]);

      clear_entries (before);
      clear_entries (after);
      if (old != NULL)
        cw_design_append_entries (base, ids[i], old, before);
      if (new != NULL)
        cw_design_append_entries (self, ids[i], new, after);
      for (guint level = 0; level < CW_MAX_LEVELS; level++)
        if (before[level] != NULL || after[level] != NULL)
          replace_entries (&self->index[level], before[level], after[level]);
    }

  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    {
      g_clear_pointer (&before[level], g_array_unref);
      g_clear_pointer (&after[level], g_array_unref);
    }
}
