/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-select-tool-private.h"

#define FAR 10  /* Shift: so many times the grid */
#define FINE 10 /* Alt: such a part of the grid */

typedef enum
{
  STEP,
  STEP_FAR,
  STEP_FINE,
} Step;

void
cw_select_forget_nudge (CwSelectTool *self)
{
  g_clear_pointer (&self->nudge.move, cw_move_free);
  g_clear_pointer (&self->nudge.result, cw_design_unref);
  self->nudge.way = CW_POINT (0, 0);
}

/* the same items as at the last press, and nothing happened since */
static gboolean
goes_on (CwSelectTool *self, CwDesign *design, GArray *items)
{
  const CwNudge *nudge = &self->nudge;

  if (nudge->move == NULL || nudge->result != design
      || cw_move_get_n_items (nudge->move) != items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (cw_move_get_item (nudge->move, i) != g_array_index (items, CwId, i))
      return FALSE;

  return TRUE;
}

static void
begin (CwTool *tool, GArray *items)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);

  cw_select_forget_nudge (self);
  self->nudge.move = cw_move_new (cw_tool_host_get_design (cw_tool_get_host (tool)),
                                  (const CwId *) items->data, items->len);
  cw_select_tell_locked (tool, self->nudge.move);
}

/* all presses of a run move from where it began, so that coming back is exact */
static CwToolAnswer
nudge (CwTool *tool, int dx, int dy, Step step)
{
  CwSelectTool *self = CW_SELECT_TOOL (tool);
  CwToolHost *host = cw_tool_get_host (tool);
  CwDesign *design = cw_tool_host_get_design (host);
  gint64 by = MAX (cw_tool_get_settings (tool)->grid, 1);
  g_autoptr (GArray) items = cw_selection_dup_items (cw_tool_host_get_selection (host));
  g_autoptr (GError) error = NULL;
  gboolean more = goes_on (self, design, items);
  CwDesign *next;
  CwTransform transform = CW_TRANSFORM_IDENTITY;

  if (!more)
    begin (tool, items);
  if (cw_move_get_n_items (self->nudge.move) == 0)
    return CW_TOOL_PREVIEW;
  if (step == STEP_FAR)
    by *= FAR;
  else if (step == STEP_FINE)
    by = MAX (by / FINE, 1);
  transform.offset = CW_POINT (cw_coord_saturate (self->nudge.way.x + dx * by),
                               cw_coord_saturate (self->nudge.way.y + dy * by));
  next = cw_move_apply (self->nudge.move, &transform, FALSE, &error);
  if (next == NULL)
    {
      cw_tool_toast (tool, error->message);
      return CW_TOOL_PREVIEW;
    }
  self->nudge.way = transform.offset;
  g_clear_pointer (&self->nudge.result, cw_design_unref);
  self->nudge.result = next;
  if (more)
    cw_tool_host_amend (host, next, _ ("Nudge"));
  else
    cw_tool_host_commit (host, next, _ ("Nudge"));
  cw_tool_drop (tool);

  return CW_TOOL_COMMIT;
}

#define NUDGE(name, dx, dy, step)                                                                  \
  static CwToolAnswer name (CwTool *tool, const CwToolEvent *event)                                \
  {                                                                                                \
    return nudge (tool, dx, dy, step);                                                             \
  }

NUDGE (left, -1, 0, STEP)
NUDGE (right, 1, 0, STEP)
NUDGE (up, 0, 1, STEP)
NUDGE (down, 0, -1, STEP)
NUDGE (far_left, -1, 0, STEP_FAR)
NUDGE (far_right, 1, 0, STEP_FAR)
NUDGE (far_up, 0, 1, STEP_FAR)
NUDGE (far_down, 0, -1, STEP_FAR)
NUDGE (fine_left, -1, 0, STEP_FINE)
NUDGE (fine_right, 1, 0, STEP_FINE)
NUDGE (fine_up, 0, 1, STEP_FINE)
NUDGE (fine_down, 0, -1, STEP_FINE)

#define ROW(key, command, label, run)                                                              \
  {                                                                                                \
    IN_IDLE, CW_TRIGGER_KEY, key, command, label, run, CW_HOLD_NONE, cw_select_has_selection       \
  }

static const CwToolAction actions[] = {
  ROW ("Left KP_Left", "nudge-left", N_ ("Nudge"), left),
  ROW ("Right KP_Right", "nudge-right", NULL, right),
  ROW ("Up KP_Up", "nudge-up", NULL, up),
  ROW ("Down KP_Down", "nudge-down", NULL, down),
  ROW ("<Shift>Left <Shift>KP_Left", "nudge-left-far", NULL, far_left),
  ROW ("<Shift>Right <Shift>KP_Right", "nudge-right-far", NULL, far_right),
  ROW ("<Shift>Up <Shift>KP_Up", "nudge-up-far", NULL, far_up),
  ROW ("<Shift>Down <Shift>KP_Down", "nudge-down-far", NULL, far_down),
  ROW ("<Alt>Left <Alt>KP_Left", "nudge-left-fine", NULL, fine_left),
  ROW ("<Alt>Right <Alt>KP_Right", "nudge-right-fine", NULL, fine_right),
  ROW ("<Alt>Up <Alt>KP_Up", "nudge-up-fine", NULL, fine_up),
  ROW ("<Alt>Down <Alt>KP_Down", "nudge-down-fine", NULL, fine_down),
};

const CwToolAction *
cw_select_get_nudge_actions (gsize *n)
{
  *n = G_N_ELEMENTS (actions);

  return actions;
}
