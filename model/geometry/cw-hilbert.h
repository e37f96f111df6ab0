/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-box.h"

G_BEGIN_DECLS

/**
 * cw_hilbert_get_key:
 * @bounds: box that the curve fills [nm]
 * @p: a point inside it [nm]
 *
 * Gives the place of a point on a Hilbert curve of order 16: points with near keys
 * are near one another.
 *
 * Source: H. S. Warren, Hacker's Delight, 2nd edition, section 16-2.
 *
 * Returns: the place along the curve
 */
static inline guint32
cw_hilbert_get_key (CwBox bounds, CwPoint p)
{
  guint64 size = MAX (
      (guint64) MAX ((gint64) bounds.max.x - bounds.min.x, (gint64) bounds.max.y - bounds.min.y),
      1);
  guint32 x = (guint32) (((guint64) ((gint64) p.x - bounds.min.x) * 65535) / size);
  guint32 y = (guint32) (((guint64) ((gint64) p.y - bounds.min.y) * 65535) / size);
  guint32 key = 0;

  for (guint32 s = 1u << 15; s > 0; s >>= 1)
    {
      guint32 rx = (x & s) != 0;
      guint32 ry = (y & s) != 0;

      key = key << 2 | ((3 * rx) ^ ry);
      if (ry == 0)
        {
          guint32 t;

          if (rx == 1)
            {
              x = ~x;
              y = ~y;
            }
          t = x;
          x = y;
          y = t;
        }
    }

  return key;
}

G_END_DECLS
