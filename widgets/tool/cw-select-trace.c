/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-select-tool-private.h"

static gboolean
find_wiring (CwTool *tool, CwHit *hit)
{
  CwHitQuery query = cw_tool_get_hit_query (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GArray) hits = cw_hit_list (&query, core->raw, cw_tool_get_tolerance (tool));

  for (guint i = 0; i < hits->len; i++)
    {
      CwItemKind kind = cw_id_get_kind (g_array_index (hits, CwHit, i).pick.item);

      *hit = g_array_index (hits, CwHit, i);
      if (kind == CW_ITEM_TRACE || kind == CW_ITEM_VIA)
        return TRUE;
    }

  return FALSE;
}

gboolean
cw_select_is_over_wiring (CwTool *tool)
{
  CwHit hit;

  return find_wiring (tool, &hit);
}

gboolean
cw_select_is_dragging_wiring (CwTool *tool)
{
  return CW_SELECT_TOOL (tool)->gesture == GESTURE_WIRING;
}

static gboolean
grab (CwTool *tool, CwId item, CwPoint at, gboolean free)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  g_autoptr (GError) error = NULL;
  CwTraceDrag *drag = cw_trace_drag_new (cw_tool_get_core (tool)->base, item, at,
                                         cw_tool_get_tolerance (tool), free, &error);

  if (drag == NULL)
    {
      cw_tool_toast (tool, error->message);
      return FALSE;
    }
  g_clear_pointer (&self->drag, cw_trace_drag_free);
  self->drag = drag;
  self->dragged = item;

  return TRUE;
}

static CwToolAnswer
begin (CwTool *tool, const CwToolEvent *event, gboolean free)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolPoint point = { .at = event->at };
  CwHit hit;

  if (!find_wiring (tool, &hit) || !grab (tool, hit.pick.item, event->at, free))
    return CW_TOOL_PREVIEW;
  cw_selection_change (cw_tool_host_get_selection (core->host), CW_SELECT_REPLACE, &hit.pick, 1);
  CW_SELECT_TOOL (tool)->gesture = GESTURE_WIRING;
  cw_tool_add_point (tool, &point);
  core->can_stop = TRUE;
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);
  cw_tool_move_to (tool, event->at, event->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

CwToolAnswer
cw_select_drag_45 (CwTool *tool, const CwToolEvent *event)
{
  return begin (tool, event, FALSE);
}

CwToolAnswer
cw_select_drag_free (CwTool *tool, const CwToolEvent *event)
{
  return begin (tool, event, TRUE);
}

static CwToolAnswer
change (CwTool *tool, gboolean free)
{
  CwToolCore *core = cw_tool_get_core (tool);

  grab (tool, CW_SELECT_TOOL (tool)->dragged, cw_tool_get_last_point (tool)->at, free);
  core->has_legal = FALSE;
  cw_tool_move_to (tool, core->raw, core->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

CwToolAnswer
cw_select_change_to_45 (CwTool *tool, const CwToolEvent *event)
{
  return change (tool, FALSE);
}

CwToolAnswer
cw_select_change_to_free (CwTool *tool, const CwToolEvent *event)
{
  return change (tool, TRUE);
}

/* there is no way around for what is dragged */
CwToolAnswer
cw_select_change_behaviour (CwTool *tool, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.behaviour
      = settings.behaviour == CW_BEHAVIOUR_ALLOW ? CW_BEHAVIOUR_STOP : CW_BEHAVIOUR_ALLOW;
  cw_tool_host_set_settings (core->host, &settings);
  cw_tool_move_to (tool, core->raw, core->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

CwDesign *
cw_select_drag_wiring (CwTool *tool, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);

  return cw_trace_drag_apply (CW_SELECT_TOOL (tool)->drag,
                              cw_point_sub (core->snap.at, cw_tool_get_last_point (tool)->at),
                              error);
}
