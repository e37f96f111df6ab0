/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "widgets/tool/cw-polygon-tool-private.h"
#include "widgets/tool/cw-tool-registry.h"
#include "widgets/tool/cw-wiring.h"

/*
 *   ARMED --click: first vertex--> ACTIVE --click: next vertex--> ACTIVE
 *     | with Alt, or after H: of a hole in the plane or keep-out below
 *                                  ACTIVE --click on the first vertex, double click, End: COMMIT--> ARMED
 *
 * Planes and keep-outs are drawn alike. All that is in progress is in the points: the first one knows
 * level, net and what a hole is cut into.
 */

#define REACH 8 /* how near its first vertex a border closes [px] */

typedef struct
{
  gboolean cuts; /* the next outline is a hole */
} CwPolygonToolPrivate;

/**
 * CwPolygonTool:
 *
 * Draws planes, and holes in them.
 */
G_DEFINE_TYPE_WITH_PRIVATE (CwPolygonTool, cw_polygon_tool, CW_TYPE_TOOL)

/**
 * CwKeepOutTool:
 *
 * Draws areas that some kinds of items must keep out of.
 */
struct _CwKeepOutTool
{
  CwPolygonTool parent_instance;
};

G_DEFINE_FINAL_TYPE (CwKeepOutTool, cw_keep_out_tool, CW_TYPE_POLYGON_TOOL)

static CwPolygonToolPrivate *
get_private (CwTool *tool)
{
  return cw_polygon_tool_get_instance_private (CW_POLYGON_TOOL (tool));
}

/* on the border's first vertex it is that vertex, whatever is near, too */
static void
cw_polygon_tool_resolve (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  gint64 reach = (gint64) MIN (REACH * core->pixel, CW_MM);
  CwPoint first;

  cw_tool_resolve_pointer (tool);
  if (core->points->len < 3 || core->pinned != 0)
    return;
  first = g_array_index (core->points, CwToolPoint, 0).at;
  if (cw_point_distance_squared (first, core->raw) > reach * reach)
    return;
  core->snap = (CwSnap){
    .kind = CW_SNAP_POINT, .feature = CW_FEATURE_POINT, .at = first, .level = CW_LEVEL_NONE
  };
}

static gboolean
wants_hole (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  guint modifiers = core->pressed ? core->press_modifiers : core->modifiers;

  return get_private (tool)->cuts || (modifiers & CW_TOOL_ALT) != 0;
}

/* the plane or keep-out that a hole would be cut into */
static gboolean
find_below (CwTool *tool, CwHit *hit)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwHitQuery query = cw_tool_get_hit_query (tool);

  query.filter = CW_IS_KEEP_OUT_TOOL (tool) ? CW_FILTER_KEEP_OUTS : CW_FILTER_ZONES;

  return cw_hit_find (&query, core->snap.at, 0, hit);
}

static CwToolStep
begin (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  guint level = cw_polygon_get_level (tool);
  CwToolPoint point
      = { .at = core->snap.at, .level = (guint8) level, .net = cw_polygon_get_net (tool) };
  CwHit hit;

  if (level == CW_LEVEL_NONE || (settings->visible_levels >> level & 1) == 0)
    {
      cw_tool_toast (tool, level == CW_LEVEL_NONE ? _ ("There is no wiring level")
                                                  : _ ("The active level is hidden"));
      return CW_STEP_REFUSED;
    }
  if (wants_hole (tool))
    {
      if (!find_below (tool, &hit))
        {
          cw_tool_toast (tool, CW_IS_KEEP_OUT_TOOL (tool)
                                   ? _ ("There is no keep-out here to cut a hole into")
                                   : _ ("There is no plane here to cut a hole into"));
          return CW_STEP_REFUSED;
        }
      point.pick = hit.pick;
      point.net = hit.net;
      point.level = hit.level;
    }
  cw_tool_add_point (tool, &point);

  return CW_STEP_GOING;
}

static CwToolStep
cw_polygon_tool_fix (CwTool *tool, gboolean all)
{
  CwToolCore *core = cw_tool_get_core (tool);

  if (core->points->len == 0)
    return begin (tool);
  if (all || cw_polygon_is_at_first (tool))
    return core->preview != NULL ? CW_STEP_COMPLETE : CW_STEP_REFUSED;

  return cw_polygon_add_points (tool) ? CW_STEP_GOING : CW_STEP_REFUSED;
}

