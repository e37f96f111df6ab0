/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-query.h"

/* what a query finds, as `kind.number.part` with spaces */
static char *
run (Fixture *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwQuery) query = cw_query_new (text, CW_UNIT_UM, &error);
  g_autoptr (GArray) picks = NULL;
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  picks = cw_query_run (query, fixture_get_design (self), NULL);
  for (guint i = 0; i < picks->len; i++)
    {
      CwPick pick = g_array_index (picks, CwPick, i);

      g_string_append_printf (
          found, "%s%s%s%u", i > 0 ? " " : "", cw_item_class_get (cw_id_get_kind (pick.item))->name,
          pick.part > 0 ? "-pad-" : "-", pick.part > 0 ? pick.part : cw_id_get_number (pick.item));
    }

  return g_string_free (found, FALSE);
}

static guint
count (Fixture *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwQuery) query = cw_query_new (text, CW_UNIT_UM, &error);
  g_autoptr (GArray) picks = NULL;

  g_assert_no_error (error);
  picks = cw_query_run (query, fixture_get_design (self), NULL);

  return picks->len;
}

static void
test_finds_by_property (void)
{
  static const struct
  {
    const char *query;
    guint n;
  } cases[] = {
    { "type=via", 2 },
    { "via", 2 },
    { "type=via,trace", 3 },
    { "type=ball", 2 },
    { "type=die-pad", 4 },
    { "type=die-pad net=A", 2 },
    { "type=die-pad net=\"\"", 1 },
    { "type = trace  w = 20um", 1 },
    { "trace w<20um", 0 },
    { "trace w<=20", 1 },
    { "trace w>0.01mm", 1 },
    { "trace w!=20um", 0 },
    { "name=U1", 1 },
    { "name~u", 1 },
    { "name=u1", 0 },
    { "type=die pads=4", 1 },
    { "type=die pads>4", 0 },
    { "d>0 type=via", 2 },
    { "level=RDL2 type=via", 1 },
    { "layer=RDL1 via", 2 },
    { "level!=RDL2 type=via", 1 },
    { "net~a or net~b", 8 },
    { "net~\"?\"", 8 },
    { "not type=die-pad not type=die not via", 3 },
    { "(via or trace) and net=A", 3 },
    { "(via | trace) & !net=A", 0 },
    { "x>1.9mm", 2 },
    { "x>1.9mm y<0", 1 },
    { "locked", 0 },
    { "unlocked trace", 1 },
    { "", 0 },
    { "   ", 0 },
    { "U1", 1 },
    { "\"via\"", 0 },
    { "w<\"2*(5um+10um)\"", 1 },
  };
  g_autoptr (Fixture) self = fixture_new ("select");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (count (self, cases[i].query), ==, cases[i].n);
    }
}

static void
test_finds_in_order (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autofree char *found = run (self, "net=A");
  g_autofree char *pads = run (self, "type=die-pad,die");

  g_assert_true (g_str_has_prefix (found, "die-pad-1 die-pad-3 bonding-pad-"));
  g_assert_true (g_str_has_suffix (pads, "die-pad-1 die-pad-2 die-pad-3 die-pad-4"));
}

static void
test_errors_say_where (void)
{
  static const struct
  {
    const char *query;
    const char *begin;
    const char *part;
  } cases[] = {
    { "type=vias", "at character 6:", "no type \"vias\"" },
    { "d<abc", "at character 3:", "abc" },
    { "colour=red", "at character 1:", "no property \"colour\"" },
    { "via and", "at character 8:", "missing" },
    { "(via or trace", "at character 1:", "not closed" },
    { "via) trace", "at character 4:", "does not belong" },
    { "name=\"U1", "at character 6:", "not closed" },
    { "name<3", "at character 5:", "=" },
    { "d~3", "at character 2:", "number" },
    { "pads=4.5 via", "at character 6:", "whole number" },
    { "d=", "at character 3:", "missing" },
    { "= 3", "at character 1:", "does not belong" },
    { "name=\"\xc3\xa4\" d=x", "at character 12:", "x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cw_query_new (cases[i].query, CW_UNIT_UM, &error));
      g_assert_nonnull (error);
      g_test_message ("%s: %s", cases[i].query, error->message);
      g_assert_true (g_str_has_prefix (error->message, cases[i].begin));
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

/* no text crashes the reader, and what it reads can be run */
static void
test_any_text_is_read_or_refused (void)
{
  static const char *const pieces[]
      = { "type", "=", "via", "(", ")", "and", "or",  "not", "d", "<", "15um", " ",
          "\"",   "~", "!",   "|", "&", ",",   "net", "*",   "x", "-", "1e",   "locked" };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (Fixture) self = fixture_new ("select");
  guint n_read = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (CwQuery) query = NULL;

      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        g_string_append (text,
                         pieces[g_rand_int_range (random, 0, (gint32) G_N_ELEMENTS (pieces))]);
      query = cw_query_new (text->str, CW_UNIT_UM, &error);
      g_assert_true ((query == NULL) == (error != NULL));
      if (query != NULL)
        {
          g_autoptr (GArray) picks = cw_query_run (query, fixture_get_design (self), NULL);

          g_assert_nonnull (picks);
          n_read++;
        }
    }
  g_assert_cmpuint (n_read, >, 100);
}

static void
test_deep_brackets_are_refused (void)
{
  g_autofree char *text = g_strnfill (1000, '(');
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_query_new (text, CW_UNIT_UM, &error));
  g_assert_nonnull (strstr (error->message, "brackets"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/tool/query/finds-by-property", test_finds_by_property);
  g_test_add_func ("/widgets/tool/query/finds-in-order", test_finds_in_order);
  g_test_add_func ("/widgets/tool/query/errors-say-where", test_errors_say_where);
  g_test_add_func ("/widgets/tool/query/any-text-is-read-or-refused",
                   test_any_text_is_read_or_refused);
  g_test_add_func ("/widgets/tool/query/deep-brackets-are-refused", test_deep_brackets_are_refused);

  return g_test_run ();
}
