/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-level-panel.h"

#include <glib/gi18n.h>

#include "widgets/render/cw-hatch.h"
#include "widgets/tool/cw-hit.h"

#define SWATCH_WIDTH 26  /* [px] */
#define SWATCH_HEIGHT 16 /* [px] */

struct _CwLevelPanel
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *filters;
  CwEditor *editor;
  const CwTheme *theme;
  CwTechnology *technology; /* that the rows are of */
  GPtrArray *rows;          /* of Row, by level */
  gboolean updating;
};

/* one level */
typedef struct
{
  CwLevelPanel *panel;
  guint level;
  GtkWidget *row;
  GtkWidget *eye;
  GtkWidget *swatch;
} Row;

static const struct
{
  guint filter;
  const char *label;
} filters[] = {
  { CW_FILTER_DIES, N_ ("Dies") },           { CW_FILTER_DIE_PADS, N_ ("Die pads") },
  { CW_FILTER_TRACES, N_ ("Traces") },       { CW_FILTER_VIAS, N_ ("Vias") },
  { CW_FILTER_BONDING_PADS, N_ ("Balls") },  { CW_FILTER_TEXTS, N_ ("Text") },
  { CW_FILTER_BUSES, N_ ("Buses") },         { CW_FILTER_PASSIVES, N_ ("Passive devices") },
  { CW_FILTER_CAVITIES, N_ ("Cavities") },   { CW_FILTER_CUT_LINES, N_ ("Cut lines") },
  { CW_FILTER_ZONES, N_ ("Planes") },        { CW_FILTER_KEEP_OUTS, N_ ("Keep-outs") },
  { CW_FILTER_FIDUCIALS, N_ ("Fiducials") }, { CW_FILTER_LOCKED, N_ ("Locked") },
};

G_DEFINE_FINAL_TYPE (CwLevelPanel, cw_level_panel, GTK_TYPE_WIDGET)

static const CwToolSettings *
get_settings (CwLevelPanel *self)
{
  return cw_tool_host_get_settings (cw_editor_get_host (self->editor));
}

static void
set_settings (CwLevelPanel *self, const CwToolSettings *settings)
{
  cw_tool_host_set_settings (cw_editor_get_host (self->editor), settings);
}

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  Row *row = data;
  CwLevelPanel *self = row->panel;
  CwColour colour = cw_theme_get_level_colour (self->theme, self->technology, row->level);
  CwHatch hatch = cw_theme_get_level_hatch (self->theme, self->technology, row->level);
  CwFrame frame = { 0, 0, width, height };

  cairo_rectangle (cr, 0, 0, width, height);
  cw_colour_set_source (self->theme->package, cr);
  cairo_fill_preserve (cr);
  cw_colour_set_source (cw_colour_with_alpha (colour, hatch == CW_HATCH_NONE ? 1 : 0.45), cr);
  cairo_fill (cr);
  cw_colour_set_source (colour, cr);
  cairo_set_line_width (cr, 1);
  cw_hatch_paint (cr, hatch, frame, (CwSpot){ 0, 0 }, 5);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cw_colour_set_source (cw_colour_mix (colour, self->theme->package_outline, 0.5), cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
set_eye (Row *row, gboolean seen)
{
  gtk_button_set_icon_name (GTK_BUTTON (row->eye),
                            seen ? "cw-visible-symbolic" : "cw-hidden-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->eye), seen);
}

static void
update (CwLevelPanel *self)
{
  const CwToolSettings *settings = get_settings (self);

  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      gboolean active = row->level == settings->active_level;

      set_eye (row, (settings->visible_levels >> row->level & 1) != 0);
      if (active)
        gtk_widget_add_css_class (row->row, "active-level");
      else
        gtk_widget_remove_css_class (row->row, "active-level");
      if (row->level == settings->marked_level)
        gtk_widget_add_css_class (row->row, "marked-level");
      else
        gtk_widget_remove_css_class (row->row, "marked-level");
      if (active)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row->row));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (self->filters); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *toggle = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));
      guint filter = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toggle), "cw-filter"));

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), (settings->filter & filter) != 0);
    }
  self->updating = FALSE;
}

static void
eye_toggled (GtkToggleButton *eye, Row *row)
{
  CwLevelPanel *self = row->panel;
  CwToolSettings settings;

  if (self->updating || self->editor == NULL)
    return;
  settings = *get_settings (self);
  settings.visible_levels ^= (guint64) 1 << row->level;
  set_settings (self, &settings);
  update (self);
}

/* Alt shows only this one, and all again */
static void
eye_pressed (GtkGestureClick *gesture, int n_press, double x, double y, Row *row)
{
  CwLevelPanel *self = row->panel;
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint64 only = (guint64) 1 << row->level;
  CwToolSettings settings;

  if ((state & GDK_ALT_MASK) == 0 || self->editor == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  settings = *get_settings (self);
  settings.visible_levels = settings.visible_levels == only ? G_MAXUINT64 : only;
  set_settings (self, &settings);
  update (self);
}

static void
row_activated (GtkListBox *list, GtkListBoxRow *widget, CwLevelPanel *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);
      CwToolSettings settings = *get_settings (self);

      if (row->row != GTK_WIDGET (widget))
        continue;
      settings.active_level = (guint8) row->level;
      settings.visible_levels |= (guint64) 1 << row->level;
      set_settings (self, &settings);
    }
  update (self);
}