/* the fixed vertices alone are an area */
static gboolean
cw_polygon_tool_is_complete (CwTool *tool)
{
  g_autoptr (GArray) vertices = cw_polygon_list_vertices (tool, FALSE);

  if (vertices->len > 0)
    cw_polygon_add_closing (tool, vertices);

  return vertices->len >= 3;
}

static char *
cw_polygon_tool_dup_label (CwTool *tool)
{
  if (cw_polygon_is_hole (tool))
    return g_strdup (_ ("Cut hole"));

  return g_strdup (_ (cw_tool_get_info (tool)->undo_label));
}

static void
cw_polygon_tool_reset (CwTool *tool, gboolean committed)
{
  get_private (tool)->cuts = FALSE;
}

static CwToolAnswer
set_draw (CwTool *tool, const CwToolSettings *settings)
{
  CwToolCore *core = cw_tool_get_core (tool);

  cw_tool_host_set_settings (core->host, settings);
  cw_tool_move_to (tool, core->raw, core->modifiers);
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
next_angles (CwTool *tool, const CwToolEvent *event)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.draw.polygon_angles
      = (CwAngleMode) ((settings.draw.polygon_angles + 1) % CW_N_ANGLE_MODES);

  return set_draw (tool, &settings);
}

static CwToolAnswer
switch_posture (CwTool *tool, const CwToolEvent *event)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.draw.polygon_posture = !settings.draw.polygon_posture;

  return set_draw (tool, &settings);
}

static CwToolAnswer
switch_hole (CwTool *tool, const CwToolEvent *event)
{
  get_private (tool)->cuts = !get_private (tool)->cuts;
  cw_tool_refresh (tool);

  return CW_TOOL_PREVIEW;
}

static CwToolAnswer
switch_levels (CwTool *tool, const CwToolEvent *event)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  settings.draw.keep_out_all = !settings.draw.keep_out_all;

  return set_draw (tool, &settings);
}

/* what is in progress follows, too */
static void
set_net (CwTool *tool, CwToolSettings *settings, CwNetChoice choice, CwId net)
{
  CwToolCore *core = cw_tool_get_core (tool);

  settings->draw.zone_net_choice = choice;
  settings->draw.zone_net = net;
  if (core->points->len > 0 && choice != CW_NET_OF_PLACE)
    g_array_index (core->points, CwToolPoint, 0).net = net;
}

/* as the place says, each ground and power net, none */
static CwToolAnswer
next_net (CwTool *tool, const CwToolEvent *event)
{
  CwToolCore *core = cw_tool_get_core (tool);
  CwToolSettings settings = *cw_tool_get_settings (tool);
  g_autoptr (GArray) nets = cw_polygon_list_nets (core->base);
  guint index = 0;

  if (settings.draw.zone_net_choice == CW_NET_OF_NONE)
    set_net (tool, &settings, CW_NET_OF_PLACE, CW_ID_NONE);
  else
    {
      if (settings.draw.zone_net_choice == CW_NET_OF_USER)
        while (index < nets->len && g_array_index (nets, CwId, index++) != settings.draw.zone_net)
          ;
      if (index < nets->len)
        set_net (tool, &settings, CW_NET_OF_USER, g_array_index (nets, CwId, index));
      else
        set_net (tool, &settings, CW_NET_OF_NONE, CW_ID_NONE);
    }

  return set_draw (tool, &settings);
}

static gboolean
is_free (CwTool *tool)
{
  return !cw_polygon_is_hole (tool);
}

#define SHARED_ROWS                                                                                  \
  { IN_ARMED, CW_TRIGGER_CLICK, NULL, "point", N_ ("First vertex"), cw_tool_fix_point },             \
      { IN_ARMED, CW_TRIGGER_DRAG, NULL, NULL, N_ ("Draw the first side"), cw_tool_begin_drag },     \
      { IN_ACTIVE,        CW_TRIGGER_CLICK, NULL, "point", N_ ("Next vertex; the first one closes"), \
        cw_tool_fix_point },                                                                         \
      { IN_ACTIVE, CW_TRIGGER_DRAG, NULL, NULL, NULL, cw_tool_begin_drag },                          \
      { IN_ACTIVE, CW_TRIGGER_HOLD, "Shift", NULL, N_ ("Straight"), NULL, CW_HOLD_CONSTRAIN },       \
      { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "<Shift>space",                                        \
        "angle-next",         N_ ("Angles"),  next_angles },                                         \
  {                                                                                                  \
    IN_ACTIVE, CW_TRIGGER_KEY, "slash j", "posture", N_ ("Other posture"), switch_posture            \
  }

