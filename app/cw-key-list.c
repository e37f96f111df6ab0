/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-key-list.h"

#include <glib/gi18n.h>

#include "app/cw-action-list.h"
#include "app/cw-commands.h"
#include "widgets/tool/cw-fuzzy.h"
#include "widgets/tool/cw-keymap.h"

/*
 * A row is chosen, then a key is pressed:
 *
 *   list --- Change ---> waiting --- free key ----------------> list
 *                           |                                     ^
 *                           '--- key of another ---> asking --- Use it here
 */

struct _CwKeyList
{
  GtkWidget parent_instance;

  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *ask; /* what is asked while a key is awaited */
  GtkWidget *question;
  GtkWidget *accept;
  GtkFilter *filter;
  char *query;
  const CwActionInfo *waiting;  /* the action that gets a key */
  const CwActionInfo *conflict; /* the one that has it */
  char *key;
};

G_DEFINE_FINAL_TYPE (CwKeyList, cw_key_list, GTK_TYPE_WIDGET)

static void
end_question (CwKeyList *self)
{
  self->waiting = NULL;
  self->conflict = NULL;
  g_clear_pointer (&self->key, g_free);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->ask), FALSE);
}

static char *
remove_key (const char *keys, const char *key)
{
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);
  GString *left = g_string_new (NULL);

  for (gsize i = 0; each[i] != NULL; i++)
    if (!cw_keys_contain (each[i], key))
      g_string_append_printf (left, "%s%s", left->len > 0 ? " " : "", each[i]);

  return g_string_free (left, FALSE);
}

/**
 * cw_key_list_accept:
 * @self: a list that asked whether to take a key from another action
 *
 * Takes it.
 */
void
cw_key_list_accept (CwKeyList *self)
{
  CwKeymap *keymap = cw_keymap_get_default ();

  g_return_if_fail (CW_IS_KEY_LIST (self));

  if (self->waiting == NULL || self->key == NULL)
    return;
  if (self->conflict != NULL)
    {
      g_autofree char *left = remove_key (cw_action_list_get_keys (self->conflict), self->key);

      cw_keymap_bind (keymap, self->conflict->action, left);
    }
  cw_keymap_bind (keymap, self->waiting->action, self->key);
  end_question (self);
}

/**
 * cw_key_list_take:
 * @self: a list that awaits a key
 * @key: the key that was pressed
 *
 * Gives the action the key, or asks first when another action has it in the same place.
 *
 * Returns: whether the key was free
 */
gboolean
cw_key_list_take (CwKeyList *self, const char *key)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (CW_IS_KEY_LIST (self) && self->waiting != NULL, FALSE);

  g_free (self->key);
  self->key = cw_key_normalize (key);
  self->conflict = cw_action_list_find_conflict (self->waiting, self->key);
  if (self->conflict == NULL)
    {
      cw_key_list_accept (self);
      return TRUE;
    }
  label = cw_keys_dup_label (self->key);
  text = g_strdup_printf (_ ("%s is the key of “%s” (%s)."), label, self->conflict->label,
                          self->conflict->group);
  gtk_label_set_text (GTK_LABEL (self->question), text);
  gtk_widget_set_visible (self->accept, TRUE);
  gtk_widget_grab_focus (self->accept);

  return FALSE;
}

/**
 * cw_key_list_ask:
 * @self: a list
 * @action: detailed name of an action
 *
 * Awaits the key that the action shall have.
 */
void
cw_key_list_ask (CwKeyList *self, const char *action)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CW_IS_KEY_LIST (self));

  end_question (self);
  self->waiting = cw_action_list_find (action);
  if (self->waiting == NULL)
    return;
  text = g_strdup_printf (_ ("Press the key for “%s”. Esc leaves it as it is, Backspace takes its "
                             "keys away."),
                          self->waiting->label);
  gtk_label_set_text (GTK_LABEL (self->question), text);
  gtk_widget_set_visible (self->accept, FALSE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->ask), TRUE);
  gtk_widget_grab_focus (self->list);
}

/* before anything else in the window */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
             CwKeyList *self)
{
  g_autofree char *key = NULL;

  if (self->waiting == NULL)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Escape)
    {
      end_question (self);
      return GDK_EVENT_STOP;
    }
  if (self->conflict != NULL)
    return GDK_EVENT_PROPAGATE; /* the question is answered by its buttons */
  if (keyval == GDK_KEY_BackSpace)
    {
      cw_keymap_bind (cw_keymap_get_default (), self->waiting->action, "");
      end_question (self);
      return GDK_EVENT_STOP;
    }
  key = cw_commands_dup_key_name (keyval, state);
  if (!gtk_accelerator_valid (keyval, state))
    return GDK_EVENT_STOP; /* a modifier, the key follows */
  cw_key_list_take (self, key);

  return GDK_EVENT_STOP;
}

static void
change_clicked (GtkButton *button, CwKeyList *self)
{
  cw_key_list_ask (self, g_object_get_data (G_OBJECT (button), "cw-action"));
}

static void
reset_clicked (GtkButton *button, CwKeyList *self)
{
  end_question (self);
  cw_keymap_unbind (cw_keymap_get_default (), g_object_get_data (G_OBJECT (button), "cw-action"));
}

