/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/* Windows that the placed items have to keep. */

#include <math.h>

#include "model/copper/cw-copper.h"
#include "model/geometry/cw-segment.h"
#include "model/process/cw-die-seat.h"
#include "model/process/cw-flow-windows-private.h"

#define GROUND_LEAST (40 * CW_UM)   /* of a die whose back is ground */
#define WALL_GAP_LEAST (50 * CW_UM) /* of a die to the wall of its cavity */
#define GAP_LEAST (50 * CW_UM)      /* that a filling runs into */
#define EDGE_LEAST (250 * CW_UM)    /* of a ball to the edge of the package */

static CwCoord
get_thickness (const CwFlowWindows *self, guint level)
{
  return level != CW_LEVEL_NONE ? cw_technology_get_level (self->technology, level)->thickness : 0;
}

typedef struct
{
  CwFlowWindows *windows;
  guint step;
  guint level;
  CwCoord left;  /* of a ground die */
  GArray *dies;  /* of CwId */
  CwId item;     /* the one whose neighbours are looked at */
  CwShape shape; /* of that one */
  CwId touched;
  guint n_touching; /* pairs of balls */
  CwId pair[2];
  gint64 nearest; /* of a ball to the edge */
  CwId nearest_ball;
  CwId weak_pin;
} Look;

/* P5: the grinder takes something off each die and leaves enough */
static gboolean
look_at_ground_die (CwId id, gconstpointer item, gpointer user_data)
{
  Look *self = user_data;
  const CwDie *die = item;
  const CwDieType *type = cw_design_get_die_type (self->windows->design, die->type);
  CwCoord left = MIN (type->thickness, self->left);
  g_autofree char *thickness = cw_flow_windows_dup_length (type->thickness);
  g_autofree char *left_text = cw_flow_windows_dup_length (left);

  if (type->thickness <= self->left)
    {
      g_autofree char *plane = cw_flow_windows_dup_length (self->left);

      cw_flow_windows_add (self->windows, self->step, CW_SEVERITY_ERROR,
                           "check P5, claims 102, 139",
                           "does not reach the back of die %s: it is %s thick, ground is to %s",
                           die->name, thickness, plane);
    }
  else if (left < GROUND_LEAST)
    {
      cw_flow_windows_add (
          self->windows, self->step, CW_SEVERITY_WARNING, "check P5, roadmap of an assembly house",
          "leaves %s of die %s, 40 µm is the least in volume", left_text, die->name);
    }

  return TRUE;
}

/* what is left of the dies after their backs are ground */
void
cw_flow_windows_check_dies (CwFlowWindows *self)
{
  gint step = cw_flow_windows_find (self, CW_STEP_PLANARISE);
  guint level = cw_technology_find_level_kind (self->technology, CW_LEVEL_DIE);
  Look look = { .windows = self, .step = (guint) MAX (step, 0) };

  if (self->flow->method == CW_METHOD_A || step < 0 || level == CW_LEVEL_NONE)
    return;

  look.left = get_thickness (self, level);
  if (level > 0 && cw_technology_get_level (self->technology, level - 1)->kind == CW_LEVEL_ADHESIVE)
    look.left -= get_thickness (self, level - 1);
  cw_design_foreach (self->design, CW_ITEM_DIE, look_at_ground_die, &look);
}

static void
check_room (Look *self, const CwDie *die, const CwShape *body, CwId id)
{
  const CwCavity *cavity = cw_design_get_cavity (self->windows->design, id);
  CwCoord depth = cavity->depth > 0 ? cavity->depth : get_thickness (self->windows, cavity->level);
  g_autofree char *text = NULL;
  CwShape outline;
  gint64 gap = 0;

  cw_design_get_shape (self->windows->design, id, 0, &outline);
  cw_shape_get_enclosure (body, &outline, &gap, NULL);
  cw_shape_clear (&outline);
  gap -= (gint64) ceil (depth * tan ((double) cavity->draft / CW_DEGREE * G_PI / 180) - 1e-6);
  text = cw_flow_windows_dup_length (gap);
  if (gap < 0)
    cw_flow_windows_add (self->windows, self->step, CW_SEVERITY_ERROR, "check P12, claims 64 to 69",
                         "puts die %s where the floor of its cavity is %s too small", die->name,
                         text + (text[0] == '-'));
  else if (gap < WALL_GAP_LEAST)
    cw_flow_windows_add (self->windows, self->step, CW_SEVERITY_WARNING, "check P12, from memory",
                         "leaves %s between die %s and the wall of its cavity, 50 µm is the least",
                         text, die->name);
}

