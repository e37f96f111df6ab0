/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwCoord:
 *
 * A coordinate or a length in whole nanometres.
 *
 * Coordinates keep within ±%CW_COORD_MAX, so that the difference of any two
 * fits a `gint32` and a product of two differences fits a `gint64`.
 */
typedef gint32 CwCoord;

#define CW_COORD_MAX (1000000000)

#define CW_NM (1)
#define CW_UM (1000)
#define CW_MM (1000000)

static inline gboolean
cw_coord_is_valid (gint64 value)
{
  return -CW_COORD_MAX <= value && value <= CW_COORD_MAX;
}

G_END_DECLS
