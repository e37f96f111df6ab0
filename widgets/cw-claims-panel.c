/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-claims-panel.h"

#include <glib/gi18n.h>

#include "widgets/cw-claim-row.h"
#include "widgets/cw-quiet-task.h"

#define REST 250 /* so long nothing is edited before claims are looked at again [ms] */

struct _CwClaimsPanel
{
  GtkWidget parent_instance;

  CwEditor *editor;
  CwClaimCoverage *coverage; /* NULL until the first is found */
  GTask *task;
  guint rest;

  GListStore *rows; /* of CwClaimRow */
  GtkCustomFilter *filter;
  GtkSingleSelection *selection;
  gboolean filtering;

  GtkWidget *summary;
  GtkWidget *spinner;
  GtkWidget *states; /* drop-down */
  GtkWidget *search;
  GtkWidget *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *word;
  const char *icon;
  const char *class;
} looks[CW_N_CLAIM_STATES] = {
  [CW_CLAIM_NOT_USED] = { N_ ("Not used"), "list-remove-symbolic", "dim-label" },
  [CW_CLAIM_SATISFIED] = { N_ ("Satisfied"), "cw-ok-symbolic", "success" },
  [CW_CLAIM_VIOLATED] = { N_ ("Violated"), "cw-error-symbolic", "error" },
};

/* what the drop-down offers: all, then one state each */
static const CwClaimState offered[] = { CW_CLAIM_SATISFIED, CW_CLAIM_VIOLATED, CW_CLAIM_NOT_USED };

G_DEFINE_FINAL_TYPE (CwClaimsPanel, cw_claims_panel, GTK_TYPE_WIDGET)

static void begin (CwClaimsPanel *self);

static gboolean
is_current (CwClaimsPanel *self)
{
  return self->editor != NULL && self->coverage != NULL
         && cw_claim_coverage_get_design (self->coverage) == cw_editor_get_design (self->editor);
}

static void
update_summary (CwClaimsPanel *self)
{
  gboolean known = self->coverage != NULL;
  g_autofree char *counts
      = known ? g_strdup_printf (_ ("%u satisfied, %u violated, %u not used"),
                                 cw_claim_coverage_count (self->coverage, CW_CLAIM_SATISFIED),
                                 cw_claim_coverage_count (self->coverage, CW_CLAIM_VIOLATED),
                                 cw_claim_coverage_count (self->coverage, CW_CLAIM_NOT_USED))
              : NULL;
  g_autofree char *stale = known && !is_current (self)
                               ? g_strdup_printf (_ ("%s (before the last change)"), counts)
                               : NULL;

  gtk_label_set_text (GTK_LABEL (self->summary), stale != NULL ? stale
                                                 : known       ? counts
                                                               : _ ("Looking at the claims…"));
  gtk_widget_set_visible (self->spinner, self->task != NULL);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->task != NULL);
  if (stale != NULL)
    gtk_widget_add_css_class (self->list, "stale");
  else
    gtk_widget_remove_css_class (self->list, "stale");
}

static void
refilter (CwClaimsPanel *self)
{
  self->filtering = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  self->filtering = FALSE;
}

static void
show_coverage (CwClaimsPanel *self, CwClaimCoverage *coverage)
{
  g_clear_pointer (&self->coverage, cw_claim_coverage_unref);
  if (coverage != NULL)
    self->coverage = cw_claim_coverage_ref (coverage);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (CwClaimRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      cw_claim_row_set_coverage (row, coverage);
    }
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->states)) > 0
      || *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    refilter (self);
}

/* in a worker thread */
static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, cw_claim_coverage_new (data),
                         (GDestroyNotify) cw_claim_coverage_unref);
}

static void
done (GObject *source, GAsyncResult *async, gpointer user_data)
{
  CwClaimsPanel *self = CW_CLAIMS_PANEL (source);
  g_autoptr (CwClaimCoverage) coverage = g_task_propagate_pointer (G_TASK (async), NULL);

  if (self->task != G_TASK (async))
    return;
  g_clear_object (&self->task);
  if (self->editor == NULL)
    return;
  show_coverage (self, coverage);
  update_summary (self);
  begin (self);
}

/* looks at the claims unless that is done, or under way */
static void
begin (CwClaimsPanel *self)
{
  if (self->editor == NULL || self->task != NULL || self->rest != 0 || is_current (self)
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->task = g_task_new (self, NULL, done, NULL);
  g_task_set_task_data (self->task, cw_design_ref (cw_editor_get_design (self->editor)),
                        (GDestroyNotify) cw_design_unref);
  cw_quiet_task_run (self->task, work);
  update_summary (self);
}

static gboolean
rested (gpointer data)
{
  CwClaimsPanel *self = data;

  self->rest = 0;
  begin (self);

  return G_SOURCE_REMOVE;
}

static void
document_changed (CwClaimsPanel *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST, rested, self);
  update_summary (self);
}

