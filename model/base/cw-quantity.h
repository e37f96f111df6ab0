/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-decimal.h"

G_BEGIN_DECLS

/**
 * CwQuantity:
 * @power: 0 for a number, 1 for a length [nm], 2 for an area [nm²], …
 * @is_angle: whether it is a number of degrees
 * @is_exact: whether @num / @den is its value
 * @num: numerator
 * @den: denominator, positive, without common divisor
 * @approx: the value in floating point
 *
 * A number with its dimension: an exact fraction as long as it fits and until a
 * function yields what is none.
 */
typedef struct
{
  int power;
  gboolean is_angle;
  gboolean is_exact;
  __int128 num;
  __int128 den;
  double approx;
} CwQuantity;

CwQuantity cw_quantity_new (__int128 num, __int128 den, int power);
CwQuantity cw_quantity_new_decimal (CwDecimal decimal);
CwQuantity cw_quantity_new_approx (double value, int power);
int cw_quantity_compare (const CwQuantity *a, const CwQuantity *b);
gboolean cw_quantity_is_zero (const CwQuantity *self);
CwQuantity cw_quantity_negate (const CwQuantity *a);
CwQuantity cw_quantity_add (const CwQuantity *a, const CwQuantity *b);
CwQuantity cw_quantity_multiply (const CwQuantity *a, const CwQuantity *b);
CwQuantity cw_quantity_divide (const CwQuantity *a, const CwQuantity *b);
CwQuantity cw_quantity_sqrt (const CwQuantity *a);
CwQuantity cw_quantity_sin (const CwQuantity *a);
CwQuantity cw_quantity_cos (const CwQuantity *a);
gboolean cw_quantity_round (const CwQuantity *self, gint64 max, gint64 *value, gboolean *rounded);

G_END_DECLS
