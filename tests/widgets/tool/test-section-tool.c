/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

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
  g_assert_cmpuint (cw_document_get_n_revisions (self->document), ==, 1);
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
  fixture_double_click (self, -3000, 2000);
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
  ADD ("numbers", test_numbers);

  return g_test_run ();
}
