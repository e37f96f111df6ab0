/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* Bonding pads lie on the wiring level furthest from the substrate; the nearest one joins the metal pads of
 * the dies. A via from a die pad to a higher level passes it with a land. */

enum
{
  NOT_OUTERMOST,
  DIES_NOT_JOINED,
};

static void
pad_level_run_shape (CwCheckContext *context, const CwShape *shape)
{
  const CwTechnology *technology = context->rules->technology;
  guint top = cw_technology_get_wiring_level (technology,
                                              cw_technology_get_n_wiring_levels (technology) - 1);
  gint rule;
  CwPoint at;

  if (shape->level == top)
    return;
  rule = cw_check_find_rule (context, CW_RULE_PAD_LEVEL, shape->level, shape->net, shape->net);
  if (rule < 0)
    return;

  at = cw_box_get_centre (cw_shape_get_bounds (shape));
  cw_check_append (context, rule,
                   (CwViolation){
                       .items = { shape->item, CW_ID_NONE },
                       .nets = { shape->net, CW_ID_NONE },
                       .at = { at, at },
                       .level = shape->level,
                       .fault = NOT_OUTERMOST,
                   });
}

static gboolean
has_no_pads (CwId id, gconstpointer item, gpointer user_data)
{
  return ((const CwDie *) item)->nets->n_nets == 0;
}

static gboolean
has_metal (const CwCheckContext *context, guint level)
{
  guint roles = CW_BIT (CW_ROLE_TRACE) | CW_BIT (CW_ROLE_LAND) | CW_BIT (CW_ROLE_BONDING_PAD)
                | CW_BIT (CW_ROLE_BUS) | CW_BIT (CW_ROLE_PASSIVE) | CW_BIT (CW_ROLE_TERMINAL)
                | CW_BIT (CW_ROLE_ZONE);

  return cw_check_level_has (context->design, level, roles);
}

static void
pad_level_run_design (CwCheckContext *context)
{
  const CwTechnology *technology = context->rules->technology;
  gint rule = cw_check_find_design_rule (context, CW_RULE_PAD_LEVEL);
  guint pads = cw_technology_find_level_kind (technology, CW_LEVEL_PAD);
  guint wiring = cw_technology_get_wiring_level (technology, 0);
  gboolean has_wiring = FALSE;
  CwPoint at;

  if (rule < 0 || pads == CW_LEVEL_NONE || wiring == CW_LEVEL_NONE
      || cw_design_foreach (context->design, CW_ITEM_DIE, has_no_pads, NULL))
    return;
  for (guint level = pads + 1; level < wiring; level++)
    if (cw_check_level_has (context->design, level, CW_BIT (CW_ROLE_HOLE)))
      return;
  for (guint level = wiring; !has_wiring && level < context->rules->n_levels; level++)
    has_wiring = cw_technology_get_level (technology, level)->kind == CW_LEVEL_WIRING
                 && has_metal (context, level);
  if (!has_wiring)
    return;

  at = cw_check_get_centre (context);
  cw_check_append (context, rule,
                   (CwViolation){
                       .at = { at, at },
                       .level = (guint8) wiring,
                       .fault = DIES_NOT_JOINED,
                   });
}

static void
pad_level_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  guint n = cw_technology_get_n_wiring_levels (technology);
  const CwLevel *needed = cw_technology_get_level (
      technology,
      cw_technology_get_wiring_level (technology, self->fault == DIES_NOT_JOINED ? 0 : n - 1));

  g_string_append (text, ": ");
  if (self->fault == DIES_NOT_JOINED)
    {
      g_string_append_printf (
          text, "no via joins the metal pads of the dies to %s, the innermost wiring level",
          needed != NULL ? needed->name : "");
      return;
    }

  cw_violation_append_item (self, 0, design, text);
  g_string_append_printf (text, " lies on %s, not on %s, the outermost wiring level",
                          cw_violation_get_level_name (self, design),
                          needed != NULL ? needed->name : "");
}

const CwCheckKind cw_check_pad_level = {
  .name = "pad-level",
  .rule = CW_RULE_PAD_LEVEL,
  .roles = CW_BIT (CW_ROLE_BONDING_PAD),
  .run_shape = pad_level_run_shape,
  .run_design = pad_level_run_design,
  .items = CW_DIE_ITEMS | CW_METAL_ITEMS,
  .describe = pad_level_describe,
};