static gboolean
has_words (CwClaimRow *row, const char *words)
{
  const CwClaim *claim = cw_claim_get (cw_claim_row_get_number (row));
  g_autofree char *text
      = g_strdup_printf ("%u %s %s", claim->number, _ (claim->text), cw_claim_row_get_reason (row));
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) wanted = g_strsplit (words, " ", -1);

  for (char **word = wanted; *word != NULL; word++)
    if (strstr (folded, *word) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_wanted (CwClaimsPanel *self, CwClaimRow *row)
{
  guint choice = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->states));
  g_autofree char *words
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  if (choice > 0 && choice <= G_N_ELEMENTS (offered)
      && cw_claim_row_get_state (row) != offered[choice - 1])
    return FALSE;
  return has_words (row, words);
}

/* a heading is wanted when some claim below it is */
static gboolean
match (gpointer item, gpointer user_data)
{
  CwClaimsPanel *self = user_data;
  GListModel *rows = G_LIST_MODEL (self->rows);

  if (cw_claim_row_get_number (item) != 0)
    return is_wanted (self, item);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CwClaimRow) row = g_list_model_get_item (rows, i);

      if (cw_claim_row_get_number (row) != 0
          && cw_claim_row_get_section (row) == cw_claim_row_get_section (item)
          && is_wanted (self, row))
        return TRUE;
    }
  return FALSE;
}

/* of a row: heading | icon, number, text over state and reason */
typedef struct
{
  GtkWidget *heading;
  GtkWidget *icon;
  GtkWidget *number;
  GtkWidget *text;
  GtkWidget *state;
} Parts;

static GtkWidget *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);

  return label;
}

static void
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Parts *parts = g_new0 (Parts, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  parts->heading = make_label ("claims-heading");
  parts->icon = gtk_image_new ();
  parts->number = make_label ("numeric");
  parts->text = make_label ("claim-text");
  parts->state = make_label ("claim-state");
  gtk_label_set_wrap (GTK_LABEL (parts->heading), TRUE);
  gtk_label_set_wrap (GTK_LABEL (parts->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (parts->text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (parts->state), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (parts->number), 3);
  gtk_label_set_xalign (GTK_LABEL (parts->number), 1);
  gtk_widget_set_valign (parts->icon, GTK_ALIGN_START);
  gtk_widget_set_valign (parts->number, GTK_ALIGN_START);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), parts->text);
  gtk_box_append (GTK_BOX (words), parts->state);
  gtk_box_append (GTK_BOX (box), parts->heading);
  gtk_box_append (GTK_BOX (box), parts->icon);
  gtk_box_append (GTK_BOX (box), parts->number);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
  g_object_set_data_full (G_OBJECT (item), "cw-parts", parts, g_free);
}

static void
set_look (GtkWidget *widget, CwClaimState state)
{
  for (guint i = 0; i < CW_N_CLAIM_STATES; i++)
    if (i == state)
      gtk_widget_add_css_class (widget, looks[i].class);
    else
      gtk_widget_remove_css_class (widget, looks[i].class);
}

static void
update_row (CwClaimRow *row, GtkListItem *item)
{
  Parts *parts = g_object_get_data (G_OBJECT (item), "cw-parts");
  guint number = cw_claim_row_get_number (row);
  CwClaimState state = cw_claim_row_get_state (row);
  const char *reason = cw_claim_row_get_reason (row);
  g_autofree char *numeral = g_strdup_printf ("%u", number);
  g_autofree char *line = NULL;
  gboolean is_heading = number == 0;

  gtk_list_item_set_selectable (item, !is_heading);
  gtk_list_item_set_activatable (item, !is_heading);
  gtk_widget_set_visible (parts->heading, is_heading);
  gtk_widget_set_visible (parts->icon, !is_heading);
  gtk_widget_set_visible (parts->number, !is_heading);
  gtk_widget_set_visible (gtk_widget_get_parent (parts->text), !is_heading);
  if (is_heading)
    {
      gtk_label_set_text (GTK_LABEL (parts->heading),
                          _ (cw_claim_section_get_title (cw_claim_row_get_section (row))));
      gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), NULL);
      return;
    }

  line = *reason != '\0' ? g_strdup_printf ("%s – %s", _ (looks[state].word), reason)
                         : g_strdup ("…");
  gtk_label_set_text (GTK_LABEL (parts->number), numeral);
  gtk_label_set_text (GTK_LABEL (parts->text), _ (cw_claim_get (number)->text));
  gtk_label_set_text (GTK_LABEL (parts->state), line);
  gtk_image_set_from_icon_name (GTK_IMAGE (parts->icon), looks[state].icon);
  set_look (parts->icon, state);
  set_look (parts->state, state);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parts->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (looks[state].word), -1);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), *reason != '\0' ? reason : NULL);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  CwClaimRow *row = gtk_list_item_get_item (item);

  g_signal_connect (row, "changed", G_CALLBACK (update_row), item);
  update_row (row, item);
}

static void
unbind_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_row, item);
}

static void
choose (CwClaimsPanel *self, guint position)
{
  g_autoptr (CwClaimRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL && !self->filtering && cw_claim_row_get_number (row) != 0)
    g_signal_emit (self, signals[CHOSEN], 0, cw_claim_row_get_number (row));
}

static void
row_activated (GtkListView *list, guint position, CwClaimsPanel *self)
{
  choose (self, position);
}

