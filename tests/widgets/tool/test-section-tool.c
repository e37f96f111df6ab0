/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-cut-lines.h"

static void
assert_line (Fixture *self, guint n_points, const double *um)
{
  const GArray *line = cw_tool_host_get_section (self->host);

  g_assert_cmpuint (line->len, ==, n_points);
  for (guint i = 0; i < n_points; i++)
    fixture_assert_point (g_array_index (line, CwPoint, i), um[2 * i], um[2 * i + 1]);
}

#define LINE(...)                                                                                  \
  (guint) (sizeof ((double[]){ __VA_ARGS__ }) / sizeof (double) / 2), (double[]) { __VA_ARGS__ }

/* the stored line of a name, which the section is taken along */
static void
assert_stored (Fixture *self, const char *name, guint n_points, const double *um)
{
  CwDesign *design = fixture_get_design (self);
  CwId id = cw_design_find (design, CW_ITEM_CUT_LINE, name);
  g_autoptr (GArray) points = cw_cut_lines_dup_points (design, id);

  g_assert_cmpuint (id, !=, CW_ID_NONE);
  g_assert_cmpuint (cw_tool_host_get_cut_line (self->host), ==, id);
  g_assert_cmpuint (points->len, ==, n_points);
  for (guint i = 0; i < n_points; i++)
    fixture_assert_point (g_array_index (points, CwPoint, i), um[2 * i], um[2 * i + 1]);
  assert_line (self, n_points, um);
}

static void
count (CwToolHost *host, guint *n)
{
  ++*n;
}

static void
test_two_clicks_draw (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");
  guint n = 0;

  g_signal_connect (self->host, "section-changed", G_CALLBACK (count), &n);
  fixture_click (self, -3000, 2000);
  fixture_move (self, 0, 2100);
  assert_line (self, LINE (-3000, 2000, 0, 2100)); /* the section follows at once */
  g_assert_cmpint (fixture_click (self, 3000, 2200), ==, CW_TOOL_COMMIT);
  assert_line (self, LINE (-3000, 2000, 3000, 2200));
  g_assert_cmpuint (n, ==, 2);
  /* one step, and the line is stored */
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 2);
  g_assert_cmpstr (cw_document_get_undo_label (self->document), ==, "Draw cut line A");
  assert_stored (self, "A", LINE (-3000, 2000, 3000, 2200));
}

static void
draw (Fixture *self)
{
  fixture_drag (self, -3000, 2000, 3000, 2000);
  assert_line (self, LINE (-3000, 2000, 3000, 2000));
}

static void
test_body_moves_normal_to_itself (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");

  draw (self);
  g_assert_cmpint (fixture_drag (self, 100, 2000, 700, 2400), ==, CW_TOOL_COMMIT);
  assert_line (self, LINE (-3000, 2400, 3000, 2400));
}

static void
test_end_turns_the_line (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");

  draw (self);
  g_assert_cmpint (fixture_drag (self, 3000, 2000, 2900, 2700), ==, CW_TOOL_COMMIT);
  assert_line (self, LINE (-3000, 2000, 2900, 2700));
  g_assert_cmpint (fixture_key (self, "slash"), ==, CW_TOOL_COMMIT);
  assert_line (self, LINE (-3000, 2350, 2900, 2350));
}

static void
test_escape_brings_the_line_back (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");

  draw (self);
  fixture_press (self, 3000, 2000);
  fixture_move (self, 2000, 3000);
  assert_line (self, LINE (-3000, 2000, 2000, 3000));
  g_assert_cmpint (fixture_key (self, "Escape"), ==, CW_TOOL_REVERT);
  assert_line (self, LINE (-3000, 2000, 3000, 2000));
  fixture_release (self, 2000, 3000);
  assert_line (self, LINE (-3000, 2000, 3000, 2000));
  fixture_click (self, 0, 0);
  fixture_move (self, 500, 500);
  fixture_key (self, "BackSpace");
  assert_line (self, LINE (-3000, 2000, 3000, 2000));
}

static void
test_click_on_an_end_adds_a_leg (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");

  draw (self);
  fixture_click (self, 3000, 2000);
  g_assert_cmpint (fixture_click (self, 3000, 3000), ==, CW_TOOL_COMMIT);
  assert_line (self, LINE (-3000, 2000, 3000, 2000, 3000, 3000));
  fixture_click (self, -3000, 2000);
  fixture_click (self, -3000, -3000);
  assert_line (self, LINE (3000, 3000, 3000, 2000, -3000, 2000, -3000, -3000));
}

static void
test_nudge_and_other_side (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");

  g_assert_cmpint (fixture_key (self, "Up"), ==, CW_TOOL_PASS);
  draw (self);
  g_assert_cmpint (fixture_key (self, "Up"), ==, CW_TOOL_COMMIT);
  fixture_key (self, "<Shift>Left");
  assert_line (self, LINE (-3010, 2001, 2990, 2001));
  fixture_key (self, "a");
  assert_line (self, LINE (2990, 2001, -3010, 2001));
}

