/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-history-panel.h"

#include <glib/gi18n.h>

#include "widgets/cw-history-lanes.h"
#include "widgets/cw-row-model.h"

#define LANE_WIDTH 12 /* [px] */
#define MOST_LANES 6  /* that are drawn */
#define MOST_CANCELS 100

struct _CwHistoryPanel
{
  GtkWidget parent_instance;

  CwEditor *editor;
  GArray *rows;  /* of CwHistoryRow, by revision */
  GArray *times; /* of gint64, when each revision was seen first [s] */
  gboolean updating;
  guint idle;

  GtkWidget *list;
  CwRowModel *model;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (CwHistoryPanel, cw_history_panel, GTK_TYPE_WIDGET)

static CwDocument *
get_document (CwHistoryPanel *self)
{
  return cw_editor_get_document (self->editor);
}

/* the latest is on top */
static guint
get_revision (CwHistoryPanel *self, guint index)
{
  return self->rows->len - 1 - index;
}

static void
note_times (CwHistoryPanel *self)
{
  guint n = cw_document_get_n_revisions (get_document (self));
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  while (self->times->len < n)
    g_array_append_val (self->times, now);
}

static gboolean
update (gpointer data)
{
  CwHistoryPanel *self = data;
  guint current = cw_document_get_revision (get_document (self));

  self->idle = 0;
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = cw_history_lanes_list (get_document (self));
  self->updating = TRUE;
  cw_row_model_set_n (self->model, self->rows->len);
  gtk_single_selection_set_selected (self->selection, get_revision (self, current));
  self->updating = FALSE;
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", get_revision (self, current));

  return G_SOURCE_REMOVE;
}

static void
update_soon (CwHistoryPanel *self)
{
  note_times (self);
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (update, self);
}

static double
get_lane_x (guint lane)
{
  return (MIN (lane, MOST_LANES - 1) + 0.5) * LANE_WIDTH;
}

static void
draw_lanes (cairo_t *cr, const CwHistoryRow *row, double height)
{
  double middle = height / 2;
  double x = get_lane_x (row->lane);

  for (guint lane = 0; lane < CW_HISTORY_LANES_MAX; lane++)
    {
      double from = get_lane_x (lane);

      if ((row->above >> lane & 1) != 0)
        {
          cairo_move_to (cr, from, 0);
          if ((row->ends >> lane & 1) != 0)
            cairo_curve_to (cr, from, middle / 2, x, middle / 2, x, middle);
          else
            cairo_line_to (cr, from, middle);
        }
      if ((row->below >> lane & 1) != 0)
        {
          cairo_move_to (cr, from, middle);
          cairo_line_to (cr, from, height);
        }
    }
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  CwHistoryPanel *self = data;
  guint revision = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "cw-revision"));
  gboolean is_current;
  const CwHistoryRow *row;
  GdkRGBA colour;

  if (self->editor == NULL || self->rows == NULL || revision >= self->rows->len)
    return;
  row = &g_array_index (self->rows, CwHistoryRow, revision);
  is_current = revision == cw_document_get_revision (get_document (self));
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  colour.alpha *= 0.6f;
  gdk_cairo_set_source_rgba (cr, &colour);
  draw_lanes (cr, row, height);
  colour.alpha = 1;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, get_lane_x (row->lane), height / 2.0, is_current ? 5 : 3, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item, CwHistoryPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lanes = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *saved = gtk_image_new_from_icon_name ("cw-save-symbolic");
  GtkWidget *time = gtk_label_new (NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (lanes), draw, self, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (saved, _ ("What the file holds"));
  gtk_widget_add_css_class (time, "row-note");
  gtk_widget_add_css_class (time, "numeric");
  gtk_box_append (GTK_BOX (box), lanes);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), saved);
  gtk_box_append (GTK_BOX (box), time);
  gtk_list_item_set_child (item, box);
}

