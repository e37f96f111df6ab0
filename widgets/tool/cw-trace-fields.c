/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/tool/cw-trace-tool-private.h"

static double
get_leg_length (CwPoint from, CwPoint to, CwAngle sweep)
{
  if (sweep == 0 || cw_point_equal (from, to))
    return sqrt ((double) cw_point_distance_squared (from, to));
  return cw_arc_get_length (&(CwArc){ from, to, sweep });
}

/* of the legs that are fixed, along their sharp corners */
static double
get_fixed_length (CwTool *tool)
{
  const GArray *points = cw_tool_get_core (tool)->points;
  double length = 0;

  for (guint i = 1; i < points->len; i++)
    {
      const CwToolPoint *point = &g_array_index (points, CwToolPoint, i);

      length += get_leg_length (g_array_index (points, CwToolPoint, i - 1).at, point->at,
                                point->sweep);
    }

  return length;
}

static double
get_ghost_length (CwTool *tool)
{
  const GArray *legs = CW_TRACE_TOOL (tool)->legs;
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  double length = 0;
  CwPoint at;

  if (last == NULL)
    return 0;
  at = last->at;
  for (guint i = 0; i < legs->len; i++)
    {
      const CwLeg *leg = &g_array_index (legs, CwLeg, i);

      length += get_leg_length (at, leg->to, leg->sweep);
      at = leg->to;
    }

  return length;
}

typedef struct
{
  CwId net;
  double length;
} NetLength;

static gboolean
add_trace (CwId id, gconstpointer item, gpointer user_data)
{
  NetLength *sum = user_data;
  const CwTrace *trace = item;

  if (trace->net == sum->net)
    sum->length += cw_path_get_length (trace->path, FALSE);

  return TRUE;
}

static double
get_net_length (CwTool *tool, CwId net)
{
  CwTraceTool *self = CW_TRACE_TOOL (tool);
  NetLength sum = { net, 0 };

  if (self->net_length < 0 || self->measured != net)
    {
      self->measured = net;
      cw_design_foreach (cw_tool_get_core (tool)->base, CW_ITEM_TRACE, add_trace, &sum);
      self->net_length = sum.length;
    }

  return self->net_length;
}

void
cw_trace_add_fields (CwTool *tool, GArray *fields)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  guint level = cw_trace_get_level (tool);
  const CwLevel *item = cw_technology_get_level (cw_design_get_technology (core->base), level);
  CwViaSize size = cw_wiring_get_via_size (core->base, settings, level);
  CwToolField field = { "level", _ ("Level"), g_strdup (item != NULL ? item->name : ""), NULL };

  if (core->points->len > 0)
    cw_tool_add_length_field (tool, fields, "total", _ ("Whole trace"),
                              llround (get_fixed_length (tool) + get_ghost_length (tool)));
  cw_tool_add_length_field (tool, fields, "width", _ ("Width"), cw_trace_get_width (tool));
  cw_tool_add_length_field (tool, fields, "hole", _ ("Via hole"), size.hole);
  if (settings->round_corners)
    cw_tool_add_length_field (tool, fields, "radius", _ ("Corners"), cw_trace_get_radius (tool));
  g_array_append_val (fields, field);
}

static gboolean
set_level (CwTool *tool, const char *text, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autofree char *name = g_strstrip (g_strdup (text));
  guint level = cw_technology_find_level (cw_design_get_technology (core->base), name);

  if (!cw_wiring_is_wiring (core->base, level))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "\"%s\" is not a level of wiring", name);
      return FALSE;
    }
  if (core->points->len > 0)
    cw_trace_go_to_level (tool, level);
  else
    cw_trace_set_active_level (tool, level);

  return TRUE;
}

/* the legs that are fixed cannot be made longer, the next one can */
static gboolean
set_total (CwTool *tool, const char *text, CwCoord value, GError **error)
{
  gint64 left = value - llround (get_fixed_length (tool));
  g_autofree char *length = NULL;

  if (left <= 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "\"%s\" is not longer than what is fixed", text);
      return FALSE;
    }
  length = cw_length_format_with_unit (left, CW_UNIT_NM);

  return cw_tool_pin (tool, "length", length, error);
}

static void
set_hole (CwTool *tool, CwCoord value)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwViaSize size = cw_wiring_get_via_size (cw_tool_get_core (tool)->base, &settings,
                                           cw_trace_get_level (tool));
  CwCoord around = size.land - size.hole;

  settings.via_hole = value;
  settings.via_land = (CwCoord) MIN ((gint64) value + around, CW_COORD_MAX);
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
}

