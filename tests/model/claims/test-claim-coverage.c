/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/claims/cw-claim-coverage.h"
#include "tests/model/claims/fixture.h"

#define A .method = CW_METHOD_A
#define B .method = CW_METHOD_B
#define C .method = CW_METHOD_C
#define CORES .substrate = CW_SUBSTRATE_CORES
#define HEAT .substrate = CW_SUBSTRATE_HEAT
#define MOULDED .substrate = CW_SUBSTRATE_MOULDED
#define LACKING(kind) .lacking = CW_STEP_##kind + 1
#define EARLY(kind) .early = CW_STEP_##kind + 1
#define MATERIAL(of, name) .kind = CW_LEVEL_##of, .material = name
#define THICK(of, value) .kind = CW_LEVEL_##of, .thickness = value
#define WITHOUT(of) .kind = CW_LEVEL_##of, .thickness = -1

/* a claim, a package that has what it asks for, and one that has not, or breaks it */
static const struct
{
  guint8 claim;
  Fixture with;
  Fixture without;
  CwClaimState state; /* of the second */
} cases[] = {
  { 1, { A, .n_dies = 1 }, { A } },
  { 1, { C, .n_dies = 1 }, { A, .n_dies = 1, .flags = WITHOUT_PADS } },
  { 30, { A }, { A, .n_dies = 1 } },
  { 30, { A }, { A, .flags = WITHOUT_NETS }, CW_CLAIM_VIOLATED },
  { 176, { B }, { A } },
  { 177, { B }, { B, .flags = WITH_MODULE } },
  { 178, { B, .flags = WITH_MODULE }, { B } },
  { 31, { A, .flags = WITH_SAME_DIES }, { A } },
  { 62, { A, .n_dies = 1 }, { A } },
  { 32, { A }, { A, .flags = WITH_SAME_DIES } },
  { 179, { B, .flags = WITH_MODULE }, { B, .flags = WITH_MODULE | WITH_SAME_DIES } },
  { 33, { A }, { A, .flags = WITHOUT_DEVICES } },
  { 34, { A }, { A, .flags = WITHOUT_LINK } },
  { 3, { A, .n_dies = 1 }, { A, .n_dies = 1, .flags = WITHOUT_LINK } },
  { 35, { A }, { A, .flags = WITH_COARSE_DIES }, CW_CLAIM_VIOLATED },
  { 36, { A }, { A, .flags = WITHOUT_BUS } },
  { 37, { A }, { A, WITHOUT (DIELECTRIC) } },
  { 186, { B }, { A } },
  { 45, { A, .n_levels = 2 }, { A } },
  { 193, { B, .n_levels = 3 }, { B } },
  { 38, { A }, { A, .flags = WITHOUT_VIAS } },
  { 46, { A, .n_levels = 2 }, { A, .n_levels = 3, .flags = WITHOUT_VIAS } },
  { 39, { A }, { A, .flags = WITHOUT_VIAS } },
  { 40, { A }, { A, .flags = WITHOUT_VIAS } },
  { 41, { A }, { A, .flags = WITHOUT_PASSIVE } },
  { 42, { A, .n_levels = 2, .flags = WITH_SENSOR }, { A, .flags = WITHOUT_PASSIVE } },
  { 43, { A }, { A, .n_levels = 2, .flags = WITH_SENSOR } },
  { 44,
    { A, MATERIAL (DIELECTRIC, "Porous dielectric") },
    { A, MATERIAL (DIELECTRIC, "Glass") },
    CW_CLAIM_VIOLATED },
  { 75, { A }, { A, MATERIAL (DIELECTRIC, "BT core") }, CW_CLAIM_VIOLATED },
  { 87, { A, .n_levels = 2, MATERIAL (DIELECTRIC, "Benzocyclobutene") }, { A } },
  { 53, { A, MOULDED }, { A } },
  { 22, { A, CORES, .n_dies = 1 }, { A, CORES, .n_dies = 1, .flags = WITHOUT_CAVITIES } },
  { 54, { A, HEAT }, { A, CORES } },
  { 55, { A, HEAT }, { A, HEAT, MATERIAL (HEAT, "Glass") }, CW_CLAIM_VIOLATED },
  { 65, { A, CORES }, { A, HEAT } },
  { 66, { A, MOULDED }, { A, CORES } },
  { 68, { A, HEAT }, { A, HEAT, .flags = WITHOUT_DRAFT } },
  { 56, { A }, { A, LACKING (FILL) } },
  { 70, { A }, { A, LACKING (FILL) } },
  { 57, { A }, { A, MATERIAL (DIE, "Glass") }, CW_CLAIM_VIOLATED },
  { 106, { B }, { B, MATERIAL (DIE, "Glass") }, CW_CLAIM_VIOLATED },
  { 143,
    { C, .first_fill = "Polymer filling", .first_kind = CW_STEP_FILL },
    { C, .first_fill = "Glass", .first_kind = CW_STEP_FILL },
    CW_CLAIM_VIOLATED },
  { 144, { C }, { C, LACKING (SECOND_FILL) } },
  { 181,
    { B, THICK (THIN_ORGANIC, 200 * CW_UM) },
    { B, THICK (THIN_ORGANIC, 201 * CW_UM) },
    CW_CLAIM_VIOLATED },
  { 107,
    { B, THICK (THIN_ORGANIC, 2 * CW_UM) },
    { B, THICK (THIN_ORGANIC, CW_UM) },
    CW_CLAIM_VIOLATED },
  { 105,
    { B, MATERIAL (THIN_ORGANIC, "Organic material") },
    { B, MATERIAL (THIN_ORGANIC, "Copper") },
    CW_CLAIM_VIOLATED },
  { 108, { B }, { B, LACKING (THIN_SHEET) } },
  { 142,
    { C, .first_fill = "Organic sheet", .first_kind = CW_STEP_PROVIDE_CARRIER },
    { C, .first_fill = "Copper", .first_kind = CW_STEP_PROVIDE_CARRIER },
    CW_CLAIM_VIOLATED },
  { 58, { A }, { A, WITHOUT (PASSIVATION) } },
  { 77, { A }, { A, .n_levels = 2 } },
  { 89, { A, .n_levels = 2 }, { A, .n_levels = 3 } },
  { 96, { A, .n_levels = 4 }, { A, .n_levels = 2 } },
  { 59, { A }, { A, .flags = WITHOUT_BALLS } },
  { 60, { A }, { A, .flags = WITHOUT_BALLS } },
  { 97, { A, .n_levels = 3 }, { A } },
  { 61, { A }, { B } },
  { 61, { A, .n_dies = 1 }, { A, .n_dies = 1, .flags = WITHOUT_PANEL } },
  { 61, { A, HEAT }, { A, EARLY (DEPOSIT_WIRING) }, CW_CLAIM_VIOLATED },
  { 102, { B }, { C } },
  { 139, { C }, { A } },
  { 139, { C, .n_levels = 2 }, { C, EARLY (REMOVE_CARRIER) }, CW_CLAIM_VIOLATED },
  { 72, { A }, { A, LACKING (OPEN_HOLES) } },
  { 84, { A, .n_levels = 2 }, { A, .n_levels = 2, .flags = WITHOUT_STACKED_VIAS } },
  { 121, { B, .n_levels = 2 }, { B, .n_levels = 2, .flags = WITHOUT_STACKED_VIAS } },
  { 73, { A }, { A, .flags = WITH_SEPARATE_FILL } },
  { 159, { C, .n_levels = 2 }, { C, .n_levels = 2, .flags = WITH_SEPARATE_FILL } },
  { 74, { A, .flags = WITH_SEPARATE_FILL }, { A } },
  { 113, { B, .flags = WITH_SEPARATE_FILL }, { B } },
  { 76, { A }, { A, .flags = WITH_UNKNOWN_DEPOSITION } },
  { 83, { A, .n_levels = 2 }, { A } },
  { 132, { B, .n_levels = 3 }, { B, .n_levels = 2 } },
  { 80, { A }, { A, LACKING (SINGULATE) } },
  { 80, { A }, { A, EARLY (SINGULATE) }, CW_CLAIM_VIOLATED },
  { 81, { A, .n_dies = 1 }, { A } },
  { 81, { A, .n_dies = 1 }, { A, .flags = WITH_SINGLE_UNITS }, CW_CLAIM_VIOLATED },
  { 82, { A }, { A, .n_dies = 1 } },
  /* odd parents */
  { 101, { A, .n_levels = 3 }, { A, .n_levels = 3, .n_dies = 1 } },
  { 115, { B, LACKING (THIN_SHEET) }, { B, .flags = WITHOUT_BALLS } },
};

