/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive-private.h"

/* A straight line with its ground: a plane below, strips to both sides, or planes below and above.
 * What of the ground is not joined within the device has a terminal of its own, on the same net. */
void
cw_passive_draw_guide (CwPassiveDraw *self)
{
  const CwPassive *passive = self->passive;
  CwCoord width = passive->values[CW_PARAMETER_WIDTH];
  CwCoord ground = passive->values[CW_PARAMETER_GROUND];
  CwCoord length = passive->values[CW_PARAMETER_LENGTH];
  CwCoord left = -(length / 2);
  CwCoord right = left + length;
  CwCoord from = (width + 1) / 2 + passive->values[CW_PARAMETER_SPACE];
  CwCoord land = MIN (width, ground);
  CwPoint at = CW_POINT (0, -(ground / 2) + (land + 1) / 2);
  CwBox plane = CW_BOX (left, -(ground / 2), right, ground - ground / 2);
  guint32 extra = CW_PASSIVE_GROUND + 1;

  cw_passive_draw_terminal (self, passive->level, CW_POINT (left, 0), width);
  cw_passive_draw_terminal (self, passive->level, CW_POINT (right, 0), width);
  if (passive->form == CW_FORM_COPLANAR)
    {
      cw_passive_draw_terminal (self, passive->level, CW_POINT (0, -(from + ground / 2)), land);
      cw_passive_draw_terminal (self, passive->level, CW_POINT (0, from + ground / 2), land);
      cw_passive_draw_box (self, CW_PASSIVE_GROUND, CW_ROLE_PASSIVE, passive->level,
                           CW_BOX (left, -from - ground, right, -from));
      cw_passive_draw_box (self, extra, CW_ROLE_PASSIVE, passive->level,
                           CW_BOX (left, from, right, from + ground));
    }
  else
    {
      cw_passive_draw_terminal (self, passive->other_level, at, land);
      if (passive->form == CW_FORM_STRIPLINE)
        {
          cw_passive_draw_terminal (self, passive->top_level, at, land);
          cw_passive_draw_box (self, extra, CW_ROLE_PASSIVE, passive->top_level, plane);
        }
      cw_passive_draw_box (self, CW_PASSIVE_GROUND, CW_ROLE_PASSIVE, passive->other_level, plane);
    }
  cw_passive_draw_line (self, 0, passive->level, CW_POINT (left, 0), CW_POINT (0, 0), width);
  cw_passive_draw_line (self, 1, passive->level, CW_POINT (0, 0), CW_POINT (right, 0), width);
}
