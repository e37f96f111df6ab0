/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/claims/cw-claim.h"

static void
test_numbers_are_in_order (void)
{
  for (guint i = 1; i <= CW_N_CLAIMS; i++)
    g_assert_cmpuint (cw_claim_get (i)->number, ==, i);
}

static void
test_sections_hold_what_they_should (void)
{
  static const guint wanted[CW_N_CLAIM_SECTIONS] = { 29, 31, 28, 41, 37, 37 };
  guint found[CW_N_CLAIM_SECTIONS] = { 0 };

  for (guint i = 1; i <= CW_N_CLAIMS; i++)
    found[cw_claim_get_section (i)]++;
  for (guint i = 0; i < CW_N_CLAIM_SECTIONS; i++)
    {
      guint first;
      guint last;

      cw_claim_section_get_range ((CwClaimSection) i, &first, &last);
      g_assert_cmpuint (found[i], ==, wanted[i]);
      g_assert_cmpuint (last - first + 1, ==, wanted[i]);
      g_assert_cmpuint (cw_claim_get_section (first), ==, i);
      g_assert_cmpuint (cw_claim_get_section (last), ==, i);
      g_assert_true (*cw_claim_section_get_title ((CwClaimSection) i) != '\0');
    }
  g_assert_false (cw_claim_section_is_method (CW_CLAIMS_THIN_ORGANIC));
  g_assert_true (cw_claim_section_is_method (CW_CLAIMS_METHOD_A));
}

static void
test_parents_come_before_in_their_section (void)
{
  static const guint8 roots[] = { 1, 30, 61, 102, 139, 176 };
  guint n_roots = 0;

  for (guint i = 1; i <= CW_N_CLAIMS; i++)
    {
      const CwClaim *claim = cw_claim_get (i);

      if (claim->parents[0] == 0)
        {
          g_assert_cmpuint (n_roots, <, G_N_ELEMENTS (roots));
          g_assert_cmpuint (i, ==, roots[n_roots++]);
          g_assert_cmpuint (claim->parents[1], ==, 0);
        }
      for (guint j = 0; j < 2; j++)
        if (claim->parents[j] != 0)
          {
            g_assert_cmpuint (claim->parents[j], <, i);
            g_assert_cmpuint (cw_claim_get_section (claim->parents[j]), ==,
                              cw_claim_get_section (i));
          }
    }
  g_assert_cmpuint (n_roots, ==, G_N_ELEMENTS (roots));
}

/* what is printed is kept, and told */
static void
test_odd_parents_are_kept (void)
{
  static const struct
  {
    guint8 number;
    guint8 printed;
    guint8 other;
  } cases[] = {
    { 8, 6, 0 }, { 9, 6, 0 }, { 11, 6, 0 }, { 21, 18, 0 }, { 101, 100, 99 }, { 115, 109, 102 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CwClaim *claim = cw_claim_get (cases[i].number);

      g_assert_cmpuint (claim->parents[0], ==, cases[i].printed);
      g_assert_cmpuint (claim->parents[1], ==, cases[i].other);
      g_assert_nonnull (claim->note);
    }
}

static void
test_texts_are_short (void)
{
  for (guint i = 1; i <= CW_N_CLAIMS; i++)
    {
      const CwClaim *claim = cw_claim_get (i);
      glong length = g_utf8_strlen (claim->text, -1);

      g_assert_cmpint (length, >, 10);
      g_assert_cmpint (length, <=, 90);
      g_assert_cmpint (claim->text[strlen (claim->text) - 1], !=, '.');
      g_assert_null (strchr (claim->text, '\n'));
    }
}

static void
test_every_feature_is_asked_for (void)
{
  gboolean asked[CW_N_CLAIM_FEATURES] = { FALSE };

  for (guint i = 1; i <= CW_N_CLAIMS; i++)
    {
      g_assert_cmpuint (cw_claim_get (i)->feature, <, CW_N_CLAIM_FEATURES);
      asked[cw_claim_get (i)->feature] = TRUE;
    }
  for (guint i = 0; i < CW_N_CLAIM_FEATURES; i++)
    g_assert_true (asked[i]);
}

static void
test_states_have_names (void)
{
  g_assert_cmpstr (cw_claim_state_get_name (CW_CLAIM_NOT_USED), ==, "not_used");
  g_assert_cmpstr (cw_claim_state_get_name (CW_CLAIM_SATISFIED), ==, "satisfied");
  g_assert_cmpstr (cw_claim_state_get_name (CW_CLAIM_VIOLATED), ==, "violated");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/claims/claim/numbers-are-in-order", test_numbers_are_in_order);
  g_test_add_func ("/model/claims/claim/sections-hold-what-they-should",
                   test_sections_hold_what_they_should);
  g_test_add_func ("/model/claims/claim/parents-come-before-in-their-section",
                   test_parents_come_before_in_their_section);
  g_test_add_func ("/model/claims/claim/odd-parents-are-kept", test_odd_parents_are_kept);
  g_test_add_func ("/model/claims/claim/texts-are-short", test_texts_are_short);
  g_test_add_func ("/model/claims/claim/every-feature-is-asked-for",
                   test_every_feature_is_asked_for);
  g_test_add_func ("/model/claims/claim/states-have-names", test_states_have_names);

  return g_test_run ();
}
