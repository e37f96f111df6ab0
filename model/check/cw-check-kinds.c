/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"
#include "model/connect/cw-metal.h"

static CwCoord
no_reach (const CwCheckRules *rules, guint level)
{
  return 0;
}

/* looks at nothing */
static const CwCheckKind nothing = { .name = "nothing", .reach = no_reach };

const CwCheckKind *const cw_check_kinds[CW_N_RULE_KINDS] = {
  [CW_RULE_WIDTH] = &cw_check_width,
  [CW_RULE_CLEARANCE] = &cw_check_clearance,
  [CW_RULE_ENCLOSURE] = &cw_check_enclosure,
  [CW_RULE_SHORT] = &cw_check_short,
  [CW_RULE_OPEN] = &cw_check_open,
  [CW_RULE_DIE_OUTSIDE] = &cw_check_die_outside,
  [CW_RULE_DIE_SPACING... CW_RULE_DIE_COUNT] = &nothing,
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
}

/* whether the pieces of nets are asked for, now or when a net changes its class */
gboolean
cw_check_needs_connect (const CwCheckRules *rules)
{
  return rules->has[CW_RULE_OPEN] || rules->by_class;
}
