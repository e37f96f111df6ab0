/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-rtree.h"

#define N_ENTRIES 4000

typedef struct
{
  CwRtreeEntry entry;
  gboolean there;
  guint n_seen;
} Plain;

static CwRtreeEntry
random_entry (GRand *rand, guint32 part)
{
  CwCoord x = g_rand_int_range (rand, -100000, 100000);
  CwCoord y = g_rand_int_range (rand, -100000, 100000);
  CwCoord long_side = g_rand_int_range (rand, 0, 20) == 0 ? 60000 : 2000;

  return (CwRtreeEntry){ CW_BOX (x, y, x + g_rand_int_range (rand, 0, long_side),
                                 y + g_rand_int_range (rand, 0, 2000)),
                         cw_id_new (CW_ITEM_TRACE, part / 3 + 1), part };
}

static gboolean
mark (const CwRtreeEntry *entry, gpointer user_data)
{
  Plain *plain = user_data;

  g_assert_true (cw_box_equal (entry->box, plain[entry->part].entry.box));
  plain[entry->part].n_seen++;
  return TRUE;
}

/* slow and obvious: the segment meets the box if an end is inside or it crosses a side */
static gboolean
segment_meets (CwPoint a, CwPoint b, CwBox box)
{
  CwPoint c[4] = { box.min, { box.max.x, box.min.y }, box.max, { box.min.x, box.max.y } };

  if (cw_box_contains (box, a) || cw_box_contains (box, b))
    return TRUE;
  for (guint i = 0; i < 4; i++)
    {
      CwPoint p = c[i], q = c[(i + 1) % 4];
      gint64 s0 = cw_point_orient (a, b, p), s1 = cw_point_orient (a, b, q);
      gint64 t0 = cw_point_orient (p, q, a), t1 = cw_point_orient (p, q, b);

      if (((s0 <= 0 && s1 >= 0) || (s0 >= 0 && s1 <= 0))
          && ((t0 <= 0 && t1 >= 0) || (t0 >= 0 && t1 <= 0))
          && cw_box_intersects (cw_box_from_points (a, b), cw_box_from_points (p, q)))
        return TRUE;
    }
  return FALSE;
}

static void
compare_queries (const CwRtree *tree, Plain *plain, GRand *rand)
{
  CwRtreeEntry query = random_entry (rand, 0);
  CwBox box = cw_box_grow (query.box, g_rand_int_range (rand, 0, 30000));
  CwPoint a = query.box.min;
  CwPoint b = cw_point_add (
      a, CW_POINT (g_rand_int_range (rand, -50000, 50000), g_rand_int_range (rand, -50000, 50000)));

  for (guint i = 0; i < N_ENTRIES; i++)
    plain[i].n_seen = 0;
  g_assert_true (cw_rtree_foreach (tree, box, mark, plain));
  for (guint i = 0; i < N_ENTRIES; i++)
    g_assert_cmpuint (plain[i].n_seen, ==,
                      plain[i].there && cw_box_intersects (plain[i].entry.box, box));

  for (guint i = 0; i < N_ENTRIES; i++)
    plain[i].n_seen = 0;
  g_assert_true (cw_rtree_foreach_on_segment (tree, a, b, mark, plain));
  for (guint i = 0; i < N_ENTRIES; i++)
    g_assert_cmpuint (plain[i].n_seen, ==,
                      plain[i].there && segment_meets (a, b, plain[i].entry.box));
}

static void
test_packed_tree_equals_brute_force (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree Plain *plain = g_new0 (Plain, N_ENTRIES);
  g_autofree CwRtreeEntry *entries = g_new (CwRtreeEntry, N_ENTRIES);
  g_autoptr (CwRtree) tree = NULL;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      entries[i] = plain[i].entry = random_entry (rand, i);
      plain[i].there = TRUE;
    }
  tree = cw_rtree_new (entries, N_ENTRIES);
  g_assert_cmpuint (cw_rtree_get_n_entries (tree), ==, N_ENTRIES);
  for (guint i = 0; i < 300; i++)
    compare_queries (tree, plain, rand);
}

static void
test_random_edits_equal_brute_force (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree Plain *plain = g_new0 (Plain, N_ENTRIES);
  g_autofree Plain *kept_plain = NULL;
  g_autoptr (CwRtree) tree = cw_rtree_new (NULL, 0);
  g_autoptr (CwRtree) kept = NULL;
  gsize n = 0;

  g_test_message ("seed %u", seed);
  for (guint step = 0; step < 60000; step++)
    {
      guint i = (guint) g_rand_int_range (rand, 0, N_ENTRIES);

      if (plain[i].there)
        {
          g_assert_true (cw_rtree_remove (&tree, &plain[i].entry));
          g_assert_false (cw_rtree_remove (&tree, &plain[i].entry));
          n--;
        }
      else
        {
          plain[i].entry = random_entry (rand, i);
          cw_rtree_insert (&tree, &plain[i].entry);
          n++;
        }
      plain[i].there = !plain[i].there;
      g_assert_cmpuint (cw_rtree_get_n_entries (tree), ==, n);

      if (step % 500 == 0)
        compare_queries (tree, plain, rand);
      if (step == 30000)
        {
          kept = cw_rtree_ref (tree);
          kept_plain = g_memdup2 (plain, N_ENTRIES * sizeof (Plain));
        }
    }

  for (guint i = 0; i < 100; i++)
    compare_queries (kept, kept_plain, rand);
}

static void
test_removing_all_leaves_an_empty_tree (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  CwRtreeEntry entries[500];
  g_autoptr (CwRtree) tree = cw_rtree_new (NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      entries[i] = random_entry (rand, i);
      cw_rtree_insert (&tree, &entries[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_assert_true (cw_rtree_remove (&tree, &entries[i]));

  g_assert_cmpuint (cw_rtree_get_n_entries (tree), ==, 0);
  g_assert_true (cw_box_is_empty (cw_rtree_get_bounds (tree)));
}

static void
test_alike_entries_are_counted (void)
{
  CwRtreeEntry entry = { CW_BOX (0, 0, 1, 1), cw_id_new (CW_ITEM_VIA, 1), 0 };
  g_autoptr (CwRtree) tree = cw_rtree_new (NULL, 0);

  for (guint i = 0; i < 200; i++)
    cw_rtree_insert (&tree, &entry);
  for (guint i = 0; i < 200; i++)
    g_assert_true (cw_rtree_remove (&tree, &entry));
  g_assert_false (cw_rtree_remove (&tree, &entry));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/rtree/packed-tree-equals-brute-force",
                   test_packed_tree_equals_brute_force);
  g_test_add_func ("/model/geometry/rtree/random-edits-equal-brute-force",
                   test_random_edits_equal_brute_force);
  g_test_add_func ("/model/geometry/rtree/removing-all-leaves-an-empty-tree",
                   test_removing_all_leaves_an_empty_tree);
  g_test_add_func ("/model/geometry/rtree/alike-entries-are-counted",
                   test_alike_entries_are_counted);

  return g_test_run ();
}
