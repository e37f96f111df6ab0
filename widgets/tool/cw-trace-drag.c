/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-trace-drag.h"

#include <math.h>

#include "model/base/cw-error.h"
#include "model/copper/cw-copper.h"
#include "model/geometry/cw-segment.h"
#include "widgets/tool/cw-trace-drag-private.h"

struct _CwTraceDrag
{
  CwDesign *base;
  CwId item;
  gboolean free;
  GArray *line;    /* of CwDragVertex: the trace, with a vertex where something hangs on it */
  guint leg;       /* that is dragged, or */
  gboolean corner; /* the vertex of that number is */
  CwMove *move;    /* of a via */
};

static CwDragVertex *
get_vertex (const CwTraceDrag *self, guint i)
{
  return &g_array_index (self->line, CwDragVertex, i);
}

static CwPoint
get_at (const CwTraceDrag *self, guint i)
{
  return get_vertex (self, i)->vertex.at;
}

typedef struct
{
  CwTraceDrag *drag;
  const CwTrace *trace;
} Search;

/* nearest whole point of a straight leg that lies on it */
static CwPoint
project (CwPoint a, CwPoint b, CwPoint p)
{
  double dx = (double) b.x - a.x;
  double dy = (double) b.y - a.y;
  double length = dx * dx + dy * dy;
  double share = length > 0 ? CLAMP (((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0, 1) : 0;
  CwPoint step;

  if (cw_drag_get_step (a, b, &step))
    {
      gint64 n = llround (share * MAX (fabs (dx), fabs (dy)));

      return CW_POINT ((CwCoord) (a.x + step.x * n), (CwCoord) (a.y + step.y * n));
    }

  return CW_POINT (a.x + (CwCoord) lround (dx * share), a.y + (CwCoord) lround (dy * share));
}

/* puts a vertex where something is joined to the line, or marks the one that is there */
static void
add_joint (CwTraceDrag *self, CwPoint at, CwCoord width)
{
  CwReach reach = cw_reach_new (width, TRUE);

  for (guint i = 0; i < self->line->len; i++)
    if (cw_segment_is_point_near ((CwSegment){ get_at (self, i), get_at (self, i) }, at, &reach))
      {
        get_vertex (self, i)->joined = TRUE;
        return;
      }
  for (guint i = 0; i + 1 < self->line->len; i++)
    {
      CwSegment leg = { get_at (self, i), get_at (self, i + 1) };
      CwDragVertex vertex = { { project (leg.a, leg.b, at), 0 }, TRUE };

      if (get_vertex (self, i)->vertex.sweep != 0 || !cw_segment_is_point_near (leg, at, &reach))
        continue;
      g_array_insert_val (self->line, i + 1, vertex);
      return;
    }
}

static gboolean
find_joint (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  const CwTrace *other = cw_design_get_trace (search->drag->base, shape->item);
  CwCoord width = search->trace->width;

  if (shape->net != search->trace->net || shape->item == search->drag->item)
    return TRUE;
  if (other != NULL)
    {
      add_joint (search->drag, other->path->vertices[0].at, width);
      add_joint (search->drag, other->path->vertices[other->path->n_vertices - 1].at, width);
    }
  else if (shape->kind == CW_SHAPE_DISC)
    add_joint (search->drag, shape->disc.centre, width);
  else if (shape->kind == CW_SHAPE_BOX)
    add_joint (search->drag, cw_box_get_centre (shape->box), width);

  return TRUE;
}

static void
take_line (CwTraceDrag *self, const CwTrace *trace)
{
  Search search = { self, trace };
  guint n = trace->path->n_vertices;
  CwBox box = cw_box_grow (cw_path_get_bounds (trace->path, FALSE), trace->width);

  for (guint i = 0; i < n; i++)
    {
      CwDragVertex vertex = { trace->path->vertices[i], i == 0 || i + 1 == n };

      g_array_append_val (self->line, vertex);
    }
  cw_copper_foreach_shape (self->base, trace->level, box, find_joint, &search);
}

static gboolean
is_bent (const CwTraceDrag *self, guint leg)
{
  return get_vertex (self, leg)->vertex.sweep != 0;
}

static double
get_distance (const CwTraceDrag *self, guint leg, CwPoint at)
{
  return cw_segment_measure_point ((CwSegment){ get_at (self, leg), get_at (self, leg + 1) }, at)
      .distance;
}

/* a corner that nothing hangs on, near enough; else a new one where the leg is grabbed */
static void
take_corner (CwTraceDrag *self, CwPoint at, CwCoord tolerance)
{
  CwReach reach = cw_reach_new (2 * (gint64) tolerance, TRUE);
  CwDragVertex vertex = { { { 0, 0 }, 0 }, FALSE };

  for (guint i = self->leg; i <= self->leg + 1; i++)
    if (!get_vertex (self, i)->joined
        && cw_segment_is_point_near ((CwSegment){ get_at (self, i), get_at (self, i) }, at, &reach))
      {
        self->leg = i;
        return;
      }
  vertex.vertex.at = project (get_at (self, self->leg), get_at (self, self->leg + 1), at);
  g_array_insert_val (self->line, self->leg + 1, vertex);
  self->leg++;
}

static gboolean
take_trace (CwTraceDrag *self, CwPoint at, CwCoord tolerance, GError **error)
{
  double least = G_MAXDOUBLE;

  take_line (self, cw_design_get_trace (self->base, self->item));
  for (guint i = 0; i + 1 < self->line->len; i++)
    {
      double distance = get_distance (self, i, at);

      if (distance >= least || cw_point_equal (get_at (self, i), get_at (self, i + 1)))
        continue;
      least = distance;
      self->leg = i;
    }
  if (is_bent (self, self->leg))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "an arc is not dragged: drag a leg beside it");
      return FALSE;
    }
  if (self->free)
    {
      self->corner = TRUE;
      take_corner (self, at, tolerance);
    }

  return TRUE;
}

