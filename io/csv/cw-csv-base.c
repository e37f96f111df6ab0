/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-base.h"

/**
 * cw_csv_base_new: (skip)
 * @base: (nullable): the design that the table goes into
 * @reader: the table
 * @content: box around what the table places, which is the outline of a new design unless
 *   one is given [nm]
 * @error: return location for an error
 *
 * Gets the design that an import begins on: @base, or a new one with the default
 * technology.
 *
 * Returns: (transfer full) (nullable): the design, or %NULL with an error
 */
CwDesign *
cw_csv_base_new (CwDesign *base, const CwCsvReader *reader, CwBox content, GError **error)
{
  const CwCsvOptions *options = reader->options;
  g_autoptr (CwTechnology) technology = NULL;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwPath) outline = NULL;
  g_autoptr (CwEdit) edit = NULL;

  if (base != NULL)
    return cw_design_ref (base);

  if (!cw_box_is_empty (options->outline))
    {
      content = options->outline;
    }
  else
    {
      g_autofree char *width
          = cw_length_format ((gint64) content.max.x - content.min.x, CW_UNIT_UM);
      g_autofree char *height
          = cw_length_format ((gint64) content.max.y - content.min.y, CW_UNIT_UM);

      cw_report_add (reader->report, 0, "package outline taken around the content: %s x %s µm",
                     width, height);
    }
  if (!cw_point_is_valid (content.min) || !cw_point_is_valid (content.max))
    {
      cw_csv_reader_fail (reader, 0, -1, CW_IO_ERROR_VALUE, error,
                          "the package would reach beyond 1 m");
      return NULL;
    }

  technology = cw_technology_new_default (options->n_wiring_levels);
  outline = cw_path_new_box (content);
  design = cw_design_new (technology, outline);
  if (options->name == NULL)
    return g_steal_pointer (&design);

  edit = cw_edit_new (design);
  if (!cw_edit_set_name (edit, options->name, error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}

/**
 * cw_csv_base_find_wiring_level: (skip)
 * @reader: the table
 * @design: the design
 * @level: (out): index of the level
 * @error: return location for an error
 *
 * Finds the wiring level that the options name, else the topmost.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_base_find_wiring_level (const CwCsvReader *reader, const CwDesign *design, guint8 *level,
                               GError **error)
{
  const CwTechnology *technology = cw_design_get_technology (design);
  const char *name = reader->options->level;
  guint n = cw_technology_get_n_wiring_levels (technology);
  guint index;

  if (name == NULL)
    {
      if (n == 0)
        return cw_csv_reader_fail (reader, 0, -1, CW_IO_ERROR_REFERENCE, error,
                                   "the technology has no wiring level");
      index = cw_technology_get_wiring_level (technology, n - 1);
      if (n > 1)
        cw_report_add (reader->report, 0, "placed on the topmost wiring level \"%s\"",
                       cw_technology_get_level (technology, index)->name);
      *level = index;
      return TRUE;
    }

  index = cw_technology_find_level (technology, name);
  if (index == CW_LEVEL_NONE
      || cw_technology_get_level (technology, index)->kind != CW_LEVEL_WIRING)
    return cw_csv_reader_fail (reader, 0, -1, CW_IO_ERROR_REFERENCE, error,
                               "the technology has no wiring level \"%s\"", name);

  *level = index;
  return TRUE;
}
