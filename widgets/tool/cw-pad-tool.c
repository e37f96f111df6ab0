/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-pads.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"

/*
 *   ARMED --click: COMMIT, next name--> ARMED
 */

/**
 * CwPadTool:
 *
 * Places single bonding pads.
 */
struct _CwPadTool
{
  CwTool parent_instance;

  char *name; /* that was typed for the next one */
};

G_DEFINE_FINAL_TYPE (CwPadTool, cw_pad_tool, CW_TYPE_TOOL)

static CwBondingPad
get_pad (CwTool *tool)
{
  CwBondingPad pad;

  cw_pads_init (cw_tool_get_core (tool)->base, &cw_tool_get_settings (tool)->draw, &pad);

  return pad;
}

static char *
dup_name (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const char *typed = CW_PAD_TOOL (tool)->name;

  return typed != NULL ? g_strdup (typed) : cw_pads_dup_next_name (core->base, core->snap.at);
}

static CwToolStep
cw_pad_tool_fix (CwTool *tool, gboolean all)
{
  return cw_tool_get_core (tool)->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;
}

/* the net is that of the metal it stands on */
static CwDesign *
cw_pad_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (CwEdit) edit = cw_edit_new (core->base);
  g_autofree char *name = dup_name (tool);
  CwBondingPad pad = get_pad (tool);
  CwHit hit;
  CwId id;

  pad.at = core->snap.at;
  if (cw_hit_find_metal (core->base, pad.level, pad.at, &hit))
    pad.net = hit.net;
  pad.name = g_ref_string_new (name);
  id = cw_edit_add_bonding_pad (edit, &pad, error);
  g_ref_string_release (pad.name);

  return id != CW_ID_NONE ? cw_edit_finish (edit, NULL) : NULL;
}

static void
cw_pad_tool_reset (CwTool *tool, gboolean committed)
{
  g_clear_pointer (&CW_PAD_TOOL (tool)->name, g_free);
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Place the bonding pad"), cw_tool_fix_point },
};

static void
cw_pad_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwBondingPad pad = get_pad (tool);
  g_autofree char *name = dup_name (tool);

  cw_tool_add_text_field (fields, "name", _ ("Name"), name);
  cw_tool_add_length_field (tool, fields, "land", _ ("Land"), pad.land.width);
  cw_tool_add_length_field (tool, fields, "opening", _ ("Opening"), pad.opening.width);
  cw_tool_add_length_field (tool, fields, "ball", _ ("Ball"), pad.ball.diameter);
}

static gboolean
set_name (CwTool *tool, const char *text, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GHashTable) names = cw_pads_list_names (core->base);
  CwPadTool *self = CW_PAD_TOOL (tool);

  if (!cw_validate_string ("bonding pad name", text, CW_NAME_MAX, TRUE, error))
    return FALSE;
  if (*text != '\0' && g_hash_table_contains (names, text))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE,
                   "there is a bonding pad \"%s\" already", text);
      return FALSE;
    }
  g_free (self->name);
  self->name = *text != '\0' ? g_strdup (text) : NULL;

  return TRUE;
}

/* what the tools have in common that place bonding pads; nothing typed is the usual size */
gboolean
cw_pad_tool_set_size (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwDrawSettings *draw = &settings.draw;
  CwBondingPad pad = get_pad (tool);
  const struct
  {
    const char *name;
    CwCoord *value;
    CwCoord usual;
    CwCoord old;
    CwCoord min;
    CwCoord max;
  } sizes[] = {
    { "land", &draw->pad_land, 0, pad.land.width, CW_UM, 10 * CW_MM },
    { "opening", &draw->pad_opening, -1, pad.opening.width, 0, pad.land.width },
    { "ball", &draw->pad_ball, -1, pad.ball.diameter, 0, 10 * CW_MM },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      if (strcmp (sizes[i].name, name) != 0)
        continue;
      if (*text == '\0')
        *sizes[i].value = sizes[i].usual;
      else if (!cw_tool_parse_size (tool, text, sizes[i].old, sizes[i].min, sizes[i].max,
                                    sizes[i].value, error))
        return FALSE;
      cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
      return TRUE;
    }

  return cw_tool_refuse_field (name, error);
}

static gboolean
cw_pad_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  return strcmp (name, "name") == 0 ? set_name (tool, text, error)
                                    : cw_pad_tool_set_size (tool, name, text, error);
}

static void
cw_pad_tool_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autofree char *name = NULL;

  if (core->preview == NULL)
    return;
  name = dup_name (tool);
  cw_marks_add (overlay, CW_MARK_VALUE, core->snap.at, core->snap.at)->text
      = g_steal_pointer (&name);
}

static void
cw_pad_tool_finalize (GObject *object)
{
  g_clear_pointer (&CW_PAD_TOOL (object)->name, g_free);
  G_OBJECT_CLASS (cw_pad_tool_parent_class)->finalize (object);
}

static void
cw_pad_tool_class_init (CwPadToolClass *klass)
{
  static const char *const fields[] = { "x", "y", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_pad_tool_finalize;
  tool_class->info = cw_tool_registry_find ("bonding-pad");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->fix = cw_pad_tool_fix;
  tool_class->build = cw_pad_tool_build;
  tool_class->reset = cw_pad_tool_reset;
  tool_class->add_fields = cw_pad_tool_add_fields;
  tool_class->set_field = cw_pad_tool_set_field;
  tool_class->paint = cw_pad_tool_paint;
}

static void
cw_pad_tool_init (CwPadTool *self)
{
}
