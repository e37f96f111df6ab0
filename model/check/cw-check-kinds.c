/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"
#include "model/connect/cw-metal.h"

const CwCheckKind *const cw_check_kinds[CW_N_RULE_KINDS] = {
  [CW_RULE_WIDTH] = &cw_check_width,
  [CW_RULE_CLEARANCE] = &cw_check_clearance,
  [CW_RULE_ENCLOSURE] = &cw_check_enclosure,
  [CW_RULE_SHORT] = &cw_check_short,
  [CW_RULE_OPEN] = &cw_check_open,
  [CW_RULE_DIE_OUTSIDE] = &cw_check_die_outside,
  [CW_RULE_DIE_SPACING] = &cw_check_die_spacing,
  [CW_RULE_STREET] = &cw_check_street,
  [CW_RULE_KEEP_OUT] = &cw_check_keep_out,
  [CW_RULE_PAD_NET] = &cw_check_pad_net,
  [CW_RULE_FAN_OUT] = &cw_check_fan_out,
  [CW_RULE_EXTERNAL_TRACE] = &cw_check_external_trace,
  [CW_RULE_COPLANARITY] = &cw_check_coplanarity,
  [CW_RULE_THIN_ORGANIC] = &cw_check_thin_organic,
  [CW_RULE_ALTERNATION] = &cw_check_alternation,
  [CW_RULE_LEVELS_JOINED] = &cw_check_levels_joined,
  [CW_RULE_DIE_SEAT] = &cw_check_die_seat,
  [CW_RULE_OPENING_THROUGH] = &cw_check_opening_through,
  [CW_RULE_LISTED] = &cw_check_listed,
  [CW_RULE_PAD_LEVEL] = &cw_check_pad_level,
  [CW_RULE_PASSIVATION_OPEN] = &cw_check_passivation_open,
  [CW_RULE_BONDING_POINT] = &cw_check_bonding_point,
  [CW_RULE_STEP_ORDER] = &cw_check_step_order,
  [CW_RULE_VIA_LANDING] = &cw_check_via_landing,
  [CW_RULE_DIE_COUNT] = &cw_check_die_count,
};

/* the shapes of metal on a level whose boxes meet a box */
gboolean
cw_check_foreach_near (CwCheckContext *context, guint level, CwBox box, CwCopperFunc func,
                       gpointer user_data)
{
  if (context->field != NULL && cw_field_covers (context->field, box))
    return cw_field_foreach_near (context->field, level, box, func, user_data);

  return cw_metal_foreach_shape (context->design, level, box, func, user_data);
}

/* looks at two shapes of different items on one level of metal, the lesser by item first */
void
cw_check_pair (CwCheckContext *context, const CwShape *a, const CwShape *b)
{
  CwGap gap;

  if (a->net == b->net)
    {
      if (context->builder != NULL)
        cw_connect_builder_join (context->builder, a, b);
      return;
    }

  if ((a->role == CW_ROLE_HOLE && b->role == CW_ROLE_HOLE)
      || cw_check_are_surely_apart (a, b, context->rules->pair_reach[a->level])
      || !cw_shape_is_nearer_than (a, b, context->rules->pair_reach[a->level], &gap))
    return;

  for (guint kind = 0; kind < CW_N_RULE_KINDS; kind++)
    if (cw_check_kinds[kind]->run_pair != NULL && context->rules->has[kind])
      cw_check_kinds[kind]->run_pair (context, a, b, &gap);
}

/* looks at a shape by itself */
void
cw_check_shape (CwCheckContext *context, const CwShape *shape)
{
  for (guint kind = 0; kind < CW_N_RULE_KINDS; kind++)
    if (cw_check_kinds[kind]->run_shape != NULL && context->rules->has[kind]
        && (cw_check_kinds[kind]->roles >> shape->role & 1))
      cw_check_kinds[kind]->run_shape (context, shape);
  if (!context->rules->without_keep_outs)
    cw_check_areas (context, shape);
}

/* whether the pieces of nets are asked for, now or when a net changes its class */
gboolean
cw_check_needs_connect (const CwCheckRules *rules)
{
  return rules->has[CW_RULE_OPEN] || rules->has[CW_RULE_PAD_NET] || rules->has[CW_RULE_FAN_OUT]
         || rules->by_class;
}

/* looks at the structure as a whole, by the kinds of rules that ask for one of the kinds of items in a set
 * of bits; with all bits by all */
void
cw_check_structure (CwCheckContext *context, guint changed)
{
  for (guint kind = 0; kind < CW_N_RULE_KINDS; kind++)
    if (cw_check_kinds[kind]->run_design != NULL && context->rules->has[kind]
        && (changed == ~0u || (cw_check_kinds[kind]->items & changed) != 0))
      cw_check_kinds[kind]->run_design (context);
  if (!context->rules->without_keep_outs && (changed & CW_METAL_ITEMS) != 0)
    cw_check_fiducials (context);
}

/* the middle of the package, for what is wrong everywhere */
CwPoint
cw_check_get_centre (const CwCheckContext *context)
{
  const CwPolygon *outline = cw_design_get_outline_polygon (context->design);

  return outline != NULL ? cw_box_get_centre (outline->bounds) : CW_POINT (0, 0);
}

static gboolean
is_of_other_role (const CwShape *shape, gpointer user_data)
{
  return (*(const guint *) user_data >> shape->role & 1) == 0;
}

/* whether there is a shape of one of some roles on a level */
gboolean
cw_check_level_has (const CwDesign *design, guint level, guint roles)
{
  return !cw_copper_foreach_shape (design, level, CW_BOX_ALL, is_of_other_role, &roles);
}
