/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/tool/cw-tool-registry.h"

#include <glib/gi18n.h>

#include "widgets/tool/cw-tools-private.h"

static const struct
{
  CwToolInfo info;
  GType (*get_type) (void);
} tools[] = {
  { { "select", N_ ("Select"), "cw-select-symbolic", "Escape", N_ ("Select and move items"),
      N_ ("Move"), N_ ("move pick arrow pointer"), "select" },
    cw_select_tool_get_type },
  { { "place-die", N_ ("Die"), "cw-place-die-symbolic", "a", N_ ("Place a die"), N_ ("Place die"),
      N_ ("chip component part footprint add"), "place-die" },
    cw_die_tool_get_type },
  { { "place-passive", N_ ("Passive"), "cw-place-passive-symbolic", "<Shift>a",
      N_ ("Place a resistor, inductor, capacitor, wave-guide, filter or sensor"),
      N_ ("Place passive device"), N_ ("resistor inductor capacitor device part add"),
      "place-die" },
    cw_passive_tool_get_type },
  { { "trace", N_ ("Trace"), "cw-trace-symbolic", "x", N_ ("Draw a trace on the active level"),
      N_ ("Draw trace"), N_ ("route wire track line draw"), "trace" },
    cw_trace_tool_get_type },
  { { "bus", N_ ("Bus"), "cw-bus-symbolic", "b",
      N_ ("Draw a power or ground bus on the active level"), N_ ("Draw bus"),
      N_ ("power ground rail ring mesh spine"), "trace" },
    cw_bus_tool_get_type },
  { { "via", N_ ("Via"), "cw-via-symbolic", "v", N_ ("Place a via"), N_ ("Place via"),
      N_ ("hole connection between levels"), "via" },
    cw_via_tool_get_type },
  { { "bonding-pad", N_ ("Pad"), "cw-bonding-pad-symbolic", "<Shift>p",
      N_ ("Place a bonding pad with its ball"), N_ ("Place bonding pad"),
      N_ ("ball bump pin land terminal"), "bonding-pad" },
    cw_pad_tool_get_type },
  { { "ball-array", N_ ("Balls"), "cw-ball-array-symbolic", "<Control><Shift>b",
      N_ ("Draw an array of bonding pads, and leave pads out"), N_ ("Place array of bonding pads"),
      N_ ("grid bga pads depopulate jedec"), "bonding-pad" },
    cw_array_tool_get_type },
  { { "polygon", N_ ("Plane"), "cw-polygon-symbolic", "p",
      N_ ("Draw a plane on the active level, or a hole in one"), N_ ("Draw plane"),
      N_ ("polygon zone area pour copper fill ground power"), "polygon" },
    cw_polygon_tool_get_type },
  { { "keep-out", N_ ("Keep-out"), "cw-keep-out-symbolic", "<Control><Shift>k",
      N_ ("Draw an area that traces, vias, planes, pads, dies or passives keep out of"),
      N_ ("Draw keep-out"), N_ ("rule area restrict forbid"), "polygon" },
    cw_keep_out_tool_get_type },
  { { "cavity", N_ ("Cavity"), "cw-cavity-symbolic", "c", N_ ("Open a cavity in the substrate"),
      N_ ("Draw cavity"), N_ ("opening pocket recess"), "polygon" },
    cw_cavity_tool_get_type },
  { { "text", N_ ("Text"), "cw-text-symbolic", "<Control><Shift>t",
      N_ ("Place a text on the active level"), N_ ("Place text"), N_ ("label marking letters"),
      "text" },
    cw_text_tool_get_type },
  { { "fiducial", N_ ("Fiducial"), "cw-fiducial-symbolic", "",
      N_ ("Place a mark that machines align by"), N_ ("Place fiducial"),
      N_ ("alignment mark cross target"), "text" },
    cw_fiducial_tool_get_type },
  { { "section-line", N_ ("Section"), "cw-section-line-symbolic", "s",
      N_ ("Draw and move the lines that the package is cut along"), N_ ("Draw cut line"),
      N_ ("cut cross-section"), "section-line" },
    cw_section_tool_get_type },
  { { "ruler", N_ ("Ruler"), "cw-ruler-symbolic", "k", N_ ("Measure a distance"), N_ ("Measure"),
      N_ ("measure distance dimension"), "ruler" },
    cw_ruler_tool_get_type },
};

/**
 * cw_tool_registry_get_n:
 *
 * Counts the tools.
 *
 * Returns: how many there are
 */
guint
cw_tool_registry_get_n (void)
{
  return G_N_ELEMENTS (tools);
}

/**
 * cw_tool_registry_get:
 * @index: which tool, in the order of the toolbar
 *
 * Gets what the toolbar shows of a tool.
 *
 * Returns: (transfer none): its name and texts
 */
const CwToolInfo *
cw_tool_registry_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (tools), NULL);

  return &tools[index].info;
}

/**
 * cw_tool_registry_find:
 * @name: name of a tool
 *
 * Finds a tool by its name.
 *
 * Returns: (transfer none) (nullable): its name and texts, %NULL when there is none
 */
const CwToolInfo *
cw_tool_registry_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    if (strcmp (tools[i].info.name, name) == 0)
      return &tools[i].info;

  return NULL;
}

/**
 * cw_tool_registry_get_tool_type:
 * @name: name of a tool
 *
 * Finds the type of a tool by its name.
 *
 * Returns: the type, %G_TYPE_INVALID when there is none
 */
GType
cw_tool_registry_get_tool_type (const char *name)
{
  g_return_val_if_fail (name != NULL, G_TYPE_INVALID);

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    if (strcmp (tools[i].info.name, name) == 0)
      return tools[i].get_type ();

  return G_TYPE_INVALID;
}

/**
 * cw_tool_registry_new_tool:
 * @name: name of a tool
 * @host: what it works with
 *
 * Makes a tool; arm it with cw_tool_arm ().
 *
 * Returns: (transfer full) (nullable): the tool, %NULL when there is none of that name
 */
CwTool *
cw_tool_registry_new_tool (const char *name, CwToolHost *host)
{
  g_return_val_if_fail (name != NULL && CW_IS_TOOL_HOST (host), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    if (strcmp (tools[i].info.name, name) == 0)
      return g_object_new (tools[i].get_type (), "host", host, NULL);

  return NULL;
}
