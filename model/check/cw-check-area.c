/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-check-private.h"
#include "model/geometry/cw-boolean.h"

/* What lies in a keep-out area that forbids it, or in what a fiducial keeps free. What is drawn there is meant,
 * so that it is checked without a rule, too, unless the rule is switched off. */

#define SAGITTA 2    /* [nm] */
#define LEAST_MEAN 2 /* what overlaps by less on the average only touches [nm] */

typedef struct
{
  CwCheckContext *context;
  const CwShape *shape;
  guint8 bit; /* of what the shape is */
} Look;

/* which of the bits of a keep-out concerns an item, 0 for none */
guint8
cw_check_get_keep_out_bit (CwId item)
{
  switch (cw_id_get_kind (item))
    {
    case CW_ITEM_TRACE:
    case CW_ITEM_BUS:
    case CW_ITEM_TEXT:
    case CW_ITEM_FIDUCIAL:
      return CW_KEEP_OUT_TRACES;

    case CW_ITEM_VIA:
      return CW_KEEP_OUT_VIAS;

    case CW_ITEM_ZONE:
      return CW_KEEP_OUT_ZONES;

    case CW_ITEM_BONDING_PAD:
      return CW_KEEP_OUT_PADS;

    case CW_ITEM_DIE:
      return CW_KEEP_OUT_DIES;

    case CW_ITEM_PASSIVE:
      return CW_KEEP_OUT_PASSIVES;

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_CAVITY:
    case CW_ITEM_CUT_LINE:
    case CW_ITEM_KEEP_OUT:
    case CW_N_ITEM_KINDS:
    default:
      return 0;
    }
}

static GPtrArray *
list_polygon (const CwShape *shape)
{
  GPtrArray *polygons = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  CwPolygon *polygon = cw_shape_to_polygon (shape, SAGITTA);

  if (polygon != NULL)
    g_ptr_array_add (polygons, polygon);
  return polygons;
}

/* how far a shape reaches into an area: the lesser side of the box around the largest piece that they
 * share, 0 when they only touch [nm] */
static gint64
get_depth (const CwShape *area, const CwShape *shape, CwPoint *at)
{
  g_autoptr (GPtrArray) polygons = NULL;
  g_autoptr (GPtrArray) areas = NULL;
  g_autoptr (GPtrArray) common = NULL;
  CwBox bounds = cw_shape_get_bounds (shape);
  gint64 depth = 0;
  gint64 enclosure;
  CwGap gap;

  if (!cw_shape_touches (area, shape))
    return 0;
  if (cw_shape_get_enclosure (shape, area, &enclosure, &gap))
    {
      *at = cw_box_get_centre (bounds);
      return MIN ((gint64) bounds.max.x - bounds.min.x, (gint64) bounds.max.y - bounds.min.y);
    }

  polygons = list_polygon (shape);
  areas = list_polygon (area);
  common = cw_polygons_intersect (polygons, areas, NULL);
  for (guint i = 0; common != NULL && i < common->len; i++)
    {
      const CwPolygon *piece = g_ptr_array_index (common, i);
      gint64 width = (gint64) piece->bounds.max.x - piece->bounds.min.x;
      gint64 height = (gint64) piece->bounds.max.y - piece->bounds.min.y;

      if (cw_polygon_get_area_doubled (piece) <= 2 * LEAST_MEAN * (width + height)
          || MIN (width, height) <= depth)
        continue;
      depth = MIN (width, height);
      *at = cw_box_get_centre (piece->bounds);
    }

  return depth;
}

static gboolean
look_at_area (const CwShape *area, gpointer user_data)
{
  const Look *look = user_data;
  const CwKeepOut *keep_out = cw_design_get_keep_out (look->context->design, area->item);
  gint64 depth;
  CwPoint at;

  /* a die is on no level of wiring: of the levels of the keep-out one is enough */
  if ((keep_out->forbids & look->bit) == 0 || (look->bit == CW_KEEP_OUT_DIES && area->part != 0))
    return TRUE;
  depth = get_depth (area, look->shape, &at);
  if (depth == 0)
    return TRUE;

  cw_check_append (look->context, cw_check_find_design_rule (look->context, CW_RULE_KEEP_OUT),
                   (CwViolation){
                       .kind = CW_RULE_KEEP_OUT,
                       .found = -depth,
                       .items = { area->item, look->shape->item },
                       .parts = { area->part, look->shape->part },
                       .nets = { CW_ID_NONE, look->shape->net },
                       .at = { at, at },
                       .level = look->shape->level,
                       .fault = CW_KEEP_OUT_FAULT_AREA,
                   });
  return TRUE;
}

