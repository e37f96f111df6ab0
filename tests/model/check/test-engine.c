/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/oracle.h"
#include "tests/model/check/random-design.h"

static GRand *
new_random (guint32 seed)
{
  g_test_message ("seed %u", seed);
  return g_rand_new_with_seed (seed);
}

static void
assert_same_lines (GPtrArray *expected, GPtrArray *found, guint32 seed)
{
  guint i = 0;

  while (i < expected->len && i < found->len && g_str_equal (expected->pdata[i], found->pdata[i]))
    i++;
  if (i < expected->len || i < found->len)
    g_error ("seed %u: expected '%s', found '%s'", seed,
             i < expected->len ? (char *) expected->pdata[i] : "nothing",
             i < found->len ? (char *) found->pdata[i] : "nothing");
}

static void
test_oracle (void)
{
  gsize n_lines = 0;

  for (guint32 seed = 1; seed <= 100; seed++)
    {
      g_autoptr (GRand) random = new_random (seed);
      g_autoptr (CwDesign) design = random_design_new (random, seed % 50 + 5, FALSE);
      CwCheckOptions options = { .n_threads = 1, .window_shapes = seed % 3 * 10 };
      g_autoptr (CwCheckResult) result = cw_check_run (design, &options, NULL);
      g_autoptr (GPtrArray) expected = oracle_check (design);
      g_autoptr (GPtrArray) found = oracle_list (result);

      assert_same_lines (expected, found, seed);
      n_lines += found->len;
    }

  /* so that the test does not pass by checking nothing */
  g_assert_cmpuint (n_lines, >, 1000);
}

static void
test_threads (void)
{
  static const CwCheckOptions options[] = { { .n_threads = 1 },
                                            { .n_threads = 1, .window_shapes = 3 },
                                            { .n_threads = 2, .window_shapes = 17 },
                                            { .n_threads = 5, .window_shapes = 50 },
                                            { .n_threads = 5 } };

  for (guint32 seed = 1000; seed < 1006; seed++)
    {
      g_autoptr (GRand) random = new_random (seed);
      g_autoptr (CwDesign) design = random_design_new (random, 200, FALSE);
      g_autoptr (CwCheckResult) first = test_check (design);

      for (guint i = 0; i < G_N_ELEMENTS (options); i++)
        {
          g_autoptr (CwCheckResult) result = cw_check_run (design, &options[i], NULL);

          test_assert_results_equal (first, result, "other threads and windows");
        }
    }
}

static void
transform_all (CwEdit *edit, const CwDesign *design, const CwTransform *transform)
{
  g_autoptr (CwPath) outline = cw_path_transform (cw_design_get_outline (design), transform);

  g_assert_true (cw_edit_set_outline (edit, outline, NULL));
  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    for (guint32 number = 1; number <= 1000; number++)
      if (cw_design_get_item (design, cw_id_new (kind, number)) != NULL)
        g_assert_true (cw_edit_transform (edit, cw_id_new (kind, number), transform, NULL));
}

static void
test_transforms (void)
{
  static const CwTransform transforms[] = {
    { { 12345, -6789 }, 0, FALSE },
    { { 0, 0 }, CW_ANGLE_90, FALSE },
    { { 700, 7 }, 2 * CW_ANGLE_90, FALSE },
    { { -900000000, 900000000 }, 3 * CW_ANGLE_90, TRUE },
    { { 0, 0 }, 0, TRUE },
  };

  for (guint32 seed = 2000; seed < 2030; seed++)
    {
      g_autoptr (GRand) random = new_random (seed);
      g_autoptr (CwDesign) design = random_design_new (random, 60, TRUE);
      g_autoptr (CwCheckResult) before = test_check (design);
      g_autoptr (GPtrArray) expected = oracle_list (before);

      for (guint i = 0; i < G_N_ELEMENTS (transforms); i++)
        {
          CwEdit *edit = cw_edit_new (design);
          g_autoptr (CwDesign) moved = NULL;
          g_autoptr (CwCheckResult) after = NULL;
          g_autoptr (GPtrArray) found = NULL;

          transform_all (edit, design, &transforms[i]);
          moved = test_finish (edit);
          after = test_check (moved);
          found = oracle_list (after);
          assert_same_lines (expected, found, seed);
        }
    }
}

