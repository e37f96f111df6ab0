/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/connect/cw-metal.h"

typedef struct
{
  const CwDesign *design;
  guint pad_level;
  guint foot_level;
  guint32 node;
  CwCopperFunc func;
  gpointer user_data;
} Metal;

/**
 * cw_metal_get_foot_level:
 * @technology: a technology
 *
 * Finds the dielectric, or thin organic layer, that lies on the metal pads of the dies. The hole of a via
 * through it that begins at the pads is the via's foot: it counts as metal on the level of
 * the pads, because it lands there without a land of its own.
 *
 * Returns: index of the level, %CW_LEVEL_NONE when there is none
 */
guint
cw_metal_get_foot_level (const CwTechnology *technology)
{
  guint pad = cw_technology_find_level_kind (technology, CW_LEVEL_PAD);

  if (pad >= cw_technology_get_n_levels (technology))
    return CW_LEVEL_NONE;

  for (guint level = pad + 1; level < cw_technology_get_n_levels (technology); level++)
    {
      CwLevelKind kind = cw_technology_get_level (technology, level)->kind;

      if (kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC)
        return level;
      if (cw_level_kind_is_metal (kind))
        break;
    }

  return CW_LEVEL_NONE;
}

static Metal
make_metal (const CwDesign *design, guint32 node, CwCopperFunc func, gpointer user_data)
{
  CwTechnology *technology = cw_design_get_technology (design);
  Metal metal = { design,
                  cw_technology_find_level_kind (technology, CW_LEVEL_PAD),
                  cw_metal_get_foot_level (technology),
                  node,
                  func,
                  user_data };

  return metal;
}

static gboolean
pass_foot (const CwShape *shape, gpointer user_data)
{
  const Metal *metal = user_data;
  const CwVia *via
      = shape->role == CW_ROLE_HOLE ? cw_design_get_via (metal->design, shape->item) : NULL;
  CwShape foot = *shape;

  if (via == NULL || via->from != metal->pad_level)
    return TRUE;

  foot.level = (guint8) metal->pad_level;
  return metal->func (&foot, metal->user_data);
}

/**
 * cw_metal_foreach_shape:
 * @design: a design
 * @level: index of a wiring level or of the level of die pads
 * @box: what the shapes' boxes must meet [nm]
 * @func: (scope call): called for each
 * @user_data: passed to @func
 *
 * Passes on the metal of one level: as cw_copper_foreach_shape (), and on the level of
 * die pads the feet of vias too, as shapes of the role %CW_ROLE_HOLE on that level.
 *
 * Returns: %FALSE when @func ended it
 */
gboolean
cw_metal_foreach_shape (const CwDesign *design, guint level, CwBox box, CwCopperFunc func,
                        gpointer user_data)
{
  Metal metal = make_metal (design, CW_METAL_ALL_NODES, func, user_data);

  if (!cw_copper_foreach_shape (design, level, box, func, user_data))
    return FALSE;
  if (level != metal.pad_level || metal.foot_level == CW_LEVEL_NONE)
    return TRUE;

  return cw_copper_foreach_shape (design, metal.foot_level, box, pass_foot, &metal);
}

static gboolean
pass_metal (const CwShape *shape, gpointer user_data)
{
  const Metal *metal = user_data;
  const CwTechnology *technology = cw_design_get_technology (metal->design);

  if (metal->node != CW_METAL_ALL_NODES
      && metal->node != cw_design_get_node (metal->design, shape->item, shape->part))
    return TRUE;
  if (shape->role == CW_ROLE_KEEP_OUT)
    return TRUE;
  if (shape->role == CW_ROLE_HOLE)
    return shape->level == metal->foot_level ? pass_foot (shape, user_data) : TRUE;
  if (!cw_level_kind_is_metal (cw_technology_get_level (technology, shape->level)->kind))
    return TRUE;

  return metal->func (shape, metal->user_data);
}

/**
 * cw_metal_foreach_item_shape:
 * @design: a design
 * @item: an item
 * @node: one of its nodes, see cw_design_get_node (), or %CW_METAL_ALL_NODES
 * @func: (scope call): called for each
 * @user_data: passed to @func
 *
 * Passes on the metal of one item, as cw_metal_foreach_shape () does for a level.
 *
 * Returns: %FALSE when @func ended it
 */
gboolean
cw_metal_foreach_item_shape (const CwDesign *design, CwId item, guint32 node, CwCopperFunc func,
                             gpointer user_data)
{
  Metal metal = make_metal (design, node, func, user_data);

  /* the node of a pad is its part */
  if (cw_id_get_kind (item) == CW_ITEM_DIE && node != CW_METAL_ALL_NODES)
    {
      CwShape shape;
      gboolean go_on;

      if (node >= cw_design_count_shapes (design, item))
        return TRUE;
      cw_design_get_shape (design, item, node, &shape);
      go_on = pass_metal (&shape, &metal);
      cw_shape_clear (&shape);
      return go_on;
    }

  return cw_copper_foreach_item_shape (design, item, pass_metal, &metal);
}
