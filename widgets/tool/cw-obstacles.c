/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/copper/cw-copper.h"
#include "widgets/tool/cw-walk-private.h"
#include "widgets/tool/cw-wiring.h"

#define MOST_SHAPES 30000 /* that one search looks at */
#define MOST_PIECES 16    /* that a slanted leg is taken apart into */
#define MOST_SIDES 400    /* of a polygon that is walked around */
#define SAGITTA (100 * CW_NM)
#define PARTS 64

typedef struct
{
  CwObstacles *obstacles;
  CwPoint a;
  CwPoint b;
  const CwOctagon *around; /* or what must overlap */
  GArray *octagons;
} Search;

static CwCoord
find_clearance (const CwTechnology *technology, guint level, guint a, guint b)
{
  CwCoord clearance = 0;

  for (guint i = 0; i < cw_technology_get_n_rules (technology); i++)
    {
      const CwRule *rule = cw_technology_get_rule (technology, i);

      if (rule->kind == CW_RULE_CLEARANCE && rule->severity != CW_SEVERITY_OFF
          && (rule->net_class == CW_NET_ANY || rule->net_class == a || rule->net_class == b)
          && cw_technology_rule_holds (technology, i, level))
        clearance = MAX (clearance, rule->value);
    }

  return clearance;
}

static guint
get_class (const CwDesign *design, CwId id)
{
  const CwNet *net = id != CW_ID_NONE ? cw_design_get_net (design, id) : NULL;

  return net != NULL ? net->net_class : CW_N_NET_CLASSES;
}

void
cw_obstacles_init (CwObstacles *self, const CwWalkQuery *query)
{
  CwTechnology *technology = cw_design_get_technology (query->design);
  guint own = get_class (query->design, query->net);
  CwCoord most = 0;

  *self = (CwObstacles){ .query = query,
                         .form = query->mode == CW_ANGLES_90 ? CW_OCTAGON_FOUR : CW_OCTAGON_EIGHT };
  for (guint i = 0; i <= CW_N_NET_CLASSES; i++)
    {
      self->clearances[i] = find_clearance (technology, query->level, own, i);
      most = MAX (most, self->clearances[i]);
    }
  self->reach = (CwCoord) MIN ((gint64) most + query->width, CW_COORD_MAX);
}

static void
add (Search *search, const CwOctagon *octagon)
{
  if (search->around != NULL ? cw_octagon_overlaps (search->around, octagon)
                             : cw_octagon_blocks (octagon, search->a, search->b))
    g_array_append_vals (search->octagons, octagon, 1);
}

/* a segment that is neither straight nor diagonal is taken apart, so that it fits its octagons */
static void
add_segment (Search *search, CwPoint a, CwPoint b, gint64 doubled)
{
  gint64 dx = ABS ((gint64) b.x - a.x);
  gint64 dy = ABS ((gint64) b.y - a.y);
  gint64 bulge = search->obstacles->form == CW_OCTAGON_FOUR ? MIN (dx, dy)
                                                            : MIN (MIN (dx, dy), ABS (dx - dy));
  gint64 n = CLAMP (bulge / MAX (doubled, 1) + 1, 1, MOST_PIECES);
  CwPoint from = a;

  for (gint64 i = 1; i <= n; i++)
    {
      CwPoint to = CW_POINT ((CwCoord) (a.x + ((gint64) b.x - a.x) * i / n),
                             (CwCoord) (a.y + ((gint64) b.y - a.y) * i / n));
      CwOctagon octagon = cw_octagon_new (from, to, doubled, search->obstacles->form);

      add (search, &octagon);
      from = to;
    }
}

static void
add_polygon (Search *search, const CwPolygon *polygon, gint64 doubled)
{
  guint32 start = 0;

  if (polygon->ends[polygon->n_rings - 1] > MOST_SIDES)
    {
      CwOctagon octagon = cw_octagon_new_box (polygon->bounds, doubled, search->obstacles->form);

      add (search, &octagon);
      return;
    }
  for (guint32 ring = 0; ring < polygon->n_rings; ring++)
    {
      for (guint32 i = start; i < polygon->ends[ring]; i++)
        add_segment (search, polygon->points[i],
                     polygon->points[i + 1 < polygon->ends[ring] ? i + 1 : start], doubled);
      start = polygon->ends[ring];
    }
}

