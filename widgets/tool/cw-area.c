/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-area-private.h"

/* the first corner, then the other one */
CwToolStep
cw_area_fix (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolPoint point = { .at = core->snap.at };

  if (core->points->len > 0)
    return core->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;
  cw_tool_add_point (tool, &point);

  return CW_STEP_GOING;
}

/* the rectangle from the fixed corner to the pointer; FALSE while there is none */
gboolean
cw_area_get_box (CwTool *tool, gboolean with_pointer, CwBox *box)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *corner = cw_tool_get_last_point (tool);

  if (corner == NULL || !with_pointer)
    return FALSE;
  *box = cw_box_from_points (corner->at, core->snap.at);

  return box->min.x < box->max.x && box->min.y < box->max.y;
}

/* the rectangle while it is drawn, also where it makes nothing valid yet */
void
cw_area_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *corner = cw_tool_get_last_point (tool);

  if (corner != NULL)
    cw_marks_add (overlay, CW_MARK_BOX, corner->at, core->snap.at)->style = CW_MARK_DASHED;
}
