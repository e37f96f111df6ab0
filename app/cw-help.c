/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-help.h"

#include <glib/gi18n.h>

#include "app/cw-help-page.h"
#include "widgets/tool/cw-fuzzy.h"

#define WIDTH 860         /* [px] */
#define HEIGHT 640        /* [px] */
#define PICTURE_WIDTH 360 /* [px] */
#define FOLDER "/org/chipwright/Chipwright/help/"

struct _CwHelp
{
  GtkWindow parent_instance;

  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *scroller;
  GtkWidget *back;
  GPtrArray *past; /* names of the pages before this one */
  char *page;
  char *query;
  gboolean choosing; /* the row of the page, not of the user */
};

G_DEFINE_FINAL_TYPE (CwHelp, cw_help, GTK_TYPE_WINDOW)

static void show_page (CwHelp *self, const char *name);

static gboolean
link_activated (GtkLabel *label, const char *uri, CwHelp *self)
{
  cw_help_show (self, uri);

  return TRUE;
}

static GtkWidget *
make_label (CwHelp *self, const char *markup, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 72);
  gtk_widget_add_css_class (label, style);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated), self);

  return label;
}

static GtkWidget *
make_bullet (CwHelp *self, const char *markup)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *dot = gtk_label_new ("•");
  GtkWidget *label = make_label (self, markup, "help-bullet");

  gtk_widget_set_valign (dot, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
make_picture (const CwHelpBlock *block)
{
  g_autofree char *path = g_strconcat (FOLDER, block->link, NULL);
  GtkWidget *picture = gtk_picture_new_for_resource (path);

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), FALSE);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), block->text);
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, -1);
  gtk_widget_set_halign (picture, GTK_ALIGN_START);
  gtk_widget_add_css_class (picture, "help-picture");

  return picture;
}

static GtkWidget *
make_block (CwHelp *self, const CwHelpBlock *block)
{
  g_autofree char *keys = NULL;

  switch (block->kind)
    {
    case CW_HELP_TITLE:
      return make_label (self, block->text, "help-title");

    case CW_HELP_HEADING:
      return make_label (self, block->text, "help-heading");

    case CW_HELP_BULLET:
      return make_bullet (self, block->text);

    case CW_HELP_KEYS:
      keys = cw_help_dup_keys (block->text);
      return make_label (self, keys, "help-keys");

    case CW_HELP_PICTURE:
      return make_picture (block);

    case CW_HELP_PARAGRAPH:
    default:
      return make_label (self, block->text, "help-paragraph");
    }
}

/* the row of the page in the list */
static void
mark_row (CwHelp *self, const char *name)
{
  self->choosing = TRUE;
  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i);

      if (row == NULL)
        break;
      if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "cw-page"), name) == 0)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
    }
  self->choosing = FALSE;
}

static void
show_page (CwHelp *self, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  g_autoptr (GArray) page = cw_help_page_load (name, NULL);

  for (guint i = 0; i < page->len; i++)
    gtk_box_append (GTK_BOX (box), make_block (self, &g_array_index (page, CwHelpBlock, i)));
  gtk_widget_add_css_class (box, "help-page");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  if (self->page != name)
    {
      g_free (self->page);
      self->page = g_strdup (name);
    }
  gtk_widget_set_sensitive (self->back, self->past->len > 0);
  mark_row (self, name);
}

static void
go_back (CwHelp *self)
{
  g_autofree char *name = NULL;

  if (self->past->len == 0)
    return;
  name = g_ptr_array_steal_index (self->past, self->past->len - 1);
  show_page (self, name);
}

static void
row_selected (GtkListBox *list, GtkListBoxRow *row, CwHelp *self)
{
  if (row != NULL && !self->choosing)
    cw_help_show (self, g_object_get_data (G_OBJECT (row), "cw-page"));
}

static gboolean
matches (GtkListBoxRow *row, gpointer user_data)
{
  CwHelp *self = user_data;
  const char *text = g_object_get_data (G_OBJECT (row), "cw-text");

  if (self->query == NULL || *self->query == '\0')
    return TRUE;

  return strstr (text, self->query) != NULL || cw_fuzzy_score (self->query, text) > 0;
}

static void
search_changed (CwHelp *self)
{
  g_free (self->query);
  self->query = cw_fuzzy_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* all the words of a page, to be searched */
static char *
dup_words (GArray *page)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < page->len; i++)
    {
      g_autofree char *plain = NULL;

      if (pango_parse_markup (g_array_index (page, CwHelpBlock, i).text, -1, 0, NULL, &plain, NULL,
                              NULL))
        g_string_append_printf (text, "%s ", plain);
    }

  return cw_fuzzy_fold (text->str);
}

static void
fill_list (CwHelp *self)
{
  g_auto (GStrv) names = cw_help_list_pages ();

  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GArray) page = cw_help_page_load (names[i], NULL);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_markup (GTK_LABEL (label), cw_help_page_get_title (page));
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      g_object_set_data_full (G_OBJECT (row), "cw-page", g_strdup (names[i]), g_free);
      g_object_set_data_full (G_OBJECT (row), "cw-text", dup_words (page), g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static void
cw_help_finalize (GObject *object)
{
  CwHelp *self = CW_HELP (object);

  g_ptr_array_unref (self->past);
  g_free (self->page);
  g_free (self->query);
  G_OBJECT_CLASS (cw_help_parent_class)->finalize (object);
}

static void
cw_help_class_init (CwHelpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cw_help_finalize;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static GtkWidget *
make_side (CwHelp *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Search the help"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search the help"), -1);
  gtk_widget_add_css_class (self->search, "help-search");
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed), self);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected), self);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), matches, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pages"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (side, 240, -1);
  gtk_box_append (GTK_BOX (side), self->search);
  gtk_box_append (GTK_BOX (side), scroller);

  return side;
}

static void
cw_help_init (CwHelp *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->past = g_ptr_array_new_with_free_func (g_free);
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _ ("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Back"), -1);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (go_back), self);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), self->back);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (body), make_side (self));
  gtk_box_append (GTK_BOX (body), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (body), self->scroller);
  gtk_window_set_titlebar (GTK_WINDOW (self), header);
  gtk_window_set_child (GTK_WINDOW (self), body);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Help"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  fill_list (self);
}

/**
 * cw_help_new:
 *
 * Makes the window of the help.
 *
 * Returns: (transfer none): the window, which GTK owns
 */
CwHelp *
cw_help_new (void)
{
  return g_object_new (CW_TYPE_HELP, NULL);
}

/**
 * cw_help_show:
 * @self: the help
 * @page: name of a page, such as `tool-trace`
 *
 * Shows a page.
 *
 * Returns: whether there is such a page
 */
gboolean
cw_help_show (CwHelp *self, const char *page)
{
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (CW_IS_HELP (self) && page != NULL, FALSE);

  parts = cw_help_page_load (page, NULL);
  if (parts == NULL)
    return FALSE;
  if (g_strcmp0 (self->page, page) == 0)
    return TRUE;
  if (self->page != NULL)
    g_ptr_array_add (self->past, g_strdup (self->page));
  show_page (self, page);

  return TRUE;
}

/**
 * cw_help_get_page:
 *
 * Returns: (transfer none) (nullable): the name of the page that is shown
 */
const char *
cw_help_get_page (CwHelp *self)
{
  g_return_val_if_fail (CW_IS_HELP (self), NULL);

  return self->page;
}
