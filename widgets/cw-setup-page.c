/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-setup-page.h"

#include <glib/gi18n.h>

#include "widgets/cw-setup-form.h"
#include "widgets/cw-setup-row.h"

#define LIST_HEIGHT 230    /* [px] */
#define PICTURE_HEIGHT 150 /* [px] */

struct _CwSetupPage
{
  GtkWidget parent_instance;

  const CwSetupInfo *info;
  CwEditor *editor;
  GtkWidget *box;
  GtkWidget *list; /* NULL for a page of one thing */
  GtkWidget *empty;
  GtkWidget *fields;
  GtkWidget *told;
  GtkWidget *picture;
  GtkStringList *names;
  GtkSingleSelection *selection;
  GArray *keys;     /* of guint32, as listed */
  GPtrArray *rows;  /* of CwSetupRow */
  GPtrArray *needy; /* buttons of what needs a thing to be chosen */
  GPtrArray *forms; /* of CwSetupForm */
  guint32 key;
  gboolean updating;
  guint tick;
};

G_DEFINE_FINAL_TYPE (CwSetupPage, cw_setup_page, GTK_TYPE_WIDGET)

static CwUnit
get_unit (CwSetupPage *self)
{
  return cw_tool_host_get_settings (cw_editor_get_host (self->editor))->unit;
}

static void
tell (CwSetupPage *self, const char *text, gboolean is_wrong)
{
  gtk_label_set_text (GTK_LABEL (self->told), text != NULL ? text : "");
  gtk_widget_set_visible (self->told, text != NULL);
  if (is_wrong)
    gtk_widget_add_css_class (self->told, "error");
  else
    gtk_widget_remove_css_class (self->told, "error");
}

/* one undo step, and what it brings along */
static void
commit (CwSetupPage *self, CwDesign *next, const char *label)
{
  g_autoptr (CwTechnology) before
      = cw_technology_ref (cw_design_get_technology (cw_editor_get_design (self->editor)));
  g_autofree char *changes = cw_setup_dup_changes (before, cw_design_get_technology (next));

  cw_editor_commit (self->editor, next, label);
  if (changes != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", label, changes);

      tell (self, text, FALSE);
    }
  else
    tell (self, NULL, FALSE);
}

static void
row_edited (CwSetupRow *row, CwSetupPage *self)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "cw-field"));
  const CwSetupField *it = &self->info->fields[field];
  g_autofree char *text = cw_setup_row_dup_text (row);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;

  if (self->updating || self->editor == NULL)
    return;
  next = cw_setup_set_text (self->info, field, cw_editor_get_design (self->editor), self->key, text,
                            get_unit (self), &error);
  if (next == NULL)
    {
      g_autofree char *kept = cw_setup_get_text (
          self->info, field, cw_editor_get_design (self->editor), self->key, get_unit (self));

      if (it->kind == CW_SETUP_CHOICE)
        cw_setup_row_set_text (row, kept);
      cw_setup_row_set_message (row, error->message);
      return;
    }
  cw_setup_row_set_text (row, text);
  name = self->info->dup_name != NULL
             ? self->info->dup_name (cw_editor_get_design (self->editor), self->key)
             : NULL;
  label = name != NULL ? g_strdup_printf (_ ("Change %s of %s"), _ (it->label), name)
                       : g_strdup_printf (_ ("Change %s"), _ (it->label));
  commit (self, next, label);
}

static void
action_clicked (GtkButton *button, CwSetupPage *self)
{
  const CwSetupAction *action = g_object_get_data (G_OBJECT (button), "cw-action");
  guint32 key = self->key;
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (GError) error = NULL;

  if (self->editor == NULL)
    return;
  next = action->run (cw_editor_get_design (self->editor), &key, &error);
  if (next == NULL)
    {
      tell (self, error->message, TRUE);
      return;
    }
  self->key = key;
  commit (self, next, _ (action->label));
}

static void
choose (CwSetupPage *self, guint32 key)
{
  self->key = key;
  for (guint i = 0; i < self->forms->len; i++)
    cw_setup_form_set_key (g_ptr_array_index (self->forms, i), key);
}

