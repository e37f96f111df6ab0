/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/cw-net-panel-private.h"
#include "widgets/cw-net-table.h"

/* one count in a worker thread */
typedef struct
{
  CwDesign *design;
  CwConnect *connect; /* NULL to find it */
} Count;

G_DEFINE_FINAL_TYPE (CwNetPanel, cw_net_panel, GTK_TYPE_WIDGET)

static void start (CwNetPanel *self);

static void
count_free (gpointer data)
{
  Count *count = data;

  cw_design_unref (count->design);
  g_clear_pointer (&count->connect, cw_connect_unref);
  g_free (count);
}

/* the nets of a row that the filter leaves */
static GArray *
list_shown (CwNetPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter));
  gboolean open_only = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->open_only));
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->stats->len; i++)
    {
      const CwNetStats *stats = &g_array_index (self->stats, CwNetStats, i);

      if ((!open_only || cw_net_stats_get_state (stats) == CW_NET_STATE_OPEN)
          && (*text == '\0' || cw_net_stats_accepts (stats, cw_net_panel_get_design (self), text)))
        g_array_append_val (shown, i);
    }

  return shown;
}

/* the row of the net, if what is selected or highlighted is on one net */
static CwId
get_marked_net (CwNetPanel *self)
{
  CwSelection *selection = cw_editor_get_selection (self->editor);
  CwDesign *design = cw_editor_get_design (self->editor);
  CwId net = CW_ID_NONE;

  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      CwPick pick = cw_selection_get (selection, i);
      const CwDie *die = cw_design_get_die (design, pick.item);
      CwId other = die == NULL ? cw_design_get_item_net (design, pick.item)
                   : pick.part > 0 && die->nets != NULL && pick.part <= die->nets->n_nets
                       ? die->nets->nets[pick.part - 1]
                       : CW_ID_NONE;

      if (other == CW_ID_NONE || (i > 0 && other != net))
        return CW_ID_NONE;
      net = other;
    }

  return net;
}

static guint
find_row (CwNetPanel *self, CwId net)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; net != CW_ID_NONE && i < n; i++)
    {
      g_autoptr (CwRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      const CwNetStats *stats = cw_net_panel_get_stats (self, row);

      if (stats != NULL && stats->net == net)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static gboolean
mark_row (gpointer data)
{
  CwNetPanel *self = data;
  guint row = find_row (self, get_marked_net (self));

  self->idle = 0;
  self->updating = TRUE;
  gtk_single_selection_set_selected (self->selection, row);
  self->updating = FALSE;
  if (row != GTK_INVALID_LIST_POSITION)
    {
      GtkWidget *list = gtk_widget_get_last_child (self->view);

      gtk_widget_activate_action (list, "list.scroll-to-item", "u", row);
    }

  return G_SOURCE_REMOVE;
}

static void
mark_row_soon (CwNetPanel *self)
{
  if (self->idle == 0 && self->connect != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (mark_row, self);
}

static gboolean
arrays_equal (const GArray *a, const GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

/* the rows stay when they stand for the same nets, so that the list does not jump */
static void
show_rows (CwNetPanel *self, gboolean same_nets)
{
  g_autoptr (GArray) shown = list_shown (self);
  gboolean same = same_nets && arrays_equal (shown, self->shown);

  if (!same)
    {
      g_clear_pointer (&self->shown, g_array_unref);
      self->shown = g_steal_pointer (&shown);
      self->updating = TRUE;
      cw_row_model_set_n (self->model, self->shown->len);
      self->updating = FALSE;
    }
  else
    {
      for (guint i = 0; i < self->bound->len; i++)
        cw_net_panel_fill_cell (self, self->bound->pdata[i]);
      gtk_sorter_changed (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)),
                          GTK_SORTER_CHANGE_DIFFERENT);
    }
  gtk_label_set_text (GTK_LABEL (self->note), self->stats->len == 0
                                                  ? _ ("No nets yet: package set-up (F4)")
                                                  : _ ("No such net"));
  gtk_stack_set_visible_child (GTK_STACK (self->pages), self->shown->len > 0
                                                            ? gtk_widget_get_parent (self->view)
                                                            : self->note);
  mark_row_soon (self);
}

static gboolean
has_same_nets (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_array_index (a, CwNetStats, i).net != g_array_index (b, CwNetStats, i).net)
      return FALSE;

  return TRUE;
}

/* in a worker thread */
static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Count *count = data;

  if (count->connect == NULL)
    count->connect = cw_connect_new (count->design);
  g_task_return_pointer (task, cw_net_stats_list (count->connect), (GDestroyNotify) g_array_unref);
}

