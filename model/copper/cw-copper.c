/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/copper/cw-copper.h"

#define SLANTED_MARGIN 2 /* [nm] */

typedef struct
{
  const CwDesign *design;
  CwBox box;
  CwPoint a;
  CwPoint b;
  gboolean on_segment;
  CwCoord least; /* what is seen as a box [nm] */
  guint level;
  CwCopperFunc func;
  gpointer user_data;
  CwId die; /* whose pads are being visited */
} Visit;

static gboolean
visit_shape (Visit *visit, CwId id, guint32 part)
{
  CwShape shape;
  gboolean go_on;

  cw_design_get_shape (visit->design, id, part, &shape);
  go_on = visit->func (&shape, visit->user_data);
  cw_shape_clear (&shape);
  return go_on;
}

static gboolean
visit_pad (const CwRtreeEntry *entry, gpointer user_data)
{
  Visit *visit = user_data;
  CwShape shape;
  gboolean go_on = TRUE;

  cw_design_get_shape (visit->design, visit->die, entry->part + 1, &shape);
  if (cw_box_intersects (cw_shape_get_bounds (&shape), visit->box))
    go_on = visit->func (&shape, visit->user_data);
  cw_shape_clear (&shape);
  return go_on;
}

/* the pads of a die are found in the index of its type, in the frame of the die */
static gboolean
visit_pads (Visit *visit, CwId id)
{
  const CwDie *die = cw_design_get_die (visit->design, id);
  const CwPads *pads = cw_design_get_die_type (visit->design, die->type)->pads;
  CwTransform transform = cw_die_get_transform (die);

  visit->die = id;

  if (visit->on_segment && cw_transform_is_right_angled (&transform))
    return cw_rtree_foreach_on_segment (pads->index, cw_transform_point_back (&transform, visit->a),
                                        cw_transform_point_back (&transform, visit->b), visit_pad,
                                        visit);

  /* corners of slanted pads are rounded to the grid, in the plan and not in the frame of the die */
  return cw_rtree_foreach (
      pads->index,
      cw_box_grow (cw_transform_box_back (&transform, visit->box),
                   cw_transform_is_right_angled (&transform) ? 0 : SLANTED_MARGIN),
      visit_pad, visit);
}

/* what is no material */
static gboolean
is_area (const CwRtreeEntry *entry)
{
  return cw_id_get_kind (entry->item) == CW_ITEM_KEEP_OUT;
}

static gboolean
visit_entry (const CwRtreeEntry *entry, gpointer user_data)
{
  if (is_area (entry))
    return TRUE;
  if (entry->part == CW_DIE_PART_ALL_PADS)
    return visit_pads (user_data, entry->item);

  return visit_shape (user_data, entry->item, entry->part);
}

