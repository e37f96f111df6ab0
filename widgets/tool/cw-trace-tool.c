/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"
#include "widgets/tool/cw-trace-tool-private.h"

/*
 *   ARMED --click--> ACTIVE --click: first leg fixed--> ACTIVE
 *                    ACTIVE --V: both legs and a via, next level--> ACTIVE
 *                    ACTIVE --click on the same net--> COMMIT with both legs
 *                    ACTIVE --double click--> COMMIT with both legs
 *                    ACTIVE --End--> COMMIT of the fixed legs
 */

/**
 * CwTraceTool:
 *
 * Draws traces, with vias between levels.
 */
struct _CwTraceTool
{
  CwTool parent_instance;

  GArray *targets; /* of CwTarget: where the net is still to be wired to */
  CwLeg legs[2];   /* of the ghost */
  guint n_legs;
};

G_DEFINE_FINAL_TYPE (CwTraceTool, cw_trace_tool, CW_TYPE_TOOL)

static void
change_settings (CwTool *tool, void (*change) (CwToolSettings *settings))
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  change (&settings);
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
  cw_tool_refresh (tool);
}

static void
set_active_level (CwTool *tool, guint level)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.active_level = (guint8) level;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
}

static guint
get_level (CwTool *tool)
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

  return cw_wiring_find (core->base, cw_tool_get_settings (tool)->visible_levels, get_level (tool),
                         core->snap.at, hit);
}

static gboolean
cw_trace_tool_starts_here (CwTool *tool)
{
  CwHit hit;

  return find_under (tool, &hit);
}

static CwToolStep
begin (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  guint level = get_level (tool);
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
  cw_tool_add_point (tool, &point);
  set_active_level (tool, level);

  return CW_STEP_GOING;
}

static void
make_legs (CwTool *tool)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  gboolean polar = (core->pinned & (1 << CW_PIN_LENGTH | 1 << CW_PIN_ANGLE)) != 0;

  self->n_legs = last == NULL ? 0
                              : cw_legs_make (last->at, core->snap.at,
                                              polar ? CW_ANGLES_ANY : settings->angle_mode,
                                              settings->posture, self->legs);
}

static void
add_legs (CwTool *tool, guint n_legs)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolPoint point = *cw_tool_get_last_point (tool);

  point.step++;
  point.hole = 0;
  point.pick = (CwPick){ CW_ID_NONE, 0 };
  for (guint i = 0; i < n_legs; i++)
    {
      point.at = self->legs[i].to;
      point.sweep = self->legs[i].sweep;
      cw_tool_add_point (tool, &point);
    }
}

static CwToolStep
cw_trace_tool_fix (CwTool *tool, gboolean all)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwTraceEnd end;

  if (core->points->len == 0)
    return begin (tool);

  make_legs (tool);
  if (CW_TRACE_TOOL (tool)->n_legs == 0)
    return CW_STEP_REFUSED;
  cw_trace_find_end (tool, core->snap.at, &end);
  if (all || (end.ends && !core->stopped))
    return CW_STEP_COMPLETE;
  add_legs (tool, 1);

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

  make_legs (tool);
  cw_trace_find_end (tool, core->snap.at, &end);

  return cw_trace_build (tool, self->legs, self->n_legs, self->n_legs > 0 ? &end : NULL, error);
}

static gboolean
cw_trace_tool_is_complete (CwTool *tool)
{
  return cw_tool_get_core (tool)->points->len > 1;
}

