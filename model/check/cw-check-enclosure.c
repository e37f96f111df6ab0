/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"
#include "model/geometry/cw-boolean.h"

/* A hole or an opening must lie in metal of its net: the hole of a via in that of the levels below
 * and above, die pads included; an opening in the land below it. A rule names the level of the metal,
 * for openings that of the passivation. One shape that does it is enough; else all near
 * ones count together. */

#define SAGITTA 1 /* [nm] */

typedef struct
{
  const CwShape *inner;
  CwCoord needed;
  gint64 best; /* enclosure by the best single shape */
  CwGap gap;
  CwId item; /* of that shape, CW_ID_NONE while there is none */
  guint32 part;
} Search;

static gboolean
is_before (const CwShape *shape, const Search *search)
{
  return shape->item != search->item ? shape->item < search->item : shape->part < search->part;
}

/* the body of a passive device is divided between the nets of its terminals */
static gboolean
may_enclose (const CwShape *shape, const CwShape *inner)
{
  return (shape->net == inner->net || shape->item == inner->item) && shape->role != CW_ROLE_HOLE
         && shape->role != CW_ROLE_TEXT && shape->role != CW_ROLE_FIDUCIAL
         && shape->role != CW_ROLE_CAVITY;
}

/* the land of the via itself, most often */
static gboolean
is_concentric (const CwShape *inner, const CwShape *outer, CwCoord needed)
{
  return inner->kind == CW_SHAPE_DISC && outer->kind == CW_SHAPE_DISC
         && cw_point_equal (inner->disc.centre, outer->disc.centre)
         && outer->disc.diameter - inner->disc.diameter >= 2 * (gint64) needed;
}

static gboolean
try_shape (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  gint64 enclosure;
  CwGap gap;

  if (!may_enclose (shape, search->inner))
    return TRUE;
  if (is_concentric (search->inner, shape, search->needed))
    return FALSE;

  /* what lies beside the hole is no metal for it: a box that meets its box means nothing */
  if (!cw_shape_get_enclosure (search->inner, shape, &enclosure, &gap)
      && !cw_shape_touches (search->inner, shape))
    return TRUE;

  if (search->item == CW_ID_NONE || enclosure > search->best
      || (enclosure == search->best && is_before (shape, search)))
    {
      search->best = enclosure;
      search->gap = gap;
      search->item = shape->item;
      search->part = shape->part;
    }
  return search->best < search->needed;
}

typedef struct
{
  const CwShape *inner;
  CwCoord needed;
  GPtrArray *polygons;
} Gather;

/* round metal becomes a polygon that holds it, at most two sagittas larger: what is whole is never called
 * broken */
static CwPolygon *
make_polygon (const CwShape *shape)
{
  CwShape wider = *shape;

  if (shape->kind == CW_SHAPE_DISC)
    wider.disc.diameter += 4 * SAGITTA;
  else if (shape->kind == CW_SHAPE_CAPSULE)
    wider.capsule.width += 4 * SAGITTA;
  else if (shape->kind == CW_SHAPE_BAND)
    wider.band.width += 4 * SAGITTA;
  return cw_shape_to_polygon (&wider, SAGITTA);
}

static gboolean
gather_polygon (const CwShape *shape, gpointer user_data)
{
  Gather *gather = user_data;
  CwPolygon *polygon;

  if (!may_enclose (shape, gather->inner)
      || !cw_shape_is_nearer_than (gather->inner, shape, MAX (gather->needed, 1), NULL))
    return TRUE;
  polygon = make_polygon (shape);
  if (polygon != NULL)
    g_ptr_array_add (gather->polygons, polygon);
  return TRUE;
}

static gint
compare_polygons (gconstpointer a, gconstpointer b)
{
  const CwPolygon *polygon_a = *(CwPolygon *const *) a;
  const CwPolygon *polygon_b = *(CwPolygon *const *) b;

  if (polygon_a->bounds.min.x != polygon_b->bounds.min.x)
    return polygon_a->bounds.min.x < polygon_b->bounds.min.x ? -1 : 1;
  if (polygon_a->bounds.min.y != polygon_b->bounds.min.y)
    return polygon_a->bounds.min.y < polygon_b->bounds.min.y ? -1 : 1;
  if (polygon_a->bounds.max.x != polygon_b->bounds.max.x)
    return polygon_a->bounds.max.x < polygon_b->bounds.max.x ? -1 : 1;
  if (polygon_a->bounds.max.y != polygon_b->bounds.max.y)
    return polygon_a->bounds.max.y < polygon_b->bounds.max.y ? -1 : 1;
  return 0;
}

