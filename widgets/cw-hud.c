/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-hud.h"

#include <glib/gi18n.h>

struct _CwHud
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *message;
  GPtrArray *entries; /* of GtkEntry, with the name of its field as data */
  CwEditor *editor;
};

G_DEFINE_FINAL_TYPE (CwHud, cw_hud, GTK_TYPE_WIDGET)

#define NUMBER_WIDTH 10 /* [characters] */
#define WORDS_WIDTH 20
#define NAME_KEY "cw-field"
#define EDITED_KEY "cw-edited"

static void
show_message (CwHud *self, GtkWidget *entry, const char *message)
{
  for (guint i = 0; i < self->entries->len; i++)
    gtk_widget_remove_css_class (g_ptr_array_index (self->entries, i), "error");
  if (message != NULL)
    gtk_widget_add_css_class (entry, "error");
  gtk_label_set_text (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static void
mark_edited (GtkWidget *entry)
{
  g_object_set_data (G_OBJECT (entry), EDITED_KEY, GINT_TO_POINTER (TRUE));
}

static gboolean
is_edited (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), EDITED_KEY) != NULL;
}

static void
clear (CwHud *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->entries, 0);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static void
give_back_focus (CwHud *self)
{
  GtkWidget *canvas = gtk_widget_get_parent (GTK_WIDGET (self));

  cw_hud_close (self);
  if (canvas != NULL)
    gtk_widget_grab_focus (canvas);
}

/* sets what was typed; the first wrong number keeps its text and the focus */
static gboolean
apply (CwHud *self, gboolean *any)
{
  *any = FALSE;
  for (guint i = 0; i < self->entries->len; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries, i);
      g_autoptr (GError) error = NULL;

      if (!is_edited (entry))
        continue;
      if (!cw_editor_set_field (self->editor, g_object_get_data (G_OBJECT (entry), NAME_KEY),
                                gtk_editable_get_text (GTK_EDITABLE (entry)), &error))
        {
          show_message (self, entry, error->message);
          gtk_widget_grab_focus (entry);
          return FALSE;
        }
      g_object_set_data (G_OBJECT (entry), EDITED_KEY, NULL);
      *any = TRUE;
    }
  show_message (self, NULL, NULL);

  return TRUE;
}

/* Enter sets what was typed; when nothing was, it clicks where the tool is */
static void
activated (CwHud *self)
{
  gboolean any;

  if (!apply (self, &any) || any)
    return;
  cw_editor_send_key (self->editor, "Return", 0);
  give_back_focus (self);
}

static void
focus_neighbour (CwHud *self, int step)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  int n = (int) self->entries->len;

  for (int i = 0; i < n; i++)
    {
      GtkWidget *entry = g_ptr_array_index (self->entries, (guint) i);

      if (focus != NULL && (focus == entry || gtk_widget_is_ancestor (focus, entry)))
        {
          gtk_widget_grab_focus (g_ptr_array_index (self->entries, (guint) ((i + step + n) % n)));
          return;
        }
    }
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwHud *self)
{
  gboolean any;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      give_back_focus (self);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (apply (self, &any))
        focus_neighbour (self, keyval == GDK_KEY_ISO_Left_Tab ? -1 : 1);
      return GDK_EVENT_STOP;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
claim (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
cw_hud_dispose (GObject *object)
{
  CwHud *self = CW_HUD (object);
  GtkWidget *child;

  g_clear_object (&self->editor);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cw_hud_parent_class)->dispose (object);
}

static void
cw_hud_class_init (CwHudClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_hud_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "hud");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
cw_hud_init (CwHud *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->entries = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 28);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect (click, "pressed", G_CALLBACK (claim), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * cw_hud_new:
 *
 * Makes a box without fields.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_hud_new (void)
{
  return g_object_new (CW_TYPE_HUD, NULL);
}

static GtkWidget *
add_field (CwHud *self, const CwToolField *field, int row)
{
  GtkWidget *label = gtk_label_new (field->label);
  GtkWidget *entry = gtk_entry_new ();
  int width = field->is_words ? WORDS_WIDTH : NUMBER_WIDTH;

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), field->text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  field->label, -1);
  g_object_set_data_full (G_OBJECT (entry), NAME_KEY, g_strdup (field->name), g_free);
  g_signal_connect (entry, "changed", G_CALLBACK (mark_edited), NULL);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated), self);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_widget_set_halign (entry, field->is_words ? GTK_ALIGN_FILL : GTK_ALIGN_START);
  gtk_grid_attach (GTK_GRID (self->grid), entry, 1, row, field->is_words ? 2 : 1, 1);
  if (!field->is_words)
    {
      GtkWidget *unit = gtk_label_new (field->unit);

      gtk_label_set_xalign (GTK_LABEL (unit), 0);
      gtk_widget_add_css_class (unit, "dim-label");
      gtk_grid_attach (GTK_GRID (self->grid), unit, 2, row, 1, 1);
    }
  g_ptr_array_add (self->entries, entry);

  return entry;
}

/**
 * cw_hud_open:
 * @self: a box
 * @editor: whose tool is in hand
 * @text: (nullable): what was typed already
 *
 * Shows the numbers that can be typed now, with the first in focus.
 *
 * Returns: whether there is one
 */
gboolean
cw_hud_open (CwHud *self, CwEditor *editor, const char *text)
{
  g_autoptr (GArray) fields = NULL;
  GtkWidget *first;

  g_return_val_if_fail (CW_IS_HUD (self) && CW_IS_EDITOR (editor), FALSE);

  fields = cw_tool_list_fields (cw_editor_get_tool (editor));
  if (fields->len == 0)
    return FALSE;
  g_set_object (&self->editor, editor);
  clear (self);
  show_message (self, NULL, NULL);
  for (guint i = 0; i < fields->len; i++)
    add_field (self, &g_array_index (fields, CwToolField, i), (int) i);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  first = g_ptr_array_index (self->entries, 0);
  gtk_widget_grab_focus (first);
  if (text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (first), text);
      gtk_editable_set_position (GTK_EDITABLE (first), -1);
    }

  return TRUE;
}

/**
 * cw_hud_close:
 * @self: a box
 *
 * Hides the numbers; what was set stays.
 */
void
cw_hud_close (CwHud *self)
{
  g_return_if_fail (CW_IS_HUD (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  clear (self);
}
