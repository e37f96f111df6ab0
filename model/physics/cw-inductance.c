/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-inductance.h"

static const char spiral_range[]
    = "n ≥ 1, s ≤ 3 w, 0.1 ≤ (d_out − d_in)/(d_out + d_in) ≤ 0.9; without leads and ground";

/* mean diameter [m] and fill ratio */
static gboolean
measure (const CwSpiral *spiral, double *mean, double *fill)
{
  double outer = cw_spiral_get_outer (spiral);

  *mean = (outer + spiral->inner) / 2;
  *fill = (outer - spiral->inner) / (outer + spiral->inner);

  return spiral->turns > 0 && spiral->width > 0 && spiral->space > 0 && spiral->inner > 0
         && outer > spiral->inner;
}

static gboolean
is_in_spiral_range (const CwSpiral *spiral, double fill)
{
  return spiral->turns >= 1 && spiral->space <= 3 * spiral->width && fill >= 0.1 && fill <= 0.9;
}

/**
 * cw_inductance_wheeler:
 * @spiral: a square, hexagonal or octagonal spiral; the source has no pair for round ones
 *
 * Computes L = K1 µ0 n² d_avg / (1 + K2 r).
 *
 * Source: modified Wheeler in Mohan, Hershenson, Boyd, Lee, "Simple accurate expressions for planar
 * spiral inductances", IEEE J. Solid-State Circuits 34 (1999). Typical error 2 to 3 %, larger
 * for s > 3w and for few turns.
 *
 * Returns: the inductance [H]
 */
CwEstimate
cw_inductance_wheeler (const CwSpiral *spiral)
{
  static const double pairs[][2] = { { 2.34, 2.75 }, { 2.33, 3.82 }, { 2.25, 3.55 } };
  static const char formula[] = "Modified Wheeler, Mohan 1999";
  double mean;
  double fill;

  if (!measure (spiral, &mean, &fill) || spiral->form >= G_N_ELEMENTS (pairs))
    return cw_estimate_new (0, FALSE, formula, spiral_range);

  return cw_estimate_new (pairs[spiral->form][0] * CW_VACUUM_PERMEABILITY * spiral->turns
                              * spiral->turns * mean / (1 + pairs[spiral->form][1] * fill),
                          is_in_spiral_range (spiral, fill), formula, spiral_range);
}

/**
 * cw_inductance_current_sheet:
 * @spiral: a spiral
 *
 * Computes L = µ0 n² d_avg c1/2 (ln (c2/r) + c3 r + c4 r²).
 *
 * Source: current sheet in Mohan et al., IEEE J. Solid-State Circuits 34 (1999). Typical error 2 to
 * 3 %, larger for s > 3w and for few turns. It counts n full rings: a drawn spiral of 4n sides is
 * shorter, and 5 to 8 % lower by Greenhouse.
 *
 * Returns: the inductance [H]
 */
CwEstimate
cw_inductance_current_sheet (const CwSpiral *spiral)
{
  static const double c[][4] = { { 1.27, 2.07, 0.18, 0.13 },
                                 { 1.09, 2.23, 0.00, 0.17 },
                                 { 1.07, 2.29, 0.00, 0.19 },
                                 { 1.00, 2.46, 0.00, 0.20 } };
  static const char formula[] = "Current sheet, Mohan 1999";
  double mean;
  double fill;
  const double *f;

  if (!measure (spiral, &mean, &fill) || spiral->form >= G_N_ELEMENTS (c))
    return cw_estimate_new (0, FALSE, formula, spiral_range);

  f = c[spiral->form];
  return cw_estimate_new (CW_VACUUM_PERMEABILITY * spiral->turns * spiral->turns * mean * f[0] / 2
                              * (log (f[1] / fill) + f[2] * fill + f[3] * fill * fill),
                          is_in_spiral_range (spiral, fill), formula, spiral_range);
}

