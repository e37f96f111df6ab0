/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/cw-check-filter.h"
#include "widgets/cw-check-panel-private.h"
#include "widgets/cw-check-row.h"

static const struct
{
  const char *label;
  const char *tooltip;
} chips[CW_N_CHECK_CHIPS] = {
  [CW_CHECK_CHIP_ERRORS] = { N_ ("Errors"), N_ ("Leave out what only warns") },
  [CW_CHECK_CHIP_LEVEL] = { N_ ("This level"), N_ ("Only what is on the level that is drawn on") },
  [CW_CHECK_CHIP_AREA] = { N_ ("In view"), N_ ("Only what the plan shows now") },
  [CW_CHECK_CHIP_NEW] = { N_ ("New"), N_ ("Only what the run before did not have") },
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwCheckPanel, cw_check_panel, GTK_TYPE_WIDGET)

static gboolean
is_on (CwCheckPanel *self, CwCheckChip chip)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[chip]));
}

static gsize
count_violations (CwCheckPanel *self)
{
  return self->result != NULL ? cw_check_result_get_n_violations (self->result) : 0;
}

static char *
dup_counts (CwCheckPanel *self)
{
  GString *text = g_string_new (NULL);
  gsize n_errors;
  gsize n_warnings;
  gsize n_waived = cw_checker_get_n_waived (self->checker);

  cw_checker_count (self->checker, &n_errors, &n_warnings);
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%" G_GSIZE_FORMAT " error",
                                       "%" G_GSIZE_FORMAT " errors", n_errors),
                          n_errors);
  if (n_warnings > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, ", %" G_GSIZE_FORMAT " warning",
                                         ", %" G_GSIZE_FORMAT " warnings", n_warnings),
                            n_warnings);
  if (n_waived > 0)
    g_string_append_printf (text, _ (", %" G_GSIZE_FORMAT " waived"), n_waived);
  if (self->shown->len < count_violations (self))
    g_string_append_printf (text, _ (", %u shown"), self->shown->len);

  return g_string_free (text, FALSE);
}

static void
update_summary (CwCheckPanel *self)
{
  g_autofree char *counts = dup_counts (self);
  g_autofree char *text = NULL;

  if (self->state == CW_CHECKER_RUNNING)
    text = g_strdup (_ ("Checking…"));
  else if (self->result == NULL || (self->state == CW_CHECKER_DONE && count_violations (self) == 0))
    text = g_strdup (_ ("Checks"));
  else if (self->state != CW_CHECKER_DONE)
    text = g_strdup_printf (_ ("%s, not complete"), counts);
  else
    text = g_steal_pointer (&counts);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
  gtk_widget_set_tooltip_text (self->summary, text);
}

static guint
find_key (CwCheckPanel *self, guint64 key)
{
  for (guint i = 0; key != 0 && i < self->shown->len; i++)
    {
      guint index;

      if (cw_violation_get_key (cw_check_panel_get_violation (self, i, &index)) == key)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static const char *
get_note (CwCheckPanel *self)
{
  if (self->state == CW_CHECKER_RUNNING)
    return _ ("Checking…");
  if (count_violations (self) > 0)
    return _ ("None of them is shown by these filters");

  return self->state == CW_CHECKER_DONE ? _ ("✓  No violations") : _ ("Not run yet – F8");
}

static void
show_rows (CwCheckPanel *self)
{
  CwCheckFilter filter = { .errors_only = is_on (self, CW_CHECK_CHIP_ERRORS),
                           .level = CW_LEVEL_NONE,
                           .area = is_on (self, CW_CHECK_CHIP_AREA) ? self->area : CW_BOX_EMPTY,
                           .new_only = is_on (self, CW_CHECK_CHIP_NEW),
                           .known = self->known };

  if (is_on (self, CW_CHECK_CHIP_LEVEL))
    filter.level = cw_tool_host_get_settings (cw_editor_get_host (self->editor))->active_level;
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = cw_check_filter_list (&filter, self->result);
  self->selecting = TRUE;
  cw_row_model_set_n (self->model, self->shown->len);
  gtk_single_selection_set_selected (self->selection, find_key (self, self->key));
  self->selecting = FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->pages), self->shown->len > 0
                                                            ? gtk_widget_get_parent (self->list)
                                                            : self->note);
  gtk_label_set_text (GTK_LABEL (self->note), get_note (self));
  update_summary (self);
}

/* what the run before found is no more new */
static void
note_run (CwCheckPanel *self, CwCheckerState state)
{
  if (state == CW_CHECKER_RUNNING && self->state != CW_CHECKER_RUNNING && self->result != NULL)
    {
      g_clear_pointer (&self->known, g_hash_table_unref);
      self->known = cw_check_collect_keys (self->result);
    }
  self->state = state;
}

