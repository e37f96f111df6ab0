/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-property-panel.h"

#include <glib/gi18n.h>

#include "widgets/cw-passive-values.h"
#include "widgets/cw-properties.h"
#include "widgets/tool/cw-hit.h"

struct _CwPropertyPanel
{
  GtkWidget parent_instance;

  CwEditor *editor;
  GtkWidget *title;
  GtkWidget *grid;
  GtkWidget *values; /* of a passive device */
  GtkWidget *message;
  GPtrArray *rows; /* of Row */
  gboolean updating;
  guint tick;
};

/* one property */
typedef struct
{
  CwPropertyPanel *panel;
  char *name;
  const char *label;
  CwPropertyKind kind;
  char *text; /* as the design has it */
  gboolean is_mixed;
  const CwPropertyChoice *choices;
  GtkWidget *value;          /* GtkEntry, GtkSwitch, GtkDropDown or GtkLabel */
  GtkEventController *focus; /* of an entry, else NULL */
} Row;

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPropertyPanel, cw_property_panel, GTK_TYPE_WIDGET)

static void
row_free (gpointer data)
{
  Row *row = data;

  /* GTK tells of a focus that left after the entry itself has gone */
  if (row->focus != NULL)
    g_signal_handlers_disconnect_by_data (row->focus, row);
  g_clear_object (&row->focus);
  g_free (row->name);
  g_free (row->text);
  g_free (row);
}

static CwUnit
get_unit (CwPropertyPanel *self)
{
  return cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
}

static GArray *
dup_picks (CwPropertyPanel *self)
{
  CwSelection *selection = cw_editor_get_selection (self->editor);
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (CwPick));

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      CwPick pick = cw_selection_get (selection, i);

      g_array_append_val (picks, pick);
    }

  return picks;
}

static void
show_message (CwPropertyPanel *self, GtkWidget *wrong, const char *message)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_remove_css_class (((Row *) g_ptr_array_index (self->rows, i))->value, "error");
  if (wrong != NULL)
    gtk_widget_add_css_class (wrong, "error");
  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

/* one undo step for all that is selected; a wrong text stays, with its reason */
static gboolean
commit (Row *row, const char *text)
{
  CwPropertyPanel *self = row->panel;
  g_autoptr (GArray) picks = dup_picks (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CwDesign) next = NULL;
  g_autofree char *label = NULL;

  next = cw_properties_set (cw_editor_get_design (self->editor), (const CwPick *) picks->data,
                            picks->len, row->name, text, get_unit (self), &error);
  if (next == NULL)
    {
      show_message (self, row->value, error->message);
      return FALSE;
    }
  show_message (self, NULL, NULL);
  /* what was typed counts as what the design has, until the panel is filled anew */
  g_free (row->text);
  row->text = g_strdup (text);
  row->is_mixed = FALSE;
  label = g_strdup_printf (_ ("Change %s"), row->name);
  cw_editor_commit (self->editor, next, label);

  return TRUE;
}

static gboolean
is_changed (Row *row)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row->value));

  return row->is_mixed ? *text != '\0' : strcmp (text, row->text) != 0;
}

static void
restore (Row *row)
{
  gtk_editable_set_text (GTK_EDITABLE (row->value), row->is_mixed ? "" : row->text);
  show_message (row->panel, NULL, NULL);
}

static void
entry_activated (GtkEntry *entry, Row *row)
{
  CwPropertyPanel *self = row->panel;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (is_changed (row) && !commit (row, text))
    return;
  g_signal_emit (self, signals[DONE], 0);
}

static void
entry_left (GtkEventControllerFocus *controller, Row *row)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->value)));

  if (!row->panel->updating && row->panel->editor != NULL && is_changed (row))
    commit (row, text);
}

static gboolean
entry_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
           Row *row)
{
  CwPropertyPanel *self = row->panel;

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  restore (row);
  g_signal_emit (self, signals[DONE], 0);

  return GDK_EVENT_STOP;
}

static void
switch_changed (GtkSwitch *toggle, GParamSpec *pspec, Row *row)
{
  if (!row->panel->updating)
    commit (row, gtk_switch_get_active (toggle) ? "1" : "0");
}

static void
choice_changed (GtkDropDown *choice, GParamSpec *pspec, Row *row)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (!row->panel->updating && selected != GTK_INVALID_LIST_POSITION)
    commit (row, row->choices[selected].name);
}

