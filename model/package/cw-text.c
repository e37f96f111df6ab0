/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-text.h"

#include <string.h>

#include "model/package/cw-stroke-font.h"
#include "model/package/cw-validate.h"

static void
text_hold (gpointer item)
{
  CwText *text = item;

  g_ref_string_acquire (text->text);
}

static void
text_drop (gpointer item)
{
  CwText *text = item;

  g_clear_pointer (&text->text, g_ref_string_release);
}

static gboolean
text_equal (gconstpointer a, gconstpointer b)
{
  const CwText *one = a;
  const CwText *other = b;

  return strcmp (one->text, other->text) == 0 && cw_point_equal (one->at, other->at)
         && one->height == other->height && one->width == other->width && one->angle == other->angle
         && one->mirror == other->mirror && one->level == other->level
         && one->flags == other->flags;
}

static CwTransform
get_transform (const CwText *text)
{
  return (CwTransform){ text->at, text->angle, text->mirror };
}

static gboolean
text_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwText *text = item;
  CwTransform transform;

  if (!cw_validate_string ("text", text->text, CW_TEXT_MAX, FALSE, error)
      || !cw_validate_point ("text position", text->at, error)
      || !cw_validate_length ("text height", text->height, 1, CW_WIDTH_MAX, error)
      || !cw_validate_length ("text width", text->width, 1, CW_WIDTH_MAX, error)
      || !cw_validate_angle ("text angle", text->angle, error)
      || !cw_validate_number ("text mirror", text->mirror, 1, error)
      || !cw_validate_number ("text flags", text->flags, CW_ITEM_LOCKED, error)
      || !cw_validate_level ("text level", context->technology, text->level, CW_LEVEL_WIRING,
                             error))
    return FALSE;

  transform = get_transform (text);
  return cw_validate_bounds (
      "text", &transform,
      cw_box_grow (cw_stroke_font_get_cell (text->text, text->height), (text->width + 1) / 2),
      error);
}

static guint32
text_count_shapes (gconstpointer item, const CwItemContext *context)
{
  const CwText *text = item;

  return cw_stroke_font_count_strokes (text->text);
}

static void
text_get_shape (gconstpointer item, const CwItemContext *context, guint32 part, CwShape *shape)
{
  const CwText *text = item;
  CwTransform transform = get_transform (text);
  CwStroke stroke = { text->at, text->at };

  if (!cw_stroke_font_get_stroke (text->text, text->height, part, &stroke))
    g_return_if_reached ();

  *shape = (CwShape){
    .kind = CW_SHAPE_CAPSULE, .role = CW_ROLE_TEXT, .level = text->level, .part = part
  };
  shape->capsule.a = cw_transform_point (&transform, stroke.a);
  shape->capsule.b = cw_transform_point (&transform, stroke.b);
  shape->capsule.width = text->width;
}

static void
text_transform (gpointer item, const CwTransform *transform)
{
  CwText *text = item;
  CwTransform before = get_transform (text);
  CwTransform after = cw_transform_compose (&before, transform);

  text->at = after.offset;
  text->angle = after.angle;
  text->mirror = after.mirror ? 1 : 0;
}

static GRefString *
text_get_name (gconstpointer item)
{
  return ((const CwText *) item)->text;
}

static gboolean
text_map_levels (gpointer item, const guint8 *map)
{
  CwText *text = item;

  return cw_item_map_level (&text->level, map);
}

const CwItemClass cw_text_class = {
  .kind = CW_ITEM_TEXT,
  .name = "text",
  .table = { .size = sizeof (CwText), .hold = text_hold, .drop = text_drop, .equal = text_equal },
  .validate = text_validate,
  .get_name = text_get_name,
  .count_shapes = text_count_shapes,
  .get_shape = text_get_shape,
  .transform = text_transform,
  .map_levels = text_map_levels,
  .flags_offset = G_STRUCT_OFFSET (CwText, flags),
};
