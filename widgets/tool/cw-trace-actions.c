/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-trace-tool-private.h"

static void
change_settings (CwTool *tool, void (*change) (CwToolSettings *settings))
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  change (&settings);
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
  cw_tool_refresh (tool);
}

/* both legs and a via there, then the other level */
gboolean
cw_trace_go_to_level (CwTool *tool, guint level)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolPoint point = *cw_tool_get_last_point (tool);
  guint upper = MAX (point.level, level);
  CwViaSize size;

  if (level == point.level)
    return FALSE;
  cw_trace_make_legs (tool);
  size = cw_wiring_get_via_size (core->base, cw_tool_get_settings (tool), upper);
  point.step++;
  if (self->legs->len > 0)
    {
      cw_trace_add_legs (tool, self->legs->len);
      point = *cw_tool_get_last_point (tool);
      g_array_set_size (core->points, core->points->len - 1);
    }
  point.via_from = (guint8) MIN (point.level, level);
  point.via_to = (guint8) upper;
  point.level = (guint8) level;
  point.hole = size.hole;
  point.land = size.land;
  point.radius = 0;
  point.pick = (CwPick){ CW_ID_NONE, 0 };
  cw_tool_add_point (tool, &point);
  cw_trace_set_active_level (tool, level);
  cw_tool_move_to (tool, core->raw, core->modifiers);
  cw_tool_refresh (tool);

  return TRUE;
}

static CwToolAnswer
drop_via (CwTool *tool, const CwToolEvent *event)
{
  guint next = cw_wiring_get_next_level (cw_tool_get_core (tool)->base,
                                         cw_tool_get_last_point (tool)->level);

  if (next == CW_LEVEL_NONE)
    cw_tool_toast (tool, _ ("There is only one wiring level"));
  else
    cw_trace_go_to_level (tool, next);

  return CW_TOOL_PREVIEW;
}

static void
set_behaviour (CwTool *tool, CwBehaviour behaviour)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.behaviour = behaviour;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
}

