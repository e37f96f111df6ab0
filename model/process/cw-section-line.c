/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-section-line.h"

#include <math.h>

/**
 * cw_section_line_init:
 * @self: (out caller-allocates): a line to be cleared with cw_section_line_clear ()
 * @line: (array length=n_points): its points [nm]
 * @n_points: how many
 *
 * Finds the legs of a cut line.
 */
void
cw_section_line_init (CwSectionLine *self, const CwPoint *line, gsize n_points)
{
  double way = 0;

  self->legs = g_array_new (FALSE, FALSE, sizeof (CwSectionLeg));
  for (gsize i = 0; i + 1 < n_points && way < CW_COORD_MAX; i++)
    {
      CwSectionLeg leg = { line[i], line[i + 1], way, 0 };

      leg.length = sqrt ((double) cw_point_distance_squared (leg.from, leg.to));
      if (leg.length == 0)
        continue;
      g_array_append_val (self->legs, leg);
      way += leg.length;
    }
  self->length = (CwCoord) MIN (llround (way), CW_COORD_MAX);
}

/**
 * cw_section_line_clear:
 * @self: a line
 *
 * Frees its legs.
 */
void
cw_section_line_clear (CwSectionLine *self)
{
  g_clear_pointer (&self->legs, g_array_unref);
}

/**
 * cw_section_line_get_way:
 * @self: a line
 * @leg: one of its legs
 * @at: way along that leg; what is beyond its ends is cut off [nm]
 *
 * Returns: the way along the whole line [nm]
 */
CwCoord
cw_section_line_get_way (const CwSectionLine *self, const CwSectionLeg *leg, double at)
{
  double way = leg->offset + CLAMP (at, 0, leg->length);

  return (CwCoord) CLAMP (llround (way), 0, (gint64) self->length);
}
