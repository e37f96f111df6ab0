/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-trace-tool-private.h"

#include "model/copper/cw-copper.h"

static const CwToolPoint *
get_point (CwTool *tool, guint index)
{
  return &g_array_index (cw_tool_get_core (tool)->points, CwToolPoint, index);
}

/* the first net that the fixed points met */
CwId
cw_trace_get_net (CwTool *tool)
{
  for (guint i = 0; i < cw_tool_get_core (tool)->points->len; i++)
    if (get_point (tool, i)->net != CW_ID_NONE)
      return get_point (tool, i)->net;

  return CW_ID_NONE;
}

typedef struct
{
  const CwDesign *design;
  CwPoint at;
  guint level;
  gboolean found;
} ViaSearch;

static gboolean
find_via (const CwShape *shape, gpointer user_data)
{
  ViaSearch *search = user_data;
  const CwVia *via
      = shape->role == CW_ROLE_LAND ? cw_design_get_via (search->design, shape->item) : NULL;

  search->found
      = via != NULL && via->from == search->level && cw_shape_contains (shape, search->at);

  return !search->found;
}

/* whether a trace that meets the pad of a die at a point lacks a via down to it */
gboolean
cw_trace_needs_via (const CwDesign *design, const CwHit *hit, CwPoint at)
{
  ViaSearch search = { design, at, hit->level, FALSE };

  if (!cw_wiring_is_pad_level (design, hit->level))
    return FALSE;
  cw_copper_foreach_shape (design, cw_wiring_get_lowest (design), cw_box_from_points (at, at),
                           find_via, &search);

  return !search.found;
}

void
cw_trace_find_end (CwTool *tool, CwPoint at, CwTraceEnd *end)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *first = get_point (tool, 0);
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  guint64 levels = G_GUINT64_CONSTANT (1) << last->level;
  guint lowest = cw_wiring_get_lowest (core->base);
  CwId net = cw_trace_get_net (tool);

  *end = (CwTraceEnd){ FALSE };
  /* the lowest wiring can reach the pads of dies below it */
  if (last->level == lowest)
    for (guint level = 0; level < lowest; level++)
      if (cw_wiring_is_pad_level (core->base, level))
        levels |= G_GUINT64_CONSTANT (1) << level;
  levels &= cw_tool_get_settings (tool)->visible_levels;
  if (!cw_wiring_find (core->base, levels, last->level, at, &end->hit))
    return;
  if (end->hit.pick.item == first->pick.item && end->hit.pick.part == first->pick.part)
    return;
  end->ends = net == CW_ID_NONE || end->hit.net == net;
  if (end->ends && cw_trace_needs_via (core->base, &end->hit, at))
    {
      end->via = cw_wiring_get_via_size (core->base, cw_tool_get_settings (tool), lowest);
      end->via_from = end->hit.level;
      end->via_to = (guint8) lowest;
    }
}

typedef struct
{
  CwEdit *edit;
  CwId net;
  GArray *vertices; /* of CwVertex, of the trace in the making, with sharp corners */
  GArray *radii;    /* of CwCoord: of those corners */
  CwCoord width;
  guint8 level;
} Build;

static gboolean
flush (Build *build, GError **error)
{
  CwTrace trace = { .width = build->width, .net = build->net, .level = build->level };
  g_autoptr (GArray) line = NULL;
  CwId id;

  if (build->vertices->len < 2)
    return TRUE;
  line = cw_legs_round ((const CwVertex *) build->vertices->data,
                        (const CwCoord *) build->radii->data, build->vertices->len);
  trace.path = cw_path_new ((const CwVertex *) line->data, line->len);
  id = cw_edit_add_trace (build->edit, &trace, error);
  cw_path_unref (trace.path);

  return id != CW_ID_NONE;
}

static void
add_vertex (Build *build, CwPoint at, CwAngle sweep, CwCoord radius)
{
  CwVertex vertex = { at, 0 };
  CwVertex *last = build->vertices->len > 0
                       ? &g_array_index (build->vertices, CwVertex, build->vertices->len - 1)
                       : NULL;

  if (last != NULL && cw_point_equal (last->at, at))
    return;
  if (last != NULL)
    last->sweep = sweep;
  g_array_append_val (build->vertices, vertex);
  g_array_append_val (build->radii, radius);
}

static gboolean
add_via (Build *build, CwPoint at, CwViaSize size, guint8 from, guint8 to, GError **error)
{
  CwVia via = {
    .at = at, .hole = size.hole, .land = size.land, .net = build->net, .from = from, .to = to
  };

  return size.hole == 0 || cw_edit_add_via (build->edit, &via, error) != CW_ID_NONE;
}

/* a fixed point ends one trace and begins the next where the level or the width changes */
static gboolean
add_point (Build *build, const CwToolPoint *point, gboolean is_first, GError **error)
{
  if (!is_first)
    add_vertex (build, point->at, point->sweep, point->radius);
  if (is_first || point->level != build->level || point->width != build->width)
    {
      if (!flush (build, error))
        return FALSE;
      g_array_set_size (build->vertices, 0);
      g_array_set_size (build->radii, 0);
      build->level = point->level;
      build->width = point->width;
      add_vertex (build, point->at, 0, 0);
    }

  return add_via (build, point->at, (CwViaSize){ point->hole, point->land }, point->via_from,
                  point->via_to, error);
}

