/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-check-row.h"

#include <glib/gi18n.h>

/**
 * cw_check_row_new:
 *
 * Makes a row of the list of violations: how bad it is, the text with its numbers, and below them rule,
 * level, items and state. What does not fit is in the tooltip.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
cw_check_row_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *note = gtk_label_new (NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  /* one line each: hundreds of rows that wrap are laid out for longer than the checker runs */
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (note, "row-note");
  gtk_box_append (GTK_BOX (lines), text);
  gtk_box_append (GTK_BOX (lines), note);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), lines);

  return box;
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static char *
dup_note (const CwViolation *violation, const CwDesign *design, const CwWaiver *waiver,
          gboolean is_new, gboolean is_seen)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  GString *note = g_string_new (cw_violation_get_rule_name (violation, design));

  if (violation->level < cw_technology_get_n_levels (technology))
    g_string_append_printf (note, " · %s",
                            cw_technology_get_level (technology, violation->level)->name);
  for (guint i = 0; i < G_N_ELEMENTS (violation->items); i++)
    if (violation->items[i] != CW_ID_NONE)
      {
        g_autofree char *name
            = cw_connect_dup_item_name (design, violation->items[i], violation->parts[i]);

        g_string_append_printf (note, "%s%s", i == 0 ? " · " : ", ", name);
      }
  if (waiver != NULL)
    {
      g_string_append (note, " · ");
      g_string_append_printf (note, _ ("waived: %s"), waiver->reason);
      if (waiver->date != NULL && *waiver->date != '\0')
        g_string_append_printf (note, " (%s)", waiver->date);
    }
  else if (is_new)
    g_string_append_printf (note, " · %s", _ ("new"));
  else if (is_seen)
    g_string_append_printf (note, " · %s", _ ("seen"));

  return g_string_free (note, FALSE);
}

/**
 * cw_check_row_show:
 * @row: a row
 * @violation: what to show
 * @design: the design that was checked
 * @waiver: (nullable): its waiver
 * @is_new: whether the run before did not have it
 * @is_seen: whether the user chose it before
 *
 * Shows a violation in a row.
 */
void
cw_check_row_show (GtkWidget *row, const CwViolation *violation, const CwDesign *design,
                   const CwWaiver *waiver, gboolean is_new, gboolean is_seen)
{
  gboolean is_error = violation->severity == CW_SEVERITY_ERROR;
  GtkWidget *icon = gtk_widget_get_first_child (row);
  GtkWidget *lines = gtk_widget_get_next_sibling (icon);
  GtkWidget *text = gtk_widget_get_first_child (lines);
  GtkWidget *note = gtk_widget_get_next_sibling (text);
  g_autofree char *words = cw_violation_format (violation, design);
  g_autofree char *details = dup_note (violation, design, waiver, is_new, is_seen);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                is_error ? "cw-error-symbolic" : "cw-warning-symbolic");
  set_class (icon, "error", is_error && waiver == NULL);
  set_class (icon, "warning", !is_error && waiver == NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  waiver != NULL ? _ ("Waived")
                                  : is_error     ? _ ("Error")
                                                 : _ ("Warning"),
                                  -1);
  gtk_label_set_text (GTK_LABEL (text), words);
  gtk_label_set_text (GTK_LABEL (note), details);
  gtk_widget_set_tooltip_text (row, words);
  set_class (text, "unseen", !is_seen && waiver == NULL);
  set_class (text, "waived", waiver != NULL);
  set_class (row, "waived-row", waiver != NULL);
}
