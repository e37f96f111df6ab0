/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-bus.h"

#include <string.h>

#include "model/package/cw-names.h"
#include "model/package/cw-validate.h"

#define VERTICES_MAX 10000

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

static gboolean
bus_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwBus *bus = item;
  guint32 n = bus->path != NULL ? bus->path->n_vertices : 0;

  if (n < 2 || n > VERTICES_MAX)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "a bus has \"%u\" vertices, not 2 … %u", n, VERTICES_MAX);
      return FALSE;
    }

  return cw_validate_string ("bus name", bus->name, CW_NAME_MAX, TRUE, error)
         && cw_validate_number ("bus kind", bus->kind, CW_N_BUS_KINDS - 1, error)
         && cw_validate_length ("bus width", bus->width, 1, CW_WIDTH_MAX, error)
         && cw_validate_length ("bus pitch", bus->pitch, 0, CW_COORD_MAX, error)
         && cw_validate_length ("bus reach", bus->reach, 0, CW_WIDTH_MAX, error)
         && cw_validate_net ("bus", bus->net, error)
         && cw_validate_level ("bus level", context->technology, bus->level, CW_LEVEL_WIRING, error)
         && cw_validate_number ("bus flags", bus->flags, CW_ITEM_LOCKED, error)
         && cw_validate_bounds (
             "bus", NULL, cw_box_grow (cw_path_get_bounds (bus->path, TRUE), bus->width), error);
}

static guint32
bus_count_shapes (gconstpointer item, const CwItemContext *context)
{
  const CwBus *bus = item;

  return bus->path->n_vertices - (bus->kind == CW_BUS_SPINE);
}

static void
bus_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const CwBus *bus = item;
  const CwVertex *from = &bus->path->vertices[part];
  const CwVertex *to = &bus->path->vertices[(part + 1) % bus->path->n_vertices];

  *shape = (CwShape){ .kind = CW_SHAPE_CAPSULE,
                      .role = CW_ROLE_BUS,
                      .level = bus->level,
                      .net = bus->net,
                      .part = part };
  shape->capsule.a = from->at;
  shape->capsule.b = to->at;
  shape->capsule.width = bus->width;
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

static guint8
bus_get_flags (gconstpointer item)
{
  return ((const CwBus *) item)->flags;
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
  .get_flags = bus_get_flags,
};
