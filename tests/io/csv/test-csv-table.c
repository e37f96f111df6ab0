/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "io/csv/cw-csv-table.h"
#include "io/file/cw-io-error.h"

typedef struct
{
  const char *text;
  char delimiter; /* asked for */
  char found;
  const char *cells; /* parted by `|`, rows by `/` */
} Dialect;

/* clang-format off */
static const Dialect dialects[] = {
  { "a,b\n1,2\n", 0, ',', "a|b/1|2" },
  { "a,b\r\n1,2\r\n", 0, ',', "a|b/1|2" },
  { "a,b\r1,2\r", 0, ',', "a|b/1|2" },
  { "a,b\n1,2", 0, ',', "a|b/1|2" },
  { "a,b\n\r1,2\n\n\n3,4", 0, ',', "a|b/1|2/3|4" },
  { "\xEF\xBB\xBF" "a,b\n1,2\n", 0, ',', "a|b/1|2" },
  { "a;b\n1,5;2\n", 0, ';', "a|b/1,5|2" },
  { "1,5;2,5\n", 0, ';', "1,5|2,5" },
  { "a\tb c\n 1 \t2\n", 0, '\t', "a|b c/1|2" },
  { "a,b;c,d\n1,2;3,4\n", 0, ',', "a|b;c|d/1|2;3|4" },
  { "a;b,c\n1;2,3\n", ',', ',', "a;b|c/1;2|3" },
  { "\"a;b\",c\n1,2\n", 0, ',', "a;b|c/1|2" },
  { "a\n1\n", 0, ',', "a/1" },
  { "\"a\",\"b\"\n\"x,y\",\"say \"\"hi\"\"\"\n", 0, ',', "a|b/x,y|say \"hi\"" },
  { "a,b\n\" x \", y \n", 0, ',', "a|b/ x |y" },
  { "a,b\n,\n1,\n,2\n,,\n", 0, ',', "a|b/1|/|2" },
  { "# made by hand\n#\na,b\n#1,2\n", 0, ',', "a|b/#1|2" },
  { "a,b\n\"\",x\n", 0, ',', "a|b/|x" },
  { "a,b\n\"l1\nl2\",x\n", 0, ',', "a|b/l1\nl2|x" },
  { "=1+1,@x\n-1,+2\n", 0, ',', "=1+1|@x/-1|+2" },
};
/* clang-format on */

static char *
join (const CwCsvTable *table)
{
  GString *cells = g_string_new (NULL);

  for (gsize row = 0; row < cw_csv_table_get_n_rows (table); row++)
    {
      if (row > 0)
        g_string_append_c (cells, '/');
      for (guint column = 0; column < cw_csv_table_get_n_cells (table, row); column++)
        g_string_append_printf (cells, "%s%s", column > 0 ? "|" : "",
                                cw_csv_table_get_cell (table, row, column));
    }

  return g_string_free (cells, FALSE);
}

static CwCsvTable *
parse (const char *text, gsize size, char delimiter, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return cw_csv_table_new (bytes, "t.csv", delimiter, error);
}

static void
test_dialects (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++)
    {
      const Dialect *d = &dialects[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (CwCsvTable) table = parse (d->text, strlen (d->text), d->delimiter, &error);
      g_autofree char *cells = NULL;

      g_assert_no_error (error);
      cells = join (table);
      g_assert_cmpstr (cells, ==, d->cells);
      g_assert_cmpint (cw_csv_table_get_delimiter (table), ==, d->found);
    }
}

static void
test_lines (void)
{
  const char *text = "# one\n\na,b\r\n\"x\ny\",1\r\n\r\n3,4\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (CwCsvTable) table = parse (text, strlen (text), 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cw_csv_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (cw_csv_table_get_line (table, 0), ==, 3);
  g_assert_cmpuint (cw_csv_table_get_line (table, 1), ==, 4);
  g_assert_cmpuint (cw_csv_table_get_line (table, 2), ==, 7);
  g_assert_cmpuint (cw_csv_table_get_n_comments (table), ==, 1);
  g_assert_cmpuint (cw_csv_table_get_n_empty (table), ==, 2);
}

