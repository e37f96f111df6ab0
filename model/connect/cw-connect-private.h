/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/connect/cw-connect.h"

G_BEGIN_DECLS

struct _CwConnect
{
  gatomicrefcount ref_count;
  CwDesign *design;
  CwTable *nets; /* of CwConnectNet *, by number of the net */
};

/* called for each piece that an item has in a net */
typedef void (*CwConnectNodeFunc) (CwId net, CwId item, guint32 part, gpointer user_data);

CwConnectNet *cw_connect_net_new (CwId net, gsize n_nodes);
void cw_connect_net_unref (CwConnectNet *self);
CwTable *cw_connect_net_table_new (void);
void cw_connect_foreach_node (CwId id, gconstpointer item, CwConnectNodeFunc func,
                              gpointer user_data);

/* finds the islands of a great net from those before, near what changed; FALSE when that would cost
 * as much as finding them anew */
gboolean cw_connect_net_update_islands (CwConnectNet *self, const CwConnectNet *old,
                                        const CwDiff *diff, const GArray *changed);

gint cw_connect_net_find_node (const CwConnectNet *self, CwId item, guint32 part);

/* pieces of one item are joined by others only; two feet that overlap have lands that do */
static inline gboolean
cw_connect_is_link (const CwShape *a, const CwShape *b)
{
  return a->level == b->level && a->item != b->item
         && (a->role != CW_ROLE_HOLE || b->role != CW_ROLE_HOLE) && cw_shape_touches (a, b);
}

/* the metal of one net in a tree of boxes */
typedef struct _CwNetShapes CwNetShapes;

CwNetShapes *cw_net_shapes_new (const CwDesign *design, const CwConnectNet *net);
void cw_net_shapes_free (CwNetShapes *self);
void cw_net_shapes_find_islands (CwNetShapes *self, CwConnectNet *net);
GArray *cw_net_shapes_find_airwires (CwNetShapes *self, const CwConnectNet *net);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwNetShapes, cw_net_shapes_free)

G_END_DECLS
