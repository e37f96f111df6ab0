/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/fixture.h"

#define ALL CW_LEVEL_NONE, CW_NET_ANY

static void
assert_clean (CwEdit *edit)
{
  g_autoptr (CwDesign) design = test_finish (edit);
  g_autoptr (CwCheckResult) result = test_check (design);

  test_assert_results_equal (result, result, "itself");
  if (cw_check_result_get_n_violations (result) > 0)
    {
      g_autofree char *line
          = cw_violation_format (cw_check_result_get_violation (result, 0), design);

      g_error ("not clean: %s", line);
    }
}

/* exactly one message, with these figures and in these words */
static CwViolation
assert_one (CwEdit *edit, gint64 found, gint64 needed, CwPoint a, CwPoint b, const char *words)
{
  g_autoptr (CwDesign) design = test_finish (edit);
  g_autoptr (CwCheckResult) result = test_check (design);
  const CwViolation *violation;
  g_autofree char *line = NULL;

  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 1);
  violation = cw_check_result_get_violation (result, 0);
  line = cw_violation_format (violation, design);
  g_assert_cmpstr (line, ==, words);
  g_assert_cmpint (violation->found, ==, found);
  g_assert_cmpint (violation->needed, ==, needed);
  g_assert_cmpint (violation->at[0].x, ==, a.x);
  g_assert_cmpint (violation->at[0].y, ==, a.y);
  g_assert_cmpint (violation->at[1].x, ==, b.x);
  g_assert_cmpint (violation->at[1].y, ==, b.y);
  return *violation;
}

static CwEdit *
begin (const TestRule *rules, guint n_rules)
{
  g_autoptr (CwDesign) design = test_design_new (rules, n_rules);

  return cw_edit_new (design);
}

static const TestRule width_rules[] = { { CW_RULE_WIDTH, 4000, ALL } };
static const TestRule clearance_rules[]
    = { { CW_RULE_CLEARANCE, 8000, ALL }, { CW_RULE_SHORT, 0, ALL } };

static void
test_width (void)
{
  CwEdit *edit = begin (width_rules, 1);
  CwPoint points[] = { { 0, 0 }, { 100000, 0 }, { 100000, 70000 } };
  CwViolation violation;

  test_add_segment (edit, RDL1, CW_ID_NONE, 4000, 0, 50000, 50000, 50000);
  test_add_via (edit, RDL1, RDL2, CW_ID_NONE, 300000, 0, 2000, 4000);
  assert_clean (edit);

  edit = begin (width_rules, 1);
  test_add_trace (edit, RDL2, test_add_net (edit, "clock", CW_NET_SIGNAL), 3999, points, 3);
  violation = assert_one (edit, 3999, 4000, CW_POINT (50000, 0), CW_POINT (50000, 0),
                          "width 3.999 µm < 4 µm on RDL2 of trace 1 (net clock), "
                          "rule r.0: a test");
  g_assert_cmpint (violation.level, ==, RDL2);
  g_assert_cmpint (violation.items[1], ==, CW_ID_NONE);
}

static void
test_width_of_lands (void)
{
  CwEdit *edit = begin (width_rules, 1);

  test_add_via (edit, RDL1, RDL2, CW_ID_NONE, 0, 0, 2000, 3000);
  assert_one (edit, 3000, 4000, CW_POINT (0, 0), CW_POINT (0, 0),
              "width 3 µm < 4 µm on RDL1 of via 1, rule r.0: a test");

  edit = begin (width_rules, 1);
  test_add_bonding_pad (edit, CW_ID_NONE, "A1", 5, 7, 3500, 1000);
  assert_one (edit, 3500, 4000, CW_POINT (5, 7), CW_POINT (5, 7),
              "width 3.5 µm < 4 µm on RDL2 of A1 (bonding pad 1), rule r.0: a test");
}

