/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-coverage.h"

#include <math.h>
#include <string.h>

/* Shapes thinner than a pixel fade with their width, but not below this. */
#define LEAST_COVERAGE (0.35)

struct _CwCoverage
{
  cairo_surface_t *surface;
  cairo_t *cr; /* while Cairo draws */
  guint8 *pixels;
  int width;
  int height;
  int stride;
  int top; /* rows [top, bottom) may be covered */
  int bottom;
};

/* A capsule as its rasteriser sees it: from (x, y), @length along (ux, uy). */
typedef struct
{
  double x;
  double y;
  double dx;
  double dy;
  double ux;
  double uy;
  double per_x; /* along the axis a pixel to the right, 0 where it stands upright */
  double per_y; /* along the axis a pixel down, 0 where it lies */
  double length;
  double reach; /* radius + ½ px: where coverage ends */
  double scale; /* greatest coverage, up to 255 */
} Capsule;

static inline void
cover (guint8 *pixel, double share, double scale)
{
  guint8 value = (guint8) (CLAMP (share, 0, 1) * scale + 0.5);

  if (*pixel < value)
    *pixel = value;
}

/* Finds where a row at height @y above the start meets the capsule of a radius, as x. */
static gboolean
meet_row (const Capsule *capsule, double y, double radius, double *low, double *high)
{
  double start = radius * radius - y * y;
  double end = radius * radius - (y - capsule->dy) * (y - capsule->dy);
  double from = -INFINITY;
  double to = INFINITY;

  *low = INFINITY;
  *high = -INFINITY;
  if (start > 0)
    {
      start = sqrt (start);
      *low = -start;
      *high = start;
    }
  if (capsule->length > 0)
    {
      if (end > 0)
        {
          end = sqrt (end);
          *low = MIN (*low, capsule->dx - end);
          *high = MAX (*high, capsule->dx + end);
        }

      /* the straight part: 0 <= (x, y)·u <= length and |(x, y)×u| <= radius */
      if (capsule->per_x != 0)
        {
          double a = -y * capsule->uy * capsule->per_x;
          double b = (capsule->length - y * capsule->uy) * capsule->per_x;

          from = MIN (a, b);
          to = MAX (a, b);
        }
      else if (y * capsule->uy < 0 || y * capsule->uy > capsule->length)
        {
          to = -INFINITY;
        }
      if (capsule->per_y != 0)
        {
          double a = (y * capsule->ux - radius) * capsule->per_y;
          double b = (y * capsule->ux + radius) * capsule->per_y;

          from = MAX (from, MIN (a, b));
          to = MIN (to, MAX (a, b));
        }
      else if (fabs (y * capsule->ux) > radius)
        {
          to = -INFINITY;
        }
      if (from < to)
        {
          *low = MIN (*low, from);
          *high = MAX (*high, to);
        }
    }

  return *low < *high;
}

/* Covers pixels [from, to) of a row by their distance from the capsule's axis. */
static void
cover_span (const Capsule *capsule, guint8 *row, int from, int to, double y)
{
  double along = y * capsule->uy;
  double across = y * capsule->ux;

  for (int i = from; i < to; i++)
    {
      double x = i + 0.5 - capsule->x;
      double t = x * capsule->ux + along;
      double distance = fabs (across - x * capsule->uy);

      /* beside the axis there is no need for a root */
      if (t < 0)
        distance = sqrt (distance * distance + t * t);
      else if (t > capsule->length)
        distance = sqrt (distance * distance + (t - capsule->length) * (t - capsule->length));
      cover (row + i, capsule->reach - distance, capsule->scale);
    }
}

static int
to_pixel (double value, int limit)
{
  return value <= 0 ? 0 : value >= limit ? limit : (int) value;
}

static void
cover_row (CwCoverage *self, const Capsule *capsule, int line)
{
  guint8 *row = self->pixels + (gsize) line * self->stride;
  double y = line + 0.5 - capsule->y;
  double inner = capsule->reach - 1;
  double low;
  double high;
  int from;
  int to;

  if (!meet_row (capsule, y, capsule->reach, &low, &high))
    return;

  from = to_pixel (floor (low + capsule->x), self->width);
  to = to_pixel (ceil (high + capsule->x), self->width);

  if (inner > 1.5 && meet_row (capsule, y, inner, &low, &high))
    {
      int full_from = MAX (from, to_pixel (ceil (low + capsule->x - 0.5), self->width));
      int full_to = MIN (to, to_pixel (floor (high + capsule->x + 0.5), self->width));

      if (full_from < full_to)
        {
          cover_span (capsule, row, from, full_from, y);
          memset (row + full_from, 255, full_to - full_from);
          from = full_to;
        }
    }
  cover_span (capsule, row, from, to, y);
}

static void
touch_rows (CwCoverage *self, int from, int to)
{
  self->top = MIN (self->top, from);
  self->bottom = MAX (self->bottom, to);
}

/**
 * cw_coverage_new:
 * @width: [px]
 * @height: [px]
 *
 * Returns: (transfer full): an empty coverage of that size
 */
