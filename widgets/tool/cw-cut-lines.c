/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-cut-lines.h"

#define N_LETTERS 26

static gboolean
add_id (CwId id, gconstpointer item, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, id);

  return TRUE;
}

/* A, B, …, Z, AA: shorter names come first */
static gint
compare_names (gconstpointer a, gconstpointer b, gpointer design)
{
  const char *one = cw_design_get_cut_line (design, *(const CwId *) a)->name;
  const char *other = cw_design_get_cut_line (design, *(const CwId *) b)->name;
  gsize length = strlen (one);
  gsize other_length = strlen (other);

  if (length != other_length)
    return length < other_length ? -1 : 1;

  return strcmp (one, other);
}

/**
 * cw_cut_lines_list:
 * @design: a design
 *
 * Lists the cut lines in the order of their names, shorter names first.
 *
 * Returns: (transfer full) (element-type CwId): their ids
 */
GArray *
cw_cut_lines_list (const CwDesign *design)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (CwId));

  cw_design_foreach (design, CW_ITEM_CUT_LINE, add_id, ids);
  g_array_sort_with_data (ids, compare_names, (gpointer) design);

  return ids;
}

/**
 * cw_cut_lines_dup_points:
 * @design: a design
 * @line: one of its cut lines
 *
 * Gets the points of a cut line.
 *
 * Returns: (transfer full) (element-type CwPoint): its points, none if there is no such line [nm]
 */
GArray *
cw_cut_lines_dup_points (const CwDesign *design, CwId line)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  const CwCutLine *value = line != CW_ID_NONE ? cw_design_get_cut_line (design, line) : NULL;

  for (guint32 i = 0; value != NULL && i < value->path->n_vertices; i++)
    g_array_append_val (points, value->path->vertices[i].at);

  return points;
}

static char *
make_name (guint ordinal)
{
  char name[8];
  guint at = sizeof name - 1;

  name[at] = '\0';
  for (guint n = ordinal + 1; n > 0 && at > 0; n = (n - 1) / N_LETTERS)
    name[--at] = (char) ('A' + (n - 1) % N_LETTERS);

  return g_strdup (name + at);
}

/**
 * cw_cut_lines_dup_next_name:
 * @design: a design
 *
 * Finds the first of A, B, …, Z, AA, AB, … that no cut line has.
 *
 * Returns: (transfer full): the name
 */
char *
cw_cut_lines_dup_next_name (const CwDesign *design)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *name = make_name (i);

      if (cw_design_find (design, CW_ITEM_CUT_LINE, name) == CW_ID_NONE)
        return g_steal_pointer (&name);
    }
}

/**
 * cw_cut_lines_add:
 * @design: a design
 * @points: (array length=n_points): points of the line [nm]
 * @n_points: how many, at least two
 * @line: (out): the new cut line
 * @error: return location for an error
 *
 * Stores a cut line under the next free letter.
 *
 * Returns: (transfer full): the next design, or %NULL when the line is none
 */
CwDesign *
cw_cut_lines_add (CwDesign *design, const CwPoint *points, gsize n_points, CwId *line,
                  GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (CwPath) path = cw_path_new_points (points, n_points);
  g_autofree char *name = cw_cut_lines_dup_next_name (design);
  GRefString *held = g_ref_string_new (name);

  *line = cw_edit_add_cut_line (edit, &(CwCutLine){ .name = held, .path = path }, error);
  g_ref_string_release (held);
  if (*line == CW_ID_NONE)
    return NULL;

  return cw_edit_finish (edit, NULL);
}

/**
 * cw_cut_lines_set_points:
 * @design: a design
 * @line: one of its cut lines
 * @points: (array length=n_points): points of the line [nm]
 * @n_points: how many, at least two
 * @error: return location for an error
 *
 * Moves a cut line.
 *
 * Returns: (transfer full): the next design, or %NULL when the line is none
 */
CwDesign *
cw_cut_lines_set_points (CwDesign *design, CwId line, const CwPoint *points, gsize n_points,
                         GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (CwPath) path = cw_path_new_points (points, n_points);
  CwCutLine value = *cw_design_get_cut_line (design, line);

  value.path = path;
  if (!cw_edit_set_cut_line (edit, line, &value, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}

/**
 * cw_cut_lines_rename:
 * @design: a design
 * @line: one of its cut lines
 * @name: its new name
 * @error: return location for an error
 *
 * Renames a cut line. Its name has to be its own.
 *
 * Returns: (transfer full): the next design, or %NULL when the name cannot be
 */
CwDesign *
cw_cut_lines_rename (CwDesign *design, CwId line, const char *name, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  CwCutLine value = *cw_design_get_cut_line (design, line);
  gboolean done;

  value.name = g_ref_string_new (name);
  done = cw_edit_set_cut_line (edit, line, &value, error);
  g_ref_string_release (value.name);

  return done ? cw_edit_finish (edit, NULL) : NULL;
}

/**
 * cw_cut_lines_remove:
 * @design: a design
 * @line: one of its cut lines
 * @error: return location for an error
 *
 * Removes a cut line.
 *
 * Returns: (transfer full): the next design, or %NULL when it cannot be removed
 */
CwDesign *
cw_cut_lines_remove (CwDesign *design, CwId line, GError **error)
{
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  if (!cw_edit_remove (edit, line, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}
