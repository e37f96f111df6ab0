/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-commands.h"
#include "app/cw-window-private.h"

#define PANEL_WIDTH 320 /* [px] */

/**
 * cw_window_make_button:
 * @icon: name of its icon
 * @label: (nullable): its words, %NULL for none
 * @action: what it does
 *
 * Makes a button of a command, with its tooltip.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
cw_window_make_button (const char *icon, const char *label, const char *action)
{
  const CwCommand *command = cw_commands_find (action);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  if (label != NULL)
    gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  cw_commands_add_tooltip (button, action);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL || command == NULL ? label : _ (command->label),
                                  -1);

  return button;
}

static GtkWidget *
make_linked (GtkWidget *first, GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);

  return box;
}

static void
add_items (GMenu *menu, const char *const *actions)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (gsize i = 0; actions[i] != NULL; i++)
    {
      const CwCommand *command = cw_commands_find (actions[i]);

      if (command != NULL)
        g_menu_append (section, _ (command->label), actions[i]);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GtkWidget *
make_menu (void)
{
  static const char *const files[] = { "win.new", "win.open", "win.save", "win.save-as", NULL };
  static const char *const exports[] = { "win.export-gerber", "win.export-picture",
                                         "win.export-panel", "win.export-traveller", NULL };
  static const char *const views[] = { "win.panels", "win.section", "win.show-claims", NULL };
  static const char *const setups[] = { "win.setup", "win.show-setup::die-types",
                                        "win.show-setup::nets", "win.show-setup::balls", NULL };
  static const char *const helps[]
      = { "win.preferences", "win.help", "win.show-shortcuts", "app.copy-version", "app.about",
          "app.quit",        NULL };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) themes = g_menu_new ();
  g_autoptr (GMenuModel) samples = cw_window_make_sample_menu ();

  add_items (menu, files);
  g_menu_append_submenu (menu, _ ("Open a sample"), samples);
  add_items (menu, exports);
  add_items (menu, views);
  add_items (menu, setups);
  g_menu_append (themes, _ ("As the desktop"), "app.theme::system");
  g_menu_append (themes, _ ("Light"), "app.theme::light");
  g_menu_append (themes, _ ("Dark"), "app.theme::dark");
  g_menu_append (themes, _ ("High contrast"), "app.theme::high-contrast");
  g_menu_append_submenu (menu, _ ("Theme"), G_MENU_MODEL (themes));
  add_items (menu, helps);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Menu (F10)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Menu"), -1);

  return button;
}

static GtkWidget *
make_title (CwWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = gtk_label_new (NULL);
  self->subtitle = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "title");
  gtk_widget_add_css_class (self->subtitle, "subtitle");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_ellipsize (GTK_LABEL (self->subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->subtitle);

  return box;
}

static GtkWidget *
make_header (CwWindow *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkHeaderBar *bar = GTK_HEADER_BAR (header);

  self->undo = cw_window_make_button ("cw-undo-symbolic", NULL, "win.undo");
  self->redo = cw_window_make_button ("cw-redo-symbolic", NULL, "win.redo");
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_header_bar_set_title_widget (bar, make_title (self));
  gtk_header_bar_pack_start (bar,
                             cw_window_make_button ("cw-open-symbolic", _ ("Open"), "win.open"));
  gtk_header_bar_pack_start (bar,
                             cw_window_make_button ("cw-save-symbolic", _ ("Save"), "win.save"));
  gtk_header_bar_pack_start (bar, make_linked (self->undo, self->redo));
  gtk_header_bar_pack_start (
      bar, cw_window_make_button ("cw-layers-symbolic", _ ("Package set-up"), "win.setup"));
  gtk_header_bar_pack_start (bar, self->spinner);
  gtk_header_bar_pack_end (bar, make_menu ());
  gtk_header_bar_pack_end (
      bar, cw_window_make_button ("cw-light-dark-symbolic", NULL, "win.toggle-theme"));
  gtk_header_bar_pack_end (
      bar, cw_window_make_button ("cw-export-symbolic", _ ("Export"), "win.export-gerber"));

  return header;
}

static GtkWidget *
make_toolbar (CwWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *space = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  gtk_widget_add_css_class (bar, "tools");
  cw_window_add_tools (self, GTK_BOX (bar));
  self->options = cw_tool_options_new ();
  gtk_widget_add_css_class (self->options, "tool-options");
  gtk_box_append (GTK_BOX (bar), self->options);
  gtk_widget_add_css_class (space, "spacer");
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar),
                  cw_window_make_button ("cw-zoom-out-symbolic", NULL, "win.zoom-out"));
  gtk_box_append (GTK_BOX (bar),
                  cw_window_make_button ("cw-zoom-in-symbolic", NULL, "win.zoom-in"));
  gtk_box_append (GTK_BOX (bar), cw_window_make_button ("cw-fit-symbolic", NULL, "win.fit"));
  gtk_box_append (GTK_BOX (bar),
                  cw_window_make_button ("cw-check-symbolic", _ ("Check"), "win.check"));

  return bar;
}

/* once the height is known, the section gets the one it had last */
static gboolean
place_divide (GtkWidget *split, GdkFrameClock *clock, gpointer data)
{
  CwWindow *self = data;
  int height = gtk_widget_get_height (split);

  if (height < 2)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (GTK_PANED (split),
                          height - g_settings_get_int (self->settings, "section-height"));

  return G_SOURCE_REMOVE;
}

