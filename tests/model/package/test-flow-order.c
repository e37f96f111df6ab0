/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/package/flow-test.h"

/* Each row takes the template, and moves one of a pair of steps beyond the other. */

typedef enum
{
  ANY,
  SAME,
  BELOW,
} Relation;

static const struct
{
  CwMethod method;
  CwSubstrateKind substrate;
  gboolean has_thin;
  CwStepKind first;
  CwStepKind second;
  Relation relation;
  gboolean moves_first;
  CwSeverity severity;
  const char *what;
  const char *source;
} cases[] = {
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_ATTACH_BALLS, CW_STEP_SINGULATE, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A11 Singulate comes before A10 Attach bonding points BALL (SAC305, 204 µm): packages are cut "
    "apart only after their bonding points are attached",
    "claims 80, 92, 99" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_ATTACH_BALLS, CW_STEP_SINGULATE, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B13 Singulate comes before B12 Attach bonding points BALL (SAC305, 204 µm): packages are cut "
    "apart only after their bonding points are attached",
    "claims 117, 129, 136" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_ATTACH_BALLS, CW_STEP_SINGULATE, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "C14 Singulate comes before C13 Attach bonding points BALL (SAC305, 204 µm): packages are cut "
    "apart only after their bonding points are attached",
    "claims 154, 166, 173" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_ADHERE_SUBSTRATE, CW_STEP_REMOVE_CARRIER, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "C6.1 Remove carrier and film comes before C5.2 Adhere organic substrate to filling and dies "
    "(BT core, 200 µm): the carrier is still the only support of the dies",
    "claim 139, check P3" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_ADHERE_SUBSTRATE, CW_STEP_REMOVE_FILLING, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "C6.1 Remove first filling comes before C5.2 Adhere organic substrate to filling and dies (BT "
    "core, 200 µm): the organic substrate does not hold the dies yet",
    "claim 139, check P3" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_REMOVE_CARRIER, CW_STEP_DEPOSIT_WIRING, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "C10 Electroplate wiring RDL1 (Copper, 5 µm) comes before C6.1 Remove carrier and film: no "
    "wiring is made while the carrier is on",
    "claim 139, check P2" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_REMOVE_FILLING, CW_STEP_DEPOSIT_WIRING, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "C10 Electroplate wiring RDL1 (Copper, 5 µm) comes before C6.2 Remove first filling: no wiring "
    "is made while the first filling is there",
    "claim 139, check P2" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, TRUE, CW_STEP_REMOVE_CARRIER, CW_STEP_DEPOSIT_THIN_ORGANIC,
    ANY, FALSE, CW_SEVERITY_ERROR,
    "C7.1 Deposit thin organic layer THIN (Organic sheet, 25 µm) comes before C6.1 Remove carrier "
    "and film: the carrier still covers the active surfaces",
    "claim 139, check P2" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, TRUE, CW_STEP_REMOVE_FILLING, CW_STEP_DEPOSIT_THIN_ORGANIC,
    ANY, FALSE, CW_SEVERITY_ERROR,
    "C7.1 Deposit thin organic layer THIN (Organic sheet, 25 µm) comes before C6.2 Remove first "
    "filling: the first filling is still there",
    "claim 139, check P2" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_FILL, CW_STEP_PLANARISE, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A3.1 Planarise filling to the active surfaces comes before A3.2 Fill around the dies (Epoxy "
    "mould compound, 100 µm over the dies): without a filling over them it would grind the active "
    "surfaces",
    "claim 70, check P1" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PLANARISE, CW_STEP_DEPOSIT_DIELECTRIC, ANY,
    TRUE, CW_SEVERITY_ERROR,
    "A3.2 Planarise filling to the active surfaces comes after A4 Deposit dielectric D1 "
    "(Polyimide, 7 µm): it would grind off what is built on the active surfaces",
    "claim 70, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, TRUE, CW_STEP_PLANARISE, CW_STEP_DEPOSIT_THIN_ORGANIC, ANY,
    TRUE, CW_SEVERITY_ERROR,
    "A3.3 Planarise filling to the active surfaces comes after A3.2 Deposit thin organic layer "
    "THIN (Organic sheet, 25 µm): it would grind off what is built on the active surfaces",
    "claim 176, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PLACE_DIES, CW_STEP_FILL, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A3.1 Fill around the dies (Epoxy mould compound, 100 µm over the dies) comes before A2.2 "
    "Place dies face up: there are no dies to fill around yet",
    "claim 70" },
  { CW_METHOD_A, CW_SUBSTRATE_HEAT, FALSE, CW_STEP_PROVIDE_HEAT, CW_STEP_LAMINATE, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A0 Laminate SUBSTRATE with its openings (BT core, 150 µm) comes before A1 Provide "
    "heat-conducting layer HEAT (Copper plate, 200 µm): there is nothing to put it on yet",
    "claim 67" },
  { CW_METHOD_A, CW_SUBSTRATE_CORES, FALSE, CW_STEP_PROVIDE_SUBSTRATE, CW_STEP_LAMINATE, BELOW,
    FALSE, CW_SEVERITY_ERROR,
    "A0 Laminate CORE1 with its openings (BT core, 150 µm) comes before A1 Provide substrate CORE2 "
    "(BT core, 200 µm): there is nothing to put it on yet",
    "claim 65" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PROVIDE_SUBSTRATE, CW_STEP_FORM_CAVITIES, SAME,
    FALSE, CW_SEVERITY_ERROR,
    "A0 Form cavities in SUBSTRATE comes before A1 Provide substrate SUBSTRATE (BT core, 350 µm): "
    "the board is not there yet",
    "claim 64" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PROVIDE_SUBSTRATE, CW_STEP_PLACE_DIES, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "A2.1 Place dies face up comes before A1 Provide substrate SUBSTRATE (BT core, 350 µm): there "
    "is no substrate to adhere the dies to yet",
    "claim 61" },
  { CW_METHOD_A, CW_SUBSTRATE_HEAT, FALSE, CW_STEP_PROVIDE_HEAT, CW_STEP_PLACE_DIES, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A2.1 Place dies face up comes before A0 Provide heat-conducting layer HEAT (Copper plate, 200 "
    "µm): there is no substrate to adhere the dies to yet",
    "claim 67" },
  { CW_METHOD_A, CW_SUBSTRATE_CORES, FALSE, CW_STEP_LAMINATE, CW_STEP_PLACE_DIES, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A2.1 Place dies face up comes before A1 Laminate CORE1 with its openings (BT core, 150 µm): "
    "the substrate is not complete yet",
    "claims 65, 67" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_FORM_CAVITIES, CW_STEP_PLACE_DIES, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A2.1 Place dies face up comes before A1 Form cavities in SUBSTRATE: the cavities that take "
    "the dies are not there yet",
    "claim 64" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PROVIDE_SUBSTRATE, CW_STEP_APPLY_ADHESIVE, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "A2.1 Apply adhesive ADHESIVE (Die attach film, 20 µm) comes before A1 Provide substrate "
    "SUBSTRATE (BT core, 350 µm): there is no substrate to put it on yet",
    "claim 61" },
  { CW_METHOD_A, CW_SUBSTRATE_HEAT, FALSE, CW_STEP_PROVIDE_HEAT, CW_STEP_APPLY_ADHESIVE, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A2.1 Apply adhesive ADHESIVE (Die attach film, 20 µm) comes before A0 Provide heat-conducting "
    "layer HEAT (Copper plate, 200 µm): there is no substrate to put it on yet",
    "claim 67" },
  { CW_METHOD_A, CW_SUBSTRATE_CORES, FALSE, CW_STEP_LAMINATE, CW_STEP_APPLY_ADHESIVE, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A2.1 Apply adhesive ADHESIVE (Die attach film, 20 µm) comes before A1 Laminate CORE1 with its "
    "openings (BT core, 150 µm): the substrate is not complete yet",
    "claims 65, 67" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_FORM_CAVITIES, CW_STEP_APPLY_ADHESIVE, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "A2.1 Apply adhesive ADHESIVE (Die attach film, 20 µm) comes before A1 Form cavities in "
    "SUBSTRATE: the cavities that take the dies are not there yet",
    "claim 64" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_APPLY_ADHESIVE, CW_STEP_PLACE_DIES, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A2.1 Place dies face up comes before A2.2 Apply adhesive ADHESIVE (Die attach film, 20 µm): "
    "there is nothing to adhere the dies with yet",
    "claim 61" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PROVIDE_SHEET, CW_STEP_APPLY_FILM, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B2.1 Apply film for the active surfaces (Bond film, 10 µm) comes before B1 Provide insulating "
    "sheet THIN (Organic sheet, 50 µm): there is no sheet to put it on yet",
    "claim 102" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PROVIDE_SHEET, CW_STEP_PLACE_DIES, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B2.1 Place dies face down comes before B1 Provide insulating sheet THIN (Organic sheet, 50 "
    "µm): there is no sheet to adhere the dies to yet",
    "claim 102" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PROVIDE_CARRIER, CW_STEP_APPLY_FILM, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "C2.1 Apply film for the active surfaces (Release film, 100 µm) comes before C1 Provide "
    "carrier (Glass, 700 µm): there is no carrier to put it on yet",
    "claim 139" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PROVIDE_CARRIER, CW_STEP_PLACE_DIES, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "C2.1 Place dies face down comes before C1 Provide carrier (Glass, 700 µm): there is no "
    "carrier to adhere the dies to yet",
    "claim 139" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_APPLY_FILM, CW_STEP_PLACE_DIES, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B2.1 Place dies face down comes before B2.2 Apply film for the active surfaces (Bond film, 10 "
    "µm): there is nothing to adhere the dies with yet",
    "claim 102" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PLANARISE, CW_STEP_APPLY_ADHESIVE, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B5.1 Apply adhesive ADHESIVE (Die attach film, 20 µm) comes before B4 Planarise and thin "
    "filling and dies from the back: planarising the backs would take it off again",
    "claim 102" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_APPLY_ADHESIVE, CW_STEP_ADHERE_SUBSTRATE, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "B5.1 Adhere organic substrate to filling and dies (BT core, 200 µm) comes before B5.2 Apply "
    "adhesive ADHESIVE (Die attach film, 20 µm): there is nothing to adhere it with yet",
    "claim 102" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_ADHERE_SUBSTRATE, CW_STEP_TURN_OVER, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B5.2 Turn over comes before B5.3 Adhere organic substrate to filling and dies (BT core, 200 "
    "µm): nothing lies under the dies once they are turned over",
    "claim 102, check P3" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_ADHERE_SUBSTRATE, CW_STEP_THIN_SHEET, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "B6 Thin insulating sheet THIN to 25 µm comes before B5.2 Adhere organic substrate to filling "
    "and dies (BT core, 200 µm): the sheet is still the only support of the dies",
    "claim 108, check P3" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_TURN_OVER, CW_STEP_THIN_SHEET, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B6 Thin insulating sheet THIN to 25 µm comes before B5.3 Turn over: the sheet lies underneath "
    "until then",
    "claim 108" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_THIN_SHEET, CW_STEP_OPEN_HOLES, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B7 Pattern holes in THIN comes before B6 Thin insulating sheet THIN to 25 µm: the sheet is "
    "thinned before it is patterned",
    "claims 108, 111" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_THIN_SHEET, CW_STEP_DEPOSIT_WIRING, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B9 Electroplate wiring RDL1 (Copper, 5 µm) comes before B6 Thin insulating sheet THIN to 25 "
    "µm: thinning the sheet would grind off the wiring on it",
    "claim 108, check P4" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_SECOND_FILL, CW_STEP_DEPOSIT_DIELECTRIC, ANY,
    TRUE, CW_SEVERITY_ERROR,
    "C7 Fill again, planar to the active surfaces (Epoxy mould compound) comes after C8 Deposit "
    "dielectric D1 (Polyimide, 7 µm): the filling goes in before the first dielectric",
    "claim 144" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_DIELECTRIC, CW_STEP_DEPOSIT_WIRING,
    BELOW, FALSE, CW_SEVERITY_ERROR,
    "A7 Electroplate wiring RDL1 (Copper, 5 µm) comes before A4 Deposit dielectric D1 (Polyimide, "
    "7 µm): the dielectric that the wiring lies on is not there yet",
    "claims 61, 83, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, TRUE, CW_STEP_DEPOSIT_THIN_ORGANIC, CW_STEP_DEPOSIT_WIRING,
    BELOW, FALSE, CW_SEVERITY_ERROR,
    "A7 Electroplate wiring RDL1 (Copper, 5 µm) comes before A4 Deposit dielectric D1 (Polyimide, "
    "7 µm): the dielectric that the wiring lies on is not there yet",
    "claims 61, 83, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_OPEN_HOLES, CW_STEP_DEPOSIT_WIRING, BELOW,
    FALSE, CW_SEVERITY_ERROR,
    "A7 Electroplate wiring RDL1 (Copper, 5 µm) comes before A5 Pattern holes in D1: the holes "
    "that lead to what is below are not there yet",
    "claims 72, 84, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_FILL_VIAS, CW_STEP_DEPOSIT_WIRING, BELOW, TRUE,
    CW_SEVERITY_WARNING,
    "A6 Fill vias in D1 (Copper) comes after A7 Electroplate wiring RDL1 (Copper, 5 µm): the claim "
    "fills the holes when the wiring is made, which is accepted",
    "claim 74" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_OPEN_HOLES, CW_STEP_FILL_VIAS, SAME, FALSE,
    CW_SEVERITY_ERROR,
    "A6 Fill vias in D1 (Copper) comes before A5 Pattern holes in D1: there are no holes to fill "
    "yet",
    "claims 74, 86, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_DIELECTRIC, CW_STEP_OPEN_HOLES, SAME,
    FALSE, CW_SEVERITY_ERROR,
    "A5 Pattern holes in D1 comes before A4 Deposit dielectric D1 (Polyimide, 7 µm): there is no "
    "dielectric to pattern yet",
    "claims 72, 84, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_DIELECTRIC, CW_STEP_FILL_VIAS, SAME,
    FALSE, CW_SEVERITY_ERROR,
    "A6 Fill vias in D1 (Copper) comes before A5 Pattern holes in D1: there are no holes to fill "
    "yet",
    "claims 74, 86, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, TRUE, CW_STEP_DEPOSIT_THIN_ORGANIC, CW_STEP_OPEN_HOLES, SAME,
    FALSE, CW_SEVERITY_ERROR,
    "A5.1 Pattern holes in THIN comes before A3.3 Deposit thin organic layer THIN (Organic sheet, "
    "25 µm): there is no layer to pattern yet",
    "claims 187, 194" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_WIRING, CW_STEP_DEPOSIT_DIELECTRIC,
    BELOW, FALSE, CW_SEVERITY_ERROR,
    "A8.1 Deposit dielectric D2 (Polyimide, 7 µm) comes before A7 Electroplate wiring RDL1 "
    "(Copper, 5 µm): the wiring below it is not there yet",
    "claim 83" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_DIELECTRIC, CW_STEP_DEPOSIT_DIELECTRIC,
    BELOW, FALSE, CW_SEVERITY_ERROR,
    "A8.1 Deposit dielectric D2 (Polyimide, 7 µm) comes before A7 Electroplate wiring RDL1 "
    "(Copper, 5 µm): the wiring below it is not there yet",
    "claim 83" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, TRUE, CW_STEP_DEPOSIT_THIN_ORGANIC, CW_STEP_DEPOSIT_DIELECTRIC,
    BELOW, FALSE, CW_SEVERITY_ERROR,
    "A4 Deposit dielectric D1 (Polyimide, 7 µm) comes before A3.3 Deposit thin organic layer THIN "
    "(Organic sheet, 25 µm): levels are built from the bottom up",
    "claim 176" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_WIRING, CW_STEP_DEPOSIT_WIRING, BELOW,
    FALSE, CW_SEVERITY_ERROR,
    "A8.1 Electroplate wiring RDL2 (Copper, 5 µm) comes before A8.2 Deposit dielectric D2 "
    "(Polyimide, 7 µm): the dielectric that the wiring lies on is not there yet",
    "claims 61, 83, check P4" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_TURN_OVER, CW_STEP_OPEN_HOLES, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B7 Pattern holes in THIN comes before B6 Thin insulating sheet THIN to 25 µm: the sheet is "
    "thinned before it is patterned",
    "claims 108, 111" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_TURN_OVER, CW_STEP_DEPOSIT_DIELECTRIC, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "B10.1 Deposit dielectric D2 (Polyimide, 7 µm) comes before B9 Electroplate wiring RDL1 "
    "(Copper, 5 µm): the wiring below it is not there yet",
    "claim 120" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_TURN_OVER, CW_STEP_DEPOSIT_WIRING, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "B9 Electroplate wiring RDL1 (Copper, 5 µm) comes before B6 Thin insulating sheet THIN to 25 "
    "µm: thinning the sheet would grind off the wiring on it",
    "claim 108, check P4" },
  { CW_METHOD_B, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PLACE_DIES, CW_STEP_DEPOSIT_DIELECTRIC, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "B10.1 Deposit dielectric D2 (Polyimide, 7 µm) comes before B9 Electroplate wiring RDL1 "
    "(Copper, 5 µm): the wiring below it is not there yet",
    "claim 120" },
  { CW_METHOD_C, CW_SUBSTRATE_PLAIN, TRUE, CW_STEP_PLACE_DIES, CW_STEP_DEPOSIT_THIN_ORGANIC, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "C7.1 Deposit thin organic layer THIN (Organic sheet, 25 µm) comes before C6.1 Remove carrier "
    "and film: the carrier still covers the active surfaces",
    "claim 139, check P2" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_PLACE_DIES, CW_STEP_DEPOSIT_WIRING, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A7 Electroplate wiring RDL1 (Copper, 5 µm) comes before A4 Deposit dielectric D1 (Polyimide, "
    "7 µm): the dielectric that the wiring lies on is not there yet",
    "claims 61, 83, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_WIRING, CW_STEP_DEPOSIT_PASSIVATION,
    ANY, FALSE, CW_SEVERITY_ERROR,
    "A9.1 Deposit passivation PASS (Polyimide, 8 µm) comes before A7 Electroplate wiring RDL1 "
    "(Copper, 5 µm): the passivation comes last, on the finished wiring",
    "claims 77, 89, 96, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_DIELECTRIC, CW_STEP_DEPOSIT_PASSIVATION,
    ANY, FALSE, CW_SEVERITY_ERROR,
    "A9.1 Deposit passivation PASS (Polyimide, 8 µm) comes before A7 Electroplate wiring RDL1 "
    "(Copper, 5 µm): the passivation comes last, on the finished wiring",
    "claims 77, 89, 96, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_PASSIVATION, CW_STEP_OPEN_PASSIVATION,
    SAME, FALSE, CW_SEVERITY_ERROR,
    "A9.1 Open passivation PASS comes before A9.2 Deposit passivation PASS (Polyimide, 8 µm): "
    "there is no passivation to open yet",
    "claims 77, 89, 96" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_OPEN_PASSIVATION, CW_STEP_DEPOSIT_UBM, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "A9.2 Deposit under-bump metal UBM (Nickel on copper, 6 µm) comes before A9.3 Open passivation "
    "PASS: the bonding pads are not exposed yet",
    "check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_OPEN_PASSIVATION, CW_STEP_ATTACH_BALLS, ANY,
    FALSE, CW_SEVERITY_ERROR,
    "A10 Attach bonding points BALL (SAC305, 204 µm) comes before A9.2 Open passivation PASS: "
    "bonding points go only on exposed bonding pads",
    "claims 77, 78, check P4" },
  { CW_METHOD_A, CW_SUBSTRATE_PLAIN, FALSE, CW_STEP_DEPOSIT_UBM, CW_STEP_ATTACH_BALLS, ANY, FALSE,
    CW_SEVERITY_ERROR,
    "A10 Attach bonding points BALL (SAC305, 204 µm) comes before A9.3 Deposit under-bump metal "
    "UBM (Nickel on copper, 6 µm): the metal under the bonding points is not there yet",
    "check P4" },
};

static gboolean
is_related (Relation relation, const CwStep *first, const CwStep *second)
{
  return relation == ANY || (relation == SAME && first->level == second->level)
         || (relation == BELOW && first->level < second->level);
}

static CwFlow *
swap (const CwFlow *flow, guint row)
{
  for (guint i = 0; i < flow->n_steps; i++)
    for (guint j = i + 1; j < flow->n_steps; j++)
      if (flow->steps[i].kind == cases[row].first && flow->steps[j].kind == cases[row].second
          && is_related (cases[row].relation, &flow->steps[i], &flow->steps[j]))
        return cases[row].moves_first ? cw_flow_dup_moved (flow, i, j)
                                      : cw_flow_dup_moved (flow, j, i);

  g_assert_not_reached ();
}

static void
test_wrong_orders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CwTechnology) technology
          = flow_test_new_technology (cases[i].method, cases[i].substrate, cases[i].has_thin);
      g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
      g_autoptr (CwFlow) wrong = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      flow_test_add_all (&flow, technology, cases[i].first);
      flow_test_add_all (&flow, technology, cases[i].second);
      flow_test_assert_clean (flow, technology);
      wrong = swap (flow, i);
      findings = cw_flow_check (wrong, technology);
      flow_test_assert_finding (findings, 0, cases[i].severity, cases[i].what, cases[i].source);
      g_assert_cmpuint (findings->len, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/package/flow-order/each-wrong-order-is-named-alone", test_wrong_orders);

  return g_test_run ();
}