static void
add_band (Search *search, const CwShape *shape, gint64 doubled)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  g_array_append_val (points, shape->band.arc.start);
  cw_arc_flatten (&shape->band.arc, SAGITTA, points);
  for (guint i = 0; i + 1 < points->len; i++)
    add_segment (search, g_array_index (points, CwPoint, i), g_array_index (points, CwPoint, i + 1),
                 doubled + shape->band.width + 2 * SAGITTA);
}

static void
add_grown (Search *search, const CwShape *shape, gint64 doubled)
{
  CwObstacles *self = search->obstacles;
  CwOctagon octagon;

  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      octagon = cw_octagon_new (shape->disc.centre, shape->disc.centre,
                                doubled + shape->disc.diameter, self->form);
      add (search, &octagon);
      break;

    case CW_SHAPE_CAPSULE:
      add_segment (search, shape->capsule.a, shape->capsule.b, doubled + shape->capsule.width);
      break;

    case CW_SHAPE_BAND:
      add_band (search, shape, doubled);
      break;

    case CW_SHAPE_POLYGON:
      add_polygon (search, shape->polygon, doubled);
      break;

    case CW_SHAPE_BOX:
    default:
      octagon = cw_octagon_new_box (shape->box, doubled, self->form);
      add (search, &octagon);
      break;
    }
}

static gboolean
is_in_the_way (const CwWalkQuery *query, const CwShape *shape)
{
  return shape->net != query->net && cw_wiring_is_metal (shape);
}

static gboolean
add_shape (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  CwObstacles *self = search->obstacles;
  const CwWalkQuery *query = self->query;

  if (self->n_shapes++ >= MOST_SHAPES)
    return FALSE;
  if (is_in_the_way (query, shape))
    add_grown (search, shape,
               2 * (gint64) self->clearances[get_class (query->design, shape->net)] + query->width);

  return TRUE;
}

static gboolean
add_area (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  const CwWalkQuery *query = search->obstacles->query;
  const CwKeepOut *area = cw_design_get_keep_out (query->design, shape->item);

  if (area != NULL && (area->forbids & CW_KEEP_OUT_TRACES) != 0)
    add_grown (search, shape, query->width);

  return TRUE;
}

static gboolean
look (Search *search, CwBox box)
{
  const CwWalkQuery *query = search->obstacles->query;
  CwBox around = cw_box_grow (box, search->obstacles->reach);

  return cw_copper_foreach_shape (query->design, query->level, around, add_shape, search)
         && cw_copper_foreach_area (query->design, query->level, around, add_area, search);
}

/* appends what a leg goes through; FALSE when that is too much to look at */
gboolean
cw_obstacles_list_on_leg (CwObstacles *self, CwPoint a, CwPoint b, GArray *octagons)
{
  Search search = { self, a, b, NULL, octagons };
  gint64 dx = (gint64) b.x - a.x;
  gint64 dy = (gint64) b.y - a.y;
  gint64 n = dx == 0 || dy == 0 ? 1 : CLAMP (ABS (dx) / (8 * (gint64) self->reach + 1), 1, PARTS);
  CwPoint from = a;

  /* the box of a diagonal has much in it that is nowhere near */
  for (gint64 i = 1; i <= n; i++)
    {
      CwPoint to = CW_POINT ((CwCoord) (a.x + dx * i / n), (CwCoord) (a.y + dy * i / n));

      if (!look (&search, cw_box_from_points (from, to)))
        return FALSE;
      from = to;
    }

  return TRUE;
}

/* appends what a point lies in */
gboolean
cw_obstacles_list_at (CwObstacles *self, CwPoint at, GArray *octagons)
{
  return cw_obstacles_list_on_leg (self, at, at, octagons);
}

/* grows an octagon by all that overlaps it, as far as there is time */
void
cw_obstacles_gather (CwObstacles *self, CwOctagon *octagon)
{
  g_autoptr (GArray) octagons = g_array_new (FALSE, FALSE, sizeof (CwOctagon));
  CwOctagon before;

  do
    {
      Search search = { self, { 0, 0 }, { 0, 0 }, octagon, octagons };

      before = *octagon;
      g_array_set_size (octagons, 0);
      if (!look (&search, cw_octagon_get_bounds (octagon)))
        return;
      for (guint i = 0; i < octagons->len; i++)
        *octagon = cw_octagon_union (octagon, &g_array_index (octagons, CwOctagon, i));
    }
  while (memcmp (&before, octagon, sizeof before) != 0);
}
