/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/cw-filter-row.h"
#include "widgets/cw-level-panel-private.h"
#include "widgets/render/cw-hatch.h"

#define SWATCH_WIDTH 24  /* [px] */
#define SWATCH_HEIGHT 16 /* [px] */
#define MANY_LEVELS 14   /* so many have a field to look for one */

G_DEFINE_FINAL_TYPE (CwLevelPanel, cw_level_panel, GTK_TYPE_WIDGET)

static void
draw_swatch (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CwLevelRow *row = data;
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
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_row (CwLevelRow *row, const CwToolSettings *settings)
{
  gboolean seen = (settings->visible_levels & cw_level_get_bit (row->level)) != 0;
  gboolean locked = (settings->locked_levels & cw_level_get_bit (row->level)) != 0;

  gtk_button_set_icon_name (GTK_BUTTON (row->eye),
                            seen ? "cw-visible-symbolic" : "cw-hidden-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->eye), seen);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->lock), locked);
  gtk_widget_set_opacity (row->swatch,
                          !seen                                                           ? 0.25
                          : (settings->faded_levels & cw_level_get_bit (row->level)) != 0 ? 0.5
                                                                                          : 1);
  set_class (row->row, "active-level", row->level == settings->active_level);
  set_class (row->row, "marked-level", row->level == settings->marked_level);
  set_class (row->row, "hidden-level", !seen);
}

static void
update (CwLevelPanel *self)
{
  const CwToolSettings *settings = cw_level_panel_get_settings (self);

  self->updating = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwLevelRow *row = g_ptr_array_index (self->rows, i);

      update_row (row, settings);
      if (row->level == settings->active_level)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row->row));
    }
  self->updating = FALSE;
}

static void
show_level (CwLevelPanel *self, guint level, gboolean seen)
{
  CwToolSettings settings = *cw_level_panel_get_settings (self);

  if (seen)
    settings.visible_levels |= cw_level_get_bit (level);
  else
    settings.visible_levels &= ~cw_level_get_bit (level);
  cw_level_panel_set_settings (self, &settings);
}

static void
eye_toggled (GtkToggleButton *eye, CwLevelRow *row)
{
  if (!row->panel->updating && row->panel->editor != NULL)
    show_level (row->panel, row->level, gtk_toggle_button_get_active (eye));
}

static void
lock_toggled (GtkToggleButton *lock, CwLevelRow *row)
{
  CwToolSettings settings;

  if (row->panel->updating || row->panel->editor == NULL)
    return;
  settings = *cw_level_panel_get_settings (row->panel);
  settings.locked_levels ^= cw_level_get_bit (row->level);
  cw_level_panel_set_settings (row->panel, &settings);
}

/* the row at a height of the list, when the place is over its eye or that is all the same */
CwLevelRow *
cw_level_panel_find_row (CwLevelPanel *self, double x, double y, gboolean over_eye)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwLevelRow *row = g_ptr_array_index (self->rows, i);
      GtkWidget *widget = over_eye ? row->eye : row->row;
      double left;
      double top;

      if (gtk_widget_get_mapped (row->row)
          && gtk_widget_translate_coordinates (widget, self->list, 0, 0, &left, &top) && y >= top
          && y < top + gtk_widget_get_height (widget)
          && (!over_eye || (x >= left && x < left + gtk_widget_get_width (widget))))
        return row;
    }

  return NULL;
}

/* a press on an eye and a drag over others make all alike */
static void
drag_begun (GtkGestureDrag *gesture, double x, double y, CwLevelPanel *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  CwLevelRow *row = cw_level_panel_find_row (self, x, y, TRUE);

  self->dragging = row != NULL && self->editor != NULL;
  if (!self->dragging)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if ((state & GDK_ALT_MASK) != 0)
    {
      self->dragging = FALSE;
      cw_level_panel_show_only (self, row->level);
      return;
    }
  self->showing
      = (cw_level_panel_get_settings (self)->visible_levels & cw_level_get_bit (row->level)) == 0;
  show_level (self, row->level, self->showing);
}

static void
dragged (GtkGestureDrag *gesture, double dx, double dy, CwLevelPanel *self)
{
  double x;
  double y;
  CwLevelRow *row;

  if (!self->dragging || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  row = cw_level_panel_find_row (self, x + dx, y + dy, FALSE);
  if (row != NULL)
    show_level (self, row->level, self->showing);
}

static void
row_activated (GtkListBox *list, GtkListBoxRow *widget, CwLevelPanel *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwLevelRow *row = g_ptr_array_index (self->rows, i);
      CwToolSettings settings = *cw_level_panel_get_settings (self);

      if (row->row != GTK_WIDGET (widget))
        continue;
      settings.active_level = (guint8) row->level;
      settings.visible_levels |= cw_level_get_bit (row->level);
      cw_level_panel_set_settings (self, &settings);
    }
  update (self);
}

static GtkWidget *
make_toggle (const char *icon, const char *css_class, const char *tooltip, const char *label)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (toggle), icon);
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, css_class);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (toggle, FALSE);
  gtk_widget_set_tooltip_text (toggle, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);

  return toggle;
}

static char *
dup_range (const CwTechnology *technology, guint level)
{
  CwCoord bottom = cw_technology_get_level_bottom (technology, level);
  CwCoord thickness = cw_technology_get_level (technology, level)->thickness;
  g_autofree char *low = cw_length_format (bottom, CW_UNIT_UM);
  g_autofree char *high = cw_length_format ((gint64) bottom + thickness, CW_UNIT_UM);

  return g_strdup_printf ("%s–%s", low, high);
}

