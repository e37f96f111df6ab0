/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* The openings of an organic layer over a heat-conducting layer, and those of the first of two core boards,
 * go through; the second board closes them. */

enum
{
  NOT_THROUGH,
  OPENS_SECOND_BOARD,
};

typedef struct
{
  CwCheckContext *context;
  gint rule;
  CwSubstrateKind substrate;
  guint top; /* level of the substrate */
} Look;

static gboolean
look_at_cavity (CwId id, gconstpointer item, gpointer user_data)
{
  const Look *look = user_data;
  const CwCavity *cavity = item;
  CwCoord thickness
      = cw_technology_get_level (look->context->rules->technology, cavity->level)->thickness;
  gboolean is_through = cavity->depth == 0 || cavity->depth >= thickness;
  gboolean is_second = look->substrate == CW_SUBSTRATE_CORES && cavity->level != look->top;
  CwPoint at;

  if (is_through != is_second)
    return TRUE;

  at = cw_box_get_centre (cw_design_get_item_bounds (look->context->design, id));
  cw_check_append (look->context, look->rule,
                   (CwViolation){
                       .found = is_second ? thickness : cavity->depth,
                       .needed = thickness,
                       .items = { id, CW_ID_NONE },
                       .at = { at, at },
                       .level = cavity->level,
                       .fault = is_second ? OPENS_SECOND_BOARD : NOT_THROUGH,
                   });
  return TRUE;
}

static void
opening_through_run (CwCheckContext *context)
{
  const CwTechnology *technology = context->rules->technology;
  Look look = { context, cw_check_find_design_rule (context, CW_RULE_OPENING_THROUGH),
                cw_technology_get_substrate (technology), CW_LEVEL_NONE };

  if (look.rule < 0
      || (look.substrate != CW_SUBSTRATE_CORES && look.substrate != CW_SUBSTRATE_HEAT))
    return;
  for (guint level = 0; level < context->rules->n_levels; level++)
    if (cw_technology_get_level (technology, level)->kind == CW_LEVEL_SUBSTRATE)
      look.top = level;
  cw_design_foreach (context->design, CW_ITEM_CAVITY, look_at_cavity, &look);
}

static void
opening_through_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  g_string_append (text, ": ");
  cw_violation_append_item (self, 0, design, text);
  if (self->fault == OPENS_SECOND_BOARD)
    {
      g_string_append_printf (text, " goes through %s, the board that closes the openings",
                              cw_violation_get_level_name (self, design));
      return;
    }

  g_string_append (text, " is ");
  cw_violation_append_length (self->found, text);
  g_string_append (text, " deep, not the ");
  cw_violation_append_length (self->needed, text);
  g_string_append_printf (text, " through %s", cw_violation_get_level_name (self, design));
}

const CwCheckKind cw_check_opening_through = {
  .name = "opening-through",
  .rule = CW_RULE_OPENING_THROUGH,
  .run_design = opening_through_run,
  .items = CW_BIT (CW_ITEM_CAVITY),
  .describe = opening_through_describe,
};