/* the panel at the right begins as wide as it must be, however long its texts are */
static gboolean
place_right (GtkWidget *split, GdkFrameClock *clock, gpointer data)
{
  int width = gtk_widget_get_width (split);

  if (width < 2)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (GTK_PANED (split), width - PANEL_WIDTH);

  return G_SOURCE_REMOVE;
}

static GtkWidget *
make_centre (CwWindow *self)
{
  self->canvas = cw_canvas_new ();
  self->split = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  gtk_paned_set_start_child (GTK_PANED (self->split), self->canvas);
  gtk_paned_set_end_child (GTK_PANED (self->split), cw_window_make_section (self));
  gtk_paned_set_resize_start_child (GTK_PANED (self->split), TRUE);
  gtk_paned_set_resize_end_child (GTK_PANED (self->split), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->split), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->split), FALSE);
  gtk_widget_add_tick_callback (self->split, place_divide, self, NULL);

  return self->split;
}

/* the properties get a little less than the lists below */
static gboolean
place_lists (GtkWidget *split, GdkFrameClock *clock, gpointer data)
{
  int height = gtk_widget_get_height (split);

  if (height < 2)
    return G_SOURCE_CONTINUE;
  gtk_paned_set_position (GTK_PANED (split), height * 2 / 5);

  return G_SOURCE_REMOVE;
}

static GtkWidget *
make_right (CwWindow *self)
{
  GtkWidget *split = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->properties = cw_property_panel_new ();
  gtk_paned_set_start_child (GTK_PANED (split), self->properties);
  gtk_paned_set_end_child (GTK_PANED (split), cw_window_make_findings (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (split), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (split), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (split), TRUE);
  gtk_paned_set_resize_end_child (GTK_PANED (split), TRUE);
  gtk_widget_add_tick_callback (split, place_lists, NULL, NULL);

  return split;
}

static GtkWidget *
make_editor (CwWindow *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *outer = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *inner = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *centre;

  self->left = cw_window_make_left (self);
  centre = make_centre (self);
  self->right = make_right (self);
  gtk_widget_add_css_class (self->left, "panel");
  gtk_widget_add_css_class (self->right, "panel");
  gtk_widget_set_size_request (self->right, PANEL_WIDTH, -1);
  gtk_paned_set_start_child (GTK_PANED (inner), centre);
  gtk_paned_set_end_child (GTK_PANED (inner), self->right);
  gtk_paned_set_resize_end_child (GTK_PANED (inner), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (inner), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (inner), FALSE);
  gtk_widget_add_tick_callback (inner, place_right, NULL, NULL);
  gtk_paned_set_start_child (GTK_PANED (outer), self->left);
  gtk_paned_set_end_child (GTK_PANED (outer), inner);
  gtk_paned_set_resize_start_child (GTK_PANED (outer), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (outer), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (outer), FALSE);
  gtk_widget_set_vexpand (outer, TRUE);
  self->status = cw_status_bar_new (CW_CANVAS (self->canvas));
  gtk_box_append (GTK_BOX (page), make_toolbar (self));
  gtk_box_append (GTK_BOX (page), outer);
  gtk_box_append (GTK_BOX (page), self->status);

  return page;
}

static void
close_bar (CwWindow *self)
{
  gtk_widget_set_visible (self->bar, FALSE);
}

static GtkWidget *
make_bar (CwWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->bar_text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->bar_text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->bar_text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->bar_text), 0);
  gtk_label_set_selectable (GTK_LABEL (self->bar_text), TRUE);
  gtk_widget_set_hexpand (self->bar_text, TRUE);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _ ("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (close_bar), self);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("cw-error-symbolic"));
  gtk_box_append (GTK_BOX (box), self->bar_text);
  gtk_box_append (GTK_BOX (box), close);
  gtk_widget_add_css_class (box, "error-bar");
  gtk_widget_set_visible (box, FALSE);
  self->bar = box;

  return box;
}

/**
 * cw_window_build:
 * @self: a window
 *
 * Fills the window.
 */
void
cw_window_build (CwWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *told;

  gtk_window_set_titlebar (GTK_WINDOW (self), make_header (self));
  self->pages = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->pages), cw_window_make_start (self), "start");
  gtk_stack_add_named (GTK_STACK (self->pages), make_editor (self), "editor");
  gtk_widget_set_vexpand (self->pages, TRUE);
  self->toast_text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->toast_text), TRUE);
  gtk_widget_add_css_class (self->toast_text, "toast");
  self->toast = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->toast),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  self->toast_button = gtk_button_new ();
  gtk_widget_set_visible (self->toast_button, FALSE);
  gtk_widget_add_css_class (self->toast_button, "toast");
  gtk_widget_set_valign (self->toast_button, GTK_ALIGN_CENTER);
  told = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (told), self->toast_text);
  gtk_box_append (GTK_BOX (told), self->toast_button);
  gtk_revealer_set_child (GTK_REVEALER (self->toast), told);
  gtk_widget_set_halign (self->toast, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->toast, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->toast, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->pages);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->toast);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), cw_window_make_palette (self));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), overlay);
  gtk_window_set_child (GTK_WINDOW (self), box);
  cw_window_list_recent (self);
}
