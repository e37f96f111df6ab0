/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-flow-private.h"

/* Which step comes before which, and why. Rows that say more come first: a step is blamed once. */

typedef enum
{
  ANY,   /* whatever their levels */
  SAME,  /* on the same level */
  BELOW, /* the first on a level below that of the second */
} Relation;

typedef struct
{
  CwStepKind first;
  CwStepKind second;
  Relation relation;
  gboolean blames_first; /* else the second, which is too early */
  const char *why;
  const char *sources[CW_N_METHODS]; /* NULL: does not hold for the method */
} Order;

/* clang-format off */
#define ALL(source) { source, source, source }
#define ONLY_A(source) { source, NULL, NULL }
#define ONLY_B(source) { NULL, source, NULL }
#define ONLY_C(source) { NULL, NULL, source }

/* clang-format on */

static const Order orders[] = {
  { CW_STEP_ATTACH_BALLS,
    CW_STEP_SINGULATE,
    ANY,
    FALSE,
    "packages are cut apart only after their bonding points are attached",
    { "claims 80, 92, 99", "claims 117, 129, 136", "claims 154, 166, 173" } },
  { CW_STEP_ADHERE_SUBSTRATE, CW_STEP_REMOVE_CARRIER, ANY, FALSE,
    "the carrier is still the only support of the dies", ONLY_C ("claim 139, check P3") },
  { CW_STEP_ADHERE_SUBSTRATE, CW_STEP_REMOVE_FILLING, ANY, FALSE,
    "the organic substrate does not hold the dies yet", ONLY_C ("claim 139, check P3") },
  { CW_STEP_REMOVE_CARRIER, CW_STEP_DEPOSIT_WIRING, ANY, FALSE,
    "no wiring is made while the carrier is on", ONLY_C ("claim 139, check P2") },
  { CW_STEP_REMOVE_FILLING, CW_STEP_DEPOSIT_WIRING, ANY, FALSE,
    "no wiring is made while the first filling is there", ONLY_C ("claim 139, check P2") },
  { CW_STEP_REMOVE_CARRIER, CW_STEP_DEPOSIT_DIELECTRIC, ANY, FALSE,
    "the carrier still covers the active surfaces", ONLY_C ("claim 139, check P2") },
  { CW_STEP_REMOVE_CARRIER, CW_STEP_DEPOSIT_THIN_ORGANIC, ANY, FALSE,
    "the carrier still covers the active surfaces", ONLY_C ("claim 139, check P2") },
  { CW_STEP_REMOVE_FILLING, CW_STEP_DEPOSIT_DIELECTRIC, ANY, FALSE,
    "the first filling is still there", ONLY_C ("claim 139, check P2") },
  { CW_STEP_REMOVE_FILLING, CW_STEP_DEPOSIT_THIN_ORGANIC, ANY, FALSE,
    "the first filling is still there", ONLY_C ("claim 139, check P2") },

  { CW_STEP_FILL, CW_STEP_PLANARISE, ANY, FALSE,
    "without a filling over them it would grind the active surfaces",
    ONLY_A ("claim 70, check P1") },
  { CW_STEP_PLANARISE, CW_STEP_DEPOSIT_DIELECTRIC, ANY, TRUE,
    "it would grind off what is built on the active surfaces", ONLY_A ("claim 70, check P4") },
  { CW_STEP_PLANARISE, CW_STEP_DEPOSIT_THIN_ORGANIC, ANY, TRUE,
    "it would grind off what is built on the active surfaces", ONLY_A ("claim 176, check P4") },
  { CW_STEP_PLANARISE,
    CW_STEP_TURN_OVER,
    ANY,
    TRUE,
    "the active surfaces are up by then and would be ground through",
    { NULL, "claim 102, check P4", "claim 139, check P4" } },
  { CW_STEP_PLANARISE,
    CW_STEP_ADHERE_SUBSTRATE,
    ANY,
    TRUE,
    "the backs are covered by then",
    { NULL, "claim 102", "claim 139" } },
  { CW_STEP_FILL,
    CW_STEP_PLANARISE,
    ANY,
    FALSE,
    "filling and dies are planarised together",
    { NULL, "claim 102", "claim 139" } },
  { CW_STEP_PLACE_DIES,
    CW_STEP_FILL,
    ANY,
    FALSE,
    "there are no dies to fill around yet",
    { "claim 70", "claim 102", "claim 139" } },
  { CW_STEP_PLACE_DIES, CW_STEP_SECOND_FILL, ANY, FALSE, "there are no dies to fill around yet",
    ONLY_C ("claim 144") },
  { CW_STEP_FILL, CW_STEP_DEPOSIT_DIELECTRIC, ANY, TRUE,
    "the filling goes in before the first dielectric", ONLY_A ("claim 70") },
  { CW_STEP_FILL, CW_STEP_DEPOSIT_THIN_ORGANIC, ANY, TRUE,
    "the filling goes in before the thin organic layer that lies on it", ONLY_A ("claim 176") },
  { CW_STEP_FILL,
    CW_STEP_ADHERE_SUBSTRATE,
    ANY,
    TRUE,
    "the substrate covers the room of the filling by then",
    { NULL, "claim 102", "claim 139" } },

  { CW_STEP_PROVIDE_HEAT, CW_STEP_LAMINATE, ANY, FALSE, "there is nothing to put it on yet",
    ONLY_A ("claim 67") },
  { CW_STEP_PROVIDE_SUBSTRATE, CW_STEP_LAMINATE, BELOW, FALSE, "there is nothing to put it on yet",
    ONLY_A ("claim 65") },
  { CW_STEP_LAMINATE, CW_STEP_LAMINATE, BELOW, FALSE, "boards are put on from the bottom up",
    ONLY_A ("claim 65") },
  { CW_STEP_PROVIDE_SUBSTRATE, CW_STEP_FORM_CAVITIES, SAME, FALSE, "the board is not there yet",
    ONLY_A ("claim 64") },
  { CW_STEP_LAMINATE, CW_STEP_FORM_CAVITIES, SAME, FALSE, "the board is not there yet",
    ONLY_A ("claim 64") },
  { CW_STEP_PROVIDE_SUBSTRATE, CW_STEP_PLACE_DIES, ANY, FALSE,
    "there is no substrate to adhere the dies to yet", ONLY_A ("claim 61") },
  { CW_STEP_PROVIDE_HEAT, CW_STEP_PLACE_DIES, ANY, FALSE,
    "there is no substrate to adhere the dies to yet", ONLY_A ("claim 67") },
  { CW_STEP_LAMINATE, CW_STEP_PLACE_DIES, ANY, FALSE, "the substrate is not complete yet",
    ONLY_A ("claims 65, 67") },
  { CW_STEP_FORM_CAVITIES, CW_STEP_PLACE_DIES, ANY, FALSE,
    "the cavities that take the dies are not there yet", ONLY_A ("claim 64") },
  { CW_STEP_PROVIDE_SUBSTRATE, CW_STEP_APPLY_ADHESIVE, ANY, FALSE,
    "there is no substrate to put it on yet", ONLY_A ("claim 61") },
  { CW_STEP_PROVIDE_HEAT, CW_STEP_APPLY_ADHESIVE, ANY, FALSE,
    "there is no substrate to put it on yet", ONLY_A ("claim 67") },
  { CW_STEP_LAMINATE, CW_STEP_APPLY_ADHESIVE, ANY, FALSE, "the substrate is not complete yet",
    ONLY_A ("claims 65, 67") },
  { CW_STEP_FORM_CAVITIES, CW_STEP_APPLY_ADHESIVE, ANY, FALSE,
    "the cavities that take the dies are not there yet", ONLY_A ("claim 64") },
  { CW_STEP_APPLY_ADHESIVE, CW_STEP_PLACE_DIES, ANY, FALSE,
    "there is nothing to adhere the dies with yet", ONLY_A ("claim 61") },

  { CW_STEP_PROVIDE_SHEET, CW_STEP_APPLY_FILM, ANY, FALSE, "there is no sheet to put it on yet",
    ONLY_B ("claim 102") },
  { CW_STEP_PROVIDE_SHEET, CW_STEP_PLACE_DIES, ANY, FALSE,
    "there is no sheet to adhere the dies to yet", ONLY_B ("claim 102") },
  { CW_STEP_PROVIDE_CARRIER, CW_STEP_APPLY_FILM, ANY, FALSE, "there is no carrier to put it on yet",
    ONLY_C ("claim 139") },
  { CW_STEP_PROVIDE_CARRIER, CW_STEP_PLACE_DIES, ANY, FALSE,
    "there is no carrier to adhere the dies to yet", ONLY_C ("claim 139") },
  { CW_STEP_APPLY_FILM,
    CW_STEP_PLACE_DIES,
    ANY,
    FALSE,
    "there is nothing to adhere the dies with yet",
    { NULL, "claim 102", "claim 139" } },
  { CW_STEP_PLANARISE,
    CW_STEP_APPLY_ADHESIVE,
    ANY,
    FALSE,
    "planarising the backs would take it off again",
    { NULL, "claim 102", "claim 139" } },
  { CW_STEP_PLACE_DIES,
    CW_STEP_ADHERE_SUBSTRATE,
    ANY,
    FALSE,
    "there are no dies to adhere it to yet",
    { NULL, "claim 102", "claim 139" } },
  { CW_STEP_APPLY_ADHESIVE,
    CW_STEP_ADHERE_SUBSTRATE,
    ANY,
    FALSE,
    "there is nothing to adhere it with yet",
    { NULL, "claim 102", "claim 139" } },
  { CW_STEP_ADHERE_SUBSTRATE,
    CW_STEP_TURN_OVER,
    ANY,
    FALSE,
    "nothing lies under the dies once they are turned over",
    { NULL, "claim 102, check P3", "claim 139, check P3" } },
  { CW_STEP_ADHERE_SUBSTRATE, CW_STEP_THIN_SHEET, ANY, FALSE,
    "the sheet is still the only support of the dies", ONLY_B ("claim 108, check P3") },
  { CW_STEP_TURN_OVER, CW_STEP_THIN_SHEET, ANY, FALSE, "the sheet lies underneath until then",
    ONLY_B ("claim 108") },
  { CW_STEP_THIN_SHEET, CW_STEP_OPEN_HOLES, ANY, FALSE,
    "the sheet is thinned before it is patterned", ONLY_B ("claims 108, 111") },
  { CW_STEP_THIN_SHEET, CW_STEP_DEPOSIT_WIRING, ANY, FALSE,
    "thinning the sheet would grind off the wiring on it", ONLY_B ("claim 108, check P4") },
  { CW_STEP_ADHERE_SUBSTRATE, CW_STEP_SECOND_FILL, ANY, FALSE,
    "the substrate that it is put on is not there yet", ONLY_C ("claim 144") },
  { CW_STEP_SECOND_FILL, CW_STEP_DEPOSIT_DIELECTRIC, ANY, TRUE,
    "the filling goes in before the first dielectric", ONLY_C ("claim 144") },

  { CW_STEP_DEPOSIT_DIELECTRIC,
    CW_STEP_DEPOSIT_WIRING,
    BELOW,
    FALSE,
    "the dielectric that the wiring lies on is not there yet",
    { "claims 61, 83, check P4", "claim 120, check P4", "claims 139, 157, check P4" } },
  { CW_STEP_DEPOSIT_THIN_ORGANIC,
    CW_STEP_DEPOSIT_WIRING,
    BELOW,
    FALSE,
    "the thin organic layer that the wiring lies on is not there yet",
    { "claim 176", NULL, "claim 176" } },
  { CW_STEP_OPEN_HOLES,
    CW_STEP_DEPOSIT_WIRING,
    BELOW,
    FALSE,
    "the holes that lead to what is below are not there yet",
    { "claims 72, 84, check P4", "claims 111, 121, check P4", "claims 146, 158, check P4" } },
  { CW_STEP_FILL_VIAS,
    CW_STEP_DEPOSIT_WIRING,
    BELOW,
    TRUE,
    "vias with a filling of their own are filled before the wiring on them",
    { "claims 74, 86", "claims 113, 123", "claims 148, 160" } },
  { CW_STEP_OPEN_HOLES,
    CW_STEP_FILL_VIAS,
    SAME,
    FALSE,
    "there are no holes to fill yet",
    { "claims 74, 86, check P4", "claims 113, 123, check P4", "claims 148, 160, check P4" } },
  { CW_STEP_DEPOSIT_DIELECTRIC,
    CW_STEP_OPEN_HOLES,
    SAME,
    FALSE,
    "there is no dielectric to pattern yet",
    { "claims 72, 84, check P4", "claim 121, check P4", "claims 146, 158, check P4" } },
  { CW_STEP_DEPOSIT_DIELECTRIC,
    CW_STEP_FILL_VIAS,
    SAME,
    FALSE,
    "there are no holes to fill yet",
    { "claims 74, 86, check P4", "claim 123, check P4", "claims 148, 160, check P4" } },
  { CW_STEP_DEPOSIT_THIN_ORGANIC,
    CW_STEP_OPEN_HOLES,
    SAME,
    FALSE,
    "there is no layer to pattern yet",
    { "claims 187, 194", NULL, "claims 187, 194" } },
  { CW_STEP_DEPOSIT_WIRING,
    CW_STEP_DEPOSIT_DIELECTRIC,
    BELOW,
    FALSE,
    "the wiring below it is not there yet",
    { "claim 83", "claim 120", "claim 157" } },
  { CW_STEP_DEPOSIT_DIELECTRIC,
    CW_STEP_DEPOSIT_DIELECTRIC,
    BELOW,
    FALSE,
    "levels are built from the bottom up",
    { "claim 83", "claim 120", "claim 157" } },
  { CW_STEP_DEPOSIT_THIN_ORGANIC,
    CW_STEP_DEPOSIT_DIELECTRIC,
    BELOW,
    FALSE,
    "levels are built from the bottom up",
    { "claim 176", NULL, "claim 176" } },
  { CW_STEP_DEPOSIT_WIRING,
    CW_STEP_DEPOSIT_WIRING,
    BELOW,
    FALSE,
    "levels are built from the bottom up",
    { "claim 83", "claim 120", "claim 157" } },
  { CW_STEP_TURN_OVER,
    CW_STEP_OPEN_HOLES,
    ANY,
    FALSE,
    "the active surfaces face down until then",
    { NULL, "claim 111", "claim 146" } },
  { CW_STEP_TURN_OVER,
    CW_STEP_DEPOSIT_DIELECTRIC,
    ANY,
    FALSE,
    "the active surfaces face down until then",
    { NULL, "claim 120", "claim 139" } },
  { CW_STEP_TURN_OVER,
    CW_STEP_DEPOSIT_WIRING,
    ANY,
    FALSE,
    "the active surfaces face down until then",
    { NULL, "claim 102", "claim 139" } },
  { CW_STEP_PLACE_DIES,
    CW_STEP_DEPOSIT_DIELECTRIC,
    ANY,
    FALSE,
    "there are no active surfaces to put it on yet",
    { "claim 61", "claim 102", "claim 139" } },
  { CW_STEP_PLACE_DIES,
    CW_STEP_DEPOSIT_THIN_ORGANIC,
    ANY,
    FALSE,
    "there are no dies to put it on yet",
    { "claim 176", NULL, "claim 176" } },
  { CW_STEP_PLACE_DIES,
    CW_STEP_DEPOSIT_WIRING,
    ANY,
    FALSE,
    "there are no dies to connect yet",
    { "claim 61", "claim 102", "claim 139" } },

  { CW_STEP_DEPOSIT_WIRING,
    CW_STEP_DEPOSIT_PASSIVATION,
    ANY,
    FALSE,
    "the passivation comes last, on the finished wiring",
    { "claims 77, 89, 96, check P4", "claims 114, 126, 133, check P4",
      "claims 151, 163, 170, check P4" } },
  { CW_STEP_DEPOSIT_DIELECTRIC,
    CW_STEP_DEPOSIT_PASSIVATION,
    ANY,
    FALSE,
    "the passivation comes last, on the finished wiring",
    { "claims 77, 89, 96, check P4", "claims 114, 126, 133, check P4",
      "claims 151, 163, 170, check P4" } },
  { CW_STEP_DEPOSIT_PASSIVATION,
    CW_STEP_OPEN_PASSIVATION,
    SAME,
    FALSE,
    "there is no passivation to open yet",
    { "claims 77, 89, 96", "claims 114, 126, 133", "claims 151, 163, 170" } },
  { CW_STEP_OPEN_PASSIVATION, CW_STEP_DEPOSIT_UBM, ANY, FALSE,
    "the bonding pads are not exposed yet", ALL ("check P4") },
  { CW_STEP_OPEN_PASSIVATION,
    CW_STEP_ATTACH_BALLS,
    ANY,
    FALSE,
    "bonding points go only on exposed bonding pads",
    { "claims 77, 78, check P4", "claims 114, 115, check P4", "claims 151, 152, check P4" } },
  { CW_STEP_DEPOSIT_UBM, CW_STEP_ATTACH_BALLS, ANY, FALSE,
    "the metal under the bonding points is not there yet", ALL ("check P4") },
  { CW_STEP_DEPOSIT_WIRING,
    CW_STEP_ATTACH_BALLS,
    ANY,
    FALSE,
    "the bonding pads are not there yet",
    { "claim 78", "claim 115", "claim 152" } },
};

