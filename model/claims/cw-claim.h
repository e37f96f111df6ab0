/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CW_N_CLAIMS 203

/**
 * CwClaimState:
 * @CW_CLAIM_NOT_USED: the design does not have what the claim is about
 * @CW_CLAIM_SATISFIED: it has it, and so for the claims that this one depends on
 * @CW_CLAIM_VIOLATED: it has it, but breaks a rule that the claim stands on
 *
 * What a design makes of a claim.
 */
typedef enum
{
  CW_CLAIM_NOT_USED,
  CW_CLAIM_SATISFIED,
  CW_CLAIM_VIOLATED,
  CW_N_CLAIM_STATES
} CwClaimState;

/**
 * CwClaimSection:
 * @CW_CLAIMS_ONE_DIE: structures with one die, claims 1 to 29
 * @CW_CLAIMS_SEVERAL_DIES: structures with several dies, claims 30 to 60
 * @CW_CLAIMS_THIN_ORGANIC: structures with a thin organic layer, claims 176 to 203
 * @CW_CLAIMS_METHOD_A: dies face up on the organic substrate, claims 61 to 101
 * @CW_CLAIMS_METHOD_B: dies face down on an insulating substrate that stays, claims 102 to 138
 * @CW_CLAIMS_METHOD_C: dies face down on a carrier that is removed, claims 139 to 175
 *
 * What a claim belongs to.
 */
typedef enum
{
  CW_CLAIMS_ONE_DIE,
  CW_CLAIMS_SEVERAL_DIES,
  CW_CLAIMS_THIN_ORGANIC,
  CW_CLAIMS_METHOD_A,
  CW_CLAIMS_METHOD_B,
  CW_CLAIMS_METHOD_C,
  CW_N_CLAIM_SECTIONS
} CwClaimSection;

/**
 * CwClaimFeature:
 * @CW_FEATURE_STRUCTURE: dies on an organic substrate below a circuit with bonding pads; the
 *   argument is the section
 * @CW_FEATURE_MODULE: a module of one die, or of several; the argument is 1 or 2
 * @CW_FEATURE_SAME: dies of the same function
 * @CW_FEATURE_DIFFERENT: dies of different functions
 * @CW_FEATURE_INTERNAL: dies with devices and circuitry of their own
 * @CW_FEATURE_LOOP: a signal from a device through the package back to a device
 * @CW_FEATURE_GREATER: traces greater than those of the dies
 * @CW_FEATURE_BUS: a power or ground bus
 * @CW_FEATURE_ONE_LAYER: a wiring level on a dielectric
 * @CW_FEATURE_ON_THIN_ORGANIC: a wiring level on the thin organic layer
 * @CW_FEATURE_LAYERS: wiring levels and dielectrics in turn
 * @CW_FEATURE_HOLES: holes through the first insulator, or all with %CW_CLAIM_ALL
 * @CW_FEATURE_VIAS: vias in them, likewise
 * @CW_FEATURE_CIRCUIT: wiring and vias that join die pads and bonding pads
 * @CW_FEATURE_PASSIVE: a passive device
 * @CW_FEATURE_PASSIVE_KIND: one of the six kinds
 * @CW_FEATURE_PASSIVE_WIRING: one that is a part of the wiring
 * @CW_FEATURE_DIELECTRIC_LISTED: dielectrics of the list: first, further, or %CW_CLAIM_ALL
 * @CW_FEATURE_CAVITY: as many cavities with dies on their floors as the argument says
 * @CW_FEATURE_HEAT: likewise, openings down to a heat-conducting layer
 * @CW_FEATURE_HEAT_METAL: that layer is of metal
 * @CW_FEATURE_CORES: two core boards, the upper one with openings
 * @CW_FEATURE_MOULDED: openings moulded together with the substrate, or with the organic layer of
 *   a substrate with heat-conducting layer
 * @CW_FEATURE_FILLING: the filling around the dies of the finished package
 * @CW_FEATURE_FILLING_LISTED: its material is of the list
 * @CW_FEATURE_FIRST_FILLING_LISTED: the material of the first filling is
 * @CW_FEATURE_SECOND_FILLING: a second filling in place of the first
 * @CW_FEATURE_THIN_ORGANIC_RANGE: thickness of the thin organic layer; argument 1: after thinning
 * @CW_FEATURE_SHEET_LISTED: material of the insulating substrate
 * @CW_FEATURE_SHEET_THINNED: it is thinned
 * @CW_FEATURE_CARRIER_LISTED: material of the carrier
 * @CW_FEATURE_PASSIVATION: passivation that opens the bonding pads; the argument is for how many
 *   wiring levels, 0 for any
 * @CW_FEATURE_POINTS: bonding points, likewise
 * @CW_FEATURE_POINTS_LISTED: their kinds
 * @CW_FEATURE_METHOD: the flow is that of the method in the argument
 * @CW_FEATURE_HOLE_STEP: holes patterned between dielectric and wiring of the first, or the
 *   further levels
 * @CW_FEATURE_VIA_WITH: they are filled with the wiring
 * @CW_FEATURE_VIA_BEFORE: they are filled before the wiring
 * @CW_FEATURE_DEPOSITION: how the first, or the further wiring levels are deposited
 * @CW_FEATURE_NEXT_LAYER: a second dielectric and wiring level
 * @CW_FEATURE_REPEAT: more of them
 * @CW_FEATURE_SINGULATE: units are cut apart after the bonding points are on
 * @CW_FEATURE_UNIT: how many dies a unit has; the argument is a %CwUnitScope
 *
 * What a claim asks of a design.
 */
