/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/design/cw-edit-private.h"

typedef struct
{
  CwEdit *edit;
  CwItemKind kind;
  const guint8 *map;
  CwTable *table; /* the items as they become */
  GError **error;
} MapContext;

/* the first of an item's levels that is gone, found by trying them out one by one */
static const char *
find_lost_level (const MapContext *context, gconstpointer item)
{
  const CwItemClass *klass = cw_item_class_get (context->kind);
  const CwTechnology *technology = context->edit->technology;

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      g_autofree gpointer copy = g_memdup2 (item, klass->table.size);
      guint8 map[CW_MAX_LEVELS];

      for (guint j = 0; j < CW_MAX_LEVELS; j++)
        map[j] = (guint8) j;
      map[i] = context->map[i];
      if (!klass->map_levels (copy, map))
        return cw_technology_get_level (technology, i)->name;
    }

  return "?";
}

static void
refuse (const MapContext *context, guint32 number, gconstpointer item)
{
  const CwItemClass *klass = cw_item_class_get (context->kind);
  const char *name = klass->get_name != NULL ? klass->get_name (item) : NULL;
  const char *level = find_lost_level (context, item);

  if (name != NULL && *name != '\0')
    g_set_error (context->error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                 "%s \"%s\" is on level \"%s\", which is taken out of the stack", klass->name, name,
                 level);
  else
    g_set_error (context->error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                 "%s %u is on level \"%s\", which is taken out of the stack", klass->name, number,
                 level);
}

static gboolean
map_item (guint32 number, gconstpointer item, gpointer user_data)
{
  MapContext *context = user_data;
  const CwItemClass *klass = cw_item_class_get (context->kind);
  g_autofree gpointer copy = g_memdup2 (item, klass->table.size);

  if (!klass->map_levels (copy, context->map))
    {
      refuse (context, number, item);
      return FALSE;
    }
  if (memcmp (copy, item, klass->table.size) != 0)
    cw_table_set (&context->table, number, copy);
  return TRUE;
}

static gboolean
map_items (CwEdit *self, const guint8 *map, GError **error)
{
  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    {
      g_autoptr (CwTable) before = cw_table_ref (self->tables[kind]);
      MapContext context = { self, kind, map, self->tables[kind], error };
      gboolean done;

      if (cw_item_class_get (kind)->map_levels == NULL)
        continue;
      done = cw_table_foreach (before, map_item, &context);
      self->tables[kind] = context.table;
      if (!done)
        return FALSE;
    }

  return TRUE;
}

/**
 * cw_edit_set_stack:
 * @self: an edit
 * @technology: a technology that is not changed any more
 * @map: (array fixed-size=64): for each level of the technology so far its index in the new stack,
 *   %CW_LEVEL_NONE when it is gone, see cw_technology_dup_with_levels()
 * @error: return location for an error
 *
 * Replaces the technology by one whose levels are others, and takes each item to the level that it
 * is on. When an item is on a level that is gone, or is not valid on the new stack, nothing is
 * changed.
 *
 * Returns: whether every item has its levels and is valid
 */
gboolean
cw_edit_set_stack (CwEdit *self, CwTechnology *technology, const guint8 map[CW_MAX_LEVELS],
                   GError **error)
{
  CwTable *before[CW_N_ITEM_KINDS] = { NULL };
  gboolean done;

  g_return_val_if_fail (self != NULL && technology != NULL && map != NULL, FALSE);

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    before[kind] = cw_table_ref (self->tables[kind]);

  done = map_items (self, map, error) && cw_edit_set_technology (self, technology, error);

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    {
      CwTable *dropped = before[kind];

      if (!done)
        {
          dropped = self->tables[kind];
          self->tables[kind] = before[kind];
        }
      cw_table_unref (dropped);
    }
  return done;
}