static void
count_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwNetPanel *self = CW_NET_PANEL (source);
  Count *count = g_task_get_task_data (G_TASK (result));
  g_autoptr (GArray) stats = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GArray) before = NULL;

  self->counting = FALSE;
  if (self->editor == NULL)
    return;
  before = g_steal_pointer (&self->stats);
  self->stats = g_steal_pointer (&stats);
  g_clear_pointer (&self->connect, cw_connect_unref);
  self->connect = cw_connect_ref (count->connect);
  show_rows (self, has_same_nets (before, self->stats));
  if (self->is_stale)
    start (self);
}

static void
start (CwNetPanel *self)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  CwCheckResult *check = cw_tool_host_get_check (cw_editor_get_host (self->editor));
  CwConnect *connect = check != NULL && cw_check_result_get_design (check) == design
                           ? cw_check_result_get_connect (check)
                           : NULL;
  g_autoptr (GTask) task = NULL;
  Count *count;

  self->is_stale = self->counting;
  if (self->counting || (self->connect != NULL && cw_net_panel_get_design (self) == design))
    return;
  count = g_new0 (Count, 1);
  count->design = cw_design_ref (design);
  count->connect = connect != NULL ? cw_connect_ref (connect) : NULL;
  self->counting = TRUE;
  task = g_task_new (self, NULL, count_done, NULL);
  g_task_set_task_data (task, count, count_free);
  g_task_run_in_thread (task, work);
}

static void
document_changed (CwNetPanel *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self);
}

static void
settings_changed (CwNetPanel *self)
{
  for (guint i = 0; self->connect != NULL && i < self->bound->len; i++)
    cw_net_panel_fill_cell (self, self->bound->pdata[i]);
}

static void
filter_changed (CwNetPanel *self)
{
  if (self->connect != NULL)
    show_rows (self, TRUE);
}

/* selects what the net has, and highlights it */
static void
choose (CwNetPanel *self, CwId net)
{
  const CwConnectNet *connected = cw_connect_get_net (self->connect, net);
  CwToolHost *host = cw_editor_get_host (self->editor);
  CwToolSettings settings = *cw_tool_host_get_settings (host);
  g_autoptr (GArray) picks = g_array_new (FALSE, FALSE, sizeof (CwPick));

  for (guint32 i = 0; connected != NULL && i < connected->n_nodes; i++)
    {
      const CwConnectNode *node = &connected->nodes[i];
      gboolean is_die = cw_id_get_kind (node->item) == CW_ITEM_DIE;
      CwPick pick = { node->item, is_die ? node->part : 0 };

      if (cw_design_get_item (cw_editor_get_design (self->editor), pick.item) != NULL)
        g_array_append_val (picks, pick);
    }
  settings.highlight_net = net;
  cw_tool_host_set_settings (host, &settings);
  cw_selection_change (cw_editor_get_selection (self->editor), CW_SELECT_REPLACE,
                       (const CwPick *) (gpointer) picks->data, picks->len);
}

static void
row_selected (GtkSingleSelection *selection, GParamSpec *pspec, CwNetPanel *self)
{
  const CwNetStats *stats
      = cw_net_panel_get_stats (self, gtk_single_selection_get_selected_item (selection));

  if (!self->updating && stats != NULL && self->editor != NULL)
    choose (self, stats->net);
}

static void
row_activated (GtkColumnView *view, guint position, CwNetPanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.zoom-selection", NULL);
}

static void
drop_editor (CwNetPanel *self)
{
  if (self->editor == NULL)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_selection (self->editor), self);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->connect, cw_connect_unref);
  g_array_set_size (self->stats, 0);
  g_array_set_size (self->shown, 0);
  self->updating = TRUE;
  cw_row_model_set_n (self->model, 0);
  self->updating = FALSE;
}

static void
cw_net_panel_dispose (GObject *object)
{
  CwNetPanel *self = CW_NET_PANEL (object);
  GtkWidget *child;

  if (self->model != NULL)
    drop_editor (self);
  self->updating = TRUE;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->model);
  g_clear_pointer (&self->bound, g_ptr_array_unref);
  G_OBJECT_CLASS (cw_net_panel_parent_class)->dispose (object);
}

