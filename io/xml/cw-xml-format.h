/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <string.h>

#include "io/xml/cw-xml.h"
#include "model/package/cw-flow.h"
#include "model/package/cw-panel.h"

G_BEGIN_DECLS

/**
 * CwXmlType:
 * @CW_XML_NUMBER: decimal number, a `gint32` in units of its last decimal
 * @CW_XML_NAME: one of a few words, an enumeration or a `guint8`
 * @CW_XML_FLAG: `true` or `false`, one bit of a `guint8`
 * @CW_XML_COLOUR: `#rrggbb`, a `guint32`
 * @CW_XML_STRING: text, a `GRefString`
 * @CW_XML_MATERIAL: name of a material, its index as `guint8`
 * @CW_XML_LEVEL: name of a level, its index as `guint8`
 * @CW_XML_ID: the item's own number, kept outside of the item
 * @CW_XML_NET: number of a net, a `CwId`
 * @CW_XML_DIE_TYPE: number of a die type, a `CwId`
 * @CW_XML_BOX: two corners, a `CwBox`
 * @CW_XML_PATH: vertices, a `CwPath`
 * @CW_XML_RINGS: vertices of a border and, each after a `;`, of holes, a `CwOutline`
 * @CW_XML_ITEM: kind and number of any item, such as `trace-17`, a `CwId`
 * @CW_XML_HASH: 16 hexadecimal digits, a `guint64`
 * @CW_XML_NETS: for each pad the number of a net or `-`, a `CwNets`
 *
 * What an attribute holds.
 */
typedef enum
{
  CW_XML_NUMBER,
  CW_XML_NAME,
  CW_XML_FLAG,
  CW_XML_COLOUR,
  CW_XML_STRING,
  CW_XML_MATERIAL,
  CW_XML_LEVEL,
  CW_XML_ID,
  CW_XML_NET,
  CW_XML_DIE_TYPE,
  CW_XML_BOX,
  CW_XML_PATH,
  CW_XML_RINGS,
  CW_XML_ITEM,
  CW_XML_HASH,
  CW_XML_NETS,
} CwXmlType;

/**
 * CwXmlAttribute:
 * @name: its name
 * @type: what it holds
 * @required: whether it is always there; otherwise it is left out when it has its default
 * @offset: where in the struct its value is [bytes]
 * @size: size of the value there [bytes]
 * @decimals: digits after the point of a number
 * @limit: greatest absolute value of a number; or the bit of a flag
 * @fallback: default of what is a whole number in the struct
 * @like: where the number is that is the default instead, 0 for none [bytes]
 * @with: where the number is without which this one means nothing, 0 for none [bytes]
 * @with_name: name of that one
 * @what: what a number is, for messages
 * @get_name: name of a value
 * @n_names: how many values have one
 *
 * One attribute. Reader and writer go by the same table.
 */
typedef struct
{
  const char *name;
  CwXmlType type;
  gboolean required;
  guint16 offset;
  guint8 size;
  guint8 decimals;
  gint64 limit;
  gint64 fallback;
  guint16 like;
  guint16 with;
  const char *with_name;
  const char *what;
  const char *(*get_name) (guint value);
  guint n_names;
} CwXmlAttribute;

/**
 * CwXmlElementKind:
 *
 * The elements. Those within another one stand there in this order.
 */
typedef enum
{
  CW_XML_CHIPWRIGHT,
  CW_XML_TECHNOLOGY,
  CW_XML_OUTLINE,
  CW_XML_NET_ITEM,
  CW_XML_DIE_TYPE_ITEM,
  CW_XML_DIE_ITEM,
  CW_XML_BONDING_PAD_ITEM,
  CW_XML_VIA_ITEM,
  CW_XML_TRACE_ITEM,
  CW_XML_TEXT_ITEM,
  CW_XML_BUS_ITEM,
  CW_XML_PASSIVE_ITEM,
  CW_XML_CAVITY_ITEM,
  CW_XML_CUT_LINE_ITEM,
  CW_XML_ZONE_ITEM,
  CW_XML_KEEP_OUT_ITEM,
  CW_XML_FIDUCIAL_ITEM,
  CW_XML_WAIVER_ITEM,
  CW_XML_MATERIAL_ITEM,
  CW_XML_LEVEL_ITEM,
  CW_XML_RULE_ITEM,
  CW_XML_FLOW,
  CW_XML_PANEL,
  CW_XML_STEP_ITEM,
  CW_XML_PAD_ITEM,
  CW_XML_N_ELEMENTS,
  CW_XML_NOTHING = CW_XML_N_ELEMENTS
} CwXmlElementKind;

/* attributes of an element, and one without a name */
#define CW_XML_MAX_TABLE 21

/**
 * CwXmlElement:
 * @name: its name
 * @parent: what it stands in
 * @item: kind of item that it is, %CW_ITEM_NONE when it is none
 * @single: whether there is just one
 * @attributes: in the order in which they are written; those without a name are none
 *
 * One element.
 */
typedef struct
{
  const char *name;
  CwXmlElementKind parent;
  CwItemKind item;
  gboolean single;
  CwXmlAttribute attributes[CW_XML_MAX_TABLE];
} CwXmlElement;

/**
 * CwXmlHead:
 * @version: version of the format
 * @unit: unit of all lengths
 * @name: name of the design
 *
 * What the outermost element says.
 */
typedef struct
{
  GRefString *version;
  GRefString *unit;
  GRefString *name;
} CwXmlHead;

/**
 * CwXmlTechnology:
 * @name: name of the technology
 * @substrate: how the substrate is built
 *
 * What the technology says of itself.
 */
typedef struct
{
  GRefString *name;
  CwSubstrateKind substrate;
} CwXmlTechnology;

/**
 * CwXmlValue:
 *
 * What any element holds. Outline and flow have a struct of one member.
 */
typedef union
{
  CwXmlHead head;
  CwXmlTechnology technology;
  CwPath *outline;
  CwMaterial material;
  CwLevel level;
  CwRule rule;
  CwMethod flow;
  CwStep step;
  CwPanel panel;
  CwNet net;
  CwPad pad;
  CwDieType die_type;
  CwDie die;
  CwBondingPad bonding_pad;
  CwVia via;
  CwTrace trace;
  CwText text;
  CwBus bus;
  CwPassive passive;
  CwCavity cavity;
  CwCutLine cut_line;
  CwZone zone;
  CwKeepOut keep_out;
  CwFiducial fiducial;
  CwWaiver waiver;
} CwXmlValue;

extern const CwXmlElement cw_xml_elements[CW_XML_N_ELEMENTS];

/* a whole number in a struct, whatever its size */
static inline gint64
cw_xml_get_at (gconstpointer item, guint offset, guint size)
{
  const guint8 *at = (const guint8 *) item + offset;
  gint32 value;

  if (size == 1)
    return *at;

  memcpy (&value, at, sizeof value);
  return value;
}

static inline void
cw_xml_set_at (gpointer item, guint offset, guint size, gint64 value)
{
  guint8 *at = (guint8 *) item + offset;
  gint32 narrow = (gint32) value;

  if (size == 1)
    *at = (guint8) value;
  else
    memcpy (at, &narrow, sizeof narrow);
}

static inline gpointer
cw_xml_get_pointer_at (gconstpointer item, guint offset)
{
  gpointer value;

  memcpy (&value, (const guint8 *) item + offset, sizeof value);
  return value;
}

static inline void
cw_xml_set_pointer_at (gpointer item, guint offset, gpointer value)
{
  memcpy ((guint8 *) item + offset, &value, sizeof value);
}

G_END_DECLS
