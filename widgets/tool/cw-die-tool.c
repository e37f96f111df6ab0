/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-namer.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"

/*
 *   ARMED --click: COMMIT, next name--> ARMED
 */

/**
 * CwDieTool:
 *
 * Places dies of the library.
 */
struct _CwDieTool
{
  CwTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CwDieTool, cw_die_tool, CW_TYPE_TOOL)

static gboolean
take_first (CwId id, gconstpointer item, gpointer user_data)
{
  *(CwId *) user_data = id;

  return FALSE;
}

static CwId
get_type (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwId type = cw_tool_get_settings (tool)->die_type;

  if (cw_design_get_die_type (core->base, type) == NULL)
    {
      type = CW_ID_NONE;
      cw_design_foreach (core->base, CW_ITEM_DIE_TYPE, take_first, &type);
    }

  return type;
}

static CwToolStep
cw_die_tool_fix (CwTool *tool, gboolean all)
{
  return cw_tool_get_core (tool)->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;
}

static CwDesign *
cw_die_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwDrawSettings *draw = &cw_tool_get_settings (tool)->draw;
  CwId type = get_type (tool);
  g_autoptr (CwEdit) edit = NULL;
  g_autofree CwId *nets = NULL;
  g_autofree char *name = NULL;
  guint number = 1;
  guint32 n_pads;
  CwDie die;
  CwId id;

  if (type == CW_ID_NONE)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "there is no die in the library");
      return NULL;
    }
  n_pads = cw_design_get_die_type (core->base, type)->pads->n_pads;
  nets = g_new0 (CwId, MAX (n_pads, 1));
  name = cw_die_dup_next_name (core->base, NULL, &number);
  die = (CwDie){ .name = g_ref_string_new (name),
                 .type = type,
                 .at = core->snap.at,
                 .angle = draw->die_angle,
                 .mirror = draw->die_mirror ? 1 : 0,
                 .nets = cw_nets_new (nets, n_pads) };
  edit = cw_edit_new (core->base);
  id = cw_edit_add_die (edit, &die, error);
  g_ref_string_release (die.name);
  cw_nets_unref (die.nets);
  if (id == CW_ID_NONE)
    return NULL;

  return cw_edit_finish (edit, NULL);
}

static CwToolAnswer
change (CwTool *tool, CwAngle by, gboolean flip)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.draw.die_angle = cw_angle_normalise ((gint64) settings.draw.die_angle + by);
  if (flip)
    settings.draw.die_mirror = !settings.draw.die_mirror;
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

static CwToolAnswer
place_passive (CwTool *tool, const CwToolEvent *event)
{
  cw_tool_host_request (cw_tool_get_host (tool), CW_REQUEST_TOOL, CW_ID_NONE, "place-passive");

  return CW_TOOL_PREVIEW;
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Place the die"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_KEY, "r", "rotate", N_ ("Rotate"), rotate },
  { IN_ARMED, CW_TRIGGER_KEY, "<Shift>r", "rotate-back", N_ ("Rotate back"), rotate_back },
  { IN_ARMED, CW_TRIGGER_KEY, "f", "flip", N_ ("Flip"), flip },
  { IN_ARMED, CW_TRIGGER_KEY, "p", "place-passive", N_ ("Passive device instead"), place_passive },
};

static void
cw_die_tool_add_fields (CwTool *tool, GArray *fields)
{
  cw_tool_add_angle_field (fields, "rotation", _ ("Rotation"),
                           cw_tool_get_settings (tool)->draw.die_angle);
}

static gboolean
cw_die_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  if (strcmp (name, "rotation") != 0)
    return cw_tool_refuse_field (name, error);
  if (!cw_tool_parse_angle (text, &settings.draw.die_angle, error))
    return FALSE;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return TRUE;
}

static void
cw_die_tool_class_init (CwDieToolClass *klass)
{
  static const char *const fields[] = { "x", "y", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("place-die");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->fix = cw_die_tool_fix;
  tool_class->build = cw_die_tool_build;
  tool_class->add_fields = cw_die_tool_add_fields;
  tool_class->set_field = cw_die_tool_set_field;
}

static void
cw_die_tool_init (CwDieTool *self)
{
}