static CwToolAnswer
drop_via (CwTool *tool, const CwToolEvent *event)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolPoint point = *cw_tool_get_last_point (tool);
  guint next = cw_wiring_get_next_level (core->base, point.level);
  CwViaSize size;

  if (next == CW_LEVEL_NONE)
    {
      cw_tool_toast (tool, _ ("There is only one wiring level"));
      return CW_TOOL_PREVIEW;
    }
  make_legs (tool);
  size = cw_wiring_get_via_size (core->base, cw_tool_get_settings (tool), next);
  if (self->n_legs > 0)
    {
      add_legs (tool, self->n_legs);
      g_array_set_size (core->points, core->points->len - 1);
      point.at = self->legs[self->n_legs - 1].to;
      point.sweep = self->legs[self->n_legs - 1].sweep;
    }
  point.step++;
  point.via_from = MIN (point.level, (guint8) next);
  point.via_to = MAX (point.level, (guint8) next);
  point.level = (guint8) next;
  point.hole = size.hole;
  point.land = size.land;
  point.pick = (CwPick){ CW_ID_NONE, 0 };
  cw_tool_add_point (tool, &point);
  set_active_level (tool, next);
  cw_tool_move_to (tool, core->raw, core->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static const CwTarget *
find_target (CwTool *tool, CwPoint from, guint level)
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

/* goes to the nearest target on this level and commits if that breaks no rule */
static CwToolAnswer
attempt_finish (CwTool *tool, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  const CwTarget *target = find_target (tool, last->at, last->level);
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
  cw_tool_refresh (tool);
  if (core->preview != NULL && !core->stopped && core->live.status != CW_LIVE_ERROR)
    return cw_tool_commit_current (tool, TRUE);

  cw_tool_toast (tool, _ ("The straight way to the target breaks a rule"));
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
  const CwTarget *target = find_target (tool, last->at, CW_LEVEL_NONE);
  CwPoint raw = core->raw;

  if (target == NULL)
    {
      cw_tool_toast (tool, _ ("Nothing is left to connect to"));
      return CW_TOOL_PREVIEW;
    }
  core->snap.at = target->at;
  if (cw_wiring_is_wiring (core->base, target->level))
    set_active_level (tool, target->level);
  g_array_set_size (core->points, 0);
  core->pinned = 0;
  if (begin (tool) != CW_STEP_GOING)
    return cw_tool_drop (tool);
  cw_tool_move_to (tool, raw, core->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
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
change_behaviour (CwTool *tool, const CwToolEvent *event)
{
  change_settings (tool, next_behaviour);
  cw_tool_move_to (tool, cw_tool_get_core (tool)->raw, cw_tool_get_core (tool)->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwCoord
get_width (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);

  if (last != NULL)
    return last->width;
  return cw_wiring_get_width (core->base, cw_tool_get_settings (tool), CW_ID_NONE,
                              get_level (tool));
}

static void
set_width (CwTool *tool, CwCoord width)
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

static CwToolAnswer
step_width (CwTool *tool, gboolean up)
{
  set_width (tool, cw_wiring_step_width (cw_tool_get_core (tool)->base, cw_trace_get_net (tool),
                                         get_level (tool), get_width (tool), up));

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
  guint level = get_level (tool);
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

static const CwToolAction actions[] = {
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
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "b", "behaviour", N_ ("Stop at rules, or not"),
    change_behaviour },
  { IN_ACTIVE, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Straight"), NULL, CW_HOLD_CONSTRAIN },
};

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
    set_active_level (tool, last->level);
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
  CW_TRACE_TOOL (tool)->n_legs = 0;
}

static void
cw_trace_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwViaSize size
      = cw_wiring_get_via_size (core->base, cw_tool_get_settings (tool), get_level (tool));

  cw_tool_add_length_field (tool, fields, "width", _ ("Width"), get_width (tool));
  cw_tool_add_length_field (tool, fields, "hole", _ ("Via hole"), size.hole);
}

static gboolean
cw_trace_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwCoord around;
  CwCoord value;
  CwViaSize size;

  if (!cw_tool_parse_length (tool, text, get_width (tool), &value, error))
    return FALSE;
  if (value <= 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "\"%s\" is not greater than 0",
                   text);
      return FALSE;
    }
  if (strcmp (name, "width") == 0)
    {
      set_width (tool, value);
      return TRUE;
    }
  if (strcmp (name, "hole") != 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"",
                   name);
      return FALSE;
    }
  size = cw_wiring_get_via_size (cw_tool_get_core (tool)->base, &settings, get_level (tool));
  around = size.land - size.hole;
  settings.via_hole = value;
  settings.via_land = (CwCoord) MIN ((gint64) value + around, CW_COORD_MAX);
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return TRUE;
}

static void
cw_trace_tool_paint (CwTool *tool, GArray *overlay)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwTarget *target;

  if (core->points->len == 0)
    return;
  if (self->n_legs == 2)
    {
      CwMark *mark = cw_marks_add (overlay, CW_MARK_LINE, self->legs[0].to, self->legs[1].to);

      mark->style = CW_MARK_OUTLINED;
      mark->sweep = self->legs[1].sweep;
      mark->width = cw_tool_get_last_point (tool)->width;
    }
  target = find_target (tool, core->snap.at, CW_LEVEL_NONE);
  if (target != NULL && !cw_point_equal (target->at, core->snap.at))
    cw_marks_add (overlay, CW_MARK_AIRWIRE, core->snap.at, target->at);
}

static void
cw_trace_tool_finalize (GObject *object)
{
  g_clear_pointer (&CW_TRACE_TOOL (object)->targets, g_array_unref);
  G_OBJECT_CLASS (cw_trace_tool_parent_class)->finalize (object);
}

static void
cw_trace_tool_class_init (CwTraceToolClass *klass)
{
  static const char *const fields[] = { "length", "angle", "dx", "dy", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_trace_tool_finalize;
  tool_class->info = cw_tool_registry_find ("trace");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->can_stop = TRUE;
  tool_class->can_resume = TRUE;
  tool_class->starts_here = cw_trace_tool_starts_here;
  tool_class->fix = cw_trace_tool_fix;
  tool_class->build = cw_trace_tool_build;
  tool_class->is_complete = cw_trace_tool_is_complete;
  tool_class->reset = cw_trace_tool_reset;
  tool_class->resolve = cw_trace_tool_resolve;
  tool_class->prepare_snap = cw_trace_tool_prepare_snap;
  tool_class->add_fields = cw_trace_tool_add_fields;
  tool_class->set_field = cw_trace_tool_set_field;
  tool_class->paint = cw_trace_tool_paint;
}

static void
cw_trace_tool_init (CwTraceTool *self)
{
}
