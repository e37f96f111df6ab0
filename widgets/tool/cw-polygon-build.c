/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-polygon-tool-private.h"
#include "widgets/tool/cw-wiring.h"

#define SAGITTA 100 /* of arcs, for the area that is shown [nm] */

typedef struct
{
  GArray *nets;
  CwNetClass net_class;
} Listing;

static gboolean
add_net (CwId id, gconstpointer item, gpointer user_data)
{
  Listing *listing = user_data;

  if (((const CwNet *) item)->net_class == listing->net_class)
    g_array_append_val (listing->nets, id);

  return TRUE;
}

/* ground nets first, then those of power: what planes are for */
GArray *
cw_polygon_list_nets (const CwDesign *design)
{
  GArray *nets = g_array_new (FALSE, FALSE, sizeof (CwId));

  cw_design_foreach (design, CW_ITEM_NET, add_net, &(Listing){ nets, CW_NET_GROUND });
  cw_design_foreach (design, CW_ITEM_NET, add_net, &(Listing){ nets, CW_NET_POWER });

  return nets;
}

guint
cw_polygon_get_level (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  guint level = cw_tool_get_settings (tool)->active_level;

  if (core->points->len > 0)
    return g_array_index (core->points, CwToolPoint, 0).level;

  return cw_wiring_is_wiring (core->base, level) ? level : cw_wiring_get_lowest (core->base);
}

static CwId
get_selected_net (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwSelection *selection = cw_tool_host_get_selection (core->host);

  if (cw_selection_get_n (selection) != 1)
    return CW_ID_NONE;

  return cw_design_get_item_net (core->base, cw_selection_get (selection, 0).item);
}

/* what was chosen; else the net of the metal below, that which is highlighted or selected, or the first ground */
CwId
cw_polygon_get_net (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  guint level = cw_polygon_get_level (tool);
  g_autoptr (GArray) nets = NULL;
  CwId net;
  CwHit hit;

  if (core->points->len > 0)
    return g_array_index (core->points, CwToolPoint, 0).net;
  if (settings->draw.zone_net_choice == CW_NET_OF_NONE)
    return CW_ID_NONE;
  if (settings->draw.zone_net_choice == CW_NET_OF_USER
      && cw_design_get_net (core->base, settings->draw.zone_net) != NULL)
    return settings->draw.zone_net;
  if (level != CW_LEVEL_NONE && cw_hit_find_metal (core->base, level, core->snap.at, &hit)
      && hit.net != CW_ID_NONE)
    return hit.net;
  if (cw_design_get_net (core->base, settings->highlight_net) != NULL)
    return settings->highlight_net;
  net = get_selected_net (tool);
  if (net != CW_ID_NONE)
    return net;
  nets = cw_polygon_list_nets (core->base);

  return nets->len > 0 ? g_array_index (nets, CwId, 0) : CW_ID_NONE;
}

static CwOutline *
make_outline (const GArray *vertices)
{
  g_autoptr (CwPath) border
      = cw_path_new ((const CwVertex *) (gconstpointer) vertices->data, vertices->len);

  return cw_outline_new (border, NULL, 0);
}

static CwOutline *
add_hole (const CwOutline *outline, const GArray *vertices)
{
  g_autoptr (GPtrArray) holes = g_ptr_array_new ();
  g_autoptr (CwPath) hole
      = cw_path_new ((const CwVertex *) (gconstpointer) vertices->data, vertices->len);

  for (guint32 i = 0; i < outline->n_holes; i++)
    g_ptr_array_add (holes, outline->holes[i]);
  g_ptr_array_add (holes, hole);

  return cw_outline_new (outline->border, (CwPath *const *) holes->pdata, holes->len);
}

static gboolean
cut_hole (CwEdit *edit, const CwDesign *design, CwId item, const GArray *vertices, GError **error)
{
  const CwZone *zone = cw_design_get_zone (design, item);
  const CwKeepOut *keep_out = cw_design_get_keep_out (design, item);
  g_autoptr (CwOutline) outline = NULL;

  if (zone != NULL)
    {
      CwZone changed = *zone;

      outline = add_hole (zone->outline, vertices);
      changed.outline = outline;
      return cw_edit_set_zone (edit, item, &changed, error);
    }
  if (keep_out != NULL)
    {
      CwKeepOut changed = *keep_out;

      outline = add_hole (keep_out->outline, vertices);
      changed.outline = outline;
      return cw_edit_set_keep_out (edit, item, &changed, error);
    }
  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
               "what the hole was cut into is gone");

  return FALSE;
}

static gboolean
add_item (CwTool *tool, CwEdit *edit, const GArray *vertices, GError **error)
{
  const CwDrawSettings *draw = &cw_tool_get_settings (tool)->draw;
  guint level = cw_polygon_get_level (tool);
  g_autoptr (CwOutline) outline = make_outline (vertices);

  if (CW_IS_KEEP_OUT_TOOL (tool))
    {
      CwKeepOut keep_out = { .outline = outline,
                             .level = draw->keep_out_all ? CW_LEVEL_NONE : (guint8) level,
                             .forbids = draw->keep_out_forbids };

      return cw_edit_add_keep_out (edit, &keep_out, error) != CW_ID_NONE;
    }
  else
    {
      CwZone zone = { .outline = outline,
                      .net = cw_polygon_get_net (tool),
                      .level = (guint8) level,
                      .fill = CW_ZONE_SOLID };

      return cw_edit_add_zone (edit, &zone, error) != CW_ID_NONE;
    }
}

/* The base while there is no area yet. The way to the pointer must be one that a border can take, else a click is
 * refused; when only the legs back to the first vertex would cross it, there is no ghost, but drawing goes on. */
CwDesign *
cw_polygon_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GArray) vertices = cw_polygon_list_vertices (tool, with_pointer);
  g_autoptr (CwEdit) edit = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean is_done;

  if (!cw_polygon_check_way (vertices, error))
    return NULL;
  if (vertices->len < 2)
    return cw_design_ref (core->base);
  cw_polygon_add_closing (tool, vertices);
  if (vertices->len < 3)
    return cw_design_ref (core->base);
  edit = cw_edit_new (core->base);
  is_done = cw_polygon_is_hole (tool)
                ? cut_hole (edit, core->base, cw_polygon_get_item (tool), vertices, &reason)
                : add_item (tool, edit, vertices, &reason);
  if (is_done)
    return cw_edit_finish (edit, NULL);
  if (with_pointer && !cw_polygon_is_at_first (tool))
    return cw_design_ref (core->base);
  g_propagate_error (error, g_steal_pointer (&reason));

  return NULL;
}

/* what a border encloses, NULL for nothing */
char *
cw_polygon_dup_area_text (CwTool *tool, const GArray *vertices)
{
  g_autoptr (CwPath) path = NULL;
  g_autoptr (CwPolygon) polygon = NULL;
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double area;

  if (vertices->len < 3)
    return NULL;
  path = cw_path_new ((const CwVertex *) (gconstpointer) vertices->data, vertices->len);
  polygon = cw_polygon_new_path (path, SAGITTA);
  if (polygon == NULL)
    return NULL;
  area = ABS ((double) cw_polygon_get_area_doubled (polygon)) / 2;
  if (area < 1e10)
    return g_strdup_printf ("%s µm²", g_ascii_formatd (text, sizeof text, "%.0f", area / 1e6));

  return g_strdup_printf ("%s mm²", g_ascii_formatd (text, sizeof text, "%.4g", area / 1e12));
}
