/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "model/package/cw-ball-name.h"
#include "widgets/tool/cw-array-tool-private.h"
#include "widgets/tool/cw-tool-registry.h"

/*
 *          press or click: a corner       release or click: the other corner
 *   ARMED -------------------------> BOX -----------------------------------> GRID --Enter: COMMIT--> ARMED
 *     |                                                                       |  ^
 *     | drag with Shift                                click, drag over pads: |  | gaps and back
 *     '-----------------> REMOVE --release: COMMIT--> ARMED                   '--'
 *
 * Everything in progress is in the points of the tool: the two corners, then the cells that were made
 * gaps or pads again, those of one stroke with the same step. The last word on a cell counts.
 */

#define LEAST_PITCH CW_UM
#define MOST_PITCH (100 * CW_MM)

G_DEFINE_FINAL_TYPE (CwArrayTool, cw_array_tool, CW_TYPE_TOOL)

static CwArrayTool *
get_self (CwTool *tool)
{
  return CW_ARRAY_TOOL (tool);
}

static const CwToolPoint *
get_point (CwTool *tool, guint index)
{
  return &g_array_index (cw_tool_get_core (tool)->points, CwToolPoint, index);
}

static gboolean
is_gap (CwTool *tool, guint row, guint column)
{
  for (guint i = cw_tool_get_core (tool)->points->len; i-- > 2;)
    {
      const CwToolPoint *point = get_point (tool, i);

      if (point->row == row && point->column == column)
        return point->is_gap;
    }

  return FALSE;
}

static guint8
get_next_step (CwTool *tool)
{
  const CwToolPoint *last = cw_tool_get_last_point (tool);

  return last != NULL ? (guint8) (last->step + 1) : 0;
}

static void
set_cell (CwTool *tool, guint row, guint column, guint8 step)
{
  CwToolPoint point = { .at = cw_tool_get_core (tool)->raw,
                        .row = (guint16) row,
                        .column = (guint16) column,
                        .is_gap = get_self (tool)->makes_gaps,
                        .step = step };

  if (is_gap (tool, row, column) != point.is_gap)
    cw_tool_add_point (tool, &point);
}

static gboolean
toggle_cell (CwTool *tool, CwPoint at)
{
  CwArrayGrid grid;
  guint row;
  guint column;

  if (!cw_array_get_grid (tool, FALSE, &grid) || !cw_array_find_cell (&grid, at, &row, &column))
    return FALSE;
  get_self (tool)->makes_gaps = !is_gap (tool, row, column);
  set_cell (tool, row, column, get_next_step (tool));

  return TRUE;
}

/* what a stroke passes over */
static void
stroke_to (CwTool *tool, CwPoint to)
{
  CwArrayTool *self = get_self (tool);
  CwPoint from = self->last;
  guint8 step = cw_tool_get_last_point (tool)->step;
  CwArrayGrid grid;
  gint64 n;

  self->last = to;
  if (!cw_array_get_grid (tool, FALSE, &grid))
    return;
  n = MAX (ABS ((gint64) to.x - from.x) * 2 / grid.pitch_x,
           ABS ((gint64) to.y - from.y) * 2 / grid.pitch_y);
  n = CLAMP (n, 1, 4 * CW_ARRAY_MOST_SIDE);
  for (gint64 i = 1; i <= n; i++)
    {
      CwPoint at = CW_POINT ((CwCoord) (from.x + ((gint64) to.x - from.x) * i / n),
                             (CwCoord) (from.y + ((gint64) to.y - from.y) * i / n));
      guint row;
      guint column;

      if (cw_array_find_cell (&grid, at, &row, &column))
        set_cell (tool, row, column, step);
    }
}

/* a pad of the design that the pointer touches goes, too */
static void
remove_below (CwTool *tool, CwPoint at)
{
  CwToolPoint point = { .at = at };

  if (!cw_array_find_pad (tool, at, &point.pick))
    return;
  for (guint i = 0; i < cw_tool_get_core (tool)->points->len; i++)
    if (get_point (tool, i)->pick.item == point.pick.item)
      return;
  cw_tool_add_point (tool, &point);
}

static void
remove_to (CwTool *tool, CwPoint to)
{
  CwArrayTool *self = get_self (tool);
  CwPoint from = self->last;
  gint64 step = MAX ((gint64) (4 * cw_tool_get_core (tool)->pixel), 1);
  gint64 n = MAX (ABS ((gint64) to.x - from.x), ABS ((gint64) to.y - from.y)) / step + 1;

  n = MIN (n, CW_ARRAY_MOST_SIDE);
  self->last = to;
  for (gint64 i = 1; i <= n; i++)
    remove_below (tool, CW_POINT ((CwCoord) (from.x + ((gint64) to.x - from.x) * i / n),
                                  (CwCoord) (from.y + ((gint64) to.y - from.y) * i / n)));
}

