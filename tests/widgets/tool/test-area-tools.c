/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

static CwId
place (Fixture *self, CwItemKind kind, double x, double y)
{
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;

  fixture_move (self, x, y);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_click (self, x, y), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));

  return fixture_find_new (before, fixture_get_design (self), kind, 0);
}

static const CwText *
place_text (Fixture *self, double x, double y)
{
  return cw_design_get_text (fixture_get_design (self), place (self, CW_ITEM_TEXT, x, y));
}

static const CwBondingPad *
place_pad (Fixture *self, double x, double y)
{
  return cw_design_get_bonding_pad (fixture_get_design (self),
                                    place (self, CW_ITEM_BONDING_PAD, x, y));
}

static void
test_text_is_what_was_typed (void)
{
  g_autoptr (Fixture) self = fixture_new ("text");
  g_autoptr (GArray) fields = NULL;
  const CwText *text;

  fixture_set_level (self, PACKAGE_RDL1);
  g_assert_cmpint (fixture_value (self, "text", "CW-1 µ"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (fixture_value (self, "height", "0.2mm"), ==, CW_TOOL_PREVIEW);
  fixture_key (self, "r");
  text = place_text (self, -3000, 2500);
  g_assert_cmpstr (text->text, ==, "CW-1 µ");
  fixture_assert_point (text->at, -3000, 2500);
  g_assert_cmpint (text->height, ==, 200 * CW_UM);
  g_assert_cmpint (text->width, ==, 20 * CW_UM);
  g_assert_cmpint (text->angle, ==, CW_ANGLE_90);
  g_assert_cmpuint (text->level, ==, PACKAGE_RDL1);
  fields = cw_tool_list_fields (self->tool);
  g_assert_cmpstr (g_array_index (fields, CwToolField, 0).name, ==, "text");
  g_assert_true (g_array_index (fields, CwToolField, 0).is_words);
  g_assert_cmpstr (g_array_index (fields, CwToolField, 0).text, ==, "CW-1 µ");
}

static void
test_text_stays_for_another_tool (void)
{
  g_autoptr (Fixture) self = fixture_new ("text");

  fixture_value (self, "text", "LOT 7");
  fixture_value (self, "stroke", "40");
  fixture_set_tool (self, "ruler");
  fixture_set_tool (self, "text");
  g_assert_cmpstr (place_text (self, -3000, 2500)->text, ==, "LOT 7");
  g_assert_cmpint (place_text (self, -3000, 1500)->width, ==, 40 * CW_UM);
}

static void
test_text_refuses_what_it_cannot_draw (void)
{
  static const struct
  {
    const char *field;
    const char *text;
  } cases[] = { { "height", "0" },    { "height", "-1" }, { "height", "1e9" }, { "stroke", "0" },
                { "rotation", "up" }, { "text", "a\nb" }, { "width", "3" } };
  g_autoptr (Fixture) self = fixture_new ("text");
  CwToolSettings before = fixture_get_settings (self);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CwToolSettings after;

      g_assert_cmpint (fixture_value (self, cases[i].field, cases[i].text), ==, CW_TOOL_PASS);
      after = fixture_get_settings (self);
      g_assert_true (cw_draw_settings_equal (&before.draw, &after.draw));
    }
}

static void
test_thin_text_is_told_at_once (void)
{
  g_autoptr (Fixture) self = fixture_new ("text");
  CwCoord least;

  fixture_check (self);
  fixture_set_level (self, PACKAGE_RDL1);
  least = cw_technology_get_limit (cw_design_get_technology (fixture_get_design (self)),
                                   CW_RULE_WIDTH, PACKAGE_RDL1);
  g_assert_cmpint (least, >, CW_UM);
  fixture_move (self, -3000, 2500);
  g_assert_cmpuint (cw_tool_get_live_check (self->tool)->violations->len, ==, 0);
  fixture_value (self, "stroke", "1um");
  g_assert_cmpuint (cw_tool_get_live_check (self->tool)->violations->len, >, 0);
  fixture_value (self, "stroke", "");
  g_assert_cmpuint (cw_tool_get_live_check (self->tool)->violations->len, ==, 0);
}

static void
test_pad_is_like_the_others (void)
{
  g_autoptr (Fixture) self = fixture_new ("bonding-pad");
  const CwBondingPad *other = cw_design_get_bonding_pad (fixture_get_design (self), self->ball_b);
  CwBondingPad like = *other;
  const CwBondingPad *pad = place_pad (self, -2000, 1500);

  g_assert_cmpint (pad->land.width, ==, like.land.width);
  g_assert_cmpint (pad->opening.width, ==, like.opening.width);
  g_assert_cmpint (pad->ball.diameter, ==, like.ball.diameter);
  g_assert_cmpuint (pad->level, ==, like.level);
  g_assert_cmpstr (pad->name, ==, "A3");
  g_assert_cmpuint (pad->net, ==, CW_ID_NONE);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ARMED);
}

