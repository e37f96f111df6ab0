/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-stretch.h"

static void
add (GArray *row, gint32 start, gint32 end, guint8 role, CwId item)
{
  CwStretch stretch = { start, end, role, item, CW_ID_NONE, 0 };

  g_array_append_val (row, stretch);
}

static char *
describe (const GArray *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->len; i++)
    {
      const CwStretch *stretch = &g_array_index (row, CwStretch, i);

      g_string_append_printf (text, "%s%d-%d:%u", i > 0 ? " " : "", stretch->start, stretch->end,
                              stretch->item);
    }

  return g_string_free (text, FALSE);
}

static void
test_tidy_joins_one_owner (void)
{
  g_autoptr (GArray) row = cw_stretch_row_new ();
  g_autofree char *text = NULL;

  add (row, 5, 20, CW_ROLE_TRACE, 7);
  add (row, 0, 10, CW_ROLE_TRACE, 7);
  add (row, 20, 25, CW_ROLE_TRACE, 7);
  add (row, 30, 40, CW_ROLE_TRACE, 7);
  cw_stretch_row_tidy (row);
  text = describe (row);
  g_assert_cmpstr (text, ==, "0-25:7 30-40:7");
}

static void
test_land_owns_the_end_of_a_trace (void)
{
  g_autoptr (GArray) row = cw_stretch_row_new ();
  g_autofree char *text = NULL;

  add (row, 0, 100, CW_ROLE_TRACE, 1);
  add (row, 40, 60, CW_ROLE_LAND, 9);
  add (row, 50, 55, CW_ROLE_BONDING_PAD, 8);
  cw_stretch_row_tidy (row);
  text = describe (row);
  g_assert_cmpstr (text, ==, "0-40:1 40-50:9 50-55:8 55-60:9 60-100:1");
}

/* against a slow obvious version: one nanometre after the other */
static void
test_tidy_equals_painting_by_nanometre (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GArray) row = cw_stretch_row_new ();
      CwId owners[64] = { 0 };
      guint n = g_rand_int_range (rand, 0, 12);
      gint32 last = 0;

      for (guint i = 0; i < n; i++)
        {
          gint32 start = g_rand_int_range (rand, 0, 60);
          gint32 end = g_rand_int_range (rand, start + 1, 64);
          CwId item = (CwId) g_rand_int_range (rand, 1, 6);

          add (row, start, end, CW_ROLE_TRACE, item);
          for (gint32 x = start; x < end; x++)
            owners[x] = owners[x] == 0 ? item : MIN (owners[x], item);
        }
      cw_stretch_row_tidy (row);
      for (guint i = 0; i < row->len; i++)
        {
          const CwStretch *stretch = &g_array_index (row, CwStretch, i);

          g_assert_cmpint (stretch->start, >=, last);
          g_assert_cmpint (stretch->start, <, stretch->end);
          for (gint32 x = last; x < stretch->start; x++)
            g_assert_cmpuint (owners[x], ==, 0);
          for (gint32 x = stretch->start; x < stretch->end; x++)
            g_assert_cmpuint (owners[x], ==, stretch->item);
          last = stretch->end;
        }
      for (gint32 x = last; x < 64; x++)
        g_assert_cmpuint (owners[x], ==, 0);
    }
}

static void
test_gaps_and_clip_share_out_the_whole (void)
{
  g_autoptr (GArray) row = cw_stretch_row_new ();
  g_autoptr (GArray) within = cw_stretch_row_new ();
  g_autoptr (GArray) clipped = NULL;
  g_autoptr (GArray) gaps = NULL;
  g_autofree char *inside = NULL;
  g_autofree char *outside = NULL;

  add (within, 10, 50, CW_ROLE_DIE, 0);
  add (within, 60, 90, CW_ROLE_DIE, 0);
  add (row, 0, 20, CW_ROLE_TRACE, 1);
  add (row, 40, 70, CW_ROLE_TRACE, 2);
  add (row, 80, 100, CW_ROLE_TRACE, 3);
  clipped = cw_stretch_row_clip (row, within);
  gaps = cw_stretch_row_get_gaps (row, within);
  inside = describe (clipped);
  outside = describe (gaps);
  g_assert_cmpstr (inside, ==, "10-20:1 40-50:2 60-70:2 80-90:3");
  g_assert_cmpstr (outside, ==, "20-40:0 70-80:0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/process/stretch/tidy-joins-one-owner", test_tidy_joins_one_owner);
  g_test_add_func ("/model/process/stretch/land-owns-the-end-of-a-trace",
                   test_land_owns_the_end_of_a_trace);
  g_test_add_func ("/model/process/stretch/tidy-equals-painting-by-nanometre",
                   test_tidy_equals_painting_by_nanometre);
  g_test_add_func ("/model/process/stretch/gaps-and-clip-share-out-the-whole",
                   test_gaps_and_clip_share_out_the_whole);

  return g_test_run ();
}
