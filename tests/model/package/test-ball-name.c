/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-ball-name.h"

static void
test_rows_skip_letters_that_mislead (void)
{
  static const struct
  {
    guint row;
    guint column;
    const char *name;
  } cases[] = {
    { 0, 0, "A1" },     { 7, 11, "H12" }, { 8, 0, "J1" },   { 13, 0, "P1" },  { 14, 0, "R1" },
    { 19, 99, "Y100" }, { 20, 0, "AA1" }, { 39, 0, "AY1" }, { 40, 4, "BA5" }, { 420, 0, "AAA1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = cw_ball_name_new (cases[i].row, cases[i].column);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* IPC-7351, 14.2.5, and ASME Y14.35: rows counted from 1, as the source does */
static void
test_rows_are_the_published_ones (void)
{
  static const struct
  {
    guint row;
    const char *name;
  } rows[]
      = { { 1, "A1" },   { 8, "H1" },   { 9, "J1" },    { 13, "N1" },  { 14, "P1" },  { 16, "T1" },
          { 17, "U1" },  { 18, "V1" },  { 19, "W1" },   { 20, "Y1" },  { 21, "AA1" }, { 26, "AF1" },
          { 40, "AY1" }, { 41, "BA1" }, { 161, "HA1" }, { 420, "YY1" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = cw_ball_name_new (rows[i].row - 1, 0);

      g_assert_cmpstr (name, ==, rows[i].name);
    }
}

static void
test_names_are_read_back (void)
{
  static const char *const bad[] = { "", "A", "1", "A0", "I1", "a1", "A1x", "A-1", "A99999999999" };
  guint row = 7;
  guint column = 7;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *name = cw_ball_name_new (i, 3 * i);

      g_assert_true (cw_ball_name_parse (name, &row, &column));
      g_assert_cmpuint (row, ==, i);
      g_assert_cmpuint (column, ==, 3 * i);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cw_ball_name_parse (bad[i], &row, &column));
  g_assert_false (cw_ball_name_parse (NULL, &row, &column));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/ball-name/rows-skip-letters-that-mislead",
                   test_rows_skip_letters_that_mislead);
  g_test_add_func ("/model/package/ball-name/rows-are-the-published-ones",
                   test_rows_are_the_published_ones);
  g_test_add_func ("/model/package/ball-name/names-are-read-back", test_names_are_read_back);

  return g_test_run ();
}
