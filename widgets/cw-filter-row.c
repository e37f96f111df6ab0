/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-filter-row.h"

#include <glib/gi18n.h>

#include "widgets/tool/cw-hit.h"

static const struct
{
  guint filter;
  const char *label;
} filters[] = {
  { CW_FILTER_DIES, N_ ("Dies") },           { CW_FILTER_DIE_PADS, N_ ("Die pads") },
  { CW_FILTER_TRACES, N_ ("Traces") },       { CW_FILTER_BONDING_PADS, N_ ("Bonding pads") },
  { CW_FILTER_VIAS, N_ ("Vias") },           { CW_FILTER_ZONES, N_ ("Planes") },
  { CW_FILTER_BUSES, N_ ("Buses") },         { CW_FILTER_PASSIVES, N_ ("Passives") },
  { CW_FILTER_CAVITIES, N_ ("Cavities") },   { CW_FILTER_KEEP_OUTS, N_ ("Keep-outs") },
  { CW_FILTER_TEXTS, N_ ("Texts") },         { CW_FILTER_CUT_LINES, N_ ("Cut lines") },
  { CW_FILTER_FIDUCIALS, N_ ("Fiducials") }, { CW_FILTER_LOCKED, N_ ("Locked") },
};

struct _CwFilterRow
{
  GtkWidget parent_instance;

  CwEditor *editor;
  GtkWidget *box;
  GtkWidget *chips[G_N_ELEMENTS (filters)];
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (CwFilterRow, cw_filter_row, GTK_TYPE_WIDGET)

static void
set_filter (CwFilterRow *self, guint filter)
{
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);

  settings.filter = filter;
  cw_tool_host_set_settings (host, &settings);
}

static void
update (CwFilterRow *self)
{
  guint filter = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->filter;

  self->updating = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[i]),
                                  (filter & filters[i].filter) != 0);
  self->updating = FALSE;
}

static guint
find_chip (CwFilterRow *self, GtkWidget *chip)
{
  guint i = 0;

  while (self->chips[i] != chip)
    i++;

  return i;
}

static void
chip_toggled (GtkToggleButton *chip, CwFilterRow *self)
{
  guint bit = filters[find_chip (self, GTK_WIDGET (chip))].filter;
  guint filter;

  if (self->updating || self->editor == NULL)
    return;
  filter = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->filter;
  set_filter (self, gtk_toggle_button_get_active (chip) ? filter | bit : filter & ~bit);
}

/* a double click takes only these, another one all again; what is locked is no kind of its own */
static void
chip_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CwFilterRow *self)
{
  GtkWidget *chip = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  guint bit = filters[find_chip (self, chip)].filter;
  guint filter;

  if (n_press != 2 || self->editor == NULL || bit == CW_FILTER_LOCKED)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  filter = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->filter;
  set_filter (self, g_object_get_data (G_OBJECT (chip), "cw-only") != NULL
                        ? (guint) CW_FILTER_ALL
                        : bit | (filter & CW_FILTER_LOCKED));
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    if (self->chips[i] != chip)
      g_object_set_data (G_OBJECT (self->chips[i]), "cw-only", NULL);
  g_object_set_data (G_OBJECT (chip), "cw-only",
                     g_object_get_data (G_OBJECT (chip), "cw-only") != NULL ? NULL : self);
}

static void
drop_editor (CwFilterRow *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_filter_row_dispose (GObject *object)
{
  CwFilterRow *self = CW_FILTER_ROW (object);

  drop_editor (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (cw_filter_row_parent_class)->dispose (object);
}

static void
cw_filter_row_class_init (CwFilterRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_filter_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_chip (CwFilterRow *self, guint i)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (_ (filters[i].label));
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focus_on_click (chip, FALSE);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (
      chip, filters[i].filter == CW_FILTER_LOCKED
                ? _ ("Whether the pointer may take what is locked")
                : _ ("Whether the pointer may take these; a double click takes only these"));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (chip_pressed), self);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (chip, "toggled", G_CALLBACK (chip_toggled), self);
  self->chips[i] = chip;
  gtk_flow_box_append (GTK_FLOW_BOX (self->box), chip);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
}

static void
cw_filter_row_init (CwFilterRow *self)
{
  self->box = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->box), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->box), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->box), 4);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->box), 2);
  gtk_widget_add_css_class (self->box, "filters");
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    add_chip (self, i);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * cw_filter_row_new:
 *
 * Makes a row that filters nothing.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_filter_row_new (void)
{
  return g_object_new (CW_TYPE_FILTER_ROW, NULL);
}

/**
 * cw_filter_row_set_editor:
 * @self: a row
 * @editor: (nullable): whose filter to set
 *
 * Shows the filter of a document.
 */
void
cw_filter_row_set_editor (CwFilterRow *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_FILTER_ROW (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed", G_CALLBACK (update),
                            self);
  update (self);
}
