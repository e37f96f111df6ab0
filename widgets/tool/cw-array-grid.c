/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "model/package/cw-ball-name.h"
#include "widgets/tool/cw-array-tool-private.h"
#include "widgets/tool/cw-pads.h"

static const CwToolPoint *
get_point (CwTool *tool, guint index)
{
  return &g_array_index (cw_tool_get_core (tool)->points, CwToolPoint, index);
}

/* whether pads of the design are taken out */
gboolean
cw_array_is_removing (CwTool *tool)
{
  return CW_ARRAY_TOOL (tool)->removing
         || (cw_tool_get_core (tool)->points->len > 0
             && get_point (tool, 0)->pick.item != CW_ID_NONE);
}

/* whether a press takes pads of the design out */
gboolean
cw_array_would_remove (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);

  return ((core->pressed ? core->press_modifiers : core->modifiers) & CW_TOOL_SHIFT) != 0;
}

gboolean
cw_array_find_pad (CwTool *tool, CwPoint at, CwPick *pick)
{
  CwHitQuery query = cw_tool_get_hit_query (tool);
  CwHit hit;

  query.filter &= CW_FILTER_BONDING_PADS;
  if (!cw_hit_find (&query, at, cw_tool_get_tolerance (tool), &hit)
      || cw_design_is_locked (query.design, hit.pick.item))
    return FALSE;
  *pick = hit.pick;

  return TRUE;
}

gboolean
cw_array_has_grid (CwTool *tool)
{
  return !cw_array_is_removing (tool) && cw_tool_get_core (tool)->points->len >= 2;
}

static guint
count_cells (gint64 length, CwCoord pitch, guint typed)
{
  return typed > 0 ? typed : (guint) MIN ((length + pitch / 2) / pitch + 1, CW_ARRAY_MOST_SIDE);
}

/* from the first corner towards the other one; FALSE before there is a corner */
gboolean
cw_array_get_grid (CwTool *tool, gboolean with_pointer, CwArrayGrid *grid)
{
  CwArrayTool *self = CW_ARRAY_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  const CwDrawSettings *settings = &cw_tool_get_settings (tool)->draw;
  const CwToolPoint *second;
  CwPoint from;
  CwPoint to;
  gint64 left;
  gint64 top;

  if (cw_array_is_removing (tool) || core->points->len == 0
      || (core->points->len == 1 && !with_pointer))
    return FALSE;
  second = core->points->len > 1 ? get_point (tool, 1) : NULL;
  from = get_point (tool, 0)->at;
  to = second != NULL ? second->at : core->snap.at;
  grid->pitch_x = settings->array_pitch_x;
  grid->pitch_y = settings->array_pitch_y;
  /* once both corners are there, the second one knows how many cells there are */
  grid->n_columns = count_cells (ABS ((gint64) to.x - from.x), grid->pitch_x,
                                 second != NULL ? second->column : self->n_columns);
  grid->n_rows = count_cells (ABS ((gint64) to.y - from.y), grid->pitch_y,
                              second != NULL ? second->row : self->n_rows);
  left = to.x >= from.x ? from.x : from.x - (gint64) (grid->n_columns - 1) * grid->pitch_x;
  top = to.y < from.y ? from.y : from.y + (gint64) (grid->n_rows - 1) * grid->pitch_y;
  grid->first = CW_POINT ((CwCoord) CLAMP (left, -CW_COORD_MAX, CW_COORD_MAX),
                          (CwCoord) CLAMP (top, -CW_COORD_MAX, CW_COORD_MAX));

  return TRUE;
}

static gboolean
get_place (const CwArrayGrid *grid, guint row, guint column, CwPoint *at)
{
  gint64 x = grid->first.x + (gint64) column * grid->pitch_x;
  gint64 y = grid->first.y - (gint64) row * grid->pitch_y;

  if (ABS (x) > CW_COORD_MAX || ABS (y) > CW_COORD_MAX)
    return FALSE;
  *at = CW_POINT ((CwCoord) x, (CwCoord) y);

  return TRUE;
}

