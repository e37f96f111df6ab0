/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/gerber/cw-gerber-format.h"

static void
test_integers (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  cw_gerber_append_integer (out, 0);
  g_string_append_c (out, ' ');
  cw_gerber_append_integer (out, -7);
  g_string_append_c (out, ' ');
  cw_gerber_append_integer (out, 1000000000);
  g_string_append_c (out, ' ');
  cw_gerber_append_integer (out, G_MININT64);
  g_assert_cmpstr (out->str, ==, "0 -7 1000000000 -9223372036854775808");
}

static void
test_millimetres (void)
{
  static const struct
  {
    gint64 length;
    const char *text;
  } cases[] = {
    { 0, "0" },           { 1, "0.000001" },      { 10, "0.00001" },
    { -1500000, "-1.5" }, { 999999, "0.999999" }, { 1000000, "1" },
    { 270000, "0.27" },   { -1, "-0.000001" },    { 2147483647, "2147.483647" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      cw_gerber_append_millimetres (out, cases[i].length);
      g_assert_cmpstr (out->str, ==, cases[i].text);
    }
}

static void
test_fields (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  cw_gerber_append_field (out, "mprj_io[37] a/b %*\\,\t\x7F é€😀");
  g_assert_cmpstr (out->str, ==,
                   "mprj_io[37] a/b \\u0025\\u002A\\u005C\\u002C\\u0009\\u007F "
                   "\\u00E9\\u20AC\\U0001F600");
}

static void
test_file_names (void)
{
  static const struct
  {
    const char *name;
    const char *safe;
  } cases[] = {
    { "RDL1", "RDL1" },
    { "", "_" },
    { "..", "_." },
    { "-rf", "_rf" },
    { "a/b\\c:d", "a_b_c_d" },
    { "µ 1.2-3", "__1.2-3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *safe = cw_gerber_dup_file_name (cases[i].name);

      g_assert_cmpstr (safe, ==, cases[i].safe);
    }
}

static void
test_long_file_names (void)
{
  g_autofree char *name = g_strnfill (300, 'n');
  g_autofree char *safe = cw_gerber_dup_file_name (name);

  g_assert_cmpuint (strlen (safe), ==, 64);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/gerber/format/integers-have-all-digits", test_integers);
  g_test_add_func ("/io/gerber/format/millimetres-are-exact", test_millimetres);
  g_test_add_func ("/io/gerber/format/fields-are-escaped", test_fields);
  g_test_add_func ("/io/gerber/format/file-names-are-safe", test_file_names);
  g_test_add_func ("/io/gerber/format/file-names-are-bounded", test_long_file_names);

  return g_test_run ();
}
