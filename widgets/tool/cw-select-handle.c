/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-select-tool-private.h"

#define REACH 8 /* how near a handle the pointer takes it [px] */
#define FINE 10 /* a fine grid is a tenth of the grid */

/* the one item whose handles are shown */
CwId
cw_select_get_handled (CwTool *tool)
{
  CwSelection *selection = cw_tool_host_get_selection (cw_tool_get_host (tool));

  return cw_selection_get_n (selection) == 1 ? cw_selection_get (selection, 0).item : CW_ID_NONE;
}

gboolean
cw_select_find_handle (CwTool *tool, CwPoint at, CwGrip *grip)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwId item = cw_select_get_handled (tool);
  g_autoptr (GArray) handles = NULL;
  gint64 reach = (gint64) MIN (REACH * core->pixel, CW_MM);
  gint64 nearest = reach * reach + 1;

  if (item == CW_ID_NONE)
    return FALSE;
  handles = cw_handle_list (core->base, item);
  for (guint i = 0; i < handles->len; i++)
    {
      CwPoint handle = g_array_index (handles, CwPoint, i);
      gint64 distance = cw_point_distance_squared (handle, at);

      if (distance >= nearest)
        continue;
      nearest = distance;
      *grip = (CwGrip){ item, i, handle };
    }

  return nearest <= reach * reach;
}

gboolean
cw_select_is_on_handle (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  guint modifiers = core->pressed ? core->press_modifiers : core->modifiers;
  CwGrip grip;

  return (modifiers & CW_TOOL_SHIFT) == 0
         && cw_select_find_handle (tool, core->pressed ? core->press_at : core->raw, &grip);
}

CwToolAnswer
cw_select_begin_handle (CwTool *tool, const CwToolEvent *event)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolPoint point = { .at = cw_tool_get_core (tool)->press_at };

  if (!cw_select_find_handle (tool, point.at, &self->grip))
    return CW_TOOL_PASS;
  self->gesture = GESTURE_HANDLE;
  cw_tool_add_point (tool, &point);
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);

  return CW_TOOL_PREVIEW;
}

/* base itself while the handle is where it was */
CwDesign *
cw_select_drag_handle (CwTool *tool, GError **error)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  CwPoint by = cw_point_sub (core->snap.at, cw_tool_get_last_point (tool)->at);
  CwToolHold hold = cw_tool_get_hold (tool);
  CwCoord grid = cw_tool_get_settings (tool)->grid;
  CwDesign *next;

  if (hold == CW_HOLD_FREE)
    grid = 0;
  else if (hold == CW_HOLD_FINE)
    grid = MAX (grid / FINE, 1);
  next = cw_handle_drag (
      core->base, self->grip.item, self->grip.handle,
      CW_POINT ((CwCoord) CLAMP ((gint64) self->grip.from.x + by.x, -CW_COORD_MAX, CW_COORD_MAX),
                (CwCoord) CLAMP ((gint64) self->grip.from.y + by.y, -CW_COORD_MAX, CW_COORD_MAX)),
      grid, error);
  if (next == NULL || !cw_design_equal (next, core->base))
    return next;
  cw_design_unref (next);

  return cw_design_ref (core->base);
}

static void
paint_text (CwTool *tool, const CwDesign *design, GArray *overlay)
{
  CwGrip *grip = &CW_SELECT_TOOL (tool)->grip;
  CwPoint at = cw_tool_get_core (tool)->snap.at;
  CwMark *mark = cw_marks_add (overlay, CW_MARK_VALUE, at, at);
  gboolean in_range;

  mark->text = cw_handle_dup_text (design, grip->item, grip->handle,
                                   cw_tool_get_settings (tool)->unit, &in_range);
  mark->tone = in_range ? CW_MARK_NORMAL : CW_MARK_WARNING;
}

void
cw_select_paint_handles (CwTool *tool, GArray *overlay)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwDesign *design = core->preview != NULL ? core->preview : core->base;
  gboolean is_held = self->gesture == GESTURE_HANDLE;
  g_autoptr (GArray) handles = NULL;
  CwGrip grip;

  if (!is_held && (core->state != CW_TOOL_IDLE || cw_select_get_handled (tool) == CW_ID_NONE))
    return;
  if (is_held)
    grip = self->grip;
  else if (!cw_select_find_handle (tool, core->raw, &grip))
    grip.handle = G_MAXUINT;
  handles = cw_handle_list (design, is_held ? grip.item : cw_select_get_handled (tool));
  for (guint i = 0; i < handles->len; i++)
    {
      CwPoint at = g_array_index (handles, CwPoint, i);

      cw_marks_add (overlay, CW_MARK_HANDLE, at, at)->tone
          = i == grip.handle ? CW_MARK_GOOD : CW_MARK_NORMAL;
    }
  if (is_held && core->message == NULL)
    paint_text (tool, design, overlay);
}
