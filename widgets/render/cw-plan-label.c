/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-plan-label.h"

#include <math.h>

#include "model/copper/cw-copper.h"
#include "widgets/render/cw-label.h"

#define LEAST_TRACE (14.0)   /* [px] */
#define LEAST_PAD (22.0)     /* [px] */
#define LEAST_DIE (70.0)     /* [px] */
#define HALO (1.5)           /* around a name that a via may lie under [px] */
#define TRACE_REPEAT (480.0) /* distance of the names along a trace [px] */

static gboolean
is_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static void
get_size (const CwPlanView *view, const CwShape *shape, double *width, double *height)
{
  CwBox bounds = cw_shape_get_bounds (shape);

  *width = ((double) bounds.max.x - bounds.min.x) * view->scale;
  *height = ((double) bounds.max.y - bounds.min.y) * view->scale;
}

/**
 * cw_plan_label_has_room:
 * @view: a view
 * @shape: a shape
 * @ratio: how much larger than usual words are
 *
 * Returns: whether the shape is of a kind that is labelled, and large enough for some text
 */
gboolean
cw_plan_label_has_room (const CwPlanView *view, const CwShape *shape, double ratio)
{
  double width;
  double height;

  switch (shape->role)
    {
    case CW_ROLE_TRACE:
    case CW_ROLE_BUS:
    case CW_ROLE_PASSIVE:
      return shape->kind == CW_SHAPE_CAPSULE
             && shape->capsule.width * view->scale >= LEAST_TRACE * ratio;

    case CW_ROLE_DIE_PAD:
    case CW_ROLE_BONDING_PAD:
    case CW_ROLE_BALL:
      get_size (view, shape, &width, &height);
      return MIN (width, height) >= LEAST_PAD * ratio;

    case CW_ROLE_DIE:
      get_size (view, shape, &width, &height);
      return MIN (width, height) >= LEAST_DIE * ratio;

    case CW_ROLE_LAND:
    case CW_ROLE_HOLE:
    case CW_ROLE_OPENING:
    case CW_ROLE_TEXT:
    case CW_ROLE_TERMINAL:
    case CW_ROLE_UBM:
    case CW_ROLE_CAVITY:
    case CW_ROLE_ZONE:
    case CW_ROLE_KEEP_OUT:
    case CW_ROLE_FIDUCIAL:
    default:
      return FALSE;
    }
}

static gboolean
is_no_pad (const CwShape *shape, gpointer user_data)
{
  return shape->role != CW_ROLE_BONDING_PAD && shape->role != CW_ROLE_LAND
         && shape->role != CW_ROLE_TERMINAL;
}

/* whether the name of a bonding pad or the hole of a via would stand here too */
static gboolean
meets_pad (const CwDesign *design, const CwPlanView *view, guint level, CwSpot at, double reach)
{
  CwPlanView around = { view->x + (at.x - reach) / view->scale,
                        view->y - (at.y - reach) / view->scale, view->scale };
  CwBox box = cw_plan_view_get_box (&around, (int) (2 * reach), (int) (2 * reach), 0);

  return !cw_copper_foreach_shape (design, level, box, is_no_pad, NULL);
}

/* a height of letters, at least that which can be read [px] */
static int
clamp_size (double size, double ratio, double most)
{
  return (int) CLAMP (size, CW_LABEL_LEAST_SIZE * ratio, most * ratio);
}

/* The name of the net along a leg of its trace. The places follow from the leg alone, so that
 * tiles agree on them. */
