/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-flow-private.h"

/* The odd wordings of the claims, kept and explained. */

static guint
count (const CwFlow *self, CwStepKind kind)
{
  guint n = 0;

  for (guint i = 0; i < self->n_steps; i++)
    n += self->steps[i].kind == kind;

  return n;
}

static const char *
get_holes_note (const CwFlow *self)
{
  return self->method == CW_METHOD_A
             ? "Claim 84 lets these holes correspond to those below them, so that vias stack; in "
               "methods B and C they correspond to the bonding pads below, so that vias land on "
               "pads"
             : "Claims 121 and 158 let these holes correspond to the bonding pads below, so that "
               "vias "
               "land on pads; in method A they correspond to the holes below, so that vias stack";
}

static const char *
get_balls_note (const CwFlow *self)
{
  guint n_wirings = count (self, CW_STEP_DEPOSIT_WIRING);

  if (self->method == CW_METHOD_A && n_wirings > 1)
    return "Claim 97 speaks of bonding pads of a dielectric layer; the wiring layer is meant";
  if (self->method == CW_METHOD_B && n_wirings <= 1
      && cw_flow_find (self, CW_STEP_THIN_SHEET, CW_LEVEL_NONE) < 0)
    return "Claim 115 rests on claim 109, which thins the insulating sheet first; this flow does "
           "not "
           "thin it, which is allowed all the same";

  return NULL;
}

/**
 * cw_flow_get_note:
 * @self: a flow
 * @step: index of a step
 *
 * Explains where the wording of the claims is odd about a step, and how it is read here.
 *
 * Returns: (nullable): one sentence without a full stop, %NULL when there is nothing odd
 */
const char *
cw_flow_get_note (const CwFlow *self, guint step)
{
  guint first = cw_flow_get_first_wiring (self);
  gboolean is_repeat;

  g_return_val_if_fail (step < self->n_steps, NULL);

  is_repeat = first != CW_LEVEL_NONE && self->steps[step].level != CW_LEVEL_NONE
              && self->steps[step].level > first;
  switch (self->steps[step].kind)
    {
    case CW_STEP_PROVIDE_HEAT:
      return "Claim 67 adheres the dies to the side of the heat-conducting layer away from the "
             "organic "
             "layer, yet at the bottom of openings through that; the dies are taken to lie in the "
             "openings, on the layer";

    case CW_STEP_PROVIDE_SHEET:
      return "Claim 105 lists organic twice, once as organic material; both are kept as entries of "
             "the list";

    case CW_STEP_PROVIDE_CARRIER:
      return "Claim 142 lists organic twice, once as organic material; both are kept as entries of "
             "the list";

    case CW_STEP_APPLY_ADHESIVE:
      return "The claims only say that the dies are adhered; the film is optional and may be flat";

    case CW_STEP_SECOND_FILL:
      return "Claim 144 puts the second filling before the removal of the first one and of the "
             "carrier, where the first one still takes the room; it is put after the removal, and "
             "the "
             "literal order is accepted";

    case CW_STEP_FILL_VIAS:
      return self->method == CW_METHOD_A && !is_repeat
                 ? "Claim 74 fills the holes when the wiring is made, its sister claims before "
                   "that; both "
                   "are accepted"
                 : NULL;

    case CW_STEP_OPEN_HOLES:
      return is_repeat ? get_holes_note (self) : NULL;

    case CW_STEP_DEPOSIT_WIRING:
      return self->method == CW_METHOD_B && is_repeat
                 ? "Claim 120 puts this wiring on the insulating substrate; the dielectric just "
                   "added is "
                   "meant"
                 : NULL;

    case CW_STEP_ATTACH_BALLS:
      return get_balls_note (self);

    case CW_STEP_SINGULATE:
      return self->method == CW_METHOD_A && count (self, CW_STEP_DEPOSIT_WIRING) > 2
                 ? "Claim 101 (several dies) rests on claim 100 (one die), where its sister claims "
                   "rest "
                   "on the singulation; both readings are accepted"
                 : NULL;

    default:
      return NULL;
    }
}
