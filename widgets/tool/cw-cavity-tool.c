/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <math.h>

#include "widgets/tool/cw-area-private.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"

/*
 *   ARMED --press or click: a corner--> ACTIVE --release or click: COMMIT--> ARMED
 *     | D: COMMIT cavities around the selected dies
 *     '--> ARMED
 */

#define USUAL_DRAFT (5 * CW_DEGREE) /* of moulded walls */

/**
 * CwCavityTool:
 *
 * Opens cavities in the substrate.
 */
struct _CwCavityTool
{
  CwTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CwCavityTool, cw_cavity_tool, CW_TYPE_TOOL)

/* the upper board or layer of the substrate */
static guint
find_level (const CwTechnology *technology)
{
  for (guint i = cw_technology_get_n_levels (technology); i-- > 0;)
    if (cw_technology_get_level (technology, i)->kind == CW_LEVEL_SUBSTRATE)
      return i;

  return CW_LEVEL_NONE;
}

/* how deep and steep the substrate asks for: through the board or layer where another one closes the
 * floor, half of it otherwise */
static gboolean
get_cavity (CwTool *tool, CwCavity *cavity)
{
  const CwTechnology *technology = cw_design_get_technology (cw_tool_get_core (tool)->base);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  CwSubstrateKind kind = cw_technology_get_substrate (technology);
  gboolean is_through = kind == CW_SUBSTRATE_CORES || kind == CW_SUBSTRATE_HEAT;
  guint level = find_level (technology);

  if (level == CW_LEVEL_NONE)
    return FALSE;
  *cavity = (CwCavity){ .level = (guint8) level,
                        .depth = settings->cavity_depth,
                        .draft = settings->cavity_draft };
  if (cavity->depth < 0)
    cavity->depth = is_through ? 0 : cw_technology_get_level (technology, level)->thickness / 2;
  if (cavity->draft < 0)
    cavity->draft = kind == CW_SUBSTRATE_MOULDED ? USUAL_DRAFT : 0;

  return TRUE;
}

static gboolean
add_box (CwTool *tool, CwEdit *edit, CwBox box, GError **error)
{
  g_autoptr (CwPath) outline = cw_path_new_box (box);
  CwCavity cavity;

  if (!get_cavity (tool, &cavity))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "there is no substrate to open a cavity in");
      return FALSE;
    }
  cavity.outline = outline;

  return cw_edit_add_cavity (edit, &cavity, error) != CW_ID_NONE;
}

static CwDesign *
cw_cavity_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (CwEdit) edit = NULL;
  CwBox box;

  if (!cw_area_get_box (tool, with_pointer, &box))
    return cw_design_ref (core->base);
  edit = cw_edit_new (core->base);
  if (!add_box (tool, edit, box, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}

static CwToolStep
cw_cavity_tool_fix (CwTool *tool, gboolean all)
{
  return cw_area_fix (tool);
}

/* by how much the floor is smaller than the opening, to each side */
static CwCoord
get_lean (CwTool *tool)
{
  const CwTechnology *technology = cw_design_get_technology (cw_tool_get_core (tool)->base);
  CwCavity cavity;
  CwCoord depth;

  if (!get_cavity (tool, &cavity))
    return 0;
  depth = cavity.depth > 0 ? cavity.depth
                           : cw_technology_get_level (technology, cavity.level)->thickness;

  return (CwCoord) ceil (depth * cw_angle_get_sin (cavity.draft) / cw_angle_get_cos (cavity.draft));
}

/* the selected dies with the margin; boxes that meet are one */
static GArray *
list_boxes (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwSelection *selection = cw_tool_host_get_selection (core->host);
  gint64 by = (gint64) cw_tool_get_settings (tool)->cavity_margin + get_lean (tool);
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (CwBox));

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      const CwDie *die = cw_design_get_die (core->base, cw_selection_get (selection, i).item);
      CwBox box;

      if (die == NULL)
        continue;
      box = cw_box_grow (cw_die_get_body (die, cw_design_get_die_type (core->base, die->type)), by);
      for (guint j = 0; j < boxes->len;)
        {
          CwBox other = g_array_index (boxes, CwBox, j);

          if (!cw_box_intersects (box, other))
            {
              j++;
              continue;
            }
          box = cw_box_union (box, other);
          g_array_remove_index (boxes, j);
          j = 0; /* the larger one may meet those before */
        }
      g_array_append_val (boxes, box);
    }

  return boxes;
}

