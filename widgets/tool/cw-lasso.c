/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-lasso.h"

#include "model/copper/cw-copper.h"

typedef struct
{
  const CwHitQuery *query;
  const CwPoint *points;
  gsize n_points;
  CwShape leg;     /* of the lasso */
  GHashTable *out; /* set of ids: crossed, or with a shape outside */
  GHashTable *in;  /* set of ids: with a shape inside */
} Search;

static gboolean
may_take (const Search *search, const CwShape *shape)
{
  return shape->role != CW_ROLE_DIE_PAD
         && cw_filter_accepts (search->query->filter, search->query->design, shape);
}

static gboolean
find_crossed (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;

  if (may_take (search, shape) && cw_shape_touches (shape, &search->leg))
    g_hash_table_add (search->out, GUINT_TO_POINTER (shape->item));

  return TRUE;
}

static CwPoint
get_point (const CwShape *shape)
{
  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      return shape->disc.centre;

    case CW_SHAPE_CAPSULE:
      return shape->capsule.a;

    case CW_SHAPE_BAND:
      return shape->band.arc.start;

    case CW_SHAPE_POLYGON:
      return shape->polygon->points[0];

    case CW_SHAPE_BOX:
    default:
      return shape->box.min;
    }
}

/* by the crossings of a ray to the right */
static gboolean
is_inside (const Search *search, CwPoint p)
{
  gboolean inside = FALSE;

  for (gsize i = 0; i < search->n_points; i++)
    {
      CwPoint a = search->points[i];
      CwPoint b = search->points[(i + 1) % search->n_points];
      CwPoint low = a.y <= b.y ? a : b;
      CwPoint high = a.y <= b.y ? b : a;

      if (low.y <= p.y && p.y < high.y
          && ((gint64) high.x - low.x) * ((gint64) p.y - low.y)
                 > ((gint64) p.x - low.x) * ((gint64) high.y - low.y))
        inside = !inside;
    }

  return inside;
}

static gboolean
sort_shape (const CwShape *shape, gpointer user_data)
{
  Search *search = user_data;
  gpointer id = GUINT_TO_POINTER (shape->item);

  if (!may_take (search, shape) || g_hash_table_contains (search->out, id))
    return TRUE;
  g_hash_table_add (is_inside (search, get_point (shape)) ? search->in : search->out, id);

  return TRUE;
}

static int
compare_picks (gconstpointer a, gconstpointer b)
{
  CwId left = ((const CwPick *) a)->item;
  CwId right = ((const CwPick *) b)->item;

  return left < right ? -1 : left > right;
}

/**
 * cw_lasso_list:
 * @query: what may be taken
 * @points: (array length=n_points): the lasso, which closes by itself and may cross itself [nm]
 * @n_points: how many
 *
 * Lists the items that lie inside a lasso with all that is seen of them, ascending. What a lasso
 * goes round twice is outside again.
 *
 * Returns: (transfer full) (element-type CwPick): the items
 */
GArray *
cw_lasso_list (const CwHitQuery *query, const CwPoint *points, gsize n_points)
{
  GArray *picks = g_array_new (FALSE, FALSE, sizeof (CwPick));
  g_autoptr (GHashTable) out = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) in = g_hash_table_new (NULL, NULL);
  Search search = { .query = query, .points = points, .n_points = n_points, .out = out, .in = in };
  guint n_levels = cw_technology_get_n_levels (cw_design_get_technology (query->design));
  CwBox box = CW_BOX_EMPTY;
  GHashTableIter iter;
  gpointer id;

  for (gsize i = 0; i < n_points; i++)
    box = cw_box_add_point (box, points[i]);
  for (guint level = 0; level < n_levels && n_points > 2; level++)
    if ((query->levels >> level & 1) != 0)
      for (gsize i = 0; i < n_points; i++)
        {
          CwPoint next = points[(i + 1) % n_points];

          search.leg = (CwShape){ .kind = CW_SHAPE_CAPSULE, .capsule = { points[i], next, 0 } };
          cw_copper_foreach_shape (query->design, level, cw_box_from_points (points[i], next),
                                   find_crossed, &search);
        }
  for (guint level = 0; level < n_levels && n_points > 2; level++)
    if ((query->levels >> level & 1) != 0)
      cw_copper_foreach_shape (query->design, level, box, sort_shape, &search);
  g_hash_table_iter_init (&iter, in);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (out, id)
        && cw_box_contains_box (box,
                                cw_design_get_item_bounds (query->design, GPOINTER_TO_UINT (id))))
      {
        CwPick pick = { GPOINTER_TO_UINT (id), 0 };

        g_array_append_val (picks, pick);
      }
  g_array_sort (picks, compare_picks);

  return picks;
}
