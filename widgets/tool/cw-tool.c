/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-tool-private.h"

/*
 * The machine that all tools share:
 *
 *            tool chosen            first point                next points
 *   IDLE ------------------> ARMED -------------> ACTIVE --+-----------.
 *    ^                        | ^                  | ^     |           |
 *    |         Esc            | |    Backspace at  | '-----'           | complete,
 *    '------------------------' |    one point,    |                   | double click,
 *                               |    Esc: drop     |                   | End, other tool
 *                               +------------------'                   v
 *                               '----------------------------------- COMMIT
 *
 * Select rests in IDLE and goes from there to ACTIVE and back. What is shown in ARMED and
 * ACTIVE is an uncommitted design: a commit makes that same design current, a drop
 * forgets it, so that nothing but a commit can change the document.
 */

#define DRAG_THRESHOLD 4 /* [px] */

/**
 * CwTool:
 *
 * A tool: events in nanometres in, a preview, an overlay and hints out. It knows no
 * screen. Tools differ in the functions of their class, not in the states.
 */
typedef struct
{
  CwToolCore core;
} CwToolPrivate;

enum
{
  PROP_HOST = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CwTool, cw_tool, G_TYPE_OBJECT)

CwToolCore *
cw_tool_get_core (CwTool *self)
{
  CwToolPrivate *priv = cw_tool_get_instance_private (self);

  return &priv->core;
}

const CwToolSettings *
cw_tool_get_settings (CwTool *self)
{
  return cw_tool_host_get_settings (cw_tool_get_core (self)->host);
}

const CwToolPoint *
cw_tool_get_last_point (CwTool *self)
{
  GArray *points = cw_tool_get_core (self)->points;

  return points->len > 0 ? &g_array_index (points, CwToolPoint, points->len - 1) : NULL;
}

void
cw_tool_add_point (CwTool *self, const CwToolPoint *point)
{
  CwToolCore *core = cw_tool_get_core (self);

  g_array_append_vals (core->points, point, 1);
  core->has_legal = FALSE;
  core->pinned = 0;
}

void
cw_tool_toast (CwTool *self, const char *text)
{
  cw_tool_host_request (cw_tool_get_core (self)->host, CW_REQUEST_TOAST, CW_ID_NONE, text);
}

CwHitQuery
cw_tool_get_hit_query (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);
  const CwToolSettings *settings = cw_tool_get_settings (self);

  return (CwHitQuery){ core->base, settings->visible_levels & ~settings->locked_levels,
                       settings->active_level, settings->filter };
}

CwCoord
cw_tool_get_tolerance (CwTool *self)
{
  return (CwCoord) MIN (3 * cw_tool_get_core (self)->pixel, CW_MM);
}

void
cw_tool_set_state (CwTool *self, CwToolState state)
{
  cw_tool_get_core (self)->state = state;
}

void
cw_tool_move_to (CwTool *self, CwPoint raw, guint modifiers)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);

  core->raw = raw;
  core->modifiers = modifiers;
  if (core->points->len == 0 && core->state != CW_TOOL_ACTIVE)
    cw_tool_take_base (core);
  if (klass->resolve != NULL)
    klass->resolve (self);
  else
    cw_tool_resolve_pointer (self);
}

static void
come_to_rest (CwTool *self, gboolean committed)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);

  g_array_set_size (core->points, 0);
  core->has_legal = FALSE;
  core->has_entered = FALSE;
  core->pinned = 0;
  core->dragging = FALSE;
  core->can_stop = FALSE;
  core->state = klass->rest;
  if (klass->reset != NULL)
    klass->reset (self, committed);
  cw_tool_forget_preview (core);
  cw_tool_take_base (core);
  cw_tool_refresh (self);
}

CwToolAnswer
cw_tool_commit (CwTool *self, CwDesign *design)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwCheckResult *check = NULL;
  g_autoptr (CwDesign) next = NULL;
  g_autofree char *label = NULL;

  if (design == NULL || design == core->base)
    return cw_tool_drop (self);

  next = cw_design_ref (design);
  label = CW_TOOL_GET_CLASS (self)->dup_label (self);
  if (next == core->preview && core->live.result != NULL)
    check = cw_check_result_ref (core->live.result);
  cw_tool_host_commit (core->host, next, label);
  if (check != NULL)
    {
      cw_tool_host_set_check (core->host, check);
      cw_check_result_unref (check);
    }
  come_to_rest (self, TRUE);

  return CW_TOOL_COMMIT;
}

/* what is shown when with_pointer is set, else what is fixed */
CwToolAnswer
cw_tool_commit_current (CwTool *self, gboolean with_pointer)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);
  g_autoptr (CwDesign) fixed = NULL;
  g_autoptr (GError) error = NULL;

  if (klass->apply != NULL && klass->apply (self, with_pointer))
    {
      come_to_rest (self, TRUE);
      return CW_TOOL_COMMIT;
    }
  if (with_pointer)
    return cw_tool_commit (self, core->preview);

  fixed = klass->build (self, FALSE, &error);
  if (fixed != NULL)
    return cw_tool_commit (self, fixed);
  cw_tool_toast (self, error->message); /* what is in progress stays, so that it can be mended */

  return CW_TOOL_PREVIEW;
}

