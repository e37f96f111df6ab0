/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

#define CW_SPEED_OF_LIGHT (299792458.0)           /* [m/s] */
#define CW_VACUUM_PERMEABILITY (4e-7 * G_PI)      /* [H/m] */
#define CW_VACUUM_PERMITTIVITY (8.8541878128e-12) /* [F/m] */
#define CW_VACUUM_IMPEDANCE (376.730313668)       /* [Ω] */

/**
 * CwEstimate:
 * @value: the value, in the unit that the function names; 0 where it is undefined, never NaN
 * @in_range: whether the formula holds for what it was asked
 * @formula: name and author of the formula
 * @range: where it holds, in words for the user
 *
 * A first-order value by a formula from the literature, and whether to believe it.
 */
typedef struct
{
  double value;
  gboolean in_range;
  const char *formula;
  const char *range;
} CwEstimate;

static inline CwEstimate
cw_estimate_new (double value, gboolean in_range, const char *formula, const char *range)
{
  if (!isfinite (value))
    return (CwEstimate){ 0, FALSE, formula, range };

  return (CwEstimate){ value, in_range, formula, range };
}

G_END_DECLS
