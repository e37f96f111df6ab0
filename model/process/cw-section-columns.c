/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section-columns.h"

static void
clear_piece (gpointer piece)
{
  g_clear_pointer (&((CwSectionPiece *) piece)->polygon, cw_polygon_unref);
}

/**
 * cw_section_columns_init:
 * @self: (out caller-allocates): columns to be cleared with cw_section_columns_clear ()
 * @cut: the cut that they belong to, which must outlive them
 *
 * Makes empty columns.
 */
void
cw_section_columns_init (CwSectionColumns *self, const CwSectionCut *cut)
{
  *self = (CwSectionColumns){ .n_columns = cut->n_columns, .stations = cut->stations };
  self->tops = g_malloc0_n (cut->n_columns + 1, sizeof *self->tops);
  self->bottoms = g_malloc_n (cut->n_columns + 1, sizeof *self->bottoms);
  for (guint i = 0; i < cut->n_columns; i++)
    self->bottoms[i][0] = self->bottoms[i][1] = G_MAXINT32;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (CwSectionPiece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->lower = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  self->upper = g_array_new (FALSE, FALSE, sizeof (CwPoint));
}

/**
 * cw_section_columns_clear:
 * @self: columns
 *
 * Frees them, and the pieces unless they were taken.
 */
void
cw_section_columns_clear (CwSectionColumns *self)
{
  g_clear_pointer (&self->tops, g_free);
  g_clear_pointer (&self->bottoms, g_free);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->lower, g_array_unref);
  g_clear_pointer (&self->upper, g_array_unref);
}

/* A point between two others on one straight line is left out; the outline stays the same. */
static void
add_point (GArray *points, gint32 s, gint32 z)
{
  CwPoint p = CW_POINT (s, z);

  if (points->len > 0 && cw_point_equal (p, g_array_index (points, CwPoint, points->len - 1)))
    return;
  if (points->len > 1)
    {
      CwPoint a = g_array_index (points, CwPoint, points->len - 2);
      CwPoint b = g_array_index (points, CwPoint, points->len - 1);

      if (cw_point_orient (a, b, p) == 0
          && (gint64) (b.x - a.x) * (p.x - b.x) + (gint64) (b.y - a.y) * (p.y - b.y) > 0)
        g_array_set_size (points, points->len - 1);
    }
  g_array_append_val (points, p);
}

static gboolean
is_same (const CwSectionPiece *a, const CwSectionPiece *b)
{
  return a->material == b->material && a->level == b->level && a->role == b->role
         && a->item == b->item && a->net == b->net && a->part == b->part;
}

static void
add_slab (CwSectionColumns *self, guint column, const CwSectionSlab *slab)
{
  gint32 left = self->stations[column];
  gint32 right = self->stations[column + 1];

  add_point (self->lower, left, slab->bottom_left);
  add_point (self->lower, right, slab->bottom_right);
  add_point (self->upper, left, slab->top_left);
  add_point (self->upper, right, slab->top_right);
  self->last = column;
  self->slab = *slab;
}

/* puts the slab on the column; it begins on what is there, or above with a void below */
static gboolean
pile (CwSectionColumns *self, guint column, CwSectionSlab *slab)
{
  gint32 *top = self->tops[column];

  slab->bottom_left = MAX (slab->bottom_left, top[0]);
  slab->bottom_right = MAX (slab->bottom_right, top[1]);
  slab->top_left = MAX (slab->top_left, slab->bottom_left);
  slab->top_right = MAX (slab->top_right, slab->bottom_right);
  if (slab->top_left == slab->bottom_left && slab->top_right == slab->bottom_right)
    return FALSE;

  top[0] = slab->top_left;
  top[1] = slab->top_right;

  return TRUE;
}

/**
 * cw_section_columns_lay:
 * @self: columns
 * @column: which one; they are laid from left to right
 * @made: what the slab is made of; its polygon does not count, and without a material it is void
 * @slab: its faces
 *
 * Lays a slab on a column. It grows together with the one laid on the column before, when that
 * is made of the same and they meet in more than a point.
 */
