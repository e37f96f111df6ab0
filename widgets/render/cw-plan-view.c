/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-plan-view.h"

#include <math.h>

/* What reaches further than this out of the picture is clipped before Cairo sees it. */
#define FAR (8192)

static CwCoord
to_coord (double value)
{
  return (CwCoord) CLAMP (value, (double) G_MININT32, (double) G_MAXINT32);
}

static CwFrame
get_frame (int width, int height, double margin)
{
  return (CwFrame){ -margin, -margin, width + margin, height + margin };
}

/* a tenth of a pixel, which nobody sees */
static CwCoord
get_sagitta (const CwPlanView *self)
{
  return to_coord (CLAMP (0.1 / self->scale, 1, CW_MM));
}

static gboolean
is_far (const CwPlanView *self, const CwShape *shape, int width, int height)
{
  return !cw_box_contains_box (cw_plan_view_get_box (self, width, height, FAR),
                               cw_shape_get_bounds (shape));
}

/**
 * cw_plan_view_get_box:
 * @self: a view
 * @width: width of the picture [px]
 * @height: its height [px]
 * @margin: how much more is wanted around it [px]
 *
 * Returns: the box of the plan that the picture shows [nm]
 */
CwBox
cw_plan_view_get_box (const CwPlanView *self, int width, int height, double margin)
{
  return CW_BOX (to_coord (floor (self->x - margin / self->scale)),
                 to_coord (floor (self->y - (height + margin) / self->scale)),
                 to_coord (ceil (self->x + (width + margin) / self->scale)),
                 to_coord (ceil (self->y + margin / self->scale)));
}

/**
 * cw_plan_view_fit:
 * @self: (out): a view
 * @box: what it has to show [nm]
 * @width: width of the picture [px]
 * @height: its height [px]
 * @margin: room to leave on each side [px]
 *
 * Makes a view that shows a box in the middle of a picture, as large as it fits.
 */
void
cw_plan_view_fit (CwPlanView *self, CwBox box, int width, int height, double margin)
{
  double wide = MAX ((double) box.max.x - box.min.x, 1);
  double high = MAX ((double) box.max.y - box.min.y, 1);

  self->scale = MIN (MAX (width - 2 * margin, 1) / wide, MAX (height - 2 * margin, 1) / high);
  self->x = ((double) box.min.x + box.max.x) / 2 - width / self->scale / 2;
  self->y = ((double) box.min.y + box.max.y) / 2 + height / self->scale / 2;
}

/**
 * cw_plan_view_zoom:
 * @self: a view
 * @factor: how much larger things get
 * @fixed: what lies here stays there [px]
 *
 * Zooms about a point, within 1 nm to 10 mm a pixel.
 */
void
cw_plan_view_zoom (CwPlanView *self, double factor, CwSpot fixed)
{
  double scale = CLAMP (self->scale * factor, CW_PLAN_SCALE_MIN, CW_PLAN_SCALE_MAX);

  self->x += fixed.x / self->scale - fixed.x / scale;
  self->y -= fixed.y / self->scale - fixed.y / scale;
  self->scale = scale;
}

/**
 * cw_plan_view_get_share:
 * @self: a view
 * @box: a box [nm]
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Returns: which part of the box's area the picture shows, 0 to 1; 1 for an empty box
 */
double
cw_plan_view_get_share (const CwPlanView *self, CwBox box, int width, int height)
{
  CwBox seen = cw_plan_view_get_box (self, width, height, 0);
  double wide = (double) MIN (seen.max.x, box.max.x) - MAX (seen.min.x, box.min.x);
  double high = (double) MIN (seen.max.y, box.max.y) - MAX (seen.min.y, box.min.y);
  double area = ((double) box.max.x - box.min.x) * ((double) box.max.y - box.min.y);

  if (cw_box_is_empty (box) || area <= 0)
    return 1;

  return MAX (wide, 0) * MAX (high, 0) / area;
}

