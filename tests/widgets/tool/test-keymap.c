/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-keymap.h"

static void
test_keys_are_compared (void)
{
  static const struct
  {
    const char *keys;
    const char *key;
    gboolean contained;
  } cases[] = {
    { "slash j", "j", TRUE },
    { "slash j", "J", TRUE },
    { "<Control>y <Control><Shift>z", "<Shift><Control>z", TRUE },
    { "<Control>y <Control><Shift>z", "<Control>z", FALSE },
    { "<Primary>s", "<Control>s", TRUE },
    { "space", "<Shift>space", FALSE },
    { "", "a", FALSE },
    { NULL, "a", FALSE },
    { "F1", "F10", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s in %s", cases[i].key, cases[i].keys);
      g_assert_cmpint (cw_keys_contain (cases[i].keys, cases[i].key), ==, cases[i].contained);
    }
}

static void
test_keys_are_written (void)
{
  static const char *const cases[][2] = {
    { "<Control><Shift>p space", "Ctrl+Shift+P" },
    { "space", "Space" },
    { "<Shift><Alt>Left", "Alt+Shift+←" },
    { "Left KP_Left", "Arrows" },
    { "bracketleft", "[" },
    { "F8", "F8" },
    { "Page_Up", "PgUp" },
  };
  g_autofree char *none = cw_keys_dup_label ("");
  g_autofree char *normal = cw_key_normalize ("<Control><Shift>Z");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = cw_keys_dup_label (cases[i][0]);

      g_assert_cmpstr (label, ==, cases[i][1]);
    }
  g_assert_null (none);
  g_assert_cmpstr (normal, ==, "<Shift><Control>z");
}

static void
count (gpointer object, guint *n)
{
  *n += 1;
}

static void
test_maps_and_bindings (void)
{
  g_autoptr (CwKeymap) keymap = g_object_new (CW_TYPE_KEYMAP, NULL);
  g_autoptr (CwKeymap) other = g_object_new (CW_TYPE_KEYMAP, NULL);
  g_autoptr (GVariant) bindings = NULL;
  CwKeymapKind kind;
  guint n = 0;

  g_signal_connect (keymap, "changed", G_CALLBACK (count), &n);
  g_assert_cmpstr (cw_keymap_get_keys (keymap, "win.tool::via", "v"), ==, "v");
  g_assert_true (cw_keymap_find ("klayout", &kind));
  g_assert_false (cw_keymap_find ("emacs", &kind));
  cw_keymap_set_kind (keymap, CW_KEYMAP_KLAYOUT);
  cw_keymap_set_kind (keymap, CW_KEYMAP_KLAYOUT);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (cw_keymap_get_keys (keymap, "win.tool::via", "v"), ==, "o");
  g_assert_cmpstr (cw_keymap_get_command_keys (keymap, "duplicate", "<Control>d"), ==,
                   "<Control>b <Control>d");
  /* the user's own comes before the map's, and may be none */
  cw_keymap_bind (keymap, "win.tool::via", "<Shift>v");
  cw_keymap_bind (keymap, "win.fit", "");
  g_assert_cmpstr (cw_keymap_get_keys (keymap, "win.tool::via", "v"), ==, "<Shift>v");
  g_assert_null (cw_keymap_get_keys (keymap, "win.fit", "Home"));
  g_assert_true (cw_keymap_has_binding (keymap, "win.fit"));
  bindings = g_variant_ref_sink (cw_keymap_list_bindings (keymap));
  cw_keymap_set_bindings (other, bindings);
  g_assert_cmpstr (cw_keymap_get_keys (other, "win.tool::via", "v"), ==, "<Shift>v");
  cw_keymap_unbind (keymap, "win.tool::via");
  g_assert_cmpstr (cw_keymap_get_keys (keymap, "win.tool::via", "v"), ==, "o");
}

static gboolean
has_hint (CwTool *tool, const char *input, const char *command)
{
  g_autoptr (GArray) hints = cw_tool_list_hints (tool);

  for (guint i = 0; i < hints->len; i++)
    if (strcmp (g_array_index (hints, CwHint, i).input, input) == 0
        && g_strcmp0 (g_array_index (hints, CwHint, i).command, command) == 0)
      return TRUE;

  return FALSE;
}

/* the machine of the tools and what it says of itself both follow the keymap */
static void
test_tools_obey_the_keymap (void)
{
  CwKeymap *keymap = cw_keymap_get_default ();
  Fixture *f = fixture_new ("trace");

  g_assert_true (has_hint (f->tool, "W", "width-next"));
  g_assert_cmpint (fixture_key (f, "w"), !=, CW_TOOL_PASS);
  cw_keymap_bind (keymap, "win.run::width-next", "<Control>F5");
  g_assert_true (has_hint (f->tool, "Ctrl+F5", "width-next"));
  g_assert_false (has_hint (f->tool, "W", "width-next"));
  g_assert_cmpint (fixture_key (f, "w"), ==, CW_TOOL_PASS);
  g_assert_cmpint (fixture_key (f, "<Control>F5"), !=, CW_TOOL_PASS);
  cw_keymap_unbind (keymap, "win.run::width-next");
  fixture_free (f);
}

/* Shift along the axes, Control along the diagonals too, as KLayout has it */
static void
test_klayout_modifiers (void)
{
  static const struct
  {
    CwKeymapKind kind;
    guint modifiers;
    CwPoint at; /* [µm] */
  } cases[] = {
    { CW_KEYMAP_DEFAULT, CW_TOOL_SHIFT, { 3300, 300 } },
    { CW_KEYMAP_KLAYOUT, CW_TOOL_SHIFT, { 3400, 0 } },
    { CW_KEYMAP_KLAYOUT, CW_TOOL_CTRL, { 3300, 300 } },
    { CW_KEYMAP_KLAYOUT, CW_TOOL_CTRL | CW_TOOL_SHIFT, { 3400, 200 } },
  };
  Fixture *f = fixture_new ("ruler");

  fixture_click (f, 3000, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CwSnap *snap;

      cw_keymap_set_kind (cw_keymap_get_default (), cases[i].kind);
      f->modifiers = cases[i].modifiers;
      fixture_move (f, 3400, 200);
      snap = cw_tool_get_snap (f->tool);
      g_assert_cmpint (snap->at.x, ==, cases[i].at.x * CW_UM);
      g_assert_cmpint (snap->at.y, ==, cases[i].at.y * CW_UM);
    }
  cw_keymap_set_kind (cw_keymap_get_default (), CW_KEYMAP_DEFAULT);
  fixture_free (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/tool/keymap/keys-are-compared-however-written",
                   test_keys_are_compared);
  g_test_add_func ("/widgets/tool/keymap/keys-are-written-for-people", test_keys_are_written);
  g_test_add_func ("/widgets/tool/keymap/own-bindings-come-before-maps", test_maps_and_bindings);
  g_test_add_func ("/widgets/tool/keymap/tools-and-hints-obey", test_tools_obey_the_keymap);
  g_test_add_func ("/widgets/tool/keymap/klayout-has-other-modifiers", test_klayout_modifiers);

  return g_test_run ();
}
