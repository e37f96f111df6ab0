/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-quantity.h"

#include <math.h>

static __int128
get_gcd (__int128 a, __int128 b)
{
  a = a < 0 ? -a : a;
  while (b != 0)
    {
      __int128 rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

/**
 * cw_quantity_new:
 * @num: numerator, above the smallest __int128
 * @den: denominator, positive
 * @power: power of length
 *
 * Returns: the fraction, reduced
 */
CwQuantity
cw_quantity_new (__int128 num, __int128 den, int power)
{
  __int128 divisor = get_gcd (num, den);

  return (CwQuantity){
    .power = power,
    .is_exact = TRUE,
    .num = num / divisor,
    .den = den / divisor,
    .approx = (double) (num / divisor) / (double) (den / divisor),
  };
}

/**
 * cw_quantity_new_decimal:
 * @decimal: a number as written
 *
 * Returns: the number
 */
CwQuantity
cw_quantity_new_decimal (CwDecimal decimal)
{
  __int128 power = 1;

  for (guint i = 0; i < decimal.places; i++)
    power *= 10;

  return cw_quantity_new (decimal.negative ? -(__int128) decimal.digits : (__int128) decimal.digits,
                          power, 0);
}

/**
 * cw_quantity_new_approx:
 * @value: a value
 * @power: power of length
 *
 * Returns: a quantity that is no fraction
 */
CwQuantity
cw_quantity_new_approx (double value, int power)
{
  return (CwQuantity){ .power = power, .approx = value, .den = 1 };
}

/**
 * cw_quantity_compare:
 * @a: a quantity
 * @b: a quantity of the same dimension
 *
 * Returns: negative, zero or positive as @a is smaller than, equal to or greater than @b
 */
int
cw_quantity_compare (const CwQuantity *a, const CwQuantity *b)
{
  __int128 left;
  __int128 right;

  if (a->is_exact && b->is_exact && !__builtin_mul_overflow (a->num, b->den, &left)
      && !__builtin_mul_overflow (b->num, a->den, &right))
    return (left > right) - (left < right);

  return (a->approx > b->approx) - (a->approx < b->approx);
}

/**
 * cw_quantity_is_zero:
 * @self: a quantity
 *
 * Returns: whether it is zero
 */
gboolean
cw_quantity_is_zero (const CwQuantity *self)
{
  return self->is_exact ? self->num == 0 : self->approx == 0;
}

/**
 * cw_quantity_negate:
 * @a: a quantity
 *
 * Returns: @a with the other sign
 */
CwQuantity
cw_quantity_negate (const CwQuantity *a)
{
  CwQuantity result = *a;

  result.num = -result.num;
  result.approx = -result.approx;

  return result;
}

static gboolean
is_representable (__int128 value)
{
  return value > (__int128) ((unsigned __int128) 1 << 127);
}

/**
 * cw_quantity_add:
 * @a: a quantity
 * @b: a quantity of the same dimension
 *
 * Returns: the sum
 */
CwQuantity
cw_quantity_add (const CwQuantity *a, const CwQuantity *b)
{
  CwQuantity result = cw_quantity_new_approx (a->approx + b->approx, a->power);
  __int128 left;
  __int128 right;
  __int128 den;

  if (a->is_exact && b->is_exact && !__builtin_mul_overflow (a->num, b->den, &left)
      && !__builtin_mul_overflow (b->num, a->den, &right)
      && !__builtin_mul_overflow (a->den, b->den, &den)
      && !__builtin_add_overflow (left, right, &left) && is_representable (left))
    result = cw_quantity_new (left, den, a->power);
  result.is_angle = a->is_angle || b->is_angle;

  return result;
}

/**
 * cw_quantity_multiply:
 * @a: a quantity
 * @b: a quantity
 *
 * Returns: the product
 */
CwQuantity
cw_quantity_multiply (const CwQuantity *a, const CwQuantity *b)
{
  CwQuantity result = cw_quantity_new_approx (a->approx * b->approx, a->power + b->power);
  __int128 num;
  __int128 den;

  if (a->is_exact && b->is_exact && !__builtin_mul_overflow (a->num, b->num, &num)
      && is_representable (num) && !__builtin_mul_overflow (a->den, b->den, &den))
    result = cw_quantity_new (num, den, result.power);
  result.is_angle = a->is_angle || b->is_angle;

  return result;
}

/**
 * cw_quantity_divide:
 * @a: a quantity
 * @b: a quantity, not zero
 *
 * Returns: the quotient
 */
CwQuantity
cw_quantity_divide (const CwQuantity *a, const CwQuantity *b)
{
  CwQuantity inverse = *b;
  CwQuantity result;

  inverse.power = -b->power;
  inverse.num = b->num < 0 ? -b->den : b->den;
  inverse.den = b->num < 0 ? -b->num : b->num;
  inverse.approx = 1 / b->approx;
  if (!b->is_exact)
    inverse.den = 1;
  result = cw_quantity_multiply (a, &inverse);
  result.is_angle = a->is_angle && !b->is_angle;

  return result;
}

/* the whole square root of a number that is a square */
static gboolean
get_root (__int128 square, __int128 *root)
{
  __int128 guess = (__int128) sqrt ((double) square);

  for (__int128 i = MAX (guess - 2, 0); i <= guess + 2; i++)
    {
      __int128 product;

      if (!__builtin_mul_overflow (i, i, &product) && product == square)
        {
          *root = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * cw_quantity_sqrt:
 * @a: a quantity of an even power, not negative
 *
 * Returns: the square root; exact when both parts of the fraction are squares
 */
CwQuantity
cw_quantity_sqrt (const CwQuantity *a)
{
  __int128 num;
  __int128 den;

  if (a->is_exact && get_root (a->num, &num) && get_root (a->den, &den))
    return cw_quantity_new (num, den, a->power / 2);

  return cw_quantity_new_approx (sqrt (a->approx), a->power / 2);
}

static double
get_sin_of_degrees (double degrees)
{
  double turn = fmod (degrees, 360);

  return sin (turn * (G_PI / 180));
}

/**
 * cw_quantity_sin:
 * @a: an angle [deg]
 *
 * Returns: its sine; exact at multiples of 30° that have a fraction for it
 */
CwQuantity
cw_quantity_sin (const CwQuantity *a)
{
  static const int twice[] = { 0, 1, 9, 2, 9, 1, 0, -1, 9, -2, 9, -1 }; /* 9: no fraction */

  if (a->is_exact && a->den == 1 && a->num % 30 == 0)
    {
      int step = (int) ((a->num / 30 % 12 + 12) % 12);

      if (twice[step] != 9)
        return cw_quantity_new (twice[step], 2, 0);
    }

  return cw_quantity_new_approx (get_sin_of_degrees (a->approx), 0);
}

/**
 * cw_quantity_cos:
 * @a: an angle [deg]
 *
 * Returns: its cosine; exact at multiples of 30° that have a fraction for it
 */
CwQuantity
cw_quantity_cos (const CwQuantity *a)
{
  CwQuantity right_angle = cw_quantity_new (90, 1, 0);
  CwQuantity turned = cw_quantity_add (a, &right_angle);

  return cw_quantity_sin (&turned);
}

/**
 * cw_quantity_round:
 * @self: a quantity
 * @max: largest size that it may have, at most 2^53
 * @value: (out): the nearest whole number, halves away from zero
 * @rounded: (out): whether that is not the same
 *
 * Returns: whether it keeps within ±@max
 */
gboolean
cw_quantity_round (const CwQuantity *self, gint64 max, gint64 *value, gboolean *rounded)
{
  double nearest;

  if (self->is_exact)
    {
      __int128 whole = self->num / self->den;
      __int128 rest = self->num % self->den;

      *rounded = rest != 0;
      rest = rest < 0 ? -rest : rest;
      if (rest >= self->den - rest)
        whole += self->num < 0 ? -1 : 1;
      if (whole < -max || whole > max)
        return FALSE;

      *value = (gint64) whole;
      return TRUE;
    }

  nearest = round (self->approx);
  if (!(fabs (nearest) <= (double) max))
    return FALSE;

  *value = (gint64) nearest;
  *rounded = nearest != self->approx;
  return TRUE;
}