static gboolean
has_dies (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwSelection *selection = cw_tool_host_get_selection (core->host);

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    if (cw_id_get_kind (cw_selection_get (selection, i).item) == CW_ITEM_DIE)
      return TRUE;

  return FALSE;
}

static CwToolAnswer
surround_dies (CwTool *tool, const CwToolEvent *event)
{
  g_autoptr (GArray) boxes = list_boxes (tool);
  g_autoptr (CwEdit) edit = cw_edit_new (cw_tool_get_core (tool)->base);
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < boxes->len; i++)
    if (!add_box (tool, edit, g_array_index (boxes, CwBox, i), &error))
      {
        cw_tool_toast (tool, error->message);
        return CW_TOOL_PREVIEW;
      }
  next = cw_edit_finish (edit, NULL);

  return cw_tool_commit (tool, next);
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Begin at a corner"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Draw the cavity"), cw_tool_begin_drag },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "point", N_ ("The other corner"), cw_tool_fix_point },
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, NULL, cw_tool_begin_drag },
  { IN_ARMED, CW_TRIGGER_KEY, "d", "surround-dies", N_ ("Around the selected dies"), surround_dies,
    CW_HOLD_NONE, has_dies },
};

static void
cw_cavity_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwToolField draft = { "draft", _ ("Draft"), NULL, "°" };
  CwCavity cavity;

  if (!get_cavity (tool, &cavity))
    return;
  cw_tool_add_length_field (tool, fields, "depth", _ ("Depth (0: through)"), cavity.depth);
  draft.text = cw_angle_format (cavity.draft);
  g_array_append_val (fields, draft);
  cw_tool_add_length_field (tool, fields, "margin", _ ("Margin"),
                            cw_tool_get_settings (tool)->cavity_margin);
}

/* a length of the settings, 0 … @max; nothing typed is the usual value when there is one */
static gboolean
parse_length (CwTool *tool, const char *text, CwCoord old, CwCoord max, CwCoord *value,
              GError **error)
{
  g_autofree char *most = NULL;

  if (!cw_tool_parse_length (tool, text, old, value, error))
    return FALSE;
  if (0 <= *value && *value <= max)
    return TRUE;
  most = cw_length_format_with_unit (max, cw_tool_get_settings (tool)->unit);
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "\"%s\" is not in 0 … %s", text, most);

  return FALSE;
}

static gboolean
parse_draft (const char *text, CwAngle *draft, GError **error)
{
  if (!cw_angle_parse (text, draft, error))
    return FALSE;
  if (0 <= *draft && *draft <= 45 * CW_DEGREE)
    return TRUE;
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE, "\"%s\" is not in 0 … 45°", text);

  return FALSE;
}

static gboolean
cw_cavity_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  const CwTechnology *technology = cw_design_get_technology (cw_tool_get_core (tool)->base);
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwCavity cavity;

  if (!get_cavity (tool, &cavity))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "there is no substrate to open a cavity in");
      return FALSE;
    }
  if (strcmp (name, "depth") == 0 && *text == '\0')
    settings.cavity_depth = -1;
  else if (strcmp (name, "depth") == 0)
    {
      if (!parse_length (tool, text, cavity.depth,
                         cw_technology_get_level (technology, cavity.level)->thickness,
                         &settings.cavity_depth, error))
        return FALSE;
    }
  else if (strcmp (name, "margin") == 0)
    {
      if (!parse_length (tool, text, settings.cavity_margin, 100 * CW_MM, &settings.cavity_margin,
                         error))
        return FALSE;
    }
  else if (strcmp (name, "draft") == 0 && *text == '\0')
    settings.cavity_draft = -1;
  else if (strcmp (name, "draft") == 0)
    {
      if (!parse_draft (text, &settings.cavity_draft, error))
        return FALSE;
    }
  else
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"",
                   name);
      return FALSE;
    }
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return TRUE;
}

static void
cw_cavity_tool_class_init (CwCavityToolClass *klass)
{
  static const char *const fields[] = { "x", "y", "dx", "dy", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("cavity");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->can_resume = TRUE;
  tool_class->fix = cw_cavity_tool_fix;
  tool_class->build = cw_cavity_tool_build;
  tool_class->add_fields = cw_cavity_tool_add_fields;
  tool_class->set_field = cw_cavity_tool_set_field;
  tool_class->paint = cw_area_paint;
}

static void
cw_cavity_tool_init (CwCavityTool *self)
{
}
