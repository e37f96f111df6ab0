/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-snap.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/copper/cw-copper.h"

/* where more shapes than this are within the radius, they are smaller than a pixel: only the grid helps */
#define MAX_SHAPES 2048

typedef struct
{
  const CwSnapQuery *query;
  gint64 radius;      /* [nm] */
  GArray *candidates; /* of CwSnap */
  GArray *legs;       /* of CwShape: capsules near the pointer */
  guint n_shapes;
} Search;

static CwCoord
round_to (CwCoord value, CwCoord grid)
{
  gint64 half = value >= 0 ? grid / 2 : -(grid / 2);
  gint64 rounded = ((gint64) value + half) / grid * grid;

  return cw_coord_is_valid (rounded) ? (CwCoord) rounded : value;
}

/**
 * cw_snap_to_grid:
 * @at: a point [nm]
 * @grid: grid, 0 for none [nm]
 *
 * Gets the nearest point of the grid, which passes through the origin.
 *
 * Returns: the point [nm]
 */
CwPoint
cw_snap_to_grid (CwPoint at, CwCoord grid)
{
  if (grid <= 0)
    return at;
  return CW_POINT (round_to (at.x, grid), round_to (at.y, grid));
}

static gboolean
is_within (CwPoint a, CwPoint b, gint64 limit)
{
  return (__int128) cw_point_distance_squared (a, b) <= (__int128) limit * limit;
}

static void
add_candidate (Search *search, const CwShape *shape, CwSnapFeature feature, CwPoint at)
{
  const CwSnapQuery *query = search->query;
  CwSnap snap = { .feature = feature, .at = at, .level = CW_LEVEL_NONE };
  gboolean connects = feature == CW_FEATURE_CENTRE || feature == CW_FEATURE_END;

  if (!is_within (query->at, at, search->radius + (gint64) (CW_SNAP_HYSTERESIS * query->pixel)))
    return;
  if (shape == NULL)
    snap.kind = CW_SNAP_POINT;
  else
    {
      const CwTechnology *technology = cw_design_get_technology (query->hit.design);
      gboolean metal
          = cw_level_kind_is_metal (cw_technology_get_level (technology, shape->level)->kind);

      snap.pick = (CwPick){ shape->item, shape->role == CW_ROLE_DIE_PAD ? shape->part : 0 };
      snap.level = shape->level;
      snap.net = shape->net;
      if (feature == CW_FEATURE_CROSSING)
        snap.kind = CW_SNAP_CROSSING;
      else if (feature == CW_FEATURE_EDGE)
        snap.kind = CW_SNAP_EDGE;
      else if (connects && metal && shape->role != CW_ROLE_TEXT
               && (query->any_net || shape->net == query->net))
        snap.kind = CW_SNAP_SAME_NET;
      else
        snap.kind = CW_SNAP_MIDDLE;
    }
  g_array_append_val (search->candidates, snap);
}

