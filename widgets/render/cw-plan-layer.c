/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-plan-layer.h"

#include <math.h>

#include "widgets/render/cw-coverage.h"

#define BATCH (256)
#define SPECK (2.0) /* a polygon smaller than this looks like a box [px] */
#define HATCH_SPACING (5.0)
#define HATCH_WIDTH (1.0)

struct _CwPlanLayer
{
  cairo_t *cr;
  CwPlanView view;
  int width;
  int height;
  CwCoverage *coverage; /* on image surfaces */
  GArray *shapes;       /* of CwShape, elsewhere */
};

/* A pixel of the picture is a pixel of the surface, perhaps shifted by whole ones. */
static gboolean
is_raster (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double scale_x;
  double scale_y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return FALSE;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &scale_x, &scale_y);

  return scale_x == 1 && scale_y == 1 && matrix.xx == 1 && matrix.yy == 1 && matrix.xy == 0
         && matrix.yx == 0 && matrix.x0 == floor (matrix.x0) && matrix.y0 == floor (matrix.y0);
}

/**
 * cw_plan_layer_new:
 * @cr: the context to paint to, which has to outlive the layer
 * @view: which part of the plan it shows
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Returns: (transfer full): an empty layer
 */
CwPlanLayer *
cw_plan_layer_new (cairo_t *cr, const CwPlanView *view, int width, int height)
{
  CwPlanLayer *self = g_new0 (CwPlanLayer, 1);

  self->cr = cr;
  self->view = *view;
  self->width = width;
  self->height = height;
  if (is_raster (cr))
    {
      self->coverage = cw_coverage_new (width, height);
    }
  else
    {
      self->shapes = g_array_new (FALSE, FALSE, sizeof (CwShape));
      g_array_set_clear_func (self->shapes, (GDestroyNotify) cw_shape_clear);
    }

  return self;
}

/**
 * cw_plan_layer_free:
 * @self: (transfer full): a layer
 *
 * Frees it.
 */
void
cw_plan_layer_free (CwPlanLayer *self)
{
  g_clear_pointer (&self->coverage, cw_coverage_free);
  g_clear_pointer (&self->shapes, g_array_unref);
  g_free (self);
}

/**
 * cw_plan_layer_clear:
 * @self: a layer
 *
 * Makes it empty again.
 */
void
cw_plan_layer_clear (CwPlanLayer *self)
{
  if (self->coverage != NULL)
    cw_coverage_clear (self->coverage);
  else
    g_array_set_size (self->shapes, 0);
}

static void
add_band (CwPlanLayer *self, const CwShape *shape)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  double width = shape->band.width * self->view.scale;
  CwSpot last;

  cw_arc_flatten (&shape->band.arc, (CwCoord) CLAMP (0.1 / self->view.scale, 1, CW_MM), points);
  last = cw_plan_view_get_spot (&self->view, shape->band.arc.start);
  for (guint i = 0; i < points->len; i++)
    {
      CwSpot next = cw_plan_view_get_spot (&self->view, g_array_index (points, CwPoint, i));

      cw_coverage_add_capsule (self->coverage, last, next, width);
      last = next;
    }
  cw_coverage_add_capsule (self->coverage, last,
                           cw_plan_view_get_spot (&self->view, shape->band.arc.end), width);
}

static void
add_polygon (CwPlanLayer *self, const CwShape *shape)
{
  CwBox bounds = shape->polygon->bounds;
  CwSpot low = cw_plan_view_get_spot (&self->view, bounds.min);
  CwSpot high = cw_plan_view_get_spot (&self->view, bounds.max);
  cairo_t *cr;

  if (high.x - low.x < SPECK && low.y - high.y < SPECK)
    {
      cw_coverage_add_box (self->coverage, (CwFrame){ low.x, high.y, high.x, low.y });
      return;
    }

  cr = cw_coverage_begin (self->coverage);
  cw_plan_view_add_shape (&self->view, cr, shape, self->width, self->height);
  cairo_fill (cr);
}

/**
 * cw_plan_layer_add:
 * @self: a layer
 * @shape: a shape
 *
 * Adds a shape.
 */