static void
update (CwCheckPanel *self)
{
  CwCheckerState state = cw_checker_get_state (self->checker);
  CwCheckResult *result = cw_checker_get_result (self->checker);
  gboolean running = state == CW_CHECKER_RUNNING;
  gboolean same = result == self->result;

  note_run (self, state);
  gtk_widget_set_visible (self->progress, running);
  gtk_widget_set_visible (self->cancel, running);
  if (running)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                   cw_checker_get_fraction (self->checker));
  if (same && result != NULL)
    {
      update_summary (self);
      return;
    }
  if (result != NULL)
    cw_check_result_ref (result);
  g_clear_pointer (&self->result, cw_check_result_unref);
  self->result = result;
  show_rows (self);
}

static void
filter_changed (CwCheckPanel *self)
{
  if (self->checker != NULL)
    show_rows (self);
}

static void
settings_changed (CwCheckPanel *self)
{
  if (is_on (self, CW_CHECK_CHIP_LEVEL))
    show_rows (self);
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, cw_check_row_new ());
}

static void
fill_row (CwCheckPanel *self, GtkListItem *item)
{
  guint index;
  const CwViolation *violation = cw_check_panel_get_violation (
      self, cw_row_get_index (gtk_list_item_get_item (item)), &index);
  guint64 key;

  if (violation == NULL || self->checker == NULL)
    return;
  key = cw_violation_get_key (violation);
  cw_check_row_show (gtk_list_item_get_child (item), violation,
                     cw_check_result_get_design (self->result),
                     cw_check_panel_get_waiver (self, index),
                     self->known != NULL && !g_hash_table_contains (self->known, &key),
                     g_hash_table_contains (self->seen, &key));
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, CwCheckPanel *self)
{
  g_ptr_array_add (self->bound, item);
  fill_row (self, item);
}

static void
unbind_row (GtkSignalListItemFactory *factory, GtkListItem *item, CwCheckPanel *self)
{
  if (self->bound != NULL)
    g_ptr_array_remove_fast (self->bound, item);
}

static void
choose (CwCheckPanel *self, guint position, gboolean closer)
{
  guint index;
  const CwViolation *violation = cw_check_panel_get_violation (self, position, &index);

  if (self->selecting || violation == NULL)
    return;
  self->key = cw_violation_get_key (violation);
  g_hash_table_add (self->seen, g_memdup2 (&self->key, sizeof self->key));
  for (guint i = 0; i < self->bound->len; i++)
    fill_row (self, self->bound->pdata[i]);
  g_signal_emit (self, signals[CHOSEN], 0, (gint64) index, closer);
}

static void
row_activated (GtkListView *list, guint position, CwCheckPanel *self)
{
  choose (self, position, TRUE);
}

static void
row_selected (GtkSingleSelection *selection, GParamSpec *pspec, CwCheckPanel *self)
{
  choose (self, gtk_single_selection_get_selected (selection), FALSE);
}

static gboolean
concerns (const CwViolation *violation, CwSelection *selection)
{
  for (guint i = 0; i < cw_selection_get_n (selection); i++)
    {
      CwPick pick = cw_selection_get (selection, i);

      for (guint j = 0; j < G_N_ELEMENTS (violation->items); j++)
        if (violation->items[j] == pick.item
            && (pick.part == 0 || violation->parts[j] == pick.part))
          return TRUE;
    }

  return FALSE;
}

/* the row of what was selected in the canvas, unless the selected row is about it */
static gboolean
mark_row (gpointer data)
{
  CwCheckPanel *self = data;
  CwSelection *selection = cw_editor_get_selection (self->editor);
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint index;
  const CwViolation *violation = cw_check_panel_get_violation (self, selected, &index);

  self->idle = 0;
  if (cw_selection_get_n (selection) == 0 || cw_selection_get_n (selection) > 8
      || (violation != NULL && concerns (violation, selection)))
    return G_SOURCE_REMOVE;
  for (guint i = 0; i < self->shown->len; i++)
    {
      violation = cw_check_panel_get_violation (self, i, &index);
      if (!concerns (violation, selection))
        continue;
      cw_check_panel_select (self, index);
      break;
    }

  return G_SOURCE_REMOVE;
}