static void
fill_fields (CwSetupPage *self)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  CwUnit unit = get_unit (self);

  gtk_widget_set_visible (self->fields, self->key != CW_SETUP_NO_KEY);
  for (guint i = 0; i < self->rows->len && self->key != CW_SETUP_NO_KEY; i++)
    {
      const CwSetupField *field = &self->info->fields[i];
      CwSetupRow *row = g_ptr_array_index (self->rows, i);
      gboolean is_shown = field->is_shown == NULL || field->is_shown (design, self->key);
      g_autofree char *text = NULL;

      gtk_widget_set_visible (GTK_WIDGET (row), is_shown);
      if (!is_shown)
        continue;
      if (field->list != NULL)
        {
          g_auto (GStrv) names = field->list (design);

          cw_setup_row_set_choices (row, (const char *const *) names);
        }
      if (field->kind == CW_SETUP_LENGTH)
        cw_setup_row_set_unit (row, cw_unit_get_symbol (unit));
      text = cw_setup_get_text (self->info, i, design, self->key, unit);
      cw_setup_row_set_text (row, text);
    }
}

/* replaces only what differs, so that the list stays where it was scrolled to */
static void
fill_list (CwSetupPage *self)
{
  CwDesign *design = cw_editor_get_design (self->editor);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint chosen = GTK_INVALID_LIST_POSITION;
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->names));
  guint head = 0;
  guint tail = 0;

  g_array_set_size (self->keys, 0);
  self->info->list_keys (design, self->keys);
  for (guint i = 0; i < self->keys->len; i++)
    {
      guint32 key = g_array_index (self->keys, guint32, i);

      g_ptr_array_add (names, self->info->dup_row (design, key, get_unit (self)));
      if (key == self->key)
        chosen = i;
    }
  while (head < n_old && head < names->len
         && strcmp (gtk_string_list_get_string (self->names, head), g_ptr_array_index (names, head))
                == 0)
    head++;
  while (tail < n_old - head && tail < names->len - head
         && strcmp (gtk_string_list_get_string (self->names, n_old - 1 - tail),
                    g_ptr_array_index (names, names->len - 1 - tail))
                == 0)
    tail++;
  g_ptr_array_set_size (names, (gint) (names->len - tail));
  g_ptr_array_add (names, NULL);
  if (head + tail < n_old || names->len - 1 > head)
    gtk_string_list_splice (self->names, head, n_old - head - tail,
                            (const char *const *) names->pdata + head);

  if (chosen == GTK_INVALID_LIST_POSITION && self->keys->len > 0)
    chosen = 0;
  choose (self,
          chosen < self->keys->len ? g_array_index (self->keys, guint32, chosen) : CW_SETUP_NO_KEY);
  gtk_single_selection_set_selected (self->selection, chosen);
  gtk_widget_set_visible (self->empty, self->keys->len == 0);
  for (guint i = 0; i < self->needy->len; i++)
    gtk_widget_set_sensitive (self->needy->pdata[i], chosen < self->keys->len);
}

static void
update (CwSetupPage *self)
{
  if (self->editor == NULL)
    return;
  self->updating = TRUE;
  if (self->list != NULL)
    fill_list (self);
  fill_fields (self);
  if (self->picture != NULL)
    gtk_widget_queue_draw (self->picture);
  self->updating = FALSE;
}

static gboolean
update_in_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CwSetupPage *self = CW_SETUP_PAGE (widget);

  self->tick = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
update_soon (CwSetupPage *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), update_in_frame, NULL, NULL);
}

static void
selection_changed (CwSetupPage *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->updating || self->editor == NULL || position >= self->keys->len
      || g_array_index (self->keys, guint32, position) == self->key)
    return;
  choose (self, g_array_index (self->keys, guint32, position));
  tell (self, NULL, FALSE);
  self->updating = TRUE;
  fill_fields (self);
  self->updating = FALSE;
}

static void
drop_editor (CwSetupPage *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (cw_editor_get_document (self->editor), self);
  g_signal_handlers_disconnect_by_data (cw_editor_get_host (self->editor), self);
  g_clear_object (&self->editor);
}

static void
cw_setup_page_dispose (GObject *object)
{
  CwSetupPage *self = CW_SETUP_PAGE (object);
  GtkWidget *child;

  self->updating = TRUE;
  drop_editor (self);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->needy, g_ptr_array_unref);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->keys, g_array_unref);
  g_clear_object (&self->selection);
  self->names = NULL;
  G_OBJECT_CLASS (cw_setup_page_parent_class)->dispose (object);
}

static void
cw_setup_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cw_setup_page_parent_class)->map (widget);
  update (CW_SETUP_PAGE (widget));
}

static void
cw_setup_page_class_init (CwSetupPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_setup_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = cw_setup_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
cw_setup_page_init (CwSetupPage *self)
{
  self->key = CW_SETUP_NO_KEY;
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_ptr_array_new ();
  self->needy = g_ptr_array_new ();
  self->forms = g_ptr_array_new ();
}

static void
set_up_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
}

