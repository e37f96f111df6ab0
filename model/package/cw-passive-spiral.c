/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive-private.h"

#include <math.h>

/* Side k of a polygonal coil of n sides a turn lies a0 + k·pitch/n from the centre, at right angles
 * to the direction k·360°/n: so each side is one pitch further out than the one a turn before. */
static CwCoord
get_apothem (CwCoord first, CwCoord pitch, gint64 side, guint n)
{
  return (CwCoord) (first + pitch * side / n);
}

static void
add_polygon (GArray *path, CwCoord first, CwCoord pitch, guint n, CwCoord turns)
{
  CwAngle step = CW_ANGLE_FULL / (CwAngle) n;
  double c = cw_angle_get_cos (step);
  double s = cw_angle_get_sin (step);

  cw_passive_path_add (path, first, 0, 0);
  for (gint64 side = 0; side < (gint64) turns * n; side++)
    {
      CwAngle angle = (CwAngle) (side % n) * step;
      double here = get_apothem (first, pitch, side, n);
      double along = (get_apothem (first, pitch, side + 1, n) - here * c) / s;
      double normal_x = cw_angle_get_cos (angle);
      double normal_y = cw_angle_get_sin (angle);

      cw_passive_path_add (path, (CwCoord) llround (here * normal_x - along * normal_y),
                           (CwCoord) llround (here * normal_y + along * normal_x), 0);
    }
  cw_passive_path_add (path, first + turns * pitch, 0, 0);
}

/* half circles about two centres in turn, half a pitch apart, so that turns keep their distance */
static void
add_circles (GArray *path, CwCoord first, CwCoord pitch, CwCoord turns)
{
  for (CwCoord i = 0; i < turns; i++)
    {
      cw_passive_path_add (path, first + i * pitch, 0, 180 * CW_DEGREE);
      cw_passive_path_add (path, -(first + i * pitch + pitch / 2), 0, 180 * CW_DEGREE);
    }
  cw_passive_path_add (path, first + turns * pitch, 0, 0);
}

/* the line from the via at the inner end to the terminal at the outer one, and where they lie */
CwPassiveCoil
cw_passive_get_coil (const CwPassive *self, const CwTechnology *technology, GArray *path)
{
  CwCoord width = self->values[CW_PARAMETER_WIDTH];
  CwCoord space = self->values[CW_PARAMETER_SPACE];
  CwCoord turns = self->values[CW_PARAMETER_COUNT];
  CwCoord land = cw_passive_get_land (self, technology);
  CwCoord pitch = width + space;
  CwCoord first = (self->values[CW_PARAMETER_INNER] + width) / 2;
  CwCoord last = first + turns * pitch;
  CwPassiveCoil coil = { { first - (land - width + 1) / 2, 0 }, { last + pitch, 0 }, { 0, 0 } };

  /* clear of the outermost turn, which reaches half a pitch less far on this side */
  coil.exit.x = -MAX (last + pitch, last - pitch / 2 + (width + land) / 2 + space + 1);
  if (coil.inner.x != first)
    cw_passive_path_add (path, coil.inner.x, 0, 0);
  if (self->form == CW_FORM_ROUND_SPIRAL)
    add_circles (path, first, pitch, turns);
  else
    add_polygon (path, first, pitch, self->form == CW_FORM_OCTAGON_SPIRAL ? 8 : 4, turns);
  cw_passive_path_add (path, coil.outer.x, 0, 0);

  return coil;
}

/* A coil with an underpass from its inner end: the outer end is the first terminal, the far end of
 * the underpass the second. */
void
cw_passive_draw_spiral (CwPassiveDraw *self)
{
  const CwPassive *passive = self->passive;
  CwCoord width = passive->values[CW_PARAMETER_WIDTH];
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  CwPassiveCoil coil = cw_passive_get_coil (passive, self->technology, path);
  CwCoord land = cw_passive_get_land (passive, self->technology);

  cw_passive_draw_terminal (self, passive->level, coil.outer, width);
  cw_passive_draw_terminal (self, passive->level, coil.exit, land);
  cw_passive_draw_path (self, 1, 0, passive->level, path, width);
  cw_passive_draw_via (self, 1, coil.inner, TRUE);
  cw_passive_draw_line (self, 1, passive->other_level, coil.inner, coil.exit, width);
  cw_passive_draw_via (self, 1, coil.exit, FALSE);
}
