/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/copper/cw-copper.h"

#include "tests/model/process/package.h"

typedef struct
{
  guint n_boxes;
  guint n_others;
  CwBox bounds;
} Count;

static gboolean
count_shape (const CwShape *shape, gpointer user_data)
{
  Count *count = user_data;

  if (shape->kind == CW_SHAPE_BOX)
    count->n_boxes++;
  else
    count->n_others++;
  count->bounds = cw_box_union (count->bounds, cw_shape_get_bounds (shape));

  return TRUE;
}

static Count
count_coarse (const CwDesign *design, guint level, CwBox box, CwCoord least)
{
  Count count = { 0, 0, CW_BOX_EMPTY };

  g_assert_true (cw_copper_foreach_coarse_shape (design, level, box, least, count_shape, &count));

  return count;
}

/* lands of 56 µm and traces longer than that */
static void
test_coarse_shapes_of_small_items_are_their_boxes (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  Count exact = { 0, 0, CW_BOX_EMPTY };
  Count none;
  Count lands;
  Count all;

  cw_copper_foreach_shape (design, PACKAGE_RDL1, CW_BOX_ALL, count_shape, &exact);
  none = count_coarse (design, PACKAGE_RDL1, CW_BOX_ALL, 0);
  lands = count_coarse (design, PACKAGE_RDL1, CW_BOX_ALL, 56 * CW_UM);
  all = count_coarse (design, PACKAGE_RDL1, CW_BOX_ALL, CW_COORD_MAX);

  g_assert_cmpuint (exact.n_boxes, ==, 0);
  g_assert_cmpuint (exact.n_others, ==, 32 + 64);
  g_assert_cmpuint (none.n_boxes, ==, 0);
  g_assert_cmpuint (none.n_others, ==, exact.n_others);
  g_assert_cmpuint (lands.n_boxes, ==, 64);
  g_assert_cmpuint (lands.n_others, ==, 32);
  g_assert_cmpuint (all.n_boxes, ==, exact.n_others);
  g_assert_true (cw_box_equal (all.bounds, exact.bounds));
  g_assert_true (cw_box_equal (lands.bounds, exact.bounds));
}

static void
test_coarse_shapes_are_looked_for_in_the_box (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  CwBox box = CW_BOX (-5 * CW_MM, -5 * CW_MM, 0, 5 * CW_MM);

  g_assert_cmpuint (count_coarse (design, PACKAGE_BALL, box, 0).n_others, ==, 16);
  g_assert_cmpuint (count_coarse (design, PACKAGE_BALL, box, 1 * CW_MM).n_boxes, ==, 16);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/copper/copper/coarse-shapes-of-small-items-are-their-boxes",
                   test_coarse_shapes_of_small_items_are_their_boxes);
  g_test_add_func ("/model/copper/copper/coarse-shapes-are-looked-for-in-the-box",
                   test_coarse_shapes_are_looked_for_in_the_box);

  return g_test_run ();
}
