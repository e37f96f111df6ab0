/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

#include "widgets/tool/cw-handle.h"

/* A plane from (-3000, 1000) to (-2000, 2000) with a hole of (-2300, 1200), (-2100, 1400) and (-2100, 1200), selected
 * by the select tool. */

static CwId
add_plane (Fixture *self)
{
  g_autoptr (CwEdit) edit = cw_edit_new (fixture_get_design (self));
  g_autoptr (CwPath) border
      = cw_path_new_box ((CwBox){ fixture_um (-3000, 1000), fixture_um (-2000, 2000) });
  CwPoint corners[]
      = { fixture_um (-2300, 1200), fixture_um (-2100, 1400), fixture_um (-2100, 1200) };
  g_autoptr (CwPath) hole = cw_path_new_points (corners, 3);
  g_autoptr (CwOutline) outline = cw_outline_new (border, &hole, 1);
  CwZone zone = { .outline = outline, .level = PACKAGE_RDL2, .fill = CW_ZONE_SOLID };
  g_autoptr (GError) error = NULL;
  CwId id = cw_edit_add_zone (edit, &zone, &error);
  g_autoptr (CwDesign) design = cw_edit_finish (edit, NULL);

  g_assert_no_error (error);
  cw_document_commit (self->document, design, "Plane");
  cw_selection_change (self->selection, CW_SELECT_REPLACE, &(CwPick){ id, 0 }, 1);

  return id;
}

static const CwOutline *
get_outline (Fixture *self, CwId id)
{
  return cw_design_get_zone (fixture_get_design (self), id)->outline;
}

static gboolean
has_vertex (const CwPath *path, double x, double y)
{
  for (guint32 i = 0; i < path->n_vertices; i++)
    if (cw_point_equal (path->vertices[i].at, fixture_um (x, y)))
      return TRUE;

  return FALSE;
}

static void
test_vertices_of_border_and_holes_are_handles (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId id = add_plane (self);
  g_autoptr (GArray) handles = cw_handle_list (fixture_get_design (self), id);
  guint n_vertices = 0;

  g_assert_cmpuint (handles->len, ==, 2 * 4 + 2 * 3);
  for (guint i = 0; i < handles->len; i++)
    n_vertices += cw_handle_is_vertex (fixture_get_design (self), id, i);
  g_assert_cmpuint (n_vertices, ==, 7);
}

static void
test_vertex_of_a_hole_is_dragged (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId id = add_plane (self);

  g_assert_cmpint (fixture_drag (self, -2100, 1400, -2500, 1500), ==, CW_TOOL_COMMIT);
  g_assert_true (has_vertex (get_outline (self, id)->holes[0], -2500, 1500));
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Reshape plane");
  /* out of the border: refused with a reason */
  fixture_move (self, -2500, 1500);
  fixture_press (self, -2500, 1500);
  fixture_move (self, -2500, 1800);
  fixture_move (self, -2500, 2200);
  g_assert_nonnull (cw_tool_get_message (self->tool));
  fixture_release (self, -2500, 2200);
  fixture_key (self, "Escape");
  g_assert_true (has_vertex (get_outline (self, id)->holes[0], -2500, 1500));
}

static void
test_side_is_dragged (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId id = add_plane (self);

  g_assert_cmpint (fixture_drag (self, -2500, 2000, -2500, 2300), ==, CW_TOOL_COMMIT);
  g_assert_true (has_vertex (get_outline (self, id)->border, -3000, 2300));
  g_assert_true (has_vertex (get_outline (self, id)->border, -2000, 2300));
}

static void
test_double_click_adds_a_vertex (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId id = add_plane (self);

  fixture_click (self, -2700.3, 2001);
  g_assert_cmpint (fixture_double_click (self, -2700.3, 2001), ==, CW_TOOL_COMMIT);
  g_assert_cmpuint (get_outline (self, id)->border->n_vertices, ==, 5);
  g_assert_true (has_vertex (get_outline (self, id)->border, -2700, 2000));
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Add vertex");
  /* and it can be dragged, alone, as that is no rectangle any more */
  g_assert_cmpint (fixture_drag (self, -2700, 2000, -2700, 2400), ==, CW_TOOL_COMMIT);
  g_assert_true (has_vertex (get_outline (self, id)->border, -2700, 2400));
  g_assert_true (has_vertex (get_outline (self, id)->border, -3000, 2000));
  /* of the hole */
  fixture_double_click (self, -2100, 1330);
  g_assert_cmpuint (get_outline (self, id)->holes[0]->n_vertices, ==, 4);
}

