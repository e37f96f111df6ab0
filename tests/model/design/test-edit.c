/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/copper/cw-copper.h"
#include "tests/model/design/fixture.h"

typedef struct
{
  CwDesign *base;
  CwEdit *edit;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->base = fixture_new_design (2);
  fixture->edit = cw_edit_new (fixture->base);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->edit, cw_edit_free);
  cw_design_unref (fixture->base);
  g_clear_error (&fixture->error);
}

static void
test_dropped_edit_leaves_no_trace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwDesign) fresh = fixture_new_design (2);
  CwId net = fixture_add_net (fixture->edit, "clock");

  fixture_add_trace (fixture->edit, net, 0, CW_POINT (0, 0), CW_POINT (CW_MM, 0), 10 * CW_UM);
  g_clear_pointer (&fixture->edit, cw_edit_free);

  g_assert_cmpuint (cw_design_get_n_items (fixture->base, CW_ITEM_NET), ==, 0);
  g_assert_cmpuint (cw_design_get_n_items (fixture->base, CW_ITEM_TRACE), ==, 0);
  g_assert_true (cw_design_equal (fixture->base, fresh));
}

static void
test_finish_makes_the_next_design (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (CwDiff) diff = NULL;
  CwId net = fixture_add_net (fixture->edit, "clock");
  CwId via = fixture_add_via (fixture->edit, net, 0, CW_POINT (1000, 2000));

  next = cw_edit_finish (fixture->edit, NULL);
  diff = cw_diff_new (fixture->base, next);

  g_assert_false (cw_design_equal (fixture->base, next));
  g_assert_cmpuint (diff->n_items, ==, 2);
  g_assert_cmpuint (diff->items[0], ==, net);
  g_assert_cmpuint (diff->items[1], ==, via);
  g_assert_true (cw_box_equal (diff->area, CW_BOX (-26500, -25500, 28500, 29500)));
  g_assert_cmpint (cw_design_get_via (next, via)->at.x, ==, 1000);
  g_assert_cmpstr (cw_design_get_net_name (next, net), ==, "clock");
  g_assert_cmpuint (cw_design_find (next, CW_ITEM_NET, "clock"), ==, net);
  g_assert_cmpuint (cw_design_get_serial (next), >, cw_design_get_serial (fixture->base));
}

static void
test_names_are_unique (Fixture *fixture, gconstpointer data)
{
  CwId first = fixture_add_net (fixture->edit, "clock");
  CwId second = fixture_add_net (fixture->edit, "reset");
  CwNet net = { .name = g_ref_string_new ("clock") };

  g_assert_cmpuint (cw_edit_add_net (fixture->edit, &net, &fixture->error), ==, CW_ID_NONE);
  g_assert_error (fixture->error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE);
  g_assert_cmpstr (fixture->error->message, ==, "there is a net \"clock\" already");
  g_clear_error (&fixture->error);
  g_assert_false (cw_edit_set_net (fixture->edit, second, &net, &fixture->error));
  g_assert_error (fixture->error, CW_MODEL_ERROR, CW_MODEL_ERROR_DUPLICATE);

  g_assert_true (cw_edit_remove (fixture->edit, first, NULL));
  g_assert_true (cw_edit_set_net (fixture->edit, second, &net, NULL));
  g_assert_cmpuint (cw_edit_find_net (fixture->edit, "clock"), ==, second);
  g_assert_cmpuint (cw_edit_find_net (fixture->edit, "reset"), ==, CW_ID_NONE);
  g_ref_string_release (net.name);
}

static void
assert_is_needed (Fixture *fixture, CwId id, const char *message)
{
  g_assert_false (cw_edit_remove (fixture->edit, id, &fixture->error));
  g_assert_error (fixture->error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE);
  g_assert_cmpstr (fixture->error->message, ==, message);
  g_clear_error (&fixture->error);
}