CwToolAnswer
cw_tool_drop (CwTool *self)
{
  come_to_rest (self, FALSE);

  return CW_TOOL_REVERT;
}

/* the ghost follows the pointer */
static void
follow_pointer (CwTool *self, CwPoint raw, guint modifiers)
{
  CwToolCore *core = cw_tool_get_core (self);
  CwToolClass *klass = CW_TOOL_GET_CLASS (self);

  cw_tool_move_to (self, raw, modifiers);
  if (klass->is_still == NULL || core->preview == NULL || core->live.status == CW_LIVE_CHECKING
      || !klass->is_still (self))
    cw_tool_refresh (self);
}

static CwToolAnswer
handle_motion (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);
  gint64 threshold = (gint64) (DRAG_THRESHOLD * core->pixel);
  CwToolAnswer answer = CW_TOOL_PREVIEW;

  if (core->pressed && !core->dragging
      && cw_point_distance_squared (core->press_at, event->at) >= threshold * threshold)
    {
      core->dragging = TRUE;
      answer = cw_tool_run_trigger (self, CW_TRIGGER_DRAG, event);
      core->dragging = answer != CW_TOOL_PASS;
    }
  follow_pointer (self, event->at, event->modifiers);

  return MAX (answer, CW_TOOL_PREVIEW);
}

static CwToolAnswer
handle_release (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);
  gboolean dragged = core->dragging;

  if (!core->pressed)
    return CW_TOOL_PASS;
  core->pressed = FALSE;
  core->dragging = FALSE;
  if (!dragged)
    return cw_tool_run_trigger (self, CW_TRIGGER_CLICK, event);
  return core->state == CW_TOOL_ACTIVE ? cw_tool_fix_point (self, event) : CW_TOOL_PASS;
}

