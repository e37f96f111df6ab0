/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

static Fixture *
new_fixture (const char *tool, CwAngleMode angles)
{
  Fixture *self = fixture_new (tool);
  CwToolSettings settings = fixture_get_settings (self);

  settings.draw.polygon_angles = angles;
  settings.active_level = PACKAGE_RDL2;
  fixture_set_settings (self, settings);

  return self;
}

static const CwZone *
find_zone (Fixture *self, CwDesign *before)
{
  CwDesign *after = fixture_get_design (self);

  return cw_design_get_zone (after, fixture_find_new (before, after, CW_ITEM_ZONE, 0));
}

/* a square of 1000 from (-3000, 1000), not closed yet */
static void
draw_square (Fixture *self)
{
  fixture_click (self, -3000, 1000);
  fixture_click (self, -2000, 1000);
  fixture_click (self, -2000, 2000);
  fixture_click (self, -3000, 2000);
}

static void
test_click_on_the_first_vertex_closes (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;
  const CwZone *zone;

  draw_square (self);
  fixture_move (self, -2996, 1003);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_click (self, -2996, 1003), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  zone = find_zone (self, before);
  g_assert_cmpuint (zone->outline->border->n_vertices, ==, 4);
  fixture_assert_point (zone->outline->border->vertices[0].at, -3000, 1000);
  fixture_assert_point (zone->outline->border->vertices[3].at, -3000, 2000);
  g_assert_cmpuint (zone->level, ==, PACKAGE_RDL2);
  g_assert_cmpuint (zone->fill, ==, CW_ZONE_SOLID);
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Draw plane");
}

static void
test_other_ends_close_it_too (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
      g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
      const CwZone *zone;

      draw_square (self);
      if (i == 0)
        g_assert_cmpint (fixture_double_click (self, -3000, 2000), ==, CW_TOOL_COMMIT);
      else if (i == 1)
        g_assert_cmpint (fixture_key (self, "End"), ==, CW_TOOL_COMMIT);
      else
        g_assert_cmpint (fixture_send (self, CW_TOOL_AGAIN, NULL, NULL), ==, CW_TOOL_COMMIT);
      zone = find_zone (self, before);
      g_assert_cmpuint (zone->outline->border->n_vertices, ==, 4);
      g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ARMED);
    }
}

/* two clicks and a double click: right angles all around */
static void
test_right_angles_close_by_right_angles (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_90);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwPath *border;

  fixture_click (self, -3000, 1000);
  fixture_move (self, -2000, 2000);
  g_assert_nonnull (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_double_click (self, -2000, 2000), ==, CW_TOOL_COMMIT);
  border = find_zone (self, before)->outline->border;
  g_assert_cmpuint (border->n_vertices, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      CwPoint a = border->vertices[i].at;
      CwPoint b = border->vertices[(i + 1) % 4].at;

      g_assert_true ((a.x == b.x) != (a.y == b.y));
    }
}

