/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-section-line.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"

/*
 *   ARMED --click--> DRAW --click--> COMMIT       the line is part of the view: the host has it
 *   ARMED --click on an end--> DRAW with the line so far, one more leg
 *   ARMED --drag a point--> POINT --release--> COMMIT
 *   ARMED --drag a leg--> BODY --release--> COMMIT
 *   Esc: the line is what it was
 */

typedef enum
{
  GESTURE_NONE,
  GESTURE_DRAW,
  GESTURE_POINT,
  GESTURE_BODY,
} Gesture;

/**
 * CwSectionTool:
 *
 * Draws and moves the line of the cross-section.
 */
struct _CwSectionTool
{
  CwTool parent_instance;

  Gesture gesture;
  GArray *saved; /* of CwPoint: the line before the gesture */
  guint index;   /* point or leg that is dragged */
};

G_DEFINE_FINAL_TYPE (CwSectionTool, cw_section_tool, CW_TYPE_TOOL)

#define REACH 6 /* [px] */

static const GArray *
get_line (CwTool *tool)
{
  return cw_tool_host_get_section (cw_tool_get_host (tool));
}

static void
set_line (CwTool *tool, const GArray *line)
{
  cw_tool_host_set_section (cw_tool_get_host (tool), (const CwPoint *) line->data, line->len);
}

static GArray *
copy_line (const GArray *line)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  if (line->len > 0)
    g_array_append_vals (copy, line->data, line->len);

  return copy;
}

static void
save_line (CwTool *tool, Gesture gesture)
{
  CwSectionTool *self = CW_SECTION_TOOL (tool);

  g_clear_pointer (&self->saved, g_array_unref);
  self->saved = copy_line (get_line (tool));
  self->gesture = gesture;
}

static CwLinePart
find_part (CwTool *tool, CwPoint at, guint *index)
{
  const GArray *line = get_line (tool);

  return cw_section_line_find ((const CwPoint *) line->data, line->len, at,
                               REACH * cw_tool_get_core (tool)->pixel, index);
}

static void
add_point (CwTool *tool, CwPoint at)
{
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  CwToolPoint point = { .at = at, .step = last != NULL ? last->step + 1 : 0 };

  cw_tool_add_point (tool, &point);
}

static CwToolStep
begin_line (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const GArray *line = get_line (tool);
  guint index;

  save_line (tool, GESTURE_DRAW);
  if (find_part (tool, core->raw, &index) == CW_LINE_POINT
      && (index == 0 || index == line->len - 1))
    {
      g_autoptr (GArray) points = copy_line (line);

      if (index == 0)
        cw_section_line_reverse ((CwPoint *) points->data, points->len);
      for (guint i = 0; i < points->len; i++)
        add_point (tool, g_array_index (points, CwPoint, i));
    }
  else
    add_point (tool, core->snap.at);

  return CW_STEP_GOING;
}

static CwToolStep
cw_section_tool_fix (CwTool *tool, gboolean all)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);

  if (CW_SECTION_TOOL (tool)->gesture == GESTURE_NONE)
    return begin_line (tool);
  if (CW_SECTION_TOOL (tool)->gesture == GESTURE_DRAW && cw_point_equal (last->at, core->snap.at))
    return CW_STEP_REFUSED;

  return CW_STEP_COMPLETE;
}

/* the fixed points and perhaps the pointer */
static GArray *
dup_drawn (CwTool *tool, gboolean with_pointer)
{
  CwToolCore *core = cw_tool_get_core (tool);
  GArray *line = g_array_new (FALSE, FALSE, sizeof (CwPoint));

  for (guint i = 0; i < core->points->len; i++)
    g_array_append_val (line, g_array_index (core->points, CwToolPoint, i).at);
  if (with_pointer
      && (line->len == 0
          || !cw_point_equal (g_array_index (line, CwPoint, line->len - 1), core->snap.at)))
    g_array_append_val (line, core->snap.at);

  return line;
}

static GArray *
dup_dragged (CwTool *tool)
{
  CwSectionTool *self = CW_SECTION_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  GArray *line = copy_line (self->saved);
  CwPoint *points = (CwPoint *) line->data;

  if (self->gesture == GESTURE_POINT)
    points[self->index] = core->snap.at;
  else
    cw_section_line_shift (
        points, line->len,
        cw_section_line_get_shift ((const CwPoint *) self->saved->data, self->index,
                                   cw_point_sub (core->snap.at, core->press_at)));

  return line;
}

static gboolean
is_line (const GArray *line)
{
  for (guint i = 1; i < line->len; i++)
    if (cw_point_equal (g_array_index (line, CwPoint, i - 1), g_array_index (line, CwPoint, i)))
      return FALSE;

  return line->len >= 2;
}

static gboolean
show (CwTool *tool, gboolean with_pointer)
{
  CwSectionTool *self = CW_SECTION_TOOL (tool);
  g_autoptr (GArray) line = NULL;

  if (self->gesture == GESTURE_NONE)
    return FALSE;
  line = self->gesture == GESTURE_DRAW ? dup_drawn (tool, with_pointer) : dup_dragged (tool);
  if (!is_line (line))
    return FALSE;
  set_line (tool, line);

  return TRUE;
}

/* there is no design to build; the line follows the pointer */
static CwDesign *
cw_section_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  show (tool, with_pointer);

  return cw_design_ref (cw_tool_get_core (tool)->base);
}

static gboolean
cw_section_tool_apply (CwTool *tool, gboolean with_pointer)
{
  if (!show (tool, with_pointer))
    return FALSE;
  g_clear_pointer (&CW_SECTION_TOOL (tool)->saved, g_array_unref);

  return TRUE;
}

