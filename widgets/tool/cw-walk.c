/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-walk-private.h"

/*
 * A shortest way along the corners of octagons. Only those that got in the way of a shorter one are looked
 * at: search, see what the way found goes through, add that, search again. When single obstacles
 * are too many, those that leave no gap between them are taken as one.
 */

#define MOST_ROUNDS 48
#define MOST_OCTAGONS 40
#define MOST_TESTS 200000 /* of a leg against an octagon, some nanoseconds each */
#define STRAIGHT 70       /* cost of a step along an axis */
#define SLANT 99          /* and along a diagonal */

typedef struct
{
  CwPoint at;
  gint64 cost;
  guint parent;
  guint8 posture; /* of the legs that lead here */
  guint8 closed;
} Node;

typedef struct
{
  const CwWalkQuery *query;
  CwObstacles obstacles;
  CwAngleMode mode;
  CwPoint from;
  CwPoint to;
  GArray *octagons; /* of CwOctagon: what is known to be in the way */
  GArray *nodes;    /* of Node: from, to, corners */
  guint n_tests;
} Walk;

#define NODE(walk, i) (&g_array_index ((walk)->nodes, Node, i))
#define OCTAGON(array, i) (&g_array_index (array, CwOctagon, i))

static gint64
get_cost (const Walk *walk, CwPoint a, CwPoint b)
{
  gint64 dx = ABS ((gint64) b.x - a.x);
  gint64 dy = ABS ((gint64) b.y - a.y);

  if (walk->mode == CW_ANGLES_90)
    return STRAIGHT * (dx + dy);
  return STRAIGHT * (MAX (dx, dy) - MIN (dx, dy)) + SLANT * MIN (dx, dy);
}

static gboolean
is_clear (Walk *walk, CwPoint a, CwPoint b)
{
  walk->n_tests += walk->octagons->len;
  for (guint i = 0; i < walk->octagons->len; i++)
    if (cw_octagon_blocks (OCTAGON (walk->octagons, i), a, b))
      return FALSE;

  return TRUE;
}

static gboolean
connects (Walk *walk, CwPoint a, CwPoint b, gboolean posture)
{
  CwLeg legs[2];
  guint n = cw_legs_make (a, b, walk->mode, posture, legs);
  CwPoint at = a;

  for (guint i = 0; i < n; i++)
    {
      if (!is_clear (walk, at, legs[i].to))
        return FALSE;
      at = legs[i].to;
    }

  return TRUE;
}

static void
add_node (Walk *walk, CwPoint at)
{
  Node node = { .at = at, .cost = G_MAXINT64 };

  for (guint i = 0; i < walk->octagons->len; i++)
    if (cw_octagon_has_inside (OCTAGON (walk->octagons, i), at))
      return;
  g_array_append_val (walk->nodes, node);
}

static void
list_nodes (Walk *walk)
{
  Node ends[2] = { { .at = walk->from }, { .at = walk->to, .cost = G_MAXINT64 } };

  g_array_set_size (walk->nodes, 0);
  g_array_append_vals (walk->nodes, ends, 2);
  for (guint i = 0; i < walk->octagons->len; i++)
    {
      CwPoint corners[CW_OCTAGON_MAX_CORNERS];
      guint n = cw_octagon_get_corners (OCTAGON (walk->octagons, i), corners);

      for (guint j = 0; j < n; j++)
        add_node (walk, corners[j]);
    }
}

static guint
find_best (Walk *walk)
{
  gint64 least = G_MAXINT64;
  guint best = G_MAXUINT;

  for (guint i = 0; i < walk->nodes->len; i++)
    {
      const Node *node = NODE (walk, i);
      gint64 cost;

      if (node->closed || node->cost == G_MAXINT64)
        continue;
      cost = node->cost + get_cost (walk, node->at, walk->to);
      if (cost < least)
        {
          least = cost;
          best = i;
        }
    }

  return best;
}

