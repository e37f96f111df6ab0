/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive-private.h"

/* the coil with its outer end to the left, about a centre */
static void
place_coil (GArray *path, CwPassiveCoil *coil, CwCoord centre)
{
  for (guint i = 0; i < path->len; i++)
    {
      CwVertex *vertex = &g_array_index (path, CwVertex, i);

      vertex->at.x = centre - vertex->at.x;
      vertex->sweep = -vertex->sweep;
    }
  coil->inner.x = centre - coil->inner.x;
  coil->outer.x = centre - coil->outer.x;
  coil->exit.x = centre - coil->exit.x;
}

/* An inductor from the first terminal to the second, and to its right a capacitor from there to
 * ground: the upper plate belongs to the second terminal, the lower one to the third. */
void
cw_passive_draw_low_pass (CwPassiveDraw *self)
{
  const CwPassive *passive = self->passive;
  CwCoord width = passive->values[CW_PARAMETER_WIDTH];
  CwCoord length = passive->values[CW_PARAMETER_LENGTH];
  CwCoord height = passive->values[CW_PARAMETER_HEIGHT];
  CwCoord space = passive->values[CW_PARAMETER_SPACE];
  CwCoord spot = MAX (MIN (MIN (length, height) / 4, width), 1);
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  CwPassiveCoil coil = cw_passive_get_coil (passive, self->technology, path);
  CwCoord land = cw_passive_get_land (passive, self->technology);
  CwCoord left = coil.outer.x + width / 2; /* how far the parts reach from the centre of the coil */
  CwCoord right = -coil.exit.x + (land + 1) / 2 + space;
  CwCoord centre = left - (left + right + length) / 2;
  CwPoint corner = CW_POINT (centre + right, -(height / 2));
  CwBox plate = CW_BOX (corner.x, corner.y, corner.x + length, corner.y + height);

  place_coil (path, &coil, centre);
  cw_passive_draw_terminal (self, passive->level, coil.outer, width);
  cw_passive_draw_terminal (self, passive->level, CW_POINT (plate.max.x - (spot + 1) / 2, 0), spot);
  cw_passive_draw_terminal (self, passive->other_level,
                            CW_POINT (cw_box_get_centre (plate).x, plate.min.y + (spot + 1) / 2),
                            spot);
  cw_passive_draw_path (self, 1, 0, passive->level, path, width);
  cw_passive_draw_via (self, 1, coil.inner, TRUE);
  cw_passive_draw_line (self, 1, passive->other_level, coil.inner, coil.exit, width);
  cw_passive_draw_via (self, 1, coil.exit, TRUE);
  cw_passive_draw_line (self, 1, passive->level, coil.exit,
                        CW_POINT (plate.min.x + MIN (width / 2, length), 0), width);
  cw_passive_draw_box (self, 1, CW_ROLE_PASSIVE, passive->level, plate);
  cw_passive_draw_box (self, CW_PASSIVE_GROUND, CW_ROLE_PASSIVE, passive->other_level, plate);
}

/* Resonators side by side, each a pair of arms that a bow joins below or above in turn, all one space
 * apart. Arms are as long as that over all, their bow included. The outermost have leads in the
 * middle. */
void
cw_passive_draw_hairpin (CwPassiveDraw *self)
{
  const CwPassive *passive = self->passive;
  CwCoord width = passive->values[CW_PARAMETER_WIDTH];
  CwCoord space = passive->values[CW_PARAMETER_SPACE];
  CwCoord length = passive->values[CW_PARAMETER_LENGTH];
  CwCoord n = passive->values[CW_PARAMETER_COUNT];
  CwCoord inside = width + space;
  CwCoord pitch = 2 * inside;
  CwCoord left = -(((n - 1) * pitch + inside) / 2);
  CwCoord right = left + (n - 1) * pitch + inside;
  CwCoord low = width / 2 - length / 2;
  CwCoord high = low + length - width;
  CwPoint in = CW_POINT (left - inside, 0);
  CwPoint out = CW_POINT (right + inside, 0);

  cw_passive_draw_terminal (self, passive->level, in, width);
  cw_passive_draw_terminal (self, passive->level, out, width);
  cw_passive_draw_line (self, 0, passive->level, in, CW_POINT (left, 0), width);
  cw_passive_draw_line (self, 1, passive->level, CW_POINT (right, 0), out, width);
  for (CwCoord i = 0; i < n; i++)
    {
      guint32 node = 2 * i < n ? 0 : 1;
      CwCoord x = left + i * pitch;
      CwCoord y = i % 2 == 0 ? low : high;

      cw_passive_draw_line (self, node, passive->level, CW_POINT (x, low), CW_POINT (x, high),
                            width);
      cw_passive_draw_line (self, node, passive->level, CW_POINT (x, y), CW_POINT (x + inside, y),
                            width);
      cw_passive_draw_line (self, node, passive->level, CW_POINT (x + inside, low),
                            CW_POINT (x + inside, high), width);
    }
}
