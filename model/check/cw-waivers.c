/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/check/cw-waivers.h"

#include <string.h>

/* Fowler, Noll and Vo's hash 1a of 64 bits */
#define FNV_OFFSET G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME G_GUINT64_CONSTANT (0x100000001b3)

struct _CwWaivers
{
  CwDesign *design;
  GHashTable *lists; /* by the two items a GArray of CwId of waivers */
};

static void
add_number (guint64 *hash, gint64 number)
{
  for (guint i = 0; i < sizeof number; i++)
    *hash = (*hash ^ ((guint64) number >> (8 * i) & 0xff)) * FNV_PRIME;
}

static void
add_point (guint64 *hash, CwPoint point)
{
  add_number (hash, point.x);
  add_number (hash, point.y);
}

static void
add_polygon (guint64 *hash, const CwPolygon *polygon)
{
  for (guint32 i = 0; i < polygon->n_rings; i++)
    add_number (hash, polygon->ends[i]);
  for (guint32 i = 0; i < polygon->ends[polygon->n_rings - 1]; i++)
    add_point (hash, polygon->points[i]);
}

static void
add_shape (guint64 *hash, const CwDesign *design, CwId item, guint32 part)
{
  CwShape shape;

  cw_design_get_shape (design, item, part, &shape);
  add_number (hash, shape.kind);
  add_number (hash, shape.level);
  switch ((CwShapeKind) shape.kind)
    {
    case CW_SHAPE_DISC:
      add_point (hash, shape.disc.centre);
      add_number (hash, shape.disc.diameter);
      break;

    case CW_SHAPE_CAPSULE:
      add_point (hash, shape.capsule.a);
      add_point (hash, shape.capsule.b);
      add_number (hash, shape.capsule.width);
      break;

    case CW_SHAPE_BAND:
      add_point (hash, shape.band.arc.start);
      add_point (hash, shape.band.arc.end);
      add_number (hash, shape.band.arc.sweep);
      add_number (hash, shape.band.width);
      break;

    case CW_SHAPE_POLYGON:
      add_polygon (hash, shape.polygon);
      break;

    case CW_SHAPE_BOX:
    default:
      add_point (hash, shape.box.min);
      add_point (hash, shape.box.max);
      break;
    }
  cw_shape_clear (&shape);
}

/* of a die only its body and the pad that is meant */
static void
add_item (guint64 *hash, const CwDesign *design, CwId item, guint32 part)
{
  guint32 n;

  add_number (hash, item);
  if (item == CW_ID_NONE || cw_design_get_item (design, item) == NULL)
    return;
  n = cw_design_count_shapes (design, item);
  if (cw_id_get_kind (item) == CW_ITEM_DIE)
    {
      add_shape (hash, design, item, CW_DIE_PART_BODY);
      if (part > 0 && part < n)
        add_shape (hash, design, item, part);
      return;
    }
  for (guint32 i = 0; i < n; i++)
    add_shape (hash, design, item, i);
}

/**
 * cw_violation_get_hash:
 * @violation: a violation
 * @design: the design that was checked
 *
 * Makes a hash of all that a violation is about: the shapes of its items, which of them, the level,
 * the fault, what was found and what is needed. It is the same on every machine.
 *
 * Returns: the hash
 */
guint64
cw_violation_get_hash (const CwViolation *violation, const CwDesign *design)
{
  guint64 hash = FNV_OFFSET;

  g_return_val_if_fail (violation != NULL && design != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (violation->items); i++)
    {
      add_item (&hash, design, violation->items[i], violation->parts[i]);
      add_number (&hash, violation->parts[i]);
    }
  add_number (&hash, violation->level);
  add_number (&hash, violation->fault);
  add_number (&hash, violation->found);
  add_number (&hash, violation->needed);

  return hash;
}

static guint64
get_key (const CwId *items)
{
  return (guint64) items[0] << 32 | items[1];
}

static gboolean
note (CwId id, gconstpointer item, gpointer user_data)
{
  CwWaivers *self = user_data;
  guint64 key = get_key (((const CwWaiver *) item)->items);
  GArray *list = g_hash_table_lookup (self->lists, &key);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (CwId));
      g_hash_table_insert (self->lists, g_memdup2 (&key, sizeof key), list);
    }
  g_array_append_val (list, id);

  return TRUE;
}

/**
 * cw_waivers_new:
 * @design: a design
 *
 * Collects the waivers of a design.
 *
 * Returns: (transfer full): the waivers
 */
CwWaivers *
cw_waivers_new (CwDesign *design)
{
  CwWaivers *self;

  g_return_val_if_fail (design != NULL, NULL);

  self = g_new0 (CwWaivers, 1);
  self->design = cw_design_ref (design);
  self->lists
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  cw_design_foreach (design, CW_ITEM_WAIVER, note, self);

  return self;
}

/**
 * cw_waivers_free:
 * @self: the waivers of a design
 *
 * Frees what was collected.
 */
void
cw_waivers_free (CwWaivers *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->lists);
  cw_design_unref (self->design);
  g_free (self);
}

/**
 * cw_waivers_find:
 * @self: the waivers of the design that was checked
 * @violation: a violation
 *
 * Finds the waiver of a violation: one of the same rule and items, made when their geometry was the
 * same.
 *
 * Returns: the waiver, or %CW_ID_NONE
 */
CwId
cw_waivers_find (const CwWaivers *self, const CwViolation *violation)
{
  guint64 key;
  GArray *list;
  const char *rule;
  guint64 hash = 0;

  g_return_val_if_fail (self != NULL && violation != NULL, CW_ID_NONE);

  if (g_hash_table_size (self->lists) == 0)
    return CW_ID_NONE;
  key = get_key (violation->items);
  list = g_hash_table_lookup (self->lists, &key);
  rule = cw_violation_get_rule_name (violation, self->design);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      CwId id = g_array_index (list, CwId, i);
      const CwWaiver *waiver = cw_design_get_waiver (self->design, id);

      if (strcmp (waiver->rule, rule) != 0)
        continue;
      hash = hash != 0 ? hash : cw_violation_get_hash (violation, self->design);
      if (waiver->geometry == hash)
        return id;
    }

  return CW_ID_NONE;
}

/**
 * cw_violation_waive:
 * @violation: a violation
 * @edit: an edit
 * @design: the design that was checked and that the edit began on
 * @reason: why it may stay broken, not empty
 * @date: when, such as `2026-05-17`, may be empty
 * @error: return location for an error
 *
 * Adds a waiver of a violation.
 *
 * Returns: the waiver, or %CW_ID_NONE with @error set
 */
CwId
cw_violation_waive (const CwViolation *violation, CwEdit *edit, const CwDesign *design,
                    const char *reason, const char *date, GError **error)
{
  CwWaiver waiver = { .items = { violation->items[0], violation->items[1] } };
  CwId id;

  waiver.geometry = cw_violation_get_hash (violation, design);
  waiver.rule = g_ref_string_new (cw_violation_get_rule_name (violation, design));
  waiver.reason = g_ref_string_new (reason);
  waiver.date = g_ref_string_new (date);
  id = cw_edit_add_waiver (edit, &waiver, error);
  g_ref_string_release (waiver.rule);
  g_ref_string_release (waiver.reason);
  g_ref_string_release (waiver.date);

  return id;
}
