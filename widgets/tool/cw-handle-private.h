/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "model/design/cw-edit.h"
#include "model/geometry/cw-path.h"
#include "model/package/cw-passive.h"
#include "widgets/tool/cw-handle.h"

G_BEGIN_DECLS

/* to the nearest multiple of the grid */
gint64 cw_handle_round (gint64 value, CwCoord grid);

/* cw-path-handle.c: vertices first, then the middles of straight legs */
guint cw_path_handle_count (const CwPath *path, gboolean closed);
void cw_path_handle_list (const CwPath *path, gboolean closed, GArray *handles);
CwPath *cw_path_handle_drag (const CwPath *path, gboolean closed, guint handle, CwPoint to,
                             CwCoord grid);

/* cw-handle-rings.c: items that are drawn by paths, whose handles follow one another */
GPtrArray *cw_handle_list_rings (const CwDesign *design, CwId item, gboolean *closed);
CwDesign *cw_handle_drag_ring (CwDesign *design, CwId item, guint handle, CwPoint to, CwCoord grid,
                               GError **error);

/* cw-passive-handle.c: parameters of the form */
void cw_passive_handle_list (const CwPassive *passive, const CwTechnology *technology,
                             GArray *handles);
gboolean cw_passive_handle_drag (CwPassive *passive, const CwTechnology *technology, guint handle,
                                 CwPoint to, CwCoord grid);
CwPassiveParameter cw_passive_handle_get_parameter (const CwPassive *passive, guint handle);

G_END_DECLS
