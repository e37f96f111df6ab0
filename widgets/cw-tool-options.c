/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-tool-options.h"

#include <glib/gi18n.h>

#include "widgets/tool/cw-passive-text.h"

/* which numbers of a tool are shown beside the tools, too */
static const struct
{
  const char *tool;
  const char *const names[6];
} shown_fields[] = {
  { "bus", { "width", "pitch", "reach" } },
  { "cavity", { "depth", "draft", "margin" } },
  { "trace", { "width", "hole", "radius" } },
  { "via", { "hole", "land", "pitch", "offset" } },
};

#define FIRST_NET 2 /* after the net of the metal below, and none */

struct _CwToolOptions
{
  GtkWidget parent_instance;

  CwEditor *editor;
  GtkWidget *types;      /* of dies to place */
  GtkWidget *angles;     /* of traces */
  GtkWidget *behaviours; /* of traces at rules */
  GtkWidget *forms;      /* of passive devices to place */
  GtkWidget *buses;      /* kinds of buses */
  GtkWidget *nets;       /* of buses */
  GtkWidget *sizes;      /* opens the numbers: side by side they would not fit beside the tools */
  GtkWidget *numbers;    /* entries of the fields of the tool */
  GtkWidget *surround;   /* opens cavities around dies */
  GArray *type_ids;      /* of CwId, as listed */
  GArray *net_ids;       /* of CwId, as listed */
  CwDesign *listed;      /* that the nets are of */
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

typedef struct
{
  CwToolOptions *options;
  GtkStringList *names;
  CwNetClass net_class;
} Nets;

static gboolean
add_net (CwId id, gconstpointer item, gpointer user_data)
{
  Nets *nets = user_data;
  const CwNet *net = item;

  if (net->net_class != nets->net_class)
    return TRUE;
  g_array_append_val (nets->options->net_ids, id);
  gtk_string_list_append (nets->names, net->name);

  return TRUE;
}

/* power and ground first */
static void
list_nets (CwToolOptions *self)
{
  static const CwNetClass order[] = { CW_NET_POWER, CW_NET_GROUND, CW_NET_SIGNAL };
  CwDesign *design = cw_editor_get_design (self->editor);
  CwToolSettings settings = get_settings (self);
  CwId none = CW_ID_NONE;

  if (self->listed != design)
    {
      g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

      g_clear_pointer (&self->listed, cw_design_unref);
      self->listed = cw_design_ref (design);
      g_array_set_size (self->net_ids, 0);
      for (guint i = 0; i < FIRST_NET; i++)
        g_array_append_val (self->net_ids, none);
      gtk_string_list_append (names, _ ("Net of the metal below"));
      gtk_string_list_append (names, _ ("No net"));
      for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
        cw_design_foreach (design, CW_ITEM_NET, add_net, &(Nets){ self, names, order[i] });
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->nets), G_LIST_MODEL (names));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->nets), settings.bus_has_no_net ? 1 : 0);
  for (guint i = FIRST_NET; i < self->net_ids->len; i++)
    if (!settings.bus_has_no_net && g_array_index (self->net_ids, CwId, i) == settings.bus_net)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->nets), i);
}

#define NAME_KEY "cw-field"
#define TEXT_KEY "cw-text"

static void
enter_number (CwToolOptions *self, GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  const char *name = g_object_get_data (G_OBJECT (entry), NAME_KEY);
  g_autoptr (GError) error = NULL;

  if (self->updating || self->editor == NULL
      || strcmp (text, g_object_get_data (G_OBJECT (entry), TEXT_KEY)) == 0)
    return;
  if (cw_editor_set_field (self->editor, name, text, &error))
    {
      gtk_widget_remove_css_class (entry, "error");
      return;
    }
  gtk_widget_add_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, error->message);
}

static void
number_activated (GtkWidget *entry, CwToolOptions *self)
{
  GtkRoot *root = gtk_widget_get_root (entry);

  enter_number (self, entry);
  if (!gtk_widget_has_css_class (entry, "error"))
    gtk_root_set_focus (root, NULL);
}

