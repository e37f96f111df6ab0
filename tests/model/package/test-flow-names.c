/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/package/flow-test.h"

typedef struct
{
  CwMethod method;
  CwSubstrateKind substrate;
  const char *text;
} Row;

static const Row rows[] = {
  { CW_METHOD_A, CW_SUBSTRATE_CORES,
    "A0 Provide substrate CORE2 (BT core, 200 µm)\n"
    "A1 Laminate CORE1 with its openings (BT core, 150 µm)\n"
    "A2.1 Apply adhesive ADHESIVE (Die attach film, 20 µm)\n"
    "A2.2 Place dies face up\n"
    "A3.1 Fill around the dies (Epoxy mould compound, 100 µm over the dies)\n"
    "A3.2 Planarise filling to the active surfaces\n"
    "A4 Deposit dielectric D1 (Polyimide, 7 µm)\n"
    "A5 Pattern holes in D1\n"
    "A7 Electroplate wiring RDL1 (Copper, 5 µm)\n"
    "A8.1 Deposit dielectric D2 (Polyimide, 7 µm)\n"
    "A8.2 Pattern holes in D2\n"
    "A8.3 Electroplate wiring RDL2 (Copper, 5 µm)\n"
    "A9.1 Deposit passivation PASS (Polyimide, 8 µm)\n"
    "A9.2 Open passivation PASS\n"
    "A9.3 Deposit under-bump metal UBM (Nickel on copper, 6 µm)\n"
    "A10 Attach bonding points BALL (SAC305, 204 µm)\n"
    "A11 Singulate\n" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN,
    "B1 Provide insulating sheet THIN (Organic sheet, 50 µm)\n"
    "B2.1 Apply film for the active surfaces (Bond film, 10 µm)\n"
    "B2.2 Place dies face down\n"
    "B3 Fill around the dies (Epoxy mould compound, 100 µm over the backs)\n"
    "B4 Planarise and thin filling and dies from the back\n"
    "B5.1 Apply adhesive ADHESIVE (Die attach film, 20 µm)\n"
    "B5.2 Adhere organic substrate to filling and dies (BT core, 200 µm)\n"
    "B5.3 Turn over\n"
    "B6 Thin insulating sheet THIN to 25 µm\n"
    "B7 Pattern holes in THIN\n"
    "B9 Electroplate wiring RDL1 (Copper, 5 µm)\n"
    "B10.1 Deposit dielectric D2 (Polyimide, 7 µm)\n"
    "B10.2 Pattern holes in D2\n"
    "B10.3 Electroplate wiring RDL2 (Copper, 5 µm)\n"
    "B11.1 Deposit passivation PASS (Polyimide, 8 µm)\n"
    "B11.2 Open passivation PASS\n"
    "B11.3 Deposit under-bump metal UBM (Nickel on copper, 6 µm)\n"
    "B12 Attach bonding points BALL (SAC305, 204 µm)\n"
    "B13 Singulate\n" },
  { CW_METHOD_C, CW_SUBSTRATE_HEAT,
    "C1 Provide carrier (Glass, 700 µm)\n"
    "C2.1 Apply film for the active surfaces (Release film, 100 µm)\n"
    "C2.2 Place dies face down\n"
    "C3 Fill around the dies (Polymer filling, 100 µm over the backs)\n"
    "C4 Planarise and thin filling and dies from the back\n"
    "C5.1 Apply adhesive ADHESIVE (Die attach film, 20 µm)\n"
    "C5.2 Adhere organic substrate to filling and dies (BT core, 350 µm)\n"
    "C5.3 Turn over\n"
    "C6.1 Remove carrier and film\n"
    "C6.2 Remove first filling\n"
    "C7 Fill again, planar to the active surfaces (Epoxy mould compound)\n"
    "C8 Deposit dielectric D1 (Polyimide, 7 µm)\n"
    "C9 Pattern holes in D1\n"
    "C10 Electroplate wiring RDL1 (Copper, 5 µm)\n"
    "C11.1 Deposit dielectric D2 (Polyimide, 7 µm)\n"
    "C11.2 Pattern holes in D2\n"
    "C11.3 Electroplate wiring RDL2 (Copper, 5 µm)\n"
    "C12.1 Deposit passivation PASS (Polyimide, 8 µm)\n"
    "C12.2 Open passivation PASS\n"
    "C12.3 Deposit under-bump metal UBM (Nickel on copper, 6 µm)\n"
    "C13 Attach bonding points BALL (SAC305, 204 µm)\n"
    "C14 Singulate\n" },
};