static GtkWidget *
make_choice (Row *row)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  GtkWidget *value;

  for (guint i = 0; row->choices[i].name != NULL; i++)
    g_ptr_array_add (labels, (gpointer) _ (row->choices[i].label));
  g_ptr_array_add (labels, NULL);
  value = gtk_drop_down_new_from_strings ((const char *const *) labels->pdata);
  gtk_widget_set_hexpand (value, TRUE);
  g_signal_connect (value, "notify::selected", G_CALLBACK (choice_changed), row);

  return value;
}

static void
fill_choice (Row *row, const CwProperty *property)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; !property->is_mixed && row->choices[i].name != NULL; i++)
    if (strcmp (row->choices[i].name, property->text) == 0)
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (row->value), selected);
}

static GtkWidget *
make_entry (Row *row, const CwProperty *property)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_hexpand (entry, TRUE);
  if (property->kind == CW_PROPERTY_LENGTH || property->kind == CW_PROPERTY_ANGLE
      || property->kind == CW_PROPERTY_NUMBER)
    {
      gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
      gtk_widget_add_css_class (entry, "numeric");
    }
  g_signal_connect (entry, "activate", G_CALLBACK (entry_activated), row);
  g_signal_connect (focus, "leave", G_CALLBACK (entry_left), row);
  row->focus = g_object_ref (focus);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (entry_key), row);
  gtk_widget_add_controller (entry, key);

  return entry;
}

static GtkWidget *
make_value (Row *row, const CwProperty *property)
{
  GtkWidget *value;

  if (property->kind == CW_PROPERTY_SWITCH)
    {
      value = gtk_switch_new ();
      gtk_widget_set_halign (value, GTK_ALIGN_START);
      gtk_widget_set_valign (value, GTK_ALIGN_CENTER);
      g_signal_connect (value, "notify::active", G_CALLBACK (switch_changed), row);
      return value;
    }
  if (property->kind == CW_PROPERTY_CHOICE)
    return make_choice (row);
  if (property->kind == CW_PROPERTY_FIXED)
    {
      value = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (value), 0);
      gtk_label_set_selectable (GTK_LABEL (value), TRUE);
      gtk_label_set_wrap (GTK_LABEL (value), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (value), 10);
      gtk_widget_set_hexpand (value, TRUE);
      gtk_widget_add_css_class (value, "numeric");
      return value;
    }

  return make_entry (row, property);
}

static const char *
get_unit_label (CwPropertyPanel *self, CwPropertyKind kind)
{
  if (kind == CW_PROPERTY_LENGTH)
    return cw_unit_get_symbol (get_unit (self));

  return kind == CW_PROPERTY_ANGLE ? "°" : "";
}

static void
add_row (CwPropertyPanel *self, const CwProperty *property)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *label = gtk_label_new (property->label);
  GtkWidget *unit = gtk_label_new (NULL);
  int index = (int) self->rows->len;

  row->panel = self;
  row->name = g_strdup (property->name);
  row->label = property->label;
  row->kind = property->kind;
  row->choices = property->choices;
  row->value = make_value (row, property);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (unit, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (unit), 0);
  gtk_label_set_width_chars (GTK_LABEL (unit), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->value), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  property->label, -1);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, index, 1, 1);
  if (property->kind == CW_PROPERTY_LENGTH || property->kind == CW_PROPERTY_ANGLE)
    {
      gtk_grid_attach (GTK_GRID (self->grid), row->value, 1, index, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), unit, 2, index, 1, 1);
      gtk_label_set_text (GTK_LABEL (unit), get_unit_label (self, property->kind));
    }
  else
    {
      gtk_grid_attach (GTK_GRID (self->grid), row->value, 1, index, 2, 1);
      g_object_unref (g_object_ref_sink (unit));
    }
  g_ptr_array_add (self->rows, row);
}

static void
fill_row (Row *row, const CwProperty *property)
{
  const char *text = property->is_mixed ? "" : property->text;

  g_free (row->text);
  row->text = g_strdup (property->text);
  row->is_mixed = property->is_mixed;
  if (GTK_IS_SWITCH (row->value))
    gtk_switch_set_active (GTK_SWITCH (row->value), strcmp (text, "1") == 0);
  else if (GTK_IS_DROP_DOWN (row->value))
    fill_choice (row, property);
  else if (GTK_IS_LABEL (row->value))
    gtk_label_set_text (GTK_LABEL (row->value), text);
  else
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (row->value),
                                      property->is_mixed ? _ ("mixed") : NULL);
      if (strcmp (gtk_editable_get_text (GTK_EDITABLE (row->value)), text) != 0)
        gtk_editable_set_text (GTK_EDITABLE (row->value), text);
    }
}

