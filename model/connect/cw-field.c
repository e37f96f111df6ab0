/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/connect/cw-field.h"

#include <math.h>

#include "model/connect/cw-metal.h"

#define SHAPES_PER_BIN 3
#define MAX_BINS 65536

typedef struct
{
  CwBox box;
  CwId item;
  CwId net;
} Slot;

typedef struct
{
  GArray *shapes; /* of CwShape */
  GArray *slots;  /* of Slot */
  CwCoord reach;
  CwCoord margin; /* how far a shape reaches into bins beyond its border */

  gboolean is_binned;
  gint64 cell;
  guint n_columns;
  guint n_rows;
  GArray *cells;   /* of guint32: the bins of shape after shape */
  GArray *firsts;  /* of guint32: by shape, where its bins begin in cells; one more at the end */
  GArray *starts;  /* of guint32: by bin, where its members begin; one more at the end */
  GArray *members; /* of guint32: the shapes of bin after bin, ascending within a bin */
  GArray *stamps;  /* of guint32: by shape, for which visit it was last seen */
  guint32 stamp;
} Level;

struct _CwField
{
  const CwDesign *design;
  CwFieldPlan plan;
  guint n_levels;
  CwBox bounds;
  CwBox window;
  gsize n_shapes;
  gsize limit;
  Level levels[CW_MAX_LEVELS];
};

/**
 * cw_field_new:
 * @design: a design that outlives the field
 * @plan: what to gather
 * @bounds: box around all windows [nm]
 *
 * Makes an empty field.
 *
 * Returns: (transfer full): the field
 */
CwField *
cw_field_new (const CwDesign *design, const CwFieldPlan *plan, CwBox bounds)
{
  CwField *self = g_new0 (CwField, 1);

  self->design = design;
  self->plan = *plan;
  self->n_levels = cw_technology_get_n_levels (cw_design_get_technology (design));
  self->bounds = bounds;
  self->window = CW_BOX_EMPTY;

  for (guint i = 0; i < self->n_levels; i++)
    {
      Level *level = &self->levels[i];

      if (!(plan->levels >> i & 1))
        continue;
      level->reach = plan->reach[i];
      level->margin = plan->reach[i] / 2 + 2;
      level->shapes = g_array_new (FALSE, FALSE, sizeof (CwShape));
      level->slots = g_array_new (FALSE, FALSE, sizeof (Slot));
      level->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
      level->firsts = g_array_new (FALSE, FALSE, sizeof (guint32));
      level->starts = g_array_new (FALSE, TRUE, sizeof (guint32));
      level->members = g_array_new (FALSE, FALSE, sizeof (guint32));
      level->stamps = g_array_new (FALSE, TRUE, sizeof (guint32));
    }

  return self;
}

static void
clear_shapes (Level *level)
{
  for (guint i = 0; i < level->shapes->len; i++)
    cw_shape_clear (&g_array_index (level->shapes, CwShape, i));
  g_array_set_size (level->shapes, 0);
  g_array_set_size (level->slots, 0);
  level->is_binned = FALSE;
}

/**
 * cw_field_free:
 * @self: (transfer full): a field
 *
 * Frees a field.
 */
void
cw_field_free (CwField *self)
{
  for (guint i = 0; i < self->n_levels; i++)
    {
      Level *level = &self->levels[i];

      if (level->shapes == NULL)
        continue;
      clear_shapes (level);
      g_array_unref (level->shapes);
      g_array_unref (level->slots);
      g_array_unref (level->cells);
      g_array_unref (level->firsts);
      g_array_unref (level->starts);
      g_array_unref (level->members);
      g_array_unref (level->stamps);
    }
  g_free (self);
}

static gboolean
collect (const CwShape *shape, gpointer user_data)
{
  CwField *self = user_data;
  Level *level = &self->levels[shape->level];
  Slot slot = { cw_shape_get_bounds (shape), shape->item, shape->net };
  CwShape *copy;

  g_array_append_val (level->slots, slot);
  g_array_set_size (level->shapes, level->shapes->len + 1);
  copy = &g_array_index (level->shapes, CwShape, level->shapes->len - 1);
  cw_shape_copy (shape, copy);
  return ++self->n_shapes <= self->limit;
}

