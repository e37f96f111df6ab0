/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

typedef struct
{
  CwCheckContext *context;
  gint rule;
  CwCoord plane;
} Look;

static gboolean
look_at_die (CwId id, gconstpointer item, gpointer user_data)
{
  const Look *look = user_data;
  CwCheckContext *context = look->context;
  CwCheckSeat seat = cw_check_find_seat (context->design, id);
  CwCoord tolerance
      = cw_technology_get_rule (context->rules->technology, (guint) look->rule)->value;
  CwCoord top;

  /* what stands on nothing is the affair of another rule */
  if (seat.kind != CW_SEAT_ON_SUBSTRATE && seat.kind != CW_SEAT_ON_FLOOR)
    return TRUE;
  top = cw_check_get_die_top (context->design, id, &seat);
  if (ABS ((gint64) top - look->plane) > tolerance)
    cw_check_append (context, look->rule,
                     (CwViolation){
                         .found = top,
                         .needed = look->plane,
                         .items = { id, CW_ID_NONE },
                         .at = { seat.at, seat.at },
                         .level = CW_LEVEL_NONE,
                     });
  return TRUE;
}

/* face down, the active surfaces lie on one plane by the way they are placed */
static void
coplanarity_run (CwCheckContext *context)
{
  const CwTechnology *technology = context->rules->technology;
  Look look = { context, cw_check_find_design_rule (context, CW_RULE_COPLANARITY),
                cw_check_get_active_plane (technology) };

  if (look.rule >= 0 && cw_check_get_method (technology) == CW_METHOD_A
      && cw_technology_find_level_kind (technology, CW_LEVEL_DIE) != CW_LEVEL_NONE)
    cw_design_foreach (context->design, CW_ITEM_DIE, look_at_die, &look);
}

static void
coplanarity_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  const CwRule *rule = cw_technology_get_rule (technology, self->rule);

  g_string_append (text, " ");
  cw_violation_append_length (ABS (self->found - self->needed), text);
  g_string_append (text, " > ");
  cw_violation_append_length (rule != NULL ? rule->value : 0, text);
  g_string_append (text, ": the top of ");
  cw_violation_append_item (self, 0, design, text);
  g_string_append (text, " lies at ");
  cw_violation_append_length (self->found, text);
  g_string_append (text, ", the active plane at ");
  cw_violation_append_length (self->needed, text);
}

/* found is how high the die reaches, needed how high the active plane lies */
const CwCheckKind cw_check_coplanarity = {
  .name = "coplanarity",
  .rule = CW_RULE_COPLANARITY,
  .run_design = coplanarity_run,
  .items = CW_DIE_ITEMS | CW_BIT (CW_ITEM_CAVITY),
  .describe = coplanarity_describe,
};