static void
row_selected (GtkSingleSelection *selection, GParamSpec *pspec, CwClaimsPanel *self)
{
  choose (self, gtk_single_selection_get_selected (selection));
}

static void
drop_editor (CwClaimsPanel *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_object (&self->task);
  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_claims_panel_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cw_claims_panel_parent_class)->map (widget);
  begin (CW_CLAIMS_PANEL (widget));
}

static gboolean
cw_claims_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CW_CLAIMS_PANEL (widget)->search);
}

static void
cw_claims_panel_dispose (GObject *object)
{
  CwClaimsPanel *self = CW_CLAIMS_PANEL (object);
  GtkWidget *child;

  drop_editor (self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->coverage, cw_claim_coverage_unref);
  G_OBJECT_CLASS (cw_claims_panel_parent_class)->dispose (object);
}

static void
cw_claims_panel_class_init (CwClaimsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_claims_panel_dispose;
  GTK_WIDGET_CLASS (klass)->map = cw_claims_panel_map;
  GTK_WIDGET_CLASS (klass)->grab_focus = cw_claims_panel_grab_focus;

  /**
   * CwClaimsPanel::chosen:
   * @self: a panel
   * @number: the number of a claim
   *
   * The user wants to see what speaks for the state of a claim.
   */
  signals[CHOSEN] = g_signal_new ("chosen", CW_TYPE_CLAIMS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GListStore *
make_rows (void)
{
  GListStore *rows = g_list_store_new (CW_TYPE_CLAIM_ROW);

  for (guint section = 0; section < CW_N_CLAIM_SECTIONS; section++)
    {
      g_autoptr (CwClaimRow) heading = cw_claim_row_new ((CwClaimSection) section, 0);
      guint first;
      guint last;

      g_list_store_append (rows, heading);
      cw_claim_section_get_range ((CwClaimSection) section, &first, &last);
      for (guint number = first; number <= last; number++)
        {
          g_autoptr (CwClaimRow) row = cw_claim_row_new ((CwClaimSection) section, number);

          g_list_store_append (rows, row);
        }
    }
  return rows;
}

static GtkWidget *
make_head (CwClaimsPanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->summary = make_label ("panel-title");
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_widget_set_hexpand (self->summary, TRUE);
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_box_append (GTK_BOX (box), self->summary);
  gtk_box_append (GTK_BOX (box), self->spinner);

  return box;
}

static GtkWidget *
make_filters (CwClaimsPanel *self)
{
  const char *const words[] = { _ ("All"), _ ("Satisfied"), _ ("Violated"), _ ("Not used"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->states = gtk_drop_down_new_from_strings (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->states), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Claims to list"), -1);
  g_signal_connect_swapped (self->states, "notify::selected", G_CALLBACK (refilter), self);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the claims"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 6);
  gtk_widget_set_hexpand (self->search, TRUE);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (refilter), self);
  gtk_widget_add_css_class (box, "claims-filters");
  gtk_box_append (GTK_BOX (box), self->states);
  gtk_box_append (GTK_BOX (box), self->search);

  return box;
}

static GtkWidget *
make_list (CwClaimsPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;

  self->rows = make_rows ();
  self->filter = gtk_custom_filter_new (match, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                        g_object_ref (GTK_FILTER (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row), NULL);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "checks");
  gtk_widget_add_css_class (self->list, "claims");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Claims"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (row_activated), self);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (row_selected), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
cw_claims_panel_init (CwClaimsPanel *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_filters (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_list (self), GTK_WIDGET (self));
  update_summary (self);
}

/**
 * cw_claims_panel_new:
 *
 * Makes a panel that knows of no design.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_claims_panel_new (void)
{
  return g_object_new (CW_TYPE_CLAIMS_PANEL, NULL);
}

/**
 * cw_claims_panel_set_editor:
 * @self: a panel
 * @editor: (nullable): whose design to look at
 *
 * Lists what a design makes of the claims.
 */
void
cw_claims_panel_set_editor (CwClaimsPanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_CLAIMS_PANEL (self));

  drop_editor (self);
  show_coverage (self, NULL);
  if (editor != NULL)
    {
      self->editor = g_object_ref (editor);
      g_signal_connect_swapped (cw_editor_get_document (editor), "changed",
                                G_CALLBACK (document_changed), self);
      begin (self);
    }
  update_summary (self);
}

/**
 * cw_claims_panel_get_coverage:
 * @self: a panel
 *
 * Returns: (transfer none) (nullable): what it lists
 */
CwClaimCoverage *
cw_claims_panel_get_coverage (CwClaimsPanel *self)
{
  g_return_val_if_fail (CW_IS_CLAIMS_PANEL (self), NULL);

  return self->coverage;
}

/**
 * cw_claims_panel_is_settled:
 * @self: a panel
 *
 * Returns: whether it lists what is true of the current design
 */
gboolean
cw_claims_panel_is_settled (CwClaimsPanel *self)
{
  g_return_val_if_fail (CW_IS_CLAIMS_PANEL (self), FALSE);

  return self->task == NULL && is_current (self);
}
