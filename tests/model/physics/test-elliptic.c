/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-elliptic.h"

#include <math.h>

/* against known values: Abramowitz and Stegun, table 17.1 (m = k²) */
static void
test_tabulated_integrals (void)
{
  static const struct
  {
    double m;
    double k;
  } rows[] = { { 0, 1.570796326794897 },
               { 0.1, 1.612441348720219 },
               { 0.5, 1.854074677301372 },
               { 0.9, 2.578092113348173 },
               { 0.99, 3.695637362989875 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (cw_elliptic_k (sqrt (rows[i].m)), rows[i].k, 1e-12);
}

/* against the integral itself, by Simpson's rule */
static void
test_integral_itself (void)
{
  const int n = 2000;

  for (double k = 0; k < 0.99; k += 0.07)
    {
      double sum = 0;

      for (int i = 0; i <= n; i++)
        {
          double s = k * sin (G_PI_2 * i / n);
          double weight = i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2;

          sum += weight / sqrt (1 - s * s);
        }
      g_assert_cmpfloat_with_epsilon (cw_elliptic_k (k), sum * G_PI_2 / n / 3, 1e-9);
    }
}

static void
test_ratio_is_that_of_the_integrals (void)
{
  for (double k = 0.01; k < 1; k += 0.01)
    {
      double complement = sqrt (1 - k * k);

      g_assert_cmpfloat_with_epsilon (cw_elliptic_ratio (k, complement),
                                      cw_elliptic_k (k) / cw_elliptic_k (complement), 1e-12);
      g_assert_cmpfloat_with_epsilon (
          cw_elliptic_ratio (k, complement) * cw_elliptic_ratio (complement, k), 1, 1e-12);
    }
  g_assert_cmpfloat_with_epsilon (cw_elliptic_ratio (G_SQRT2 / 2, G_SQRT2 / 2), 1, 1e-15);
  g_assert_cmpfloat (cw_elliptic_ratio (0, 1), ==, 0);
  g_assert_true (isinf (cw_elliptic_ratio (1, 0)));
  g_assert_true (isnan (cw_elliptic_ratio (1.1, 0)));
  g_assert_true (isnan (cw_elliptic_ratio (0.5, NAN)));
  g_assert_true (isnan (cw_elliptic_k (1)));
  /* K(k′) tends to ln (4/k): a modulus too close to 1 to be told from it */
  g_assert_cmpfloat_with_epsilon (cw_elliptic_ratio (1, 1e-30), log (4e30) / G_PI_2, 1e-10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/physics/elliptic/tabulated-integrals", test_tabulated_integrals);
  g_test_add_func ("/model/physics/elliptic/integral-itself", test_integral_itself);
  g_test_add_func ("/model/physics/elliptic/ratio-is-that-of-the-integrals",
                   test_ratio_is_that_of_the_integrals);

  return g_test_run ();
}
