/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/geometry/cw-segment.h"
#include "widgets/tool/cw-legs.h"
#include "widgets/tool/cw-polygon-tool-private.h"

#define SAGITTA 100 /* of arcs, where crossings are looked for [nm] */

static const CwToolPoint *
get_point (CwTool *tool, guint index)
{
  return &g_array_index (cw_tool_get_core (tool)->points, CwToolPoint, index);
}

/* the item that a hole is cut into, CW_ID_NONE for a new one */
CwId
cw_polygon_get_item (CwTool *tool)
{
  return cw_tool_get_core (tool)->points->len > 0 ? get_point (tool, 0)->pick.item : CW_ID_NONE;
}

gboolean
cw_polygon_is_hole (CwTool *tool)
{
  return cw_polygon_get_item (tool) != CW_ID_NONE;
}

gboolean
cw_polygon_is_at_first (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);

  return core->points->len >= 3 && cw_point_equal (core->snap.at, get_point (tool, 0)->at);
}

static guint
make_legs (CwTool *tool, CwPoint from, CwPoint to, CwLeg legs[2])
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwDrawSettings *settings = &cw_tool_get_settings (tool)->draw;
  gboolean is_polar = (core->pinned & (1 << CW_PIN_LENGTH | 1 << CW_PIN_ANGLE)) != 0;

  return cw_legs_make (from, to, is_polar ? CW_ANGLES_ANY : settings->polygon_angles,
                       settings->polygon_posture, legs);
}

static void
append_legs (GArray *vertices, const CwLeg *legs, guint n_legs)
{
  for (guint i = 0; i < n_legs; i++)
    {
      CwVertex vertex = { legs[i].to, 0 };

      g_array_index (vertices, CwVertex, vertices->len - 1).sweep = legs[i].sweep;
      g_array_append_val (vertices, vertex);
    }
}

/* the way from the first vertex on, not closed */
GArray *
cw_polygon_list_vertices (CwTool *tool, gboolean with_pointer)
{
  CwToolCore *core = cw_tool_get_core (tool);
  GArray *vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  CwLeg legs[2];

  for (guint i = 0; i < core->points->len; i++)
    {
      CwVertex vertex = { get_point (tool, i)->at, 0 };

      if (i > 0)
        g_array_index (vertices, CwVertex, i - 1).sweep = get_point (tool, i)->sweep;
      g_array_append_val (vertices, vertex);
    }
  if (with_pointer && vertices->len > 0)
    append_legs (
        vertices, legs,
        make_legs (tool, get_point (tool, core->points->len - 1)->at, core->snap.at, legs));

  return vertices;
}

/* the legs that lead back to the first vertex, as the angles ask for */
void
cw_polygon_add_closing (CwTool *tool, GArray *vertices)
{
  CwPoint first = g_array_index (vertices, CwVertex, 0).at;
  CwLeg legs[2];
  guint n;

  if (vertices->len < 2)
    return;
  n = make_legs (tool, g_array_index (vertices, CwVertex, vertices->len - 1).at, first, legs);
  append_legs (vertices, legs, n);
  if (n > 0 || cw_point_equal (g_array_index (vertices, CwVertex, vertices->len - 1).at, first))
    g_array_set_size (vertices, vertices->len - 1); /* that is the first one again */
}

/* the pointer becomes a vertex, with the corner on the way to it */
gboolean
cw_polygon_add_points (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolPoint point = *cw_tool_get_last_point (tool);
  CwLeg legs[2];
  guint n = make_legs (tool, point.at, core->snap.at, legs);

  point.step++;
  for (guint i = 0; i < n; i++)
    {
      point.at = legs[i].to;
      point.sweep = legs[i].sweep;
      cw_tool_add_point (tool, &point);
    }

  return n > 0;
}

static gboolean
turns_back (CwPoint a, CwPoint b, CwPoint c)
{
  gint64 ux = (gint64) b.x - a.x;
  gint64 uy = (gint64) b.y - a.y;
  gint64 vx = (gint64) c.x - b.x;
  gint64 vy = (gint64) c.y - b.y;

  return (__int128) ux * vy == (__int128) uy * vx && (__int128) ux * vx + (__int128) uy * vy < 0;
}

/* whether the way so far could be part of a border: it neither crosses itself nor turns back on itself. It may
 * end where it began. */
gboolean
cw_polygon_check_way (const GArray *vertices, GError **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  g_autoptr (CwPath) path = NULL;
  CwReach touch = cw_reach_new (0, TRUE);
  const CwPoint *at;
  gboolean crosses = FALSE;

  if (vertices->len < 3)
    return TRUE;
  path = cw_path_new ((const CwVertex *) (gconstpointer) vertices->data, vertices->len);
  cw_path_flatten (path, FALSE, SAGITTA, points);
  at = (const CwPoint *) (gconstpointer) points->data;
  for (guint i = 1; i + 1 < points->len && !crosses; i++)
    {
      CwSegment leg = { at[i], at[i + 1] };

      crosses = turns_back (at[i - 1], at[i], at[i + 1]);
      for (guint j = 0; j + 1 < i && !crosses; j++)
        {
          gboolean closes = j == 0 && i + 2 == points->len && cw_point_equal (at[i + 1], at[0]);

          crosses = !closes && cw_segments_are_near (leg, (CwSegment){ at[j], at[j + 1] }, &touch);
        }
    }
  if (crosses)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                 "the border would cross or touch itself here");

  return !crosses;
}