static void
bind_item (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const char *tab = strchr (text, '\t');
  g_autofree char *name = tab != NULL ? g_strndup (text, (gsize) (tab - text)) : g_strdup (text);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), name);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), tab != NULL ? tab + 1 : "");
}

static void
add_list (CwSetupPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_item), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item), NULL);
  self->names = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->names));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selection_changed),
                            self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "setup-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->info->title), -1);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  self->empty = gtk_label_new (self->info->empty != NULL ? _ (self->info->empty) : NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), self->empty);
}

static void
add_actions (CwSetupPage *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 4);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 2);
  for (gsize i = 0; i < self->info->n_actions; i++)
    {
      const CwSetupAction *action = &self->info->actions[i];
      GtkWidget *button = action->icon != NULL ? gtk_button_new_from_icon_name (action->icon)
                                               : gtk_button_new_with_label (_ (action->label));

      if (action->icon != NULL)
        {
          gtk_widget_set_tooltip_text (button, _ (action->label));
          gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          _ (action->label), -1);
        }
      g_object_set_data (G_OBJECT (button), "cw-action", (gpointer) action);
      if (action->needs_choice)
        g_ptr_array_add (self->needy, button);
      g_signal_connect (button, "clicked", G_CALLBACK (action_clicked), self);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), button);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  gtk_box_append (GTK_BOX (self->box), flow);
}

static void
draw_picture (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  CwSetupPage *self = user_data;

  if (self->editor != NULL)
    self->info->picture (cr, cw_editor_get_design (self->editor), width, height);
}

static void
add_picture (CwSetupPage *self)
{
  self->picture = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->picture), PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_picture, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->info->title), -1);
  gtk_box_append (GTK_BOX (self->box), self->picture);
}

static void
add_fields (CwSetupPage *self)
{
  g_autoptr (GtkSizeGroup) labels = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  for (guint i = 0; i < self->info->n_fields; i++)
    {
      GtkWidget *row = cw_setup_row_new (&self->info->fields[i], labels);

      g_object_set_data (G_OBJECT (row), "cw-field", GUINT_TO_POINTER (i));
      g_signal_connect (row, "edited", G_CALLBACK (row_edited), self);
      g_ptr_array_add (self->rows, row);
      gtk_box_append (GTK_BOX (self->fields), row);
    }
  gtk_box_append (GTK_BOX (self->box), self->fields);
}

static void
add_label (CwSetupPage *self, GtkWidget **place, const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css);
  gtk_box_append (GTK_BOX (self->box), label);
  if (place != NULL)
    *place = label;
}

/**
 * cw_setup_page_new:
 * @info: what the page is
 *
 * Makes a page.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_setup_page_new (const CwSetupInfo *info)
{
  CwSetupPage *self = g_object_new (CW_TYPE_SETUP_PAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->info = info;
  self->updating = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "setup-page");
  if (info->note != NULL)
    add_label (self, NULL, _ (info->note), "dim-label");
  if (info->list_keys != NULL)
    add_list (self);
  else
    self->key = 0;
  if (info->n_actions > 0)
    add_actions (self);
  add_label (self, &self->told, NULL, "setup-message");
  gtk_widget_set_visible (self->told, FALSE);
  if (info->picture != NULL)
    add_picture (self);
  add_fields (self);
  for (gsize i = 0; i < info->n_makers; i++)
    {
      GtkWidget *form = cw_setup_form_new (info->makers[i]);

      g_ptr_array_add (self->forms, form);
      gtk_box_append (GTK_BOX (self->box), form);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  self->updating = FALSE;

  return GTK_WIDGET (self);
}

/**
 * cw_setup_page_set_editor:
 * @self: a page
 * @editor: (nullable): whose package to set up
 *
 * Sets the document.
 */
void
cw_setup_page_set_editor (CwSetupPage *self, CwEditor *editor)
{
  g_return_if_fail (CW_IS_SETUP_PAGE (self));

  drop_editor (self);
  self->key = self->list != NULL ? CW_SETUP_NO_KEY : 0;
  tell (self, NULL, FALSE);
  for (guint i = 0; i < self->forms->len; i++)
    cw_setup_form_set_editor (g_ptr_array_index (self->forms, i), editor);
  if (editor == NULL)
    return;
  self->editor = g_object_ref (editor);
  g_signal_connect_swapped (cw_editor_get_document (editor), "changed", G_CALLBACK (update_soon),
                            self);
  g_signal_connect_swapped (cw_editor_get_host (editor), "settings-changed",
                            G_CALLBACK (update_soon), self);
  update (self);
}