/* looks for keep-outs that forbid what a shape is */
void
cw_check_areas (CwCheckContext *context, const CwShape *shape)
{
  Look look = { context, shape, cw_check_get_keep_out_bit (shape->item) };
  CwBox box;

  if (look.bit == 0 || (CW_AREA_ROLES >> shape->role & 1) == 0
      || cw_design_get_n_items (context->design, CW_ITEM_KEEP_OUT) == 0)
    return;

  box = cw_shape_get_bounds (shape);
  if (shape->role != CW_ROLE_DIE)
    {
      cw_copper_foreach_area (context->design, shape->level, box, look_at_area, &look);
      return;
    }
  for (guint level = 0; level < context->rules->n_levels; level++)
    if (cw_technology_get_level (context->rules->technology, level)->kind == CW_LEVEL_WIRING)
      cw_copper_foreach_area (context->design, level, box, look_at_area, &look);
}

typedef struct
{
  CwCheckContext *context;
  CwId id;
  const CwFiducial *fiducial;
} Clear;

static gboolean
look_at_metal (const CwShape *shape, gpointer user_data)
{
  const Clear *clear = user_data;
  CwCoord needed = clear->fiducial->clear / 2;
  CwPoint at = clear->fiducial->at;
  CwShape centre = { .kind = CW_SHAPE_BOX, .box = { at, at } };
  CwGap gap;

  if (shape->item == clear->id || !cw_shape_is_near_point (shape, at, needed - 1))
    return TRUE;

  cw_shape_measure (&centre, shape, &gap);
  cw_check_append (clear->context, cw_check_find_design_rule (clear->context, CW_RULE_KEEP_OUT),
                   (CwViolation){
                       .kind = CW_RULE_KEEP_OUT,
                       .found = gap.distance,
                       .needed = needed,
                       .items = { clear->id, shape->item },
                       .parts = { 0, shape->part },
                       .nets = { CW_ID_NONE, shape->net },
                       .at = { at, gap.b },
                       .level = shape->level,
                       .fault = CW_KEEP_OUT_FAULT_FIDUCIAL,
                   });
  return TRUE;
}

static gboolean
look_at_fiducial (CwId id, gconstpointer item, gpointer user_data)
{
  const CwFiducial *fiducial = item;
  Clear clear = { user_data, id, fiducial };

  if (fiducial->clear >= 2)
    cw_copper_foreach_shape (
        clear.context->design, fiducial->level,
        cw_box_grow ((CwBox){ fiducial->at, fiducial->at }, fiducial->clear / 2), look_at_metal,
        &clear);
  return TRUE;
}

/* looks at what fiducials keep free */
void
cw_check_fiducials (CwCheckContext *context)
{
  cw_design_foreach (context->design, CW_ITEM_FIDUCIAL, look_at_fiducial, context);
}

static gboolean
note_item (const CwShape *shape, gpointer user_data)
{
  g_array_append_val (user_data, shape->item);
  return TRUE;
}

static gboolean
note_items_in (const CwShape *area, gpointer user_data)
{
  const CwCheckNote *note = user_data;
  CwBox box = cw_shape_get_bounds (area);
  guint dies
      = cw_technology_find_level_kind (cw_design_get_technology (note->design), CW_LEVEL_DIE);

  cw_copper_foreach_shape (note->design, area->level, box, note_item, note->items);
  if (area->part == 0 && dies < CW_MAX_LEVELS)
    cw_copper_foreach_shape (note->design, dies, box, note_item, note->items);
  return TRUE;
}

/* notes the items that a keep-out, or no longer a keep-out, may forbid */
void
cw_check_note_items_in (const CwCheckNote *note, CwId keep_out)
{
  if (cw_id_get_kind (keep_out) == CW_ITEM_KEEP_OUT)
    cw_copper_foreach_item_shape (note->design, keep_out, note_items_in, (gpointer) note);
}

/* what is said of the faults of this file */
void
cw_check_area_describe (const CwViolation *self, const CwDesign *design, GString *text)
{
  if (self->fault == CW_KEEP_OUT_FAULT_AREA)
    {
      g_string_append_printf (text, " on %s: ", cw_violation_get_level_name (self, design));
      cw_violation_append_item (self, 1, design, text);
      g_string_append (text, " lies ");
      cw_violation_append_length (-self->found, text);
      g_string_append (text, " within ");
      cw_violation_append_item (self, 0, design, text);
      return;
    }

  g_string_append (text, " ");
  cw_violation_append_length (self->found, text);
  g_string_append (text, " < ");
  cw_violation_append_length (self->needed, text);
  g_string_append_printf (text, " on %s from the centre of ",
                          cw_violation_get_level_name (self, design));
  cw_violation_append_item (self, 0, design, text);
  g_string_append (text, " to ");
  cw_violation_append_item (self, 1, design, text);
}
