/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-section-line.h"
#include "widgets/tool/cw-select-tool-private.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"

/*
 *          drag on an item, M, Ctrl+D         click, release: COMMIT
 *   IDLE ------------------------------> MOVE ----------------------> IDLE
 *    | drag elsewhere                     Esc: as before the drag
 *    |---------------------------------> BOX -----------------------> IDLE
 *    | drag on a handle                   release: COMMIT
 *    '---------------------------------> HANDLE --------------------> IDLE
 */

G_DEFINE_FINAL_TYPE (CwSelectTool, cw_select_tool, CW_TYPE_TOOL)

static CwSelection *
get_selection (CwTool *tool)
{
  return cw_tool_host_get_selection (cw_tool_get_host (tool));
}

static gboolean
begin_move (CwTool *tool, CwPoint from, gboolean copy)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GArray) items = cw_selection_dup_items (get_selection (tool));
  g_autoptr (CwMove) move = cw_move_new (core->base, (const CwId *) items->data, items->len);
  CwToolPoint point = { .at = from };

  cw_select_tell_locked (tool, move);
  if (cw_move_get_n_items (move) == 0)
    return FALSE;
  self->move = g_steal_pointer (&move);
  self->gesture = GESTURE_MOVE;
  self->copy = copy;
  self->flip = FALSE;
  self->angle = 0;
  self->ctrl_since_press = (core->modifiers & CW_TOOL_CTRL) != 0;
  cw_tool_add_point (tool, &point);
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);

  return TRUE;
}

static gboolean
press_takes (CwTool *tool)
{
  CwHitQuery query = cw_tool_get_hit_query (tool);
  CwSelection *selection = get_selection (tool);
  g_autoptr (GArray) hits
      = cw_hit_list (&query, cw_tool_get_core (tool)->press_at, cw_tool_get_tolerance (tool));

  /* anything selected below the pointer is dragged as it is, even if something lies above it */
  for (guint i = 0; i < hits->len; i++)
    if (cw_selection_contains (selection, g_array_index (hits, CwHit, i).pick))
      return TRUE;
  if (hits->len == 0)
    return FALSE;
  cw_selection_change (selection, CW_SELECT_REPLACE, &g_array_index (hits, CwHit, 0).pick, 1);

  return TRUE;
}

static CwToolAnswer
begin_drag (CwTool *tool, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (tool);
  gboolean boxes = (core->press_modifiers & CW_TOOL_SHIFT) != 0;

  if (!boxes && press_takes (tool))
    return begin_move (tool, core->press_at, (core->press_modifiers & CW_TOOL_CTRL) != 0)
               ? CW_TOOL_PREVIEW
               : CW_TOOL_PASS;
  CW_SELECT_TOOL (tool)->gesture = GESTURE_BOX;
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);

  return CW_TOOL_PREVIEW;
}

static void
tell_filtered (CwTool *tool, const CwHitQuery *query, CwPoint at)
{
  guint n = cw_hit_count_filtered (query, at, cw_tool_get_tolerance (tool));
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u thing here is filtered", "%u things here are filtered", n),
      n);
  cw_tool_toast (tool, text);
}

