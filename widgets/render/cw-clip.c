/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-clip.h"

/* Narrows [from, to] to where p + t * d lies within [low, high]. */
static gboolean
narrow (double p, double d, double low, double high, double *from, double *to)
{
  double enter;
  double leave;

  if (d == 0)
    return low <= p && p <= high;

  enter = (low - p) / d;
  leave = (high - p) / d;
  *from = MAX (*from, MIN (enter, leave));
  *to = MIN (*to, MAX (enter, leave));

  return *from <= *to;
}

/**
 * cw_frame_clip_segment:
 * @self: a frame
 * @a: (inout): one end of a segment [px]
 * @b: (inout): the other
 *
 * Cuts a segment to what lies in the frame.
 *
 * Returns: whether anything does
 */
gboolean
cw_frame_clip_segment (const CwFrame *self, CwSpot *a, CwSpot *b)
{
  CwSpot start = *a;
  double dx = b->x - a->x;
  double dy = b->y - a->y;
  double from = 0;
  double to = 1;

  if (!narrow (start.x, dx, self->left, self->right, &from, &to)
      || !narrow (start.y, dy, self->top, self->bottom, &from, &to))
    return FALSE;

  if (from > 0)
    *a = (CwSpot){ start.x + from * dx, start.y + from * dy };
  if (to < 1)
    *b = (CwSpot){ start.x + to * dx, start.y + to * dy };

  return TRUE;
}

static double
get_depth (const CwFrame *self, guint side, CwSpot p)
{
  switch (side)
    {
    case 0:
      return p.x - self->left;
    case 1:
      return self->right - p.x;
    case 2:
      return p.y - self->top;
    case 3:
    default:
      return self->bottom - p.y;
    }
}

/**
 * cw_frame_clip_ring:
 * @self: a frame
 * @ring: (element-type CwSpot): a closed ring [px]
 *
 * Cuts a ring to the frame, side by side. What the ring has in several parts hangs
 * together along the frame, which does not show when it is filled.
 */
void
cw_frame_clip_ring (const CwFrame *self, GArray *ring)
{
  g_autoptr (GArray) kept = g_array_sized_new (FALSE, FALSE, sizeof (CwSpot), ring->len + 8);

  for (guint side = 0; side < 4; side++)
    {
      g_array_set_size (kept, 0);
      for (guint i = 0; i < ring->len; i++)
        {
          CwSpot a = g_array_index (ring, CwSpot, i);
          CwSpot b = g_array_index (ring, CwSpot, i + 1 < ring->len ? i + 1 : 0);
          double depth_a = get_depth (self, side, a);
          double depth_b = get_depth (self, side, b);

          if (depth_a >= 0)
            g_array_append_val (kept, a);
          if ((depth_a >= 0) != (depth_b >= 0))
            {
              double t = depth_a / (depth_a - depth_b);
              CwSpot cut = { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };

              g_array_append_val (kept, cut);
            }
        }
      g_array_set_size (ring, 0);
      g_array_append_vals (ring, kept->data, kept->len);
    }
}
