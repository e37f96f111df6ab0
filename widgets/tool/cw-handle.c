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

/* the outline of a plane or of a keep-out, NULL for other kinds */
static const CwOutline *
get_outline (const CwDesign *design, CwId item)
{
  const CwZone *zone = cw_design_get_zone (design, item);
  const CwKeepOut *keep_out = cw_design_get_keep_out (design, item);

  if (zone != NULL)
    return zone->outline;
  return keep_out != NULL ? keep_out->outline : NULL;
}

/* the border, then the holes */
static CwPath *
get_ring (const CwOutline *outline, guint32 ring)
{
  return ring == 0 ? outline->border : outline->holes[ring - 1];
}

/* the outline with one of its handles dragged, NULL when it has none of that number */
static CwOutline *
drag_outline (const CwOutline *outline, guint handle, CwPoint to, CwCoord grid)
{
  g_autofree CwPath **rings = g_new (CwPath *, (gsize) outline->n_holes + 1);
  CwOutline *dragged = NULL;

  for (guint32 i = 0; i <= outline->n_holes; i++)
    rings[i] = get_ring (outline, i);
  for (guint32 i = 0; i <= outline->n_holes && dragged == NULL; i++)
    {
      g_autoptr (GArray) handles = g_array_new (FALSE, FALSE, sizeof (CwPoint));
      g_autoptr (CwPath) path = NULL;

      cw_path_handle_list (rings[i], TRUE, handles);
      if (handle < handles->len)
        {
          rings[i] = path = cw_path_handle_drag (rings[i], TRUE, handle, to, grid);
          dragged = cw_outline_new (rings[0], rings + 1, outline->n_holes);
        }
      handle -= handles->len;
    }

  return dragged;
}

/**
 * cw_handle_list:
 * @design: a design
 * @item: an item of it
 *
 * Lists where the handles of an item lie: corners and middles of the sides of buses, cavities,
 * planes and keep-outs, parameters of passive devices.
 *
 * Returns: (transfer full) (element-type CwPoint): the handles in their order, none for other kinds and
 *   for what is locked [nm]
 */
GArray *
cw_handle_list (const CwDesign *design, CwId item)
{
  GArray *handles = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  const CwPassive *passive = cw_design_get_passive (design, item);
  const CwBus *bus = cw_design_get_bus (design, item);
  const CwCavity *cavity = cw_design_get_cavity (design, item);
  const CwOutline *outline = get_outline (design, item);

  if (passive != NULL && (passive->flags & CW_ITEM_LOCKED) == 0)
    cw_passive_handle_list (passive, cw_design_get_technology (design), handles);
  if (bus != NULL && (bus->flags & CW_ITEM_LOCKED) == 0)
    cw_path_handle_list (bus->path, bus->kind != CW_BUS_SPINE, handles);
  if (cavity != NULL && (cavity->flags & CW_ITEM_LOCKED) == 0)
    cw_path_handle_list (cavity->outline, TRUE, handles);
  if (outline != NULL && !cw_design_is_locked (design, item))
    for (guint32 i = 0; i <= outline->n_holes; i++)
      cw_path_handle_list (get_ring (outline, i), TRUE, handles);

  return handles;
}

static gboolean
drag_area (CwEdit *edit, const CwDesign *design, CwId item, guint handle, CwPoint to, CwCoord grid,
           GError **error)
{
  g_autoptr (CwOutline) outline = drag_outline (get_outline (design, item), handle, to, grid);
  const CwZone *zone = cw_design_get_zone (design, item);

  if (outline == NULL)
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no handle");
      return FALSE;
    }
  if (zone != NULL)
    {
      CwZone changed = *zone;

      changed.outline = outline;
      return cw_edit_set_zone (edit, item, &changed, error);
    }
  else
    {
      CwKeepOut changed = *cw_design_get_keep_out (design, item);

      changed.outline = outline;
      return cw_edit_set_keep_out (edit, item, &changed, error);
    }
}

static gboolean
drag (CwEdit *edit, const CwDesign *design, CwId item, guint handle, CwPoint to, CwCoord grid,
      GError **error)
{
  const CwPassive *passive = cw_design_get_passive (design, item);
  const CwBus *bus = cw_design_get_bus (design, item);
  const CwCavity *cavity = cw_design_get_cavity (design, item);
  g_autoptr (CwPath) path = NULL;

  if (passive != NULL)
    {
      CwPassive changed = *passive;

      cw_passive_handle_drag (&changed, cw_design_get_technology (design), handle, to, grid);
      return cw_edit_set_passive (edit, item, &changed, error);
    }
  if (bus != NULL)
    {
      CwBus changed = *bus;

      path = cw_path_handle_drag (bus->path, bus->kind != CW_BUS_SPINE, handle, to, grid);
      changed.path = path;
      return cw_edit_set_bus (edit, item, &changed, error);
    }
  if (cavity != NULL)
    {
      CwCavity changed = *cavity;

      path = cw_path_handle_drag (cavity->outline, TRUE, handle, to, grid);
      changed.outline = path;
      return cw_edit_set_cavity (edit, item, &changed, error);
    }

  if (get_outline (design, item) != NULL)
    return drag_area (edit, design, item, handle, to, grid, error);

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no handle");
  return FALSE;
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
  g_autoptr (CwEdit) edit = cw_edit_new (design);

  return drag (edit, design, item, handle, to, grid, error) ? cw_edit_finish (edit, NULL) : NULL;
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
  const CwBus *bus = cw_design_get_bus (design, item);
  const CwCavity *cavity = cw_design_get_cavity (design, item);
  const CwOutline *outline = get_outline (design, item);
  CwBox box = outline != NULL
                  ? cw_outline_get_bounds (outline)
                  : cw_path_get_bounds (bus != NULL ? bus->path : cavity->outline, TRUE);
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
