/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section.h"

#include <math.h>
#include <string.h>

#include "model/process/cw-section-private.h"
#include "model/process/cw-section-set.h"

struct _CwSection
{
  gatomicrefcount ref_count;
  GArray *pieces; /* of CwSectionPiece */
  CwBox bounds;
  CwCoord length;
  gboolean is_turned;
  gsize n_points;
  CwPoint line[];
};

G_DEFINE_BOXED_TYPE (CwSection, cw_section, cw_section_ref, cw_section_unref)

static double
get_leg_length (const CwSection *self, gsize leg)
{
  return sqrt ((double) cw_point_distance_squared (self->line[leg], self->line[leg + 1]));
}

static CwPoint
get_point_on_leg (const CwSection *self, gsize leg, double t)
{
  CwPoint a = self->line[leg];
  CwPoint b = self->line[leg + 1];

  return CW_POINT ((CwCoord) llround (a.x + t * ((double) b.x - a.x)),
                   (CwCoord) llround (a.y + t * ((double) b.y - a.y)));
}

/**
 * cw_section_new_take:
 * @pieces: (transfer full) (element-type CwSectionPiece): its pieces
 * @length: length of the cut line [nm]
 * @is_turned: whether the active side is at the bottom
 * @line: (array length=n_points): the cut line [nm]
 * @n_points: how many points it has
 *
 * Makes a section of its pieces.
 *
 * Returns: (transfer full): the section
 */
CwSection *
cw_section_new_take (GArray *pieces, CwCoord length, gboolean is_turned, const CwPoint *line,
                     gsize n_points)
{
  CwSection *self = g_malloc0 (sizeof (CwSection) + n_points * sizeof (CwPoint));

  g_atomic_ref_count_init (&self->ref_count);
  self->n_points = n_points;
  memcpy (self->line, line, n_points * sizeof (CwPoint));
  self->pieces = pieces;
  self->length = length;
  self->is_turned = is_turned;
  self->bounds = CW_BOX_EMPTY;
  for (guint i = 0; i < self->pieces->len; i++)
    self->bounds = cw_box_union (self->bounds,
                                 g_array_index (self->pieces, CwSectionPiece, i).polygon->bounds);

  return self;
}

/**
 * cw_section_new:
 * @design: a design; it need not outlive the call
 * @line: (array length=n_points): the cut line, open [nm]
 * @n_points: how many points it has, at least two
 *
 * Cuts the package along a line as it is after the last step of its flow. See
 * cw_section_new_step ().
 *
 * Returns: (transfer full): the section
 */
CwSection *
cw_section_new (CwDesign *design, const CwPoint *line, gsize n_points)
{
  return cw_section_new_step (design, line, n_points, G_MAXUINT);
}

/**
 * cw_section_new_step:
 * @design: a design; it need not outlive the call
 * @line: (array length=n_points): the cut line, open [nm]
 * @n_points: how many points it has, at least two
 * @step: index of a step of cw_technology_dup_flow (); beyond the last one that is meant
 *
 * Cuts the package along a line as it is after a step of its flow. The way along the cut runs on
 * over the legs; what lies further than %CW_COORD_MAX along it is left out. Pieces go from
 * bottom to top, then from left to right; their coordinates are whole nanometres. They touch, and
 * what no piece covers is void.
 *
 * Returns: (transfer full): the section
 */
CwSection *
cw_section_new_step (CwDesign *design, const CwPoint *line, gsize n_points, guint step)
{
  g_autoptr (CwSectionSet) set = NULL;

  g_return_val_if_fail (design != NULL, NULL);
  g_return_val_if_fail (line != NULL && n_points >= 2, NULL);

  set = cw_section_set_new (design, line, n_points);

  return cw_section_ref (cw_section_set_get (set, step));
}

/**
 * cw_section_ref:
 * @self: a section
 *
 * Returns: (transfer full): @self with one more reference
 */
CwSection *
cw_section_ref (CwSection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * cw_section_unref:
 * @self: (transfer full): a section
 *
 * Gives back a reference; the last one frees the section.
 */
void
cw_section_unref (CwSection *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->pieces);
  g_free (self);
}

/**
 * cw_section_get_n_pieces:
 * @self: a section
 *
 * Returns: how many pieces it has
 */
gsize
cw_section_get_n_pieces (const CwSection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pieces->len;
}