static void
fill_row (CwLevelPanel *self, CwLevelRow *row, const CwLevel *data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *name = gtk_label_new (data->name);
  g_autofree char *range = dup_range (self->technology, row->level);
  g_autofree char *thickness = cw_length_format_with_unit (data->thickness, CW_UNIT_UM);
  g_autofree char *tooltip = g_strdup_printf (_ ("z %s µm, %s thick"), range, thickness);
  GtkWidget *size = gtk_label_new (data->thickness > 0 ? range : NULL);
  g_autofree char *eye = g_strdup_printf (_ ("Show %s"), data->name);
  g_autofree char *lock = g_strdup_printf (_ ("Lock %s"), data->name);

  row->eye = make_toggle ("cw-visible-symbolic", "eye",
                          _ ("Show or hide; drag over several; with Alt, show only this"), eye);
  row->lock = make_toggle ("cw-lock-symbolic", "lock",
                           _ ("Whether the pointer leaves alone what is on this level"), lock);
  row->swatch = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (row->swatch), SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (row->swatch), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (row->swatch), draw_swatch, row, NULL);
  gtk_widget_set_valign (row->swatch, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 8);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (size, "row-note");
  gtk_widget_add_css_class (size, "numeric");
  gtk_widget_set_tooltip_text (size, tooltip);
  gtk_box_append (GTK_BOX (box), row->eye);
  gtk_box_append (GTK_BOX (box), row->lock);
  gtk_box_append (GTK_BOX (box), row->swatch);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), size);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  g_signal_connect (row->eye, "toggled", G_CALLBACK (eye_toggled), row);
  g_signal_connect (row->lock, "toggled", G_CALLBACK (lock_toggled), row);
}

static void
add_row (CwLevelPanel *self, guint level)
{
  const CwLevel *data = cw_technology_get_level (self->technology, level);
  gboolean is_wiring = data->kind == CW_LEVEL_WIRING;
  CwLevelRow *row = g_new0 (CwLevelRow, 1);

  row->panel = self;
  row->level = level;
  row->row = gtk_list_box_row_new ();
  fill_row (self, row, data);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), is_wiring);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row->row), is_wiring);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  data->name, -1);
  if (is_wiring)
    gtk_widget_set_tooltip_text (row->row, _ ("Click to draw on this level"));
  gtk_list_box_prepend (GTK_LIST_BOX (self->list), row->row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_row_shown (GtkListBoxRow *widget, gpointer data)
{
  CwLevelPanel *self = data;
  g_autofree char *wanted
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      CwLevelRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *name = NULL;

      if (row->row != GTK_WIDGET (widget))
        continue;
      name = g_utf8_casefold (cw_technology_get_level (self->technology, row->level)->name, -1);
      return strstr (name, wanted) != NULL;
    }

  return TRUE;
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
  gtk_widget_set_visible (self->search, self->rows->len > MANY_LEVELS);
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
  g_clear_pointer (&self->menu, gtk_widget_unparent);
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
  cw_level_panel_install_actions (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
add_gestures (CwLevelPanel *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begun), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (dragged), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (drag));
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
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), is_row_shown, self, NULL);
  gtk_widget_add_css_class (self->list, "levels");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Levels"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated), self);
  add_gestures (self);
  self->search = gtk_search_entry_new ();
  gtk_widget_add_css_class (self->search, "panel-entry");
  gtk_widget_set_visible (self->search, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Look for a level"), -1);
  g_signal_connect_swapped (self->search, "search-changed",
                            G_CALLBACK (gtk_list_box_invalidate_filter), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->filters = cw_filter_row_new ();
  gtk_widget_set_parent (make_title (_ ("Levels")), GTK_WIDGET (self));
  gtk_widget_set_parent (self->search, GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (make_title (_ ("Selection filter")), GTK_WIDGET (self));
  gtk_widget_set_parent (self->filters, GTK_WIDGET (self));
  cw_level_panel_make_menu (self);
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
  cw_filter_row_set_editor (CW_FILTER_ROW (self->filters), editor);
  memset (self->presets, 0, sizeof self->presets);
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
    gtk_widget_queue_draw (((CwLevelRow *) g_ptr_array_index (self->rows, i))->swatch);
}

/**
 * cw_level_panel_store:
 * @self: a panel
 * @preset: less than %CW_N_LEVEL_PRESETS
 *
 * Notes which levels are seen, faded and locked.
 */
void
cw_level_panel_store (CwLevelPanel *self, guint preset)
{
  const CwToolSettings *settings;

  g_return_if_fail (CW_IS_LEVEL_PANEL (self) && preset < CW_N_LEVEL_PRESETS);

  if (self->editor == NULL)
    return;
  settings = cw_level_panel_get_settings (self);
  self->presets[preset] = (CwLevelPreset){ TRUE, settings->visible_levels, settings->faded_levels,
                                           settings->locked_levels };
}

/**
 * cw_level_panel_recall:
 * @self: a panel
 * @preset: less than %CW_N_LEVEL_PRESETS
 *
 * Shows the levels as they were stored.
 *
 * Returns: whether they were
 */
gboolean
cw_level_panel_recall (CwLevelPanel *self, guint preset)
{
  CwToolSettings settings;

  g_return_val_if_fail (CW_IS_LEVEL_PANEL (self) && preset < CW_N_LEVEL_PRESETS, FALSE);

  if (self->editor == NULL || !self->presets[preset].is_stored)
    return FALSE;
  settings = *cw_level_panel_get_settings (self);
  settings.visible_levels = self->presets[preset].visible;
  settings.faded_levels = self->presets[preset].faded;
  settings.locked_levels = self->presets[preset].locked;
  cw_level_panel_set_settings (self, &settings);

  return TRUE;
}
