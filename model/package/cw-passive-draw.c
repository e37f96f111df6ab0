/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-passive-private.h"

#include <math.h>

static CwId
get_net (const CwPassive *self, guint32 node)
{
  return cw_passive_class.get_node_net (self, node);
}

static void
add (CwPassiveDraw *self, CwShape shape, guint32 node, CwShapeRole role, guint level, CwCoord width)
{
  CwMadeShape made = { shape, node, width };

  made.shape.role = (guint8) role;
  made.shape.level = (guint8) level;
  made.shape.part = self->shapes->len;
  made.shape.net = role != CW_ROLE_CAVITY ? get_net (self->passive, node) : CW_ID_NONE;
  g_array_append_val (self->shapes, made);
}

/* a disc */
void
cw_passive_draw_disc (CwPassiveDraw *self, guint32 node, CwShapeRole role, guint level, CwPoint at,
                      CwCoord diameter)
{
  CwShape shape = { .kind = CW_SHAPE_DISC };

  shape.disc.centre = cw_transform_point (&self->transform, at);
  shape.disc.diameter = diameter;
  add (self, shape, node, role, level, diameter);
}

/* the next terminal: its node is its part */
void
cw_passive_draw_terminal (CwPassiveDraw *self, guint level, CwPoint at, CwCoord diameter)
{
  cw_passive_draw_disc (self, self->shapes->len, CW_ROLE_TERMINAL, level, at, diameter);
}

/* a straight line with round ends */
void
cw_passive_draw_line (CwPassiveDraw *self, guint32 node, guint level, CwPoint a, CwPoint b,
                      CwCoord width)
{
  CwShape shape = { .kind = CW_SHAPE_CAPSULE };

  if (cw_point_equal (a, b))
    return;
  shape.capsule.a = cw_transform_point (&self->transform, a);
  shape.capsule.b = cw_transform_point (&self->transform, b);
  shape.capsule.width = width;
  add (self, shape, node, CW_ROLE_PASSIVE, level, width);
}

/* a box, which stays one unless it is slanted */
void
cw_passive_draw_box (CwPassiveDraw *self, guint32 node, CwShapeRole role, guint level, CwBox box)
{
  CwShape shape = { .kind = CW_SHAPE_BOX };
  CwCoord width = MIN (box.max.x - box.min.x, box.max.y - box.min.y);
  CwPoint corners[] = {
    box.min,
    { box.max.x, box.min.y },
    box.max,
    { box.min.x, box.max.y },
  };

  if (cw_transform_is_right_angled (&self->transform))
    shape.box = cw_transform_box (&self->transform, box);
  else
    {
      for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
        corners[i] = cw_transform_point (&self->transform, corners[i]);
      shape.kind = CW_SHAPE_POLYGON;
      shape.polygon = cw_polygon_new (corners, G_N_ELEMENTS (corners));
    }
  add (self, shape, node, role, level, width);
}

static void
draw_leg (CwPassiveDraw *self, guint32 node, guint level, const CwArc *leg, CwCoord width)
{
  CwShape shape = { .kind = CW_SHAPE_BAND };

  if (leg->sweep == 0)
    {
      cw_passive_draw_line (self, node, level, leg->start, leg->end, width);
      return;
    }
  shape.band.arc.start = cw_transform_point (&self->transform, leg->start);
  shape.band.arc.end = cw_transform_point (&self->transform, leg->end);
  shape.band.arc.sweep = self->transform.mirror ? -leg->sweep : leg->sweep;
  shape.band.width = width;
  add (self, shape, node, CW_ROLE_PASSIVE, level, width);
}

static CwArc
get_leg (const GArray *path, guint i)
{
  const CwVertex *from = &g_array_index (path, CwVertex, i);

  return (CwArc){ from->at, g_array_index (path, CwVertex, i + 1).at, from->sweep };
}

/* An open path of which the half that is nearer its first point belongs to one node, the rest to
 * another: a straight leg is split in the middle of the path, an arc is not. */
void
cw_passive_draw_path (CwPassiveDraw *self, guint32 first, guint32 last, guint level,
                      const GArray *path, CwCoord width)
{
  double half = 0;
  double way = 0;

  for (guint i = 0; i + 1 < path->len; i++)
    {
      CwArc leg = get_leg (path, i);

      half += cw_arc_get_length (&leg) / 2;
    }

  for (guint i = 0; i + 1 < path->len; i++)
    {
      CwArc leg = get_leg (path, i);
      double length = cw_arc_get_length (&leg);
      double left = half - way;

      way += length;
      if (leg.sweep != 0 || left >= length || left <= 0)
        {
          draw_leg (self, left >= length / 2 ? first : last, level, &leg, width);
          continue;
        }

      {
        double t = left / length;
        CwPoint middle
            = { (CwCoord) llround (leg.start.x + t * ((double) leg.end.x - leg.start.x)),
                (CwCoord) llround (leg.start.y + t * ((double) leg.end.y - leg.start.y)) };

        cw_passive_draw_line (self, first, level, leg.start, middle, width);
        cw_passive_draw_line (self, last, level, middle, leg.end, width);
      }
    }
}

/* diameter of the holes of a via of the device [nm] */
CwCoord
cw_passive_get_hole (const CwPassive *self)
{
  return MAX (self->values[CW_PARAMETER_WIDTH] / 2, 1);
}

/* diameter of the lands of a via of the device: as wide as its line, wider where the rules want more
 * metal around the hole [nm] */
CwCoord
cw_passive_get_land (const CwPassive *self, const CwTechnology *technology)
{
  CwCoord enclosure = 0;

  for (guint level = self->other_level; level <= self->level; level++)
    enclosure = MAX (enclosure, cw_technology_get_limit (technology, CW_RULE_ENCLOSURE, level));

  return MAX (self->values[CW_PARAMETER_WIDTH], cw_passive_get_hole (self) + 2 * enclosure);
}

/* a via from other level up to level, with a land on each wiring level and a hole in each dielectric */
void
cw_passive_draw_via (CwPassiveDraw *self, guint32 node, CwPoint at, gboolean with_top)
{
  const CwPassive *passive = self->passive;
  CwCoord land = cw_passive_get_land (passive, self->technology);
  CwCoord hole = cw_passive_get_hole (passive);

  for (guint level = passive->other_level; level <= passive->level; level++)
    {
      CwLevelKind kind = cw_technology_get_level (self->technology, level)->kind;

      if (kind == CW_LEVEL_WIRING && (level < passive->level || with_top))
        cw_passive_draw_disc (self, node, CW_ROLE_LAND, level, at, land);
      else if (kind == CW_LEVEL_DIELECTRIC || kind == CW_LEVEL_THIN_ORGANIC)
        cw_passive_draw_disc (self, node, CW_ROLE_HOLE, level, at, hole);
    }
}
