/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-setup-form.h"

#include <glib/gi18n.h>

#include "widgets/cw-setup-row.h"

struct _CwSetupForm
{
  GtkWidget parent_instance;

  const CwSetupMaker *maker;
  CwEditor *editor;
  guint32 key;
  CwUnit unit; /* of the texts */
  GtkWidget *box;
  GtkWidget *told;
  GPtrArray *rows; /* of CwSetupRow */
};

G_DEFINE_FINAL_TYPE (CwSetupForm, cw_setup_form, GTK_TYPE_WIDGET)

static CwUnit
get_unit (CwSetupForm *self)
{
  return cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
}

static void
clear_messages (CwSetupForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    cw_setup_row_set_message (g_ptr_array_index (self->rows, i), NULL);
  gtk_widget_set_visible (self->told, FALSE);
}

static void
tell (CwSetupForm *self, const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->told), text);
  gtk_widget_set_visible (self->told, TRUE);
}

/* a table that was taken is that of the design from now on */
static void
settle_blocks (CwSetupForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (self->maker->fields[i].kind == CW_SETUP_BLOCK)
      {
        g_autofree char *text = cw_setup_row_dup_text (g_ptr_array_index (self->rows, i));

        cw_setup_row_set_text (g_ptr_array_index (self->rows, i), text);
      }
}

static void
make (CwSetupForm *self)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;
  guint wrong = 0;

  if (self->editor == NULL)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (texts, cw_setup_row_dup_text (g_ptr_array_index (self->rows, i)));
  g_ptr_array_add (texts, NULL);
  clear_messages (self);
  next = self->maker->make (cw_editor_get_design (self->editor), self->key,
                            (const char *const *) texts->pdata, self->unit, &wrong, &error);
  if (next == NULL)
    {
      cw_setup_row_set_message (g_ptr_array_index (self->rows, MIN (wrong, self->rows->len - 1)),
                                error->message);
      gtk_widget_grab_focus (cw_setup_row_get_value (
          g_ptr_array_index (self->rows, MIN (wrong, self->rows->len - 1))));
      return;
    }
  settle_blocks (self);
  cw_editor_commit (self->editor, next, _ (self->maker->label));
  tell (self, _ ("Done. Undo takes it back."));
}

static void
fill (CwSetupForm *self)
{
  CwDesign *design = cw_editor_get_design (self->editor);

  self->unit = get_unit (self);
  for (guint i = 0; i < self->rows->len; i++)
    {
      CwSetupRow *row = g_ptr_array_index (self->rows, i);
      const CwSetupField *field = &self->maker->fields[i];
      g_autofree char *text = NULL;

      if (field->list != NULL)
        {
          g_auto (GStrv) names = field->list (design);

          cw_setup_row_set_choices (row, (const char *const *) names);
        }
      if (field->kind == CW_SETUP_LENGTH)
        cw_setup_row_set_unit (row, cw_unit_get_symbol (self->unit));
      text = self->maker->get (design, self->key, i, self->unit);
      cw_setup_row_set_text (row, text);
    }
  gtk_widget_set_visible (self->told, FALSE);
}

/* what the user has not touched follows the design */
static void
update_row (CwSetupForm *self, guint field)
{
  CwSetupRow *row = g_ptr_array_index (self->rows, field);
  g_autofree char *text = NULL;

  if (cw_setup_row_is_changed (row))
    return;
  text = self->maker->get (cw_editor_get_design (self->editor), self->key, field, self->unit);
  cw_setup_row_set_text (row, text);
}

static void
update (CwSetupForm *self)
{
  if (self->editor == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    update_row (self, i);
}

static void
cw_setup_form_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cw_setup_form_parent_class)->map (widget);
  update (CW_SETUP_FORM (widget));
}

static void
settings_changed (CwSetupForm *self)
{
  if (get_unit (self) != self->unit)
    fill (self);
}

static void
drop_editor (CwSetupForm *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_setup_form_dispose (GObject *object)
{
  CwSetupForm *self = CW_SETUP_FORM (object);
  GtkWidget *child;

  drop_editor (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (cw_setup_form_parent_class)->dispose (object);
}

static void
cw_setup_form_class_init (CwSetupFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_setup_form_dispose;
  GTK_WIDGET_CLASS (klass)->map = cw_setup_form_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cw_setup_form_init (CwSetupForm *self)
{
  self->key = CW_SETUP_NO_KEY;
  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *note = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_add_css_class (note, "dim-label");

  return note;
}

/**
 * cw_setup_form_new:
 * @maker: what it makes
 *
 * Makes a form.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_setup_form_new (const CwSetupMaker *maker)
{
  CwSetupForm *self = g_object_new (CW_TYPE_SETUP_FORM, NULL);
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *title = gtk_label_new (_ (maker->title));
  GtkWidget *button = gtk_button_new_with_label (_ (maker->label));

  self->maker = maker;
  gtk_widget_set_visible (GTK_WIDGET (self), !maker->needs_key);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self->box), title);
  if (maker->note != NULL)
    gtk_box_append (GTK_BOX (self->box), make_note (_ (maker->note)));
  for (gsize i = 0; i < maker->n_fields; i++)
    {
      GtkWidget *row = cw_setup_row_new (&maker->fields[i], labels);

      g_ptr_array_add (self->rows, row);
      gtk_box_append (GTK_BOX (self->box), row);
    }
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (make), self);
  gtk_box_append (GTK_BOX (self->box), button);
  self->told = make_note (NULL);
  gtk_widget_set_visible (self->told, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->told);
  gtk_widget_add_css_class (self->box, "setup-form");

  return GTK_WIDGET (self);
}

/**
 * cw_setup_form_set_editor:
 * @self: a form
 * @editor: (nullable): what it changes
 *
 * Sets the document.
 */
void
cw_setup_form_set_editor (CwSetupForm *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_SETUP_FORM (self));

  drop_editor (self);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed",
                            G_CALLBACK (settings_changed), self);
  fill (self);
}

/**
 * cw_setup_form_set_key:
 * @self: a form
 * @key: the thing that it is about, or %CW_SETUP_NO_KEY
 *
 * Chooses what the form is about; another one brings its own numbers.
 */
void
cw_setup_form_set_key (CwSetupForm *self, guint32 key)
{
  g_return_if_fail (CW_IS_SETUP_FORM (self));

  gtk_widget_set_visible (GTK_WIDGET (self), key != CW_SETUP_NO_KEY || !self->maker->needs_key);
  if (self->key == key)
    return;
  self->key = key;
  if (self->editor != NULL)
    fill (self);
}