static void
reset_all (CwKeyList *self)
{
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new ("a{ss}", NULL));

  end_question (self);
  cw_keymap_set_bindings (cw_keymap_get_default (), none);
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
setup_row (GtkSignalListItemFactory *factory, GtkListItem *item, CwKeyList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *change = gtk_button_new ();
  GtkWidget *reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (NULL));
  gtk_box_append (GTK_BOX (words), make_label ("preference-note"));
  gtk_widget_add_css_class (change, "key-button");
  gtk_widget_set_valign (change, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (reset, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (reset, "flat");
  gtk_widget_set_tooltip_text (reset, _ ("Back to the key of the keymap"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (reset), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back to the key of the keymap"), -1);
  g_signal_connect (change, "clicked", G_CALLBACK (change_clicked), self);
  g_signal_connect (reset, "clicked", G_CALLBACK (reset_clicked), self);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), reset);
  gtk_box_append (GTK_BOX (box), change);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, CwKeyList *self)
{
  const char *action = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const CwActionInfo *info = cw_action_list_find (action);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *words = gtk_widget_get_first_child (box);
  GtkWidget *reset = gtk_widget_get_next_sibling (words);
  GtkWidget *change = gtk_widget_get_last_child (box);
  const char *keys = cw_action_list_get_keys (info);
  g_auto (GStrv) each = g_strsplit (keys != NULL ? keys : "", " ", -1);
  GString *text = g_string_new (NULL);
  g_autofree char *shown = NULL;
  g_autofree char *spoken = NULL;

  for (gsize i = 0; each[i] != NULL; i++)
    {
      g_autofree char *label = cw_keys_dup_label (each[i]);

      if (label != NULL)
        g_string_append_printf (text, "%s%s", i > 0 ? "   " : "", label);
    }
  shown = g_string_free (text, FALSE);
  spoken = g_strdup_printf (_ ("Key of %s: %s"), info->label, *shown != '\0' ? shown : _ ("none"));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (words)), info->label);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (words)), info->group);
  gtk_button_set_label (GTK_BUTTON (change), *shown != '\0' ? shown : _ ("none"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (change), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_tooltip_text (change, _ ("Click and press another key"));
  gtk_widget_set_visible (reset, cw_keymap_has_binding (cw_keymap_get_default (), info->action));
  g_object_set_data (G_OBJECT (change), "cw-action", (gpointer) info->action);
  g_object_set_data (G_OBJECT (reset), "cw-action", (gpointer) info->action);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  CwKeyList *self = user_data;
  const CwActionInfo *info = cw_action_list_find (gtk_string_object_get_string (item));
  const char *keys = cw_action_list_get_keys (info);
  g_autofree char *label = cw_keys_dup_label (keys);
  g_autofree char *text
      = g_strdup_printf ("%s %s %s %s", info->label, info->group,
                         info->synonyms != NULL ? info->synonyms : "", label != NULL ? label : "");
  g_autofree char *folded = cw_fuzzy_fold (text);

  return self->query == NULL || *self->query == '\0' || cw_fuzzy_score (self->query, folded) > 0;
}

static void
search_changed (CwKeyList *self)
{
  g_free (self->query);
  self->query = cw_fuzzy_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* rows are bound again with their new keys */
static void
keys_changed (CwKeyList *self)
{
  GtkListItemFactory *factory
      = g_object_ref (gtk_list_view_get_factory (GTK_LIST_VIEW (self->list)));

  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  g_object_unref (factory);
}

static void
cw_key_list_dispose (GObject *object)
{
  CwKeyList *self = CW_KEY_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->key, g_free);
  G_OBJECT_CLASS (cw_key_list_parent_class)->dispose (object);
}

static void
cw_key_list_class_init (CwKeyListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cw_key_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_question (CwKeyList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  self->ask = gtk_revealer_new ();
  self->question = gtk_label_new (NULL);
  self->accept = gtk_button_new_with_label (_ ("Use it here"));
  gtk_label_set_xalign (GTK_LABEL (self->question), 0);
  gtk_label_set_wrap (GTK_LABEL (self->question), TRUE);
  gtk_widget_set_hexpand (self->question, TRUE);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_add_css_class (box, "key-question");
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (cw_key_list_accept), self);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (end_question), self);
  gtk_box_append (GTK_BOX (box), self->question);
  gtk_box_append (GTK_BOX (box), self->accept);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_revealer_set_child (GTK_REVEALER (self->ask), box);

  return self->ask;
}

static GtkWidget *
make_list (CwKeyList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *actions = gtk_string_list_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkFilterListModel *model;

  for (guint i = 0; i < cw_action_list_get_n (); i++)
    gtk_string_list_append (actions, cw_action_list_get (i)->action);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  model = gtk_filter_list_model_new (G_LIST_MODEL (actions), g_object_ref (self->filter));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (model))),
                                  factory);
  gtk_widget_add_css_class (self->list, "rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Keys"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
cw_key_list_init (CwKeyList *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *reset = gtk_button_new_with_label (_ ("Reset all"));

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->search = gtk_search_entry_new ();
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_widget_add_css_class (head, "key-head");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search an action or a key"), -1);
  g_object_set (self->search, "placeholder-text", _ ("Search an action or a key"), NULL);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed), self);
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (reset_all), self);
  gtk_box_append (GTK_BOX (head), self->search);
  gtk_box_append (GTK_BOX (head), reset);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (make_question (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_list (self), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  g_signal_connect_object (cw_keymap_get_default (), "changed", G_CALLBACK (keys_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cw_key_list_new:
 *
 * Makes the list of all actions with their keys.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
cw_key_list_new (void)
{
  return g_object_new (CW_TYPE_KEY_LIST, NULL);
}