/**
 * cw_field_fill:
 * @self: a field
 * @window: which part of the design [nm]
 * @limit: how many shapes it may hold
 *
 * Gathers the shapes in a window, and those that reach into it.
 *
 * Returns: %FALSE when there are more than @limit: then the field is of no use
 */
gboolean
cw_field_fill (CwField *self, CwBox window, gsize limit)
{
  self->window = window;
  self->n_shapes = 0;
  self->limit = limit;

  for (guint i = 0; i < self->n_levels; i++)
    if (self->levels[i].shapes != NULL)
      clear_shapes (&self->levels[i]);

  for (guint i = 0; i < self->n_levels; i++)
    if (self->levels[i].shapes != NULL
        && !cw_metal_foreach_shape (self->design, i, cw_box_grow (window, self->levels[i].margin),
                                    collect, self))
      return FALSE;

  return TRUE;
}

/**
 * cw_field_get_shapes:
 * @self: a field
 * @level: index of a level
 * @n_shapes: (out): how many there are
 *
 * Returns: (array length=n_shapes) (transfer none): the shapes on a level, until the next filling
 */
const CwShape *
cw_field_get_shapes (const CwField *self, guint level, gsize *n_shapes)
{
  const GArray *shapes = self->levels[level].shapes;

  *n_shapes = shapes != NULL ? shapes->len : 0;
  return shapes != NULL ? (const CwShape *) shapes->data : NULL;
}

/**
 * cw_field_owns:
 * @self: a field
 * @level: index of a level
 * @index: index of a shape on it
 *
 * Tells windows apart: of all windows that hold a shape, one owns it.
 *
 * Returns: whether the window is that one
 */
gboolean
cw_field_owns (const CwField *self, guint level, gsize index)
{
  CwPoint at = g_array_index (self->levels[level].slots, Slot, index).box.min;
  CwBox window = self->window;
  gint64 x = CLAMP (at.x, self->bounds.min.x, self->bounds.max.x);
  gint64 y = CLAMP (at.y, self->bounds.min.y, self->bounds.max.y);

  return window.min.x <= x && (x < window.max.x || window.max.x == self->bounds.max.x)
         && window.min.y <= y && (y < window.max.y || window.max.y == self->bounds.max.y);
}

/**
 * cw_field_covers:
 * @self: a field
 * @box: a box [nm]
 *
 * Returns: whether cw_field_foreach_near () knows all shapes that meet @box
 */
gboolean
cw_field_covers (const CwField *self, CwBox box)
{
  return cw_box_contains_box (self->window, box);
}

typedef struct
{
  gint64 x0;
  gint64 x1;
  gint64 y0;
  gint64 y1;
} Range;

/* the bins that a box meets; empty ranges come out with x0 > x1 or y0 > y1 */
static Range
get_range (const CwField *self, const Level *level, CwBox box)
{
  gint64 left = (gint64) MAX (box.min.x, self->window.min.x) - self->window.min.x;
  gint64 right = (gint64) MIN (box.max.x, self->window.max.x) - self->window.min.x;
  gint64 below = (gint64) MAX (box.min.y, self->window.min.y) - self->window.min.y;
  gint64 above = (gint64) MIN (box.max.y, self->window.max.y) - self->window.min.y;

  if (left > right || below > above)
    return (Range){ 1, 0, 1, 0 };

  return (Range){ left / level->cell, right / level->cell, below / level->cell,
                  above / level->cell };
}

static inline void
append_cells (Level *level, gint64 row, gint64 x0, gint64 x1)
{
  guint at = level->cells->len;
  guint32 cell = (guint32) (row * level->n_columns + x0);

  if (x0 > x1)
    return;
  g_array_set_size (level->cells, at + (guint) (x1 - x0 + 1));
  for (guint32 *cells = &g_array_index (level->cells, guint32, at); x0 <= x1; x0++)
    *cells++ = cell++;
}