/* a corner costs as much as a width, so that of ways of the same length the plainest is taken */
static void
expand (Walk *walk, guint index)
{
  const Node from = *NODE (walk, index);
  gint64 corner = STRAIGHT * (gint64) walk->query->width;

  for (guint i = 1; i < walk->nodes->len && walk->n_tests < MOST_TESTS; i++)
    {
      Node *node = NODE (walk, i);
      gint64 cost = from.cost + get_cost (walk, from.at, node->at) + corner;

      if (node->closed || cost >= node->cost)
        continue;
      for (guint k = 0; k < 2; k++)
        {
          gboolean posture = walk->query->posture != (k == 1);

          if (!connects (walk, from.at, node->at, posture))
            continue;
          node->cost = cost;
          node->parent = index;
          node->posture = (guint8) posture;
          break;
        }
    }
}

static gboolean
search (Walk *walk)
{
  guint best;

  list_nodes (walk);
  while ((best = find_best (walk)) != G_MAXUINT && walk->n_tests < MOST_TESTS)
    {
      if (best == 1)
        return TRUE;
      NODE (walk, best)->closed = TRUE;
      expand (walk, best);
    }

  return FALSE;
}

static gboolean
goes_on (CwPoint a, CwPoint b, CwPoint c)
{
  gint64 along
      = ((gint64) b.x - a.x) * ((gint64) c.x - b.x) + ((gint64) b.y - a.y) * ((gint64) c.y - b.y);

  return cw_point_orient (a, b, c) == 0 && along > 0;
}

static void
add_leg (Walk *walk, GArray *legs, CwPoint to)
{
  CwLeg leg = { to, 0 };
  guint n = legs->len;
  CwPoint last = n > 0 ? g_array_index (legs, CwLeg, n - 1).to : walk->from;
  CwPoint before = n > 1 ? g_array_index (legs, CwLeg, n - 2).to : walk->from;

  if (cw_point_equal (last, to))
    return;
  if (n > 0 && goes_on (before, last, to))
    g_array_index (legs, CwLeg, n - 1) = leg;
  else
    g_array_append_val (legs, leg);
}

static void
list_legs (Walk *walk, guint index, GArray *legs)
{
  const Node *node = NODE (walk, index);
  CwPoint from;
  CwLeg way[2];
  guint n;

  if (index == 0)
    return;
  list_legs (walk, node->parent, legs);
  from = NODE (walk, node->parent)->at;
  n = cw_legs_make (from, node->at, walk->mode, node->posture, way);
  for (guint i = 0; i < n; i++)
    add_leg (walk, legs, way[i].to);
}

static gboolean
is_covered (GArray *octagons, const CwOctagon *octagon)
{
  for (guint i = 0; i < octagons->len; i++)
    if (cw_octagon_contains (OCTAGON (octagons, i), octagon))
      return TRUE;

  return FALSE;
}

/* the index visits shapes in no order of their own */
static int
compare_octagons (gconstpointer a, gconstpointer b)
{
  const CwOctagon *left = a;
  const CwOctagon *right = b;

  for (guint i = 0; i < G_N_ELEMENTS (left->min); i++)
    {
      if (left->min[i] != right->min[i])
        return left->min[i] < right->min[i] ? -1 : 1;
      if (left->max[i] != right->max[i])
        return left->max[i] < right->max[i] ? -1 : 1;
    }

  return 0;
}

/* what the trace begins in does not count: that it is too near to something is not its fault */
static gboolean
note (Walk *walk, CwOctagon octagon, gboolean together)
{
  CwOctagon whole = octagon;

  if (cw_octagon_has_inside (&octagon, walk->from) || is_covered (walk->octagons, &octagon))
    return FALSE;
  if (together)
    {
      cw_obstacles_gather (&walk->obstacles, &whole);
      if (!cw_octagon_has_inside (&whole, walk->from) && !cw_octagon_has_inside (&whole, walk->to))
        octagon = whole;
    }
  if (is_covered (walk->octagons, &octagon))
    return FALSE;
  g_array_append_val (walk->octagons, octagon);

  return TRUE;
}

typedef enum
{
  WAY_CLEAR,
  WAY_BLOCKED,
  WAY_LOST,
} Way;