static guint
count_lanes (CwHistoryPanel *self)
{
  guint n = 1;

  for (guint i = 0; i < self->rows->len; i++)
    n = MAX (n, g_array_index (self->rows, CwHistoryRow, i).lane + 1u);

  return MIN (n, MOST_LANES);
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
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, CwHistoryPanel *self)
{
  guint revision = get_revision (self, cw_row_get_index (gtk_list_item_get_item (item)));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *lanes = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_next_sibling (lanes);
  GtkWidget *saved = gtk_widget_get_next_sibling (label);
  GtkWidget *time = gtk_widget_get_next_sibling (saved);
  guint current = cw_document_get_revision (get_document (self));
  const CwHistoryRow *row;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *clock = NULL;
  const char *text;

  if (revision >= self->rows->len)
    return;
  row = &g_array_index (self->rows, CwHistoryRow, revision);
  text = revision == 0 ? _ ("As opened")
                       : cw_document_get_revision_label (get_document (self), revision);
  date = g_date_time_new_from_unix_local (g_array_index (self->times, gint64, revision));
  clock = g_date_time_format (date, "%H:%M:%S");
  g_object_set_data (G_OBJECT (lanes), "cw-revision", GUINT_TO_POINTER (revision));
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (lanes),
                                      (int) count_lanes (self) * LANE_WIDTH);
  gtk_widget_queue_draw (lanes);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_text (GTK_LABEL (time), clock);
  gtk_widget_set_visible (saved, cw_document_is_saved_revision (get_document (self), revision));
  set_class (label, "heading", revision == current);
  set_class (label, "undone", !row->is_main || revision > current);
  gtk_widget_set_tooltip_text (box,
                               row->is_main ? NULL : _ ("On a side branch: a click goes there"));
}

static void
go_to (CwHistoryPanel *self, guint position)
{
  CwTool *tool;

  if (self->updating || self->editor == NULL || position >= self->rows->len)
    return;
  tool = cw_editor_get_tool (self->editor);
  for (guint i = 0; i < MOST_CANCELS && cw_tool_get_state (tool) == CW_TOOL_ACTIVE; i++)
    {
      cw_editor_run (self->editor, "cancel");
      tool = cw_editor_get_tool (self->editor);
    }
  cw_document_go_to (get_document (self), get_revision (self, position));
}

static void
row_activated (GtkListView *list, guint position, CwHistoryPanel *self)
{
  go_to (self, position);
}

static void
drop_editor (CwHistoryPanel *self)
{
  if (self->editor == NULL)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (get_document (self), self);
  g_clear_object (&self->editor);
  g_array_set_size (self->times, 0);
}

static void
cw_history_panel_dispose (GObject *object)
{
  CwHistoryPanel *self = CW_HISTORY_PANEL (object);
  GtkWidget *child;

  self->updating = TRUE;
  if (self->times != NULL)
    drop_editor (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->times, g_array_unref);
  G_OBJECT_CLASS (cw_history_panel_parent_class)->dispose (object);
}

static void
cw_history_panel_map (GtkWidget *widget)
{
  CwHistoryPanel *self = CW_HISTORY_PANEL (widget);

  GTK_WIDGET_CLASS (cw_history_panel_parent_class)->map (widget);
  if (self->editor != NULL)
    update_soon (self);
}

static void
cw_history_panel_class_init (CwHistoryPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_history_panel_dispose;
  GTK_WIDGET_CLASS (klass)->map = cw_history_panel_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_history_panel_init (CwHistoryPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->rows = g_array_new (FALSE, TRUE, sizeof (CwHistoryRow));
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->model = cw_row_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), self);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "rows");
  gtk_widget_add_css_class (self->list, "history");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * cw_history_panel_new:
 *
 * Makes a panel without a history.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_history_panel_new (void)
{
  return g_object_new (CW_TYPE_HISTORY_PANEL, NULL);
}

/**
 * cw_history_panel_set_editor:
 * @self: a panel
 * @editor: (nullable): whose history to show
 *
 * Shows the history of a document.
 */
void
cw_history_panel_set_editor (CwHistoryPanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_HISTORY_PANEL (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (get_document (self), "changed", G_CALLBACK (update_soon), self);
  g_signal_connect_swapped (get_document (self), "saved", G_CALLBACK (update_soon), self);
  update_soon (self);
}