/* the cell that a point lies in */
gboolean
cw_array_find_cell (const CwArrayGrid *grid, CwPoint at, guint *row, guint *column)
{
  gint64 x = (gint64) at.x - grid->first.x + grid->pitch_x / 2;
  gint64 y = (gint64) grid->first.y - at.y + grid->pitch_y / 2;

  if (x < 0 || y < 0 || x / grid->pitch_x >= grid->n_columns || y / grid->pitch_y >= grid->n_rows)
    return FALSE;
  *column = (guint) (x / grid->pitch_x);
  *row = (guint) (y / grid->pitch_y);

  return TRUE;
}

/* a byte for each cell, not 0 for a gap: going through the points for every cell would take too long */
static guint8 *
list_gaps (CwTool *tool, const CwArrayGrid *grid)
{
  guint8 *gaps = g_new0 (guint8, (gsize) grid->n_rows * grid->n_columns);

  for (guint i = 2; i < cw_tool_get_core (tool)->points->len; i++)
    {
      const CwToolPoint *point = get_point (tool, i);

      if (point->row < grid->n_rows && point->column < grid->n_columns)
        gaps[point->row * grid->n_columns + point->column] = point->is_gap;
    }

  return gaps;
}

/* letters and numbers of the upper left pad: as typed, else those that no pad has */
void
cw_array_get_first_name (CwTool *tool, guint *row, guint *column)
{
  CwArrayTool *self = CW_ARRAY_TOOL (tool);

  *row = self->has_first ? self->first_row : cw_pads_get_next_row (cw_tool_get_core (tool)->base);
  *column = self->has_first ? self->first_column : 0;
}

static gboolean
check_grid (CwTool *tool, const CwArrayGrid *grid, const CwBondingPad *pad, GError **error)
{
  CwUnit unit = cw_tool_get_settings (tool)->unit;
  CwCoord least = MIN (grid->pitch_x, grid->pitch_y);
  g_autofree char *pitch = NULL;
  g_autofree char *land = NULL;

  if ((guint64) grid->n_columns * grid->n_rows > CW_ARRAY_MOST_CELLS)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "%u × %u pads are more than %u at once", grid->n_columns, grid->n_rows,
                   CW_ARRAY_MOST_CELLS);
      return FALSE;
    }
  if (pad->land.width < least || grid->n_columns * grid->n_rows == 1)
    return TRUE;
  pitch = cw_length_format_with_unit (least, unit);
  land = cw_length_format_with_unit (pad->land.width, unit);
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "at a pitch of %s pads of %s touch each other", pitch, land);

  return FALSE;
}

static gboolean
add_pads (CwTool *tool, CwEdit *edit, const CwArrayGrid *grid, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GHashTable) names = cw_pads_list_names (core->base);
  g_autoptr (GHashTable) places = cw_pads_list_places (core->base);
  g_autofree guint8 *gaps = NULL;
  CwBondingPad pad;
  guint first_row;
  guint first_column;

  cw_pads_init (core->base, &cw_tool_get_settings (tool)->draw, &pad);
  if (!check_grid (tool, grid, &pad, error))
    return FALSE;
  gaps = list_gaps (tool, grid);
  cw_array_get_first_name (tool, &first_row, &first_column);
  for (guint row = 0; row < grid->n_rows; row++)
    for (guint column = 0; column < grid->n_columns; column++)
      {
        g_autofree char *name = cw_ball_name_new (first_row + row, first_column + column);
        CwHit hit;
        CwId id;

        if (gaps[row * grid->n_columns + column] != 0)
          continue;
        if (!get_place (grid, row, column, &pad.at))
          {
            g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "the array reaches too far");
            return FALSE;
          }
        if (g_hash_table_contains (places, &pad.at))
          continue; /* it has a pad already */
        if (g_hash_table_contains (names, name))
          {
            g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE,
                         "there is a bonding pad \"%s\" already", name);
            return FALSE;
          }
        pad.net = cw_hit_find_metal (core->base, pad.level, pad.at, &hit) ? hit.net : CW_ID_NONE;
        pad.name = g_ref_string_new (name);
        id = cw_edit_add_bonding_pad (edit, &pad, error);
        g_ref_string_release (pad.name);
        if (id == CW_ID_NONE)
          return FALSE;
      }

  return TRUE;
}