/* adds what the legs go through to what is known */
static Way
look (Walk *walk, GArray *legs, gboolean together)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CwOctagon));
  CwPoint at = walk->from;
  gboolean blocked = FALSE;

  for (guint i = 0; i < legs->len; i++)
    {
      CwPoint to = g_array_index (legs, CwLeg, i).to;

      if (!cw_obstacles_list_on_leg (&walk->obstacles, at, to, found))
        return WAY_LOST;
      at = to;
    }
  g_array_sort (found, compare_octagons);
  for (guint i = 0; i < found->len && walk->octagons->len < MOST_OCTAGONS; i++)
    blocked |= note (walk, *OCTAGON (found, i), together);
  if (blocked)
    return WAY_BLOCKED;

  return walk->octagons->len < MOST_OCTAGONS ? WAY_CLEAR : WAY_LOST;
}

static gboolean
find_way (Walk *walk, gboolean together, GArray *legs)
{
  g_array_set_size (walk->octagons, 0);
  walk->n_tests = 0;
  for (guint i = 0; i < MOST_ROUNDS; i++)
    {
      Way way;

      if (!search (walk))
        return FALSE;
      g_array_set_size (legs, 0);
      list_legs (walk, 1, legs);
      way = look (walk, legs, together);
      if (way != WAY_BLOCKED)
        return way == WAY_CLEAR;
    }

  return FALSE;
}

static gboolean
is_free (Walk *walk, CwPoint at)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CwOctagon));

  return cw_obstacles_list_at (&walk->obstacles, at, found) && found->len == 0;
}

/* the nearest free point beside what the pointer is in; of several the one nearest to the start */
static gboolean
find_exit (Walk *walk, GArray *octagons)
{
  gint64 least = G_MAXINT64;
  gint64 least_way = G_MAXINT64;
  CwPoint best = walk->to;

  for (guint i = 0; i < octagons->len; i++)
    {
      CwPoint exits[CW_OCTAGON_MAX_CORNERS];
      guint n = cw_octagon_get_exits (OCTAGON (octagons, i), walk->to, exits);

      for (guint j = 0; j < n; j++)
        {
          gint64 distance = cw_point_distance_squared (exits[j], walk->to);
          gint64 way = cw_point_distance_squared (exits[j], walk->from);

          if (distance > least || (distance == least && way >= least_way)
              || !is_free (walk, exits[j]))
            continue;
          least = distance;
          least_way = way;
          best = exits[j];
        }
    }
  walk->to = best;

  return least < G_MAXINT64;
}

static gboolean
leave_obstacle (Walk *walk)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (CwOctagon));

  if (!cw_obstacles_list_at (&walk->obstacles, walk->to, found))
    return FALSE;
  if (found->len == 0 || find_exit (walk, found))
    return TRUE;
  for (guint i = 0; i < found->len; i++)
    cw_obstacles_gather (&walk->obstacles, OCTAGON (found, i));

  return find_exit (walk, found);
}

/**
 * cw_walk_find:
 * @query: where to walk and with what
 * @from: where the trace begins [nm]
 * @to: (inout): where it shall end; where that is in an obstacle, the nearest point that is not [nm]
 * @legs: (element-type CwLeg): the legs are put here
 *
 * Looks for a short way around what is in the way, along the axes and the diagonals. The effort is
 * bounded. A way that is found keeps the clearances that the rules ask for; whatever else they ask for is for
 * the checker to say.
 *
 * Returns: whether a way was found; otherwise @to and @legs are of no use
 */
gboolean
cw_walk_find (const CwWalkQuery *query, CwPoint from, CwPoint *to, GArray *legs)
{
  g_autoptr (GArray) octagons = g_array_new (FALSE, FALSE, sizeof (CwOctagon));
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  Walk walk = { .query = query,
                .mode = query->mode == CW_ANGLES_90 ? CW_ANGLES_90 : CW_ANGLES_45,
                .from = from,
                .to = *to,
                .octagons = octagons,
                .nodes = nodes };
  gboolean found;

  g_array_set_size (legs, 0);
  cw_obstacles_init (&walk.obstacles, query);
  if (!leave_obstacle (&walk))
    return FALSE;
  found = find_way (&walk, FALSE, legs) || find_way (&walk, TRUE, legs);
  *to = walk.to;

  return found && legs->len > 0;
}
