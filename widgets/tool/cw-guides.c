/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-guides.h"

#include "model/copper/cw-copper.h"

#define REACH 500       /* how far around what is moved [px] */
#define MAX_SHAPES 8192 /* where more are near, lining up with one of them helps nobody */

/* large things line up with large ones, small ones with small ones and with devices */
#define LARGE (1u << CW_ITEM_DIE | 1u << CW_ITEM_CAVITY | 1u << CW_ITEM_PASSIVE)
#define LINES (1u << CW_ITEM_TRACE | 1u << CW_ITEM_BUS | 1u << CW_ITEM_CUT_LINE)

typedef struct
{
  CwBox box;
  CwId item;
} Neighbour;

typedef struct
{
  const CwGuideQuery *query;
  guint kinds;
  GHashTable *seen;
  GArray *neighbours; /* of Neighbour */
  guint n_shapes;
} Search;

/* one axis of a box [nm] */
typedef struct
{
  gint64 low;
  gint64 high;
} Extent;

static Extent
get_extent (CwBox box, guint axis)
{
  return axis == 0 ? (Extent){ box.min.x, box.max.x } : (Extent){ box.min.y, box.max.y };
}

static gboolean
collect (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  const CwGuideQuery *query = search->query;
  gpointer key = GUINT_TO_POINTER (shape->item);
  Neighbour neighbour;

  if (++search->n_shapes > MAX_SHAPES)
    return FALSE;
  if ((search->kinds >> cw_id_get_kind (shape->item) & 1) == 0 || shape->role == CW_ROLE_DIE_PAD
      || (query->exclude != NULL && g_hash_table_contains (query->exclude, key))
      || !cw_filter_accepts (query->hit.filter, query->hit.design, shape)
      || !g_hash_table_add (search->seen, key))
    return TRUE;
  neighbour
      = (Neighbour){ cw_design_get_item_bounds (query->hit.design, shape->item), shape->item };
  g_array_append_val (search->neighbours, neighbour);

  return TRUE;
}

static int
compare_neighbours (gconstpointer a, gconstpointer b)
{
  CwId left = ((const Neighbour *) a)->item;
  CwId right = ((const Neighbour *) b)->item;

  return left < right ? -1 : left > right;
}

static GArray *
list_neighbours (const CwGuideQuery *query)
{
  const CwDesign *design = query->hit.design;
  GArray *neighbours = g_array_new (FALSE, FALSE, sizeof (Neighbour));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Search search = { .query = query, .seen = seen, .neighbours = neighbours };
  CwBox box = cw_box_grow (query->box, (gint64) MIN (REACH * query->pixel, CW_COORD_MAX));
  guint n_levels = cw_technology_get_n_levels (cw_design_get_technology (design));

  if ((query->kinds & ~LINES) == 0)
    return neighbours;
  search.kinds = (query->kinds & LARGE) != 0
                     ? LARGE
                     : ~LINES & ~(1u << CW_ITEM_DIE) & ~(1u << CW_ITEM_CAVITY);
  for (guint level = 0; level < n_levels && search.n_shapes <= MAX_SHAPES; level++)
    if ((query->hit.levels >> level & 1) != 0)
      cw_copper_foreach_shape (design, level, box, collect, &search);
  if (search.n_shapes > MAX_SHAPES)
    g_array_set_size (neighbours, 0);
  g_array_sort (neighbours, compare_neighbours);

  return neighbours;
}

static gint64
halve (gint64 value)
{
  return value >= 0 ? value / 2 : -((1 - value) / 2);
}

/* the least way wins; of equal ones the first, so that the order of the items decides */
static void
offer (CwGuide *best, const CwGuide *previous, gint64 limit, gint64 slack, const CwGuide *offered)
{
  gint64 by = ABS ((gint64) offered->by);
  gboolean held
      = previous != NULL && previous->kind == offered->kind && previous->at == offered->at;

  if (by > limit + (held ? slack : 0))
    return;
  if (held) /* as good as if it were nearer, so that it does not flicker */
    by -= slack;
  if (best->kind == CW_GUIDE_NONE
      || by < ABS ((gint64) best->by)
                  - (previous != NULL && previous->kind == best->kind && previous->at == best->at
                         ? slack
                         : 0))
    *best = *offered;
}

typedef struct
{
  const CwGuideQuery *query;
  guint axis;
  Extent own;
  gint64 limit;
  gint64 slack;
  CwGuide *best;
} AxisSearch;

static void
offer_place (AxisSearch *search, CwGuideKind kind, gint64 by, gint64 at, CwBox one, CwBox two,
             CwId item)
{
  const CwGuides *previous = search->query->previous;
  CwGuide guide = { kind, cw_coord_saturate (by), at, { one, two }, item };

  offer (search->best, previous != NULL ? &previous->axes[search->axis] : NULL, search->limit,
         search->slack, &guide);
}

static void
offer_edges (AxisSearch *search, CwBox box, CwId item)
{
  Extent other = get_extent (box, search->axis);
  Extent own = search->own;

  offer_place (search, CW_GUIDE_LOW, other.low - own.low, 2 * other.low, box, box, item);
  offer_place (search, CW_GUIDE_HIGH, other.high - own.high, 2 * other.high, box, box, item);
  offer_place (search, CW_GUIDE_MIDDLE, halve (other.low + other.high - own.low - own.high),
               other.low + other.high, box, box, item);
  offer_place (search, CW_GUIDE_LOW, other.high - own.low, 2 * other.high, box, box, item);
  offer_place (search, CW_GUIDE_HIGH, other.low - own.high, 2 * other.low, box, box, item);
}

