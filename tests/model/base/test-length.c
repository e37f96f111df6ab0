/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/base/cw-error.h"
#include "model/base/cw-length.h"

static void
test_reads_what_people_write (void)
{
  static const struct
  {
    const char *text;
    CwUnit unit;
    CwCoord length;
  } cases[] = {
    { "12.5um", CW_UNIT_MM, 12500 },
    { "12,5 µm", CW_UNIT_MM, 12500 },
    { "12,5 \xce\xbcm", CW_UNIT_MM, 12500 },
    { "12.5", CW_UNIT_UM, 12500 },
    { "  12.5\t", CW_UNIT_UM, 12500 },
    { "12.5\xc2\xa0mm", CW_UNIT_UM, 12500000 },
    { "-3", CW_UNIT_NM, -3 },
    { "\xe2\x88\x92"
      "3",
      CW_UNIT_NM, -3 },
    { "+3u", CW_UNIT_NM, 3000 },
    { "-0", CW_UNIT_NM, 0 },
    { ".5", CW_UNIT_UM, 500 },
    { "5.", CW_UNIT_UM, 5000 },
    { "1cm", CW_UNIT_UM, 10000000 },
    { "1mil", CW_UNIT_UM, 25400 },
    { "1in", CW_UNIT_UM, 25400000 },
    { "1\"", CW_UNIT_UM, 25400000 },
    { "0.5nm", CW_UNIT_UM, 1 },
    { "-0.5nm", CW_UNIT_UM, -1 },
    { "0.4999999", CW_UNIT_NM, 0 },
    { "0.300", CW_UNIT_UM, 300 },
    { "000000000000000000000000000000000000001", CW_UNIT_NM, 1 },
    { "1.00000000000000000000000000000000000000", CW_UNIT_NM, 1 },
    { "1000mm", CW_UNIT_NM, 1000000000 },
    { "-1000mm", CW_UNIT_NM, -1000000000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CwCoord length = 77;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (cw_length_parse (cases[i].text, cases[i].unit, &length, &error));
      g_assert_no_error (error);
      g_assert_cmpint (length, ==, cases[i].length);
    }
}

static void
test_refuses_what_is_no_length (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", CW_MODEL_ERROR_SYNTAX },
    { " ", CW_MODEL_ERROR_SYNTAX },
    { "+", CW_MODEL_ERROR_SYNTAX },
    { "-", CW_MODEL_ERROR_SYNTAX },
    { "--1", CW_MODEL_ERROR_SYNTAX },
    { "- 1", CW_MODEL_ERROR_SYNTAX },
    { ".", CW_MODEL_ERROR_SYNTAX },
    { ",", CW_MODEL_ERROR_SYNTAX },
    { "um", CW_MODEL_ERROR_SYNTAX },
    { "1e", CW_MODEL_ERROR_SYNTAX },
    { "1e3", CW_MODEL_ERROR_SYNTAX },
    { "1e999", CW_MODEL_ERROR_SYNTAX },
    { "nan", CW_MODEL_ERROR_SYNTAX },
    { "inf", CW_MODEL_ERROR_SYNTAX },
    { "0x10", CW_MODEL_ERROR_SYNTAX },
    { "1_0", CW_MODEL_ERROR_SYNTAX },
    { "\xd9\xa3", CW_MODEL_ERROR_SYNTAX },
    { "1,000.5", CW_MODEL_ERROR_SYNTAX },
    { "1.2.3", CW_MODEL_ERROR_SYNTAX },
    { "1 2", CW_MODEL_ERROR_SYNTAX },
    { "1umum", CW_MODEL_ERROR_SYNTAX },
    { "1UM", CW_MODEL_ERROR_SYNTAX },
    { "1m", CW_MODEL_ERROR_SYNTAX },
    { "1%s%n", CW_MODEL_ERROR_SYNTAX },
    { "\xff\xfe", CW_MODEL_ERROR_SYNTAX },
    { "1000.001mm", CW_MODEL_ERROR_VALUE },
    { "-1000000001nm", CW_MODEL_ERROR_VALUE },
    { "1000000000.5nm", CW_MODEL_ERROR_VALUE },
    { "2147483648nm", CW_MODEL_ERROR_VALUE },
    { "9223372036854775807", CW_MODEL_ERROR_VALUE },
    { "18446744073709551615in", CW_MODEL_ERROR_VALUE },
    { "18446744073709551616", CW_MODEL_ERROR_SYNTAX },
    { "0.1234567890123456789", CW_MODEL_ERROR_SYNTAX },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CwCoord length = 77;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (cw_length_parse (cases[i].text, CW_UNIT_UM, &length, &error));
      g_assert_error (error, CW_MODEL_ERROR, cases[i].code);
      g_assert_cmpint (length, ==, 77);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_refuses_endless_text (void)
{
  g_autofree char *digits = g_strnfill (1 << 20, '9');
  g_autoptr (GError) error = NULL;
  CwCoord length;

  g_assert_false (cw_length_parse (digits, CW_UNIT_UM, &length, &error));
  g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_SYNTAX);
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static void
test_writes_the_shortest_exact_number (void)
{
  static const struct
  {
    gint64 length;
    CwUnit unit;
    const char *text;
  } cases[] = {
    { 12500, CW_UNIT_UM, "12.5" },
    { 12000, CW_UNIT_UM, "12" },
    { 12001, CW_UNIT_UM, "12.001" },
    { -1, CW_UNIT_UM, "-0.001" },
    { 0, CW_UNIT_UM, "0" },
    { 1, CW_UNIT_MM, "0.000001" },
    { 25400, CW_UNIT_MIL, "1" },
    { 12700, CW_UNIT_MIL, "0.5" },
    { 1, CW_UNIT_MIL, "0.00004" },
    { 25400000, CW_UNIT_INCH, "1" },
    { 1000000000, CW_UNIT_CM, "100" },
    { G_MAXINT64, CW_UNIT_NM, "9223372036854775807" },
    { G_MININT64, CW_UNIT_UM, "-9223372036854775.808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cw_length_format (cases[i].length, cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_reads_back_what_it_writes (void)
{
  for (int i = 0; i < 200000; i++)
    {
      CwCoord length = g_test_rand_int_range (-CW_COORD_MAX, CW_COORD_MAX)
                       / (i % 3 == 0 ? 1 : 1 << g_test_rand_int_range (0, 30));
      CwUnit unit = (CwUnit) (i % 6);
      g_autofree char *text = cw_length_format_with_unit (length, unit);
      CwCoord read = 0;

      g_assert_true (cw_length_parse (text, CW_UNIT_CM, &read, NULL));
      g_assert_cmpint (read, ==, length);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/base/length/reads-what-people-write", test_reads_what_people_write);
  g_test_add_func ("/model/base/length/refuses-what-is-no-length", test_refuses_what_is_no_length);
  g_test_add_func ("/model/base/length/refuses-endless-text", test_refuses_endless_text);
  g_test_add_func ("/model/base/length/writes-the-shortest-exact-number",
                   test_writes_the_shortest_exact_number);
  g_test_add_func ("/model/base/length/reads-back-what-it-writes", test_reads_back_what_it_writes);

  return g_test_run ();
}
