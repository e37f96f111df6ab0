/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-passive-values.h"

#include <glib/gi18n.h>

#include "model/physics/cw-passive-value.h"

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static char *
dup_words (const CwPassiveValue *value)
{
  const CwEstimate *estimate = &value->estimate;

  if (estimate->in_range)
    return g_strdup_printf (_ ("%s. Valid: %s"), estimate->formula, estimate->range);
  if (estimate->value == 0)
    return g_strdup_printf (_ ("Not known: a figure of a material is missing, or it lies outside. "
                               "%s. Valid: %s"),
                            estimate->formula, estimate->range);

  return g_strdup_printf (_ ("Outside the range of the formula. %s. Valid: %s"), estimate->formula,
                          estimate->range);
}

static void
add_value (GtkWidget *box, const CwPassiveValue *value)
{
  gboolean is_known = value->estimate.in_range || value->estimate.value != 0;
  g_autofree char *text
      = is_known ? cw_passive_value_format (value) : g_strdup_printf ("%s = ?", value->symbol);
  g_autofree char *words = dup_words (value);
  GtkWidget *label = add_label (box, text, "passive-value");
  GtkWidget *note = add_label (box, words, "passive-note");

  if (value->estimate.in_range)
    return;
  gtk_widget_add_css_class (label, "warning");
  gtk_widget_add_css_class (note, "warning");
}

/**
 * cw_passive_values_new:
 *
 * Makes a box for what a passive device is worth; it is not seen while there is none.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_passive_values_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "passive-values");
  gtk_widget_set_visible (box, FALSE);

  return box;
}

/**
 * cw_passive_values_show:
 * @box: such a box
 * @passive: (nullable): a passive device that is valid
 * @technology: the stack
 *
 * Shows the first-order values of a device, each with its formula and where that holds, and says so
 * where it does not.
 */
void
cw_passive_values_show (GtkWidget *box, const CwPassive *passive, const CwTechnology *technology)
{
  CwPassiveValue values[CW_MAX_PASSIVE_VALUES];
  guint n = passive != NULL ? cw_passive_list_values (passive, technology, values) : 0;
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < n; i++)
    add_value (box, &values[i]);
  gtk_widget_set_visible (box, n > 0);
}
