/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-walk.h"

#define WIDTH (10 * CW_UM)

typedef struct
{
  CwEdit *edit;
  CwId own;
  CwId other;
  CwDesign *design;
} Field;

static void
field_begin (Field *self)
{
  self->edit = package_begin ();
  self->own = package_add_net (self->edit, "OWN");
  self->other = package_add_net (self->edit, "OTHER");
}

static void
field_add_pad (Field *self, double x, double y, double diameter)
{
  CwVia via = { .at = fixture_um (x, y),
                .hole = (CwCoord) (diameter / 2 * CW_UM),
                .land = (CwCoord) (diameter * CW_UM),
                .net = self->other,
                .from = PACKAGE_RDL1,
                .to = PACKAGE_RDL2 };

  g_assert_cmpuint (cw_edit_add_via (self->edit, &via, NULL), !=, CW_ID_NONE);
}

static CwWalkQuery
field_get_query (Field *self)
{
  return (CwWalkQuery){ .design = self->design,
                        .level = PACKAGE_RDL1,
                        .net = self->own,
                        .width = WIDTH,
                        .mode = CW_ANGLES_45 };
}

/* the checker is the judge: no clearance and no short that the trace has to do with */
static guint
count_faults (Field *self, CwPoint from, GArray *legs)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autoptr (CwEdit) edit = cw_edit_new (self->design);
  g_autoptr (CwCheckResult) result = NULL;
  g_autoptr (CwDesign) next = NULL;
  CwTrace trace = { .width = WIDTH, .net = self->own, .level = PACKAGE_RDL1 };
  CwId id;
  guint n = 0;

  g_array_append_val (points, from);
  for (guint i = 0; i < legs->len; i++)
    g_array_append_val (points, g_array_index (legs, CwLeg, i).to);
  trace.path = cw_path_new_points ((const CwPoint *) points->data, points->len);
  id = cw_edit_add_trace (edit, &trace, NULL);
  g_assert_cmpuint (id, !=, CW_ID_NONE);
  cw_path_unref (trace.path);
  next = cw_edit_finish (edit, NULL);
  result = cw_check_run (next, &(CwCheckOptions){ .n_threads = 1 }, NULL);
  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);

      n += (violation->kind == CW_RULE_CLEARANCE || violation->kind == CW_RULE_SHORT)
           && (violation->items[0] == id || violation->items[1] == id);
    }

  return n;
}

static void
assert_octilinear (CwPoint from, GArray *legs)
{
  for (guint i = 0; i < legs->len; i++)
    {
      CwPoint to = g_array_index (legs, CwLeg, i).to;
      gint64 dx = ABS ((gint64) to.x - from.x);
      gint64 dy = ABS ((gint64) to.y - from.y);

      g_assert_true (dx == 0 || dy == 0 || dx == dy);
      g_assert_true (dx + dy > 0);
      from = to;
    }
}

static double
get_length (CwPoint from, GArray *legs)
{
  double length = 0;

  for (guint i = 0; i < legs->len; i++)
    {
      CwPoint to = g_array_index (legs, CwLeg, i).to;
      CwPoint both[] = { from, to };
      g_autoptr (CwPath) path = cw_path_new_points (both, 2);

      length += cw_path_get_length (path, FALSE);
      from = to;
    }

  return length;
}

static void
test_nothing_in_the_way_is_straight (void)
{
  Field self;
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (CwLeg));
  CwWalkQuery query;
  CwPoint to = fixture_um (1000, 0);

  field_begin (&self);
  self.design = package_end (self.edit);
  query = field_get_query (&self);
  g_assert_true (cw_walk_find (&query, fixture_um (0, 0), &to, legs));
  g_assert_cmpuint (legs->len, ==, 1);
  fixture_assert_point (g_array_index (legs, CwLeg, 0).to, 1000, 0);
  cw_design_unref (self.design);
}

