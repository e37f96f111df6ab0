/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-trace-tool-private.h"
#include "widgets/tool/cw-walk.h"

/*
 *   ARMED --click--> ACTIVE --click: first leg fixed--> ACTIVE
 *                    ACTIVE --V: both legs and a via, next level--> ACTIVE
 *                    ACTIVE --click on the same net--> COMMIT with both legs
 *                    ACTIVE --double click--> COMMIT with both legs
 *                    ACTIVE --End--> COMMIT of the fixed legs
 */

G_DEFINE_FINAL_TYPE (CwTraceTool, cw_trace_tool, CW_TYPE_TOOL)

void
cw_trace_set_active_level (CwTool *tool, guint level)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.active_level = (guint8) level;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
}

guint
cw_trace_get_level (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  guint level = cw_tool_get_settings (tool)->active_level;

  return cw_wiring_is_wiring (core->base, level) ? level : cw_wiring_get_lowest (core->base);
}

/* what the pointer is on: what it snapped to, else the metal there */
static gboolean
find_under (CwTool *tool, CwHit *hit)
{
  CwToolCore *core = cw_tool_get_core (tool);

  return cw_wiring_find (core->base, cw_tool_get_settings (tool)->visible_levels,
                         cw_trace_get_level (tool), core->snap.at, hit);
}

static gboolean
cw_trace_tool_starts_here (CwTool *tool)
{
  CwHit hit;

  return find_under (tool, &hit);
}

CwToolStep
cw_trace_begin (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  guint level = cw_trace_get_level (tool);
  CwToolPoint point = { .at = core->snap.at, .step = 0 };
  CwHit hit;

  if (level == CW_LEVEL_NONE || (settings->visible_levels >> level & 1) == 0)
    {
      cw_tool_toast (tool, level == CW_LEVEL_NONE ? _ ("There is no wiring level")
                                                  : _ ("The active level is hidden"));
      return CW_STEP_REFUSED;
    }
  if (find_under (tool, &hit))
    {
      point.pick = hit.pick;
      point.net = hit.net;
      if (cw_wiring_is_wiring (core->base, hit.level))
        level = hit.level;
      else
        {
          level = cw_wiring_get_lowest (core->base);
          if (cw_trace_needs_via (core->base, &hit, point.at))
            {
              CwViaSize size = cw_wiring_get_via_size (core->base, settings, level);

              point.hole = size.hole;
              point.land = size.land;
              point.via_from = hit.level;
              point.via_to = (guint8) level;
            }
        }
    }
  point.level = (guint8) level;
  point.width = cw_wiring_get_width (core->base, settings, point.net, level);
  g_clear_pointer (&CW_TRACE_TOOL (tool)->targets, g_array_unref);
  CW_TRACE_TOOL (tool)->net_length = -1;
  cw_tool_add_point (tool, &point);
  cw_trace_set_active_level (tool, level);

  return CW_STEP_GOING;
}

void
cw_trace_make_legs (CwTool *tool)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  gboolean polar = (core->pinned & (1 << CW_PIN_LENGTH | 1 << CW_PIN_ANGLE)) != 0;
  CwLeg legs[2];
  guint n;

  if (self->walks && last != NULL)
    return;
  g_array_set_size (self->legs, 0);
  if (last == NULL)
    return;
  n = cw_legs_make (last->at, core->snap.at, polar ? CW_ANGLES_ANY : settings->angle_mode,
                    settings->posture, legs);
  g_array_append_vals (self->legs, legs, n);
}

void
cw_trace_add_legs (CwTool *tool, guint n_legs)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolPoint point = *cw_tool_get_last_point (tool);

  if (cw_trace_get_net (tool) == CW_ID_NONE)
    point.net = cw_trace_find_met (cw_tool_get_core (tool)->base, point.level, point.at,
                                   point.width, (const CwLeg *) self->legs->data, n_legs);
  point.step++;
  point.hole = 0;
  point.pick = (CwPick){ CW_ID_NONE, 0 };
  point.radius = cw_trace_get_radius (tool);
  for (guint i = 0; i < n_legs; i++)
    {
      const CwLeg *leg = &g_array_index (self->legs, CwLeg, i);

      point.at = leg->to;
      point.sweep = leg->sweep;
      cw_tool_add_point (tool, &point);
    }
}

/* on: a way around what the straight one would meet, when there is one */
static gboolean
cw_trace_tool_detour (CwTool *tool, gboolean on)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  CwWalkQuery query = { .design = core->base, .mode = settings->angle_mode };
  CwPoint to = core->snap.at;
  CwTraceEnd end;

  self->walks = FALSE;
  if (!on || last == NULL || core->pinned != 0)
    return FALSE;
  cw_trace_find_end (tool, to, &end);
  query.level = last->level;
  query.net = cw_trace_get_net (tool);
  if (query.net == CW_ID_NONE && end.ends)
    query.net = end.hit.net;
  query.width = last->width;
  query.posture = settings->posture;
  if (!cw_walk_find (&query, last->at, &to, self->legs))
    return FALSE;
  self->walks = TRUE;
  if (!cw_point_equal (to, core->snap.at))
    core->snap = (CwSnap){ .kind = CW_SNAP_NONE, .at = to, .level = CW_LEVEL_NONE };

  return TRUE;
}

static CwToolStep
cw_trace_tool_fix (CwTool *tool, gboolean all)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwTraceEnd end;
  guint n;

  if (core->points->len == 0)
    return cw_trace_begin (tool);

  cw_trace_make_legs (tool);
  n = CW_TRACE_TOOL (tool)->legs->len;
  if (n == 0)
    return CW_STEP_REFUSED;
  cw_trace_find_end (tool, core->snap.at, &end);
  if (all || (end.ends && !core->stopped))
    return CW_STEP_COMPLETE;
  cw_trace_add_legs (tool, n == 1 || cw_tool_get_settings (tool)->click_fixes_all ? n : n - 1);

  return CW_STEP_GOING;
}