/* a slanted capsule is put only into the bins that it comes near, row by row */
static void
append_slanted (const CwField *self, Level *level, const CwShape *shape, Range range)
{
  double half = shape->capsule.width / 2.0 + level->margin + 1.0;
  CwPoint a = shape->capsule.a;
  CwPoint b = shape->capsule.b;
  double ax = (double) a.x - self->window.min.x;
  double ay = (double) a.y - self->window.min.y;
  double slope = ((double) b.x - a.x) / ((double) b.y - a.y);
  double low = MIN (a.y, b.y) - (double) self->window.min.y;
  double high = MAX (a.y, b.y) - (double) self->window.min.y;

  for (gint64 row = range.y0; row <= range.y1; row++)
    {
      double y0 = CLAMP ((double) (row * level->cell) - half, low, high);
      double y1 = CLAMP ((double) ((row + 1) * level->cell) + half, low, high);
      double xa = ax + (y0 - ay) * slope;
      double xb = ax + (y1 - ay) * slope;
      double x0 = floor ((MIN (xa, xb) - half) / (double) level->cell);
      double x1 = floor ((MAX (xa, xb) + half) / (double) level->cell);

      append_cells (level, row, (gint64) CLAMP (x0, (double) range.x0, (double) range.x1 + 1),
                    (gint64) CLAMP (x1, (double) range.x0 - 1, (double) range.x1));
    }
}

static void
choose_cells (const CwField *self, Level *level)
{
  double width = (double) self->window.max.x - self->window.min.x + 1;
  double height = (double) self->window.max.y - self->window.min.y + 1;
  guint n_bins = CLAMP (level->shapes->len / SHAPES_PER_BIN, 1, MAX_BINS);
  gint64 cell = (gint64) sqrt (width * height / n_bins) + 1;

  /* a window that is long and thin must not make more bins than shapes warrant */
  level->cell = MAX (cell, (gint64) (MAX (width, height) / n_bins) + 1);
  level->n_columns = (guint) ((gint64) width / level->cell + 1);
  level->n_rows = (guint) ((gint64) height / level->cell + 1);
}

static void
sort_into_bins (Level *level)
{
  guint n_bins = level->n_columns * level->n_rows;
  const guint32 *cells = (const guint32 *) (gconstpointer) level->cells->data;
  const guint32 *firsts = (const guint32 *) (gconstpointer) level->firsts->data;
  guint32 *starts;
  guint32 *members;

  g_array_set_size (level->starts, 0);
  g_array_set_size (level->starts, n_bins + 2);
  g_array_set_size (level->members, level->cells->len);
  starts = (guint32 *) (gpointer) level->starts->data;
  members = (guint32 *) (gpointer) level->members->data;

  /* one place further on, so that filling moves each start to where it belongs */
  for (guint i = 0; i < level->cells->len; i++)
    starts[cells[i] + 2]++;
  for (guint i = 2; i < n_bins + 2; i++)
    starts[i] += starts[i - 1];
  for (guint32 shape = 0; shape < level->shapes->len; shape++)
    for (guint32 i = firsts[shape]; i < firsts[shape + 1]; i++)
      members[starts[cells[i] + 1]++] = shape;
}

static void
make_bins (CwField *self, Level *level)
{
  choose_cells (self, level);
  g_array_set_size (level->cells, 0);
  g_array_set_size (level->firsts, 0);
  g_array_set_size (level->stamps, 0);
  g_array_set_size (level->stamps, level->shapes->len);
  level->stamp = 0;
  g_array_append_val (level->firsts, level->cells->len);

  for (guint i = 0; i < level->shapes->len; i++)
    {
      const CwShape *shape = &g_array_index (level->shapes, CwShape, i);
      CwBox box = g_array_index (level->slots, Slot, i).box;
      Range range = get_range (self, level, cw_box_grow (box, level->margin));

      if (shape->kind == CW_SHAPE_CAPSULE && range.x0 < range.x1 && range.y0 < range.y1
          && shape->capsule.a.x != shape->capsule.b.x && shape->capsule.a.y != shape->capsule.b.y)
        append_slanted (self, level, shape, range);
      else
        for (gint64 row = range.y0; row <= range.y1; row++)
          append_cells (level, row, range.x0, range.x1);
      g_array_append_val (level->firsts, level->cells->len);
    }

  sort_into_bins (level);
  level->is_binned = TRUE;
}

static guint32
next_stamp (Level *level)
{
  return ++level->stamp;
}

