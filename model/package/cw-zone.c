/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-zone.h"

#include <string.h>

#include "model/package/cw-names.h"
#include "model/package/cw-shape-cache.h"
#include "model/package/cw-validate.h"

#define SAGITTA 2 /* [nm] */

static const char *const fills[] = { "cleared", "solid" };

G_STATIC_ASSERT (G_N_ELEMENTS (fills) == CW_N_ZONE_FILLS);

static void
zone_hold (gpointer item)
{
  CwZone *zone = item;

  cw_outline_ref (zone->outline);
  if (zone->name != NULL)
    g_ref_string_acquire (zone->name);
}

static void
zone_drop (gpointer item)
{
  CwZone *zone = item;

  g_clear_pointer (&zone->outline, cw_outline_unref);
  g_clear_pointer (&zone->name, g_ref_string_release);
}

static const char *
get_name (const CwZone *zone)
{
  return zone->name != NULL ? zone->name : "";
}

static gboolean
zone_equal (gconstpointer a, gconstpointer b)
{
  const CwZone *one = a;
  const CwZone *other = b;

  return strcmp (get_name (one), get_name (other)) == 0 && one->net == other->net
         && one->clearance == other->clearance && one->void_size == other->void_size
         && one->void_pitch == other->void_pitch && one->level == other->level
         && one->fill == other->fill && one->flags == other->flags
         && cw_outline_equal (one->outline, other->outline);
}

static gboolean
zone_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwZone *zone = item;

  if (!cw_validate_string ("zone name", zone->name, CW_NAME_MAX, TRUE, error)
      || !cw_validate_net ("zone", zone->net, error)
      || !cw_validate_length ("zone clearance", zone->clearance, 0, CW_WIDTH_MAX, error)
      || !cw_validate_length ("zone hole size", zone->void_size, 0, CW_WIDTH_MAX, error)
      || !cw_validate_level ("zone level", context->technology, zone->level, CW_LEVEL_WIRING, error)
      || !cw_validate_number ("zone fill", zone->fill, CW_N_ZONE_FILLS - 1, error)
      || !cw_validate_number ("zone flags", zone->flags, CW_ITEM_LOCKED, error))
    return FALSE;

  /* holes that touch would leave islands */
  return cw_validate_length ("zone hole pitch", zone->void_pitch,
                             zone->void_size > 0 ? (gint64) zone->void_size + 1 : 0, CW_COORD_MAX,
                             error)
         && cw_validate_outline ("zone", zone->outline, error);
}

static guint32
zone_count_shapes (gconstpointer item, const CwItemContext *context)
{
  return 1;
}

static void
make_shapes (gconstpointer item, const CwTechnology *technology, GArray *shapes)
{
  const CwZone *zone = item;
  CwMadeShape made = { 0 };

  made.shape.kind = CW_SHAPE_POLYGON;
  made.shape.role = CW_ROLE_ZONE;
  made.shape.level = zone->level;
  made.shape.net = zone->net;
  made.shape.polygon = cw_outline_to_polygon (zone->outline, SAGITTA);
  g_array_append_val (shapes, made);
}

static void
zone_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const GArray *shapes
      = cw_shape_cache_get (&cw_zone_class, item, context->technology, make_shapes);

  cw_shape_copy (&g_array_index (shapes, CwMadeShape, part).shape, shape);
}

static CwId
zone_get_net (gconstpointer item)
{
  return ((const CwZone *) item)->net;
}

static GRefString *
zone_get_name (gconstpointer item)
{
  return ((const CwZone *) item)->name;
}

static void
zone_transform (gpointer item, const CwTransform *transform)
{
  CwZone *zone = item;
  CwOutline *moved = cw_outline_transform (zone->outline, transform);

  cw_outline_unref (zone->outline);
  zone->outline = moved;
}

static gboolean
zone_map_levels (gpointer item, const guint8 *map)
{
  CwZone *zone = item;

  return cw_item_map_level (&zone->level, map);
}

/**
 * cw_zone_fill_get_name:
 * @fill: what the metal of a zone is
 *
 * Returns: its name in files
 */
const char *
cw_zone_fill_get_name (CwZoneFill fill)
{
  return cw_names_get (fills, G_N_ELEMENTS (fills), fill);
}

const CwItemClass cw_zone_class = {
  .kind = CW_ITEM_ZONE,
  .name = "zone",
  .table = { .size = sizeof (CwZone), .hold = zone_hold, .drop = zone_drop, .equal = zone_equal },
  .validate = zone_validate,
  .get_name = zone_get_name,
  .get_net = zone_get_net,
  .count_shapes = zone_count_shapes,
  .get_shape = zone_get_shape,
  .transform = zone_transform,
  .map_levels = zone_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwZone, flags),
};
