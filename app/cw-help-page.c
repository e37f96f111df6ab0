/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-help-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/cw-action-list.h"
#include "widgets/tool/cw-keymap.h"
#include "widgets/tool/cw-tool-table.h"

/* Pages lie in data/help. A line is a paragraph; `# `, `## ` and `- ` begin titles, headings and points;
 * `[words](page)` is a link, `![words](file)` a drawing, `{keys TOOL}` the keys of a tool. */

#define KEY_WIDTH 16 /* letters */
#define FOLDER "/org/chipwright/Chipwright/help/"

/* parts of the window that have a page each */
static const char *const panels[]
    = { "checks",     "claims", "history", "levels", "nets", "process",
        "properties", "search", "section", "setup",  NULL };

static void
clear_block (gpointer data)
{
  CwHelpBlock *block = data;

  g_free (block->text);
  g_free (block->link);
}

/* text between two equal marks */
static gboolean
take_marked (const char **at, const char *mark, const char *tag, GString *markup)
{
  const char *begin = *at + strlen (mark);
  const char *end;
  g_autofree char *inner = NULL;

  if (!g_str_has_prefix (*at, mark))
    return FALSE;
  end = strstr (begin, mark);
  if (end == NULL || end == begin)
    return FALSE;
  inner = g_markup_escape_text (begin, end - begin);
  g_string_append_printf (markup, "<%s>%s</%s>", tag, inner, tag);
  *at = end + strlen (mark);

  return TRUE;
}

static gboolean
take_link (const char **at, GString *markup)
{
  const char *middle = **at == '[' ? strstr (*at, "](") : NULL;
  const char *end = middle != NULL ? strchr (middle, ')') : NULL;
  g_autofree char *words = NULL;
  g_autofree char *page = NULL;

  if (end == NULL)
    return FALSE;
  words = g_markup_escape_text (*at + 1, middle - *at - 1);
  page = g_markup_escape_text (middle + 2, end - middle - 2);
  g_string_append_printf (markup, "<a href=\"%s\">%s</a>", page, words);
  *at = end + 1;

  return TRUE;
}

static char *
make_markup (const char *line)
{
  GString *markup = g_string_new (NULL);

  for (const char *at = line; *at != '\0';)
    {
      const char *next;
      g_autofree char *plain = NULL;

      if (take_link (&at, markup) || take_marked (&at, "`", "tt", markup)
          || take_marked (&at, "**", "b", markup) || take_marked (&at, "*", "i", markup))
        continue;
      next = g_utf8_next_char (at);
      plain = g_markup_escape_text (at, next - at);
      g_string_append (markup, plain);
      at = next;
    }

  return g_string_free (markup, FALSE);
}

static void
add (GArray *page, CwHelpKind kind, char *text, char *link)
{
  CwHelpBlock block = { kind, text, link };

  g_array_append_val (page, block);
}

static void
add_line (GArray *page, const char *line)
{
  if (g_str_has_prefix (line, "# "))
    add (page, CW_HELP_TITLE, make_markup (line + 2), NULL);
  else if (g_str_has_prefix (line, "## "))
    add (page, CW_HELP_HEADING, make_markup (line + 3), NULL);
  else if (g_str_has_prefix (line, "- "))
    add (page, CW_HELP_BULLET, make_markup (line + 2), NULL);
  else if (g_str_has_prefix (line, "{keys ") && g_str_has_suffix (line, "}"))
    add (page, CW_HELP_KEYS, g_strndup (line + 6, strlen (line) - 7), NULL);
  else if (g_str_has_prefix (line, "![") && strstr (line, "](") != NULL)
    {
      const char *middle = strstr (line, "](");

      add (page, CW_HELP_PICTURE, g_strndup (line + 2, (gsize) (middle - line) - 2),
           g_strndup (middle + 2, strcspn (middle + 2, ")")));
    }
  else if (*line != '\0')
    add (page, CW_HELP_PARAGRAPH, make_markup (line), NULL);
}

/**
 * cw_help_page_parse:
 * @text: a help page
 *
 * Reads a help page.
 *
 * Returns: (transfer full) (element-type CwHelpBlock): its parts
 */
GArray *
cw_help_page_parse (const char *text)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (CwHelpBlock));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_array_set_clear_func (page, clear_block);
  for (gsize i = 0; lines[i] != NULL; i++)
    add_line (page, lines[i]);

  return page;
}

