/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "tests/model/design/fixture.h"
#include "widgets/render/cw-traveller.h"

static const CwPoint line[] = { { -3 * CW_MM, 0 }, { 3 * CW_MM, 0 } };
static const char hash[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

static CwDesign *
make_design (CwMethod method, gboolean singulate_early)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_method (method, CW_SUBSTRATE_PLAIN, 2);
  g_autoptr (CwPath) outline
      = cw_path_new_box (CW_BOX (-3 * CW_MM, -3 * CW_MM, 3 * CW_MM, 3 * CW_MM));
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);

  if (singulate_early)
    {
      g_autoptr (CwFlow) moved = cw_flow_dup_moved (
          flow, (guint) cw_flow_find (flow, CW_STEP_SINGULATE, CW_LEVEL_NONE), 3);

      cw_technology_set_flow (technology, moved);
    }

  return cw_design_new (technology, outline);
}

static char *
write_html (CwDesign *design, const CwTravellerRule *rules, gsize n_rules)
{
  CwTraveller traveller = { design, line, 2, "A", hash, rules, n_rules };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_traveller_to_bytes (&traveller, CW_TRAVELLER_HTML, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_names_each_step_in_order (void)
{
  for (guint method = 0; method < CW_N_METHODS; method++)
    {
      g_autoptr (CwDesign) design = make_design (method, FALSE);
      const CwTechnology *technology = cw_design_get_technology (design);
      g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
      g_autofree char *html = write_html (design, NULL, 0);
      const char *at = html;

      g_assert_nonnull (strstr (html, hash));
      g_assert_null (strstr (html, "class=\"wrong\""));
      for (guint i = 0; i < flow->n_steps; i++)
        {
          g_autofree char *label = cw_flow_dup_step_label (flow, i);
          g_autofree char *name = cw_flow_dup_step_name (flow, technology, i);
          g_autofree char *title = g_strdup_printf ("<h2>%s  %s</h2>", label, name);

          at = strstr (at, title);
          g_assert_nonnull (at);
          g_assert_nonnull (strstr (at, "data:image/svg+xml;base64,"));
        }
    }
}

static void
test_says_what_is_wrong_with_a_step (void)
{
  g_autoptr (CwDesign) design = make_design (CW_METHOD_A, TRUE);
  const CwTravellerRule rules[] = { { (char *) "rdl.1", (char *) "wide <enough>", 0 },
                                    { (char *) "rdl.2", (char *) "far enough", 3 } };
  g_autofree char *html = write_html (design, rules, G_N_ELEMENTS (rules));
  const char *wrong = strstr (html, "class=\"wrong\"");

  g_assert_nonnull (wrong);
  g_assert_nonnull (strstr (html, "kept: wide &lt;enough&gt;"));
  g_assert_nonnull (strstr (html, "class=\"wrong\">broken 3 times: far enough"));
}

static void
test_same_design_gives_the_same_bytes (void)
{
  g_autoptr (CwDesign) design = make_design (CW_METHOD_C, FALSE);
  CwTraveller traveller = { design, line, 2, "A", hash, NULL, 0 };

  for (guint format = CW_TRAVELLER_PDF; format <= CW_TRAVELLER_HTML; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) one = cw_traveller_to_bytes (&traveller, format, &error);
      g_autoptr (GBytes) other = cw_traveller_to_bytes (&traveller, format, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (one), >, 1000);
      g_assert_true (g_bytes_equal (one, other));
    }
}

static void
test_format_is_that_of_the_name (void)
{
  g_autoptr (GError) error = NULL;
  CwTravellerFormat format;

  g_assert_true (cw_traveller_format_parse ("a.PDF", &format, NULL));
  g_assert_cmpint (format, ==, CW_TRAVELLER_PDF);
  g_assert_true (cw_traveller_format_parse ("a.html", &format, NULL));
  g_assert_cmpint (format, ==, CW_TRAVELLER_HTML);
  g_assert_false (cw_traveller_format_parse ("a.png", &format, &error));
  g_assert_cmpstr (error->message, ==, "\"a.png\" does not end in .pdf, .svg or .html");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/render/traveller/names-each-step-in-order",
                   test_names_each_step_in_order);
  g_test_add_func ("/widgets/render/traveller/says-what-is-wrong-with-a-step",
                   test_says_what_is_wrong_with_a_step);
  g_test_add_func ("/widgets/render/traveller/same-design-gives-the-same-bytes",
                   test_same_design_gives_the_same_bytes);
  g_test_add_func ("/widgets/render/traveller/format-is-that-of-the-name",
                   test_format_is_that_of_the_name);

  return g_test_run ();
}
