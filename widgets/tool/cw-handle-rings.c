/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/geometry/cw-segment.h"
#include "widgets/tool/cw-handle-private.h"

#define CORNER_SHARE 4 /* a corner that is cut or rounded takes a quarter of its shorter leg */

static void
add_outline (GPtrArray *rings, const CwOutline *outline)
{
  g_ptr_array_add (rings, cw_path_ref (outline->border));
  for (guint32 i = 0; i < outline->n_holes; i++)
    g_ptr_array_add (rings, cw_path_ref (outline->holes[i]));
}

/* the paths that an item is drawn by: one, or a border with its holes; none for other kinds and for what is locked */
GPtrArray *
cw_handle_list_rings (const CwDesign *design, CwId item, gboolean *closed)
{
  GPtrArray *rings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_path_unref);
  const CwBus *bus = cw_design_get_bus (design, item);
  const CwCavity *cavity = cw_design_get_cavity (design, item);
  const CwKeepOut *keep_out = cw_design_get_keep_out (design, item);
  const CwTrace *trace = cw_design_get_trace (design, item);
  const CwZone *zone = cw_design_get_zone (design, item);

  *closed = trace == NULL && (bus == NULL || bus->kind != CW_BUS_SPINE);
  if (item == CW_ID_NONE || cw_design_get_item (design, item) == NULL
      || cw_design_is_locked (design, item))
    return rings;
  if (bus != NULL)
    g_ptr_array_add (rings, cw_path_ref (bus->path));
  if (cavity != NULL)
    g_ptr_array_add (rings, cw_path_ref (cavity->outline));
  if (trace != NULL)
    g_ptr_array_add (rings, cw_path_ref (trace->path));
  if (zone != NULL)
    add_outline (rings, zone->outline);
  if (keep_out != NULL)
    add_outline (rings, keep_out->outline);

  return rings;
}

/* FALSE with the error set where the item cannot take that form */
static gboolean
set_rings (CwEdit *edit, const CwDesign *design, CwId item, GPtrArray *rings, GError **error)
{
  CwPath **paths = (CwPath **) rings->pdata;
  g_autoptr (CwOutline) outline = NULL;

  switch (cw_id_get_kind (item))
    {
    case CW_ITEM_BUS:
      {
        CwBus bus = *cw_design_get_bus (design, item);

        bus.path = paths[0];
        return cw_edit_set_bus (edit, item, &bus, error);
      }

    case CW_ITEM_CAVITY:
      {
        CwCavity cavity = *cw_design_get_cavity (design, item);

        cavity.outline = paths[0];
        return cw_edit_set_cavity (edit, item, &cavity, error);
      }

    case CW_ITEM_TRACE:
      {
        CwTrace trace = *cw_design_get_trace (design, item);

        trace.path = paths[0];
        return cw_edit_set_trace (edit, item, &trace, error);
      }

    case CW_ITEM_ZONE:
      {
        CwZone zone = *cw_design_get_zone (design, item);

        outline = cw_outline_new (paths[0], paths + 1, rings->len - 1);
        zone.outline = outline;
        return cw_edit_set_zone (edit, item, &zone, error);
      }

    case CW_ITEM_KEEP_OUT:
      {
        CwKeepOut keep_out = *cw_design_get_keep_out (design, item);

        outline = cw_outline_new (paths[0], paths + 1, rings->len - 1);
        keep_out.outline = outline;
        return cw_edit_set_keep_out (edit, item, &keep_out, error);
      }

    default:
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no handle");
      return FALSE;
    }
}

/* which ring a handle is of, and which of its handles it is */
static gboolean
find_ring (GPtrArray *rings, gboolean closed, guint *handle, guint *ring)
{
  for (*ring = 0; *ring < rings->len; (*ring)++)
    {
      guint n = cw_path_handle_count (g_ptr_array_index (rings, *ring), closed);

      if (*handle < n)
        return TRUE;
      *handle -= n;
    }

  return FALSE;
}

