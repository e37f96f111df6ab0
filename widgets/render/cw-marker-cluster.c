/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-marker-cluster.h"

typedef struct
{
  gint64 x; /* cell; the key of a table of sums */
  gint64 y;
  gint64 sum_x; /* [nm] */
  gint64 sum_y;
  CwMarkerCluster cluster;
} Cell;

static guint
hash_cell (gconstpointer data)
{
  const Cell *cell = data;

  return (guint) cell->x * 73856093u ^ (guint) cell->y * 19349663u;
}

static gboolean
equal_cells (gconstpointer a, gconstpointer b)
{
  return ((const Cell *) a)->x == ((const Cell *) b)->x
         && ((const Cell *) a)->y == ((const Cell *) b)->y;
}

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0 ? 1 : 0);
}

/**
 * cw_marker_cluster_list:
 * @markers: (array length=n): markers
 * @n: how many there are
 * @cell: markers in the same square of this size fall together, at least 1 [nm]
 *
 * Puts markers together that lie in the same square of the plan. The squares do not
 * depend on the view, so that nothing jumps while it is moved.
 *
 * Returns: (transfer full) (element-type CwMarkerCluster): the clusters, by their first marker
 */
GArray *
cw_marker_cluster_list (const CwMarker *markers, gsize n, gint64 cell)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (CwMarkerCluster));
  g_autoptr (GHashTable) cells = g_hash_table_new (hash_cell, equal_cells);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (cell >= 1, clusters);

  for (gsize i = 0; i < n; i++)
    {
      Cell key = { .x = floor_div (markers[i].at.x, cell), .y = floor_div (markers[i].at.y, cell) };
      Cell *found = g_hash_table_lookup (cells, &key);

      if (found == NULL)
        {
          found = g_memdup2 (&key, sizeof key);
          found->cluster.first = i;
          g_hash_table_add (cells, found);
          g_ptr_array_add (order, found);
        }
      found->sum_x += markers[i].at.x;
      found->sum_y += markers[i].at.y;
      found->cluster.n++;
      found->cluster.n_errors += markers[i].is_warning ? 0 : 1;
    }
  for (guint i = 0; i < order->len; i++)
    {
      Cell *one = g_ptr_array_index (order, i);

      one->cluster.at = CW_POINT ((CwCoord) (one->sum_x / one->cluster.n),
                                  (CwCoord) (one->sum_y / one->cluster.n));
      g_array_append_val (clusters, one->cluster);
    }

  return clusters;
}
