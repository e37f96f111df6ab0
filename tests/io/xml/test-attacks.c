/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml.h"

#include <string.h>

#include "io/file/cw-file.h"

/* Files that are too large or too many to be kept. */

#define HEAD                                                                                       \
  "<chipwright xmlns=\"" CW_XML_NAMESPACE "\" version=\"1.0\" unit=\"um\"><technology>"            \
  "<level name=\"DIE\" kind=\"die\" thickness=\"1\"/><level name=\"PAD\" kind=\"pad\" "            \
  "thickness=\"1\"/></technology><outline path=\"0,0 9,0 9,9\"/>\n"
#define TAIL "</chipwright>\n"

static GBytes *
take_bytes (GString *text)
{
  return g_string_free_to_bytes (text);
}

/* takes @text */
static void
assert_refused (GString *text, CwIoError code, const char *message)
{
  g_autoptr (GBytes) bytes = take_bytes (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_xml_read (bytes, "a.cwx", NULL, &error));
  g_assert_error (error, CW_IO_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

/* takes @text */
static CwDesign *
read_good (GString *text)
{
  g_autoptr (GBytes) bytes = take_bytes (text);
  g_autoptr (GError) error = NULL;
  CwDesign *design = cw_xml_read (bytes, "a.cwx", NULL, &error);

  g_assert_no_error (error);
  return design;
}

static void
append_times (GString *text, guint n, const char *what)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
}

static void
test_refuses_no_bytes_at_all (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (NULL, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_xml_read (bytes, "a\n.cwx", NULL, &error));
  g_assert_error (error, CW_IO_ERROR, CW_IO_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "a\\u{a}.cwx:1: the file is empty");
}

static void
test_refuses_80000_attributes (void)
{
  GString *text = g_string_new (HEAD "<net");

  for (guint i = 0; i < 80000; i++)
    g_string_append_printf (text, " a%u=\"1\"", i);
  g_string_append (text, "/>" TAIL);
  assert_refused (text, CW_IO_ERROR_LIMIT, "a.cwx:2: more than 64 attributes");
}

static void
test_refuses_80000_namespaces (void)
{
  GString *text = g_string_new (HEAD "<net");

  for (guint i = 0; i < 80000; i++)
    g_string_append_printf (text, " xmlns:a%u=\"urn:%u\"", i, i);
  g_string_append (text, "/>" TAIL);
  assert_refused (text, CW_IO_ERROR_LIMIT, "a.cwx:2: more than 64 attributes");
}

static void
test_bounds_depth (void)
{
  static const guint depths[] = { 63, 64, 65, 255, 256, 257, 100000 };

  for (gsize i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      GString *text = g_string_new (NULL);
      gboolean deep = depths[i] > 64;

      append_times (text, depths[i], "<a>");
      append_times (text, depths[i], "</a>");
      assert_refused (text, deep ? CW_IO_ERROR_LIMIT : CW_IO_ERROR_SYNTAX,
                      deep ? "a.cwx:1: elements nested more than 64 deep"
                           : "a.cwx:1: <a> is not a Chipwright design");
    }
}

static void
test_bounds_number_of_elements (void)
{
  GString *text = g_string_sized_new (20000010 * 4);

  g_string_append (text, "<a>");
  append_times (text, 20000000, "<a/>");
  g_string_append (text, "</a>");
  assert_refused (text, CW_IO_ERROR_LIMIT, "a.cwx:1: more than 20000000 elements");
}

static void
test_bounds_length_of_tag (void)
{
  GString *text = g_string_new (HEAD "<net id=\"1\" name=\"");
  gsize length = text->len;

  g_string_set_size (text, length + (9 << 20));
  memset (text->str + length, 'n', 9 << 20);
  g_string_append (text, "\"/>" TAIL);
  assert_refused (text, CW_IO_ERROR_LIMIT, "a.cwx:2: a tag of more than 8 MiB");

  text = g_string_new (HEAD "<net id=\"1\" name=\"");
  g_string_set_size (text, length + (1 << 20));
  memset (text->str + length, 'n', 1 << 20);
  g_string_append (text, "\"/>" TAIL);
  assert_refused (text, CW_IO_ERROR_VALUE,
                  "a.cwx:2: net name has \"1048576\" bytes, more than 128");
}

static void
test_counts_many_lines (void)
{
  GString *text = g_string_new (HEAD);

  append_times (text, 1000000, "\n");
  g_string_append (text, "<net id=\"1\" name=\"\"/>" TAIL);
  assert_refused (text, CW_IO_ERROR_VALUE, "a.cwx:1000002: net name is empty");
}

static void
test_takes_any_line_end (void)
{
  static const char *const ends[] = { "\r", "\r\n", "\n\r", "\n", " ", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      GString *text = g_string_new (HEAD "\n<net\nid=\"1\"\nname=\"A\"/>\n" TAIL);
      g_autoptr (CwDesign) design = NULL;

      if (*ends[i] != '\0')
        g_string_replace (text, "\n", ends[i], 0);
      design = read_good (text);
      g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_NET), ==, 1);
    }
}

