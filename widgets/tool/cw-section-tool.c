/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-cut-lines.h"
#include "widgets/tool/cw-section-line.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"

/*
 *   ARMED --click--> DRAW --click--> COMMIT       a new cut line
 *   ARMED --click on an end--> DRAW with the line so far, one more leg
 *   ARMED --click on another line--> ARMED        the section is taken along that one
 *   ARMED --drag a point--> POINT --release--> COMMIT
 *   ARMED --drag a leg--> BODY --release--> COMMIT
 *   Esc: the line is what it was
 * While a gesture goes on, only the host's section follows it; the design gets the line at its end.
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
 * Draws and moves the cut lines.
 */
struct _CwSectionTool
{
  CwTool parent_instance;

  Gesture gesture;
  GArray *saved;     /* of CwPoint: the line before the gesture */
  guint index;       /* point or leg that is dragged */
  gboolean is_new;   /* what is drawn becomes a line of its own */
  const char *label; /* of the edit, not translated */
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

/* the stored line that the section is taken along, if there is one */
static CwId
get_id (CwTool *tool)
{
  return cw_tool_host_get_cut_line (cw_tool_get_host (tool));
}

/* The line becomes part of the design, as the current one or as a new one; fails with a message. */
static gboolean
store_line (CwTool *tool, const GArray *line, gboolean is_new, const char *label)
{
  CwToolHost *host = cw_tool_get_host (tool);
  CwDesign *design = cw_tool_host_get_design (host);
  const CwPoint *points = (const CwPoint *) line->data;
  CwId id = is_new ? CW_ID_NONE : get_id (tool);
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (id != CW_ID_NONE)
    next = cw_cut_lines_set_points (design, id, points, line->len, &error);
  else
    next = cw_cut_lines_add (design, points, line->len, &id, &error);
  if (next == NULL)
    {
      cw_tool_toast (tool, error->message);
      return FALSE;
    }
  text = g_strdup_printf ("%s %s", _ (label), cw_design_get_cut_line (next, id)->name);
  cw_tool_host_set_cut_line (host, id);
  if (next != design)
    cw_tool_host_commit (host, next, text);

  return TRUE;
}

static CwLinePart
find_part (CwTool *tool, CwPoint at, guint *index)
{
  const GArray *line = get_line (tool);

  return cw_section_line_find ((const CwPoint *) line->data, line->len, at,
                               REACH * cw_tool_get_core (tool)->pixel, index);
}

/* takes the section along another line when the pointer is on that and not on the current one */
static gboolean
choose_line (CwTool *tool, CwPoint at)
{
  CwToolHost *host = cw_tool_get_host (tool);
  CwDesign *design = cw_tool_host_get_design (host);
  g_autoptr (GArray) lines = NULL;
  guint index;

  if (find_part (tool, at, &index) != CW_LINE_NOTHING)
    return FALSE;
  lines = cw_cut_lines_list (design);
  for (guint i = 0; i < lines->len; i++)
    {
      CwId id = g_array_index (lines, CwId, i);
      g_autoptr (GArray) points = cw_cut_lines_dup_points (design, id);

      if (cw_section_line_find ((const CwPoint *) points->data, points->len, at,
                                REACH * cw_tool_get_core (tool)->pixel, &index)
          == CW_LINE_NOTHING)
        continue;
      cw_tool_host_set_cut_line (host, id);
      return TRUE;
    }

  return FALSE;
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
  CW_SECTION_TOOL (tool)->is_new = TRUE;
  CW_SECTION_TOOL (tool)->label = N_ ("Draw cut line");
  if (find_part (tool, core->raw, &index) == CW_LINE_POINT
      && (index == 0 || index == line->len - 1))
    {
      g_autoptr (GArray) points = copy_line (line);

      CW_SECTION_TOOL (tool)->is_new = FALSE;
      CW_SECTION_TOOL (tool)->label = N_ ("Lengthen cut line");
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
  CwSectionTool *self = CW_SECTION_TOOL (tool);

  if (!show (tool, with_pointer) || !store_line (tool, get_line (tool), self->is_new, self->label))
    return FALSE;
  g_clear_pointer (&self->saved, g_array_unref);

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
  choose_line (tool, core->press_at);
  part = find_part (tool, core->press_at, &index);
  if (part == CW_LINE_NOTHING)
    return cw_tool_begin_drag (tool, event);
  save_line (tool, part == CW_LINE_POINT ? GESTURE_POINT : GESTURE_BODY);
  self->index = index;
  self->is_new = FALSE;
  self->label = N_ ("Move cut line");
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
change_line (CwTool *tool, void (*change) (CwPoint *points, guint n_points), const char *label)
{
  g_autoptr (GArray) line = copy_line (get_line (tool));

  if (line->len == 0)
    return CW_TOOL_PASS;
  change ((CwPoint *) line->data, line->len);
  if (!is_line (line) || !store_line (tool, line, FALSE, label))
    return CW_TOOL_PREVIEW;

  return CW_TOOL_COMMIT;
}

/* a click on another line takes that one, on the current one nothing but its ends */
static CwToolAnswer
click (CwTool *tool, const CwToolEvent *event)
{
  gboolean free = (event->modifiers & CW_TOOL_CTRL) != 0;
  const GArray *line = get_line (tool);
  CwLinePart part;
  guint index;

  if (!free && choose_line (tool, event->at))
    return CW_TOOL_PREVIEW;
  part = find_part (tool, event->at, &index);
  if (!free
      && (part == CW_LINE_BODY || (part == CW_LINE_POINT && index != 0 && index != line->len - 1)))
    return CW_TOOL_PREVIEW;

  return cw_tool_fix_point (tool, event);
}

static CwToolAnswer
double_click (CwTool *tool, const CwToolEvent *event)
{
  g_autoptr (GArray) line = NULL;
  guint index;
  guint n;

  if (find_part (tool, event->at, &index) != CW_LINE_BODY)
    return cw_tool_fix_point (tool, event);
  line = copy_line (get_line (tool));
  n = line->len;
  cw_section_line_insert (line, index, cw_tool_get_core (tool)->snap.at);
  if (line->len == n || !store_line (tool, line, FALSE, N_ ("Add a point to cut line")))
    return CW_TOOL_PREVIEW;

  return CW_TOOL_COMMIT;
}

static CwToolAnswer
straighten (CwTool *tool, const CwToolEvent *event)
{
  return change_line (tool, cw_section_line_straighten, N_ ("Straighten cut line"));
}

static CwToolAnswer
turn_round (CwTool *tool, const CwToolEvent *event)
{
  return change_line (tool, cw_section_line_reverse, N_ ("Turn round cut line"));
}

static CwToolAnswer
remove_line (CwTool *tool)
{
  CwToolHost *host = cw_tool_get_host (tool);
  CwDesign *design = cw_tool_host_get_design (host);
  CwId id = get_id (tool);
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (id == CW_ID_NONE)
    {
      cw_tool_host_set_section (host, NULL, 0);
      return CW_TOOL_PREVIEW;
    }
  next = cw_cut_lines_remove (design, id, &error);
  if (next == NULL)
    {
      cw_tool_toast (tool, error->message);
      return CW_TOOL_PREVIEW;
    }
  label = g_strdup_printf (_ ("Delete cut line %s"), cw_design_get_cut_line (design, id)->name);
  cw_tool_host_commit (host, next, label);

  return CW_TOOL_COMMIT;
}

/* the point below the pointer, if the line can do without it, else the line */
static CwToolAnswer
remove_part (CwTool *tool, const CwToolEvent *event)
{
  g_autoptr (GArray) line = copy_line (get_line (tool));
  guint index;

  if (line->len < 3 || find_part (tool, cw_tool_get_core (tool)->raw, &index) != CW_LINE_POINT)
    return remove_line (tool);
  g_array_remove_index (line, index);
  if (!is_line (line) || !store_line (tool, line, FALSE, N_ ("Remove a point of cut line")))
    return CW_TOOL_PREVIEW;

  return CW_TOOL_COMMIT;
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
  if (!store_line (tool, line, FALSE, N_ ("Move cut line")))
    return CW_TOOL_PREVIEW;

  return CW_TOOL_COMMIT;
}

#define NUDGE(key, command, label)                                                                 \
  {                                                                                                \
    IN_ARMED, CW_TRIGGER_KEY, key, command, label, nudge, CW_HOLD_NONE, has_line                   \
  }

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point",
    N_ ("Begin a line, go on from an end, or take another line"), click },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "point", N_ ("End the line"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Draw a line, or move one"), begin_drag },
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, NULL, begin_drag },
  { IN_ARMED, CW_TRIGGER_DOUBLE_CLICK, NULL, "add-point", N_ ("Add a point to the line"),
    double_click },
  { IN_ARMED, CW_TRIGGER_KEY, "slash", "straighten", N_ ("Straighten the line"), straighten,
    CW_HOLD_NONE, has_line },
  { IN_ARMED, CW_TRIGGER_KEY, "Delete KP_Delete", "delete", N_ ("Delete the point or the line"),
    remove_part, CW_HOLD_NONE, has_line },
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