static void
assert_refused (const char *text, gsize size, CwIoError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwCsvTable) table = parse (text, size, 0, &error);

  g_assert_null (table);
  g_assert_error (error, CW_IO_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_million_columns (void)
{
  g_autofree char *text = g_malloc (1000000);

  memset (text, ',', 1000000);
  assert_refused (text, 1000000, CW_IO_ERROR_LIMIT, "t.csv:1: more than 10000 cells in a row");
}

static void
test_columns_at_the_limit (void)
{
  g_autofree char *text = g_malloc (CW_CSV_MAX_COLUMNS);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwCsvTable) table = NULL;

  memset (text, ',', CW_CSV_MAX_COLUMNS - 1);
  text[CW_CSV_MAX_COLUMNS - 1] = 'x';
  table = parse (text, CW_CSV_MAX_COLUMNS, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cw_csv_table_get_n_cells (table, 0), ==, CW_CSV_MAX_COLUMNS);
}

static void
test_long_line (void)
{
  gsize size = CW_CSV_MAX_LINE + 1;
  g_autofree char *text = g_malloc (size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwCsvTable) table = NULL;

  memset (text, 'a', size);
  assert_refused (text, size, CW_IO_ERROR_LIMIT, "t.csv:1: the row is longer than 1024 KiB");
  table = parse (text, size - 1, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (cw_csv_table_get_cell (table, 0, 0)), ==, CW_CSV_MAX_LINE);
}

static void
test_many_rows (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (CwCsvTable) table = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append (text, i % 2 ? "\n" : "1,2\n");
  table = parse (text->str, text->len, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cw_csv_table_get_n_rows (table), ==, 250001);
  g_assert_cmpuint (cw_csv_table_get_line (table, 250000), ==, 500000);
}

static void
test_every_prefix (void)
{
  const char *text = "\xEF\xBB\xBF# c\r\n\"a\"\"b\",µ\r\n\n1,\"x\ny\"\n";

  for (gsize size = 0; size <= strlen (text); size++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CwCsvTable) table = parse (text, size, 0, &error);

      /* exactly one of the two */
      g_assert_true ((table == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_true (g_str_has_prefix (error->message, "t.csv:"));
    }
}

static void
test_random_bytes (void)
{
  static const char alphabet[] = ",;\"\n\r\t a1#|\xC3\xA9";
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint run = 0; run < 20000; run++)
    {
      char text[32];
      gsize size = g_rand_int_range (rand, 0, sizeof text);
      g_autoptr (GError) error = NULL;
      g_autoptr (CwCsvTable) table = NULL;

      for (gsize i = 0; i < size; i++)
        text[i] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      table = parse (text, size, 0, &error);
      g_assert_true ((table == NULL) == (error != NULL));
      for (gsize row = 0; table != NULL && row < cw_csv_table_get_n_rows (table); row++)
        g_assert_cmpuint (cw_csv_table_get_n_cells (table, row), >, 0);
    }
}

static void
test_shown (void)
{
  g_autofree char *plain = cw_csv_dup_shown ("A1 µ");
  g_autofree char *hidden = cw_csv_dup_shown ("a\nb\x1b[0m\u202E%s");
  g_autofree char *cut = cw_csv_dup_shown ("1234567890123456789012345678901234567890x");

  g_assert_cmpstr (plain, ==, "A1 µ");
  g_assert_cmpstr (hidden, ==, "a?b?[0m?%s");
  g_assert_cmpstr (cut, ==, "1234567890123456789012345678901234567890…");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/csv/table/reads-every-dialect", test_dialects);
  g_test_add_func ("/io/csv/table/knows-the-line-of-each-row", test_lines);
  g_test_add_func ("/io/csv/table/million-columns-are-refused", test_million_columns);
  g_test_add_func ("/io/csv/table/columns-at-the-limit-are-read", test_columns_at_the_limit);
  g_test_add_func ("/io/csv/table/lines-are-bounded", test_long_line);
  g_test_add_func ("/io/csv/table/many-rows-are-read", test_many_rows);
  g_test_add_func ("/io/csv/table/every-prefix-is-read-or-refused", test_every_prefix);
  g_test_add_func ("/io/csv/table/random-text-is-read-or-refused", test_random_bytes);
  g_test_add_func ("/io/csv/table/shown-cells-fit-a-message", test_shown);

  return g_test_run ();
}