/**
 * cw_trace_drag_new:
 * @base: a design
 * @item: a trace or a via of it
 * @at: where it is grabbed [nm]
 * @tolerance: how near a corner is grabbed [nm]
 * @free: whether corners go anywhere; otherwise a leg goes sideways, and it and its neighbours keep
 *   their directions
 * @error: return location for an error
 *
 * Finds what is dragged, and what is joined to it and stays: pads, vias and the ends of other traces.
 *
 * Returns: (transfer full) (nullable): the drag; %NULL and @error set when it cannot be dragged
 */
CwTraceDrag *
cw_trace_drag_new (CwDesign *base, CwId item, CwPoint at, CwCoord tolerance, gboolean free,
                   GError **error)
{
  g_autoptr (CwTraceDrag) self = NULL;

  g_return_val_if_fail (base != NULL && cw_design_get_item (base, item) != NULL, NULL);

  if (cw_design_is_locked (base, item))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "the item is locked");
      return NULL;
    }
  self = g_new0 (CwTraceDrag, 1);
  self->base = cw_design_ref (base);
  self->item = item;
  self->free = free;
  self->line = g_array_new (FALSE, FALSE, sizeof (CwDragVertex));
  if (cw_id_get_kind (item) != CW_ITEM_TRACE)
    self->move = cw_move_new (base, &item, 1);
  else if (!take_trace (self, at, tolerance, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * cw_trace_drag_free:
 * @self: a drag
 *
 * Frees it.
 */
void
cw_trace_drag_free (CwTraceDrag *self)
{
  cw_design_unref (self->base);
  g_array_unref (self->line);
  g_clear_pointer (&self->move, cw_move_free);
  g_free (self);
}

static CwPoint
get_last (const CwPath *path)
{
  return path->vertices[path->n_vertices - 1].at;
}

/* traces that the move pulled along are drawn with legs as they had */
static gboolean
straighten (CwEdit *edit, const CwDesign *base, const CwDesign *moved, CwId id, GError **error)
{
  CwTrace trace = *cw_design_get_trace (moved, id);
  const CwPath *old = cw_design_get_trace (base, id)->path;
  g_autoptr (CwPath) path = NULL;

  if (!cw_point_equal (old->vertices[0].at, trace.path->vertices[0].at))
    path = cw_drag_end (old, FALSE, trace.path->vertices[0].at);
  if (!cw_point_equal (get_last (old), get_last (trace.path)))
    {
      CwPath *end = cw_drag_end (path != NULL ? path : old, TRUE, get_last (trace.path));

      g_clear_pointer (&path, cw_path_unref);
      path = end;
    }
  if (path == NULL)
    return cw_edit_remove (edit, id, error); /* its ends fell together */
  trace.path = path;

  return cw_edit_set_trace (edit, id, &trace, error);
}

static CwDesign *
drag_via (const CwTraceDrag *self, CwPoint by, GError **error)
{
  CwTransform transform = CW_TRANSFORM_IDENTITY;
  g_autoptr (CwDesign) moved = NULL;
  g_autoptr (CwDiff) diff = NULL;
  g_autoptr (CwEdit) edit = NULL;

  transform.offset = by;
  moved = cw_move_apply (self->move, &transform, FALSE, error);
  if (moved == NULL || self->free)
    return g_steal_pointer (&moved);
  diff = cw_diff_new (self->base, moved);
  edit = cw_edit_new (moved);
  for (gsize i = 0; i < diff->n_items; i++)
    if (cw_id_get_kind (diff->items[i]) == CW_ITEM_TRACE
        && !straighten (edit, self->base, moved, diff->items[i], error))
      return NULL;

  return cw_edit_finish (edit, NULL);
}

/* without vertices that are on the way between their neighbours */
static CwPath *
make_path (GArray *vertices)
{
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (CwVertex));

  for (guint i = 0; i < vertices->len; i++)
    {
      CwVertex vertex = g_array_index (vertices, CwVertex, i);
      CwVertex *last = plain->len > 0 ? &g_array_index (plain, CwVertex, plain->len - 1) : NULL;

      if (last != NULL && cw_point_equal (last->at, vertex.at))
        {
          last->sweep = vertex.sweep;
          continue;
        }
      if (plain->len >= 2 && last->sweep == 0 && last[-1].sweep == 0
          && cw_point_orient (last[-1].at, last->at, vertex.at) == 0
          && cw_box_contains (cw_box_from_points (last[-1].at, vertex.at), last->at))
        *last = vertex;
      else
        g_array_append_val (plain, vertex);
    }

  return plain->len >= 2 ? cw_path_new ((const CwVertex *) plain->data, plain->len) : NULL;
}

static GArray *
drag_corner (const CwTraceDrag *self, CwPoint by)
{
  GArray *vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));

  for (guint i = 0; i < self->line->len; i++)
    {
      CwVertex vertex = get_vertex (self, i)->vertex;

      if (i == self->leg)
        vertex.at = cw_point_add (vertex.at, by);
      g_array_append_val (vertices, vertex);
    }

  return vertices;
}