CwCoverage *
cw_coverage_new (int width, int height)
{
  CwCoverage *self = g_new0 (CwCoverage, 1);

  self->surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  self->pixels = cairo_image_surface_get_data (self->surface);
  self->width = self->pixels != NULL ? width : 0;
  self->height = self->pixels != NULL ? height : 0;
  self->stride = cairo_image_surface_get_stride (self->surface);
  self->top = self->height;

  return self;
}

/**
 * cw_coverage_free:
 * @self: (transfer full): a coverage
 *
 * Frees it.
 */
void
cw_coverage_free (CwCoverage *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_destroy (self->surface);
  g_free (self);
}

/**
 * cw_coverage_clear:
 * @self: a coverage
 *
 * Makes it empty again.
 */
void
cw_coverage_clear (CwCoverage *self)
{
  if (cw_coverage_is_empty (self))
    return;

  cairo_surface_flush (self->surface);
  memset (self->pixels + (gsize) self->top * self->stride, 0,
          (gsize) (self->bottom - self->top) * self->stride);
  cairo_surface_mark_dirty (self->surface);
  self->top = self->height;
  self->bottom = 0;
}

/**
 * cw_coverage_is_empty:
 * @self: a coverage
 *
 * Returns: whether nothing was added since it was cleared
 */
gboolean
cw_coverage_is_empty (const CwCoverage *self)
{
  return self->top >= self->bottom;
}

/**
 * cw_coverage_add_capsule:
 * @self: a coverage
 * @a: one end of the axis [px]
 * @b: the other; the same for a disc
 * @width: width or diameter [px]
 *
 * Adds a segment with round ends.
 */
void
cw_coverage_add_capsule (CwCoverage *self, CwSpot a, CwSpot b, double width)
{
  double radius = MAX (width, 1) / 2;
  double reach = radius + 0.5;
  CwFrame frame = { -reach, -reach, self->width + reach, self->height + reach };
  Capsule capsule = { .reach = reach, .scale = 255 * CLAMP (width, LEAST_COVERAGE, 1) };
  int from;
  int to;

  if (!cw_frame_clip_segment (&frame, &a, &b))
    return;

  capsule.x = a.x;
  capsule.y = a.y;
  capsule.dx = b.x - a.x;
  capsule.dy = b.y - a.y;
  capsule.length = sqrt (capsule.dx * capsule.dx + capsule.dy * capsule.dy);
  if (capsule.length > 1e-6)
    {
      capsule.ux = capsule.dx / capsule.length;
      capsule.uy = capsule.dy / capsule.length;
      capsule.per_x = fabs (capsule.ux) > 1e-9 ? 1 / capsule.ux : 0;
      capsule.per_y = fabs (capsule.uy) > 1e-9 ? 1 / capsule.uy : 0;
    }
  else
    {
      capsule.length = 0;
      capsule.ux = 1;
    }

  from = to_pixel (floor (MIN (a.y, b.y) - reach), self->height);
  to = to_pixel (ceil (MAX (a.y, b.y) + reach), self->height);
  if (from >= to)
    return;

  touch_rows (self, from, to);
  for (int line = from; line < to; line++)
    cover_row (self, &capsule, line);
}

/* share of pixel @i that [low, high] covers */
static inline double
get_share (int i, double low, double high)
{
  return MIN (high, i + 1.0) - MAX (low, (double) i);
}

/**
 * cw_coverage_add_box:
 * @self: a coverage
 * @box: a box; thinner than a pixel it is drawn a pixel wide and fainter [px]
 *
 * Adds a box.
 */
void
cw_coverage_add_box (CwCoverage *self, CwFrame box)
{
  double scale = 255;
  int left;
  int right;
  int top;
  int bottom;

  if (box.right - box.left < 1)
    {
      scale *= CLAMP (box.right - box.left, LEAST_COVERAGE, 1);
      box.left = (box.left + box.right) / 2 - 0.5;
      box.right = box.left + 1;
    }
  if (box.bottom - box.top < 1)
    {
      scale *= CLAMP (box.bottom - box.top, LEAST_COVERAGE, 1);
      box.top = (box.top + box.bottom) / 2 - 0.5;
      box.bottom = box.top + 1;
    }

  left = to_pixel (floor (box.left), self->width);
  right = to_pixel (ceil (box.right), self->width);
  top = to_pixel (floor (box.top), self->height);
  bottom = to_pixel (ceil (box.bottom), self->height);
  if (left >= right || top >= bottom)
    return;

  touch_rows (self, top, bottom);
  for (int line = top; line < bottom; line++)
    {
      guint8 *row = self->pixels + (gsize) line * self->stride;
      double share = get_share (line, box.top, box.bottom);

      cover (row + left, share * get_share (left, box.left, box.right), scale);
      for (int i = left + 1; i + 1 < right; i++)
        cover (row + i, share, scale);
      if (left + 1 < right)
        cover (row + right - 1, share * get_share (right - 1, box.left, box.right), scale);
    }
}

/* a ring as its rasteriser sees it */
typedef struct
{
  CwSpot centre;
  double radius;
  double half; /* of its width [px] */
  double n_dashes;
} Ring;

