/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tool-private.h"

G_BEGIN_DECLS

G_DECLARE_FINAL_TYPE (CwArrayTool, cw_array_tool, CW, ARRAY_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwBusTool, cw_bus_tool, CW, BUS_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwCavityTool, cw_cavity_tool, CW, CAVITY_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwDieTool, cw_die_tool, CW, DIE_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwFiducialTool, cw_fiducial_tool, CW, FIDUCIAL_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwPadTool, cw_pad_tool, CW, PAD_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwPassiveTool, cw_passive_tool, CW, PASSIVE_TOOL, CwTool)
#define CW_TYPE_POLYGON_TOOL (cw_polygon_tool_get_type ())
G_DECLARE_DERIVABLE_TYPE (CwPolygonTool, cw_polygon_tool, CW, POLYGON_TOOL, CwTool)

struct _CwPolygonToolClass
{
  CwToolClass parent_class;
};

G_DECLARE_FINAL_TYPE (CwKeepOutTool, cw_keep_out_tool, CW, KEEP_OUT_TOOL, CwPolygonTool)
G_DECLARE_FINAL_TYPE (CwRulerTool, cw_ruler_tool, CW, RULER_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwSectionTool, cw_section_tool, CW, SECTION_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwSelectTool, cw_select_tool, CW, SELECT_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwTextTool, cw_text_tool, CW, TEXT_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwTraceTool, cw_trace_tool, CW, TRACE_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwViaTool, cw_via_tool, CW, VIA_TOOL, CwTool)

/* cw-pad-tool.c: sizes of the next bonding pad */
gboolean cw_pad_tool_set_size (CwTool *self, const char *name, const char *text, GError **error);

G_END_DECLS
