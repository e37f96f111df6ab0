/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-check-panel.h"

#include <glib/gi18n.h>

#include "widgets/cw-violation-model.h"

struct _CwCheckPanel
{
  GtkWidget parent_instance;

  CwChecker *checker;
  CwViolationModel *model;
  GtkSingleSelection *selection;

  GtkWidget *summary;
  GtkWidget *pages; /* of list and note */
  GtkWidget *list;
  GtkWidget *note;
  GtkWidget *progress;
  GtkWidget *cancel;
  gboolean selecting;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwCheckPanel, cw_check_panel, GTK_TYPE_WIDGET)

static void
update_summary (CwCheckPanel *self, CwCheckerState state)
{
  CwCheckResult *result = cw_checker_get_result (self->checker);
  gsize n_errors;
  gsize n_warnings;
  g_autofree char *text = NULL;

  cw_checker_count (self->checker, &n_errors, &n_warnings);
  if (state == CW_CHECKER_RUNNING)
    text = g_strdup (_ ("Checking…"));
  else if (result == NULL || (state == CW_CHECKER_DONE && n_errors + n_warnings == 0))
    text = g_strdup (_ ("Checks"));
  else if (state != CW_CHECKER_DONE)
    text = g_strdup_printf (_ ("%" G_GSIZE_FORMAT " found, not complete"), n_errors + n_warnings);
  else
    text = g_strdup_printf (_ ("%" G_GSIZE_FORMAT " errors, %" G_GSIZE_FORMAT " warnings"),
                            n_errors, n_warnings);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

static void
update (CwCheckPanel *self)
{
  CwCheckerState state = cw_checker_get_state (self->checker);
  CwCheckResult *result = cw_checker_get_result (self->checker);
  gboolean running = state == CW_CHECKER_RUNNING;
  gsize n = result != NULL ? cw_check_result_get_n_violations (result) : 0;

  update_summary (self, state);
  gtk_widget_set_visible (self->progress, running);
  gtk_widget_set_visible (self->cancel, running);
  if (running)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                   cw_checker_get_fraction (self->checker));
  self->selecting = TRUE;
  cw_violation_model_set_result (self->model, result);
  self->selecting = FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->pages),
                               n > 0 ? gtk_widget_get_parent (self->list) : self->note);
  gtk_label_set_text (GTK_LABEL (self->note), running                    ? _ ("Checking…")
                                              : state == CW_CHECKER_DONE ? _ ("✓  No violations")
                                                                         : _ ("Not run yet – F8"));
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  CwViolationRow *row = gtk_list_item_get_item (item);
  gboolean is_error = cw_violation_row_get (row)->severity == CW_SEVERITY_ERROR;
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_next_sibling (icon);
  g_autofree char *text = cw_violation_row_dup_text (row);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon),
                                is_error ? "cw-error-symbolic" : "cw-warning-symbolic");
  gtk_widget_remove_css_class (icon, is_error ? "warning" : "error");
  gtk_widget_add_css_class (icon, is_error ? "error" : "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_error ? _ ("Error") : _ ("Warning"), -1);
  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
choose (CwCheckPanel *self, guint position)
{
  if (!self->selecting && position != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, (gint64) position);
}

static void
row_activated (GtkListView *list, guint position, CwCheckPanel *self)
{
  choose (self, position);
}

static void
row_selected (GtkSingleSelection *selection, GParamSpec *pspec, CwCheckPanel *self)
{
  choose (self, gtk_single_selection_get_selected (selection));
}

static void
cancel (CwCheckPanel *self)
{
  if (self->checker != NULL)
    cw_checker_cancel (self->checker);
}

static void
drop_checker (CwCheckPanel *self)
{
  if (self->checker == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->checker, self);
  g_clear_object (&self->checker);
}

static void
cw_check_panel_dispose (GObject *object)
{
  CwCheckPanel *self = CW_CHECK_PANEL (object);
  GtkWidget *child;

  drop_checker (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (cw_check_panel_parent_class)->dispose (object);
}

static void
cw_check_panel_class_init (CwCheckPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_check_panel_dispose;

  /**
   * CwCheckPanel::chosen:
   * @self: a panel
   * @index: which violation of the result
   *
   * The user wants to see a violation.
   */
  signals[CHOSEN] = g_signal_new ("chosen", CW_TYPE_CHECK_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_head (CwCheckPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->summary = gtk_label_new (_ ("Checks"));
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->summary, TRUE);
  gtk_widget_add_css_class (self->summary, "panel-title");
  self->cancel = gtk_button_new_with_label (_ ("Cancel"));
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_widget_add_css_class (self->cancel, "flat");
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel), self);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->cancel);

  return box;
}

static void
cw_check_panel_init (CwCheckPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->model = cw_violation_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "checks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Violations"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated), self);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (row_selected), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  self->note = gtk_label_new (_ ("Not run yet – F8"));
  gtk_widget_add_css_class (self->note, "empty-note");
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_visible (self->progress, FALSE);
  self->pages = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->pages), self->note);
  gtk_stack_add_child (GTK_STACK (self->pages), scroller);
  gtk_widget_set_vexpand (self->pages, TRUE);
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (self->progress, GTK_WIDGET (self));
  gtk_widget_set_parent (self->pages, GTK_WIDGET (self));
}

/**
 * cw_check_panel_new:
 *
 * Makes a panel that knows of no check.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_check_panel_new (void)
{
  return g_object_new (CW_TYPE_CHECK_PANEL, NULL);
}

/**
 * cw_check_panel_set_checker:
 * @self: a panel
 * @checker: (nullable): whose results to list
 *
 * Lists what a checker finds.
 */
void
cw_check_panel_set_checker (CwCheckPanel *self, CwChecker *checker)
{
  g_return_if_fail (CW_IS_CHECK_PANEL (self));

  drop_checker (self);
  if (checker == NULL)
    return;
  self->checker = g_object_ref (checker);
  g_signal_connect_swapped (checker, "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * cw_check_panel_select:
 * @self: a panel
 * @index: which violation, negative for none
 *
 * Selects a row and scrolls to it, without its being `chosen`.
 */
void
cw_check_panel_select (CwCheckPanel *self, gssize index)
{
  guint n;

  g_return_if_fail (CW_IS_CHECK_PANEL (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  self->selecting = TRUE;
  gtk_single_selection_set_selected (
      self->selection, index >= 0 && index < n ? (guint) index : GTK_INVALID_LIST_POSITION);
  self->selecting = FALSE;
  if (index >= 0 && index < n)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", (guint) index);
}
