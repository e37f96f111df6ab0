/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-window.h"

#include <glib/gi18n.h>

#include "app/cw-window-private.h"

#define TOAST_TIME 4 /* [s] */

G_DEFINE_FINAL_TYPE (CwWindow, cw_window, GTK_TYPE_APPLICATION_WINDOW)

static void
drop_editor (CwWindow *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_selection (self->editor), self);
  cw_checker_cancel (self->checker);
  g_clear_object (&self->checker);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->flow_of, cw_technology_unref);
  g_clear_pointer (&self->names, cw_name_index_unref);
}

static void
cw_window_dispose (GObject *object)
{
  CwWindow *self = CW_WINDOW (object);

  g_clear_handle_id (&self->toast_end, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  drop_editor (self);
  g_clear_object (&self->file);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cw_window_parent_class)->dispose (object);
}

static void
cw_window_class_init (CwWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cw_window_close_request;
}

static void
section_hovered (CwWindow *self, gboolean inside, double s, double z)
{
  cw_status_bar_show_section (CW_STATUS_BAR (self->status), inside, s, z);
}

static void
cw_window_init (CwWindow *self)
{
  int width;
  int height;

  self->settings = g_settings_new ("org.chipwright.Chipwright");
  self->violation = -1;
  cw_window_add_actions (self);
  cw_window_build (self);
  cw_window_add_controllers (self);
  cw_window_follow_preferences (self);
  cw_window_bind_view (self);
  g_signal_connect_swapped (self->section, "hovered", G_CALLBACK (section_hovered), self);
  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_window_set_icon_name (GTK_WINDOW (self), "org.chipwright.Chipwright");
  cw_window_update_title (self);
  cw_window_update_actions (self);
}

/**
 * cw_window_new:
 * @application: the application
 *
 * Makes a window without a document.
 *
 * Returns: (transfer none): the window, which GTK owns
 */
CwWindow *
cw_window_new (GtkApplication *application)
{
  return g_object_new (CW_TYPE_WINDOW, "application", application, "show-menubar", FALSE, NULL);
}

static void
document_changed (CwWindow *self)
{
  self->violation = -1;
  cw_canvas_set_violation (CW_CANVAS (self->canvas), -1);
  cw_window_update_title (self);
  cw_window_update_actions (self);
}

static void
document_saved (CwWindow *self)
{
  cw_window_update_title (self);
}

/**
 * cw_window_set_editor:
 * @self: a window
 * @design: (transfer none): what to edit
 * @file: (nullable): the file it is from
 *
 * Shows another document.
 */
void
cw_window_set_editor (CwWindow *self, CwDesign *design, GFile *file)
{
  CwEditor *editor = cw_editor_new (design);

  drop_editor (self);
  self->editor = editor;
  self->checker = cw_checker_new (editor);
  self->dim = 0;
  cw_canvas_set_dimmed (CW_CANVAS (self->canvas), FALSE);
  self->violation = -1;
  g_set_object (&self->file, file);
  cw_window_apply_preferences (self);
  /* so that the section shows something from the start */
  if (cw_design_get_n_items (design, CW_ITEM_DIE) > 0
      || cw_design_get_n_items (design, CW_ITEM_CUT_LINE) > 0)
    cw_tool_host_place_section (cw_editor_get_host (editor));
  cw_canvas_set_editor (CW_CANVAS (self->canvas), editor);
  cw_section_area_set_editor (CW_SECTION_AREA (self->section), editor);
  cw_window_set_section_editor (self);
  cw_level_panel_set_editor (CW_LEVEL_PANEL (self->levels), editor);
  cw_setup_panel_set_editor (CW_SETUP_PANEL (self->setup), editor);
  cw_property_panel_set_editor (CW_PROPERTY_PANEL (self->properties), editor);
  cw_tool_options_set_editor (CW_TOOL_OPTIONS (self->options), editor);
  cw_check_panel_set_checker (CW_CHECK_PANEL (self->checks), editor, self->checker);
  cw_claims_panel_set_editor (CW_CLAIMS_PANEL (self->claims), editor);
  cw_window_set_panels_editor (self);
  cw_status_bar_set_editor (CW_STATUS_BAR (self->status), editor, self->checker);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed",
                            G_CALLBACK (document_changed), self);
  g_signal_connect_swapped (cw_editor_get_document (editor), "saved", G_CALLBACK (document_saved),
                            self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "requested",
                            G_CALLBACK (cw_window_handle_request), self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed",
                            G_CALLBACK (cw_window_update_actions), self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed",
                            G_CALLBACK (cw_window_follow_level), self);
  g_signal_connect_swapped (cw_editor_get_selection (editor), "changed",
                            G_CALLBACK (cw_window_update_actions), self);
  g_signal_connect_swapped (editor, "tool-changed", G_CALLBACK (cw_window_update_actions), self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "editor");
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_grab_focus (self->canvas);
  cw_window_update_title (self);
  cw_window_update_actions (self);
  cw_checker_run (self->checker);
  cw_window_index_names (self);
}

