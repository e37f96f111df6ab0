/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-fuzzy.h"
#include "widgets/tool/cw-name-index.h"

static int
score (const char *query, const char *text)
{
  g_autofree char *a = cw_fuzzy_fold (query);
  g_autofree char *b = cw_fuzzy_fold (text);
  int result = cw_fuzzy_score (a, b);

  /* what the letters rule out does not match */
  if ((cw_fuzzy_get_letters (a) & ~cw_fuzzy_get_letters (b)) != 0)
    g_assert_cmpint (result, ==, 0);

  return result;
}

/* each line: a query, then texts from the best match to the worst */
static void
test_better_matches_come_first (void)
{
  static const char *const cases[][6] = {
    { "via", "Via", "Via and next level", "Larger via", "Deviation", NULL },
    { "zo in", "Zoom in", "Zoom in and out", NULL },
    { "u1.1", "U1.1", "U1.10", "U1.1000", "XU1.1", NULL },
    { "sw", "Swap", "Show the whole package", NULL },
    { "Ä", "Äpfel", "Früh äpfel", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize j = 1; j < 6 && cases[i][j] != NULL; j++)
      {
        g_test_message ("%s in %s: %d", cases[i][0], cases[i][j], score (cases[i][0], cases[i][j]));
        g_assert_cmpint (score (cases[i][0], cases[i][j]), >, 0);
        if (j > 1)
          g_assert_cmpint (score (cases[i][0], cases[i][j - 1]), >,
                           score (cases[i][0], cases[i][j]));
      }
}

static void
test_what_does_not_match (void)
{
  g_assert_cmpint (score ("vdd", "VSS"), ==, 0);
  g_assert_cmpint (score ("zoom out", "Zoom in"), ==, 0);
  g_assert_cmpint (score ("x", "Trace"), ==, 0);
  g_assert_cmpint (score ("aiv", "via"), ==, 0);
  g_assert_cmpint (score ("via", "via"), ==, CW_FUZZY_BEST);
}

static void
test_names_of_a_design (void)
{
  Fixture *f = fixture_new ("select");
  CwDesign *design = fixture_get_design (f);
  g_autoptr (CwNameIndex) names = cw_name_index_new (design);
  g_autoptr (GArray) pads = cw_name_index_find (names, "u1.2", CW_NAMES_ITEMS, 10);
  g_autoptr (GArray) nets = cw_name_index_find (names, "", CW_NAMES_NETS, 10);
  g_autoptr (GArray) few = cw_name_index_find (names, "u1", CW_NAMES_ITEMS, 2);
  const CwNameHit *hit;

  g_assert_true (cw_name_index_get_design (names) == design);
  hit = &g_array_index (pads, CwNameHit, 0);
  g_assert_cmpuint (hit->pick.item, ==, f->die);
  g_assert_cmpuint (hit->pick.part, ==, 2);
  g_assert_cmpint (hit->score, ==, CW_FUZZY_BEST);
  g_assert_cmpuint (nets->len, ==, cw_design_get_n_items (design, CW_ITEM_NET));
  g_assert_cmpuint (few->len, ==, 2);
  g_assert_cmpuint (g_array_index (few, CwNameHit, 0).pick.part, ==, 0);
  fixture_free (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/tool/fuzzy/better-matches-come-first", test_better_matches_come_first);
  g_test_add_func ("/widgets/tool/fuzzy/words-that-are-missing-do-not-match",
                   test_what_does_not_match);
  g_test_add_func ("/widgets/tool/fuzzy/names-of-a-design-are-found", test_names_of_a_design);

  return g_test_run ();
}