static void
test_backspace_takes_the_last_vertex (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  draw_square (self);
  g_assert_cmpint (fixture_key (self, "BackSpace"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 3);
  g_assert_cmpint (fixture_key (self, "<Control>z"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (fixture_key (self, "BackSpace"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (fixture_key (self, "BackSpace"), ==, CW_TOOL_REVERT);
  g_assert_true (fixture_get_design (self) == before);
  draw_square (self);
  g_assert_cmpint (fixture_key (self, "Escape"), ==, CW_TOOL_REVERT);
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_border_that_crosses_itself_is_refused (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);

  draw_square (self);
  fixture_move (self, -2500, 500);
  g_assert_cmpstr (cw_tool_get_message (self->tool), ==,
                   "the border would cross or touch itself here");
  g_assert_null (cw_tool_get_preview (self->tool));
  fixture_click (self, -2500, 500);
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 4);
  /* back on the last leg */
  fixture_move (self, -2500, 2000);
  g_assert_nonnull (cw_tool_get_message (self->tool));
  fixture_move (self, -2500, 2500);
  g_assert_null (cw_tool_get_message (self->tool));
}

/* when only the way back would cross, drawing goes on, and nothing is lost by an early End */
static void
test_way_back_may_cross_for_now (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_click (self, -3000, 1000);
  fixture_click (self, -2000, 1000);
  fixture_click (self, -2000, 2000);
  fixture_click (self, -2900, 2000);
  fixture_click (self, -2900, 600); /* no: crosses the first side */
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 4);
  fixture_click (self, -2500, 1500);
  fixture_click (self, -2200, 1200);
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 6);
  fixture_click (self, -2100, 1900);
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 7);
  fixture_move (self, -2100, 1800);
  g_assert_null (cw_tool_get_message (self->tool));
  g_assert_null (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_key (self, "End"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (self->request, ==, CW_REQUEST_TOAST);
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 7);
  g_assert_true (fixture_get_design (self) == before);
}

static void
add_plane (Fixture *self)
{
  draw_square (self);
  g_assert_cmpint (fixture_key (self, "End"), ==, CW_TOOL_COMMIT);
}

static void
draw_hole (Fixture *self)
{
  fixture_click (self, -2700, 1300);
  self->modifiers = 0;
  fixture_click (self, -2300, 1300);
  fixture_click (self, -2300, 1700);
}

static void
test_alt_cuts_a_hole (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
      g_autoptr (CwDesign) none = cw_design_ref (fixture_get_design (self));
      g_autoptr (CwDesign) ghost = NULL;
      const CwZone *zone;

      add_plane (self);
      if (i == 0)
        self->modifiers = CW_TOOL_ALT;
      else
        fixture_key (self, "h");
      draw_hole (self);
      fixture_move (self, -2700, 1300);
      ghost = cw_design_ref (cw_tool_get_preview (self->tool));
      g_assert_cmpint (fixture_click (self, -2700, 1300), ==, CW_TOOL_COMMIT);
      g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
      zone = find_zone (self, none);
      g_assert_cmpuint (zone->outline->n_holes, ==, 1);
      g_assert_cmpuint (zone->outline->holes[0]->n_vertices, ==, 3);
      g_assert_cmpuint (cw_design_get_n_items (ghost, CW_ITEM_ZONE), ==, 1);
      g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Cut hole");
    }
}

static void
test_hole_needs_a_plane_around_it (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
  g_autoptr (CwDesign) before = NULL;

  add_plane (self);
  before = cw_design_ref (fixture_get_design (self));
  self->modifiers = CW_TOOL_ALT;
  fixture_click (self, 1000, 2500);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ARMED);
  g_assert_cmpstr (self->request_text, ==, "There is no plane here to cut a hole into");
  draw_hole (self);
  fixture_click (self, -2500, 2500); /* outside */
  fixture_key (self, "End");
  g_assert_true (fixture_get_design (self) == before);
  g_assert_cmpint (cw_tool_get_state (self->tool), ==, CW_TOOL_ACTIVE);
}

static void
test_net_is_that_of_the_place (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  fixture_click (self, 2000, 400); /* on the ball of net B */
  fixture_click (self, 2900, 400);
  fixture_click (self, 2900, 1400);
  fixture_key (self, "End");
  g_assert_cmpuint (find_zone (self, before)->net, ==, self->net_b);
}

static void
test_net_is_the_highlighted_one (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  CwToolSettings settings = fixture_get_settings (self);

  settings.highlight_net = self->net_a;
  fixture_set_settings (self, settings);
  add_plane (self);
  g_assert_cmpuint (find_zone (self, before)->net, ==, self->net_a);
}

static void
test_net_is_typed (void)
{
  static const char *const names[] = { "B", "-", "A" };
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
  CwId nets[3];

  nets[0] = self->net_b;
  nets[1] = CW_ID_NONE;
  nets[2] = self->net_a;
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

      g_assert_cmpint (fixture_value (self, "net", names[i]), ==, CW_TOOL_PREVIEW);
      add_plane (self);
      g_assert_cmpuint (find_zone (self, before)->net, ==, nets[i]);
      cw_document_undo (self->document);
    }
  g_assert_cmpint (fixture_value (self, "net", "nowhere"), ==, CW_TOOL_PASS);
}

static gboolean
make_power (CwId id, gconstpointer item, gpointer user_data)
{
  CwNet net = *(const CwNet *) item;

  net.net_class = strcmp (net.name, "A") == 0 ? CW_NET_POWER : CW_NET_GROUND;
  g_assert_true (cw_edit_set_net (user_data, id, &net, NULL));

  return TRUE;
}

static void
test_key_goes_through_power_and_ground (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_ANY);
  g_autoptr (CwEdit) edit = cw_edit_new (fixture_get_design (self));
  g_autoptr (CwDesign) design = NULL;
  CwId wanted[4];

  cw_design_foreach (fixture_get_design (self), CW_ITEM_NET, make_power, edit);
  design = cw_edit_finish (edit, NULL);
  cw_document_commit (self->document, design, "Classes");
  wanted[0] = wanted[3] = self->net_b; /* ground comes first */
  wanted[1] = self->net_a;
  wanted[2] = CW_ID_NONE;
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

      fixture_move (self, -3000, 1000);
      fixture_key (self,
                   "n"); /* after none, that of the place again, which is the first of ground */
      add_plane (self);
      g_assert_cmpuint (find_zone (self, before)->net, ==, wanted[i]);
      cw_document_undo (self->document);
    }
}

static void
test_length_and_angle_are_typed (void)
{
  g_autoptr (Fixture) self = new_fixture ("polygon", CW_ANGLES_45);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwPath *border;

  fixture_click (self, -3000, 1000);
  fixture_value (self, "length", "1mm");
  fixture_value (self, "angle", "0");
  fixture_key (self, "Return");
  fixture_value (self, "x", "-2000");
  fixture_value (self, "y", "1700");
  fixture_key (self, "Return");
  fixture_key (self, "End");
  border = find_zone (self, before)->outline->border;
  fixture_assert_point (border->vertices[1].at, -2000, 1000);
  fixture_assert_point (border->vertices[2].at, -2000, 1700);
}