/**
 * cw_window_update_title:
 * @self: a window
 *
 * Names the document in the title, and says whether it is saved.
 */
void
cw_window_update_title (CwWindow *self)
{
  gboolean modified
      = self->editor != NULL && cw_document_is_modified (cw_editor_get_document (self->editor));
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  const char *design = NULL;

  if (self->editor == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Chipwright"));
      gtk_label_set_text (GTK_LABEL (self->title), _ ("Chipwright"));
      gtk_label_set_text (GTK_LABEL (self->subtitle), "");
      gtk_widget_set_visible (self->subtitle, FALSE);
      return;
    }
  design = cw_design_get_name (cw_editor_get_design (self->editor));
  name = self->file != NULL ? g_file_get_basename (self->file) : g_strdup (_ ("Unsaved package"));
  title = g_strdup_printf ("%s%s", modified ? "● " : "", name);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), design != NULL ? design : "");
  gtk_widget_set_visible (self->subtitle, design != NULL && *design != '\0');
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/**
 * cw_window_set_busy:
 * @self: a window
 * @busy: whether one more file is read or written, or one less
 *
 * Shows that work goes on.
 */
void
cw_window_set_busy (CwWindow *self, gboolean busy)
{
  self->n_tasks += busy ? 1 : -1u;
  gtk_widget_set_visible (self->spinner, self->n_tasks > 0);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->n_tasks > 0);
}

/**
 * cw_window_show_error:
 * @self: a window
 * @what: what could not be done
 * @why: the reason, and where
 *
 * Tells of an error in a bar that stays until it is closed.
 */
void
cw_window_show_error (CwWindow *self, const char *what, const char *why)
{
  g_autofree char *text = g_markup_printf_escaped ("<b>%s</b>  %s", what, why);

  gtk_label_set_markup (GTK_LABEL (self->bar_text), text);
  gtk_widget_set_visible (self->bar, TRUE);
}

static gboolean
end_toast (gpointer data)
{
  CwWindow *self = data;

  self->toast_end = 0;
  gtk_widget_set_can_target (self->toast, FALSE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->toast), FALSE);

  return G_SOURCE_REMOVE;
}

/* above the lower border of the plan, where it covers no bar and no slider */
static void
place_toast (CwWindow *self)
{
  GtkWidget *overlay = gtk_widget_get_parent (self->toast);
  graphene_rect_t bounds;
  int margin = 0;

  if (gtk_widget_get_mapped (self->canvas)
      && gtk_widget_compute_bounds (self->canvas, overlay, &bounds))
    margin = gtk_widget_get_height (overlay) - (int) (bounds.origin.y + bounds.size.height);
  gtk_widget_set_margin_bottom (self->toast, MAX (margin, 0));
}

/**
 * cw_window_tell:
 * @self: a window
 * @text: a short message
 *
 * Tells the user something that needs no answer.
 */
