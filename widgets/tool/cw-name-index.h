/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-selection.h"

G_BEGIN_DECLS

/**
 * CwNameKinds:
 * @CW_NAMES_ITEMS: dies and their pads, bonding pads, and all else that has a name
 * @CW_NAMES_NETS: nets
 *
 * What is looked for by its name.
 */
typedef enum
{
  CW_NAMES_ITEMS = 1 << 0,
  CW_NAMES_NETS = 1 << 1,
} CwNameKinds;

/**
 * CwNameHit:
 * @pick: what has the name
 * @name: (transfer none): its name, folded
 * @score: how well it matches, as cw_fuzzy_score () tells
 *
 * Something that was found by its name.
 */
typedef struct
{
  CwPick pick;
  const char *name;
  int score;
} CwNameHit;

#define CW_TYPE_NAME_INDEX (cw_name_index_get_type ())

/**
 * CwNameIndex:
 *
 * All names of a design, ready to be looked through: an immutable, reference-counted value that any
 * thread may make and use.
 */
typedef struct _CwNameIndex CwNameIndex;

GType cw_name_index_get_type (void) G_GNUC_CONST;
CwNameIndex *cw_name_index_new (CwDesign *design);
CwNameIndex *cw_name_index_ref (CwNameIndex *self);
void cw_name_index_unref (CwNameIndex *self);
CwDesign *cw_name_index_get_design (CwNameIndex *self);
guint cw_name_index_get_n (CwNameIndex *self);
GArray *cw_name_index_find (CwNameIndex *self, const char *query, guint kinds, guint most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwNameIndex, cw_name_index_unref)

G_END_DECLS
