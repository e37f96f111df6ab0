/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-octagon.h"

#include <math.h>

enum
{
  X,
  Y,
  SUM,
  DIFFERENCE,
  N_AXES
};

static void
measure (CwPoint p, gint64 values[N_AXES])
{
  values[X] = p.x;
  values[Y] = p.y;
  values[SUM] = (gint64) p.x + p.y;
  values[DIFFERENCE] = (gint64) p.x - p.y;
}

/* least whole number whose square is not below n */
static gint64
root_up (gint64 n)
{
  gint64 root = (gint64) sqrt ((double) n);

  while (root * root < n)
    root++;
  while (root > 0 && (root - 1) * (root - 1) >= n)
    root--;

  return root;
}

/* what a disc of that doubled radius needs of the sides along the axes and along the diagonals */
static void
get_reach (gint64 doubled, CwOctagonForm form, gint64 *straight, gint64 *slant)
{
  *straight = (doubled + 1) / 2;
  *slant = form == CW_OCTAGON_FOUR ? 2 * *straight
                                   : MIN (root_up ((doubled * doubled + 1) / 2), 2 * *straight);
}

static void
finish (CwOctagon *self, gint64 doubled, CwOctagonForm form)
{
  gint64 reach[N_AXES];

  get_reach (doubled, form, &reach[X], &reach[SUM]);
  reach[Y] = reach[X];
  reach[DIFFERENCE] = reach[SUM];
  if (form == CW_OCTAGON_FOUR)
    {
      self->min[SUM] = self->min[X] + self->min[Y];
      self->max[SUM] = self->max[X] + self->max[Y];
      self->min[DIFFERENCE] = self->min[X] - self->max[Y];
      self->max[DIFFERENCE] = self->max[X] - self->min[Y];
    }
  for (guint i = 0; i < N_AXES; i++)
    {
      self->min[i] -= reach[i];
      self->max[i] += reach[i];
    }
}

/**
 * cw_octagon_new:
 * @a: one end of a segment [nm]
 * @b: the other, perhaps the same [nm]
 * @doubled: twice the distance to keep from it, at most 3,000,000,000 [nm]
 * @form: which sides it has
 *
 * Makes the least octagon that contains all points within a distance of a segment.
 *
 * Returns: the octagon
 */
CwOctagon
cw_octagon_new (CwPoint a, CwPoint b, gint64 doubled, CwOctagonForm form)
{
  CwOctagon self;
  gint64 left[N_AXES];
  gint64 right[N_AXES];

  measure (a, left);
  measure (b, right);
  for (guint i = 0; i < N_AXES; i++)
    {
      self.min[i] = MIN (left[i], right[i]);
      self.max[i] = MAX (left[i], right[i]);
    }
  finish (&self, doubled, form);

  return self;
}

/**
 * cw_octagon_new_box:
 * @box: a box [nm]
 * @doubled: twice the distance to keep from it [nm]
 * @form: which sides it has
 *
 * Makes the least octagon that contains all points within a distance of a box.
 *
 * Returns: the octagon
 */
CwOctagon
cw_octagon_new_box (CwBox box, gint64 doubled, CwOctagonForm form)
{
  CwOctagon self
      = { { box.min.x, box.min.y, (gint64) box.min.x + box.min.y, (gint64) box.min.x - box.max.y },
          { box.max.x, box.max.y, (gint64) box.max.x + box.max.y,
            (gint64) box.max.x - box.min.y } };

  finish (&self, doubled, form);

  return self;
}

/**
 * cw_octagon_union:
 * @a: an octagon
 * @b: another
 *
 * Gets the least octagon that contains both.
 *
 * Returns: the octagon
 */
CwOctagon
cw_octagon_union (const CwOctagon *a, const CwOctagon *b)
{
  CwOctagon both;

  for (guint i = 0; i < N_AXES; i++)
    {
      both.min[i] = MIN (a->min[i], b->min[i]);
      both.max[i] = MAX (a->max[i], b->max[i]);
    }

  return both;
}

static CwCoord
saturate (gint64 value)
{
  return (CwCoord) CLAMP (value, -CW_COORD_MAX, CW_COORD_MAX);
}

/**
 * cw_octagon_get_bounds:
 * @self: an octagon
 *
 * Gets the smallest box around it, as far as coordinates reach.
 *
 * Returns: the box [nm]
 */
CwBox
cw_octagon_get_bounds (const CwOctagon *self)
{
  return CW_BOX (saturate (self->min[X]), saturate (self->min[Y]), saturate (self->max[X]),
                 saturate (self->max[Y]));
}

/**
 * cw_octagon_has_inside:
 * @self: an octagon
 * @p: a point [nm]
 *
 * Tells whether a point lies in it and not on its border.
 *
 * Returns: whether it does
 */
gboolean
cw_octagon_has_inside (const CwOctagon *self, CwPoint p)
{
  gint64 values[N_AXES];

  measure (p, values);
  for (guint i = 0; i < N_AXES; i++)
    if (values[i] <= self->min[i] || values[i] >= self->max[i])
      return FALSE;

  return TRUE;
}

