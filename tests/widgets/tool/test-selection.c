/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

static void
count (CwSelection *selection, guint *n)
{
  ++*n;
}

static void
test_changes_are_told_once (void)
{
  g_autoptr (CwSelection) self = cw_selection_new ();
  CwPick picks[] = { { 7, 0 }, { 3, 2 }, { 7, 0 }, { 3, 1 } };
  guint n = 0;

  g_signal_connect (self, "changed", G_CALLBACK (count), &n);
  cw_selection_change (self, CW_SELECT_REPLACE, picks, 4);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (cw_selection_get_n (self), ==, 3);
  g_assert_cmpuint (cw_selection_get (self, 0).part, ==, 1);
  g_assert_cmpuint (cw_selection_get (self, 2).item, ==, 7);
  cw_selection_change (self, CW_SELECT_ADD, picks, 2);
  cw_selection_change (self, CW_SELECT_REMOVE, &(CwPick){ 8, 0 }, 1);
  g_assert_cmpuint (n, ==, 1);
  cw_selection_change (self, CW_SELECT_TOGGLE, &(CwPick){ 3, 2 }, 1);
  cw_selection_clear (self);
  cw_selection_clear (self);
  g_assert_cmpuint (n, ==, 3);
}

/* against a plain set of flags */
static void
test_modes_are_those_of_sets (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (CwSelection) self = cw_selection_new ();
  gboolean plain[16] = { FALSE };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 5000; i++)
    {
      CwSelectMode mode = (CwSelectMode) g_rand_int_range (rand, 0, 4);
      gboolean picked[16] = { FALSE };
      CwPick picks[5];
      guint n = 0;

      for (guint j = 0; j < 5; j++)
        {
          guint number = (guint) g_rand_int_range (rand, 0, 16);

          picks[j] = (CwPick){ number / 2 + 1, number % 2 };
          picked[number] = TRUE;
        }
      cw_selection_change (self, mode, picks, 5);
      for (guint j = 0; j < 16; j++)
        {
          plain[j] = mode == CW_SELECT_REPLACE  ? picked[j]
                     : mode == CW_SELECT_ADD    ? plain[j] || picked[j]
                     : mode == CW_SELECT_TOGGLE ? plain[j] != picked[j]
                                                : plain[j] && !picked[j];
          g_assert_cmpint (cw_selection_contains (self, (CwPick){ j / 2 + 1, j % 2 }), ==,
                           plain[j]);
          n += plain[j];
        }
      g_assert_cmpuint (cw_selection_get_n (self), ==, n);
    }
}

static void
test_modes_of_modifiers (void)
{
  const guint both = CW_TOOL_SHIFT | CW_TOOL_CTRL;

  g_assert_cmpint (cw_select_mode_for_click (0), ==, CW_SELECT_REPLACE);
  g_assert_cmpint (cw_select_mode_for_click (CW_TOOL_SHIFT), ==, CW_SELECT_ADD);
  g_assert_cmpint (cw_select_mode_for_click (CW_TOOL_CTRL), ==, CW_SELECT_TOGGLE);
  g_assert_cmpint (cw_select_mode_for_click (both), ==, CW_SELECT_REMOVE);
  g_assert_cmpint (cw_select_mode_for_box (0), ==, CW_SELECT_REPLACE);
  g_assert_cmpint (cw_select_mode_for_box (CW_TOOL_SHIFT), ==, CW_SELECT_ADD);
  g_assert_cmpint (cw_select_mode_for_box (CW_TOOL_CTRL), ==, CW_SELECT_ADD);
  g_assert_cmpint (cw_select_mode_for_box (both), ==, CW_SELECT_REMOVE);
}

static void
test_undo_forgets_what_is_gone (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-die");
  CwPick pick;

  fixture_click (self, 2500, 2500);
  pick = (CwPick){ cw_design_find (fixture_get_design (self), CW_ITEM_DIE, "U2"), 0 };
  cw_selection_change (self->selection, CW_SELECT_REPLACE, &pick, 1);
  pick.item = self->die;
  pick.part = 3;
  cw_selection_change (self->selection, CW_SELECT_ADD, &pick, 1);
  cw_document_undo (self->document);
  g_assert_cmpuint (cw_selection_get_n (self->selection), ==, 1);
  g_assert_true (cw_selection_contains (self->selection, pick));
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/selection/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("changes-are-told-once", test_changes_are_told_once);
  ADD ("modes-are-those-of-sets", test_modes_are_those_of_sets);
  ADD ("modes-of-modifiers", test_modes_of_modifiers);
  ADD ("undo-forgets-what-is-gone", test_undo_forgets_what_is_gone);

  return g_test_run ();
}