static void
test_numbers (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");

  fixture_move (self, 0, 0);
  fixture_value (self, "x", "-3mm");
  fixture_value (self, "y", "3mm");
  fixture_key (self, "Return");
  fixture_value (self, "length", "5mm");
  fixture_value (self, "angle", "270");
  fixture_key (self, "Return");
  assert_line (self, LINE (-3000, 3000, -3000, -2000));
}

static void
test_lines_have_names_and_are_chosen_by_a_click (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");

  draw (self);
  fixture_drag (self, -3000, -2000, 3000, -2000);
  assert_stored (self, "B", LINE (-3000, -2000, 3000, -2000));
  fixture_click (self, 500, 2000);
  assert_stored (self, "A", LINE (-3000, 2000, 3000, 2000));
  g_assert_cmpuint (cw_tool_get_n_points (self->tool), ==, 0);
  g_assert_cmpint (fixture_drag (self, 500, -2000, 500, -1500), ==, CW_TOOL_COMMIT);
  assert_stored (self, "B", LINE (-3000, -1500, 3000, -1500));
}

static void
test_double_click_adds_a_point_and_delete_removes_it (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");

  draw (self);
  g_assert_cmpint (fixture_double_click (self, 1000, 2000), ==, CW_TOOL_COMMIT);
  assert_stored (self, "A", LINE (-3000, 2000, 1000, 2000, 3000, 2000));
  fixture_drag (self, 1000, 2000, 1000, 1000);
  assert_stored (self, "A", LINE (-3000, 2000, 1000, 1000, 3000, 2000));
  fixture_move (self, 1000, 1000);
  g_assert_cmpint (fixture_key (self, "Delete"), ==, CW_TOOL_COMMIT);
  assert_stored (self, "A", LINE (-3000, 2000, 3000, 2000));
}

static void
test_delete_and_undo_bring_back_the_same_design (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");
  g_autoptr (CwDesign) start = cw_design_ref (fixture_get_design (self));

  draw (self);
  fixture_drag (self, -3000, -2000, 3000, -2000);
  fixture_move (self, 0, 0);
  g_assert_cmpint (fixture_key (self, "Delete"), ==, CW_TOOL_COMMIT);
  assert_stored (self, "A", LINE (-3000, 2000, 3000, 2000));
  cw_document_undo (self->document);
  cw_document_undo (self->document);
  assert_stored (self, "A", LINE (-3000, 2000, 3000, 2000));
  cw_document_undo (self->document);
  g_assert_true (fixture_get_design (self) == start);
  g_assert_cmpuint (cw_tool_host_get_cut_line (self->host), ==, CW_ID_NONE);
}

static void
test_names_go_on_after_z (void)
{
  g_autoptr (Fixture) self = fixture_new ("section-line");
  g_autoptr (CwDesign) design = cw_design_ref (fixture_get_design (self));
  const CwPoint line[] = { { 0, 0 }, { CW_MM, 0 } };
  CwId last = CW_ID_NONE;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (CwDesign) renamed = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 28; i++)
    {
      CwDesign *next = cw_cut_lines_add (design, line, 2, &last, NULL);

      g_assert_nonnull (next);
      cw_design_unref (design);
      design = next;
    }
  g_assert_cmpstr (cw_design_get_cut_line (design, last)->name, ==, "AB");
  lines = cw_cut_lines_list (design);
  g_assert_cmpuint (g_array_index (lines, CwId, 27), ==, last);
  g_assert_null (cw_cut_lines_rename (design, last, "A", &error));
  g_assert_nonnull (error);
  renamed = cw_cut_lines_rename (design, last, "Across U1", NULL);
  g_assert_cmpuint (cw_design_find (renamed, CW_ITEM_CUT_LINE, "Across U1"), ==, last);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/section-tool/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("two-clicks-draw", test_two_clicks_draw);
  ADD ("body-moves-normal-to-itself", test_body_moves_normal_to_itself);
  ADD ("end-turns-the-line", test_end_turns_the_line);
  ADD ("escape-brings-the-line-back", test_escape_brings_the_line_back);
  ADD ("click-on-an-end-adds-a-leg", test_click_on_an_end_adds_a_leg);
  ADD ("nudge-and-other-side", test_nudge_and_other_side);
  ADD ("lines-have-names-and-are-chosen-by-a-click",
       test_lines_have_names_and_are_chosen_by_a_click);
  ADD ("double-click-adds-a-point-and-delete-removes-it",
       test_double_click_adds_a_point_and_delete_removes_it);
  ADD ("delete-and-undo-bring-back-the-same-design",
       test_delete_and_undo_bring_back_the_same_design);
  ADD ("names-go-on-after-z", test_names_go_on_after_z);
  ADD ("numbers", test_numbers);

  return g_test_run ();
}
