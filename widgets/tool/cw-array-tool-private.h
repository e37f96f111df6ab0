/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tools-private.h"

G_BEGIN_DECLS

#define CW_ARRAY_MOST_SIDE 1000
#define CW_ARRAY_MOST_CELLS 20000

/**
 * CwArrayTool:
 *
 * Places arrays of bonding pads, and takes pads out of them.
 */
struct _CwArrayTool
{
  CwTool parent_instance;

  guint n_columns; /* that were typed, 0 for those that fit the box */
  guint n_rows;
  gboolean has_first; /* whether the name of the first pad was typed */
  guint first_row;
  guint first_column;
  gboolean removing; /* pads of the design, in REMOVE */
  gboolean stroking; /* over the cells, in GRID */
  gboolean makes_gaps;
  CwPoint last; /* where the stroke was */
};

/* the cells of an array */
typedef struct
{
  CwPoint first; /* centre of the upper left one */
  guint n_columns;
  guint n_rows;
  CwCoord pitch_x;
  CwCoord pitch_y;
} CwArrayGrid;

/* cw-array-grid.c */
gboolean cw_array_is_removing (CwTool *tool);
gboolean cw_array_would_remove (CwTool *tool);
gboolean cw_array_find_pad (CwTool *tool, CwPoint at, CwPick *pick);
gboolean cw_array_has_grid (CwTool *tool);
gboolean cw_array_get_grid (CwTool *tool, gboolean with_pointer, CwArrayGrid *grid);
gboolean cw_array_find_cell (const CwArrayGrid *grid, CwPoint at, guint *row, guint *column);
void cw_array_get_first_name (CwTool *tool, guint *row, guint *column);
CwDesign *cw_array_build (CwTool *tool, gboolean with_pointer, GError **error);
void cw_array_paint (CwTool *tool, GArray *overlay);

G_END_DECLS
