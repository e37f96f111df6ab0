/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-property-row.h"

#include <glib/gi18n.h>
#include <math.h>

#define BURST 500 /* after the last step by key or wheel, until the value counts [ms] */

struct _CwPropertyRow
{
  GtkWidget parent_instance;

  char *name;
  const char *label; /* kept by the catalogue of messages */
  CwPropertyKind kind;
  const CwPropertyChoice *choices;
  char **names; /* of a net, a level or a die type, what can be chosen */
  char *text;   /* as the design has it */
  gboolean is_mixed;
  gboolean updating;
  guint burst;

  GtkWidget *value; /* GtkEntry, GtkSwitch, GtkDropDown or GtkLabel */
  GtkWidget *message;
};

enum
{
  EDITED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwPropertyRow, cw_property_row, GTK_TYPE_WIDGET)

static gboolean
has_names (CwPropertyKind kind)
{
  return kind == CW_PROPERTY_NET || kind == CW_PROPERTY_LEVEL || kind == CW_PROPERTY_DIE_TYPE;
}

static gboolean
is_number (CwPropertyKind kind)
{
  return kind == CW_PROPERTY_LENGTH || kind == CW_PROPERTY_ANGLE || kind == CW_PROPERTY_NUMBER;
}

static gboolean
is_changed (CwPropertyRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));

  return self->is_mixed ? *text != '\0' : g_strcmp0 (text, self->text) != 0;
}

/* what was typed, if it is something else, counts */
static void
take_typed (CwPropertyRow *self)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->burst, g_source_remove);
  if (self->updating || !is_changed (self))
    return; /* GTK tells of a focus that left also while the entry goes */
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->value)));
  g_signal_emit (self, signals[EDITED], 0, text);
}

static void
entry_activated (CwPropertyRow *self)
{
  take_typed (self);
  if (!gtk_widget_get_visible (self->message))
    g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
burst_ended (gpointer data)
{
  CwPropertyRow *self = data;

  self->burst = 0;
  take_typed (self);

  return G_SOURCE_REMOVE;
}

static char *
format_step (double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.6f", value);
  if (strchr (number, '.') != NULL)
    {
      char *end = number + strlen (number);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }

  return g_strdup (number);
}

/* of mixed values each goes by the same step */
static void
step (CwPropertyRow *self, double by)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->value));
  gboolean is_relative = g_str_has_prefix (text, "+=") || g_str_has_prefix (text, "-=");
  gboolean minus = g_str_has_prefix (text, "-=");
  const char *digits = is_relative ? text + 2 : text;
  g_autofree char *number = NULL;
  g_autofree char *next = NULL;
  char *end;
  double value;

  if (self->kind == CW_PROPERTY_NUMBER && fabs (by) < 1)
    by = by > 0 ? 1 : -1;
  value = g_ascii_strtod (digits, &end);
  if (*digits != '\0' && (end == digits || *end != '\0'))
    return; /* an expression stays what it is */
  value = (minus ? -value : value) + by;
  if (self->is_mixed || is_relative)
    {
      number = format_step (fabs (value));
      next = g_strconcat (value < 0 ? "-=" : "+=", number, NULL);
    }
  else
    next = format_step (value);
  gtk_editable_set_text (GTK_EDITABLE (self->value), next);
  gtk_editable_set_position (GTK_EDITABLE (self->value), -1);
  g_clear_handle_id (&self->burst, g_source_remove);
  self->burst = g_timeout_add (BURST, burst_ended, self);
}

static void
restore (CwPropertyRow *self)
{
  g_clear_handle_id (&self->burst, g_source_remove);
  gtk_editable_set_text (GTK_EDITABLE (self->value), self->is_mixed ? "" : self->text);
  cw_property_row_set_message (self, NULL);
}

static double
get_size (GdkModifierType state)
{
  if ((state & GDK_SHIFT_MASK) != 0)
    return 10;

  return (state & GDK_ALT_MASK) != 0 ? 0.1 : 1;
}

