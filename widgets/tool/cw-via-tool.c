/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-via-tool-private.h"

/*
 *   ARMED --click: COMMIT--> ARMED
 *   ARMED --drag: first of a row--> ACTIVE --release, click: COMMIT--> ARMED
 */

G_DEFINE_FINAL_TYPE (CwViaTool, cw_via_tool, CW_TYPE_TOOL)

static CwToolStep
cw_via_tool_fix (CwTool *tool, gboolean all)
{
  return cw_tool_get_core (tool)->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;
}

static CwDesign *
cw_via_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  return with_pointer ? cw_via_build (tool, error) : cw_design_ref (cw_tool_get_core (tool)->base);
}

static CwToolAnswer
begin_row (CwTool *tool, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolPoint point = { { 0, 0 } };

  cw_tool_move_to (tool, core->press_at, core->press_modifiers);
  point.at = core->snap.at;
  cw_tool_add_point (tool, &point);
  cw_tool_set_state (tool, CW_TOOL_ACTIVE);

  return CW_TOOL_PREVIEW;
}

static void
choose_span (CwTool *tool, CwViaSpan span)
{
  CwViaTool *self = CW_VIA_TOOL (tool);

  self->chosen = TRUE;
  self->span = span;
  self->active = cw_tool_get_settings (tool)->active_level;
}

static CwToolAnswer
next_span (CwTool *tool, const CwToolEvent *event)
{
  g_autoptr (GArray) spans = cw_wiring_list_spans (cw_tool_get_core (tool)->base);
  CwViaSpan span;

  if (!cw_via_get_span (tool, &span))
    return CW_TOOL_PREVIEW;
  for (guint i = 0; i < spans->len; i++)
    if (memcmp (&g_array_index (spans, CwViaSpan, i), &span, sizeof span) == 0)
      {
        choose_span (tool, g_array_index (spans, CwViaSpan, (i + 1) % spans->len));
        break;
      }
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
next_chain (CwTool *tool, const CwToolEvent *event)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.via_chain = (settings.via_chain + 1) % CW_N_VIA_CHAINS;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
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

  if (!cw_via_get_span (tool, &span))
    return CW_TOOL_PREVIEW;
  size = cw_wiring_step_via_size (core->base, span.to, cw_via_get_size (tool, span), up);
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
  { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Place a row"), begin_row },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "point", N_ ("Place the row"), cw_tool_fix_point },
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, NULL, cw_tool_begin_drag },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "v", "span-next", N_ ("Other levels"), next_span },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "s", "chain-next",
    N_ ("One via, stacked or staggered ones"), next_chain },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "apostrophe", "via-size-next", N_ ("Larger"), larger },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "backslash", "via-size-previous", N_ ("Smaller"),
    smaller },
  { IN_ACTIVE, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Straight"), NULL, CW_HOLD_CONSTRAIN },
};

static const char *
get_level_name (CwTool *tool, guint level)
{
  const CwLevel *item
      = cw_technology_get_level (cw_design_get_technology (cw_tool_get_core (tool)->base), level);

  return item != NULL ? item->name : "";
}

static void
cw_via_tool_get_names (CwTool *tool, CwCoord *width, CwCoord *pitch)
{
  CwViaSpan span;

  if (cw_via_get_span (tool, &span))
    *pitch = cw_via_get_pitch (tool, span);
}

static void
cw_via_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwViaSpan span;
  CwViaSize size;
  CwToolField names[2] = { { "from", _ ("From"), NULL, NULL }, { "to", _ ("To"), NULL, NULL } };
  CwToolField count = { "count", _ ("Count"), NULL, NULL };

  if (!cw_via_get_span (tool, &span))
    return;
  size = cw_via_get_size (tool, span);
  cw_tool_add_length_field (tool, fields, "hole", _ ("Hole"), size.hole);
  cw_tool_add_length_field (tool, fields, "land", _ ("Land"), size.land);
  names[0].text = g_strdup (get_level_name (tool, span.from));
  names[1].text = g_strdup (get_level_name (tool, span.to));
  g_array_append_vals (fields, names, G_N_ELEMENTS (names));
  cw_tool_add_length_field (tool, fields, "pitch", _ ("Pitch"), cw_via_get_pitch (tool, span));
  count.text = g_strdup_printf ("%u", cw_via_get_count (tool, span));
  g_array_append_val (fields, count);
  if (cw_tool_get_settings (tool)->via_chain == CW_VIA_CHAIN_STAGGERED)
    cw_tool_add_length_field (tool, fields, "offset", _ ("Offset"), cw_via_get_offset (tool, span));
}