static void
replace (GPtrArray *rings, guint ring, CwPath *path)
{
  cw_path_unref (g_ptr_array_index (rings, ring));
  g_ptr_array_index (rings, ring) = path;
}

static CwDesign *
finish (CwDesign *design, CwId item, GPtrArray *rings, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  return set_rings (edit, design, item, rings, error) ? cw_edit_finish (edit, NULL) : NULL;
}

static CwDesign *
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, message);

  return NULL;
}

CwDesign *
cw_handle_drag_ring (CwDesign *design, CwId item, guint handle, CwPoint to, CwCoord grid,
                     GError **error)
{
  gboolean closed;
  g_autoptr (GPtrArray) rings = cw_handle_list_rings (design, item, &closed);
  guint ring;

  if (!find_ring (rings, closed, &handle, &ring))
    return refuse (error, "there is no handle");
  replace (rings, ring,
           cw_path_handle_drag (g_ptr_array_index (rings, ring), closed, handle, to, grid));

  return finish (design, item, rings, error);
}

/**
 * cw_handle_is_vertex:
 * @design: a design
 * @item: an item
 * @handle: which of its handles
 *
 * Tells whether a handle is a vertex that can be taken out.
 *
 * Returns: whether it is
 */
gboolean
cw_handle_is_vertex (const CwDesign *design, CwId item, guint handle)
{
  gboolean closed;
  g_autoptr (GPtrArray) rings = cw_handle_list_rings (design, item, &closed);
  guint ring;

  return find_ring (rings, closed, &handle, &ring)
         && handle < ((CwPath *) g_ptr_array_index (rings, ring))->n_vertices;
}

static CwPath *
remove_vertex (const CwPath *path, guint32 index, gboolean closed)
{
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  guint32 before = index > 0 ? index - 1 : path->n_vertices - 1;

  g_array_append_vals (vertices, path->vertices, path->n_vertices);
  if (closed || index > 0)
    g_array_index (vertices, CwVertex, before).sweep = 0;
  g_array_remove_index (vertices, index);
  if (!closed)
    g_array_index (vertices, CwVertex, vertices->len - 1).sweep = 0;

  return cw_path_new ((const CwVertex *) (gconstpointer) vertices->data, vertices->len);
}

/**
 * cw_handle_remove_vertex:
 * @design: a design
 * @item: an item with vertices
 * @handle: which of its handles, one that is a vertex
 * @error: return location for an error
 *
 * Takes a vertex out of a border, a hole or a trace; a hole of three goes as a whole.
 *
 * Returns: (transfer full) (nullable): the next design, %NULL with @error set when too little would be left
 */
CwDesign *
cw_handle_remove_vertex (CwDesign *design, CwId item, guint handle, GError **error)
{
  gboolean closed;
  g_autoptr (GPtrArray) rings = cw_handle_list_rings (design, item, &closed);
  CwPath *path;
  guint ring;

  if (!find_ring (rings, closed, &handle, &ring))
    return refuse (error, "there is no handle");
  path = g_ptr_array_index (rings, ring);
  if (handle >= path->n_vertices)
    return refuse (error, "that is no vertex");
  if (path->n_vertices > (closed ? 3 : 2))
    replace (rings, ring, remove_vertex (path, handle, closed));
  else if (ring > 0)
    g_ptr_array_remove_index (rings, ring);
  else
    return refuse (error,
                   closed ? "a border needs at least 3 vertices" : "a trace needs at least 2 ends");

  return finish (design, item, rings, error);
}