/* a leg in no such direction goes as it is, with legs to what stays */
static GArray *
drag_slanted (const CwTraceDrag *self, CwPoint by)
{
  GArray *vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));

  for (guint i = 0; i < self->line->len; i++)
    {
      const CwDragVertex *drag = get_vertex (self, i);
      CwVertex moved = { cw_point_add (drag->vertex.at, by), drag->vertex.sweep };

      if (i != self->leg && i != self->leg + 1)
        {
          g_array_append_val (vertices, drag->vertex);
          continue;
        }
      if (drag->joined && i == self->leg)
        {
          CwVertex stay = { drag->vertex.at, 0 };

          g_array_append_val (vertices, stay);
        }
      if (drag->joined && i != self->leg)
        moved.sweep = 0;
      g_array_append_val (vertices, moved);
      if (drag->joined && i != self->leg)
        g_array_append_val (vertices, drag->vertex);
    }

  return vertices;
}

static GArray *
drag_line (const CwTraceDrag *self, CwPoint by)
{
  CwPoint step;

  if (self->corner)
    return drag_corner (self, by);
  if (!cw_drag_get_step (get_at (self, self->leg), get_at (self, self->leg + 1), &step))
    return drag_slanted (self, by);

  return cw_drag_leg ((const CwDragVertex *) self->line->data, self->line->len, self->leg, by);
}

/**
 * cw_trace_drag_apply:
 * @self: a drag
 * @by: how far the pointer went since the start [nm]
 * @error: return location for an error
 *
 * Drags. What the dragged part was joined to, it stays joined to.
 *
 * Returns: (transfer full) (nullable): the design, the one before when nothing is changed by it;
 *   %NULL and @error set when it cannot go that far
 */
CwDesign *
cw_trace_drag_apply (const CwTraceDrag *self, CwPoint by, GError **error)
{
  g_autoptr (GArray) vertices = NULL;
  g_autoptr (CwPath) path = NULL;
  g_autoptr (CwEdit) edit = NULL;
  CwTrace trace;

  g_return_val_if_fail (self != NULL, NULL);

  if (by.x == 0 && by.y == 0)
    return cw_design_ref (self->base);
  if (self->move != NULL)
    return drag_via (self, by, error);
  vertices = drag_line (self, by);
  path = vertices != NULL ? make_path (vertices) : NULL;
  if (path == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "the leg does not go that far: its neighbours would cross");
      return NULL;
    }
  trace = *cw_design_get_trace (self->base, self->item);
  if (cw_path_equal (trace.path, path))
    return cw_design_ref (self->base);
  trace.path = path;
  edit = cw_edit_new (self->base);
  if (!cw_edit_set_trace (edit, self->item, &trace, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}