/* goes to the nearest target on this level, around what is in the way, and commits if that breaks no rule */
static CwToolAnswer
attempt_finish (CwTool *tool, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  const CwTarget *target = cw_trace_find_target (tool, last->at, last->level);
  CwBehaviour behaviour = cw_tool_get_settings (tool)->behaviour;
  CwSnap snap = core->snap;

  if (target == NULL)
    {
      cw_tool_toast (tool, _ ("Nothing on this level is left to connect to"));
      return CW_TOOL_PREVIEW;
    }
  core->pinned = 0;
  core->snap = (CwSnap){
    .kind = CW_SNAP_SAME_NET, .at = target->at, .pick = target->pick, .level = target->level
  };
  set_behaviour (tool, CW_BEHAVIOUR_WALK_AROUND);
  cw_tool_refresh (tool);
  set_behaviour (tool, behaviour);
  if (core->preview != NULL && !core->stopped && core->live.status != CW_LIVE_ERROR)
    return cw_tool_commit_current (tool, TRUE);

  cw_tool_toast (tool, _ ("No way to the target keeps the rules"));
  core->snap = snap;
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

/* begins at the target and has the pointer as it was */
static CwToolAnswer
swap_ends (CwTool *tool, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  const CwTarget *target = cw_trace_find_target (tool, last->at, CW_LEVEL_NONE);
  CwPoint raw = core->raw;

  if (target == NULL)
    {
      cw_tool_toast (tool, _ ("Nothing is left to connect to"));
      return CW_TOOL_PREVIEW;
    }
  core->snap.at = target->at;
  if (cw_wiring_is_wiring (core->base, target->level))
    cw_trace_set_active_level (tool, target->level);
  g_array_set_size (core->points, 0);
  core->pinned = 0;
  if (cw_trace_begin (tool) != CW_STEP_GOING)
    return cw_tool_drop (tool);
  cw_tool_move_to (tool, raw, core->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static void
switch_corners (CwToolSettings *settings)
{
  settings->round_corners = !settings->round_corners;
}

static void
switch_click (CwToolSettings *settings)
{
  settings->click_fixes_all = !settings->click_fixes_all;
}

static void
next_mode (CwToolSettings *settings)
{
  settings->angle_mode = (settings->angle_mode + 1) % CW_N_ANGLE_MODES;
}

static void
switch_posture (CwToolSettings *settings)
{
  settings->posture = !settings->posture;
}

static void
next_behaviour (CwToolSettings *settings)
{
  settings->behaviour = (settings->behaviour + 1) % CW_N_BEHAVIOURS;
}

static CwToolAnswer
change_mode (CwTool *tool, const CwToolEvent *event)
{
  change_settings (tool, next_mode);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
change_posture (CwTool *tool, const CwToolEvent *event)
{
  change_settings (tool, switch_posture);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
change_corners (CwTool *tool, const CwToolEvent *event)
{
  change_settings (tool, switch_corners);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
change_click (CwTool *tool, const CwToolEvent *event)
{
  change_settings (tool, switch_click);
  cw_tool_toast (tool, cw_tool_get_settings (tool)->click_fixes_all
                           ? _ ("A click fixes all legs")
                           : _ ("A click fixes all legs but the last"));

  return CW_TOOL_PREVIEW;
}

/* Select drags what is below the pointer */
static CwToolAnswer
hand_on (CwTool *tool, const CwToolEvent *event)
{
  cw_tool_get_core (tool)->pressed = FALSE;
  cw_tool_set_state (tool, CW_TOOL_IDLE);
  cw_tool_refresh (tool);

  return CW_TOOL_HAND_ON;
}

static gboolean
is_over_trace (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwHit hit;

  return cw_wiring_find (core->base, cw_tool_get_settings (tool)->visible_levels,
                         cw_trace_get_level (tool), core->raw, &hit)
         && (cw_id_get_kind (hit.pick.item) == CW_ITEM_TRACE
             || cw_id_get_kind (hit.pick.item) == CW_ITEM_VIA);
}

static CwToolAnswer
change_behaviour (CwTool *tool, const CwToolEvent *event)
{
  change_settings (tool, next_behaviour);
  cw_tool_move_to (tool, cw_tool_get_core (tool)->raw, cw_tool_get_core (tool)->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
step_width (CwTool *tool, gboolean up)
{
  cw_trace_set_width (
      tool, cw_wiring_step_width (cw_tool_get_core (tool)->base, cw_trace_get_net (tool),
                                  cw_trace_get_level (tool), cw_trace_get_width (tool), up));

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
next_width (CwTool *tool, const CwToolEvent *event)
{
  return step_width (tool, TRUE);
}

static CwToolAnswer
previous_width (CwTool *tool, const CwToolEvent *event)
{
  return step_width (tool, FALSE);
}

static CwToolAnswer
step_via (CwTool *tool, gboolean up)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolSettings settings = *cw_tool_get_settings (tool);
  guint level = cw_trace_get_level (tool);
  CwViaSize size = cw_wiring_get_via_size (core->base, &settings, level);

  size = cw_wiring_step_via_size (core->base, level, size, up);
  settings.via_hole = size.hole;
  settings.via_land = size.land;
  cw_tool_host_set_settings (core->host, &settings);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
larger_via (CwTool *tool, const CwToolEvent *event)
{
  return step_via (tool, TRUE);
}

static CwToolAnswer
smaller_via (CwTool *tool, const CwToolEvent *event)
{
  return step_via (tool, FALSE);
}

const CwToolAction cw_trace_actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Begin a trace"), cw_tool_fix_point },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "point", N_ ("Fix a leg, end on the same net"),
    cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Draw"), cw_tool_begin_drag },
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, NULL, cw_tool_begin_drag },
  { IN_ACTIVE, CW_TRIGGER_KEY, "v", "via", N_ ("Via and next level"), drop_via },
  { IN_ACTIVE, CW_TRIGGER_KEY, "slash j", "posture", N_ ("Other posture"), change_posture },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "<Shift>space", "angle-mode", N_ ("Other angles"),
    change_mode },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "w", "width-next", N_ ("Wider"), next_width },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "<Shift>w", "width-previous", N_ ("Narrower"),
    previous_width },
  { IN_ACTIVE, CW_TRIGGER_KEY, "apostrophe", "via-size-next", N_ ("Larger via"), larger_via },
  { IN_ACTIVE, CW_TRIGGER_KEY, "backslash", "via-size-previous", N_ ("Smaller via"), smaller_via },
  { IN_ACTIVE, CW_TRIGGER_KEY, "f", "attempt-finish", N_ ("Go to the target"), attempt_finish },
  { IN_ACTIVE, CW_TRIGGER_KEY, "<Control>e", "other-end", N_ ("From the other end"), swap_ends },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "c", "corner-style", N_ ("Sharp or round corners"),
    change_corners },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_NONE, NULL, "click-style", N_ ("A click fixes one leg or all"),
    change_click },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "b", "behaviour", N_ ("Stop, walk around or allow"),
    change_behaviour },
  { IN_ARMED, CW_TRIGGER_KEY, "d", "drag-45", N_ ("Drag the trace"), hand_on, CW_HOLD_NONE,
    is_over_trace },
  { IN_ARMED, CW_TRIGGER_KEY, "g", "drag-free", N_ ("Drag it freely"), hand_on, CW_HOLD_NONE,
    is_over_trace },
  { IN_ACTIVE, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Straight"), NULL, CW_HOLD_CONSTRAIN },
};

const gsize cw_trace_n_actions = G_N_ELEMENTS (cw_trace_actions);
