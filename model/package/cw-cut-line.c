/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-cut-line.h"

#include <string.h>

#include "model/package/cw-validate.h"

#define VERTICES_MAX 1000

static void
cut_line_hold (gpointer item)
{
  CwCutLine *line = item;

  g_ref_string_acquire (line->name);
  cw_path_ref (line->path);
}

static void
cut_line_drop (gpointer item)
{
  CwCutLine *line = item;

  g_clear_pointer (&line->name, g_ref_string_release);
  g_clear_pointer (&line->path, cw_path_unref);
}

static gboolean
cut_line_equal (gconstpointer a, gconstpointer b)
{
  const CwCutLine *one = a;
  const CwCutLine *other = b;

  return strcmp (one->name, other->name) == 0 && one->flags == other->flags
         && cw_path_equal (one->path, other->path);
}

static gboolean
validate_path (const CwCutLine *line, GError **error)
{
  const CwPath *path = line->path;
  guint32 n = path != NULL ? path->n_vertices : 0;

  if (n < 2 || n > VERTICES_MAX)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                   "cut line \"%s\" has \"%u\" points, not 2 … %u", line->name, n, VERTICES_MAX);
      return FALSE;
    }
  for (guint32 i = 0; i < n; i++)
    {
      if (!cw_validate_point ("cut line point", path->vertices[i].at, error))
        return FALSE;
      if (path->vertices[i].sweep != 0
          || (i > 0 && cw_point_equal (path->vertices[i - 1].at, path->vertices[i].at)))
        {
          g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_GEOMETRY,
                       "leg \"%u\" of cut line \"%s\" is not straight or has no length", i,
                       line->name);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
cut_line_validate (gconstpointer item, const CwItemContext *context, GError **error)
{
  const CwCutLine *line = item;

  return cw_validate_string ("cut line name", line->name, CW_NAME_MAX, FALSE, error)
         && cw_validate_number ("cut line flags", line->flags, CW_ITEM_LOCKED, error)
         && validate_path (line, error);
}

static void
cut_line_transform (gpointer item, const CwTransform *transform)
{
  CwCutLine *line = item;
  CwPath *moved = cw_path_transform (line->path, transform);

  cw_path_unref (line->path);
  line->path = moved;
}

static GRefString *
cut_line_get_name (gconstpointer item)
{
  return ((const CwCutLine *) item)->name;
}

const CwItemClass cw_cut_line_class = {
  .kind = CW_ITEM_CUT_LINE,
  .name = "cut-line",
  .table = { .size = sizeof (CwCutLine),
             .hold = cut_line_hold,
             .drop = cut_line_drop,
             .equal = cut_line_equal },
  .validate = cut_line_validate,
  .get_name = cut_line_get_name,
  .has_unique_name = TRUE,
  .transform = cut_line_transform,
  .flags_offset = G_STRUCT_OFFSET (CwCutLine, flags),
};
