/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-selection.h"

G_BEGIN_DECLS

/**
 * CwPaletteKind:
 * @CW_PALETTE_ACTION: activates the action @name
 * @CW_PALETTE_ITEM: selects and frames @pick
 * @CW_PALETTE_NET: highlights and frames the net @pick
 * @CW_PALETTE_PLACE: goes to @at
 * @CW_PALETTE_NUMBER: copies @name
 * @CW_PALETTE_FILE: opens the file with the URI @name
 * @CW_PALETTE_CUT_LINE: cuts along the line @pick
 * @CW_PALETTE_VIOLATION: shows the violation @index
 * @CW_PALETTE_NOTE: says something and does nothing
 *
 * What choosing a row of the palette does.
 */
typedef enum
{
  CW_PALETTE_ACTION,
  CW_PALETTE_ITEM,
  CW_PALETTE_NET,
  CW_PALETTE_PLACE,
  CW_PALETTE_NUMBER,
  CW_PALETTE_FILE,
  CW_PALETTE_CUT_LINE,
  CW_PALETTE_VIOLATION,
  CW_PALETTE_NOTE,
} CwPaletteKind;

#define CW_TYPE_PALETTE_ROW (cw_palette_row_get_type ())

/**
 * CwPaletteRow:
 *
 * A row of the palette.
 */
G_DECLARE_FINAL_TYPE (CwPaletteRow, cw_palette_row, CW, PALETTE_ROW, GObject)

struct _CwPaletteRow
{
  GObject parent_instance;

  CwPaletteKind kind;
  int score;
  char *title;
  char *detail; /* NULL for none */
  char *tag;    /* at the end: a key, or what it is; NULL for none */
  gboolean is_key;
  char *reason; /* why it cannot be chosen, NULL when it can */
  char *name;
  CwPick pick;
  CwPoint at;
  gssize index;
};

CwPaletteRow *cw_palette_row_new (CwPaletteKind kind, int score, const char *title);

G_END_DECLS