/**
 * cw_inductance_monomial:
 * @spiral: a square spiral
 *
 * Computes L = 1.62e-3 d_out^−1.21 w^−0.147 d_avg^2.40 n^1.78 s^−0.030, in µm and nH.
 *
 * Source: data-fitted monomial in Mohan et al., IEEE J. Solid-State Circuits 34 (1999).
 *
 * Returns: the inductance [H]
 */
CwEstimate
cw_inductance_monomial (const CwSpiral *spiral)
{
  static const char formula[] = "Fitted monomial, Mohan 1999";
  double mean;
  double fill;

  if (!measure (spiral, &mean, &fill) || spiral->form != CW_SPIRAL_SQUARE)
    return cw_estimate_new (0, FALSE, formula, spiral_range);

  return cw_estimate_new (1e-9 * 1.62e-3 * pow (cw_spiral_get_outer (spiral) * 1e6, -1.21)
                              * pow (spiral->width * 1e6, -0.147) * pow (mean * 1e6, 2.40)
                              * pow (spiral->turns, 1.78) * pow (spiral->space * 1e6, -0.030),
                          is_in_spiral_range (spiral, fill), formula, spiral_range);
}

/* Mutual inductance of two parallel filaments of one length, side by side [H]. */
static double
filaments (double length, double distance)
{
  double ratio = distance / length;

  if (length <= 0)
    return 0;

  return 2e-7 * length * (asinh (1 / ratio) - hypot (1, ratio) + ratio);
}

/* Geometric mean distance of two coplanar ribbons: ln of it over the centre distance. */
static double
log_mean_distance (double width, double distance)
{
  double x = width / distance;
  double y = x * x;
  double far;

  if (x < 0.05)
    return -y * (1 / 12.0 + y * (1 / 60.0 + y / 168));

  far = x < 1 ? (1 - x) * (1 - x) * log1p (-x) : 0;
  return ((1 + x) * (1 + x) * log1p (x) + far) / (2 * y) - 1.5;
}

/**
 * cw_inductance_bar:
 * @length: length [m]
 * @width: width [m]
 * @thickness: thickness [m]
 *
 * Computes the self-inductance of a straight bar at low frequency,
 * L = 2e-7 l (ln (2l/(w + t)) + 0.50049 + (w + t)/(3l)).
 *
 * Source: Grover, "Inductance Calculations" (1946), as used by Greenhouse (1974); 0.05 % from the
 * exact formula of Hoer and Love (1965) at l/w = 100. The range is ours.
 *
 * Returns: the inductance [H]
 */
CwEstimate
cw_inductance_bar (double length, double width, double thickness)
{
  double round = width + thickness;
  gboolean is_valid = length > 0 && width > 0 && thickness >= 0;

  return cw_estimate_new (
      is_valid ? 2e-7 * length * (log (2 * length / round) + 0.50049 + round / (3 * length)) : NAN,
      is_valid && length >= 2 * round, "Straight bar, Grover 1946",
      "l ≥ 2 (w + t); low frequency, without return path");
}

/**
 * cw_inductance_bars_mutual:
 * @length: length of both [m]
 * @width: width of both [m]
 * @distance: distance of their middle lines [m]
 *
 * Computes the mutual inductance of two thin bars of one length that lie side by side: that of
 * two filaments at the geometric mean distance of two coplanar ribbons.
 *
 * Source: Grover, "Inductance Calculations" (1946), as used by Greenhouse (1974).
 *
 * Returns: the inductance [H]
 */
CwEstimate
cw_inductance_bars_mutual (double length, double width, double distance)
{
  gboolean is_valid = length > 0 && width > 0 && distance >= width;
  double mean = is_valid ? distance * exp (log_mean_distance (width, distance)) : NAN;

  return cw_estimate_new (is_valid ? filaments (length, mean) : NAN, is_valid,
                          "Filaments at the mean distance, Grover 1946",
                          "Side by side in one plane, not overlapping, thin");
}