#define DASH_SHARE (0.6) /* of a dash with its gap */

static void
cover_ring (const Ring *ring, guint8 *row, int from, int to, double y)
{
  for (int i = from; i < to; i++)
    {
      double x = i + 0.5 - ring->centre.x;
      double share = ring->half + 0.5 - fabs (sqrt (x * x + y * y) - ring->radius);

      if (share <= 0)
        continue;
      if (ring->n_dashes > 0)
        {
          double turn = atan2 (y, x) / (2 * G_PI) * ring->n_dashes + (1 - DASH_SHARE) / 2;
          double period = 2 * G_PI * ring->radius / ring->n_dashes;
          double along = fabs (turn - floor (turn) - 0.5);

          share = MIN (share, (DASH_SHARE / 2 - along) * period + 0.5);
        }
      cover (row + i, share, 255);
    }
}

/**
 * cw_coverage_add_ring:
 * @self: a coverage
 * @centre: its centre [px]
 * @diameter: diameter of its middle line [px]
 * @width: width of the line [px]
 * @dash: length of a dash with its gap, or 0 for a whole line [px]
 *
 * Adds the border of a disc.
 */
void
cw_coverage_add_ring (CwCoverage *self, CwSpot centre, double diameter, double width, double dash)
{
  Ring ring = { centre, diameter / 2, width / 2, 0 };
  double outer = ring.radius + ring.half + 0.5;
  double inner = ring.radius - ring.half - 0.5;
  int from = to_pixel (floor (centre.y - outer), self->height);
  int to = to_pixel (ceil (centre.y + outer), self->height);

  if (from >= to || centre.x + outer < 0 || centre.x - outer > self->width)
    return;

  if (dash > 0)
    ring.n_dashes = MAX (4, round (G_PI * diameter / dash));
  touch_rows (self, from, to);
  for (int line = from; line < to; line++)
    {
      guint8 *row = self->pixels + (gsize) line * self->stride;
      double y = line + 0.5 - centre.y;
      double wide = outer * outer - y * y;
      double hole = inner > 0 ? inner * inner - y * y : 0;

      if (wide <= 0)
        continue;
      wide = sqrt (wide);
      hole = hole > 0 ? sqrt (hole) : 0;
      if (hole < 1)
        {
          cover_ring (&ring, row, to_pixel (floor (centre.x - wide), self->width),
                      to_pixel (ceil (centre.x + wide), self->width), y);
          continue;
        }
      cover_ring (&ring, row, to_pixel (floor (centre.x - wide), self->width),
                  to_pixel (ceil (centre.x - hole), self->width), y);
      cover_ring (&ring, row, to_pixel (floor (centre.x + hole), self->width),
                  to_pixel (ceil (centre.x + wide), self->width), y);
    }
}

/**
 * cw_coverage_hatch:
 * @self: a coverage
 * @hatch: which hatch
 * @phase: place of the picture's origin in the frame that the hatch hangs on [px]
 * @spacing: distance of its lines [px]
 * @width: width of its lines [px]
 *
 * Leaves of what is covered only the lines of a hatch.
 */
void
cw_coverage_hatch (CwCoverage *self, CwHatch hatch, CwSpot phase, double spacing, double width)
{
  cw_coverage_end (self);
  for (int line = self->top; line < self->bottom; line++)
    {
      guint8 *row = self->pixels + (gsize) line * self->stride;

      for (int i = 0; i < self->width; i++)
        {
          if (row[i] == 0)
            continue;
          row[i] = (guint8) (row[i]
                                 * cw_hatch_get_share (hatch, i + 0.5 + phase.x,
                                                       line + 0.5 + phase.y, spacing, width)
                             + 0.5);
        }
    }
}

/**
 * cw_coverage_begin:
 * @self: a coverage
 *
 * Lets Cairo draw what this rasteriser has no way to.
 *
 * Returns: (transfer none): a context that covers, until cw_coverage_end ()
 */
cairo_t *
cw_coverage_begin (CwCoverage *self)
{
  if (self->cr == NULL)
    {
      cairo_surface_mark_dirty (self->surface);
      self->cr = cairo_create (self->surface);
      cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_FAST);
      touch_rows (self, 0, self->height);
    }

  return self->cr;
}

/**
 * cw_coverage_end:
 * @self: a coverage
 *
 * Ends what cw_coverage_begin () began.
 */
void
cw_coverage_end (CwCoverage *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  cairo_surface_flush (self->surface);
}

/**
 * cw_coverage_paint:
 * @self: a coverage
 * @cr: a context whose source is set
 *
 * Paints the source where the coverage is, with its upper left corner at the origin.
 */
void
cw_coverage_paint (CwCoverage *self, cairo_t *cr)
{
  if (cw_coverage_is_empty (self))
    return;

  cw_coverage_end (self);
  cairo_surface_mark_dirty (self->surface);
  cairo_save (cr);
  cairo_rectangle (cr, 0, self->top, self->width, self->bottom - self->top);
  cairo_clip (cr);
  cairo_mask_surface (cr, self->surface, 0, 0);
  cairo_restore (cr);
}
