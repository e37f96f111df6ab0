/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-buffer.h"
#include "io/xml/cw-xml-number.h"

static void
assert_number (const char *text, guint decimals, gint64 expected)
{
  gint64 value = 0;
  const char *end = cw_xml_take_number (text, text + strlen (text), decimals, &value);

  g_assert_true (end == text + strlen (text));
  g_assert_cmpint (value, ==, expected);
}

static void
test_reads_numbers (void)
{
  assert_number ("0", 0, 0);
  assert_number ("-0", 3, 0);
  assert_number ("12.5", 3, 12500);
  assert_number ("-0.001", 3, -1);
  assert_number ("007.10", 3, 7100);
  assert_number ("1000000", 3, 1000000000);
  assert_number ("359.999999", 6, 359999999);
  assert_number ("999999999999.999999", 6, G_GINT64_CONSTANT (999999999999999999));
}

static void
test_reads_no_more_than_a_number (void)
{
  const char *text = "12.5,7";
  gint64 value = 0;

  g_assert_true (cw_xml_take_number (text, text + 6, 3, &value) == text + 4);
  g_assert_cmpint (value, ==, 12500);
  /* the end of the text is the end, whatever lies behind */
  g_assert_true (cw_xml_take_number (text, text + 2, 3, &value) == text + 2);
  g_assert_cmpint (value, ==, 12000);
}

static void
test_refuses_what_is_none (void)
{
  static const char *const texts[]
      = { "", "-", "+1", ".", ".5", "5.", "--1", " 1", "e", "1.2345", "1234567890123", "x" };
  gint64 value;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (cw_xml_take_number (texts[i], texts[i] + strlen (texts[i]), 3, &value));
  g_assert_null (cw_xml_take_number ("1.0", "1.0" + 3, 0, &value));
}

static char *
dup_written (gint64 value, guint decimals)
{
  CwXmlBuffer buffer = { NULL };

  cw_xml_buffer_add_number (&buffer, value, decimals);
  cw_xml_buffer_add_char (&buffer, '\0');

  return buffer.data;
}

static void
assert_written (gint64 value, guint decimals, const char *expected)
{
  g_autofree char *text = dup_written (value, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_writes_no_zeros_in_vain (void)
{
  assert_written (0, 3, "0");
  assert_written (12500, 3, "12.5");
  assert_written (-1, 3, "-0.001");
  assert_written (-1000, 3, "-1");
  assert_written (10, 0, "10");
  assert_written (1000000000, 3, "1000000");
  assert_written (359999999, 6, "359.999999");
  assert_written (G_MININT64, 0, "-9223372036854775808");
}

static void
test_what_is_written_is_read (void)
{
  static const guint decimals[] = { 0, 3, 6 };

  for (guint i = 0; i < 100000; i++)
    {
      gint64 value = g_test_rand_int () >> g_test_rand_int_range (0, 31);
      guint n = decimals[i % 3];
      g_autofree char *text = dup_written (value, n);

      assert_number (text, n, value);
    }
}

static void
test_escapes_text (void)
{
  CwXmlBuffer buffer = { NULL };

  cw_xml_buffer_add_escaped (&buffer, "a<b>&\"c\"'\t\n\rµ]]>");
  cw_xml_buffer_add_char (&buffer, '\0');
  g_assert_cmpstr (buffer.data, ==, "a&lt;b&gt;&amp;&quot;c&quot;'&#9;&#10;&#13;µ]]&gt;");
  g_free (buffer.data);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/xml/number/reads-numbers", test_reads_numbers);
  g_test_add_func ("/io/xml/number/reads-no-more-than-a-number", test_reads_no_more_than_a_number);
  g_test_add_func ("/io/xml/number/refuses-what-is-none", test_refuses_what_is_none);
  g_test_add_func ("/io/xml/number/writes-no-zeros-in-vain", test_writes_no_zeros_in_vain);
  g_test_add_func ("/io/xml/number/what-is-written-is-read", test_what_is_written_is_read);
  g_test_add_func ("/io/xml/number/escapes-text", test_escapes_text);

  return g_test_run ();
}
