/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-commands.h"
#include "app/cw-window-private.h"
#include "widgets/tool/cw-cut-lines.h"

/* what is drawn out by how much; the names are those of the setting */
static const struct
{
  const char *name;
  const char *label;
  double factor;
} stretches[] = {
  { "fitted", N_ ("z fitted"), 0 }, { "true", N_ ("z true"), 1 }, { "2", N_ ("z ×2"), 2 },
  { "5", N_ ("z ×5"), 5 },          { "10", N_ ("z ×10"), 10 },   { "20", N_ ("z ×20"), 20 },
  { "50", N_ ("z ×50"), 50 },
};

static void
apply_looks (CwWindow *self)
{
  CwSectionArea *area = CW_SECTION_AREA (self->section);
  g_autofree char *name = g_settings_get_string (self->settings, "section-stretch");

  cw_section_area_set_look (area, g_settings_get_boolean (self->settings, "section-black-white"),
                            g_settings_get_boolean (self->settings, "section-legend"),
                            g_settings_get_boolean (self->settings, "section-dimensions"));
  for (gsize i = 0; i < G_N_ELEMENTS (stretches); i++)
    if (strcmp (stretches[i].name, name) == 0)
      gtk_menu_button_set_label (GTK_MENU_BUTTON (self->stretch), _ (stretches[i].label));
}

static void
apply_stretch (CwWindow *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "section-stretch");

  for (gsize i = 0; i < G_N_ELEMENTS (stretches); i++)
    if (strcmp (stretches[i].name, name) == 0)
      cw_section_area_set_factor (CW_SECTION_AREA (self->section), stretches[i].factor);
  apply_looks (self);
}

static void
run_rename_cut_line (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_line_chooser_rename (CW_LINE_CHOOSER (self->lines));
}

static void
run_delete_cut_line (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  CwDesign *design = cw_editor_get_design (self->editor);
  CwId line = cw_tool_host_get_cut_line (cw_editor_get_host (self->editor));
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  if (line == CW_ID_NONE)
    return;
  next = cw_cut_lines_remove (design, line, &error);
  if (next == NULL)
    {
      cw_window_show_error (self, _ ("The cut line stays."), error->message);
      return;
    }
  label = g_strdup_printf (_ ("Delete cut line %s"), cw_design_get_cut_line (design, line)->name);
  cw_editor_commit (self->editor, next, label);
}

static void
run_next_cut_line (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_line_chooser_step (CW_LINE_CHOOSER (self->lines), 1);
}

static void
run_previous_cut_line (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_line_chooser_step (CW_LINE_CHOOSER (self->lines), -1);
}

static void
run_next_step (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_step_bar_go (CW_STEP_BAR (self->steps), 1);
}

static void
run_previous_step (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_step_bar_go (CW_STEP_BAR (self->steps), -1);
}

static void
run_first_step (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_step_bar_go (CW_STEP_BAR (self->steps), -CW_MAX_STEPS);
}

static void
run_last_step (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;

  cw_step_bar_go (CW_STEP_BAR (self->steps), CW_MAX_STEPS);
}

static void
change_play (GSimpleAction *action, GVariant *state, gpointer data)
{
  CwWindow *self = data;

  cw_step_bar_set_playing (CW_STEP_BAR (self->steps), g_variant_get_boolean (state));
}

static void
playing_changed (CwWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "play-steps");

  g_simple_action_set_state (
      G_SIMPLE_ACTION (action),
      g_variant_new_boolean (cw_step_bar_is_playing (CW_STEP_BAR (self->steps))));
}

static const GActionEntry entries[] = {
  { .name = "rename-cut-line", .activate = run_rename_cut_line },
  { .name = "delete-cut-line", .activate = run_delete_cut_line },
  { .name = "next-cut-line", .activate = run_next_cut_line },
  { .name = "previous-cut-line", .activate = run_previous_cut_line },
  { .name = "next-step", .activate = run_next_step },
  { .name = "previous-step", .activate = run_previous_step },
  { .name = "first-step", .activate = run_first_step },
  { .name = "last-step", .activate = run_last_step },
  { .name = "play-steps", .state = "false", .change_state = change_play },
};

static const char *const switches[]
    = { "section-black-white", "section-legend", "section-dimensions", "section-stretch" };

/**
 * cw_window_add_section_actions:
 * @self: a window
 *
 * Adds the commands of the section.
 */
void
cw_window_add_section_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, switches[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
}

static const char *const step_actions[]
    = { "next-step", "previous-step", "first-step", "last-step", "play-steps" };

/**
 * cw_window_update_section_actions:
 * @self: a window
 *
 * Enables what can be done with the section now.
 */
