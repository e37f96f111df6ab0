/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/cw-check-panel-private.h"

/* the violation of a row, NULL when there is none */
const CwViolation *
cw_check_panel_get_violation (CwCheckPanel *self, guint position, guint *index)
{
  *index = 0;
  if (self->result == NULL || position >= self->shown->len)
    return NULL;
  *index = g_array_index (self->shown, guint, position);

  return cw_check_result_get_violation (self->result, *index);
}

/* what waives a violation of the list, NULL for nothing */
const CwWaiver *
cw_check_panel_get_waiver (CwCheckPanel *self, guint index)
{
  CwCheckResult *result = cw_checker_get_result (self->checker);

  if (result == NULL || result != self->result)
    return NULL;

  return cw_design_get_waiver (cw_check_result_get_design (result),
                               cw_checker_get_waiver (self->checker, index));
}

static void
reason_given (CwCheckPanel *self)
{
  g_autoptr (GError) error = NULL;

  if (!cw_check_panel_waive_as (self, gtk_editable_get_text (GTK_EDITABLE (self->reason)), &error))
    {
      gtk_widget_add_css_class (self->reason, "error");
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->list);
}

/* asks for the reason of a waiver */
void
cw_check_panel_make_popover (CwCheckPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Why may this violation stay?"));
  GtkWidget *waive = gtk_button_new_with_label (_ ("Waive"));

  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _ ("Reason"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->reason), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason of the waiver"), -1);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (reason_given), self);
  g_signal_connect_swapped (waive, "clicked", G_CALLBACK (reason_given), self);
  gtk_widget_add_css_class (waive, "suggested-action");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), waive);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, self->summary);
}

/**
 * cw_check_panel_waive:
 * @self: a panel
 *
 * Asks why the violation of the selected row may stay; takes the waiver back when it has one.
 */
void
cw_check_panel_waive (CwCheckPanel *self)
{
  guint index;
  const CwViolation *violation;

  g_return_if_fail (CW_IS_CHECK_PANEL (self));

  violation = cw_check_panel_get_violation (
      self, gtk_single_selection_get_selected (self->selection), &index);
  if (violation == NULL)
    return;
  if (cw_check_panel_get_waiver (self, index) != NULL)
    {
      cw_check_panel_waive_as (self, NULL, NULL);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_remove_css_class (self->reason, "error");
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->reason);
}

/**
 * cw_check_panel_waive_as:
 * @self: a panel
 * @reason: (nullable): why the violation of the selected row may stay, %NULL to take its waiver back
 * @error: return location for an error
 *
 * Waives the violation of the selected row in one undo step.
 *
 * Returns: whether it did
 */
gboolean
cw_check_panel_waive_as (CwCheckPanel *self, const char *reason, GError **error)
{
  guint index;
  const CwViolation *violation;
  g_autoptr (CwEdit) edit = NULL;
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");

  g_return_val_if_fail (CW_IS_CHECK_PANEL (self), FALSE);

  violation = cw_check_panel_get_violation (
      self, gtk_single_selection_get_selected (self->selection), &index);
  if (violation == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no violation is selected");
      return FALSE;
    }
  edit = cw_edit_new (cw_editor_get_design (self->editor));
  if (reason != NULL)
    {
      if (cw_violation_waive (violation, edit, cw_check_result_get_design (self->result), reason,
                              date, error)
          == CW_ID_NONE)
        return FALSE;
    }
  else if (!cw_edit_remove (edit, cw_checker_get_waiver (self->checker, index), error))
    return FALSE;
  next = cw_edit_finish (edit, NULL);
  cw_editor_commit (self->editor, next,
                    reason != NULL ? _ ("Waive a violation") : _ ("Open a waived violation"));

  return TRUE;
}
