/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-search-panel.h"

#include <glib/gi18n.h>

#include "widgets/cw-row-model.h"
#include "widgets/tool/cw-query.h"

struct _CwSearchPanel
{
  GtkWidget parent_instance;

  CwEditor *editor;
  CwQuery *query; /* that the list is of, NULL for none */
  GArray *picks;  /* what was found */
  GCancellable *cancellable;
  CwDesign *searched; /* where */
  gboolean updating;  /* of the list's selection */
  guint idle;         /* shows in the list what is selected in the canvas */

  GtkWidget *entry;
  GtkWidget *message;
  GtkWidget *pages; /* of list and examples */
  GtkWidget *list;
  GtkWidget *examples;
  CwRowModel *model;
  GtkMultiSelection *selection;
};

/* one search in a worker thread */
typedef struct
{
  CwQuery *query;
  CwDesign *design;
  gboolean selects; /* what it finds becomes the selection */
} Search;

static const struct
{
  const char *query;
  const char *what;
} examples[] = {
  { "type=via level=RDL1 d<15um", N_ ("vias on a level by their hole") },
  { "net~\"VDD*\"", N_ ("everything on nets by their name") },
  { "type=trace class=power w<20um", N_ ("narrow traces of power nets") },
  { "type=die-pad net=\"\"", N_ ("die pads without a net") },
  { "name=U1 or locked", N_ ("by name, or locked") },
};

G_DEFINE_FINAL_TYPE (CwSearchPanel, cw_search_panel, GTK_TYPE_WIDGET)

static void
search_free (gpointer data)
{
  Search *search = data;

  cw_query_unref (search->query);
  cw_design_unref (search->design);
  g_free (search);
}

static CwUnit
get_unit (CwSearchPanel *self)
{
  return cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
}

static void
show_message (CwSearchPanel *self, const char *text, gboolean is_error)
{
  gtk_label_set_text (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_visible (self->message, text != NULL);
  if (is_error)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_add_css_class (self->message, "error");
    }
  else
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_widget_remove_css_class (self->message, "error");
    }
}

/* the rows of what is selected in the canvas are the selected ones */
static gboolean
mark_rows (gpointer data)
{
  CwSearchPanel *self = data;
  CwSelection *selection = cw_editor_get_selection (self->editor);
  g_autoptr (GtkBitset) rows = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, self->picks->len);

  self->idle = 0;
  for (guint i = 0; cw_selection_get_n (selection) > 0 && i < self->picks->len; i++)
    if (cw_selection_contains (selection, g_array_index (self->picks, CwPick, i)))
      gtk_bitset_add (rows, i);
  self->updating = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), rows, all);
  self->updating = FALSE;
  if (gtk_bitset_get_size (rows) == 1)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u",
                                gtk_bitset_get_minimum (rows));

  return G_SOURCE_REMOVE;
}

static void
mark_rows_soon (CwSearchPanel *self)
{
  if (self->idle == 0 && self->picks->len > 0)
    self->idle = g_idle_add (mark_rows, self);
}

static void
show_found (CwSearchPanel *self)
{
  guint n = self->picks->len;
  g_autofree char *text
      = self->query != NULL
            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u found", "%u found", n), n)
            : NULL;

  self->updating = TRUE;
  cw_row_model_set_n (self->model, n);
  self->updating = FALSE;
  show_message (self, text, FALSE);
  gtk_stack_set_visible_child (GTK_STACK (self->pages), self->query != NULL
                                                            ? gtk_widget_get_parent (self->list)
                                                            : self->examples);
}

/* in a worker thread */
static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task, cw_query_run (search->query, search->design, cancellable),
                         (GDestroyNotify) g_array_unref);
}

static void
search_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwSearchPanel *self = CW_SEARCH_PANEL (source);
  Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GArray) picks = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return; /* another one is wanted since */
  picks = g_task_propagate_pointer (G_TASK (result), NULL);
  g_clear_object (&self->cancellable);
  if (picks == NULL || self->editor == NULL)
    return;
  g_clear_pointer (&self->picks, g_array_unref);
  self->picks = g_steal_pointer (&picks);
  show_found (self);
  if (search->selects && self->picks->len > 0)
    cw_selection_change (cw_editor_get_selection (self->editor), CW_SELECT_REPLACE,
                         (const CwPick *) (gpointer) self->picks->data, self->picks->len);
  mark_rows_soon (self);
}

