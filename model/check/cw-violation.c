/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"

/* clearances and shorts are about the same pairs, so they are ordered as one */
static guint
get_group (CwRuleKind kind)
{
  return kind == CW_RULE_SHORT ? CW_RULE_CLEARANCE : kind;
}

/* a pad of a die is a thing of its own; the shapes of any other item are one */
static guint64
get_thing (const CwViolation *self, guint i)
{
  gboolean has_parts = cw_id_get_kind (self->items[i]) == CW_ITEM_DIE || self->kind == CW_RULE_OPEN;

  return (guint64) self->items[i] << 32 | (has_parts ? self->parts[i] : 0);
}

static void
fill_key (const CwViolation *self, guint64 key[3])
{
  key[0] = get_thing (self, 0);
  key[1] = get_thing (self, 1);
  key[2] = 0;

  switch (self->kind)
    {
    case CW_RULE_WIDTH:
    case CW_RULE_DIE_OUTSIDE:
    case CW_RULE_STREET:
      key[1] = 0;
      break;

    case CW_RULE_ENCLOSURE:
    case CW_RULE_VIA_LANDING:
      key[1] = self->level;
      break;

    case CW_RULE_OPEN:
    case CW_RULE_PAD_NET:
      key[2] = key[1];
      key[1] = key[0];
      key[0] = self->nets[0];
      break;

    case CW_RULE_CLEARANCE:
    case CW_RULE_SHORT:
    case CW_RULE_DIE_SPACING:
    case CW_RULE_KEEP_OUT:
      break;

    case CW_RULE_STEP_ORDER:
      key[2] = self->parts[1];
      break;

    case CW_RULE_FAN_OUT:
    case CW_RULE_EXTERNAL_TRACE:
    case CW_RULE_COPLANARITY:
    case CW_RULE_THIN_ORGANIC:
    case CW_RULE_ALTERNATION:
    case CW_RULE_LEVELS_JOINED:
    case CW_RULE_DIE_SEAT:
    case CW_RULE_OPENING_THROUGH:
    case CW_RULE_LISTED:
    case CW_RULE_PAD_LEVEL:
    case CW_RULE_PASSIVATION_OPEN:
    case CW_RULE_BONDING_POINT:
    case CW_RULE_DIE_COUNT:
    case CW_N_RULE_KINDS:
    default:
      key[2] = (guint64) self->parts[1] << 16 | (guint64) self->fault << 8 | self->level;
      break;
    }
}

#define COMPARE(a, b)                                                                              \
  if ((a) != (b))                                                                                  \
  return (a) < (b) ? -1 : 1

/* orders violations by what they are about: of those about the same, one is reported */
gint
cw_violation_compare_subject (const CwViolation *a, const CwViolation *b)
{
  guint64 key_a[3];
  guint64 key_b[3];

  COMPARE (get_group (a->kind), get_group (b->kind));
  fill_key (a, key_a);
  fill_key (b, key_b);
  for (guint i = 0; i < G_N_ELEMENTS (key_a); i++)
    COMPARE (key_a[i], key_b[i]);
  return 0;
}

/* orders by subject, then by how bad: shorts before clearances, small before great, then by
 * part and point */
gint
cw_violation_compare (const CwViolation *a, const CwViolation *b)
{
  gint order = cw_violation_compare_subject (a, b);

  if (order != 0)
    return order;

  COMPARE (b->kind, a->kind);
  COMPARE (a->found, b->found);
  COMPARE (a->level, b->level);
  COMPARE (a->fault, b->fault);
  for (guint i = 0; i < 2; i++)
    {
      COMPARE (a->items[i], b->items[i]);
      COMPARE (a->parts[i], b->parts[i]);
    }
  for (guint i = 0; i < 2; i++)
    {
      COMPARE (a->at[i].x, b->at[i].x);
      COMPARE (a->at[i].y, b->at[i].y);
      COMPARE (a->nets[i], b->nets[i]);
    }
  COMPARE (a->needed, b->needed);
  COMPARE (a->rule, b->rule);
  COMPARE (a->severity, b->severity);
  return 0;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  return cw_violation_compare (a, b);
}

/* sorts, and keeps of those about the same the worst */
void
cw_violations_reduce (GArray *violations)
{
  guint n = 0;

  g_array_sort (violations, compare);
  for (guint i = 0; i < violations->len; i++)
    {
      const CwViolation *violation = &g_array_index (violations, CwViolation, i);

      if (n == 0
          || cw_violation_compare_subject (&g_array_index (violations, CwViolation, n - 1),
                                           violation)
                 != 0)
        g_array_index (violations, CwViolation, n++) = *violation;
    }
  g_array_set_size (violations, n);
}