static void
cw_array_tool_resolve (CwTool *tool)
{
  CwArrayTool *self = get_self (tool);
  CwToolCore *core = cw_tool_get_core (tool);

  cw_tool_resolve_pointer (tool);
  if (!cw_array_is_removing (tool) && !cw_array_has_grid (tool))
    return;
  /* on pads, the pointer is where it is */
  core->snap = (CwSnap){ .kind = CW_SNAP_NONE, .at = core->raw, .level = CW_LEVEL_NONE };
  if (self->stroking)
    stroke_to (tool, core->raw);
  else if (self->removing && core->pressed)
    remove_to (tool, core->raw);
}

static CwToolStep
cw_array_tool_fix (CwTool *tool, gboolean all)
{
  CwArrayTool *self = get_self (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolPoint point = { .at = core->snap.at, .step = get_next_step (tool) };
  CwArrayGrid grid;

  if (cw_array_is_removing (tool))
    return CW_STEP_COMPLETE;
  if (self->stroking)
    {
      self->stroking = FALSE;
      return CW_STEP_GOING;
    }
  if (cw_array_has_grid (tool))
    return toggle_cell (tool, core->raw) ? CW_STEP_GOING : CW_STEP_REFUSED;
  if (core->points->len == 1 && core->preview == NULL)
    return CW_STEP_REFUSED;
  if (cw_array_get_grid (tool, TRUE, &grid))
    {
      point.column = (guint16) grid.n_columns;
      point.row = (guint16) grid.n_rows;
    }
  cw_tool_add_point (tool, &point);

  return CW_STEP_GOING;
}

static gboolean
cw_array_tool_is_complete (CwTool *tool)
{
  return cw_array_has_grid (tool) || cw_array_is_removing (tool);
}

static gboolean
cw_array_tool_is_still (CwTool *tool)
{
  return cw_array_has_grid (tool) && !get_self (tool)->stroking;
}

static char *
cw_array_tool_dup_label (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  guint n = core->points->len;

  if (cw_array_is_removing (tool))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Remove %u bonding pad", "Remove %u bonding pads", n), n);

  return g_strdup (_ ("Place array of bonding pads"));
}

static void
cw_array_tool_reset (CwTool *tool, gboolean committed)
{
  CwArrayTool *self = get_self (tool);

  self->n_columns = 0;
  self->n_rows = 0;
  self->has_first = FALSE;
  self->removing = FALSE;
  self->stroking = FALSE;
}

static CwToolAnswer
begin_removal (CwTool *tool, const CwToolEvent *event)
{
  CwArrayTool *self = get_self (tool);
  CwToolCore *core = cw_tool_get_core (tool);

  self->removing = TRUE;
  self->last = core->press_at;
  remove_below (tool, core->press_at);
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
remove_one (CwTool *tool, const CwToolEvent *event)
{
  get_self (tool)->removing = TRUE;
  remove_below (tool, cw_tool_get_core (tool)->raw);
  cw_tool_refresh (tool);

  return cw_tool_commit_current (tool, TRUE);
}

static CwToolAnswer
begin_stroke (CwTool *tool, const CwToolEvent *event)
{
  CwArrayTool *self = get_self (tool);
  CwToolCore *core = cw_tool_get_core (tool);

  if (!toggle_cell (tool, core->press_at))
    return CW_TOOL_PASS;
  self->stroking = TRUE;
  self->last = core->press_at;

  return CW_TOOL_PREVIEW;
}

/* fast clicks are clicks */
static CwToolAnswer
click_again (CwTool *tool, const CwToolEvent *event)
{
  CwArrayGrid grid;
  guint row;
  guint column;

  if (cw_array_get_grid (tool, FALSE, &grid)
      && cw_array_find_cell (&grid, cw_tool_get_core (tool)->raw, &row, &column))
    return cw_tool_fix_point (tool, event);

  return cw_tool_finish (tool, event);
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "remove-pad", N_ ("Remove the pad"), remove_one, CW_HOLD_NONE,
    cw_array_would_remove },
  { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Remove pads"), begin_removal, CW_HOLD_NONE,
    cw_array_would_remove },
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Begin at a corner"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Draw the array"), cw_tool_begin_drag },
  { IN_ARMED, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Remove pads below the pointer") },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "toggle-pad", N_ ("Leave a pad out, or put it back"),
    cw_tool_fix_point, CW_HOLD_NONE, cw_array_has_grid },
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Leave pads out, or put them back"), begin_stroke,
    CW_HOLD_NONE, cw_array_has_grid },
  { IN_ACTIVE, CW_TRIGGER_DOUBLE_CLICK, NULL, NULL, NULL, click_again, CW_HOLD_NONE,
    cw_array_has_grid },
  { IN_ACTIVE, CW_TRIGGER_KEY, "Return KP_Enter ISO_Enter", "place-array", N_ ("Place the array"),
    cw_tool_finish, CW_HOLD_NONE, cw_array_has_grid },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "point", N_ ("The other corner"), cw_tool_fix_point },
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, NULL, cw_tool_begin_drag },
};