/**
 * cw_copper_foreach_shape:
 * @design: a design
 * @level: a level of its stack
 * @box: where to look [nm]
 * @func: (scope call): called for each shape whose box meets @box, in no particular order
 * @user_data: passed to @func
 *
 * Visits the shapes on a level inside a box: the one way from items to shapes. Keep-out areas, which
 * are no material, are left out here and below: see cw_copper_foreach_area ().
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
cw_copper_foreach_shape (const CwDesign *design, guint level, CwBox box, CwCopperFunc func,
                         gpointer user_data)
{
  const CwRtree *index = cw_design_get_index (design, level);
  Visit visit = { .design = design, .box = box, .func = func, .user_data = user_data };

  return index == NULL || cw_rtree_foreach (index, box, visit_entry, &visit);
}

static gboolean
visit_area_entry (const CwRtreeEntry *entry, gpointer user_data)
{
  return !is_area (entry) || visit_shape (user_data, entry->item, entry->part);
}

/**
 * cw_copper_foreach_area:
 * @design: a design
 * @level: a level of its stack
 * @box: where to look [nm]
 * @func: (scope call): called for each shape whose box meets @box, in no particular order
 * @user_data: passed to @func
 *
 * Visits the shapes on a level inside a box that are no material but say something of it: keep-out areas.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
cw_copper_foreach_area (const CwDesign *design, guint level, CwBox box, CwCopperFunc func,
                        gpointer user_data)
{
  const CwRtree *index = cw_design_get_index (design, level);
  Visit visit = { .design = design, .box = box, .func = func, .user_data = user_data };

  return index == NULL || cw_design_get_n_items (design, CW_ITEM_KEEP_OUT) == 0
         || cw_rtree_foreach (index, box, visit_area_entry, &visit);
}

static gboolean
visit_coarse_entry (const CwRtreeEntry *entry, gpointer user_data)
{
  Visit *visit = user_data;
  CwShape speck;

  if (is_area (entry))
    return TRUE;
  if ((gint64) entry->box.max.x - entry->box.min.x > visit->least
      || (gint64) entry->box.max.y - entry->box.min.y > visit->least)
    return visit_entry (entry, visit);

  speck = (CwShape){
    .kind = CW_SHAPE_BOX,
    .role = CW_ROLE_TEXT,
    .level = (guint8) visit->level,
    .item = entry->item,
    .part = entry->part,
    .box = entry->box,
  };

  return visit->func (&speck, visit->user_data);
}

/**
 * cw_copper_foreach_coarse_shape:
 * @design: a design
 * @level: a level of its stack
 * @box: where to look [nm]
 * @least: what is at most so large in both directions is passed on as its box, without a
 *   net and as %CW_ROLE_TEXT [nm]
 * @func: (scope call): called for each shape whose box meets @box, in no particular order
 * @user_data: passed to @func
 *
 * Visits the shapes on a level inside a box as cw_copper_foreach_shape () does, but
 * does not look at items too small to be seen: they are most of a large design seen from afar.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
cw_copper_foreach_coarse_shape (const CwDesign *design, guint level, CwBox box, CwCoord least,
                                CwCopperFunc func, gpointer user_data)
{
  const CwRtree *index = cw_design_get_index (design, level);
  Visit visit = { .design = design,
                  .box = box,
                  .least = least,
                  .level = level,
                  .func = func,
                  .user_data = user_data };

  return index == NULL
         || cw_rtree_foreach (index, box, least > 0 ? visit_coarse_entry : visit_entry, &visit);
}

/**
 * cw_copper_foreach_shape_on_segment:
 * @design: a design
 * @level: a level of its stack
 * @a: one end of a segment [nm]
 * @b: its other end [nm]
 * @func: (scope call): called for each shape whose box meets the segment
 * @user_data: passed to @func
 *
 * Visits the shapes on a level along a line, as a cross-section does.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
cw_copper_foreach_shape_on_segment (const CwDesign *design, guint level, CwPoint a, CwPoint b,
                                    CwCopperFunc func, gpointer user_data)
{
  const CwRtree *index = cw_design_get_index (design, level);
  Visit visit = {
    .design = design,
    .box = cw_box_from_points (a, b),
    .a = a,
    .b = b,
    .on_segment = TRUE,
    .func = func,
    .user_data = user_data,
  };

  return index == NULL || cw_rtree_foreach_on_segment (index, a, b, visit_entry, &visit);
}

/**
 * cw_copper_foreach_item_shape:
 * @design: a design
 * @id: an item
 * @func: (scope call): called for each of its shapes, by part
 * @user_data: passed to @func
 *
 * Visits the shapes of one item on all levels.
 *
 * Returns: %FALSE if @func stopped it
 */
gboolean
cw_copper_foreach_item_shape (const CwDesign *design, CwId id, CwCopperFunc func,
                              gpointer user_data)
{
  guint32 n_shapes = cw_design_count_shapes (design, id);
  Visit visit = { .design = design, .func = func, .user_data = user_data };

  for (guint32 part = 0; part < n_shapes; part++)
    if (!visit_shape (&visit, id, part))
      return FALSE;
  return TRUE;
}
