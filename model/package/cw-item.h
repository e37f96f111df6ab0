/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-error.h"
#include "model/base/cw-id.h"
#include "model/base/cw-table.h"
#include "model/geometry/cw-shape.h"
#include "model/package/cw-technology.h"

G_BEGIN_DECLS

/**
 * CwItemFlags:
 * @CW_ITEM_LOCKED: cannot be moved or removed by hand
 *
 * Flags that placed items have.
 */
typedef enum
{
  CW_ITEM_LOCKED = 1 << 0,
} CwItemFlags;

typedef struct _CwItemClass CwItemClass;

/**
 * CwItemContext:
 * @technology: the stack
 * @die_type: (nullable): the type of a die, needed for dies only, a `const CwDieType *`
 *
 * What an item's shapes depend on besides itself.
 */
typedef struct
{
  const CwTechnology *technology;
  gconstpointer die_type;
} CwItemContext;

/**
 * CwItemClass:
 * @kind: the kind
 * @name: its name, which is that of the element in a native file
 * @table: how a table keeps it; `hold` takes references on what the item points to, `drop`
 *   gives them back, `equal` compares by value
 * @validate: whether the values are in their ranges; an item that is not valid has no shapes
 * @count_shapes: (nullable): how many shapes it has; %NULL for what has none
 * @get_shape: (nullable): one of them; level, role, net and part are set, item is not (it is
 *   %CW_ID_NONE); end it with cw_shape_clear ()
 * @get_name: (nullable): its name, %NULL or empty for none; %NULL for kinds without names
 * @has_unique_name: whether no other item of the kind may have the same name
 * @get_net: (nullable): its net
 * @get_nets: (nullable): the nets of its pads or terminals, a `const CwNets *` or %NULL for none
 * @count_nodes: (nullable): how many nodes it has, the pieces of it that may belong to different
 *   nets, without a net or with one; %NULL for one node where there is @get_net, else none
 * @get_node: (nullable): which node a shape belongs to: itself the part of a shape of that node,
 *   less than what @count_nodes says; %NULL for 0
 * @get_node_net: (nullable): the net of a node; %NULL where @get_net says it
 * @get_width: (nullable): the least width of a shape that is a polygon; %NULL for the lesser side
 *   of its box [nm]
 * @transform: (nullable): moves it in place; the item must own what it points to (as after
 *   `hold`), since what is replaced, such as a path, is given back
 * @map_levels: (nullable): gives it the levels of another stack in place: `map` has for each level its
 *   index there, or %CW_LEVEL_NONE when it is gone; returns whether all its levels are there; %NULL
 *   for kinds that name no level
 * @flags_offset: where its %CwItemFlags lie in it, a `guint8`; 0 for kinds without flags
 *
 * One kind of item. A new kind is a new file with one of these.
 */
struct _CwItemClass
{
  CwItemKind kind;
  const char *name;
  CwTableClass table;
  gboolean (*validate) (gconstpointer item, const CwItemContext *context, GError **error);
  guint32 (*count_shapes) (gconstpointer item, const CwItemContext *context);
  void (*get_shape) (gconstpointer item, const CwItemContext *context, guint32 part,
                     CwShape *shape);
  GRefString *(*get_name) (gconstpointer item);
  gboolean has_unique_name;
  CwId (*get_net) (gconstpointer item);
  gconstpointer (*get_nets) (gconstpointer item);
  guint32 (*count_nodes) (gconstpointer item);
  guint32 (*get_node) (gconstpointer item, const CwItemContext *context, guint32 part);
  CwId (*get_node_net) (gconstpointer item, guint32 node);
  CwCoord (*get_width) (gconstpointer item, const CwItemContext *context, guint32 part);
  void (*transform) (gpointer item, const CwTransform *transform);
  gboolean (*map_levels) (gpointer item, const guint8 *map);
  gsize flags_offset;
};

const CwItemClass *cw_item_class_get (CwItemKind kind);
guint8 cw_item_class_get_flags (const CwItemClass *self, gconstpointer item);
void cw_item_class_set_flags (const CwItemClass *self, gpointer item, guint8 flags);
guint32 cw_item_class_count_nodes (const CwItemClass *self, gconstpointer item);
gboolean cw_item_map_level (guint8 *level, const guint8 *map);
CwId cw_item_class_get_node_net (const CwItemClass *self, gconstpointer item, guint32 node);

G_END_DECLS
