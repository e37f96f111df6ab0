/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-traveller-private.h"

#include "model/base/cw-length.h"
#include "model/process/cw-flow-windows.h"
#include "model/process/cw-section-set.h"
#include "model/process/cw-step-facts.h"
#include "widgets/render/cw-section-painter.h"

static void
clear_fact (gpointer data)
{
  g_free (((CwTravellerFact *) data)->text);
}

static GArray *
new_facts (void)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (CwTravellerFact));

  g_array_set_clear_func (facts, clear_fact);
  return facts;
}

/* takes the text; nothing is added for none */
static void
add_fact (GArray *facts, const char *word, char *text)
{
  CwTravellerFact fact = { word, text };

  if (text != NULL)
    g_array_append_val (facts, fact);
}

static void
free_step (gpointer data)
{
  CwTravellerStep *step = data;

  g_free (step->title);
  g_array_unref (step->facts);
  g_clear_pointer (&step->section, cw_section_unref);
  g_free (step);
}

static char *
dup_material (const CwTechnology *technology, const CwStep *step)
{
  const CwLevel *level = cw_technology_get_level (technology, step->level);
  guint index = step->material != CW_MATERIAL_NONE ? step->material
                : level != NULL                    ? level->material
                                                   : CW_MATERIAL_NONE;
  const CwMaterial *material = cw_technology_get_material (technology, index);

  return material != NULL ? g_strdup (material->name) : NULL;
}

static char *
dup_thickness (const CwTechnology *technology, const CwStep *step)
{
  const CwLevel *level = cw_technology_get_level (technology, step->level);
  CwCoord thickness = step->thickness > 0 ? step->thickness : level != NULL ? level->thickness : 0;

  return thickness > 0 ? cw_length_format_with_unit (thickness, CW_UNIT_UM) : NULL;
}

static char *
dup_temperature (const CwStep *step)
{
  return step->temperature > 0 ? g_strdup_printf ("%d °C", step->temperature / 1000) : NULL;
}

static void
add_findings (CwTravellerStep *step, const GPtrArray *findings, guint index)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CwFlowFinding *finding = findings->pdata[i];

      if (finding->step != index)
        continue;
      add_fact (step->facts, finding->severity == CW_SEVERITY_ERROR ? "Wrong" : "Note",
                g_strdup_printf ("%s (%s)", finding->what, finding->source));
      step->is_bad |= finding->severity == CW_SEVERITY_ERROR;
    }
}

typedef struct
{
  const CwDesign *design;
  GString *text;
} DieList;

static gboolean
list_die (CwId id, gconstpointer item, gpointer user_data)
{
  DieList *list = user_data;
  const CwDie *die = item;
  const CwDieType *type = cw_design_get_die_type (list->design, die->type);
  g_autofree char *thickness = cw_length_format_with_unit (type->thickness, CW_UNIT_UM);

  g_string_append_printf (list->text, "%s%s (%s, %s)", list->text->len > 0 ? ", " : "", die->name,
                          type->name, thickness);
  return TRUE;
}

/* the dies that are placed; NULL for none */
static char *
dup_dies (const CwDesign *design)
{
  DieList list = { design, g_string_new (NULL) };

  cw_design_foreach (design, CW_ITEM_DIE, list_die, &list);
  return g_string_free (list.text, list.text->len == 0);
}

static CwTravellerStep *
make_step (const CwTraveller *traveller, const CwFlow *flow, guint index, const GPtrArray *findings,
           CwSectionSet *sections)
{
  const CwTechnology *technology = cw_design_get_technology (traveller->design);
  const CwStep *step = &flow->steps[index];
  CwTravellerStep *self = g_new0 (CwTravellerStep, 1);
  g_autofree char *label = cw_flow_dup_step_label (flow, index);
  g_autofree char *name = cw_flow_dup_step_name (flow, technology, index);

  self->title = g_strdup_printf ("%s  %s", label, name);
  self->facts = new_facts ();
  if (step->kind == CW_STEP_PLACE_DIES)
    {
      add_fact (self->facts, "Dies", dup_dies (traveller->design));
    }
  else
    {
      add_fact (self->facts, "Material", dup_material (technology, step));
      add_fact (self->facts, "Thickness", dup_thickness (technology, step));
    }
  add_fact (self->facts, "Temperature", dup_temperature (step));
  add_fact (self->facts, "Window", g_strdup (cw_step_facts_get_window (step->kind)));
  add_fact (self->facts, "Claims", g_strdup (cw_step_facts_get_claims (flow->method, step->kind)));
  add_fact (self->facts, "Wording", g_strdup (cw_flow_get_note (flow, index)));
  add_findings (self, findings, index);
  self->section = cw_section_ref (cw_section_set_get (sections, index));
  self->side = cw_section_is_turned (self->section) ? "Active surfaces down" : "Active surfaces up";

  return self;
}

