/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-keep-out.h"

#include <string.h>

#include "model/package/cw-shape-cache.h"
#include "model/package/cw-validate.h"

#define SAGITTA 2 /* [nm] */

static void
keep_out_hold (gpointer item)
{
  CwKeepOut *keep_out = item;

  cw_outline_ref (keep_out->outline);
  if (keep_out->name != NULL)
    g_ref_string_acquire (keep_out->name);
}

static void
keep_out_drop (gpointer item)
{
  CwKeepOut *keep_out = item;

  g_clear_pointer (&keep_out->outline, cw_outline_unref);
  g_clear_pointer (&keep_out->name, g_ref_string_release);
}

static const char *
get_name (const CwKeepOut *keep_out)
{
  return keep_out->name != NULL ? keep_out->name : "";
}

static gboolean
keep_out_equal (gconstpointer a, gconstpointer b)
{
  const CwKeepOut *one = a;
  const CwKeepOut *other = b;

  return strcmp (get_name (one), get_name (other)) == 0 && one->level == other->level
         && one->forbids == other->forbids && one->flags == other->flags
         && cw_outline_equal (one->outline, other->outline);
}

static gboolean
keep_out_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwKeepOut *keep_out = item;

  if (!cw_validate_string ("keep-out name", keep_out->name, CW_NAME_MAX, TRUE, error)
      || !cw_validate_number ("keep-out kinds", keep_out->forbids, CW_KEEP_OUT_ALL, error)
      || !cw_validate_number ("keep-out flags", keep_out->flags, CW_ITEM_LOCKED, error))
    return FALSE;
  if (keep_out->level != CW_LEVEL_NONE
      && !cw_validate_level ("keep-out level", context->technology, keep_out->level,
                             CW_LEVEL_WIRING, error))
    return FALSE;
  if (keep_out->forbids == 0)
    {
      g_set_error_literal (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                           "a keep-out forbids nothing");
      return FALSE;
    }

  return cw_validate_outline ("keep-out", keep_out->outline, error);
}

static void
append_shape (const CwKeepOut *keep_out, guint level, CwPolygon *polygon, GArray *shapes)
{
  CwMadeShape made = { 0 };

  made.shape.kind = CW_SHAPE_POLYGON;
  made.shape.role = CW_ROLE_KEEP_OUT;
  made.shape.level = (guint8) level;
  made.shape.part = shapes->len;
  made.shape.polygon = cw_polygon_ref (polygon);
  g_array_append_val (shapes, made);
}

static void
make_shapes (gconstpointer item, const CwTechnology *technology, GArray *shapes)
{
  const CwKeepOut *keep_out = item;
  g_autoptr (CwPolygon) polygon = cw_outline_to_polygon (keep_out->outline, SAGITTA);

  for (guint level = 0; level < cw_technology_get_n_levels (technology); level++)
    if (keep_out->level == level
        || (keep_out->level == CW_LEVEL_NONE
            && cw_technology_get_level (technology, level)->kind == CW_LEVEL_WIRING))
      append_shape (keep_out, level, polygon, shapes);
}

static guint32
keep_out_count_shapes (gconstpointer item, const CwItemContext *context)
{
  return cw_shape_cache_get (&cw_keep_out_class, item, context->technology, make_shapes)->len;
}

static void
keep_out_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const GArray *shapes
      = cw_shape_cache_get (&cw_keep_out_class, item, context->technology, make_shapes);

  cw_shape_copy (&g_array_index (shapes, CwMadeShape, part).shape, shape);
}

static GRefString *
keep_out_get_name (gconstpointer item)
{
  return ((const CwKeepOut *) item)->name;
}

static void
keep_out_transform (gpointer item, const CwTransform *transform)
{
  CwKeepOut *keep_out = item;
  CwOutline *moved = cw_outline_transform (keep_out->outline, transform);

  cw_outline_unref (keep_out->outline);
  keep_out->outline = moved;
}

static gboolean
keep_out_map_levels (gpointer item, const guint8 *map)
{
  CwKeepOut *keep_out = item;

  return cw_item_map_level (&keep_out->level, map);
}

const CwItemClass cw_keep_out_class = {
  .kind = CW_ITEM_KEEP_OUT,
  .name = "keep-out",
  .table = { .size = sizeof (CwKeepOut),
             .hold = keep_out_hold,
             .drop = keep_out_drop,
             .equal = keep_out_equal },
  .validate = keep_out_validate,
  .get_name = keep_out_get_name,
  .count_shapes = keep_out_count_shapes,
  .get_shape = keep_out_get_shape,
  .transform = keep_out_transform,
  .map_levels = keep_out_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwKeepOut, flags),
};
