/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-hit.h"

#include <math.h>

#include "model/copper/cw-copper.h"

#define MAX_HITS 4096

typedef struct
{
  const CwHitQuery *query;
  CwPoint at;
  CwCoord tolerance;
  GArray *hits;
  gboolean filtered; /* collect what the filter refuses, not what it accepts */
} Search;

static double
capsule_area (double length, double width)
{
  return length * width + G_PI * width * width / 4;
}

static double
shape_area (const CwShape *shape)
{
  double diameter;

  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      diameter = shape->disc.diameter;
      return G_PI * diameter * diameter / 4;

    case CW_SHAPE_CAPSULE:
      return capsule_area (
          sqrt ((double) cw_point_distance_squared (shape->capsule.a, shape->capsule.b)),
          shape->capsule.width);

    case CW_SHAPE_BAND:
      return capsule_area (cw_arc_get_length (&shape->band.arc), shape->band.width);

    case CW_SHAPE_POLYGON:
      return ABS (cw_polygon_get_area_doubled (shape->polygon)) / 2.0;

    case CW_SHAPE_BOX:
    default:
      return ((double) shape->box.max.x - shape->box.min.x)
             * ((double) shape->box.max.y - shape->box.min.y);
    }
}

static CwPick
pick_of_shape (const CwShape *shape)
{
  return (CwPick){ shape->item, shape->role == CW_ROLE_DIE_PAD ? shape->part : 0 };
}

/**
 * cw_filter_accepts:
 * @filter: %CwFilter
 * @design: the design of the shape
 * @shape: a shape
 *
 * Tells whether the pointer may take the item or die pad that a shape belongs to.
 *
 * Returns: whether it may
 */
gboolean
cw_filter_accepts (guint filter, const CwDesign *design, const CwShape *shape)
{
  guint bit
      = shape->role == CW_ROLE_DIE_PAD ? CW_FILTER_DIE_PADS : 1u << cw_id_get_kind (shape->item);

  if ((filter & bit) == 0)
    return FALSE;
  return (filter & CW_FILTER_LOCKED) != 0 || !cw_design_is_locked (design, shape->item);
}

static gboolean
collect_hit (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  const CwHitQuery *query = search->query;
  CwHit hit;

  if (cw_filter_accepts (query->filter, query->design, shape) == search->filtered
      || !cw_shape_is_near_point (shape, search->at, search->tolerance))
    return TRUE;

  hit = (CwHit){ .pick = pick_of_shape (shape),
                 .level = shape->level,
                 .is_active = shape->level == query->active_level,
                 .net = shape->net,
                 .area = shape_area (shape) };
  g_array_append_val (search->hits, hit);

  return search->hits->len < MAX_HITS;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const CwHit *left = a;
  const CwHit *right = b;

  if (left->is_active != right->is_active)
    return left->is_active ? -1 : 1;
  if (left->area != right->area)
    return left->area < right->area ? -1 : 1;
  if (left->level != right->level) /* the upper one is what is seen */
    return left->level > right->level ? -1 : 1;
  if (left->pick.item != right->pick.item)
    return left->pick.item < right->pick.item ? -1 : 1;
  return left->pick.part < right->pick.part ? -1 : left->pick.part > right->pick.part;
}

static void
keep_first_of_each (GArray *hits)
{
  guint n = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      CwHit hit = g_array_index (hits, CwHit, i);
      gboolean is_new = TRUE;

      for (guint j = 0; j < n && is_new; j++)
        {
          CwPick other = g_array_index (hits, CwHit, j).pick;

          is_new = other.item != hit.pick.item || other.part != hit.pick.part;
        }
      if (is_new)
        g_array_index (hits, CwHit, n++) = hit;
    }
  g_array_set_size (hits, n);
}

static GArray *
search_at (const CwHitQuery *query, CwPoint at, CwCoord tolerance, gboolean filtered)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (CwHit));
  Search search = { query, at, tolerance, hits, filtered };
  guint n_levels = cw_technology_get_n_levels (cw_design_get_technology (query->design));
  CwBox box = cw_box_grow (cw_box_from_points (at, at), tolerance);

  for (guint level = 0; level < n_levels; level++)
    if ((query->levels >> level & 1) != 0)
      {
        cw_copper_foreach_shape (query->design, level, box, collect_hit, &search);
        cw_copper_foreach_area (query->design, level, box, collect_hit, &search);
      }
  g_array_sort (hits, compare_hits);
  keep_first_of_each (hits);

  return hits;
}

