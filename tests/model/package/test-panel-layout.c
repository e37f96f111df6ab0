/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/model/package/package-test.h"

#include "model/package/cw-panel.h"

typedef struct
{
  CwBox unit;
  GArray *boxes; /* of CwBox */
  guint max_column;
  guint max_row;
} Layout;

static void
note_unit (guint column, guint row, CwPoint offset, gpointer user_data)
{
  Layout *self = user_data;
  CwBox box = { cw_point_add (self->unit.min, offset), cw_point_add (self->unit.max, offset) };

  g_array_append_val (self->boxes, box);
  self->max_column = MAX (self->max_column, column);
  self->max_row = MAX (self->max_row, row);
}

static Layout
lay_out (const CwPanel *panel, CwBox unit)
{
  Layout self = { unit, g_array_new (FALSE, FALSE, sizeof (CwBox)), 0, 0 };

  cw_panel_foreach (panel, unit, note_unit, &self);
  g_assert_cmpuint (self.boxes->len, ==, cw_panel_count (panel, unit));
  return self;
}

static CwBox
get_box (const Layout *self, guint i)
{
  return g_array_index (self->boxes, CwBox, i);
}

/* 10 × 8 mm, off its origin */
static const CwBox unit = { { 1000000, 2000000 }, { 11000000, 10000000 } };

static void
test_strip (void)
{
  CwPanel panel;
  Layout layout;

  /* 230 = 22 · 10 + 21 · 0.1 + 7.9, 66 = 8 · 8 + 7 · 0.1 + 1.3 */
  cw_panel_init (&panel, CW_PANEL_STRIP);
  layout = lay_out (&panel, unit);
  g_assert_cmpuint (layout.boxes->len, ==, 22 * 8);
  g_assert_cmpuint (layout.max_column, ==, 21);
  g_assert_cmpuint (layout.max_row, ==, 7);
  assert_box (get_box (&layout, 0), -111050000, -32350000, -101050000, -24350000);
  assert_box (get_box (&layout, 175), 101050000, 24350000, 111050000, 32350000);
  g_array_unref (layout.boxes);
}

static void
test_sheet (void)
{
  CwPanel panel;
  Layout layout;

  /* 490 = 48 · 10 + 47 · 0.1 + 5.3, 495 = 61 · 8 + 60 · 0.1 + 1 */
  cw_panel_init (&panel, CW_PANEL_SHEET);
  g_assert_cmpuint (cw_panel_count (&panel, unit), ==, 48 * 61);

  /* to the last nanometre: 2 · 10 + 0.1 */
  panel.width = 40100000;
  panel.height = 28000000;
  layout = lay_out (&panel, unit);
  g_assert_cmpuint (layout.boxes->len, ==, 2);
  assert_box (get_box (&layout, 0), -10050000, -4000000, -50000, 4000000);
  g_array_unref (layout.boxes);
  panel.width--;
  g_assert_cmpuint (cw_panel_count (&panel, unit), ==, 1);
  panel.height--;
  g_assert_cmpuint (cw_panel_count (&panel, unit), ==, 0);
}

static void
test_wafer (void)
{
  const CwBox square = CW_BOX (0, 0, 10 * CW_MM, 10 * CW_MM);
  CwPanel panel = { .kind = CW_PANEL_WAFER, .width = 30 * CW_MM };

  /* a plus of five: corners at 15, 5, beyond the edge; two by two: corners at 10, 10, within it */
  g_assert_cmpuint (cw_panel_count (&panel, square), ==, 4);
  /* √(15² + 5²) = 15.811…: the plus fits */
  panel.width = 31622777;
  g_assert_cmpuint (cw_panel_count (&panel, square), ==, 5);
  panel.width = 31622775;
  g_assert_cmpuint (cw_panel_count (&panel, square), ==, 4);
  /* the margin counts on both sides */
  panel.width = 33622777;
  panel.margin = 1 * CW_MM;
  g_assert_cmpuint (cw_panel_count (&panel, square), ==, 5);
  /* one alone needs its diagonal */
  panel.margin = 0;
  panel.width = 14142137;
  g_assert_cmpuint (cw_panel_count (&panel, square), ==, 1);
  panel.width = 14142135;
  g_assert_cmpuint (cw_panel_count (&panel, square), ==, 0);
}