static void
test_clearance (void)
{
  CwEdit *edit = begin (clearance_rules, 2);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
  CwId b = test_add_net (edit, "b", CW_NET_SIGNAL);

  /* a gap of 8 µm is enough; on another level it does not matter, nor on the same net */
  test_add_segment (edit, RDL1, a, 4000, 0, 0, 100000, 0);
  test_add_segment (edit, RDL1, b, 4000, 0, 12000, 100000, 12000);
  test_add_segment (edit, RDL2, b, 4000, 0, 1000, 100000, 1000);
  test_add_segment (edit, RDL1, a, 4000, 0, -4000, 100000, -4000);
  assert_clean (edit);

  edit = begin (clearance_rules, 2);
  a = test_add_net (edit, "a", CW_NET_SIGNAL);
  b = test_add_net (edit, "b", CW_NET_SIGNAL);
  test_add_segment (edit, RDL2, a, 4000, 0, 0, 100000, 0);
  test_add_segment (edit, RDL2, b, 4000, 110199, 0, 200000, 0);
  assert_one (edit, 6199, 8000, CW_POINT (102000, 0), CW_POINT (108199, 0),
              "clearance 6.199 µm < 8 µm on RDL2 between trace 1 (net a) and trace 2 (net b), "
              "rule r.0: a test");
}

/* width 4000, legs of a 3-4-5 triangle: the distance of the axes is 12000 exactly */
static void
test_slanted_at_the_limit (void)
{
  for (CwCoord by = 0; by <= 1; by++)
    {
      CwEdit *edit = begin (clearance_rules, 2);
      CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
      CwId b = test_add_net (edit, "b", CW_NET_SIGNAL);

      test_add_segment (edit, RDL1, a, 4000, 0, 0, 400000, 300000);
      test_add_segment (edit, RDL1, b, 4000, -7200 + by, 9600, 400000 - 7200 + by, 309600);
      if (by == 0)
        assert_clean (edit);
      else
        {
          g_autoptr (CwDesign) design = test_finish (edit);
          g_autoptr (CwCheckResult) result = test_check (design);

          g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 1);
          g_assert_cmpint (cw_check_result_get_violation (result, 0)->found, ==, 7999);
        }
    }
}

static void
test_no_net (void)
{
  CwEdit *edit = begin (clearance_rules, 2);

  test_add_segment (edit, RDL1, CW_ID_NONE, 4000, 0, 0, 100000, 0);
  test_add_segment (edit, RDL1, CW_ID_NONE, 4000, 0, 5000, 100000, 5000);
  assert_clean (edit);

  edit = begin (clearance_rules, 2);
  test_add_segment (edit, RDL1, CW_ID_NONE, 4000, 0, 0, 100000, 0);
  test_add_segment (edit, RDL1, test_add_net (edit, "a", CW_NET_SIGNAL), 4000, 105000, 0, 200000,
                    0);
  assert_one (edit, 1000, 8000, CW_POINT (102000, 0), CW_POINT (103000, 0),
              "clearance 1 µm < 8 µm on RDL1 between trace 1 and trace 2 (net a), "
              "rule r.0: a test");
}

/* two traces of many legs: one message, about the nearest place, though others are too near as well */
static void
test_one_message_a_pair (void)
{
  CwEdit *edit = begin (clearance_rules, 2);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
  CwId b = test_add_net (edit, "b", CW_NET_SIGNAL);
  CwPoint zigzag[] = { { 0, 0 }, { 50000, 5000 }, { 100000, 0 }, { 150000, 6000 }, { 200000, 0 } };

  test_add_trace (edit, RDL1, a, 4000, zigzag, G_N_ELEMENTS (zigzag));
  test_add_segment (edit, RDL1, b, 4000, 0, 14000, 200000, 14000);
  assert_one (edit, 4000, 8000, CW_POINT (150000, 8000), CW_POINT (150000, 12000),
              "clearance 4 µm < 8 µm on RDL1 between trace 1 (net a) and trace 2 (net b), "
              "rule r.0: a test");
}

