/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-step-facts.h"

typedef struct
{
  CwStepKind kind;
  const char *claims[CW_N_METHODS]; /* NULL where the claims of the method have no such step */
  const char *window;               /* NULL for none */
} Facts;

/* Claims by method. Windows: common figures of published flows, rule decks and data sheets; "ours"
 * where no source was found. */
static const Facts table[] = {
  { CW_STEP_PROVIDE_SUBSTRATE,
    { "61, 64, 65" },
    "Flat; glass transition above the highest later cure" },
  { CW_STEP_PROVIDE_HEAT, { "67, 69" }, "Expansion near that of the organic layer" },
  { CW_STEP_LAMINATE,
    { "65, 67" },
    "Openings reach through the upper layer; die to wall 50 µm or more (ours)" },
  { CW_STEP_FORM_CAVITIES, { "64, 66, 68" }, "Die and adhesive fit the depth; draft of the walls" },
  { CW_STEP_PROVIDE_SHEET,
    { NULL, "102, 105, 107" },
    "2 … 200 µm; below 50 µm it wants a frame (ours)" },
  { CW_STEP_PROVIDE_CARRIER,
    { NULL, NULL, "139, 142" },
    "Release above every temperature before the release" },
  { CW_STEP_APPLY_FILM, { NULL, "102", "139" }, "No voids below the pads" },
  { CW_STEP_APPLY_ADHESIVE, { "61", "102", "139" }, "10 … 20 µm" },
  { CW_STEP_PLACE_DIES,
    { "61 … 64, 67", "102 … 104", "139 … 141" },
    "Placed to 5 … 10 µm (ours); dies 50 µm apart or more; 25 … 40 µm thick or more" },
  { CW_STEP_FILL,
    { "70, 71", "102, 106", "139, 143" },
    "Gaps three times the filler or more (ours); mould 110 … 150 °C (ours)" },
  { CW_STEP_PLANARISE,
    { "70", "102", "139" },
    "Filling planar to the active surface within 2 µm (ours); something is ground off every die" },
  { CW_STEP_ADHERE_SUBSTRATE, { NULL, "102", "139" }, "Cured below what is there already bears" },
  { CW_STEP_TURN_OVER, { NULL, "102", "139" }, NULL },
  { CW_STEP_REMOVE_CARRIER, { NULL, NULL, "139" }, "Before any wiring; nothing may hang free" },
  { CW_STEP_REMOVE_FILLING, { NULL, NULL, "139" }, "Every die still touches the substrate" },
  { CW_STEP_SECOND_FILL,
    { NULL, NULL, "144, 145" },
    "Planar to the active surface within 2 µm (ours)" },
  { CW_STEP_THIN_SHEET, { NULL, "108, 109" }, "2 … 200 µm after thinning" },
  { CW_STEP_DEPOSIT_THIN_ORGANIC, { "176, 181" }, "2 … 200 µm" },
  { CW_STEP_DEPOSIT_DIELECTRIC,
    { "61, 75, 83, 87", "120, 124", "139, 149, 157, 161" },
    "One coat 25 µm or less; cured below what is there already bears" },
  { CW_STEP_OPEN_HOLES,
    { "72, 84", "111, 121", "146, 158" },
    "As wide as deep or wider; above 14 µm of polyimide 25 µm or wider; inside the pad by 7.5 µm" },
  { CW_STEP_FILL_VIAS, { "74, 86", "113, 123", "148, 160" }, "Flush with the dielectric" },
  { CW_STEP_DEPOSIT_WIRING,
    { "61, 73, 76, 83, 85, 88, 95", "102, 110, 112, 120, 122, 125, 132",
      "139, 147, 150, 157, 159, 162, 169" },
    "Sputtered 2 µm or less, electro-less 3 µm or less (ours), electroplated 9 µm or less" },
  { CW_STEP_DEPOSIT_PASSIVATION,
    { "77, 89, 96", "114, 126, 133", "151, 163, 170" },
    "As the dielectrics" },
  { CW_STEP_OPEN_PASSIVATION,
    { "77, 89, 96", "114, 126, 133", "151, 163, 170" },
    "Opening inside the land by 10 … 15 µm" },
  { CW_STEP_DEPOSIT_UBM, { NULL, NULL, NULL }, "Over the opening by 15 µm; 5 … 8 µm (ours)" },
  { CW_STEP_ATTACH_BALLS,
    { "78, 79, 90, 91, 97, 98", "115, 116, 127, 128, 134, 135", "152, 153, 164, 165, 171, 172" },
    "Reflow 245 … 260 °C; ball to edge of the body 250 µm" },
  { CW_STEP_SINGULATE,
    { "80 … 82, 92 … 94, 99 … 101", "117 … 119, 129 … 131, 136 … 138",
      "154 … 156, 166 … 168, 173 … 175" },
    "No metal in the kerf; kerf 50 … 200 µm (ours)" },
};

static const Facts *
find (CwStepKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].kind == kind)
      return &table[i];

  return NULL;
}

/**
 * cw_step_facts_get_claims:
 * @method: a method
 * @kind: what a step does
 *
 * Returns: (nullable): the numbers of the claims that ask for such a step, %NULL for none
 */
const char *
cw_step_facts_get_claims (CwMethod method, CwStepKind kind)
{
  const Facts *facts = find (kind);

  g_return_val_if_fail ((guint) method < CW_N_METHODS, NULL);

  return facts != NULL ? facts->claims[method] : NULL;
}

/**
 * cw_step_facts_get_window:
 * @kind: what a step does
 *
 * Returns: (nullable): the window that such a step is usually kept in, for people
 */
const char *
cw_step_facts_get_window (CwStepKind kind)
{
  const Facts *facts = find (kind);

  return facts != NULL ? facts->window : NULL;
}
