/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-lasso.h"
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
 *    |---------------------------------> HANDLE --------------------> IDLE
 *    | drag with Shift and Alt            release: as BOX
 *    |---------------------------------> LASSO ---------------------> IDLE
 *    | Ctrl+T                             Enter: COMMIT
 *    |---------------------------------> ARRAY ---------------------> IDLE
 *    | paste                              click: COMMIT
 *    '---------------------------------> PASTE ---------------------> IDLE
 */

G_DEFINE_FINAL_TYPE (CwSelectTool, cw_select_tool, CW_TYPE_TOOL)

static CwSelection *
get_selection (CwTool *tool)
{
  return cw_tool_host_get_selection (cw_tool_get_host (tool));
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
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  guint both = CW_TOOL_SHIFT | CW_TOOL_ALT;
  gboolean boxes = (core->press_modifiers & CW_TOOL_SHIFT) != 0;

  if (!boxes && press_takes (tool))
    return cw_select_begin_move (tool, core->press_at, (core->press_modifiers & CW_TOOL_CTRL) != 0)
               ? CW_TOOL_PREVIEW
               : CW_TOOL_PASS;
  self->gesture = (core->press_modifiers & both) == both || cw_tool_get_settings (tool)->lasso
                      ? GESTURE_LASSO
                      : GESTURE_BOX;
  g_array_set_size (self->lasso, 0);
  g_array_append_val (self->lasso, core->press_at);
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);

  return CW_TOOL_PREVIEW;
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
  cw_select_tell_filtered (tool, &query, event->at);
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

static gboolean
has_trace (CwTool *tool)
{
  CwSelection *selection = get_selection (tool);

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    if (cw_id_get_kind (cw_selection_get (selection, i).item) == CW_ITEM_TRACE)
      return TRUE;

  return FALSE;
}

static gboolean
is_dragging (CwTool *tool)
{
  return cw_select_is_moving (tool) || CW_SELECT_TOOL (tool)->gesture == GESTURE_HANDLE
         || cw_select_is_dragging_wiring (tool);
}

static gboolean
has_lasso (CwTool *tool)
{
  return cw_tool_get_settings (tool)->lasso;
}

static const CwToolAction actions[] = {
  { IN_IDLE, CW_TRIGGER_CLICK, NULL, "select", N_ ("Select"), click },
  { IN_IDLE, CW_TRIGGER_DRAG, NULL, "change-form", N_ ("Change the form"), cw_select_begin_handle,
    CW_HOLD_NONE, cw_select_is_on_handle },
  { IN_IDLE, CW_TRIGGER_DRAG, NULL, "drag", N_ ("Move, or select by a lasso"), begin_drag,
    CW_HOLD_NONE, has_lasso },
  { IN_IDLE, CW_TRIGGER_DRAG, NULL, "drag", N_ ("Move, or select by a box"), begin_drag },
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
  { IN_IDLE, CW_TRIGGER_DOUBLE_CLICK, NULL, "open", N_ ("Properties"), open_properties },
  { IN_IDLE, CW_TRIGGER_RIGHT_CLICK, NULL, "menu", N_ ("Menu"), open_menu },
  { IN_IDLE, CW_TRIGGER_LONG_PRESS, NULL, "list-below", NULL, list_below },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "drop", N_ ("Put down"), cw_tool_fix_point, CW_HOLD_NONE,
    is_dragging },
  { IN_IDLE, CW_TRIGGER_KEY, "e q", "properties", N_ ("Properties"), show_properties, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "<Shift>m", "move-exactly", NULL, move_exactly, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "Delete KP_Delete", "delete", N_ ("Delete"), cw_select_delete,
    CW_HOLD_NONE, cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "l", "lock", N_ ("Lock"), cw_select_lock, CW_HOLD_NONE,
    cw_select_has_selection },
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
};

static const CwToolAction *
get_actions (gsize *n)
{
  *n = G_N_ELEMENTS (actions);

  return actions;
}

/* one table after the other, in the order of the hints */
static CwToolAction *
join_actions (gsize *n_actions)
{
  /* an array takes clicks and Enter before they put something down */
  const CwToolAction *(*const get[]) (gsize *) = {
    cw_select_get_array_actions, get_actions,
    cw_select_get_move_actions,  cw_select_get_grow_actions,
    cw_select_get_nudge_actions, cw_select_get_align_actions,
    cw_select_get_view_actions,
  };
  g_autoptr (GArray) joined = g_array_new (FALSE, FALSE, sizeof (CwToolAction));

  for (guint i = 0; i < G_N_ELEMENTS (get); i++)
    {
      gsize n;
      const CwToolAction *more = get[i](&n);

      g_array_append_vals (joined, more, (guint) n);
    }
  *n_actions = joined->len;

  return g_array_steal (joined, NULL);
}

