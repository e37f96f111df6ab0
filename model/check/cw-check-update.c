/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"
#include "model/connect/cw-metal.h"

/* An update takes away what a check of the touched items finds in the design before, and puts in what it
 * finds in the design after. So there is one way to look at an item, and no list of messages by item
 * is kept. */

#define MANY 5000 /* changed items from which on a whole check is weighed */

typedef struct
{
  GArray *items;    /* of CwId: what changed, for pairs */
  GArray *subjects; /* of CwId: what changed, or has changed metal near it */
  GArray *nets;     /* of CwId */
} Touched;

typedef struct
{
  CwCheckContext *context;
  const CwShape *shape;
} Around;

static gboolean
pair_with (const CwShape *other, gpointer user_data)
{
  const Around *around = user_data;
  const CwShape *shape = around->shape;

  if (other->item == shape->item || other->net == shape->net)
    return TRUE;

  if (shape->item < other->item)
    cw_check_pair (around->context, shape, other);
  else
    cw_check_pair (around->context, other, shape);
  return TRUE;
}

static gboolean
pair_shape (const CwShape *shape, gpointer user_data)
{
  Around around = { user_data, shape };
  CwCoord reach = around.context->rules->pair_reach[shape->level];

  if (reach > 0)
    cw_check_foreach_near (around.context, shape->level,
                           cw_box_grow (cw_shape_get_bounds (shape), reach), pair_with, &around);
  return TRUE;
}

static gboolean
look_at_shape (const CwShape *shape, gpointer user_data)
{
  cw_check_shape (user_data, shape);
  return TRUE;
}

/* what a check of the touched items finds */
static GArray *
check_touched (CwDesign *design, const CwCheckRules *rules, const CwCheckFacts *facts,
               const Touched *touched)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (CwViolation));
  CwCheckContext context = { design, rules, NULL, NULL, NULL, facts, found };

  for (guint i = 0; i < touched->items->len; i++)
    {
      CwId id = g_array_index (touched->items, CwId, i);

      if (cw_design_get_item (design, id) != NULL)
        cw_metal_foreach_item_shape (design, id, CW_METAL_ALL_NODES, pair_shape, &context);
    }

  for (guint i = 0; i < touched->subjects->len; i++)
    {
      CwId id = g_array_index (touched->subjects, CwId, i);

      if (cw_design_get_item (design, id) != NULL)
        cw_copper_foreach_item_shape (design, id, look_at_shape, &context);
    }

  return found;
}

/* what has become of their nets; about those before, the list says enough */
static void
check_nets (CwDesign *design, const CwCheckRules *rules, CwConnect *connect, const GArray *nets,
            GArray *found)
{
  CwCheckContext context = { design, rules, NULL, NULL, connect, NULL, found };

  for (guint kind = 0; kind < CW_N_RULE_KINDS; kind++)
    if (cw_check_kinds[kind]->run_net != NULL && rules->has[kind])
      for (guint i = 0; i < nets->len; i++)
        cw_check_kinds[kind]->run_net (&context, g_array_index (nets, CwId, i));
}

typedef struct
{
  const CwDesign *design;
  const CwCheckRules *rules;
  const CwShape *metal;
  GArray *subjects;
} Near;

static gboolean
note_subject (const CwShape *shape, gpointer user_data)
{
  const Near *near = user_data;

  if (shape->net == near->metal->net && shape->item != near->metal->item)
    g_array_append_val (near->subjects, shape->item);
  return TRUE;
}

/* the holes and openings whose enclosure this metal may have to do with */
static gboolean
note_subjects_near (const CwShape *shape, gpointer user_data)
{
  Near near = *(Near *) user_data;
  const CwCheckRules *rules = near.rules;
  CwBox box
      = cw_box_grow (cw_shape_get_bounds (shape), cw_check_enclosure.reach (rules, shape->level));

  near.metal = shape;
  for (guint level = 0; level < rules->n_levels; level++)
    {
      CwLevelKind kind = cw_technology_get_level (rules->technology, level)->kind;

      if (((kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC)
           && (rules->metal_below[level] == shape->level
               || rules->metal_above[level] == shape->level))
          || (kind == CW_LEVEL_PASSIVATION && level > shape->level))
        cw_copper_foreach_shape (near.design, level, box, note_subject, &near);
    }
  return TRUE;
}

