/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-fragment.h"
#include "widgets/tool/cw-select-tool-private.h"

#define FINE 10 /* a fine grid is a tenth of the grid */

static CwSelection *
get_selection (CwTool *tool)
{
  return cw_tool_host_get_selection (cw_tool_get_host (tool));
}

static void
begin (CwTool *tool, Gesture gesture, CwPoint from)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolPoint point = { .at = from };

  self->gesture = gesture;
  self->flip = FALSE;
  self->angle = 0;
  memset (&self->guides, 0, sizeof self->guides);
  cw_tool_add_point (tool, &point);
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);
}

gboolean
cw_select_begin_move (CwTool *tool, CwPoint from, gboolean copy)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GArray) items = cw_selection_dup_items (get_selection (tool));
  g_autoptr (CwMove) move = cw_move_new (core->base, (const CwId *) items->data, items->len);

  cw_select_tell_locked (tool, move);
  if (cw_move_get_n_items (move) == 0)
    return FALSE;
  self->moved = CW_BOX_EMPTY;
  self->moved_kinds = 0;
  for (guint i = 0; i < cw_move_get_n_items (move); i++)
    {
      CwId id = cw_move_get_item (move, i);

      self->moved = cw_box_union (self->moved, cw_design_get_item_bounds (core->base, id));
      self->moved_kinds |= 1u << cw_id_get_kind (id);
    }
  self->move = g_steal_pointer (&move);
  self->copy = copy;
  self->ctrl_since_press = (core->modifiers & CW_TOOL_CTRL) != 0;
  begin (tool, GESTURE_MOVE, from);

  return TRUE;
}

static CwToolAnswer
follow (CwTool *tool, const CwToolEvent *event)
{
  cw_tool_move_to (tool, event->at, event->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
pick_up (CwTool *tool, const CwToolEvent *event)
{
  return cw_select_begin_move (tool, event->at, FALSE) ? follow (tool, event) : CW_TOOL_PREVIEW;
}

static CwToolAnswer
duplicate (CwTool *tool, const CwToolEvent *event)
{
  return cw_select_begin_move (tool, event->at, TRUE) ? follow (tool, event) : CW_TOOL_PREVIEW;
}

static gboolean
has_fragment (CwTool *tool)
{
  return cw_tool_host_get_fragment (cw_tool_get_host (tool)) != NULL;
}

/* the pointer has it by its middle; what the way is measured from is where it was copied */
static CwToolAnswer
paste (CwTool *tool, const CwToolEvent *event)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);

  self->fragment = cw_design_ref (cw_tool_host_get_fragment (cw_tool_get_host (tool)));
  self->moved = cw_fragment_get_bounds (self->fragment, &self->moved_kinds);
  self->copy = TRUE;
  self->ctrl_since_press = (event->modifiers & CW_TOOL_CTRL) != 0;
  begin (tool, GESTURE_PASTE, cw_box_get_centre (self->moved));

  return follow (tool, event);
}

gboolean
cw_select_is_moving (CwTool *tool)
{
  Gesture gesture = CW_SELECT_TOOL (tool)->gesture;

  return gesture == GESTURE_MOVE || gesture == GESTURE_PASTE;
}

static gboolean
is_flippable (CwTool *tool)
{
  return CW_SELECT_TOOL (tool)->gesture == GESTURE_MOVE;
}

static CwToolAnswer
turn (CwTool *tool, CwAngle by)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwTransform transform;

  if (cw_select_is_moving (tool))
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

static CwTransform
get_transform (CwTool *tool)
{
  CwPoint start = cw_tool_get_last_point (tool)->at;
  CwTransform transform = cw_transform_about (start, CW_SELECT_TOOL (tool)->angle, FALSE);
  CwPoint by = cw_point_sub (cw_tool_get_core (tool)->snap.at, start);

  transform.offset = cw_point_add (transform.offset, by);

  return transform;
}

static CwGuideQuery
make_query (CwTool *tool)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwTransform transform = get_transform (tool);

  return (CwGuideQuery){ .hit = cw_tool_get_hit_query (tool),
                         .box = cw_transform_box (&transform, self->moved),
                         .kinds = self->moved_kinds,
                         .pixel = cw_tool_get_core (tool)->pixel,
                         .exclude = self->copy ? NULL : cw_move_get_moved (self->move),
                         .previous = &self->guides };
}