void
cw_section_columns_lay (CwSectionColumns *self, guint column, const CwSectionPiece *made,
                        CwSectionSlab slab)
{
  if (!pile (self, column, &slab) || made->material == CW_MATERIAL_NONE)
    return;

  if (self->bottoms[column][0] == G_MAXINT32)
    {
      self->bottoms[column][0] = slab.bottom_left;
      self->bottoms[column][1] = slab.bottom_right;
    }
  if (self->is_open
      && (self->last + 1 != column || !is_same (&self->made, made)
          || MIN (self->slab.top_right, slab.top_left)
                 <= MAX (self->slab.bottom_right, slab.bottom_left)))
    cw_section_columns_end (self);
  if (!self->is_open)
    {
      self->is_open = TRUE;
      self->made = *made;
      g_array_set_size (self->lower, 0);
      g_array_set_size (self->upper, 0);
    }
  add_slab (self, column, &slab);
}

/**
 * cw_section_columns_end:
 * @self: columns
 *
 * Ends the piece that is being laid, if any.
 */
void
cw_section_columns_end (CwSectionColumns *self)
{
  CwSectionPiece piece = self->made;

  if (!self->is_open)
    return;

  self->is_open = FALSE;
  for (guint i = self->upper->len; i > 0; i--)
    {
      CwPoint p = g_array_index (self->upper, CwPoint, i - 1);

      if (!cw_point_equal (p, g_array_index (self->lower, CwPoint, self->lower->len - 1)))
        g_array_append_val (self->lower, p);
    }
  piece.polygon = cw_polygon_new ((const CwPoint *) (gpointer) self->lower->data, self->lower->len);
  if (piece.polygon != NULL)
    g_array_append_val (self->pieces, piece);
}

/* ends at the same place of the ring, so that it begins at the lower left again */
static CwPolygon *
turn_polygon (const CwPolygon *polygon, CwCoord height)
{
  guint32 n = polygon->ends[0];
  g_autofree CwPoint *points = g_new (CwPoint, n);
  guint32 first = 0;

  for (guint32 i = 0; i < n; i++)
    {
      CwPoint p = polygon->points[n - 1 - i];

      points[i] = CW_POINT (p.x, height - p.y);
      if (points[i].x < points[first].x
          || (points[i].x == points[first].x && points[i].y < points[first].y))
        first = i;
    }
  if (first > 0)
    {
      g_autofree CwPoint *turned = g_new (CwPoint, n);

      for (guint32 i = 0; i < n; i++)
        turned[i] = points[(first + i) % n];
      return cw_polygon_new (turned, n);
    }

  return cw_polygon_new (points, n);
}

/**
 * cw_section_columns_turn_over:
 * @self: columns whose last piece was ended
 * @height: height of what was built; its top becomes the bottom [nm]
 *
 * Turns over what was laid: what was lowest is what the next slabs lie on.
 */
void
cw_section_columns_turn_over (CwSectionColumns *self, CwCoord height)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      CwSectionPiece *piece = &g_array_index (self->pieces, CwSectionPiece, i);
      CwPolygon *turned = turn_polygon (piece->polygon, height);

      cw_polygon_unref (piece->polygon);
      piece->polygon = turned;
    }
  for (guint i = 0; i < self->n_columns; i++)
    for (guint side = 0; side < 2; side++)
      self->tops[i][side]
          = self->bottoms[i][side] != G_MAXINT32 ? height - self->bottoms[i][side] : 0;
}

/**
 * cw_section_columns_get_height:
 * @self: columns
 *
 * Returns: the height of the highest of them [nm]
 */
CwCoord
cw_section_columns_get_height (const CwSectionColumns *self)
{
  CwCoord height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    height = MAX (height, MAX (self->tops[i][0], self->tops[i][1]));

  return height;
}
