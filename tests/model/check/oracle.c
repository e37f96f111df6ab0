/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/check/oracle.h"

#include "model/connect/cw-metal.h"
#include "model/geometry/cw-boolean.h"
#include "tests/model/check/fixture.h"

typedef struct
{
  CwDesign *design;
  CwTechnology *technology;
  GArray *metal;  /* of CwShape */
  GArray *others; /* of CwShape: holes, openings, bodies of dies */
  GPtrArray *lines;
} Oracle;

static gint
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
add_line (GPtrArray *lines, CwRuleKind kind, CwId a, guint32 part_a, CwId b, guint32 part_b,
          guint level, gint64 found, gint64 needed)
{
  gboolean is_die_a = cw_id_get_kind (a) == CW_ITEM_DIE;
  gboolean is_die_b = cw_id_get_kind (b) == CW_ITEM_DIE;

  g_ptr_array_add (lines, g_strdup_printf ("%s %x/%u %x/%u on %u: %" G_GINT64_FORMAT
                                           " < %" G_GINT64_FORMAT,
                                           cw_rule_kind_get_name (kind), a, is_die_a ? part_a : 0,
                                           b, is_die_b ? part_b : 0, level, found, needed));
}

static gboolean
take_shape (const CwShape *shape, gpointer user_data)
{
  CwShape copy;

  cw_shape_copy (shape, &copy);
  g_array_append_val (user_data, copy);
  return TRUE;
}

static gboolean
take_other (const CwShape *shape, gpointer user_data)
{
  if (shape->role == CW_ROLE_HOLE || shape->role == CW_ROLE_OPENING || shape->role == CW_ROLE_DIE)
    take_shape (shape, user_data);
  return TRUE;
}

static gboolean
take_item (CwId id, gconstpointer item, gpointer user_data)
{
  Oracle *oracle = user_data;

  cw_metal_foreach_item_shape (oracle->design, id, CW_METAL_ALL_NODES, take_shape, oracle->metal);
  cw_copper_foreach_item_shape (oracle->design, id, take_other, oracle->others);
  return TRUE;
}

static gboolean
is_of_class (const Oracle *self, CwId net, CwNetClass net_class)
{
  return net != CW_ID_NONE && cw_design_get_net (self->design, net)->net_class == net_class;
}

/* the greatest value that a kind of rule asks for; -1 for no rule */
static gint64
get_needed (const Oracle *self, CwRuleKind kind, guint level, CwId net_a, CwId net_b)
{
  gint64 needed = -1;

  for (guint i = 0; i < cw_technology_get_n_rules (self->technology); i++)
    {
      const CwRule *rule = cw_technology_get_rule (self->technology, i);

      if (rule->kind == kind && cw_technology_rule_holds (self->technology, i, level)
          && (rule->net_class == CW_NET_ANY || is_of_class (self, net_a, rule->net_class)
              || is_of_class (self, net_b, rule->net_class)))
        needed = MAX (needed, rule->value);
    }

  return needed;
}

/* one piece of a net */
static gboolean
is_same_node (const Oracle *self, const CwShape *a, const CwShape *b)
{
  return a->item == b->item
         && cw_design_get_node (self->design, a->item, a->part)
                == cw_design_get_node (self->design, b->item, b->part);
}

static gboolean
is_same_thing (const CwShape *a, const CwShape *b)
{
  return a->item == b->item && (cw_id_get_kind (a->item) != CW_ITEM_DIE || a->part == b->part);
}

typedef struct
{
  gboolean touches;
  guint touching_level;
  gint64 least;
  guint level;
  gint64 needed;
} PairFinding;

