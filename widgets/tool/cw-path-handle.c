/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-handle-private.h"

/* the middles of the legs of more than that would hide the corners */
#define MOST_VERTICES 100

static guint32
count_legs (const CwPath *path, gboolean closed)
{
  return closed ? path->n_vertices : path->n_vertices - 1;
}

static const CwVertex *
get_next (const CwPath *path, guint32 i)
{
  return &path->vertices[i + 1 < path->n_vertices ? i + 1 : 0];
}

static gboolean
is_level (CwPoint a, CwPoint b)
{
  return a.y == b.y;
}

static gboolean
is_upright (CwPoint a, CwPoint b)
{
  return a.x == b.x;
}

/* sides along the axes in turn */
static gboolean
is_rectangle (const CwPath *path, gboolean closed)
{
  if (!closed || path->n_vertices != 4)
    return FALSE;
  for (guint32 i = 0; i < 4; i++)
    {
      CwPoint a = path->vertices[i].at;
      CwPoint b = get_next (path, i)->at;
      CwPoint c = get_next (path, (i + 1) % 4)->at;

      if (path->vertices[i].sweep != 0
          || !((is_level (a, b) && is_upright (b, c)) || (is_upright (a, b) && is_level (b, c))))
        return FALSE;
    }

  return TRUE;
}

static CwPoint
get_middle (CwPoint a, CwPoint b)
{
  return CW_POINT (a.x + (b.x - a.x) / 2, a.y + (b.y - a.y) / 2);
}

/* index of the leg that a handle is the middle of, G_MAXUINT32 for none */
static guint32
find_leg (const CwPath *path, gboolean closed, guint handle)
{
  guint index = path->n_vertices;

  for (guint32 i = 0; i < count_legs (path, closed); i++)
    if (path->vertices[i].sweep == 0 && index++ == handle)
      return i;

  return G_MAXUINT32;
}

guint
cw_path_handle_count (const CwPath *path, gboolean closed)
{
  guint n = path->n_vertices;

  if (path->n_vertices > MOST_VERTICES)
    return 0;
  for (guint32 i = 0; i < count_legs (path, closed); i++)
    n += path->vertices[i].sweep == 0;

  return n;
}

void
cw_path_handle_list (const CwPath *path, gboolean closed, GArray *handles)
{
  if (path->n_vertices > MOST_VERTICES)
    return;
  for (guint32 i = 0; i < path->n_vertices; i++)
    g_array_append_val (handles, path->vertices[i].at);
  for (guint32 i = 0; i < count_legs (path, closed); i++)
    {
      CwPoint middle = get_middle (path->vertices[i].at, get_next (path, i)->at);

      if (path->vertices[i].sweep == 0)
        g_array_append_val (handles, middle);
    }
}

/* the corner opposite stays; a rectangle stays one */
static void
move_vertex (const CwPath *path, gboolean closed, guint32 i, CwPoint to, CwVertex *vertices)
{
  guint32 next = (i + 1) % path->n_vertices;
  guint32 before = (i + path->n_vertices - 1) % path->n_vertices;

  vertices[i].at = to;
  if (!is_rectangle (path, closed))
    return;
  if (is_level (path->vertices[i].at, path->vertices[next].at))
    {
      vertices[next].at.y = to.y;
      vertices[before].at.x = to.x;
    }
  else
    {
      vertices[next].at.x = to.x;
      vertices[before].at.y = to.y;
    }
}

/* a side along an axis moves across it, any other one as it is dragged */
static void
move_leg (const CwPath *path, guint32 i, CwPoint to, CwVertex *vertices)
{
  guint32 next = (i + 1) % path->n_vertices;
  CwPoint a = path->vertices[i].at;
  CwPoint b = path->vertices[next].at;
  CwPoint by = cw_point_sub (to, get_middle (a, b));

  if (is_level (a, b))
    by = CW_POINT (0, to.y - a.y);
  else if (is_upright (a, b))
    by = CW_POINT (to.x - a.x, 0);
  vertices[i].at = cw_point_add (a, by);
  vertices[next].at = cw_point_add (b, by);
}

CwPath *
cw_path_handle_drag (const CwPath *path, gboolean closed, guint handle, CwPoint to, CwCoord grid)
{
  g_autofree CwVertex *vertices = g_memdup2 (path->vertices, path->n_vertices * sizeof *vertices);
  CwPoint at
      = CW_POINT ((CwCoord) cw_handle_round (to.x, grid), (CwCoord) cw_handle_round (to.y, grid));
  guint32 leg = find_leg (path, closed, handle);

  if (handle < path->n_vertices)
    move_vertex (path, closed, handle, at, vertices);
  else if (leg != G_MAXUINT32)
    move_leg (path, leg, at, vertices);

  return cw_path_new (vertices, path->n_vertices);
}