void
cw_plan_layer_add (CwPlanLayer *self, const CwShape *shape)
{
  const CwPlanView *view = &self->view;

  if (self->coverage == NULL)
    {
      CwShape copy;

      cw_shape_copy (shape, &copy);
      g_array_append_val (self->shapes, copy);
      return;
    }

  switch (shape->kind)
    {
    case CW_SHAPE_DISC:
      {
        CwSpot centre = cw_plan_view_get_spot (view, shape->disc.centre);

        cw_coverage_add_capsule (self->coverage, centre, centre,
                                 shape->disc.diameter * view->scale);
        break;
      }

    case CW_SHAPE_CAPSULE:
      cw_coverage_add_capsule (self->coverage, cw_plan_view_get_spot (view, shape->capsule.a),
                               cw_plan_view_get_spot (view, shape->capsule.b),
                               shape->capsule.width * view->scale);
      break;

    case CW_SHAPE_BAND:
      add_band (self, shape);
      break;

    case CW_SHAPE_BOX:
      {
        CwSpot low = cw_plan_view_get_spot (view, shape->box.min);
        CwSpot high = cw_plan_view_get_spot (view, shape->box.max);

        cw_coverage_add_box (self->coverage, (CwFrame){ low.x, high.y, high.x, low.y });
        break;
      }

    case CW_SHAPE_POLYGON:
    default:
      add_polygon (self, shape);
      break;
    }
}

/**
 * cw_plan_layer_add_ring:
 * @self: a layer
 * @shape: a shape
 * @width: width of the line [px]
 * @dash: length of a dash with its gap, or 0 for a whole line [px]
 *
 * Adds the border of a disc, where that is rasterised here.
 *
 * Returns: whether it was added; when not, Cairo has to stroke it
 */
gboolean
cw_plan_layer_add_ring (CwPlanLayer *self, const CwShape *shape, double width, double dash)
{
  if (self->coverage == NULL || shape->kind != CW_SHAPE_DISC)
    return FALSE;

  cw_coverage_add_ring (self->coverage, cw_plan_view_get_spot (&self->view, shape->disc.centre),
                        shape->disc.diameter * self->view.scale, width, dash);

  return TRUE;
}

static void
add_paths (const CwPlanLayer *self, guint from, guint to)
{
  cairo_new_path (self->cr);
  for (guint i = from; i < to; i++)
    cw_plan_view_add_shape (&self->view, self->cr, &g_array_index (self->shapes, CwShape, i),
                            self->width, self->height);
}

/**
 * cw_plan_layer_fill:
 * @self: a layer
 * @colour: a colour, opaque unless the shapes may show where they overlap
 *
 * Paints the shapes.
 */
void
cw_plan_layer_fill (CwPlanLayer *self, CwColour colour)
{
  cw_colour_set_source (colour, self->cr);
  if (self->coverage != NULL)
    {
      cw_coverage_paint (self->coverage, self->cr);
      return;
    }

  for (guint i = 0; i < self->shapes->len; i += BATCH)
    {
      add_paths (self, i, MIN (i + BATCH, self->shapes->len));
      cairo_fill (self->cr);
    }
}

/**
 * cw_plan_layer_hatch:
 * @self: a layer; it is empty afterwards
 * @colour: colour of the lines
 * @hatch: which hatch
 *
 * Hatches the shapes. The lines hang on the origin of the plan, so that tiles fit together.
 */
void
cw_plan_layer_hatch (CwPlanLayer *self, CwColour colour, CwHatch hatch)
{
  CwSpot phase = { self->view.x * self->view.scale, -self->view.y * self->view.scale };

  if (hatch == CW_HATCH_NONE)
    return;

  if (self->coverage != NULL)
    {
      cw_coverage_hatch (self->coverage, hatch, phase, HATCH_SPACING, HATCH_WIDTH);
      cw_plan_layer_fill (self, colour);
    }
  else if (self->shapes->len > 0)
    {
      CwFrame area = { 0, 0, self->width, self->height };

      cairo_save (self->cr);
      add_paths (self, 0, self->shapes->len);
      cairo_clip (self->cr);
      cw_colour_set_source (colour, self->cr);
      cairo_set_line_width (self->cr, HATCH_WIDTH);
      cw_hatch_paint (self->cr, hatch, area, phase, HATCH_SPACING);
      cairo_restore (self->cr);
    }
  cw_plan_layer_clear (self);
}