static gboolean
is_beside (CwBox a, CwBox b, guint axis)
{
  Extent one = get_extent (a, 1 - axis);
  Extent two = get_extent (b, 1 - axis);

  return one.low < two.high && two.low < one.high;
}

/* the nearest one below or above a place in the same row; a box that reaches over the place is none */
static gssize
find_next (GArray *neighbours, CwBox box, guint axis, gboolean above)
{
  Extent own = get_extent (box, axis);
  gssize found = -1;
  gint64 nearest = 0;

  for (guint i = 0; i < neighbours->len; i++)
    {
      CwBox other = g_array_index (neighbours, Neighbour, i).box;
      Extent extent = get_extent (other, axis);
      gint64 gap = above ? extent.low - own.high : own.low - extent.high;

      if (gap < 0 || !is_beside (box, other, axis) || (found >= 0 && gap >= nearest))
        continue;
      found = (gssize) i;
      nearest = gap;
    }

  return found;
}

static void
offer_gap_beyond (AxisSearch *search, GArray *neighbours, CwBox next, gboolean above)
{
  gssize index = find_next (neighbours, next, search->axis, above);
  Extent near = get_extent (next, search->axis);
  Extent far;
  CwBox box;

  if (index < 0)
    return;
  box = g_array_index (neighbours, Neighbour, index).box;
  far = get_extent (box, search->axis);
  if (above)
    {
      gint64 high = near.low - (far.low - near.high);

      offer_place (search, CW_GUIDE_BEFORE, high - search->own.high, 2 * high, next, box,
                   CW_ID_NONE);
    }
  else
    {
      gint64 low = near.high + (near.low - far.high);

      offer_place (search, CW_GUIDE_AFTER, low - search->own.low, 2 * low, next, box, CW_ID_NONE);
    }
}

/* what is moved shrinks to its middle first, so that a place it hides is found from both sides */
static void
offer_gaps (AxisSearch *search, GArray *neighbours, CwBox box)
{
  CwPoint centre = cw_box_get_centre (box);
  CwBox thin = search->axis == 0 ? CW_BOX (centre.x, box.min.y, centre.x, box.max.y)
                                 : CW_BOX (box.min.x, centre.y, box.max.x, centre.y);
  gssize low = find_next (neighbours, thin, search->axis, FALSE);
  gssize high = find_next (neighbours, thin, search->axis, TRUE);

  if (low >= 0)
    offer_gap_beyond (search, neighbours, g_array_index (neighbours, Neighbour, low).box, FALSE);
  if (high >= 0)
    offer_gap_beyond (search, neighbours, g_array_index (neighbours, Neighbour, high).box, TRUE);
  if (low >= 0 && high >= 0)
    {
      CwBox one = g_array_index (neighbours, Neighbour, low).box;
      CwBox two = g_array_index (neighbours, Neighbour, high).box;
      gint64 at = get_extent (one, search->axis).high + get_extent (two, search->axis).low;

      offer_place (search, CW_GUIDE_BETWEEN, halve (at - search->own.low - search->own.high), at,
                   one, two, CW_ID_NONE);
    }
}

static void
find_sides (GArray *neighbours, CwBox box, CwGuides *guides)
{
  for (guint side = 0; side < G_N_ELEMENTS (guides->sides); side++)
    {
      gssize index = find_next (neighbours, box, side / 2, side % 2 == 1);

      guides->has_side[side] = index >= 0;
      if (index >= 0)
        guides->sides[side] = g_array_index (neighbours, Neighbour, index).box;
    }
}

/**
 * cw_guides_find:
 * @query: what is moved, and what it may line up with
 * @guides: (out): what it snaps to
 *
 * Finds out what a moved box lines up with: edges and centres of what lies around it and of the
 * package, and places with equal gaps, within 6 px. What it snapped to before holds on for 4 px more.
 */
void
cw_guides_find (const CwGuideQuery *query, CwGuides *guides)
{
  g_autoptr (GArray) neighbours = list_neighbours (query);
  CwBox outline = cw_path_get_bounds (cw_design_get_outline (query->hit.design), TRUE);
  CwGuides found = { .has_side = { FALSE } };

  for (guint axis = 0; axis < G_N_ELEMENTS (found.axes) && (query->kinds & ~LINES) != 0; axis++)
    {
      AxisSearch search = { .query = query,
                            .axis = axis,
                            .own = get_extent (query->box, axis),
                            .limit = (gint64) (CW_GUIDE_RADIUS * query->pixel),
                            .slack = (gint64) (CW_GUIDE_HYSTERESIS * query->pixel),
                            .best = &found.axes[axis] };

      for (guint i = 0; i < neighbours->len; i++)
        offer_edges (&search, g_array_index (neighbours, Neighbour, i).box,
                     g_array_index (neighbours, Neighbour, i).item);
      offer_gaps (&search, neighbours, query->box);
      if (!cw_box_is_empty (outline))
        offer_edges (&search, outline, CW_ID_NONE);
    }
  find_sides (neighbours, query->box, &found);
  *guides = found;
}

/**
 * cw_guides_find_sides:
 * @query: what is moved
 * @guides: (inout): gets the nearest boxes on the four sides; the guides stay
 *
 * Finds what lies nearest on the four sides of a box.
 */
void
cw_guides_find_sides (const CwGuideQuery *query, CwGuides *guides)
{
  g_autoptr (GArray) neighbours = list_neighbours (query);

  find_sides (neighbours, query->box, guides);
}
