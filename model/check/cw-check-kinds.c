/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"
#include "model/connect/cw-metal.h"

const CwCheckKind *const cw_check_kinds[CW_N_RULE_KINDS] = {
  [CW_RULE_WIDTH] = &cw_check_width,         [CW_RULE_CLEARANCE] = &cw_check_clearance,
  [CW_RULE_ENCLOSURE] = &cw_check_enclosure, [CW_RULE_SHORT] = &cw_check_short,
  [CW_RULE_OPEN] = &cw_check_open,           [CW_RULE_DIE_OUTSIDE] = &cw_check_die_outside,
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

static gboolean
get_axis (const CwShape *shape, CwPoint *a, CwPoint *b, double *half)
{
  if (shape->kind == CW_SHAPE_CAPSULE)
    {
      *a = shape->capsule.a;
      *b = shape->capsule.b;
      *half = shape->capsule.width / 2.0;
      return TRUE;
    }

  *a = *b = shape->disc.centre;
  *half = shape->disc.diameter / 2.0;
  return shape->kind == CW_SHAPE_DISC;
}

/* whether both points lie beyond the same side of a strip around the line from a to b */
static gboolean
is_beside (CwPoint a, CwPoint b, CwPoint p, CwPoint q, double half)
{
  gint64 at_p = cw_point_orient (a, b, p);
  gint64 at_q = cw_point_orient (a, b, q);
  double length_squared = (double) cw_point_distance_squared (a, b);
  double least = (double) MIN (ABS (at_p), ABS (at_q));

  return (at_p ^ at_q) >= 0 && least * least > half * half * length_squared;
}

/* A cheap look before the exact one: most pairs whose boxes are near are legs side by side. Says yes only
 * if they are further apart than the limit by a nanometre, which is far more than doubles lose. */
static gboolean
are_surely_apart (const CwShape *a, const CwShape *b, CwCoord limit)
{
  CwPoint a0, a1, b0, b1;
  double half_a, half_b, half;

  if (!get_axis (a, &a0, &a1, &half_a) || !get_axis (b, &b0, &b1, &half_b))
    return FALSE;

  half = half_a + half_b + limit + 1;
  return is_beside (a0, a1, b0, b1, half) || is_beside (b0, b1, a0, a1, half);
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
      || are_surely_apart (a, b, context->rules->pair_reach[a->level])
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
