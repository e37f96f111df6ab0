/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-shortcuts.h"

#include <glib/gi18n.h>

#include "app/cw-action-list.h"
#include "widgets/tool/cw-fuzzy.h"
#include "widgets/tool/cw-keymap.h"

/* All keys as they are now, in columns. Our own window, since that of GTK 4.8 warns of widths below zero. */

#define WIDTH 1000 /* [px] */
#define HEIGHT 640 /* [px] */
#define N_COLUMNS 3

typedef struct
{
  GtkWidget *columns[N_COLUMNS];
  int heights[N_COLUMNS]; /* rows in each */
  char *query;
  char *tool; /* whose keys stand first, NULL for none */
} Shortcuts;

static void
free_shortcuts (gpointer data)
{
  Shortcuts *self = data;

  g_free (self->query);
  g_free (self->tool);
  g_free (self);
}

static GtkWidget *
make_keys (const char *keys)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_auto (GStrv) each = g_strsplit (keys, " ", -1);

  for (gsize i = 0; each[i] != NULL && i < 2; i++)
    {
      g_autofree char *label = cw_keys_dup_label (each[i]);
      GtkWidget *cap = gtk_label_new (label);

      gtk_widget_add_css_class (cap, "keycap");
      gtk_widget_set_valign (cap, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), cap);
    }

  return box;
}

static GtkWidget *
make_row (const CwActionInfo *info)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (info->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, info->tooltip);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), make_keys (cw_action_list_get_keys (info)));

  return row;
}

static gboolean
is_shown (Shortcuts *self, const CwActionInfo *info)
{
  const char *keys = cw_action_list_get_keys (info);
  g_autofree char *label = cw_keys_dup_label (keys);
  g_autofree char *text = NULL;
  g_autofree char *folded = NULL;

  if (keys == NULL)
    return FALSE;
  if (self->query == NULL || *self->query == '\0')
    return TRUE;
  text = g_strdup_printf ("%s %s %s", info->label, info->group, label);
  folded = cw_fuzzy_fold (text);

  return cw_fuzzy_score (self->query, folded) > 0;
}

/* to the shortest column */
static void
add_group (Shortcuts *self, GtkWidget *group, int n_rows)
{
  int at = 0;

  for (int i = 1; i < N_COLUMNS; i++)
    if (self->heights[i] < self->heights[at])
      at = i;
  self->heights[at] += n_rows + 2;
  gtk_box_append (GTK_BOX (self->columns[at]), group);
}

static void
list_group (Shortcuts *self, const char *name)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *title = gtk_label_new (name);
  int n = 0;

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (group), title);
  for (guint i = 0; i < cw_action_list_get_n (); i++)
    {
      const CwActionInfo *info = cw_action_list_get (i);

      if (strcmp (info->group, name) != 0 || !is_shown (self, info))
        continue;
      gtk_box_append (GTK_BOX (group), make_row (info));
      n++;
    }
  g_object_ref_sink (group);
  if (n > 0)
    add_group (self, group, n);
  g_object_unref (group);
}

/* the group of the tool in hand, then all in the order of the list */
static void
list_all (Shortcuts *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *child;

      while ((child = gtk_widget_get_first_child (self->columns[i])) != NULL)
        gtk_box_remove (GTK_BOX (self->columns[i]), child);
      self->heights[i] = 0;
    }
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < cw_action_list_get_n (); i++)
      {
        const CwActionInfo *info = cw_action_list_get (i);

        if ((pass > 0 || (self->tool != NULL && g_strcmp0 (info->tool, self->tool) == 0))
            && g_hash_table_add (seen, (char *) info->group))
          list_group (self, info->group);
      }
}

static void
search_changed (GtkEditable *search, Shortcuts *self)
{
  g_free (self->query);
  self->query = cw_fuzzy_fold (gtk_editable_get_text (search));
  list_all (self);
}

static GtkWidget *
make_columns (Shortcuts *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 30);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "shortcuts-columns");
  for (int i = 0; i < N_COLUMNS; i++)
    {
      self->columns[i] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
      gtk_box_append (GTK_BOX (box), self->columns[i]);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
add_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (window, controller);
}

/**
 * cw_shortcuts_new:
 * @parent: the window that it is about
 * @tool: (nullable): name of the tool whose keys stand first
 *
 * Makes the list of all keys as they are now.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
cw_shortcuts_new (GtkWindow *parent, const char *tool)
{
  Shortcuts *self = g_new0 (Shortcuts, 1);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *search = gtk_search_entry_new ();
  GtkWidget *change = gtk_button_new_with_label (_ ("Change…"));

  self->tool = g_strdup (tool);
  g_object_set_data_full (G_OBJECT (window), "cw-shortcuts", self, free_shortcuts);
  g_object_set (search, "placeholder-text", _ ("Search an action or a key"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search an action or a key"), -1);
  gtk_widget_add_css_class (search, "help-search");
  g_signal_connect (search, "search-changed", G_CALLBACK (search_changed), self);
  gtk_widget_insert_action_group (change, "win", G_ACTION_GROUP (parent));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (change), "win.change-keys");
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), change);
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), make_columns (self));
  list_all (self);
  gtk_window_set_titlebar (GTK_WINDOW (window), header);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Keys"));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  add_escape (window);

  return window;
}
