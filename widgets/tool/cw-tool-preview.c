/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-tool-private.h"

#define STOP_STEPS 5 /* halvings on the way to the last legal point */

void
cw_tool_forget_preview (CwToolCore *core)
{
  g_clear_pointer (&core->preview, cw_design_unref);
  g_clear_pointer (&core->diff, cw_diff_free);
  g_clear_pointer (&core->message, g_free);
  cw_live_check_reset (&core->live);
  core->stopped = FALSE;
}

void
cw_tool_take_base (CwToolCore *core)
{
  CwDesign *design = cw_tool_host_get_design (core->host);

  if (core->base == design)
    return;
  g_clear_pointer (&core->base, cw_design_unref);
  core->base = cw_design_ref (design);
}

static void
build_preview (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);
  g_autoptr (GError) error = NULL;
  CwDesign *preview = CW_TOOL_GET_CLASS (self)->build (self, TRUE, &error);

  cw_tool_forget_preview (core);
  if (preview == NULL)
    {
      core->message = g_strdup (error->message);
      return;
    }
  if (preview == core->base)
    {
      cw_design_unref (preview);
      return;
    }
  core->preview = preview;
  core->diff = cw_diff_new (core->base, preview);
  cw_live_check_run (&core->live, cw_tool_host_get_check (core->host), core->diff);
}

static gboolean
is_legal (CwToolCore *core)
{
  return core->message == NULL && core->live.status != CW_LIVE_ERROR;
}

/* the straight way, or one around what is in it */
static gboolean
try_pointer (CwTool *self, gboolean around)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);
  CwSnap snap = core->snap;
  g_autoptr (GArray) blocked = NULL;

  if (klass->detour != NULL)
    klass->detour (self, FALSE);
  build_preview (self);
  if (is_legal (core) || !around || klass->detour == NULL)
    return is_legal (core);

  blocked = g_array_copy (core->live.violations);
  if (klass->detour (self, TRUE))
    {
      build_preview (self);
      if (is_legal (core))
        {
          core->stopped = !cw_point_equal (core->snap.at, snap.at);
          if (core->stopped && blocked->len > 0)
            g_array_append_vals (core->live.blocked, blocked->data, blocked->len);
          return TRUE;
        }
    }
  klass->detour (self, FALSE);
  core->snap = snap;
  build_preview (self);

  return FALSE;
}

/* the ghost goes back towards the last legal point until it is legal itself; the last point that is fixed
 * is one as long as no other is known */
static void
stop_at_last_legal (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwCoord grid = cw_tool_get_settings (self)->grid;
  const CwToolPoint *last = cw_tool_get_last_point (self);
  g_autoptr (GArray) blocked = g_array_copy (core->live.violations);
  CwSnap snap = core->snap;
  CwPoint good;
  CwPoint bad = core->snap.at;

  if (!core->has_legal && last == NULL)
    return;
  good = core->has_legal ? core->legal : last->at;
  for (guint i = 0; i < STOP_STEPS; i++)
    {
      CwPoint middle = cw_snap_to_grid (
          CW_POINT (good.x + (bad.x - good.x) / 2, good.y + (bad.y - good.y) / 2), grid);

      if (cw_point_equal (middle, good) || cw_point_equal (middle, bad))
        break;
      core->snap = (CwSnap){ .kind = CW_SNAP_GRID, .at = middle, .level = CW_LEVEL_NONE };
      build_preview (self);
      if (is_legal (core))
        good = middle;
      else
        bad = middle;
    }
  core->snap = (CwSnap){ .kind = CW_SNAP_GRID, .at = good, .level = CW_LEVEL_NONE };
  build_preview (self);
  if (!is_legal (core) && last != NULL && !cw_point_equal (good, last->at))
    {
      good = core->snap.at = last->at;
      build_preview (self);
    }
  if (!is_legal (core))
    {
      /* what is fixed is not legal itself: to stop would only hide it */
      core->snap = snap;
      build_preview (self);
      return;
    }
  if (blocked->len > 0)
    g_array_append_vals (core->live.blocked, blocked->data, blocked->len);
  core->legal = good;
  core->has_legal = TRUE;
  core->stopped = TRUE;
}

static void
refresh (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);
  CwBehaviour behaviour = cw_tool_get_settings (self)->behaviour;
  gboolean heeds = (klass->can_stop || core->can_stop) && core->state == CW_TOOL_ACTIVE
                   && behaviour != CW_BEHAVIOUR_ALLOW;

  if (core->points->len == 0 && core->state != CW_TOOL_ACTIVE)
    cw_tool_take_base (core);
  if (core->state == CW_TOOL_IDLE)
    {
      cw_tool_forget_preview (core);
      return;
    }
  if (!try_pointer (self, heeds && behaviour == CW_BEHAVIOUR_WALK_AROUND))
    {
      if (heeds)
        stop_at_last_legal (self);
      return;
    }
  if (heeds && (klass->detour == NULL || behaviour != CW_BEHAVIOUR_WALK_AROUND))
    {
      core->legal = core->snap.at;
      core->has_legal = TRUE;
    }
}

void
cw_tool_refresh (CwTool *self)
{
  refresh (self);
  cw_tool_check_later (self);
}