static gboolean
entry_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
           CwPropertyRow *self)
{
  if (keyval == GDK_KEY_Escape)
    {
      restore (self);
      g_signal_emit (self, signals[LEFT], 0);
      return GDK_EVENT_STOP;
    }
  if (!is_number (self->kind) || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  step (self, keyval == GDK_KEY_Up ? get_size (state) : -get_size (state));

  return GDK_EVENT_STOP;
}

/* only in the field that has the focus, so that scrolling the panel changes nothing */
static gboolean
entry_scrolled (GtkEventControllerScroll *controller, double dx, double dy, CwPropertyRow *self)
{
  GtkEventController *event = GTK_EVENT_CONTROLLER (controller);
  GdkModifierType state = gtk_event_controller_get_current_event_state (event);

  if (!is_number (self->kind) || dy == 0
      || (gtk_widget_get_state_flags (self->value) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return GDK_EVENT_PROPAGATE;
  step (self, dy < 0 ? get_size (state) : -get_size (state));

  return GDK_EVENT_STOP;
}

static void
switch_changed (CwPropertyRow *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[EDITED], 0,
                   gtk_switch_get_active (GTK_SWITCH (self->value)) ? "1" : "0");
}

/* while the values are mixed, that stands before the others */
static void
choice_changed (CwPropertyRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->value));

  if (self->updating || selected == GTK_INVALID_LIST_POSITION || (self->is_mixed && selected == 0))
    return;
  selected -= self->is_mixed ? 1 : 0;
  if (self->kind == CW_PROPERTY_CHOICE)
    g_signal_emit (self, signals[EDITED], 0, self->choices[selected].name);
  else if (self->names != NULL && selected < g_strv_length (self->names))
    g_signal_emit (self, signals[EDITED], 0, self->names[selected]);
}

static void
setup_name (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_list_item_set_child (item, label);
}

static void
bind_name (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_choice (CwPropertyRow *self)
{
  GtkWidget *value = gtk_drop_down_new (
      NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_name), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (value), factory);
  gtk_widget_add_css_class (value, "property-choice");
  g_signal_connect_swapped (value, "notify::selected", G_CALLBACK (choice_changed), self);

  return value;
}

static GtkWidget *
make_entry (CwPropertyRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  if (is_number (self->kind))
    {
      gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
      gtk_widget_add_css_class (entry, "numeric");
    }
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entry_activated), self);
  g_signal_connect_object (focus, "leave", G_CALLBACK (take_typed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (entry_key), self);
  gtk_widget_add_controller (entry, key);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (entry_scrolled), self);
  gtk_widget_add_controller (entry, scroll);

  return entry;
}

static GtkWidget *
make_value (CwPropertyRow *self)
{
  GtkWidget *value;

  if (self->kind == CW_PROPERTY_SWITCH)
    {
      value = gtk_switch_new ();
      gtk_widget_set_halign (value, GTK_ALIGN_START);
      gtk_widget_set_valign (value, GTK_ALIGN_CENTER);
      g_signal_connect_swapped (value, "notify::active", G_CALLBACK (switch_changed), self);
      return value;
    }
  if (self->kind == CW_PROPERTY_CHOICE || has_names (self->kind))
    return make_choice (self);
  if (self->kind != CW_PROPERTY_FIXED)
    return make_entry (self);
  value = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (value), 10);
  gtk_widget_add_css_class (value, "numeric");

  return value;
}

static void
cw_property_row_dispose (GObject *object)
{
  CwPropertyRow *self = CW_PROPERTY_ROW (object);
  GtkWidget *child;

  self->updating = TRUE;
  g_clear_handle_id (&self->burst, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->names, g_strfreev);
  G_OBJECT_CLASS (cw_property_row_parent_class)->dispose (object);
}

