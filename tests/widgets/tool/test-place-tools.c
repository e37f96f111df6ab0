/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

static void
test_die_ghost_is_the_die (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-die");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;
  const CwDie *die;

  fixture_move (self, 2500.2, 2500.4);
  fixture_key (self, "r");
  fixture_key (self, "f");
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_click (self, 2500.2, 2500.4), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  die = cw_design_get_die (ghost, fixture_find_new (before, ghost, CW_ITEM_DIE, 0));
  g_assert_cmpstr (die->name, ==, "U2");
  fixture_assert_point (die->at, 2500, 2500);
  g_assert_cmpint (die->angle, ==, CW_ANGLE_90);
  g_assert_true (die->mirror);
}

static void
test_die_tool_stays_with_the_next_name (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-die");

  fixture_click (self, 2500, 2500);
  fixture_click (self, -2500, 2500);
  g_assert_cmpuint (cw_design_find (fixture_get_design (self), CW_ITEM_DIE, "U3"), !=, CW_ID_NONE);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ARMED);
  g_assert_nonnull (cw_tool_get_preview (self->tool));
}

static void
test_die_place_is_typed (void)
{
  g_autoptr (Fixture) self = fixture_new ("place-die");
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (GArray) fields = NULL;
  const CwDie *die;

  fixture_move (self, 100, 100);
  fixture_value (self, "x", "-(1 + 2) * 0.5mm");
  fixture_value (self, "y", "2,5 mm");
  fixture_value (self, "rotation", "270");
  fields = cw_tool_list_fields (self->tool);
  g_assert_cmpuint (fields->len, ==, 3);
  g_assert_cmpstr (g_array_index (fields, CwToolField, 0).text, ==, "-1500");
  g_assert_cmpstr (g_array_index (fields, CwToolField, 0).unit, ==, "µm");
  fixture_move (self, 321, 123);
  g_assert_cmpint (fixture_key (self, "Return"), ==, CW_TOOL_COMMIT);
  die = cw_design_get_die (fixture_get_design (self),
                           fixture_find_new (before, fixture_get_design (self), CW_ITEM_DIE, 0));
  fixture_assert_point (die->at, -1500, 2500);
  g_assert_cmpint (die->angle, ==, 3 * CW_ANGLE_90);
  /* the numbers held for that one die */
  fixture_move (self, 321, 123);
  fixture_assert_point (cw_tool_get_snap (self->tool)->at, 321, 123);
}

static void
test_no_die_type_says_so (void)
{
  CwEdit *edit = package_begin ();
  g_autoptr (CwDesign) design = package_end (edit);
  g_autoptr (CwDocument) document = cw_document_new (design);
  g_autoptr (CwToolHost) host = cw_tool_host_new (document);
  g_autoptr (CwTool) tool = cw_tool_registry_new_tool ("place-die", host);
  CwToolEvent event = { CW_TOOL_PRESS, { 0, 0 }, 0, FIXTURE_PIXEL, NULL, NULL };

  cw_tool_arm (tool, NULL);
  g_assert_cmpstr (cw_tool_get_message (tool), ==, "there is no die in the library");
  cw_tool_handle (tool, &event);
  event.type = CW_TOOL_RELEASE;
  g_assert_cmpint (cw_tool_handle (tool, &event), ==, CW_TOOL_PREVIEW);
  g_assert_true (cw_document_get_design (document) == design);
}

static const CwVia *
place_via (Fixture *self, double x, double y)
{
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwId id;

  g_assert_cmpint (fixture_click (self, x, y), ==, CW_TOOL_COMMIT);
  id = fixture_find_new (before, fixture_get_design (self), CW_ITEM_VIA, 0);
  g_assert_cmpuint (id, !=, CW_ID_NONE);

  return cw_design_get_via (fixture_get_design (self), id);
}

static void
test_via_takes_the_net_below (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");
  const CwVia *via = place_via (self, 700, -1000);

  fixture_assert_point (via->at, 700, -1000);
  g_assert_cmpuint (via->net, ==, self->net_a);
  g_assert_cmpuint (via->from, ==, PACKAGE_RDL1);
  g_assert_cmpuint (via->to, ==, PACKAGE_RDL2);
  g_assert_cmpint (via->hole, ==, 10 * CW_UM);
  g_assert_cmpint (via->land, ==, 30 * CW_UM);
  g_assert_cmpuint (place_via (self, -3000, -3000)->net, ==, CW_ID_NONE);
}

static void
test_via_spans_go_round (void)
{
  static const guint8 spans[][2] = { { PACKAGE_RDL1, PACKAGE_RDL2 },
                                     { PACKAGE_PAD, PACKAGE_RDL2 },
                                     { PACKAGE_PAD, PACKAGE_RDL1 },
                                     { PACKAGE_RDL1, PACKAGE_RDL2 } };
  g_autoptr (Fixture) self = fixture_new ("via");

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      const CwVia *via = place_via (self, -3000 + 100 * i, -3000);

      g_assert_cmpuint (via->from, ==, spans[i][0]);
      g_assert_cmpuint (via->to, ==, spans[i][1]);
      fixture_key (self, "v");
    }
}

static void
test_via_sizes_come_from_the_design (void)
{
  g_autoptr (Fixture) self = fixture_new ("via");
  const CwVia *via;

  fixture_key (self, "apostrophe");
  via = place_via (self, -3000, -3000);
  g_assert_cmpint (via->hole, ==, 36 * CW_UM);
  g_assert_cmpint (via->land, ==, 56 * CW_UM);
  fixture_value (self, "land", "100");
  g_assert_cmpint (fixture_value (self, "hole", "101"), ==, CW_TOOL_PASS);
  via = place_via (self, -3200, -3000);
  g_assert_cmpint (via->hole, ==, 36 * CW_UM);
  g_assert_cmpint (via->land, ==, 100 * CW_UM);
}

static void
test_rulers_stay_until_cleared (void)
{
  g_autoptr (Fixture) self = fixture_new ("ruler");
  g_autoptr (GArray) marks = NULL;

  fixture_click (self, -3000, -3000);
  fixture_move (self, -2600, -2700);
  marks = cw_tool_list_marks (self->tool);
  g_assert_cmpstr (g_array_index (marks, CwMark, 0).text, ==, "500 µm (Δx 400, Δy 300)");
  g_assert_cmpint (fixture_click (self, -2600, -2700), ==, CW_TOOL_COMMIT);
  fixture_drag (self, -3000, 3000, -2000, 3000);
  g_assert_cmpuint (cw_tool_host_get_rulers (self->host)->len, ==, 2);
  fixture_key (self, "<Control>k");
  g_assert_cmpuint (cw_tool_host_get_rulers (self->host)->len, ==, 0);
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 1);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/place-tools/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("die-ghost-is-the-die", test_die_ghost_is_the_die);
  ADD ("die-tool-stays-with-the-next-name", test_die_tool_stays_with_the_next_name);
  ADD ("die-place-is-typed", test_die_place_is_typed);
  ADD ("no-die-type-says-so", test_no_die_type_says_so);
  ADD ("via-takes-the-net-below", test_via_takes_the_net_below);
  ADD ("via-spans-go-round", test_via_spans_go_round);
  ADD ("via-sizes-come-from-the-design", test_via_sizes_come_from_the_design);
  ADD ("rulers-stay-until-cleared", test_rulers_stay_until_cleared);

  return g_test_run ();
}