static void
set_radius (CwTool *tool, CwCoord value)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.corner_radius = value;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
}

static gint64
get_old (CwTool *tool, const char *name)
{
  CwToolCore *core = cw_tool_get_core (tool);

  if (strcmp (name, "width") == 0)
    return cw_trace_get_width (tool);
  if (strcmp (name, "radius") == 0)
    return cw_trace_get_radius (tool);
  if (strcmp (name, "total") == 0)
    return llround (get_fixed_length (tool) + get_ghost_length (tool));
  return cw_wiring_get_via_size (core->base, cw_tool_get_settings (tool), cw_trace_get_level (tool))
      .hole;
}

gboolean
cw_trace_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  static const char *const lengths[] = { "width", "hole", "radius", "total", NULL };
  CwCoord value;

  if (strcmp (name, "level") == 0)
    return set_level (tool, text, error);
  if (!g_strv_contains (lengths, name)
      || (strcmp (name, "total") == 0 && cw_tool_get_last_point (tool) == NULL))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"",
                   name);
      return FALSE;
    }
  if (!cw_tool_parse_length (tool, text, get_old (tool, name), &value, error))
    return FALSE;
  if (value <= 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "\"%s\" is not greater than 0",
                   text);
      return FALSE;
    }

  if (strcmp (name, "total") == 0)
    return set_total (tool, text, value, error);
  if (strcmp (name, "width") == 0)
    cw_trace_set_width (tool, value);
  else if (strcmp (name, "hole") == 0)
    set_hole (tool, value);
  else
    set_radius (tool, value);

  return TRUE;
}

/* the trace that ends at the pointer */
static CwId
find_last_trace (CwToolCore *core)
{
  CwId last = CW_ID_NONE;

  for (gsize i = 0; core->diff != NULL && i < core->diff->n_items; i++)
    if (cw_id_get_kind (core->diff->items[i]) == CW_ITEM_TRACE
        && cw_design_get_item (core->base, core->diff->items[i]) == NULL)
      last = core->diff->items[i];

  return last;
}

/* what the next click does not fix is only outlined */
static void
outline_last_leg (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwId id = find_last_trace (core);
  const CwTrace *trace;
  const CwVertex *vertices;
  guint n;
  CwMark *mark;

  if (id == CW_ID_NONE || cw_tool_get_settings (tool)->click_fixes_all
      || CW_TRACE_TOOL (tool)->legs->len < 2)
    return;
  trace = cw_design_get_trace (core->preview, id);
  n = trace->path->n_vertices;
  vertices = trace->path->vertices;
  for (guint i = 0; i < overlay->len; i++)
    {
      CwMark *ghost = &g_array_index (overlay, CwMark, i);

      if (ghost->kind == CW_MARK_GHOST && ghost->pick.item == id)
        ghost->n_parts = n - 2;
    }
  mark = cw_marks_add (overlay, CW_MARK_LINE, vertices[n - 2].at, vertices[n - 1].at);
  mark->style = CW_MARK_OUTLINED;
  mark->sweep = vertices[n - 2].sweep;
  mark->width = trace->width;
}

static void
paint_lengths (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwUnit unit = cw_tool_get_settings (tool)->unit;
  CwId last = find_last_trace (core);
  CwId net
      = last != CW_ID_NONE ? cw_design_get_item_net (core->preview, last) : cw_trace_get_net (tool);
  double length = get_fixed_length (tool) + get_ghost_length (tool);
  g_autofree char *trace = cw_length_format_with_unit (llround (length), unit);
  CwMark *mark = cw_marks_add (overlay, CW_MARK_VALUE, core->snap.at, core->snap.at);

  if (net == CW_ID_NONE)
    mark->text = g_strdup_printf (_ ("%s, no net"), trace);
  else
    {
      g_autofree char *whole
          = cw_length_format_with_unit (llround (get_net_length (tool, net) + length), unit);

      mark->text = g_strdup_printf (_ ("%s, net %s %s"), trace,
                                    cw_design_get_net_name (core->base, net), whole);
    }
}

void
cw_trace_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwTarget *target;

  if (core->points->len == 0)
    return;
  outline_last_leg (tool, overlay);
  target = cw_trace_find_target (tool, core->snap.at, CW_LEVEL_NONE);
  if (target != NULL && !cw_point_equal (target->at, core->snap.at))
    cw_marks_add (overlay, CW_MARK_AIRWIRE, core->snap.at, target->at);
  if (CW_TRACE_TOOL (tool)->legs->len > 0)
    paint_lengths (tool, overlay);
}
