/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-legs.h"
#include "widgets/tool/cw-trace-drag-private.h"

/* A line through whole points along an axis or a diagonal is where some sum of x and y has one value, and
 * two such lines meet in a point that is whole when the values fit. */

/* one step of a leg; FALSE where it goes neither along an axis nor along a diagonal */
gboolean
cw_drag_get_step (CwPoint a, CwPoint b, CwPoint *step)
{
  gint64 dx = (gint64) b.x - a.x;
  gint64 dy = (gint64) b.y - a.y;

  *step = CW_POINT ((dx > 0) - (dx < 0), (dy > 0) - (dy < 0));

  return (dx != 0 || dy != 0) && (dx == 0 || dy == 0 || ABS (dx) == ABS (dy));
}

/* how far left of a line along a step a point lies: the same for all points of the line */
static gint64
get_side (CwPoint step, gint64 x, gint64 y)
{
  return step.x * y - step.y * x;
}

static gint64
get_side_of (CwPoint step, CwPoint p)
{
  return get_side (step, p.x, p.y);
}

/* steps from a point along a direction until a line is met; FALSE when it is not, or not in a whole point */
static gboolean
meet (CwPoint from, CwPoint step, CwPoint line, gint64 side, gint64 *n)
{
  gint64 gain = get_side (line, step.x, step.y);
  gint64 left = side - get_side_of (line, from);

  if (gain == 0 || left % gain != 0)
    return FALSE;
  *n = left / gain;

  return TRUE;
}

static CwPoint
go (CwPoint from, CwPoint step, gint64 n)
{
  return CW_POINT (cw_coord_saturate (from.x + step.x * n),
                   cw_coord_saturate (from.y + step.y * n));
}

/* where the leg that leads to the dragged one meets its new line. From the corner back to the point that
 * stays: the neighbour is made longer or shorter; one that would be turned round is left out. Returns
 * how many vertices of the line are kept before the point. */
static guint
join (const CwDragVertex *line, guint corner, CwPoint along, gint64 side, CwPoint *at)
{
  guint k;
  CwPoint stay;
  CwPoint step;
  gint64 left;

  for (k = corner; k > 0 && !line[k].joined; k--)
    {
      CwPoint from = line[k - 1].vertex.at;
      gint64 n;

      if (line[k - 1].vertex.sweep != 0 || !cw_drag_get_step (from, line[k].vertex.at, &step))
        break;
      if (!meet (from, step, along, side, &n) || n < 0
          || (k < corner
              && n > MAX (ABS ((gint64) line[k].vertex.at.x - from.x),
                          ABS ((gint64) line[k].vertex.at.y - from.y))))
        continue;
      *at = go (from, step, n);
      return k;
    }

  /* nothing leads there: a new leg from what stays, slanted towards the other end */
  stay = line[k].vertex.at;
  left = side - get_side_of (along, stay);
  step = CW_POINT (along.x - along.y, along.x + along.y);
  if ((left < 0) == (get_side (along, step.x, step.y) > 0))
    step = CW_POINT (along.x + along.y, along.y - along.x);
  step = CW_POINT ((step.x > 0) - (step.x < 0), (step.y > 0) - (step.y < 0));
  *at = go (stay, step, left / get_side (along, step.x, step.y));

  return k + 1;
}

static GArray *
reverse (const CwDragVertex *line, guint n)
{
  GArray *other = g_array_sized_new (FALSE, FALSE, sizeof (CwDragVertex), n);

  for (guint i = n; i-- > 0;)
    {
      CwDragVertex vertex = line[i];

      vertex.vertex.sweep = i > 0 ? -line[i - 1].vertex.sweep : 0;
      g_array_append_val (other, vertex);
    }

  return other;
}

static void
add (GArray *vertices, CwPoint at, CwAngle sweep)
{
  CwVertex vertex = { at, sweep };
  guint n = vertices->len;

  if (n > 0 && cw_point_equal (g_array_index (vertices, CwVertex, n - 1).at, at))
    {
      g_array_index (vertices, CwVertex, n - 1).sweep = sweep;
      return;
    }
  g_array_append_val (vertices, vertex);
}