static void
test_greatest_rule (void)
{
  static const TestRule rules[] = {
    { CW_RULE_CLEARANCE, 4000, CW_LEVEL_NONE, CW_NET_ANY },
    { CW_RULE_CLEARANCE, 6000, RDL2, CW_NET_ANY },
    { CW_RULE_CLEARANCE, 9000, CW_LEVEL_NONE, CW_NET_POWER },
  };
  /* found 5 µm: enough on RDL1 between signals, not on RDL2, not beside power */
  static const struct
  {
    guint level;
    CwNetClass net_class;
    gint64 needed;
    guint rule;
  } cases[] = { { RDL1, CW_NET_SIGNAL, 0, 0 },
                { RDL2, CW_NET_SIGNAL, 6000, 1 },
                { RDL1, CW_NET_POWER, 9000, 2 },
                { RDL2, CW_NET_POWER, 9000, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CwEdit *edit = begin (rules, G_N_ELEMENTS (rules));
      CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
      CwId b = test_add_net (edit, "b", cases[i].net_class);
      g_autoptr (CwDesign) design = NULL;
      g_autoptr (CwCheckResult) result = NULL;

      test_add_segment (edit, cases[i].level, a, 4000, 0, 0, 100000, 0);
      test_add_segment (edit, cases[i].level, b, 4000, 0, 9000, 100000, 9000);
      design = test_finish (edit);
      result = test_check (design);
      g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, cases[i].needed > 0);
      if (cases[i].needed > 0)
        {
          g_assert_cmpint (cw_check_result_get_violation (result, 0)->needed, ==, cases[i].needed);
          g_assert_cmpuint (cw_check_result_get_violation (result, 0)->rule, ==, cases[i].rule);
        }
    }
}

/* what crosses is one short, and no lack of clearance beside it */
static void
test_short (void)
{
  CwEdit *edit = begin (clearance_rules, 2);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
  CwId b = test_add_net (edit, "b", CW_NET_SIGNAL);
  CwPoint corner[] = { { 50000, -50000 }, { 50000, 4000 }, { 90000, 9000 } };
  CwViolation violation;

  test_add_segment (edit, RDL1, a, 4000, 0, 0, 100000, 0);
  test_add_trace (edit, RDL1, b, 4000, corner, G_N_ELEMENTS (corner));
  violation = assert_one (edit, 0, 0, CW_POINT (50000, 0), CW_POINT (50000, 0),
                          "short on RDL1 between trace 1 (net a) and trace 2 (net b), "
                          "rule r.1: a test");
  g_assert_cmpint (violation.kind, ==, CW_RULE_SHORT);

  /* borders that just touch are a short as well */
  edit = begin (clearance_rules, 2);
  a = test_add_net (edit, "a", CW_NET_SIGNAL);
  b = test_add_net (edit, "b", CW_NET_SIGNAL);
  test_add_segment (edit, RDL1, a, 4000, 0, 0, 100000, 0);
  test_add_segment (edit, RDL1, b, 4000, 104000, 0, 200000, 0);
  assert_one (edit, 0, 0, CW_POINT (102000, 0), CW_POINT (102000, 0),
              "short on RDL1 between trace 1 (net a) and trace 2 (net b), rule r.1: a test");
}

/* half a nanometre is a gap of zero whole ones, but no short; a short elsewhere counts for more */
static void
test_half_a_nanometre (void)
{
  for (guint crosses = 0; crosses <= 1; crosses++)
    {
      CwEdit *edit = begin (clearance_rules, 2);
      CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
      CwId b = test_add_net (edit, "b", CW_NET_SIGNAL);
      CwPoint points[] = { { 0, 4001 }, { 50000, 4001 }, { 90000, -40000 } };
      g_autoptr (CwDesign) design = NULL;
      g_autoptr (CwCheckResult) result = NULL;
      const CwViolation *violation;

      test_add_segment (edit, RDL1, a, 4001, 0, 0, 100000, 0);
      test_add_trace (edit, RDL1, b, 4000, points, 2 + crosses);
      design = test_finish (edit);
      result = test_check (design);
      g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 1);
      violation = cw_check_result_get_violation (result, 0);
      g_assert_cmpint (violation->kind, ==, crosses ? CW_RULE_SHORT : CW_RULE_CLEARANCE);
      g_assert_cmpint (violation->found, ==, 0);
    }
}

