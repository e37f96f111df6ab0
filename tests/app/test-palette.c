/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-palette-find.h"
#include "model/design/cw-edit.h"

static CwEditor *
make_editor (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (0, 0, 10 * CW_MM, 10 * CW_MM));
  g_autoptr (CwDesign) empty = cw_design_new (technology, outline);
  g_autoptr (CwEdit) edit = cw_edit_new (empty);
  g_autoptr (CwDesign) design = NULL;
  static const char *const names[] = { "VDD", "VDDQ", "VSS" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CwNet net = { .name = g_ref_string_new (names[i]) };

      g_assert_cmpuint (cw_edit_add_net (edit, &net, NULL), !=, CW_ID_NONE);
      g_ref_string_release (net.name);
    }
  design = cw_edit_finish (edit, NULL);

  return cw_editor_new (design);
}

static CwPaletteContext
make_context (void)
{
  CwPaletteContext context = { .editor = make_editor () };

  context.names = cw_name_index_new (cw_editor_get_design (context.editor));

  return context;
}

static void
clear_context (CwPaletteContext *context)
{
  cw_name_index_unref (context->names);
  g_object_unref (context->editor);
}

static const CwPaletteRow *
get_row (GPtrArray *rows, guint index)
{
  g_assert_cmpuint (index, <, rows->len);

  return g_ptr_array_index (rows, index);
}

static const CwPaletteRow *
find_action (GPtrArray *rows, const char *action)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (get_row (rows, i)->name, action) == 0)
      return get_row (rows, i);

  return NULL;
}

static void
test_actions_by_name_and_synonym (void)
{
  static const struct
  {
    const char *text;
    const char *action;
  } cases[] = {
    { "trace", "win.tool::trace" },   { "route", "win.tool::trace" },
    { "measure", "win.tool::ruler" }, { ">fit", "win.fit" },
    { "drc", "win.check" },           { "gerber", "win.export-gerber" },
    { "whole pack", "win.fit" },      { "zoom in", "win.zoom-in" },
  };
  CwPaletteContext context = make_context ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = cw_palette_find (&context, cases[i].text);

      g_test_message ("%s", cases[i].text);
      if (strcmp (cases[i].text, "drc") == 0)
        g_assert_nonnull (find_action (rows, cases[i].action));
      else
        g_assert_cmpstr (get_row (rows, 0)->name, ==, cases[i].action);
    }
  clear_context (&context);
}

static void
test_disabled_say_why (void)
{
  CwPaletteContext context = make_context ();
  g_autoptr (GPtrArray) rotate = cw_palette_find (&context, ">rotate");
  g_autoptr (GPtrArray) wider = cw_palette_find (&context, ">wider");

  g_assert_cmpstr (find_action (rotate, "win.run::rotate")->reason, ==, "Select something first");
  g_assert_nonnull (find_action (wider, "win.run::width-next")->reason);
  clear_context (&context);
}

/* what the tool in hand can do comes before what is called the same */
static void
test_actions_of_the_tool_come_first (void)
{
  CwPaletteContext context = make_context ();
  g_autoptr (GPtrArray) before = cw_palette_find (&context, "w");
  g_autoptr (GPtrArray) rows = NULL;

  cw_editor_choose_tool (context.editor, "trace", FALSE);
  rows = cw_palette_find (&context, "wide");
  g_assert_cmpstr (get_row (rows, 0)->name, ==, "win.run::width-next");
  g_assert_null (get_row (rows, 0)->reason);
  g_assert_cmpstr (get_row (rows, 0)->tag, ==, "W");
  clear_context (&context);
}

static void
test_signs_choose_what_is_found (void)
{
  CwPaletteContext context = make_context ();
  g_autoptr (GPtrArray) nets = cw_palette_find (&context, "#vdd");
  g_autoptr (GPtrArray) place = cw_palette_find (&context, ":1mm 200");
  g_autoptr (GPtrArray) wrong = cw_palette_find (&context, ":1mm");
  g_autoptr (GPtrArray) number = cw_palette_find (&context, "=2*(1mm + 500um)");
  g_autoptr (GPtrArray) nonsense = cw_palette_find (&context, "=2 furlongs");

  g_assert_cmpuint (nets->len, ==, 2);
  g_assert_cmpint (get_row (nets, 0)->kind, ==, CW_PALETTE_NET);
  g_assert_cmpstr (get_row (nets, 0)->title, ==, "VDD");
  g_assert_cmpstr (get_row (nets, 1)->title, ==, "VDDQ");
  g_assert_cmpint (get_row (place, 0)->kind, ==, CW_PALETTE_PLACE);
  g_assert_cmpint (get_row (place, 0)->at.x, ==, CW_MM);
  g_assert_cmpint (get_row (place, 0)->at.y, ==, 200 * CW_UM);
  g_assert_cmpint (get_row (wrong, 0)->kind, ==, CW_PALETTE_NOTE);
  g_assert_cmpstr (get_row (number, 0)->name, ==, "3000 µm");
  g_assert_nonnull (find_action (number, "3 mm"));
  g_assert_cmpint (get_row (nonsense, 0)->kind, ==, CW_PALETTE_NOTE);
  clear_context (&context);
}

static void
test_places_are_read (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
    CwCoord x;
    CwCoord y;
  } cases[] = {
    { "1 2", TRUE, CW_UM, 2 * CW_UM },
    { "1, 2", TRUE, CW_UM, 2 * CW_UM },
    { "1,5 2.5", TRUE, 1500, 2500 },
    { "1 + 1; 3mm", TRUE, 2 * CW_UM, 3 * CW_MM },
    { "-1mm -2 mm", TRUE, -CW_MM, -2 * CW_MM },
    { "1", FALSE, 0, 0 },
    { "", FALSE, 0, 0 },
    { "a b", FALSE, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CwPoint at;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (cw_palette_parse_place (cases[i].text, CW_UNIT_UM, &at), ==, cases[i].good);
      if (cases[i].good)
        {
          g_assert_cmpint (at.x, ==, cases[i].x);
          g_assert_cmpint (at.y, ==, cases[i].y);
        }
    }
}

static void
test_without_a_document (void)
{
  CwPaletteContext context = { 0 };
  g_autoptr (GPtrArray) all = cw_palette_find (&context, "");
  g_autoptr (GPtrArray) samples = cw_palette_find (&context, "passive device");
  g_autoptr (GPtrArray) rotate = cw_palette_find (&context, ">rotate");

  g_assert_cmpuint (all->len, >, 10);
  g_assert_nonnull (find_action (samples, "win.open-sample::passives"));
  g_assert_cmpstr (get_row (rotate, 0)->reason, ==, "Open a package first");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/palette/actions-by-name-and-synonym", test_actions_by_name_and_synonym);
  g_test_add_func ("/app/palette/disabled-actions-say-why", test_disabled_say_why);
  g_test_add_func ("/app/palette/actions-of-the-tool-come-first",
                   test_actions_of_the_tool_come_first);
  g_test_add_func ("/app/palette/signs-choose-what-is-found", test_signs_choose_what_is_found);
  g_test_add_func ("/app/palette/places-are-read", test_places_are_read);
  g_test_add_func ("/app/palette/works-without-a-document", test_without_a_document);

  return g_test_run ();
}
