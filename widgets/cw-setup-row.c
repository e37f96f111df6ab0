/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-setup-row.h"

#include <glib/gi18n.h>

#define BLOCK_HEIGHT 84 /* [px] */

struct _CwSetupRow
{
  GtkWidget parent_instance;

  CwSetupKind kind;
  char *text; /* as it was set */
  GtkWidget *value;
  GtkWidget *unit;
  GtkWidget *swatch;
  GtkWidget *message;
  gboolean updating;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwSetupRow, cw_setup_row, GTK_TYPE_WIDGET)

static void
emit_edited (CwSetupRow *self)
{
  if (!self->updating && cw_setup_row_is_changed (self))
    g_signal_emit (self, signals[EDITED], 0);
}

static void
value_left (GtkEventControllerFocus *controller, CwSetupRow *self)
{
  emit_edited (self);
}

static void
restore (CwSetupRow *self)
{
  g_autofree char *text = g_strdup (self->text);

  cw_setup_row_set_text (self, text);
}

/* Escape takes back what was typed; when nothing was, it goes on to the panel. So does undo, and then
 * goes on to the document: what was typed and what was set are one history to the user. */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwSetupRow *self)
{
  gboolean is_control = (state & GDK_CONTROL_MASK) != 0;
  gboolean is_undo = is_control && keyval == GDK_KEY_z;
  gboolean is_redo = is_control && (keyval == GDK_KEY_y || keyval == GDK_KEY_Z);

  if ((keyval == GDK_KEY_Escape || is_undo) && cw_setup_row_is_changed (self))
    restore (self);
  else if (is_undo || is_redo)
    gtk_widget_activate_action (GTK_WIDGET (self), is_undo ? "win.undo" : "win.redo", NULL);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
update_swatch (CwSetupRow *self)
{
  g_autofree char *markup = NULL;

  if (self->swatch == NULL)
    return;
  markup = g_markup_printf_escaped ("<span foreground=\"#%s\">■</span>", self->text);
  gtk_label_set_markup (GTK_LABEL (self->swatch), markup);
}

static void
cw_setup_row_dispose (GObject *object)
{
  CwSetupRow *self = CW_SETUP_ROW (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (cw_setup_row_parent_class)->dispose (object);
}

static void
cw_setup_row_class_init (CwSetupRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_setup_row_dispose;

  /**
   * CwSetupRow::edited:
   * @self: a row
   *
   * The user is done with a value that is not the one that was set.
   */
  signals[EDITED] = g_signal_new ("edited", CW_TYPE_SETUP_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_setup_row_init (CwSetupRow *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->text = g_strdup ("");
}

static void
watch (CwSetupRow *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (value_left), self);
  gtk_widget_add_controller (widget, focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (widget, key);
}

static GtkWidget *
make_entry (CwSetupRow *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  if (self->kind == CW_SETUP_LENGTH || self->kind == CW_SETUP_ANGLE
      || self->kind == CW_SETUP_DECIMAL)
    {
      gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
      gtk_widget_add_css_class (entry, "numeric");
    }
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (emit_edited), self);
  watch (self, entry);

  return entry;
}

/* several lines in a frame that scrolls */
static GtkWidget *
make_block (CwSetupRow *self, GtkWidget **outer)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  *outer = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (*outer), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (*outer), BLOCK_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (*outer), view);
  watch (self, view);

  return view;
}

static GtkWidget *
make_fixed (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
set_up_chosen (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_list_item_set_child (item, label);
}

static void
set_up_listed (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_choice (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* words that are too long are cut off on the button, not in the list */
static void
set_factories (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) chosen = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) listed = gtk_signal_list_item_factory_new ();

  g_signal_connect (chosen, "setup", G_CALLBACK (set_up_chosen), NULL);
  g_signal_connect (chosen, "bind", G_CALLBACK (bind_choice), NULL);
  g_signal_connect (listed, "setup", G_CALLBACK (set_up_listed), NULL);
  g_signal_connect (listed, "bind", G_CALLBACK (bind_choice), NULL);
  gtk_drop_down_set_factory (choice, chosen);
  gtk_drop_down_set_list_factory (choice, listed);
}

static GtkWidget *
make_choice (CwSetupRow *self)
{
  const char *const none[] = { NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (none);

  set_factories (GTK_DROP_DOWN (choice));
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (emit_edited), self);

  return choice;
}

static void
build (CwSetupRow *self, const CwSetupField *field, GtkSizeGroup *labels)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_ (field->label));
  GtkWidget *outer = NULL;

  if (self->kind == CW_SETUP_BLOCK)
    self->value = make_block (self, &outer);
  else if (self->kind == CW_SETUP_FIXED)
    self->value = make_fixed ();
  else if (self->kind == CW_SETUP_CHOICE)
    self->value = make_choice (self);
  else
    self->value = make_entry (self);
  outer = outer != NULL ? outer : self->value;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 11);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 17);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_size_group_add_widget (labels, label);
  gtk_widget_set_hexpand (outer, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), outer);
  if (self->kind == CW_SETUP_COLOUR)
    {
      self->swatch = gtk_label_new (NULL);
      gtk_box_append (GTK_BOX (box), self->swatch);
    }
  if (self->kind == CW_SETUP_LENGTH || self->kind == CW_SETUP_ANGLE || field->unit != NULL)
    {
      self->unit = gtk_label_new (field->unit != NULL            ? _ (field->unit)
                                  : self->kind == CW_SETUP_ANGLE ? "°"
                                                                 : NULL);
      gtk_label_set_xalign (GTK_LABEL (self->unit), 0);
      gtk_label_set_width_chars (GTK_LABEL (self->unit), 4);
      gtk_widget_add_css_class (self->unit, "dim-label");
      gtk_box_append (GTK_BOX (box), self->unit);
    }
  if (field->tip != NULL)
    gtk_widget_set_tooltip_text (box, _ (field->tip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "setup-message");
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
}

