/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-die.h"

#include "tests/model/package/package-test.h"

typedef struct
{
  CwTechnology *technology;
  CwDieType type;
  CwDie die;
  CwItemContext context;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  const CwPad pads[] = {
    { g_ref_string_new_intern ("1"), { 100000, 50000 }, { CW_PAD_RECTANGLE, 60000, 40000 } },
    { g_ref_string_new_intern ("2"), { -100000, 50000 }, { CW_PAD_OCTAGON, 50000, 50000 } },
    { NULL, { 0, -50000 }, { CW_PAD_ROUND, 30000, 30000 } },
  };
  const CwId nets[] = { cw_id_new (CW_ITEM_NET, 0), CW_ID_NONE, cw_id_new (CW_ITEM_NET, 9) };

  self->technology = cw_technology_new_default (2);
  self->type = (CwDieType){ .name = g_ref_string_new_intern ("driver"),
                            .body = CW_BOX (-200000, -100000, 200000, 100000),
                            .thickness = 130000,
                            .pads = cw_pads_new (pads, G_N_ELEMENTS (pads)) };
  self->die = (CwDie){ .name = g_ref_string_new_intern ("U1"),
                       .type = cw_id_new (CW_ITEM_DIE_TYPE, 0),
                       .at = { 1000000, 2000000 },
                       .nets = cw_nets_new (nets, G_N_ELEMENTS (nets)) };
  self->context = (CwItemContext){ self->technology, &self->type };
  g_ref_string_release (pads[0].name);
  g_ref_string_release (pads[1].name);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  cw_technology_unref (self->technology);
  g_ref_string_release (self->type.name);
  cw_pads_unref (self->type.pads);
  g_ref_string_release (self->die.name);
  cw_nets_unref (self->die.nets);
}

static void
test_pads_have_an_index (Fixture *self, gconstpointer data)
{
  const CwPads *pads = self->type.pads;

  g_assert_cmpuint (pads->n_pads, ==, 3);
  g_assert_cmpuint (cw_rtree_get_n_entries (pads->index), ==, 3);
  assert_box (cw_pads_get_bounds (pads), -125000, -65000, 130000, 75000);
  g_assert_cmpuint (cw_pads_find (pads, "2"), ==, 1);
  g_assert_cmpuint (cw_pads_find (pads, ""), ==, 2);
  g_assert_cmpuint (cw_pads_find (pads, "3"), ==, CW_PAD_NONE);
}

static void
test_no_pads (Fixture *self, gconstpointer data)
{
  g_autoptr (CwPads) none = cw_pads_new (NULL, 0);
  CwPads *pads = self->type.pads;

  g_assert_true (cw_box_is_empty (cw_pads_get_bounds (none)));
  g_assert_false (cw_pads_equal (none, pads));
  g_assert_true (cw_nets_equal (NULL, NULL));
  g_assert_false (cw_nets_equal (NULL, self->die.nets));
  self->type.pads = none;
  self->die.nets->n_nets = 0;
  assert_valid (&cw_die_type_class, &self->type, &self->context);
  assert_valid (&cw_die_class, &self->die, &self->context);
  g_assert_cmpuint (cw_die_class.count_shapes (&self->die, &self->context), ==, 1);
  self->type.pads = pads;
}

static void
test_refuses_bad_types (Fixture *self, gconstpointer data)
{
  const CwPad bad = { NULL, { 0, 0 }, { CW_PAD_ROUND, 0, 0 } };
  const CwPad far_away = { NULL, { CW_COORD_MAX, 0 }, { CW_PAD_ROUND, 1000, 1000 } };
  CwDieType type = self->type;

  assert_valid (&cw_die_type_class, &type, &self->context);

#define REFUSED(field, value, message)                                                             \
  type = self->type;                                                                               \
  type.field = value;                                                                              \
  assert_refused (&cw_die_type_class, &type, &self->context, message)

  REFUSED (name, NULL, "die type name is empty");
  REFUSED (thickness, 0, "die thickness \"0\" is not in 0.001 … 10000 µm");
  REFUSED (body.min.x, 200000, "die body width \"0\" is not in 1 … 1000000 µm");
  REFUSED (body.max.y, -100001, "die body height \"-0.001\" is not in 1 … 1000000 µm");
  REFUSED (body.max.x, CW_COORD_MAX + 1,
           "die body corner \"1000000.001\" is not in -1000000 … 1000000 µm");
  REFUSED (pads, NULL, "die type has no table of pads");

#undef REFUSED
  type = self->type;
  type.pads = cw_pads_new (&bad, 1);
  assert_refused (&cw_die_type_class, &type, &self->context,
                  "pad width \"0\" is not in 0.1 … 100000 µm");
  cw_pads_unref (type.pads);
  type.pads = cw_pads_new (&far_away, 1);
  assert_refused (&cw_die_type_class, &type, &self->context,
                  "die type reaches further than 1000000 µm from the origin");
  cw_pads_unref (type.pads);
}

static void
test_refuses_bad_dies (Fixture *self, gconstpointer data)
{
  const CwId wrong[] = { CW_ID_NONE, 1, CW_ID_NONE };
  CwDie die = self->die;

  assert_valid (&cw_die_class, &die, &self->context);

#define REFUSED(field, value, message)                                                             \
  die = self->die;                                                                                 \
  die.field = value;                                                                               \
  assert_refused (&cw_die_class, &die, &self->context, message)

  REFUSED (name, NULL, "die name is empty");
  REFUSED (type, cw_id_new (CW_ITEM_NET, 1), "type \"268435457\" of die \"U1\" is not a die type");
  REFUSED (at.x, -CW_COORD_MAX - 1,
           "die position \"-1000000.001\" is not in -1000000 … 1000000 µm");
  REFUSED (at.x, CW_COORD_MAX, "die reaches further than 1000000 µm from the origin");
  REFUSED (angle, -CW_ANGLE_90, "die angle \"-90\" is not at least 0° and less than 360°");
  REFUSED (mirror, 2, "die mirror \"2\" is not in 0 … 1");
  REFUSED (flags, 8, "die flags \"8\" is not in 0 … 1");
  REFUSED (nets, NULL, "die \"U1\" has nets for \"0\" pads, its type \"driver\" has \"3\"");

#undef REFUSED
  die = self->die;
  die.nets = cw_nets_new (wrong, 3);
  assert_refused (&cw_die_class, &die, &self->context, "net \"1\" of a die pad is not a net");
  cw_nets_unref (die.nets);
}

