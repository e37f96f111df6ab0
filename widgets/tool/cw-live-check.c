/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-live-check.h"

#define MAX_SHAPES 2500

/**
 * cw_live_check_init:
 * @self: (out): a live check
 *
 * Begins with nothing to check; end with cw_live_check_clear ().
 */
void
cw_live_check_init (CwLiveCheck *self)
{
  *self = (CwLiveCheck){ .violations = g_array_new (FALSE, FALSE, sizeof (CwViolation)),
                         .blocked = g_array_new (FALSE, FALSE, sizeof (CwViolation)) };
}

/**
 * cw_live_check_clear:
 * @self: a live check
 *
 * Gives back what it holds.
 */
void
cw_live_check_clear (CwLiveCheck *self)
{
  g_clear_pointer (&self->violations, g_array_unref);
  g_clear_pointer (&self->blocked, g_array_unref);
  g_clear_pointer (&self->result, cw_check_result_unref);
}

/**
 * cw_live_check_reset:
 * @self: a live check
 *
 * Says that there is nothing to check.
 */
void
cw_live_check_reset (CwLiveCheck *self)
{
  self->status = CW_LIVE_NONE;
  self->n_errors = 0;
  g_clear_pointer (&self->result, cw_check_result_unref);
  g_array_set_size (self->violations, 0);
  g_array_set_size (self->blocked, 0);
}

static gboolean
has_item (const CwDiff *diff, CwId id)
{
  gsize low = 0;
  gsize high = diff->n_items;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (diff->items[middle] < id)
        low = middle + 1;
      else
        high = middle;
    }

  return low < diff->n_items && diff->items[low] == id;
}

static gboolean
touches (const CwViolation *violation, const CwDiff *diff)
{
  return has_item (diff, violation->items[0]) || has_item (diff, violation->items[1]);
}

static guint
hash_violation (gconstpointer key)
{
  const CwViolation *violation = key;

  return violation->rule * 31 + violation->items[0] * 17 + violation->items[1];
}

/* Whether something else can be drawn elsewhere without breaking the rule. What the structure lacks while it
 * is being built is told, and stops nothing: a die of another height breaks its rule in any place. */
static gboolean
is_about_place (CwRuleKind kind)
{
  return kind <= CW_RULE_KEEP_OUT || kind == CW_RULE_VIA_LANDING;
}

static gboolean
equal_violations (gconstpointer a, gconstpointer b)
{
  const CwViolation *left = a;
  const CwViolation *right = b;

  if (left->rule != right->rule || left->level != right->level || left->nets[0] != right->nets[0]
      || left->nets[1] != right->nets[1])
    return FALSE;
  /* a net that was in pieces before is not torn by the ghost */
  if (left->kind == CW_RULE_OPEN)
    return TRUE;
  if (!is_about_place (left->kind))
    return left->found == right->found && left->fault == right->fault
           && left->items[0] == right->items[0] && left->items[1] == right->items[1];
  return left->found == right->found && left->items[0] == right->items[0]
         && left->items[1] == right->items[1] && left->parts[0] == right->parts[0]
         && left->parts[1] == right->parts[1] && cw_point_equal (left->at[0], right->at[0])
         && cw_point_equal (left->at[1], right->at[1]);
}

static guint
hash_net (const CwViolation *violation)
{
  return violation->rule * 31 + violation->nets[0];
}

static guint
hash_known (gconstpointer key)
{
  const CwViolation *violation = key;

  return violation->kind == CW_RULE_OPEN ? hash_net (violation) : hash_violation (violation);
}

static GHashTable *
list_known (CwCheckResult *base, const CwDiff *diff)
{
  GHashTable *known = g_hash_table_new (hash_known, equal_violations);
  guint n = cw_check_result_get_n_violations (base);

  for (guint i = 0; i < n; i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (base, i);

      if (violation->kind == CW_RULE_OPEN || touches (violation, diff))
        g_hash_table_add (known, (gpointer) violation);
    }

  return known;
}

static gboolean
is_usable (CwCheckResult *base, const CwDiff *diff)
{
  return base != NULL && cw_check_result_is_complete (base)
         && cw_check_result_get_design (base) == diff->before;
}

/* what a motion has time for: an update takes some 5 µs a shape, and a motion 16 ms */
static gboolean
is_small (const CwDiff *diff)
{
  gsize n_shapes = 0;

  for (gsize i = 0; i < diff->n_items && n_shapes <= MAX_SHAPES; i++)
    n_shapes += MAX (cw_design_count_shapes (diff->before, diff->items[i]),
                     cw_design_count_shapes (diff->after, diff->items[i]));

  return n_shapes <= MAX_SHAPES;
}

/**
 * cw_live_check_run:
 * @self: a live check
 * @base: (nullable): a result of the checker
 * @diff: from the design that was checked to the ghost
 *
 * Lists the rules that the ghost breaks and the design before did not. Without a
 * complete result for the design before it, and where more changed than can be checked while the
 * pointer moves, all it says is that this is not known yet.
 */
void
cw_live_check_run (CwLiveCheck *self, CwCheckResult *base, const CwDiff *diff)
{
  CwCheckResult *after;
  GHashTable *known;
  guint n;

  cw_live_check_reset (self);
  if (cw_diff_is_empty (diff))
    return;
  self->status = CW_LIVE_CHECKING;
  if (!is_usable (base, diff) || !is_small (diff))
    return;

  after = cw_check_update (base, diff);
  if (after == NULL)
    return;
  known = list_known (base, diff);
  n = cw_check_result_is_complete (after) ? cw_check_result_get_n_violations (after) : 0;
  if (cw_check_result_is_complete (after))
    self->status = CW_LIVE_LEGAL;
  for (guint i = 0; i < n; i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (after, i);

      if (g_hash_table_contains (known, violation)
          || (violation->kind != CW_RULE_OPEN && !touches (violation, diff)))
        continue;
      g_array_append_vals (self->violations, violation, 1);
      self->n_errors
          += violation->severity == CW_SEVERITY_ERROR && is_about_place (violation->kind);
    }
  if (self->violations->len > 0)
    self->status = self->n_errors > 0 ? CW_LIVE_ERROR : CW_LIVE_WARNING;
  g_hash_table_unref (known);
  self->result = after;
}