static void
note_net (GArray *nets, CwId net)
{
  if (net != CW_ID_NONE)
    g_array_append_val (nets, net);
}

static void
note_nets_of (const CwDesign *design, CwId id, GArray *nets)
{
  gconstpointer item = cw_design_get_item (design, id);
  const CwItemClass *klass = cw_item_class_get (cw_id_get_kind (id));
  guint32 n_nodes = cw_item_class_count_nodes (klass, item);

  for (guint32 i = 0; i < n_nodes; i++)
    note_net (nets, cw_item_class_get_node_net (klass, item, i));
}

/* all that a net consists of, when rules ask for the class of nets and it has another now */
static void
note_changed_class (const CwCheckResult *base, const CwDiff *diff, CwId id, Touched *touched)
{
  const CwNet *before = cw_design_get_net (diff->before, id);
  const CwNet *after = cw_design_get_net (diff->after, id);
  const CwConnectNet *net = cw_connect_get_net (base->connect, id);

  if (before == NULL || after == NULL || before->net_class == after->net_class || net == NULL)
    return;

  g_array_append_val (touched->nets, id);
  for (guint32 i = 0; i < net->n_nodes; i++)
    g_array_append_val (touched->items, net->nodes[i].item);
}

static gboolean
note_die (CwId id, gconstpointer item, gpointer user_data)
{
  g_array_append_val (user_data, id);
  return TRUE;
}

static void
find_touched (const CwCheckResult *base, const CwCheckRules *rules, const CwDiff *diff,
              Touched *touched)
{
  Near near = { diff->after, rules, NULL, touched->subjects };

  if (rules->by_class)
    for (gsize i = 0; i < diff->n_items; i++)
      if (cw_id_get_kind (diff->items[i]) == CW_ITEM_NET)
        note_changed_class (base, diff, diff->items[i], touched);
  cw_ids_sort (touched->items);

  g_array_append_vals (touched->subjects, touched->items->data, touched->items->len);
  for (guint i = 0; i < touched->items->len; i++)
    {
      CwId id = g_array_index (touched->items, CwId, i);

      for (guint k = 0; k < 2; k++)
        {
          CwDesign *design = k == 0 ? diff->before : diff->after;
          CwCheckNote note = { design, touched->subjects };

          if (cw_design_get_item (design, id) == NULL)
            continue;
          cw_check_note_items_in (&note, id);
          note_nets_of (design, id, touched->nets);
          if (rules->has[CW_RULE_ENCLOSURE] || rules->has[CW_RULE_VIA_LANDING])
            cw_metal_foreach_item_shape (design, id, CW_METAL_ALL_NODES, note_subjects_near, &near);
        }
    }
  if (diff->outline_changed)
    cw_design_foreach (diff->after, CW_ITEM_DIE, note_die, touched->subjects);

  cw_ids_sort (touched->subjects);
  cw_ids_sort (touched->nets);
}

/* all that reaches out of the part of the package that is clear of the street before and after */
static gboolean
note_at_edge (const CwRtreeEntry *entry, gpointer user_data)
{
  g_array_append_val (user_data, entry->item);
  return TRUE;
}

static void
note_edge (const CwDesign *design, guint n_levels, CwBox inner, GArray *subjects)
{
  const CwBox edges[] = {
    { CW_BOX_ALL.min, { cw_coord_saturate ((gint64) inner.min.x - 1), G_MAXINT32 } },
    { { cw_coord_saturate ((gint64) inner.max.x + 1), G_MININT32 }, CW_BOX_ALL.max },
    { CW_BOX_ALL.min, { G_MAXINT32, cw_coord_saturate ((gint64) inner.min.y - 1) } },
    { { G_MININT32, cw_coord_saturate ((gint64) inner.max.y + 1) }, CW_BOX_ALL.max },
  };

  for (guint level = 0; level < n_levels; level++)
    for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
      if (cw_design_get_index (design, level) != NULL)
        cw_rtree_foreach (cw_design_get_index (design, level), edges[i], note_at_edge, subjects);
}

/* a bit for each kind of the items that differ */
static guint
list_kinds (const CwDiff *diff)
{
  guint kinds = diff->outline_changed ? ~0u : 0;

  for (gsize i = 0; i < diff->n_items; i++)
    kinds |= CW_BIT (cw_id_get_kind (diff->items[i]));
  return kinds;
}

static gsize
count_items (const CwDesign *design)
{
  gsize n = 0;

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    n += cw_design_get_n_items (design, kind);
  return n;
}

