/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/*
 * Offsets by Minkowski sum: along the border lie a parallelogram for each edge and a
 * sector for each corner that turns away; growing unites them with the polygon, shrinking takes
 * them off. GEOSBuffer_r is not used because it first straightens hollows by up to a hundredth
 * of the distance, which is far more than a nanometre.
 */

#include <math.h>

#include "model/geometry/cw-boolean.h"
#include "model/geometry/cw-turn.h"

typedef struct
{
  CwCoord by; /* positive */
  CwCoord sagitta;
  int side; /* 1: to the right of the edges, outwards; -1: to the left */
  GPtrArray *strips;
} Offset;

/* the shift of an edge to its side */
static CwPoint
get_shift (const Offset *self, CwPoint a, CwPoint b)
{
  double dx = (double) b.x - a.x;
  double dy = (double) b.y - a.y;
  double scale = self->side * (double) self->by / hypot (dx, dy);

  return cw_point_round (dy * scale, -dx * scale);
}

static void
add_strip (Offset *self, const CwPoint *points, gsize n_points)
{
  CwPolygon *strip = cw_polygon_new (points, n_points);

  if (strip != NULL)
    g_ptr_array_add (self->strips, strip);
}

/* appends the points at a corner from the shift of its first edge to that of its second */
static void
append_corner (const Offset *self, CwPoint before, CwPoint at, CwPoint after, GArray *points)
{
  CwPoint first = cw_point_add (at, get_shift (self, before, at));
  CwPoint last = cw_point_add (at, get_shift (self, at, after));
  double in_x = (double) at.x - before.x;
  double in_y = (double) at.y - before.y;
  double out_x = (double) after.x - at.x;
  double out_y = (double) after.y - at.y;
  double sweep = atan2 ((double) cw_point_orient (before, at, after), in_x * out_x + in_y * out_y);
  CwTurn turn = { at.x, at.y, self->by, atan2 (-self->side * in_x, self->side * in_y), sweep };

  g_array_append_val (points, first);
  cw_turn_flatten (&turn, self->sagitta, points);
  g_array_append_val (points, last);
}

/* whether the border turns away from the side at this corner */
static gboolean
turns_away (const Offset *self, CwPoint before, CwPoint at, CwPoint after)
{
  gint64 turn = cw_point_orient (before, at, after);

  return self->side > 0 ? turn > 0 : turn < 0;
}

static void
add_ring (Offset *self, const CwPoint *ring, guint32 n_points)
{
  g_autoptr (GArray) sector = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  for (guint32 i = 0; i < n_points; i++)
    {
      CwPoint before = ring[(i + n_points - 1) % n_points];
      CwPoint at = ring[i];
      CwPoint after = ring[(i + 1) % n_points];
      CwPoint shift = get_shift (self, at, after);
      CwPoint strip[] = { at, after, cw_point_add (after, shift), cw_point_add (at, shift) };

      add_strip (self, strip, G_N_ELEMENTS (strip));
      if (turns_away (self, before, at, after))
        {
          g_array_set_size (sector, 0);
          g_array_append_val (sector, at);
          append_corner (self, before, at, after, sector);
          add_strip (self, (const CwPoint *) (gpointer) sector->data, sector->len);
        }
    }
}

static gboolean
is_convex (const CwPolygon *polygon)
{
  guint32 n = polygon->ends[0];

  if (polygon->n_rings > 1)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    if (cw_point_orient (polygon->points[i], polygon->points[(i + 1) % n],
                         polygon->points[(i + 2) % n])
        <= 0)
      return FALSE;

  return TRUE;
}

/* a polygon without hollows grows in one go */
static void
grow_convex (Offset *self, const CwPolygon *polygon)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  guint32 n = polygon->ends[0];

  for (guint32 i = 0; i < n; i++)
    append_corner (self, polygon->points[(i + n - 1) % n], polygon->points[i],
                   polygon->points[(i + 1) % n], points);
  add_strip (self, (const CwPoint *) (gpointer) points->data, points->len);
}

static void
add_strips (Offset *self, CwPolygon *polygon)
{
  if (self->side > 0 && is_convex (polygon))
    {
      grow_convex (self, polygon);
      return;
    }

  for (guint32 ring = 0; ring < polygon->n_rings; ring++)
    {
      guint32 start = cw_polygon_get_ring_start (polygon, ring);

      add_ring (self, polygon->points + start, polygon->ends[ring] - start);
    }
  if (self->side > 0)
    g_ptr_array_add (self->strips, cw_polygon_ref (polygon));
}

/**
 * cw_polygons_offset:
 * @polygons: (element-type CwPolygon): polygons that may overlap
 * @by: how far to move the border outwards, negative inwards [nm]
 * @sagitta: how far chords may lie from the round corners, at least 1 [nm]
 * @error: return location for an error
 *
 * Grows or shrinks what polygons cover by a disc, so that corners become round.
 * The border comes to lie @by away, but for the rounding of its corners and, at round corners,
 * up to @sagitta less.
 *
 * Returns: (transfer full) (nullable) (element-type CwPolygon): polygons that do not
 *   overlap, or %NULL with @error %CW_MODEL_ERROR_GEOMETRY
 */
GPtrArray *
cw_polygons_offset (GPtrArray *polygons, CwCoord by, CwCoord sagitta, GError **error)
{
  g_autoptr (GPtrArray) united = NULL;
  g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  Offset offset = { ABS (by), sagitta, by > 0 ? 1 : -1, strips };

  g_return_val_if_fail (polygons != NULL, NULL);
  g_return_val_if_fail (cw_coord_is_valid (by), NULL);

  united = cw_polygons_unite (polygons, error);
  if (united == NULL || by == 0)
    return g_steal_pointer (&united);

  for (guint i = 0; i < united->len; i++)
    add_strips (&offset, g_ptr_array_index (united, i));

  return by > 0 ? cw_polygons_unite (strips, error) : cw_polygons_subtract (united, strips, error);
}
