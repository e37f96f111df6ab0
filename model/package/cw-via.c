/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-via.h"

#include "model/package/cw-names.h"
#include "model/package/cw-validate.h"

static const char *const fills[] = { "with-wiring", "before-wiring" };

G_STATIC_ASSERT (G_N_ELEMENTS (fills) == CW_N_VIA_FILLS);

static gboolean
via_equal (gconstpointer a, gconstpointer b)
{
  const CwVia *one = a;
  const CwVia *other = b;

  return cw_point_equal (one->at, other->at) && one->hole == other->hole && one->land == other->land
         && one->net == other->net && one->from == other->from && one->to == other->to
         && one->fill == other->fill && one->flags == other->flags;
}

/* what a via has on a level from its lower to its upper one, if anything */
static gboolean
get_role (const CwTechnology *technology, guint level, CwShapeRole *role)
{
  switch (cw_technology_get_level (technology, level)->kind)
    {
    case CW_LEVEL_WIRING:
      *role = CW_ROLE_LAND;
      return TRUE;

    case CW_LEVEL_DIELECTRIC:
    case CW_LEVEL_THIN_ORGANIC:
      *role = CW_ROLE_HOLE;
      return TRUE;

    case CW_LEVEL_SUBSTRATE:
    case CW_LEVEL_ADHESIVE:
    case CW_LEVEL_DIE:
    case CW_LEVEL_PAD:
    case CW_LEVEL_PASSIVATION:
    case CW_LEVEL_BALL:
    case CW_LEVEL_HEAT:
    case CW_LEVEL_UBM:
    case CW_N_LEVEL_KINDS:
    default:
      return FALSE;
    }
}

static gboolean
validate_levels (const CwVia *via, const CwTechnology *technology, GError **error)
{
  const CwLevel *from = cw_technology_get_level (technology, via->from);
  CwShapeRole role;

  if (!cw_validate_level ("upper via level", technology, via->to, CW_LEVEL_WIRING, error))
    return FALSE;
  if ((from == NULL || from->kind != CW_LEVEL_PAD)
      && !cw_validate_level ("lower via level", technology, via->from, CW_LEVEL_WIRING, error))
    return FALSE;
  if (via->from >= via->to)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "lower via level \"%s\" is not below upper via level \"%s\"", from->name,
                   cw_technology_get_level (technology, via->to)->name);
      return FALSE;
    }
  for (guint i = via->from + 1u; i < via->to; i++)
    if (get_role (technology, i, &role) && role == CW_ROLE_HOLE)
      return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "no dielectric between via levels \"%s\" and \"%s\"", from->name,
               cw_technology_get_level (technology, via->to)->name);
  return FALSE;
}

static gboolean
via_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwVia *via = item;
  CwBox at = { via->at, via->at };

  return cw_validate_length ("via hole", via->hole, 1, CW_WIDTH_MAX, error)
         && cw_validate_length ("via land", via->land, via->hole, CW_WIDTH_MAX, error)
         && cw_validate_point ("via position", via->at, error)
         && cw_validate_bounds ("via", NULL, cw_box_grow (at, (via->land + 1) / 2), error)
         && cw_validate_net ("via", via->net, error)
         && cw_validate_number ("via fill", via->fill, CW_N_VIA_FILLS - 1, error)
         && cw_validate_number ("via flags", via->flags, CW_ITEM_LOCKED, error)
         && validate_levels (via, context->technology, error);
}

static guint32
via_count_shapes (gconstpointer item, const CwItemContext *context)
{
  const CwVia *via = item;
  guint32 n = 0;
  CwShapeRole role;

  for (guint i = via->from; i <= via->to; i++)
    n += get_role (context->technology, i, &role);

  return n;
}

static void
via_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const CwVia *via = item;
  guint32 left = part;
  CwShapeRole role = CW_ROLE_LAND;
  guint level;

  for (level = via->from; level < via->to; level++)
    if (get_role (context->technology, level, &role) && left-- == 0)
      break;
  if (level == via->to)
    role = CW_ROLE_LAND;

  *shape = (CwShape){
    .kind = CW_SHAPE_DISC, .role = role, .level = (guint8) level, .net = via->net, .part = part
  };
  shape->disc.centre = via->at;
  shape->disc.diameter = role == CW_ROLE_HOLE ? via->hole : via->land;
}

static CwId
via_get_net (gconstpointer item)
{
  const CwVia *via = item;

  return via->net;
}

static void
via_transform (gpointer item, const CwTransform *transform)
{
  CwVia *via = item;

  via->at = cw_transform_point (transform, via->at);
}

/**
 * cw_via_fill_get_name:
 * @fill: how a via is filled
 *
 * Returns: its name in files
 */
const char *
cw_via_fill_get_name (CwViaFill fill)
{
  return cw_names_get (fills, G_N_ELEMENTS (fills), fill);
}

static gboolean
via_map_levels (gpointer item, const guint8 *map)
{
  CwVia *via = item;

  return cw_item_map_level (&via->from, map) && cw_item_map_level (&via->to, map);
}

const CwItemClass cw_via_class = {
  .kind = CW_ITEM_VIA,
  .name = "via",
  .table = { .size = sizeof (CwVia), .equal = via_equal },
  .validate = via_validate,
  .count_shapes = via_count_shapes,
  .get_shape = via_get_shape,
  .get_net = via_get_net,
  .transform = via_transform,
  .map_levels = via_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwVia, flags),
};
