/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-outline.h"

G_DEFINE_BOXED_TYPE (CwOutline, cw_outline, cw_outline_ref, cw_outline_unref)

static CwOutline *
outline_alloc (gsize n_holes)
{
  CwOutline *self = g_malloc (sizeof (CwOutline) + n_holes * sizeof (CwPath *));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_holes = (guint32) n_holes;

  return self;
}

/**
 * cw_outline_new:
 * @border: a closed path
 * @holes: (array length=n_holes) (nullable): closed paths
 * @n_holes: how many
 *
 * Makes an area with holes of references to paths. The paths are taken as they are:
 * whether they make an area is for the item to say.
 *
 * Returns: (transfer full): the area
 */
CwOutline *
cw_outline_new (CwPath *border, CwPath *const *holes, gsize n_holes)
{
  CwOutline *self;

  g_return_val_if_fail (border != NULL && n_holes <= G_MAXUINT32, NULL);

  self = outline_alloc (n_holes);
  self->border = cw_path_ref (border);
  for (gsize i = 0; i < n_holes; i++)
    self->holes[i] = cw_path_ref (holes[i]);

  return self;
}

/**
 * cw_outline_new_box:
 * @box: a box [nm]
 *
 * Makes an area without holes.
 *
 * Returns: (transfer full): the area
 */
CwOutline *
cw_outline_new_box (CwBox box)
{
  g_autoptr (CwPath) border = cw_path_new_box (box);

  return cw_outline_new (border, NULL, 0);
}

/**
 * cw_outline_ref:
 * @self: an area
 *
 * Returns: (transfer full): @self with one more reference
 */
CwOutline *
cw_outline_ref (CwOutline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * cw_outline_unref:
 * @self: (transfer full): an area
 *
 * Gives a reference back.
 */
void
cw_outline_unref (CwOutline *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  cw_path_unref (self->border);
  for (guint32 i = 0; i < self->n_holes; i++)
    cw_path_unref (self->holes[i]);
  g_free (self);
}

/**
 * cw_outline_equal:
 * @a: an area
 * @b: an area
 *
 * Returns: whether both have equal paths in the same order
 */
gboolean
cw_outline_equal (const CwOutline *a, const CwOutline *b)
{
  if (a == b)
    return TRUE;
  if (a->n_holes != b->n_holes || !cw_path_equal (a->border, b->border))
    return FALSE;

  for (guint32 i = 0; i < a->n_holes; i++)
    if (!cw_path_equal (a->holes[i], b->holes[i]))
      return FALSE;
  return TRUE;
}

/**
 * cw_outline_transform:
 * @self: an area
 * @transform: a transform
 *
 * Transforms an area.
 *
 * Returns: (transfer full): the transformed area
 */
CwOutline *
cw_outline_transform (const CwOutline *self, const CwTransform *transform)
{
  CwOutline *moved = outline_alloc (self->n_holes);

  moved->border = cw_path_transform (self->border, transform);
  for (guint32 i = 0; i < self->n_holes; i++)
    moved->holes[i] = cw_path_transform (self->holes[i], transform);

  return moved;
}

/**
 * cw_outline_get_bounds:
 * @self: an area
 *
 * Returns: a box around its border, rounded outwards [nm]
 */
CwBox
cw_outline_get_bounds (const CwOutline *self)
{
  return cw_path_get_bounds (self->border, TRUE);
}

/**
 * cw_outline_to_polygon:
 * @self: an area
 * @sagitta: how far chords may lie from their arcs, at least 1 [nm]
 *
 * Makes a polygon of an area.
 *
 * Returns: (transfer full) (nullable): the polygon, or %NULL when the border has less than three
 *   points
 */
CwPolygon *
cw_outline_to_polygon (const CwOutline *self, CwCoord sagitta)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autofree guint32 *ends = g_new (guint32, (gsize) self->n_holes + 1);

  cw_path_flatten (self->border, TRUE, sagitta, points);
  ends[0] = points->len;
  for (guint32 i = 0; i < self->n_holes; i++)
    {
      cw_path_flatten (self->holes[i], TRUE, sagitta, points);
      ends[i + 1] = points->len;
    }

  return cw_polygon_new_rings ((const CwPoint *) (gpointer) points->data, ends,
                               (gsize) self->n_holes + 1);
}
