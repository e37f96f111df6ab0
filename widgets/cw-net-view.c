/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "model/design/cw-edit.h"
#include "widgets/cw-net-panel-private.h"
#include "widgets/cw-net-table.h"

static const struct
{
  const char *title;
  const char *tooltip;
  gboolean is_number;
} columns[CW_N_NET_COLUMNS] = {
  [CW_NET_COLUMN_NAME] = { N_ ("Net"), N_ ("Name of the net"), FALSE },
  [CW_NET_COLUMN_CLASS] = { N_ ("Class"), N_ ("What the net is for"), FALSE },
  [CW_NET_COLUMN_PADS] = { N_ ("Pads"), N_ ("Pads and terminals on the net"), TRUE },
  [CW_NET_COLUMN_LENGTH] = { N_ ("Length"), N_ ("Length of its traces"), TRUE },
  [CW_NET_COLUMN_STATE] = { N_ ("State"), N_ ("Whether its pads hang together"), FALSE },
};

/* of which design the numbers are */
CwDesign *
cw_net_panel_get_design (CwNetPanel *self)
{
  return cw_connect_get_design (self->connect);
}

/* what the net of a row has, NULL when there is none */
const CwNetStats *
cw_net_panel_get_stats (CwNetPanel *self, CwRow *row)
{
  guint index = row != NULL ? cw_row_get_index (row) : G_MAXUINT;

  if (self->connect == NULL || index >= self->shown->len)
    return NULL;

  return &g_array_index (self->stats, CwNetStats, g_array_index (self->shown, guint, index));
}

static CwNetColumn
get_column (GtkListItemFactory *factory)
{
  return (CwNetColumn) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "cw-column"));
}

/* writes what a cell shows */
void
cw_net_panel_fill_cell (CwNetPanel *self, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  CwNetColumn column
      = (CwNetColumn) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), "cw-column"));
  const CwNetStats *stats = cw_net_panel_get_stats (self, gtk_list_item_get_item (item));
  CwUnit unit = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
  g_autofree char *text = NULL;

  if (stats == NULL)
    return;
  text = cw_net_stats_dup_text (stats, cw_net_panel_get_design (self), column, unit);
  if (column == CW_NET_COLUMN_CLASS)
    {
      const CwNet *net = cw_design_get_net (cw_net_panel_get_design (self), stats->net);

      self->updating = TRUE;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (cell), net != NULL ? net->net_class : 0);
      self->updating = FALSE;
      return;
    }
  gtk_label_set_text (GTK_LABEL (cell), text);
  gtk_widget_set_tooltip_text (cell, text);
  if (column == CW_NET_COLUMN_STATE)
    {
      CwNetState state = cw_net_stats_get_state (stats);
      const char *const classes[] = { state == CW_NET_STATE_OPEN      ? "error"
                                      : state == CW_NET_STATE_NO_PADS ? "dim-label"
                                                                      : "numeric",
                                      NULL };

      gtk_widget_set_css_classes (cell, (const char **) classes);
    }
}

static void
class_chosen (GtkDropDown *choice, GParamSpec *pspec, GtkListItem *item)
{
  CwNetPanel *self = g_object_get_data (G_OBJECT (choice), "cw-panel");
  const CwNetStats *stats = cw_net_panel_get_stats (self, gtk_list_item_get_item (item));
  CwDesign *design = self->editor != NULL ? cw_editor_get_design (self->editor) : NULL;
  const CwNet *net
      = stats != NULL && design != NULL ? cw_design_get_net (design, stats->net) : NULL;
  guint chosen = gtk_drop_down_get_selected (choice);
  g_autoptr (CwEdit) edit = NULL;
  CwNet changed;

  if (self->updating || net == NULL || chosen >= CW_N_NET_CLASSES || chosen == net->net_class)
    return;
  edit = cw_edit_new (design);
  changed = *net;
  changed.net_class = chosen;
  if (cw_edit_set_net (edit, stats->net, &changed, NULL))
    {
      g_autoptr (CwDesign) next = cw_edit_finish (edit, NULL);
      g_autofree char *label = g_strdup_printf (_ ("Change the class of %s"), net->name);

      cw_editor_commit (self->editor, next, label);
    }
}

static GtkWidget *
make_class_cell (CwNetPanel *self, GtkListItem *item)
{
  const char *const names[] = { _ ("Signal"), _ ("Power"), _ ("Ground"), NULL };
  GtkWidget *choice = gtk_drop_down_new_from_strings (names);

  gtk_widget_add_css_class (choice, "cell-choice");
  gtk_widget_set_focus_on_click (choice, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Class of the net"), -1);
  g_object_set_data (G_OBJECT (choice), "cw-panel", self);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (class_chosen), item, 0);

  return choice;
}

static void
setup_cell (GtkListItemFactory *factory, GtkListItem *item, CwNetPanel *self)
{
  CwNetColumn column = get_column (factory);
  GtkWidget *cell;

  if (column == CW_NET_COLUMN_CLASS)
    cell = make_class_cell (self, item);
  else
    {
      cell = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (cell), columns[column].is_number ? 1 : 0);
      gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (cell), column == CW_NET_COLUMN_PADS ? 4 : 7);
      if (columns[column].is_number)
        gtk_widget_add_css_class (cell, "numeric");
    }
  g_object_set_data (G_OBJECT (cell), "cw-column", GUINT_TO_POINTER (column));
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell (GtkListItemFactory *factory, GtkListItem *item, CwNetPanel *self)
{
  g_ptr_array_add (self->bound, item);
  if (self->editor != NULL)
    cw_net_panel_fill_cell (self, item);
}

static void
unbind_cell (GtkListItemFactory *factory, GtkListItem *item, CwNetPanel *self)
{
  if (self->bound != NULL)
    g_ptr_array_remove_fast (self->bound, item);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  GtkColumnViewColumn *column = data;
  CwNetPanel *self = g_object_get_data (G_OBJECT (column), "cw-panel");
  const CwNetStats *left = cw_net_panel_get_stats (self, (CwRow *) a);
  const CwNetStats *right = cw_net_panel_get_stats (self, (CwRow *) b);

  if (left == NULL || right == NULL)
    return GTK_ORDERING_EQUAL;

  return gtk_ordering_from_cmpfunc (cw_net_stats_compare (
      left, right, cw_net_panel_get_design (self),
      (CwNetColumn) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (column), "cw-column"))));
}

static void
add_column (CwNetPanel *self, CwNetColumn which)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (columns[which].title), factory);
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, column, NULL));

  g_object_set_data (G_OBJECT (factory), "cw-column", GUINT_TO_POINTER (which));
  g_object_set_data (G_OBJECT (column), "cw-column", GUINT_TO_POINTER (which));
  g_object_set_data (G_OBJECT (column), "cw-panel", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell), self);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, which == CW_NET_COLUMN_NAME);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
  if (which == CW_NET_COLUMN_NAME)
    gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), column, GTK_SORT_ASCENDING);
  g_object_unref (sorter);
  g_object_unref (column);
}

/* makes the list with its models */
GtkWidget *
cw_net_panel_make_view (CwNetPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = gtk_column_view_new (NULL);
  self->model = cw_row_model_new ();
  for (guint i = 0; i < CW_N_NET_COLUMNS; i++)
    add_column (self, i);
  self->sorted = gtk_sort_list_model_new (
      g_object_ref (G_LIST_MODEL (self->model)),
      g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  gtk_widget_add_css_class (self->view, "nets");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Nets"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);

  return scroller;
}
