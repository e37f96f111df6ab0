/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/physics/cw-estimate.h"

/*
 * The tables of these tests hold the published rows that the formulas are judged by: each with its
 * id, in SI units, and the tolerance of the row itself.
 */

/* Asserts that an estimate lies within a relative tolerance of a published value. */
static inline void
assert_oracle (const char *id, CwEstimate got, double expected, double tolerance)
{
  g_test_message ("%s: %.9g, published %.9g, %+.3f %%", id, got.value, expected,
                  (got.value / expected - 1) * 100);
  g_assert_cmpfloat_with_epsilon (got.value, expected, tolerance * fabs (expected));
  g_assert_nonnull (got.formula);
  g_assert_nonnull (got.range);
}

/* Asserts that an estimate says that it is none. */
static inline void
assert_undefined (CwEstimate got)
{
  g_assert_false (got.in_range);
  g_assert_cmpfloat (got.value, ==, 0);
  g_assert_nonnull (got.formula);
  g_assert_nonnull (got.range);
}

/* Asserts that an estimate is a number that the formula is not made for. */
static inline void
assert_outside (CwEstimate got)
{
  g_assert_false (got.in_range);
  g_assert_true (isfinite (got.value));
}