static void
test_delete_takes_the_vertex_below_the_pointer (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId id = add_plane (self);

  fixture_move (self, -3000, 2000);
  g_assert_cmpint (fixture_key (self, "Delete"), ==, CW_TOOL_COMMIT);
  g_assert_cmpuint (get_outline (self, id)->border->n_vertices, ==, 3);
  g_assert_false (has_vertex (get_outline (self, id)->border, -3000, 2000));
  fixture_move (self, -2000, 2000);
  g_assert_cmpint (fixture_key (self, "Delete"), ==, CW_TOOL_PREVIEW);
  g_assert_cmpstr (self->request_text, ==, "a border needs at least 3 vertices");
  /* a hole of three goes as a whole */
  fixture_move (self, -2100, 1200);
  g_assert_cmpint (fixture_key (self, "Delete"), ==, CW_TOOL_COMMIT);
  g_assert_cmpuint (get_outline (self, id)->n_holes, ==, 0);
  /* elsewhere it takes the plane */
  fixture_move (self, -2200, 1200);
  g_assert_cmpint (fixture_key (self, "Delete"), ==, CW_TOOL_COMMIT);
  g_assert_null (cw_design_get_zone (fixture_get_design (self), id));
}

static void
test_corner_is_rounded_and_sharp_again (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId id = add_plane (self);
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));
  const CwPath *border;

  fixture_move (self, -3000, 2000);
  g_assert_cmpint (fixture_key (self, "<Alt>c"), ==, CW_TOOL_COMMIT);
  border = get_outline (self, id)->border;
  g_assert_cmpuint (border->n_vertices, ==, 5);
  g_assert_true (has_vertex (border, -3000, 1750));
  g_assert_true (has_vertex (border, -2750, 2000));
  for (guint i = 0; i < 5; i++)
    if (border->vertices[i].sweep != 0)
      g_assert_cmpint (ABS (border->vertices[i].sweep), ==, CW_ANGLE_90);
  fixture_move (self, -2750, 2000);
  g_assert_cmpint (fixture_key (self, "<Alt>c"), ==, CW_TOOL_COMMIT);
  g_assert_true (cw_design_equal (before, fixture_get_design (self)));
  fixture_move (self, -3000, 2000);
  g_assert_cmpint (fixture_send (self, CW_TOOL_COMMAND, "cut-corner", NULL), ==, CW_TOOL_COMMIT);
  border = get_outline (self, id)->border;
  g_assert_cmpuint (border->n_vertices, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (border->vertices[i].sweep, ==, 0);
}

static void
test_trace_has_vertices_too (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  const CwTrace *trace;

  cw_selection_change (self->selection, CW_SELECT_REPLACE, &(CwPick){ self->trace, 0 }, 1);
  fixture_move (self, 700, -1000);
  g_assert_cmpint (fixture_key (self, "Insert"), ==, CW_TOOL_COMMIT);
  trace = cw_design_get_trace (fixture_get_design (self), self->trace);
  g_assert_cmpuint (trace->path->n_vertices, ==, 4);
  g_assert_true (has_vertex (trace->path, 700, -1000));
  g_assert_cmpint (fixture_drag (self, 700, -1000, 700, -1300), ==, CW_TOOL_COMMIT);
  trace = cw_design_get_trace (fixture_get_design (self), self->trace);
  g_assert_true (has_vertex (trace->path, 700, -1300));
  fixture_move (self, 700, -1300);
  g_assert_cmpint (fixture_key (self, "Delete"), ==, CW_TOOL_COMMIT);
  trace = cw_design_get_trace (fixture_get_design (self), self->trace);
  g_assert_cmpuint (trace->path->n_vertices, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/tool/vertices/of-border-and-holes-are-handles",
                   test_vertices_of_border_and_holes_are_handles);
  g_test_add_func ("/widgets/tool/vertices/of-a-hole-are-dragged",
                   test_vertex_of_a_hole_is_dragged);
  g_test_add_func ("/widgets/tool/vertices/sides-are-dragged", test_side_is_dragged);
  g_test_add_func ("/widgets/tool/vertices/double-click-adds-one", test_double_click_adds_a_vertex);
  g_test_add_func ("/widgets/tool/vertices/delete-takes-the-one-below-the-pointer",
                   test_delete_takes_the_vertex_below_the_pointer);
  g_test_add_func ("/widgets/tool/vertices/corners-are-rounded-and-sharp-again",
                   test_corner_is_rounded_and_sharp_again);
  g_test_add_func ("/widgets/tool/vertices/traces-have-them-too", test_trace_has_vertices_too);

  return g_test_run ();
}
