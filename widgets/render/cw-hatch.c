/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-hatch.h"

#include <math.h>

/* what has lines both ways or dots is wider, so that it is no darker */
#define CROSS_SPACING (1.4)
#define DOT_SPACING (1.4)

/* Lines x + slope * y = k * step across the area. */
static void
add_diagonals (cairo_t *cr, CwFrame area, CwSpot phase, double spacing, int slope)
{
  double step = spacing * G_SQRT2;
  double origin = phase.x + slope * phase.y;
  double low = area.left + (slope > 0 ? area.top : -area.bottom) + origin;
  double high = area.right + (slope > 0 ? area.bottom : -area.top) + origin;

  for (double k = floor (low / step); k <= ceil (high / step); k++)
    {
      double c = k * step - origin;

      cairo_move_to (cr, c - slope * area.top, area.top);
      cairo_line_to (cr, c - slope * area.bottom, area.bottom);
    }
}

static void
add_horizontals (cairo_t *cr, CwFrame area, CwSpot phase, double spacing)
{
  for (double k = floor ((area.top + phase.y) / spacing);
       k <= ceil ((area.bottom + phase.y) / spacing); k++)
    {
      cairo_move_to (cr, area.left, k * spacing - phase.y);
      cairo_line_to (cr, area.right, k * spacing - phase.y);
    }
}

/* dots are the round ends of lines without length */
static void
paint_dots (cairo_t *cr, CwFrame area, CwSpot phase, double spacing)
{
  for (double row = floor ((area.top + phase.y) / spacing);
       row <= ceil ((area.bottom + phase.y) / spacing); row++)
    {
      double shift = fmod (fabs (row), 2) * spacing / 2;

      for (double k = floor ((area.left + phase.x - shift) / spacing);
           k <= ceil ((area.right + phase.x - shift) / spacing); k++)
        {
          cairo_move_to (cr, k * spacing + shift - phase.x, row * spacing - phase.y);
          cairo_line_to (cr, k * spacing + shift - phase.x, row * spacing - phase.y);
        }
    }
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 1.8 * cairo_get_line_width (cr));
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* how much of a pixel the lines cover that lie wherever @at is a multiple of @step */
static double
get_line_share (double at, double step, double width)
{
  double distance = at - round (at / step) * step;

  return CLAMP (width / 2 + 0.5 - fabs (distance), 0, 1);
}

static double
get_diagonal_share (double x, double y, double spacing, double width)
{
  return get_line_share ((x + y) / G_SQRT2, spacing, width);
}

static double
get_dot_share (double x, double y, double spacing, double width)
{
  double row = round (y / spacing);
  double shift = fmod (fabs (row), 2) * spacing / 2;
  double dx = x - shift - round ((x - shift) / spacing) * spacing;

  return CLAMP (0.9 * width + 0.5 - hypot (dx, y - row * spacing), 0, 1);
}

/**
 * cw_hatch_get_share:
 * @hatch: which hatch
 * @x: place of the middle of a pixel in the frame that the hatch hangs on [px]
 * @y: the same, down [px]
 * @spacing: distance of the lines [px]
 * @width: width of the lines [px]
 *
 * Gets how much of a pixel the lines that cw_hatch_paint () paints cover.
 *
 * Returns: 0 to 1
 */
double
cw_hatch_get_share (CwHatch hatch, double x, double y, double spacing, double width)
{
  switch (hatch)
    {
    case CW_HATCH_DIAGONAL:
      return get_diagonal_share (x, y, spacing, width);
    case CW_HATCH_BACK_DIAGONAL:
      return get_diagonal_share (x, -y, spacing, width);
    case CW_HATCH_CROSS:
      return MAX (get_diagonal_share (x, y, CROSS_SPACING * spacing, width),
                  get_diagonal_share (x, -y, CROSS_SPACING * spacing, width));
    case CW_HATCH_HORIZONTAL:
      return get_line_share (y, spacing, width);
    case CW_HATCH_DOTS:
      return get_dot_share (x, y, DOT_SPACING * spacing, width);
    case CW_HATCH_NONE:
    case CW_N_HATCHES:
    default:
      return 0;
    }
}

/**
 * cw_hatch_paint:
 * @cr: a context whose source, line width and clip are set
 * @hatch: which hatch
 * @area: what it has to fill [px]
 * @phase: place of the picture's origin in the frame that the hatch hangs on [px]
 * @spacing: distance of its lines [px]
 *
 * Paints the lines or dots of a hatch. They hang on a frame of the caller's, so that
 * tiles painted one by one fit together.
 */
void
cw_hatch_paint (cairo_t *cr, CwHatch hatch, CwFrame area, CwSpot phase, double spacing)
{
  g_return_if_fail (spacing > 0);

  cairo_new_path (cr);
  switch (hatch)
    {
    case CW_HATCH_DIAGONAL:
      add_diagonals (cr, area, phase, spacing, 1);
      break;
    case CW_HATCH_BACK_DIAGONAL:
      add_diagonals (cr, area, phase, spacing, -1);
      break;
    case CW_HATCH_CROSS:
      add_diagonals (cr, area, phase, CROSS_SPACING * spacing, 1);
      add_diagonals (cr, area, phase, CROSS_SPACING * spacing, -1);
      break;
    case CW_HATCH_HORIZONTAL:
      add_horizontals (cr, area, phase, spacing);
      break;
    case CW_HATCH_DOTS:
      paint_dots (cr, area, phase, DOT_SPACING * spacing);
      return;
    case CW_HATCH_NONE:
    case CW_N_HATCHES:
    default:
      return;
    }
  cairo_stroke (cr);
}
