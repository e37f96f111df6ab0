/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-table.h"

typedef struct
{
  guint32 value;
  int *n_holders; /* counts the references that tables hold on it */
} Item;

static void
hold (gpointer item)
{
  g_atomic_int_inc (((Item *) item)->n_holders);
}

static void
drop (gpointer item)
{
  g_atomic_int_add (((Item *) item)->n_holders, -1);
}

static gboolean
equal (gconstpointer a, gconstpointer b)
{
  return ((const Item *) a)->value == ((const Item *) b)->value;
}

static const CwTableClass item_class = { sizeof (Item), hold, drop, equal };

static guint32
value_of (const CwTable *table, guint32 number)
{
  const Item *item = cw_table_get (table, number);

  return item != NULL ? item->value : 0;
}

static void
test_versions_are_independent (void)
{
  int n_holders = 0;
  g_autoptr (CwTable) a = cw_table_new (&item_class);
  g_autoptr (CwTable) b = NULL;
  Item item = { 1, &n_holders };

  cw_table_set (&a, 5, &item);
  b = cw_table_ref (a);
  item.value = 2;
  cw_table_set (&b, 5, &item);
  cw_table_set (&b, 100000, &item);

  g_assert_cmpuint (value_of (a, 5), ==, 1);
  g_assert_null (cw_table_get (a, 100000));
  g_assert_cmpuint (cw_table_get_n_items (a), ==, 1);
  g_assert_cmpuint (value_of (b, 5), ==, 2);
  g_assert_cmpuint (value_of (b, 100000), ==, 2);
  g_assert_cmpuint (cw_table_get_n_items (b), ==, 2);

  g_assert_true (cw_table_remove (&b, 5));
  g_assert_false (cw_table_remove (&b, 5));
  g_assert_null (cw_table_get (b, 5));
  g_assert_cmpuint (value_of (a, 5), ==, 1);
  g_assert_cmpuint (cw_table_get_next_number (b), ==, 100001);
}

static void
test_items_are_held_once_a_leaf (void)
{
  int n_holders = 0;
  CwTable *a = cw_table_new (&item_class);
  CwTable *b;
  Item item = { 1, &n_holders };

  for (guint32 i = 1; i <= 1000; i++)
    cw_table_set (&a, i, &item);
  g_assert_cmpint (n_holders, ==, 1000);

  b = cw_table_ref (a);
  g_assert_cmpint (n_holders, ==, 1000);
  cw_table_set (&b, 500, &item);
  g_assert_cmpint (n_holders, ==, 1064);

  cw_table_unref (a);
  g_assert_cmpint (n_holders, ==, 1000);
  cw_table_unref (b);
  g_assert_cmpint (n_holders, ==, 0);
}

typedef struct
{
  guint32 numbers[8];
  guint n;
} Seen;

static void
note (guint32 number, gconstpointer before, gconstpointer after, gpointer user_data)
{
  Seen *seen = user_data;

  g_assert_true (before != NULL || after != NULL);
  g_assert_cmpuint (seen->n, <, G_N_ELEMENTS (seen->numbers));
  seen->numbers[seen->n++] = number;
}

static void
test_diff_finds_what_differs (void)
{
  int n_holders = 0;
  g_autoptr (CwTable) a = cw_table_new (&item_class);
  g_autoptr (CwTable) b = NULL;
  Item item = { 1, &n_holders };
  Seen seen = { { 0 }, 0 };

  for (guint32 i = 1; i <= 1000; i++)
    cw_table_set (&a, i, &item);
  b = cw_table_ref (a);
  cw_table_set (&b, 7, &item); /* the same value: no difference */
  item.value = 2;
  cw_table_set (&b, 70, &item);
  cw_table_remove (&b, 700);
  cw_table_set (&b, 70000, &item); /* grows higher */

  cw_table_diff (a, b, note, &seen);
  g_assert_cmpuint (seen.n, ==, 3);
  g_assert_cmpuint (seen.numbers[0], ==, 70);
  g_assert_cmpuint (seen.numbers[1], ==, 700);
  g_assert_cmpuint (seen.numbers[2], ==, 70000);

  seen.n = 0;
  cw_table_diff (b, a, note, &seen);
  g_assert_cmpuint (seen.n, ==, 3);
}