static gboolean
look_for_cavity (const CwShape *shape, gpointer user_data)
{
  Look *self = user_data;

  if (shape->role == CW_ROLE_CAVITY && cw_shape_touches (&self->shape, shape))
    self->touched = shape->item;

  return TRUE;
}

/* P12: a die fits into its cavity with room around it */
static gboolean
look_at_seat (CwId id, gconstpointer item, gpointer user_data)
{
  Look *self = user_data;
  const CwDie *die = item;
  CwId cavity;

  cw_design_get_shape (self->windows->design, id, CW_DIE_PART_BODY, &self->shape);
  self->touched = CW_ID_NONE;
  if (cw_die_seat_find (self->windows->design, id, &cavity))
    {
      check_room (self, die, &self->shape, cavity);
    }
  else
    {
      for (guint i = 0; i < cw_technology_get_n_levels (self->windows->technology); i++)
        if (cw_technology_get_level (self->windows->technology, i)->kind == CW_LEVEL_SUBSTRATE)
          cw_copper_foreach_shape (self->windows->design, i, cw_shape_get_bounds (&self->shape),
                                   look_for_cavity, self);
      if (self->touched != CW_ID_NONE)
        cw_flow_windows_add (
            self->windows, self->step, CW_SEVERITY_ERROR, "check P12, claims 64 to 69",
            "puts die %s over the brim of a cavity: it does not fit in", die->name);
    }
  cw_shape_clear (&self->shape);

  return TRUE;
}

/* how the dies fit into the cavities */
void
cw_flow_windows_check_cavities (CwFlowWindows *self)
{
  gint step = cw_flow_windows_find (self, CW_STEP_PLACE_DIES);
  Look look = { .windows = self, .step = (guint) MAX (step, 0) };

  if (self->flow->method != CW_METHOD_A || step < 0)
    return;

  cw_design_foreach (self->design, CW_ITEM_DIE, look_at_seat, &look);
}

static gboolean
note_die (CwId id, gconstpointer item, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);
  return TRUE;
}

static gboolean
look_at_neighbour (const CwShape *shape, gpointer user_data)
{
  Look *self = user_data;
  CwFlowWindows *windows = self->windows;
  g_autofree char *text = NULL;
  CwGap gap;

  if (shape->role != CW_ROLE_DIE || shape->item <= self->item)
    return TRUE;
  cw_shape_measure (&self->shape, shape, &gap);
  if (gap.distance == 0 || gap.distance >= GAP_LEAST)
    return TRUE;

  text = cw_flow_windows_dup_length (gap.distance);
  cw_flow_windows_add (windows, self->step, CW_SEVERITY_WARNING,
                       "check P20, IHP open assembly design kit",
                       "has to run into %s between dies %s and %s, 50 µm is the least", text,
                       cw_design_get_die (windows->design, self->item)->name,
                       cw_design_get_die (windows->design, shape->item)->name);
  return TRUE;
}

/* P20: gaps between dies that a filling has to run into, unless a rule looks at them already */
void
cw_flow_windows_check_gaps (CwFlowWindows *self)
{
  gint step = cw_flow_windows_find (self, CW_STEP_FILL);
  guint level = cw_technology_find_level_kind (self->technology, CW_LEVEL_DIE);
  g_autoptr (GArray) dies = g_array_new (FALSE, FALSE, sizeof (CwId));
  Look look = { .windows = self, .step = (guint) MAX (step, 0) };

  if (step < 0 || level == CW_LEVEL_NONE
      || cw_technology_get_limit (self->technology, CW_RULE_DIE_SPACING, level) >= GAP_LEAST)
    return;

  cw_design_foreach (self->design, CW_ITEM_DIE, note_die, dies);
  for (guint i = 0; i < dies->len; i++)
    {
      look.item = g_array_index (dies, CwId, i);
      cw_design_get_shape (self->design, look.item, CW_DIE_PART_BODY, &look.shape);
      cw_copper_foreach_shape (self->design, level,
                               cw_box_grow (cw_shape_get_bounds (&look.shape), GAP_LEAST),
                               look_at_neighbour, &look);
      cw_shape_clear (&look.shape);
    }
}