/* nearest straight leg of all rings; the point on it is a multiple of the grid where the leg lies along an axis */
static gboolean
find_leg (GPtrArray *rings, gboolean closed, CwPoint at, CwCoord reach, CwCoord grid, guint *ring,
          guint32 *leg, CwPoint *on)
{
  double nearest = (double) reach * reach;
  gboolean found = FALSE;

  for (guint i = 0; i < rings->len; i++)
    {
      const CwPath *path = g_ptr_array_index (rings, i);
      guint32 n = closed ? path->n_vertices : path->n_vertices - 1;

      for (guint32 j = 0; j < n; j++)
        {
          CwPoint a = path->vertices[j].at;
          CwPoint b = path->vertices[(j + 1) % path->n_vertices].at;
          double dx = (double) b.x - a.x;
          double dy = (double) b.y - a.y;
          double share
              = (((double) at.x - a.x) * dx + ((double) at.y - a.y) * dy) / (dx * dx + dy * dy);
          double x = a.x + share * dx;
          double y = a.y + share * dy;
          double distance = (x - at.x) * (x - at.x) + (y - at.y) * (y - at.y);

          if (path->vertices[j].sweep != 0 || share <= 0 || share >= 1 || distance > nearest)
            continue;
          nearest = distance;
          *ring = i;
          *leg = j;
          *on = CW_POINT ((CwCoord) lround (x), (CwCoord) lround (y));
          if (a.y == b.y)
            on->x = (CwCoord) cw_handle_round (on->x, grid);
          else if (a.x == b.x)
            on->y = (CwCoord) cw_handle_round (on->y, grid);
          found = TRUE;
        }
    }

  return found;
}

/**
 * cw_handle_has_leg:
 * @design: a design
 * @item: an item
 * @at: a point [nm]
 * @reach: how near it a leg must be [nm]
 *
 * Tells whether a vertex can be added to an item at a point.
 *
 * Returns: whether a straight leg of it is near
 */
gboolean
cw_handle_has_leg (const CwDesign *design, CwId item, CwPoint at, CwCoord reach)
{
  gboolean closed;
  g_autoptr (GPtrArray) rings = cw_handle_list_rings (design, item, &closed);
  guint ring;
  guint32 leg;
  CwPoint on;

  return find_leg (rings, closed, at, reach, 0, &ring, &leg, &on);
}

/**
 * cw_handle_add_vertex:
 * @design: a design
 * @item: an item with vertices
 * @at: a point [nm]
 * @reach: how near it a leg must be [nm]
 * @grid: what the vertex is a multiple of, 0 for none [nm]
 * @error: return location for an error
 *
 * Adds a vertex to the nearest straight leg, at its point nearest to the given one.
 *
 * Returns: (transfer full) (nullable): the next design, %NULL with @error set when there is no such leg
 */
CwDesign *
cw_handle_add_vertex (CwDesign *design, CwId item, CwPoint at, CwCoord reach, CwCoord grid,
                      GError **error)
{
  gboolean closed;
  g_autoptr (GPtrArray) rings = cw_handle_list_rings (design, item, &closed);
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  CwVertex vertex = { { 0, 0 }, 0 };
  const CwPath *path;
  guint ring;
  guint32 leg;

  if (!find_leg (rings, closed, at, reach, grid, &ring, &leg, &vertex.at))
    return refuse (error, "there is no straight side here");
  path = g_ptr_array_index (rings, ring);
  g_array_append_vals (vertices, path->vertices, path->n_vertices);
  g_array_insert_val (vertices, leg + 1, vertex);
  replace (rings, ring,
           cw_path_new ((const CwVertex *) (gconstpointer) vertices->data, vertices->len));

  return finish (design, item, rings, error);
}

static CwPoint
go (CwPoint from, CwPoint to, double by)
{
  double length = sqrt ((double) cw_point_distance_squared (from, to));

  return CW_POINT ((CwCoord) lround (from.x + ((double) to.x - from.x) * by / length),
                   (CwCoord) lround (from.y + ((double) to.y - from.y) * by / length));
}

/* angle that a border turns through at a corner */
static CwAngle
get_turn (CwPoint before, CwPoint at, CwPoint after)
{
  double ux = (double) at.x - before.x;
  double uy = (double) at.y - before.y;
  double vx = (double) after.x - at.x;
  double vy = (double) after.y - at.y;

  return (CwAngle) lround (atan2 (ux * vy - uy * vx, ux * vx + uy * vy) * 180 / G_PI * CW_DEGREE);
}

