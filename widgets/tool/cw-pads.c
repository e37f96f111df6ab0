/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-pads.h"

#include "model/package/cw-ball-name.h"

static gboolean
take_last (CwId id, gconstpointer item, gpointer user_data)
{
  *(const CwBondingPad **) user_data = item;

  return TRUE;
}

static CwPadForm
make_round (CwCoord diameter)
{
  return (CwPadForm){ CW_PAD_ROUND, diameter, diameter };
}

/**
 * cw_pads_init:
 * @design: a design
 * @settings: what the user chose
 * @pad: (out caller-allocates): the pad, without name, net and place
 *
 * Makes the next bonding pad: like the last one of the design, else one for a pitch of 0.5 mm,
 * with the sizes that the user chose, on the outermost wiring level.
 */
void
cw_pads_init (const CwDesign *design, const CwDrawSettings *settings, CwBondingPad *pad)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  guint n_wiring = cw_technology_get_n_wiring_levels (technology);
  gboolean has_ubm = cw_technology_find_level_kind (technology, CW_LEVEL_UBM) != CW_LEVEL_NONE;
  const CwBondingPad *last = NULL;

  cw_design_foreach (design, CW_ITEM_BONDING_PAD, take_last, (gpointer) &last);
  if (last != NULL)
    {
      *pad = *last;
      pad->name = NULL;
      pad->net = CW_ID_NONE;
      pad->flags = 0;
    }
  else
    *pad = (CwBondingPad){ .land = make_round (CW_USUAL_LAND),
                           .opening = make_round (CW_USUAL_OPENING),
                           .ubm = make_round (has_ubm ? CW_USUAL_UBM : 0),
                           .ball = { CW_BALL_SOLDER_BALL, CW_USUAL_BALL } };
  pad->level = (guint8) cw_technology_get_wiring_level (technology, n_wiring - 1);
  if (settings->pad_land > 0)
    pad->land = make_round (settings->pad_land);
  if (settings->pad_opening >= 0)
    pad->opening = make_round (settings->pad_opening);
  if (settings->pad_ball >= 0)
    pad->ball.diameter = settings->pad_ball;
  /* the metal reaches over the border of the opening as far as it did */
  if (settings->pad_opening >= 0 && pad->ubm.width > 0)
    pad->ubm = make_round (settings->pad_opening + CW_USUAL_UBM - CW_USUAL_OPENING);
}

static gboolean
note_name (CwId id, gconstpointer item, gpointer user_data)
{
  const CwBondingPad *pad = item;

  g_hash_table_add (user_data, g_strdup (pad->name != NULL ? pad->name : ""));

  return TRUE;
}

/**
 * cw_pads_list_names:
 * @design: a design
 *
 * Lists the names of the bonding pads.
 *
 * Returns: (transfer full) (element-type utf8): a set of them
 */
GHashTable *
cw_pads_list_names (const CwDesign *design)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  cw_design_foreach (design, CW_ITEM_BONDING_PAD, note_name, names);

  return names;
}

static guint
hash_place (gconstpointer key)
{
  const CwPoint *at = key;

  return (guint) at->x * 31 + (guint) at->y;
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  return cw_point_equal (*(const CwPoint *) a, *(const CwPoint *) b);
}

static gboolean
note_place (CwId id, gconstpointer item, gpointer user_data)
{
  const CwBondingPad *pad = item;

  g_hash_table_add (user_data, g_memdup2 (&pad->at, sizeof pad->at));

  return TRUE;
}

/**
 * cw_pads_list_places:
 * @design: a design
 *
 * Lists the centres of the bonding pads.
 *
 * Returns: (transfer full) (element-type CwPoint): a set of them [nm]
 */
GHashTable *
cw_pads_list_places (const CwDesign *design)
{
  GHashTable *places = g_hash_table_new_full (hash_place, equal_places, g_free, NULL);

  cw_design_foreach (design, CW_ITEM_BONDING_PAD, note_place, places);

  return places;
}

typedef struct
{
  CwPoint at;
  gboolean has_row; /* a pad stands in the same row, so its letters are known */
  gboolean has_column;
  guint row;
  guint column;
  gboolean any;
  guint last_row;
  guint last_column; /* of that row */
} Grid;

static gboolean
note_grid (CwId id, gconstpointer item, gpointer user_data)
{
  const CwBondingPad *pad = item;
  Grid *grid = user_data;
  guint row;
  guint column;

  if (!cw_ball_name_parse (pad->name, &row, &column))
    return TRUE;
  if (!grid->any || row > grid->last_row || (row == grid->last_row && column > grid->last_column))
    {
      grid->last_row = row;
      grid->last_column = column;
    }
  grid->any = TRUE;
  if (pad->at.y == grid->at.y)
    {
      grid->has_row = TRUE;
      grid->row = row;
    }
  if (pad->at.x == grid->at.x)
    {
      grid->has_column = TRUE;
      grid->column = column;
    }

  return TRUE;
}

/**
 * cw_pads_dup_next_name:
 * @design: a design
 * @at: where the pad is to lie [nm]
 *
 * Names the next bonding pad: by its row and its column where other pads have them, else after
 * the last one.
 *
 * Returns: (transfer full): a name that no pad has
 */
char *
cw_pads_dup_next_name (const CwDesign *design, CwPoint at)
{
  g_autoptr (GHashTable) names = cw_pads_list_names (design);
  Grid grid = { .at = at };
  char *name;

  cw_design_foreach (design, CW_ITEM_BONDING_PAD, note_grid, &grid);
  if (grid.has_row && grid.has_column)
    {
      name = cw_ball_name_new (grid.row, grid.column);
      if (!g_hash_table_contains (names, name))
        return name;
      g_free (name);
    }

  return grid.any ? cw_ball_name_new (grid.last_row, grid.last_column + 1)
                  : cw_ball_name_new (0, 0);
}

/**
 * cw_pads_get_next_row:
 * @design: a design
 *
 * Gets the first row of names that no bonding pad has, nor any after it.
 *
 * Returns: the row, from 0
 */
guint
cw_pads_get_next_row (const CwDesign *design)
{
  Grid grid = { .any = FALSE };

  cw_design_foreach (design, CW_ITEM_BONDING_PAD, note_grid, &grid);

  return grid.any ? grid.last_row + 1 : 0;
}
