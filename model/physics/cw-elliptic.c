/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-elliptic.h"

#include <math.h>

/* Gauss's arithmetic-geometric mean of 1 and @b, which doubles its correct digits in every turn. */
static double
mean_with_one (double b)
{
  double a = 1;

  if (b <= 0)
    return 0;

  while (a - b > 1e-15 * a)
    {
      double middle = (a + b) / 2;

      b = sqrt (a * b);
      a = middle;
    }

  return (a + b) / 2;
}

/**
 * cw_elliptic_k:
 * @modulus: the modulus k, from 0 to less than 1
 *
 * Computes the complete elliptic integral of the first kind.
 *
 * Source: Gauss; Abramowitz and Stegun, 17.6.
 *
 * Returns: K(k) = π / (2 M(1, √(1 − k²))), NaN for another modulus
 */
double
cw_elliptic_k (double modulus)
{
  if (!(modulus >= 0 && modulus < 1))
    return NAN;

  return G_PI_2 / mean_with_one (sqrt ((1 - modulus) * (1 + modulus)));
}

/**
 * cw_elliptic_ratio:
 * @modulus: the modulus k, from 0 to 1
 * @complement: √(1 − k²), given because it cannot be had from a k that is close to 1
 *
 * Computes the ratio of conformal mapping.
 *
 * Returns: K(k) / K(k′) = M(1, k) / M(1, k′); infinite for k′ = 0, NaN outside 0 … 1, which
 *   cw_estimate_new () turns into an estimate without a value
 */
double
cw_elliptic_ratio (double modulus, double complement)
{
  if (!(modulus >= 0 && modulus <= 1 && complement >= 0 && complement <= 1))
    return NAN;

  return mean_with_one (modulus) / mean_with_one (complement);
}