static void
compare_shapes (const Oracle *self, const CwShape *a, const CwShape *b, PairFinding *finding)
{
  gint64 needed;
  CwGap gap;

  if (a->level != b->level || a->item == b->item || a->net == b->net
      || (a->role == CW_ROLE_HOLE && b->role == CW_ROLE_HOLE))
    return;

  if (cw_shape_touches (a, b))
    {
      if (!finding->touches || a->level < finding->touching_level)
        finding->touching_level = a->level;
      finding->touches = TRUE;
      return;
    }
  needed = get_needed (self, CW_RULE_CLEARANCE, a->level, a->net, b->net);
  if (a->role == CW_ROLE_HOLE || b->role == CW_ROLE_HOLE)
    return;
  cw_shape_measure (a, b, &gap);
  if (gap.distance >= needed)
    return;
  if (finding->least >= 0
      && (gap.distance > finding->least
          || (gap.distance == finding->least && a->level >= finding->level)))
    return;
  finding->least = gap.distance;
  finding->level = a->level;
  finding->needed = needed;
}

static void
check_pairs (Oracle *self)
{
  guint n = self->metal->len;
  const CwShape *metal = (const CwShape *) (gconstpointer) self->metal->data;

  /* the shapes of a thing stand side by side */
  for (guint i = 0, end_i; i < n; i = end_i)
    {
      for (end_i = i; end_i < n && is_same_thing (&metal[i], &metal[end_i]);)
        end_i++;
      for (guint j = end_i, end_j; j < n; j = end_j)
        {
          PairFinding finding = { FALSE, 0, -1, 0, 0 };

          for (end_j = j; end_j < n && is_same_thing (&metal[j], &metal[end_j]);)
            end_j++;
          for (guint a = i; a < end_i; a++)
            for (guint b = j; b < end_j; b++)
              compare_shapes (self, &metal[a], &metal[b], &finding);
          if (finding.touches)
            add_line (self->lines, CW_RULE_SHORT, metal[i].item, metal[i].part, metal[j].item,
                      metal[j].part, finding.touching_level, 0, 0);
          else if (finding.least >= 0)
            add_line (self->lines, CW_RULE_CLEARANCE, metal[i].item, metal[i].part, metal[j].item,
                      metal[j].part, finding.level, finding.least, finding.needed);
        }
    }
}

