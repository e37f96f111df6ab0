/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-film.h"

#include "model/process/cw-stretch.h"

/* The stretches of both rows that hang together, [from, to) of each. */
typedef struct
{
  guint teeth_from;
  guint teeth_to;
  guint body_from;
  guint body_to;
} Group;

static const CwStretch *
get_stretch (const GArray *row, guint i)
{
  return i < row->len ? &g_array_index (row, CwStretch, i) : NULL;
}

/* Takes the next stretch of the row that begins first, as long as it hangs together with the
 * last one of the other row. */
static gboolean
take_next (const CwFilm *self, Group *group)
{
  const CwStretch *tooth = get_stretch (self->teeth, group->teeth_to);
  const CwStretch *body = get_stretch (self->body, group->body_to);
  gboolean is_tooth = tooth != NULL && (body == NULL || tooth->start < body->start);
  const CwStretch *next = is_tooth ? tooth : body;
  gboolean is_first = group->teeth_from == group->teeth_to && group->body_from == group->body_to;
  gboolean has_other
      = is_tooth ? group->body_to > group->body_from : group->teeth_to > group->teeth_from;

  if (next == NULL)
    return FALSE;
  if (!is_first)
    {
      if (!has_other)
        return FALSE;
      if (next->start >= (is_tooth ? get_stretch (self->body, group->body_to - 1)->end
                                   : get_stretch (self->teeth, group->teeth_to - 1)->end))
        return FALSE;
    }

  if (is_tooth)
    group->teeth_to++;
  else
    group->body_to++;

  return TRUE;
}

static void
add_point (GArray *points, CwCoord s, CwCoord z)
{
  CwPoint p = CW_POINT (s, z);

  if (points->len == 0 || !cw_point_equal (p, g_array_index (points, CwPoint, points->len - 1)))
    g_array_append_val (points, p);
}

/* Walks from left to right: at @inside along the stretches, at @outside between them. */
static void
add_contour (GArray *points, const GArray *row, guint from, guint to, CwBox limits, CwCoord inside,
             CwCoord outside)
{
  gint32 at = limits.min.x;

  for (guint i = from; i < to; i++)
    {
      const CwStretch *stretch = get_stretch (row, i);

      if (stretch->start > at)
        {
          add_point (points, at, outside);
          add_point (points, stretch->start, outside);
        }
      add_point (points, stretch->start, inside);
      add_point (points, stretch->end, inside);
      at = stretch->end;
    }
  if (at < limits.max.x)
    {
      add_point (points, at, outside);
      add_point (points, limits.max.x, outside);
    }
}

static CwPolygon *
draw_group (const CwFilm *self, const Group *group)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autoptr (GArray) upper = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  CwBox limits = CW_BOX_EMPTY;

  for (guint i = group->teeth_from; i < group->teeth_to; i++)
    limits = cw_box_union (limits, CW_BOX (get_stretch (self->teeth, i)->start, self->bottom,
                                           get_stretch (self->teeth, i)->end, self->middle));
  for (guint i = group->body_from; i < group->body_to; i++)
    limits = cw_box_union (limits, CW_BOX (get_stretch (self->body, i)->start, self->middle,
                                           get_stretch (self->body, i)->end, self->top));

  add_contour (points, self->teeth, group->teeth_from, group->teeth_to, limits, self->bottom,
               self->middle);
  add_contour (upper, self->body, group->body_from, group->body_to, limits, self->top,
               self->middle);
  for (guint i = upper->len; i > 0; i--)
    {
      CwPoint p = g_array_index (upper, CwPoint, i - 1);

      add_point (points, p.x, p.y);
    }

  return cw_polygon_new ((const CwPoint *) points->data, points->len);
}

/**
 * cw_film_to_polygons:
 * @self: a film
 *
 * Draws the film with its teeth: one polygon for each part that hangs together.
 *
 * Returns: (transfer full) (element-type CwPolygon): the polygons from left to right
 */
GPtrArray *
cw_film_to_polygons (const CwFilm *self)
{
  static const GArray none = { NULL, 0 };
  GPtrArray *polygons = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  CwFilm film = *self;
  Group group = { 0 };

  if (film.bottom >= film.middle)
    film.teeth = &none;
  if (film.middle >= film.top)
    film.body = &none;

  for (;;)
    {
      while (take_next (&film, &group))
        ;
      if (group.teeth_from == group.teeth_to && group.body_from == group.body_to)
        break;

      g_ptr_array_add (polygons, draw_group (&film, &group));
      group.teeth_from = group.teeth_to;
      group.body_from = group.body_to;
    }

  return polygons;
}
