/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-align.h"

/* one axis of a box [nm] */
typedef struct
{
  gint64 low;
  gint64 high;
  gsize index;
} Extent;

static Extent
get_extent (CwBox box, gboolean is_y, gsize index)
{
  if (is_y)
    return (Extent){ box.min.y, box.max.y, index };
  return (Extent){ box.min.x, box.max.x, index };
}

static gint64
halve (gint64 value)
{
  return value >= 0 ? value / 2 : -((1 - value) / 2);
}

static int
compare_extents (gconstpointer a, gconstpointer b)
{
  const Extent *left = a;
  const Extent *right = b;
  gint64 l = left->low + left->high;
  gint64 r = right->low + right->high;

  if (l != r)
    return l < r ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static gint64
get_aligned (CwAlignKind kind, Extent own, Extent reference)
{
  switch (kind)
    {
    case CW_ALIGN_LEFT:
    case CW_ALIGN_BOTTOM:
      return reference.low - own.low;

    case CW_ALIGN_RIGHT:
    case CW_ALIGN_TOP:
      return reference.high - own.high;

    case CW_ALIGN_CENTRE:
    case CW_ALIGN_MIDDLE:
    case CW_DISTRIBUTE_GAPS_X:
    case CW_DISTRIBUTE_GAPS_Y:
    case CW_DISTRIBUTE_CENTRES_X:
    case CW_DISTRIBUTE_CENTRES_Y:
    default:
      return halve (reference.low + reference.high - own.low - own.high);
    }
}

static void
set_offset (CwPoint *offset, gboolean is_y, gint64 by)
{
  *offset = is_y ? CW_POINT (0, cw_coord_saturate (by)) : CW_POINT (cw_coord_saturate (by), 0);
}

/* the first and the last stay; the rest of a division goes to the gaps further on */
static void
distribute (gboolean by_gaps, gboolean is_y, Extent *extents, gsize n, CwPoint *offsets)
{
  gint64 first;
  gint64 space;
  gint64 before = 0;

  qsort (extents, n, sizeof (Extent), compare_extents);
  first = by_gaps ? extents[0].high : extents[0].low + extents[0].high;
  space = (by_gaps ? extents[n - 1].low : extents[n - 1].low + extents[n - 1].high) - first;
  for (gsize i = 1; by_gaps && i + 1 < n; i++)
    space -= extents[i].high - extents[i].low;
  for (gsize i = 1; i + 1 < n; i++)
    {
      gint64 along = first + before + space * (gint64) i / (gint64) (n - 1);

      if (by_gaps)
        set_offset (&offsets[extents[i].index], is_y, along - extents[i].low);
      else
        set_offset (&offsets[extents[i].index], is_y,
                    halve (along - extents[i].low - extents[i].high));
      if (by_gaps)
        before += extents[i].high - extents[i].low;
    }
}

/**
 * cw_align_boxes:
 * @kind: how
 * @boxes: (array length=n_boxes): boxes around the things [nm]
 * @n_boxes: how many
 * @reference: what they are aligned with; unused when they are distributed [nm]
 * @offsets: (out caller-allocates) (array length=n_boxes): how far each is to go [nm]
 *
 * Finds out how far things have to go to be in order. Distributing keeps the first and the last
 * where they are, and needs a third one to do anything; halves of a nanometre round down.
 */
void
cw_align_boxes (CwAlignKind kind, const CwBox *boxes, gsize n_boxes, CwBox reference,
                CwPoint *offsets)
{
  gboolean is_y = kind == CW_ALIGN_TOP || kind == CW_ALIGN_MIDDLE || kind == CW_ALIGN_BOTTOM
                  || kind == CW_DISTRIBUTE_GAPS_Y || kind == CW_DISTRIBUTE_CENTRES_Y;
  g_autofree Extent *extents = g_new (Extent, MAX (n_boxes, 1));

  for (gsize i = 0; i < n_boxes; i++)
    {
      extents[i] = get_extent (boxes[i], is_y, i);
      offsets[i] = CW_POINT (0, 0);
      if (kind < CW_DISTRIBUTE_GAPS_X)
        set_offset (&offsets[i], is_y,
                    get_aligned (kind, extents[i], get_extent (reference, is_y, 0)));
    }
  if (kind >= CW_DISTRIBUTE_GAPS_X && n_boxes > 2)
    distribute (kind == CW_DISTRIBUTE_GAPS_X || kind == CW_DISTRIBUTE_GAPS_Y, is_y, extents,
                n_boxes, offsets);
}
