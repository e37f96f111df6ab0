/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-step-bar.h"

#include <glib/gi18n.h>

#include "widgets/cw-steps.h"

#define MOST_MARKS 60
#define PLAY_TIME 1 /* [s] a step */

struct _CwStepBar
{
  GtkWidget parent_instance;

  CwEditor *editor;
  CwTechnology *technology; /* that the marks are of */
  CwFlow *flow;
  GtkWidget *row;
  GtkWidget *scale;
  GtkWidget *count;
  GtkWidget *name;
  GtkWidget *caption;
  GtkWidget *note;
  gboolean updating;
  guint timer;
};

enum
{
  PLAYING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CwStepBar, cw_step_bar, GTK_TYPE_WIDGET)

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text[0] != '\0' ? text : NULL);
}

static void
take_flow (CwStepBar *self)
{
  CwTechnology *technology = cw_design_get_technology (cw_editor_get_design (self->editor));
  GtkScale *scale = GTK_SCALE (self->scale);

  if (self->technology == technology)
    return;
  g_clear_pointer (&self->technology, cw_technology_unref);
  g_clear_pointer (&self->flow, cw_flow_unref);
  self->technology = cw_technology_ref (technology);
  self->flow = cw_technology_dup_flow (technology);
  gtk_range_set_range (GTK_RANGE (self->scale), 0, MAX (self->flow->n_steps, 2) - 1);
  gtk_scale_clear_marks (scale);
  for (guint i = 0; i < self->flow->n_steps && self->flow->n_steps <= MOST_MARKS; i++)
    gtk_scale_add_mark (scale, i, GTK_POS_BOTTOM, NULL);
}

static void
update (CwStepBar *self)
{
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;
  g_autofree char *count = NULL;
  const char *note;
  guint step;

  if (self->editor == NULL)
    return;
  self->updating = TRUE;
  take_flow (self);
  step = cw_steps_get (cw_editor_get_host (self->editor));
  title = cw_steps_dup_title (self->flow, self->technology, step);
  caption = cw_steps_dup_caption (self->flow, self->technology, step);
  count = g_strdup_printf ("%u / %u", step + 1, self->flow->n_steps);
  note = step < self->flow->n_steps ? cw_flow_get_note (self->flow, step) : NULL;
  gtk_range_set_value (GTK_RANGE (self->scale), step);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  title, -1);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  set_text (self->name, title);
  set_text (self->caption, caption);
  set_text (self->note, note != NULL ? note : "");
  self->updating = FALSE;
}

static void
moved (CwStepBar *self)
{
  if (self->updating || self->editor == NULL)
    return;
  cw_steps_set (cw_editor_get_host (self->editor),
                (guint) (gtk_range_get_value (GTK_RANGE (self->scale)) + 0.5));
}

static gboolean
play_step (gpointer data)
{
  CwStepBar *self = data;

  if (cw_steps_get (cw_editor_get_host (self->editor)) + 1 >= self->flow->n_steps)
    {
      self->timer = 0;
      g_signal_emit (self, signals[PLAYING_CHANGED], 0);
      return G_SOURCE_REMOVE;
    }
  cw_step_bar_go (self, 1);

  return G_SOURCE_CONTINUE;
}

static void
drop_editor (CwStepBar *self)
{
  if (self->editor == NULL)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->technology, cw_technology_unref);
  g_clear_pointer (&self->flow, cw_flow_unref);
}

static void
cw_step_bar_dispose (GObject *object)
{
  CwStepBar *self = CW_STEP_BAR (object);
  GtkWidget *child;

  self->updating = TRUE;
  drop_editor (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (cw_step_bar_parent_class)->dispose (object);
}

static void
cw_step_bar_class_init (CwStepBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_step_bar_dispose;

  /**
   * CwStepBar::playing-changed:
   * @self: a bar
   *
   * It came to the last step by itself, or began or stopped to play.
   */
  signals[PLAYING_CHANGED] = g_signal_new ("playing-changed", CW_TYPE_STEP_BAR, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
cw_step_bar_init (CwStepBar *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "step-bar");
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), 0);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_widget_set_tooltip_text (self->scale, _ ("Step of the process that is shown"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Process step"), -1);
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (moved), self);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_box_append (GTK_BOX (self->row), self->scale);
  gtk_box_append (GTK_BOX (self->row), self->count);
  self->name = make_label ("step-name");
  self->caption = make_label ("dim-label");
  self->note = make_label ("step-note");
  gtk_box_append (GTK_BOX (words), self->name);
  gtk_box_append (GTK_BOX (words), self->caption);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
}

/**
 * cw_step_bar_new:
 *
 * Makes a bar without steps.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_step_bar_new (void)
{
  return g_object_new (CW_TYPE_STEP_BAR, NULL);
}

/**
 * cw_step_bar_pack:
 * @self: a bar
 * @before: (transfer floating): what stands left of the slider
 * @after: (transfer floating): what stands right of it
 *
 * Adds buttons beside the slider.
 */
void
cw_step_bar_pack (CwStepBar *self, GtkWidget *before, GtkWidget *after)
{
  g_return_if_fail (CW_IS_STEP_BAR (self));

  gtk_box_prepend (GTK_BOX (self->row), before);
  gtk_box_append (GTK_BOX (self->row), after);
}

/**
 * cw_step_bar_set_editor:
 * @self: a bar
 * @editor: (nullable): whose flow to show
 *
 * Shows the steps of a document.
 */
void
cw_step_bar_set_editor (CwStepBar *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_STEP_BAR (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed", G_CALLBACK (update),
                            self);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * cw_step_bar_go:
 * @self: a bar
 * @steps: how many steps forward, negative for back
 *
 * Goes to another step; it stops at the first and the last one.
 */
void
cw_step_bar_go (CwStepBar *self, int steps)
{
  CwToolHost *host;
  gint64 to;

  g_return_if_fail (CW_IS_STEP_BAR (self) && self->editor != NULL);

  host = cw_editor_get_host (self->editor);
  to = (gint64) cw_steps_get (host) + steps;
  cw_steps_set (host, (guint) CLAMP (to, 0, (gint64) self->flow->n_steps));
}

/**
 * cw_step_bar_set_playing:
 * @self: a bar
 * @playing: whether a step follows the other by itself
 *
 * Plays the process from the step that is shown, from the first one when that is the last.
 */
void
cw_step_bar_set_playing (CwStepBar *self, gboolean playing)
{
  g_return_if_fail (CW_IS_STEP_BAR (self));

  if ((self->timer != 0) == playing || self->editor == NULL)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (playing)
    {
      if (cw_steps_get (cw_editor_get_host (self->editor)) + 1 >= self->flow->n_steps)
        cw_steps_set (cw_editor_get_host (self->editor), 0);
      self->timer = g_timeout_add_seconds (PLAY_TIME, play_step, self);
    }
  g_signal_emit (self, signals[PLAYING_CHANGED], 0);
}

/**
 * cw_step_bar_is_playing:
 * @self: a bar
 *
 * Returns: whether a step follows the other by itself
 */
gboolean
cw_step_bar_is_playing (CwStepBar *self)
{
  g_return_val_if_fail (CW_IS_STEP_BAR (self), FALSE);

  return self->timer != 0;
}
