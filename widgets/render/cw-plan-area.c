/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-plan-area.h"

#include <math.h>

#include "model/copper/cw-copper.h"
#include "widgets/render/cw-clip.h"
#include "widgets/render/cw-plan-layer.h"

#define LINE_WIDTH (1.5) /* [px] */
#define DASH (6.0)       /* [px] */
#define PERIOD (10.0)    /* a dash with its gap [px] */
#define MARGIN (4.0)     /* around the picture, for the width of lines [px] */
#define LEAST (6.0)      /* smaller areas are not drawn [px] */

typedef struct
{
  const CwDesign *design;
  GHashTable *seen; /* of CwId: an area of all levels is painted once */
  GArray *shapes;   /* of CwShape */
} Collect;

static gboolean
collect_area (const CwShape *shape, gpointer user_data)
{
  const Collect *collect = user_data;
  CwShape copy;

  if (!g_hash_table_add (collect->seen, GUINT_TO_POINTER (shape->item)))
    return TRUE;

  cw_shape_copy (shape, &copy);
  g_array_append_val (collect->shapes, copy);
  return TRUE;
}

static int
compare_shapes (gconstpointer a, gconstpointer b)
{
  CwId p = ((const CwShape *) a)->item;
  CwId q = ((const CwShape *) b)->item;

  return (p > q) - (p < q);
}

/* the dashes of a leg that begins some way along its ring, as far as they lie in the frame */
static void
add_dashes (cairo_t *cr, const CwFrame *frame, CwSpot a, CwSpot b, double way)
{
  double length = hypot (b.x - a.x, b.y - a.y);
  CwSpot from = a;
  CwSpot to = b;
  double start;
  double end;

  if (length == 0 || !cw_frame_clip_segment (frame, &from, &to))
    return;

  start = way + hypot (from.x - a.x, from.y - a.y);
  end = way + hypot (to.x - a.x, to.y - a.y);
  for (double dash = floor (start / PERIOD) * PERIOD; dash < end; dash += PERIOD)
    {
      double first = (MAX (dash, start) - way) / length;
      double last = (MIN (dash + DASH, end) - way) / length;

      if (first >= last)
        continue;
      cairo_move_to (cr, a.x + first * (b.x - a.x), a.y + first * (b.y - a.y));
      cairo_line_to (cr, a.x + last * (b.x - a.x), a.y + last * (b.y - a.y));
    }
}

/* Dashes are counted from the first point of a ring, so that pictures of neighbouring views fit. */
static void
add_border (cairo_t *cr, const CwPlanView *view, const CwFrame *frame, const CwPolygon *polygon)
{
  for (guint32 ring = 0; ring < polygon->n_rings; ring++)
    {
      guint32 start = cw_polygon_get_ring_start (polygon, ring);
      guint32 end = polygon->ends[ring];
      double way = 0;

      for (guint32 i = start; i < end; i++)
        {
          CwSpot a = cw_plan_view_get_spot (view, polygon->points[i]);
          CwSpot b = cw_plan_view_get_spot (view, polygon->points[i + 1 < end ? i + 1 : start]);

          add_dashes (cr, frame, a, b, way);
          way += hypot (b.x - a.x, b.y - a.y);
        }
    }
}

static CwColour
get_colour (const CwDesign *design, const CwPlanStyle *style, const CwShape *shape)
{
  const CwKeepOut *keep_out = cw_design_get_keep_out (design, shape->item);
  CwColour colour = style->theme->warning;

  if (keep_out->level != CW_LEVEL_NONE)
    colour = cw_theme_get_level_colour (style->theme, cw_design_get_technology (design),
                                        keep_out->level);
  return style->dimmed_levels >> shape->level & 1 ? cw_theme_dim (style->theme, colour) : colour;
}

static void
paint_area (cairo_t *cr, const CwPlanView *view, const CwFrame *frame, const CwShape *shape,
            CwPlanLayer *layer, CwColour colour)
{
  CwBox box = shape->polygon->bounds;

  if (MIN ((double) box.max.x - box.min.x, (double) box.max.y - box.min.y) * view->scale < LEAST)
    return;

  cw_plan_layer_clear (layer);
  cw_plan_layer_add (layer, shape);
  cw_plan_layer_hatch (layer, cw_colour_with_alpha (colour, 0.5), CW_HATCH_CROSS);

  cairo_new_path (cr);
  add_border (cr, view, frame, shape->polygon);
  cw_colour_set_source (colour, cr);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
}

/**
 * cw_plan_paint_areas:
 * @cr: a context; its picture spans from the origin to @width, @height
 * @design: a design that the caller holds
 * @style: how to paint it
 * @view: which part of the plan to show
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Paints the keep-out areas on the visible levels: hatched, with a dashed border, in the colour of their
 * level, or that of warnings when they hold for all levels.
 */
void
cw_plan_paint_areas (cairo_t *cr, const CwDesign *design, const CwPlanStyle *style,
                     const CwPlanView *view, int width, int height)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) shapes = g_array_new (FALSE, FALSE, sizeof (CwShape));
  g_autoptr (CwPlanLayer) layer = NULL;
  Collect collect = { design, seen, shapes };
  CwFrame frame = { -MARGIN, -MARGIN, width + MARGIN, height + MARGIN };
  CwBox box = cw_plan_view_get_box (view, width, height, MARGIN);

  if (cw_design_get_n_items (design, CW_ITEM_KEEP_OUT) == 0)
    return;

  g_array_set_clear_func (shapes, (GDestroyNotify) cw_shape_clear);
  for (guint level = 0; level < cw_technology_get_n_levels (cw_design_get_technology (design));
       level++)
    if (style->visible_levels >> level & 1)
      cw_copper_foreach_area (design, level, box, collect_area, &collect);
  g_array_sort (shapes, compare_shapes);

  layer = cw_plan_layer_new (cr, view, width, height);
  for (guint i = 0; i < shapes->len; i++)
    {
      const CwShape *shape = &g_array_index (shapes, CwShape, i);

      paint_area (cr, view, &frame, shape, layer, get_colour (design, style, shape));
    }
}