static CwPoint
nearest_on_segment (CwPoint a, CwPoint b, CwPoint p)
{
  double dx = (double) b.x - a.x;
  double dy = (double) b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? (((double) p.x - a.x) * dx + ((double) p.y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  return CW_POINT ((CwCoord) lround (a.x + t * dx), (CwCoord) lround (a.y + t * dy));
}

static CwPoint
middle (CwPoint a, CwPoint b)
{
  return CW_POINT ((CwCoord) (((gint64) a.x + b.x) / 2), (CwCoord) (((gint64) a.y + b.y) / 2));
}

static void
add_ring (Search *search, const CwShape *shape, const CwPoint *points, guint n_points)
{
  for (guint i = 0; i < n_points; i++)
    {
      CwPoint a = points[i];
      CwPoint b = points[(i + 1) % n_points];

      add_candidate (search, shape, CW_FEATURE_CORNER, a);
      add_candidate (search, shape, CW_FEATURE_MIDDLE, middle (a, b));
      add_candidate (search, shape, CW_FEATURE_EDGE, nearest_on_segment (a, b, search->query->at));
    }
}

/* a vertex between two legs is no end of the trace */
static gboolean
is_end_of_trace (const CwDesign *design, const CwShape *shape, CwPoint at)
{
  const CwTrace *trace = cw_design_get_trace (design, shape->item);

  if (trace == NULL)
    return FALSE;
  return cw_point_equal (trace->path->vertices[0].at, at)
         || cw_point_equal (trace->path->vertices[trace->path->n_vertices - 1].at, at);
}

static void
add_leg (Search *search, const CwShape *shape, CwPoint a, CwPoint b)
{
  const CwDesign *design = search->query->hit.design;
  CwPoint ends[] = { a, b };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    add_candidate (search, shape,
                   is_end_of_trace (design, shape, ends[i]) ? CW_FEATURE_END : CW_FEATURE_CORNER,
                   ends[i]);
}

static void
add_shape (Search *search, const CwShape *shape)
{
  CwPoint a;
  CwPoint b;

  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      add_candidate (search, shape, CW_FEATURE_CENTRE, shape->disc.centre);
      break;

    case CW_SHAPE_CAPSULE:
      a = shape->capsule.a;
      b = shape->capsule.b;
      if (shape->role != CW_ROLE_TRACE && shape->role != CW_ROLE_BUS
          && shape->role != CW_ROLE_PASSIVE) /* an oblong pad */
        {
          add_candidate (search, shape, CW_FEATURE_CENTRE, middle (a, b));
          break;
        }
      add_leg (search, shape, a, b);
      add_candidate (search, shape, CW_FEATURE_MIDDLE, middle (a, b));
      add_candidate (search, shape, CW_FEATURE_EDGE, nearest_on_segment (a, b, search->query->at));
      g_array_append_vals (search->legs, shape, 1);
      break;

    case CW_SHAPE_BAND:
      add_leg (search, shape, shape->band.arc.start, shape->band.arc.end);
      add_candidate (search, shape, CW_FEATURE_MIDDLE, cw_arc_get_centre (&shape->band.arc));
      break;

    case CW_SHAPE_BOX:
      {
        CwBox box = shape->box;
        CwPoint corners[]
            = { box.min, { box.max.x, box.min.y }, box.max, { box.min.x, box.max.y } };

        add_candidate (search, shape, CW_FEATURE_CENTRE, cw_box_get_centre (box));
        add_ring (search, shape, corners, G_N_ELEMENTS (corners));
        break;
      }

    case CW_SHAPE_POLYGON:
    default:
      add_candidate (search, shape, CW_FEATURE_CENTRE, cw_box_get_centre (shape->polygon->bounds));
      add_ring (search, shape, shape->polygon->points, shape->polygon->ends[0]);
      break;
    }
}

static gboolean
collect_shape (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  const CwHitQuery *hit = &search->query->hit;
  GHashTable *exclude = search->query->exclude;

  if (exclude != NULL && g_hash_table_contains (exclude, GUINT_TO_POINTER (shape->item)))
    return TRUE;
  if (shape->role == CW_ROLE_TEXT || !cw_filter_accepts (hit->filter, hit->design, shape))
    return TRUE;
  if (++search->n_shapes > MAX_SHAPES)
    return FALSE;
  add_shape (search, shape);

  return TRUE;
}

static void
add_crossings (Search *search)
{
  for (guint i = 0; i < search->legs->len; i++)
    for (guint j = i + 1; j < search->legs->len && j < i + 16; j++)
      {
        const CwShape *one = &g_array_index (search->legs, CwShape, i);
        const CwShape *two = &g_array_index (search->legs, CwShape, j);
        double ax = (double) one->capsule.b.x - one->capsule.a.x;
        double ay = (double) one->capsule.b.y - one->capsule.a.y;
        double bx = (double) two->capsule.b.x - two->capsule.a.x;
        double by = (double) two->capsule.b.y - two->capsule.a.y;
        double cx = (double) two->capsule.a.x - one->capsule.a.x;
        double cy = (double) two->capsule.a.y - one->capsule.a.y;
        double determinant = ax * by - ay * bx;
        double t = (cx * by - cy * bx) / determinant;
        double u = (cx * ay - cy * ax) / determinant;

        if (one->item != two->item && determinant != 0 && 0 < t && t < 1 && 0 < u && u < 1)
          add_candidate (search, one, CW_FEATURE_CROSSING,
                         CW_POINT ((CwCoord) lround (one->capsule.a.x + t * ax),
                                   (CwCoord) lround (one->capsule.a.y + t * ay)));
      }
}

static gboolean
same_feature (const CwSnap *a, const CwSnap *b)
{
  return a->kind == b->kind && a->feature == b->feature && a->pick.item == b->pick.item
         && a->pick.part == b->pick.part
         && (a->feature == CW_FEATURE_EDGE || cw_point_equal (a->at, b->at));
}

static gboolean
is_better (const CwSnap *a, const CwSnap *b, CwPoint at)
{
  gint64 left = cw_point_distance_squared (at, a->at);
  gint64 right = cw_point_distance_squared (at, b->at);

  if (a->kind != b->kind)
    return a->kind < b->kind;
  if (left != right)
    return left < right;
  if (a->level != b->level)
    return a->level < b->level;
  if (a->pick.item != b->pick.item)
    return a->pick.item < b->pick.item;
  if (a->pick.part != b->pick.part)
    return a->pick.part < b->pick.part;
  return a->feature < b->feature;
}

/* the last snap holds until the pointer is 4 px beyond the radius, or something of a better
 * kind comes up, or one of the same kind that is nearer by 4 px */
static gboolean
previous_holds (const CwSnap *previous, const CwSnap *best, CwPoint at, double hysteresis)
{
  if (best->kind != previous->kind)
    return previous->kind < best->kind;
  return sqrt ((double) cw_point_distance_squared (at, previous->at))
         <= sqrt ((double) cw_point_distance_squared (at, best->at)) + hysteresis;
}

static void
choose (Search *search, CwSnap *snap)
{
  const CwSnapQuery *query = search->query;
  const CwSnap *best = NULL;
  const CwSnap *held = NULL;

  for (guint i = 0; i < search->candidates->len; i++)
    {
      const CwSnap *candidate = &g_array_index (search->candidates, CwSnap, i);

      if (query->previous != NULL && same_feature (candidate, query->previous)
          && (held == NULL || is_better (candidate, held, query->at)))
        held = candidate;
      if (is_within (query->at, candidate->at, search->radius)
          && (best == NULL || is_better (candidate, best, query->at)))
        best = candidate;
    }
  if (held != NULL
      && (best == NULL
          || previous_holds (held, best, query->at, CW_SNAP_HYSTERESIS * query->pixel)))
    best = held;
  if (best != NULL)
    *snap = *best;
}

static void
snap_to_grid (const CwSnapQuery *query, CwSnap *snap)
{
  CwPoint at = cw_snap_to_grid (query->at, query->grid);
  const CwSnap *previous = query->previous;
  gint64 reach
      = query->grid / 2 + MIN (query->grid / 4, (gint64) (CW_SNAP_HYSTERESIS * query->pixel));

  *snap = (CwSnap){ .kind = query->grid > 0 ? CW_SNAP_GRID : CW_SNAP_NONE,
                    .at = at,
                    .level = CW_LEVEL_NONE };
  if (previous != NULL && previous->kind == CW_SNAP_GRID && query->grid > 0
      && cw_point_equal (cw_snap_to_grid (previous->at, query->grid), previous->at)
      && ABS ((gint64) query->at.x - previous->at.x) <= reach
      && ABS ((gint64) query->at.y - previous->at.y) <= reach)
    snap->at = previous->at;
}

/**
 * cw_snap_find:
 * @query: where the pointer is and what it may snap to
 * @snap: (out): what it snaps to
 *
 * Finds what a pointer snaps to: the best kind within 10 px and of that the nearest,
 * else the grid. What it snapped to before holds on for 4 px more. Hidden and filtered things are no aim.
 */
void
cw_snap_find (const CwSnapQuery *query, CwSnap *snap)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (CwSnap));
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (CwShape));
  Search search = { query, (gint64) (CW_SNAP_RADIUS * query->pixel), candidates, legs, 0 };
  gint64 reach = search.radius + (gint64) (CW_SNAP_HYSTERESIS * query->pixel);
  CwBox box = cw_box_grow (cw_box_from_points (query->at, query->at), reach);
  guint n_levels;

  snap_to_grid (query, snap);
  n_levels = cw_technology_get_n_levels (cw_design_get_technology (query->hit.design));
  for (guint level = 0; level < n_levels && search.n_shapes <= MAX_SHAPES; level++)
    if ((query->hit.levels >> level & 1) != 0)
      cw_copper_foreach_shape (query->hit.design, level, box, collect_shape, &search);
  if (search.n_shapes > MAX_SHAPES)
    g_array_set_size (candidates, 0);
  else
    add_crossings (&search);
  for (gsize i = 0; i < query->n_points; i++)
    add_candidate (&search, NULL,
                   query->points[i].x == 0 && query->points[i].y == 0 ? CW_FEATURE_ORIGIN
                                                                      : CW_FEATURE_POINT,
                   query->points[i]);
  choose (&search, snap);
}

