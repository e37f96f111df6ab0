/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-item.h"

/* What the tests of items share. */

static inline void
assert_valid (const CwItemClass *klass, gconstpointer item, const CwItemContext *context)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (klass->validate (item, context, &error));
  g_assert_no_error (error);
}

static inline void
assert_refused (const CwItemClass *klass, gconstpointer item, const CwItemContext *context,
                const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (klass->validate (item, context, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == CW_MODEL_ERROR);
  g_assert_cmpstr (error->message, ==, message);
}

/* a copy of an item that owns what it points to, as in a table */
static inline gpointer
item_hold (const CwItemClass *klass, gconstpointer item)
{
  gpointer held = g_memdup2 (item, klass->table.size);

  if (klass->table.hold != NULL)
    klass->table.hold (held);
  return held;
}

static inline void
item_drop (const CwItemClass *klass, gpointer held)
{
  if (klass->table.drop != NULL)
    klass->table.drop (held);
  g_free (held);
}

/* four turns of 90° about a point, and two mirrorings, give the item back */
static inline void
assert_turns_back (const CwItemClass *klass, gconstpointer item)
{
  const CwTransform turn = { { 1234567, -7654321 }, CW_ANGLE_90, FALSE };
  const CwTransform mirror = { { 0, 0 }, 0, TRUE };
  gpointer moved = item_hold (klass, item);

  for (guint i = 0; i < 4; i++)
    {
      klass->transform (moved, &turn);
      if (i < 3)
        g_assert_false (klass->table.equal (item, moved));
    }
  g_assert_true (klass->table.equal (item, moved));

  klass->transform (moved, &mirror);
  g_assert_false (klass->table.equal (item, moved));
  klass->transform (moved, &mirror);
  g_assert_true (klass->table.equal (item, moved));

  item_drop (klass, moved);
}

static inline void
assert_point (CwPoint point, CwCoord x, CwCoord y)
{
  g_assert_cmpint (point.x, ==, x);
  g_assert_cmpint (point.y, ==, y);
}

static inline void
assert_box (CwBox box, CwCoord x0, CwCoord y0, CwCoord x1, CwCoord y1)
{
  assert_point (box.min, x0, y0);
  assert_point (box.max, x1, y1);
}

/* levels of the default technology with two wiring levels */
enum
{
  SUBSTRATE,
  ADHESIVE,
  DIE,
  PAD,
  D1,
  RDL1,
  D2,
  RDL2,
  PASS,
  BALL,
  N_LEVELS
};