static CwDesign *
cw_trace_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  CwTraceEnd end;

  if (core->points->len == 0)
    return cw_design_ref (core->base);
  if (!with_pointer)
    return cw_trace_build (tool, NULL, 0, NULL, error);

  cw_trace_make_legs (tool);
  cw_trace_find_end (tool, core->snap.at, &end);

  return cw_trace_build (tool, (const CwLeg *) self->legs->data, self->legs->len,
                         self->legs->len > 0 ? &end : NULL, error);
}

static gboolean
cw_trace_tool_is_complete (CwTool *tool)
{
  return cw_tool_get_core (tool)->points->len > 1;
}

const CwTarget *
cw_trace_find_target (CwTool *tool, CwPoint from, guint level)
{
  GArray *targets = CW_TRACE_TOOL (tool)->targets;
  const CwTarget *best = NULL;

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      const CwTarget *target = &g_array_index (targets, CwTarget, i);

      if ((level == CW_LEVEL_NONE || target->level == level
           || cw_wiring_is_pad_level (cw_tool_get_core (tool)->base, target->level))
          && (best == NULL
              || cw_point_distance_squared (from, target->at)
                     < cw_point_distance_squared (from, best->at)))
        best = target;
    }

  return best;
}

CwCoord
cw_trace_get_width (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);

  if (last != NULL)
    return last->width;
  return cw_wiring_get_width (core->base, cw_tool_get_settings (tool), CW_ID_NONE,
                              cw_trace_get_level (tool));
}

/* of round corners, 0 for sharp ones */
CwCoord
cw_trace_get_radius (CwTool *tool)
{
  const CwToolSettings *settings = cw_tool_get_settings (tool);

  if (!settings->round_corners)
    return 0;
  if (settings->corner_radius > 0)
    return settings->corner_radius;
  return (CwCoord) MIN ((gint64) CW_USUAL_RADIUS * cw_trace_get_width (tool), CW_COORD_MAX);
}

void
cw_trace_set_width (CwTool *tool, CwCoord width)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.trace_width = width;
  cw_tool_host_set_settings (core->host, &settings);
  if (core->points->len > 0)
    g_array_index (core->points, CwToolPoint, core->points->len - 1).width = width;
  core->has_legal = FALSE;
  cw_tool_refresh (tool);
}

static void
find_targets (CwTool *tool)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *first = &g_array_index (core->points, CwToolPoint, 0);

  if (self->targets == NULL)
    self->targets = cw_wiring_list_targets (core->base, first->net, first->pick);
}

static void
cw_trace_tool_resolve (CwTool *tool)
{
  const CwToolPoint *last = cw_tool_get_last_point (tool);

  if (last != NULL)
    find_targets (tool);
  /* taking a point back may lead to another level */
  if (last != NULL && cw_tool_get_settings (tool)->active_level != last->level)
    cw_trace_set_active_level (tool, last->level);
  cw_tool_resolve_pointer (tool);
}

static void
cw_trace_tool_prepare_snap (CwTool *tool, CwSnapQuery *query)
{
  query->net = cw_trace_get_net (tool);
  query->any_net = query->net == CW_ID_NONE;
}

static void
cw_trace_tool_reset (CwTool *tool, gboolean committed)
{
  g_clear_pointer (&CW_TRACE_TOOL (tool)->targets, g_array_unref);
  CW_TRACE_TOOL (tool)->net_length = -1;
  g_array_set_size (CW_TRACE_TOOL (tool)->legs, 0);
  CW_TRACE_TOOL (tool)->walks = FALSE;
}

static void
cw_trace_tool_get_names (CwTool *tool, CwCoord *width, CwCoord *pitch)
{
  *width = cw_trace_get_width (tool);
}

static void
cw_trace_tool_finalize (GObject *object)
{
  CwTraceTool *self = CW_TRACE_TOOL (object);

  g_clear_pointer (&self->targets, g_array_unref);
  g_array_unref (self->legs);
  G_OBJECT_CLASS (cw_trace_tool_parent_class)->finalize (object);
}

static void
cw_trace_tool_class_init (CwTraceToolClass *klass)
{
  static const char *const fields[] = { "length", "angle", "dx", "dy", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_trace_tool_finalize;
  tool_class->info = cw_tool_registry_find ("trace");
  tool_class->actions = cw_trace_actions;
  tool_class->n_actions = cw_trace_n_actions;
  tool_class->fields = fields;
  tool_class->can_stop = TRUE;
  tool_class->can_resume = TRUE;
  tool_class->starts_here = cw_trace_tool_starts_here;
  tool_class->fix = cw_trace_tool_fix;
  tool_class->detour = cw_trace_tool_detour;
  tool_class->build = cw_trace_tool_build;
  tool_class->is_complete = cw_trace_tool_is_complete;
  tool_class->reset = cw_trace_tool_reset;
  tool_class->resolve = cw_trace_tool_resolve;
  tool_class->prepare_snap = cw_trace_tool_prepare_snap;
  tool_class->get_names = cw_trace_tool_get_names;
  tool_class->add_fields = cw_trace_add_fields;
  tool_class->set_field = cw_trace_set_field;
  tool_class->paint = cw_trace_paint;
}

static void
cw_trace_tool_init (CwTraceTool *self)
{
  self->net_length = -1;
  self->legs = g_array_new (FALSE, FALSE, sizeof (CwLeg));
}