static CwDesign *
finish_edit (CwTool *tool, CwEdit *edit)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwDesign *next = cw_edit_finish (edit, NULL);

  if (!cw_design_equal (next, core->base))
    return next;
  cw_design_unref (next);

  return cw_design_ref (core->base);
}

static CwDesign *
remove_pads (CwTool *tool, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (CwEdit) edit = cw_edit_new (core->base);
  CwPick pick;

  for (guint i = 0; i < core->points->len; i++)
    if (!cw_edit_remove (edit, get_point (tool, i)->pick.item, error))
      return NULL;
  if (core->state == CW_TOOL_ARMED && core->points->len == 0
      && cw_array_find_pad (tool, core->raw, &pick) && !cw_edit_remove (edit, pick.item, error))
    return NULL;

  return finish_edit (tool, edit);
}

CwDesign *
cw_array_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (CwEdit) edit = NULL;
  CwArrayGrid grid;

  if (cw_array_is_removing (tool) || (core->state == CW_TOOL_ARMED && cw_array_would_remove (tool)))
    return remove_pads (tool, error);
  if (!cw_array_get_grid (tool, with_pointer, &grid))
    return cw_design_ref (core->base);
  edit = cw_edit_new (core->base);
  if (!add_pads (tool, edit, &grid, error))
    return NULL;

  return finish_edit (tool, edit);
}

/* how many pads, and how far they reach */
static char *
dup_extent (CwTool *tool, const CwArrayGrid *grid, guint n_gaps, CwCoord land)
{
  CwUnit unit = cw_tool_get_settings (tool)->unit;
  g_autofree char *width
      = cw_length_format ((gint64) (grid->n_columns - 1) * grid->pitch_x + land, unit);
  g_autofree char *height
      = cw_length_format_with_unit ((gint64) (grid->n_rows - 1) * grid->pitch_y + land, unit);
  guint n = grid->n_columns * grid->n_rows - n_gaps;

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u × %u: %u pad, %s × %s", "%u × %u: %u pads, %s × %s", n),
      grid->n_columns, grid->n_rows, n, width, height);
}

void
cw_array_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autofree guint8 *gaps = NULL;
  CwBondingPad pad;
  guint n_gaps = 0;
  CwArrayGrid grid;

  if (!cw_array_get_grid (tool, TRUE, &grid)
      || (guint64) grid.n_columns * grid.n_rows > CW_ARRAY_MOST_CELLS)
    return;
  cw_pads_init (core->base, &cw_tool_get_settings (tool)->draw, &pad);
  gaps = list_gaps (tool, &grid);
  for (guint i = 0; i < grid.n_columns * grid.n_rows; i++)
    {
      CwCoord reach = pad.land.width / 2;
      CwPoint at;

      if (gaps[i] == 0 || !get_place (&grid, i / grid.n_columns, i % grid.n_columns, &at))
        continue;
      n_gaps++;
      cw_marks_add (overlay, CW_MARK_BOX, cw_point_sub (at, CW_POINT (reach, reach)),
                    cw_point_add (at, CW_POINT (reach, reach)))
          ->style
          = CW_MARK_DASHED;
    }
  cw_marks_add (overlay, CW_MARK_VALUE, core->snap.at, core->snap.at)->text
      = dup_extent (tool, &grid, n_gaps, pad.land.width);
}
