/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-commands.h"
#include "app/cw-window-private.h"
#include "widgets/tool/cw-keymap.h"
#include "widgets/tool/cw-tool-registry.h"

/* Tools that are alike share a place in the toolbar: a button for the one that was used last, and beside
 * it an arrow that opens the list of them all. */

static char *
dup_action (const CwToolInfo *info)
{
  return g_strdup_printf ("win.tool::%s", info->name);
}

static void
describe (GtkWidget *button, const CwToolInfo *info)
{
  g_autofree char *action = dup_action (info);

  cw_commands_add_tooltip (button, action);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);
}

static GtkWidget *
make_face (const CwToolInfo *info)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ (info->label)));

  return box;
}

/* as wide as the tool that it shows: as wide as the widest one, all of them would not fit on small screens */
static GtkWidget *
make_main (const char *group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *stack = gtk_stack_new ();

  gtk_stack_set_hhomogeneous (GTK_STACK (stack), FALSE);
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const CwToolInfo *info = cw_tool_registry_get (i);

      if (strcmp (info->group, group) == 0)
        gtk_stack_add_named (GTK_STACK (stack), make_face (info), info->name);
    }
  gtk_button_set_child (GTK_BUTTON (button), stack);
  gtk_widget_set_focus_on_click (button, FALSE);
  describe (button, cw_tool_registry_find (group));

  return button;
}

#define ACTION_KEY "cw-tool-action"

static void
show_key (GtkWidget *label)
{
  g_autofree char *key = cw_commands_dup_keys (g_object_get_data (G_OBJECT (label), ACTION_KEY));

  gtk_label_set_text (GTK_LABEL (label), key != NULL ? key : "");
}

static GtkWidget *
make_row (const CwToolInfo *info, GtkPopover *popover)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *face = make_face (info);
  GtkWidget *key = gtk_label_new (NULL);

  gtk_widget_add_css_class (key, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (key), 1);
  gtk_widget_set_hexpand (key, TRUE);
  gtk_widget_set_margin_start (key, 18);
  g_object_set_data_full (G_OBJECT (key), ACTION_KEY, dup_action (info), g_free);
  g_signal_connect_object (cw_keymap_get_default (), "changed", G_CALLBACK (show_key), key,
                           G_CONNECT_SWAPPED);
  show_key (key);
  gtk_box_append (GTK_BOX (face), key);
  gtk_button_set_child (GTK_BUTTON (button), face);
  gtk_widget_add_css_class (button, "flat");
  describe (button, info);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover);

  return button;
}

static GtkWidget *
make_arrow (const char *group)
{
  GtkWidget *arrow = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const CwToolInfo *info = cw_tool_registry_get (i);

      if (strcmp (info->group, group) == 0)
        gtk_box_append (GTK_BOX (box), make_row (info, GTK_POPOVER (popover)));
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (arrow), popover);
  gtk_widget_add_css_class (arrow, "more");
  gtk_widget_set_focus_on_click (arrow, FALSE);
  gtk_widget_set_tooltip_text (arrow, _ ("Tools like this one"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Tools like this one"), -1);

  return arrow;
}

static guint
count_tools (const char *group)
{
  guint n = 0;

  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    n += strcmp (cw_tool_registry_get (i)->group, group) == 0;

  return n;
}

/* the button of a group is the tool of it that is in hand */
static void
show_tool (GActionGroup *actions, const char *name, GVariant *state, GtkWidget *button)
{
  const CwToolInfo *info = cw_tool_registry_find (g_variant_get_string (state, NULL));
  GtkWidget *stack = gtk_button_get_child (GTK_BUTTON (button));

  if (info == NULL || gtk_stack_get_child_by_name (GTK_STACK (stack), info->name) == NULL)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (stack), info->name);
  describe (button, info);
}

/**
 * cw_window_add_tools:
 * @self: a window
 * @bar: where to add them
 *
 * Adds a button for each group of tools to the toolbar.
 */
void
cw_window_add_tools (CwWindow *self, GtkBox *bar)
{
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const CwToolInfo *info = cw_tool_registry_get (i);
      GtkWidget *button;
      GtkWidget *box;

      if (strcmp (info->group, info->name) != 0)
        continue;
      button = make_main (info->group);
      g_signal_connect_object (self, "action-state-changed::tool", G_CALLBACK (show_tool), button,
                               0);
      if (count_tools (info->group) == 1)
        {
          gtk_box_append (bar, button);
          continue;
        }
      box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (box, "linked");
      gtk_box_append (GTK_BOX (box), button);
      gtk_box_append (GTK_BOX (box), make_arrow (info->group));
      gtk_box_append (bar, box);
    }
}
