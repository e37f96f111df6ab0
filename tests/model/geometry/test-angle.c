/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-angle.h"

#include <math.h>

#include "model/base/cw-error.h"

static void
test_normalises (void)
{
  g_assert_cmpint (cw_angle_normalise (0), ==, 0);
  g_assert_cmpint (cw_angle_normalise (CW_ANGLE_FULL), ==, 0);
  g_assert_cmpint (cw_angle_normalise (-1), ==, CW_ANGLE_FULL - 1);
  g_assert_cmpint (cw_angle_normalise (-CW_ANGLE_90), ==, 3 * CW_ANGLE_90);
  g_assert_cmpint (cw_angle_normalise (G_MAXINT64), ==, G_MAXINT64 % CW_ANGLE_FULL);
  g_assert_cmpint (cw_angle_normalise (G_MININT64), >=, 0);
}

static void
test_right_angles_are_exact (void)
{
  static const double sines[] = { 0, 1, 0, -1 };

  for (int i = -4; i <= 8; i++)
    {
      CwAngle angle = i % 4 * CW_ANGLE_90;

      g_assert_cmpfloat (cw_angle_get_sin (angle), ==, sines[(i + 8) % 4]);
      g_assert_cmpfloat (cw_angle_get_cos (angle), ==, sines[(i + 9) % 4]);
    }
  g_assert_cmpfloat (cw_angle_get_sin (30 * CW_DEGREE), ==, 0.5);
  g_assert_cmpfloat (cw_angle_get_cos (60 * CW_DEGREE), ==, 0.5);
}

static void
test_quadrants_mirror_each_other (void)
{
  for (int i = 0; i < 100000; i++)
    {
      CwAngle angle = g_test_rand_int_range (0, CW_ANGLE_FULL);
      double s = cw_angle_get_sin (angle);
      double c = cw_angle_get_cos (angle);

      g_assert_cmpfloat (cw_angle_get_sin (-angle), ==, -s);
      g_assert_cmpfloat (cw_angle_get_cos (-angle), ==, c);
      g_assert_cmpfloat (cw_angle_get_sin (2 * CW_ANGLE_90 - angle), ==, s);
      g_assert_cmpfloat (cw_angle_get_sin (CW_ANGLE_90 - angle), ==, c);
      g_assert_cmpfloat_with_epsilon (s, sin (angle * (G_PI / 180e6)), 1e-15);
      g_assert_cmpfloat_with_epsilon (s * s + c * c, 1, 1e-15);
    }
}

static void
test_reads_and_writes (void)
{
  static const struct
  {
    const char *text;
    CwAngle angle;
    const char *written;
  } cases[] = {
    { "45", 45000000, "45" },
    { "-22,5", -22500000, "-22.5" },
    { " 30 deg ", 30000000, "30" },
    { "30\xc2\xb0", 30000000, "30" },
    { "\xe2\x88\x92"
      "90",
      -90000000, "-90" },
    { "0.000001", 1, "0.000001" },
    { "0.0000005", 1, "0.000001" },
    { "360", 360000000, "360" },
    { "-0", 0, "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *written = NULL;
      CwAngle angle = 77;

      g_assert_true (cw_angle_parse (cases[i].text, &angle, &error));
      g_assert_no_error (error);
      g_assert_cmpint (angle, ==, cases[i].angle);
      written = cw_angle_format (angle);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_refuses_what_is_no_angle (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", CW_MODEL_ERROR_SYNTAX },
    { "deg", CW_MODEL_ERROR_SYNTAX },
    { "45 rad", CW_MODEL_ERROR_SYNTAX },
    { "45 45", CW_MODEL_ERROR_SYNTAX },
    { "1e308", CW_MODEL_ERROR_SYNTAX },
    { "nan", CW_MODEL_ERROR_SYNTAX },
    { "45\n", CW_MODEL_ERROR_SYNTAX },
    { "\xff", CW_MODEL_ERROR_SYNTAX },
    { "360.0001", CW_MODEL_ERROR_VALUE },
    { "-720", CW_MODEL_ERROR_VALUE },
    { "1000000000000000", CW_MODEL_ERROR_VALUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      CwAngle angle = 77;

      g_assert_false (cw_angle_parse (cases[i].text, &angle, &error));
      g_assert_error (error, CW_MODEL_ERROR, cases[i].code);
      g_assert_cmpint (angle, ==, 77);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/geometry/angle/normalises", test_normalises);
  g_test_add_func ("/model/geometry/angle/right-angles-are-exact", test_right_angles_are_exact);
  g_test_add_func ("/model/geometry/angle/quadrants-mirror-each-other",
                   test_quadrants_mirror_each_other);
  g_test_add_func ("/model/geometry/angle/reads-and-writes", test_reads_and_writes);
  g_test_add_func ("/model/geometry/angle/refuses-what-is-no-angle", test_refuses_what_is_no_angle);

  return g_test_run ();
}
