/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-align.h"
#include "widgets/tool/cw-select-tool-private.h"

static gboolean
has_n_items (CwTool *tool, guint n)
{
  g_autoptr (GArray) items
      = cw_selection_dup_items (cw_tool_host_get_selection (cw_tool_get_host (tool)));

  return items->len >= n;
}

static gboolean
has_two (CwTool *tool)
{
  return has_n_items (tool, 2);
}

static gboolean
has_three (CwTool *tool)
{
  return has_n_items (tool, 3);
}

/* what was picked last by itself, else all of them together */
static CwBox
get_reference (CwTool *tool, CwDesign *design)
{
  CwSelection *selection = cw_tool_host_get_selection (cw_tool_get_host (tool));
  CwPick last;

  if (cw_selection_get_last (selection, &last))
    return cw_design_get_item_bounds (design, last.item);
  return cw_selection_get_bounds (selection, design);
}

static CwToolAnswer
align (CwTool *tool, CwAlignKind kind, const char *label)
{
  CwToolHost *host = cw_tool_get_host (tool);
  CwDesign *design = cw_tool_host_get_design (host);
  g_autoptr (GArray) items = cw_selection_dup_items (cw_tool_host_get_selection (host));
  g_autoptr (CwMove) move = cw_move_new (design, (const CwId *) items->data, items->len);
  guint n = cw_move_get_n_items (move);
  g_autofree CwBox *boxes = g_new (CwBox, MAX (n, 1));
  g_autofree CwPoint *offsets = g_new (CwPoint, MAX (n, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;

  cw_select_tell_locked (tool, move);
  if (n == 0)
    return CW_TOOL_PREVIEW;
  for (guint i = 0; i < n; i++)
    boxes[i] = cw_design_get_item_bounds (design, cw_move_get_item (move, i));
  cw_align_boxes (kind, boxes, n, get_reference (tool, design), offsets);
  next = cw_move_apply_offsets (move, offsets, &error);

  return cw_select_commit (tool, next, label, error);
}

#define ALIGN(name, kind, label)                                                                   \
  static CwToolAnswer name (CwTool *tool, const CwToolEvent *event)                                \
  {                                                                                                \
    return align (tool, kind, label);                                                              \
  }

ALIGN (align_left, CW_ALIGN_LEFT, _ ("Align left edges"))
ALIGN (align_centre, CW_ALIGN_CENTRE, _ ("Align centres"))
ALIGN (align_right, CW_ALIGN_RIGHT, _ ("Align right edges"))
ALIGN (align_top, CW_ALIGN_TOP, _ ("Align upper edges"))
ALIGN (align_middle, CW_ALIGN_MIDDLE, _ ("Align middles"))
ALIGN (align_bottom, CW_ALIGN_BOTTOM, _ ("Align lower edges"))
ALIGN (gaps_x, CW_DISTRIBUTE_GAPS_X, _ ("Distribute with equal gaps across"))
ALIGN (gaps_y, CW_DISTRIBUTE_GAPS_Y, _ ("Distribute with equal gaps upward"))
ALIGN (centres_x, CW_DISTRIBUTE_CENTRES_X, _ ("Distribute centres across"))
ALIGN (centres_y, CW_DISTRIBUTE_CENTRES_Y, _ ("Distribute centres upward"))

/* what of an item belongs on the grid: its centre or origin, its first point, else its lower left corner */
static CwPoint
get_anchor (const CwDesign *design, CwId id)
{
  gconstpointer item = cw_design_get_item (design, id);

  switch (cw_id_get_kind (id))
    {
    case CW_ITEM_DIE:
      return ((const CwDie *) item)->at;

    case CW_ITEM_BONDING_PAD:
      return ((const CwBondingPad *) item)->at;

    case CW_ITEM_VIA:
      return ((const CwVia *) item)->at;

    case CW_ITEM_TEXT:
      return ((const CwText *) item)->at;

    case CW_ITEM_PASSIVE:
      return ((const CwPassive *) item)->at;

    case CW_ITEM_TRACE:
      return ((const CwTrace *) item)->path->vertices[0].at;

    case CW_ITEM_BUS:
      return ((const CwBus *) item)->path->vertices[0].at;

    case CW_ITEM_CAVITY:
      return ((const CwCavity *) item)->outline->vertices[0].at;

    case CW_ITEM_CUT_LINE:
      return ((const CwCutLine *) item)->path->vertices[0].at;

    case CW_ITEM_FIDUCIAL:
      return ((const CwFiducial *) item)->at;

    case CW_ITEM_ZONE:
    case CW_ITEM_KEEP_OUT:
    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_N_ITEM_KINDS:
    default:
      return cw_design_get_item_bounds (design, id).min;
    }
}

/* each item by itself to the nearest point of the grid */
static CwToolAnswer
snap_to_grid (CwTool *tool, const CwToolEvent *event)
{
  CwToolHost *host = cw_tool_get_host (tool);
  CwDesign *design = cw_tool_host_get_design (host);
  CwCoord grid = cw_tool_get_settings (tool)->grid;
  g_autoptr (GArray) items = cw_selection_dup_items (cw_tool_host_get_selection (host));
  g_autoptr (CwMove) move = cw_move_new (design, (const CwId *) items->data, items->len);
  guint n = cw_move_get_n_items (move);
  g_autofree CwPoint *offsets = g_new (CwPoint, MAX (n, 1));
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;

  cw_select_tell_locked (tool, move);
  if (n == 0)
    return CW_TOOL_PREVIEW;
  for (guint i = 0; i < n; i++)
    {
      CwPoint at = get_anchor (design, cw_move_get_item (move, i));

      offsets[i] = cw_point_sub (cw_snap_to_grid (at, grid), at);
    }
  next = cw_move_apply_offsets (move, offsets, &error);

  return cw_select_commit (tool, next, _ ("Snap to grid"), error);
}

static const CwToolAction actions[] = {
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "align-left", N_ ("Align left edges"), align_left, CW_HOLD_NONE,
    has_two },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "align-centre", N_ ("Align centres"), align_centre,
    CW_HOLD_NONE, has_two },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "align-right", N_ ("Align right edges"), align_right,
    CW_HOLD_NONE, has_two },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "align-top", N_ ("Align upper edges"), align_top, CW_HOLD_NONE,
    has_two },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "align-middle", N_ ("Align middles"), align_middle,
    CW_HOLD_NONE, has_two },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "align-bottom", N_ ("Align lower edges"), align_bottom,
    CW_HOLD_NONE, has_two },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "distribute-gaps-x", N_ ("Distribute with equal gaps across"),
    gaps_x, CW_HOLD_NONE, has_three },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "distribute-gaps-y", N_ ("Distribute with equal gaps upward"),
    gaps_y, CW_HOLD_NONE, has_three },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "distribute-centres-x", N_ ("Distribute centres across"),
    centres_x, CW_HOLD_NONE, has_three },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "distribute-centres-y", N_ ("Distribute centres upward"),
    centres_y, CW_HOLD_NONE, has_three },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "snap-to-grid", N_ ("Snap to grid"), snap_to_grid, CW_HOLD_NONE,
    cw_select_has_selection },
};

const CwToolAction *
cw_select_get_align_actions (gsize *n)
{
  *n = G_N_ELEMENTS (actions);

  return actions;
}
