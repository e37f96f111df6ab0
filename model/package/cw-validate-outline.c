/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/base/cw-error.h"
#include "model/base/cw-length.h"
#include "model/geometry/cw-polygon-fault.h"
#include "model/package/cw-validate.h"

#define VERTICES_MAX 10000
#define HOLES_MAX 1000
#define SAGITTA 2 /* [nm] */

static gboolean
validate_leg (const char *what, guint32 number, const CwArc *leg, GError **error)
{
  if (!cw_point_equal (leg->start, leg->end) && leg->sweep > -CW_ANGLE_FULL
      && leg->sweep < CW_ANGLE_FULL && (leg->sweep == 0 || cw_arc_get_radius (leg) <= CW_COORD_MAX))
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
               "leg \"%u\" of the outline of a %s has no length, or an arc of 360° or "
               "more or with a radius above 1000000 µm",
               number, what);
  return FALSE;
}

/**
 * cw_validate_closed_path:
 * @what: what the path is the outline of, such as `cavity`
 * @path: (nullable): a closed path
 * @error: return location for an error
 *
 * Checks that a closed path has legs that are long enough and encloses an area.
 *
 * Returns: whether it does
 */
gboolean
cw_validate_closed_path (const char *what, const CwPath *path, GError **error)
{
  g_autoptr (CwPolygon) polygon = NULL;
  g_autofree char *vertex = NULL;

  if (path == NULL || path->n_vertices < 2 || path->n_vertices > VERTICES_MAX)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "the outline of a %s has \"%u\" vertices, not 2 … %u", what,
                   path != NULL ? path->n_vertices : 0, VERTICES_MAX);
      return FALSE;
    }

  vertex = g_strdup_printf ("%s vertex", what);
  for (guint32 i = 0; i < path->n_vertices; i++)
    {
      CwArc leg = { path->vertices[i].at, path->vertices[(i + 1) % path->n_vertices].at,
                    path->vertices[i].sweep };

      if (!cw_validate_point (vertex, leg.start, error) || !validate_leg (what, i + 1, &leg, error))
        return FALSE;
    }
  if (!cw_validate_bounds (what, NULL, cw_path_get_bounds (path, TRUE), error))
    return FALSE;

  polygon = cw_polygon_new_path (path, CW_UM);
  if (polygon != NULL && cw_polygon_get_area_doubled (polygon) != 0)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
               "the outline of a %s encloses no area", what);
  return FALSE;
}

static gboolean
fail_polygon (const char *what, CwPolygonFault fault, CwPoint at, GError **error)
{
  g_autofree char *x = cw_length_format (at.x, CW_UNIT_UM);
  g_autofree char *y = cw_length_format (at.y, CW_UNIT_UM);

  if (fault == CW_POLYGON_HOLE_OUTSIDE)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                 "a hole of a %s lies outside of its outline, near \"%s,%s\" µm", what, x, y);
  else if (fault == CW_POLYGON_HOLE_IN_HOLE)
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                 "a hole of a %s lies within another, near \"%s,%s\" µm", what, x, y);
  else
    g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                 "the outline of a %s crosses or touches itself or one of its holes, near "
                 "\"%s,%s\" µm",
                 what, x, y);
  return FALSE;
}

/**
 * cw_validate_outline:
 * @what: what the outline belongs to, such as `zone`
 * @outline: (nullable): an area with holes
 * @error: return location for an error
 *
 * Checks that an outline is one area, with holes that lie within it and apart.
 *
 * Returns: whether it is
 */
gboolean
cw_validate_outline (const char *what, const CwOutline *outline, GError **error)
{
  g_autoptr (CwPolygon) polygon = NULL;
  g_autofree char *hole = NULL;
  CwPolygonFault fault;
  CwPoint at;

  if (!cw_validate_closed_path (what, outline != NULL ? outline->border : NULL, error))
    return FALSE;
  if (outline->n_holes > HOLES_MAX)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "the outline of a %s has \"%u\" holes, more than %u", what, outline->n_holes,
                   HOLES_MAX);
      return FALSE;
    }

  hole = g_strdup_printf ("hole of a %s", what);
  for (guint32 i = 0; i < outline->n_holes; i++)
    if (!cw_validate_closed_path (hole, outline->holes[i], error))
      return FALSE;

  polygon = cw_outline_to_polygon (outline, SAGITTA);
  if (polygon == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "the outline of a %s encloses no area", what);
      return FALSE;
    }

  fault = cw_polygon_find_fault (polygon, &at);
  return fault == CW_POLYGON_SOUND || fail_polygon (what, fault, at, error);
}