static gboolean
set_end (CwTool *tool, const char *name, const char *text, CwViaSpan span, GError **error)
{
  CwDesign *base = cw_tool_get_core (tool)->base;
  g_autoptr (GArray) spans = cw_wiring_list_spans (base);
  g_autofree char *level_name = g_strstrip (g_strdup (text));
  guint level = cw_technology_find_level (cw_design_get_technology (base), level_name);

  if (strcmp (name, "from") == 0)
    span.from = (guint8) MIN (level, G_MAXUINT8);
  else
    span.to = (guint8) MIN (level, G_MAXUINT8);
  for (guint i = 0; i < spans->len; i++)
    if (memcmp (&g_array_index (spans, CwViaSpan, i), &span, sizeof span) == 0)
      {
        choose_span (tool, span);
        return TRUE;
      }

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "no via goes from \"%s\" to \"%s\"",
               name[0] == 'f' ? level_name : get_level_name (tool, span.from),
               name[0] == 'f' ? get_level_name (tool, span.to) : level_name);
  return FALSE;
}

static gboolean
set_length (CwTool *tool, const char *name, const char *text, CwViaSpan span, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwViaSize size = cw_via_get_size (tool, span);
  const struct
  {
    const char *name;
    CwCoord old;
    CwCoord *value;
  } lengths[] = { { "hole", size.hole, &settings.via_hole },
                  { "land", size.land, &settings.via_land },
                  { "pitch", cw_via_get_pitch (tool, span), &settings.via_pitch },
                  { "offset", cw_via_get_offset (tool, span), &settings.via_offset } };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      if (strcmp (lengths[i].name, name) != 0)
        continue;
      if (i < 2)
        {
          settings.via_hole = size.hole;
          settings.via_land = size.land;
        }
      if (!cw_tool_parse_length (tool, text, lengths[i].old, lengths[i].value, error))
        return FALSE;
      if (*lengths[i].value <= 0)
        {
          g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "\"%s\" is not greater than 0",
                       text);
          return FALSE;
        }
      if (i < 2 && settings.via_land < settings.via_hole)
        {
          g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                       "\"%s\" leaves no land around the hole", text);
          return FALSE;
        }
      cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
      return TRUE;
    }

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"", name);
  return FALSE;
}

static gboolean
cw_via_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwViaSpan span = { 0, 0 };

  cw_via_get_span (tool, &span);
  if (strcmp (name, "from") == 0 || strcmp (name, "to") == 0)
    return set_end (tool, name, text, span, error);
  if (strcmp (name, "count") != 0)
    return set_length (tool, name, text, span, error);
  if (*text == '\0')
    settings.via_count = 0;
  else if (!cw_tool_evaluate_count (text, cw_via_get_count (tool, span), &settings.via_count,
                                    error))
    return FALSE;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return TRUE;
}

static char *
cw_via_tool_dup_label (CwTool *tool)
{
  CwViaSpan span;
  guint n = cw_via_get_span (tool, &span) ? cw_via_get_count (tool, span) : 1;

  return n > 1 ? g_strdup_printf (_ ("Place %u vias"), n) : g_strdup (_ ("Place via"));
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
  tool_class->dup_label = cw_via_tool_dup_label;
  tool_class->get_names = cw_via_tool_get_names;
  tool_class->add_fields = cw_via_tool_add_fields;
  tool_class->set_field = cw_via_tool_set_field;
  tool_class->paint = cw_via_paint;
}

static void
cw_via_tool_init (CwViaTool *self)
{
}
