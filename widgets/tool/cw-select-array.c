/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "model/base/cw-expression.h"
#include "widgets/tool/cw-select-tool-private.h"

#define REACH 10          /* how near a handle the pointer takes it [px] */
#define MOST_COPIES 20000 /* items that an array makes */

static gboolean
is_array (CwTool *tool)
{
  return CW_SELECT_TOOL (tool)->gesture == GESTURE_ARRAY;
}

static gint64
get_size (CwBox box, guint axis)
{
  return axis == 0 ? (gint64) box.max.x - box.min.x : (gint64) box.max.y - box.min.y;
}

/* the least multiple of the grid that keeps half a size between the copies */
static CwCoord
get_usual_pitch (CwTool *tool, guint axis)
{
  gint64 grid = MAX (cw_tool_get_settings (tool)->grid, 1);
  gint64 size = get_size (CW_SELECT_TOOL (tool)->moved, axis);
  gint64 pitch = size + MAX (size / 2, grid);

  return (CwCoord) CLAMP ((pitch + grid - 1) / grid * grid, 1, CW_COORD_MAX);
}

CwToolAnswer
cw_select_begin_array (CwTool *tool, const CwToolEvent *event)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);

  if (!cw_select_begin_move (tool, event->at, TRUE))
    return CW_TOOL_PREVIEW;
  self->gesture = GESTURE_ARRAY;
  self->array = (CwArrayForm){ .n = { 2, 1 },
                               .pitch = { get_usual_pitch (tool, 0), get_usual_pitch (tool, 1) },
                               .origin = cw_box_get_centre (self->moved) };
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

/* in the middle of the last copy: how many; in that of the second ones: how far */
static CwPoint
get_handle (const CwArrayForm *array, CwArrayHandle handle)
{
  gint64 columns = handle == CW_ARRAY_COUNT ? array->n[0] - 1 : array->n[0] > 1;
  gint64 rows = handle == CW_ARRAY_COUNT ? array->n[1] - 1 : array->n[1] > 1;

  return CW_POINT (cw_coord_saturate (array->origin.x + columns * array->pitch[0]),
                   cw_coord_saturate (array->origin.y + rows * array->pitch[1]));
}

static CwArrayHandle
find_handle (CwTool *tool, CwPoint at)
{
  const CwArrayForm *array = &CW_SELECT_TOOL (tool)->array;
  gint64 reach = (gint64) MIN (REACH * cw_tool_get_core (tool)->pixel, CW_MM);

  for (CwArrayHandle handle = CW_ARRAY_COUNT; handle <= CW_ARRAY_PITCH; handle++)
    if (cw_point_distance_squared (get_handle (array, handle), at) <= reach * reach)
      return handle;

  return CW_ARRAY_NONE;
}

static gboolean
is_on_handle (CwTool *tool)
{
  return is_array (tool) && find_handle (tool, cw_tool_get_core (tool)->press_at) != CW_ARRAY_NONE;
}

static CwToolAnswer
grab_handle (CwTool *tool, const CwToolEvent *event)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);

  self->array.held = find_handle (tool, cw_tool_get_core (tool)->press_at);

  return CW_TOOL_PREVIEW;
}

/* a click only lets go: Enter commits */
static CwToolAnswer
click (CwTool *tool, const CwToolEvent *event)
{
  CW_SELECT_TOOL (tool)->array.held = CW_ARRAY_NONE;

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
commit (CwTool *tool, const CwToolEvent *event)
{
  if (cw_tool_get_core (tool)->message != NULL)
    {
      cw_tool_toast (tool, cw_tool_get_core (tool)->message);
      return CW_TOOL_PREVIEW;
    }

  return cw_tool_commit_current (tool, TRUE);
}

/* as many as reach to the pointer; to the other side they go the other way */
static void
set_count (CwTool *tool, guint axis, gint64 way)
{
  CwArrayForm *array = &CW_SELECT_TOOL (tool)->array;
  gint64 pitch = MAX (ABS ((gint64) array->pitch[axis]), 1);
  gint64 steps = (ABS (way) + pitch / 2) / pitch;

  array->n[axis] = (guint) CLAMP (steps + 1, 1, MOST_COPIES);
  if (steps > 0)
    array->pitch[axis] = (CwCoord) (way < 0 ? -pitch : pitch);
}

static void
set_pitch (CwTool *tool, guint axis, gint64 way, CwCoord grid)
{
  CwArrayForm *array = &CW_SELECT_TOOL (tool)->array;
  CwPoint snapped;

  if (array->n[axis] < 2)
    return;
  snapped = cw_snap_to_grid (CW_POINT (cw_coord_saturate (way), 0), grid);
  if (snapped.x != 0)
    array->pitch[axis] = snapped.x;
}

void
cw_select_resolve_array (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwArrayForm *array = &CW_SELECT_TOOL (tool)->array;
  CwToolHold hold = cw_tool_get_hold (tool);
  CwCoord grid = cw_tool_get_settings (tool)->grid;
  gboolean keeps_pitch = array->held == CW_ARRAY_COUNT || (core->modifiers & CW_TOOL_SHIFT) != 0;

  if (!core->pressed)
    array->held = CW_ARRAY_NONE;
  if (array->held == CW_ARRAY_NONE)
    return;
  if (hold == CW_HOLD_FREE)
    grid = 0;
  else if (hold == CW_HOLD_FINE)
    grid = MAX (grid / 10, 1);
  for (guint axis = 0; axis < G_N_ELEMENTS (array->n); axis++)
    {
      gint64 way = axis == 0 ? (gint64) core->raw.x - array->origin.x
                             : (gint64) core->raw.y - array->origin.y;

      if (keeps_pitch)
        set_count (tool, axis, way);
      else
        set_pitch (tool, axis, way, grid);
    }
}

CwDesign *
cw_select_build_array (CwTool *tool, GError **error)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  const CwArrayForm *array = &self->array;
  gint64 n = (gint64) array->n[0] * array->n[1] - 1;
  g_autoptr (GArray) transforms = g_array_new (FALSE, FALSE, sizeof (CwTransform));

  g_array_set_size (self->copies, 0);
  if (n == 0)
    return cw_design_ref (cw_tool_get_core (tool)->base);
  if (n * cw_move_get_n_items (self->move) > MOST_COPIES)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   _ ("The array would have %" G_GINT64_FORMAT " items, it may have %u"),
                   n * cw_move_get_n_items (self->move), MOST_COPIES);
      return NULL;
    }
  for (gint64 i = 1; i <= n; i++)
    {
      gint64 x = i % array->n[0] * array->pitch[0];
      gint64 y = i / array->n[0] * array->pitch[1];
      CwTransform transform = CW_TRANSFORM_IDENTITY;

      if (ABS (x) > 2 * (gint64) CW_COORD_MAX || ABS (y) > 2 * (gint64) CW_COORD_MAX)
        {
          g_set_error_literal (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                               _ ("The array would reach out of the drawing"));
          return NULL;
        }
      transform.offset = CW_POINT ((CwCoord) x, (CwCoord) y);
      g_array_append_val (transforms, transform);
    }

  return cw_move_copy (self->move, (const CwTransform *) transforms->data, transforms->len,
                       self->copies, error);
}

