/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-marker-cluster.h"

static void
test_near_markers_fall_together (void)
{
  static const CwMarker markers[] = {
    { CW_POINT (10, 10), FALSE },
    { CW_POINT (90, 30), TRUE },
    { CW_POINT (110, 10), TRUE },
    { CW_POINT (-1, 10), FALSE },
  };
  g_autoptr (GArray) clusters = cw_marker_cluster_list (markers, G_N_ELEMENTS (markers), 100);
  const CwMarkerCluster *all = (const CwMarkerCluster *) (gpointer) clusters->data;

  g_assert_cmpuint (clusters->len, ==, 3);
  g_assert_cmpuint (all[0].n, ==, 2);
  g_assert_cmpuint (all[0].n_errors, ==, 1);
  g_assert_cmpint (all[0].at.x, ==, 50);
  g_assert_cmpint (all[0].at.y, ==, 20);
  g_assert_cmpuint (all[1].first, ==, 2);
  g_assert_cmpuint (all[1].n_errors, ==, 0);
  g_assert_cmpint (all[2].at.x, ==, -1);
}

static void
test_no_marker_is_lost (void)
{
  guint32 seed = g_test_rand_int_range (0, G_MAXINT32);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree CwMarker *markers = g_new0 (CwMarker, 5000);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 5000; i++)
    markers[i].at = CW_POINT (g_rand_int_range (random, -CW_COORD_MAX, CW_COORD_MAX),
                              g_rand_int_range (random, -CW_COORD_MAX, CW_COORD_MAX));
  for (gint64 cell = 1; cell <= 2 * (gint64) CW_COORD_MAX; cell *= 1000)
    {
      g_autoptr (GArray) clusters = cw_marker_cluster_list (markers, 5000, cell);
      guint n = 0;

      for (guint i = 0; i < clusters->len; i++)
        n += g_array_index (clusters, CwMarkerCluster, i).n;
      g_assert_cmpuint (n, ==, 5000);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/marker-cluster/" name, function)
  ADD ("near-markers-fall-together", test_near_markers_fall_together);
  ADD ("no-marker-is-lost", test_no_marker_is_lost);
#undef ADD

  return g_test_run ();
}
