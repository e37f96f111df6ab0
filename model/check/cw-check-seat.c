/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/check/cw-check-private.h"
#include "model/geometry/cw-boolean.h"

#define SAGITTA 2 /* [nm] */

/* what a die meets on one level of the substrate */
typedef struct
{
  const CwDesign *design;
  const CwShape *body;
  CwCoord thickness; /* of the level [nm] */
  CwId inside;       /* the deepest cavity that the die lies in */
  CwCoord depth;
  CwId across; /* the deepest one that it lies in with a part */
  CwCoord across_depth;
  gint64 sticks_out; /* of that one [nm] */
  CwPoint at;
  gint64 draft; /* how far it reaches over the leaning wall of the cavity that it lies in [nm] */
} Look;

/* how far two shapes overlap: the lesser side of the box around what they share, 0 when they only touch
 * or are apart [nm] */
gint64
cw_check_get_overlap (const CwShape *a, const CwShape *b)
{
  g_autoptr (GPtrArray) polygons_a = NULL;
  g_autoptr (GPtrArray) polygons_b = NULL;
  g_autoptr (GPtrArray) common = NULL;
  CwBox box = cw_box_intersection (cw_shape_get_bounds (a), cw_shape_get_bounds (b));

  if (!cw_shape_touches (a, b))
    return 0;
  if (a->kind != CW_SHAPE_BOX || b->kind != CW_SHAPE_BOX)
    {
      polygons_a = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
      polygons_b = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
      g_ptr_array_add (polygons_a, cw_shape_to_polygon (a, SAGITTA));
      g_ptr_array_add (polygons_b, cw_shape_to_polygon (b, SAGITTA));
      common = cw_polygons_intersect (polygons_a, polygons_b, NULL);
      box = CW_BOX_EMPTY;
      for (guint i = 0; common != NULL && i < common->len; i++)
        box = cw_box_union (box, ((const CwPolygon *) g_ptr_array_index (common, i))->bounds);
    }

  if (cw_box_is_empty (box))
    return 0;
  return MIN ((gint64) box.max.x - box.min.x, (gint64) box.max.y - box.min.y);
}

/* how much smaller the floor of a cavity is than its opening, at each side [nm] */
static gint64
get_inset (const CwCavity *cavity, CwCoord depth)
{
  return cavity->draft == 0
             ? 0
             : (gint64) ceil (depth * tan (cavity->draft * (G_PI / 180) / CW_DEGREE));
}

static gboolean
is_deeper (CwCoord depth, CwId id, CwCoord than, CwId other)
{
  return other == CW_ID_NONE || depth > than || (depth == than && id < other);
}

static gboolean
look_at_cavity (const CwShape *shape, gpointer user_data)
{
  Look *look = user_data;
  const CwCavity *cavity = cw_design_get_cavity (look->design, shape->item);
  CwCoord depth;
  gint64 enclosure;
  CwGap gap;

  if (shape->role != CW_ROLE_CAVITY || cavity == NULL)
    return TRUE;

  depth = cavity->depth > 0 ? MIN (cavity->depth, look->thickness) : look->thickness;
  if (cw_shape_get_enclosure (look->body, shape, &enclosure, &gap))
    {
      if (is_deeper (depth, shape->item, look->depth, look->inside))
        {
          look->inside = shape->item;
          look->depth = depth;
          look->draft = get_inset (cavity, depth) - enclosure;
        }
    }
  else if (cw_check_get_overlap (look->body, shape) > 0
           && is_deeper (depth, shape->item, look->across_depth, look->across))
    {
      look->across = shape->item;
      look->across_depth = depth;
      look->sticks_out = -enclosure;
      look->at = gap.b;
    }
  return TRUE;
}

/* goes down from a level of the substrate until there is a floor below the die */
static CwCheckSeat
descend (Look *look, const CwTechnology *technology, guint top)
{
  CwCheckSeat seat = { .kind = CW_SEAT_ON_SUBSTRATE,
                       .at = cw_box_get_centre (cw_shape_get_bounds (look->body)) };

  for (guint level = top;; level--)
    {
      const CwLevel *at = cw_technology_get_level (technology, level);
      CwCoord bottom = cw_technology_get_level_bottom (technology, level);

      seat.height = bottom + at->thickness;
      if (at->kind != CW_LEVEL_SUBSTRATE)
        return seat;

      look->thickness = at->thickness;
      look->inside = look->across = CW_ID_NONE;
      look->depth = look->across_depth = 0;
      cw_copper_foreach_shape (look->design, level, cw_shape_get_bounds (look->body),
                               look_at_cavity, look);
      if (look->across != CW_ID_NONE && look->across_depth > look->depth)
        return (CwCheckSeat){ CW_SEAT_ON_WALL, seat.height, look->across, look->sticks_out,
                              look->at };
      if (look->inside == CW_ID_NONE)
        return seat;

      seat.cavity = look->inside;
      seat.height = bottom + at->thickness - look->depth;
      seat.kind = look->draft > 0 ? CW_SEAT_ON_DRAFT : CW_SEAT_ON_FLOOR;
      seat.found = MAX (look->draft, 0);
      if (look->draft > 0 || look->depth < at->thickness)
        return seat;
      if (level == 0)
        {
          seat.kind = CW_SEAT_ON_NOTHING;
          return seat;
        }
    }
}

/* what a die stands on when it is placed face up: the floor of the cavity that it lies in, else the top of
 * the substrate */
CwCheckSeat
cw_check_find_seat (const CwDesign *design, CwId die)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  guint top = CW_LEVEL_NONE;
  CwShape body;
  Look look = { .design = design, .body = &body };
  CwCheckSeat seat;

  for (guint level = 0; level < cw_technology_get_n_levels (technology); level++)
    if (cw_technology_get_level (technology, level)->kind == CW_LEVEL_SUBSTRATE)
      top = level;
  if (top == CW_LEVEL_NONE)
    return (CwCheckSeat){ .kind = CW_SEAT_NO_SUBSTRATE };

  cw_design_get_shape (design, die, CW_DIE_PART_BODY, &body);
  seat = descend (&look, technology, top);
  cw_shape_clear (&body);
  return seat;
}

/* the method of the flow, A when none is stored */
CwMethod
cw_check_get_method (const CwTechnology *technology)
{
  const CwFlow *flow = cw_technology_get_flow (technology);

  return flow != NULL ? flow->method : CW_METHOD_A;
}

/* how high the active surfaces should lie: the top of the level of the dies [nm] */
CwCoord
cw_check_get_active_plane (const CwTechnology *technology)
{
  guint level = cw_technology_find_level_kind (technology, CW_LEVEL_DIE);

  return level == CW_LEVEL_NONE ? 0
                                : cw_technology_get_level_bottom (technology, level)
                                      + cw_technology_get_level (technology, level)->thickness;
}

/* how high the active surface of a die placed face up lies [nm] */
CwCoord
cw_check_get_die_top (const CwDesign *design, CwId die, const CwCheckSeat *seat)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  const CwDieType *type = cw_design_get_die_type (design, cw_design_get_die (design, die)->type);
  guint adhesive = cw_technology_find_level_kind (technology, CW_LEVEL_ADHESIVE);

  return seat->height + type->thickness
         + (adhesive == CW_LEVEL_NONE ? 0
                                      : cw_technology_get_level (technology, adhesive)->thickness);
}
