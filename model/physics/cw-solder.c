/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/physics/cw-solder.h"

/**
 * cw_solder_free_ball:
 * @width: width of the ball after reflow [m]
 * @base: diameter of the metal that it sits on [m]
 *
 * Computes the diameter of the loose ball of the same volume, D³ = b³ − 6/π V, where V is the cap
 * that the base cuts off the sphere of width b. The height after reflow is
 * cw_ball_get_height().
 *
 * Source: volume of a truncated sphere; 250 µm and 300 µm balls follow from the widths in the open
 * Amkor and Deca rules.
 *
 * Returns: the diameter of the ball to place [m]
 */
CwEstimate
cw_solder_free_ball (double width, double base)
{
  static const char formula[] = "Truncated sphere of the same volume";
  static const char range[] = "a < b; molten, before mounting, small enough to stay round";
  double radius = width / 2;
  double cap;
  double volume;

  if (!(width > 0 && base >= 0 && base <= width))
    return cw_estimate_new (0, FALSE, formula, range);

  cap = radius - sqrt (radius * radius - base * base / 4);
  volume = G_PI * cap * cap * (3 * radius - cap) / 3;

  return cw_estimate_new (cbrt (width * width * width - 6 / G_PI * volume), base < width, formula,
                          range);
}

/**
 * cw_solder_pillar_height:
 * @diameter: diameter of the pillar [m]
 * @metal: height of its metal [m]
 * @solder: height of the plated solder on it [m]
 *
 * Computes the height of a pillar after reflow: the plated cylinder of solder becomes a spherical
 * cap of height h, h³ + 3a²h = 6a²s with the radius a and the plated height s.
 *
 * Source: volume of a spherical cap; within the ± 7 µm of three published PacTech pillars.
 *
 * Returns: the whole height [m]
 */
CwEstimate
cw_solder_pillar_height (double diameter, double metal, double solder)
{
  double a = diameter / 2;
  gboolean in_range = diameter > 0 && metal >= 0 && solder >= 0;
  double half; /* the cubic h³ + 3a²h − 6a²s has one real root, by Cardano in this stable form */
  double u;

  if (!in_range)
    return cw_estimate_new (0, FALSE, "Cap of the plated volume",
                            "Solder wets the top of the pillar only");

  half = 3 * a * a * solder;
  u = cbrt (half + sqrt (half * half + pow (a, 6)));

  return cw_estimate_new (metal + u - a * a / u, TRUE, "Cap of the plated volume",
                          "Solder wets the top of the pillar only");
}
