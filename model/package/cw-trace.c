/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-trace.h"

#include <math.h>
#include <string.h>

#include "model/package/cw-validate.h"

#define VERTICES_MAX 1000000

static void
trace_hold (gpointer item)
{
  CwTrace *trace = item;

  cw_path_ref (trace->path);
  if (trace->name != NULL)
    g_ref_string_acquire (trace->name);
}

static void
trace_drop (gpointer item)
{
  CwTrace *trace = item;

  g_clear_pointer (&trace->path, cw_path_unref);
  g_clear_pointer (&trace->name, g_ref_string_release);
}

static const char *
get_name (const CwTrace *trace)
{
  return trace->name != NULL ? trace->name : "";
}

static gboolean
trace_equal (gconstpointer a, gconstpointer b)
{
  const CwTrace *one = a;
  const CwTrace *other = b;

  return one->width == other->width && one->net == other->net && one->level == other->level
         && one->flags == other->flags
         && (one->name == other->name || strcmp (get_name (one), get_name (other)) == 0)
         && (one->path == other->path || cw_path_equal (one->path, other->path));
}

static CwArc
get_arc (const CwVertex *from)
{
  return (CwArc){ from[0].at, from[1].at, from[0].sweep };
}

static gboolean
validate_leg (const CwVertex *from, guint32 leg, GError **error)
{
  g_autofree char *text = NULL;
  double chord;
  double radius;

  if (!cw_validate_point ("trace vertex", from[1].at, error))
    return FALSE;
  if (cw_point_equal (from[0].at, from[1].at))
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "trace vertices \"%u\" and \"%u\" are the same point", leg, leg + 1);
      return FALSE;
    }
  if (from[0].sweep == 0)
    return TRUE;
  if (from[0].sweep <= -CW_ANGLE_FULL || from[0].sweep >= CW_ANGLE_FULL)
    {
      text = cw_angle_format (from[0].sweep);
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "trace sweep \"%s\" is not between -360° and 360°", text);
      return FALSE;
    }

  /* radius = chord / (2 sin (sweep / 2)), and it must fit a coordinate */
  chord = sqrt ((double) cw_point_distance_squared (from[0].at, from[1].at));
  radius = chord / fabs (2 * sin (from[0].sweep * (G_PI / 180 / CW_DEGREE) / 2));
  if (radius <= CW_COORD_MAX)
    return TRUE;

  text = cw_angle_format (from[0].sweep);
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
               "trace sweep \"%s\" makes an arc with a radius above 1000000 µm", text);
  return FALSE;
}

static gboolean
validate_path (const CwTrace *trace, GError **error)
{
  const CwPath *path = trace->path;
  guint32 n = path != NULL ? path->n_vertices : 0;

  if (n < 2 || n > VERTICES_MAX)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "trace has \"%u\" vertices, not 2 … %u", n, VERTICES_MAX);
      return FALSE;
    }
  if (!cw_validate_point ("trace vertex", path->vertices[0].at, error))
    return FALSE;
  for (guint32 i = 0; i + 1 < n; i++)
    if (!validate_leg (&path->vertices[i], i, error))
      return FALSE;
  if (path->vertices[n - 1].sweep != 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "last trace vertex \"%u\" has a sweep but no leg", n - 1);
      return FALSE;
    }

  return cw_validate_bounds (
      "trace", NULL, cw_box_grow (cw_path_get_bounds (path, FALSE), (trace->width + 1) / 2), error);
}

static gboolean
trace_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwTrace *trace = item;

  return cw_validate_length ("trace width", trace->width, 1, CW_WIDTH_MAX, error)
         && cw_validate_net ("trace", trace->net, error)
         && cw_validate_level ("trace level", context->technology, trace->level, CW_LEVEL_WIRING,
                               error)
         && cw_validate_number ("trace flags", trace->flags, CW_ITEM_LOCKED, error)
         && cw_validate_string ("trace name", get_name (trace), CW_NAME_MAX, TRUE, error)
         && validate_path (trace, error);
}

static guint32
trace_count_shapes (gconstpointer item, const CwItemContext *context)
{
  const CwTrace *trace = item;

  return trace->path->n_vertices - 1;
}

static void
trace_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const CwTrace *trace = item;
  const CwVertex *from = &trace->path->vertices[part];

  *shape
      = (CwShape){ .role = CW_ROLE_TRACE, .level = trace->level, .net = trace->net, .part = part };

  if (from->sweep == 0)
    {
      shape->kind = CW_SHAPE_CAPSULE;
      shape->capsule.a = from[0].at;
      shape->capsule.b = from[1].at;
      shape->capsule.width = trace->width;
    }
  else
    {
      shape->kind = CW_SHAPE_BAND;
      shape->band.arc = get_arc (from);
      shape->band.width = trace->width;
    }
}

static CwId
trace_get_net (gconstpointer item)
{
  const CwTrace *trace = item;

  return trace->net;
}

static void
trace_transform (gpointer item, const CwTransform *transform)
{
  CwTrace *trace = item;
  CwPath *path = cw_path_transform (trace->path, transform);

  cw_path_unref (trace->path);
  trace->path = path;
}

static GRefString *
trace_get_name (gconstpointer item)
{
  return ((const CwTrace *) item)->name;
}

static gboolean
trace_map_levels (gpointer item, const guint8 *map)
{
  CwTrace *trace = item;

  return cw_item_map_level (&trace->level, map);
}

const CwItemClass cw_trace_class = {
  .kind = CW_ITEM_TRACE,
  .name = "trace",
  .table
  = { .size = sizeof (CwTrace), .hold = trace_hold, .drop = trace_drop, .equal = trace_equal },
  .validate = trace_validate,
  .get_name = trace_get_name,
  .count_shapes = trace_count_shapes,
  .get_shape = trace_get_shape,
  .get_net = trace_get_net,
  .transform = trace_transform,
  .map_levels = trace_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwTrace, flags),
};