static void
number_left (GtkEventController *controller, CwToolOptions *self)
{
  enter_number (self, gtk_event_controller_get_widget (controller));
}

static void
add_number (CwToolOptions *self, const CwToolField *field)
{
  GtkWidget *label = gtk_label_new (field->label);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (entry, "numeric");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 5);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  field->label, -1);
  g_object_set_data_full (G_OBJECT (entry), NAME_KEY, g_strdup (field->name), g_free);
  g_signal_connect (entry, "activate", G_CALLBACK (number_activated), self);
  g_signal_connect (focus, "leave", G_CALLBACK (number_left), self);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (GTK_BOX (self->numbers), label);
  gtk_box_append (GTK_BOX (self->numbers), entry);
  if (field->unit != NULL)
    gtk_box_append (GTK_BOX (self->numbers), gtk_label_new (field->unit));
}

static GtkWidget *
find_number (CwToolOptions *self, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->numbers); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (child), NAME_KEY), name) == 0)
      return child;

  return NULL;
}

static void
fill_number (GtkWidget *entry, const CwToolField *field)
{
  const char *old = g_object_get_data (G_OBJECT (entry), TEXT_KEY);

  if (g_strcmp0 (old, field->text) == 0)
    return;
  g_object_set_data_full (G_OBJECT (entry), TEXT_KEY, g_strdup (field->text), g_free);
  gtk_editable_set_text (GTK_EDITABLE (entry), field->text);
  gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, NULL);
}

static gboolean
is_shown (const char *tool, const char *field)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    if (strcmp (shown_fields[i].tool, tool) == 0 && g_strv_contains (shown_fields[i].names, field))
      return TRUE;

  return FALSE;
}

static void
clear_numbers (CwToolOptions *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->numbers)) != NULL)
    gtk_box_remove (GTK_BOX (self->numbers), child);
}

/* the entries stay while the tool has the same fields, so that the focus does */
static void
list_numbers (CwToolOptions *self, const char *tool)
{
  g_autoptr (GArray) fields = cw_tool_list_fields (cw_editor_get_tool (self->editor));
  g_autoptr (GString) names = g_string_new (tool);

  for (guint i = fields->len; i-- > 0;)
    if (!is_shown (tool, g_array_index (fields, CwToolField, i).name))
      g_array_remove_index (fields, i);
  for (guint i = 0; i < fields->len; i++)
    g_string_append_printf (names, " %s %s", g_array_index (fields, CwToolField, i).name,
                            g_array_index (fields, CwToolField, i).unit);
  if (g_strcmp0 (g_object_get_data (G_OBJECT (self->numbers), NAME_KEY), names->str) != 0)
    {
      g_object_set_data_full (G_OBJECT (self->numbers), NAME_KEY, g_strdup (names->str), g_free);
      clear_numbers (self);
      for (guint i = 0; i < fields->len; i++)
        add_number (self, &g_array_index (fields, CwToolField, i));
    }
  for (guint i = 0; i < fields->len; i++)
    {
      const CwToolField *field = &g_array_index (fields, CwToolField, i);

      fill_number (find_number (self, field->name), field);
    }
  gtk_widget_set_visible (self->sizes, fields->len > 0);
}

static void
surround (CwToolOptions *self)
{
  if (self->editor != NULL && cw_editor_run (self->editor, "surround-dies") == CW_TOOL_PASS)
    cw_tool_host_request (cw_editor_get_host (self->editor), CW_REQUEST_TOAST, CW_ID_NONE,
                          _ ("Select the dies first"));
}

