/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tools-private.h"

G_BEGIN_DECLS

/* cw-polygon-path.c: the border in the making */
gboolean cw_polygon_is_hole (CwTool *tool);
CwId cw_polygon_get_item (CwTool *tool);
GArray *cw_polygon_list_vertices (CwTool *tool, gboolean with_pointer);
void cw_polygon_add_closing (CwTool *tool, GArray *vertices);
gboolean cw_polygon_check_way (const GArray *vertices, GError **error);
gboolean cw_polygon_add_points (CwTool *tool);
gboolean cw_polygon_is_at_first (CwTool *tool);

/* cw-polygon-build.c: what the border is of */
CwId cw_polygon_get_net (CwTool *tool);
guint cw_polygon_get_level (CwTool *tool);
CwDesign *cw_polygon_build (CwTool *tool, gboolean with_pointer, GError **error);
char *cw_polygon_dup_area_text (CwTool *tool, const GArray *vertices);
GArray *cw_polygon_list_nets (const CwDesign *design);

G_END_DECLS