/* a corner becomes two, with an arc or a straight leg between them */
static CwPath *
cut_corner (const CwPath *path, guint32 index, gboolean is_round)
{
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  CwPoint before = path->vertices[(index + path->n_vertices - 1) % path->n_vertices].at;
  CwPoint after = path->vertices[(index + 1) % path->n_vertices].at;
  CwPoint at = path->vertices[index].at;
  gint64 shorter
      = MIN (cw_point_distance_squared (before, at), cw_point_distance_squared (at, after));
  double by = floor (sqrt ((double) shorter) / CORNER_SHARE / CW_UM) * CW_UM;
  CwVertex first;
  CwVertex second = { { 0, 0 }, 0 };

  if (by < CW_UM)
    return NULL;
  first = (CwVertex){ go (at, before, by), is_round ? get_turn (before, at, after) : 0 };
  second.at = go (at, after, by);
  g_array_append_vals (vertices, path->vertices, path->n_vertices);
  g_array_index (vertices, CwVertex, index) = first;
  g_array_insert_val (vertices, index + 1, second);

  return cw_path_new ((const CwVertex *) (gconstpointer) vertices->data, vertices->len);
}

/* the two ends of a short leg or an arc become one corner again, where the legs beside them meet */
static CwPath *
mend_corner (const CwPath *path, guint32 first)
{
  guint32 n = path->n_vertices;
  guint32 second = (first + 1) % n;
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  CwPoint a = path->vertices[(first + n - 1) % n].at;
  CwPoint b = path->vertices[first].at;
  CwPoint c = path->vertices[second].at;
  CwPoint d = path->vertices[(second + 1) % n].at;
  double ux = (double) b.x - a.x;
  double uy = (double) b.y - a.y;
  double vx = (double) d.x - c.x;
  double vy = (double) d.y - c.y;
  double cross = ux * vy - uy * vx;
  double along;

  if (cross == 0)
    return NULL;
  along = (((double) c.x - b.x) * vy - ((double) c.y - b.y) * vx) / cross;
  g_array_append_vals (vertices, path->vertices, n);
  g_array_index (vertices, CwVertex, first)
      = (CwVertex){ CW_POINT ((CwCoord) lround (b.x + along * ux),
                              (CwCoord) lround (b.y + along * uy)),
                    path->vertices[second].sweep };
  g_array_remove_index (vertices, second);

  return cw_path_new ((const CwVertex *) (gconstpointer) vertices->data, vertices->len);
}

static CwPath *
change_corner (const CwPath *path, guint32 index, gboolean is_round)
{
  guint32 before = (index + path->n_vertices - 1) % path->n_vertices;

  if (path->vertices[index].sweep != 0)
    return mend_corner (path, index);
  if (path->vertices[before].sweep != 0)
    return mend_corner (path, before);

  return cut_corner (path, index, is_round);
}

/**
 * cw_handle_change_corner:
 * @design: a design
 * @item: an item with a border
 * @handle: which of its handles, one that is a vertex
 * @is_round: whether a sharp corner is rounded; otherwise it is cut
 * @error: return location for an error
 *
 * Rounds or cuts a corner of a border or a hole, or makes it sharp again where an arc ends.
 *
 * Returns: (transfer full) (nullable): the next design, %NULL with @error set when that cannot be
 */
CwDesign *
cw_handle_change_corner (CwDesign *design, CwId item, guint handle, gboolean is_round,
                         GError **error)
{
  gboolean closed;
  g_autoptr (GPtrArray) rings = cw_handle_list_rings (design, item, &closed);
  const CwPath *path;
  CwPath *changed = NULL;
  guint ring;

  if (find_ring (rings, closed, &handle, &ring) && closed)
    {
      path = g_ptr_array_index (rings, ring);
      if (handle < path->n_vertices)
        changed = change_corner (path, handle, is_round);
    }
  if (changed == NULL)
    return refuse (error, "this corner has no room for that");
  replace (rings, ring, changed);

  return finish (design, item, rings, error);
}