/* each step from the result of the step before, never from a whole check */
static void
run_incremental (guint32 seed, guint n_items, guint n_steps)
{
  g_autoptr (GRand) random = new_random (seed);
  g_autoptr (GPtrArray) history = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_design_unref);
  g_autoptr (CwDesign) design = random_design_new (random, n_items, FALSE);
  g_autoptr (CwCheckResult) result = test_check (design);

  g_ptr_array_add (history, cw_design_ref (design));
  for (guint step = 0; step < n_steps; step++)
    {
      g_autoptr (CwDesign) next = NULL;
      g_autoptr (CwDiff) diff = NULL;
      g_autoptr (CwCheckResult) updated = NULL;
      g_autoptr (CwCheckResult) whole = NULL;

      /* now and then back to a design of before, however far */
      if (g_rand_int_range (random, 0, 10) == 0)
        {
          next
              = cw_design_ref (history->pdata[g_rand_int_range (random, 0, (gint32) history->len)]);
          diff = cw_diff_new (design, next);
        }
      else
        {
          g_autoptr (CwEdit) edit = cw_edit_new (design);

          random_design_change (random, edit, design, FALSE);
          next = cw_edit_finish (edit, &diff);
        }

      updated = cw_check_update (result, diff);
      whole = test_check (next);
      if (!cw_check_result_equal (updated, whole))
        g_test_message ("seed %u, step %u", seed, step);
      test_assert_results_equal (updated, whole, "update");

      g_ptr_array_add (history, cw_design_ref (next));
      cw_design_unref (design);
      design = g_steal_pointer (&next);
      cw_check_result_unref (result);
      result = g_steal_pointer (&updated);
    }
}

static void
test_incremental (void)
{
  run_incremental (3001, 15, 300);
  run_incremental (3002, 50, 150);
  run_incremental (3003, 100, 30);
}

/* a base serves any number of previews */
static void
test_previews (void)
{
  g_autoptr (GRand) random = new_random (4000);
  g_autoptr (CwDesign) design = random_design_new (random, 80, FALSE);
  g_autoptr (CwCheckResult) base = test_check (design);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (CwEdit) edit = cw_edit_new (design);
      g_autoptr (CwDiff) diff = NULL;
      g_autoptr (CwDesign) next = NULL;
      g_autoptr (CwCheckResult) preview = NULL;
      g_autoptr (CwCheckResult) whole = NULL;

      random_design_change (random, edit, design, FALSE);
      next = cw_edit_finish (edit, &diff);
      preview = cw_check_update (base, diff);
      whole = test_check (next);
      test_assert_results_equal (preview, whole, "preview");
    }
}

static void
cancel (double fraction, gpointer user_data)
{
  g_assert_cmpfloat (fraction, >, 0);
  g_assert_cmpfloat (fraction, <=, 1);
  g_cancellable_cancel (user_data);
}

static void
test_cancel (void)
{
  g_autoptr (GRand) random = new_random (5000);
  g_autoptr (CwDesign) design = random_design_new (random, 100, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CwCheckOptions options = { .n_threads = 2,
                             .window_shapes = 5,
                             .cancellable = cancellable,
                             .progress = cancel,
                             .user_data = cancellable };
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_check_run (design, &options, &error));
  g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_CANCELLED);
}

static void
note_progress (double fraction, gpointer user_data)
{
  double *greatest = user_data;

  *greatest = MAX (*greatest, fraction);
}

static void
test_progress (void)
{
  g_autoptr (GRand) random = new_random (6000);
  g_autoptr (CwDesign) design = random_design_new (random, 100, FALSE);
  double greatest = 0;
  CwCheckOptions options
      = { .n_threads = 1, .window_shapes = 9, .progress = note_progress, .user_data = &greatest };
  g_autoptr (CwCheckResult) result = cw_check_run (design, &options, NULL);

  g_assert_nonnull (result);
  g_assert_cmpfloat (greatest, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/check/engine/finds-what-comparing-all-with-all-finds", test_oracle);
  g_test_add_func ("/model/check/engine/threads-and-windows-do-not-matter", test_threads);
  g_test_add_func ("/model/check/engine/place-and-turn-do-not-matter", test_transforms);
  g_test_add_func ("/model/check/engine/incremental-equals-full", test_incremental);
  g_test_add_func ("/model/check/engine/base-serves-many-previews", test_previews);
  g_test_add_func ("/model/check/engine/cancelled-check-has-no-result", test_cancel);
  g_test_add_func ("/model/check/engine/progress-ends-at-one", test_progress);

  return g_test_run ();
}
