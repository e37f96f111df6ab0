/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-bus.h"

#include <string.h>

#include "model/package/cw-bus-private.h"
#include "model/package/cw-names.h"
#include "model/package/cw-validate.h"

#define VERTICES_MAX 10000
#define SHAPES_MAX 20000

static const char *const kinds[] = { "ring", "spine", "mesh" };

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == CW_N_BUS_KINDS);

static void
bus_hold (gpointer item)
{
  CwBus *bus = item;

  cw_path_ref (bus->path);
  if (bus->name != NULL)
    g_ref_string_acquire (bus->name);
}

static void
bus_drop (gpointer item)
{
  CwBus *bus = item;

  g_clear_pointer (&bus->path, cw_path_unref);
  g_clear_pointer (&bus->name, g_ref_string_release);
}

static const char *
get_name (const CwBus *bus)
{
  return bus->name != NULL ? bus->name : "";
}

static gboolean
bus_equal (gconstpointer a, gconstpointer b)
{
  const CwBus *one = a;
  const CwBus *other = b;

  return strcmp (get_name (one), get_name (other)) == 0 && one->width == other->width
         && one->pitch == other->pitch && one->reach == other->reach && one->net == other->net
         && one->kind == other->kind && one->level == other->level && one->flags == other->flags
         && cw_path_equal (one->path, other->path);
}

/* a vertex and the next one, around the end of a closed path */
static gboolean
get_leg (const CwBus *bus, guint32 i, CwArc *leg)
{
  const CwPath *path = bus->path;
  guint32 next = i + 1 < path->n_vertices ? i + 1 : 0;

  if (next == 0 && bus->kind == CW_BUS_SPINE)
    return FALSE;
  *leg = (CwArc){ path->vertices[i].at, path->vertices[next].at, path->vertices[i].sweep };
  return TRUE;
}

static gboolean
fail_path (const CwBus *bus, const char *what, GError **error)
{
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY, "the path of a %s %s",
               cw_bus_kind_get_name (bus->kind), what);
  return FALSE;
}

static gboolean
validate_path (const CwBus *bus, GError **error)
{
  guint32 n = bus->path != NULL ? bus->path->n_vertices : 0;
  CwArc leg;

  if (n < 2 || n > VERTICES_MAX)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "a bus has \"%u\" vertices, not 2 … %u", n, VERTICES_MAX);
      return FALSE;
    }
  for (guint32 i = 0; i < n; i++)
    {
      if (!cw_validate_point ("bus vertex", bus->path->vertices[i].at, error))
        return FALSE;
      if (!get_leg (bus, i, &leg))
        return bus->path->vertices[i].sweep == 0
               || fail_path (bus, "ends with a sweep but no leg", error);
      if (cw_point_equal (leg.start, leg.end))
        return fail_path (bus, "has a leg without length", error);
      if (leg.sweep <= -CW_ANGLE_FULL || leg.sweep >= CW_ANGLE_FULL
          || !(leg.sweep == 0 || cw_arc_get_radius (&leg) <= CW_COORD_MAX))
        return fail_path (bus, "has an arc of 360° or more, or one with a radius above 1000000 µm",
                          error);
    }
  if (bus->kind != CW_BUS_SPINE && n == 2 && bus->path->vertices[0].sweep == 0
      && bus->path->vertices[1].sweep == 0)
    return fail_path (bus, "encloses no area", error);

  return cw_validate_bounds (
      "bus", NULL,
      cw_box_grow (cw_path_get_bounds (bus->path, TRUE), (gint64) bus->width + bus->reach), error);
}

/* how many lines a mesh or ribs a spine would have at most, before any is made */
static gint64
count_lines (const CwBus *bus)
{
  CwBox box = cw_path_get_bounds (bus->path, bus->kind != CW_BUS_SPINE);

  if (bus->kind == CW_BUS_RING)
    return 0;
  if (bus->kind == CW_BUS_SPINE)
    return (gint64) (cw_path_get_length (bus->path, FALSE) / bus->pitch);

  return ((gint64) box.max.x - box.min.x) / bus->pitch
         + ((gint64) box.max.y - box.min.y) / bus->pitch;
}

static gboolean
validate_number_of_shapes (const CwBus *bus, const CwTechnology *technology, GError **error)
{
  gint64 n = count_lines (bus);

  if (n <= SHAPES_MAX)
    n = cw_bus_get_shapes (bus, technology)->len;
  if (n <= SHAPES_MAX)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
               "a bus has \"%" G_GINT64_FORMAT "\" lines or more, not at most %u", n, SHAPES_MAX);
  return FALSE;
}

static gboolean
bus_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwBus *bus = item;

  if (!cw_validate_string ("bus name", bus->name, CW_NAME_MAX, TRUE, error)
      || !cw_validate_number ("bus kind", bus->kind, CW_N_BUS_KINDS - 1, error)
      || !cw_validate_length ("bus width", bus->width, 1, CW_WIDTH_MAX, error)
      || !cw_validate_length ("bus reach", bus->reach, 0, CW_WIDTH_MAX, error)
      || !cw_validate_net ("bus", bus->net, error)
      || !cw_validate_level ("bus level", context->technology, bus->level, CW_LEVEL_WIRING, error)
      || !cw_validate_number ("bus flags", bus->flags, CW_ITEM_LOCKED, error))
    return FALSE;

  /* lines that touch make a plane, and are none of a mesh */
  return cw_validate_length ("bus pitch", bus->pitch,
                             bus->kind != CW_BUS_RING ? (gint64) bus->width + 1 : 0, CW_COORD_MAX,
                             error)
         && validate_path (bus, error)
         && validate_number_of_shapes (bus, context->technology, error);
}

static guint32
bus_count_shapes (gconstpointer item, const CwItemContext *context)
{
  return cw_bus_get_shapes (item, context->technology)->len;
}

static void
bus_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const GArray *shapes = cw_bus_get_shapes (item, context->technology);

  cw_shape_copy (&g_array_index (shapes, CwMadeShape, part).shape, shape);
}

static CwId
bus_get_net (gconstpointer item)
{
  return ((const CwBus *) item)->net;
}

static void
bus_transform (gpointer item, const CwTransform *transform)
{
  CwBus *bus = item;
  CwPath *moved = cw_path_transform (bus->path, transform);

  cw_path_unref (bus->path);
  bus->path = moved;
}

static GRefString *
bus_get_name (gconstpointer item)
{
  return ((const CwBus *) item)->name;
}

/**
 * cw_bus_kind_get_name:
 * @kind: the form of a bus
 *
 * Returns: its name in files
 */
const char *
cw_bus_kind_get_name (CwBusKind kind)
{
  return cw_names_get (kinds, G_N_ELEMENTS (kinds), kind);
}

static gboolean
bus_map_levels (gpointer item, const guint8 *map)
{
  CwBus *bus = item;

  return cw_item_map_level (&bus->level, map);
}

const CwItemClass cw_bus_class = {
  .kind = CW_ITEM_BUS,
  .name = "bus",
  .table = { .size = sizeof (CwBus), .hold = bus_hold, .drop = bus_drop, .equal = bus_equal },
  .validate = bus_validate,
  .get_name = bus_get_name,
  .get_net = bus_get_net,
  .count_shapes = bus_count_shapes,
  .get_shape = bus_get_shape,
  .transform = bus_transform,
  .map_levels = bus_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwBus, flags),
};