/* the terminal of a passive device where the trace begins */
static gboolean
adopt_terminal (Build *build, const CwDesign *base, const CwToolPoint *point, GError **error)
{
  CwPassive passive = *cw_design_get_passive (base, point->pick.item);
  CwTechnology *technology = cw_design_get_technology (base);
  guint32 n = cw_passive_form_get_n_terminals (passive.form);
  g_autofree CwId *ids = g_new0 (CwId, n);
  g_autoptr (CwNets) nets = NULL;

  for (guint32 i = 0; i < n; i++)
    {
      CwPoint at;
      guint8 level;

      ids[i] = passive.nets != NULL ? passive.nets->nets[i] : CW_ID_NONE;
      if (ids[i] == CW_ID_NONE && cw_passive_get_terminal (&passive, technology, i, &at, &level)
          && level == point->level && cw_point_equal (at, point->at))
        ids[i] = build->net;
    }
  nets = cw_nets_new (ids, n);
  passive.nets = nets;

  return cw_edit_set_passive (build->edit, point->pick.item, &passive, error);
}

/* what had no net gets that of the trace that begins on it */
static gboolean
adopt (Build *build, const CwDesign *base, const CwToolPoint *point, GError **error)
{
  CwPick pick = point->pick;

  if (build->net == CW_ID_NONE || cw_design_get_item (base, pick.item) == NULL
      || cw_design_get_item_net (base, pick.item) != CW_ID_NONE)
    return TRUE;

  switch (cw_id_get_kind (pick.item))
    {
    case CW_ITEM_TRACE:
      {
        CwTrace trace = *cw_design_get_trace (base, pick.item);

        trace.net = build->net;
        return cw_edit_set_trace (build->edit, pick.item, &trace, error);
      }

    case CW_ITEM_VIA:
      {
        CwVia via = *cw_design_get_via (base, pick.item);

        via.net = build->net;
        return cw_edit_set_via (build->edit, pick.item, &via, error);
      }

    case CW_ITEM_BONDING_PAD:
      {
        CwBondingPad pad = *cw_design_get_bonding_pad (base, pick.item);

        pad.net = build->net;
        return cw_edit_set_bonding_pad (build->edit, pick.item, &pad, error);
      }

    case CW_ITEM_BUS:
      {
        CwBus bus = *cw_design_get_bus (base, pick.item);

        bus.net = build->net;
        return cw_edit_set_bus (build->edit, pick.item, &bus, error);
      }

    case CW_ITEM_ZONE:
      {
        CwZone zone = *cw_design_get_zone (base, pick.item);

        zone.net = build->net;
        return cw_edit_set_zone (build->edit, pick.item, &zone, error);
      }

    case CW_ITEM_PASSIVE:
      return adopt_terminal (build, base, point, error);

    case CW_ITEM_NONE:
    case CW_ITEM_NET:
    case CW_ITEM_DIE_TYPE:
    case CW_ITEM_DIE:
    case CW_ITEM_TEXT:
    case CW_ITEM_CAVITY:
    case CW_ITEM_CUT_LINE:
    case CW_ITEM_KEEP_OUT:
    case CW_ITEM_FIDUCIAL:
    case CW_N_ITEM_KINDS:
    default:
      return TRUE;
    }
}

static gboolean
has_anything (CwTool *tool, guint n_legs)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *first = get_point (tool, 0);

  if (n_legs > 0)
    return TRUE;
  for (guint i = 1; i < core->points->len; i++)
    if (!cw_point_equal (get_point (tool, i)->at, first->at) || get_point (tool, i)->hole > 0)
      return TRUE;

  return FALSE;
}

/* the base with traces and vias along the fixed points and some legs after them */
CwDesign *
cw_trace_build (CwTool *tool, const CwLeg *legs, guint n_legs, const CwTraceEnd *end,
                GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (CwVertex));
  g_autoptr (GArray) radii = g_array_new (FALSE, FALSE, sizeof (CwCoord));
  g_autoptr (CwEdit) edit = NULL;
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  Build build = { .vertices = vertices, .radii = radii, .net = cw_trace_get_net (tool) };
  CwPoint at;

  if (!has_anything (tool, n_legs))
    return cw_design_ref (core->base);

  edit = build.edit = cw_edit_new (core->base);
  if (build.net == CW_ID_NONE)
    build.net = cw_trace_find_met (core->base, last->level, last->at, last->width, legs, n_legs);
  if (build.net == CW_ID_NONE && end != NULL && end->ends)
    build.net = end->hit.net;
  for (guint i = 0; i < core->points->len; i++)
    if (!add_point (&build, get_point (tool, i), i == 0, error))
      return NULL;
  for (guint i = 0; i < n_legs; i++)
    add_vertex (&build, legs[i].to, legs[i].sweep, cw_trace_get_radius (tool));
  if (!flush (&build, error))
    return NULL;
  at = n_legs > 0 ? legs[n_legs - 1].to : last->at;
  if (end != NULL && end->ends
      && !add_via (&build, at, end->via, end->via_from, end->via_to, error))
    return NULL;
  if (!adopt (&build, core->base, get_point (tool, 0), error))
    return NULL;

  return cw_edit_finish (edit, NULL);
}