/* the rows stay while the same properties are shown, so that the focus does */
static gboolean
has_rows_for (CwPropertyPanel *self, GArray *properties)
{
  if (properties->len != self->rows->len)
    return FALSE;
  for (guint i = 0; i < properties->len; i++)
    {
      const CwProperty *property = &g_array_index (properties, CwProperty, i);
      const Row *row = g_ptr_array_index (self->rows, i);

      if (strcmp (property->name, row->name) != 0 || strcmp (property->label, row->label) != 0
          || property->kind != row->kind || property->choices != row->choices)
        return FALSE;
    }

  return TRUE;
}

static void
update_title (CwPropertyPanel *self, GArray *picks)
{
  g_autofree char *text = NULL;

  if (picks->len == 0)
    text = g_strdup (_ ("Package"));
  else if (picks->len == 1)
    text = cw_pick_dup_description (cw_editor_get_design (self->editor),
                                    g_array_index (picks, CwPick, 0), get_unit (self));
  else
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing", "%u things", picks->len),
                            picks->len);
  gtk_label_set_text (GTK_LABEL (self->title), text);
}

/* of one device */
static void
update_values (CwPropertyPanel *self, GArray *picks)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  const CwPassive *passive
      = picks->len == 1 ? cw_design_get_passive (design, g_array_index (picks, CwPick, 0).item)
                        : NULL;

  cw_passive_values_show (self->values, passive, cw_design_get_technology (design));
}

static void
update (CwPropertyPanel *self)
{
  g_autoptr (GArray) picks = NULL;
  g_autoptr (GArray) properties = NULL;
  GtkWidget *child;

  if (self->editor == NULL)
    return;
  picks = dup_picks (self);
  properties = cw_properties_list (cw_editor_get_design (self->editor),
                                   (const CwPick *) picks->data, picks->len, get_unit (self));
  self->updating = TRUE;
  if (!has_rows_for (self, properties))
    {
      while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
        gtk_grid_remove (GTK_GRID (self->grid), child);
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < properties->len; i++)
        add_row (self, &g_array_index (properties, CwProperty, i));
    }
  show_message (self, NULL, NULL);
  for (guint i = 0; i < properties->len; i++)
    fill_row (g_ptr_array_index (self->rows, i), &g_array_index (properties, CwProperty, i));
  update_title (self, picks);
  update_values (self, picks);
  self->updating = FALSE;
}

static gboolean
update_in_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CwPropertyPanel *self = CW_PROPERTY_PANEL (widget);

  self->tick = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
update_soon (CwPropertyPanel *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_in_frame, NULL, NULL);
}

static void
drop_editor (CwPropertyPanel *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_selection (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_property_panel_dispose (GObject *object)
{
  CwPropertyPanel *self = CW_PROPERTY_PANEL (object);
  GtkWidget *child;

  self->updating = TRUE;
  drop_editor (self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (cw_property_panel_parent_class)->dispose (object);
}

static void
cw_property_panel_class_init (CwPropertyPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_property_panel_dispose;

  /**
   * CwPropertyPanel::done:
   * @self: a panel
   *
   * The user is at the end of typing.
   */
  signals[DONE] = g_signal_new ("done", CW_TYPE_PROPERTY_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_property_panel_init (CwPropertyPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->title = gtk_label_new (_ ("Package"));
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "panel-title");
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_widget_add_css_class (self->grid, "properties");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  self->values = cw_passive_values_new ();
  gtk_box_append (GTK_BOX (box), self->values);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_add_css_class (self->message, "panel-message");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * cw_property_panel_new:
 *
 * Makes a panel without properties.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_property_panel_new (void)
{
  return g_object_new (CW_TYPE_PROPERTY_PANEL, NULL);
}

/**
 * cw_property_panel_set_editor:
 * @self: a panel
 * @editor: (nullable): whose selection to show
 *
 * Shows the properties of what is selected in a document.
 */
void
cw_property_panel_set_editor (CwPropertyPanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_PROPERTY_PANEL (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed", G_CALLBACK (update_soon),
                            self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed",
                            G_CALLBACK (update_soon), self);
  g_signal_connect_swapped (cw_editor_get_selection (editor), "changed", G_CALLBACK (update_soon),
                            self);
  update (self);
}

/**
 * cw_property_panel_focus:
 * @self: a panel
 * @name: (nullable): name of a property, %NULL for the first that can be typed
 *
 * Puts the keyboard into a property.
 */
void
cw_property_panel_focus (CwPropertyPanel *self, const char *name)
{
  g_return_if_fail (CW_IS_PROPERTY_PANEL (self));

  update (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (GTK_IS_ENTRY (row->value) && (name == NULL || strcmp (name, row->name) == 0))
        {
          gtk_widget_grab_focus (row->value);
          return;
        }
    }
}