static void
test_pad_takes_the_net_below (void)
{
  g_autoptr (Fixture) self = fixture_new ("bonding-pad");

  g_assert_cmpuint (place_pad (self, 1500, -1000)->net, ==, self->net_a); /* land of the via */
}

static void
test_pad_is_named_by_its_row_and_column (void)
{
  g_autoptr (Fixture) self = fixture_new ("bonding-pad");
  CwToolSettings settings = fixture_get_settings (self);

  settings.grid = 0;
  fixture_set_settings (self, settings);
  fixture_value (self, "name", "C1");
  g_assert_cmpstr (place_pad (self, 1000, -1500)->name, ==, "C1");
  fixture_value (self, "name", "B3");
  g_assert_cmpstr (place_pad (self, -1000, 1500)->name, ==, "B3");
  /* in the row of B3 and in the column of C1 */
  g_assert_cmpstr (place_pad (self, 1000, 1500)->name, ==, "B1");
  /* nowhere in line */
  g_assert_cmpstr (place_pad (self, -1900, 1900)->name, ==, "C2");
  g_assert_cmpint (fixture_value (self, "name", "B3"), ==, CW_TOOL_PASS);
}

static void
test_pad_sizes_stay_for_the_array (void)
{
  g_autoptr (Fixture) self = fixture_new ("bonding-pad");
  g_autoptr (CwDesign) before = NULL;
  const CwBondingPad *pad;

  g_assert_cmpint (fixture_value (self, "land", "300"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (fixture_value (self, "opening", "301"), ==, CW_TOOL_PASS);
  g_assert_cmpint (fixture_value (self, "opening", "200"), ==, CW_TOOL_PREVIEW);
  fixture_set_tool (self, "ball-array");
  before = cw_design_ref (fixture_get_design (self));
  fixture_drag (self, -3000, 2500, -2500, 2000);
  g_assert_cmpint (fixture_key (self, "Return"), ==, CW_TOOL_COMMIT);
  pad = cw_design_get_bonding_pad (
      fixture_get_design (self),
      fixture_find_new (before, fixture_get_design (self), CW_ITEM_BONDING_PAD, 3));
  g_assert_cmpint (pad->land.width, ==, 300 * CW_UM);
  g_assert_cmpint (pad->opening.width, ==, 200 * CW_UM);
}

typedef struct
{
  const char *name;
  const CwBondingPad *pad;
} Search;

static gboolean
match_name (CwId id, gconstpointer item, gpointer user_data)
{
  Search *search = user_data;
  const CwBondingPad *pad = item;

  if (strcmp (pad->name, search->name) == 0)
    search->pad = pad;

  return TRUE;
}

static const CwBondingPad *
find_pad (CwDesign *design, const char *name)
{
  Search search = { name, NULL };

  cw_design_foreach (design, CW_ITEM_BONDING_PAD, match_name, &search);

  return search.pad;
}

static guint
count_pads (Fixture *self)
{
  return cw_design_get_n_items (fixture_get_design (self), CW_ITEM_BONDING_PAD);
}

/* 4 columns at 500 and 3 rows at 400, from (-3000, 2500); no row A, which other pads have */
static void
draw_array (Fixture *self)
{
  g_assert_cmpint (fixture_value (self, "pitch-y", "400"), ==, CW_TOOL_PREVIEW);
  fixture_drag (self, -3000, 2500, -1500, 1700);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ACTIVE);
  g_assert_cmpuint (cw_design_get_n_items (cw_tool_get_preview (self->tool), CW_ITEM_BONDING_PAD),
                    ==, 14);
}

static void
test_array_is_named_from_the_upper_left (void)
{
  g_autoptr (Fixture) self = fixture_new ("ball-array");
  g_autoptr (CwDesign) ghost = NULL;

  draw_array (self);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_key (self, "Return"), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  fixture_assert_point (find_pad (ghost, "B1")->at, -3000, 2500);
  fixture_assert_point (find_pad (ghost, "B4")->at, -1500, 2500);
  fixture_assert_point (find_pad (ghost, "D1")->at, -3000, 1700);
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Place array of bonding pads");
  cw_document_undo (self->document);
  g_assert_cmpuint (count_pads (self), ==, 2);
}

static void
test_array_grows_to_any_corner (void)
{
  static const double corners[][4] = { { -3000, 2500, -1500, 1700 },
                                       { -1500, 1700, -3000, 2500 },
                                       { -1500, 2500, -3000, 1700 },
                                       { -3000, 1700, -1500, 2500 } };

  for (gsize i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      g_autoptr (Fixture) self = fixture_new ("ball-array");

      fixture_value (self, "pitch-y", "400");
      fixture_click (self, corners[i][0], corners[i][1]);
      fixture_click (self, corners[i][2], corners[i][3]);
      g_assert_cmpint (fixture_key (self, "End"), ==, CW_TOOL_COMMIT);
      g_assert_cmpuint (count_pads (self), ==, 14);
      fixture_assert_point (find_pad (fixture_get_design (self), "B1")->at, -3000, 2500);
      fixture_assert_point (find_pad (fixture_get_design (self), "D4")->at, -1500, 1700);
    }
}

static void
test_letters_that_mislead_are_left_out (void)
{
  g_autoptr (Fixture) self = fixture_new ("ball-array");

  fixture_value (self, "first", "G9");
  fixture_click (self, -3000, 2500);
  fixture_value (self, "columns", "1");
  fixture_value (self, "rows", "4");
  fixture_click (self, -2500, 1700);
  fixture_key (self, "Return");
  g_assert_nonnull (find_pad (fixture_get_design (self), "H9"));
  g_assert_null (find_pad (fixture_get_design (self), "I9"));
  g_assert_nonnull (find_pad (fixture_get_design (self), "J9"));
  g_assert_nonnull (find_pad (fixture_get_design (self), "K9"));
  g_assert_cmpint (fixture_value (self, "first", "O1"), ==, CW_TOOL_PASS);
}

static void
test_clicks_leave_pads_out_and_put_them_back (void)
{
  g_autoptr (Fixture) self = fixture_new ("ball-array");

  draw_array (self);
  fixture_click (self, -2480, 2110); /* C2 */
  fixture_click (self, -2000, 2100); /* C3 */
  fixture_click (self, -2000, 2100);
  g_assert_cmpuint (cw_design_get_n_items (cw_tool_get_preview (self->tool), CW_ITEM_BONDING_PAD),
                    ==, 13);
  g_assert_cmpint (fixture_key (self, "Return"), ==, CW_TOOL_COMMIT);
  g_assert_null (find_pad (fixture_get_design (self), "C2"));
  g_assert_nonnull (find_pad (fixture_get_design (self), "C3"));
  g_assert_nonnull (find_pad (fixture_get_design (self), "D4"));
}

static void
test_a_drag_leaves_a_row_out (void)
{
  g_autoptr (Fixture) self = fixture_new ("ball-array");
  CwDesign *preview;

  draw_array (self);
  fixture_drag (self, -3000, 2100, -1500, 2100);
  preview = cw_tool_get_preview (self->tool);
  g_assert_cmpuint (cw_design_get_n_items (preview, CW_ITEM_BONDING_PAD), ==, 10);
  g_assert_null (find_pad (preview, "C1"));
  g_assert_null (find_pad (preview, "C4"));
  /* one stroke, one step back */
  fixture_key (self, "BackSpace");
  g_assert_cmpuint (cw_design_get_n_items (cw_tool_get_preview (self->tool), CW_ITEM_BONDING_PAD),
                    ==, 14);
  fixture_drag (self, -3000, 2100, -1500, 2100);
  fixture_drag (self, -2000, 2100, -1500, 2100); /* begins on a gap: puts back */
  g_assert_cmpuint (cw_design_get_n_items (cw_tool_get_preview (self->tool), CW_ITEM_BONDING_PAD),
                    ==, 12);
}

static void
test_array_in_hand_can_be_dropped (void)
{
  g_autoptr (Fixture) self = fixture_new ("ball-array");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  draw_array (self);
  fixture_click (self, -2500, 2100);
  g_assert_cmpint (fixture_key (self, "Escape"), ==, CW_TOOL_REVERT);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ARMED);
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_array_refuses_pads_that_touch (void)
{
  g_autoptr (Fixture) self = fixture_new ("ball-array");
  CwDesign *before = fixture_get_design (self);

  fixture_value (self, "pitch-x", "236");
  fixture_click (self, -3000, 2500);
  fixture_move (self, -2000, 2500);
  g_assert_cmpstr (cw_tool_get_message (self->tool), ==,
                   "at a pitch of 236 µm pads of 236 µm touch each other");
  g_assert_null (cw_tool_get_preview (self->tool));
  fixture_value (self, "pitch-x", "1");
  fixture_move (self, 2000, -2500);
  g_assert_nonnull (cw_tool_get_message (self->tool));
  fixture_click (self, 2000, -2500);
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_places_with_a_pad_stay_as_they_are (void)
{
  g_autoptr (Fixture) self = fixture_new ("ball-array");

  fixture_value (self, "pitch-y", "800");
  fixture_drag (self, 2000, 400, 3000, -400);
  fixture_key (self, "Return");
  g_assert_cmpuint (count_pads (self), ==, 6); /* two were there */
}

static void
test_shift_drag_takes_pads_out (void)
{
  g_autoptr (Fixture) self = fixture_new ("ball-array");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;

  self->modifiers = CW_TOOL_SHIFT;
  fixture_move (self, 2000, 700);
  fixture_press (self, 2000, 700);
  fixture_move (self, 2000, 0);
  fixture_move (self, 2000, -500);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_release (self, 2000, -500), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  g_assert_cmpuint (count_pads (self), ==, 0);
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Remove 2 bonding pads");
  cw_document_undo (self->document);
  g_assert_true (cw_design_equal (before, fixture_get_design (self)));
  fixture_move (self, 2000, 400);
  ghost = (cw_design_unref (ghost), cw_design_ref (cw_tool_get_preview (self->tool)));
  g_assert_cmpint (fixture_click (self, 2000, 400), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  g_assert_cmpuint (count_pads (self), ==, 1);
  g_assert_cmpint (fixture_click (self, -3000, 400), ==, CW_TOOL_REVERT);
}

static void
test_passive_stays_as_it_was (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-passive");
  g_autoptr (CwDesign) before = NULL;
  const CwPassive *passive;
  CwCoord width;

  before = cw_design_ref (fixture_get_design (self));
  fixture_key (self, "r");
  g_assert_cmpint (fixture_value (self, "width", "33"), ==, CW_TOOL_PREVIEW);
  fixture_set_tool (self, "trace");
  fixture_set_tool (self, "place-passive");
  fixture_click (self, -3000, 2500);
  passive = cw_design_get_passive (
      fixture_get_design (self),
      fixture_find_new (before, fixture_get_design (self), CW_ITEM_PASSIVE, 0));
  width = passive->values[CW_PARAMETER_WIDTH];
  g_assert_cmpint (width, ==, 33 * CW_UM);
  g_assert_cmpint (passive->angle, ==, CW_ANGLE_90);
}

static void
test_die_key_leads_on_to_passives (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-die");

  g_assert_cmpint (fixture_key (self, "p"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (self->request, ==, CW_REQUEST_TOOL);
  g_assert_cmpstr (self->request_text, ==, "place-passive");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/tool/text/is-what-was-typed", test_text_is_what_was_typed);
  g_test_add_func ("/widgets/tool/text/stays-for-another-tool", test_text_stays_for_another_tool);
  g_test_add_func ("/widgets/tool/text/refuses-what-it-cannot-draw",
                   test_text_refuses_what_it_cannot_draw);
  g_test_add_func ("/widgets/tool/text/thin-strokes-are-told-at-once",
                   test_thin_text_is_told_at_once);
  g_test_add_func ("/widgets/tool/pad/is-like-the-others", test_pad_is_like_the_others);
  g_test_add_func ("/widgets/tool/pad/takes-the-net-below", test_pad_takes_the_net_below);
  g_test_add_func ("/widgets/tool/pad/is-named-by-its-row-and-column",
                   test_pad_is_named_by_its_row_and_column);
  g_test_add_func ("/widgets/tool/pad/sizes-stay-for-the-array", test_pad_sizes_stay_for_the_array);
  g_test_add_func ("/widgets/tool/array/is-named-from-the-upper-left",
                   test_array_is_named_from_the_upper_left);
  g_test_add_func ("/widgets/tool/array/grows-to-any-corner", test_array_grows_to_any_corner);
  g_test_add_func ("/widgets/tool/array/letters-that-mislead-are-left-out",
                   test_letters_that_mislead_are_left_out);
  g_test_add_func ("/widgets/tool/array/clicks-leave-pads-out-and-put-them-back",
                   test_clicks_leave_pads_out_and_put_them_back);
  g_test_add_func ("/widgets/tool/array/a-drag-leaves-a-row-out", test_a_drag_leaves_a_row_out);
  g_test_add_func ("/widgets/tool/array/in-hand-can-be-dropped", test_array_in_hand_can_be_dropped);
  g_test_add_func ("/widgets/tool/array/refuses-pads-that-touch",
                   test_array_refuses_pads_that_touch);
  g_test_add_func ("/widgets/tool/array/places-with-a-pad-stay-as-they-are",
                   test_places_with_a_pad_stay_as_they_are);
  g_test_add_func ("/widgets/tool/array/shift-drag-takes-pads-out", test_shift_drag_takes_pads_out);
  g_test_add_func ("/widgets/tool/passive/stays-as-it-was", test_passive_stays_as_it_was);
  g_test_add_func ("/widgets/tool/die/key-leads-on-to-passives", test_die_key_leads_on_to_passives);

  return g_test_run ();
}
