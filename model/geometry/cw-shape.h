/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-id.h"
#include "model/geometry/cw-polygon.h"

G_BEGIN_DECLS

/**
 * CwShapeKind:
 * @CW_SHAPE_DISC: a filled circle
 * @CW_SHAPE_CAPSULE: a straight segment with width and round ends
 * @CW_SHAPE_BAND: an arc with width and round ends
 * @CW_SHAPE_BOX: an axis-parallel box
 * @CW_SHAPE_POLYGON: a polygon with holes
 *
 * What an item is drawn, checked, cut and exported as.
 */
typedef enum
{
  CW_SHAPE_DISC,
  CW_SHAPE_CAPSULE,
  CW_SHAPE_BAND,
  CW_SHAPE_BOX,
  CW_SHAPE_POLYGON,
} CwShapeKind;

/**
 * CwShapeRole:
 * @CW_ROLE_TRACE: a leg of a trace
 * @CW_ROLE_LAND: the land of a via
 * @CW_ROLE_HOLE: the hole of a via through a dielectric
 * @CW_ROLE_DIE_PAD: a metal pad of a die
 * @CW_ROLE_BONDING_PAD: the land of a bonding pad
 * @CW_ROLE_OPENING: an opening of the passivation
 * @CW_ROLE_BALL: a ball, bump or pin seen from above
 * @CW_ROLE_DIE: the body of a die
 * @CW_ROLE_TEXT: a stroke of text
 * @CW_ROLE_BUS: metal of a power or ground bus
 * @CW_ROLE_PASSIVE: metal of a passive device
 * @CW_ROLE_TERMINAL: a land where a passive device is joined to its net
 * @CW_ROLE_UBM: under-bump metal on a bonding pad
 * @CW_ROLE_CAVITY: an opening of a substrate level, or a cavity in a dielectric that no metal fills
 * @CW_ROLE_ZONE: metal of a plane
 * @CW_ROLE_KEEP_OUT: an area that some items must keep out of: no material
 * @CW_ROLE_FIDUCIAL: metal of a mark that machines align by
 *
 * What part of an item a shape is.
 */
typedef enum
{
  CW_ROLE_TRACE,
  CW_ROLE_LAND,
  CW_ROLE_HOLE,
  CW_ROLE_DIE_PAD,
  CW_ROLE_BONDING_PAD,
  CW_ROLE_OPENING,
  CW_ROLE_BALL,
  CW_ROLE_DIE,
  CW_ROLE_TEXT,
  CW_ROLE_BUS,
  CW_ROLE_PASSIVE,
  CW_ROLE_TERMINAL,
  CW_ROLE_UBM,
  CW_ROLE_CAVITY,
  CW_ROLE_ZONE,
  CW_ROLE_KEEP_OUT,
  CW_ROLE_FIDUCIAL,
  CW_N_ROLES
} CwShapeRole;

/**
 * CwShape:
 * @kind: which member of the union holds
 * @role: what part of the item it is
 * @level: index of the level in the stack that it lies on
 * @net: its net, or %CW_ID_NONE
 * @item: its item
 * @part: which shape of the item it is
 *
 * One shape on one level. A polygon is a reference that the shape holds: end a
 * shape with cw_shape_clear (), keep one beyond a callback with cw_shape_copy ().
 * Widths and diameters may be odd, so half of one need not be whole: compare
 * doubled distances.
 */
typedef struct
{
  guint8 kind;
  guint8 role;
  guint8 level;
  CwId net;
  CwId item;
  guint32 part;
  union
  {
    struct
    {
      CwPoint centre;
      CwCoord diameter;
    } disc;
    struct
    {
      CwPoint a;
      CwPoint b;
      CwCoord width;
    } capsule;
    struct
    {
      CwArc arc;
      CwCoord width;
    } band;
    CwBox box;
    CwPolygon *polygon;
  };
} CwShape;

/**
 * CwGap:
 * @distance: distance of the borders, rounded down; zero when the shapes touch or overlap [nm]
 * @a: nearest point of the first shape's border, rounded [nm]
 * @b: nearest point of the second shape's border, rounded [nm]
 *
 * The gap between two shapes.
 */
typedef struct
{
  gint64 distance;
  CwPoint a;
  CwPoint b;
} CwGap;

/**
 * CwSpan:
 * @start: where the line enters the shape, as distance from its first point [nm]
 * @end: where it leaves [nm]
 *
 * A stretch of a cut line inside a shape.
 */
typedef struct
{
  double start;
  double end;
} CwSpan;

static inline void
cw_shape_clear (CwShape *shape)
{
  if (shape->kind == CW_SHAPE_POLYGON)
    g_clear_pointer (&shape->polygon, cw_polygon_unref);
}

static inline void
cw_shape_copy (const CwShape *shape, CwShape *copy)
{
  *copy = *shape;
  if (copy->kind == CW_SHAPE_POLYGON)
    cw_polygon_ref (copy->polygon);
}

CwBox cw_shape_get_bounds (const CwShape *shape);
gboolean cw_shape_contains (const CwShape *shape, CwPoint p);
gboolean cw_shape_touches (const CwShape *a, const CwShape *b);
gboolean cw_shape_is_nearer_than (const CwShape *a, const CwShape *b, CwCoord limit, CwGap *gap);
void cw_shape_measure (const CwShape *a, const CwShape *b, CwGap *gap);
gboolean cw_shape_is_near_point (const CwShape *shape, CwPoint p, CwCoord limit);
gboolean cw_shape_get_enclosure (const CwShape *inner, const CwShape *outer, gint64 *enclosure,
                                 CwGap *gap);
CwPolygon *cw_shape_to_polygon (const CwShape *shape, CwCoord sagitta);
void cw_shape_cut (const CwShape *shape, CwPoint from, CwPoint to, GArray *spans);

G_END_DECLS
