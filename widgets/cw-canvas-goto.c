/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/cw-canvas-private.h"
#include "widgets/tool/cw-goto.h"

/* An entry beside the pointer for a place to go to. */

static void
close_entry (CwCanvas *self)
{
  if (!gtk_widget_get_visible (self->place))
    return;
  gtk_widget_set_visible (self->place, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static GtkWidget *
get_entry (CwCanvas *self)
{
  return gtk_widget_get_first_child (self->place);
}

static void
show_message (CwCanvas *self, const char *message)
{
  GtkWidget *label = gtk_widget_get_last_child (self->place);

  gtk_label_set_text (GTK_LABEL (label), message != NULL ? message : "");
  gtk_widget_set_visible (label, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (get_entry (self), "error");
  else
    gtk_widget_remove_css_class (get_entry (self), "error");
}

/* a wrong text stays, with what is wrong below it */
static void
activated (CwCanvas *self)
{
  CwUnit unit = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (get_entry (self)));
  g_autoptr (GError) error = NULL;
  CwPoint from = CW_POINT (0, 0);
  CwPoint to;

  cw_editor_get_pointer (self->editor, &from);
  if (!cw_goto_parse (text, unit, from, &to, &error))
    {
      show_message (self, error->message);
      return;
    }
  close_entry (self);
  cw_canvas_go_to (self, to);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwCanvas *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  close_entry (self);

  return GDK_EVENT_STOP;
}

static void
edited (CwCanvas *self)
{
  show_message (self, NULL);
}

GtkWidget *
cw_canvas_make_place_entry (CwCanvas *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *message = gtk_label_new (NULL);
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("x y, or +=dx dy"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 22);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Place to go to"), -1);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (message), 30);
  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_widget_add_css_class (message, "error");
  gtk_widget_set_visible (message, FALSE);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activated), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (edited), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (box, key);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), message);
  gtk_widget_add_css_class (box, "place-entry");
  gtk_widget_set_visible (box, FALSE);

  return box;
}

/**
 * cw_canvas_ask_place:
 * @self: a canvas
 *
 * Asks beside the pointer for a place, and goes there.
 */
void
cw_canvas_ask_place (CwCanvas *self)
{
  CwPoint at;

  g_return_if_fail (CW_IS_CANVAS (self));

  if (self->editor == NULL)
    return;
  self->hud_at = cw_editor_get_pointer (self->editor, &at)
                     ? cw_canvas_get_spot (self, at)
                     : (CwSpot){ gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                                 gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };
  cw_canvas_close_fields (self);
  show_message (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (get_entry (self)), "");
  gtk_widget_set_visible (self->place, TRUE);
  gtk_widget_grab_focus (get_entry (self));
}

/**
 * cw_canvas_go_to:
 * @self: a canvas
 * @at: a place of the plan [nm]
 *
 * Puts the crosshair there, and the place into the middle of the canvas unless it is
 * seen well already.
 */
void
cw_canvas_go_to (CwCanvas *self, CwPoint at)
{
  double width;
  double height;
  CwSpot spot;

  g_return_if_fail (CW_IS_CANVAS (self));

  if (self->editor == NULL)
    return;
  width = gtk_widget_get_width (GTK_WIDGET (self));
  height = gtk_widget_get_height (GTK_WIDGET (self));
  spot = cw_canvas_get_spot (self, at);
  if (spot.x < width / 8 || spot.y < height / 8 || spot.x > width * 7 / 8
      || spot.y > height * 7 / 8)
    cw_canvas_pan (self, spot.x - width / 2, spot.y - height / 2);
  cw_canvas_put_crosshair (self, at);
}
