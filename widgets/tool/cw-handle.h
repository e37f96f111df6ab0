/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/* Handles are points of an item that can be dragged to change its form. They are counted from 0; an item
 * keeps its handles in order while they are dragged, only their places change. */

GArray *cw_handle_list (const CwDesign *design, CwId item);
CwDesign *cw_handle_drag (CwDesign *design, CwId item, guint handle, CwPoint to, CwCoord grid,
                          GError **error);
gboolean cw_handle_is_vertex (const CwDesign *design, CwId item, guint handle);
gboolean cw_handle_has_leg (const CwDesign *design, CwId item, CwPoint at, CwCoord reach);
CwDesign *cw_handle_add_vertex (CwDesign *design, CwId item, CwPoint at, CwCoord reach,
                                CwCoord grid, GError **error);
CwDesign *cw_handle_remove_vertex (CwDesign *design, CwId item, guint handle, GError **error);
CwDesign *cw_handle_change_corner (CwDesign *design, CwId item, guint handle, gboolean is_round,
                                   GError **error);
char *cw_handle_dup_label (const CwDesign *design, CwId item, guint handle);
char *cw_handle_dup_text (const CwDesign *design, CwId item, guint handle, CwUnit unit,
                          gboolean *in_range);

G_END_DECLS