static void
cw_array_tool_add_fields (CwTool *tool, GArray *fields)
{
  const CwDrawSettings *settings = &cw_tool_get_settings (tool)->draw;
  CwArrayGrid grid = { .n_columns = get_self (tool)->n_columns, .n_rows = get_self (tool)->n_rows };
  g_autofree char *name = NULL;
  guint row;
  guint column;

  if (cw_array_get_grid (tool, TRUE, &grid))
    {
      cw_tool_add_count_field (fields, "columns", _ ("Columns"), grid.n_columns);
      cw_tool_add_count_field (fields, "rows", _ ("Rows"), grid.n_rows);
    }
  cw_tool_add_length_field (tool, fields, "pitch-x", _ ("Pitch x"), settings->array_pitch_x);
  cw_tool_add_length_field (tool, fields, "pitch-y", _ ("Pitch y"), settings->array_pitch_y);
  cw_array_get_first_name (tool, &row, &column);
  name = cw_ball_name_new (row, column);
  cw_tool_add_text_field (fields, "first", _ ("First name"), name);
}

static gboolean
set_first (CwArrayTool *self, const char *text, GError **error)
{
  if (*text != '\0' && !cw_ball_name_parse (text, &self->first_row, &self->first_column))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "\"%s\" is not a name such as A1 (without I, O, Q, S, X, Z)", text);
      return FALSE;
    }
  self->has_first = *text != '\0';

  return TRUE;
}

/* nothing typed is as many as fit the box */
static gboolean
set_count (CwTool *tool, gboolean is_columns, const char *text, GError **error)
{
  CwArrayTool *self = get_self (tool);
  CwToolPoint *second;
  guint count = 0;

  if (*text != '\0' && !cw_tool_parse_count (text, 1, CW_ARRAY_MOST_SIDE, &count, error))
    return FALSE;
  if (!cw_array_has_grid (tool))
    {
      *(is_columns ? &self->n_columns : &self->n_rows) = count;
      return TRUE;
    }
  second = &g_array_index (cw_tool_get_core (tool)->points, CwToolPoint, 1);
  *(is_columns ? &second->column : &second->row) = (guint16) count;

  return TRUE;
}

static gboolean
set_pitch (CwTool *tool, gboolean along_x, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwCoord *pitch = along_x ? &settings.draw.array_pitch_x : &settings.draw.array_pitch_y;

  if (!cw_tool_parse_size (tool, text, *pitch, LEAST_PITCH, MOST_PITCH, pitch, error))
    return FALSE;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return TRUE;
}

static gboolean
cw_array_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwArrayTool *self = get_self (tool);

  if (strcmp (name, "columns") == 0 || strcmp (name, "rows") == 0)
    return set_count (tool, *name == 'c', text, error);
  if (strcmp (name, "pitch-x") == 0)
    return set_pitch (tool, TRUE, text, error);
  if (strcmp (name, "pitch-y") == 0)
    return set_pitch (tool, FALSE, text, error);
  if (strcmp (name, "first") == 0)
    return set_first (self, text, error);

  return cw_pad_tool_set_size (tool, name, text, error);
}

static void
cw_array_tool_class_init (CwArrayToolClass *klass)
{
  static const char *const fields[] = { "x", "y", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("ball-array");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->can_resume = TRUE;
  tool_class->own_fields_first = TRUE;
  tool_class->fix = cw_array_tool_fix;
  tool_class->build = cw_array_build;
  tool_class->is_complete = cw_array_tool_is_complete;
  tool_class->is_still = cw_array_tool_is_still;
  tool_class->dup_label = cw_array_tool_dup_label;
  tool_class->reset = cw_array_tool_reset;
  tool_class->resolve = cw_array_tool_resolve;
  tool_class->add_fields = cw_array_tool_add_fields;
  tool_class->set_field = cw_array_tool_set_field;
  tool_class->paint = cw_array_paint;
}

static void
cw_array_tool_init (CwArrayTool *self)
{
}