static void
cw_property_row_class_init (CwPropertyRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_property_row_dispose;

  /**
   * CwPropertyRow::edited:
   * @self: a row
   * @text: the value that was typed or chosen
   *
   * The user wants another value.
   */
  signals[EDITED] = g_signal_new ("edited", CW_TYPE_PROPERTY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * CwPropertyRow::left:
   * @self: a row
   *
   * The user is at the end of typing.
   */
  signals[LEFT] = g_signal_new ("left", CW_TYPE_PROPERTY_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_property_row_init (CwPropertyRow *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "property-message");
  gtk_widget_set_visible (self->message, FALSE);
}

/**
 * cw_property_row_new:
 * @property: what to show
 *
 * Makes a row for a property.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_property_row_new (const CwProperty *property)
{
  CwPropertyRow *self = g_object_new (CW_TYPE_PROPERTY_ROW, NULL);

  self->name = g_strdup (property->name);
  self->label = property->label;
  self->kind = property->kind;
  self->choices = property->choices;
  self->value = make_value (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  property->label, -1);
  gtk_widget_set_parent (self->value, GTK_WIDGET (self));
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);

  return GTK_WIDGET (self);
}

/**
 * cw_property_row_is_for:
 * @self: a row
 * @property: a property
 *
 * Returns: whether the row can show it
 */
gboolean
cw_property_row_is_for (CwPropertyRow *self, const CwProperty *property)
{
  g_return_val_if_fail (CW_IS_PROPERTY_ROW (self), FALSE);

  return strcmp (property->name, self->name) == 0 && strcmp (property->label, self->label) == 0
         && property->kind == self->kind && property->choices == self->choices;
}

/**
 * cw_property_row_get_name:
 * @self: a row
 *
 * Returns: (transfer none): name of the property
 */
const char *
cw_property_row_get_name (CwPropertyRow *self)
{
  g_return_val_if_fail (CW_IS_PROPERTY_ROW (self), NULL);

  return self->name;
}

/**
 * cw_property_row_set_names:
 * @self: a row
 * @names: (array zero-terminated=1): what can be chosen, an empty one for none
 *
 * Sets what a net, a level or a die type is chosen from. Takes effect with the next value.
 */
void
cw_property_row_set_names (CwPropertyRow *self, const char *const *names)
{
  g_return_if_fail (CW_IS_PROPERTY_ROW (self));

  if (self->names != NULL && g_strv_equal (names, (const char *const *) self->names))
    return;
  g_strfreev (self->names);
  self->names = g_strdupv ((char **) names);
  if (GTK_IS_DROP_DOWN (self->value))
    {
      self->updating = TRUE;
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->value), NULL);
      self->updating = FALSE;
    }
}

static void
make_model (CwPropertyRow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  if (self->is_mixed)
    gtk_string_list_append (list, _ ("mixed"));
  for (guint i = 0; self->kind == CW_PROPERTY_CHOICE && self->choices[i].name != NULL; i++)
    gtk_string_list_append (list, _ (self->choices[i].label));
  for (guint i = 0; self->names != NULL && self->names[i] != NULL; i++)
    gtk_string_list_append (list, *self->names[i] != '\0'           ? self->names[i]
                                  : self->kind == CW_PROPERTY_LEVEL ? _ ("all levels")
                                                                    : _ ("none"));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->value), G_LIST_MODEL (list));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->value),
                                   g_list_model_get_n_items (G_LIST_MODEL (list)) > 6);
}

static void
fill_choice (CwPropertyRow *self)
{
  guint selected = self->is_mixed ? 0 : GTK_INVALID_LIST_POSITION;
  GtkDropDown *value = GTK_DROP_DOWN (self->value);
  gboolean was_mixed = g_object_get_data (G_OBJECT (value), "cw-mixed") != NULL;

  if (gtk_drop_down_get_model (value) == NULL || was_mixed != self->is_mixed)
    make_model (self);
  g_object_set_data (G_OBJECT (value), "cw-mixed", self->is_mixed ? self : NULL);
  for (guint i = 0;
       !self->is_mixed && self->kind == CW_PROPERTY_CHOICE && self->choices[i].name != NULL; i++)
    if (strcmp (self->choices[i].name, self->text) == 0)
      selected = i;
  for (guint i = 0; !self->is_mixed && self->names != NULL && self->names[i] != NULL; i++)
    if (strcmp (self->names[i], self->text) == 0)
      selected = i;
  gtk_drop_down_set_selected (value, selected);
}