static gboolean
cw_section_tool_is_complete (CwTool *tool)
{
  return CW_SECTION_TOOL (tool)->gesture == GESTURE_DRAW
         && cw_tool_get_core (tool)->points->len >= 2;
}

static void
cw_section_tool_reset (CwTool *tool, gboolean committed)
{
  CwSectionTool *self = CW_SECTION_TOOL (tool);
  g_autoptr (GArray) saved = g_steal_pointer (&self->saved);

  self->gesture = GESTURE_NONE;
  if (!committed && saved != NULL)
    set_line (tool, saved);
}

static CwToolAnswer
begin_drag (CwTool *tool, const CwToolEvent *event)
{
  CwSectionTool *self = CW_SECTION_TOOL (tool);
  CwToolCore *core = cw_tool_get_core (tool);
  CwLinePart part;
  guint index;

  if (core->state == CW_TOOL_ACTIVE)
    return CW_TOOL_PREVIEW;
  part = find_part (tool, core->press_at, &index);
  if (part == CW_LINE_NOTHING)
    return cw_tool_begin_drag (tool, event);
  save_line (tool, part == CW_LINE_POINT ? GESTURE_POINT : GESTURE_BODY);
  self->index = index;
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
change_line (CwTool *tool, void (*change) (CwPoint *points, guint n_points))
{
  g_autoptr (GArray) line = copy_line (get_line (tool));

  if (line->len == 0)
    return CW_TOOL_PASS;
  change ((CwPoint *) line->data, line->len);
  if (!is_line (line))
    return CW_TOOL_PREVIEW;
  set_line (tool, line);

  return CW_TOOL_COMMIT;
}

static CwToolAnswer
double_click (CwTool *tool, const CwToolEvent *event)
{
  guint index;

  if (find_part (tool, event->at, &index) == CW_LINE_NOTHING)
    return cw_tool_fix_point (tool, event);

  return change_line (tool, cw_section_line_straighten);
}

static CwToolAnswer
turn_round (CwTool *tool, const CwToolEvent *event)
{
  return change_line (tool, cw_section_line_reverse);
}

static gboolean
has_line (CwTool *tool)
{
  return get_line (tool)->len > 0;
}

static CwToolAnswer
nudge (CwTool *tool, const CwToolEvent *event)
{
  g_autofree char *key = g_ascii_strdown (event->key, -1);
  g_autoptr (GArray) line = copy_line (get_line (tool));
  gint64 grid = MAX (cw_tool_get_settings (tool)->grid, 1);
  gboolean far = strstr (key, "<shift>") != NULL || g_str_has_suffix (key, "-far");
  CwCoord step = (CwCoord) MIN (far ? grid * 10 : grid, CW_COORD_MAX);
  CwPoint by = { 0, 0 };

  if (strstr (key, "left") != NULL)
    by.x = -step;
  else if (strstr (key, "right") != NULL)
    by.x = step;
  else if (strstr (key, "down") != NULL)
    by.y = -step;
  else
    by.y = step;
  cw_section_line_shift ((CwPoint *) line->data, line->len, by);
  set_line (tool, line);

  return CW_TOOL_COMMIT;
}

#define NUDGE(key, command, label)                                                                 \
  {                                                                                                \
    IN_ARMED, CW_TRIGGER_KEY, key, command, label, nudge, CW_HOLD_NONE, has_line                   \
  }

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Begin the line, or go on from an end"),
    cw_tool_fix_point },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "point", N_ ("End the line"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Draw, or move the line"), begin_drag },
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, NULL, begin_drag },
  { IN_ARMED, CW_TRIGGER_DOUBLE_CLICK, NULL, "straighten", N_ ("Straighten the line"),
    double_click },
  { IN_ARMED, CW_TRIGGER_KEY, "a", "other-side", N_ ("See from the other side"), turn_round,
    CW_HOLD_NONE, has_line },
  { IN_ACTIVE, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Straight"), NULL, CW_HOLD_CONSTRAIN },
  NUDGE ("Left KP_Left", "nudge-left", N_ ("Nudge")),
  NUDGE ("Right KP_Right", "nudge-right", NULL),
  NUDGE ("Up KP_Up", "nudge-up", NULL),
  NUDGE ("Down KP_Down", "nudge-down", NULL),
  NUDGE ("<Shift>Left", "nudge-left-far", NULL),
  NUDGE ("<Shift>Right", "nudge-right-far", NULL),
  NUDGE ("<Shift>Up", "nudge-up-far", NULL),
  NUDGE ("<Shift>Down", "nudge-down-far", NULL),
};

static void
cw_section_tool_paint (CwTool *tool, GArray *overlay)
{
  const GArray *line = get_line (tool);

  for (guint i = 0; i < line->len; i++)
    {
      CwPoint at = g_array_index (line, CwPoint, i);

      cw_marks_add (overlay, CW_MARK_HANDLE, at, at);
    }
}

static void
cw_section_tool_finalize (GObject *object)
{
  g_clear_pointer (&CW_SECTION_TOOL (object)->saved, g_array_unref);
  G_OBJECT_CLASS (cw_section_tool_parent_class)->finalize (object);
}

static void
cw_section_tool_class_init (CwSectionToolClass *klass)
{
  static const char *const fields[] = { "x", "y", "length", "angle", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_section_tool_finalize;
  tool_class->info = cw_tool_registry_find ("section-line");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->fix = cw_section_tool_fix;
  tool_class->build = cw_section_tool_build;
  tool_class->apply = cw_section_tool_apply;
  tool_class->is_complete = cw_section_tool_is_complete;
  tool_class->reset = cw_section_tool_reset;
  tool_class->paint = cw_section_tool_paint;
}

static void
cw_section_tool_init (CwSectionTool *self)
{
}