#define LASSO_STEP 4 /* [px] */

static void
extend_lasso (CwSelectTool *self, const CwToolCore *core)
{
  const CwPoint *last = &g_array_index (self->lasso, CwPoint, self->lasso->len - 1);
  gint64 step = (gint64) (LASSO_STEP * core->pixel);

  if (cw_point_distance_squared (*last, core->raw) >= step * step)
    g_array_append_val (self->lasso, core->raw);
}

static void
cw_select_tool_resolve (CwTool *tool)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);

  core->snap = (CwSnap){ .kind = CW_SNAP_NONE, .at = core->raw, .level = CW_LEVEL_NONE };
  switch (self->gesture)
    {
    case GESTURE_HANDLE:
      cw_tool_apply_pins (tool);
      break;

    case GESTURE_MOVE:
    case GESTURE_PASTE:
    case GESTURE_WIRING:
      cw_select_resolve_move (tool);
      break;

    case GESTURE_ARRAY:
      cw_select_resolve_array (tool);
      break;

    case GESTURE_LASSO:
      extend_lasso (self, core);
      break;

    case GESTURE_NONE:
    case GESTURE_BOX:
    default:
      break;
    }
}

static CwToolStep
cw_select_tool_fix (CwTool *tool, gboolean all)
{
  if (CW_SELECT_TOOL (tool)->gesture != GESTURE_ARRAY)
    return CW_STEP_COMPLETE;
  CW_SELECT_TOOL (tool)->array.held = CW_ARRAY_NONE;

  return CW_STEP_REFUSED; /* a handle was let go */
}

static gboolean
cw_select_tool_is_complete (CwTool *tool)
{
  return CW_SELECT_TOOL (tool)->gesture == GESTURE_ARRAY;
}

static CwDesign *
cw_select_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  Gesture gesture = CW_SELECT_TOOL (tool)->gesture;

  /* an array does not hang on the pointer */
  switch (with_pointer || gesture == GESTURE_ARRAY ? gesture : GESTURE_NONE)
    {
    case GESTURE_HANDLE:
      return cw_select_drag_handle (tool, error);

    case GESTURE_MOVE:
    case GESTURE_PASTE:
      return cw_select_build_move (tool, error);

    case GESTURE_ARRAY:
      return cw_select_build_array (tool, error);

    case GESTURE_WIRING:
      return cw_select_drag_wiring (tool, error);

    case GESTURE_NONE:
    case GESTURE_BOX:
    case GESTURE_LASSO:
    default:
      return cw_design_ref (cw_tool_get_core (tool)->base);
    }
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
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwHitQuery query = cw_tool_get_hit_query (tool);
  guint modifiers = core->modifiers;
  g_autoptr (GArray) picks = NULL;

  if (self->gesture == GESTURE_LASSO)
    picks = cw_lasso_list (&query, (const CwPoint *) self->lasso->data, self->lasso->len);
  else if (self->gesture == GESTURE_BOX)
    picks = cw_hit_list_box (&query, get_box (tool), is_touching (core));
  else
    return FALSE;
  if (self->gesture == GESTURE_LASSO && (core->press_modifiers & CW_TOOL_ALT) != 0)
    modifiers &= ~(guint) CW_TOOL_SHIFT; /* it began the lasso */
  cw_selection_change (get_selection (tool), cw_select_mode_for_box (modifiers),
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
  if (self->gesture == GESTURE_PASTE)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Paste %u item", "Paste %u items", self->copies->len),
        self->copies->len);
  if (self->gesture == GESTURE_ARRAY)
    return g_strdup_printf (_ ("Array of %u × %u"), self->array.n[0], self->array.n[1]);
  if (self->copy)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Duplicate %u item", "Duplicate %u items", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u item", "Move %u items", n), n);
}

static void
cw_select_tool_reset (CwTool *tool, gboolean committed)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);

  if (committed && self->copy)
    cw_select_select_copies (tool);
  g_clear_pointer (&self->move, cw_move_free);
  g_clear_pointer (&self->drag, cw_trace_drag_free);
  g_clear_pointer (&self->fragment, cw_design_unref);
  g_array_set_size (self->lasso, 0);
  self->gesture = GESTURE_NONE;
  self->copy = FALSE;
  self->flip = FALSE;
  self->angle = 0;
}

