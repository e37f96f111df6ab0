/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "model/package/cw-bus-private.h"

#define SAGITTA 1 /* [nm] */

static void
add (const CwBus *bus, CwShape shape, GArray *shapes)
{
  CwMadeShape made = { shape, 0, bus->width };

  made.shape.role = CW_ROLE_BUS;
  made.shape.level = bus->level;
  made.shape.net = bus->net;
  made.shape.part = shapes->len;
  g_array_append_val (shapes, made);
}

static void
add_line (const CwBus *bus, CwPoint a, CwPoint b, GArray *shapes)
{
  CwShape shape = { .kind = CW_SHAPE_CAPSULE };

  shape.capsule.a = a;
  shape.capsule.b = b;
  shape.capsule.width = bus->width;
  add (bus, shape, shapes);
}

static void
add_path (const CwBus *bus, GArray *shapes)
{
  const CwPath *path = bus->path;
  guint32 n_legs = path->n_vertices - (bus->kind == CW_BUS_SPINE);

  for (guint32 i = 0; i < n_legs; i++)
    {
      const CwVertex *from = &path->vertices[i];
      const CwVertex *to = &path->vertices[(i + 1) % path->n_vertices];
      CwShape shape = { .kind = CW_SHAPE_BAND };

      if (from->sweep == 0)
        {
          add_line (bus, from->at, to->at, shapes);
          continue;
        }
      shape.band.arc = (CwArc){ from->at, to->at, from->sweep };
      shape.band.width = bus->width;
      add (bus, shape, shapes);
    }
}

/* ribs to both sides of a straight leg, one pitch apart, the outermost as far from its ends */
static void
add_ribs (const CwBus *bus, CwPoint from, CwPoint to, GArray *shapes)
{
  double dx = (double) to.x - from.x;
  double dy = (double) to.y - from.y;
  double length = hypot (dx, dy);
  gint64 n = (gint64) (length / bus->pitch);
  double start = (length - (double) (n - 1) * bus->pitch) / 2;
  CwPoint reach = CW_POINT ((CwCoord) llround (-dy / length * bus->reach),
                            (CwCoord) llround (dx / length * bus->reach));

  for (gint64 i = 0; i < n && bus->reach > 0; i++)
    {
      double t = (start + (double) i * bus->pitch) / length;
      CwPoint at
          = CW_POINT (from.x + (CwCoord) llround (t * dx), from.y + (CwCoord) llround (t * dy));

      add_line (bus, cw_point_sub (at, reach), cw_point_add (at, reach), shapes);
    }
}

static void
add_all_ribs (const CwBus *bus, GArray *shapes)
{
  for (guint32 i = 0; i + 1 < bus->path->n_vertices; i++)
    if (bus->path->vertices[i].sweep == 0)
      add_ribs (bus, bus->path->vertices[i].at, bus->path->vertices[i + 1].at, shapes);
}

static gint
compare_coords (gconstpointer a, gconstpointer b)
{
  CwCoord one = *(const CwCoord *) a;
  CwCoord other = *(const CwCoord *) b;

  return (one > other) - (one < other);
}

/* a / b, rounded to the nearest, b > 0 */
static gint64
divide (__int128 a, gint64 b)
{
  return (gint64) (a >= 0 ? (a + b / 2) / b : -((-a + b / 2) / b));
}

/* where the border of an outline crosses a line: x = @at, or y = @at when points are turned */
static void
find_crossings (const GArray *outline, gboolean turned, CwCoord at, GArray *crossings)
{
  for (guint i = 0; i < outline->len; i++)
    {
      CwPoint p = g_array_index (outline, CwPoint, i);
      CwPoint q = g_array_index (outline, CwPoint, (i + 1) % outline->len);
      CwCoord crossing;

      if (turned)
        {
          p = CW_POINT (p.y, p.x);
          q = CW_POINT (q.y, q.x);
        }
      if ((p.x <= at) == (q.x <= at))
        continue;
      if (p.x > q.x)
        {
          CwPoint swap = p;

          p = q;
          q = swap;
        }
      crossing = (CwCoord) (p.y
                            + divide ((__int128) ((gint64) q.y - p.y) * ((gint64) at - p.x),
                                      (gint64) q.x - p.x));
      g_array_append_val (crossings, crossing);
    }
  g_array_sort (crossings, compare_coords);
}

/* the lines of a mesh in one direction, clipped to the outline, in the middle of it */
static void
add_lines (const CwBus *bus, const GArray *outline, gboolean turned, GArray *shapes)
{
  CwBox box = cw_path_get_bounds (bus->path, TRUE);
  gint64 min = turned ? box.min.y : box.min.x;
  gint64 max = turned ? box.max.y : box.max.x;
  gint64 n = (max - min) / bus->pitch;
  gint64 first = min + (max - min - (n - 1) * bus->pitch) / 2;
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (CwCoord));

  for (gint64 i = 0; i < n; i++)
    {
      CwCoord at = (CwCoord) (first + i * bus->pitch);

      g_array_set_size (crossings, 0);
      find_crossings (outline, turned, at, crossings);
      for (guint k = 0; k + 1 < crossings->len; k += 2)
        {
          CwCoord from = g_array_index (crossings, CwCoord, k);
          CwCoord to = g_array_index (crossings, CwCoord, k + 1);

          if (from == to)
            continue;
          if (turned)
            add_line (bus, CW_POINT (from, at), CW_POINT (to, at), shapes);
          else
            add_line (bus, CW_POINT (at, from), CW_POINT (at, to), shapes);
        }
    }
}

static void
make_shapes (gconstpointer item, const CwTechnology *technology, GArray *shapes)
{
  const CwBus *bus = item;
  g_autoptr (GArray) outline = NULL;

  add_path (bus, shapes);
  if (bus->kind == CW_BUS_SPINE)
    add_all_ribs (bus, shapes);
  if (bus->kind != CW_BUS_MESH)
    return;

  outline = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  cw_path_flatten (bus->path, TRUE, SAGITTA, outline);
  add_lines (bus, outline, FALSE, shapes);
  add_lines (bus, outline, TRUE, shapes);
}

const GArray *
cw_bus_get_shapes (const CwBus *self, const CwTechnology *technology)
{
  return cw_shape_cache_get (&cw_bus_class, self, technology, make_shapes);
}
