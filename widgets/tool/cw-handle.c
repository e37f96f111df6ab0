/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-handle.h"

#include <glib/gi18n.h>

#include "widgets/tool/cw-handle-private.h"
#include "widgets/tool/cw-passive-text.h"

gint64
cw_handle_round (gint64 value, CwCoord grid)
{
  if (grid <= 1)
    return value;
  return (value >= 0 ? value + grid / 2 : value - grid / 2) / grid * grid;
}

/**
 * cw_handle_list:
 * @design: a design
 * @item: an item of it
 *
 * Lists where the handles of an item lie: corners and middles of the sides of buses, cavities,
 * planes, keep-outs and traces, parameters of passive devices.
 *
 * Returns: (transfer full) (element-type CwPoint): the handles in their order, none for other kinds and
 *   for what is locked [nm]
 */
GArray *
cw_handle_list (const CwDesign *design, CwId item)
{
  GArray *handles = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  const CwPassive *passive = cw_design_get_passive (design, item);
  gboolean closed;
  g_autoptr (GPtrArray) rings = cw_handle_list_rings (design, item, &closed);

  if (passive != NULL && (passive->flags & CW_ITEM_LOCKED) == 0)
    cw_passive_handle_list (passive, cw_design_get_technology (design), handles);
  for (guint i = 0; i < rings->len; i++)
    cw_path_handle_list (g_ptr_array_index (rings, i), closed, handles);

  return handles;
}

/**
 * cw_handle_drag:
 * @design: the design when the drag began
 * @item: an item with handles
 * @handle: which of its handles
 * @to: where it is dragged [nm]
 * @grid: what a corner or a parameter is a multiple of, 0 for none [nm]
 * @error: return location for an error
 *
 * Changes the form of an item so that a handle comes as near to a point as the grid allows.
 *
 * Returns: (transfer full) (nullable): the next design, %NULL with @error set when the item cannot
 *   take that form
 */
CwDesign *
cw_handle_drag (CwDesign *design, CwId item, guint handle, CwPoint to, CwCoord grid, GError **error)
{
  const CwPassive *passive = cw_design_get_passive (design, item);
  g_autoptr (CwEdit) edit = NULL;
  CwPassive changed;

  if (passive == NULL)
    return cw_handle_drag_ring (design, item, handle, to, grid, error);
  changed = *passive;
  cw_passive_handle_drag (&changed, cw_design_get_technology (design), handle, to, grid);
  edit = cw_edit_new (design);

  return cw_edit_set_passive (edit, item, &changed, error) ? cw_edit_finish (edit, NULL) : NULL;
}

/**
 * cw_handle_dup_label:
 * @design: a design
 * @item: an item with handles
 * @handle: which of its handles
 *
 * Gets what undo calls a drag of a handle.
 *
 * Returns: (transfer full): the label, translated
 */
char *
cw_handle_dup_label (const CwDesign *design, CwId item, guint handle)
{
  const CwPassive *passive = cw_design_get_passive (design, item);

  if (passive != NULL)
    return g_strdup_printf (_ ("Change %s of %s"),
                            cw_passive_parameter_get_label (
                                passive->form, cw_passive_handle_get_parameter (passive, handle)),
                            passive->name);

  switch (cw_id_get_kind (item))
    {
    case CW_ITEM_BUS:
      return g_strdup (_ ("Reshape bus"));

    case CW_ITEM_TRACE:
      return g_strdup (_ ("Reshape trace"));

    case CW_ITEM_ZONE:
      return g_strdup (_ ("Reshape plane"));

    case CW_ITEM_KEEP_OUT:
      return g_strdup (_ ("Reshape keep-out"));

    default:
      return g_strdup (_ ("Reshape cavity"));
    }
}

static char *
dup_extent (const CwDesign *design, CwId item, CwUnit unit)
{
  gboolean closed;
  g_autoptr (GPtrArray) rings = cw_handle_list_rings (design, item, &closed);
  CwBox box = rings->len > 0 ? cw_path_get_bounds (g_ptr_array_index (rings, 0), closed)
                             : CW_BOX (0, 0, 0, 0);
  g_autofree char *width = cw_length_format ((gint64) box.max.x - box.min.x, unit);
  g_autofree char *height = cw_length_format_with_unit ((gint64) box.max.y - box.min.y, unit);

  return g_strdup_printf ("%s × %s", width, height);
}

/**
 * cw_handle_dup_text:
 * @design: a design
 * @item: an item with handles
 * @handle: which of its handles
 * @unit: unit of lengths
 * @in_range: (out): whether the formulas for what it is worth hold
 *
 * Gets what is shown beside a handle while it is dragged: the parameter and what the device is worth, or
 * the size.
 *
 * Returns: (transfer full): the words, translated
 */
char *
cw_handle_dup_text (const CwDesign *design, CwId item, guint handle, CwUnit unit,
                    gboolean *in_range)
{
  const CwPassive *passive = cw_design_get_passive (design, item);
  g_autofree char *value = NULL;
  g_autofree char *worth = NULL;
  CwPassiveParameter parameter;

  *in_range = TRUE;
  if (passive == NULL)
    return dup_extent (design, item, unit);
  parameter = cw_passive_handle_get_parameter (passive, handle);
  value = parameter == CW_PARAMETER_COUNT
              ? g_strdup_printf ("%d", passive->values[parameter])
              : cw_length_format_with_unit (passive->values[parameter], unit);
  worth = cw_passive_dup_value_text (passive, cw_design_get_technology (design), in_range);

  return g_strdup_printf ("%s %s   %s", cw_passive_parameter_get_label (passive->form, parameter),
                          value, worth);
}