static CwToolAnswer
click (CwTool *tool, const CwToolEvent *event)
{
  CwHitQuery query = cw_tool_get_hit_query (tool);
  CwSelectMode mode = cw_select_mode_for_click (event->modifiers);
  CwHit hit;

  if ((event->modifiers & CW_TOOL_ALT) != 0)
    {
      cw_tool_host_request (cw_tool_get_host (tool), CW_REQUEST_LIST, CW_ID_NONE, NULL);
      return CW_TOOL_PREVIEW;
    }
  if (cw_hit_find (&query, event->at, cw_tool_get_tolerance (tool), &hit))
    {
      cw_selection_change (get_selection (tool), mode, &hit.pick, 1);
      return CW_TOOL_PREVIEW;
    }
  tell_filtered (tool, &query, event->at);
  if (mode == CW_SELECT_REPLACE)
    cw_selection_clear (get_selection (tool));

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
list_below (CwTool *tool, const CwToolEvent *event)
{
  cw_tool_get_core (tool)->pressed = FALSE;
  cw_tool_host_request (cw_tool_get_host (tool), CW_REQUEST_LIST, CW_ID_NONE, NULL);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
ask (CwTool *tool, const CwToolEvent *event, CwToolRequest request)
{
  CwHitQuery query = cw_tool_get_hit_query (tool);
  CwHit hit = { .pick = { CW_ID_NONE, 0 } };

  if (cw_hit_find (&query, event->at, cw_tool_get_tolerance (tool), &hit)
      && !cw_selection_contains (get_selection (tool), hit.pick))
    cw_selection_change (get_selection (tool), CW_SELECT_REPLACE, &hit.pick, 1);
  cw_tool_host_request (cw_tool_get_host (tool), request, hit.pick.item, NULL);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
open_menu (CwTool *tool, const CwToolEvent *event)
{
  return ask (tool, event, CW_REQUEST_MENU);
}

static CwToolAnswer
open_properties (CwTool *tool, const CwToolEvent *event)
{
  return ask (tool, event, CW_REQUEST_PROPERTIES);
}

static CwToolAnswer
show_properties (CwTool *tool, const CwToolEvent *event)
{
  cw_tool_host_request (cw_tool_get_host (tool), CW_REQUEST_PROPERTIES,
                        cw_selection_get (get_selection (tool), 0).item, NULL);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
move_exactly (CwTool *tool, const CwToolEvent *event)
{
  cw_tool_host_request (cw_tool_get_host (tool), CW_REQUEST_MOVE_EXACTLY, CW_ID_NONE, NULL);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
pick_up (CwTool *tool, const CwToolEvent *event)
{
  if (!begin_move (tool, event->at, FALSE))
    return CW_TOOL_PREVIEW;
  cw_tool_move_to (tool, event->at, event->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
duplicate (CwTool *tool, const CwToolEvent *event)
{
  if (!begin_move (tool, event->at, TRUE))
    return CW_TOOL_PREVIEW;
  cw_tool_move_to (tool, event->at, event->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
turn (CwTool *tool, CwAngle by)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwTransform transform;

  if (self->gesture == GESTURE_BOX)
    return CW_TOOL_PASS;
  if (self->gesture == GESTURE_MOVE)
    {
      self->angle = cw_angle_normalise ((gint64) self->angle + by);
      cw_tool_refresh (tool);
      return CW_TOOL_PREVIEW;
    }
  transform = cw_transform_about (cw_select_get_centre (tool), by, FALSE);

  return cw_select_transform (tool, &transform, FALSE, _ ("Rotate"));
}

static CwToolAnswer
rotate (CwTool *tool, const CwToolEvent *event)
{
  return turn (tool, CW_ANGLE_90);
}

static CwToolAnswer
rotate_back (CwTool *tool, const CwToolEvent *event)
{
  return turn (tool, -CW_ANGLE_90);
}

static CwToolAnswer
flip (CwTool *tool, const CwToolEvent *event)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwTransform identity = CW_TRANSFORM_IDENTITY;

  if (self->gesture == GESTURE_BOX)
    return CW_TOOL_PASS;
  if (self->gesture == GESTURE_MOVE)
    {
      self->flip = !self->flip;
      cw_tool_refresh (tool);
      return CW_TOOL_PREVIEW;
    }

  return cw_select_transform (tool, &identity, TRUE, _ ("Flip"));
}

static gboolean
has_die (CwTool *tool)
{
  CwSelection *selection = get_selection (tool);

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    if (cw_id_get_kind (cw_selection_get (selection, i).item) == CW_ITEM_DIE)
      return TRUE;

  return FALSE;
}

static gboolean
is_moving (CwTool *tool)
{
  return CW_SELECT_TOOL (tool)->gesture == GESTURE_MOVE;
}

static gboolean
has_trace (CwTool *tool)
{
  CwSelection *selection = get_selection (tool);

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    if (cw_id_get_kind (cw_selection_get (selection, i).item) == CW_ITEM_TRACE)
      return TRUE;

  return FALSE;
}

#define NUDGE(key, command, label)                                                                 \
  {                                                                                                \
    IN_IDLE, CW_TRIGGER_KEY, key, command, label, cw_select_nudge, CW_HOLD_NONE,                   \
        cw_select_has_selection                                                                    \
  }

static gboolean
is_dragging (CwTool *tool)
{
  return is_moving (tool) || CW_SELECT_TOOL (tool)->gesture == GESTURE_HANDLE
         || cw_select_is_dragging_wiring (tool);
}

static const CwToolAction actions[] = {
  { IN_IDLE, CW_TRIGGER_CLICK, NULL, "select", N_ ("Select"), click },
  { IN_IDLE, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Change the form"), cw_select_begin_handle,
    CW_HOLD_NONE, cw_select_is_on_handle },
  { IN_IDLE, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Move, or select by a box"), begin_drag },
  { IN_IDLE, CW_TRIGGER_DOUBLE_CLICK, NULL, NULL, N_ ("Add a vertex"), cw_select_add_vertex,
    CW_HOLD_NONE, cw_select_is_on_border },
  { IN_IDLE, CW_TRIGGER_KEY, "Insert KP_Insert", "add-vertex", N_ ("Add a vertex"),
    cw_select_add_vertex, CW_HOLD_NONE, cw_select_is_on_side },
  { IN_IDLE, CW_TRIGGER_KEY, "Delete KP_Delete", "delete", N_ ("Remove the vertex"),
    cw_select_remove_vertex, CW_HOLD_NONE, cw_select_is_on_vertex },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "remove-vertex", N_ ("Remove the vertex"),
    cw_select_remove_vertex, CW_HOLD_NONE, cw_select_is_on_vertex },
  { IN_IDLE, CW_TRIGGER_KEY, "<Alt>c", "round-corner", N_ ("Round the corner"),
    cw_select_round_corner, CW_HOLD_NONE, cw_select_is_on_corner },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "cut-corner", N_ ("Cut the corner"), cw_select_cut_corner,
    CW_HOLD_NONE, cw_select_is_on_corner },
  { IN_IDLE, CW_TRIGGER_DOUBLE_CLICK, NULL, NULL, N_ ("Properties"), open_properties },
  { IN_IDLE, CW_TRIGGER_RIGHT_CLICK, NULL, "menu", N_ ("Menu"), open_menu },
  { IN_IDLE, CW_TRIGGER_LONG_PRESS, NULL, "list-below", NULL, list_below },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "drop", N_ ("Put down"), cw_tool_fix_point, CW_HOLD_NONE,
    is_dragging },
  { IN_ACTIVE, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Straight"), NULL, CW_HOLD_CONSTRAIN,
    is_moving },
  { IN_IDLE, CW_TRIGGER_KEY, "e q", "properties", N_ ("Properties"), show_properties, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "m", "move", N_ ("Pick up"), pick_up, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "<Shift>m", "move-exactly", NULL, move_exactly, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "r", "rotate", N_ ("Rotate"), rotate, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_ACTIVE, CW_TRIGGER_KEY, "r", "rotate", N_ ("Rotate"), rotate, CW_HOLD_NONE, is_moving },
  { IN_IDLE, CW_TRIGGER_KEY, "<Shift>r", "rotate-back", NULL, rotate_back, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_ACTIVE, CW_TRIGGER_KEY, "<Shift>r", "rotate-back", NULL, rotate_back, CW_HOLD_NONE,
    is_moving },
  { IN_IDLE, CW_TRIGGER_KEY, "f", "flip", N_ ("Flip"), flip, CW_HOLD_NONE, has_die },
  { IN_ACTIVE, CW_TRIGGER_KEY, "f", "flip", N_ ("Flip"), flip, CW_HOLD_NONE, is_moving },
  { IN_IDLE, CW_TRIGGER_KEY, "Delete KP_Delete", "delete", N_ ("Delete"), cw_select_delete,
    CW_HOLD_NONE, cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "<Control>d", "duplicate", N_ ("Duplicate"), duplicate, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "l", "lock", N_ ("Lock"), cw_select_lock, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "u", "grow", N_ ("Whole net"), cw_select_grow, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "<Control>a", "select-all", NULL, cw_select_all },
  { IN_IDLE, CW_TRIGGER_KEY, "grave", "highlight-net", NULL, cw_select_highlight },
  { IN_IDLE, CW_TRIGGER_KEY, "d", "drag-45", N_ ("Drag the trace"), cw_select_drag_45, CW_HOLD_NONE,
    cw_select_is_over_wiring },
  { IN_IDLE, CW_TRIGGER_KEY, "g", "drag-free", N_ ("Drag it freely"), cw_select_drag_free,
    CW_HOLD_NONE, cw_select_is_over_wiring },
  { IN_ACTIVE, CW_TRIGGER_KEY, "d", "drag-45", N_ ("Keep directions"), cw_select_change_to_45,
    CW_HOLD_NONE, cw_select_is_dragging_wiring },
  { IN_ACTIVE, CW_TRIGGER_KEY, "g", "drag-free", N_ ("Drag freely"), cw_select_change_to_free,
    CW_HOLD_NONE, cw_select_is_dragging_wiring },
  { IN_ACTIVE, CW_TRIGGER_KEY, "b", "behaviour", N_ ("Stop or allow"), cw_select_change_behaviour,
    CW_HOLD_NONE, cw_select_is_dragging_wiring },
  { IN_IDLE, CW_TRIGGER_KEY, "BackSpace", "unroute", N_ ("Unroute a leg"), cw_select_unroute,
    CW_HOLD_NONE, has_trace },
  { IN_IDLE, CW_TRIGGER_KEY, "Escape", "cancel", NULL, cw_select_cancel },
  NUDGE ("Left KP_Left", "nudge-left", N_ ("Nudge")),
  NUDGE ("Right KP_Right", "nudge-right", NULL),
  NUDGE ("Up KP_Up", "nudge-up", NULL),
  NUDGE ("Down KP_Down", "nudge-down", NULL),
  NUDGE ("<Shift>Left", "nudge-left-far", NULL),
  NUDGE ("<Shift>Right", "nudge-right-far", NULL),
  NUDGE ("<Shift>Up", "nudge-up-far", NULL),
  NUDGE ("<Shift>Down", "nudge-down-far", NULL),
  NUDGE ("<Alt>Left", "nudge-left-fine", NULL),
  NUDGE ("<Alt>Right", "nudge-right-fine", NULL),
  NUDGE ("<Alt>Up", "nudge-up-fine", NULL),
  NUDGE ("<Alt>Down", "nudge-down-fine", NULL),
};

/* the way since the grab is a multiple of the grid, so that what is off the grid stays as far off */
static void
cw_select_tool_resolve (CwTool *tool)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *start = cw_tool_get_last_point (tool);
  CwCoord grid = cw_tool_get_settings (tool)->grid;
  CwToolHold hold;

  core->snap = (CwSnap){ .kind = CW_SNAP_NONE, .at = core->raw, .level = CW_LEVEL_NONE };
  if (self->gesture == GESTURE_HANDLE)
    cw_tool_apply_pins (tool);
  if ((self->gesture != GESTURE_MOVE && self->gesture != GESTURE_WIRING) || start == NULL)
    return;

  if ((core->modifiers & CW_TOOL_CTRL) == 0)
    self->ctrl_since_press = FALSE;
  if (self->ctrl_since_press)
    core->modifiers &= ~(guint) CW_TOOL_CTRL;
  hold = cw_tool_get_hold (tool);
  if (hold == CW_HOLD_FINE)
    grid = MAX (grid / 10, 1);
  if (hold == CW_HOLD_CONSTRAIN)
    core->snap.at = cw_tool_constrain (start->at, core->raw, grid);
  else if (hold == CW_HOLD_AXES)
    core->snap.at = cw_tool_constrain_axes (start->at, core->raw, grid);
  else if (hold != CW_HOLD_FREE)
    core->snap.at
        = cw_point_add (start->at, cw_snap_to_grid (cw_point_sub (core->raw, start->at), grid));
  cw_tool_apply_pins (tool);
}

static CwToolStep
cw_select_tool_fix (CwTool *tool, gboolean all)
{
  return CW_STEP_COMPLETE;
}

static CwDesign *
cw_select_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *start = cw_tool_get_last_point (tool);
  CwPoint by;
  CwTransform transform;

  if (self->gesture == GESTURE_HANDLE && with_pointer)
    return cw_select_drag_handle (tool, error);
  if (self->gesture == GESTURE_WIRING && with_pointer)
    return cw_select_drag_wiring (tool, error);
  if (self->gesture != GESTURE_MOVE || start == NULL || !with_pointer)
    return cw_design_ref (core->base);

  by = cw_point_sub (core->snap.at, start->at);
  transform = cw_transform_about (start->at, self->angle, FALSE);
  transform.offset = cw_point_add (transform.offset, by);
  if (self->copy)
    {
      g_array_set_size (self->copies, 0);
      return cw_move_copy (self->move, &transform, self->copies, error);
    }
  if (by.x == 0 && by.y == 0 && self->angle == 0 && !self->flip)
    return cw_design_ref (core->base);

  return cw_move_apply (self->move, &transform, self->flip, error);
}

static CwBox
get_box (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);

  return cw_box_from_points (core->press_at, core->raw);
}

static gboolean
is_touching (CwToolCore *core)
{
  return core->raw.x < core->press_at.x;
}

static gboolean
cw_select_tool_apply (CwTool *tool, gboolean with_pointer)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwHitQuery query = cw_tool_get_hit_query (tool);
  g_autoptr (GArray) picks = NULL;

  if (CW_SELECT_TOOL (tool)->gesture != GESTURE_BOX)
    return FALSE;
  picks = cw_hit_list_box (&query, get_box (tool), is_touching (core));
  cw_selection_change (get_selection (tool), cw_select_mode_for_box (core->modifiers),
                       (const CwPick *) picks->data, picks->len);

  return TRUE;
}

static char *
cw_select_tool_dup_label (CwTool *tool)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  guint n = self->move != NULL ? cw_move_get_n_items (self->move) : 0;

  if (self->gesture == GESTURE_HANDLE)
    return cw_handle_dup_label (cw_tool_get_core (tool)->base, self->grip.item, self->grip.handle);
  if (self->gesture == GESTURE_WIRING)
    return g_strdup (_ ("Drag trace"));
  if (self->copy)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Duplicate %u item", "Duplicate %u items", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u item", "Move %u items", n), n);
}