static void
test_needs_levels (Fixture *self, gconstpointer data)
{
  g_autoptr (CwTechnology) technology = cw_technology_new ("bare");
  CwItemContext context = { technology, &self->type };
  CwLevel level = { g_ref_string_new ("D"), CW_LEVEL_DIE, CW_MATERIAL_NONE, 1000 };

  assert_refused (&cw_die_class, &self->die, &context, "die \"U1\" needs a die level in the stack");
  g_assert_true (cw_technology_add_level (technology, &level, NULL));
  assert_refused (&cw_die_class, &self->die, &context, "die \"U1\" needs a pad level in the stack");
  g_ref_string_release (level.name);
}

static void
test_has_body_and_pads (Fixture *self, gconstpointer data)
{
  const CwItemClass *klass = &cw_die_class;
  CwShape shape;

  g_assert_cmpuint (klass->count_shapes (&self->die, &self->context), ==, 4);
  self->die.angle = CW_ANGLE_90;
  klass->get_shape (&self->die, &self->context, CW_DIE_PART_BODY, &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_BOX);
  g_assert_cmpint (shape.role, ==, CW_ROLE_DIE);
  g_assert_cmpint (shape.level, ==, DIE);
  g_assert_cmpuint (shape.net, ==, CW_ID_NONE);
  assert_box (shape.box, 900000, 1800000, 1100000, 2200000);
  assert_box (cw_die_get_body (&self->die, &self->type), 900000, 1800000, 1100000, 2200000);

  klass->get_shape (&self->die, &self->context, 1, &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_BOX);
  g_assert_cmpint (shape.role, ==, CW_ROLE_DIE_PAD);
  g_assert_cmpint (shape.level, ==, PAD);
  g_assert_cmpuint (shape.part, ==, 1);
  g_assert_cmpuint (shape.net, ==, cw_id_new (CW_ITEM_NET, 0));
  assert_box (shape.box, 930000, 2070000, 970000, 2130000);

  klass->get_shape (&self->die, &self->context, 3, &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_DISC);
  g_assert_cmpuint (shape.part, ==, 3);
  g_assert_cmpuint (shape.net, ==, cw_id_new (CW_ITEM_NET, 9));
  assert_point (shape.disc.centre, 1050000, 2000000);
}

static void
test_body_is_a_polygon_at_odd_angles (Fixture *self, gconstpointer data)
{
  CwBox bounds;
  CwShape shape;

  self->die.angle = 45 * CW_DEGREE;
  cw_die_class.get_shape (&self->die, &self->context, CW_DIE_PART_BODY, &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_POLYGON);
  g_assert_cmpuint (shape.polygon->ends[0], ==, 4);
  bounds = cw_shape_get_bounds (&shape);
  assert_box (bounds, 787868, 1787868, 1212132, 2212132);
  g_assert_true (cw_box_contains_box (cw_die_get_body (&self->die, &self->type), bounds));
  cw_shape_clear (&shape);
}

static void
test_mirrored_from_the_back (Fixture *self, gconstpointer data)
{
  CwShape shape;

  self->die.mirror = 1;
  cw_die_get_pad_shape (&self->die, &self->type, 0, &shape);
  g_assert_cmpint (shape.level, ==, CW_LEVEL_NONE);
  assert_box (shape.box, 870000, 2030000, 930000, 2070000);
}

static void
test_turns_back (Fixture *self, gconstpointer data)
{
  self->die.angle = 12345678;
  assert_turns_back (&cw_die_class, &self->die);
  g_assert_null (cw_die_class.get_net);
}

static void
test_compares_by_value (Fixture *self, gconstpointer data)
{
  CwDie *die = item_hold (&cw_die_class, &self->die);
  CwDieType *type = item_hold (&cw_die_type_class, &self->type);
  CwDie other = self->die;

  g_assert_true (cw_die_class.table.equal (die, &self->die));
  other.nets = cw_nets_new (NULL, 3);
  g_assert_false (cw_die_class.table.equal (die, &other));
  g_assert_cmpstr (type->function, ==, "");
  type->thickness++;
  g_assert_false (cw_die_type_class.table.equal (type, &self->type));

  cw_nets_unref (other.nets);
  item_drop (&cw_die_class, die);
  item_drop (&cw_die_type_class, type);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/model/package/die/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pads-have-an-index", test_pads_have_an_index);
  ADD ("no-pads", test_no_pads);
  ADD ("refuses-bad-types", test_refuses_bad_types);
  ADD ("refuses-bad-dies", test_refuses_bad_dies);
  ADD ("needs-levels", test_needs_levels);
  ADD ("has-body-and-pads", test_has_body_and_pads);
  ADD ("body-is-a-polygon-at-odd-angles", test_body_is_a_polygon_at_odd_angles);
  ADD ("mirrored-from-the-back", test_mirrored_from_the_back);
  ADD ("turns-back", test_turns_back);
  ADD ("compares-by-value", test_compares_by_value);

  return g_test_run ();
}