static void
paint_trace (cairo_t *cr, const CwDesign *design, const CwPlanView *view, CwFrame frame,
             const CwShape *shape, const char *text, double ratio, CwColour colour)
{
  CwSpot a = cw_plan_view_get_spot (view, shape->capsule.a);
  CwSpot b = cw_plan_view_get_spot (view, shape->capsule.b);
  CwSpot start;
  CwSpot end;
  double room = hypot (b.x - a.x, b.y - a.y);
  double high = shape->capsule.width * view->scale;
  CwLabel label = { text, clamp_size (high * 0.62, ratio, 20), FALSE };
  double width;
  double height;
  double n;
  double first;
  double last;

  cw_label_measure (&label, &width, &height);
  if (room < width + 5 * high)
    return;

  if (a.x > b.x || (a.x == b.x && a.y < b.y))
    {
      CwSpot swap = a;

      a = b;
      b = swap;
    }
  frame = (CwFrame){ frame.left - width, frame.top - width, frame.right + width,
                     frame.bottom + width };
  start = a;
  end = b;
  if (!cw_frame_clip_segment (&frame, &start, &end))
    return;

  n = MAX (1, floor (room / MAX (TRACE_REPEAT * ratio, 3 * width)));
  first = floor (hypot (start.x - a.x, start.y - a.y) / room * n);
  last = ceil (hypot (end.x - a.x, end.y - a.y) / room * n);
  label.align_x = 0.5;
  label.align_y = 0.5;
  label.angle = atan2 (b.y - a.y, b.x - a.x);
  for (double i = first; i < MIN (last, n); i++)
    {
      double t = (i + 0.5) / n;

      label.at = (CwSpot){ a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
      if (!meets_pad (design, view, shape->level, label.at, width / 2))
        cw_label_paint (&label, cr, colour);
    }
}

/* The widest text of the same form: A10 and D10 are to be shown at one size or not at all. */
static char *
dup_widest (const char *text)
{
  GString *widest = g_string_new (text);

  for (gsize i = 0; i < widest->len; i++)
    {
      if (g_ascii_isupper (widest->str[i]))
        widest->str[i] = 'D';
      else if (g_ascii_isdigit (widest->str[i]))
        widest->str[i] = '0';
    }
  return g_string_free (widest, FALSE);
}

/* Sets the largest size at which a text fits into a width. */
static gboolean
fit (CwLabel *label, double room, int largest, double ratio)
{
  g_autofree char *widest = dup_widest (label->text);
  CwLabel measured = *label;
  double width;
  double height;

  measured.text = widest;
  measured.size = largest;
  cw_label_measure (&measured, &width, &height);
  if (width > room)
    {
      measured.size = (int) floor (largest * room / width);
      if (measured.size < CW_LABEL_LEAST_SIZE * ratio)
        return FALSE;
      cw_label_measure (&measured, &width, &height);
    }

  label->size = measured.size;
  return width <= room;
}

/* A name in the middle, and a second one below it when there is room. */
static void
paint_names (cairo_t *cr, const CwPlanView *view, const CwShape *shape, const char *name,
             const char *second, int largest, double ratio, CwColour colour, CwColour ground)
{
  CwSpot at = cw_plan_view_get_spot (view, cw_box_get_centre (cw_shape_get_bounds (shape)));
  CwLabel upper = { name, 0, TRUE, at, 0.5, 0.5, 0 };
  CwLabel lower = { second, 0, FALSE, at, 0.5, 0, 0 };
  double width;
  double height;
  double room;

  get_size (view, shape, &width, &height);
  room = MIN (width, height) * 0.84;
  if (!is_text (name))
    {
      name = second;
      upper.text = second;
      second = NULL;
    }
  if (!is_text (name) || !fit (&upper, MIN (width * 0.84, room * 2), largest, ratio))
    return;

  if (is_text (second) && room > upper.size * 3.2
      && fit (&lower, room * 0.8, MAX (upper.size * 2 / 3, (int) (CW_LABEL_LEAST_SIZE * ratio)),
              ratio))
    {
      upper.align_y = 0.8;
      lower.at.y += upper.size * 0.42;
      cw_label_paint_halo (&lower, cr, ground, HALO * ratio);
      cw_label_paint (&lower, cr, colour);
    }
  cw_label_paint_halo (&upper, cr, ground, HALO * ratio);
  cw_label_paint (&upper, cr, colour);
}

/* In the upper left corner, inside a ring of pads: the middle is where balls and wiring are. */
static void
paint_die (cairo_t *cr, const CwDesign *design, const CwPlanView *view, const CwShape *shape,
           double ratio, CwColour colour)
{
  const CwDie *die = cw_design_get_die (design, shape->item);
  const CwDieType *type = cw_design_get_die_type (design, die->type);
  CwBox bounds = cw_shape_get_bounds (shape);
  CwSpot corner = cw_plan_view_get_spot (view, CW_POINT (bounds.min.x, bounds.max.y));
  g_autofree char *text = g_strdup_printf ("%s  %s", die->name, type->name);
  CwLabel label = { text, 0, TRUE, corner, 0, 0, 0 };
  double width;
  double height;

  get_size (view, shape, &width, &height);
  label.at.x += width * 0.06;
  label.at.y += height * 0.05;
  if (fit (&label, width * 0.88, clamp_size (MIN (width, height) * 0.04, ratio, 24), ratio))
    cw_label_paint (&label, cr, colour);
}

static void
paint_die_pad (cairo_t *cr, const CwDesign *design, const CwPlanView *view, const CwShape *shape,
               int largest, double ratio, CwColour colour, CwColour ground)
{
  const CwDie *die = cw_design_get_die (design, shape->item);
  const CwDieType *type = cw_design_get_die_type (design, die->type);
  guint32 pad = shape->part - 1;

  if (shape->part == CW_DIE_PART_BODY || pad >= type->pads->n_pads)
    return;

  paint_names (cr, view, shape, type->pads->pads[pad].name,
               shape->net != CW_ID_NONE ? cw_design_get_net_name (design, shape->net) : NULL,
               largest, ratio, colour, ground);
}

/**
 * cw_plan_label_paint:
 * @cr: a context
 * @design: a design
 * @view: which part of the plan it shows
 * @width: width of the picture [px]
 * @height: its height [px]
 * @ratio: how much larger than usual words are
 * @shape: a shape of the design
 * @colour: colour of the text
 * @ground: colour of what it stands on
 *
 * Writes what a shape is called on it, where it fits. Any thread may.
 */
void
cw_plan_label_paint (cairo_t *cr, const CwDesign *design, const CwPlanView *view, int width,
                     int height, double ratio, const CwShape *shape, CwColour colour,
                     CwColour ground)
{
  CwFrame frame = { 0, 0, width, height };
  const char *net = shape->net != CW_ID_NONE ? cw_design_get_net_name (design, shape->net) : NULL;
  double wide;
  double high;
  int largest;

  get_size (view, shape, &wide, &high);
  largest = clamp_size (MIN (wide, high) * 0.3, ratio, 26);

  switch (shape->role)
    {
    case CW_ROLE_TRACE:
    case CW_ROLE_BUS:
    case CW_ROLE_PASSIVE:
      if (is_text (net))
        paint_trace (cr, design, view, frame, shape, net, ratio, colour);
      break;

    case CW_ROLE_DIE:
      paint_die (cr, design, view, shape, ratio, colour);
      break;

    case CW_ROLE_DIE_PAD:
      paint_die_pad (cr, design, view, shape, largest, ratio, colour, ground);
      break;

    case CW_ROLE_BONDING_PAD:
    case CW_ROLE_BALL:
      paint_names (cr, view, shape, cw_design_get_item_name (design, shape->item), net, largest,
                   ratio, colour, ground);
      break;

    case CW_ROLE_LAND:
    case CW_ROLE_HOLE:
    case CW_ROLE_OPENING:
    case CW_ROLE_TEXT:
    case CW_ROLE_TERMINAL:
    case CW_ROLE_UBM:
    case CW_ROLE_CAVITY:
    case CW_ROLE_ZONE:
    case CW_ROLE_KEEP_OUT:
    case CW_ROLE_FIDUCIAL:
    default:
      break;
    }
}
