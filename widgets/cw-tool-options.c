/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-tool-options.h"

#include <glib/gi18n.h>

struct _CwToolOptions
{
  GtkWidget parent_instance;

  CwEditor *editor;
  GtkWidget *types;      /* of dies to place */
  GtkWidget *angles;     /* of traces */
  GtkWidget *behaviours; /* of traces at rules */
  GArray *type_ids;      /* of CwId, as listed */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (CwToolOptions, cw_tool_options, GTK_TYPE_WIDGET)

static CwToolSettings
get_settings (CwToolOptions *self)
{
  return *cw_tool_host_get_settings (cw_editor_get_host (self->editor));
}

static gboolean
add_type (CwId id, gconstpointer item, gpointer user_data)
{
  CwToolOptions *self = user_data;

  g_array_append_val (self->type_ids, id);

  return TRUE;
}

static void
list_types (CwToolOptions *self)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  CwId chosen = get_settings (self).die_type;
  guint selected = 0;

  g_array_set_size (self->type_ids, 0);
  cw_design_foreach (design, CW_ITEM_DIE_TYPE, add_type, self);
  for (guint i = 0; i < self->type_ids->len; i++)
    {
      CwId id = g_array_index (self->type_ids, CwId, i);

      gtk_string_list_append (names, cw_design_get_die_type (design, id)->name);
      if (id == chosen)
        selected = i;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->types), G_LIST_MODEL (names));
  if (self->type_ids->len > 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->types), selected);
}

static void
update (CwToolOptions *self)
{
  const char *tool = cw_tool_get_info (cw_editor_get_tool (self->editor))->name;
  CwToolSettings settings = get_settings (self);
  gboolean places = strcmp (tool, "place-die") == 0;
  gboolean traces = strcmp (tool, "trace") == 0;

  self->updating = TRUE;
  if (places)
    list_types (self);
  gtk_widget_set_visible (self->types, places && self->type_ids->len > 0);
  gtk_widget_set_visible (self->angles, traces);
  gtk_widget_set_visible (self->behaviours, traces);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->angles), settings.angle_mode);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->behaviours), settings.behaviour);
  self->updating = FALSE;
}

static void
choose (CwToolOptions *self)
{
  CwToolSettings settings;
  guint type;

  if (self->updating || self->editor == NULL)
    return;
  settings = get_settings (self);
  type = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->types));
  if (gtk_widget_get_visible (self->types) && type < self->type_ids->len)
    settings.die_type = g_array_index (self->type_ids, CwId, type);
  settings.angle_mode = (CwAngleMode) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->angles));
  settings.behaviour = (CwBehaviour) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->behaviours));
  cw_tool_host_set_settings (cw_editor_get_host (self->editor), &settings);
}

static void
drop_editor (CwToolOptions *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_tool_options_dispose (GObject *object)
{
  CwToolOptions *self = CW_TOOL_OPTIONS (object);
  GtkWidget *child;

  self->updating = TRUE;
  drop_editor (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->type_ids, g_array_unref);
  G_OBJECT_CLASS (cw_tool_options_parent_class)->dispose (object);
}

static void
cw_tool_options_class_init (CwToolOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_tool_options_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_choice (CwToolOptions *self, const char *const *names, const char *tooltip)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);

  gtk_widget_set_visible (choice, FALSE);
  gtk_widget_set_focus_on_click (choice, FALSE);
  gtk_widget_set_tooltip_text (choice, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (choose), self);
  gtk_widget_set_parent (choice, GTK_WIDGET (self));

  return choice;
}

static void
cw_tool_options_init (CwToolOptions *self)
{
  const char *const none[] = { NULL };
  const char *const angles[] = { _ ("Any angle"), _ ("45°"), _ ("90°"), _ ("Arcs"), NULL };
  const char *const behaviours[] = { _ ("Stop at rules"), _ ("Allow violations"), NULL };

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);
  self->updating = TRUE;
  self->type_ids = g_array_new (FALSE, FALSE, sizeof (CwId));
  self->types = add_choice (self, none, _ ("Die to place"));
  self->angles = add_choice (self, angles, _ ("Angles of the trace (Shift+Space)"));
  self->behaviours = add_choice (self, behaviours, _ ("Where a rule would be broken (B)"));
  self->updating = FALSE;
}

/**
 * cw_tool_options_new:
 *
 * Makes a box without options.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_tool_options_new (void)
{
  return g_object_new (CW_TYPE_TOOL_OPTIONS, NULL);
}

/**
 * cw_tool_options_set_editor:
 * @self: a box
 * @editor: (nullable): whose tool is in hand
 *
 * Shows the options of the tool in hand.
 */
void
cw_tool_options_set_editor (CwToolOptions *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_TOOL_OPTIONS (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (editor, "tool-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed", G_CALLBACK (update),
                            self);
  update (self);
}