static void
test_what_is_used_stays (Fixture *fixture, gconstpointer data)
{
  CwId net = fixture_add_net (fixture->edit, "clock");
  CwId pad_net = fixture_add_net (fixture->edit, "pads");
  CwId via = fixture_add_via (fixture->edit, net, 0, CW_POINT (0, 0));
  CwId type = fixture_add_die_type (fixture->edit, "chip", 3, 3);
  CwId die = fixture_add_die (fixture->edit, "U1", type, CW_POINT (0, 0), pad_net);

  assert_is_needed (fixture, net, "net \"clock\" is still used by via 1");
  assert_is_needed (fixture, pad_net, "net \"pads\" is still used by die 1");
  assert_is_needed (fixture, type, "die-type \"chip\" is still used by die 1");

  g_assert_true (cw_edit_remove (fixture->edit, via, NULL));
  g_assert_true (cw_edit_remove (fixture->edit, net, NULL));
  g_assert_true (cw_edit_remove (fixture->edit, die, NULL));
  g_assert_true (cw_edit_remove (fixture->edit, type, NULL));
  assert_is_needed (fixture, type, "there is no die-type 1");
}

static void
test_references_must_exist (Fixture *fixture, gconstpointer data)
{
  CwPoint points[] = { { 0, 0 }, { 1000, 0 } };
  g_autoptr (CwPath) path = cw_path_new_points (points, 2);
  CwTrace trace = { .path = path, .width = 1000, .net = cw_id_new (CW_ITEM_NET, 3) };

  trace.level = fixture_get_wiring_level (fixture->edit, 0);
  g_assert_cmpuint (cw_edit_add_trace (fixture->edit, &trace, &fixture->error), ==, CW_ID_NONE);
  g_assert_error (fixture->error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE);
  g_assert_cmpstr (fixture->error->message, ==, "there is no net 3");
}

static void
test_numbers_are_not_used_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwDesign) next = NULL;
  g_autoptr (CwEdit) edit = NULL;
  CwId first = fixture_add_via (fixture->edit, CW_ID_NONE, 0, CW_POINT (0, 0));

  g_assert_true (cw_edit_remove (fixture->edit, first, NULL));
  next = cw_edit_finish (fixture->edit, NULL);
  edit = cw_edit_new (next);
  g_assert_cmpuint (fixture_add_via (edit, CW_ID_NONE, 0, CW_POINT (0, 0)), >, first);
}

static gboolean
count_shape (const CwShape *shape, gpointer user_data)
{
  guint *n = user_data;

  (*n)++;
  return TRUE;
}

static guint
count_pads_in (const CwDesign *design, CwBox box)
{
  guint level = cw_technology_find_level_kind (cw_design_get_technology (design), CW_LEVEL_PAD);
  guint n = 0;

  cw_copper_foreach_shape (design, level, box, count_shape, &n);
  return n;
}

static void
test_pads_move_with_their_die (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwDesign) placed = NULL;
  g_autoptr (CwDesign) moved = NULL;
  CwTransform transform = { { CW_MM, 0 }, CW_ANGLE_90, FALSE };
  CwBox first = CW_BOX (50000, 50000, 69000, 69000);
  CwBox turned = CW_BOX (899000, 99000, 901000, 101000);
  CwId type = fixture_add_die_type (fixture->edit, "chip", 4, 2);
  CwId die = fixture_add_die (fixture->edit, "U1", type, CW_POINT (0, 0), CW_ID_NONE);

  placed = cw_edit_finish (fixture->edit, NULL);
  g_assert_cmpuint (count_pads_in (placed, CW_BOX_ALL), ==, 8);
  g_assert_cmpuint (count_pads_in (placed, CW_BOX (90000, 90000, 110000, 110000)), ==, 1);
  g_assert_cmpuint (count_pads_in (placed, first), ==, 0);

  g_assert_true (cw_edit_transform (fixture->edit, die, &transform, NULL));
  moved = cw_edit_finish (fixture->edit, NULL);
  g_assert_cmpuint (count_pads_in (moved, CW_BOX_ALL), ==, 8);
  /* pad 1 at (100, 100) µm turns to (-100, 100) and shifts to (900, 100) */
  g_assert_cmpuint (count_pads_in (moved, turned), ==, 1);
  g_assert_cmpuint (count_pads_in (placed, turned), ==, 0);
}