static CwClaimCoverage *
cover (const Fixture *fixture)
{
  g_autoptr (CwDesign) design = fixture_make (fixture);

  return cw_claim_coverage_new (design);
}

static void
assert_state (const Fixture *fixture, guint claim, CwClaimState wanted)
{
  g_autoptr (CwClaimCoverage) coverage = cover (fixture);
  CwClaimState found = cw_claim_coverage_get_state (coverage, claim);

  g_assert_true (*cw_claim_coverage_get_reason (coverage, claim) != '\0');
  if (found == wanted)
    return;
  g_test_message ("claim %u is %s, not %s: %s", claim, cw_claim_state_get_name (found),
                  cw_claim_state_get_name (wanted), cw_claim_coverage_get_reason (coverage, claim));
  g_test_fail ();
}

static void
test_features_light_and_go_out (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_state (&cases[i].with, cases[i].claim, CW_CLAIM_SATISFIED);
      assert_state (&cases[i].without, cases[i].claim, cases[i].state);
    }
}

static void
test_every_feature_has_a_case (void)
{
  gboolean has[CW_N_CLAIM_FEATURES] = { FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    has[cw_claim_get (cases[i].claim)->feature] = TRUE;
  for (guint i = 0; i < CW_N_CLAIM_FEATURES; i++)
    if (!has[i])
      {
        g_test_message ("feature %u has no case", i);
        g_test_fail ();
      }
}

/* whatever a claim depends on is satisfied where it is */
static void
test_satisfied_claims_have_satisfied_parents (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwClaimCoverage) coverage = cover (&cases[i].with);
      guint n = 0;

      for (guint number = 1; number <= CW_N_CLAIMS; number++)
        {
          const CwClaim *claim = cw_claim_get (number);
          gboolean held = claim->parents[0] == 0;

          for (guint j = 0; j < 2; j++)
            held |= claim->parents[j] != 0
                    && cw_claim_coverage_get_state (coverage, claim->parents[j])
                           == CW_CLAIM_SATISFIED;
          if (cw_claim_coverage_get_state (coverage, number) == CW_CLAIM_SATISFIED)
            g_assert_true (held);
        }
      for (guint state = 0; state < CW_N_CLAIM_STATES; state++)
        n += cw_claim_coverage_count (coverage, (CwClaimState) state);
      g_assert_cmpuint (n, ==, CW_N_CLAIMS);
    }
}