static void
cw_select_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwToolField field = { "rotation", _ ("Rotation"), NULL, "°" };

  if (CW_SELECT_TOOL (tool)->gesture == GESTURE_ARRAY)
    cw_select_add_array_fields (tool, fields);
  if (!cw_select_is_moving (tool))
    return;
  field.text = cw_angle_format (CW_SELECT_TOOL (tool)->angle);
  g_array_append_val (fields, field);
}

static gboolean
cw_select_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwAngle angle;

  if (CW_SELECT_TOOL (tool)->gesture == GESTURE_ARRAY
      && g_strv_contains ((const char *const[]){ "nx", "ny", "px", "py", NULL }, name))
    return cw_select_set_array_field (tool, name, text, error);
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
paint_box (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwMark *mark = cw_marks_add (overlay, CW_MARK_BOX, core->press_at, core->raw);

  mark->style = is_touching (core) ? CW_MARK_DASHED : CW_MARK_SOLID;
  mark->tone = is_touching (core) ? CW_MARK_GOOD : CW_MARK_NORMAL;
}

static void
paint_lasso (CwTool *tool, GArray *overlay)
{
  GArray *lasso = CW_SELECT_TOOL (tool)->lasso;
  CwToolCore *core = cw_tool_get_core (tool);
  CwPoint first = g_array_index (lasso, CwPoint, 0);

  for (guint i = 1; i < lasso->len; i++)
    cw_marks_add (overlay, CW_MARK_LINE, g_array_index (lasso, CwPoint, i - 1),
                  g_array_index (lasso, CwPoint, i));
  cw_marks_add (overlay, CW_MARK_LINE, g_array_index (lasso, CwPoint, lasso->len - 1), core->raw);
  cw_marks_add (overlay, CW_MARK_LINE, core->raw, first)->style = CW_MARK_DASHED;
}

static void
cw_select_tool_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwHitQuery query = cw_tool_get_hit_query (tool);
  CwHit hit;

  switch (CW_SELECT_TOOL (tool)->gesture)
    {
    case GESTURE_BOX:
      paint_box (tool, overlay);
      break;

    case GESTURE_LASSO:
      paint_lasso (tool, overlay);
      break;

    case GESTURE_MOVE:
    case GESTURE_PASTE:
      cw_select_paint_move (tool, overlay);
      break;

    case GESTURE_ARRAY:
      cw_select_paint_array (tool, overlay);
      break;

    case GESTURE_NONE:
    case GESTURE_HANDLE:
    case GESTURE_WIRING:
    default:
      if (core->state == CW_TOOL_IDLE
          && cw_hit_find (&query, core->raw, cw_tool_get_tolerance (tool), &hit))
        cw_marks_add_pick (overlay, CW_MARK_ITEM, hit.pick);
      if (core->state == CW_TOOL_IDLE)
        cw_select_paint_measure (tool, overlay);
      break;
    }
  cw_select_paint_handles (tool, overlay);
}

static void
cw_select_tool_finalize (GObject *object)
{
  CwSelectTool *self = CW_SELECT_TOOL (object);

  g_clear_pointer (&self->move, cw_move_free);
  g_clear_pointer (&self->drag, cw_trace_drag_free);
  g_clear_pointer (&self->fragment, cw_design_unref);
  cw_select_forget_nudge (self);
  g_array_unref (self->copies);
  g_array_unref (self->lasso);
  G_OBJECT_CLASS (cw_select_tool_parent_class)->finalize (object);
}

static void
cw_select_tool_class_init (CwSelectToolClass *klass)
{
  static const char *const fields[] = { "dx", "dy", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_select_tool_finalize;
  tool_class->info = cw_tool_registry_find ("select");
  tool_class->actions = join_actions (&tool_class->n_actions);
  tool_class->rest = CW_TOOL_IDLE;
  tool_class->fields = fields;
  tool_class->resolve = cw_select_tool_resolve;
  tool_class->fix = cw_select_tool_fix;
  tool_class->build = cw_select_tool_build;
  tool_class->is_complete = cw_select_tool_is_complete;
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
  self->lasso = g_array_new (FALSE, FALSE, sizeof (CwPoint));
}
