/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-pad-form.h"

#include "tests/model/package/package-test.h"

static void
assert_form (CwPadForm form, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cw_pad_form_validate (&form, "pad", &error) == (message == NULL));
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, message);
}

static void
test_refuses_bad_values (void)
{
  assert_form ((CwPadForm){ CW_PAD_ROUND, 100, 100 }, NULL);
  assert_form ((CwPadForm){ CW_PAD_RECTANGLE, 100, 100 * CW_MM }, NULL);
  assert_form ((CwPadForm){ CW_PAD_OBLONG, 60000, 80000 }, NULL);
  assert_form ((CwPadForm){ CW_PAD_ROUND, 99, 99 },
               "pad width \"0.099\" is not in 0.1 … 100000 µm");
  assert_form ((CwPadForm){ CW_PAD_RECTANGLE, 1000, -1 },
               "pad height \"-0.001\" is not in 0.1 … 100000 µm");
  assert_form ((CwPadForm){ CW_PAD_ROUND, 1000, 2000 },
               "pad form \"round\" is not as high as it is wide");
  assert_form ((CwPadForm){ CW_PAD_OCTAGON, 1000, 2000 },
               "pad form \"octagon\" is not as high as it is wide");
  assert_form ((CwPadForm){ CW_N_PAD_FORM_KINDS, 1000, 1000 }, "pad form \"4\" is not in 0 … 3");
}

static void
test_round_is_a_disc (void)
{
  const CwPadForm form = { CW_PAD_ROUND, 7001, 7001 };
  const CwTransform transform = { { 1000, 0 }, CW_ANGLE_90, FALSE };
  CwShape shape = { 0 };

  cw_pad_form_get_shape (&form, &transform, CW_POINT (500, 0), &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_DISC);
  assert_point (shape.disc.centre, 1000, 500);
  g_assert_cmpint (shape.disc.diameter, ==, 7001);
}

static void
test_rectangle_turns (void)
{
  const CwPadForm form = { CW_PAD_RECTANGLE, 3000, 1001 };
  CwTransform transform = CW_TRANSFORM_IDENTITY;
  CwShape shape = { 0 };

  cw_pad_form_get_shape (&form, &transform, CW_POINT (0, 0), &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_BOX);
  assert_box (shape.box, -1500, -500, 1500, 501);

  transform.angle = CW_ANGLE_90;
  cw_pad_form_get_shape (&form, &transform, CW_POINT (0, 0), &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_BOX);
  assert_box (shape.box, -501, -1500, 500, 1500);

  transform.angle = 30 * CW_DEGREE;
  transform.mirror = TRUE;
  cw_pad_form_get_shape (&form, &transform, CW_POINT (0, 0), &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_POLYGON);
  g_assert_cmpuint (shape.polygon->ends[0], ==, 4);
  g_assert_cmpint (ABS (cw_polygon_get_area_doubled (shape.polygon) - 2 * 3000 * 1001), <, 8000);
  cw_shape_clear (&shape);
}

static void
test_oblong_is_a_capsule (void)
{
  const CwPadForm wide = { CW_PAD_OBLONG, 3000, 1000 };
  const CwPadForm high = { CW_PAD_OBLONG, 1000, 3000 };
  const CwPadForm square = { CW_PAD_OBLONG, 1000, 1000 };
  const CwTransform transform = CW_TRANSFORM_IDENTITY;
  CwShape shape = { 0 };

  cw_pad_form_get_shape (&wide, &transform, CW_POINT (10, 20), &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_CAPSULE);
  assert_point (shape.capsule.a, -990, 20);
  assert_point (shape.capsule.b, 1010, 20);
  g_assert_cmpint (shape.capsule.width, ==, 1000);
  assert_box (cw_shape_get_bounds (&shape), -1490, -480, 1510, 520);

  cw_pad_form_get_shape (&high, &transform, CW_POINT (0, 0), &shape);
  assert_box (cw_shape_get_bounds (&shape), -500, -1500, 500, 1500);
  cw_pad_form_get_shape (&square, &transform, CW_POINT (0, 0), &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_DISC);
}

static void
test_octagon_is_regular (void)
{
  const CwPadForm form = { CW_PAD_OCTAGON, 100000, 100000 };
  const CwTransform transform = CW_TRANSFORM_IDENTITY;
  CwShape shape = { 0 };
  gint64 side;

  cw_pad_form_get_shape (&form, &transform, CW_POINT (0, 0), &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_POLYGON);
  g_assert_cmpuint (shape.polygon->ends[0], ==, 8);
  assert_box (cw_shape_get_bounds (&shape), -50000, -50000, 50000, 50000);
  side = cw_point_distance_squared (shape.polygon->points[0], shape.polygon->points[1]);
  for (guint i = 1; i < 8; i++)
    {
      gint64 next = cw_point_distance_squared (shape.polygon->points[i],
                                               shape.polygon->points[(i + 1) % 8]);

      g_assert_cmpint (ABS (next - side), <, 2 * 41422 * 2);
    }
  cw_shape_clear (&shape);
}

static void
test_names_are_those_of_files (void)
{
  static const char *const names[] = { "round", "rectangle", "oblong", "octagon" };

  for (guint i = 0; i < CW_N_PAD_FORM_KINDS; i++)
    g_assert_cmpstr (cw_pad_form_kind_get_name (i), ==, names[i]);
  g_assert_cmpstr (cw_pad_form_kind_get_name (CW_N_PAD_FORM_KINDS), ==, "?");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/pad-form/refuses-bad-values", test_refuses_bad_values);
  g_test_add_func ("/model/package/pad-form/round-is-a-disc", test_round_is_a_disc);
  g_test_add_func ("/model/package/pad-form/rectangle-turns", test_rectangle_turns);
  g_test_add_func ("/model/package/pad-form/oblong-is-a-capsule", test_oblong_is_a_capsule);
  g_test_add_func ("/model/package/pad-form/octagon-is-regular", test_octagon_is_regular);
  g_test_add_func ("/model/package/pad-form/names-are-those-of-files",
                   test_names_are_those_of_files);

  return g_test_run ();
}