/* a pad a little below the line is passed above, one a little above it below */
static void
test_nearer_side_is_taken (void)
{
  static const double sides[] = { -20, 20 };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      Field self;
      g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (CwLeg));
      CwPoint from = fixture_um (0, 0);
      CwPoint to = fixture_um (1000, 0);
      CwWalkQuery query;

      field_begin (&self);
      field_add_pad (&self, 500, sides[i], 100);
      self.design = package_end (self.edit);
      query = field_get_query (&self);
      g_assert_true (cw_walk_find (&query, from, &to, legs));
      fixture_assert_point (to, 1000, 0);
      assert_octilinear (from, legs);
      g_assert_cmpuint (count_faults (&self, from, legs), ==, 0);
      g_assert_cmpuint (legs->len, >, 2);
      for (guint j = 0; j < legs->len; j++)
        {
          CwPoint at = g_array_index (legs, CwLeg, j).to;

          g_assert_true (sides[i] < 0 ? at.y >= 0 : at.y <= 0);
        }
      g_assert_cmpfloat (get_length (from, legs), <, 1100 * CW_UM);
      cw_design_unref (self.design);
    }
}

static void
add_field (Field *self, guint n, double pitch, double diameter, double x0, double y0)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      field_add_pad (self, x0 + i * pitch, y0 + j * pitch, diameter);
}

/* between pads 60 wide at a pitch of 100 there are 40: room for 10 with a clearance of 10 on each side */
static void
test_way_through_a_pad_field (void)
{
  Field self;
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (CwLeg));
  CwPoint from = fixture_um (-200, 400);
  CwPoint to = fixture_um (1200, 400);
  CwWalkQuery query;

  field_begin (&self);
  add_field (&self, 10, 100, 60, 0, 0);
  self.design = package_end (self.edit);
  query = field_get_query (&self);
  g_assert_true (cw_walk_find (&query, from, &to, legs));
  assert_octilinear (from, legs);
  g_assert_cmpuint (count_faults (&self, from, legs), ==, 0);
  g_assert_cmpfloat (get_length (from, legs), <, 1500 * CW_UM);
  cw_design_unref (self.design);
}

static void
test_way_around_a_closed_pad_field (void)
{
  Field self;
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (CwLeg));
  CwPoint from = fixture_um (-200, 700);
  CwPoint to = fixture_um (1200, 700);
  CwWalkQuery query;
  CwCoord highest = 0;

  field_begin (&self);
  add_field (&self, 10, 100, 80, 0, 0);
  self.design = package_end (self.edit);
  query = field_get_query (&self);
  g_assert_true (cw_walk_find (&query, from, &to, legs));
  assert_octilinear (from, legs);
  g_assert_cmpuint (count_faults (&self, from, legs), ==, 0);
  for (guint i = 0; i < legs->len; i++)
    highest = MAX (highest, g_array_index (legs, CwLeg, i).to.y);
  g_assert_cmpint (highest, >=, 900 * CW_UM);
  cw_design_unref (self.design);
}

static void
test_pointer_on_an_obstacle_ends_beside_it (void)
{
  Field self;
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (CwLeg));
  CwPoint from = fixture_um (0, 0);
  CwPoint to = fixture_um (480, 0);
  CwWalkQuery query;

  field_begin (&self);
  field_add_pad (&self, 500, 0, 100);
  self.design = package_end (self.edit);
  query = field_get_query (&self);
  g_assert_true (cw_walk_find (&query, from, &to, legs));
  fixture_assert_point (to, 500 - 50 - 10 - 5, 0);
  g_assert_cmpuint (count_faults (&self, from, legs), ==, 0);
  cw_design_unref (self.design);
}

static void
test_right_angles_only (void)
{
  Field self;
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (CwLeg));
  CwPoint from = fixture_um (0, 0);
  CwPoint to = fixture_um (1000, 0);
  CwPoint at = from;
  CwWalkQuery query;

  field_begin (&self);
  field_add_pad (&self, 500, 20, 100);
  self.design = package_end (self.edit);
  query = field_get_query (&self);
  query.mode = CW_ANGLES_90;
  g_assert_true (cw_walk_find (&query, from, &to, legs));
  for (guint i = 0; i < legs->len; i++)
    {
      CwPoint next = g_array_index (legs, CwLeg, i).to;

      g_assert_true (next.x == at.x || next.y == at.y);
      at = next;
    }
  g_assert_cmpuint (count_faults (&self, from, legs), ==, 0);
  cw_design_unref (self.design);
}