/**
 * cw_section_get_piece:
 * @self: a section
 * @index: which piece
 *
 * Returns: (transfer none): the piece, good as long as the section
 */
const CwSectionPiece *
cw_section_get_piece (const CwSection *self, gsize index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->pieces->len, NULL);

  return &g_array_index (self->pieces, CwSectionPiece, index);
}

/**
 * cw_section_get_length:
 * @self: a section
 *
 * Returns: length of the cut line, also where there is no package [nm]
 */
CwCoord
cw_section_get_length (const CwSection *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * cw_section_is_turned:
 * @self: a section
 *
 * Returns: whether the assembly lies with its active side down, as it does in methods B and C
 *   before it is turned over: then the bottom of the section is that side
 */
gboolean
cw_section_is_turned (const CwSection *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_turned;
}

/**
 * cw_section_get_bounds:
 * @self: a section
 *
 * Returns: smallest box around the pieces, x along the cut and y up; empty when there
 *   is none [nm]
 */
CwBox
cw_section_get_bounds (const CwSection *self)
{
  g_return_val_if_fail (self != NULL, CW_BOX_EMPTY);

  return self->bounds;
}

/**
 * cw_section_get_line:
 * @self: a section
 * @n_points: (out): how many points
 *
 * Returns: (transfer none) (array length=n_points): the cut line in the plan [nm]
 */
const CwPoint *
cw_section_get_line (const CwSection *self, gsize *n_points)
{
  g_return_val_if_fail (self != NULL && n_points != NULL, NULL);

  *n_points = self->n_points;

  return self->line;
}

/**
 * cw_section_get_point:
 * @self: a section
 * @s: a way along the cut; ways beyond its ends give its ends [nm]
 *
 * Returns: the point of the plan that lies there [nm]
 */
CwPoint
cw_section_get_point (const CwSection *self, CwCoord s)
{
  double left = s;

  g_return_val_if_fail (self != NULL, CW_POINT (0, 0));

  if (s <= 0)
    return self->line[0];
  for (gsize leg = 0; leg + 1 < self->n_points; leg++)
    {
      double length = get_leg_length (self, leg);

      if (left <= length && length > 0)
        return get_point_on_leg (self, leg, left / length);
      left -= length;
    }

  return self->line[self->n_points - 1];
}

/**
 * cw_section_project:
 * @self: a section
 * @p: a point of the plan [nm]
 *
 * Returns: the way along the cut to its point nearest to @p [nm]
 */
CwCoord
cw_section_project (const CwSection *self, CwPoint p)
{
  double best = INFINITY;
  double way = 0;
  double offset = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (gsize leg = 0; leg + 1 < self->n_points; leg++)
    {
      CwPoint a = self->line[leg];
      CwPoint b = self->line[leg + 1];
      double length = get_leg_length (self, leg);
      double ux = length > 0 ? ((double) b.x - a.x) / length : 0;
      double uy = length > 0 ? ((double) b.y - a.y) / length : 0;
      double along = ((double) p.x - a.x) * ux + ((double) p.y - a.y) * uy;
      double t = CLAMP (along, 0, length);
      double distance = hypot (a.x + t * ux - p.x, a.y + t * uy - p.y);

      if (distance < best)
        {
          best = distance;
          way = offset + t;
        }
      offset += length;
    }

  return (CwCoord) llround (MIN (way, self->length));
}

/**
 * cw_section_find:
 * @self: a section
 * @s: a way along the cut [nm]
 * @z: a height above the bottom of the stack [nm]
 *
 * Finds the piece at a place. Where pieces meet, one that an item owns goes before a
 * film, and then the later one before the earlier.
 *
 * Returns: index of the piece, or -1 when there is none
 */
gssize
cw_section_find (const CwSection *self, CwCoord s, CwCoord z)
{
  gssize found = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = self->pieces->len; i > 0; i--)
    {
      const CwSectionPiece *piece = &g_array_index (self->pieces, CwSectionPiece, i - 1);

      if (!cw_box_contains (piece->polygon->bounds, CW_POINT (s, z))
          || !cw_polygon_contains (piece->polygon, CW_POINT (s, z)))
        continue;
      if (piece->item != CW_ID_NONE)
        return i - 1;
      if (found < 0)
        found = i - 1;
    }

  return found;
}