static char *
dup_text (const CwFlow *flow, const CwTechnology *technology)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < flow->n_steps; i++)
    {
      g_autofree char *label = cw_flow_dup_step_label (flow, i);
      g_autofree char *name = cw_flow_dup_step_name (flow, technology, i);

      g_string_append_printf (text, "%s %s\n", label, name);
    }

  return g_string_free (text, FALSE);
}

static void
test_templates_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (CwTechnology) technology
          = cw_technology_new_method (rows[i].method, rows[i].substrate, 2);
      g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
      g_autofree char *text = dup_text (flow, technology);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
assert_step (const CwFlow *flow, const CwTechnology *technology, CwStepKind kind, const char *level,
             const char *expected)
{
  gint index = cw_flow_find (
      flow, kind, level != NULL ? cw_technology_find_level (technology, level) : CW_LEVEL_NONE);
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (index, >=, 0);
  label = cw_flow_dup_step_label (flow, (guint) index);
  name = cw_flow_dup_step_name (flow, technology, (guint) index);
  text = g_strdup_printf ("%s %s", label, name);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_options_read (void)
{
  g_autoptr (CwTechnology) plain = flow_test_new_technology (CW_METHOD_A, CW_SUBSTRATE_PLAIN, TRUE);
  g_autoptr (CwTechnology) moulded
      = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_MOULDED, 1);
  g_autoptr (CwTechnology) heat = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_HEAT, 1);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (plain);
  g_autoptr (CwFlow) moulded_flow = cw_technology_dup_flow (moulded);
  g_autoptr (CwFlow) heat_flow = cw_technology_dup_flow (heat);

  flow_test_add_all (&flow, plain, CW_STEP_FILL_VIAS);
  flow_test_add_all (&flow, plain, CW_STEP_FORM_CAVITIES);
  assert_step (flow, plain, CW_STEP_PROVIDE_SUBSTRATE, NULL,
               "A0 Provide substrate SUBSTRATE (BT core, 350 µm)");
  assert_step (flow, plain, CW_STEP_FORM_CAVITIES, NULL, "A1 Form cavities in SUBSTRATE");
  assert_step (flow, plain, CW_STEP_DEPOSIT_THIN_ORGANIC, NULL,
               "A3.3 Deposit thin organic layer THIN (Organic sheet, 25 µm)");
  assert_step (flow, plain, CW_STEP_FILL_VIAS, "THIN", "A6.1 Fill vias in THIN (Copper)");
  assert_step (flow, plain, CW_STEP_FILL_VIAS, "D2", "A8.3 Fill vias in D2 (Copper)");
  assert_step (moulded_flow, moulded, CW_STEP_PROVIDE_SUBSTRATE, NULL,
               "A1 Mould substrate SUBSTRATE with its openings (Moulded polymer, 350 µm)");
  assert_step (heat_flow, heat, CW_STEP_PROVIDE_HEAT, NULL,
               "A0 Provide heat-conducting layer HEAT (Copper plate, 200 µm)");
}

static void
test_depositions_read (void)
{
  static const char *const names[CW_N_DEPOSITIONS]
      = { "A7 Deposit wiring RDL1 (Copper, 5 µm)", "A7 Sputter wiring RDL1 (Copper, 5 µm)",
          "A7 Electroplate wiring RDL1 (Copper, 5 µm)",
          "A7 Electroless-plate wiring RDL1 (Copper, 5 µm)" };

  for (guint i = 0; i < CW_N_DEPOSITIONS; i++)
    {
      g_autoptr (CwTechnology) technology
          = cw_technology_new_method (CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1);
      g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
      guint index = cw_technology_find_level (technology, "RDL1");
      CwLevel level = *cw_technology_get_level (technology, index);
      g_autoptr (GError) error = NULL;

      level.deposition = i;
      cw_technology_set_level (technology, index, &level, &error);
      g_assert_no_error (error);
      assert_step (flow, technology, CW_STEP_DEPOSIT_WIRING, NULL, names[i]);
    }
}

