/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-flow-panel.h"

#include <glib/gi18n.h>

#include "model/process/cw-flow-windows.h"
#include "widgets/cw-flow-row.h"
#include "widgets/cw-quiet-task.h"
#include "widgets/cw-steps.h"

/* The rows come at once; what is wrong with them a worker thread finds, and the rows are made anew. */
struct _CwFlowPanel
{
  GtkWidget parent_instance;

  CwEditor *editor;
  CwTechnology *technology; /* that the rows are of */
  CwFlow *flow;
  GPtrArray *findings; /* of CwFlowFinding */
  CwDesign *checked;   /* that they are of, or will be */
  gboolean running;

  GtkWidget *summary;
  GtkWidget *list;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (CwFlowPanel, cw_flow_panel, GTK_TYPE_WIDGET)

static CwToolHost *
get_host (CwFlowPanel *self)
{
  return cw_editor_get_host (self->editor);
}

static void
update_summary (CwFlowPanel *self)
{
  guint n_errors = 0;
  guint n_warnings = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
    {
      const CwFlowFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->severity == CW_SEVERITY_ERROR)
        n_errors++;
      else
        n_warnings++;
    }
  if (self->findings == NULL)
    text = g_strdup (_ ("Checking…"));
  else if (n_errors + n_warnings == 0)
    text = g_strdup_printf (_ ("%u steps, in order"), self->flow->n_steps);
  else
    text = g_strdup_printf (_ ("%u steps: %u errors, %u warnings"), self->flow->n_steps, n_errors,
                            n_warnings);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

/* without taking the focus from where it is */
static void
scroll_to (CwFlowPanel *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (GTK_LIST_BOX (self->list));
  graphene_rect_t bounds;

  if (adjustment != NULL && gtk_widget_compute_bounds (row, self->list, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
select_step (CwFlowPanel *self)
{
  guint step = cw_steps_get (get_host (self));
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) step);

  if (row == gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)))
    return;
  self->updating = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  self->updating = FALSE;
  if (row != NULL)
    scroll_to (self, GTK_WIDGET (row));
}

static void
make_rows (CwFlowPanel *self)
{
  GtkWidget *child;
  GtkWidget *missing;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->flow->n_steps; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list),
                         cw_flow_row_new (self->flow, self->technology, i, self->findings));
  missing = self->findings != NULL ? cw_flow_row_new_missing (self->flow, self->findings) : NULL;
  if (missing != NULL)
    gtk_list_box_append (GTK_LIST_BOX (self->list), missing);
  self->updating = FALSE;
  select_step (self);
  update_summary (self);
}

static void
find (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CwDesign *design = data;
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwFlow) flow = cw_technology_dup_flow (technology);
  GPtrArray *findings = cw_flow_check (flow, technology);
  g_autoptr (GPtrArray) windows = cw_flow_check_windows (design);

  g_ptr_array_extend_and_steal (findings, g_steal_pointer (&windows));

  g_task_return_pointer (task, findings, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
findings_equal (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const CwFlowFinding *one = g_ptr_array_index (a, i);
      const CwFlowFinding *other = g_ptr_array_index (b, i);

      if (one->step != other->step || one->severity != other->severity
          || g_strcmp0 (one->what, other->what) != 0 || g_strcmp0 (one->source, other->source) != 0)
        return FALSE;
    }

  return TRUE;
}

static void check (CwFlowPanel *self);

static void
found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CwFlowPanel *self = CW_FLOW_PANEL (source);
  g_autoptr (GPtrArray) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  if (self->editor == NULL)
    return;
  if (self->checked != cw_editor_get_design (self->editor))
    {
      check (self);
      return;
    }
  if (findings_equal (self->findings, findings))
    return;
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_steal_pointer (&findings);
  make_rows (self);
}

static void
check (CwFlowPanel *self)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  g_autoptr (GTask) task = NULL;

  if (self->running)
    return;
  g_clear_pointer (&self->checked, cw_design_unref);
  self->checked = cw_design_ref (design);
  self->running = TRUE;
  task = g_task_new (self, NULL, found, NULL);
  g_task_set_task_data (task, cw_design_ref (design), (GDestroyNotify) cw_design_unref);
  cw_quiet_task_run (task, find);
}

static void
document_changed (CwFlowPanel *self)
{
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));

  if (self->technology != technology)
    {
      g_clear_pointer (&self->technology, cw_technology_unref);
      g_clear_pointer (&self->flow, cw_flow_unref);
      g_clear_pointer (&self->findings, g_ptr_array_unref);
      self->technology = cw_technology_ref (technology);
      self->flow = cw_technology_dup_flow (technology);
      make_rows (self);
    }
  check (self);
}

static void
row_selected (GtkListBox *list, GtkListBoxRow *row, CwFlowPanel *self)
{
  if (self->updating || self->editor == NULL || row == NULL)
    return;
  cw_steps_set (get_host (self), (guint) gtk_list_box_row_get_index (row));
}

static void
drop_editor (CwFlowPanel *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (get_host (self), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->technology, cw_technology_unref);
  g_clear_pointer (&self->flow, cw_flow_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->checked, cw_design_unref);
}

static void
cw_flow_panel_dispose (GObject *object)
{
  CwFlowPanel *self = CW_FLOW_PANEL (object);
  GtkWidget *child;

  self->updating = TRUE;
  drop_editor (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cw_flow_panel_parent_class)->dispose (object);
}

static void
cw_flow_panel_class_init (CwFlowPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_flow_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
cw_flow_panel_init (CwFlowPanel *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->summary, "panel-title");
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "checks");
  gtk_widget_add_css_class (self->list, "steps");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Process steps"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (self->summary, GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

/**
 * cw_flow_panel_new:
 * @choices: (transfer floating): what stands above the steps
 * @buttons: (transfer floating): what stands below them
 *
 * Makes a panel without steps.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_flow_panel_new (GtkWidget *choices, GtkWidget *buttons)
{
  CwFlowPanel *self = g_object_new (CW_TYPE_FLOW_PANEL, NULL);

  gtk_widget_insert_after (choices, GTK_WIDGET (self), self->summary);
  gtk_widget_insert_before (buttons, GTK_WIDGET (self), NULL);

  return GTK_WIDGET (self);
}

/**
 * cw_flow_panel_set_editor:
 * @self: a panel
 * @editor: (nullable): whose flow to list
 *
 * Lists the steps of a document's flow.
 */
void
cw_flow_panel_set_editor (CwFlowPanel *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_FLOW_PANEL (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (get_host (self), "settings-changed", G_CALLBACK (select_step), self);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed",
                            G_CALLBACK (document_changed), self);
  document_changed (self);
}

/**
 * cw_flow_panel_get_n_findings:
 * @self: a panel
 *
 * Returns: how many findings its rows show
 */
guint
cw_flow_panel_get_n_findings (CwFlowPanel *self)
{
  g_return_val_if_fail (CW_IS_FLOW_PANEL (self), 0);

  return self->findings != NULL ? self->findings->len : 0;
}

/**
 * cw_flow_panel_is_settled:
 * @self: a panel
 *
 * Tells tests when to look.
 *
 * Returns: whether the findings are those of the document
 */
gboolean
cw_flow_panel_is_settled (CwFlowPanel *self)
{
  g_return_val_if_fail (CW_IS_FLOW_PANEL (self), TRUE);

  return !self->running && self->findings != NULL;
}
