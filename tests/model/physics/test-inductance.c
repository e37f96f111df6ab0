/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-inductance.h"

#include "tests/model/physics/oracle.h"

#define MIL (25.4e-6)

static void
test_spirals_are_the_published_ones (void)
{
  const CwSpiral fix = { CW_SPIRAL_SQUARE, 3.5, 6e-6, 4e-6, 60e-6 };
  const CwSpiral saturn = { CW_SPIRAL_SQUARE, 5, 10 * MIL, 10 * MIL, 170 * MIL };
  const CwSpiral ihp = { CW_SPIRAL_OCTAGON, 2, 12e-6, 3e-6, 200e-6 };

  assert_oracle ("ind_fix", cw_inductance_current_sheet (&fix), 1.6731e-9, 1e-4);
  assert_oracle ("ind_fix, note", cw_inductance_wheeler (&fix), 1.6924e-9, 1e-4);

  g_assert_cmpfloat_with_epsilon (cw_spiral_get_outer (&saturn), 350 * MIL, 1e-9);
  assert_oracle ("ind_sat", cw_inductance_wheeler (&saturn), 248.5936e-9, 1e-3);
  assert_oracle ("ind_sat, note", cw_inductance_current_sheet (&saturn), 245.87e-9, 1e-4);

  /* measured: the leads, which the formula does not know, make the row 10 % higher */
  assert_oracle ("ind_ihp", cw_inductance_current_sheet (&ihp), 2.0e-9, 0.15);
}

/* Values computed by another program from the same papers; the notes of the rows are tested too. */
static const struct
{
  const char *id;
  CwSpiral spiral;
  double thickness;
  double greenhouse;
  double sheet;
  double wheeler;
} greenhouses[] = {
  { "gh_3_6", { CW_SPIRAL_SQUARE, 3, 6e-6, 4e-6, 60e-6 }, 3e-6, 1.1367, 1.2291, 1.2428 },
  { "gh_5_10", { CW_SPIRAL_SQUARE, 5, 10e-6, 10e-6, 100e-6 }, 5e-6, 5.7477, 6.0236, 6.0659 },
  { "gh_4_10", { CW_SPIRAL_SQUARE, 4, 10e-6, 10e-6, 200e-6 }, 5e-6, 7.0145, 7.3525, 7.4159 },
  { "gh_2_15", { CW_SPIRAL_SQUARE, 2, 15e-6, 10e-6, 200e-6 }, 5e-6, 1.8241, 1.9557, 1.9357 },
  { "gh_5_20", { CW_SPIRAL_SQUARE, 5, 20e-6, 10e-6, 300e-6 }, 8e-6, 16.3507, 17.0559, 17.2511 },
};

static void
test_square_spirals_by_sides (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (greenhouses); i++)
    {
      const CwSpiral *spiral = &greenhouses[i].spiral;
      CwEstimate sum = cw_inductance_greenhouse (spiral, greenhouses[i].thickness);

      assert_oracle (greenhouses[i].id, sum, greenhouses[i].greenhouse * 1e-9, 0.01);
      g_assert_true (sum.in_range);
      assert_oracle (greenhouses[i].id, cw_inductance_current_sheet (spiral),
                     greenhouses[i].sheet * 1e-9, 0.001);
      assert_oracle (greenhouses[i].id, cw_inductance_wheeler (spiral),
                     greenhouses[i].wheeler * 1e-9, 0.001);
      g_assert_cmpstr (cw_inductance_spiral (spiral, greenhouses[i].thickness).formula, ==,
                       sum.formula);
    }
}

/* three fits of one paper, which says 2 to 3 % typically */
static void
test_fits_agree_with_each_other (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (greenhouses); i++)
    {
      double sheet = cw_inductance_current_sheet (&greenhouses[i].spiral).value;

      assert_oracle ("wheeler", cw_inductance_wheeler (&greenhouses[i].spiral), sheet, 0.04);
      assert_oracle ("monomial", cw_inductance_monomial (&greenhouses[i].spiral), sheet, 0.05);
    }
}

/* No rows for these forms: fits of one paper agree, and rounder spirals have a little less. */
static void
test_other_forms_are_close (void)
{
  CwSpiral spiral = { CW_SPIRAL_SQUARE, 4, 10e-6, 10e-6, 150e-6 };
  double last = cw_inductance_current_sheet (&spiral).value;

  for (spiral.form = CW_SPIRAL_HEXAGON; spiral.form <= CW_SPIRAL_ROUND; spiral.form++)
    {
      double sheet = cw_inductance_current_sheet (&spiral).value;

      g_assert_cmpfloat (sheet, <, last);
      g_assert_cmpfloat (sheet, >, last * 0.8);
      if (spiral.form != CW_SPIRAL_ROUND)
        assert_oracle ("form", cw_inductance_wheeler (&spiral), sheet, 0.03);
      last = sheet;
    }
}

