/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tool-private.h"

G_BEGIN_DECLS

G_DECLARE_FINAL_TYPE (CwBusTool, cw_bus_tool, CW, BUS_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwCavityTool, cw_cavity_tool, CW, CAVITY_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwDieTool, cw_die_tool, CW, DIE_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwPassiveTool, cw_passive_tool, CW, PASSIVE_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwRulerTool, cw_ruler_tool, CW, RULER_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwSectionTool, cw_section_tool, CW, SECTION_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwSelectTool, cw_select_tool, CW, SELECT_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwTraceTool, cw_trace_tool, CW, TRACE_TOOL, CwTool)
G_DECLARE_FINAL_TYPE (CwViaTool, cw_via_tool, CW, VIA_TOOL, CwTool)

G_END_DECLS