static const CwToolAction zone_actions[] = {
  SHARED_ROWS,
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "n", "net-next", N_ ("Other net"), next_net, CW_HOLD_NONE,
    is_free },
  { IN_ARMED, CW_TRIGGER_KEY, "h", "cut-hole", N_ ("Cut a hole"), switch_hole },
  { IN_ARMED, CW_TRIGGER_HOLD, "Alt", NULL, N_ ("Cut a hole into the plane below"), NULL,
    CW_HOLD_FINE },
};

static const CwToolAction keep_out_actions[] = {
  SHARED_ROWS,
  { IN_ARMED | IN_ACTIVE, CW_TRIGGER_KEY, "l", "levels-next", N_ ("This level or all"),
    switch_levels, CW_HOLD_NONE, is_free },
  { IN_ARMED, CW_TRIGGER_KEY, "h", "cut-hole", N_ ("Cut a hole"), switch_hole },
  { IN_ARMED, CW_TRIGGER_HOLD, "Alt", NULL, N_ ("Cut a hole into the keep-out below"), NULL,
    CW_HOLD_FINE },
};

static void
cw_polygon_tool_add_fields (CwTool *tool, GArray *fields)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const char *net = cw_design_get_net_name (core->base, cw_polygon_get_net (tool));

  if (cw_polygon_is_hole (tool))
    return;
  cw_tool_add_text_field (fields, "net", _ ("Net"), net != NULL ? net : "");
}

/* nothing typed is the net of the place, a hyphen is none */
static gboolean
parse_net (CwTool *tool, CwToolSettings *settings, const char *text, GError **error)
{
  CwDesign *design = cw_tool_get_core (tool)->base;
  CwId net = cw_design_find (design, CW_ITEM_NET, text);

  if (net != CW_ID_NONE)
    set_net (tool, settings, CW_NET_OF_USER, net);
  else if (*text == '\0')
    set_net (tool, settings, CW_NET_OF_PLACE, CW_ID_NONE);
  else if (strcmp (text, "-") == 0)
    set_net (tool, settings, CW_NET_OF_NONE, CW_ID_NONE);
  else
    {
      g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_REFERENCE,
                   "there is no net \"%s\" (\"-\" is none)", text);
      return FALSE;
    }

  return TRUE;
}

static gboolean
cw_polygon_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  if (strcmp (name, "net") != 0)
    return cw_tool_refuse_field (name, error);
  if (!parse_net (tool, &settings, text, error))
    return FALSE;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return TRUE;
}

static const struct
{
  const char *word;
  guint8 bit;
} bans[] = {
  { "traces", CW_KEEP_OUT_TRACES }, { "vias", CW_KEEP_OUT_VIAS },
  { "planes", CW_KEEP_OUT_ZONES },  { "pads", CW_KEEP_OUT_PADS },
  { "dies", CW_KEEP_OUT_DIES },     { "passives", CW_KEEP_OUT_PASSIVES },
};

static char *
dup_bans (guint8 forbids)
{
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bans); i++)
    if ((forbids & bans[i].bit) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", bans[i].word);

  return g_string_free (words, FALSE);
}

static gboolean
parse_bans (const char *text, guint8 *forbids, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,;", -1);
  guint8 bits = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize j = 0;

      if (*words[i] == '\0')
        continue;
      while (j < G_N_ELEMENTS (bans) && g_ascii_strcasecmp (words[i], bans[j].word) != 0)
        j++;
      if (j == G_N_ELEMENTS (bans))
        {
          g_set_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE,
                       "\"%s\" is none of traces, vias, planes, pads, dies, passives", words[i]);
          return FALSE;
        }
      bits |= bans[j].bit;
    }
  *forbids = bits != 0 ? bits : CW_KEEP_OUT_ALL;

  return TRUE;
}

static void
cw_keep_out_tool_add_fields (CwTool *tool, GArray *fields)
{
  g_autofree char *words = dup_bans (cw_tool_get_settings (tool)->draw.keep_out_forbids);

  if (!cw_polygon_is_hole (tool))
    cw_tool_add_text_field (fields, "forbids", _ ("Keeps out"), words);
}

/* nothing typed is everything */
static gboolean
cw_keep_out_tool_set_field (CwTool *tool, const char *name, const char *text, GError **error)
{
  CwToolSettings settings = *cw_tool_get_settings (tool);

  if (strcmp (name, "forbids") != 0)
    return cw_tool_refuse_field (name, error);
  if (!parse_bans (text, &settings.draw.keep_out_forbids, error))
    return FALSE;
  cw_tool_host_set_settings (cw_tool_get_host (tool), &settings);

  return TRUE;
}

