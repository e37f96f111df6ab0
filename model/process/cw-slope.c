/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/*
 * How deep a point lies inside an outline is its distance from the border, positive inside. Along
 * a straight line that is a function with straight parts where the nearest edge is straight, and
 * with bends where the nearest edge changes. The tangents at both ends of such a part meet in the bend,
 * so that bends are found exactly and curves are halved until chords lie close to them.
 */

#include "model/process/cw-slope.h"

#include <math.h>

#define STRAIGHT 1e-3 /* [nm] */
#define CORNERS_MAX 64
#define SAME_SLOPE 1e-7
#define LEAST 0.5 /* the shortest part that is still halved [nm] */
#define HALVINGS_MAX 40

typedef struct
{
  double at;    /* way along the line */
  double depth; /* inside the border there, negative outside */
  double slope; /* d depth / d at */
} Sample;

typedef struct
{
  const CwPit *pit;
  const CwPolygon *polygon; /* of shapes that are one */
  CwPoint from;
  double ux;
  double uy;
  double length;
  double least; /* depth of the brim: nothing outside of it matters */
  GArray *ramps;
} Cut;

/* depth within a disc around (x, y); all round capsules come down to it */
static void
measure_disc (const Cut *self, double px, double py, double x, double y, double radius,
              Sample *sample)
{
  double dx = px - x;
  double dy = py - y;
  double distance = hypot (dx, dy);

  sample->depth = radius - distance;
  sample->slope = distance > 0 ? -(dx * self->ux + dy * self->uy) / distance : 0;
}

static void
measure_capsule (const Cut *self, double px, double py, Sample *sample)
{
  const CwShape *shape = self->pit->shape;
  double ax = shape->capsule.a.x;
  double ay = shape->capsule.a.y;
  double dx = shape->capsule.b.x - ax;
  double dy = shape->capsule.b.y - ay;
  double squared = dx * dx + dy * dy;
  double t = squared > 0 ? ((px - ax) * dx + (py - ay) * dy) / squared : 0;

  t = CLAMP (t, 0, 1);
  measure_disc (self, px, py, ax + t * dx, ay + t * dy, shape->capsule.width / 2.0, sample);
}

/* the corners of a box stay sharp when it grows */
static void
measure_box (const Cut *self, double px, double py, Sample *sample)
{
  CwBox box = self->pit->shape->box;
  double depths[] = { px - box.min.x, box.max.x - px, py - box.min.y, box.max.y - py };
  double slopes[] = { self->ux, -self->ux, self->uy, -self->uy };
  guint nearest = 0;

  for (guint i = 1; i < G_N_ELEMENTS (depths); i++)
    if (depths[i] < depths[nearest])
      nearest = i;
  sample->depth = depths[nearest];
  sample->slope = slopes[nearest];
}

static void
get_inward (CwPoint a, CwPoint b, double *x, double *y)
{
  double dx = (double) b.x - a.x;
  double dy = (double) b.y - a.y;
  double length = hypot (dx, dy);

  *x = -dy / length;
  *y = dx / length;
}

/* rings have the inside to their left */
static void
measure_polygon (const Cut *self, double px, double py, Sample *sample)
{
  const CwPolygon *polygon = self->polygon;
  double best = INFINITY;

  for (guint32 ring = 0; ring < polygon->n_rings; ring++)
    {
      guint32 start = cw_polygon_get_ring_start (polygon, ring);
      guint32 n = polygon->ends[ring] - start;
      const CwPoint *points = polygon->points + start;

      for (guint32 i = 0; i < n; i++)
        {
          CwPoint a = points[i];
          CwPoint b = points[(i + 1) % n];
          double dx = (double) b.x - a.x;
          double dy = (double) b.y - a.y;
          double t = ((px - a.x) * dx + (py - a.y) * dy) / (dx * dx + dy * dy);
          double clamped = CLAMP (t, 0, 1);
          double gx = px - (a.x + clamped * dx);
          double gy = py - (a.y + clamped * dy);
          double distance = hypot (gx, gy);
          double nx;
          double ny;

          if (distance >= best)
            continue;
          best = distance;
          get_inward (a, b, &nx, &ny);
          if (clamped != t)
            {
              CwPoint other = t < 0 ? points[(i + n - 1) % n] : points[(i + 2) % n];
              double ox;
              double oy;

              get_inward (t < 0 ? other : b, t < 0 ? a : other, &ox, &oy);
              nx += ox;
              ny += oy;
            }
          sample->depth = gx * nx + gy * ny >= 0 ? distance : -distance;
          if (distance > 0 && clamped != t)
            {
              nx = (sample->depth > 0 ? gx : -gx) / distance;
              ny = (sample->depth > 0 ? gy : -gy) / distance;
            }
          sample->slope = nx * self->ux + ny * self->uy;
        }
    }
}