static void
test_any_number_can_be_used (void)
{
  static const guint32 numbers[] = { 0, 1, 63, 64, 4095, 4096, 262143, 262144, (1u << 28) - 1 };
  int n_holders = 0;
  g_autoptr (CwTable) table = cw_table_new (&item_class);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      Item item = { i + 1, &n_holders };

      g_assert_null (cw_table_get (table, numbers[i]));
      cw_table_set (&table, numbers[i], &item);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpuint (value_of (table, numbers[i]), ==, i + 1);
  g_assert_null (cw_table_get (table, 2));
  g_assert_null (cw_table_get (table, G_MAXUINT32));
}

#define N_SLOTS 3000
#define N_VERSIONS 16

static gboolean
count (guint32 number, gconstpointer item, gpointer user_data)
{
  const guint32 *plain = user_data;

  g_assert_cmpuint (((const Item *) item)->value, ==, plain[number]);
  return TRUE;
}

static void
test_random_versions_equal_plain_arrays (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  int n_holders = 0;
  CwTable *tables[N_VERSIONS];
  guint32 (*plain)[N_SLOTS] = g_malloc0 (sizeof (guint32[N_VERSIONS][N_SLOTS]));

  g_test_message ("seed %u", seed);
  for (guint v = 0; v < N_VERSIONS; v++)
    tables[v] = cw_table_new (&item_class);

  for (guint step = 0; step < 300000; step++)
    {
      guint v = (guint) g_rand_int_range (rand, 0, N_VERSIONS);
      guint32 number = (guint32) g_rand_int_range (rand, 0, N_SLOTS);
      int what = g_rand_int_range (rand, 0, 1000);

      if (what < 2)
        {
          guint other = (guint) g_rand_int_range (rand, 0, N_VERSIONS);
          CwTable *copy = cw_table_ref (tables[other]);

          cw_table_unref (tables[v]);
          tables[v] = copy;
          memmove (plain[v], plain[other], sizeof plain[v]);
        }
      else if (what < 300)
        {
          g_assert_true (cw_table_remove (&tables[v], number) == (plain[v][number] != 0));
          plain[v][number] = 0;
        }
      else
        {
          Item item = { g_rand_int (rand) | 1, &n_holders };

          cw_table_set (&tables[v], number, &item);
          plain[v][number] = item.value;
        }
    }

  for (guint v = 0; v < N_VERSIONS; v++)
    {
      guint32 n = 0;

      for (guint32 i = 0; i < N_SLOTS; i++)
        {
          g_assert_cmpuint (value_of (tables[v], i), ==, plain[v][i]);
          n += plain[v][i] != 0;
        }
      g_assert_cmpuint (cw_table_get_n_items (tables[v]), ==, n);
      g_assert_true (cw_table_foreach (tables[v], count, plain[v]));
    }

  for (guint v = 0; v < N_VERSIONS; v++)
    cw_table_unref (tables[v]);
  g_assert_cmpint (n_holders, ==, 0);
  g_free (plain);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/base/table/versions-are-independent", test_versions_are_independent);
  g_test_add_func ("/model/base/table/items-are-held-once-a-leaf", test_items_are_held_once_a_leaf);
  g_test_add_func ("/model/base/table/diff-finds-what-differs", test_diff_finds_what_differs);
  g_test_add_func ("/model/base/table/any-number-can-be-used", test_any_number_can_be_used);
  g_test_add_func ("/model/base/table/random-versions-equal-plain-arrays",
                   test_random_versions_equal_plain_arrays);

  return g_test_run ();
}