static void
cw_net_panel_finalize (GObject *object)
{
  CwNetPanel *self = CW_NET_PANEL (object);

  g_clear_pointer (&self->stats, g_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  G_OBJECT_CLASS (cw_net_panel_parent_class)->finalize (object);
}

static void
cw_net_panel_map (GtkWidget *widget)
{
  CwNetPanel *self = CW_NET_PANEL (widget);

  GTK_WIDGET_CLASS (cw_net_panel_parent_class)->map (widget);
  if (self->editor != NULL)
    {
      start (self);
      mark_row_soon (self);
    }
}

static gboolean
cw_net_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CW_NET_PANEL (widget)->filter);
}

static void
cw_net_panel_class_init (CwNetPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_net_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_net_panel_finalize;
  GTK_WIDGET_CLASS (klass)->map = cw_net_panel_map;
  GTK_WIDGET_CLASS (klass)->grab_focus = cw_net_panel_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
stop_search (CwNetPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-canvas", NULL);
}

static void
cw_net_panel_init (CwNetPanel *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->stats = g_array_new (FALSE, FALSE, sizeof (CwNetStats));
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bound = g_ptr_array_new ();
  self->filter = gtk_search_entry_new ();
  g_object_set (self->filter, "placeholder-text", _ ("Filter, such as VDD*"), NULL);
  gtk_widget_set_hexpand (self->filter, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter of the nets"), -1);
  g_signal_connect_swapped (self->filter, "search-changed", G_CALLBACK (filter_changed), self);
  g_signal_connect_swapped (self->filter, "stop-search", G_CALLBACK (stop_search), self);
  self->open_only = gtk_toggle_button_new_with_label (_ ("Open"));
  gtk_widget_add_css_class (self->open_only, "chip");
  gtk_widget_set_valign (self->open_only, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->open_only, _ ("Only nets whose pads do not hang together"));
  g_signal_connect_swapped (self->open_only, "toggled", G_CALLBACK (filter_changed), self);
  gtk_box_append (GTK_BOX (head), self->filter);
  gtk_box_append (GTK_BOX (head), self->open_only);
  gtk_widget_add_css_class (head, "panel-head");
  self->note = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_widget_add_css_class (self->note, "empty-note");
  self->pages = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->pages), self->note);
  gtk_stack_add_child (GTK_STACK (self->pages), cw_net_panel_make_view (self));
  g_signal_connect (self->view, "activate", G_CALLBACK (row_activated), self);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (row_selected), self);
  gtk_widget_set_vexpand (self->pages, TRUE);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->pages, GTK_WIDGET (self));
}

/**
 * cw_net_panel_new:
 *
 * Makes a panel without nets.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_net_panel_new (void)
{
  return g_object_new (CW_TYPE_NET_PANEL, NULL);
}

/**
 * cw_net_panel_set_editor:
 * @self: a panel
 * @editor: (nullable): whose nets to list
 *
 * Lists the nets of a document.
 */
void
cw_net_panel_set_editor (CwNetPanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_NET_PANEL (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed",
                            G_CALLBACK (document_changed), self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed",
                            G_CALLBACK (settings_changed), self);
  g_signal_connect_swapped (cw_editor_get_selection (editor), "changed", G_CALLBACK (mark_row_soon),
                            self);
  document_changed (self);
}

/**
 * cw_net_panel_choose:
 * @self: a panel
 * @net: a net
 *
 * Selects the row of a net as a click on it does, if the filter shows it.
 */
void
cw_net_panel_choose (CwNetPanel *self, CwId net)
{
  g_return_if_fail (CW_IS_NET_PANEL (self));

  if (self->connect != NULL)
    gtk_single_selection_set_selected (self->selection, find_row (self, net));
}

/**
 * cw_net_panel_get_n_shown:
 * @self: a panel
 *
 * Returns: how many nets the filter leaves
 */
guint
cw_net_panel_get_n_shown (CwNetPanel *self)
{
  g_return_val_if_fail (CW_IS_NET_PANEL (self), 0);

  return self->shown->len;
}

/**
 * cw_net_panel_is_current:
 * @self: a panel
 *
 * Returns: whether what it shows is of the current design
 */
gboolean
cw_net_panel_is_current (CwNetPanel *self)
{
  g_return_val_if_fail (CW_IS_NET_PANEL (self), FALSE);

  return self->connect != NULL && self->editor != NULL && !self->counting
         && cw_net_panel_get_design (self) == cw_editor_get_design (self->editor);
}