typedef enum
{
  CW_FEATURE_STRUCTURE,
  CW_FEATURE_MODULE,
  CW_FEATURE_SAME,
  CW_FEATURE_DIFFERENT,
  CW_FEATURE_INTERNAL,
  CW_FEATURE_LOOP,
  CW_FEATURE_GREATER,
  CW_FEATURE_BUS,
  CW_FEATURE_ONE_LAYER,
  CW_FEATURE_ON_THIN_ORGANIC,
  CW_FEATURE_LAYERS,
  CW_FEATURE_HOLES,
  CW_FEATURE_VIAS,
  CW_FEATURE_CIRCUIT,
  CW_FEATURE_PASSIVE,
  CW_FEATURE_PASSIVE_KIND,
  CW_FEATURE_PASSIVE_WIRING,
  CW_FEATURE_DIELECTRIC_LISTED,
  CW_FEATURE_CAVITY,
  CW_FEATURE_HEAT,
  CW_FEATURE_HEAT_METAL,
  CW_FEATURE_CORES,
  CW_FEATURE_MOULDED,
  CW_FEATURE_FILLING,
  CW_FEATURE_FILLING_LISTED,
  CW_FEATURE_FIRST_FILLING_LISTED,
  CW_FEATURE_SECOND_FILLING,
  CW_FEATURE_THIN_ORGANIC_RANGE,
  CW_FEATURE_SHEET_LISTED,
  CW_FEATURE_SHEET_THINNED,
  CW_FEATURE_CARRIER_LISTED,
  CW_FEATURE_PASSIVATION,
  CW_FEATURE_POINTS,
  CW_FEATURE_POINTS_LISTED,
  CW_FEATURE_METHOD,
  CW_FEATURE_HOLE_STEP,
  CW_FEATURE_VIA_WITH,
  CW_FEATURE_VIA_BEFORE,
  CW_FEATURE_DEPOSITION,
  CW_FEATURE_NEXT_LAYER,
  CW_FEATURE_REPEAT,
  CW_FEATURE_SINGULATE,
  CW_FEATURE_UNIT,
  CW_N_CLAIM_FEATURES
} CwClaimFeature;

#define CW_CLAIM_ALL 255

/**
 * CwClaim:
 * @number: its number, 1 to %CW_N_CLAIMS
 * @parents: what it depends on: as printed, and another reading where that is an odd one; 0 for
 *   none
 * @feature: what it asks for
 * @argument: see %CwClaimFeature
 * @rules: the rules that it stands on, bit n − 1 for rule Rn
 * @text: what it says, in short and in words of our own, to be translated
 * @note: (nullable): how an odd wording is read, to be translated
 *
 * One claim.
 */
typedef struct
{
  guint8 number;
  guint8 parents[2];
  guint8 feature;
  guint8 argument;
  guint16 rules;
  const char *text;
  const char *note;
} CwClaim;

const CwClaim *cw_claim_get (guint number);
CwClaimSection cw_claim_get_section (guint number);
void cw_claim_section_get_range (CwClaimSection section, guint *first, guint *last);
gboolean cw_claim_section_is_method (CwClaimSection section);
const char *cw_claim_section_get_title (CwClaimSection section);
const char *cw_claim_state_get_name (CwClaimState state);

G_END_DECLS
