/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <math.h>
#include <string.h>

#include "model/design/cw-edit-private.h"

#define MAX_OUTLINE_POINTS 1e6

/**
 * cw_edit_set_name:
 * @self: an edit
 * @name: the name of the design, may be empty
 *
 * Names the design.
 *
 * Returns: whether it is one line of UTF-8 of at most 128 bytes
 */
gboolean
cw_edit_set_name (CwEdit *self, const char *name, GError **error)
{
  gboolean valid = strlen (name) <= 128 && g_utf8_validate (name, -1, NULL);

  for (const char *p = name; valid && *p != '\0'; p++)
    valid = (guchar) *p >= ' ' && *p != 0x7f;
  if (!valid)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                   "the name of a design is one line of at most 128 bytes");
      return FALSE;
    }

  g_ref_string_release (self->name);
  self->name = g_ref_string_new (name);
  return TRUE;
}

typedef struct
{
  CwEdit *edit;
  CwItemKind kind;
  GError **error;
} RecheckContext;

static gboolean
recheck_item (guint32 number, gconstpointer item, gpointer user_data)
{
  RecheckContext *context = user_data;

  return cw_edit_check_item (context->edit, context->kind, item, context->error);
}

/**
 * cw_edit_set_technology:
 * @self: an edit
 * @technology: a technology that is not changed any more
 *
 * Replaces the technology. Levels are named by index: every item must be valid on the
 * new stack.
 *
 * Returns: whether every item is
 */
gboolean
cw_edit_set_technology (CwEdit *self, CwTechnology *technology, GError **error)
{
  g_autoptr (CwTechnology) old = self->technology;

  self->technology = cw_technology_ref (technology);
  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    {
      RecheckContext context = { self, kind, error };

      if (!cw_table_foreach (self->tables[kind], recheck_item, &context))
        {
          cw_technology_unref (self->technology);
          self->technology = g_steal_pointer (&old);
          return FALSE;
        }
    }
  return TRUE;
}

/* Each design keeps its outline as a polygon whose chords lie within 2 nm of the arcs. What
 * arcs far too large for a package would cost is seen before it is paid. */
static gboolean
check_arcs (const CwPath *outline, GError **error)
{
  const char *what = NULL;
  double n_points = 0;

  for (guint32 i = 0; i < outline->n_vertices && what == NULL; i++)
    {
      const CwVertex *from = &outline->vertices[i];
      const CwVertex *to = &outline->vertices[(i + 1) % outline->n_vertices];
      CwArc arc = { from->at, to->at, from->sweep };
      double radius;

      if (arc.sweep == 0)
        continue;
      if (cw_point_equal (arc.start, arc.end) || ABS (arc.sweep) >= CW_ANGLE_FULL)
        {
          what = "has an arc that ends where it begins";
          break;
        }

      radius = cw_arc_get_radius (&arc);
      if (!(radius <= CW_COORD_MAX))
        what = "has an arc with a radius above 1000000 µm";
      n_points += ABS (arc.sweep) * (G_PI / 180 / CW_DEGREE) * sqrt (radius) / 4;
      if (n_points > MAX_OUTLINE_POINTS)
        what = "has too many large arcs";
    }

  if (what == NULL)
    return TRUE;

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY, "the package outline %s", what);
  return FALSE;
}

/**
 * cw_edit_set_outline:
 * @self: an edit
 * @outline: closed outline [nm]
 *
 * Replaces the package outline.
 *
 * Returns: whether it encloses an area within the coordinates
 */
gboolean
cw_edit_set_outline (CwEdit *self, CwPath *outline, GError **error)
{
  g_autoptr (CwPolygon) polygon = NULL;
  CwBox bounds;

  if (!check_arcs (outline, error))
    return FALSE;

  bounds = cw_path_get_bounds (outline, TRUE);
  if (outline->n_vertices >= 2 && cw_point_is_valid (bounds.min) && cw_point_is_valid (bounds.max))
    polygon = cw_polygon_new_path (outline, CW_UM);
  if (polygon == NULL || cw_polygon_get_area_doubled (polygon) == 0)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "the package outline encloses no area");
      return FALSE;
    }

  cw_path_unref (self->outline);
  self->outline = cw_path_ref (outline);
  return TRUE;
}
