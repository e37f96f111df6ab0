/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-spiral.h"

/**
 * cw_spiral_get_outer:
 * @self: a spiral
 *
 * Returns: the outer diameter d_in + 2nw + 2(n − 1)s, from side to side [m]
 */
double
cw_spiral_get_outer (const CwSpiral *self)
{
  return self->inner + 2 * self->turns * self->width + 2 * (self->turns - 1) * self->space;
}

/* Sides of a square spiral from outside in: the first one three times, then each two pitches less. */
static double
square_length (const CwSpiral *self)
{
  double side = cw_spiral_get_outer (self) - self->width;
  double length = 0;
  int n = (int) MIN (lround (4 * self->turns), 4000);

  for (int i = 0; i < n; i++)
    {
      if (i > 2 && i % 2 == 1)
        side -= self->width + self->space;
      length += side;
    }

  return length;
}

/**
 * cw_spiral_length:
 * @self: a spiral
 *
 * Estimates the length of the middle line: the sum of the 4n sides of a square spiral, otherwise n
 * rings of the mean diameter, n d_avg times 6 tan 30°, 8 tan 22.5° or π.
 *
 * Returns: the length [m]
 */
CwEstimate
cw_spiral_length (const CwSpiral *self)
{
  static const char formula[] = "Sum of the sides, or rings of the mean diameter";
  static const char range[] = "n ≥ 1; a square of whole quarter turns";
  double mean = (self->inner + cw_spiral_get_outer (self)) / 2;
  double sides = 4 * self->turns;
  gboolean in_range = self->turns >= 1 && self->turns <= 1000 && self->width > 0 && self->space > 0
                      && self->inner >= 0;

  if (!in_range)
    return cw_estimate_new (0, FALSE, formula, range);

  switch (self->form)
    {
    case CW_SPIRAL_SQUARE:
      return cw_estimate_new (square_length (self), fabs (sides - round (sides)) < 1e-9, formula,
                              range);

    case CW_SPIRAL_HEXAGON:
      return cw_estimate_new (self->turns * mean * 6 * tan (G_PI / 6), TRUE, formula, range);

    case CW_SPIRAL_OCTAGON:
      return cw_estimate_new (self->turns * mean * 8 * tan (G_PI / 8), TRUE, formula, range);

    case CW_SPIRAL_ROUND:
    default:
      return cw_estimate_new (self->turns * mean * G_PI, TRUE, formula, range);
    }
}
