/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-bonding-pad.h"

#include "tests/model/package/package-test.h"

static CwBondingPad
pad_new (void)
{
  return (CwBondingPad){ .name = g_ref_string_new_intern ("A10"),
                         .at = { 400000, -400000 },
                         .land = { CW_PAD_ROUND, 270000, 270000 },
                         .opening = { CW_PAD_ROUND, 220000, 220000 },
                         .ball = { CW_BALL_SOLDER_BALL, 310000 },
                         .net = cw_id_new (CW_ITEM_NET, 1),
                         .level = RDL2 };
}

static void
test_refuses_bad_values (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwItemContext context = { technology, NULL };
  CwBondingPad good = pad_new ();
  CwBondingPad pad = good;

  assert_valid (&cw_bonding_pad_class, &pad, &context);
  pad.name = NULL;
  pad.opening = (CwPadForm){ 0 };
  pad.ball.diameter = 0;
  pad.level = RDL1;
  assert_valid (&cw_bonding_pad_class, &pad, &context);

#define REFUSED(field, value, message)                                                             \
  pad = good;                                                                                      \
  pad.field = value;                                                                               \
  assert_refused (&cw_bonding_pad_class, &pad, &context, message)

  REFUSED (at.x, CW_COORD_MAX + 1,
           "bonding pad position \"1000000.001\" is not in -1000000 … 1000000 µm");
  REFUSED (at.y, CW_COORD_MAX - 155000,
           "bonding pad reaches further than 1000000 µm from the origin");
  REFUSED (angle, CW_ANGLE_FULL, "bonding pad angle \"360\" is not at least 0° and less than 360°");
  REFUSED (angle, -1, "bonding pad angle \"-0.000001\" is not at least 0° and less than 360°");
  REFUSED (net, 2, "net \"2\" of a bonding pad is not a net");
  REFUSED (level, PASS, "bonding pad level \"PASS\" is a passivation level, not a wiring level");
  REFUSED (flags, 4, "bonding pad flags \"4\" is not in 0 … 1");
  REFUSED (land.width, 0, "land width \"0\" is not in 0.1 … 100000 µm");
  REFUSED (land.width, 1000, "land form \"round\" is not as high as it is wide");
  REFUSED (opening.width, 0, "opening width \"0\" is not in 0.1 … 100000 µm");
  REFUSED (opening.width, -1, "opening width \"-0.001\" is not in 0.1 … 100000 µm");
  REFUSED (opening.kind, 9, "opening form \"9\" is not in 0 … 3");
  REFUSED (ball.diameter, 219999, "ball diameter \"219.999\" is not in 220 … 100000 µm");
  REFUSED (ball.diameter, -1, "ball diameter \"-0.001\" is not in 220 … 100000 µm");
  REFUSED (ball.kind, 3, "ball kind \"3\" is not in 0 … 2");

#undef REFUSED
  g_ref_string_release (good.name);
}

static void
add_level (CwTechnology *technology, const char *name, CwLevelKind kind)
{
  CwLevel level = { g_ref_string_new (name), kind, CW_MATERIAL_NONE, 1000 };

  g_assert_true (cw_technology_add_level (technology, &level, NULL));
  g_ref_string_release (level.name);
}

static void
test_needs_levels_above (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new ("bare");
  const CwItemContext context = { technology, NULL };
  CwBondingPad pad = pad_new ();

  add_level (technology, "M", CW_LEVEL_WIRING);
  pad.level = 0;
  assert_refused (&cw_bonding_pad_class, &pad, &context,
                  "bonding pad \"A10\" has no passivation level above it");
  add_level (technology, "P", CW_LEVEL_PASSIVATION);
  assert_refused (&cw_bonding_pad_class, &pad, &context,
                  "bonding pad \"A10\" has no ball level above it");
  add_level (technology, "B", CW_LEVEL_BALL);
  assert_valid (&cw_bonding_pad_class, &pad, &context);
  g_ref_string_release (pad.name);
}

static void
test_has_land_opening_and_ball (void)
{
  static const struct
  {
    CwShapeRole role;
    guint8 level;
    CwCoord diameter;
  } rows[] = { { CW_ROLE_BONDING_PAD, RDL2, 270000 },
               { CW_ROLE_OPENING, PASS, 220000 },
               { CW_ROLE_BALL, BALL, 310000 } };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwItemContext context = { technology, NULL };
  CwBondingPad pad = pad_new ();
  CwShape shape;

  g_assert_cmpuint (cw_bonding_pad_class.count_shapes (&pad, &context), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      cw_bonding_pad_class.get_shape (&pad, &context, i, &shape);
      g_assert_cmpint (shape.kind, ==, CW_SHAPE_DISC);
      g_assert_cmpint (shape.role, ==, rows[i].role);
      g_assert_cmpint (shape.level, ==, rows[i].level);
      g_assert_cmpint (shape.disc.diameter, ==, rows[i].diameter);
      assert_point (shape.disc.centre, 400000, -400000);
      g_assert_cmpuint (shape.net, ==, pad.net);
      g_assert_cmpuint (shape.part, ==, i);
    }

  pad.opening = (CwPadForm){ 0 };
  g_assert_cmpuint (cw_bonding_pad_class.count_shapes (&pad, &context), ==, 2);
  cw_bonding_pad_class.get_shape (&pad, &context, 1, &shape);
  g_assert_cmpint (shape.role, ==, CW_ROLE_BALL);
  pad.ball.diameter = 0;
  g_assert_cmpuint (cw_bonding_pad_class.count_shapes (&pad, &context), ==, 1);
  g_ref_string_release (pad.name);
}

