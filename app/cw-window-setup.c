/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <string.h>

#include "app/cw-window-private.h"
#include "widgets/cw-start-sheet.h"

#define LEFT_WIDTH 200  /* of the list of levels [px] */
#define SETUP_WIDTH 480 /* [px] */

/* The package set-up takes the place of the list of levels while it is open. */

static const struct
{
  const char *name;
  const CwSetupInfo *info;
} pages[] = {
  { "general", &cw_setup_general },     { "levels", &cw_setup_levels },
  { "materials", &cw_setup_materials }, { "rules", &cw_setup_rules },
  { "nets", &cw_setup_nets },           { "die-types", &cw_setup_die_types },
  { "dies", &cw_setup_dies },           { "balls", &cw_setup_balls },
  { "panel", &cw_setup_array },
};

static void
change_setup (GSimpleAction *action, GVariant *state, gpointer data)
{
  CwWindow *self = data;
  gboolean shown = g_variant_get_boolean (state) && self->editor != NULL;

  gtk_widget_set_visible (self->setup, shown);
  gtk_widget_set_visible (self->levels, !shown);
  g_simple_action_set_state (action, g_variant_new_boolean (shown));
  if (shown)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (self), "panels",
                                          g_variant_new_boolean (TRUE));
      gtk_widget_grab_focus (self->setup);
    }
  else if (self->editor != NULL)
    gtk_widget_grab_focus (self->canvas);
}

static void
run_show_setup (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  const char *name = g_variant_get_string (parameter, NULL);

  if (self->editor == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (strcmp (pages[i].name, name) == 0)
      cw_setup_panel_show (CW_SETUP_PANEL (self->setup), pages[i].info);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "setup", g_variant_new_boolean (TRUE));
}

static const GActionEntry entries[] = {
  { .name = "setup", .state = "false", .change_state = change_setup },
  { .name = "show-setup", .activate = run_show_setup, .parameter_type = "s" },
};

/**
 * cw_window_add_setup_actions:
 * @self: a window
 *
 * Adds the commands of the package set-up.
 */
void
cw_window_add_setup_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * cw_window_update_setup_actions:
 * @self: a window
 *
 * Enables what can be set up now.
 */
void
cw_window_update_setup_actions (CwWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    cw_window_enable (self, entries[i].name, self->editor != NULL);
}

static void
setup_closed (CwWindow *self)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "setup",
                                      g_variant_new_boolean (FALSE));
}

/**
 * cw_window_make_left:
 * @self: a window
 *
 * Makes the left panel: the list of levels, or the package set-up.
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
cw_window_make_left (CwWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->levels = cw_level_panel_new ();
  self->setup = cw_setup_panel_new ();
  gtk_widget_set_hexpand (self->levels, TRUE);
  gtk_widget_set_hexpand (self->setup, TRUE);
  gtk_widget_set_size_request (self->levels, LEFT_WIDTH, -1);
  gtk_widget_set_size_request (self->setup, SETUP_WIDTH, -1);
  gtk_widget_set_visible (self->setup, FALSE);
  g_signal_connect_swapped (self->setup, "closed", G_CALLBACK (setup_closed), self);
  gtk_box_append (GTK_BOX (box), self->levels);
  gtk_box_append (GTK_BOX (box), self->setup);

  return box;
}

static void
end_sheet (CwWindow *self)
{
  GtkWidget *sheet = gtk_stack_get_child_by_name (GTK_STACK (self->pages), "new");

  gtk_stack_set_visible_child_name (GTK_STACK (self->pages),
                                    self->editor != NULL ? "editor" : "start");
  if (sheet != NULL)
    gtk_stack_remove (GTK_STACK (self->pages), sheet);
  if (self->editor != NULL)
    gtk_widget_grab_focus (self->canvas);
}

/* a window that was made for the new package goes with it */
static void
sheet_cancelled (CwWindow *self)
{
  gboolean is_own = self->editor == NULL
                    && g_object_get_data (G_OBJECT (self->pages), "cw-made-for-sheet") != NULL;

  end_sheet (self);
  if (is_own)
    gtk_window_close (GTK_WINDOW (self));
}

static void
sheet_accepted (CwWindow *self)
{
  GtkWidget *sheet = gtk_stack_get_child_by_name (GTK_STACK (self->pages), "new");
  g_autoptr (CwDesign) design = cw_start_sheet_make_design (CW_START_SHEET (sheet));

  if (design == NULL)
    return; /* the sheet says why */
  end_sheet (self);
  cw_window_set_editor (self, design, NULL);
  cw_window_tell (self, _ ("Next: die types, nets and bonding pads in the package set-up (F4)"));
}

/**
 * cw_window_new_package:
 * @self: a window
 *
 * Asks what a new package shall be and begins it, in another window when this one has a document that
 * must not go.
 */
void
cw_window_new_package (CwWindow *self)
{
  CwWindow *window = self;
  GtkWidget *sheet;

  if (!cw_window_is_pristine (self))
    {
      window = cw_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      g_object_set_data (G_OBJECT (window->pages), "cw-made-for-sheet", window);
      gtk_window_present (GTK_WINDOW (window));
    }
  sheet = gtk_stack_get_child_by_name (GTK_STACK (window->pages), "new");
  if (sheet == NULL)
    {
      sheet = cw_start_sheet_new ();
      g_signal_connect_swapped (sheet, "cancelled", G_CALLBACK (sheet_cancelled), window);
      g_signal_connect_swapped (sheet, "accepted", G_CALLBACK (sheet_accepted), window);
      gtk_stack_add_named (GTK_STACK (window->pages), sheet, "new");
    }
  gtk_stack_set_visible_child_name (GTK_STACK (window->pages), "new");
  gtk_widget_grab_focus (sheet);
}