static void
cancel (CwSearchPanel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
start (CwSearchPanel *self, gboolean selects)
{
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = NULL;

  cancel (self);
  g_clear_pointer (&self->searched, cw_design_unref);
  self->searched = cw_design_ref (cw_editor_get_design (self->editor));
  search->query = cw_query_ref (self->query);
  search->design = cw_design_ref (self->searched);
  search->selects = selects;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, search_done, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, work);
}

static void
clear (CwSearchPanel *self)
{
  cancel (self);
  g_clear_pointer (&self->query, cw_query_unref);
  g_clear_pointer (&self->searched, cw_design_unref);
  g_array_set_size (self->picks, 0);
  show_found (self);
}

static void
entry_changed (CwSearchPanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  CwQuery *query;

  if (self->editor == NULL)
    return;
  if (*text == '\0')
    {
      clear (self);
      return;
    }
  query = cw_query_new (text, get_unit (self), &error);
  if (query == NULL)
    {
      cancel (self);
      show_message (self, error->message, TRUE);
      return;
    }
  g_clear_pointer (&self->query, cw_query_unref);
  self->query = query;
  start (self, TRUE);
}

/* what is found is selected again, though it was unselected since */
static void
entry_activated (CwSearchPanel *self)
{
  if (self->editor != NULL && self->query != NULL)
    start (self, TRUE);
}

static void
stop_search (CwSearchPanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-canvas", NULL);
}

static void
document_changed (CwSearchPanel *self)
{
  if (self->query != NULL && self->searched != cw_editor_get_design (self->editor)
      && gtk_widget_get_mapped (GTK_WIDGET (self)))
    start (self, FALSE);
}

static void
rows_selected (CwSearchPanel *self)
{
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (GArray) picks = NULL;
  GtkBitsetIter iter;
  guint row;

  if (self->updating || self->editor == NULL)
    return;
  rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  picks = g_array_new (FALSE, FALSE, sizeof (CwPick));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row); more;
       more = gtk_bitset_iter_next (&iter, &row))
    if (row < self->picks->len)
      g_array_append_val (picks, g_array_index (self->picks, CwPick, row));
  cw_selection_change (cw_editor_get_selection (self->editor), CW_SELECT_REPLACE,
                       (const CwPick *) (gpointer) picks->data, picks->len);
}