void
cw_window_tell (CwWindow *self, const char *text)
{
  g_return_if_fail (CW_IS_WINDOW (self) && text != NULL);

  gtk_widget_set_visible (self->toast_button, FALSE);
  gtk_widget_set_can_target (self->toast, FALSE);
  gtk_label_set_text (GTK_LABEL (self->toast_text), text);
  place_toast (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->toast), TRUE);
  g_clear_handle_id (&self->toast_end, g_source_remove);
  self->toast_end = g_timeout_add_seconds (TOAST_TIME, end_toast, self);
}

/**
 * cw_window_get_told:
 * @self: a window
 *
 * Returns: (transfer none): what cw_window_tell () told last
 */
const char *
cw_window_get_told (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->toast_text));
}

/**
 * cw_window_offer:
 * @self: a window
 * @text: a short message
 * @label: what can be done about it
 * @action: detailed name of the action that does it
 *
 * Tells the user something with a button.
 */
void
cw_window_offer (CwWindow *self, const char *text, const char *label, const char *action)
{
  cw_window_tell (self, text);
  gtk_button_set_label (GTK_BUTTON (self->toast_button), label);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->toast_button), action);
  gtk_widget_set_visible (self->toast_button, TRUE);
  gtk_widget_set_can_target (self->toast, TRUE);
}

/**
 * cw_window_is_pristine:
 * @self: a window
 *
 * Returns: whether another document may take the place of the one that is shown
 */
gboolean
cw_window_is_pristine (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), FALSE);

  return self->n_tasks == 0
         && (self->editor == NULL
             || (self->file == NULL
                 && !cw_document_is_modified (cw_editor_get_document (self->editor))));
}

/**
 * cw_window_is_busy:
 * @self: a window
 *
 * Returns: whether a file is being read or written
 */
gboolean
cw_window_is_busy (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), FALSE);

  return self->n_tasks > 0;
}

/**
 * cw_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file of the document
 */
GFile *
cw_window_get_file (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), NULL);

  return self->file;
}

/**
 * cw_window_get_editor:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the document with the tool in hand
 */
CwEditor *
cw_window_get_editor (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), NULL);

  return self->editor;
}

/**
 * cw_window_get_canvas:
 * @self: a window
 *
 * Returns: (transfer none): the plan
 */
CwCanvas *
cw_window_get_canvas (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), NULL);

  return CW_CANVAS (self->canvas);
}

/**
 * cw_window_get_section_area:
 * @self: a window
 *
 * Returns: (transfer none): the cross-section
 */
CwSectionArea *
cw_window_get_section_area (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), NULL);

  return CW_SECTION_AREA (self->section);
}

/**
 * cw_window_get_claims_panel:
 * @self: a window
 *
 * Returns: (transfer none): the list of claims
 */
CwClaimsPanel *
cw_window_get_claims_panel (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), NULL);

  return CW_CLAIMS_PANEL (self->claims);
}

/**
 * cw_window_get_flow_panel:
 * @self: a window
 *
 * Returns: (transfer none): the steps of the process
 */
CwFlowPanel *
cw_window_get_flow_panel (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), NULL);

  return CW_FLOW_PANEL (self->flow);
}

/**
 * cw_window_get_checker:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the checker of the document
 */
CwChecker *
cw_window_get_checker (CwWindow *self)
{
  g_return_val_if_fail (CW_IS_WINDOW (self), NULL);

  return self->checker;
}

/**
 * cw_window_set_theme:
 * @self: a window
 * @kind: which colours
 *
 * Sets the colours of all that is painted.
 */
void
cw_window_set_theme (CwWindow *self, CwThemeKind kind)
{
  g_return_if_fail (CW_IS_WINDOW (self));

  cw_canvas_set_theme (CW_CANVAS (self->canvas), kind);
  cw_section_area_set_theme (CW_SECTION_AREA (self->section), kind);
  cw_level_panel_set_theme (CW_LEVEL_PANEL (self->levels), kind);
}