static CwToolAnswer
handle_value (CwTool *self, const CwToolEvent *event)
{
  g_autoptr (GError) error = NULL;

  if (event->key == NULL || event->text == NULL)
    return CW_TOOL_PASS;
  if (!cw_tool_set_field (self, event->key, event->text, &error))
    {
      cw_tool_toast (self, error->message);
      return CW_TOOL_PASS;
    }

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
handle_typing (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);

  /* digits choose levels while nothing is in hand */
  if (core->state == CW_TOOL_IDLE || !cw_tool_get_settings (self)->type_to_enter)
    return CW_TOOL_PASS;
  cw_tool_host_request (core->host, CW_REQUEST_TYPE, CW_ID_NONE, event->text);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
dispatch (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (self);

  switch (event->type)
    {
    case CW_TOOL_PRESS:
      core->pressed = TRUE;
      core->dragging = FALSE;
      core->press_at = event->at;
      core->press_modifiers = event->modifiers;
      return CW_TOOL_PREVIEW;

    case CW_TOOL_RELEASE:
      return handle_release (self, event);

    case CW_TOOL_DOUBLE_CLICK:
      core->pressed = FALSE;
      return cw_tool_run_trigger (self, CW_TRIGGER_DOUBLE_CLICK, event);

    case CW_TOOL_RIGHT_CLICK:
      return cw_tool_run_trigger (self, CW_TRIGGER_RIGHT_CLICK, event);

    case CW_TOOL_LONG_PRESS:
      return cw_tool_run_trigger (self, CW_TRIGGER_LONG_PRESS, event);

    case CW_TOOL_KEY:
      return cw_tool_run_key (self, event);

    case CW_TOOL_COMMAND:
      return cw_tool_run_command (self, event);

    case CW_TOOL_TYPE:
      return handle_typing (self, event);

    case CW_TOOL_VALUE:
      return handle_value (self, event);

    case CW_TOOL_AGAIN:
      return core->state == CW_TOOL_ACTIVE ? cw_tool_finish (self, event) : CW_TOOL_PASS;

    case CW_TOOL_OTHER:
      return cw_tool_finish_for_other (self);

    case CW_TOOL_CLOSE:
      core->pressed = FALSE;
      return core->state == CW_TOOL_ACTIVE ? cw_tool_drop (self) : CW_TOOL_PASS;

    case CW_TOOL_MOTION:
    case CW_TOOL_FOCUS_OUT: /* what is in progress stays */
    default:
      return CW_TOOL_PASS;
    }
}

static gboolean
is_pointer_event (CwToolEventType type)
{
  return type <= CW_TOOL_LONG_PRESS;
}

/* zoomed far out, the pointer may be where no coordinate is */
static CwPoint
keep_inside (CwPoint at)
{
  return CW_POINT (CLAMP (at.x, -CW_COORD_MAX, CW_COORD_MAX),
                   CLAMP (at.y, -CW_COORD_MAX, CW_COORD_MAX));
}

/**
 * cw_tool_handle:
 * @self: a tool
 * @event: what happened
 *
 * Lets the tool act on an event. The document changes only when the answer is
 * %CW_TOOL_COMMIT, or when it is %CW_TOOL_DONE to %CW_TOOL_OTHER.
 *
 * Returns: what the tool made of it
 */
CwToolAnswer
cw_tool_handle (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core;
  CwToolEvent inside;

  g_return_val_if_fail (CW_IS_TOOL (self) && event != NULL && event->pixel > 0, CW_TOOL_PASS);

  core = cw_tool_get_core (self);
  inside = *event;
  inside.at = keep_inside (event->at);
  core->pixel = event->pixel;
  if (core->state == CW_TOOL_ACTIVE && core->base != cw_tool_host_get_design (core->host))
    {
      /* somebody else changed the document: what was drawn on the old one is void */
      cw_tool_toast (self, _ ("The design changed, unfinished work was dropped"));
      core->pressed = FALSE;
      return cw_tool_drop (self);
    }
  if (event->type == CW_TOOL_MOTION)
    return handle_motion (self, &inside);
  if (is_pointer_event (event->type) || !cw_point_equal (core->raw, inside.at))
    follow_pointer (self, inside.at, event->modifiers);

  return dispatch (self, &inside);
}

/**
 * cw_tool_arm:
 * @self: a tool that was just made
 * @event: (nullable): the key that chose it, with the pointer; %NULL for a button
 *
 * Arms the tool. If it was chosen by its key and there is something below the pointer where it can
 * begin, it begins there.
 *
 * Returns: what changed
 */
CwToolAnswer
cw_tool_arm (CwTool *self, const CwToolEvent *event)
{
  CwToolCore *core;
  CwToolClass *klass;

  g_return_val_if_fail (CW_IS_TOOL (self), CW_TOOL_PASS);

  core = cw_tool_get_core (self);
  klass = CW_TOOL_GET_CLASS (self);
  core->state = klass->rest;
  if (event != NULL)
    {
      core->pixel = event->pixel;
      cw_tool_move_to (self, keep_inside (event->at), event->modifiers);
    }
  cw_tool_refresh (self);
  if (event != NULL && klass->starts_here != NULL && klass->starts_here (self))
    return cw_tool_run_trigger (self, CW_TRIGGER_CLICK, event);

  return CW_TOOL_PREVIEW;
}

static void
cw_tool_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CwToolCore *core = cw_tool_get_core (CW_TOOL (object));

  switch (id)
    {
    case PROP_HOST:
      core->host = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cw_tool_constructed (GObject *object)
{
  CwToolCore *core = cw_tool_get_core (CW_TOOL (object));

  G_OBJECT_CLASS (cw_tool_parent_class)->constructed (object);
  cw_tool_take_base (core);
  g_signal_connect_object (core->host, "check-changed", G_CALLBACK (cw_tool_check_later), object,
                           G_CONNECT_SWAPPED);
}

static void
cw_tool_finalize (GObject *object)
{
  CwToolCore *core = cw_tool_get_core (CW_TOOL (object));

  cw_tool_forget_preview (core);
  cw_live_check_clear (&core->live);
  g_clear_pointer (&core->base, cw_design_unref);
  g_clear_pointer (&core->points, g_array_unref);
  g_clear_pointer (&core->dropped, g_array_unref);
  g_clear_object (&core->host);
  G_OBJECT_CLASS (cw_tool_parent_class)->finalize (object);
}

static char *
cw_tool_dup_undo_label (CwTool *self)
{
  return g_strdup (_ (CW_TOOL_GET_CLASS (self)->info->undo_label));
}

static CwDesign *
cw_tool_build_nothing (CwTool *self, gboolean with_pointer, GError **error)
{
  return cw_design_ref (cw_tool_get_core (self)->base);
}

static gboolean
cw_tool_is_never_complete (CwTool *self)
{
  return FALSE;
}

static void
cw_tool_class_init (CwToolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = cw_tool_set_property;
  object_class->constructed = cw_tool_constructed;
  object_class->finalize = cw_tool_finalize;
  klass->rest = CW_TOOL_ARMED;
  klass->dup_label = cw_tool_dup_undo_label;
  klass->build = cw_tool_build_nothing;
  klass->is_complete = cw_tool_is_never_complete;

  /**
   * CwTool:host:
   *
   * What the tool works with.
   */
  props[PROP_HOST]
      = g_param_spec_object ("host", NULL, NULL, CW_TYPE_TOOL_HOST,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cw_tool_init (CwTool *self)
{
  CwToolCore *core = cw_tool_get_core (self);

  core->points = g_array_new (FALSE, FALSE, sizeof (CwToolPoint));
  core->pixel = CW_UM;
  cw_live_check_init (&core->live);
  core->snap.kind = CW_SNAP_NONE;
}
