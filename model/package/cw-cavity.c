/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-cavity.h"

#include <string.h>

#include "model/base/cw-length.h"
#include "model/package/cw-validate.h"

#define VERTICES_MAX 10000
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
validate_outline (const CwPath *outline, GError **error)
{
  g_autoptr (CwPolygon) polygon = NULL;

  if (outline == NULL || outline->n_vertices < 2 || outline->n_vertices > VERTICES_MAX)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "the outline of a cavity has \"%u\" vertices, not 2 … %u",
                   outline != NULL ? outline->n_vertices : 0, VERTICES_MAX);
      return FALSE;
    }
  for (guint32 i = 0; i < outline->n_vertices; i++)
    {
      CwArc leg = { outline->vertices[i].at, outline->vertices[(i + 1) % outline->n_vertices].at,
                    outline->vertices[i].sweep };

      if (!cw_validate_point ("cavity vertex", leg.start, error))
        return FALSE;
      if (cw_point_equal (leg.start, leg.end) || leg.sweep <= -CW_ANGLE_FULL
          || leg.sweep >= CW_ANGLE_FULL
          || !(leg.sweep == 0 || cw_arc_get_radius (&leg) <= CW_COORD_MAX))
        {
          g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                       "leg \"%u\" of the outline of a cavity has no length, or an arc of 360° or "
                       "more or with a radius above 1000000 µm",
                       i + 1);
          return FALSE;
        }
    }
  if (!cw_validate_bounds ("cavity", NULL, cw_path_get_bounds (outline, TRUE), error))
    return FALSE;

  polygon = cw_polygon_new_path ((CwPath *) outline, CW_UM);
  if (polygon != NULL && cw_polygon_get_area_doubled (polygon) != 0)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
               "the outline of a cavity encloses no area");
  return FALSE;
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
         && validate_outline (cavity->outline, error);
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
