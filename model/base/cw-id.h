/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwItemKind:
 * @CW_ITEM_NONE: no item
 * @CW_ITEM_NET: a net
 * @CW_ITEM_DIE_TYPE: a die of the library
 * @CW_ITEM_DIE: a placed die with its pads
 * @CW_ITEM_BONDING_PAD: a bonding pad with its opening and its ball
 * @CW_ITEM_VIA: a via through one dielectric or several
 * @CW_ITEM_TRACE: a trace of segments and arcs on one wiring level
 * @CW_ITEM_TEXT: text on one level
 * @CW_ITEM_BUS: a power or ground bus on one wiring level
 * @CW_ITEM_PASSIVE: a passive device drawn from its parameters
 * @CW_ITEM_CAVITY: an inwardly protruded area or an opening of the substrate
 * @CW_ITEM_CUT_LINE: a named line that the section is cut along
 * @CW_ITEM_ZONE: a plane of metal on one wiring level
 * @CW_ITEM_KEEP_OUT: an area that some kinds of items must keep out of
 * @CW_ITEM_FIDUCIAL: a mark that machines align by
 * @CW_ITEM_WAIVER: a violation that may stay, with the reason
 *
 * The kinds of items a design has tables of. The order is the order of the
 * elements in a native file, so that references point backwards.
 */
typedef enum
{
  CW_ITEM_NONE,
  CW_ITEM_NET,
  CW_ITEM_DIE_TYPE,
  CW_ITEM_DIE,
  CW_ITEM_BONDING_PAD,
  CW_ITEM_VIA,
  CW_ITEM_TRACE,
  CW_ITEM_TEXT,
  CW_ITEM_BUS,
  CW_ITEM_PASSIVE,
  CW_ITEM_CAVITY,
  CW_ITEM_CUT_LINE,
  CW_ITEM_ZONE,
  CW_ITEM_KEEP_OUT,
  CW_ITEM_FIDUCIAL,
  CW_ITEM_WAIVER,
  CW_N_ITEM_KINDS
} CwItemKind;

/**
 * CwId:
 *
 * Names one item of a design for ever: the kind in the upper four bits, the
 * number within its table below. Zero is no item. An id is never reused.
 */
typedef guint32 CwId;

#define CW_ID_NONE ((CwId) 0)
#define CW_ID_NUMBER_MAX ((1u << 28) - 1)

static inline CwId
cw_id_new (CwItemKind kind, guint32 number)
{
  return (CwId) kind << 28 | (number & CW_ID_NUMBER_MAX);
}

static inline CwItemKind
cw_id_get_kind (CwId id)
{
  return (CwItemKind) (id >> 28);
}

static inline guint32
cw_id_get_number (CwId id)
{
  return id & CW_ID_NUMBER_MAX;
}

void cw_ids_sort (GArray *ids);
gboolean cw_ids_contain (const GArray *ids, CwId id);

G_END_DECLS
