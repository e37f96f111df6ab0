/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-measure.h"
#include "widgets/tool/cw-select-tool-private.h"

/* what the select tool shows, and how it is switched */

static gboolean
is_measuring (CwTool *tool)
{
  return (cw_tool_get_core (tool)->modifiers & CW_TOOL_ALT) != 0
         || cw_tool_get_settings (tool)->measure_hover;
}

/* from what is selected to what the pointer is over */
void
cw_select_paint_measure (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwSelection *selection = cw_tool_host_get_selection (cw_tool_get_host (tool));
  CwUnit unit = cw_tool_get_settings (tool)->unit;
  CwHitQuery query = cw_tool_get_hit_query (tool);
  guint n = cw_selection_get_n (selection);
  g_autofree CwPick *picks = NULL;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autofree char *gap = NULL;
  CwMeasure measure;
  CwMark *mark;
  CwHit hit;

  if (n == 0 || !is_measuring (tool)
      || !cw_hit_find (&query, core->raw, cw_tool_get_tolerance (tool), &hit)
      || cw_selection_contains (selection, hit.pick))
    return;
  picks = g_new (CwPick, n);
  for (guint i = 0; i < n; i++)
    picks[i] = cw_selection_get (selection, i);
  if (!cw_measure_picks (core->base, picks, n, hit.pick, &measure))
    return;
  x = cw_length_format (measure.dx, unit);
  y = cw_length_format (measure.dy, unit);
  gap = cw_length_format_with_unit (measure.gap.distance, unit);
  if (measure.gap.distance > 0)
    cw_marks_add (overlay, CW_MARK_DIMENSION, measure.gap.a, measure.gap.b);
  mark = cw_marks_add (overlay, CW_MARK_VALUE, core->raw, core->raw);
  if (measure.gap.distance == 0)
    mark->text = g_strdup (measure.same_level ? _ ("touches") : _ ("overlaps, on another level"));
  else
    mark->text = g_strdup_printf (_ ("gap %s   Δx %s  Δy %s"), gap, x, y);
}

/* what kind of thing is refused, if they are all of one */
static char *
dup_filtered_text (const CwDesign *design, const GArray *hits, guint *bits)
{
  guint n = hits->len;

  *bits = 0;
  for (guint i = 0; i < n; i++)
    {
      CwPick pick = g_array_index (hits, CwHit, i).pick;

      *bits |= pick.part != 0 ? CW_FILTER_DIE_PADS : 1u << cw_id_get_kind (pick.item);
      if (cw_design_is_locked (design, pick.item))
        *bits |= CW_FILTER_LOCKED;
    }
  if (*bits == CW_FILTER_VIAS)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u via here is filtered", "%u vias here are filtered", n),
        n);
  if (*bits == CW_FILTER_TRACES)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u trace here is filtered",
                                         "%u traces here are filtered", n),
                            n);
  if (*bits == CW_FILTER_BONDING_PADS)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u bonding pad here is filtered",
                                         "%u bonding pads here are filtered", n),
                            n);
  if (*bits == CW_FILTER_DIES || *bits == (CW_FILTER_DIES | CW_FILTER_DIE_PADS))
    return g_strdup (_ ("A die here is filtered"));

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u thing here is filtered", "%u things here are filtered", n),
      n);
}

void
cw_select_tell_filtered (CwTool *tool, const CwHitQuery *query, CwPoint at)
{
  g_autoptr (GArray) hits = cw_hit_list_filtered (query, at, cw_tool_get_tolerance (tool));
  g_autofree char *text = NULL;

  CW_SELECT_TOOL (tool)->filtered = 0;
  if (hits->len == 0)
    return;
  text = dup_filtered_text (query->design, hits, &CW_SELECT_TOOL (tool)->filtered);
  cw_tool_host_request (cw_tool_get_host (tool), CW_REQUEST_LIFT, CW_ID_NONE, text);
}

static gboolean
has_filtered (CwTool *tool)
{
  return CW_SELECT_TOOL (tool)->filtered != 0;
}

/* lets the pointer take what it was refused last */
static CwToolAnswer
lift_filter (CwTool *tool, const CwToolEvent *event)
{
  CwToolHost *host = cw_tool_get_host (tool);
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  settings.filter |= CW_SELECT_TOOL (tool)->filtered;
  CW_SELECT_TOOL (tool)->filtered = 0;
  cw_tool_host_set_settings (host, &settings);

  return CW_TOOL_PREVIEW;
}

static void
switch_setting (CwTool *tool, gsize offset, const char *on, const char *off)
{
  CwToolHost *host = cw_tool_get_host (tool);
  CwToolSettings settings = *cw_tool_host_get_settings (host);
  gboolean *value = (gboolean *) (gpointer) ((guint8 *) &settings + offset);

  *value = !*value;
  cw_tool_host_set_settings (host, &settings);
  cw_tool_toast (tool, *value ? on : off);
}

static CwToolAnswer
switch_lasso (CwTool *tool, const CwToolEvent *event)
{
  switch_setting (tool, offsetof (CwToolSettings, lasso), _ ("Dragging draws a lasso"),
                  _ ("Dragging draws a box"));

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
switch_measure (CwTool *tool, const CwToolEvent *event)
{
  switch_setting (tool, offsetof (CwToolSettings, measure_hover),
                  _ ("Hovering measures from what is selected"), _ ("Hovering does not measure"));

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
switch_guides (CwTool *tool, const CwToolEvent *event)
{
  switch_setting (tool, offsetof (CwToolSettings, no_guides),
                  _ ("What is moved does not line up with others"),
                  _ ("What is moved lines up with others"));

  return CW_TOOL_PREVIEW;
}

static gboolean
has_picks (CwTool *tool)
{
  return cw_select_has_selection (tool);
}

static const CwToolAction actions[] = {
  { IN_IDLE, CW_TRIGGER_HOLD, "Alt", NULL, N_ ("Measure to what you hover over"), NULL,
    CW_HOLD_NONE, has_picks },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "lasso", N_ ("Select by a lasso instead of a box"),
    switch_lasso },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "measure-hover", N_ ("Measure to what you hover over"),
    switch_measure },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "smart-guides", N_ ("Line up while moving"), switch_guides },
  { IN_IDLE, CW_TRIGGER_NONE, NULL, "lift-filter", N_ ("Lift the filter"), lift_filter,
    CW_HOLD_NONE, has_filtered },
};

const CwToolAction *
cw_select_get_view_actions (gsize *n)
{
  *n = G_N_ELEMENTS (actions);

  return actions;
}