/* the steps at which the wording of the claims is odd, and what claim the note is about */
static void
test_notes (void)
{
  static const struct
  {
    CwMethod method;
    CwSubstrateKind substrate;
    guint n_wirings;
    CwStepKind kind;
    const char *level;
    const char *claim; /* NULL: no note */
  } notes[] = {
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 3, CW_STEP_SINGULATE, NULL, "Claim 101" },
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 2, CW_STEP_SINGULATE, NULL, NULL },
    { CW_METHOD_B, CW_SUBSTRATE_PLAIN, 1, CW_STEP_PROVIDE_SHEET, NULL, "Claim 105" },
    { CW_METHOD_C, CW_SUBSTRATE_PLAIN, 1, CW_STEP_PROVIDE_CARRIER, NULL, "Claim 142" },
    { CW_METHOD_C, CW_SUBSTRATE_PLAIN, 1, CW_STEP_SECOND_FILL, NULL, "Claim 144" },
    { CW_METHOD_B, CW_SUBSTRATE_PLAIN, 2, CW_STEP_DEPOSIT_WIRING, "RDL2", "Claim 120" },
    { CW_METHOD_B, CW_SUBSTRATE_PLAIN, 2, CW_STEP_DEPOSIT_WIRING, "RDL1", NULL },
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 2, CW_STEP_OPEN_HOLES, "D2", "Claim 84" },
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 2, CW_STEP_OPEN_HOLES, "D1", NULL },
    { CW_METHOD_B, CW_SUBSTRATE_PLAIN, 2, CW_STEP_OPEN_HOLES, "D2", "Claims 121 and 158" },
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 2, CW_STEP_FILL_VIAS, "D1", "Claim 74" },
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 2, CW_STEP_FILL_VIAS, "D2", NULL },
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 2, CW_STEP_ATTACH_BALLS, NULL, "Claim 97" },
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1, CW_STEP_ATTACH_BALLS, NULL, NULL },
    { CW_METHOD_B, CW_SUBSTRATE_PLAIN, 1, CW_STEP_ATTACH_BALLS, NULL, NULL },
    { CW_METHOD_A, CW_SUBSTRATE_HEAT, 1, CW_STEP_PROVIDE_HEAT, NULL, "Claim 67" },
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1, CW_STEP_APPLY_ADHESIVE, NULL, "The claims only say" },
    { CW_METHOD_A, CW_SUBSTRATE_PLAIN, 1, CW_STEP_PLACE_DIES, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (CwTechnology) technology
          = cw_technology_new_method (notes[i].method, notes[i].substrate, notes[i].n_wirings);
      g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
      const char *note;
      gint index;

      flow_test_add_all (&flow, technology, CW_STEP_FILL_VIAS);
      index = cw_flow_find (flow, notes[i].kind,
                            notes[i].level != NULL
                                ? cw_technology_find_level (technology, notes[i].level)
                                : CW_LEVEL_NONE);
      g_assert_cmpint (index, >=, 0);
      note = cw_flow_get_note (flow, (guint) index);
      if (notes[i].claim == NULL)
        g_assert_null (note);
      else
        {
          g_assert_nonnull (note);
          g_assert_true (g_str_has_prefix (note, notes[i].claim));
          g_assert_false (g_str_has_suffix (note, "."));
        }
    }
}

/* oddity 7: bonding points of the single-layer method B rest on a thinned sheet */
static void
test_note_of_thick_sheet (void)
{
  g_autoptr (CwTechnology) technology
      = cw_technology_new_method (CW_METHOD_B, CW_SUBSTRATE_PLAIN, 1);
  g_autoptr (CwFlow) thinned = cw_technology_dup_flow (technology);
  g_autoptr (CwFlow) flow = cw_flow_dup_without_step (
      thinned, technology, (guint) cw_flow_find (thinned, CW_STEP_THIN_SHEET, CW_LEVEL_NONE));
  gint balls = cw_flow_find (flow, CW_STEP_ATTACH_BALLS, CW_LEVEL_NONE);

  g_assert_true (g_str_has_prefix (cw_flow_get_note (flow, (guint) balls), "Claim 115"));
  flow_test_assert_clean (flow, technology);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/package/flow-names/templates-read-as-the-claims-count",
                   test_templates_read);
  g_test_add_func ("/model/package/flow-names/options-have-their-numbers", test_options_read);
  g_test_add_func ("/model/package/flow-names/wiring-is-called-after-its-deposition",
                   test_depositions_read);
  g_test_add_func ("/model/package/flow-names/odd-claims-are-explained", test_notes);
  g_test_add_func ("/model/package/flow-names/thick-sheet-is-explained", test_note_of_thick_sheet);

  return g_test_run ();
}
