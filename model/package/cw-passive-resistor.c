/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive-private.h"

/* the line of a bar or a meander from the first terminal to the second */
void
cw_passive_make_resistor_path (const CwPassive *self, GArray *path)
{
  CwCoord length = self->values[CW_PARAMETER_LENGTH];
  CwCoord pitch = self->values[CW_PARAMETER_WIDTH] + self->values[CW_PARAMETER_SPACE];
  CwCoord n = self->values[CW_PARAMETER_COUNT];
  CwCoord width = self->values[CW_PARAMETER_WIDTH];
  CwCoord low = -(length / 2);
  CwCoord x = -((n - 1) * pitch / 2);

  if (self->form == CW_FORM_BAR)
    {
      cw_passive_path_add (path, low, 0, 0);
      cw_passive_path_add (path, low + length, 0, 0);
      return;
    }

  /* legs are as long as that over all */
  low += width / 2;
  length -= width;
  for (CwCoord i = 0; i < n; i++, x += pitch)
    {
      gboolean goes_up = i % 2 == 0;

      cw_passive_path_add (path, x, goes_up ? low : low + length, 0);
      cw_passive_path_add (path, x, goes_up ? low + length : low, 0);
    }
}

/* a straight bar, or legs side by side that a line joins at alternating ends */
void
cw_passive_draw_resistor (CwPassiveDraw *self)
{
  const CwPassive *passive = self->passive;
  CwCoord width = passive->values[CW_PARAMETER_WIDTH];
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (CwVertex));

  cw_passive_make_resistor_path (passive, path);
  cw_passive_draw_terminal (self, passive->level, g_array_index (path, CwVertex, 0).at, width);
  cw_passive_draw_terminal (self, passive->level, g_array_index (path, CwVertex, path->len - 1).at,
                            width);
  cw_passive_draw_path (self, 0, 1, passive->level, path, width);
}
