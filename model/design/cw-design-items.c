/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/design/cw-design-private.h"

typedef struct
{
  const char *name;
  CwId found;
} FindContext;

static const char *
get_name (CwId id, gconstpointer item)
{
  const CwItemClass *klass = cw_item_class_get (cw_id_get_kind (id));
  const char *name = klass->get_name != NULL ? klass->get_name (item) : NULL;

  return name != NULL ? name : "";
}

static gboolean
compare_name (CwId id, gconstpointer item, gpointer user_data)
{
  FindContext *context = user_data;

  if (strcmp (get_name (id, item), context->name) != 0)
    return TRUE;

  context->found = id;
  return FALSE;
}

/**
 * cw_design_find:
 * @self: a design
 * @kind: a kind of item that has names
 * @name: a name
 *
 * Looks for an item by name; the cost grows with the number of items of that kind.
 *
 * Returns: the item of the least number with that name, or %CW_ID_NONE
 */
CwId
cw_design_find (const CwDesign *self, CwItemKind kind, const char *name)
{
  FindContext context = { name, CW_ID_NONE };

  cw_design_foreach (self, kind, compare_name, &context);
  return context.found;
}

/**
 * cw_design_get_item_name:
 * @self: a design
 * @id: an item
 *
 * Returns: (transfer none): its name, empty for kinds without one and for no item
 */
const char *
cw_design_get_item_name (const CwDesign *self, CwId id)
{
  gconstpointer item = cw_design_get_item (self, id);

  return item != NULL ? get_name (id, item) : "";
}

/**
 * cw_design_get_net_name:
 * @self: a design
 * @net: a net, or %CW_ID_NONE
 *
 * Returns: (transfer none): the name of the net, empty for none
 */
const char *
cw_design_get_net_name (const CwDesign *self, CwId net)
{
  const CwNet *item = cw_design_get_net (self, net);

  return item != NULL ? item->name : "";
}

/**
 * cw_design_get_item_net:
 * @self: a design
 * @id: an item
 *
 * Returns: its net, or %CW_ID_NONE; a die has none of its own, its pads have
 */
CwId
cw_design_get_item_net (const CwDesign *self, CwId id)
{
  gconstpointer item = cw_design_get_item (self, id);
  const CwItemClass *klass;

  if (item == NULL)
    return CW_ID_NONE;

  klass = cw_item_class_get (cw_id_get_kind (id));
  return klass->get_net != NULL ? klass->get_net (item) : CW_ID_NONE;
}

/**
 * cw_design_is_locked:
 * @self: a design
 * @id: an item
 *
 * Returns: whether it must not be moved or removed by hand
 */
gboolean
cw_design_is_locked (const CwDesign *self, CwId id)
{
  gconstpointer item = cw_design_get_item (self, id);
  const CwItemClass *klass;

  if (item == NULL)
    return FALSE;

  klass = cw_item_class_get (cw_id_get_kind (id));
  return (cw_item_class_get_flags (klass, item) & CW_ITEM_LOCKED) != 0;
}

/**
 * cw_design_get_context:
 * @self: a design
 * @kind: the kind of @item
 * @item: an item
 *
 * Gathers what an item's shapes depend on.
 *
 * Returns: the context, borrowed from @self
 */
CwItemContext
cw_design_get_context (const CwDesign *self, CwItemKind kind, gconstpointer item)
{
  CwItemContext context = { self->technology, NULL };

  if (kind == CW_ITEM_DIE)
    context.die_type = cw_design_get_die_type (self, ((const CwDie *) item)->type);
  return context;
}

/**
 * cw_design_count_shapes:
 * @self: a design
 * @id: an item
 *
 * Returns: how many shapes the item has
 */
guint32
cw_design_count_shapes (const CwDesign *self, CwId id)
{
  gconstpointer item = cw_design_get_item (self, id);
  CwItemKind kind = cw_id_get_kind (id);
  const CwItemClass *klass;
  CwItemContext context;

  if (item == NULL)
    return 0;

  klass = cw_item_class_get (kind);
  if (klass->count_shapes == NULL)
    return 0;

  context = cw_design_get_context (self, kind, item);
  return klass->count_shapes (item, &context);
}

/**
 * cw_design_get_shape:
 * @self: a design
 * @id: an item that is there
 * @part: a number below cw_design_count_shapes ()
 * @shape: (out caller-allocates): the shape; end it with cw_shape_clear ()
 *
 * Gets one shape of an item.
 */
void
cw_design_get_shape (const CwDesign *self, CwId id, guint32 part, CwShape *shape)
{
  gconstpointer item = cw_design_get_item (self, id);
  CwItemKind kind = cw_id_get_kind (id);
  CwItemContext context;

  g_return_if_fail (item != NULL);

  context = cw_design_get_context (self, kind, item);
  cw_item_class_get (kind)->get_shape (item, &context, part, shape);
  shape->item = id;
}

/**
 * cw_design_get_node:
 * @self: a design
 * @id: an item that is there
 * @part: a number below cw_design_count_shapes ()
 *
 * Gets to which node of its item a shape belongs: the pieces of an item that may belong to different
 * nets, as the pads of a die do. A node is named by the part of one of its shapes.
 *
 * Returns: the node, 0 for kinds of items that are one piece
 */
guint32
cw_design_get_node (const CwDesign *self, CwId id, guint32 part)
{
  CwItemKind kind = cw_id_get_kind (id);
  const CwItemClass *klass = cw_item_class_get (kind);
  gconstpointer item;
  CwItemContext context;

  if (klass == NULL || klass->get_node == NULL)
    return 0;

  item = cw_design_get_item (self, id);
  g_return_val_if_fail (item != NULL, 0);

  context = cw_design_get_context (self, kind, item);
  return klass->get_node (item, &context, part);
}

/**
 * cw_design_get_polygon_width:
 * @self: a design
 * @id: an item that is there
 * @part: number of a shape of it that is a polygon
 * @otherwise: what to say where the kind of item knows nothing better [nm]
 *
 * Returns: the least width of the form that the polygon was made of [nm]
 */
CwCoord
cw_design_get_polygon_width (const CwDesign *self, CwId id, guint32 part, CwCoord otherwise)
{
  CwItemKind kind = cw_id_get_kind (id);
  const CwItemClass *klass = cw_item_class_get (kind);
  gconstpointer item = cw_design_get_item (self, id);
  CwItemContext context;

  if (item == NULL || klass->get_width == NULL)
    return otherwise;

  context = cw_design_get_context (self, kind, item);
  return klass->get_width (item, &context, part);
}

/**
 * cw_design_get_item_bounds:
 * @self: a design
 * @id: an item
 *
 * Returns: the box around all its shapes, %CW_BOX_EMPTY when it has none [nm]
 */
CwBox
cw_design_get_item_bounds (const CwDesign *self, CwId id)
{
  guint32 n_shapes = cw_design_count_shapes (self, id);
  CwBox box = CW_BOX_EMPTY;

  for (guint32 part = 0; part < n_shapes; part++)
    {
      CwShape shape;

      cw_design_get_shape (self, id, part, &shape);
      box = cw_box_union (box, cw_shape_get_bounds (&shape));
      cw_shape_clear (&shape);
    }

  return box;
}