void
cw_window_update_section_actions (CwWindow *self)
{
  CwToolHost *host = self->editor != NULL ? cw_editor_get_host (self->editor) : NULL;
  gboolean stored = host != NULL && cw_tool_host_get_cut_line (host) != CW_ID_NONE;
  guint32 n
      = host != NULL ? cw_design_get_n_items (cw_tool_host_get_design (host), CW_ITEM_CUT_LINE) : 0;

  cw_window_enable (self, "rename-cut-line", stored);
  cw_window_enable (self, "delete-cut-line", stored);
  cw_window_enable (self, "next-cut-line", n > 1 || (n > 0 && !stored));
  cw_window_enable (self, "previous-cut-line", n > 1 || (n > 0 && !stored));
  for (gsize i = 0; i < G_N_ELEMENTS (step_actions); i++)
    cw_window_enable (self, step_actions[i], host != NULL);
}

/**
 * cw_window_set_section_editor:
 * @self: a window whose editor was set
 *
 * Shows the cut lines of another document.
 */
void
cw_window_set_section_editor (CwWindow *self)
{
  cw_line_chooser_set_editor (CW_LINE_CHOOSER (self->lines), self->editor);
  cw_step_bar_set_editor (CW_STEP_BAR (self->steps), self->editor);
  cw_flow_panel_set_editor (CW_FLOW_PANEL (self->flow), self->editor);
  g_signal_connect_swapped (cw_editor_get_host (self->editor), "section-changed",
                            G_CALLBACK (cw_window_update_section_actions), self);
}

static GtkWidget *
make_switch (const char *icon, const char *action)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_focus_on_click (button, FALSE);
  cw_commands_add_tooltip (button, action);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (cw_commands_find (action)->label), -1);

  return button;
}

static GtkWidget *
make_stretch (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (stretches); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.section-stretch::%s", stretches[i].name);

      g_menu_append (menu, _ (stretches[i].label), action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, _ ("How much more heights are drawn out than lengths"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("How much more heights are drawn out than lengths"), -1);

  return button;
}

static GtkWidget *
make_bar (CwWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *space = gtk_label_new (NULL);

  gtk_widget_add_css_class (bar, "section-bar");
  self->lines = cw_line_chooser_new ();
  self->stretch = make_stretch ();
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), gtk_label_new (_ ("Cut")));
  gtk_box_append (GTK_BOX (bar), self->lines);
  gtk_box_append (GTK_BOX (bar),
                  cw_window_make_button ("cw-rename-symbolic", NULL, "win.rename-cut-line"));
  gtk_box_append (GTK_BOX (bar),
                  cw_window_make_button ("cw-delete-symbolic", NULL, "win.delete-cut-line"));
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), self->stretch);
  gtk_box_append (GTK_BOX (bar), make_switch ("cw-hatch-symbolic", "win.section-black-white"));
  gtk_box_append (GTK_BOX (bar), make_switch ("cw-dimension-symbolic", "win.section-dimensions"));
  gtk_box_append (GTK_BOX (bar), make_switch ("cw-legend-symbolic", "win.section-legend"));

  return bar;
}

static GtkWidget *
make_steps (CwWindow *self)
{
  GtkWidget *after = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->steps = cw_step_bar_new ();
  gtk_box_append (GTK_BOX (after),
                  cw_window_make_button ("cw-next-symbolic", NULL, "win.next-step"));
  gtk_box_append (GTK_BOX (after), make_switch ("cw-play-symbolic", "win.play-steps"));
  cw_step_bar_pack (CW_STEP_BAR (self->steps),
                    cw_window_make_button ("cw-previous-symbolic", NULL, "win.previous-step"),
                    after);
  g_signal_connect_object (self->steps, "playing-changed", G_CALLBACK (playing_changed), self,
                           G_CONNECT_SWAPPED);

  return self->steps;
}

/**
 * cw_window_make_section:
 * @self: a window
 *
 * Makes the section with what stands around it.
 *
 * Returns: (transfer floating): the pane
 */
GtkWidget *
cw_window_make_section (CwWindow *self)
{
  GtkWidget *pane = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->section = cw_section_area_new ();
  gtk_widget_set_vexpand (self->section, TRUE);
  gtk_widget_set_size_request (self->section, -1, 80);
  gtk_box_append (GTK_BOX (pane), make_bar (self));
  gtk_box_append (GTK_BOX (pane), self->section);
  gtk_box_append (GTK_BOX (pane), make_steps (self));
  self->section_pane = pane;
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (switches); i++)
    {
      g_autofree char *signal = g_strdup_printf ("changed::%s", switches[i]);

      g_signal_connect_object (self->settings, signal, G_CALLBACK (apply_looks), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->settings, "changed::section-stretch", G_CALLBACK (apply_stretch),
                           self, G_CONNECT_SWAPPED);
  apply_stretch (self);

  return pane;
}
