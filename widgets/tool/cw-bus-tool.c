/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-area-private.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-tools-private.h"
#include "widgets/tool/cw-wiring.h"

/*
 *   ring, mesh:  ARMED --press or click: a corner--> ACTIVE --release or click: COMMIT--> ARMED
 *   spine:       ARMED --click: first point--> ACTIVE --clicks--> ACTIVE --double click, End: COMMIT--> ARMED
 */

#define USUAL_PITCH 10 /* widths */
#define USUAL_REACH 10 /* widths */

/**
 * CwBusTool:
 *
 * Draws power and ground buses.
 */
struct _CwBusTool
{
  CwTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CwBusTool, cw_bus_tool, CW_TYPE_TOOL)

static gboolean
is_spine (CwTool *tool)
{
  return cw_tool_get_settings (tool)->bus_kind == CW_BUS_SPINE;
}

/* of the metal where the bus begins, or would */
static CwId
find_net_below (CwTool *tool, guint level)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwPoint at
      = core->points->len > 0 ? g_array_index (core->points, CwToolPoint, 0).at : core->snap.at;
  CwHit hit;

  return core->state != CW_TOOL_IDLE && cw_hit_find_metal (core->base, level, at, &hit)
             ? hit.net
             : CW_ID_NONE;
}

static CwId
get_net (CwTool *tool, guint level)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  CwId below = CW_ID_NONE;

  if (!settings->bus_has_no_net && cw_design_get_net (core->base, settings->bus_net) == NULL)
    below = find_net_below (tool, level);

  return below != CW_ID_NONE ? below : cw_wiring_get_bus_net (core->base, settings);
}

/* everything but the path */
static CwBus
get_bus (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwBus bus = { .kind = settings.bus_kind, .level = settings.active_level };

  if (!cw_wiring_is_wiring (core->base, bus.level))
    bus.level = (guint8) cw_wiring_get_lowest (core->base);
  bus.net = get_net (tool, bus.level);
  settings.trace_width = settings.bus_width;
  bus.width = cw_wiring_get_width (core->base, &settings, bus.net, bus.level);
  if (bus.kind == CW_BUS_RING)
    return bus;
  bus.pitch = settings.bus_pitch > 0 ? settings.bus_pitch : USUAL_PITCH * bus.width;
  if (bus.kind == CW_BUS_SPINE)
    bus.reach = settings.bus_reach > 0 ? settings.bus_reach : USUAL_REACH * bus.width;

  return bus;
}

static CwPath *
make_spine (CwTool *tool, gboolean with_pointer)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (CwPoint));
  CwPoint last = { 0, 0 };

  for (guint i = 0; i < core->points->len; i++)
    {
      last = g_array_index (core->points, CwToolPoint, i).at;
      g_array_append_val (points, last);
    }
  if (with_pointer && points->len > 0 && !cw_point_equal (last, core->snap.at))
    g_array_append_val (points, core->snap.at);

  return points->len >= 2 ? cw_path_new_points ((const CwPoint *) points->data, points->len) : NULL;
}

static CwPath *
make_path (CwTool *tool, gboolean with_pointer)
{
  CwBox box;

  if (is_spine (tool))
    return make_spine (tool, with_pointer);

  return cw_area_get_box (tool, with_pointer, &box) ? cw_path_new_box (box) : NULL;
}

static CwDesign *
cw_bus_tool_build (CwTool *tool, gboolean with_pointer, GError **error)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (CwPath) path = make_path (tool, with_pointer);
  g_autoptr (CwEdit) edit = NULL;
  CwBus bus = get_bus (tool);

  if (path == NULL)
    return cw_design_ref (core->base);
  bus.path = path;
  edit = cw_edit_new (core->base);
  if (cw_edit_add_bus (edit, &bus, error) == CW_ID_NONE)
    return NULL;

  return cw_edit_finish (edit, NULL);
}

static CwToolStep
cw_bus_tool_fix (CwTool *tool, gboolean all)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolPoint *last = cw_tool_get_last_point (tool);
  CwToolPoint point = { .at = core->snap.at, .step = (guint8) core->points->len };

  if (!is_spine (tool))
    return cw_area_fix (tool);
  if (last != NULL && cw_point_equal (last->at, point.at))
    return CW_STEP_REFUSED;
  if (all)
    return core->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;
  cw_tool_add_point (tool, &point);

  return CW_STEP_GOING;
}

static gboolean
cw_bus_tool_is_complete (CwTool *tool)
{
  return is_spine (tool) && cw_tool_get_n_points (tool) >= 2;
}

/* while nothing is fixed: the kind decides what the points mean */
static CwToolAnswer
next_kind (CwTool *tool, const CwToolEvent *event)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.bus_kind = (guint8) ((settings.bus_kind + 1) % CW_N_BUS_KINDS);
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
step_width (CwTool *tool, gboolean up)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwBus bus = get_bus (tool);

  settings.bus_width
      = cw_wiring_step_width (cw_tool_get_core (tool)->base, bus.net, bus.level, bus.width, up);
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
wider (CwTool *tool, const CwToolEvent *event)
{
  return step_width (tool, TRUE);
}

static CwToolAnswer
narrower (CwTool *tool, const CwToolEvent *event)
{
  return step_width (tool, FALSE);
}

typedef struct
{
  CwNetClass net_class;
  GArray *nets;
} Supplies;

static gboolean
add_supply (CwId id, gconstpointer item, gpointer user_data)
{
  Supplies *supplies = user_data;

  if (((const CwNet *) item)->net_class == supplies->net_class)
    g_array_append_val (supplies->nets, id);

  return TRUE;
}

