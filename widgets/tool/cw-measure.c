/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-measure.h"

#define MOST_PAIRS 4000000 /* of shapes that are looked at */

static gboolean
counts (const CwShape *shape)
{
  return shape->role != CW_ROLE_HOLE && shape->role != CW_ROLE_OPENING
         && shape->role != CW_ROLE_BALL && shape->role != CW_ROLE_UBM;
}

/* the body of a die, one of its pads, or all of anything else that metal or an outline is made of */
static void
add_shapes (const CwDesign *design, CwPick pick, GArray *shapes)
{
  gboolean is_die = cw_id_get_kind (pick.item) == CW_ITEM_DIE;
  guint32 n = cw_design_count_shapes (design, pick.item);

  for (guint32 i = is_die ? pick.part : 0; i < (is_die ? MIN (pick.part + 1, n) : n); i++)
    {
      CwShape shape;

      cw_design_get_shape (design, pick.item, i, &shape);
      if (counts (&shape))
        g_array_append_val (shapes, shape);
      else
        cw_shape_clear (&shape);
    }
}

static void
clear_shape (gpointer data)
{
  cw_shape_clear (data);
}

static gint64
get_way (gint64 low_a, gint64 high_a, gint64 low_b, gint64 high_b)
{
  return MAX (MAX (low_b - high_a, low_a - high_b), 0);
}

static void
get_ways (CwBox a, CwBox b, gint64 *dx, gint64 *dy)
{
  *dx = get_way (a.min.x, a.max.x, b.min.x, b.max.x);
  *dy = get_way (a.min.y, a.max.y, b.min.y, b.max.y);
}

static gboolean
is_farther (const CwShape *a, const CwShape *b, gint64 distance)
{
  gint64 dx;
  gint64 dy;

  get_ways (cw_shape_get_bounds (a), cw_shape_get_bounds (b), &dx, &dy);

  return (__int128) dx * dx + (__int128) dy * dy >= (__int128) distance * distance;
}

static gboolean
find_gap (GArray *from, GArray *to, gboolean same_level, CwMeasure *measure)
{
  gboolean found = FALSE;

  for (guint i = 0; i < from->len; i++)
    for (guint j = 0; j < to->len; j++)
      {
        const CwShape *a = &g_array_index (from, CwShape, i);
        const CwShape *b = &g_array_index (to, CwShape, j);
        CwGap gap;

        if ((same_level && a->level != b->level)
            || (found && is_farther (a, b, measure->gap.distance)))
          continue;
        cw_shape_measure (a, b, &gap);
        if (found && gap.distance >= measure->gap.distance)
          continue;
        measure->gap = gap;
        measure->same_level = a->level == b->level;
        found = TRUE;
        if (gap.distance == 0)
          return TRUE;
      }

  return found;
}

/**
 * cw_measure_picks:
 * @design: a design
 * @picks: (array length=n_picks): items or die pads
 * @n_picks: how many
 * @to: another item or die pad
 * @measure: (out): how far it is from them
 *
 * Measures the gap between what is selected and something else: on a level that both have in
 * common, otherwise as seen from above. Balls, openings and holes do not count.
 *
 * Returns: whether both have a form; %FALSE also when there is too much to look at
 */
gboolean
cw_measure_picks (const CwDesign *design, const CwPick *picks, gsize n_picks, CwPick to,
                  CwMeasure *measure)
{
  g_autoptr (GArray) from_shapes = g_array_new (FALSE, FALSE, sizeof (CwShape));
  g_autoptr (GArray) to_shapes = g_array_new (FALSE, FALSE, sizeof (CwShape));
  CwBox from_box = CW_BOX_EMPTY;
  CwBox to_box = CW_BOX_EMPTY;

  g_return_val_if_fail (design != NULL && measure != NULL, FALSE);

  g_array_set_clear_func (from_shapes, clear_shape);
  g_array_set_clear_func (to_shapes, clear_shape);
  add_shapes (design, to, to_shapes);
  for (gsize i = 0; i < n_picks; i++)
    {
      add_shapes (design, picks[i], from_shapes);
      if ((guint64) from_shapes->len * to_shapes->len > MOST_PAIRS)
        return FALSE;
    }
  if (!find_gap (from_shapes, to_shapes, TRUE, measure)
      && !find_gap (from_shapes, to_shapes, FALSE, measure))
    return FALSE;
  for (guint i = 0; i < from_shapes->len; i++)
    from_box
        = cw_box_union (from_box, cw_shape_get_bounds (&g_array_index (from_shapes, CwShape, i)));
  for (guint i = 0; i < to_shapes->len; i++)
    to_box = cw_box_union (to_box, cw_shape_get_bounds (&g_array_index (to_shapes, CwShape, i)));
  get_ways (from_box, to_box, &measure->dx, &measure->dy);

  return TRUE;
}