/* drags a straight leg sideways; its neighbours keep their directions. NULL when it cannot go that far */
GArray *
cw_drag_leg (const CwDragVertex *line, guint n, guint leg, CwPoint by)
{
  g_autoptr (GArray) back = reverse (line, n);
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  CwPoint a = line[leg].vertex.at;
  CwPoint b = line[leg + 1].vertex.at;
  CwPoint along;
  gint64 side;
  gint64 shift;
  CwPoint from;
  CwPoint to;
  guint n_before;
  guint n_after;

  if (!cw_drag_get_step (a, b, &along))
    return NULL;
  shift = get_side_of (along, by);
  /* a diagonal meets another one in whole points only every second step */
  if (along.x != 0 && along.y != 0 && shift % 2 != 0)
    shift -= shift > 0 ? 1 : -1;
  side = get_side_of (along, a) + shift;
  n_before = join (line, leg, along, side, &from);
  n_after = join ((const CwDragVertex *) back->data, n - 2 - leg, CW_POINT (-along.x, -along.y),
                  -side, &to);
  if (((gint64) to.x - from.x) * along.x + ((gint64) to.y - from.y) * along.y < 0)
    return NULL;

  for (guint i = 0; i < n_before; i++)
    add (vertices, line[i].vertex.at, i + 1 < n_before ? line[i].vertex.sweep : 0);
  add (vertices, from, 0);
  add (vertices, to, 0);
  for (guint i = n - n_after; i < n; i++)
    add (vertices, line[i].vertex.at, line[i].vertex.sweep);

  return vertices->len >= 2 ? g_steal_pointer (&vertices) : NULL;
}

static CwPath *
make_path (GArray *line, gboolean last)
{
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  guint n = line->len;

  for (guint i = 0; i < n; i++)
    {
      guint k = last ? i : n - 1 - i;

      add (vertices, g_array_index (line, CwVertex, k).at, 0);
    }

  return vertices->len >= 2 ? cw_path_new ((const CwVertex *) vertices->data, vertices->len) : NULL;
}

/* the last leg goes to another place and the one before it is made longer or shorter, both in their
 * directions */
static gboolean
slide (GArray *line, CwPoint to)
{
  guint n = line->len;
  CwPoint a;
  CwPoint before;
  CwPoint last;
  gint64 steps;
  CwPoint corner;

  if (n < 3)
    return FALSE;
  a = g_array_index (line, CwVertex, n - 3).at;
  if (!cw_drag_get_step (a, g_array_index (line, CwVertex, n - 2).at, &before)
      || !cw_drag_get_step (g_array_index (line, CwVertex, n - 2).at,
                            g_array_index (line, CwVertex, n - 1).at, &last)
      || !meet (a, before, last, get_side_of (last, to), &steps) || steps < 0)
    return FALSE;
  corner = go (a, before, steps);
  if (((gint64) to.x - corner.x) * last.x + ((gint64) to.y - corner.y) * last.y < 0)
    return FALSE;
  g_array_index (line, CwVertex, n - 2).at = corner;
  g_array_index (line, CwVertex, n - 1).at = to;

  return TRUE;
}

/* the last leg is drawn anew, if it can be so that it leaves as the old one did */
static void
draw_anew (GArray *line, CwPoint to)
{
  CwPoint end = g_array_index (line, CwVertex, line->len - 1).at;
  CwPoint from;
  CwPoint old;
  CwLeg legs[2];
  guint n = 0;

  g_array_set_size (line, line->len - 1);
  from = g_array_index (line, CwVertex, line->len - 1).at;
  cw_drag_get_step (from, end, &old);
  for (guint posture = 0; posture < 2; posture++)
    {
      CwPoint step;

      n = cw_legs_make (from, to, CW_ANGLES_45, posture, legs);
      if (n > 0 && cw_drag_get_step (from, legs[0].to, &step) && cw_point_equal (step, old))
        break;
    }
  for (guint i = 0; i < n; i++)
    {
      CwVertex vertex = { legs[i].to, 0 };

      g_array_append_val (line, vertex);
    }
}

/* the path with one of its ends elsewhere; NULL when nothing of it is left */
CwPath *
cw_drag_end (const CwPath *path, gboolean last, CwPoint to)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  guint n = path->n_vertices;
  gboolean bent = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (line, path->vertices[last ? i : n - 1 - i]);
      bent |= i + 1 < n && path->vertices[i].sweep != 0;
    }
  if (bent)
    {
      /* arcs stay what they are between their ends */
      CwVertex *vertices = g_memdup2 (path->vertices, n * sizeof (CwVertex));
      CwPath *moved;

      vertices[last ? n - 1 : 0].at = to;
      moved = cw_path_new (vertices, n);
      g_free (vertices);
      return moved;
    }
  if (!slide (line, to))
    draw_anew (line, to);

  return make_path (line, last);
}