static void
add_capsule (cairo_t *cr, CwSpot a, CwSpot b, double radius)
{
  double angle = atan2 (b.y - a.y, b.x - a.x);

  cairo_new_sub_path (cr);
  cairo_arc (cr, b.x, b.y, radius, angle - G_PI_2, angle + G_PI_2);
  cairo_arc (cr, a.x, a.y, radius, angle + G_PI_2, angle + 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_spots (cairo_t *cr, const CwSpot *spots, guint n_spots)
{
  for (guint i = 0; i < n_spots; i++)
    cairo_line_to (cr, spots[i].x, spots[i].y);
  if (n_spots > 0)
    cairo_close_path (cr);
}

/* Rings are walked backwards, so that they turn as Cairo's arcs do and all shapes of a path unite. */
static GArray *
get_ring (const CwPlanView *self, const CwPolygon *polygon, guint32 ring)
{
  guint32 start = cw_polygon_get_ring_start (polygon, ring);
  GArray *spots
      = g_array_sized_new (FALSE, FALSE, sizeof (CwSpot), polygon->ends[ring] - start + 8);

  for (guint32 i = polygon->ends[ring]; i > start; i--)
    {
      CwSpot spot = cw_plan_view_get_spot (self, polygon->points[i - 1]);

      g_array_append_val (spots, spot);
    }

  return spots;
}

static void
add_polygon (const CwPlanView *self, cairo_t *cr, const CwPolygon *polygon, const CwFrame *clip)
{
  for (guint32 ring = 0; ring < polygon->n_rings; ring++)
    {
      g_autoptr (GArray) spots = get_ring (self, polygon, ring);

      if (clip != NULL)
        cw_frame_clip_ring (clip, spots);
      cairo_new_sub_path (cr);
      add_spots (cr, (const CwSpot *) spots->data, spots->len);
    }
}

static void
add_band (const CwPlanView *self, cairo_t *cr, const CwShape *shape)
{
  g_autoptr (CwPolygon) polygon = cw_shape_to_polygon (shape, get_sagitta (self));

  if (polygon != NULL)
    add_polygon (self, cr, polygon, NULL);
}

static void
add_near_shape (const CwPlanView *self, cairo_t *cr, const CwShape *shape)
{
  switch (shape->kind)
    {
    case CW_SHAPE_DISC:
      {
        CwSpot centre = cw_plan_view_get_spot (self, shape->disc.centre);

        cairo_new_sub_path (cr);
        cairo_arc (cr, centre.x, centre.y, shape->disc.diameter * self->scale / 2, 0, 2 * G_PI);
        cairo_close_path (cr);
        break;
      }

    case CW_SHAPE_CAPSULE:
      add_capsule (cr, cw_plan_view_get_spot (self, shape->capsule.a),
                   cw_plan_view_get_spot (self, shape->capsule.b),
                   shape->capsule.width * self->scale / 2);
      break;

    case CW_SHAPE_BOX:
      {
        CwSpot low = cw_plan_view_get_spot (self, shape->box.min);
        CwSpot high = cw_plan_view_get_spot (self, shape->box.max);

        cairo_rectangle (cr, low.x, high.y, high.x - low.x, low.y - high.y);
        break;
      }

    case CW_SHAPE_POLYGON:
      add_polygon (self, cr, shape->polygon, NULL);
      break;

    case CW_SHAPE_BAND:
    default:
      add_band (self, cr, shape);
      break;
    }
}

/**
 * cw_plan_view_add_shape:
 * @self: a view
 * @cr: a context
 * @shape: a shape
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Adds a shape to the path, to be filled. Its parts far outside of the picture are left out.
 */
void
cw_plan_view_add_shape (const CwPlanView *self, cairo_t *cr, const CwShape *shape, int width,
                        int height)
{
  CwFrame frame = get_frame (width, height, FAR / 2);
  g_autoptr (CwPolygon) polygon = NULL;

  if (!is_far (self, shape, width, height))
    {
      add_near_shape (self, cr, shape);
      return;
    }

  polygon = cw_shape_to_polygon (shape, get_sagitta (self));
  if (polygon != NULL)
    add_polygon (self, cr, polygon, &frame);
}

/**
 * cw_plan_view_add_outline:
 * @self: a view
 * @cr: a context
 * @shape: a shape
 * @width: width of the picture [px]
 * @height: its height [px]
 *
 * Adds the border of a shape to the path, to be stroked. Its parts far outside of
 * the picture are left out.
 */
void
cw_plan_view_add_outline (const CwPlanView *self, cairo_t *cr, const CwShape *shape, int width,
                          int height)
{
  CwFrame frame = get_frame (width, height, FAR / 2);
  g_autoptr (CwPolygon) polygon = NULL;

  if (!is_far (self, shape, width, height))
    {
      add_near_shape (self, cr, shape);
      return;
    }

  polygon = cw_shape_to_polygon (shape, get_sagitta (self));
  for (guint32 ring = 0; polygon != NULL && ring < polygon->n_rings; ring++)
    {
      g_autoptr (GArray) spots = get_ring (self, polygon, ring);

      for (guint i = 0; i < spots->len; i++)
        {
          CwSpot a = g_array_index (spots, CwSpot, i);
          CwSpot b = g_array_index (spots, CwSpot, i + 1 < spots->len ? i + 1 : 0);

          if (!cw_frame_clip_segment (&frame, &a, &b))
            continue;
          cairo_move_to (cr, a.x, a.y);
          cairo_line_to (cr, b.x, b.y);
        }
    }
}
