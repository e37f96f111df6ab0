/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"

/*
 *   ARMED --click--> ACTIVE --click: COMMIT, the ruler stays on the canvas--> ARMED
 */

/**
 * CwRulerTool:
 *
 * Measures distances.
 */
struct _CwRulerTool
{
  CwTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CwRulerTool, cw_ruler_tool, CW_TYPE_TOOL)

static CwToolStep
cw_ruler_tool_fix (CwTool *tool, gboolean all)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *first = cw_tool_get_last_point (tool);
  CwToolPoint point = { .at = core->snap.at };

  if (first == NULL)
    {
      cw_tool_add_point (tool, &point);
      return CW_STEP_GOING;
    }

  return cw_point_equal (first->at, point.at) ? CW_STEP_REFUSED : CW_STEP_COMPLETE;
}

static gboolean
cw_ruler_tool_apply (CwTool *tool, gboolean with_pointer)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *first = cw_tool_get_last_point (tool);
  const GArray *old = cw_tool_host_get_rulers (core->host);
  g_autoptr (GArray) rulers = g_array_new (FALSE, FALSE, sizeof (CwRuler));
  CwRuler ruler;

  if (first == NULL || !with_pointer)
    return FALSE;
  ruler = (CwRuler){ first->at, core->snap.at };
  if (old->len > 0)
    g_array_append_vals (rulers, old->data, old->len);
  g_array_append_val (rulers, ruler);
  cw_tool_host_set_rulers (core->host, (const CwRuler *) rulers->data, rulers->len);

  return TRUE;
}

static CwToolAnswer
clear_rulers (CwTool *tool, const CwToolEvent *event)
{
  cw_tool_host_set_rulers (cw_tool_get_host (tool), NULL, 0);

  return CW_TOOL_PREVIEW;
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Measure from here"), cw_tool_fix_point },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "point", N_ ("Measure to here"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Measure"), cw_tool_begin_drag },
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, NULL, cw_tool_begin_drag },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "<Control>k", "clear-rulers", N_ ("Remove all rulers"),
    clear_rulers },
  { IN_ACTIVE, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Straight"), NULL, CW_HOLD_CONSTRAIN },
};

static char *
dup_text (CwTool *tool, CwPoint a, CwPoint b)
{
  CwUnit unit = cw_tool_get_settings (tool)->unit;
  gint64 length = llround (sqrt ((double) cw_point_distance_squared (a, b)));
  g_autofree char *d = cw_length_format_with_unit (length, unit);
  g_autofree char *dx = cw_length_format ((gint64) b.x - a.x, unit);
  g_autofree char *dy = cw_length_format ((gint64) b.y - a.y, unit);

  return g_strdup_printf ("%s (Δx %s, Δy %s)", d, dx, dy);
}

static void
cw_ruler_tool_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *first = cw_tool_get_last_point (tool);
  CwMark *mark;

  if (first == NULL)
    return;
  mark = cw_marks_add (overlay, CW_MARK_DIMENSION, first->at, core->snap.at);
  mark->text = dup_text (tool, first->at, core->snap.at);
}

static void
cw_ruler_tool_class_init (CwRulerToolClass *klass)
{
  static const char *const fields[] = { "dx", "dy", "length", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("ruler");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->fix = cw_ruler_tool_fix;
  tool_class->apply = cw_ruler_tool_apply;
  tool_class->paint = cw_ruler_tool_paint;
}

static void
cw_ruler_tool_init (CwRulerTool *self)
{
}
