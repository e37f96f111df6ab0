/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"

/*
 *   ARMED --click: COMMIT--> ARMED
 */

#define STROKES 10 /* a stroke is a tenth as wide as the text is high */
#define LEAST_HEIGHT CW_UM
#define MOST_HEIGHT (100 * CW_MM)

/**
 * CwTextTool:
 *
 * Places texts on the active level.
 */
struct _CwTextTool
{
  CwTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CwTextTool, cw_text_tool, CW_TYPE_TOOL)

static const CwDrawSettings *
get_settings (CwTool *tool)
{
  return &cw_tool_get_settings (tool)->draw;
}

/* what it says before anything is typed is the name of the design */
static const char *
get_text (CwTool *tool)
{
  const char *name = cw_design_get_name (cw_tool_get_core (tool)->base);

  if (*get_settings (tool)->text != '\0')
    return get_settings (tool)->text;

  return name != NULL && *name != '\0' ? name : _ ("Text");
}

/* as wide as the process asks for, and as fits the height */
static CwCoord
get_width (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwDrawSettings *settings = get_settings (tool);

  if (settings->text_width > 0)
    return settings->text_width;

  return MAX (MAX (settings->text_height / STROKES, 1),
              cw_technology_get_limit (cw_design_get_technology (core->base), CW_RULE_WIDTH,
                                       cw_tool_get_settings (tool)->active_level));
}

static CwToolStep
cw_text_tool_fix (CwTool *tool, gboolean all)
{
  return cw_tool_get_core (tool)->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;
}

static CwDesign *
cw_text_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwDrawSettings *settings = get_settings (tool);
  g_autoptr (CwEdit) edit = cw_edit_new (core->base);
  CwText text = { .text = g_ref_string_new (get_text (tool)),
                  .at = core->snap.at,
                  .height = settings->text_height,
                  .width = get_width (tool),
                  .angle = settings->text_angle,
                  .mirror = settings->text_mirror ? 1 : 0,
                  .level = cw_tool_get_settings (tool)->active_level };
  CwId id = cw_edit_add_text (edit, &text, error);

  g_ref_string_release (text.text);

  return id != CW_ID_NONE ? cw_edit_finish (edit, NULL) : NULL;
}

static CwToolAnswer
change (CwTool *tool, CwAngle turn, gboolean flip)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.draw.text_angle = cw_angle_normalise ((gint64) settings.draw.text_angle + turn);
  if (flip)
    settings.draw.text_mirror = !settings.draw.text_mirror;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
rotate (CwTool *tool, const CwToolEvent *event)
{
  return change (tool, CW_ANGLE_90, FALSE);
}

static CwToolAnswer
rotate_back (CwTool *tool, const CwToolEvent *event)
{
  return change (tool, -CW_ANGLE_90, FALSE);
}

static CwToolAnswer
flip (CwTool *tool, const CwToolEvent *event)
{
  return change (tool, 0, TRUE);
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Place the text"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_KEY, "Tab KP_Tab", "field", N_ ("Type the text"), cw_tool_focus_field },
  { IN_ARMED, CW_TRIGGER_KEY, "r", "rotate", N_ ("Rotate"), rotate },
  { IN_ARMED, CW_TRIGGER_KEY, "<Shift>r", "rotate-back", N_ ("Rotate back"), rotate_back },
  { IN_ARMED, CW_TRIGGER_KEY, "f", "flip", N_ ("Mirror"), flip },
};

static void
cw_text_tool_add_fields (CwTool *tool, GArray *fields)
{
  const CwDrawSettings *settings = get_settings (tool);

  cw_tool_add_text_field (fields, "text", _ ("Text"), get_text (tool));
  cw_tool_add_length_field (tool, fields, "height", _ ("Height"), settings->text_height);
  cw_tool_add_length_field (tool, fields, "stroke", _ ("Stroke"), get_width (tool));
  cw_tool_add_angle_field (fields, "rotation", _ ("Rotation"), settings->text_angle);
}

static gboolean
set_text (CwDrawSettings *settings, const char *text, GError **error)
{
  if (!cw_validate_string ("text", text, CW_TEXT_MAX, TRUE, error))
    return FALSE;
  g_strlcpy (settings->text, text, sizeof settings->text);

  return TRUE;
}

/* nothing typed is the usual stroke, or the name of the design */
static gboolean
cw_text_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwDrawSettings *draw = &settings.draw;
  gboolean known;

  if (strcmp (name, "text") == 0)
    known = set_text (draw, text, error);
  else if (strcmp (name, "height") == 0)
    known = cw_tool_parse_size (tool, text, draw->text_height, LEAST_HEIGHT, MOST_HEIGHT,
                                &draw->text_height, error);
  else if (strcmp (name, "stroke") == 0 && *text == '\0')
    {
      draw->text_width = 0;
      known = TRUE;
    }
  else if (strcmp (name, "stroke") == 0)
    known = cw_tool_parse_size (tool, text, get_width (tool), 1, MOST_HEIGHT, &draw->text_width,
                                error);
  else if (strcmp (name, "rotation") == 0)
    known = cw_tool_parse_angle (text, &draw->text_angle, error);
  else
    known = cw_tool_refuse_field (name, error);
  if (known)
    cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return known;
}

static void
cw_text_tool_class_init (CwTextToolClass *klass)
{
  static const char *const fields[] = { "x", "y", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("text");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->own_fields_first = TRUE;
  tool_class->fix = cw_text_tool_fix;
  tool_class->build = cw_text_tool_build;
  tool_class->add_fields = cw_text_tool_add_fields;
  tool_class->set_field = cw_text_tool_set_field;
}

static void
cw_text_tool_init (CwTextTool *self)
{
}
