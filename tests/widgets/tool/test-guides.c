/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-guides.h"

/* balls in a row at 0, 500 and 2000; one to move */
static CwDesign *
make_row (CwId *moved)
{
  CwEdit *edit = package_begin ();
  CwId net = package_add_net (edit, "A");

  package_add_ball (edit, net, "B1", fixture_um (0, 3000), 250 * CW_UM);
  package_add_ball (edit, net, "B2", fixture_um (500, 3000), 250 * CW_UM);
  package_add_ball (edit, net, "B3", fixture_um (2000, 3000), 250 * CW_UM);
  *moved = package_add_ball (edit, net, "B4", fixture_um (0, -3000), 250 * CW_UM);

  return package_end (edit);
}

static void
find (CwDesign *design, CwId moved, double x, double y, const CwGuides *previous, CwGuides *guides)
{
  g_autoptr (GHashTable) exclude = g_hash_table_new (NULL, NULL);
  CwBox own = cw_design_get_item_bounds (design, moved);
  CwPoint by = cw_point_sub (fixture_um (x, y), cw_design_get_bonding_pad (design, moved)->at);
  CwGuideQuery query = { .hit = { design, G_MAXUINT64, PACKAGE_RDL2, CW_FILTER_ALL },
                         .box = { cw_point_add (own.min, by), cw_point_add (own.max, by) },
                         .kinds = 1u << CW_ITEM_BONDING_PAD,
                         .pixel = 2 * CW_UM,
                         .exclude = exclude,
                         .previous = previous };

  g_hash_table_add (exclude, GUINT_TO_POINTER (moved));
  cw_guides_find (&query, guides);
}

static void
test_centres_line_up (void)
{
  CwId moved;
  g_autoptr (CwDesign) design = make_row (&moved);
  CwGuides guides;

  find (design, moved, 1300, 3007, NULL, &guides);
  g_assert_cmpint (guides.axes[1].by, ==, -7 * CW_UM);
  find (design, moved, 505, 3400, NULL, &guides);
  g_assert_cmpint (guides.axes[0].by, ==, -5 * CW_UM);
  /* 6 px are 12 µm */
  find (design, moved, 1300, 3013, NULL, &guides);
  g_assert_cmpint (guides.axes[1].kind, ==, CW_GUIDE_NONE);
}

static void
test_gaps_are_equal (void)
{
  CwId moved;
  g_autoptr (CwDesign) design = make_row (&moved);
  CwGuides guides;

  /* after the two that lie 500 apart */
  find (design, moved, 1004, 3000, NULL, &guides);
  g_assert_cmpint (guides.axes[0].kind, ==, CW_GUIDE_AFTER);
  g_assert_cmpint (guides.axes[0].by, ==, -4 * CW_UM);
  /* half-way between 500 and 2000 */
  find (design, moved, 1246, 3000, NULL, &guides);
  g_assert_cmpint (guides.axes[0].kind, ==, CW_GUIDE_BETWEEN);
  g_assert_cmpint (guides.axes[0].by, ==, 4 * CW_UM);
}

static void
test_nearest_sides (void)
{
  CwId moved;
  g_autoptr (CwDesign) design = make_row (&moved);
  CwGuides guides;

  find (design, moved, 1300, 3000, NULL, &guides);
  g_assert_true (guides.has_side[0] && guides.has_side[1]);
  g_assert_false (guides.has_side[2] || guides.has_side[3]);
  g_assert_cmpint (cw_box_get_centre (guides.sides[0]).x, ==, 500 * CW_UM);
  g_assert_cmpint (cw_box_get_centre (guides.sides[1]).x, ==, 2000 * CW_UM);
}

/* a hand that trembles by less than the hysteresis sees a guide come once and stay */
static void
test_guides_do_not_flicker (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  CwId moved;
  g_autoptr (CwDesign) design = make_row (&moved);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 40; i++)
    {
      double x = g_rand_double_range (rand, 300, 2200);
      double y = g_rand_double_range (rand, 2900, 3100);
      CwGuides guides = { .has_side = { FALSE } };
      guint changes[2] = { 0, 0 };

      for (guint j = 0; j < 40; j++)
        {
          CwGuides next;

          find (design, moved, x + g_rand_double_range (rand, -1.9, 1.9),
                y + g_rand_double_range (rand, -1.9, 1.9), &guides, &next);
          for (guint axis = 0; axis < 2; axis++)
            changes[axis] += next.axes[axis].kind != guides.axes[axis].kind
                             || next.axes[axis].at != guides.axes[axis].at;
          guides = next;
        }
      /* from none to one, and at most to a nearer one */
      g_assert_cmpuint (changes[0], <=, 2);
      g_assert_cmpuint (changes[1], <=, 2);
    }
}

static void
test_moving_snaps_to_them (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  /* A1 at (2000, -400) below A2 at (2000, 400): it comes to lie in line */
  fixture_press (self, 2000, -400);
  fixture_move (self, 1800, -600);
  fixture_move (self, 1996, -300.4);
  g_assert_cmpint (cw_tool_get_snap (self->tool)->kind, ==, CW_SNAP_GUIDE);
  fixture_release (self, 1996, -300.4);
  fixture_assert_point (cw_design_get_bonding_pad (fixture_get_design (self), self->ball_a)->at,
                        2000, -300);
}

static void
test_switched_off_there_are_none (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");

  fixture_send (self, CW_TOOL_COMMAND, "smart-guides", NULL);
  fixture_press (self, 2000, -400);
  fixture_move (self, 1800, -600);
  fixture_move (self, 1996, -300.4);
  fixture_release (self, 1996, -300.4);
  fixture_assert_point (cw_design_get_bonding_pad (fixture_get_design (self), self->ball_a)->at,
                        1996, -300);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/guides/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("centres-line-up", test_centres_line_up);
  ADD ("gaps-are-equal", test_gaps_are_equal);
  ADD ("nearest-things-are-on-four-sides", test_nearest_sides);
  ADD ("guides-do-not-flicker", test_guides_do_not_flicker);
  ADD ("moving-snaps-to-them", test_moving_snaps_to_them);
  ADD ("switched-off-there-are-none", test_switched_off_there_are_none);

  return g_test_run ();
}