static void
test_turns_back (void)
{
  CwBondingPad pad = pad_new ();

  pad.land = (CwPadForm){ CW_PAD_OBLONG, 250000, 300000 };
  pad.angle = 30 * CW_DEGREE;
  assert_turns_back (&cw_bonding_pad_class, &pad);
  g_ref_string_release (pad.name);
}

/* a turned oblong land seen from the other side leans the other way */
static void
test_mirrors_its_form (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwItemContext context = { technology, NULL };
  const CwTransform mirror = { { 0, 0 }, 0, TRUE };
  CwBondingPad pad = pad_new ();
  CwBondingPad *moved;
  CwShape before;
  CwShape after;

  pad.land = (CwPadForm){ CW_PAD_OBLONG, 300000, 200000 };
  pad.angle = 30 * CW_DEGREE;
  moved = item_hold (&cw_bonding_pad_class, &pad);
  cw_bonding_pad_class.transform (moved, &mirror);
  g_assert_cmpint (moved->angle, ==, 330 * CW_DEGREE);
  cw_bonding_pad_class.get_shape (&pad, &context, 0, &before);
  cw_bonding_pad_class.get_shape (moved, &context, 0, &after);
  assert_point (after.capsule.b, -before.capsule.a.x, before.capsule.a.y);
  assert_point (after.capsule.a, -before.capsule.b.x, before.capsule.b.y);
  item_drop (&cw_bonding_pad_class, moved);
  g_ref_string_release (pad.name);
}

static void
test_what_is_not_there_has_no_kind (void)
{
  CwBondingPad pad = pad_new ();
  CwBondingPad other = pad;

  pad.opening = other.opening = (CwPadForm){ 0 };
  pad.ball.diameter = other.ball.diameter = 0;
  other.opening.kind = CW_PAD_OCTAGON;
  other.ball.kind = CW_BALL_PIN;
  g_assert_true (cw_bonding_pad_class.table.equal (&pad, &other));
  pad.ball.diameter = other.ball.diameter = 5;
  g_assert_false (cw_bonding_pad_class.table.equal (&pad, &other));
  g_ref_string_release (pad.name);
}

static void
test_missing_name_becomes_empty (void)
{
  const CwBondingPad pad = { .net = CW_ID_NONE };
  CwBondingPad *held = item_hold (&cw_bonding_pad_class, &pad);

  g_assert_cmpstr (held->name, ==, "");
  item_drop (&cw_bonding_pad_class, held);
}

/* published rule decks: width after reflow, width of the base, height, in µm */
static void
test_ball_heights (void)
{
  static const struct
  {
    CwCoord diameter;
    CwCoord base;
    double height;
  } rows[] = { { 261000, 215000, 204500 }, { 310000, 250000, 246700 }, { 264000, 215000, 208600 },
               { 100000, 0, 100000 },      { 100000, 100000, 50000 },  { 100000, 120000, 50000 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwBall ball = { CW_BALL_SOLDER_BALL, rows[i].diameter };

      g_assert_cmpfloat_with_epsilon (cw_ball_get_height (&ball, rows[i].base), rows[i].height,
                                      50.0);
    }
}

static void
test_names_are_parsed_back (void)
{
  static const char *const names[] = { "solder-ball", "bump", "pin" };

  for (guint i = 0; i < CW_N_BALL_KINDS; i++)
    {
      CwBallKind kind;

      g_assert_cmpstr (cw_ball_kind_get_name (i), ==, names[i]);
      g_assert_true (cw_ball_kind_parse (names[i], &kind));
      g_assert_cmpint (kind, ==, i);
      g_assert_false (cw_ball_kind_parse ("ball", &kind));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/bonding-pad/refuses-bad-values", test_refuses_bad_values);
  g_test_add_func ("/model/package/bonding-pad/needs-levels-above", test_needs_levels_above);
  g_test_add_func ("/model/package/bonding-pad/has-land-opening-and-ball",
                   test_has_land_opening_and_ball);
  g_test_add_func ("/model/package/bonding-pad/turns-back", test_turns_back);
  g_test_add_func ("/model/package/bonding-pad/mirrors-its-form", test_mirrors_its_form);
  g_test_add_func ("/model/package/bonding-pad/what-is-not-there-has-no-kind",
                   test_what_is_not_there_has_no_kind);
  g_test_add_func ("/model/package/bonding-pad/missing-name-becomes-empty",
                   test_missing_name_becomes_empty);
  g_test_add_func ("/model/package/bonding-pad/ball-heights", test_ball_heights);
  g_test_add_func ("/model/package/bonding-pad/names-are-parsed-back", test_names_are_parsed_back);

  return g_test_run ();
}
