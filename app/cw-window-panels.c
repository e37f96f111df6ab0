/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-window-private.h"

/* The lists at the lower right, and going from pane to pane. */

static void
show_panel (CwWindow *self, GtkWidget *panel)
{
  g_action_group_change_action_state (G_ACTION_GROUP (self), "panels",
                                      g_variant_new_boolean (TRUE));
  gtk_stack_set_visible_child (GTK_STACK (self->findings), panel);
  if (!gtk_widget_grab_focus (panel))
    gtk_widget_child_focus (panel, GTK_DIR_TAB_FORWARD);
}

static void
run_show_checks (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_panel (data, ((CwWindow *) data)->checks);
}

static void
run_show_nets (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_panel (data, ((CwWindow *) data)->nets);
}

static void
run_show_search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_panel (data, ((CwWindow *) data)->search);
}

static void
run_show_history (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_panel (data, ((CwWindow *) data)->history);
}

static void
run_show_claims (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_panel (data, ((CwWindow *) data)->claims);
}

static void
run_focus_canvas (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (((CwWindow *) data)->canvas);
}

static void
run_level_preset (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  guint preset = (guint) g_variant_get_int32 (parameter) - 1;

  if (preset < CW_N_LEVEL_PRESETS && !cw_level_panel_recall (CW_LEVEL_PANEL (self->levels), preset))
    cw_window_tell (self, _ ("No levels are stored here: right click on a level"));
}

static void
run_store_level_preset (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CwWindow *self = data;
  guint preset = (guint) g_variant_get_int32 (parameter) - 1;
  g_autofree char *text = NULL;

  if (preset >= CW_N_LEVEL_PRESETS)
    return;
  cw_level_panel_store (CW_LEVEL_PANEL (self->levels), preset);
  text = g_strdup_printf (_ ("Levels stored: Alt+F%u shows them again"), preset + 1);
  cw_window_tell (self, text);
}

static void
focus_pane (CwWindow *self, int step)
{
  GtkWidget *panes[] = { self->canvas, self->section, self->left,    self->properties, self->checks,
                         self->nets,   self->search,  self->history, self->claims,     self->flow };
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  int n = G_N_ELEMENTS (panes);
  int at = 0;

  for (int i = 0; i < n; i++)
    if (focus != NULL && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      at = i;
  for (int i = 1; i <= n; i++)
    {
      GtkWidget *pane = panes[(at + i * step + i * n) % n];

      if (gtk_widget_get_mapped (pane)
          && (gtk_widget_grab_focus (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)))
        return;
    }
}

static void
run_next_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  focus_pane (data, 1);
}

static void
run_previous_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  focus_pane (data, -1);
}

static const GActionEntry entries[] = {
  { .name = "next-pane", .activate = run_next_pane },
  { .name = "previous-pane", .activate = run_previous_pane },
  { .name = "focus-canvas", .activate = run_focus_canvas },
  { .name = "level-preset", .activate = run_level_preset, .parameter_type = "i" },
  { .name = "store-level-preset", .activate = run_store_level_preset, .parameter_type = "i" },
  { .name = "show-checks", .activate = run_show_checks },
  { .name = "show-nets", .activate = run_show_nets },
  { .name = "show-search", .activate = run_show_search },
  { .name = "show-history", .activate = run_show_history },
  { .name = "show-claims", .activate = run_show_claims },
};

/**
 * cw_window_add_panel_actions:
 * @self: a window
 *
 * Adds the commands that show the panels.
 */
void
cw_window_add_panel_actions (CwWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * cw_window_update_panel_actions:
 * @self: a window
 *
 * Enables them when there is a document.
 */
void
cw_window_update_panel_actions (CwWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    cw_window_enable (self, entries[i].name, self->editor != NULL);
}

/**
 * cw_window_set_panels_editor:
 * @self: a window
 *
 * Shows the window's document in the lists of nets, of what is found and of what was done.
 */
void
cw_window_set_panels_editor (CwWindow *self)
{
  cw_net_panel_set_editor (CW_NET_PANEL (self->nets), self->editor);
  cw_search_panel_set_editor (CW_SEARCH_PANEL (self->search), self->editor);
  cw_history_panel_set_editor (CW_HISTORY_PANEL (self->history), self->editor);
}

static void
view_changed (CwWindow *self)
{
  CwPlanView view;

  cw_canvas_get_view (CW_CANVAS (self->canvas), &view);
  cw_check_panel_set_area (CW_CHECK_PANEL (self->checks),
                           cw_plan_view_get_box (&view, gtk_widget_get_width (self->canvas),
                                                 gtk_widget_get_height (self->canvas), 0));
}

/**
 * cw_window_make_findings:
 * @self: a window
 *
 * Makes the lists at the lower right, of which one is shown.
 *
 * Returns: (transfer floating): the lists with their tabs
 */
GtkWidget *
cw_window_make_findings (CwWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->checks = cw_check_panel_new ();
  self->nets = cw_net_panel_new ();
  self->search = cw_search_panel_new ();
  self->history = cw_history_panel_new ();
  self->claims = cw_claims_panel_new ();
  self->findings = gtk_stack_new ();
  g_signal_connect_object (self->canvas, "view-changed", G_CALLBACK (view_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_titled (GTK_STACK (self->findings), self->checks, "checks", _ ("Checks"));
  gtk_stack_add_titled (GTK_STACK (self->findings), self->nets, "nets", _ ("Nets"));
  gtk_stack_add_titled (GTK_STACK (self->findings), self->search, "search", _ ("Find"));
  gtk_stack_add_titled (GTK_STACK (self->findings), self->history, "history", _ ("History"));
  gtk_stack_add_titled (GTK_STACK (self->findings), self->claims, "claims", _ ("Claims"));
  gtk_stack_add_titled (GTK_STACK (self->findings), cw_window_make_flow (self), "process",
                        _ ("Process"));
  gtk_stack_set_hhomogeneous (GTK_STACK (self->findings), FALSE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->findings));
  gtk_widget_add_css_class (switcher, "findings");
  gtk_widget_set_vexpand (self->findings, TRUE);
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), self->findings);

  return box;
}