/**
 * cw_setup_row_new:
 * @field: what it shows
 * @labels: makes all labels as wide
 *
 * Makes a row without a value.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_setup_row_new (const CwSetupField *field, GtkSizeGroup *labels)
{
  CwSetupRow *self = g_object_new (CW_TYPE_SETUP_ROW, NULL);

  self->kind = field->kind;
  self->updating = TRUE;
  build (self, field, labels);
  self->updating = FALSE;

  return GTK_WIDGET (self);
}

/**
 * cw_setup_row_set_choices:
 * @self: a row of a choice
 * @names: (array zero-terminated=1): what can be chosen
 *
 * Sets the list. The choice is that of the text that is set next.
 */
void
cw_setup_row_set_choices (CwSetupRow *self, const char *const *names)
{
  GListModel *old;
  guint n = g_strv_length ((char **) names);
  gboolean same;

  g_return_if_fail (CW_IS_SETUP_ROW (self) && self->kind == CW_SETUP_CHOICE);

  old = gtk_drop_down_get_model (GTK_DROP_DOWN (self->value));
  same = g_list_model_get_n_items (old) == n;
  for (guint i = 0; i < n && same; i++)
    same = strcmp (gtk_string_list_get_string (GTK_STRING_LIST (old), i), names[i]) == 0;
  if (same)
    return;

  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->value), G_LIST_MODEL (gtk_string_list_new (names)));
  self->updating = FALSE;
}

/**
 * cw_setup_row_set_text:
 * @self: a row
 * @text: its value, of a choice its number
 *
 * Sets the value. What the user typed and the message are gone.
 */
void
cw_setup_row_set_text (CwSetupRow *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (CW_IS_SETUP_ROW (self) && text != NULL);

  if (text != self->text)
    {
      g_free (self->text);
      self->text = g_strdup (text);
    }
  shown = cw_setup_row_dup_text (self);
  self->updating = TRUE;
  if (self->kind == CW_SETUP_CHOICE)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->value),
                                (guint) g_ascii_strtoull (text, NULL, 10));
  else if (strcmp (shown, text) == 0)
    ;
  else if (self->kind == CW_SETUP_FIXED)
    gtk_label_set_text (GTK_LABEL (self->value), text);
  else if (self->kind == CW_SETUP_BLOCK)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->value)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->value), text);
  self->updating = FALSE;
  update_swatch (self);
  cw_setup_row_set_message (self, NULL);
}

/**
 * cw_setup_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): the value as the user has it now
 */
char *
cw_setup_row_dup_text (CwSetupRow *self)
{
  g_return_val_if_fail (CW_IS_SETUP_ROW (self), NULL);

  if (self->kind == CW_SETUP_CHOICE)
    return cw_setup_dup_count (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->value)));
  if (self->kind == CW_SETUP_FIXED)
    return g_strdup (gtk_label_get_text (GTK_LABEL (self->value)));
  if (self->kind == CW_SETUP_BLOCK)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->value));
      GtkTextIter start;
      GtkTextIter end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }

  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->value)));
}

/**
 * cw_setup_row_is_changed:
 * @self: a row
 *
 * Returns: whether the value is not the one that was set
 */
gboolean
cw_setup_row_is_changed (CwSetupRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (CW_IS_SETUP_ROW (self), FALSE);

  text = cw_setup_row_dup_text (self);
  return g_strcmp0 (text, self->text) != 0;
}

/**
 * cw_setup_row_set_unit:
 * @self: a row of a length
 * @unit: symbol of the unit
 *
 * Sets what is written behind the value.
 */
void
cw_setup_row_set_unit (CwSetupRow *self, const char *unit)
{
  g_return_if_fail (CW_IS_SETUP_ROW (self));

  if (self->unit != NULL)
    gtk_label_set_text (GTK_LABEL (self->unit), unit);
}

/**
 * cw_setup_row_set_message:
 * @self: a row
 * @message: (nullable): what is wrong, %NULL for nothing
 *
 * Says what is wrong with the value.
 */
void
cw_setup_row_set_message (CwSetupRow *self, const char *message)
{
  g_return_if_fail (CW_IS_SETUP_ROW (self));

  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->value, "error");
  else
    gtk_widget_remove_css_class (self->value, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message != NULL ? message : "", -1);
}

/**
 * cw_setup_row_get_message:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what is wrong
 */
const char *
cw_setup_row_get_message (CwSetupRow *self)
{
  g_return_val_if_fail (CW_IS_SETUP_ROW (self), NULL);

  return gtk_widget_get_visible (self->message) ? gtk_label_get_text (GTK_LABEL (self->message))
                                                : NULL;
}

/**
 * cw_setup_row_get_value:
 * @self: a row
 *
 * Returns: (transfer none): the widget of the value
 */
GtkWidget *
cw_setup_row_get_value (CwSetupRow *self)
{
  g_return_val_if_fail (CW_IS_SETUP_ROW (self), NULL);

  return self->value;
}