/* whether what is known of the whole design changes what is to be said of every part of it */
static gboolean
is_new_measure (const CwCheckFacts *before, const CwCheckFacts *after)
{
  return before->width != after->width || before->width_type != after->width_type;
}

/* what is found in one of the two designs; about nets only in the one after, for about those before
 * the list of messages says enough */
static GArray *
check_design (CwDesign *design, const CwCheckRules *rules, const CwCheckFacts *facts,
              CwConnect *connect, const Touched *touched, guint kinds)
{
  GArray *found = check_touched (design, rules, facts, touched);
  CwCheckContext context = { design, rules, NULL, NULL, connect, facts, found };

  cw_check_structure (&context, kinds);
  return found;
}

static void
append_known (const CwCheckResult *base, const GArray *nets, GArray *violations)
{
  for (guint kind = 0; kind < CW_N_RULE_KINDS; kind++)
    if (cw_check_kinds[kind]->run_net != NULL)
      for (guint i = 0; i < nets->len; i++)
        cw_violation_list_append_net (base->violations, kind, g_array_index (nets, CwId, i),
                                      violations);
}

/**
 * cw_check_update:
 * @base: what was found in the first design of @diff
 * @diff: what differs
 *
 * Checks what differs, and what is near enough to it to matter. The result equals
 * that of cw_check_run () on the second design; the cost follows the difference. When the
 * technology differs, or most items do, the whole design is checked.
 *
 * Returns: (transfer full): what was found in the second design
 */
CwCheckResult *
cw_check_update (CwCheckResult *base, const CwDiff *diff)
{
  g_autoptr (CwCheckRules) rules = NULL;
  g_autoptr (GArray) items = NULL;
  g_autoptr (GArray) subjects = NULL;
  g_autoptr (GArray) nets = NULL;
  g_autoptr (GArray) removed = NULL;
  g_autoptr (GArray) added = NULL;
  g_autoptr (CwConnect) connect = NULL;
  CwCheckFacts facts = { 0 };
  Touched touched;
  guint kinds = list_kinds (diff);

  g_return_val_if_fail (base->design == diff->before, NULL);

  if (diff->technology_changed
      || (diff->n_items > MANY && diff->n_items > count_items (diff->after) / 8))
    return cw_check_run (diff->after, NULL, NULL);

  rules = cw_check_rules_new (cw_design_get_technology (diff->after));
  cw_check_rules_note_areas (rules, diff->before);
  cw_check_rules_note_areas (rules, diff->after);
  cw_check_facts_prepare (&facts, diff->after, rules);
  if (is_new_measure (&base->facts, &facts))
    return cw_check_run (diff->after, NULL, NULL);

  items = cw_connect_list_changed (diff);
  subjects = g_array_new (FALSE, FALSE, sizeof (CwId));
  nets = g_array_new (FALSE, FALSE, sizeof (CwId));
  touched = (Touched){ items, subjects, nets };
  find_touched (base, rules, diff, &touched);
  if (diff->outline_changed && rules->has[CW_RULE_STREET])
    {
      CwBox inner = cw_box_intersection (base->facts.inner, facts.inner);

      if (cw_box_is_empty (inner))
        return cw_check_run (diff->after, NULL, NULL);
      note_edge (diff->after, rules->n_levels, inner, subjects);
      cw_ids_sort (subjects);
    }

  if (base->connect != NULL)
    connect = cw_connect_update (base->connect, diff);
  if (rules->has[CW_RULE_PAD_NET] && (kinds & (CW_DIE_ITEMS | CW_BIT (CW_ITEM_PASSIVE))) != 0)
    {
      cw_check_note_joined_nets (connect, nets);
      cw_ids_sort (nets);
    }
  cw_check_facts_update (
      &facts, &base->facts,
      &(CwCheckContext){ .design = diff->after, .rules = rules, .connect = connect }, diff);

  removed = check_design (diff->before, rules, &base->facts, base->connect, &touched, kinds);
  append_known (base, nets, removed);
  added = check_design (diff->after, rules, &facts, connect, &touched, kinds);
  check_nets (diff->after, rules, connect, nets, added);
  cw_violations_reduce (removed);
  cw_violations_reduce (added);
  return cw_check_result_new (diff->after,
                              cw_violation_list_replace (base->violations, removed, added),
                              g_steal_pointer (&connect), &facts);
}
