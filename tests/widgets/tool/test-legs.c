/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>

#include "tests/widgets/tool/fixture.h"
#include "widgets/tool/cw-legs.h"

typedef struct
{
  const char *name;
  CwAngleMode mode;
  gboolean posture;
  CwPoint to;
  guint n_legs;
  CwLeg legs[2];
} Case;

#define P CW_ANGLE_90

static const Case cases[] = {
  { "any-angle-is-one-leg", CW_ANGLES_ANY, FALSE, { 70, 30 }, 1, { { { 70, 30 }, 0 } } },
  { "same-point-is-no-leg", CW_ANGLES_45, FALSE, { 0, 0 }, 0, { { { 0, 0 }, 0 } } },
  { "45-axis-first", CW_ANGLES_45, FALSE, { 70, 30 }, 2, { { { 40, 0 }, 0 }, { { 70, 30 }, 0 } } },
  { "45-diagonal-first",
    CW_ANGLES_45,
    TRUE,
    { 70, 30 },
    2,
    { { { 30, 30 }, 0 }, { { 70, 30 }, 0 } } },
  { "45-steep", CW_ANGLES_45, FALSE, { -30, -70 }, 2, { { { 0, -40 }, 0 }, { { -30, -70 }, 0 } } },
  { "45-on-the-diagonal", CW_ANGLES_45, FALSE, { 50, -50 }, 1, { { { 50, -50 }, 0 } } },
  { "45-on-the-axis", CW_ANGLES_45, TRUE, { 50, 0 }, 1, { { { 50, 0 }, 0 } } },
  { "90-long-leg-first",
    CW_ANGLES_90,
    FALSE,
    { 70, 30 },
    2,
    { { { 70, 0 }, 0 }, { { 70, 30 }, 0 } } },
  { "90-short-leg-first",
    CW_ANGLES_90,
    TRUE,
    { 70, 30 },
    2,
    { { { 0, 30 }, 0 }, { { 70, 30 }, 0 } } },
  { "90-on-the-axis", CW_ANGLES_90, FALSE, { 0, 30 }, 1, { { { 0, 30 }, 0 } } },
  { "arc-axis-first",
    CW_ANGLES_ARC,
    FALSE,
    { 70, 30 },
    2,
    { { { 40, 0 }, 0 }, { { 70, 30 }, P } } },
  { "arc-arc-first",
    CW_ANGLES_ARC,
    TRUE,
    { 70, 30 },
    2,
    { { { 30, 30 }, -P }, { { 70, 30 }, 0 } } },
  { "arc-to-the-lower-right",
    CW_ANGLES_ARC,
    FALSE,
    { 70, -30 },
    2,
    { { { 40, 0 }, 0 }, { { 70, -30 }, -P } } },
  { "arc-steep", CW_ANGLES_ARC, FALSE, { 30, 70 }, 2, { { { 0, 40 }, 0 }, { { 30, 70 }, -P } } },
  { "arc-alone", CW_ANGLES_ARC, FALSE, { 50, 50 }, 1, { { { 50, 50 }, P } } },
};

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  CwPoint from = { 1000, -2000 };
  CwLeg legs[2];
  guint n = cw_legs_make (from, cw_point_add (from, expected->to), expected->mode,
                          expected->posture, legs);

  g_assert_cmpuint (n, ==, expected->n_legs);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (legs[i].to.x, ==, from.x + expected->legs[i].to.x);
      g_assert_cmpint (legs[i].to.y, ==, from.y + expected->legs[i].to.y);
      g_assert_cmpint (legs[i].sweep, ==, expected->legs[i].sweep);
    }
}

/* the direction in which an arc or a straight leg begins or ends, as one of the eight */
static double
direction (CwPoint from, const CwLeg *leg, gboolean at_end)
{
  double chord = atan2 ((double) leg->to.y - from.y, (double) leg->to.x - from.x);
  double half = (double) leg->sweep / CW_DEGREE * G_PI / 360;

  return chord + (at_end ? half : -half);
}

static void
test_legs_meet_smoothly (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20000; i++)
    {
      CwPoint from = { g_rand_int_range (rand, -1000, 1000), g_rand_int_range (rand, -1000, 1000) };
      CwPoint to = { g_rand_int_range (rand, -1000, 1000), g_rand_int_range (rand, -1000, 1000) };
      CwAngleMode mode = g_rand_boolean (rand) ? CW_ANGLES_45 : CW_ANGLES_ARC;
      CwLeg legs[2];
      guint n = cw_legs_make (from, to, mode, g_rand_boolean (rand), legs);

      if (cw_point_equal (from, to))
        continue;
      g_assert_true (cw_point_equal (legs[n - 1].to, to));
      if (n == 2)
        {
          double bend = direction (legs[0].to, &legs[1], FALSE) - direction (from, &legs[0], TRUE);

          bend = fabs (remainder (bend, 2 * G_PI));
          g_assert_cmpfloat_with_epsilon (bend, mode == CW_ANGLES_45 ? G_PI / 4 : 0, 1e-9);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/widgets/tool/legs/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/widgets/tool/legs/legs-meet-smoothly", test_legs_meet_smoothly);

  return g_test_run ();
}