static void
test_pads_of_the_same_name_keep_their_nets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwDesign) before = NULL;
  g_autoptr (CwDesign) after = NULL;
  g_autoptr (CwDiff) diff = NULL;
  g_autoptr (CwPads) pads = NULL;
  CwId net = fixture_add_net (fixture->edit, "clock");
  CwId type = fixture_add_die_type (fixture->edit, "chip", 3, 1);
  CwId die = fixture_add_die (fixture->edit, "U1", type, CW_POINT (0, 0), net);
  CwPad fewer[2];
  CwDieType changed;

  before = cw_edit_finish (fixture->edit, NULL);
  changed = *cw_design_get_die_type (before, type);
  fewer[0] = changed.pads->pads[2];
  fewer[1] = changed.pads->pads[0];
  fewer[1].name = g_ref_string_new ("new");
  pads = cw_pads_new (fewer, 2);
  changed.pads = pads;
  g_assert_true (cw_edit_set_die_type (fixture->edit, type, &changed, NULL));
  after = cw_edit_finish (fixture->edit, &diff);

  g_assert_cmpuint (cw_design_get_die (after, die)->nets->n_nets, ==, 2);
  g_assert_cmpuint (cw_design_get_die (after, die)->nets->nets[0], ==, net);
  g_assert_cmpuint (cw_design_get_die (after, die)->nets->nets[1], ==, CW_ID_NONE);
  g_assert_cmpuint (diff->n_items, ==, 2);
  g_assert_cmpuint (count_pads_in (after, CW_BOX_ALL), ==, 2);
  g_assert_cmpuint (count_pads_in (before, CW_BOX_ALL), ==, 3);
  g_ref_string_release (fewer[1].name);
}

static void
test_a_die_without_pads_needs_no_nets (Fixture *fixture, gconstpointer data)
{
  CwId type = fixture_add_die_type (fixture->edit, "blank", 0, 0);
  CwDie die = { .name = g_ref_string_new ("U1"), .type = type };
  CwId id = cw_edit_add_die (fixture->edit, &die, &fixture->error);

  g_assert_no_error (fixture->error);
  g_assert_cmpuint (((const CwDie *) cw_edit_get_item (fixture->edit, id))->nets->n_nets, ==, 0);

  die.type = fixture_add_die_type (fixture->edit, "chip", 3, 1);
  g_assert_false (cw_edit_set_die (fixture->edit, id, &die, &fixture->error));
  g_assert_error (fixture->error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE);
  g_ref_string_release (die.name);
}

static void
test_technology_must_fit_the_items (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CwTechnology) smaller = cw_technology_new_default (1);
  g_autoptr (CwTechnology) larger = cw_technology_new_default (3);
  g_autoptr (CwDesign) next = NULL;

  fixture_add_via (fixture->edit, CW_ID_NONE, 0, CW_POINT (0, 0));
  g_assert_false (cw_edit_set_technology (fixture->edit, smaller, &fixture->error));
  g_assert_nonnull (fixture->error);
  g_assert_true (cw_edit_set_technology (fixture->edit, larger, NULL));
  next = cw_edit_finish (fixture->edit, NULL);
  g_assert_true (cw_technology_equal (cw_design_get_technology (next), larger));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/model/design/edit/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("dropped-edit-leaves-no-trace", test_dropped_edit_leaves_no_trace);
  ADD ("finish-makes-the-next-design", test_finish_makes_the_next_design);
  ADD ("names-are-unique", test_names_are_unique);
  ADD ("what-is-used-stays", test_what_is_used_stays);
  ADD ("references-must-exist", test_references_must_exist);
  ADD ("numbers-are-not-used-again", test_numbers_are_not_used_again);
  ADD ("pads-move-with-their-die", test_pads_move_with_their_die);
  ADD ("pads-of-the-same-name-keep-their-nets", test_pads_of_the_same_name_keep_their_nets);
  ADD ("a-die-without-pads-needs-no-nets", test_a_die_without_pads_needs_no_nets);
  ADD ("technology-must-fit-the-items", test_technology_must_fit_the_items);

  return g_test_run ();
}