/* a via that begins at the die pads shorts what its hole lands on */
static void
test_short_through_via (void)
{
  static const CwPoint pads[] = { { 0, 0 }, { 60000, 0 } };

  for (guint wrong = 0; wrong < 2; wrong++)
    {
      CwEdit *edit = begin (clearance_rules, 2);
      CwId nets[]
          = { test_add_net (edit, "a", CW_NET_SIGNAL), test_add_net (edit, "b", CW_NET_SIGNAL) };

      test_add_die (edit, "U1", 0, 0, 200000, pads, nets, 2);
      test_add_via (edit, PAD_LEVEL, RDL1, nets[wrong], 0, 0, 10000, 30000);
      if (wrong == 0)
        assert_clean (edit);
      else
        assert_one (edit, 0, 0, CW_POINT (0, 0), CW_POINT (0, 0),
                    "short on PAD between U1.1 (die pad, net a) and via 1 (net b), "
                    "rule r.1: a test");
    }
}

static void
test_die_pads_of_two_dies (void)
{
  static const TestRule rules[] = { { CW_RULE_CLEARANCE, 8000, PAD_LEVEL, CW_NET_ANY } };
  static const CwPoint pads[] = { { 0, 0 }, { 41000, 0 } };
  CwEdit *edit = begin (rules, 1);
  CwId nets[] = { test_add_net (edit, "a", CW_NET_SIGNAL), test_add_net (edit, "b", CW_NET_SIGNAL),
                  test_add_net (edit, "c", CW_NET_SIGNAL) };

  /* within a die the pads are given */
  test_add_die (edit, "U1", 0, 0, 200000, pads, nets, 2);
  test_add_die (edit, "U2", 86000, 0, 200000, pads, nets + 2, 1);
  assert_one (edit, 5000, 8000, CW_POINT (61000, 0), CW_POINT (66000, 0),
              "clearance 5 µm < 8 µm on PAD between U1.2 (die pad, net b) and U2.1 (die pad, "
              "net c), rule r.0: a test");
}

static const TestRule enclosure_rules[] = { { CW_RULE_ENCLOSURE, 5000, CW_LEVEL_NONE, CW_NET_ANY },
                                            { CW_RULE_ENCLOSURE, 3000, PAD_LEVEL, CW_NET_ANY },
                                            { CW_RULE_ENCLOSURE, 6000, PASSIVATION, CW_NET_ANY } };

static void
test_enclosure (void)
{
  static const CwPoint pads[] = { { 0, 0 } };
  CwEdit *edit = begin (enclosure_rules, 3);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);

  test_add_via (edit, RDL1, RDL2, a, 0, 0, 10000, 20000);
  test_add_bonding_pad (edit, a, "A1", 200000, 0, 112000, 100000);
  test_add_die (edit, "U1", 0, 300000, 200000, pads, &a, 1);
  test_add_via (edit, PAD_LEVEL, RDL1, a, 2000, 300000, 30000, 40000);
  assert_clean (edit);

  edit = begin (enclosure_rules, 3);
  a = test_add_net (edit, "a", CW_NET_SIGNAL);
  test_add_bonding_pad (edit, a, "A1", 200000, 0, 111999, 100000);
  assert_one (edit, 5999, 6000, CW_POINT (250000, 0), CW_POINT (256000, 0),
              "enclosure 5.999 µm < 6 µm on PASS of A1 (bonding pad 1, net a) by A1 (bonding "
              "pad 1, net a), rule r.2: a test");

  edit = begin (enclosure_rules, 3);
  a = test_add_net (edit, "a", CW_NET_SIGNAL);
  test_add_die (edit, "U1", 0, 300000, 200000, pads, &a, 1);
  test_add_via (edit, PAD_LEVEL, RDL1, a, 2001, 300000, 30000, 40000);
  assert_one (edit, 2999, 3000, CW_POINT (17001, 300000), CW_POINT (20000, 300000),
              "enclosure 2.999 µm < 3 µm on PAD of U1.1 (via 1, net a) by U1.1 (die pad, net a), "
              "rule r.1: a test");
}