static void
test_bars_are_the_published_ones (void)
{
  /* the short formula of Grover: 0.05 % from the exact one of Hoer and Love */
  CwEstimate self = cw_inductance_bar (1000e-6, 10e-6, 1e-6);
  CwEstimate mutual = cw_inductance_bars_mutual (1000e-6, 10e-6, 12e-6);

  assert_oracle ("bar_L", self, 1.14086e-9, 1e-3);
  assert_oracle ("bar_M", mutual, 0.839194e-9, 1e-4);
  g_assert_cmpfloat_with_epsilon (mutual.value / self.value, 0.735581, 1e-3);
}

/* Two bars in a row and side by side: the series and the closed form of the mean distance meet. */
static void
test_mutual_inductance_falls_steadily (void)
{
  double last = cw_inductance_bars_mutual (1e-3, 10e-6, 10e-6).value;

  for (double distance = 10.1e-6; distance < 1e-2; distance *= 1.01)
    {
      double next = cw_inductance_bars_mutual (1e-3, 10e-6, distance).value;

      g_assert_cmpfloat (next, <, last);
      g_assert_cmpfloat (next, >, last * 0.95);
      last = next;
    }
}

/* One turn: four sides, of which only opposite ones couple, by hand. */
static void
test_one_turn_by_hand (void)
{
  const CwSpiral turn = { CW_SPIRAL_SQUARE, 1, 10e-6, 10e-6, 490e-6 };
  double a = 500e-6; /* middle lines: three sides of a, the last a pitch shorter */
  double b = 480e-6;
  double sum = 3 * cw_inductance_bar (a, 10e-6, 5e-6).value
               + cw_inductance_bar (b, 10e-6, 5e-6).value
               - 2 * cw_inductance_bars_mutual (a, 10e-6, a).value;
  CwEstimate got = cw_inductance_greenhouse (&turn, 5e-6);

  /* the shorter side against its longer opposite: ½ (M(a) + M(b) − M(a − b)) */
  sum -= cw_inductance_bars_mutual (a, 10e-6, a).value
         + cw_inductance_bars_mutual (b, 10e-6, a).value
         - cw_inductance_bars_mutual (a - b, 10e-6, a).value;
  assert_oracle ("one turn", got, sum, 1e-9);
}

static void
test_spirals_outside_the_range_say_so (void)
{
  CwSpiral spiral = { CW_SPIRAL_ROUND, 3, 10e-6, 10e-6, 100e-6 };

  assert_undefined (cw_inductance_wheeler (&spiral)); /* the source has none for round ones */
  assert_undefined (cw_inductance_monomial (&spiral));
  assert_undefined (cw_inductance_greenhouse (&spiral, 5e-6));
  g_assert_true (cw_inductance_spiral (&spiral, 5e-6).in_range);

  spiral.space = 31e-6;
  assert_outside (cw_inductance_current_sheet (&spiral));
  spiral.form = CW_SPIRAL_SQUARE;
  spiral.space = 10e-6;
  spiral.turns = 2.1;
  assert_outside (cw_inductance_greenhouse (&spiral, 5e-6));
  g_assert_cmpstr (cw_inductance_spiral (&spiral, 5e-6).formula, ==, "Current sheet, Mohan 1999");
  spiral.turns = 0;
  assert_undefined (cw_inductance_spiral (&spiral, 5e-6));
  spiral.turns = NAN;
  assert_undefined (cw_inductance_spiral (&spiral, 5e-6));
  spiral.turns = 1e300;
  g_assert_false (cw_inductance_spiral (&spiral, 5e-6).in_range);
  assert_outside (cw_inductance_bar (1e-6, 10e-6, 1e-6));
  assert_undefined (cw_inductance_bar (0, 10e-6, 1e-6));
  assert_undefined (cw_inductance_bars_mutual (1e-3, 10e-6, 9e-6));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/inductance/spirals-are-the-published-ones",
                   test_spirals_are_the_published_ones);
  g_test_add_func ("/model/physics/inductance/square-spirals-by-sides",
                   test_square_spirals_by_sides);
  g_test_add_func ("/model/physics/inductance/fits-agree-with-each-other",
                   test_fits_agree_with_each_other);
  g_test_add_func ("/model/physics/inductance/other-forms-are-close", test_other_forms_are_close);
  g_test_add_func ("/model/physics/inductance/bars-are-the-published-ones",
                   test_bars_are_the_published_ones);
  g_test_add_func ("/model/physics/inductance/mutual-inductance-falls-steadily",
                   test_mutual_inductance_falls_steadily);
  g_test_add_func ("/model/physics/inductance/one-turn-by-hand", test_one_turn_by_hand);
  g_test_add_func ("/model/physics/inductance/spirals-outside-the-range-say-so",
                   test_spirals_outside_the_range_say_so);

  return g_test_run ();
}
