/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/connect/cw-net-stats.h"

#include <math.h>

typedef struct
{
  const CwConnect *connect;
  const CwDesign *design;
  GArray *list;
} Stats;

static void
add_node (CwNetStats *stats, const CwDesign *design, const CwConnectNode *node)
{
  const CwTrace *trace;

  switch (cw_id_get_kind (node->item))
    {
    case CW_ITEM_DIE:
    case CW_ITEM_BONDING_PAD:
    case CW_ITEM_PASSIVE:
      stats->n_pads++;
      break;

    case CW_ITEM_VIA:
      stats->n_vias++;
      break;

    case CW_ITEM_TRACE:
      trace = cw_design_get_trace (design, node->item);
      stats->length += (gint64) rint (cw_path_get_length (trace->path, FALSE));
      break;

    default:
      break;
    }
}

static gboolean
add_net (CwId id, gconstpointer item, gpointer user_data)
{
  Stats *self = user_data;
  const CwConnectNet *net = cw_connect_get_net (self->connect, id);
  CwNetStats stats = { .net = id };

  if (net != NULL)
    {
      stats.n_islands = net->n_islands;
      for (guint32 i = 0; i < net->n_nodes; i++)
        add_node (&stats, self->design, &net->nodes[i]);
    }
  g_array_append_val (self->list, stats);

  return TRUE;
}

/**
 * cw_net_stats_list:
 * @connect: what hangs together in a design
 *
 * Counts what each net has. Any thread may do so.
 *
 * Returns: (transfer full) (element-type CwNetStats): all nets, ascending
 */
GArray *
cw_net_stats_list (const CwConnect *connect)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CwNetStats));
  CwDesign *design = cw_connect_get_design (connect);
  Stats stats = { connect, design, list };

  cw_design_foreach (design, CW_ITEM_NET, add_net, &stats);

  return list;
}
