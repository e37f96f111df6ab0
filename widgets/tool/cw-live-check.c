/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-live-check.h"

#include <glib/gi18n.h>

#include "model/copper/cw-copper.h"
#include "widgets/tool/cw-hit.h"

#define MAX_SHAPES 2500
#define MAX_NEAR 60000

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

/**
 * cw_live_check_is_usable:
 * @base: (nullable): a result of the checker
 * @diff: from a design to the ghost
 *
 * Tells whether the ghost can be checked from that result: whether it is a complete one of the design before.
 *
 * Returns: whether it can
 */
gboolean
cw_live_check_is_usable (CwCheckResult *base, const CwDiff *diff)
{
  return base != NULL && cw_check_result_is_complete (base)
         && cw_check_result_get_design (base) == diff->before;
}

typedef struct
{
  const CwDesign *design;
  gsize n_near;
} Neighbours;

static gboolean
count_entry (const CwRtreeEntry *entry, gpointer user_data)
{
  Neighbours *neighbours = user_data;

  return ++neighbours->n_near <= MAX_NEAR;
}

static gboolean
count_near (const CwShape *shape, gpointer user_data)
{
  Neighbours *neighbours = user_data;
  const CwRtree *index = cw_design_get_index (neighbours->design, shape->level);

  if (index != NULL)
    cw_rtree_foreach (index, cw_shape_get_bounds (shape), count_entry, neighbours);

  return neighbours->n_near <= MAX_NEAR;
}

/* What a motion has time for: an update takes some 5 µs a shape and 0.1 µs for all that the box of a shape
 * meets, and a motion 16 ms. It is counted, so that the same motion always does the same. */
static gboolean
is_small (const CwDiff *diff)
{
  CwDesign *designs[] = { diff->before, diff->after };
  gsize n_shapes = 0;

  for (gsize i = 0; i < diff->n_items && n_shapes <= MAX_SHAPES; i++)
    n_shapes += MAX (cw_design_count_shapes (diff->before, diff->items[i]),
                     cw_design_count_shapes (diff->after, diff->items[i]));
  if (n_shapes > MAX_SHAPES)
    return FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (designs); k++)
    {
      Neighbours neighbours = { designs[k], 0 };

      for (gsize i = 0; i < diff->n_items; i++)
        if (cw_design_get_item (designs[k], diff->items[i]) != NULL
            && !cw_copper_foreach_item_shape (designs[k], diff->items[i], count_near, &neighbours))
          return FALSE;
    }

  return TRUE;
}

/**
 * cw_live_check_take:
 * @self: a live check
 * @base: what the checker found in the design before
 * @diff: from that design to the ghost
 * @result: what it found in the ghost
 *
 * Lists the rules that the ghost breaks and the design before did not.
 */
void
cw_live_check_take (CwLiveCheck *self, CwCheckResult *base, const CwDiff *diff,
                    CwCheckResult *result)
{
  g_autoptr (GHashTable) known = list_known (base, diff);
  gboolean complete = cw_check_result_is_complete (result);
  guint n = complete ? cw_check_result_get_n_violations (result) : 0;

  cw_live_check_reset (self);
  self->status = complete ? CW_LIVE_LEGAL : CW_LIVE_CHECKING;
  for (guint i = 0; i < n; i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);

      if (g_hash_table_contains (known, violation)
          || (violation->kind != CW_RULE_OPEN && !touches (violation, diff)))
        continue;
      g_array_append_vals (self->violations, violation, 1);
      self->n_errors
          += violation->severity == CW_SEVERITY_ERROR && is_about_place (violation->kind);
    }
  if (self->violations->len > 0)
    self->status = self->n_errors > 0 ? CW_LIVE_ERROR : CW_LIVE_WARNING;
  self->result = cw_check_result_ref (result);
}

/**
 * cw_live_check_run:
 * @self: a live check
 * @base: (nullable): a result of the checker
 * @diff: from the design that was checked to the ghost
 *
 * Checks the ghost. Without a complete result for the design before it, and where more changed than can
 * be checked while the pointer moves, all it says is that this is not known yet.
 */
void
cw_live_check_run (CwLiveCheck *self, CwCheckResult *base, const CwDiff *diff)
{
  g_autoptr (CwCheckResult) after = NULL;

  cw_live_check_reset (self);
  if (cw_diff_is_empty (diff))
    return;
  self->status = CW_LIVE_CHECKING;
  if (!cw_live_check_is_usable (base, diff) || !is_small (diff))
    return;

  after = cw_check_update (base, diff);
  if (after != NULL)
    cw_live_check_take (self, base, diff, after);
}

static const char *
get_measure (CwRuleKind kind)
{
  switch ((gint) kind)
    {
    case CW_RULE_WIDTH:
      return _ ("width");

    case CW_RULE_CLEARANCE:
      return _ ("space");

    case CW_RULE_ENCLOSURE:
      return _ ("enclosure");

    case CW_RULE_SHORT:
      return _ ("short");

    case CW_RULE_OPEN:
      return _ ("open");

    default:
      return cw_rule_kind_get_name (kind);
    }
}

static char *
dup_name (const CwViolation *violation, guint i, const CwDesign *design)
{
  CwId item = violation->items[i];
  gboolean is_die = cw_id_get_kind (item) == CW_ITEM_DIE;

  const char *own = cw_design_get_item_name (design, item);
  const char *net = cw_design_get_net_name (design, violation->nets[i]);
  g_autofree char *name
      = cw_pick_dup_name (design, (CwPick){ item, is_die ? violation->parts[i] : 0 });

  if ((own != NULL && *own != '\0') || net == NULL || *net == '\0')
    return g_steal_pointer (&name);

  return g_strdup_printf (_ ("%s of %s"), name, net);
}

/**
 * cw_live_check_dup_text:
 * @violation: a broken rule
 * @design: the design that breaks it
 * @unit: unit of the figures
 *
 * Says in few words what is wrong: found, needed, level, measure and rule.
 *
 * Returns: (transfer full): the words, such as `6.2 µm < 8 µm (RDL2 space, rule rdl.2)`
 */
char *
cw_live_check_dup_text (const CwViolation *violation, const CwDesign *design, CwUnit unit)
{
  CwTechnology *technology = cw_design_get_technology (design);
  const CwLevel *level = cw_technology_get_level (technology, violation->level);
  const char *rule = cw_violation_get_rule_name (violation, design);
  g_autofree char *found = cw_length_format_with_unit (violation->found, unit);
  g_autofree char *needed = cw_length_format_with_unit (violation->needed, unit);
  g_autofree char *measure = NULL;

  if (level != NULL)
    measure = g_strdup_printf ("%s %s", level->name, get_measure (violation->kind));
  else
    measure = g_strdup (get_measure (violation->kind));
  if (violation->needed > 0 && violation->found < violation->needed)
    return g_strdup_printf (_ ("%s < %s (%s, rule %s)"), found, needed, measure, rule);

  if (violation->items[1] != CW_ID_NONE)
    {
      g_autofree char *first = dup_name (violation, 0, design);
      g_autofree char *second = dup_name (violation, 1, design);

      return g_strdup_printf (_ ("%s: %s and %s (rule %s)"), measure, first, second, rule);
    }

  return g_strdup_printf (_ ("%s (rule %s)"), measure, rule);
}
