/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/connect/cw-connect-private.h"

/* a net with room for so many pieces and no islands yet */
CwConnectNet *
cw_connect_net_new (CwId net, gsize n_nodes)
{
  CwConnectNet *self = g_malloc0 (sizeof (CwConnectNet) + n_nodes * sizeof (CwConnectNode));

  g_atomic_ref_count_init (&self->ref_count);
  self->net = net;
  self->n_nodes = (guint32) n_nodes;
  return self;
}

void
cw_connect_net_unref (CwConnectNet *self)
{
  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/* index of a piece, -1 when it is not there */
gint
cw_connect_net_find_node (const CwConnectNet *self, CwId item, guint32 part)
{
  guint32 low = 0;
  guint32 high = self->n_nodes;

  while (low < high)
    {
      guint32 middle = (low + high) / 2;
      const CwConnectNode *node = &self->nodes[middle];

      if (node->item == item && node->part == part)
        return (gint) middle;
      if (node->item < item || (node->item == item && node->part < part))
        low = middle + 1;
      else
        high = middle;
    }

  return -1;
}

static void
hold_net (gpointer item)
{
  CwConnectNet **net = item;

  g_atomic_ref_count_inc (&(*net)->ref_count);
}

static void
drop_net (gpointer item)
{
  CwConnectNet **net = item;

  cw_connect_net_unref (*net);
}

static const CwTableClass net_table_class = {
  .size = sizeof (CwConnectNet *),
  .hold = hold_net,
  .drop = drop_net,
};

/* by number of the net */
CwTable *
cw_connect_net_table_new (void)
{
  return cw_table_new (&net_table_class);
}

/* the pieces that an item has in nets: one for each pad of a die and each terminal of a passive
 * device, one for most other items */
void
cw_connect_foreach_node (CwId id, gconstpointer item, CwConnectNodeFunc func, gpointer user_data)
{
  const CwItemClass *klass = cw_item_class_get (cw_id_get_kind (id));
  guint32 n_nodes = cw_item_class_count_nodes (klass, item);

  for (guint32 node = 0; node < n_nodes; node++)
    {
      CwId net = cw_item_class_get_node_net (klass, item, node);

      if (net != CW_ID_NONE)
        func (net, id, node, user_data);
    }
}
