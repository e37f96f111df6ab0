/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-passive-text.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"
#include "widgets/tool/cw-wiring.h"

/*
 *   ARMED --click: COMMIT, next name--> ARMED
 */

/**
 * CwPassiveTool:
 *
 * Places passive devices.
 */
struct _CwPassiveTool
{
  CwTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CwPassiveTool, cw_passive_tool, CW_TYPE_TOOL)

/* the active level with the wiring levels next to it, where the form can be drawn on it */
static void
choose_levels (CwPassive *passive, const CwTechnology *technology, guint active)
{
  guint n = cw_technology_get_n_levels (technology);
  CwPassive usual;
  CwPassive wanted = *passive;

  cw_passive_init (&usual, passive->form, technology);
  passive->level = usual.level;
  passive->other_level = usual.other_level;
  passive->top_level = usual.top_level;
  if (active >= n || cw_technology_get_level (technology, active)->kind != CW_LEVEL_WIRING)
    return;

  wanted.level = (guint8) active;
  wanted.other_level = CW_LEVEL_NONE;
  wanted.top_level = CW_LEVEL_NONE;
  for (guint i = 0; i < active && cw_passive_form_needs_other_level (passive->form); i++)
    if (cw_technology_get_level (technology, i)->kind == CW_LEVEL_WIRING)
      wanted.other_level = (guint8) i;
  if (cw_passive_form_needs_top_level (passive->form))
    wanted.top_level
        = (guint8) cw_technology_find_level_above (technology, active, CW_LEVEL_WIRING);
  if (cw_passive_is_valid (&wanted, technology))
    *passive = wanted;
}

/* the next device, of the form that is set, with the last sizes where the technology has room for them, on the
 * levels that there are; without place, name and nets */
static CwPassive
prepare (CwTool *tool)
{
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  const CwDrawSettings *draw = &settings->draw;
  CwTechnology *technology = cw_design_get_technology (cw_tool_get_core (tool)->base);
  CwPassiveForm form = MIN (settings->passive_form, CW_N_PASSIVE_FORMS - 1);
  CwPassive passive;

  cw_passive_init (&passive, form, technology);
  if (draw->passive_set)
    {
      CwPassive last = passive;

      last.form = draw->passive_values_form;
      memcpy (last.values, draw->passive_values, sizeof last.values);
      if (last.form != form)
        cw_passive_set_form (&last, form, technology);
      choose_levels (&last, technology, settings->active_level);
      if (cw_passive_is_valid (&last, technology))
        passive = last;
    }
  passive.angle = draw->passive_angle;
  passive.mirror = draw->passive_mirror ? 1 : 0;
  passive.at = CW_POINT (0, 0);
  choose_levels (&passive, technology, settings->active_level);

  return passive;
}

static void
keep (CwTool *tool, const CwPassive *passive)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.draw.passive_set = TRUE;
  settings.draw.passive_values_form = passive->form;
  memcpy (settings.draw.passive_values, passive->values, sizeof passive->values);
  settings.draw.passive_angle = passive->angle;
  settings.draw.passive_mirror = passive->mirror != 0;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
}

static char *
dup_next_name (const CwDesign *design, CwPassiveForm form)
{
  static const char letters[CW_N_PASSIVE_KINDS] = { 'R', 'L', 'C', 'W', 'F', 'M' };

  for (guint number = 1;; number++)
    {
      char *name = g_strdup_printf ("%c%u", letters[cw_passive_form_get_kind (form)], number);

      if (cw_design_find (design, CW_ITEM_PASSIVE, name) == CW_ID_NONE)
        return name;
      g_free (name);
    }
}

/* each terminal gets the net of the metal that it lies on */
static CwNets *
find_nets (const CwDesign *design, const CwPassive *passive)
{
  guint32 n = cw_passive_form_get_n_terminals (passive->form);
  g_autofree CwId *nets = g_new0 (CwId, n);
  gboolean any = FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      guint8 level;
      CwPoint at;
      CwHit hit;

      if (!cw_passive_get_terminal (passive, cw_design_get_technology (design), i, &at, &level)
          || !cw_hit_find_metal (design, level, at, &hit))
        continue;
      nets[i] = hit.net;
      any = any || hit.net != CW_ID_NONE;
    }

  return any ? cw_nets_new (nets, n) : NULL;
}

static CwToolStep
cw_passive_tool_fix (CwTool *tool, gboolean all)
{
  return cw_tool_get_core (tool)->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;
}

static CwDesign *
add (CwTool *tool, CwPassive passive, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autofree char *name = dup_next_name (core->base, passive.form);
  g_autoptr (CwEdit) edit = cw_edit_new (core->base);
  CwId id;

  passive.at = core->snap.at;
  passive.name = g_ref_string_new (name);
  passive.nets = find_nets (core->base, &passive);
  id = cw_edit_add_passive (edit, &passive, error);
  g_ref_string_release (passive.name);
  g_clear_pointer (&passive.nets, cw_nets_unref);

  return id != CW_ID_NONE ? cw_edit_finish (edit, NULL) : NULL;
}