static Sample
measure (const Cut *self, double at)
{
  const CwShape *shape = self->pit->shape;
  double x = self->from.x + at * self->ux;
  double y = self->from.y + at * self->uy;
  Sample sample = { at, 0, 0 };

  if (self->polygon != NULL)
    measure_polygon (self, x, y, &sample);
  else if (shape->kind == CW_SHAPE_BOX)
    measure_box (self, x, y, &sample);
  else if (shape->kind == CW_SHAPE_CAPSULE)
    measure_capsule (self, x, y, &sample);
  else
    measure_disc (self, x, y, shape->disc.centre.x, shape->disc.centre.y,
                  shape->disc.diameter / 2.0, &sample);

  return sample;
}

/* what goes on in one straight line is one ramp */
static gboolean
goes_on (const CwRamp *ramp, const CwRamp *next)
{
  double slope = (ramp->end - ramp->start) / (ramp->to - ramp->from);
  double next_slope = (next->end - next->start) / (next->to - next->from);

  return ramp->to == next->from && fabs (ramp->end - next->start) <= STRAIGHT
         && fabs (slope - next_slope) <= SAME_SLOPE;
}

static void
add_ramp (Cut *self, double from, double to, double start, double end)
{
  CwRamp ramp = { from, to, start, end };
  CwRamp *last;

  if (from >= to)
    return;
  if (self->ramps->len > 0)
    {
      last = &g_array_index (self->ramps, CwRamp, self->ramps->len - 1);
      if (goes_on (last, &ramp))
        {
          last->to = to;
          last->end = end;
          return;
        }
    }
  g_array_append_val (self->ramps, ramp);
}

/* where between two samples the depth is reached, or the nearer end */
static double
find_crossing (const Sample *a, const Sample *b, double depth)
{
  if (a->depth == b->depth)
    return a->at;

  return CLAMP (a->at + (b->at - a->at) * (depth - a->depth) / (b->depth - a->depth), a->at, b->at);
}

static double
get_depth (const Sample *a, const Sample *b, double at)
{
  return a->depth + (b->depth - a->depth) * (at - a->at) / (b->at - a->at);
}

/* the floor begins at the inset, and the wall from there to the brim leans */
static void
add_straight (Cut *self, const Sample *a, const Sample *b)
{
  double floor = self->pit->inset;
  double brim = find_crossing (a, b, self->least);
  double edge = find_crossing (a, b, floor);
  double cuts[] = { a->at, MIN (brim, edge), MAX (brim, edge), b->at };

  for (guint i = 0; i < 3; i++)
    {
      double middle = get_depth (a, b, (cuts[i] + cuts[i + 1]) / 2);
      double first = (floor - get_depth (a, b, cuts[i])) / self->pit->lean;
      double last = (floor - get_depth (a, b, cuts[i + 1])) / self->pit->lean;

      if (cuts[i] >= cuts[i + 1] || middle < self->least)
        continue;
      if (middle >= floor)
        add_ramp (self, cuts[i], cuts[i + 1], 0, 0);
      else
        add_ramp (self, cuts[i], cuts[i + 1], CLAMP (first, 0, self->pit->depth),
                  CLAMP (last, 0, self->pit->depth));
    }
}

static gboolean
is_on_chord (const Cut *self, const Sample *a, const Sample *b, double t)
{
  double at = a->at + t * (b->at - a->at);

  return fabs (measure (self, at).depth - get_depth (a, b, at)) <= STRAIGHT;
}