/* what is being typed stays */
static void
fill_entry (CwPropertyRow *self, gboolean was_changed)
{
  const char *text = self->is_mixed ? "" : self->text;
  gboolean has_focus
      = (gtk_widget_get_state_flags (self->value) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value), self->is_mixed ? _ ("mixed") : NULL);
  if ((has_focus && was_changed)
      || strcmp (gtk_editable_get_text (GTK_EDITABLE (self->value)), text) == 0)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->value), text);
  cw_property_row_set_message (self, NULL);
}

/**
 * cw_property_row_fill:
 * @self: a row
 * @property: the property, see cw_property_row_is_for ()
 *
 * Shows the value that the design has. What is being typed stays.
 */
void
cw_property_row_fill (CwPropertyRow *self, const CwProperty *property)
{
  gboolean was_changed;

  g_return_if_fail (CW_IS_PROPERTY_ROW (self));

  self->updating = TRUE;
  was_changed = GTK_IS_ENTRY (self->value) && self->text != NULL && is_changed (self);
  g_free (self->text);
  self->text = g_strdup (property->text);
  self->is_mixed = property->is_mixed;
  if (GTK_IS_SWITCH (self->value))
    {
      gtk_switch_set_active (GTK_SWITCH (self->value),
                             !self->is_mixed && strcmp (self->text, "1") == 0);
      gtk_widget_set_tooltip_text (self->value, self->is_mixed ? _ ("mixed") : NULL);
      gtk_widget_set_opacity (self->value, self->is_mixed ? 0.5 : 1);
    }
  else if (GTK_IS_DROP_DOWN (self->value))
    fill_choice (self);
  else if (GTK_IS_LABEL (self->value))
    gtk_label_set_text (GTK_LABEL (self->value), self->text);
  else
    fill_entry (self, was_changed);
  self->updating = FALSE;
}

/**
 * cw_property_row_accept:
 * @self: a row
 * @text: what was typed
 *
 * Counts what was typed as what the design has, until the row is filled anew.
 */
void
cw_property_row_accept (CwPropertyRow *self, const char *text)
{
  g_return_if_fail (CW_IS_PROPERTY_ROW (self));

  g_free (self->text);
  self->text = g_strdup (text);
  if (GTK_IS_ENTRY (self->value))
    self->is_mixed = FALSE;
  cw_property_row_set_message (self, NULL);
}

/**
 * cw_property_row_set_message:
 * @self: a row
 * @message: (nullable): what is wrong, %NULL for nothing
 *
 * Says below the value what is wrong with it.
 */
void
cw_property_row_set_message (CwPropertyRow *self, const char *message)
{
  g_return_if_fail (CW_IS_PROPERTY_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->value, "error");
  else
    gtk_widget_remove_css_class (self->value, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * cw_property_row_get_message:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is wrong
 */
const char *
cw_property_row_get_message (CwPropertyRow *self)
{
  g_return_val_if_fail (CW_IS_PROPERTY_ROW (self), NULL);

  return gtk_widget_get_visible (self->message) ? gtk_label_get_text (GTK_LABEL (self->message))
                                                : NULL;
}

/**
 * cw_property_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none): the entry, switch, drop-down or label of the value
 */
GtkWidget *
cw_property_row_get_value (CwPropertyRow *self)
{
  g_return_val_if_fail (CW_IS_PROPERTY_ROW (self), NULL);

  return self->value;
}