/**
 * cw_octagon_blocks:
 * @self: an octagon
 * @a: one end of a leg along an axis or a diagonal [nm]
 * @b: the other end [nm]
 *
 * Tells whether a leg goes through the area, not only along its border.
 *
 * Returns: whether it does
 */
gboolean
cw_octagon_blocks (const CwOctagon *self, CwPoint a, CwPoint b)
{
  gint64 dx = (gint64) b.x - a.x;
  gint64 dy = (gint64) b.y - a.y;
  gint64 x = (dx > 0) - (dx < 0);
  gint64 y = (dy > 0) - (dy < 0);
  const gint64 step[N_AXES] = { x, y, x + y, x - y };
  gint64 from[N_AXES];
  gint64 low = -1; /* half steps from a */
  gint64 high = 2 * MAX (ABS (dx), ABS (dy)) + 1;
  gint64 end = high - 1;

  measure (a, from);
  for (guint i = 0; i < N_AXES; i++)
    {
      gint64 under = self->min[i] - from[i];
      gint64 over = self->max[i] - from[i];

      if (step[i] == 0)
        {
          if (under >= 0 || over <= 0)
            return FALSE;
          continue;
        }
      if (step[i] < 0)
        {
          gint64 swap = under;

          under = -over;
          over = -swap;
        }
      low = MAX (low, under * 2 / ABS (step[i]));
      high = MIN (high, over * 2 / ABS (step[i]));
    }

  return low < high && low < end && high > 0;
}

/**
 * cw_octagon_contains:
 * @self: an octagon
 * @other: another
 *
 * Tells whether no point of the other lies outside.
 *
 * Returns: whether it contains the other
 */
gboolean
cw_octagon_contains (const CwOctagon *self, const CwOctagon *other)
{
  for (guint i = 0; i < N_AXES; i++)
    if (other->min[i] < self->min[i] || other->max[i] > self->max[i])
      return FALSE;

  return TRUE;
}

/**
 * cw_octagon_overlaps:
 * @a: an octagon
 * @b: another
 *
 * Tells whether no leg fits between two octagons that are not apart: whether their insides meet.
 *
 * Returns: whether they do
 */
gboolean
cw_octagon_overlaps (const CwOctagon *a, const CwOctagon *b)
{
  for (guint i = 0; i < N_AXES; i++)
    if (a->max[i] <= b->min[i] || b->max[i] <= a->min[i])
      return FALSE;

  return TRUE;
}

static guint
add_valid (CwPoint points[CW_OCTAGON_MAX_CORNERS], guint n, gint64 x, gint64 y)
{
  CwPoint p;

  if (ABS (x) > CW_COORD_MAX || ABS (y) > CW_COORD_MAX)
    return n;
  p = CW_POINT ((CwCoord) x, (CwCoord) y);
  for (guint i = 0; i < n; i++)
    if (cw_point_equal (points[i], p))
      return n;
  points[n] = p;

  return n + 1;
}

/**
 * cw_octagon_get_corners:
 * @self: an octagon
 * @corners: (out): its corners, counterclockwise [nm]
 *
 * Gets the corners that lie within the range of coordinates, each once.
 *
 * Returns: how many
 */
guint
cw_octagon_get_corners (const CwOctagon *self, CwPoint corners[CW_OCTAGON_MAX_CORNERS])
{
  const gint64 *min = self->min;
  const gint64 *max = self->max;
  guint n = 0;

  n = add_valid (corners, n, max[X], max[X] - max[DIFFERENCE]);
  n = add_valid (corners, n, max[X], max[SUM] - max[X]);
  n = add_valid (corners, n, max[SUM] - max[Y], max[Y]);
  n = add_valid (corners, n, min[DIFFERENCE] + max[Y], max[Y]);
  n = add_valid (corners, n, min[X], min[X] - min[DIFFERENCE]);
  n = add_valid (corners, n, min[X], min[SUM] - min[X]);
  n = add_valid (corners, n, min[SUM] - min[Y], min[Y]);

  return add_valid (corners, n, max[DIFFERENCE] + min[Y], min[Y]);
}

/**
 * cw_octagon_get_exits:
 * @self: an octagon
 * @p: a point inside [nm]
 * @exits: (out): points on or just beyond the border, one a side [nm]
 *
 * Gets the shortest ways out.
 *
 * Returns: how many
 */
guint
cw_octagon_get_exits (const CwOctagon *self, CwPoint p, CwPoint exits[CW_OCTAGON_MAX_CORNERS])
{
  gint64 values[N_AXES];
  guint n = 0;

  measure (p, values);
  n = add_valid (exits, n, self->max[X], p.y);
  n = add_valid (exits, n, self->min[X], p.y);
  n = add_valid (exits, n, p.x, self->max[Y]);
  n = add_valid (exits, n, p.x, self->min[Y]);
  for (guint axis = SUM; axis <= DIFFERENCE; axis++)
    {
      gint64 up = (self->max[axis] - values[axis] + 1) / 2;
      gint64 down = (values[axis] - self->min[axis] + 1) / 2;
      gint64 sign = axis == SUM ? 1 : -1;

      n = add_valid (exits, n, p.x + up, p.y + sign * up);
      n = add_valid (exits, n, p.x - down, p.y - sign * down);
    }

  return n;
}