/* from where the pointer has it, along each axis to the guide that is near, else to the grid */
static void
snap_to_guides (CwTool *tool, CwPoint start, CwCoord grid)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  CwPoint on_grid = cw_point_add (start, cw_snap_to_grid (cw_point_sub (core->raw, start), grid));
  CwGuideQuery query = make_query (tool);
  CwGuides guides;
  CwPoint at = core->raw;

  cw_guides_find (&query, &guides);
  self->guides = guides;
  at.x = guides.axes[0].kind != CW_GUIDE_NONE ? at.x + guides.axes[0].by : on_grid.x;
  at.y = guides.axes[1].kind != CW_GUIDE_NONE ? at.y + guides.axes[1].by : on_grid.y;
  core->snap.at = at;
  for (int axis = 1; axis >= 0; axis--)
    if (guides.axes[axis].kind != CW_GUIDE_NONE)
      {
        core->snap.kind = CW_SNAP_GUIDE;
        core->snap.feature
            = guides.axes[axis].kind >= CW_GUIDE_BETWEEN ? CW_FEATURE_GAP : CW_FEATURE_ALIGNED;
        core->snap.pick = (CwPick){ guides.axes[axis].item, 0 };
      }
}

/* the way since the grab is a multiple of the grid, so that what is off the grid stays as far off */
void
cw_select_resolve_move (CwTool *tool)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *start = cw_tool_get_last_point (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  CwCoord grid = settings->grid;
  CwToolHold hold;
  CwGuideQuery query;

  if (start == NULL)
    return;
  if ((core->modifiers & CW_TOOL_CTRL) == 0)
    self->ctrl_since_press = FALSE;
  if (self->ctrl_since_press)
    core->modifiers &= ~(guint) CW_TOOL_CTRL;
  hold = cw_tool_get_hold (tool);
  if (hold == CW_HOLD_FINE)
    grid = MAX (grid / FINE, 1);
  if (hold == CW_HOLD_NONE && !settings->no_guides && core->pinned == 0
      && cw_select_is_moving (tool))
    snap_to_guides (tool, start->at, grid);
  else
    {
      self->guides.axes[0].kind = self->guides.axes[1].kind = CW_GUIDE_NONE;
      if (hold == CW_HOLD_CONSTRAIN)
        core->snap.at = cw_tool_constrain (start->at, core->raw, grid);
      else if (hold == CW_HOLD_AXES)
        core->snap.at = cw_tool_constrain_axes (start->at, core->raw, grid);
      else if (hold != CW_HOLD_FREE)
        core->snap.at
            = cw_point_add (start->at, cw_snap_to_grid (cw_point_sub (core->raw, start->at), grid));
      cw_tool_apply_pins (tool);
    }
  if (!cw_select_is_moving (tool))
    return; /* a trace that is dragged has no neighbours */
  query = make_query (tool);
  cw_guides_find_sides (&query, &self->guides);
}

/* base itself while nothing is where it was not */
CwDesign *
cw_select_build_move (CwTool *tool, GError **error)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  CwTransform transform;
  CwPoint start;

  if (cw_tool_get_last_point (tool) == NULL)
    return cw_design_ref (core->base);
  start = cw_tool_get_last_point (tool)->at;
  transform = get_transform (tool);
  g_array_set_size (self->copies, 0);
  if (self->gesture == GESTURE_PASTE)
    return cw_fragment_merge (self->fragment, core->base, &transform, self->copies, error);
  if (self->copy)
    return cw_move_copy (self->move, &transform, 1, self->copies, error);
  if (cw_point_equal (core->snap.at, start) && self->angle == 0 && !self->flip)
    return cw_design_ref (core->base);

  return cw_move_apply (self->move, &transform, self->flip, error);
}

void
cw_select_select_copies (CwTool *tool)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (CwPick));

  for (guint i = 0; i < self->copies->len; i++)
    {
      CwPick pick = { g_array_index (self->copies, CwId, i), 0 };

      g_array_append_val (picks, pick);
    }
  cw_selection_change (get_selection (tool), CW_SELECT_REPLACE, (const CwPick *) picks->data,
                       picks->len);
}

static CwPoint
make_point (guint axis, gint64 along, gint64 across)
{
  return axis == 0 ? CW_POINT (cw_coord_saturate (along), cw_coord_saturate (across))
                   : CW_POINT (cw_coord_saturate (across), cw_coord_saturate (along));
}

static void
add_dimension (CwTool *tool, GArray *overlay, guint axis, gint64 from, gint64 to, gint64 across)
{
  CwMark *mark;

  if (from >= to)
    return;
  mark = cw_marks_add (overlay, CW_MARK_DIMENSION, make_point (axis, from, across),
                       make_point (axis, to, across));
  mark->text = cw_length_format_with_unit (to - from, cw_tool_get_settings (tool)->unit);
}

