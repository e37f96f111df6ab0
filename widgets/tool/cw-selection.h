/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwPick:
 * @item: the item
 * @part: the shape of a die pad, or 0 for the whole item
 *
 * What can be selected.
 */
typedef struct
{
  CwId item;
  guint32 part;
} CwPick;

/**
 * CwSelectMode:
 * @CW_SELECT_REPLACE: nothing else stays selected
 * @CW_SELECT_ADD: what was selected stays so
 * @CW_SELECT_TOGGLE: selected becomes unselected and the other way round
 * @CW_SELECT_REMOVE: becomes unselected
 *
 * How picking something changes a selection.
 */
typedef enum
{
  CW_SELECT_REPLACE,
  CW_SELECT_ADD,
  CW_SELECT_TOGGLE,
  CW_SELECT_REMOVE,
} CwSelectMode;

#define CW_SELECTION_DEPTH 100 /* earlier selections that are kept */
#define CW_N_SELECTION_SETS 9

#define CW_TYPE_SELECTION (cw_selection_get_type ())
G_DECLARE_FINAL_TYPE (CwSelection, cw_selection, CW, SELECTION, GObject)

CwSelection *cw_selection_new (void);
guint cw_selection_get_n (CwSelection *self);
CwPick cw_selection_get (CwSelection *self, guint index);
gboolean cw_selection_contains (CwSelection *self, CwPick pick);
void cw_selection_change (CwSelection *self, CwSelectMode mode, const CwPick *picks, gsize n_picks);
void cw_selection_clear (CwSelection *self);
void cw_selection_prune (CwSelection *self, const CwDesign *design);
CwBox cw_selection_get_bounds (CwSelection *self, const CwDesign *design);
GArray *cw_selection_dup_items (CwSelection *self);
gboolean cw_selection_get_last (CwSelection *self, CwPick *pick);
gboolean cw_selection_undo (CwSelection *self, const CwDesign *design);
gboolean cw_selection_redo (CwSelection *self, const CwDesign *design);
void cw_selection_store_set (CwSelection *self, guint set);
gboolean cw_selection_recall_set (CwSelection *self, guint set, const CwDesign *design);
void cw_selection_begin_preview (CwSelection *self);
void cw_selection_end_preview (CwSelection *self, gboolean keep);

CwSelectMode cw_select_mode_for_click (guint modifiers);
CwSelectMode cw_select_mode_for_box (guint modifiers);

G_END_DECLS
