/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-solder.h"

#include "model/package/cw-bonding-pad.h"
#include "tests/model/physics/oracle.h"

/* The rows give the width after reflow; the height is what the model of a ball says. */
static void
test_balls_are_the_published_ones (void)
{
  static const struct
  {
    const char *id;
    CwCoord width; /* [nm] */
    CwCoord base;
    double free_ball; /* [m] */
    double height;    /* of the row's note [m] */
    double least;     /* published stand-off, 0: none [m] */
    double most;
  } rows[] = {
    { "ball_amkor400", 261000, 215000, 250e-6, 204.5e-6, 170e-6, 230e-6 },
    { "ball_amkor500", 310000, 250000, 300e-6, 246.7e-6, 205e-6, 255e-6 },
    { "ball_deca400", 264000, 215000, 250e-6, 208.6e-6, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CwBall ball = { CW_BALL_SOLDER_BALL, rows[i].width };
      CwEstimate got = cw_solder_free_ball (rows[i].width * 1e-9, rows[i].base * 1e-9);
      double height = cw_ball_get_height (&ball, rows[i].base) * 1e-9;

      assert_oracle (rows[i].id, got, rows[i].free_ball, 0.02);
      g_assert_true (got.in_range);
      g_assert_cmpfloat_with_epsilon (height, rows[i].height, 0.05e-6);
      g_assert_cmpfloat (height, >=, rows[i].least);
      g_assert_cmpfloat (height, <=, rows[i].most);
    }
}

/* Volume of the loose ball and of the one cut off, the latter summed slice by slice. */
static void
test_volume_is_kept (void)
{
  const int n = 20000;
  double width = 261e-6;
  double base = 215e-6;
  double height = width / 2 + sqrt (width * width - base * base) / 2;
  double d = cw_solder_free_ball (width, base).value;
  double sum = 0;

  for (int i = 0; i < n; i++)
    {
      double z = height - width / 2 - height * (i + 0.5) / n; /* down from the middle */

      sum += G_PI * (width * width / 4 - z * z) * height / n;
    }
  g_assert_cmpfloat_with_epsilon (sum / (G_PI * d * d * d / 6), 1, 1e-6);
}

/* all within the published ± 7 µm */
static void
test_pillars_are_the_published_ones (void)
{
  static const struct
  {
    const char *id;
    double diameter;
    double metal;
    double solder;
    double height;
  } rows[] = { { "pillar_1", 44e-6, 28e-6, 16e-6, 50e-6 },
               { "pillar_2", 49e-6, 32e-6, 16e-6, 55e-6 },
               { "pillar_3", 54e-6, 42e-6, 19e-6, 65e-6 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwEstimate got = cw_solder_pillar_height (rows[i].diameter, rows[i].metal, rows[i].solder);
      double a = rows[i].diameter / 2;
      double h = got.value - rows[i].metal;

      assert_oracle (rows[i].id, got, rows[i].height, 7e-6 / rows[i].height);
      g_assert_cmpfloat_with_epsilon ((h * h * h + 3 * a * a * h) / (6 * a * a * rows[i].solder), 1,
                                      1e-12);
    }
}

static void
test_nonsense_has_no_value (void)
{
  assert_undefined (cw_solder_free_ball (100e-6, 120e-6));
  assert_undefined (cw_solder_free_ball (0, 0));
  assert_undefined (cw_solder_pillar_height (0, 10e-6, 10e-6));
  assert_oracle ("loose", cw_solder_free_ball (100e-6, 0), 100e-6, 1e-12);
  assert_oracle ("bare", cw_solder_pillar_height (40e-6, 30e-6, 0), 30e-6, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/solder/balls-are-the-published-ones",
                   test_balls_are_the_published_ones);
  g_test_add_func ("/model/physics/solder/volume-is-kept", test_volume_is_kept);
  g_test_add_func ("/model/physics/solder/pillars-are-the-published-ones",
                   test_pillars_are_the_published_ones);
  g_test_add_func ("/model/physics/solder/nonsense-has-no-value", test_nonsense_has_no_value);

  return g_test_run ();
}