static void
test_keep_out_forbids_what_it_is_told (void)
{
  g_autoptr (Fixture) self = new_fixture ("keep-out", CW_ANGLES_ANY);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwKeepOut *keep_out;
  CwDesign *after;

  g_assert_cmpint (fixture_value (self, "forbids", "vias, planes"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpint (fixture_value (self, "forbids", "birds"), ==, CW_TOOL_PASS);
  fixture_key (self, "l");
  draw_square (self);
  g_assert_cmpint (fixture_key (self, "End"), ==, CW_TOOL_COMMIT);
  after = fixture_get_design (self);
  keep_out = cw_design_get_keep_out (after, fixture_find_new (before, after, CW_ITEM_KEEP_OUT, 0));
  g_assert_cmpuint (keep_out->forbids, ==, CW_KEEP_OUT_VIAS | CW_KEEP_OUT_ZONES);
  g_assert_cmpuint (keep_out->level, ==, CW_LEVEL_NONE);
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Draw keep-out");
  self->modifiers = CW_TOOL_ALT;
  draw_hole (self);
  g_assert_cmpint (fixture_key (self, "End"), ==, CW_TOOL_COMMIT);
  after = fixture_get_design (self);
  keep_out = cw_design_get_keep_out (after, fixture_find_new (before, after, CW_ITEM_KEEP_OUT, 0));
  g_assert_cmpuint (keep_out->outline->n_holes, ==, 1);
}

static void
test_fiducial_is_placed (void)
{
  g_autoptr (Fixture) self = new_fixture ("fiducial", CW_ANGLES_ANY);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) ghost = NULL;
  const CwFiducial *fiducial;

  fixture_value (self, "size", "300");
  fixture_value (self, "clear", "600");
  fixture_key (self, "f");
  fixture_key (self, "f");
  fixture_move (self, -3000, 2000);
  ghost = cw_design_ref (cw_tool_get_preview (self->tool));
  g_assert_cmpint (fixture_click (self, -3000, 2000), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (ghost, fixture_get_design (self)));
  fiducial = cw_design_get_fiducial (ghost, fixture_find_new (before, ghost, CW_ITEM_FIDUCIAL, 0));
  fixture_assert_point (fiducial->at, -3000, 2000);
  g_assert_cmpint (fiducial->size, ==, 300 * CW_UM);
  g_assert_cmpint (fiducial->clear, ==, 600 * CW_UM);
  g_assert_cmpuint (fiducial->form, ==, CW_FIDUCIAL_CROSS);
  g_assert_cmpint (fixture_value (self, "size", "0"), ==, CW_TOOL_PASS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/tool/polygon/click-on-the-first-vertex-closes",
                   test_click_on_the_first_vertex_closes);
  g_test_add_func ("/widgets/tool/polygon/other-ends-close-it-too", test_other_ends_close_it_too);
  g_test_add_func ("/widgets/tool/polygon/right-angles-close-by-right-angles",
                   test_right_angles_close_by_right_angles);
  g_test_add_func ("/widgets/tool/polygon/backspace-takes-the-last-vertex",
                   test_backspace_takes_the_last_vertex);
  g_test_add_func ("/widgets/tool/polygon/border-that-crosses-itself-is-refused",
                   test_border_that_crosses_itself_is_refused);
  g_test_add_func ("/widgets/tool/polygon/way-back-may-cross-for-now",
                   test_way_back_may_cross_for_now);
  g_test_add_func ("/widgets/tool/polygon/alt-cuts-a-hole", test_alt_cuts_a_hole);
  g_test_add_func ("/widgets/tool/polygon/hole-needs-a-plane-around-it",
                   test_hole_needs_a_plane_around_it);
  g_test_add_func ("/widgets/tool/polygon/net-is-that-of-the-place", test_net_is_that_of_the_place);
  g_test_add_func ("/widgets/tool/polygon/net-is-the-highlighted-one",
                   test_net_is_the_highlighted_one);
  g_test_add_func ("/widgets/tool/polygon/net-is-typed", test_net_is_typed);
  g_test_add_func ("/widgets/tool/polygon/key-goes-through-power-and-ground",
                   test_key_goes_through_power_and_ground);
  g_test_add_func ("/widgets/tool/polygon/length-and-angle-are-typed",
                   test_length_and_angle_are_typed);
  g_test_add_func ("/widgets/tool/keep-out/forbids-what-it-is-told",
                   test_keep_out_forbids_what_it_is_told);
  g_test_add_func ("/widgets/tool/fiducial/is-placed", test_fiducial_is_placed);

  return g_test_run ();
}
