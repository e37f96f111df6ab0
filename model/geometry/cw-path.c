/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-path.h"

#include <math.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (CwPath, cw_path, cw_path_ref, cw_path_unref)

static CwPath *
path_alloc (gsize n_vertices)
{
  CwPath *self = g_malloc (sizeof (CwPath) + n_vertices * sizeof (CwVertex));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_vertices = (guint32) n_vertices;

  return self;
}

/**
 * cw_path_new:
 * @vertices: (array length=n_vertices): the vertices
 * @n_vertices: how many
 *
 * Makes a path. The vertices are taken as they are, equal neighbours too: whether they
 * make a trace or an outline is for the item to say.
 *
 * Returns: (transfer full): the path
 */
CwPath *
cw_path_new (const CwVertex *vertices, gsize n_vertices)
{
  CwPath *self;

  g_return_val_if_fail (n_vertices <= G_MAXUINT32, NULL);

  self = path_alloc (n_vertices);
  if (n_vertices > 0)
    memcpy (self->vertices, vertices, n_vertices * sizeof (CwVertex));

  return self;
}

/**
 * cw_path_new_points:
 * @points: (array length=n_points): the points [nm]
 * @n_points: how many
 *
 * Makes a path of straight legs.
 *
 * Returns: (transfer full): the path
 */
CwPath *
cw_path_new_points (const CwPoint *points, gsize n_points)
{
  CwPath *self;

  g_return_val_if_fail (n_points <= G_MAXUINT32, NULL);

  self = path_alloc (n_points);
  for (gsize i = 0; i < n_points; i++)
    self->vertices[i] = (CwVertex){ points[i], 0 };

  return self;
}

/**
 * cw_path_new_box:
 * @box: a box [nm]
 *
 * Makes the outline of a box, counterclockwise from its lower left corner.
 *
 * Returns: (transfer full): the path
 */
CwPath *
cw_path_new_box (CwBox box)
{
  CwPoint corners[] = {
    box.min,
    { box.max.x, box.min.y },
    box.max,
    { box.min.x, box.max.y },
  };

  return cw_path_new_points (corners, G_N_ELEMENTS (corners));
}

/**
 * cw_path_ref:
 * @self: a path
 *
 * Returns: (transfer full): @self with one more reference
 */
CwPath *
cw_path_ref (CwPath *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_path_unref:
 * @self: (transfer full): a path
 *
 * Gives a reference back.
 */
void
cw_path_unref (CwPath *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    g_free (self);
}

/**
 * cw_path_equal:
 * @a: a path
 * @b: a path
 *
 * Returns: whether both have the same vertices in the same order
 */
gboolean
cw_path_equal (const CwPath *a, const CwPath *b)
{
  return a == b
         || (a->n_vertices == b->n_vertices
             && memcmp (a->vertices, b->vertices, a->n_vertices * sizeof (CwVertex)) == 0);
}

/**
 * cw_path_transform:
 * @self: a path
 * @transform: a transform
 *
 * Transforms a path; mirroring turns its arcs the other way round.
 *
 * Returns: (transfer full): the transformed path
 */
CwPath *
cw_path_transform (const CwPath *self, const CwTransform *transform)
{
  CwPath *path = path_alloc (self->n_vertices);

  for (guint32 i = 0; i < self->n_vertices; i++)
    {
      const CwVertex *vertex = &self->vertices[i];

      path->vertices[i].at = cw_transform_point (transform, vertex->at);
      path->vertices[i].sweep = transform->mirror ? -vertex->sweep : vertex->sweep;
    }

  return path;
}

/* the leg that follows a vertex, or FALSE after the last of an open path */
static gboolean
get_leg (const CwPath *self, gboolean closed, guint32 index, CwArc *leg)
{
  guint32 next = index + 1;

  if (next >= self->n_vertices)
    {
      if (!closed || self->n_vertices < 2)
        return FALSE;
      next = 0;
    }

  *leg = (CwArc){ self->vertices[index].at, self->vertices[next].at, self->vertices[index].sweep };
  return TRUE;
}

/**
 * cw_path_get_bounds:
 * @self: a path
 * @closed: whether the last leg leads back to the first vertex
 *
 * Returns: a box around the path and around its flattened form, rounded outwards; empty
 *   when there are no vertices [nm]
 */
CwBox
cw_path_get_bounds (const CwPath *self, gboolean closed)
{
  CwBox bounds = CW_BOX_EMPTY;

  for (guint32 i = 0; i < self->n_vertices; i++)
    {
      CwArc leg;

      bounds = cw_box_add_point (bounds, self->vertices[i].at);
      if (self->vertices[i].sweep != 0 && get_leg (self, closed, i, &leg))
        bounds = cw_box_union (bounds, cw_arc_get_bounds (&leg));
    }

  return bounds;
}

/**
 * cw_path_get_length:
 * @self: a path
 * @closed: whether the last leg leads back to the first vertex
 *
 * Returns: its length along legs and arcs [nm]
 */
double
cw_path_get_length (const CwPath *self, gboolean closed)
{
  double length = 0;

  for (guint32 i = 0; i < self->n_vertices; i++)
    {
      CwArc leg;

      if (get_leg (self, closed, i, &leg))
        length += cw_arc_get_length (&leg);
    }

  return length;
}

/**
 * cw_path_flatten:
 * @self: a path
 * @closed: whether the last leg leads back to the first vertex
 * @sagitta: how far chords may lie from their arcs, at least 1 [nm]
 * @points: (element-type CwPoint): where to append
 *
 * Appends the first vertex and then all points up to the last; a closed path does
 * not repeat the first at its end.
 */
void
cw_path_flatten (const CwPath *self, gboolean closed, CwCoord sagitta, GArray *points)
{
  if (self->n_vertices == 0)
    return;

  g_array_append_val (points, self->vertices[0].at);
  for (guint32 i = 0; i < self->n_vertices; i++)
    {
      CwArc leg;

      if (!get_leg (self, closed, i, &leg))
        break;
      if (leg.sweep != 0)
        cw_arc_flatten (&leg, sagitta, points);
      else
        g_array_append_val (points, leg.end);
    }
  if (closed && self->n_vertices > 1)
    g_array_set_size (points, points->len - 1);
}