static gboolean
is_related (const Order *order, const CwStep *first, const CwStep *second)
{
  switch (order->relation)
    {
    case SAME:
      return first->level == second->level;

    case BELOW:
      return first->level < second->level && second->level != CW_LEVEL_NONE;

    case ANY:
    default:
      return TRUE;
    }
}

/* claim 74 fills the first vias "when" the wiring is made: right behind it is accepted */
static gboolean
is_filled_with_wiring (const CwFlow *flow, guint wiring, guint vias)
{
  return flow->method == CW_METHOD_A && vias == wiring + 1
         && flow->steps[vias].kind == CW_STEP_FILL_VIAS
         && flow->steps[vias].level < cw_flow_get_first_wiring (flow);
}

/* @early stands before @late, and should not */
static void
report (CwFlowCheck *self, const Order *order, guint early, guint late, gboolean *blamed)
{
  guint step = order->blames_first ? late : early;
  guint other = order->blames_first ? early : late;
  g_autofree char *label = cw_flow_dup_step_label (self->flow, other);
  g_autofree char *name = cw_flow_dup_step_name (self->flow, self->technology, other);
  const char *source = order->sources[self->flow->method];

  if (source == NULL || blamed[step])
    return;

  blamed[step] = TRUE;
  if (is_filled_with_wiring (self->flow, early, late))
    cw_flow_check_add (self, step, CW_SEVERITY_WARNING, "claim 74",
                       "comes after %s %s: the claim fills the holes when the wiring is made, "
                       "which is accepted",
                       label, name);
  else
    cw_flow_check_add (self, step, CW_SEVERITY_ERROR, source, "comes %s %s %s: %s",
                       order->blames_first ? "after" : "before", label, name, order->why);
}

/* reports the steps that stand in the wrong order */
void
cw_flow_check_order (CwFlowCheck *self)
{
  const CwFlow *flow = self->flow;
  g_autofree gboolean *blamed = g_new0 (gboolean, flow->n_steps + 1);

  for (guint row = 0; row < G_N_ELEMENTS (orders); row++)
    for (guint early = 0; early < flow->n_steps; early++)
      {
        const CwStep *second = &flow->steps[early];

        if (second->kind != orders[row].second)
          continue;
        for (guint late = early + 1; late < flow->n_steps; late++)
          if (flow->steps[late].kind == orders[row].first
              && is_related (&orders[row], &flow->steps[late], second))
            report (self, &orders[row], early, late, blamed);
      }

  for (guint i = 0; i + 1 < flow->n_steps; i++)
    if (flow->steps[i].kind == CW_STEP_SINGULATE && !blamed[i])
      {
        g_autofree char *label = cw_flow_dup_step_label (flow, i + 1);
        g_autofree char *name = cw_flow_dup_step_name (flow, self->technology, i + 1);

        cw_flow_check_add (self, i, CW_SEVERITY_ERROR, "check P4",
                           "comes before %s %s: packages are cut apart when all else is done",
                           label, name);
      }
}