static void
test_evidence_is_where_it_is_seen (void)
{
  g_autoptr (CwClaimCoverage) coverage = cover (&(Fixture){ A });
  gsize n;
  const CwId *items = cw_claim_coverage_get_items (coverage, 32, &n);
  CwBox area = cw_claim_coverage_get_area (coverage, 32);

  g_assert_cmpuint (n, ==, 2);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpint (cw_id_get_kind (items[i]), ==, CW_ITEM_DIE);
  g_assert_true (
      cw_box_equal (area, CW_BOX (-2000 * CW_UM, -500 * CW_UM, 2000 * CW_UM, 500 * CW_UM)));
  g_assert_cmpstr (cw_claim_coverage_get_reason (coverage, 32), ==,
                   "dies with functions “radio” and “memory”");

  items = cw_claim_coverage_get_items (coverage, 31, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (cw_box_is_empty (cw_claim_coverage_get_area (coverage, 31)));
}

static void
test_violation_names_rule_and_item (void)
{
  g_autoptr (CwClaimCoverage) coverage = cover (&(Fixture){ A, .flags = WITHOUT_NETS });
  gsize n;
  const CwId *items = cw_claim_coverage_get_items (coverage, 30, &n);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpint (cw_id_get_kind (items[0]), ==, CW_ITEM_BONDING_PAD);
  g_assert_nonnull (strstr (cw_claim_coverage_get_reason (coverage, 30), "R1"));
  /* what depends on it says so */
  g_assert_cmpint (cw_claim_coverage_get_state (coverage, 36), ==, CW_CLAIM_VIOLATED);
  g_assert_true (
      g_str_has_prefix (cw_claim_coverage_get_reason (coverage, 36), "claim 30 is violated: "));
}

/* though another one lies between it and the wiring */
static void
test_every_dielectric_is_asked_for_its_material (void)
{
  static const guint8 numbers[] = { 44, 75 };
  g_autoptr (CwClaimCoverage) coverage = cover (&(Fixture){ A, .flags = WITH_DOUBLE_DIELECTRIC });

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_assert_cmpint (cw_claim_coverage_get_state (coverage, numbers[i]), ==, CW_CLAIM_VIOLATED);
      g_assert_cmpstr (cw_claim_coverage_get_reason (coverage, numbers[i]), ==,
                       "UNDER is BT core, which is not of the list, R10");
    }
}

static void
test_technology_without_claim_rules_is_judged_too (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (0, 0, CW_MM, CW_MM));
  g_autoptr (CwDesign) design = cw_design_new (technology, outline);
  g_autoptr (CwClaimCoverage) coverage = cw_claim_coverage_new (design);

  g_assert_true (cw_claim_coverage_get_design (coverage) == design);
  g_assert_cmpuint (cw_claim_coverage_count (coverage, CW_CLAIM_NOT_USED), ==, CW_N_CLAIMS);
  g_assert_cmpstr (cw_claim_coverage_get_reason (coverage, 1), ==, "there is no die");
  g_assert_cmpstr (cw_claim_coverage_get_reason (coverage, 4), ==,
                   "claim 1 is not used: there is no die");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/claims/claim-coverage/features-light-and-go-out",
                   test_features_light_and_go_out);
  g_test_add_func ("/model/claims/claim-coverage/every-feature-has-a-case",
                   test_every_feature_has_a_case);
  g_test_add_func ("/model/claims/claim-coverage/satisfied-claims-have-satisfied-parents",
                   test_satisfied_claims_have_satisfied_parents);
  g_test_add_func ("/model/claims/claim-coverage/evidence-is-where-it-is-seen",
                   test_evidence_is_where_it_is_seen);
  g_test_add_func ("/model/claims/claim-coverage/violation-names-rule-and-item",
                   test_violation_names_rule_and_item);
  g_test_add_func ("/model/claims/claim-coverage/every-dielectric-is-asked-for-its-material",
                   test_every_dielectric_is_asked_for_its_material);
  g_test_add_func ("/model/claims/claim-coverage/technology-without-claim-rules-is-judged-too",
                   test_technology_without_claim_rules_is_judged_too);

  return g_test_run ();
}