static void
test_takes_one_long_line (void)
{
  GString *text = g_string_new (HEAD);
  g_autoptr (CwDesign) design = NULL;

  for (guint i = 1; i <= 100000; i++)
    g_string_append_printf (text, "<net id=\"%u\" name=\"N%u\"/>", i, i);
  append_times (text, 4000000, " ");
  g_string_append (text, TAIL);
  design = read_good (text);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_NET), ==, 100000);
}

/* libxml2 gets pieces of 256 KiB: tags lie across their borders everywhere */
static void
test_takes_tags_across_pieces (void)
{
  for (guint shift = 0; shift < 64; shift++)
    {
      GString *text = g_string_new (HEAD);
      g_autoptr (CwDesign) design = NULL;

      append_times (text, (1 << 18) - 60 - (guint) text->len + shift, " ");
      g_string_append (text, "<net id=\"1\" name=\"A &gt; &#x42;\" class=\"ground\"/>\r\n" TAIL);
      design = read_good (text);
      g_assert_cmpuint (cw_design_find (design, CW_ITEM_NET, "A > B"), !=, CW_ID_NONE);
    }
}

/* a thread scans ahead in a large file, and yet the same file gets the same error */
static void
test_scan_has_the_first_word (void)
{
  for (guint i = 0; i < 20; i++)
    {
      GString *text = g_string_new (HEAD "<net id=\"1\" name=\"\"/>\n");

      append_times (text, 300000, "<!---->\n");
      g_string_append (text, "<net id=\"2\" name=\"A\"></net >\n</wrong>");
      assert_refused (text, CW_IO_ERROR_SYNTAX,
                      "a.cwx:300004: </wrong> where <chipwright> should end");
    }
}

/* a table would need a leaf for each */
static void
test_refuses_ids_far_apart (void)
{
  GString *text = g_string_new (HEAD);

  for (guint i = 1; i < 200000; i++)
    g_string_append_printf (text, "<net id=\"%u\" name=\"%u\"/>\n", i * 1024, i);
  g_string_append (text, TAIL);
  {
    g_autoptr (GBytes) bytes = take_bytes (text);
    g_autoptr (GError) error = NULL;

    g_assert_null (cw_xml_read (bytes, "a.cwx", NULL, &error));
    g_assert_error (error, CW_IO_ERROR, CW_IO_ERROR_LIMIT);
    g_assert_true (g_str_has_suffix (error->message, ": the ids of too many items lie far apart"));
  }
}

static void
test_takes_some_ids_far_apart (void)
{
  GString *text = g_string_new (HEAD);
  g_autoptr (CwDesign) design = NULL;

  for (guint i = 1; i < 10000; i++)
    g_string_append_printf (text, "<net id=\"%u\" name=\"%u\"/>\n", i * 26000, i);
  g_string_append (text, TAIL);
  design = read_good (text);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_NET), ==, 9999);
}

/* some bytes place a die with any number of pads */
static void
test_bounds_pads_on_dies (void)
{
  GString *text = g_string_new (HEAD "<die-type id=\"1\" name=\"T\" body=\"0,0 9,9\" "
                                     "thickness=\"1\">\n");

  append_times (text, 100000, "<pad name=\"1\" x=\"1\" y=\"1\" width=\"1\"/>");
  g_string_append (text, "</die-type>");
  for (guint i = 1; i <= 201; i++)
    g_string_append_printf (text, "<die id=\"%u\" name=\"U%u\" type=\"1\" x=\"0\" y=\"0\"/>", i, i);
  g_string_append (text, TAIL);
  assert_refused (text, CW_IO_ERROR_LIMIT, "a.cwx:3: more than 20000000 pads on dies");
}

