/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-section-line.h"

#include <math.h>

static double
distance_to_segment (CwPoint a, CwPoint b, CwPoint p)
{
  double dx = (double) b.x - a.x;
  double dy = (double) b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? (((double) p.x - a.x) * dx + ((double) p.y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  return hypot (a.x + t * dx - p.x, a.y + t * dy - p.y);
}

/**
 * cw_section_line_find:
 * @points: (array length=n_points): the line [nm]
 * @n_points: how many points it has
 * @at: the pointer [nm]
 * @reach: how far beside the line still is on it [nm]
 * @index: (out): which point or leg
 *
 * Tells what part of the line the pointer is on; points come first.
 *
 * Returns: the part
 */
CwLinePart
cw_section_line_find (const CwPoint *points, guint n_points, CwPoint at, double reach, guint *index)
{
  *index = 0;
  for (guint i = 0; i < n_points; i++)
    if (sqrt ((double) cw_point_distance_squared (points[i], at)) <= reach)
      {
        *index = i;
        return CW_LINE_POINT;
      }
  for (guint i = 0; i + 1 < n_points; i++)
    if (distance_to_segment (points[i], points[i + 1], at) <= reach)
      {
        *index = i;
        return CW_LINE_BODY;
      }

  return CW_LINE_NOTHING;
}

/**
 * cw_section_line_get_shift:
 * @points: the line [nm]
 * @leg: which leg is dragged
 * @by: how far the pointer went [nm]
 *
 * Takes from a shift the part that is normal to a leg.
 *
 * Returns: the shift [nm]
 */
CwPoint
cw_section_line_get_shift (const CwPoint *points, guint leg, CwPoint by)
{
  double nx = -((double) points[leg + 1].y - points[leg].y);
  double ny = (double) points[leg + 1].x - points[leg].x;
  double length = nx * nx + ny * ny;
  double t = length > 0 ? (by.x * nx + by.y * ny) / length : 0;

  return CW_POINT ((CwCoord) lround (t * nx), (CwCoord) lround (t * ny));
}

/**
 * cw_section_line_shift:
 * @points: (array length=n_points): the line [nm]
 * @n_points: how many points it has
 * @by: how far [nm]
 *
 * Shifts the line. At the end of the range it stops as a whole.
 */
void
cw_section_line_shift (CwPoint *points, guint n_points, CwPoint by)
{
  for (guint i = 0; i < n_points; i++)
    if (!cw_coord_is_valid ((gint64) points[i].x + by.x)
        || !cw_coord_is_valid ((gint64) points[i].y + by.y))
      return;
  for (guint i = 0; i < n_points; i++)
    points[i] = cw_point_add (points[i], by);
}

/**
 * cw_section_line_insert:
 * @line: (element-type CwPoint): the line [nm]
 * @leg: one of its legs
 * @at: where its new point is [nm]
 *
 * Splits a leg in two. A point at one of the ends of the leg would leave one without length, and
 * changes nothing.
 */
void
cw_section_line_insert (GArray *line, guint leg, CwPoint at)
{
  if (leg + 1 >= line->len || cw_point_equal (g_array_index (line, CwPoint, leg), at)
      || cw_point_equal (g_array_index (line, CwPoint, leg + 1), at))
    return;
  g_array_insert_val (line, leg + 1, at);
}

/**
 * cw_section_line_straighten:
 * @points: (array length=n_points): the line [nm]
 * @n_points: how many points it has
 *
 * Lays the line along the nearer axis through its middle, from end to end.
 */
void
cw_section_line_straighten (CwPoint *points, guint n_points)
{
  CwPoint first = points[0];
  CwPoint last = points[n_points - 1];
  gint64 dx = (gint64) last.x - first.x;
  gint64 dy = (gint64) last.y - first.y;

  for (guint i = 0; i < n_points; i++)
    if (ABS (dx) >= ABS (dy))
      points[i].y = (CwCoord) (((gint64) first.y + last.y) / 2);
    else
      points[i].x = (CwCoord) (((gint64) first.x + last.x) / 2);
}

/**
 * cw_section_line_reverse:
 * @points: (array length=n_points): the line [nm]
 * @n_points: how many points it has
 *
 * Turns the line round: it is seen from the other side.
 */
void
cw_section_line_reverse (CwPoint *points, guint n_points)
{
  for (guint i = 0; i < n_points / 2; i++)
    {
      CwPoint point = points[i];

      points[i] = points[n_points - 1 - i];
      points[n_points - 1 - i] = point;
    }
}