static gint64
get_low (CwBox box, guint axis)
{
  return axis == 0 ? box.min.x : box.min.y;
}

static gint64
get_high (CwBox box, guint axis)
{
  return axis == 0 ? box.max.x : box.max.y;
}

/* in the middle of what two boxes have in common across an axis */
static gint64
get_common (CwBox a, CwBox b, guint axis)
{
  gint64 low = MAX (get_low (a, 1 - axis), get_low (b, 1 - axis));
  gint64 high = MIN (get_high (a, 1 - axis), get_high (b, 1 - axis));

  return (low + high) / 2;
}

static void
paint_guide (CwTool *tool, const CwGuide *guide, guint axis, CwBox own, GArray *overlay)
{
  CwMark *mark;

  if (guide->kind == CW_GUIDE_NONE)
    return;
  if (guide->kind == CW_GUIDE_AFTER || guide->kind == CW_GUIDE_BEFORE)
    {
      CwBox low = guide->others[guide->kind == CW_GUIDE_AFTER ? 1 : 0];
      CwBox high = guide->others[guide->kind == CW_GUIDE_AFTER ? 0 : 1];

      add_dimension (tool, overlay, axis, get_high (low, axis), get_low (high, axis),
                     get_common (low, high, axis));
      return;
    }
  if (guide->kind == CW_GUIDE_BETWEEN)
    return; /* both gaps are among those to the nearest neighbours */
  mark = cw_marks_add (
      overlay, CW_MARK_LINE,
      make_point (axis, guide->at / 2,
                  MIN (get_low (own, 1 - axis), get_low (guide->others[0], 1 - axis))),
      make_point (axis, guide->at / 2,
                  MAX (get_high (own, 1 - axis), get_high (guide->others[0], 1 - axis))));
  mark->style = CW_MARK_DASHED;
  mark->tone = CW_MARK_GOOD;
}

/* what it lines up with, and how far the next things on the four sides are */
void
cw_select_paint_move (CwTool *tool, GArray *overlay)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwTransform transform;
  CwBox own;

  if (cw_tool_get_last_point (tool) == NULL)
    return;
  transform = get_transform (tool);
  own = cw_transform_box (&transform, self->moved);
  for (guint axis = 0; axis < 2; axis++)
    paint_guide (tool, &self->guides.axes[axis], axis, own, overlay);
  for (guint side = 0; side < G_N_ELEMENTS (self->guides.sides); side++)
    if (self->guides.has_side[side])
      {
        CwBox other = self->guides.sides[side];
        CwBox low = side % 2 == 1 ? own : other;
        CwBox high = side % 2 == 1 ? other : own;

        add_dimension (tool, overlay, side / 2, get_high (low, side / 2), get_low (high, side / 2),
                       get_common (own, other, side / 2));
      }
}

static const CwToolAction actions[] = {
  { IN_ACTIVE, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Straight"), NULL, CW_HOLD_CONSTRAIN,
    cw_select_is_moving },
  { IN_IDLE, CW_TRIGGER_KEY, "m", "move", N_ ("Pick up"), pick_up, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "r", "rotate", N_ ("Rotate"), rotate, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_ACTIVE, CW_TRIGGER_KEY, "r", "rotate", N_ ("Rotate"), rotate, CW_HOLD_NONE,
    cw_select_is_moving },
  { IN_IDLE, CW_TRIGGER_KEY, "<Shift>r", "rotate-back", NULL, rotate_back, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_ACTIVE, CW_TRIGGER_KEY, "<Shift>r", "rotate-back", NULL, rotate_back, CW_HOLD_NONE,
    cw_select_is_moving },
  { IN_IDLE, CW_TRIGGER_KEY, "f", "flip", N_ ("Flip"), flip, CW_HOLD_NONE, has_die },
  { IN_ACTIVE, CW_TRIGGER_KEY, "f", "flip", N_ ("Flip"), flip, CW_HOLD_NONE, is_flippable },
  { IN_IDLE, CW_TRIGGER_KEY, "<Control>d", "duplicate", N_ ("Duplicate"), duplicate, CW_HOLD_NONE,
    cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_KEY, "<Control>t", "array", N_ ("Array"), cw_select_begin_array,
    CW_HOLD_NONE, cw_select_has_selection },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "paste-fragment", N_ ("Place what was copied"), paste,
    CW_HOLD_NONE, has_fragment },
};

const CwToolAction *
cw_select_get_move_actions (gsize *n)
{
  *n = G_N_ELEMENTS (actions);

  return actions;
}
