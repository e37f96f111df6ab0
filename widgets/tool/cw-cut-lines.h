/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"

G_BEGIN_DECLS

GArray *cw_cut_lines_list (const CwDesign *design);
GArray *cw_cut_lines_dup_points (const CwDesign *design, CwId line);
char *cw_cut_lines_dup_next_name (const CwDesign *design);
CwDesign *cw_cut_lines_add (CwDesign *design, const CwPoint *points, gsize n_points, CwId *line,
                            GError **error);
CwDesign *cw_cut_lines_set_points (CwDesign *design, CwId line, const CwPoint *points,
                                   gsize n_points, GError **error);
CwDesign *cw_cut_lines_rename (CwDesign *design, CwId line, const char *name, GError **error);
CwDesign *cw_cut_lines_remove (CwDesign *design, CwId line, GError **error);

G_END_DECLS
