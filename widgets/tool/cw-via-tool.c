/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"
#include "widgets/tool/cw-wiring.h"

/*
 *   ARMED --click: COMMIT--> ARMED
 */

/**
 * CwViaTool:
 *
 * Places vias.
 */
struct _CwViaTool
{
  CwTool parent_instance;

  guint span; /* how many steps V went beyond the span that the active level asks for */
};

G_DEFINE_FINAL_TYPE (CwViaTool, cw_via_tool, CW_TYPE_TOOL)

/* first the span from the active level up, then that down from it */
static guint
get_first_span (GArray *spans, guint active)
{
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, CwViaSpan, i).from == active)
      return i;
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, CwViaSpan, i).to == active)
      return i;

  return 0;
}

static gboolean
get_span (CwTool *tool, CwViaSpan *span)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GArray) spans = cw_wiring_list_spans (core->base);

  if (spans->len == 0)
    return FALSE;
  *span = g_array_index (
      spans, CwViaSpan,
      (get_first_span (spans, cw_tool_get_settings (tool)->active_level) + CW_VIA_TOOL (tool)->span)
          % spans->len);

  return TRUE;
}

/* the net of the metal that the via joins, the active level first */
static CwId
find_net (CwTool *tool, CwViaSpan span)
{
  CwToolCore *core = cw_tool_get_core (tool);
  guint active = cw_tool_get_settings (tool)->active_level;
  guint levels[] = { active == span.from ? span.from : span.to, span.to, span.from };
  CwHit hit;

  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (cw_hit_find_metal (core->base, levels[i], core->snap.at, &hit) && hit.net != CW_ID_NONE)
      return hit.net;

  return CW_ID_NONE;
}

static CwToolStep
cw_via_tool_fix (CwTool *tool, gboolean all)
{
  return cw_tool_get_core (tool)->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;
}

static CwDesign *
cw_via_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (CwEdit) edit = cw_edit_new (core->base);
  CwVia via = { .at = core->snap.at };
  CwViaSize size;
  CwViaSpan span;

  if (!get_span (tool, &span))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "there are no two levels to join");
      return NULL;
    }
  size = cw_wiring_get_via_size (core->base, cw_tool_get_settings (tool), span.to);
  via.hole = size.hole;
  via.land = size.land;
  via.from = span.from;
  via.to = span.to;
  via.net = find_net (tool, span);
  if (cw_edit_add_via (edit, &via, error) == CW_ID_NONE)
    return NULL;

  return cw_edit_finish (edit, NULL);
}

static CwToolAnswer
next_span (CwTool *tool, const CwToolEvent *event)
{
  CW_VIA_TOOL (tool)->span++;
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
step_size (CwTool *tool, gboolean up)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwViaSpan span;
  CwViaSize size;

  if (!get_span (tool, &span))
    return CW_TOOL_PREVIEW;
  size = cw_wiring_get_via_size (core->base, &settings, span.to);
  size = cw_wiring_step_via_size (core->base, span.to, size, up);
  settings.via_hole = size.hole;
  settings.via_land = size.land;
  cw_tool_host_set_settings (core->host, &settings);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
larger (CwTool *tool, const CwToolEvent *event)
{
  return step_size (tool, TRUE);
}

static CwToolAnswer
smaller (CwTool *tool, const CwToolEvent *event)
{
  return step_size (tool, FALSE);
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Place a via"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_KEY, "v", "span-next", N_ ("Other levels"), next_span },
  { IN_ARMED, CW_TRIGGER_KEY, "apostrophe", "via-size-next", N_ ("Larger"), larger },
  { IN_ARMED, CW_TRIGGER_KEY, "backslash", "via-size-previous", N_ ("Smaller"), smaller },
};

static void
cw_via_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwViaSpan span;
  CwViaSize size;

  if (!get_span (tool, &span))
    return;
  size = cw_wiring_get_via_size (core->base, cw_tool_get_settings (tool), span.to);
  cw_tool_add_length_field (tool, fields, "hole", _ ("Hole"), size.hole);
  cw_tool_add_length_field (tool, fields, "land", _ ("Land"), size.land);
}

static gboolean
cw_via_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwViaSpan span = { 0, 0 };
  CwViaSize size;
  CwCoord value;

  get_span (tool, &span);
  size = cw_wiring_get_via_size (core->base, &settings, span.to);
  if (strcmp (name, "hole") != 0 && strcmp (name, "land") != 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"",
                   name);
      return FALSE;
    }
  if (!cw_tool_parse_length (tool, text, *name == 'h' ? size.hole : size.land, &value, error))
    return FALSE;
  settings.via_hole = *name == 'h' ? value : size.hole;
  settings.via_land = *name == 'l' ? value : size.land;
  if (settings.via_hole <= 0 || settings.via_land < settings.via_hole)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "\"%s\" leaves no land around the hole", text);
      return FALSE;
    }
  cw_tool_host_set_settings (core->host, &settings);

  return TRUE;
}

static void
cw_via_tool_class_init (CwViaToolClass *klass)
{
  static const char *const fields[] = { "x", "y", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("via");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->fix = cw_via_tool_fix;
  tool_class->build = cw_via_tool_build;
  tool_class->add_fields = cw_via_tool_add_fields;
  tool_class->set_field = cw_via_tool_set_field;
}

static void
cw_via_tool_init (CwViaTool *self)
{
}
