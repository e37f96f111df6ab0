/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/connect/cw-connect-private.h"

#define GREAT 32 /* pieces from which on a net is mended, not found anew */

typedef struct
{
  CwId net;
  CwConnectNode node;
  gboolean is_new; /* whether the design after has it */
} Change;

/**
 * cw_connect_list_changed:
 * @diff: what differs
 *
 * Lists the placed items that differ; the dies of a type that differs are among them.
 *
 * Returns: (transfer full) (element-type CwId): ids, ascending
 */
GArray *
cw_connect_list_changed (const CwDiff *diff)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (CwId));

  for (gsize i = 0; i < diff->n_items; i++)
    {
      CwItemKind kind = cw_id_get_kind (diff->items[i]);

      if (kind != CW_ITEM_NET && kind != CW_ITEM_DIE_TYPE)
        g_array_append_val (ids, diff->items[i]);
    }

  return ids;
}

typedef struct
{
  GArray *changes;
  gboolean is_new;
} Note;

static void
note_change (CwId net, CwId item, guint32 part, gpointer user_data)
{
  const Note *note = user_data;
  Change change = { net, { item, part, G_MAXUINT32 }, note->is_new };

  g_array_append_val (note->changes, change);
}

static gint
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *change_a = a;
  const Change *change_b = b;

  if (change_a->net != change_b->net)
    return change_a->net < change_b->net ? -1 : 1;
  if (change_a->node.item != change_b->node.item)
    return change_a->node.item < change_b->node.item ? -1 : 1;
  if (change_a->node.part != change_b->node.part)
    return change_a->node.part < change_b->node.part ? -1 : 1;
  return change_a->is_new - change_b->is_new;
}

static GArray *
list_changes (const CwDiff *diff, const GArray *ids)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));

  for (guint i = 0; i < ids->len; i++)
    {
      CwId id = g_array_index (ids, CwId, i);
      gconstpointer before = cw_design_get_item (diff->before, id);
      gconstpointer after = cw_design_get_item (diff->after, id);
      Note note = { changes, FALSE };

      if (before != NULL)
        cw_connect_foreach_node (id, before, note_change, &note);
      note.is_new = TRUE;
      if (after != NULL)
        cw_connect_foreach_node (id, after, note_change, &note);
    }

  g_array_sort (changes, compare_changes);
  return changes;
}

static gboolean
is_less (const CwConnectNode *a, const CwConnectNode *b)
{
  return a->item != b->item ? a->item < b->item : a->part < b->part;
}

/* the pieces that stay and those that are new, in order; islands are not found yet */
static CwConnectNet *
merge_net (const CwConnectNet *old, CwId net, const Change *changes, guint n_changes,
           const GArray *ids)
{
  guint32 n_old = old != NULL ? old->n_nodes : 0;
  CwConnectNet *self = cw_connect_net_new (net, (gsize) n_old + n_changes);
  guint32 i = 0;
  guint k = 0;

  self->n_nodes = 0;
  while (i < n_old || k < n_changes)
    {
      if (k < n_changes && !changes[k].is_new)
        k++;
      else if (i < n_old && cw_ids_contain (ids, old->nodes[i].item))
        i++;
      else if (k == n_changes || (i < n_old && is_less (&old->nodes[i], &changes[k].node)))
        self->nodes[self->n_nodes++] = old->nodes[i++];
      else
        self->nodes[self->n_nodes++] = changes[k++].node;
    }

  return self;
}

static void
update_net (CwConnect *self, const CwDiff *diff, CwId net, const Change *changes, guint n_changes,
            const GArray *ids)
{
  guint32 number = cw_id_get_number (net);
  const CwConnectNet *old = cw_connect_get_net (self, net);
  CwConnectNet *next = merge_net (old, net, changes, n_changes, ids);

  if (next->n_nodes == 0)
    cw_table_remove (&self->nets, number);
  else
    {
      if (old == NULL || next->n_nodes < GREAT
          || !cw_connect_net_update_islands (next, old, diff, ids))
        {
          g_autoptr (CwNetShapes) shapes = cw_net_shapes_new (self->design, next);

          cw_net_shapes_find_islands (shapes, next);
        }
      cw_table_set (&self->nets, number, &next);
    }
  cw_connect_net_unref (next);
}

/**
 * cw_connect_update:
 * @self: what is connected in @diff's first design
 * @diff: what differs
 *
 * Finds what is connected in the second design; the cost follows the nets of what differs.
 *
 * Returns: (transfer full): what is connected in it
 */
CwConnect *
cw_connect_update (CwConnect *self, const CwDiff *diff)
{
  g_autoptr (GArray) ids = cw_connect_list_changed (diff);
  g_autoptr (GArray) changes = NULL;
  CwConnect *next = g_new0 (CwConnect, 1);

  if (diff->technology_changed)
    {
      g_free (next);
      return cw_connect_new (diff->after);
    }

  g_atomic_ref_count_init (&next->ref_count);
  next->design = cw_design_ref (diff->after);
  next->nets = cw_table_ref (self->nets);
  changes = list_changes (diff, ids);

  for (guint first = 0, end; first < changes->len; first = end)
    {
      const Change *change = &g_array_index (changes, Change, first);

      for (end = first; end < changes->len; end++)
        if (g_array_index (changes, Change, end).net != change->net)
          break;
      update_net (next, diff, change->net, change, end - first, ids);
    }

  return next;
}
