/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/**
 * CwMove:
 *
 * Some items of a design about to be moved, with what hangs on them: vias on the pads
 * of a die, vias below a bonding pad, and the ends of traces. Asked once at the start of a gesture,
 * applied at every motion.
 */
typedef struct _CwMove CwMove;

CwMove *cw_move_new (CwDesign *base, const CwId *items, gsize n_items);
void cw_move_free (CwMove *self);
guint cw_move_get_n_items (const CwMove *self);
guint cw_move_get_n_locked (const CwMove *self);
CwDesign *cw_move_apply (const CwMove *self, const CwTransform *transform, gboolean flip,
                         GError **error);
CwDesign *cw_move_apply_offsets (const CwMove *self, const CwPoint *offsets, GError **error);
CwDesign *cw_move_copy (const CwMove *self, const CwTransform *transforms, gsize n_transforms,
                        GArray *copies, GError **error);
CwId cw_move_get_item (const CwMove *self, guint index);
GHashTable *cw_move_get_moved (const CwMove *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwMove, cw_move_free)

G_END_DECLS