static void
update (CwToolOptions *self)
{
  const char *tool = cw_tool_get_info (cw_editor_get_tool (self->editor))->name;
  CwToolSettings settings = get_settings (self);
  gboolean places = strcmp (tool, "place-die") == 0;
  gboolean traces = strcmp (tool, "trace") == 0;
  gboolean buses = strcmp (tool, "bus") == 0;

  self->updating = TRUE;
  if (places)
    list_types (self);
  gtk_widget_set_visible (self->types, places && self->type_ids->len > 0);
  gtk_widget_set_visible (self->angles, traces);
  gtk_widget_set_visible (self->behaviours, traces);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->angles), settings.angle_mode);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->behaviours), settings.behaviour);
  if (buses)
    list_nets (self);
  list_numbers (self, tool);
  gtk_widget_set_visible (self->forms, strcmp (tool, "place-passive") == 0);
  gtk_widget_set_visible (self->buses, buses);
  gtk_widget_set_visible (self->nets, buses && self->net_ids->len > 0);
  gtk_widget_set_visible (self->surround, strcmp (tool, "cavity") == 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->forms), settings.passive_form);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->buses), settings.bus_kind);
  self->updating = FALSE;
}

static void
choose (CwToolOptions *self)
{
  CwToolSettings settings;
  guint type;
  guint net;

  if (self->updating || self->editor == NULL)
    return;
  settings = get_settings (self);
  type = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->types));
  if (gtk_widget_get_visible (self->types) && type < self->type_ids->len)
    settings.die_type = g_array_index (self->type_ids, CwId, type);
  settings.angle_mode = (CwAngleMode) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->angles));
  settings.behaviour = (CwBehaviour) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->behaviours));
  settings.passive_form = (guint8) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->forms));
  settings.bus_kind = (guint8) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->buses));
  net = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->nets));
  if (gtk_widget_get_visible (self->nets) && net < self->net_ids->len)
    {
      settings.bus_net = g_array_index (self->net_ids, CwId, net);
      settings.bus_has_no_net = net == 1;
    }
  cw_tool_host_set_settings (cw_editor_get_host (self->editor), &settings);
}

static void
drop_editor (CwToolOptions *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_clear_pointer (&self->listed, cw_design_unref);
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
  g_clear_pointer (&self->net_ids, g_array_unref);
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
  const char *const buses[] = { _ ("Ring"), _ ("Spine with ribs"), _ ("Mesh"), NULL };
  const char *forms[CW_N_PASSIVE_FORMS + 1] = { NULL };
  GtkWidget *popover = gtk_popover_new ();
  g_autoptr (GtkExpression) string
      = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  const char *const behaviours[]
      = { _ ("Stop at rules"), _ ("Walk around"), _ ("Allow violations"), NULL };

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                              6);
  self->updating = TRUE;
  self->type_ids = g_array_new (FALSE, FALSE, sizeof (CwId));
  self->net_ids = g_array_new (FALSE, FALSE, sizeof (CwId));
  self->types = add_choice (self, none, _ ("Die to place"));
  self->angles = add_choice (self, angles, _ ("Angles of the trace (Shift+Space)"));
  for (guint i = 0; i < CW_N_PASSIVE_FORMS; i++)
    forms[i] = cw_passive_form_get_label (i);
  self->forms = add_choice (self, forms, _ ("Device to place (P)"));
  self->buses = add_choice (self, buses, _ ("Form of the bus (B)"));
  self->nets = add_choice (self, none, _ ("Net of the bus"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->nets), TRUE);
  gtk_drop_down_set_expression (GTK_DROP_DOWN (self->nets), string);
  self->numbers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_popover_set_child (GTK_POPOVER (popover), self->numbers);
  self->sizes = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->sizes), _ ("Sizes"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->sizes), popover);
  gtk_widget_set_tooltip_text (self->sizes, _ ("Sizes of what is drawn next"));
  gtk_widget_set_visible (self->sizes, FALSE);
  gtk_widget_set_parent (self->sizes, GTK_WIDGET (self));
  self->surround = gtk_button_new_with_label (_ ("Around selected dies"));
  gtk_widget_set_focus_on_click (self->surround, FALSE);
  gtk_widget_set_visible (self->surround, FALSE);
  gtk_widget_set_tooltip_text (self->surround,
                               _ ("Open a cavity around each of the selected dies (D)"));
  g_signal_connect_swapped (self->surround, "clicked", G_CALLBACK (surround), self);
  gtk_widget_set_parent (self->surround, GTK_WIDGET (self));
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
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed", G_CALLBACK (update), self);
  update (self);
}
