/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-cavity.h"

#include <string.h>

#include "model/base/cw-length.h"
#include "model/package/cw-validate.h"

#define SAGITTA 2 /* [nm] */

static void
cavity_hold (gpointer item)
{
  CwCavity *cavity = item;

  cw_path_ref (cavity->outline);
  if (cavity->name != NULL)
    g_ref_string_acquire (cavity->name);
}

static void
cavity_drop (gpointer item)
{
  CwCavity *cavity = item;

  g_clear_pointer (&cavity->outline, cw_path_unref);
  g_clear_pointer (&cavity->name, g_ref_string_release);
}

static const char *
get_name (const CwCavity *cavity)
{
  return cavity->name != NULL ? cavity->name : "";
}

static gboolean
cavity_equal (gconstpointer a, gconstpointer b)
{
  const CwCavity *one = a;
  const CwCavity *other = b;

  return strcmp (get_name (one), get_name (other)) == 0 && one->depth == other->depth
         && one->draft == other->draft && one->level == other->level && one->flags == other->flags
         && cw_path_equal (one->outline, other->outline);
}

static gboolean
fail_depth (const CwCavity *cavity, const CwLevel *level, GError **error)
{
  g_autofree char *depth = cw_length_format (cavity->depth, CW_UNIT_UM);
  g_autofree char *thickness = cw_length_format (level->thickness, CW_UNIT_UM);

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "cavity depth \"%s\" is more than the %s µm of level \"%s\" that it is in", depth,
               thickness, level->name);
  return FALSE;
}

static gboolean
cavity_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwCavity *cavity = item;
  const CwLevel *level;

  if (!cw_validate_string ("cavity name", cavity->name, CW_NAME_MAX, TRUE, error)
      || !cw_validate_level ("cavity level", context->technology, cavity->level, CW_LEVEL_SUBSTRATE,
                             error)
      || !cw_validate_number ("cavity draft", cavity->draft, 45 * CW_DEGREE, error)
      || !cw_validate_number ("cavity flags", cavity->flags, CW_ITEM_LOCKED, error))
    return FALSE;

  level = cw_technology_get_level (context->technology, cavity->level);
  if (cavity->depth > level->thickness)
    return fail_depth (cavity, level, error);

  return cw_validate_length ("cavity depth", cavity->depth, 0, level->thickness, error)
         && cw_validate_closed_path ("cavity", cavity->outline, error);
}

static guint32
cavity_count_shapes (gconstpointer item, const CwItemContext *context)
{
  return 1;
}

static void
cavity_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const CwCavity *cavity = item;

  *shape = (CwShape){ .kind = CW_SHAPE_POLYGON, .role = CW_ROLE_CAVITY, .level = cavity->level };
  shape->polygon = cw_polygon_new_path (cavity->outline, SAGITTA);
}

static void
cavity_transform (gpointer item, const CwTransform *transform)
{
  CwCavity *cavity = item;
  CwPath *moved = cw_path_transform (cavity->outline, transform);

  cw_path_unref (cavity->outline);
  cavity->outline = moved;
}

static GRefString *
cavity_get_name (gconstpointer item)
{
  return ((const CwCavity *) item)->name;
}

static gboolean
cavity_map_levels (gpointer item, const guint8 *map)
{
  CwCavity *cavity = item;

  return cw_item_map_level (&cavity->level, map);
}

const CwItemClass cw_cavity_class = {
  .kind = CW_ITEM_CAVITY,
  .name = "cavity",
  .table
  = { .size = sizeof (CwCavity), .hold = cavity_hold, .drop = cavity_drop, .equal = cavity_equal },
  .validate = cavity_validate,
  .get_name = cavity_get_name,
  .count_shapes = cavity_count_shapes,
  .get_shape = cavity_get_shape,
  .transform = cavity_transform,
  .map_levels = cavity_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwCavity, flags),
};
