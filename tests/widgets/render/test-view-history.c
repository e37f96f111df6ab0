/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-view-history.h"

static void
add (CwViewHistory *history, double x)
{
  CwPlanView view = { x, 0, 1 };

  cw_view_history_add (history, &view);
}

static double
go (CwViewHistory *history, int step)
{
  CwPlanView view = { -1, 0, 1 };

  return cw_view_history_go (history, step, &view) ? view.x : -1;
}

static void
test_views_come_back_in_order (void)
{
  g_autoptr (CwViewHistory) history = cw_view_history_new ();

  g_assert_cmpfloat (go (history, -1), ==, -1);
  g_assert_cmpfloat (go (history, 1), ==, -1);
  add (history, 1);
  add (history, 2);
  add (history, 2);
  add (history, 3);
  g_assert_cmpuint (cw_view_history_get_n (history), ==, 3);
  g_assert_cmpfloat (go (history, -1), ==, 2);
  g_assert_cmpfloat (go (history, -1), ==, 1);
  g_assert_cmpfloat (go (history, -1), ==, -1);
  g_assert_cmpfloat (go (history, 1), ==, 2);
}

static void
test_a_new_view_ends_the_way_forward (void)
{
  g_autoptr (CwViewHistory) history = cw_view_history_new ();

  add (history, 1);
  add (history, 2);
  add (history, 3);
  go (history, -1);
  go (history, -1);
  add (history, 4);
  g_assert_cmpfloat (go (history, 1), ==, -1);
  g_assert_cmpfloat (go (history, -1), ==, 1);
}

static void
test_old_views_are_forgotten (void)
{
  g_autoptr (CwViewHistory) history = cw_view_history_new ();
  double last = 0;

  for (int i = 0; i < 250; i++)
    add (history, i);
  g_assert_cmpuint (cw_view_history_get_n (history), ==, 100);
  for (double x = go (history, -1); x >= 0; x = go (history, -1))
    last = x;
  g_assert_cmpfloat (last, ==, 150);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/view-history/" name, function)
  ADD ("views-come-back-in-order", test_views_come_back_in_order);
  ADD ("a-new-view-ends-the-way-forward", test_a_new_view_ends_the_way_forward);
  ADD ("old-views-are-forgotten", test_old_views_are_forgotten);
#undef ADD

  return g_test_run ();
}