static void
test_no_array (void)
{
  CwPanel panel;
  Layout layout;

  cw_panel_init (&panel, CW_PANEL_NONE);
  layout = lay_out (&panel, unit);
  g_assert_cmpuint (layout.boxes->len, ==, 1);
  assert_box (get_box (&layout, 0), -5000000, -4000000, 5000000, 4000000);
  g_array_unref (layout.boxes);
}

static void
test_too_small (void)
{
  CwPanel panel;

  cw_panel_init (&panel, CW_PANEL_SHEET);
  g_assert_cmpuint (cw_panel_count (&panel, CW_BOX (0, 0, 99999, 10 * CW_MM)), ==, 0);
  g_assert_cmpuint (cw_panel_count (&panel, CW_BOX_EMPTY), ==, 0);
  panel.margin = 100 * CW_MM;
  panel.width = 100 * CW_MM;
  g_assert_cmpuint (cw_panel_count (&panel, unit), ==, 0);
  panel.kind = CW_PANEL_WAFER;
  g_assert_cmpuint (cw_panel_count (&panel, unit), ==, 0);
}

static void
assert_apart (const Layout *layout, CwCoord street)
{
  for (guint i = 0; i < layout->boxes->len; i++)
    for (guint j = 0; j < i; j++)
      {
        CwBox a = get_box (layout, i);
        CwBox b = get_box (layout, j);

        g_assert_true (a.min.x - b.max.x >= street || b.min.x - a.max.x >= street
                       || a.min.y - b.max.y >= street || b.min.y - a.max.y >= street);
      }
}

static gboolean
is_in_circle (CwBox box, gint64 diameter)
{
  gint64 x = 2 * (gint64) MAX (ABS (box.min.x), ABS (box.max.x));
  gint64 y = 2 * (gint64) MAX (ABS (box.min.y), ABS (box.max.y));

  return x * x + y * y <= diameter * diameter;
}

static void
test_nothing_overlaps (void)
{
  for (guint run = 0; run < 200; run++)
    {
      CwCoord width = g_test_rand_int_range (CW_PANEL_UNIT_MIN, 20 * CW_MM);
      CwCoord height = g_test_rand_int_range (5 * CW_MM, 20 * CW_MM);
      CwCoord x = g_test_rand_int_range (-CW_MM, CW_MM);
      CwCoord y = g_test_rand_int_range (-CW_MM, CW_MM);
      CwPanel panel = { .kind = run % 2 == 0 ? CW_PANEL_WAFER : CW_PANEL_SHEET,
                        .width = g_test_rand_int_range (1 * CW_MM, 90 * CW_MM),
                        .height = g_test_rand_int_range (1 * CW_MM, 90 * CW_MM),
                        .margin = g_test_rand_int_range (0, 4 * CW_MM),
                        .street = g_test_rand_int_range (0, CW_MM) };
      Layout layout;
      CwBox inside = cw_box_grow (cw_panel_get_box (&panel), -panel.margin);

      width = MAX (width, 3 * CW_MM);
      layout = lay_out (&panel, CW_BOX (x, y, x + width, y + height));
      assert_apart (&layout, panel.street);
      for (guint i = 0; i < layout.boxes->len; i++)
        if (panel.kind == CW_PANEL_WAFER)
          g_assert_true (is_in_circle (get_box (&layout, i), panel.width - 2 * panel.margin));
        else
          g_assert_true (cw_box_contains_box (inside, get_box (&layout, i)));

      /* one more column or row would not fit */
      if (panel.kind == CW_PANEL_SHEET && layout.boxes->len > 0)
        {
          gint64 n_columns = layout.max_column + 1;
          gint64 n_rows = layout.max_row + 1;

          g_assert_cmpint (n_columns * n_rows, ==, layout.boxes->len);
          g_assert_cmpint ((n_columns + 1) * width + n_columns * panel.street, >,
                           panel.width - 2 * panel.margin);
          g_assert_cmpint ((n_rows + 1) * height + n_rows * panel.street, >,
                           panel.height - 2 * panel.margin);
        }
      /* a row or column of units through the middle is never missed */
      if (panel.kind == CW_PANEL_WAFER && layout.boxes->len == 0)
        g_assert_false (is_in_circle (
            CW_BOX (-(width / 2) - 1, -(height / 2) - 1, width / 2 + 1, height / 2 + 1),
            panel.width - 2 * panel.margin));
      g_array_unref (layout.boxes);
    }
}