/* how far all metal of the net together reaches beyond the hole, when that is further than any single
 * shape does */
static void
try_union (CwCheckContext *context, guint level, CwBox box, Search *search)
{
  g_autoptr (GPtrArray) polygons
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) united = NULL;
  Gather gather = { search->inner, search->needed, polygons };

  cw_check_foreach_near (context, level, box, gather_polygon, &gather);
  if (polygons->len < 2)
    return;

  /* in an order of their own, that the outcome does not hang on the index */
  g_ptr_array_sort (polygons, compare_polygons);
  united = cw_polygons_unite (polygons, NULL);
  for (guint i = 0; united != NULL && i < united->len; i++)
    {
      CwShape outer = { .kind = CW_SHAPE_POLYGON };
      gint64 enclosure;
      CwGap gap;

      outer.polygon = g_ptr_array_index (united, i);
      cw_shape_get_enclosure (search->inner, &outer, &enclosure, &gap);
      if (enclosure <= search->best)
        continue;
      search->best = enclosure;
      search->gap = gap;
    }
}

static CwCoord
get_size (const CwShape *shape)
{
  CwBox box = cw_shape_get_bounds (shape);

  return MAX (box.max.x - box.min.x, box.max.y - box.min.y);
}

/* whether metal of its net on a level encloses a hole or an opening by as much as is needed; else how
 * well the best does */
gboolean
cw_check_is_enclosed (CwCheckContext *context, const CwShape *inner, guint level, CwCoord needed,
                      CwCheckMetal *metal)
{
  Search search = { .inner = inner, .needed = needed };
  CwBox box = cw_box_grow (cw_shape_get_bounds (inner), needed);

  if (!cw_check_foreach_near (context, level, box, try_shape, &search))
    return TRUE;
  if (search.item != CW_ID_NONE)
    try_union (context, level, box, &search);
  if (search.item != CW_ID_NONE && search.best >= needed)
    return TRUE;

  /* no metal at all: it sticks out by all of its size */
  if (search.item == CW_ID_NONE)
    {
      search.best = -get_size (inner);
      search.gap.a = search.gap.b = cw_box_get_centre (cw_shape_get_bounds (inner));
    }
  *metal = (CwCheckMetal){ search.best, search.gap, search.item, search.part };
  return FALSE;
}

static void
check_metal (CwCheckContext *context, const CwShape *inner, guint level, guint rule_level)
{
  gint rule;
  CwCoord needed;
  CwCheckMetal metal;

  if (level >= context->rules->n_levels)
    return;
  rule = cw_check_find_rule (context, CW_RULE_ENCLOSURE, rule_level, inner->net, inner->net);
  if (rule < 0)
    return;

  needed = cw_technology_get_rule (context->rules->technology, (guint) rule)->value;
  if (cw_check_is_enclosed (context, inner, level, needed, &metal))
    return;

  cw_check_append (context, rule,
                   (CwViolation){
                       .found = metal.enclosure,
                       .needed = needed,
                       .items = { inner->item, metal.item },
                       .parts = { inner->part, metal.part },
                       .nets = { inner->net, metal.item != CW_ID_NONE ? inner->net : CW_ID_NONE },
                       .at = { metal.gap.a, metal.gap.b },
                       .level = (guint8) rule_level,
                   });
}

static void
enclosure_run (CwCheckContext *context, const CwShape *shape)
{
  const CwCheckRules *rules = context->rules;

  if (shape->role == CW_ROLE_OPENING)
    {
      const CwBondingPad *pad = cw_design_get_bonding_pad (context->design, shape->item);

      check_metal (context, shape, pad->level, shape->level);
      return;
    }

  check_metal (context, shape, rules->metal_below[shape->level], rules->metal_below[shape->level]);
  check_metal (context, shape, rules->metal_above[shape->level], rules->metal_above[shape->level]);
}

static CwCoord
enclosure_reach (const CwCheckRules *rules, guint level)
{
  CwCoord reach = rules->greatest[CW_RULE_ENCLOSURE][level];

  /* a bonding pad may lie on any level of metal below its opening */
  for (guint above = level + 1; above < rules->n_levels; above++)
    if (cw_technology_get_level (rules->technology, above)->kind == CW_LEVEL_PASSIVATION)
      reach = MAX (reach, rules->greatest[CW_RULE_ENCLOSURE][above]);
  return reach;
}

const CwCheckKind cw_check_enclosure = {
  .name = "enclosure",
  .rule = CW_RULE_ENCLOSURE,
  .reach = enclosure_reach,
  .roles = 1u << CW_ROLE_HOLE | 1u << CW_ROLE_OPENING,
  .run_shape = enclosure_run,
};