/* power nets, ground nets, no net, and from the beginning */
static CwToolAnswer
next_net (CwTool *tool, const CwToolEvent *event)
{
  CwDesign *base = cw_tool_get_core (tool)->base;
  CwToolSettings settings = *cw_tool_get_settings (tool);
  g_autoptr (GArray) nets = g_array_new (FALSE, FALSE, sizeof (CwId));
  CwId present = get_bus (tool).net;
  guint next = 0;

  cw_design_foreach (base, CW_ITEM_NET, add_supply, &(Supplies){ CW_NET_POWER, nets });
  cw_design_foreach (base, CW_ITEM_NET, add_supply, &(Supplies){ CW_NET_GROUND, nets });
  for (guint i = 0; i < nets->len; i++)
    if (g_array_index (nets, CwId, i) == present)
      next = i + 1;
  settings.bus_has_no_net = next == nets->len;
  settings.bus_net = next < nets->len ? g_array_index (nets, CwId, next) : CW_ID_NONE;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static const CwToolAction actions[] = {
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("Begin the bus"), cw_tool_fix_point },
  { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Draw the bus"), cw_tool_begin_drag },
  { IN_ACTIVE, CW_TRIGGER_CLICK, NULL, "point", N_ ("Next point"), cw_tool_fix_point },
  { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, NULL, cw_tool_begin_drag },
  { IN_ARMED, CW_TRIGGER_KEY, "b", "bus-next", N_ ("Ring, spine or mesh"), next_kind },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "n", "net-next", N_ ("Other net, or none"), next_net },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "w", "width-next", N_ ("Wider"), wider },
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "<Shift>w", "width-previous", N_ ("Narrower"), narrower },
  { IN_ACTIVE, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Straight"), NULL, CW_HOLD_CONSTRAIN, is_spine },
};

static void
cw_bus_tool_get_names (CwTool *tool, CwCoord *width, CwCoord *pitch)
{
  CwBus bus = get_bus (tool);

  *width = bus.width;
  *pitch = bus.pitch;
}

static void
cw_bus_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwBus bus = get_bus (tool);
  CwDesign *base = cw_tool_get_core (tool)->base;
  CwToolField net = { "net", _ ("Net"), NULL, NULL };

  net.text = g_strdup (bus.net != CW_ID_NONE ? cw_design_get_net_name (base, bus.net) : "-");
  cw_tool_add_length_field (tool, fields, "width", _ ("Width"), bus.width);
  if (bus.kind != CW_BUS_RING)
    cw_tool_add_length_field (tool, fields, "pitch", _ ("Pitch"), bus.pitch);
  if (bus.kind == CW_BUS_SPINE)
    cw_tool_add_length_field (tool, fields, "reach", _ ("Reach of ribs"), bus.reach);
  g_array_append_val (fields, net);
}

/* a name; a stroke for none; nothing for that of the metal below */
static gboolean
set_net (CwTool *tool, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  g_autofree char *name = g_strstrip (g_strdup (text));

  settings.bus_has_no_net = strcmp (name, "-") == 0;
  settings.bus_net = CW_ID_NONE;
  if (*name != '\0' && !settings.bus_has_no_net)
    {
      settings.bus_net = cw_design_find (cw_tool_get_core (tool)->base, CW_ITEM_NET, name);
      if (settings.bus_net == CW_ID_NONE)
        {
          g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no net \"%s\"",
                       name);
          return FALSE;
        }
    }
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return TRUE;
}

static gboolean
cw_bus_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);
  CwBus bus = get_bus (tool);
  const struct
  {
    const char *name;
    CwCoord old;
    CwCoord *value;
  } lengths[] = { { "width", bus.width, &settings.bus_width },
                  { "pitch", bus.pitch, &settings.bus_pitch },
                  { "reach", bus.reach, &settings.bus_reach } };

  if (strcmp (name, "net") == 0)
    return set_net (tool, text, error);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      if (strcmp (lengths[i].name, name) != 0)
        continue;
      if (!cw_tool_parse_length (tool, text, lengths[i].old, lengths[i].value, error))
        return FALSE;
      if (*lengths[i].value < 0)
        {
          g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                       "\"%s\" is negative; 0 is the usual value", text);
          return FALSE;
        }
      cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);
      return TRUE;
    }

  g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE, "there is no field \"%s\"", name);
  return FALSE;
}

static void
cw_bus_tool_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwId net = get_bus (tool).net;
  CwMark *mark;

  if (!is_spine (tool))
    cw_area_paint (tool, overlay);
  if (core->state == CW_TOOL_IDLE)
    return;
  mark = cw_marks_add (overlay, CW_MARK_VALUE, core->snap.at, core->snap.at);
  mark->tone = net == CW_ID_NONE ? CW_MARK_WARNING : CW_MARK_NORMAL;
  mark->text = net == CW_ID_NONE
                   ? g_strdup (_ ("no net: N chooses one"))
                   : g_strdup_printf (_ ("net %s"), cw_design_get_net_name (core->base, net));
}

static void
cw_bus_tool_class_init (CwBusToolClass *klass)
{
  static const char *const fields[] = { "x", "y", "dx", "dy", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("bus");
  tool_class->actions = actions;
  tool_class->n_actions = G_N_ELEMENTS (actions);
  tool_class->fields = fields;
  tool_class->can_resume = TRUE;
  tool_class->fix = cw_bus_tool_fix;
  tool_class->build = cw_bus_tool_build;
  tool_class->is_complete = cw_bus_tool_is_complete;
  tool_class->get_names = cw_bus_tool_get_names;
  tool_class->add_fields = cw_bus_tool_add_fields;
  tool_class->set_field = cw_bus_tool_set_field;
  tool_class->paint = cw_bus_tool_paint;
}

static void
cw_bus_tool_init (CwBusTool *self)
{
}