static void
note_mark (CwBox box, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, box);
}

static void
test_marks (void)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (CwBox));
  CwPanel panel;

  cw_panel_init (&panel, CW_PANEL_STRIP);
  g_assert_cmpuint (cw_panel_foreach_mark (&panel, note_mark, marks), ==, 4);
  assert_box (g_array_index (marks, CwBox, 0), -118000000, -36000000, -117000000, -35000000);
  assert_box (g_array_index (marks, CwBox, 3), 117000000, 35000000, 118000000, 36000000);

  cw_panel_init (&panel, CW_PANEL_WAFER);
  g_array_set_size (marks, 0);
  g_assert_cmpuint (cw_panel_foreach_mark (&panel, note_mark, marks), ==, 2);
  assert_box (g_array_index (marks, CwBox, 1), 148000000, -500000, 149000000, 500000);

  panel.mark = panel.margin; /* its corners reach over the edge */
  g_assert_cmpuint (cw_panel_foreach_mark (&panel, NULL, NULL), ==, 0);
  panel.mark = 0;
  g_assert_cmpuint (cw_panel_foreach_mark (&panel, NULL, NULL), ==, 0);
  cw_panel_init (&panel, CW_PANEL_SHEET);
  panel.mark = panel.margin + 1;
  g_assert_cmpuint (cw_panel_foreach_mark (&panel, NULL, NULL), ==, 0);
}

static void
test_seal (void)
{
  CwPanel panel;
  CwBox outer;
  CwBox inner;

  cw_panel_init (&panel, CW_PANEL_STRIP);
  g_assert_false (cw_panel_get_seal (&panel, unit, &outer, &inner));
  panel.seal = 20 * CW_UM;
  g_assert_true (cw_panel_get_seal (&panel, unit, &outer, &inner));
  g_assert_true (cw_box_equal (outer, unit));
  assert_box (inner, 1020000, 2020000, 10980000, 9980000);
  panel.seal = 4 * CW_MM;
  g_assert_false (cw_panel_get_seal (&panel, unit, &outer, &inner));
}

static void
test_beginnings_are_valid (void)
{
  for (guint kind = 0; kind < CW_N_PANEL_KINDS; kind++)
    {
      g_autoptr (GError) error = NULL;
      CwPanel panel;

      cw_panel_init (&panel, kind);
      g_assert_cmpint (panel.kind, ==, kind);
      g_assert_true (cw_panel_validate (&panel, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (cw_panel_count (&panel, unit), >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/package/panel-layout/strip-is-filled-from-its-middle", test_strip);
  g_test_add_func ("/model/package/panel-layout/sheet-takes-what-fits-to-the-nanometre",
                   test_sheet);
  g_test_add_func ("/model/package/panel-layout/wafer-keeps-all-four-corners", test_wafer);
  g_test_add_func ("/model/package/panel-layout/no-array-is-one-unit", test_no_array);
  g_test_add_func ("/model/package/panel-layout/nothing-fits-is-none", test_too_small);
  g_test_add_func ("/model/package/panel-layout/units-lie-apart-and-inside", test_nothing_overlaps);
  g_test_add_func ("/model/package/panel-layout/marks-lie-in-the-margin", test_marks);
  g_test_add_func ("/model/package/panel-layout/seal-runs-inside-the-edge", test_seal);
  g_test_add_func ("/model/package/panel-layout/beginnings-are-valid", test_beginnings_are_valid);

  return g_test_run ();
}