typedef struct
{
  double across; /* place of the middle line at right angles to it [m] */
  double from;   /* ends along it, from is the smaller one [m] */
  double to;
  int axis;
  int sign;
} Side;

/* Lays the sides of a square spiral from its outer end inward. Returns how many. */
static guint
lay_sides (const CwSpiral *spiral, Side *sides, guint n)
{
  double length = cw_spiral_get_outer (spiral) - spiral->width;
  double at[2] = { 0, 0 };

  for (guint i = 0; i < n; i++)
    {
      int axis = (int) (i % 2);
      int sign = i % 4 < 2 ? 1 : -1;
      double from = at[axis];

      if (i > 2 && i % 2 == 1)
        length -= spiral->width + spiral->space;
      at[axis] += sign * length;
      sides[i] = (Side){ at[1 - axis], MIN (from, at[axis]), MAX (from, at[axis]), axis, sign };
    }

  return n;
}

/* M = ½ (M(a) + M(b) − M(c) − M(d)) of two parallel sides that are shifted against each other */
static double
couple (const Side *a, const Side *b, double width)
{
  double distance = fabs (a->across - b->across);
  double mean = distance * exp (log_mean_distance (width, distance));
  double sum = filaments (fabs (b->to - a->from), mean) + filaments (fabs (a->to - b->from), mean)
               - filaments (fabs (b->from - a->from), mean)
               - filaments (fabs (b->to - a->to), mean);

  return a->sign * b->sign * sum / 2;
}

/**
 * cw_inductance_greenhouse:
 * @spiral: a square spiral of whole quarter turns
 * @thickness: thickness of the metal [m]
 *
 * Sums the self-inductances of the 4n sides and twice the mutual inductance of each two
 * parallel ones, positive where the currents run the same way.
 *
 * Source: Greenhouse, "Design of planar rectangular microelectronic inductors", IEEE Trans. PHP-10
 * (1974), with the bars of Grover (1946).
 *
 * Returns: the inductance [H]
 */
CwEstimate
cw_inductance_greenhouse (const CwSpiral *spiral, double thickness)
{
  static const char formula[] = "Sum over the sides, Greenhouse 1974";
  static const char range[]
      = "Square of whole quarter turns, 1 ≤ n ≤ 50, d_in > s; without leads and ground";
  double quarters = round (4 * spiral->turns);
  g_autofree Side *sides = NULL;
  double sum = 0;
  double mean;
  double fill;
  guint n;

  if (spiral->form != CW_SPIRAL_SQUARE || !measure (spiral, &mean, &fill) || !(thickness >= 0)
      || !(spiral->inner > spiral->space) || !(quarters >= 1 && quarters <= 200))
    return cw_estimate_new (0, FALSE, formula, range);

  sides = g_new (Side, (gsize) quarters);
  n = lay_sides (spiral, sides, (guint) quarters);
  for (guint i = 0; i < n; i++)
    {
      sum += cw_inductance_bar (sides[i].to - sides[i].from, spiral->width, thickness).value;
      for (guint j = i % 2; j < i; j += 2)
        sum += 2 * couple (&sides[i], &sides[j], spiral->width);
    }

  return cw_estimate_new (sum, fabs (4 * spiral->turns - quarters) < 1e-9 && quarters >= 4, formula,
                          range);
}

/**
 * cw_inductance_spiral:
 * @spiral: a spiral
 * @thickness: thickness of the metal [m]
 *
 * Picks the formula that fits best: cw_inductance_greenhouse() for a square of whole
 * quarter turns, cw_inductance_current_sheet() for all others.
 *
 * Returns: the inductance [H]
 */
CwEstimate
cw_inductance_spiral (const CwSpiral *spiral, double thickness)
{
  CwEstimate sum = cw_inductance_greenhouse (spiral, thickness);

  return sum.in_range ? sum : cw_inductance_current_sheet (spiral);
}