static void
filter_toggled (GtkToggleButton *toggle, CwLevelPanel *self)
{
  CwToolSettings settings;
  guint filter = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toggle), "cw-filter"));

  if (self->updating || self->editor == NULL)
    return;
  settings = *get_settings (self);
  if (gtk_toggle_button_get_active (toggle))
    settings.filter |= filter;
  else
    settings.filter &= ~filter;
  set_settings (self, &settings);
}

static void
add_row (CwLevelPanel *self, guint level)
{
  const CwLevel *data = cw_technology_get_level (self->technology, level);
  gboolean is_wiring = data->kind == CW_LEVEL_WIRING;
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (data->name);
  g_autofree char *thickness = cw_length_format_with_unit (data->thickness, CW_UNIT_UM);
  GtkWidget *size = gtk_label_new (data->thickness > 0 ? thickness : NULL);
  g_autofree char *eye_label = g_strdup_printf (_ ("Show %s"), data->name);
  GtkGesture *click = gtk_gesture_click_new ();

  row->panel = self;
  row->level = level;
  row->eye = gtk_toggle_button_new ();
  gtk_widget_add_css_class (row->eye, "flat");
  gtk_widget_add_css_class (row->eye, "eye");
  gtk_widget_set_valign (row->eye, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (row->eye, FALSE);
  gtk_widget_set_tooltip_text (row->eye, _ ("Show or hide; with Alt, show only this"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->eye), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  eye_label, -1);
  row->swatch = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (row->swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (row->swatch), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (row->swatch), draw_swatch, row, NULL);
  gtk_widget_set_valign (row->swatch, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 9);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (size, "dim-label");
  gtk_widget_add_css_class (size, "numeric");
  gtk_box_append (GTK_BOX (box), row->eye);
  gtk_box_append (GTK_BOX (box), row->swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), size);
  row->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), is_wiring);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row->row), is_wiring);
  if (is_wiring)
    gtk_widget_set_tooltip_text (row->row, _ ("Click to draw on this level"));
  gtk_list_box_prepend (GTK_LIST_BOX (self->list), row->row);

  g_signal_connect (row->eye, "toggled", G_CALLBACK (eye_toggled), row);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (eye_pressed), row);
  gtk_widget_add_controller (row->eye, GTK_EVENT_CONTROLLER (click));
  g_ptr_array_add (self->rows, row);
}

static void
make_rows (CwLevelPanel *self)
{
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));
  GtkWidget *child;

  if (self->technology == technology)
    return;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->technology, cw_technology_unref);
  self->technology = cw_technology_ref (technology);
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    add_row (self, i);
}

static void
document_changed (CwLevelPanel *self)
{
  make_rows (self);
  update (self);
}

static GtkWidget *
make_title (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "panel-title");

  return label;
}

static void
add_filters (CwLevelPanel *self)
{
  self->filters = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->filters), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->filters), 4);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->filters), 2);
  gtk_widget_add_css_class (self->filters, "filters");
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_label (_ (filters[i].label));

      gtk_widget_set_focus_on_click (toggle, FALSE);
      gtk_widget_add_css_class (toggle, "chip");
      gtk_widget_set_tooltip_text (toggle, _ ("Whether the pointer may take these"));
      g_object_set_data (G_OBJECT (toggle), "cw-filter", GUINT_TO_POINTER (filters[i].filter));
      g_signal_connect (toggle, "toggled", G_CALLBACK (filter_toggled), self);
      gtk_flow_box_append (GTK_FLOW_BOX (self->filters), toggle);
      gtk_widget_set_focusable (gtk_widget_get_parent (toggle), FALSE);
    }
}

static void
drop_editor (CwLevelPanel *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_level_panel_dispose (GObject *object)
{
  CwLevelPanel *self = CW_LEVEL_PANEL (object);
  GtkWidget *child;

  drop_editor (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->technology, cw_technology_unref);
  G_OBJECT_CLASS (cw_level_panel_parent_class)->dispose (object);
}

static void
cw_level_panel_class_init (CwLevelPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_level_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_level_panel_init (CwLevelPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->theme = cw_theme_get (CW_THEME_LIGHT);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "levels");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Levels"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  add_filters (self);
  gtk_widget_set_parent (make_title (_ ("Levels")), GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (make_title (_ ("Selection filter")), GTK_WIDGET (self));
  gtk_widget_set_parent (self->filters, GTK_WIDGET (self));
}

/**
 * cw_level_panel_new:
 *
 * Makes a panel without levels.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_level_panel_new (void)
{
  return g_object_new (CW_TYPE_LEVEL_PANEL, NULL);
}

/**
 * cw_level_panel_set_editor:
 * @self: a panel
 * @editor: (nullable): whose levels to show
 *
 * Shows the levels of a document.
 */
void
cw_level_panel_set_editor (CwLevelPanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_LEVEL_PANEL (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed", G_CALLBACK (update),
                            self);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed",
                            G_CALLBACK (document_changed), self);
  document_changed (self);
}

/**
 * cw_level_panel_set_theme:
 * @self: a panel
 * @kind: which colours
 *
 * Sets the colours of the levels.
 */
void
cw_level_panel_set_theme (CwLevelPanel *self, CwThemeKind kind)
{
  g_return_if_fail (CW_IS_LEVEL_PANEL (self));

  self->theme = cw_theme_get (kind);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_queue_draw (((Row *) g_ptr_array_index (self->rows, i))->swatch);
}
