/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"

/*
 *   ARMED --click: COMMIT--> ARMED
 */

#define MOST_SIZE (10 * CW_MM)

/**
 * CwFiducialTool:
 *
 * Places marks that machines align by.
 */
struct _CwFiducialTool
{
  CwTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CwFiducialTool, cw_fiducial_tool, CW_TYPE_TOOL)

static CwToolStep
cw_fiducial_tool_fix (CwTool *tool, gboolean all)
{
  return cw_tool_get_core (tool)->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;
}

static CwDesign *
cw_fiducial_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  g_autoptr (CwEdit) edit = cw_edit_new (core->base);
  CwFiducial fiducial = { .at = core->snap.at,
                          .size = settings->draw.fiducial_size,
                          .clear = settings->draw.fiducial_clear,
                          .level = settings->active_level,
                          .form = settings->draw.fiducial_form };

  if (cw_edit_add_fiducial (edit, &fiducial, error) == CW_ID_NONE)
    return NULL;

  return cw_edit_finish (edit, NULL);
}

static CwToolAnswer
next_form (CwTool *tool, const CwToolEvent *event)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.draw.fiducial_form = (guint8) ((settings.draw.fiducial_form + 1) % CW_N_FIDUCIAL_FORMS);
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Place the fiducial"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_KEY, "f", "form-next", N_ ("Disc, square or cross"), next_form },
};

static void
cw_fiducial_tool_add_fields (CwTool *tool, GArray *fields)
{
  const CwDrawSettings *draw = &cw_tool_get_settings (tool)->draw;

  cw_tool_add_length_field (tool, fields, "size", _ ("Size"), draw->fiducial_size);
  cw_tool_add_length_field (tool, fields, "clear", _ ("Kept clear"), draw->fiducial_clear);
}

static gboolean
cw_fiducial_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwDrawSettings *draw = &settings.draw;
  gboolean is_set;

  if (strcmp (name, "size") == 0)
    is_set = cw_tool_parse_size (tool, text, draw->fiducial_size, CW_UM, MOST_SIZE,
                                 &draw->fiducial_size, error);
  else if (strcmp (name, "clear") == 0)
    is_set = cw_tool_parse_size (tool, text, draw->fiducial_clear, 0, MOST_SIZE,
                                 &draw->fiducial_clear, error);
  else
    is_set = cw_tool_refuse_field (name, error);
  if (is_set)
    cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return is_set;
}

static void
cw_fiducial_tool_class_init (CwFiducialToolClass *klass)
{
  static const char *const fields[] = { "x", "y", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("fiducial");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->fix = cw_fiducial_tool_fix;
  tool_class->build = cw_fiducial_tool_build;
  tool_class->add_fields = cw_fiducial_tool_add_fields;
  tool_class->set_field = cw_fiducial_tool_set_field;
}

static void
cw_fiducial_tool_init (CwFiducialTool *self)
{
}