static void
test_enclosure_by_nothing (void)
{
  CwEdit *edit = begin (enclosure_rules, 3);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
  CwViolation violation;

  test_add_via (edit, PAD_LEVEL, RDL1, a, 0, 0, 10000, 30000);
  violation = assert_one (edit, -10000, 3000, CW_POINT (0, 0), CW_POINT (0, 0),
                          "enclosure -10 µm < 3 µm on PAD of via 1 (net a) by no metal, "
                          "rule r.1: a test");
  g_assert_cmpint (violation.items[1], ==, CW_ID_NONE);
}

/* a land too small, on a trace too narrow: two traces side by side enclose the hole together */
static void
test_enclosure_by_union (void)
{
  for (CwCoord slit = 0; slit <= 1; slit++)
    {
      CwEdit *edit = begin (enclosure_rules, 3);
      CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);

      test_add_via (edit, RDL1, RDL2, a, 0, 0, 10000, 10002);
      test_add_segment (edit, RDL2, a, 30000, -50000, 0, 50000, 0);
      test_add_segment (edit, RDL1, a, 15000, -50000, -7500, 50000, -7500);
      test_add_segment (edit, RDL1, a, 15000, -50000, 7500 + slit * 10000, 50000,
                        7500 + slit * 10000);
      if (slit == 0)
        {
          assert_clean (edit);
          continue;
        }
      /* the land closes the slit over the hole, but not around it */
      g_autoptr (CwDesign) design = test_finish (edit);
      g_autoptr (CwCheckResult) result = test_check (design);

      g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 1);
      g_assert_cmpint (cw_check_result_get_violation (result, 0)->level, ==, RDL1);
      g_assert_cmpint (cw_check_result_get_violation (result, 0)->found, <, 10);
      g_assert_cmpint (cw_check_result_get_violation (result, 0)->found, >=, 0);
    }
}

static const TestRule open_rules[] = { { CW_RULE_OPEN, 0, ALL } };

static void
test_open (void)
{
  static const CwPoint pads[] = { { 0, 0 } };
  CwEdit *edit = begin (open_rules, 1);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
  CwId b = test_add_net (edit, "b", CW_NET_SIGNAL);
  CwViolation violation;

  /* pad, via, trace, via, bonding pad; and a net of one piece */
  test_add_die (edit, "U1", 0, 0, 200000, pads, &a, 1);
  test_add_via (edit, PAD_LEVEL, RDL1, a, 0, 0, 10000, 30000);
  test_add_segment (edit, RDL1, a, 4000, 0, 0, 300000, 0);
  test_add_via (edit, RDL1, RDL2, a, 300000, 0, 10000, 30000);
  test_add_bonding_pad (edit, a, "A1", 300000, 50000, 100000, 80000);
  test_add_bonding_pad (edit, b, "B1", 600000, 50000, 100000, 80000);
  assert_clean (edit);

  /* the via to the pad is missing, and the trace ends before the other via */
  edit = begin (open_rules, 1);
  a = test_add_net (edit, "a", CW_NET_SIGNAL);
  test_add_via (edit, RDL1, RDL2, a, 300000, 0, 10000, 30000);
  test_add_segment (edit, RDL1, a, 4000, 0, 0, 275000, 0);
  violation
      = assert_one (edit, 8000, 0, CW_POINT (285000, 0), CW_POINT (277000, 0),
                    "open of 8 µm between via 1 (net a) and trace 1 (net a), rule r.0: a test");
  g_assert_cmpint (violation.level, ==, CW_LEVEL_NONE);
}

/* each island but one: the gaps are the shortest ones */
static void
test_open_islands (void)
{
  CwEdit *edit = begin (open_rules, 1);
  CwId a = test_add_net (edit, "a", CW_NET_SIGNAL);
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwCheckResult) result = NULL;
  gint64 total = 0;

  for (CwCoord i = 0; i < 10; i++)
    test_add_segment (edit, RDL1, a, 4000, 0, 10000 * i * i, 100000, 10000 * i * i);
  design = test_finish (edit);
  result = test_check (design);
  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 9);
  for (guint i = 0; i < 9; i++)
    total += cw_check_result_get_violation (result, i)->found;
  g_assert_cmpint (total, ==, 810000 - 9 * 4000);
}

