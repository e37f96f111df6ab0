/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-plan-axes.h"

#include <math.h>

#include "widgets/render/cw-label.h"

#define LEAST_STEP 72.0 /* distance of numbers [px] */
#define LEAST_PART 5.0  /* distance of ticks [px] */
#define SIZE CW_PLAN_AXES_SIZE
#define LABEL_SIZE CW_LABEL_LEAST_SIZE

/**
 * cw_ticks_pick:
 * @scale: [px/nm]
 * @unit: unit of the numbers
 * @least: least distance of the numbers [px]
 *
 * Divides a ruler so that its numbers are 1, 2 or 5 times a power of ten of the unit,
 * whole nanometres apart.
 *
 * Returns: the steps
 */
CwTicks
cw_ticks_pick (double scale, CwUnit unit, double least)
{
  static const guint factors[] = { 1, 2, 5 };
  static const guint parts[] = { 10, 4, 5 };
  gint64 decade = cw_unit_get_size (unit);
  CwTicks ticks = { CW_COORD_MAX, 10 };

  while (decade % 10 == 0)
    decade /= 10;
  for (; decade <= CW_COORD_MAX; decade *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      {
        gint64 step = decade * factors[i];

        if (step * scale < least)
          continue;
        ticks = (CwTicks){ step, parts[i] };
        if (step % ticks.parts != 0 || step * scale / ticks.parts < LEAST_PART)
          ticks.parts = i == 1 ? 2 : 5;
        if (step % ticks.parts != 0 || step * scale / ticks.parts < LEAST_PART)
          ticks.parts = 1;
        return ticks;
      }

  return ticks;
}

static gint64
floor_to (double value, gint64 step)
{
  return (gint64) floor (value / (double) step) * step;
}

static void
add_tick (cairo_t *cr, gboolean is_across, double at, double length)
{
  double place = floor (at) + 0.5;

  if (is_across)
    {
      cairo_move_to (cr, place, SIZE);
      cairo_line_to (cr, place, SIZE - length);
    }
  else
    {
      cairo_move_to (cr, SIZE, place);
      cairo_line_to (cr, SIZE - length, place);
    }
}

/* numbers stand behind their tick: to the right above, turned along the ruler on the left */
static void
paint_number (const CwOverlay *overlay, gboolean is_across, double at, const char *text)
{
  CwLabel label = { text, LABEL_SIZE, FALSE, { at + 4, 1 }, 0, 0, 0 };

  if (!is_across)
    {
      label.at = (CwSpot){ 1, at - 4 };
      label.angle = -G_PI_2;
    }
  cw_label_paint (&label, overlay->cr, overlay->theme->text_muted);
}

static void
paint_axis (const CwOverlay *overlay, gboolean is_across, CwPoint origin, CwUnit unit)
{
  const CwPlanView *view = &overlay->view;
  CwTicks ticks = cw_ticks_pick (view->scale, unit, LEAST_STEP);
  gint64 part = ticks.step / ticks.parts;
  double room = is_across ? overlay->width : overlay->height;
  double zero = is_across ? origin.x : origin.y;
  double low = (is_across ? view->x : view->y - room / view->scale) - zero;
  double high = low + room / view->scale;
  cairo_t *cr = overlay->cr;

  cairo_save (cr);
  if (is_across)
    cairo_rectangle (cr, SIZE, 0, overlay->width - SIZE, SIZE);
  else
    cairo_rectangle (cr, 0, SIZE, SIZE, overlay->height - SIZE);
  cairo_clip (cr);
  for (gint64 value = floor_to (low, ticks.step); (double) value <= high; value += part)
    {
      double at = ((double) value + zero - (is_across ? view->x : view->y)) * view->scale;
      gboolean is_whole = value % ticks.step == 0;

      at = is_across ? at : -at;
      add_tick (cr, is_across, at, is_whole ? SIZE * 0.45 : 4);
      if (is_whole)
        {
          g_autofree char *text = cw_length_format (value, unit);

          cairo_stroke (cr);
          paint_number (overlay, is_across, at, text);
          cw_colour_set_source (overlay->theme->text_muted, cr);
        }
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * cw_plan_axes_paint:
 * @overlay: where to paint
 * @origin: the point that they count from [nm]
 * @unit: unit of their numbers
 *
 * Paints rulers along the upper and the left border, with the unit in their corner.
 */
void
cw_plan_axes_paint (const CwOverlay *overlay, CwPoint origin, CwUnit unit)
{
  CwLabel symbol
      = { cw_unit_get_symbol (unit), LABEL_SIZE, FALSE, { SIZE / 2.0, SIZE / 2.0 }, 0.5, 0.5, 0 };
  cairo_t *cr = overlay->cr;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_rectangle (cr, 0, 0, overlay->width, SIZE);
  cairo_rectangle (cr, 0, SIZE, SIZE, overlay->height - SIZE);
  cw_colour_set_source (overlay->theme->background, cr);
  cairo_fill (cr);
  cairo_set_line_width (cr, 1);
  cw_colour_set_source (overlay->theme->text_muted, cr);
  paint_axis (overlay, TRUE, origin, unit);
  paint_axis (overlay, FALSE, origin, unit);
  cairo_move_to (cr, SIZE - 0.5, overlay->height);
  cairo_line_to (cr, SIZE - 0.5, SIZE - 0.5);
  cairo_line_to (cr, overlay->width, SIZE - 0.5);
  cw_colour_set_source (overlay->theme->grid_major, cr);
  cairo_stroke (cr);
  cw_label_paint (&symbol, cr, overlay->theme->text_muted);
  cairo_restore (cr);
}

/**
 * cw_plan_axes_paint_pointer:
 * @overlay: where to paint
 * @at: the pointer [px]
 *
 * Marks the place of the pointer on both rulers.
 */
void
cw_plan_axes_paint_pointer (const CwOverlay *overlay, CwSpot at)
{
  cairo_t *cr = overlay->cr;

  cairo_new_path (cr);
  if (at.x >= SIZE && at.x <= overlay->width)
    {
      cairo_move_to (cr, at.x, SIZE);
      cairo_line_to (cr, at.x - 5, SIZE - 8);
      cairo_line_to (cr, at.x + 5, SIZE - 8);
      cairo_close_path (cr);
    }
  if (at.y >= SIZE && at.y <= overlay->height)
    {
      cairo_move_to (cr, SIZE, at.y);
      cairo_line_to (cr, SIZE - 8, at.y - 5);
      cairo_line_to (cr, SIZE - 8, at.y + 5);
      cairo_close_path (cr);
    }
  cw_colour_set_source (overlay->theme->selection, cr);
  cairo_fill (cr);
}