/* a ring of pads without a gap */
static void
test_no_way_out_is_no_way (void)
{
  Field self;
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (CwLeg));
  CwPoint to = fixture_um (1000, 0);
  CwWalkQuery query;

  field_begin (&self);
  for (int i = -3; i <= 3; i++)
    for (int j = -3; j <= 3; j++)
      if (ABS (i) == 3 || ABS (j) == 3)
        field_add_pad (&self, i * 60, j * 60, 50);
  self.design = package_end (self.edit);
  query = field_get_query (&self);
  g_assert_false (cw_walk_find (&query, fixture_um (0, 0), &to, legs));
  cw_design_unref (self.design);
}

/* discs, traces in all directions and arcs; what is found is legal */
static void
add_random (Field *self, GRand *rand)
{
  double x = g_rand_double_range (rand, -1000, 1000);
  double y = g_rand_double_range (rand, -1000, 1000);

  if (g_rand_boolean (rand))
    {
      field_add_pad (self, x, y, g_rand_int_range (rand, 20, 150));
      return;
    }
  {
    CwVertex vertices[2]
        = { { fixture_um (x, y), 0 },
            { fixture_um (x + g_rand_double_range (rand, -300, 300), y + 10), 0 } };
    CwTrace trace = { .width = (CwCoord) (g_rand_double_range (rand, 5, 40) * CW_UM),
                      .net = self->other,
                      .level = PACKAGE_RDL1 };

    if (g_rand_boolean (rand))
      vertices[1].at.y += (CwCoord) (g_rand_double_range (rand, -300, 300) * CW_UM);
    else
      vertices[0].sweep = CW_ANGLE_90;
    trace.path = cw_path_new (vertices, 2);
    g_assert_cmpuint (cw_edit_add_trace (self->edit, &trace, NULL), !=, CW_ID_NONE);
    cw_path_unref (trace.path);
  }
}

static void
test_found_way_is_legal (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) legs = g_array_new (FALSE, FALSE, sizeof (CwLeg));
  guint n_found = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 150; i++)
    {
      Field self;
      CwPoint from = fixture_um (-1300, g_rand_int_range (rand, -1000, 1000));
      CwPoint to = fixture_um (1300, g_rand_int_range (rand, -1000, 1000));
      guint n_items = (guint) g_rand_int_range (rand, 1, 40);
      CwWalkQuery query;

      field_begin (&self);
      for (guint j = 0; j < n_items; j++)
        add_random (&self, rand);
      self.design = package_end (self.edit);
      query = field_get_query (&self);
      query.posture = g_rand_boolean (rand);
      if (cw_walk_find (&query, from, &to, legs))
        {
          n_found++;
          assert_octilinear (from, legs);
          g_assert_cmpuint (count_faults (&self, from, legs), ==, 0);
        }
      cw_design_unref (self.design);
    }
  g_test_message ("%u of 150 found", n_found);
  g_assert_cmpuint (n_found, >, 120);
}

#define ADD(name, func) g_test_add_func ("/widgets/tool/walk/" name, func)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-in-the-way-is-straight", test_nothing_in_the_way_is_straight);
  ADD ("nearer-side-is-taken", test_nearer_side_is_taken);
  ADD ("way-through-a-pad-field", test_way_through_a_pad_field);
  ADD ("way-around-a-closed-pad-field", test_way_around_a_closed_pad_field);
  ADD ("pointer-on-an-obstacle-ends-beside-it", test_pointer_on_an_obstacle_ends_beside_it);
  ADD ("right-angles-only", test_right_angles_only);
  ADD ("no-way-out-is-no-way", test_no_way_out_is_no_way);
  ADD ("found-way-is-legal", test_found_way_is_legal);

  return g_test_run ();
}