static void
test_die_outside (void)
{
  static const TestRule rules[] = { { CW_RULE_DIE_OUTSIDE, 0, ALL } };
  CwEdit *edit = begin (rules, 1);

  test_add_die (edit, "U1", 900000, 0, 200000, NULL, NULL, 0);
  assert_clean (edit);

  edit = begin (rules, 1);
  test_add_die (edit, "U1", 900700, 0, 200000, NULL, NULL, 0);
  assert_one (edit, -700, 0, CW_POINT (1000700, -100000), CW_POINT (1000000, -100000),
              "die-outside by 0.7 µm of U1 (die), rule r.0: a test");
}

static void
test_names (void)
{
  static const CwPoint pads[] = { { 0, 0 } };
  CwEdit *edit = begin (clearance_rules, 2);
  CwId nets[]
      = { test_add_net (edit, "clock", CW_NET_SIGNAL), test_add_net (edit, "vss", CW_NET_GROUND) };

  test_add_die (edit, "U1", 0, 0, 200000, pads, nets, 1);
  test_add_via (edit, PAD_LEVEL, RDL2, nets[0], 0, 0, 10000, 30000);
  test_add_segment (edit, RDL2, nets[0], 4000, 0, 0, 300000, 0);
  test_add_bonding_pad (edit, nets[0], "C9", 300000, 0, 100000, 80000);
  test_add_via (edit, RDL1, RDL2, nets[1], 200000, -50000, 10000, 30000);
  test_add_segment (edit, RDL1, nets[1], 4000, 200000, -50000, 200000, -200000);
  test_add_bonding_pad (edit, nets[1], "D6", 200000, -200000, 100000, 80000);
  test_add_segment (edit, RDL2, nets[1], 4000, 200000, -50000, 200000, -10200);
  test_add_segment (edit, RDL2, nets[1], 4000, 200000, -50000, 200000, -200000);
  assert_one (edit, 6200, 8000, CW_POINT (200000, -2000), CW_POINT (200000, -8200),
              "clearance 6.2 µm < 8 µm on RDL2 between C9 (trace 1, net clock) and D6 (trace 3, "
              "net vss), rule r.0: a test");
}

static void
test_switched_off (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (-1, -1, 1, 1));
  g_autoptr (CwDesign) empty = cw_design_new (technology, outline);

  assert_clean (cw_edit_new (empty));
  assert_clean (begin (NULL, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/check/width/narrow-trace-is-named", test_width);
  g_test_add_func ("/model/check/width/lands-count", test_width_of_lands);
  g_test_add_func ("/model/check/clearance/limit-is-clean-and-less-is-not", test_clearance);
  g_test_add_func ("/model/check/clearance/slanted-pair-at-the-limit-is-clean",
                   test_slanted_at_the_limit);
  g_test_add_func ("/model/check/clearance/two-without-a-net-may-be-near", test_no_net);
  g_test_add_func ("/model/check/clearance/a-pair-has-one-message", test_one_message_a_pair);
  g_test_add_func ("/model/check/clearance/greatest-rule-is-reported", test_greatest_rule);
  g_test_add_func ("/model/check/clearance/pads-of-two-dies", test_die_pads_of_two_dies);
  g_test_add_func ("/model/check/short/what-touches-is-a-short", test_short);
  g_test_add_func ("/model/check/short/half-a-nanometre-is-none", test_half_a_nanometre);
  g_test_add_func ("/model/check/short/a-via-shorts-the-pad-it-lands-on", test_short_through_via);
  g_test_add_func ("/model/check/enclosure/limit-is-clean-and-less-is-not", test_enclosure);
  g_test_add_func ("/model/check/enclosure/no-metal-is-reported", test_enclosure_by_nothing);
  g_test_add_func ("/model/check/enclosure/shapes-enclose-together", test_enclosure_by_union);
  g_test_add_func ("/model/check/open/whole-net-is-clean", test_open);
  g_test_add_func ("/model/check/open/shortest-gaps-are-named", test_open_islands);
  g_test_add_func ("/model/check/die-outside/by-how-much", test_die_outside);
  g_test_add_func ("/model/check/names-are-those-of-balls", test_names);
  g_test_add_func ("/model/check/empty-designs-are-clean", test_switched_off);

  return g_test_run ();
}