/**
 * cw_snap_dup_name:
 * @snap: what a point snapped to
 * @design: the design it was found in
 *
 * Names what a point snapped to, such as "centre of U1.7".
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
cw_snap_dup_name (const CwSnap *snap, const CwDesign *design)
{
  g_autofree char *name = NULL;

  if (snap->kind == CW_SNAP_NONE)
    return NULL;
  if (snap->kind == CW_SNAP_GRID)
    return g_strdup (_ ("grid"));
  if (snap->pick.item != CW_ID_NONE)
    name = cw_pick_dup_name (design, snap->pick);

  switch (snap->feature)
    {
    case CW_FEATURE_CENTRE:
      return g_strdup_printf (_ ("centre of %s"), name);

    case CW_FEATURE_END:
      return g_strdup_printf (_ ("end of %s"), name);

    case CW_FEATURE_CORNER:
      return g_strdup_printf (_ ("corner of %s"), name);

    case CW_FEATURE_MIDDLE:
      return g_strdup_printf (_ ("middle of %s"), name);

    case CW_FEATURE_EDGE:
      return g_strdup_printf (_ ("edge of %s"), name);

    case CW_FEATURE_CROSSING:
      return g_strdup (_ ("crossing"));

    case CW_FEATURE_ORIGIN:
      return g_strdup (_ ("origin"));

    case CW_FEATURE_ALIGNED:
      return name != NULL ? g_strdup_printf (_ ("in line with %s"), name)
                          : g_strdup (_ ("in line with the package"));

    case CW_FEATURE_GAP:
      return g_strdup (_ ("equal gaps"));

    case CW_FEATURE_POINT:
    case CW_FEATURE_NONE:
    default:
      return g_strdup (_ ("point"));
    }
}
