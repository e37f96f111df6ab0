/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-item.h"

#include "model/package/cw-bonding-pad.h"
#include "model/package/cw-bus.h"
#include "model/package/cw-cavity.h"
#include "model/package/cw-cut-line.h"
#include "model/package/cw-die.h"
#include "model/package/cw-fiducial.h"
#include "model/package/cw-keep-out.h"
#include "model/package/cw-net.h"
#include "model/package/cw-passive.h"
#include "model/package/cw-text.h"
#include "model/package/cw-trace.h"
#include "model/package/cw-via.h"
#include "model/package/cw-waiver.h"
#include "model/package/cw-zone.h"

static const CwItemClass *const classes[CW_N_ITEM_KINDS] = {
  [CW_ITEM_NET] = &cw_net_class,           [CW_ITEM_DIE_TYPE] = &cw_die_type_class,
  [CW_ITEM_DIE] = &cw_die_class,           [CW_ITEM_BONDING_PAD] = &cw_bonding_pad_class,
  [CW_ITEM_VIA] = &cw_via_class,           [CW_ITEM_TRACE] = &cw_trace_class,
  [CW_ITEM_TEXT] = &cw_text_class,         [CW_ITEM_BUS] = &cw_bus_class,
  [CW_ITEM_PASSIVE] = &cw_passive_class,   [CW_ITEM_CAVITY] = &cw_cavity_class,
  [CW_ITEM_CUT_LINE] = &cw_cut_line_class, [CW_ITEM_ZONE] = &cw_zone_class,
  [CW_ITEM_KEEP_OUT] = &cw_keep_out_class, [CW_ITEM_FIDUCIAL] = &cw_fiducial_class,
  [CW_ITEM_WAIVER] = &cw_waiver_class,
};

/**
 * cw_item_class_get:
 * @kind: a kind of item
 *
 * Gets what there is to know of a kind of item.
 *
 * Returns: (nullable): its class, %NULL for %CW_ITEM_NONE and for what is no kind
 */
const CwItemClass *
cw_item_class_get (CwItemKind kind)
{
  return (guint) kind < CW_N_ITEM_KINDS ? classes[kind] : NULL;
}

/**
 * cw_item_class_get_flags:
 * @self: a kind of item
 * @item: an item of that kind
 *
 * Returns: its %CwItemFlags, 0 for kinds without flags
 */
guint8
cw_item_class_get_flags (const CwItemClass *self, gconstpointer item)
{
  return self->flags_offset != 0 ? *((const guint8 *) item + self->flags_offset) : 0;
}

/**
 * cw_item_class_set_flags:
 * @self: a kind of item
 * @item: an item of that kind
 * @flags: %CwItemFlags
 *
 * Sets the flags of an item; kinds without flags take none.
 */
void
cw_item_class_set_flags (const CwItemClass *self, gpointer item, guint8 flags)
{
  if (self->flags_offset != 0)
    *((guint8 *) item + self->flags_offset) = flags;
}

/**
 * cw_item_class_count_nodes:
 * @self: a kind of item
 * @item: an item of that kind
 *
 * Returns: how many nodes the item has: pieces that may belong to different nets
 */
guint32
cw_item_class_count_nodes (const CwItemClass *self, gconstpointer item)
{
  if (self->count_nodes != NULL)
    return self->count_nodes (item);

  return self->get_net != NULL ? 1 : 0;
}

/**
 * cw_item_class_get_node_net:
 * @self: a kind of item
 * @item: an item of that kind
 * @node: a number below cw_item_class_count_nodes ()
 *
 * Returns: the net of that node, or %CW_ID_NONE
 */
CwId
cw_item_class_get_node_net (const CwItemClass *self, gconstpointer item, guint32 node)
{
  if (self->get_node_net != NULL)
    return self->get_node_net (item, node);

  return self->get_net != NULL ? self->get_net (item) : CW_ID_NONE;
}

/**
 * cw_item_map_level:
 * @level: (inout): index of a level, %CW_LEVEL_NONE for none, which stays
 * @map: (array fixed-size=64): for each level its index in another stack, %CW_LEVEL_NONE when it
 *   is gone
 *
 * Gives an item a level of another stack.
 *
 * Returns: whether the level is there
 */
gboolean
cw_item_map_level (guint8 *level, const guint8 *map)
{
  if (*level == CW_LEVEL_NONE)
    return TRUE;

  *level = *level < CW_MAX_LEVELS ? map[*level] : CW_LEVEL_NONE;
  return *level != CW_LEVEL_NONE;
}