static void
select_copies (CwSelectTool *self)
{
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (CwPick));

  for (guint i = 0; i < self->copies->len; i++)
    {
      CwPick pick = { g_array_index (self->copies, CwId, i), 0 };

      g_array_append_val (picks, pick);
    }
  cw_selection_change (get_selection (CW_TOOL (self)), CW_SELECT_REPLACE,
                       (const CwPick *) picks->data, picks->len);
}

static void
cw_select_tool_reset (CwTool *tool, gboolean committed)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);

  if (committed && self->copy)
    select_copies (self);
  g_clear_pointer (&self->move, cw_move_free);
  g_clear_pointer (&self->drag, cw_trace_drag_free);
  self->gesture = GESTURE_NONE;
  self->copy = FALSE;
  self->flip = FALSE;
  self->angle = 0;
}

static void
cw_select_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwToolField field = { "rotation", _ ("Rotation"), NULL, "°" };

  if (!is_moving (tool))
    return;
  field.text = cw_angle_format (CW_SELECT_TOOL (tool)->angle);
  g_array_append_val (fields, field);
}

static gboolean
cw_select_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwAngle angle;

  if (strcmp (name, "rotation") != 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"",
                   name);
      return FALSE;
    }
  if (!cw_angle_parse (text, &angle, error))
    return FALSE;
  CW_SELECT_TOOL (tool)->angle = cw_angle_normalise (angle);

  return TRUE;
}

