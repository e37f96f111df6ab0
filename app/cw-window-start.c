/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-preferences.h"
#include "app/cw-window-private.h"

/* What a window shows before there is a document: at the first run three questions, then the ways to a
 * document. */

#define MOST_RECENT 5
#define COLUMN_WIDTH 300 /* [px] */

/* of the samples, those to begin with */
static const char *const first_samples[]
    = { "two-die-fan-out", "a1-single", "c2-multi", "passives", "broken" };

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_entry (const char *title, const char *note)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_label (title, NULL));
  if (note != NULL)
    gtk_box_append (GTK_BOX (box), make_label (note, "preference-note"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return button;
}

static void
recent_clicked (GtkButton *button, CwWindow *self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (button), "cw-uri"));

  cw_window_open (self, file);
}

static char *
dup_folder (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return folder != NULL ? g_file_get_parse_name (folder) : NULL;
}

/**
 * cw_window_list_recent:
 * @self: a window
 *
 * Lists the files that were open last on the start page.
 */
void
cw_window_list_recent (CwWindow *self)
{
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (self->recent)) != NULL)
    gtk_box_remove (GTK_BOX (self->recent), child);
  gtk_box_append (GTK_BOX (self->recent), make_label (_ ("Recent files"), "heading"));
  for (GList *l = all; l != NULL && n < MOST_RECENT; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autofree char *folder = dup_folder (gtk_recent_info_get_uri (info));
      GtkWidget *button;

      if (!g_str_has_suffix (gtk_recent_info_get_uri (info), ".cwx")
          || !gtk_recent_info_exists (info))
        continue;
      button = make_entry (gtk_recent_info_get_display_name (info), folder);
      g_object_set_data_full (G_OBJECT (button), "cw-uri",
                              g_strdup (gtk_recent_info_get_uri (info)), g_free);
      g_signal_connect (button, "clicked", G_CALLBACK (recent_clicked), self);
      gtk_box_append (GTK_BOX (self->recent), button);
      n++;
    }
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (self->recent, n > 0);
}

static gboolean
is_first (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (first_samples); i++)
    if (strcmp (first_samples[i], name) == 0)
      return TRUE;

  return FALSE;
}

static GtkWidget *
make_samples (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *more = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = cw_window_make_sample_menu ();
  const char *name;
  const char *title;
  const char *section;

  gtk_box_append (GTK_BOX (box), make_label (_ ("Samples"), "heading"));
  for (guint i = 0; cw_window_get_sample (i, &name, &title, &section); i++)
    if (is_first (name))
      {
        g_autofree char *action = g_strdup_printf ("win.open-sample::%s", name);
        GtkWidget *button = make_entry (title, section);

        gtk_widget_set_tooltip_text (button, _ ("Open a copy of the sample"));
        gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
        gtk_box_append (GTK_BOX (box), button);
      }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (more), _ ("All samples"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), menu);
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  gtk_widget_set_margin_top (more, 6);
  gtk_box_append (GTK_BOX (box), more);
  gtk_widget_set_size_request (box, COLUMN_WIDTH, -1);

  return box;
}

static GtkWidget *
make_ways (CwWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 36);
  GtkWidget *new = cw_window_make_button ("cw-add-symbolic", _ ("New package…"), "win.new");

  gtk_widget_add_css_class (new, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (columns, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), new);
  gtk_box_append (GTK_BOX (buttons),
                  cw_window_make_button ("cw-open-symbolic", _ ("Open…"), "win.open"));
  self->recent = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_size_request (self->recent, COLUMN_WIDTH, -1);
  gtk_box_append (GTK_BOX (columns), self->recent);
  gtk_box_append (GTK_BOX (columns), make_samples ());
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), columns);

  return box;
}

static void
answered (GtkWidget *button, CwWindow *self)
{
  GtkWidget *stack = gtk_widget_get_ancestor (button, GTK_TYPE_STACK);

  g_settings_set_boolean (self->settings, "first-run-done", TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "ways");
}

static void
skipped (GtkWidget *button, CwWindow *self)
{
  g_settings_reset (self->settings, "keymap");
  g_settings_reset (self->settings, "unit");
  g_settings_reset (self->settings, "theme");
  answered (button, self);
}

static GtkWidget *
make_questions (CwWindow *self)
{
  static const struct
  {
    const char *key;
    const char *label;
  } rows[] = { { "keymap", N_ ("Keys as in") },
               { "unit", N_ ("Lengths in") },
               { "theme", N_ ("Theme") } };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *skip = gtk_button_new_with_label (_ ("Skip"));
  GtkWidget *done = gtk_button_new_with_label (_ ("Start"));
  GtkWidget *note = gtk_label_new (_ ("All of it can be changed in the preferences at any time."));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *choice = cw_preferences_make_choice (self->settings, rows[i].key);

      gtk_widget_set_hexpand (choice, TRUE);
      gtk_grid_attach (GTK_GRID (grid), make_label (_ (rows[i].label), NULL), 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), choice, 1, (int) i, 1, 1);
    }
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (done, "suggested-action");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  g_signal_connect (skip, "clicked", G_CALLBACK (skipped), self);
  g_signal_connect (done, "clicked", G_CALLBACK (answered), self);
  gtk_box_append (GTK_BOX (buttons), skip);
  gtk_box_append (GTK_BOX (buttons), done);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (box, 380, -1);

  return box;
}

/**
 * cw_window_make_start:
 * @self: a window
 *
 * Makes the page that is shown while there is no document.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
cw_window_make_start (CwWindow *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *image = gtk_image_new_from_icon_name ("org.chipwright.Chipwright");
  GtkWidget *title = gtk_label_new (_ ("Chipwright"));
  GtkWidget *note = gtk_label_new (_ ("An editor for fan-out chip packages"));
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (image), 96);
  gtk_widget_add_css_class (title, "start-title");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_set_margin_bottom (note, 12);
  gtk_stack_add_named (GTK_STACK (stack), make_questions (self), "questions");
  gtk_stack_add_named (GTK_STACK (stack), make_ways (self), "ways");
  gtk_stack_set_visible_child_name (
      GTK_STACK (stack),
      g_settings_get_boolean (self->settings, "first-run-done") ? "ways" : "questions");
  gtk_box_append (GTK_BOX (page), image);
  gtk_box_append (GTK_BOX (page), title);
  gtk_box_append (GTK_BOX (page), note);
  gtk_box_append (GTK_BOX (page), stack);
  gtk_widget_set_halign (page, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (page, "start-page");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);

  return scroller;
}
