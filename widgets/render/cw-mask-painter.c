/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-mask-painter.h"

#include "model/copper/cw-copper.h"
#include "model/geometry/cw-boolean.h"
#include "widgets/render/cw-plan-layer.h"

#define TILE (256) /* [px] */
#define FINE (8)   /* a pixel is the mean of so many squared */

static const CwColour black = { 0, 0, 0, 1 };

static gboolean
add_shape (const CwShape *shape, gpointer user_data)
{
  cw_plan_layer_add (user_data, shape);

  return TRUE;
}

static gboolean
take_polygon (const CwShape *shape, gpointer user_data)
{
  if (shape->role == CW_ROLE_CAVITY && shape->kind == CW_SHAPE_POLYGON)
    g_ptr_array_add (user_data, cw_polygon_ref (shape->polygon));

  return TRUE;
}

/* the outline of the package less the cavities of a level */
static void
add_substrate (CwPlanLayer *layer, const CwDesign *design, const CwPlanView *view, guint level)
{
  CwPath *outline = cw_design_get_outline (design);
  CwCoord sagitta = (CwCoord) CLAMP (0.1 / view->scale, 1, CW_MM);
  CwShape shape = { .kind = CW_SHAPE_POLYGON };
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) cavities
      = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_polygon_unref);
  g_autoptr (GPtrArray) left = NULL;

  if (outline == NULL || outline->n_vertices < 2)
    return;

  shape.polygon = cw_polygon_new_path (outline, sagitta);
  if (shape.polygon == NULL)
    return;

  g_ptr_array_add (whole, shape.polygon);
  cw_copper_foreach_shape (design, level, shape.polygon->bounds, take_polygon, cavities);
  left = cavities->len > 0 ? cw_polygons_subtract (whole, cavities, NULL) : NULL;
  for (guint i = 0; left != NULL && i < left->len; i++)
    {
      CwShape rest = { .kind = CW_SHAPE_POLYGON };

      rest.polygon = g_ptr_array_index (left, i);
      cw_plan_layer_add (layer, &rest);
    }
  if (left == NULL)
    cw_plan_layer_add (layer, &shape);
}

static void
paint_shapes (cairo_t *cr, const CwDesign *design, guint64 levels, const CwPlanView *view,
              int width, int height)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  g_autoptr (CwPlanLayer) layer = cw_plan_layer_new (cr, view, width, height);
  CwBox box = cw_plan_view_get_box (view, width, height, 2);

  for (guint level = 0; level < cw_technology_get_n_levels (technology); level++)
    {
      if (!(levels >> level & 1))
        continue;

      if (cw_technology_get_level (technology, level)->kind == CW_LEVEL_SUBSTRATE)
        add_substrate (layer, design, view, level);
      else
        cw_copper_foreach_shape (design, level, box, add_shape, layer);
    }
  cw_plan_layer_fill (layer, black);
}

static guint8
get_mean (const guint8 *pixels, int stride, int column)
{
  guint sum = 0;

  for (guint y = 0; y < FINE; y++)
    for (guint x = 0; x < FINE; x++)
      sum += pixels[y * stride + column * FINE + x];

  return (guint8) ((sum + FINE * FINE / 2) / (FINE * FINE));
}

/* @fine: a finely painted tile; gives the same in whole pixels */
static cairo_surface_t *
shrink (cairo_surface_t *fine, int width, int height)
{
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  guint8 *to = cairo_image_surface_get_data (tile);
  const guint8 *from = cairo_image_surface_get_data (fine);
  int from_stride = cairo_image_surface_get_stride (fine);
  int to_stride = cairo_image_surface_get_stride (tile);

  for (int y = 0; y < height && from != NULL && to != NULL; y++)
    for (int x = 0; x < width; x++)
      to[y * to_stride + x] = get_mean (from + (gsize) y * FINE * from_stride, from_stride, x);
  cairo_surface_mark_dirty (tile);

  return tile;
}

static void
paint_tile (cairo_t *cr, const CwDesign *design, guint64 levels, const CwPlanView *view, int x,
            int y, int width, int height)
{
  CwPlanView fine_view = { .x = view->x + x / view->scale,
                           .y = view->y - y / view->scale,
                           .scale = view->scale * FINE };
  cairo_surface_t *fine = cairo_image_surface_create (CAIRO_FORMAT_A8, width * FINE, height * FINE);
  cairo_t *fine_cr = cairo_create (fine);
  cairo_surface_t *tile;

  paint_shapes (fine_cr, design, levels, &fine_view, width * FINE, height * FINE);
  cairo_destroy (fine_cr);
  cairo_surface_flush (fine);
  tile = shrink (fine, width, height);
  cairo_mask_surface (cr, tile, x, y);
  cairo_surface_destroy (tile);
  cairo_surface_destroy (fine);
}

/**
 * cw_mask_paint:
 * @cr: a context; its picture spans from the origin to @width, @height
 * @design: a design that the caller holds
 * @levels: what to paint, a bit a level
 * @view: which part of the plan to show
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Paints only the shapes of some levels, black on white: metal, holes, openings, dies, balls;
 * the outline of the package is that of the substrate, less its cavities. On image surfaces a pixel is as dark as
 * the shapes together cover it, however thin they are.
 */
void
cw_mask_paint (cairo_t *cr, const CwDesign *design, guint64 levels, const CwPlanView *view,
               int width, int height)
{
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);

  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE)
    paint_shapes (cr, design, levels, view, width, height);
  else
    for (int y = 0; y < height; y += TILE)
      for (int x = 0; x < width; x += TILE)
        paint_tile (cr, design, levels, view, x, y, MIN (TILE, width - x), MIN (TILE, height - y));

  cairo_restore (cr);
}
