/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-bonding-pad.h"
#include "model/package/cw-bus.h"
#include "model/package/cw-cavity.h"
#include "model/package/cw-cut-line.h"
#include "model/package/cw-fiducial.h"
#include "model/package/cw-flow.h"
#include "model/package/cw-keep-out.h"
#include "model/package/cw-net.h"
#include "model/package/cw-panel.h"
#include "model/package/cw-passive.h"
#include "model/package/cw-text.h"
#include "model/package/cw-trace.h"
#include "model/package/cw-via.h"
#include "model/package/cw-waiver.h"
#include "model/package/cw-zone.h"

G_BEGIN_DECLS

#define CW_TYPE_DESIGN (cw_design_get_type ())

/**
 * CwDesign:
 *
 * A whole package design as an immutable, reference-counted value. Any thread may
 * hold one and read it without a lock. CwEdit makes the next one.
 */
typedef struct _CwDesign CwDesign;

/**
 * CwDesignFunc:
 * @id: the item's id
 * @item: the item, a struct of the kind that the id names
 * @user_data: what the caller passed
 *
 * Returns: %TRUE to go on
 */
typedef gboolean (*CwDesignFunc) (CwId id, gconstpointer item, gpointer user_data);

GType cw_design_get_type (void) G_GNUC_CONST;
CwDesign *cw_design_new (CwTechnology *technology, CwPath *outline);
CwDesign *cw_design_ref (CwDesign *self);
void cw_design_unref (CwDesign *self);
guint64 cw_design_get_serial (const CwDesign *self);
gboolean cw_design_equal (const CwDesign *a, const CwDesign *b);

CwTechnology *cw_design_get_technology (const CwDesign *self);
CwPath *cw_design_get_outline (const CwDesign *self);
const CwPolygon *cw_design_get_outline_polygon (const CwDesign *self);
const char *cw_design_get_name (const CwDesign *self);
CwBox cw_design_get_bounds (const CwDesign *self);
const CwRtree *cw_design_get_index (const CwDesign *self, guint level);

guint32 cw_design_get_n_items (const CwDesign *self, CwItemKind kind);
gboolean cw_design_foreach (const CwDesign *self, CwItemKind kind, CwDesignFunc func,
                            gpointer user_data);
gconstpointer cw_design_get_item (const CwDesign *self, CwId id);
const CwNet *cw_design_get_net (const CwDesign *self, CwId id);
const CwDieType *cw_design_get_die_type (const CwDesign *self, CwId id);
const CwDie *cw_design_get_die (const CwDesign *self, CwId id);
const CwBondingPad *cw_design_get_bonding_pad (const CwDesign *self, CwId id);
const CwVia *cw_design_get_via (const CwDesign *self, CwId id);
const CwTrace *cw_design_get_trace (const CwDesign *self, CwId id);
const CwText *cw_design_get_text (const CwDesign *self, CwId id);
const CwBus *cw_design_get_bus (const CwDesign *self, CwId id);
const CwPassive *cw_design_get_passive (const CwDesign *self, CwId id);
const CwCavity *cw_design_get_cavity (const CwDesign *self, CwId id);
const CwCutLine *cw_design_get_cut_line (const CwDesign *self, CwId id);
const CwZone *cw_design_get_zone (const CwDesign *self, CwId id);
const CwKeepOut *cw_design_get_keep_out (const CwDesign *self, CwId id);
const CwFiducial *cw_design_get_fiducial (const CwDesign *self, CwId id);
const CwWaiver *cw_design_get_waiver (const CwDesign *self, CwId id);

CwId cw_design_find (const CwDesign *self, CwItemKind kind, const char *name);
const char *cw_design_get_item_name (const CwDesign *self, CwId id);
const char *cw_design_get_net_name (const CwDesign *self, CwId net);
CwId cw_design_get_item_net (const CwDesign *self, CwId id);

gboolean cw_design_is_locked (const CwDesign *self, CwId id);
guint32 cw_design_count_shapes (const CwDesign *self, CwId id);
CwCoord cw_design_get_polygon_width (const CwDesign *self, CwId id, guint32 part,
                                     CwCoord otherwise);
guint32 cw_design_get_node (const CwDesign *self, CwId id, guint32 part);
void cw_design_get_shape (const CwDesign *self, CwId id, guint32 part, CwShape *shape);
CwBox cw_design_get_item_bounds (const CwDesign *self, CwId id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwDesign, cw_design_unref)

G_END_DECLS