/**
 * cw_help_page_load:
 * @name: name of a page, such as `tool-trace`
 * @error: return location for an error
 *
 * Reads a help page of the program.
 *
 * Returns: (transfer full) (element-type CwHelpBlock) (nullable): its parts, %NULL when there is no
 *   such page
 */
GArray *
cw_help_page_load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".md", NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return cw_help_page_parse (text);
}

/**
 * cw_help_page_get_title:
 * @page: (element-type CwHelpBlock): a page
 *
 * Returns: (transfer none): its title as markup
 */
const char *
cw_help_page_get_title (GArray *page)
{
  for (guint i = 0; i < page->len; i++)
    if (g_array_index (page, CwHelpBlock, i).kind == CW_HELP_TITLE)
      return g_array_index (page, CwHelpBlock, i).text;

  return "";
}

/**
 * cw_help_page_list_links:
 * @page: (element-type CwHelpBlock): a page
 *
 * Lists the pages that a page leads to.
 *
 * Returns: (transfer full) (element-type utf8): their names
 */
GPtrArray *
cw_help_page_list_links (GArray *page)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < page->len; i++)
    {
      const char *at = g_array_index (page, CwHelpBlock, i).text;

      while ((at = strstr (at, "<a href=\"")) != NULL)
        {
          at += strlen ("<a href=\"");
          g_ptr_array_add (links, g_strndup (at, strcspn (at, "\"")));
        }
    }

  return links;
}

/* the first page first, then by name, so that tools, rules and panels stand together */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;
  int by_index = (strcmp (second, "index") == 0) - (strcmp (first, "index") == 0);

  return by_index != 0 ? by_index : strcmp (first, second);
}

/**
 * cw_help_list_pages:
 *
 * Returns: (transfer full): the names of all pages, in order
 */
GStrv
cw_help_list_pages (void)
{
  g_auto (GStrv) files
      = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) pages = g_strv_builder_new ();
  GStrv names;

  for (gsize i = 0; files != NULL && files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".md"))
      {
        g_autofree char *name = g_strndup (files[i], strlen (files[i]) - strlen (".md"));

        g_strv_builder_add (pages, name);
      }
  names = g_strv_builder_end (pages);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);

  return names;
}

/**
 * cw_help_list_panels:
 *
 * Returns: (transfer none): the parts of the window that have a page `panel-…` each
 */
const char *const *
cw_help_list_panels (void)
{
  return panels;
}

/* keys stand in a column */
static void
append_key (GString *text, const char *label, const char *words)
{
  g_autofree char *key = g_markup_escape_text (label, -1);
  glong length = g_utf8_strlen (label, -1);

  g_string_append_printf (text, "<tt>%s</tt><tt>%*s</tt>%s\n", key,
                          (int) MAX (KEY_WIDTH - length, 2), "", words);
}

/**
 * cw_help_dup_keys:
 * @tool: name of a tool
 *
 * Lists the keys of a tool as they are now.
 *
 * Returns: (transfer full): lines of markup, empty when it has no keys
 */
char *
cw_help_dup_keys (const char *tool)
{
  g_autoptr (GArray) rows = cw_tool_table_list (tool);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *action = g_strdup_printf ("win.tool::%s", tool);
  const CwActionInfo *own = cw_action_list_find (action);
  g_autofree char *takes = own != NULL ? cw_keys_dup_label (cw_action_list_get_keys (own)) : NULL;
  GString *text = g_string_new (NULL);

  if (takes != NULL)
    append_key (text, takes, _ ("Take the tool"));
  for (guint i = 0; i < rows->len; i++)
    {
      const CwToolRow *row = &g_array_index (rows, CwToolRow, i);
      const char *keys
          = cw_keymap_get_command_keys (cw_keymap_get_default (), row->command, row->keys);
      g_autofree char *label = cw_keys_dup_label (keys);
      g_autofree char *words = NULL;

      if (label == NULL || row->label == NULL || row->keys == NULL
          || !g_hash_table_add (seen, (char *) row->command))
        continue;
      words = g_markup_escape_text (_ (row->label), -1);
      append_key (text, label, words);
    }
  if (text->len > 0)
    g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}