static gboolean
look_at_other_ball (const CwShape *shape, gpointer user_data)
{
  Look *self = user_data;

  if (shape->role != CW_ROLE_BALL || shape->item <= self->item
      || !cw_shape_touches (&self->shape, shape))
    return TRUE;

  if (self->n_touching++ == 0)
    {
      self->pair[0] = self->item;
      self->pair[1] = shape->item;
    }
  return TRUE;
}

static gint64
get_distance_to_edge (const CwDesign *design, const CwBondingPad *pad)
{
  const CwPolygon *outline = cw_design_get_outline_polygon (design);
  double nearest = INFINITY;

  for (guint32 ring = 0; outline != NULL && ring < outline->n_rings; ring++)
    {
      guint32 start = cw_polygon_get_ring_start (outline, ring);
      guint32 n = outline->ends[ring] - start;

      for (guint32 i = 0; i < n; i++)
        {
          CwSegment edge = { outline->points[start + i], outline->points[start + (i + 1) % n] };

          nearest = MIN (nearest, cw_segment_measure_point (edge, pad->at).distance);
        }
    }

  return isfinite (nearest) ? (gint64) floor (nearest - pad->ball.diameter / 2.0) : G_MAXINT64;
}

static gboolean
look_at_ball (CwId id, gconstpointer item, gpointer user_data)
{
  Look *self = user_data;
  const CwBondingPad *pad = item;
  const CwDesign *design = self->windows->design;
  gint64 distance;

  if (pad->ball.diameter == 0)
    return TRUE;

  self->item = id;
  self->shape = (CwShape){ .kind = CW_SHAPE_DISC };
  self->shape.disc.centre = pad->at;
  self->shape.disc.diameter = pad->ball.diameter;
  cw_copper_foreach_shape (design, self->level, cw_shape_get_bounds (&self->shape),
                           look_at_other_ball, self);
  distance = get_distance_to_edge (design, pad);
  if (distance < self->nearest)
    {
      self->nearest = distance;
      self->nearest_ball = id;
    }
  if (pad->ball.kind == CW_BALL_PIN && self->weak_pin == CW_ID_NONE
      && pad->ball.diameter > MIN (pad->land.width, pad->land.height))
    self->weak_pin = id;

  return TRUE;
}

static const char *
get_pad_name (const CwDesign *design, CwId id)
{
  const char *name = cw_design_get_bonding_pad (design, id)->name;

  return name[0] != '\0' ? name : "without a name";
}

/* P17 and P21: balls that touch or come near the edge, and pins wider than what they stand on; one
 * finding each, which tells how many */
void
cw_flow_windows_check_balls (CwFlowWindows *self)
{
  gint step = cw_flow_windows_find (self, CW_STEP_ATTACH_BALLS);
  guint level = cw_technology_find_level_kind (self->technology, CW_LEVEL_BALL);
  Look look
      = { .windows = self, .step = (guint) MAX (step, 0), .level = level, .nearest = EDGE_LEAST };

  if (step < 0 || level == CW_LEVEL_NONE)
    return;

  cw_design_foreach (self->design, CW_ITEM_BONDING_PAD, look_at_ball, &look);
  if (look.n_touching > 0)
    cw_flow_windows_add (self, look.step, CW_SEVERITY_ERROR, "check P17",
                         "makes bonding points %s and %s touch, %u such pairs in all",
                         get_pad_name (self->design, look.pair[0]),
                         get_pad_name (self->design, look.pair[1]), look.n_touching);
  if (look.nearest_ball != CW_ID_NONE)
    {
      g_autofree char *text = cw_flow_windows_dup_length (look.nearest);

      cw_flow_windows_add (self, look.step, CW_SEVERITY_WARNING, "check P17, package outlines",
                           "puts bonding point %s %s from the edge of the package, 250 µm is the "
                           "least",
                           get_pad_name (self->design, look.nearest_ball), text);
    }
  if (look.weak_pin != CW_ID_NONE)
    cw_flow_windows_add (self, look.step, CW_SEVERITY_WARNING, "check P21, claim 29",
                         "puts pin %s on a land that is narrower than it",
                         get_pad_name (self->design, look.weak_pin));
}
