/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tool-private.h"

G_BEGIN_DECLS

/* what tools share that draw a rectangle from corner to corner */
CwToolStep cw_area_fix (CwTool *tool);
gboolean cw_area_get_box (CwTool *tool, gboolean with_pointer, CwBox *box);
void cw_area_paint (CwTool *tool, GArray *overlay);

G_END_DECLS