static void
add_count_field (GArray *fields, const char *name, const char *label, guint value)
{
  CwToolField field = { name, label, g_strdup_printf ("%u", value), NULL };

  g_array_append_val (fields, field);
}

void
cw_select_add_array_fields (CwTool *tool, GArray *fields)
{
  const CwArrayForm *array = &CW_SELECT_TOOL (tool)->array;

  add_count_field (fields, "nx", _ ("Columns"), array->n[0]);
  add_count_field (fields, "ny", _ ("Rows"), array->n[1]);
  cw_tool_add_length_field (tool, fields, "px", _ ("Pitch x"), array->pitch[0]);
  cw_tool_add_length_field (tool, fields, "py", _ ("Pitch y"), array->pitch[1]);
}

gboolean
cw_select_set_array_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwArrayForm *array = &CW_SELECT_TOOL (tool)->array;
  guint axis = name[0] != '\0' && name[1] == 'y';
  CwCoord value;

  if (strcmp (name, "px") == 0 || strcmp (name, "py") == 0)
    {
      if (!cw_tool_parse_length (tool, text, array->pitch[axis], &value, error))
        return FALSE;
      array->pitch[axis] = value;
      return TRUE;
    }
  if (!cw_expression_evaluate (text, CW_UNIT_NM, (CwCoord) array->n[axis], NULL, 0, &value, NULL,
                               error))
    return FALSE;
  if (value < 1 || value > MOST_COPIES)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   _ ("\"%s\" is no count from 1 to %u"), text, MOST_COPIES);
      return FALSE;
    }
  array->n[axis] = (guint) value;

  return TRUE;
}

void
cw_select_paint_array (CwTool *tool, GArray *overlay)
{
  const CwSelectTool *self = CW_SELECT_TOOL (tool);
  const CwArrayForm *array = &self->array;
  CwUnit unit = cw_tool_get_settings (tool)->unit;
  CwPoint pitch = get_handle (array, CW_ARRAY_PITCH);
  CwPoint count = get_handle (array, CW_ARRAY_COUNT);
  g_autofree char *x = cw_length_format (array->pitch[0], unit);
  g_autofree char *y = cw_length_format_with_unit (array->pitch[1], unit);
  CwMark *mark;

  cw_marks_add (overlay, CW_MARK_LINE, array->origin, pitch)->style = CW_MARK_DASHED;
  if (!cw_point_equal (pitch, count))
    cw_marks_add (overlay, CW_MARK_HANDLE, pitch, pitch);
  cw_marks_add (overlay, CW_MARK_HANDLE, count, count)->tone = CW_MARK_GOOD;
  mark = cw_marks_add (overlay, CW_MARK_VALUE, count, count);
  mark->text = g_strdup_printf (_ ("%u × %u, pitch %s × %s"), array->n[0], array->n[1], x, y);
}

static const CwToolAction actions[] = {
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, "grab-handle", N_ ("Change count or pitch"), grab_handle,
    CW_HOLD_NONE, is_on_handle },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "let-go", N_ ("Let go"), click, CW_HOLD_NONE, is_array },
  { IN_ACTIVE, CW_TRIGGER_KEY, "Return KP_Enter ISO_Enter", "make-array", N_ ("Make the array"),
    commit, CW_HOLD_NONE, is_array },
  { IN_ACTIVE, CW_TRIGGER_KEY, "End KP_End", "make-array", N_ ("Make the array"), commit,
    CW_HOLD_NONE, is_array },
  { IN_ACTIVE, CW_TRIGGER_DOUBLE_CLICK, NULL, "make-array", N_ ("Make the array"), commit,
    CW_HOLD_NONE, is_array },
};

const CwToolAction *
cw_select_get_array_actions (gsize *n)
{
  *n = G_N_ELEMENTS (actions);

  return actions;
}
