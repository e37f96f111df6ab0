/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-help-page.h"
#include "model/package/cw-technology.h"
#include "widgets/tool/cw-keymap.h"
#include "widgets/tool/cw-tool-registry.h"

static GArray *
load (const char *name)
{
  g_autoptr (GError) error = NULL;
  GArray *page = cw_help_page_load (name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cw_help_page_get_title (page), !=, "");

  return page;
}

static void
assert_page (const char *kind, const char *name)
{
  g_autofree char *page = g_strdup_printf ("%s-%s", kind, name);
  g_autoptr (GArray) parts = NULL;

  g_test_message ("%s", page);
  parts = load (page);
  g_assert_cmpuint (parts->len, >=, 2);
}

static void
test_all_have_a_page (void)
{
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    assert_page ("tool", cw_tool_registry_get (i)->name);
  for (guint kind = 0; kind < CW_N_RULE_KINDS; kind++)
    assert_page ("rule", cw_rule_kind_get_name ((CwRuleKind) kind));
  for (gsize i = 0; cw_help_list_panels ()[i] != NULL; i++)
    assert_page ("panel", cw_help_list_panels ()[i]);
}

static void
check_blocks (const char *name, GArray *page)
{
  for (guint i = 0; i < page->len; i++)
    {
      const CwHelpBlock *block = &g_array_index (page, CwHelpBlock, i);

      if (block->kind == CW_HELP_PICTURE)
        {
          g_autofree char *path
              = g_strconcat ("/org/chipwright/Chipwright/help/", block->link, NULL);

          g_assert_true (
              g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
        }
      else if (block->kind == CW_HELP_KEYS && cw_tool_registry_find (block->text) == NULL)
        g_assert_cmpstr (name + strlen ("tool-"), ==, block->text);
    }
}

static void
test_every_link_leads_somewhere (void)
{
  g_auto (GStrv) pages = cw_help_list_pages ();

  g_assert_cmpuint (g_strv_length (pages), >, 40);
  for (gsize i = 0; pages[i] != NULL; i++)
    {
      g_autoptr (GArray) page = load (pages[i]);
      g_autoptr (GPtrArray) links = cw_help_page_list_links (page);

      check_blocks (pages[i], page);
      if (strcmp (pages[i], "index") != 0)
        g_assert_cmpuint (links->len, >, 0); /* a way back */
      for (guint j = 0; j < links->len; j++)
        {
          g_test_message ("%s: %s", pages[i], (const char *) g_ptr_array_index (links, j));
          g_assert_true (
              g_strv_contains ((const char *const *) pages, g_ptr_array_index (links, j)));
        }
    }
}

static void
test_marks_are_read (void)
{
  static const CwHelpBlock expected[] = {
    { CW_HELP_TITLE, (char *) "A &amp; B", NULL },
    { CW_HELP_PARAGRAPH, (char *) "Go <a href=\"c\">there</a>, <b>now</b>: <tt>2*3*4</tt>", NULL },
    { CW_HELP_BULLET, (char *) "a * b and [c", NULL },
    { CW_HELP_PICTURE, (char *) "words", (char *) "d.svg" },
    { CW_HELP_KEYS, (char *) "trace", NULL },
  };
  g_autoptr (GArray) page
      = cw_help_page_parse ("# A & B\n\nGo [there](c), **now**: `2*3*4`\n- a * b and [c\n\n"
                            "![words](d.svg)\n{keys trace}\n");

  g_assert_cmpuint (page->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < page->len; i++)
    {
      const CwHelpBlock *block = &g_array_index (page, CwHelpBlock, i);

      g_assert_cmpint (block->kind, ==, expected[i].kind);
      g_assert_cmpstr (block->text, ==, expected[i].text);
      g_assert_cmpstr (block->link, ==, expected[i].link);
    }
}

static void
test_keys_are_those_of_now (void)
{
  g_autofree char *before = cw_help_dup_keys ("trace");
  g_autofree char *after = NULL;

  g_assert_nonnull (strstr (before, "<tt>X</tt>"));
  g_assert_nonnull (strstr (before, "<tt>W</tt>"));
  cw_keymap_bind (cw_keymap_get_default (), "win.run::width-next", "<Control>F5");
  after = cw_help_dup_keys ("trace");
  g_assert_null (strstr (after, "<tt>W</tt>"));
  g_assert_nonnull (strstr (after, "<tt>Ctrl+F5</tt>"));
  cw_keymap_unbind (cw_keymap_get_default (), "win.run::width-next");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/help/every-tool-rule-and-panel-has-a-page", test_all_have_a_page);
  g_test_add_func ("/app/help/every-link-leads-somewhere", test_every_link_leads_somewhere);
  g_test_add_func ("/app/help/marks-are-read", test_marks_are_read);
  g_test_add_func ("/app/help/keys-are-those-of-now", test_keys_are_those_of_now);

  return g_test_run ();
}