static void
row_activated (GtkListView *list, guint position, CwSearchPanel *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.zoom-selection", NULL);
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, CwSearchPanel *self)
{
  guint index = cw_row_get_index (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  CwPick pick;

  if (self->editor == NULL || index >= self->picks->len)
    return;
  pick = g_array_index (self->picks, CwPick, index);
  text = cw_pick_dup_description (cw_editor_get_design (self->editor), pick, get_unit (self));
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static void
drop_editor (CwSearchPanel *self)
{
  if (self->editor == NULL)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  cancel (self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_selection (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_search_panel_dispose (GObject *object)
{
  CwSearchPanel *self = CW_SEARCH_PANEL (object);
  GtkWidget *child;

  self->updating = TRUE;
  drop_editor (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->query, cw_query_unref);
  g_clear_pointer (&self->searched, cw_design_unref);
  g_clear_pointer (&self->picks, g_array_unref);
  G_OBJECT_CLASS (cw_search_panel_parent_class)->dispose (object);
}

static gboolean
cw_search_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CW_SEARCH_PANEL (widget)->entry);
}

static void
cw_search_panel_map (GtkWidget *widget)
{
  CwSearchPanel *self = CW_SEARCH_PANEL (widget);

  GTK_WIDGET_CLASS (cw_search_panel_parent_class)->map (widget);
  if (self->editor != NULL)
    document_changed (self);
}

static void
cw_search_panel_class_init (CwSearchPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_search_panel_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = cw_search_panel_grab_focus;
  GTK_WIDGET_CLASS (klass)->map = cw_search_panel_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
example_clicked (GtkButton *button, CwSearchPanel *self)
{
  cw_search_panel_search (self, g_object_get_data (G_OBJECT (button), "cw-query"));
  gtk_widget_grab_focus (self->entry);
}

static GtkWidget *
make_examples (CwSearchPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *query = gtk_label_new (examples[i].query);
      GtkWidget *what = gtk_label_new (_ (examples[i].what));

      gtk_label_set_xalign (GTK_LABEL (query), 0);
      gtk_label_set_xalign (GTK_LABEL (what), 0);
      gtk_label_set_ellipsize (GTK_LABEL (query), PANGO_ELLIPSIZE_END);
      gtk_label_set_ellipsize (GTK_LABEL (what), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (query, "monospace");
      gtk_widget_add_css_class (what, "row-note");
      gtk_box_append (GTK_BOX (lines), query);
      gtk_box_append (GTK_BOX (lines), what);
      gtk_button_set_child (GTK_BUTTON (button), lines);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      examples[i].query, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      _ (examples[i].what), -1);
      g_object_set_data (G_OBJECT (button), "cw-query", (gpointer) examples[i].query);
      g_signal_connect (button, "clicked", G_CALLBACK (example_clicked), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "examples");

  return box;
}

static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);

  return scroller;
}

static void
make_list (CwSearchPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->model = cw_row_model_new ();
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), self);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was found"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated), self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (rows_selected), self);
}

static void
cw_search_panel_init (CwSearchPanel *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->picks = g_array_new (FALSE, FALSE, sizeof (CwPick));
  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", "type=via d<15um net~\"VDD*\"", NULL);
  gtk_widget_add_css_class (self->entry, "panel-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find by a query"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (entry_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_search), self);
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "panel-message");
  gtk_widget_set_visible (self->message, FALSE);
  make_list (self);
  self->examples = make_scroller (make_examples (self));
  self->pages = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->pages), self->examples);
  gtk_stack_add_child (GTK_STACK (self->pages), make_scroller (self->list));
  gtk_widget_set_vexpand (self->pages, TRUE);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  gtk_widget_set_parent (self->message, GTK_WIDGET (self));
  gtk_widget_set_parent (self->pages, GTK_WIDGET (self));
}

/**
 * cw_search_panel_new:
 *
 * Makes a panel that looks for nothing.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_search_panel_new (void)
{
  return g_object_new (CW_TYPE_SEARCH_PANEL, NULL);
}

/**
 * cw_search_panel_set_editor:
 * @self: a panel
 * @editor: (nullable): where to look
 *
 * Looks in another document.
 */
void
cw_search_panel_set_editor (CwSearchPanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_SEARCH_PANEL (self));

  drop_editor (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  clear (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed",
                            G_CALLBACK (document_changed), self);
  g_signal_connect_swapped (cw_editor_get_selection (editor), "changed",
                            G_CALLBACK (mark_rows_soon), self);
}

/**
 * cw_search_panel_search:
 * @self: a panel
 * @text: a query, see #CwQuery
 *
 * Writes a query and runs it in a worker thread.
 */
void
cw_search_panel_search (CwSearchPanel *self, const char *text)
{
  g_return_if_fail (CW_IS_SEARCH_PANEL (self) && text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  entry_changed (self);
}

/**
 * cw_search_panel_get_n_found:
 * @self: a panel
 *
 * Returns: how many things the list has
 */
guint
cw_search_panel_get_n_found (CwSearchPanel *self)
{
  g_return_val_if_fail (CW_IS_SEARCH_PANEL (self), 0);

  return self->picks->len;
}

/**
 * cw_search_panel_is_searching:
 * @self: a panel
 *
 * Returns: whether a search is at work
 */
gboolean
cw_search_panel_is_searching (CwSearchPanel *self)
{
  g_return_val_if_fail (CW_IS_SEARCH_PANEL (self), FALSE);

  return self->cancellable != NULL;
}
