/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-waivers.h"
#include "tests/model/check/fixture.h"

static const TestRule rules[] = { { CW_RULE_WIDTH, 4000, CW_LEVEL_NONE, CW_NET_ANY },
                                  { CW_RULE_CLEARANCE, 8000, CW_LEVEL_NONE, CW_NET_ANY } };

/* two traces 5 µm apart, where 8 are needed */
static CwDesign *
make_design (CwId *first, CwId *second)
{
  g_autoptr (CwDesign) empty = test_design_new (rules, G_N_ELEMENTS (rules));
  CwEdit *edit = cw_edit_new (empty);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
  CwId b = test_add_net (edit, "b", CW_NET_SIGNAL);

  *first = test_add_segment (edit, RDL1, a, 10000, 0, 0, 100000, 0);
  *second = test_add_segment (edit, RDL1, b, 10000, 0, 15000, 100000, 15000);

  return test_finish (edit);
}

static CwDesign *
waive (CwDesign *design, const char *reason)
{
  g_autoptr (CwCheckResult) result = test_check (design);
  CwEdit *edit = cw_edit_new (design);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 1);
  cw_violation_waive (cw_check_result_get_violation (result, 0), edit, design, reason, "2026-05-17",
                      &error);
  g_assert_no_error (error);

  return test_finish (edit);
}

/* how many violations are open */
static gsize
count_open (CwDesign *design)
{
  g_autoptr (CwCheckResult) result = test_check (design);
  g_autoptr (CwWaivers) waivers = cw_waivers_new (design);
  gsize n = 0;

  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    n += cw_waivers_find (waivers, cw_check_result_get_violation (result, i)) == CW_ID_NONE;

  return n;
}

static CwDesign *
move (CwDesign *design, CwId item, CwCoord x, CwCoord y)
{
  CwEdit *edit = cw_edit_new (design);
  CwTransform by = CW_TRANSFORM_IDENTITY;

  by.offset = CW_POINT (x, y);
  g_assert_true (cw_edit_transform (edit, item, &by, NULL));

  return test_finish (edit);
}

static void
test_waived_is_not_open (void)
{
  CwId first;
  CwId second;
  g_autoptr (CwDesign) design = make_design (&first, &second);
  g_autoptr (CwDesign) waived = waive (design, "measured");
  const CwWaiver *waiver = cw_design_get_waiver (waived, cw_id_new (CW_ITEM_WAIVER, 1));

  g_assert_cmpuint (count_open (design), ==, 1);
  g_assert_cmpuint (count_open (waived), ==, 0);
  g_assert_nonnull (waiver);
  g_assert_cmpstr (waiver->rule, ==, "r.1");
  g_assert_cmpstr (waiver->reason, ==, "measured");
  g_assert_cmpuint (waiver->items[0], ==, first);
  g_assert_cmpuint (waiver->items[1], ==, second);
}

static void
test_change_opens_again (void)
{
  CwId first;
  CwId second;
  g_autoptr (CwDesign) design = make_design (&first, &second);
  g_autoptr (CwDesign) waived = waive (design, "measured");
  g_autoptr (CwDesign) nearer = move (waived, second, 0, -1000);
  g_autoptr (CwDesign) aside = move (waived, first, 1000, 0);
  g_autoptr (CwDesign) back = move (aside, first, -1000, 0);

  g_assert_cmpuint (count_open (nearer), ==, 1);
  g_assert_cmpuint (count_open (aside), ==, 1);
  g_assert_cmpuint (count_open (back), ==, 0);
}

/* the incremental check keeps what is waived apart too */
static void
test_update_knows_waivers (void)
{
  CwId first;
  CwId second;
  g_autoptr (CwDesign) design = make_design (&first, &second);
  g_autoptr (CwCheckResult) result = test_check (design);
  g_autoptr (CwDesign) waived = waive (design, "measured");
  g_autoptr (CwDiff) diff = cw_diff_new (design, waived);
  g_autoptr (CwCheckResult) updated = cw_check_update (result, diff);
  g_autoptr (CwCheckResult) whole = test_check (waived);
  g_autoptr (CwWaivers) waivers = cw_waivers_new (waived);

  g_assert_cmpuint (diff->n_items, ==, 1);
  test_assert_results_equal (updated, whole, "a waiver");
  g_assert_cmpuint (cw_waivers_find (waivers, cw_check_result_get_violation (updated, 0)), !=,
                    CW_ID_NONE);
}

static void
test_other_rule_is_not_waived (void)
{
  CwId first;
  CwId second;
  g_autoptr (CwDesign) design = make_design (&first, &second);
  g_autoptr (CwDesign) waived = waive (design, "measured");
  CwEdit *edit = cw_edit_new (waived);
  CwWaiver waiver = *cw_design_get_waiver (waived, cw_id_new (CW_ITEM_WAIVER, 1));
  g_autoptr (GRefString) rule = g_ref_string_new ("r.0");
  g_autoptr (CwDesign) other = NULL;

  waiver.rule = rule;
  g_assert_true (cw_edit_set_waiver (edit, cw_id_new (CW_ITEM_WAIVER, 1), &waiver, NULL));
  other = test_finish (edit);
  g_assert_cmpuint (count_open (other), ==, 1);
}

static void
test_no_reason_is_refused (void)
{
  CwId first;
  CwId second;
  g_autoptr (CwDesign) design = make_design (&first, &second);
  g_autoptr (CwCheckResult) result = test_check (design);
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (
      cw_violation_waive (cw_check_result_get_violation (result, 0), edit, design, "", "", &error),
      ==, CW_ID_NONE);
  g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE);
}

/* the hash stays what files hold */
static void
test_hash_is_kept (void)
{
  CwId first;
  CwId second;
  g_autoptr (CwDesign) design = make_design (&first, &second);
  g_autoptr (CwCheckResult) result = test_check (design);

  g_assert_cmphex (cw_violation_get_hash (cw_check_result_get_violation (result, 0), design), ==,
                   G_GUINT64_CONSTANT (0x6991e29eafd4fbfb));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/check/waivers/waived-is-not-open", test_waived_is_not_open);
  g_test_add_func ("/model/check/waivers/change-opens-again", test_change_opens_again);
  g_test_add_func ("/model/check/waivers/update-knows-waivers", test_update_knows_waivers);
  g_test_add_func ("/model/check/waivers/other-rule-is-not-waived", test_other_rule_is_not_waived);
  g_test_add_func ("/model/check/waivers/no-reason-is-refused", test_no_reason_is_refused);
  g_test_add_func ("/model/check/waivers/hash-is-kept", test_hash_is_kept);

  return g_test_run ();
}
