/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-move.h"

static CwDesign *
move (Fixture *self, CwId id, const CwTransform *transform, gboolean flip)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CwMove) move = cw_move_new (fixture_get_design (self), &id, 1);
  CwDesign *next = cw_move_apply (move, transform, flip, &error);

  g_assert_no_error (error);

  return next;
}

static CwPoint
get_end (CwDesign *design, CwId id, gboolean last)
{
  const CwPath *path = cw_design_get_trace (design, id)->path;

  return path->vertices[last ? path->n_vertices - 1 : 0].at;
}

static void
test_end_follows_a_via (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwTransform by = { .offset = fixture_um (100, -200) };
  g_autoptr (CwDesign) next = move (self, self->via, &by, FALSE);

  fixture_assert_point (get_end (next, self->trace, TRUE), 1600, -1200);
  g_assert_true (cw_point_equal (get_end (next, self->trace, FALSE), self->pads[0]));
}

static void
test_via_and_end_follow_a_die (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwTransform by = { .offset = fixture_um (-50, 70) };
  g_autoptr (CwDesign) next = move (self, self->die, &by, FALSE);
  CwPoint pad = cw_point_add (self->pads[0], by.offset);

  g_assert_true (cw_point_equal (cw_design_get_via (next, self->pad_via)->at, pad));
  g_assert_true (cw_point_equal (get_end (next, self->trace, FALSE), pad));
  fixture_assert_point (get_end (next, self->trace, TRUE), 1500, -1000);
}

static void
test_via_stays_on_the_pad_of_a_flipped_die (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwTransform none = CW_TRANSFORM_IDENTITY;
  g_autoptr (CwDesign) next = move (self, self->die, &none, TRUE);
  CwShape shape;

  cw_design_get_shape (next, self->die, 1, &shape);
  g_assert_cmpint (shape.role, ==, CW_ROLE_DIE_PAD);
  g_assert_true (cw_shape_contains (&shape, cw_design_get_via (next, self->pad_via)->at));
  g_assert_false (cw_point_equal (cw_design_get_via (next, self->pad_via)->at, self->pads[0]));
  g_assert_true (cw_point_equal (get_end (next, self->trace, FALSE),
                                 cw_design_get_via (next, self->pad_via)->at));
  cw_shape_clear (&shape);
}

static void
test_trace_with_both_ends_goes_as_it_is (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwId ids[] = { self->die, self->via };
  CwTransform by = { .offset = fixture_um (1000, 1000) };
  g_autoptr (GError) error = NULL;
  g_autoptr (CwMove) both = cw_move_new (fixture_get_design (self), ids, 2);
  g_autoptr (CwDesign) next = cw_move_apply (both, &by, FALSE, &error);
  g_autoptr (CwPath) expected
      = cw_path_transform (cw_design_get_trace (fixture_get_design (self), self->trace)->path, &by);

  g_assert_no_error (error);
  g_assert_true (cw_path_equal (cw_design_get_trace (next, self->trace)->path, expected));
}

static void
test_moving_back_gives_the_same_design (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwTransform there = { .offset = fixture_um (333, 77) };
  CwTransform back = { .offset = fixture_um (-333, -77) };
  g_autoptr (CwDesign) start = cw_design_ref (fixture_get_design (self));
  g_autoptr (CwDesign) moved = move (self, self->die, &there, FALSE);
  g_autoptr (CwDesign) again = NULL;

  cw_document_commit (self->document, moved, "Move");
  again = move (self, self->die, &back, FALSE);
  g_assert_true (cw_design_equal (start, again));
}

static void
test_leg_of_no_length_goes (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  CwTransform by = CW_TRANSFORM_IDENTITY;
  g_autoptr (CwDesign) next = NULL;

  /* the via lands on the corner of the trace */
  by.offset = CW_POINT (self->pads[0].x - 1500 * CW_UM, 0);
  next = move (self, self->via, &by, FALSE);
  g_assert_cmpuint (cw_design_get_trace (next, self->trace)->path->n_vertices, ==, 2);
}

static void
test_out_of_range_is_an_error (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autoptr (GError) error = NULL;
  g_autoptr (CwMove) far = cw_move_new (fixture_get_design (self), &self->ball_a, 1);
  CwTransform by = { .offset = { CW_COORD_MAX, 0 } };

  g_assert_null (cw_move_apply (far, &by, FALSE, &error));
  g_assert_nonnull (error);
}

static void
test_connections_hold (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (Fixture) self = fixture_new ("select");
  const CwId ids[] = { self->die, self->via, self->pad_via };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 500; i++)
    {
      CwId id = ids[g_rand_int_range (rand, 0, 2)]; /* the via on the pad would leave the pad */
      CwTransform transform
          = cw_transform_about (fixture_um (g_rand_int_range (rand, -900, 900), 0),
                                g_rand_int_range (rand, 0, 4) * CW_ANGLE_90, FALSE);
      g_autoptr (CwDesign) next = move (self, id, &transform, g_rand_boolean (rand));
      CwBox bounds = cw_design_get_item_bounds (next, self->trace);
      CwPoint pad_via = cw_design_get_via (next, self->pad_via)->at;
      CwShape pad;

      g_assert_true (cw_point_equal (get_end (next, self->trace, FALSE), pad_via));
      g_assert_true (cw_point_equal (get_end (next, self->trace, TRUE),
                                     cw_design_get_via (next, self->via)->at));
      cw_design_get_shape (next, self->die, 1, &pad);
      g_assert_true (cw_shape_contains (&pad, pad_via));
      cw_shape_clear (&pad);
      /* where the lands of both ends overlap, either may be what the trace hangs on */
      if (cw_box_contains_box (CW_BOX (-9 * CW_MM, -9 * CW_MM, 9 * CW_MM, 9 * CW_MM), bounds)
          && !cw_box_intersects (cw_design_get_item_bounds (next, self->via),
                                 cw_design_get_item_bounds (next, self->pad_via)))
        cw_document_commit (self->document, next, "Move");
    }
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/move/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("end-follows-a-via", test_end_follows_a_via);
  ADD ("via-and-end-follow-a-die", test_via_and_end_follow_a_die);
  ADD ("via-stays-on-the-pad-of-a-flipped-die", test_via_stays_on_the_pad_of_a_flipped_die);
  ADD ("trace-with-both-ends-goes-as-it-is", test_trace_with_both_ends_goes_as_it_is);
  ADD ("moving-back-gives-the-same-design", test_moving_back_gives_the_same_design);
  ADD ("leg-of-no-length-goes", test_leg_of_no_length_goes);
  ADD ("out-of-range-is-an-error", test_out_of_range_is_an_error);
  ADD ("connections-hold", test_connections_hold);

  return g_test_run ();
}
