/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/design/cw-diff.h"
#include "model/design/cw-design-private.h"

#define MANY_ITEMS 10000

G_DEFINE_BOXED_TYPE (CwDiff, cw_diff, cw_diff_copy, cw_diff_free)

typedef struct
{
  CwItemKind kind;
  GArray *ids;
} CollectContext;

static void
collect (guint32 number, gconstpointer before, gconstpointer after, gpointer user_data)
{
  CollectContext *context = user_data;
  CwId id = cw_id_new (context->kind, number);

  g_array_append_val (context->ids, id);
}

typedef struct
{
  const GArray *types; /* of CwId, ascending */
  GArray *ids;
} DieContext;

static gboolean
collect_die (CwId id, gconstpointer item, gpointer user_data)
{
  DieContext *context = user_data;

  if (cw_ids_contain (context->types, ((const CwDie *) item)->type))
    g_array_append_val (context->ids, id);
  return TRUE;
}

/* a die whose type differs differs too */
static void
collect_dies_of_types (const CwDesign *before, const CwDesign *after, GArray *ids)
{
  g_autoptr (GArray) types = g_array_new (FALSE, FALSE, sizeof (CwId));
  CollectContext collect_types = { CW_ITEM_DIE_TYPE, types };
  DieContext context = { types, ids };

  cw_table_diff (before->tables[CW_ITEM_DIE_TYPE], after->tables[CW_ITEM_DIE_TYPE], collect,
                 &collect_types);
  if (types->len > 0)
    cw_design_foreach (after, CW_ITEM_DIE, collect_die, &context);
}

/**
 * cw_design_collect_changes:
 * @before: a design
 * @after: another
 *
 * Finds the items that differ, and the dies whose type does.
 *
 * Returns: (transfer full) (element-type CwId): their ids, ascending
 */
GArray *
cw_design_collect_changes (const CwDesign *before, const CwDesign *after)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (CwId));

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    {
      CollectContext context = { kind, ids };

      cw_table_diff (before->tables[kind], after->tables[kind], collect, &context);
    }
  collect_dies_of_types (before, after, ids);
  cw_ids_sort (ids);
  return ids;
}

static void
add_areas (CwDiff *self, const CwDesign *design, GArray *entries[CW_MAX_LEVELS])
{
  for (gsize i = 0; i < self->n_items; i++)
    {
      gconstpointer item = cw_design_get_item (design, self->items[i]);

      if (item == NULL)
        continue;
      cw_design_append_entries (design, self->items[i], item, entries);
      for (guint level = 0; level < CW_MAX_LEVELS; level++)
        {
          for (guint k = 0; entries[level] != NULL && k < entries[level]->len; k++)
            self->areas[level] = cw_box_union (self->areas[level],
                                               g_array_index (entries[level], CwRtreeEntry, k).box);
          if (entries[level] != NULL)
            g_array_set_size (entries[level], 0);
        }
    }
}

/* Of what is most of a level, the place of each item need not be known. */
static void
add_whole_levels (CwDiff *self)
{
  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    {
      const CwRtree *before = cw_design_get_index (self->before, level);
      const CwRtree *after = cw_design_get_index (self->after, level);

      if (before == after)
        continue;
      if (before != NULL)
        self->areas[level] = cw_box_union (self->areas[level], cw_rtree_get_bounds (before));
      if (after != NULL)
        self->areas[level] = cw_box_union (self->areas[level], cw_rtree_get_bounds (after));
    }
}

static void
find_areas (CwDiff *self)
{
  GArray *entries[CW_MAX_LEVELS] = { NULL };
  gsize n_items = 0;

  self->area = CW_BOX_EMPTY;
  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    self->areas[level] = CW_BOX_EMPTY;
  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    n_items += MAX (cw_design_get_n_items (self->before, kind),
                    cw_design_get_n_items (self->after, kind));
  if (self->n_items > MANY_ITEMS && self->n_items > n_items / 8)
    {
      add_whole_levels (self);
    }
  else
    {
      add_areas (self, self->before, entries);
      add_areas (self, self->after, entries);
    }
  for (guint level = 0; level < CW_MAX_LEVELS; level++)
    {
      g_clear_pointer (&entries[level], g_array_unref);
      self->area = cw_box_union (self->area, self->areas[level]);
    }
}

/**
 * cw_diff_new:
 * @before: a design
 * @after: another
 *
 * Compares two designs by walking both and skipping what they share: the cost follows
 * the difference, not the size.
 *
 * Returns: (transfer full): what differs
 */
CwDiff *
cw_diff_new (CwDesign *before, CwDesign *after)
{
  CwDiff *self = g_new0 (CwDiff, 1);
  GArray *ids = cw_design_collect_changes (before, after);

  self->before = cw_design_ref (before);
  self->after = cw_design_ref (after);
  self->technology_changed = before->technology != after->technology
                             && !cw_technology_equal (before->technology, after->technology);
  self->outline_changed = !cw_path_equal (before->outline, after->outline);

  self->n_items = ids->len;
  self->items = (CwId *) (gpointer) g_array_free (ids, FALSE);

  find_areas (self);
  return self;
}

/**
 * cw_diff_copy:
 * @self: a diff
 *
 * Returns: (transfer full): a copy
 */
CwDiff *
cw_diff_copy (const CwDiff *self)
{
  CwDiff *copy = g_memdup2 (self, sizeof (CwDiff));

  cw_design_ref (copy->before);
  cw_design_ref (copy->after);
  copy->items = g_memdup2 (self->items, self->n_items * sizeof (CwId));
  return copy;
}

/**
 * cw_diff_free:
 * @self: (transfer full): a diff
 *
 * Frees a diff.
 */
void
cw_diff_free (CwDiff *self)
{
  cw_design_unref (self->before);
  cw_design_unref (self->after);
  g_free (self->items);
  g_free (self);
}

/**
 * cw_diff_is_empty:
 * @self: a diff
 *
 * Returns: whether the designs hold the same items, technology and outline
 */
gboolean
cw_diff_is_empty (const CwDiff *self)
{
  return self->n_items == 0 && !self->technology_changed && !self->outline_changed;
}
