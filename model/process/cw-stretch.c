/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-stretch.h"

/* Lands lie over the traces that end in them, so they own what both cover. */
static guint
get_role_rank (guint8 role)
{
  switch (role)
    {
    case CW_ROLE_BONDING_PAD:
      return 0;
    case CW_ROLE_LAND:
    case CW_ROLE_TERMINAL:
      return 1;
    case CW_ROLE_TRACE:
    case CW_ROLE_HOLE:
    case CW_ROLE_DIE_PAD:
    case CW_ROLE_OPENING:
    case CW_ROLE_BALL:
    case CW_ROLE_DIE:
    case CW_ROLE_BUS:
    case CW_ROLE_PASSIVE:
    case CW_ROLE_UBM:
    case CW_ROLE_CAVITY:
      return 2;
    case CW_ROLE_ZONE:
      return 3;
    case CW_ROLE_TEXT:
    case CW_ROLE_FIDUCIAL:
    default:
      return 4;
    }
}

static int
compare_owners (const CwStretch *a, const CwStretch *b)
{
  guint rank_a = get_role_rank (a->role);
  guint rank_b = get_role_rank (b->role);

  if (rank_a != rank_b)
    return rank_a < rank_b ? -1 : 1;
  if (a->item != b->item)
    return a->item < b->item ? -1 : 1;
  if (a->part != b->part)
    return a->part < b->part ? -1 : 1;

  return 0;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const CwStretch *first = a;
  const CwStretch *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end < second->end ? -1 : 1;

  return compare_owners (first, second);
}

/* A binary heap of stretches with the first owner on top. */
static void
heap_push (GArray *heap, const CwStretch *stretch)
{
  guint at = heap->len;

  g_array_append_vals (heap, stretch, 1);
  while (at > 0)
    {
      guint parent = (at - 1) / 2;
      CwStretch *upper = &g_array_index (heap, CwStretch, parent);
      CwStretch *lower = &g_array_index (heap, CwStretch, at);
      CwStretch swap = *upper;

      if (compare_owners (upper, lower) <= 0)
        return;

      *upper = *lower;
      *lower = swap;
      at = parent;
    }
}

static void
heap_pop (GArray *heap)
{
  guint at = 0;

  g_array_remove_index_fast (heap, 0);
  for (;;)
    {
      guint least = at;
      CwStretch swap;

      for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < heap->len; child++)
        {
          if (compare_owners (&g_array_index (heap, CwStretch, child),
                              &g_array_index (heap, CwStretch, least))
              < 0)
            least = child;
        }
      if (least == at)
        return;

      swap = g_array_index (heap, CwStretch, at);
      g_array_index (heap, CwStretch, at) = g_array_index (heap, CwStretch, least);
      g_array_index (heap, CwStretch, least) = swap;
      at = least;
    }
}

static gboolean
is_same_owner (const CwStretch *a, const CwStretch *b)
{
  return a->item == b->item && a->role == b->role && a->net == b->net
         && (a->role != CW_ROLE_DIE_PAD || a->part == b->part);
}

static void
append (GArray *row, const CwStretch *owner, gint32 start, gint32 end)
{
  CwStretch stretch = *owner;

  if (start >= end)
    return;

  if (row->len > 0)
    {
      CwStretch *last = &g_array_index (row, CwStretch, row->len - 1);

      if (last->end == start && is_same_owner (last, owner))
        {
          last->end = end;
          last->part = MIN (last->part, owner->part);
          return;
        }
    }

  stretch.start = start;
  stretch.end = end;
  g_array_append_val (row, stretch);
}

/**
 * cw_stretch_row_new:
 *
 * Returns: (transfer full): an empty row, an array of CwStretch
 */
GArray *
cw_stretch_row_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CwStretch));
}

/**
 * cw_stretch_row_sort:
 * @row: a row
 *
 * Sorts the stretches by where they begin, then by their owners.
 */
void
cw_stretch_row_sort (GArray *row)
{
  g_array_sort (row, compare_starts);
}

/**
 * cw_stretch_row_tidy:
 * @row: a row in any order
 *
 * Sorts the stretches, gives what several cover to one of them (bonding pads
 * before lands before the rest, lower ids first), and joins what touches and has the same owner.
 */
void
cw_stretch_row_tidy (GArray *row)
{
  g_autoptr (GArray) tidy = cw_stretch_row_new ();
  g_autoptr (GArray) heap = cw_stretch_row_new ();
  guint next = 0;
  gint32 at = 0;

  cw_stretch_row_sort (row);

  while (next < row->len || heap->len > 0)
    {
      CwStretch top;
      gint32 end;

      if (heap->len == 0)
        at = MAX (at, g_array_index (row, CwStretch, next).start);
      while (next < row->len && g_array_index (row, CwStretch, next).start <= at)
        heap_push (heap, &g_array_index (row, CwStretch, next++));

      top = g_array_index (heap, CwStretch, 0);
      if (top.end <= at)
        {
          heap_pop (heap);
          continue;
        }

      end = top.end;
      if (next < row->len)
        end = MIN (end, g_array_index (row, CwStretch, next).start);
      append (tidy, &top, at, end);
      at = end;
    }

  g_array_set_size (row, 0);
  g_array_append_vals (row, tidy->data, tidy->len);
}

/**
 * cw_stretch_row_clip:
 * @row: a tidy row
 * @within: another tidy row
 *
 * Returns: (transfer full): what of @row lies in @within, tidy
 */
GArray *
cw_stretch_row_clip (const GArray *row, const GArray *within)
{
  GArray *clipped = cw_stretch_row_new ();
  guint first = 0;

  for (guint i = 0; i < row->len; i++)
    {
      const CwStretch *stretch = &g_array_index (row, CwStretch, i);

      while (first < within->len && g_array_index (within, CwStretch, first).end <= stretch->start)
        first++;
      for (guint j = first; j < within->len; j++)
        {
          const CwStretch *limits = &g_array_index (within, CwStretch, j);

          if (limits->start >= stretch->end)
            break;
          append (clipped, stretch, MAX (stretch->start, limits->start),
                  MIN (stretch->end, limits->end));
        }
    }

  return clipped;
}

/**
 * cw_stretch_row_get_gaps:
 * @row: a tidy row
 * @within: another tidy row
 *
 * Returns: (transfer full): what of @within no stretch of @row covers, tidy and owned by @within
 */
GArray *
cw_stretch_row_get_gaps (const GArray *row, const GArray *within)
{
  GArray *gaps = cw_stretch_row_new ();
  guint first = 0;

  for (guint i = 0; i < within->len; i++)
    {
      const CwStretch *limits = &g_array_index (within, CwStretch, i);
      gint32 at = limits->start;

      while (first < row->len && g_array_index (row, CwStretch, first).end <= limits->start)
        first++;
      for (guint j = first; j < row->len; j++)
        {
          const CwStretch *stretch = &g_array_index (row, CwStretch, j);

          if (stretch->start >= limits->end)
            break;
          append (gaps, limits, at, stretch->start);
          at = MAX (at, stretch->end);
        }
      append (gaps, limits, at, limits->end);
    }

  return gaps;
}