static CwDesign *
cw_passive_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  return add (tool, prepare (tool), error);
}

static CwToolAnswer
turn (CwTool *tool, CwAngle by)
{
  CwPassive passive = prepare (tool);

  passive.angle = cw_angle_normalise ((gint64) passive.angle + by);
  keep (tool, &passive);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
rotate (CwTool *tool, const CwToolEvent *event)
{
  return turn (tool, CW_ANGLE_90);
}

static CwToolAnswer
rotate_back (CwTool *tool, const CwToolEvent *event)
{
  return turn (tool, -CW_ANGLE_90);
}

static CwToolAnswer
flip (CwTool *tool, const CwToolEvent *event)
{
  CwPassive passive = prepare (tool);

  passive.mirror = !passive.mirror;
  keep (tool, &passive);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
step_form (CwTool *tool, guint step)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.passive_form = (guint8) ((settings.passive_form + step) % CW_N_PASSIVE_FORMS);
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
next_form (CwTool *tool, const CwToolEvent *event)
{
  return step_form (tool, 1);
}

static CwToolAnswer
previous_form (CwTool *tool, const CwToolEvent *event)
{
  return step_form (tool, CW_N_PASSIVE_FORMS - 1);
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Place the device"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_KEY, "r", "rotate", N_ ("Rotate"), rotate },
  { IN_ARMED, CW_TRIGGER_KEY, "<Shift>r", "rotate-back", N_ ("Rotate back"), rotate_back },
  { IN_ARMED, CW_TRIGGER_KEY, "f", "flip", N_ ("Flip"), flip },
  { IN_ARMED, CW_TRIGGER_KEY, "p", "form-next", N_ ("Next form"), next_form },
  { IN_ARMED, CW_TRIGGER_KEY, "<Shift>p", "form-previous", N_ ("Previous form"), previous_form },
};

static void
cw_passive_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwPassive passive = prepare (tool);

  cw_tool_add_angle_field (fields, "rotation", _ ("Rotation"), passive.angle);
  for (guint i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    {
      const char *label = cw_passive_parameter_get_label (passive.form, i);
      const char *name = cw_passive_parameter_get_name (i);

      if (!cw_passive_form_uses (passive.form, i))
        continue;
      if (i == CW_PARAMETER_COUNT)
        cw_tool_add_count_field (fields, name, label, (guint) passive.values[i]);
      else
        cw_tool_add_length_field (tool, fields, name, label, passive.values[i]);
    }
}

static gboolean
set_parameter (CwTool *tool, CwPassive *passive, guint parameter, const char *text, GError **error)
{
  CwPassive wanted = *passive;
  g_autoptr (CwDesign) trial = NULL;
  guint64 count;

  if (parameter != CW_PARAMETER_COUNT)
    {
      if (!cw_tool_parse_length (tool, text, passive->values[parameter], &wanted.values[parameter],
                                 error))
        return FALSE;
    }
  else
    {
      if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT32, &count, NULL))
        {
          g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "\"%s\" is not a whole number",
                       text);
          return FALSE;
        }
      wanted.values[parameter] = (CwCoord) count;
    }
  trial = add (tool, wanted, error);
  if (trial == NULL)
    return FALSE;
  *passive = wanted;

  return TRUE;
}

static gboolean
cw_passive_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwPassive passive = prepare (tool);

  if (strcmp (name, "rotation") == 0)
    {
      if (!cw_tool_parse_angle (text, &passive.angle, error))
        return FALSE;
      keep (tool, &passive);
      return TRUE;
    }
  for (guint i = 0; i < CW_N_PASSIVE_PARAMETERS; i++)
    if (cw_passive_form_uses (passive.form, i)
        && strcmp (name, cw_passive_parameter_get_name (i)) == 0)
      {
        if (!set_parameter (tool, &passive, i, text, error))
          return FALSE;
        keep (tool, &passive);
        return TRUE;
      }

  return cw_tool_refuse_field (name, error);
}

static void
cw_passive_tool_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwPassive passive = prepare (tool);
  gboolean in_range;
  CwMark *mark;

  if (core->preview == NULL)
    return;
  mark = cw_marks_add (overlay, CW_MARK_VALUE, core->snap.at, core->snap.at);
  mark->text
      = cw_passive_dup_value_text (&passive, cw_design_get_technology (core->base), &in_range);
  mark->tone = in_range ? CW_MARK_NORMAL : CW_MARK_WARNING;
}

static void
cw_passive_tool_class_init (CwPassiveToolClass *klass)
{
  static const char *const fields[] = { "x", "y", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("place-passive");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->fix = cw_passive_tool_fix;
  tool_class->build = cw_passive_tool_build;
  tool_class->add_fields = cw_passive_tool_add_fields;
  tool_class->set_field = cw_passive_tool_set_field;
  tool_class->paint = cw_passive_tool_paint;
}

static void
cw_passive_tool_init (CwPassiveTool *self)
{
}
