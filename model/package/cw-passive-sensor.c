/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive-private.h"

guint
cw_passive_get_cavity_level (const CwPassive *self, const CwTechnology *technology)
{
  for (guint level = self->level; level-- > 0;)
    {
      CwLevelKind kind = cw_technology_get_level (technology, level)->kind;

      if (kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC)
        return level;
      if (cw_level_kind_is_metal (kind))
        break;
    }

  return CW_LEVEL_NONE;
}

/* A square membrane that two beams hold in a frame, over a cavity of the dielectric below that is as
 * large as the frame's opening. The left half of all metal belongs to the first terminal. */
void
cw_passive_draw_sensor (CwPassiveDraw *self)
{
  const CwPassive *passive = self->passive;
  guint level = passive->level;
  CwCoord width = passive->values[CW_PARAMETER_WIDTH];
  CwCoord length = passive->values[CW_PARAMETER_LENGTH];
  CwCoord height = passive->values[CW_PARAMETER_HEIGHT];
  CwCoord side = passive->values[CW_PARAMETER_INNER];
  CwCoord x = (length - width) / 2; /* the middle of the frame's sides */
  CwCoord y = (height - width) / 2;
  CwCoord low = -(side / 2);
  CwCoord high = low + side;
  CwCoord edge = (width + 1) / 2;

  cw_passive_draw_terminal (self, level, CW_POINT (-x, 0), width);
  cw_passive_draw_terminal (self, level, CW_POINT (x, 0), width);
  for (guint32 node = 0; node < 2; node++)
    {
      CwCoord end = node == 0 ? -x : x;

      cw_passive_draw_line (self, node, level, CW_POINT (end, -y), CW_POINT (end, y), width);
      cw_passive_draw_line (self, node, level, CW_POINT (end, -y), CW_POINT (0, -y), width);
      cw_passive_draw_line (self, node, level, CW_POINT (end, y), CW_POINT (0, y), width);
      cw_passive_draw_line (self, node, level, CW_POINT (end, 0),
                            CW_POINT (node == 0 ? low : high, 0), width);
      cw_passive_draw_box (self, node, CW_ROLE_PASSIVE, level,
                           node == 0 ? CW_BOX (low, low, 0, high) : CW_BOX (0, low, high, high));
    }
  cw_passive_draw_box (self, 0, CW_ROLE_CAVITY,
                       cw_passive_get_cavity_level (passive, self->technology),
                       CW_BOX (edge - x, edge - y, x - edge, y - edge));
}