/**
 * cw_hit_list:
 * @query: what may be hit
 * @at: where [nm]
 * @tolerance: how far beside a shape still hits it [nm]
 *
 * Lists what is below a point: what lies on the active level first, then the smallest
 * first.
 *
 * Returns: (transfer full) (element-type CwHit): items and die pads, each once
 */
GArray *
cw_hit_list (const CwHitQuery *query, CwPoint at, CwCoord tolerance)
{
  return search_at (query, at, tolerance, FALSE);
}

/**
 * cw_hit_find:
 * @query: what may be hit
 * @at: where [nm]
 * @tolerance: how far beside a shape still hits it [nm]
 * @hit: (out): what a click would take
 *
 * Finds what a click takes.
 *
 * Returns: whether there is something
 */
gboolean
cw_hit_find (const CwHitQuery *query, CwPoint at, CwCoord tolerance, CwHit *hit)
{
  g_autoptr (GArray) hits = cw_hit_list (query, at, tolerance);

  if (hits->len == 0)
    return FALSE;
  *hit = g_array_index (hits, CwHit, 0);

  return TRUE;
}

/**
 * cw_hit_list_filtered:
 * @query: what may be hit
 * @at: where [nm]
 * @tolerance: how far beside a shape still hits it [nm]
 *
 * Lists the things below a point that only the filter keeps from being taken.
 *
 * Returns: (transfer full) (element-type CwHit): items and die pads, each once
 */
GArray *
cw_hit_list_filtered (const CwHitQuery *query, CwPoint at, CwCoord tolerance)
{
  return search_at (query, at, tolerance, TRUE);
}

typedef struct
{
  const CwHitQuery *query;
  CwShape box;
  gboolean touching;
  GHashTable *seen;
  GArray *picks;
} BoxSearch;

static gboolean
collect_in_box (const CwShape *shape, gpointer user_data)
{
  BoxSearch *search = user_data;
  CwPick pick = { shape->item, 0 };

  if (shape->role == CW_ROLE_DIE_PAD
      || g_hash_table_contains (search->seen, GUINT_TO_POINTER (pick.item))
      || !cw_filter_accepts (search->query->filter, search->query->design, shape))
    return TRUE;
  if (search->touching
          ? !cw_shape_touches (shape, &search->box)
          : !cw_box_contains_box (search->box.box,
                                  cw_design_get_item_bounds (search->query->design, pick.item)))
    return TRUE;

  g_hash_table_add (search->seen, GUINT_TO_POINTER (pick.item));
  g_array_append_val (search->picks, pick);

  return TRUE;
}

static int
compare_picks (gconstpointer a, gconstpointer b)
{
  CwId left = ((const CwPick *) a)->item;
  CwId right = ((const CwPick *) b)->item;

  return left < right ? -1 : left > right;
}

/**
 * cw_hit_list_box:
 * @query: what may be hit
 * @box: a box [nm]
 * @touching: whether touching the box is enough; otherwise an item must lie inside
 *
 * Lists the items in a box, ascending. Die pads are not listed on their own.
 *
 * Returns: (transfer full) (element-type CwPick): the items
 */
GArray *
cw_hit_list_box (const CwHitQuery *query, CwBox box, gboolean touching)
{
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (CwPick));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  BoxSearch search = { query, { .kind = CW_SHAPE_BOX, .box = box }, touching, seen, picks };
  guint n_levels = cw_technology_get_n_levels (cw_design_get_technology (query->design));

  for (guint level = 0; level < n_levels; level++)
    if ((query->levels >> level & 1) != 0)
      {
        cw_copper_foreach_shape (query->design, level, box, collect_in_box, &search);
        cw_copper_foreach_area (query->design, level, box, collect_in_box, &search);
      }
  g_array_sort (picks, compare_picks);

  return picks;
}

/**
 * cw_hit_find_metal:
 * @design: a design
 * @level: a level of wiring or of die pads
 * @at: where [nm]
 * @hit: (out): the smallest metal there
 *
 * Finds the metal at a point of a level, whether it is seen or not. Text and
 * fiducials are not metal to connect to.
 *
 * Returns: whether there is some
 */
gboolean
cw_hit_find_metal (const CwDesign *design, guint level, CwPoint at, CwHit *hit)
{
  CwHitQuery query
      = { design, G_GUINT64_CONSTANT (1) << level, (guint8) level,
          CW_FILTER_ALL & ~(guint) (CW_FILTER_TEXTS | CW_FILTER_FIDUCIALS | CW_FILTER_KEEP_OUTS) };

  return cw_hit_find (&query, at, 0, hit);
}