static void
mark_row_soon (CwCheckPanel *self)
{
  if (self->idle == 0 && self->shown->len > 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (mark_row, self);
}

static void
cancel (CwCheckPanel *self)
{
  if (self->checker != NULL)
    cw_checker_cancel (self->checker);
}

static gboolean
list_key (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
          CwCheckPanel *self)
{
  if (keyval != GDK_KEY_space || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  cw_check_panel_waive (self);

  return GDK_EVENT_STOP;
}

static void
drop_checker (CwCheckPanel *self)
{
  if (self->checker == NULL)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->checker, self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_selection (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_clear_object (&self->checker);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->result, cw_check_result_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_hash_table_remove_all (self->seen);
  g_array_set_size (self->shown, 0);
  self->key = 0;
  self->state = CW_CHECKER_IDLE;
}

static void
cw_check_panel_dispose (GObject *object)
{
  CwCheckPanel *self = CW_CHECK_PANEL (object);
  GtkWidget *child;

  drop_checker (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_pointer (&self->bound, g_ptr_array_unref);
  G_OBJECT_CLASS (cw_check_panel_parent_class)->dispose (object);
}

static void
cw_check_panel_finalize (GObject *object)
{
  CwCheckPanel *self = CW_CHECK_PANEL (object);

  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  G_OBJECT_CLASS (cw_check_panel_parent_class)->finalize (object);
}

static void
cw_check_panel_class_init (CwCheckPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_check_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = cw_check_panel_finalize;

  /**
   * CwCheckPanel::chosen:
   * @self: a panel
   * @index: which violation of the result
   * @closer: whether to look at its place closely
   *
   * The user wants to see a violation.
   */
  signals[CHOSEN] = g_signal_new ("chosen", CW_TYPE_CHECK_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
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
  gtk_widget_add_css_class (self->summary, "numeric");
  self->cancel = gtk_button_new_with_label (_ ("Cancel"));
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_widget_add_css_class (self->cancel, "flat");
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (cancel), self);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->cancel);

  return box;
}

static GtkWidget *
make_chips (CwCheckPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  for (guint i = 0; i < CW_N_CHECK_CHIPS; i++)
    {
      self->chips[i] = gtk_toggle_button_new_with_label (_ (chips[i].label));
      gtk_widget_add_css_class (self->chips[i], "chip");
      gtk_widget_set_tooltip_text (self->chips[i], _ (chips[i].tooltip));
      g_signal_connect_swapped (self->chips[i], "toggled", G_CALLBACK (filter_changed), self);
      gtk_box_append (GTK_BOX (box), self->chips[i]);
    }
  gtk_widget_add_css_class (box, "panel-head");

  return box;
}

static void
make_list (CwCheckPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->model = cw_row_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row), self);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "checks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Violations"), -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (list_key), self);
  gtk_widget_add_controller (self->list, key);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated), self);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (row_selected), self);
}

static void
cw_check_panel_init (CwCheckPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->bound = g_ptr_array_new ();
  self->area = CW_BOX_EMPTY;
  make_list (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  self->note = gtk_label_new (_ ("Not run yet – F8"));
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->note), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->note, "empty-note");
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_visible (self->progress, FALSE);
  self->pages = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->pages), self->note);
  gtk_stack_add_child (GTK_STACK (self->pages), scroller);
  gtk_widget_set_vexpand (self->pages, TRUE);
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_chips (self), GTK_WIDGET (self));
  gtk_widget_set_parent (self->progress, GTK_WIDGET (self));
  gtk_widget_set_parent (self->pages, GTK_WIDGET (self));
  cw_check_panel_make_popover (self);
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
 * @editor: (nullable): the document
 * @checker: (nullable): whose results to list
 *
 * Lists what a checker finds.
 */
void
cw_check_panel_set_checker (CwCheckPanel *self, CwEditor *editor, CwChecker *checker)
{
  g_return_if_fail (CW_IS_CHECK_PANEL (self));

  drop_checker (self);
  if (checker == NULL)
    return;
  self->editor = g_object_ref (editor);
  self->checker = g_object_ref (checker);
  g_signal_connect_swapped (checker, "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (cw_editor_get_selection (editor), "changed", G_CALLBACK (mark_row_soon),
                            self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed",
                            G_CALLBACK (settings_changed), self);
  update (self);
}

/**
 * cw_check_panel_set_area:
 * @self: a panel
 * @area: what the plan shows [nm]
 *
 * Says what is in view.
 */
void
cw_check_panel_set_area (CwCheckPanel *self, CwBox area)
{
  g_return_if_fail (CW_IS_CHECK_PANEL (self));

  self->area = area;
  if (self->checker != NULL && is_on (self, CW_CHECK_CHIP_AREA))
    show_rows (self);
}

/**
 * cw_check_panel_select:
 * @self: a panel
 * @index: which violation, negative for none
 *
 * Selects the row of a violation and scrolls to it, without its being `chosen`.
 */
void
cw_check_panel_select (CwCheckPanel *self, gssize index)
{
  guint row = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (CW_IS_CHECK_PANEL (self));

  for (guint i = 0; index >= 0 && i < self->shown->len; i++)
    if (g_array_index (self->shown, guint, i) == (guint) index)
      row = i;
  if (index >= 0 && (gsize) index < count_violations (self))
    self->key = cw_violation_get_key (cw_check_result_get_violation (self->result, (gsize) index));
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, row);
  self->selecting = FALSE;
  if (row != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", row);
}

/**
 * cw_check_panel_get_n_shown:
 * @self: a panel
 *
 * Returns: how many rows the list has
 */
guint
cw_check_panel_get_n_shown (CwCheckPanel *self)
{
  g_return_val_if_fail (CW_IS_CHECK_PANEL (self), 0);

  return self->shown->len;
}