static void
cw_select_tool_paint (CwTool *tool, GArray *overlay)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  CwHitQuery query = cw_tool_get_hit_query (tool);
  CwHit hit;

  if (self->gesture == GESTURE_BOX)
    {
      CwMark *mark = cw_marks_add (overlay, CW_MARK_BOX, core->press_at, core->raw);

      mark->style = is_touching (core) ? CW_MARK_DASHED : CW_MARK_SOLID;
      mark->tone = is_touching (core) ? CW_MARK_GOOD : CW_MARK_NORMAL;
    }
  else if (core->state == CW_TOOL_IDLE
           && cw_hit_find (&query, core->raw, cw_tool_get_tolerance (tool), &hit))
    cw_marks_add_pick (overlay, CW_MARK_ITEM, hit.pick);
  cw_select_paint_handles (tool, overlay);
}

static void
cw_select_tool_finalize (GObject *object)
{
  CwSelectTool *self = CW_SELECT_TOOL (object);

  g_clear_pointer (&self->move, cw_move_free);
  g_clear_pointer (&self->drag, cw_trace_drag_free);
  g_array_unref (self->copies);
  G_OBJECT_CLASS (cw_select_tool_parent_class)->finalize (object);
}

static void
cw_select_tool_class_init (CwSelectToolClass *klass)
{
  static const char *const fields[] = { "dx", "dy", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_select_tool_finalize;
  tool_class->info = cw_tool_registry_find ("select");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->rest = CW_TOOL_IDLE;
  tool_class->fields = fields;
  tool_class->resolve = cw_select_tool_resolve;
  tool_class->fix = cw_select_tool_fix;
  tool_class->build = cw_select_tool_build;
  tool_class->apply = cw_select_tool_apply;
  tool_class->dup_label = cw_select_tool_dup_label;
  tool_class->reset = cw_select_tool_reset;
  tool_class->add_fields = cw_select_tool_add_fields;
  tool_class->set_field = cw_select_tool_set_field;
  tool_class->paint = cw_select_tool_paint;
}

static void
cw_select_tool_init (CwSelectTool *self)
{
  self->copies = g_array_new (FALSE, FALSE, sizeof (CwId));
}