static void
paint_way (GArray *overlay, const GArray *vertices, guint from, CwMarkStyle style)
{
  for (guint i = from; i + 1 < vertices->len; i++)
    {
      const CwVertex *vertex = &g_array_index (vertices, CwVertex, i);
      CwMark *mark = cw_marks_add (overlay, CW_MARK_LINE, vertex[0].at, vertex[1].at);

      mark->sweep = vertex->sweep;
      mark->style = style;
    }
}

static char *
dup_subject (CwTool *tool)
{
  CwToolCore *core = cw_tool_get_core (tool);
  const CwToolSettings *settings = cw_tool_get_settings (tool);
  const char *net;

  if (cw_polygon_is_hole (tool) || (core->points->len == 0 && wants_hole (tool)))
    return g_strdup (_ ("Hole"));
  if (CW_IS_KEEP_OUT_TOOL (tool))
    return g_strdup (settings->draw.keep_out_all ? _ ("Keep-out on all levels") : _ ("Keep-out"));
  net = cw_design_get_net_name (core->base, cw_polygon_get_net (tool));

  return g_strdup (net != NULL && *net != '\0' ? net : _ ("No net"));
}

static void
cw_polygon_tool_paint (CwTool *tool, GArray *overlay)
{
  CwToolCore *core = cw_tool_get_core (tool);
  g_autoptr (GArray) vertices = cw_polygon_list_vertices (tool, TRUE);
  g_autofree char *subject = NULL;
  g_autofree char *area = NULL;
  guint n_way = vertices->len;

  if (core->state == CW_TOOL_IDLE)
    return;
  paint_way (overlay, vertices, 0, CW_MARK_SOLID);
  if (n_way > 1)
    {
      CwVertex first = g_array_index (vertices, CwVertex, 0);

      cw_polygon_add_closing (tool, vertices);
      g_array_append_val (vertices, first);
      paint_way (overlay, vertices, n_way - 1, CW_MARK_DASHED);
      g_array_set_size (vertices, vertices->len - 1);
      area = core->preview != NULL ? cw_polygon_dup_area_text (tool, vertices) : NULL;
    }
  for (guint i = 0; i < core->points->len; i++)
    {
      CwPoint at = g_array_index (core->points, CwToolPoint, i).at;

      cw_marks_add (overlay, CW_MARK_HANDLE, at, at)->tone
          = i == 0 && core->points->len >= 3 ? CW_MARK_GOOD : CW_MARK_NORMAL;
    }
  subject = dup_subject (tool);
  cw_marks_add (overlay, CW_MARK_VALUE, core->snap.at, core->snap.at)->text
      = area != NULL ? g_strdup_printf ("%s   %s", subject, area) : g_strdup (subject);
}

static void
cw_polygon_tool_class_init (CwPolygonToolClass *klass)
{
  static const char *const fields[] = { "length", "angle", "x", "y", NULL };
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("polygon");
  tool_class->actions = zone_actions;
  tool_class->n_actions = G_N_ELEMENTS (zone_actions);
  tool_class->fields = fields;
  tool_class->can_resume = TRUE;
  tool_class->commits_ghosts = TRUE;
  tool_class->fix = cw_polygon_tool_fix;
  tool_class->build = cw_polygon_build;
  tool_class->is_complete = cw_polygon_tool_is_complete;
  tool_class->dup_label = cw_polygon_tool_dup_label;
  tool_class->reset = cw_polygon_tool_reset;
  tool_class->resolve = cw_polygon_tool_resolve;
  tool_class->add_fields = cw_polygon_tool_add_fields;
  tool_class->set_field = cw_polygon_tool_set_field;
  tool_class->paint = cw_polygon_tool_paint;
}

static void
cw_polygon_tool_init (CwPolygonTool *self)
{
}

static void
cw_keep_out_tool_class_init (CwKeepOutToolClass *klass)
{
  CwToolClass *tool_class = CW_TOOL_CLASS (klass);

  tool_class->info = cw_tool_registry_find ("keep-out");
  tool_class->actions = keep_out_actions;
  tool_class->n_actions = G_N_ELEMENTS (keep_out_actions);
  tool_class->add_fields = cw_keep_out_tool_add_fields;
  tool_class->set_field = cw_keep_out_tool_set_field;
}

static void
cw_keep_out_tool_init (CwKeepOutTool *self)
{
}
