/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

#include "model/design/cw-diff.h"

G_BEGIN_DECLS

/**
 * CwConnectNode:
 * @item: an item with nets
 * @part: which of its nodes, see cw_design_get_node (): for a die the number of the pad plus one,
 *   for a passive device that of the terminal, else 0
 * @island: which island of its net it belongs to
 *
 * One piece of a net.
 */
typedef struct
{
  CwId item;
  guint32 part;
  guint32 island;
} CwConnectNode;

typedef struct _CwConnectNet CwConnectNet;

/**
 * CwConnectNet:
 * @net: the net
 * @n_islands: in how many islands its pieces fall
 * @n_nodes: how many pieces it has
 * @nodes: its pieces by item and part (array length=n_nodes)
 *
 * What belongs to a net, and what of it hangs together. Islands are numbered in the
 * order of their first piece.
 */
struct _CwConnectNet
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  CwId net;
  guint32 n_islands;
  guint32 n_nodes;
  CwConnectNode nodes[];
};

/**
 * CwAirwire:
 * @a: where it begins [nm]
 * @b: where it ends [nm]
 * @net: the net
 * @items: the pieces at its ends
 * @parts: which shapes of them
 * @length: [nm]
 *
 * A link that a net lacks.
 */
typedef struct
{
  CwPoint a;
  CwPoint b;
  CwId net;
  CwId items[2];
  guint32 parts[2];
  gint64 length;
} CwAirwire;

#define CW_TYPE_CONNECT (cw_connect_get_type ())

/**
 * CwConnect:
 *
 * Which pieces of each net of a design hang together, by touching on the same level of
 * metal and through vias. An immutable, reference-counted value.
 */
typedef struct _CwConnect CwConnect;

/**
 * CwConnectFunc:
 * @net: a net
 * @user_data: what the caller passed
 *
 * Returns: %TRUE to go on
 */
typedef gboolean (*CwConnectFunc) (const CwConnectNet *net, gpointer user_data);

GType cw_connect_get_type (void) G_GNUC_CONST;
CwConnect *cw_connect_new (CwDesign *design);
CwConnect *cw_connect_update (CwConnect *self, const CwDiff *diff);
CwConnect *cw_connect_ref (CwConnect *self);
void cw_connect_unref (CwConnect *self);
CwDesign *cw_connect_get_design (const CwConnect *self);
const CwConnectNet *cw_connect_get_net (const CwConnect *self, CwId net);
gboolean cw_connect_foreach_net (const CwConnect *self, CwConnectFunc func, gpointer user_data);
GArray *cw_connect_get_airwires (CwConnect *self, CwId net);

GArray *cw_connect_list_changed (const CwDiff *diff);
char *cw_connect_dup_item_name (const CwDesign *design, CwId item, guint32 part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwConnect, cw_connect_unref)

/**
 * CwConnectBuilder:
 *
 * Makes a CwConnect from pairs of shapes that touch, which any thread may tell it.
 */
typedef struct _CwConnectBuilder CwConnectBuilder;

CwConnectBuilder *cw_connect_builder_new (CwDesign *design);
void cw_connect_builder_free (CwConnectBuilder *self);
void cw_connect_builder_join (CwConnectBuilder *self, const CwShape *a, const CwShape *b);
CwConnect *cw_connect_builder_finish (CwConnectBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwConnectBuilder, cw_connect_builder_free)

G_END_DECLS