static inline gboolean
is_before (const CwShape *a, const CwShape *b)
{
  return a->item != b->item ? a->item < b->item : a->part < b->part;
}

/* pairs of one net matter when they touch, those of two nets when they are near */
static inline gboolean
is_candidate (const Slot *a, CwBox grown, const Slot *b)
{
  if (a->item == b->item)
    return FALSE;
  if (a->net != b->net)
    return cw_box_intersects (grown, b->box);

  return a->net != CW_ID_NONE && cw_box_intersects (a->box, b->box);
}

/**
 * cw_field_foreach_pair:
 * @self: a filled field
 * @level: index of a level that was gathered
 * @func: (scope call): called for each pair, once
 * @user_data: passed to @func
 *
 * Finds the pairs of shapes of different items that matter: those of different nets whose
 * boxes are within reach, and those of one net whose boxes touch. Two shapes without a net
 * are no pair. A pair is found in each window that it comes near.
 */
void
cw_field_foreach_pair (CwField *self, guint level_index, CwFieldPairFunc func, gpointer user_data)
{
  Level *level = &self->levels[level_index];
  const CwShape *shapes = (const CwShape *) (gconstpointer) level->shapes->data;
  const Slot *slots = (const Slot *) (gconstpointer) level->slots->data;
  const guint32 *cells;
  const guint32 *firsts;
  const guint32 *starts;
  const guint32 *members;
  guint32 *stamps;

  if (level->shapes->len < 2)
    return;
  if (!level->is_binned)
    make_bins (self, level);

  cells = (const guint32 *) (gconstpointer) level->cells->data;
  firsts = (const guint32 *) (gconstpointer) level->firsts->data;
  starts = (const guint32 *) (gconstpointer) level->starts->data;
  members = (const guint32 *) (gconstpointer) level->members->data;
  stamps = (guint32 *) (gpointer) level->stamps->data;

  for (guint32 i = 0; i < level->shapes->len; i++)
    {
      CwBox grown = cw_box_grow (slots[i].box, level->reach);
      guint32 stamp = next_stamp (level);

      for (guint32 c = firsts[i]; c < firsts[i + 1]; c++)
        for (guint32 k = starts[cells[c] + 1]; k > starts[cells[c]] && members[k - 1] > i; k--)
          {
            guint32 j = members[k - 1];

            if (!is_candidate (&slots[i], grown, &slots[j]) || stamps[j] == stamp)
              continue;
            stamps[j] = stamp;
            if (is_before (&shapes[i], &shapes[j]))
              func (&shapes[i], &shapes[j], user_data);
            else
              func (&shapes[j], &shapes[i], user_data);
          }
    }
}

/**
 * cw_field_foreach_near:
 * @self: a filled field
 * @level_index: index of a level that was gathered
 * @box: a box that the window covers [nm]
 * @func: (scope call): called for each shape whose box meets @box, once
 * @user_data: passed to @func
 *
 * Finds the shapes around a place.
 *
 * Returns: %FALSE when @func ended it
 */
gboolean
cw_field_foreach_near (CwField *self, guint level_index, CwBox box, CwCopperFunc func,
                       gpointer user_data)
{
  Level *level = &self->levels[level_index];
  guint32 stamp;
  Range range;

  if (level->shapes->len == 0)
    return TRUE;
  if (!level->is_binned)
    make_bins (self, level);

  stamp = next_stamp (level);
  range = get_range (self, level, box);
  for (gint64 y = range.y0; y <= range.y1; y++)
    for (gint64 x = range.x0; x <= range.x1; x++)
      {
        guint cell = (guint) (y * level->n_columns + x);
        guint32 end = g_array_index (level->starts, guint32, cell + 1);

        for (guint32 k = g_array_index (level->starts, guint32, cell); k < end; k++)
          {
            guint32 i = g_array_index (level->members, guint32, k);

            if (g_array_index (level->stamps, guint32, i) == stamp)
              continue;
            g_array_index (level->stamps, guint32, i) = stamp;
            if (cw_box_intersects (g_array_index (level->slots, Slot, i).box, box)
                && !func (&g_array_index (level->shapes, CwShape, i), user_data))
              return FALSE;
          }
      }

  return TRUE;
}
