/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-flow-row.h"

#include <glib/gi18n.h>

#include "model/base/cw-length.h"

#define FINDINGS_MAX 6 /* that a step shows; of a hundred alike the first ones say what is wrong */

static GtkWidget *
make_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
append_detail (GString *text, const char *detail)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, detail);
}

/* material, thickness and temperature, as far as the step has them */
static char *
dup_details (const CwTechnology *technology, const CwStep *step)
{
  const CwLevel *level = step->level < cw_technology_get_n_levels (technology)
                             ? cw_technology_get_level (technology, step->level)
                             : NULL;
  guint8 material = step->material != CW_MATERIAL_NONE ? step->material
                    : level != NULL                    ? level->material
                                                       : CW_MATERIAL_NONE;
  CwCoord thickness = step->thickness > 0 ? step->thickness : level != NULL ? level->thickness : 0;
  GString *text = g_string_new (NULL);

  /* the level of the dies is of the filling around them */
  if (step->kind == CW_STEP_PLACE_DIES)
    return g_string_free (text, FALSE);
  if (material < cw_technology_get_n_materials (technology))
    append_detail (text, cw_technology_get_material (technology, material)->name);
  if (thickness > 0)
    {
      g_autofree char *length = cw_length_format_with_unit (thickness, CW_UNIT_UM);

      if (step->kind == CW_STEP_FILL && step->thickness > 0)
        {
          g_autofree char *over = g_strdup_printf (_ ("%s over the dies"), length);

          append_detail (text, over);
        }
      else
        append_detail (text, length);
    }
  if (step->temperature != 0)
    {
      g_autofree char *degrees = g_strdup_printf (_ ("%d °C"), step->temperature / 1000);

      append_detail (text, degrees);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_finding (const CwFlowFinding *finding)
{
  gboolean is_error = finding->severity == CW_SEVERITY_ERROR;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon
      = gtk_image_new_from_icon_name (is_error ? "cw-error-symbolic" : "cw-warning-symbolic");
  g_autofree char *text = finding->source != NULL && finding->source[0] != '\0'
                              ? g_strdup_printf ("%s (%s)", finding->what, finding->source)
                              : g_strdup (finding->what);

  gtk_widget_add_css_class (box, "step-finding");
  gtk_widget_add_css_class (icon, is_error ? "error" : "warning");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_error ? _ ("Error") : _ ("Warning"), -1);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), make_text (text, NULL));

  return box;
}

static void
append_findings (GtkBox *texts, guint step, GPtrArray *findings)
{
  guint n = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const CwFlowFinding *finding = g_ptr_array_index (findings, i);

      if (finding->step == step && n++ < FINDINGS_MAX)
        gtk_box_append (texts, make_finding (finding));
    }
  if (n > FINDINGS_MAX)
    {
      g_autofree char *more
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more like these",
                                          "and %u more like these", n - FINDINGS_MAX),
                             n - FINDINGS_MAX);

      gtk_box_append (texts, make_text (more, "step-details"));
    }
}

static GtkWidget *
make_row (const char *label_text, const char *name, const char *details, guint step,
          GPtrArray *findings)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (label_text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (texts), make_text (name, NULL));
  if (details[0] != '\0')
    gtk_box_append (GTK_BOX (texts), make_text (details, "step-details"));
  append_findings (GTK_BOX (texts), step, findings);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  return row;
}

/**
 * cw_flow_row_new:
 * @flow: a flow
 * @technology: its technology
 * @step: one of its steps
 * @findings: (nullable) (element-type CwFlowFinding): what is wrong with the flow
 *
 * Makes a row with label, name, material, thickness and temperature of a step, and with what is
 * wrong with it.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
cw_flow_row_new (const CwFlow *flow, const CwTechnology *technology, guint step,
                 GPtrArray *findings)
{
  g_autofree char *label = cw_flow_dup_step_label (flow, step);
  g_autofree char *name = cw_flow_dup_step_name (flow, technology, step);
  g_autofree char *details = dup_details (technology, &flow->steps[step]);
  char *end = strstr (name, " (");

  /* what stands in brackets is what the details say */
  if (end != NULL && details[0] != '\0')
    *end = '\0';

  return make_row (label, name, details, step, findings);
}

/**
 * cw_flow_row_new_missing:
 * @flow: a flow
 * @findings: (element-type CwFlowFinding): what is wrong with it
 *
 * Makes a row with what the flow lacks.
 *
 * Returns: (transfer floating) (nullable): the row, %NULL when it lacks nothing
 */
GtkWidget *
cw_flow_row_new_missing (const CwFlow *flow, GPtrArray *findings)
{
  GtkWidget *row;
  gboolean any = FALSE;

  for (guint i = 0; i < findings->len; i++)
    any = any || ((const CwFlowFinding *) g_ptr_array_index (findings, i))->step >= flow->n_steps;
  if (!any)
    return NULL;
  row = make_row ("", _ ("Missing"), "", flow->n_steps, findings);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}
