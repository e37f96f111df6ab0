/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-diff.h"

G_BEGIN_DECLS

/**
 * CwEdit:
 *
 * The only way to the next design: begins on a base, adds, sets and removes,
 * then finishes. An edit that is freed unfinished leaves no trace. Used by one thread.
 */
typedef struct _CwEdit CwEdit;

CwEdit *cw_edit_new (CwDesign *base);
void cw_edit_free (CwEdit *self);

gboolean cw_edit_set_name (CwEdit *self, const char *name, GError **error);
gboolean cw_edit_set_technology (CwEdit *self, CwTechnology *technology, GError **error);
gboolean cw_edit_set_stack (CwEdit *self, CwTechnology *technology, const guint8 map[CW_MAX_LEVELS],
                            GError **error);
gboolean cw_edit_set_outline (CwEdit *self, CwPath *outline, GError **error);

CwId cw_edit_add (CwEdit *self, CwItemKind kind, gconstpointer item, GError **error);
gboolean cw_edit_add_with_id (CwEdit *self, CwId id, gconstpointer item, GError **error);
gboolean cw_edit_set (CwEdit *self, CwId id, gconstpointer item, GError **error);
gboolean cw_edit_remove (CwEdit *self, CwId id, GError **error);
gboolean cw_edit_transform (CwEdit *self, CwId id, const CwTransform *transform, GError **error);
gconstpointer cw_edit_get_item (CwEdit *self, CwId id);
CwId cw_edit_find_net (CwEdit *self, const char *name);

CwId cw_edit_add_net (CwEdit *self, const CwNet *net, GError **error);
CwId cw_edit_add_die_type (CwEdit *self, const CwDieType *type, GError **error);
CwId cw_edit_add_die (CwEdit *self, const CwDie *die, GError **error);
CwId cw_edit_add_bonding_pad (CwEdit *self, const CwBondingPad *pad, GError **error);
CwId cw_edit_add_via (CwEdit *self, const CwVia *via, GError **error);
CwId cw_edit_add_trace (CwEdit *self, const CwTrace *trace, GError **error);
CwId cw_edit_add_text (CwEdit *self, const CwText *text, GError **error);
CwId cw_edit_add_bus (CwEdit *self, const CwBus *bus, GError **error);
CwId cw_edit_add_passive (CwEdit *self, const CwPassive *passive, GError **error);
CwId cw_edit_add_cavity (CwEdit *self, const CwCavity *cavity, GError **error);
CwId cw_edit_add_cut_line (CwEdit *self, const CwCutLine *cut_line, GError **error);
CwId cw_edit_add_zone (CwEdit *self, const CwZone *zone, GError **error);
CwId cw_edit_add_keep_out (CwEdit *self, const CwKeepOut *keep_out, GError **error);
CwId cw_edit_add_fiducial (CwEdit *self, const CwFiducial *fiducial, GError **error);
CwId cw_edit_add_waiver (CwEdit *self, const CwWaiver *waiver, GError **error);

gboolean cw_edit_set_net (CwEdit *self, CwId id, const CwNet *net, GError **error);
gboolean cw_edit_set_die_type (CwEdit *self, CwId id, const CwDieType *type, GError **error);
gboolean cw_edit_set_die (CwEdit *self, CwId id, const CwDie *die, GError **error);
gboolean cw_edit_set_bonding_pad (CwEdit *self, CwId id, const CwBondingPad *pad, GError **error);
gboolean cw_edit_set_via (CwEdit *self, CwId id, const CwVia *via, GError **error);
gboolean cw_edit_set_trace (CwEdit *self, CwId id, const CwTrace *trace, GError **error);
gboolean cw_edit_set_text (CwEdit *self, CwId id, const CwText *text, GError **error);
gboolean cw_edit_set_bus (CwEdit *self, CwId id, const CwBus *bus, GError **error);
gboolean cw_edit_set_passive (CwEdit *self, CwId id, const CwPassive *passive, GError **error);
gboolean cw_edit_set_cavity (CwEdit *self, CwId id, const CwCavity *cavity, GError **error);
gboolean cw_edit_set_cut_line (CwEdit *self, CwId id, const CwCutLine *cut_line, GError **error);
gboolean cw_edit_set_zone (CwEdit *self, CwId id, const CwZone *zone, GError **error);
gboolean cw_edit_set_keep_out (CwEdit *self, CwId id, const CwKeepOut *keep_out, GError **error);
gboolean cw_edit_set_fiducial (CwEdit *self, CwId id, const CwFiducial *fiducial, GError **error);
gboolean cw_edit_set_waiver (CwEdit *self, CwId id, const CwWaiver *waiver, GError **error);

CwDesign *cw_edit_finish (CwEdit *self, CwDiff **diff);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwEdit, cw_edit_free)

G_END_DECLS