static gboolean
is_straight (const Cut *self, const Sample *a, const Sample *b)
{
  double length = b->at - a->at;
  double ahead = fabs (a->depth + a->slope * length - b->depth);
  double back = fabs (b->depth - b->slope * length - a->depth);

  if (ahead <= STRAIGHT && back <= STRAIGHT)
    return is_on_chord (self, a, b, 0.5) && is_on_chord (self, a, b, 0.211)
           && is_on_chord (self, a, b, 0.823);
  /* a chord lies a quarter as far from a curve as the tangent does */
  return ahead <= 4 * CW_SLOPE_SAGITTA && back <= 4 * CW_SLOPE_SAGITTA
         && self->pit->shape->kind != CW_SHAPE_BOX && self->polygon == NULL
         && (self->pit->lean > 0 || (a->depth < self->pit->inset) == (b->depth < self->pit->inset));
}

static void
refine (Cut *self, const Sample *a, const Sample *b, guint halvings)
{
  double length = b->at - a->at;
  double reach = MAX (fabs (self->least), fabs (self->pit->inset));
  Sample middle;
  double bend;

  /* depth changes no faster than one goes */
  if (a->depth + length < self->least && b->depth + length < self->least)
    return;
  if (length <= LEAST || halvings >= HALVINGS_MAX || is_straight (self, a, b)
      || (a->depth - length > reach && b->depth - length > reach))
    {
      add_straight (self, a, b);
      return;
    }

  bend = a->slope != b->slope
             ? (b->depth - a->depth + a->slope * a->at - b->slope * b->at) / (a->slope - b->slope)
             : NAN;
  if (bend > a->at + LEAST / 4 && bend < b->at - LEAST / 4)
    {
      Sample expected = { bend, a->depth + a->slope * (bend - a->at), a->slope };

      middle = measure (self, bend);
      if (fabs (middle.depth - expected.depth) <= STRAIGHT)
        {
          Sample left = { bend, middle.depth, a->slope };
          Sample right = { bend, middle.depth, b->slope };

          refine (self, a, &left, halvings + 1);
          refine (self, &right, b, halvings + 1);
          return;
        }
    }
  middle = measure (self, (a->at + b->at) / 2);
  refine (self, a, &middle, halvings + 1);
  refine (self, &middle, b, halvings + 1);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
add_split (GArray *splits, double start, double end, double at)
{
  if (at > start && at < end)
    g_array_append_val (splits, at);
}

/* beside each corner, and where its two edges stop being what is nearest */
static void
add_corners (const Cut *self, double start, double end, GArray *splits)
{
  const CwPolygon *polygon = self->polygon;

  for (guint32 ring = 0; ring < polygon->n_rings; ring++)
    {
      guint32 first = cw_polygon_get_ring_start (polygon, ring);
      guint32 n = polygon->ends[ring] - first;

      for (guint32 i = 0; i < n && first + i < CORNERS_MAX; i++)
        {
          CwPoint corner = polygon->points[first + i];
          double x = (double) corner.x - self->from.x;
          double y = (double) corner.y - self->from.y;

          add_split (splits, start, end, x * self->ux + y * self->uy);
          for (guint32 side = 0; side < 2; side++)
            {
              CwPoint other = polygon->points[first + (i + (side == 0 ? 1 : n - 1)) % n];
              double dx = (double) other.x - corner.x;
              double dy = (double) other.y - corner.y;
              double along = self->ux * dx + self->uy * dy;

              if (along != 0)
                add_split (splits, start, end, (x * dx + y * dy) / along);
            }
        }
    }
}

/* where to begin with halving: beside the corners, and around the middle of what is round */
static void
add_splits (const Cut *self, CwBox bounds, GArray *splits)
{
  double margin = MAX (0, -self->least) + 1;
  double x = ((double) bounds.min.x + bounds.max.x) / 2 - self->from.x;
  double y = ((double) bounds.min.y + bounds.max.y) / 2 - self->from.y;
  double reach
      = hypot ((double) bounds.max.x - bounds.min.x, (double) bounds.max.y - bounds.min.y) / 2
        + margin * G_SQRT2;
  double middle = x * self->ux + y * self->uy;
  double start = CLAMP (middle - reach, 0, self->length);
  double end = CLAMP (middle + reach, 0, self->length);

  g_array_append_val (splits, start);
  g_array_append_val (splits, end);
  if (middle > start && middle < end)
    g_array_append_val (splits, middle);
  if (self->polygon != NULL)
    add_corners (self, start, end, splits);
  g_array_sort (splits, compare_doubles);
}

/* a step inwards gives the slope on the side that the part lies on */
static Sample
measure_beside (const Cut *self, double at, double towards)
{
  Sample sample = measure (self, at);
  double step = CLAMP (towards - at, -1.0 / 64, 1.0 / 64);

  sample.slope = measure (self, at + step).slope;

  return sample;
}

static void
cut_leaning (Cut *self)
{
  g_autoptr (GArray) splits = g_array_new (FALSE, FALSE, sizeof (double));
  double from;

  add_splits (self, cw_shape_get_bounds (self->pit->shape), splits);
  from = splits->len > 0 ? g_array_index (splits, double, 0) : 0;
  for (guint i = 1; i < splits->len; i++)
    {
      double to = g_array_index (splits, double, i);
      Sample a;
      Sample b;

      if (to - from <= STRAIGHT)
        continue;
      a = measure_beside (self, from, to);
      b = measure_beside (self, to, from);
      refine (self, &a, &b, 0);
      from = to;
    }
}

/* shrinks a shape that stays of its kind; what is left may be nothing */
static gboolean
shrink (const CwShape *shape, double inset, CwShape *smaller)
{
  CwCoord by = (CwCoord) lround (inset);

  *smaller = *shape;
  if (by != inset)
    return FALSE;

  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      smaller->disc.diameter -= 2 * by;
      return TRUE;
    case CW_SHAPE_CAPSULE:
      smaller->capsule.width -= 2 * by;
      return TRUE;
    case CW_SHAPE_BOX:
      smaller->box = cw_box_grow (shape->box, -by);
      return TRUE;
    case CW_SHAPE_BAND:
    case CW_SHAPE_POLYGON:
    default:
      return by == 0;
    }
}