static gboolean
take_first (CwId id, gconstpointer item, gpointer user_data)
{
  *(const CwCutLine **) user_data = item;
  return FALSE;
}

/* the line that is given, else the first one of the design, else one across its middle */
static GArray *
dup_line (const CwTraveller *traveller, const char **name)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  CwBox box = cw_path_get_bounds (cw_design_get_outline (traveller->design), TRUE);
  CwPoint centre = cw_box_get_centre (box);
  CwPoint ends[] = { { box.min.x, centre.y }, { box.max.x, centre.y } };
  const CwCutLine *first = NULL;

  *name = traveller->line_name;
  if (traveller->line != NULL)
    return g_array_append_vals (line, traveller->line, (guint) traveller->n_points);

  cw_design_foreach (traveller->design, CW_ITEM_CUT_LINE, take_first, &first);
  *name = first != NULL ? first->name : "across the middle";
  for (guint32 i = 0; first != NULL && i < first->path->n_vertices; i++)
    g_array_append_val (line, first->path->vertices[i].at);
  if (first == NULL)
    g_array_append_vals (line, ends, 2);

  return line;
}

static void
add_head (CwTravellerText *self, const CwFlow *flow, const char *line_name)
{
  CwDesign *design = self->traveller->design;
  const CwTechnology *technology = cw_design_get_technology (design);
  CwBox box = cw_path_get_bounds (cw_design_get_outline (design), TRUE);
  g_autofree char *method = g_ascii_strup (cw_method_get_name (flow->method), -1);
  g_autofree char *width = cw_length_format ((gint64) box.max.x - box.min.x, CW_UNIT_MM);
  g_autofree char *height = cw_length_format ((gint64) box.max.y - box.min.y, CW_UNIT_MM);
  const CwPanel *panel = cw_technology_get_panel (technology);

  add_fact (self->facts, "Design", g_strdup (self->traveller->hash));
  add_fact (self->facts, "Technology", g_strdup (cw_technology_get_name (technology)));
  add_fact (self->facts, "Method", g_strdup_printf ("%s, %u steps", method, flow->n_steps));
  add_fact (self->facts, "Substrate",
            g_strdup (cw_substrate_kind_get_name (cw_technology_get_substrate (technology))));
  add_fact (self->facts, "Package", g_strdup_printf ("%s × %s mm", width, height));
  add_fact (self->facts, "Dies",
            g_strdup_printf ("%u", cw_design_get_n_items (design, CW_ITEM_DIE)));
  if (panel->kind != CW_PANEL_NONE)
    add_fact (self->facts, "Panel",
              g_strdup_printf ("%s, %u units", cw_panel_kind_get_name (panel->kind),
                               cw_panel_count (panel, box)));
  add_fact (self->facts, "Cut line", g_strdup (line_name));
}

/* one factor for all steps, so that their pictures compare: the least that one of them asks for */
static double
find_factor (const CwTravellerText *self)
{
  double factor = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const CwTravellerStep *step = self->steps->pdata[i];
      CwSectionView view;

      cw_section_view_fit (&view, step->section, self->traveller->design, CW_TRAVELLER_WIDTH,
                           CW_TRAVELLER_HEIGHT, 0);
      if (factor == 0 || view.scale_z / view.scale_s < factor)
        factor = view.scale_z / view.scale_s;
    }

  return factor;
}

/* Collects what a traveller says. */
CwTravellerText *
cw_traveller_text_new (const CwTraveller *traveller)
{
  CwTravellerText *self = g_new0 (CwTravellerText, 1);
  const CwTechnology *technology = cw_design_get_technology (traveller->design);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
  g_autoptr (CwSectionSet) sections = NULL;
  g_autoptr (GPtrArray) findings = cw_flow_check (flow, technology);
  const char *name = cw_design_get_name (traveller->design);
  const char *line_name = NULL;

  g_ptr_array_extend_and_steal (findings, cw_flow_check_windows (traveller->design));
  self->traveller = traveller;
  self->title = g_strdup (*name != '\0' ? name : "Package");
  self->facts = new_facts ();
  self->steps = g_ptr_array_new_with_free_func (free_step);
  self->line = dup_line (traveller, &line_name);
  sections = cw_section_set_new (traveller->design, (const CwPoint *) (gpointer) self->line->data,
                                 self->line->len);
  add_head (self, flow, line_name);
  for (guint i = 0; i < flow->n_steps; i++)
    g_ptr_array_add (self->steps, make_step (traveller, flow, i, findings, sections));
  self->factor = find_factor (self);

  return self;
}

void
cw_traveller_text_free (CwTravellerText *self)
{
  g_free (self->title);
  g_array_unref (self->facts);
  g_array_unref (self->line);
  g_ptr_array_unref (self->steps);
  g_free (self);
}
