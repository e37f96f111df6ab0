/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/cw-level-panel-private.h"

/* The menu of a level. */

/* the settings that the rows show */
const CwToolSettings *
cw_level_panel_get_settings (CwLevelPanel *self)
{
  return cw_tool_host_get_settings (cw_editor_get_host (self->editor));
}

/* sets them */
void
cw_level_panel_set_settings (CwLevelPanel *self, const CwToolSettings *settings)
{
  cw_tool_host_set_settings (cw_editor_get_host (self->editor), settings);
}

/* only this one, and all again */
void
cw_level_panel_show_only (CwLevelPanel *self, guint level)
{
  CwToolSettings settings = *cw_level_panel_get_settings (self);

  settings.visible_levels = settings.visible_levels == cw_level_get_bit (level)
                                ? G_MAXUINT64
                                : cw_level_get_bit (level);
  cw_level_panel_set_settings (self, &settings);
}

static void
run_only (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwLevelPanel *self = CW_LEVEL_PANEL (widget);

  cw_level_panel_show_only (self, self->menu_level);
}

static void
run_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwLevelPanel *self = CW_LEVEL_PANEL (widget);
  CwToolSettings settings = *cw_level_panel_get_settings (self);

  settings.visible_levels = G_MAXUINT64;
  settings.faded_levels = 0;
  cw_level_panel_set_settings (self, &settings);
}

static void
run_fade (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwLevelPanel *self = CW_LEVEL_PANEL (widget);
  CwToolSettings settings = *cw_level_panel_get_settings (self);

  settings.faded_levels ^= cw_level_get_bit (self->menu_level);
  cw_level_panel_set_settings (self, &settings);
}

static void
run_lock (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CwLevelPanel *self = CW_LEVEL_PANEL (widget);
  CwToolSettings settings = *cw_level_panel_get_settings (self);

  settings.locked_levels ^= cw_level_get_bit (self->menu_level);
  cw_level_panel_set_settings (self, &settings);
}

static GMenuModel *
make_menu (CwLevelPanel *self)
{
  const CwToolSettings *settings = cw_level_panel_get_settings (self);
  guint64 bit = cw_level_get_bit (self->menu_level);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) views = g_menu_new ();
  g_autoptr (GMenu) stores = g_menu_new ();

  g_menu_append (menu,
                 settings->visible_levels == bit ? _ ("Show all levels") : _ ("Show only this"),
                 "levels.only");
  g_menu_append (menu, _ ("Show all, none faded"), "levels.all");
  g_menu_append (menu, (settings->faded_levels & bit) != 0 ? _ ("Do not fade") : _ ("Fade"),
                 "levels.fade");
  g_menu_append (menu, (settings->locked_levels & bit) != 0 ? _ ("Unlock") : _ ("Lock"),
                 "levels.lock");
  for (int i = 1; i <= CW_N_LEVEL_PRESETS; i++)
    {
      g_autofree char *recall = g_strdup_printf ("win.level-preset(%d)", i);
      g_autofree char *store = g_strdup_printf ("win.store-level-preset(%d)", i);
      g_autofree char *view = g_strdup_printf (_ ("View %d"), i);

      if (self->presets[i - 1].is_stored)
        g_menu_append (views, view, recall);
      g_menu_append (stores, view, store);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (views)) > 0)
    g_menu_append_submenu (menu, _ ("Recall levels"), G_MENU_MODEL (views));
  g_menu_append_submenu (menu, _ ("Store levels as"), G_MENU_MODEL (stores));

  return G_MENU_MODEL (menu);
}

static void
row_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CwLevelPanel *self)
{
  CwLevelRow *row = cw_level_panel_find_row (self, x, y, FALSE);
  g_autoptr (GMenuModel) model = NULL;
  double at_x;
  double at_y;

  if (row == NULL || self->editor == NULL)
    return;
  self->menu_level = row->level;
  model = make_menu (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_widget_translate_coordinates (self->list, GTK_WIDGET (self), x, y, &at_x, &at_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) at_x, (int) at_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* what the menu does */
void
cw_level_panel_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "levels.only", NULL, run_only);
  gtk_widget_class_install_action (klass, "levels.all", NULL, run_all);
  gtk_widget_class_install_action (klass, "levels.fade", NULL, run_fade);
  gtk_widget_class_install_action (klass, "levels.lock", NULL, run_lock);
}

/* a right click on a row opens the menu */
void
cw_level_panel_make_menu (CwLevelPanel *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (row_pressed), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
}
