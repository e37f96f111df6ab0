/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-setup-panel.h"

#include <glib/gi18n.h>

static const CwSetupInfo *const pages[]
    = { &cw_setup_general,   &cw_setup_levels, &cw_setup_materials, &cw_setup_rules, &cw_setup_nets,
        &cw_setup_die_types, &cw_setup_dies,   &cw_setup_balls,     &cw_setup_array };

struct _CwSetupPanel
{
  GtkWidget parent_instance;

  GtkWidget *book;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSetupPanel, cw_setup_panel, GTK_TYPE_WIDGET)

static void
close_panel (CwSetupPanel *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwSetupPanel *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  close_panel (self);
  return GDK_EVENT_STOP;
}

static gboolean
cw_setup_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (CW_SETUP_PANEL (widget)->book, GTK_DIR_TAB_FORWARD);
}

static void
cw_setup_panel_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cw_setup_panel_parent_class)->dispose (object);
}

static void
cw_setup_panel_class_init (CwSetupPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_setup_panel_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = cw_setup_panel_grab_focus;

  /**
   * CwSetupPanel::closed:
   * @self: a panel
   *
   * The user is done.
   */
  signals[CLOSED] = g_signal_new ("closed", CW_TYPE_SETUP_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_header (CwSetupPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_ ("Package set-up"));
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "panel-title");
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_tooltip_text (close, _ ("Close; all that was set stays (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close the package set-up"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_panel), self);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), close);

  return box;
}

static void
cw_setup_panel_init (CwSetupPanel *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->book = gtk_notebook_new ();
  gtk_notebook_set_tab_pos (GTK_NOTEBOOK (self->book), GTK_POS_LEFT);
  gtk_notebook_set_scrollable (GTK_NOTEBOOK (self->book), TRUE);
  gtk_notebook_set_show_border (GTK_NOTEBOOK (self->book), FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *label = gtk_label_new (_ (pages[i]->title));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_notebook_append_page (GTK_NOTEBOOK (self->book), cw_setup_page_new (pages[i]), label);
    }
  gtk_widget_set_vexpand (self->book, TRUE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_set_parent (make_header (self), GTK_WIDGET (self));
  gtk_widget_set_parent (self->book, GTK_WIDGET (self));
}

/**
 * cw_setup_panel_new:
 *
 * Makes a panel without a document.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_setup_panel_new (void)
{
  return g_object_new (CW_TYPE_SETUP_PANEL, NULL);
}

/**
 * cw_setup_panel_set_editor:
 * @self: a panel
 * @editor: (nullable): whose package to set up
 *
 * Sets the document.
 */
void
cw_setup_panel_set_editor (CwSetupPanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_SETUP_PANEL (self));

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    cw_setup_page_set_editor (cw_setup_panel_get_page (self, pages[i]), editor);
}

/**
 * cw_setup_panel_show:
 * @self: a panel
 * @info: a page
 *
 * Turns to a page.
 */
void
cw_setup_panel_show (CwSetupPanel *self, const CwSetupInfo *info)
{
  g_return_if_fail (CW_IS_SETUP_PANEL (self));

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i] == info)
      gtk_notebook_set_current_page (GTK_NOTEBOOK (self->book), (int) i);
}

/**
 * cw_setup_panel_get_page:
 * @self: a panel
 * @info: a page
 *
 * Returns: (transfer none) (nullable): its widget
 */
CwSetupPage *
cw_setup_panel_get_page (CwSetupPanel *self, const CwSetupInfo *info)
{
  g_return_val_if_fail (CW_IS_SETUP_PANEL (self), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i] == info)
      return CW_SETUP_PAGE (gtk_notebook_get_nth_page (GTK_NOTEBOOK (self->book), (int) i));

  return NULL;
}