static CwCoord
get_width (const Oracle *self, const CwShape *shape)
{
  CwBox box = cw_shape_get_bounds (shape);
  CwCoord least = MIN (box.max.x - box.min.x, box.max.y - box.min.y);

  switch (cw_id_get_kind (shape->item))
    {
    case CW_ITEM_TRACE:
      return cw_design_get_trace (self->design, shape->item)->width;
    case CW_ITEM_VIA:
      return cw_design_get_via (self->design, shape->item)->land;
    case CW_ITEM_TEXT:
      return cw_design_get_text (self->design, shape->item)->width;
    case CW_ITEM_BUS:
      return cw_design_get_bus (self->design, shape->item)->width;
    case CW_ITEM_BONDING_PAD:
      {
        CwPadForm land = cw_design_get_bonding_pad (self->design, shape->item)->land;

        return MIN (land.width, land.height);
      }
    case CW_ITEM_PASSIVE:
      if (shape->kind == CW_SHAPE_CAPSULE)
        return shape->capsule.width;
      if (shape->kind == CW_SHAPE_BAND)
        return shape->band.width;
      return cw_design_get_polygon_width (self->design, shape->item, shape->part, least);
    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_DIE:
    case CW_ITEM_CAVITY:
    case CW_ITEM_CUT_LINE:
    case CW_N_ITEM_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/* of each item the narrowest shape, on the lowest level that has one, is told */
static void
check_widths (Oracle *self)
{
  for (guint i = 0, end; i < self->metal->len; i = end)
    {
      const CwShape *first = &g_array_index (self->metal, CwShape, i);
      const CwShape *worst = NULL;
      gint64 worst_needed = 0;

      for (end = i; end < self->metal->len; end++)
        {
          const CwShape *shape = &g_array_index (self->metal, CwShape, end);
          gint64 needed = get_needed (self, CW_RULE_WIDTH, shape->level, shape->net, shape->net);
          CwCoord width;

          if (shape->item != first->item)
            break;
          if (shape->level == PAD_LEVEL)
            continue;
          width = get_width (self, shape);
          if (width >= needed
              || (worst != NULL
                  && (width > get_width (self, worst)
                      || (width == get_width (self, worst) && shape->level >= worst->level))))
            continue;
          worst = shape;
          worst_needed = needed;
        }
      if (worst != NULL)
        add_line (self->lines, CW_RULE_WIDTH, worst->item, 0, CW_ID_NONE, 0, worst->level,
                  get_width (self, worst), worst_needed);
    }
}

static gint64
measure_union (GPtrArray *polygons, const CwShape *inner, gint64 best)
{
  g_autoptr (GPtrArray) united = cw_polygons_unite (polygons, NULL);

  for (guint i = 0; i < united->len; i++)
    {
      CwShape shape = { .kind = CW_SHAPE_POLYGON };
      gint64 enclosure;

      shape.polygon = g_ptr_array_index (united, i);
      cw_shape_get_enclosure (inner, &shape, &enclosure, NULL);
      best = MAX (best, enclosure);
    }

  return best;
}

static void
check_enclosure_by (Oracle *self, const CwShape *inner, guint level, guint rule_level)
{
  gint64 needed = get_needed (self, CW_RULE_ENCLOSURE, rule_level, inner->net, inner->net);
  CwBox box = cw_shape_get_bounds (inner);
  g_autoptr (GPtrArray) polygons
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  gboolean has_metal = FALSE;
  gint64 best = box.min.x - box.max.x;

  if (needed < 0)
    return;

  for (guint i = 0; i < self->metal->len; i++)
    {
      const CwShape *shape = &g_array_index (self->metal, CwShape, i);
      CwShape wider = *shape;
      gint64 enclosure;

      if (shape->level != level || shape->net != inner->net || shape->role == CW_ROLE_HOLE
          || shape->role == CW_ROLE_TEXT
          || !cw_shape_is_nearer_than (inner, shape, (CwCoord) MAX (needed, 1), NULL))
        continue;

      cw_shape_get_enclosure (inner, shape, &enclosure, NULL);
      if (cw_shape_touches (inner, shape))
        {
          best = has_metal ? MAX (best, enclosure) : enclosure;
          has_metal = TRUE;
        }
      if (wider.kind == CW_SHAPE_DISC)
        wider.disc.diameter += 4;
      else if (wider.kind == CW_SHAPE_CAPSULE)
        wider.capsule.width += 4;
      else if (wider.kind == CW_SHAPE_BAND)
        wider.band.width += 4;
      g_ptr_array_add (polygons, cw_shape_to_polygon (&wider, 1));
    }

  if (has_metal && best < needed && polygons->len > 1)
    best = measure_union (polygons, inner, best);
  if (best < needed)
    add_line (self->lines, CW_RULE_ENCLOSURE, inner->item, 0, CW_ID_NONE, 0, rule_level, best,
              needed);
}

static void
check_others (Oracle *self)
{
  CwShape outline = { .kind = CW_SHAPE_POLYGON };

  outline.polygon = (CwPolygon *) cw_design_get_outline_polygon (self->design);
  for (guint i = 0; i < self->others->len; i++)
    {
      const CwShape *shape = &g_array_index (self->others, CwShape, i);
      gint64 enclosure;

      if (shape->role == CW_ROLE_DIE)
        {
          if (!cw_shape_get_enclosure (shape, &outline, &enclosure, NULL))
            add_line (self->lines, CW_RULE_DIE_OUTSIDE, shape->item, 0, CW_ID_NONE, 0, shape->level,
                      enclosure, 0);
        }
      else if (shape->role == CW_ROLE_OPENING)
        check_enclosure_by (self, shape, RDL2, PASSIVATION);
      else
        {
          check_enclosure_by (self, shape, shape->level - 1u, shape->level - 1u);
          check_enclosure_by (self, shape, shape->level + 1u, shape->level + 1u);
        }
    }
}

static guint
find (guint *parents, guint i)
{
  return parents[i] == i ? i : find (parents, parents[i]);
}

/* shapes of one thing or that touch hang together; then the shortest tree, link by link */
static void
check_net (Oracle *self, CwId net)
{
  g_autoptr (GArray) shapes = g_array_new (FALSE, FALSE, sizeof (CwShape));
  g_autofree guint *parents = NULL;
  gint64 length = 0;
  guint n_links = 0;

  for (guint i = 0; i < self->metal->len; i++)
    if (g_array_index (self->metal, CwShape, i).net == net)
      g_array_append_val (shapes, g_array_index (self->metal, CwShape, i));
  parents = g_new (guint, shapes->len);
  for (guint i = 0; i < shapes->len; i++)
    parents[i] = i;

  for (guint i = 0; i < shapes->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const CwShape *a = &g_array_index (shapes, CwShape, i);
        const CwShape *b = &g_array_index (shapes, CwShape, j);

        if (is_same_node (self, a, b)
            || (a->item != b->item && a->level == b->level
                && (a->role != CW_ROLE_HOLE || b->role != CW_ROLE_HOLE) && cw_shape_touches (a, b)))
          parents[find (parents, i)] = find (parents, j);
      }

  for (;;)
    {
      gint64 best = G_MAXINT64;
      guint best_i = 0;
      guint best_j = 0;

      for (guint i = 0; i < shapes->len; i++)
        for (guint j = 0; j < i; j++)
          {
            CwGap gap;

            if (find (parents, i) == find (parents, j))
              continue;
            cw_shape_measure (&g_array_index (shapes, CwShape, j),
                              &g_array_index (shapes, CwShape, i), &gap);
            if (gap.distance >= best)
              continue;
            best = gap.distance;
            best_i = i;
            best_j = j;
          }
      if (best == G_MAXINT64)
        break;
      parents[find (parents, best_i)] = find (parents, best_j);
      length += best;
      n_links++;
    }

  if (n_links > 0)
    g_ptr_array_add (self->lines, g_strdup_printf ("open net %x: %u links, %" G_GINT64_FORMAT, net,
                                                   n_links, length));
}

static gboolean
take_net (CwId id, gconstpointer item, gpointer user_data)
{
  check_net (user_data, id);
  return TRUE;
}

static void
make_unique (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = lines->len; i-- > 1;)
    if (g_str_equal (lines->pdata[i], lines->pdata[i - 1]))
      g_ptr_array_remove_index (lines, i);
}

GPtrArray *
oracle_check (CwDesign *design)
{
  Oracle self
      = { design, cw_design_get_technology (design), g_array_new (FALSE, FALSE, sizeof (CwShape)),
          g_array_new (FALSE, FALSE, sizeof (CwShape)), g_ptr_array_new_with_free_func (g_free) };

  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    cw_design_foreach (design, kind, take_item, &self);
  check_pairs (&self);
  check_widths (&self);
  check_others (&self);
  cw_design_foreach (design, CW_ITEM_NET, take_net, &self);

  for (guint i = 0; i < self.metal->len; i++)
    cw_shape_clear (&g_array_index (self.metal, CwShape, i));
  for (guint i = 0; i < self.others->len; i++)
    cw_shape_clear (&g_array_index (self.others, CwShape, i));
  g_array_unref (self.metal);
  g_array_unref (self.others);
  make_unique (self.lines);
  return self.lines;
}

/* the messages about a net come one after the other */
static gsize
add_net_line (GPtrArray *lines, const CwCheckResult *result, gsize first)
{
  CwId net = cw_check_result_get_violation (result, first)->nets[0];
  gint64 length = 0;
  gsize i = first;

  for (; i < cw_check_result_get_n_violations (result); i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);

      if (violation->kind != CW_RULE_OPEN || violation->nets[0] != net)
        break;
      g_assert_cmpuint (violation->nets[1], ==, net);
      length += violation->found;
    }

  g_ptr_array_add (lines, g_strdup_printf ("open net %x: %u links, %" G_GINT64_FORMAT, net,
                                           (guint) (i - first), length));
  return i - 1;
}

GPtrArray *
oracle_list (const CwCheckResult *result)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);
      gboolean is_single = violation->kind == CW_RULE_ENCLOSURE;

      if (violation->kind == CW_RULE_OPEN)
        i = add_net_line (lines, result, i);
      else
        add_line (lines, violation->kind, violation->items[0], violation->parts[0],
                  is_single ? CW_ID_NONE : violation->items[1], is_single ? 0 : violation->parts[1],
                  violation->level, violation->found, violation->needed);
    }

  make_unique (lines);
  return lines;
}
