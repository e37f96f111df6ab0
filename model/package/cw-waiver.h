/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-item.h"

G_BEGIN_DECLS

#define CW_WAIVER_REASON_MAX 1000 /* [bytes] */

/**
 * CwWaiver:
 * @rule: name of the rule that is broken
 * @items: the items that break it, as the violation has them; the second one or both
 *   %CW_ID_NONE; they need not be there any more
 * @geometry: hash of what they look like, see cw_violation_get_hash ()
 * @reason: why it may stay broken
 * @date: when it was waived, such as `2026-05-17`, or empty
 *
 * A violation that somebody looked at and lets be. It holds as long as the geometry of its items is
 * the same.
 */
typedef struct
{
  GRefString *rule;
  CwId items[2];
  guint64 geometry;
  GRefString *reason;
  GRefString *date;
} CwWaiver;

extern const CwItemClass cw_waiver_class;

G_END_DECLS