static void
test_bounds_vertices (void)
{
  GString *text = g_string_new ("<chipwright xmlns=\"" CW_XML_NAMESPACE
                                "\" version=\"1.0\" unit=\"um\"><technology/><outline path=\"");

  append_times (text, 1000001, "0,0 ");
  g_string_append (text, "\"/>" TAIL);
  assert_refused (text, CW_IO_ERROR_LIMIT, "a.cwx:1: path has more than 1000000 vertices");
}

/* each value of a good file becomes each of many bad ones */
static void
test_takes_no_nasty_value_amiss (void)
{
  static const char *const nasty[] = {
    "",      "-0",        "+",          "-",           ".",       "1e",
    "1e999", "nan",       "0x10",       "1_0",         "٣",       "1,5",
    "0",     "1",         "2147483647", "-2147483648", "1000000", "-1000000",
    "360",   "-360",      "359",        "0.001",       "64",      "255",
    "256",   "268435455", "268435456",  "0,0",         "0,0 0,0", "0,0(180) 1000000,0",
    "-",     "- -",       "true",       "RDL1",        "PAD",     "DIE",
    "round",
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "xml", "good", "all.cwx", NULL);
  g_autoptr (GBytes) bytes = cw_file_read (path, CW_FILE_MAX, NULL);
  g_autofree char *good = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  guint n_read = 0;

  for (char *p = strstr (good, "<material"); (p = strstr (p, "=\"")) != NULL; p++)
    {
      const char *end = strchr (p + 2, '"');

      for (gsize i = 0; i < G_N_ELEMENTS (nasty); i++)
        {
          g_autoptr (GString) text = g_string_new_len (good, p + 2 - good);
          g_autoptr (GBytes) mutant = NULL;
          g_autoptr (CwDesign) design = NULL;
          g_autoptr (GError) error = NULL;

          g_string_append (text, nasty[i]);
          g_string_append (text, end);
          mutant = g_bytes_new (text->str, text->len);
          design = cw_xml_read (mutant, "a.cwx", NULL, &error);
          if (design == NULL)
            {
              g_assert_true (error->domain == CW_IO_ERROR);
              continue;
            }

          {
            g_autoptr (GBytes) written = cw_xml_write (design);
            g_autoptr (CwDesign) again = cw_xml_read (written, "b.cwx", NULL, &error);

            g_assert_no_error (error);
            g_assert_true (cw_design_equal (design, again));
            n_read++;
          }
        }
    }

  g_test_message ("%u of the changed files are designs", n_read);
  g_assert_cmpuint (n_read, >, 100);
}

int
main (int argc, char *argv[])
{
#define ADD(name, func) g_test_add_func ("/io/xml/attacks/" name, func)

  g_test_init (&argc, &argv, NULL);
  ADD ("refuses-no-bytes-at-all", test_refuses_no_bytes_at_all);
  ADD ("refuses-80000-attributes", test_refuses_80000_attributes);
  ADD ("refuses-80000-namespaces", test_refuses_80000_namespaces);
  ADD ("bounds-depth", test_bounds_depth);
  ADD ("bounds-number-of-elements", test_bounds_number_of_elements);
  ADD ("bounds-length-of-tag", test_bounds_length_of_tag);
  ADD ("counts-many-lines", test_counts_many_lines);
  ADD ("takes-any-line-end", test_takes_any_line_end);
  ADD ("takes-one-long-line", test_takes_one_long_line);
  ADD ("takes-tags-across-pieces", test_takes_tags_across_pieces);
  ADD ("scan-has-the-first-word", test_scan_has_the_first_word);
  ADD ("refuses-ids-far-apart", test_refuses_ids_far_apart);
  ADD ("takes-some-ids-far-apart", test_takes_some_ids_far_apart);
  ADD ("bounds-pads-on-dies", test_bounds_pads_on_dies);
  ADD ("bounds-vertices", test_bounds_vertices);
  ADD ("takes-no-nasty-value-amiss", test_takes_no_nasty_value_amiss);

  return g_test_run ();
}
