/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive-private.h"

/* one plate above the other: the terminal of the upper one at its left edge, that of the lower one at
 * its right */
void
cw_passive_draw_plates (CwPassiveDraw *self)
{
  const CwPassive *passive = self->passive;
  CwCoord length = passive->values[CW_PARAMETER_LENGTH];
  CwCoord height = passive->values[CW_PARAMETER_HEIGHT];
  CwCoord land = MAX (MIN (length, height) / 4, 1);
  CwCoord left = -(length / 2);
  CwCoord low = -(height / 2);
  CwBox plate = CW_BOX (left, low, left + length, low + height);

  cw_passive_draw_terminal (self, passive->level, CW_POINT (plate.min.x + (land + 1) / 2, 0), land);
  cw_passive_draw_terminal (self, passive->other_level, CW_POINT (plate.max.x - (land + 1) / 2, 0),
                            land);
  cw_passive_draw_box (self, 0, CW_ROLE_PASSIVE, passive->level, plate);
  cw_passive_draw_box (self, 1, CW_ROLE_PASSIVE, passive->other_level, plate);
}

/* two combs; their fingers face each other along the length, and end one space before the other comb */
void
cw_passive_draw_interdigital (CwPassiveDraw *self)
{
  const CwPassive *passive = self->passive;
  CwCoord width = passive->values[CW_PARAMETER_WIDTH];
  CwCoord pitch = width + passive->values[CW_PARAMETER_SPACE];
  CwCoord n = passive->values[CW_PARAMETER_COUNT];
  CwCoord half = passive->values[CW_PARAMETER_LENGTH] / 2;
  CwCoord comb = half + passive->values[CW_PARAMETER_SPACE] + (width + 1) / 2;
  CwCoord low = -((n - 1) * pitch / 2);
  CwCoord high = low + (n - 1) * pitch;

  cw_passive_draw_terminal (self, passive->level, CW_POINT (-comb, 0), width);
  cw_passive_draw_terminal (self, passive->level, CW_POINT (comb, 0), width);
  cw_passive_draw_line (self, 0, passive->level, CW_POINT (-comb, low), CW_POINT (-comb, high),
                        width);
  cw_passive_draw_line (self, 1, passive->level, CW_POINT (comb, low), CW_POINT (comb, high),
                        width);
  for (CwCoord i = 0; i < n; i++)
    {
      guint32 node = i % 2;
      CwCoord side = node == 0 ? -1 : 1;
      CwCoord y = low + i * pitch;

      cw_passive_draw_line (self, node, passive->level, CW_POINT (side * comb, y),
                            CW_POINT (-side * (half - width / 2), y), width);
    }
}