static gboolean
is_nothing (const CwShape *shape)
{
  switch ((CwShapeKind) shape->kind)
    {
    case CW_SHAPE_DISC:
      return shape->disc.diameter <= 0;
    case CW_SHAPE_CAPSULE:
      return shape->capsule.width <= 0;
    case CW_SHAPE_BOX:
      return shape->box.min.x >= shape->box.max.x || shape->box.min.y >= shape->box.max.y;
    case CW_SHAPE_BAND:
    case CW_SHAPE_POLYGON:
    default:
      return FALSE;
    }
}

static void
cut_upright (Cut *self, const CwShape *shape, CwPoint to)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CwSpan));

  if (is_nothing (shape))
    return;

  cw_shape_cut (shape, self->from, to, spans);
  for (guint i = 0; i < spans->len; i++)
    {
      CwSpan span = g_array_index (spans, CwSpan, i);

      add_ramp (self, CLAMP (span.start, 0, self->length), CLAMP (span.end, 0, self->length), 0, 0);
    }
}

/**
 * cw_pit_cut:
 * @self: a pit
 * @from: first point of the cut line [nm]
 * @to: last point of the cut line [nm]
 * @ramps: (element-type CwRamp): where to append
 *
 * Appends what a plane cuts of a pit, from left to right: floor and walls as far up as the brim.
 * Walls that the plane cuts in a curve are drawn within %CW_SLOPE_SAGITTA of it. Where the pit is
 * too narrow for its inset there is none.
 */
void
cw_pit_cut (const CwPit *self, CwPoint from, CwPoint to, GArray *ramps)
{
  Cut cut = { .pit = self, .from = from, .ramps = ramps };
  g_autoptr (CwPolygon) flattened = NULL;
  CwShape smaller;

  if (cw_point_equal (from, to))
    return;

  cut.length = sqrt ((double) cw_point_distance_squared (from, to));
  cut.ux = ((double) to.x - from.x) / cut.length;
  cut.uy = ((double) to.y - from.y) / cut.length;
  cut.least = self->inset - self->depth * self->lean;

  if (self->lean == 0 && shrink (self->shape, self->inset, &smaller))
    {
      cut_upright (&cut, &smaller, to);
      return;
    }
  if (self->shape->kind == CW_SHAPE_BAND)
    flattened = cw_shape_to_polygon (self->shape, CW_SLOPE_SAGITTA);
  cut.polygon = self->shape->kind == CW_SHAPE_POLYGON ? self->shape->polygon : flattened;
  if (self->shape->kind == CW_SHAPE_BAND && flattened == NULL)
    return;
  cut_leaning (&cut);
}
