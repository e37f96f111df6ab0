/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-transform.h"

#include <math.h>

/* p turned by a right-angled or any other @angle, not yet rounded; exact when right-angled */
static void
turn (CwAngle angle, gint64 x, gint64 y, double *turned_x, double *turned_y)
{
  double c = cw_angle_get_cos (angle);
  double s = cw_angle_get_sin (angle);

  *turned_x = (double) x * c - (double) y * s;
  *turned_y = (double) x * s + (double) y * c;
}

static CwPoint
round_point (double x, double y)
{
  return CW_POINT (cw_coord_saturate (llround (x)), cw_coord_saturate (llround (y)));
}

/**
 * cw_transform_is_right_angled:
 * @transform: a transform
 *
 * Returns: whether it turns by a multiple of 90°, so that it is exact and boxes stay boxes
 */
gboolean
cw_transform_is_right_angled (const CwTransform *transform)
{
  return transform->angle % CW_ANGLE_90 == 0;
}

/**
 * cw_transform_point:
 * @transform: a transform
 * @p: a point [nm]
 *
 * Returns: where @p comes to lie, rounded unless the transform is right-angled [nm]
 */
CwPoint
cw_transform_point (const CwTransform *transform, CwPoint p)
{
  double x;
  double y;

  turn (transform->angle, transform->mirror ? -(gint64) p.x : p.x, p.y, &x, &y);

  return round_point (x + transform->offset.x, y + transform->offset.y);
}

/**
 * cw_transform_point_back:
 * @transform: a transform
 * @p: a point [nm]
 *
 * Returns: the point that comes to lie at @p; the exact inverse when the transform is
 *   right-angled [nm]
 */
CwPoint
cw_transform_point_back (const CwTransform *transform, CwPoint p)
{
  double x;
  double y;

  turn (cw_angle_normalise (-(gint64) transform->angle), (gint64) p.x - transform->offset.x,
        (gint64) p.y - transform->offset.y, &x, &y);

  return round_point (transform->mirror ? -x : x, y);
}

static CwBox
box_of_corners (const double x[4], const double y[4])
{
  double x0 = MIN (MIN (x[0], x[1]), MIN (x[2], x[3]));
  double y0 = MIN (MIN (y[0], y[1]), MIN (y[2], y[3]));
  double x1 = MAX (MAX (x[0], x[1]), MAX (x[2], x[3]));
  double y1 = MAX (MAX (y[0], y[1]), MAX (y[2], y[3]));

  return CW_BOX (cw_coord_saturate ((gint64) floor (x0)), cw_coord_saturate ((gint64) floor (y0)),
                 cw_coord_saturate ((gint64) ceil (x1)), cw_coord_saturate ((gint64) ceil (y1)));
}

/**
 * cw_transform_box:
 * @transform: a transform
 * @box: a box [nm]
 *
 * Returns: the smallest box around the transformed @box; empty when @box is [nm]
 */
CwBox
cw_transform_box (const CwTransform *transform, CwBox box)
{
  double x[4];
  double y[4];

  if (cw_box_is_empty (box))
    return CW_BOX_EMPTY;

  for (int i = 0; i < 4; i++)
    {
      gint64 corner_x = (i & 1) ? box.max.x : box.min.x;

      turn (transform->angle, transform->mirror ? -corner_x : corner_x,
            (i & 2) ? box.max.y : box.min.y, &x[i], &y[i]);
      x[i] += transform->offset.x;
      y[i] += transform->offset.y;
    }

  return box_of_corners (x, y);
}

/**
 * cw_transform_box_back:
 * @transform: a transform
 * @box: a box [nm]
 *
 * Returns: the smallest box around all that comes to lie in @box; empty when @box is [nm]
 */
CwBox
cw_transform_box_back (const CwTransform *transform, CwBox box)
{
  CwAngle back = cw_angle_normalise (-(gint64) transform->angle);
  double x[4];
  double y[4];

  if (cw_box_is_empty (box))
    return CW_BOX_EMPTY;

  for (int i = 0; i < 4; i++)
    {
      turn (back, (gint64) ((i & 1) ? box.max.x : box.min.x) - transform->offset.x,
            (gint64) ((i & 2) ? box.max.y : box.min.y) - transform->offset.y, &x[i], &y[i]);
      if (transform->mirror)
        x[i] = -x[i];
    }

  return box_of_corners (x, y);
}

/**
 * cw_transform_compose:
 * @first: what is done first
 * @second: what is done then
 *
 * Returns: the transform that does both; exact when @second is right-angled
 */
CwTransform
cw_transform_compose (const CwTransform *first, const CwTransform *second)
{
  gint64 angle = second->mirror ? -(gint64) first->angle : first->angle;

  return (CwTransform){
    .offset = cw_transform_point (second, first->offset),
    .angle = cw_angle_normalise (angle + second->angle),
    .mirror = !first->mirror != !second->mirror,
  };
}

/**
 * cw_transform_about:
 * @centre: the point that stays [nm]
 * @angle: counterclockwise turn [µdeg]
 * @mirror: whether to mirror left and right first
 *
 * Returns: the transform that mirrors and turns about @centre
 */
CwTransform
cw_transform_about (CwPoint centre, CwAngle angle, gboolean mirror)
{
  CwTransform transform = { { 0, 0 }, cw_angle_normalise (angle), mirror };
  CwPoint moved = cw_transform_point (&transform, centre);

  transform.offset = CW_POINT (cw_coord_saturate ((gint64) centre.x - moved.x),
                               cw_coord_saturate ((gint64) centre.y - moved.y));

  return transform;
}
