/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-line-chooser.h"

#include <glib/gi18n.h>

#include "widgets/tool/cw-cut-lines.h"

struct _CwLineChooser
{
  GtkWidget parent_instance;

  CwEditor *editor;
  GtkWidget *lines;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *message;
  GArray *ids; /* of CwId, as listed; CW_ID_NONE is the line that is not stored */
  char *names; /* that are listed */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (CwLineChooser, cw_line_chooser, GTK_TYPE_WIDGET)

static CwToolHost *
get_host (CwLineChooser *self)
{
  return cw_editor_get_host (self->editor);
}

/* the names are made new only when they are others: an open list stays */
static void
list_names (CwLineChooser *self)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  g_autoptr (GArray) ids = cw_cut_lines_list (design);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  CwId none = CW_ID_NONE;

  if (cw_tool_host_get_cut_line (get_host (self)) == CW_ID_NONE)
    g_array_prepend_val (ids, none);
  for (guint i = 0; i < ids->len; i++)
    {
      CwId id = g_array_index (ids, CwId, i);
      const char *name
          = id != CW_ID_NONE ? cw_design_get_cut_line (design, id)->name : _ ("Not stored");

      gtk_string_list_append (names, name);
      g_string_append_printf (all, "%u %s\n", id, name);
    }
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids->data, ids->len);
  if (g_strcmp0 (self->names, all->str) == 0)
    return;
  g_free (self->names);
  self->names = g_strdup (all->str);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->lines), G_LIST_MODEL (names));
}

static void
update (CwLineChooser *self)
{
  CwId current;
  guint selected = GTK_INVALID_LIST_POSITION;

  if (self->editor == NULL)
    return;
  current = cw_tool_host_get_cut_line (get_host (self));
  self->updating = TRUE;
  list_names (self);
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, CwId, i) == current)
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->lines), selected);
  gtk_widget_set_tooltip_text (
      self->lines, current != CW_ID_NONE
                       ? _ ("The line that the section is taken along")
                       : _ ("The section is taken along a line that the design does not keep: move "
                            "it with the section tool (S) to keep it"));
  self->updating = FALSE;
}

static void
choose (CwLineChooser *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->lines));
  CwId id;

  if (self->updating || self->editor == NULL || selected >= self->ids->len)
    return;
  id = g_array_index (self->ids, CwId, selected);
  if (id != CW_ID_NONE)
    cw_tool_host_set_cut_line (get_host (self), id);
}

static void
show_message (CwLineChooser *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->message), text);
  gtk_widget_set_visible (self->message, text[0] != '\0');
}

static void
renamed (CwLineChooser *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  CwId line = cw_tool_host_get_cut_line (get_host (self));
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;

  if (line == CW_ID_NONE)
    return;
  next = cw_cut_lines_rename (cw_editor_get_design (self->editor), line, name, &error);
  if (next == NULL)
    {
      show_message (self, error->message);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  cw_editor_commit (self->editor, next, _ ("Rename cut line"));
}

static void
drop_editor (CwLineChooser *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (get_host (self), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_line_chooser_dispose (GObject *object)
{
  CwLineChooser *self = CW_LINE_CHOOSER (object);

  self->updating = TRUE;
  drop_editor (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->lines, gtk_widget_unparent);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->names, g_free);
  G_OBJECT_CLASS (cw_line_chooser_parent_class)->dispose (object);
}

static void
cw_line_chooser_class_init (CwLineChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_line_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_popover (CwLineChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Name of the cut line"));

  self->popover = gtk_popover_new ();
  self->entry = gtk_entry_new ();
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 32);
  gtk_widget_add_css_class (self->message, "error");
  gtk_widget_add_css_class (self->message, "panel-message");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the cut line"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (renamed), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
cw_line_chooser_init (CwLineChooser *self)
{
  const char *const none[] = { NULL };

  self->updating = TRUE;
  self->ids = g_array_new (FALSE, FALSE, sizeof (CwId));
  self->lines = gtk_drop_down_new_from_strings (none);
  gtk_widget_set_focus_on_click (self->lines, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lines), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Cut line"), -1);
  g_signal_connect_swapped (self->lines, "notify::selected", G_CALLBACK (choose), self);
  gtk_widget_set_parent (self->lines, GTK_WIDGET (self));
  make_popover (self);
  self->updating = FALSE;
}

/**
 * cw_line_chooser_new:
 *
 * Makes a chooser without lines.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_line_chooser_new (void)
{
  return g_object_new (CW_TYPE_LINE_CHOOSER, NULL);
}

/**
 * cw_line_chooser_set_editor:
 * @self: a chooser
 * @editor: (nullable): whose cut lines to list
 *
 * Lists the cut lines of a document.
 */
void
cw_line_chooser_set_editor (CwLineChooser *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_LINE_CHOOSER (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (get_host (self), "section-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * cw_line_chooser_rename:
 * @self: a chooser
 *
 * Asks for another name of the current line.
 */
void
cw_line_chooser_rename (CwLineChooser *self)
{
  CwId line;

  g_return_if_fail (CW_IS_LINE_CHOOSER (self));

  line = self->editor != NULL ? cw_tool_host_get_cut_line (get_host (self)) : CW_ID_NONE;
  if (line == CW_ID_NONE)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry),
                         cw_design_get_cut_line (cw_editor_get_design (self->editor), line)->name);
  show_message (self, "");
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->entry);
}

/**
 * cw_line_chooser_step:
 * @self: a chooser
 * @step: 1 for the next line, -1 for the one before
 *
 * Takes the section along another stored line, round and round.
 */
void
cw_line_chooser_step (CwLineChooser *self, int step)
{
  g_autoptr (GArray) lines = NULL;
  int at = step > 0 ? -1 : 0;

  g_return_if_fail (CW_IS_LINE_CHOOSER (self) && self->editor != NULL);

  lines = cw_cut_lines_list (cw_editor_get_design (self->editor));
  if (lines->len == 0)
    return;
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, CwId, i) == cw_tool_host_get_cut_line (get_host (self)))
      at = (int) i;
  at = (at + step + (int) lines->len) % (int) lines->len;
  cw_tool_host_set_cut_line (get_host (self), g_array_index (lines, CwId, (guint) at));
}
