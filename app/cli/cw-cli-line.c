/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cli/cw-cli-line.h"

#include <glib/gi18n.h>

#include "app/cli/cw-cli.h"

static gboolean
take_first (CwId id, gconstpointer item, gpointer user_data)
{
  *(CwId *) user_data = id;
  return FALSE;
}

static GArray *
parse_points (const char *text, GError **error)
{
  g_autoptr (GArray) points = cw_cli_parse_points (text, 2, 1000, error);

  for (guint i = 1; points != NULL && i < points->len; i++)
    if (!cw_point_equal (g_array_index (points, CwPoint, 0), g_array_index (points, CwPoint, i)))
      return g_steal_pointer (&points);

  if (points != NULL)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is a line without length"), text);
  return NULL;
}

/**
 * cw_cli_get_line:
 * @design: a design
 * @text: (nullable): name of one of its cut lines, or points in micrometres; %NULL for its first
 *   cut line, or across the middle when it has none
 * @name: (out) (transfer full): what the line is called
 * @error: return location for an error
 *
 * Finds the line that a section is cut along.
 *
 * Returns: (transfer full) (element-type CwPoint) (nullable): its points [nm]
 */
GArray *
cw_cli_get_line (const CwDesign *design, const char *text, char **name, GError **error)
{
  CwBox box = cw_path_get_bounds (cw_design_get_outline (design), TRUE);
  CwPoint centre = cw_box_get_centre (box);
  CwPoint ends[] = { { box.min.x, centre.y }, { box.max.x, centre.y } };
  CwId id = text != NULL ? cw_design_find (design, CW_ITEM_CUT_LINE, text) : CW_ID_NONE;
  const CwCutLine *line;
  GArray *points;

  if (text == NULL)
    cw_design_foreach (design, CW_ITEM_CUT_LINE, take_first, &id);
  line = id != CW_ID_NONE ? cw_design_get_cut_line (design, id) : NULL;
  if (line == NULL && text != NULL)
    {
      points = parse_points (text, error);
      *name = points != NULL ? g_strdup (text) : NULL;
      return points;
    }

  points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  *name = g_strdup (line != NULL ? line->name : _ ("across the middle"));
  if (line == NULL)
    g_array_append_vals (points, ends, 2);
  for (guint32 i = 0; line != NULL && i < line->path->n_vertices; i++)
    g_array_append_val (points, line->path->vertices[i].at);

  return points;
}
