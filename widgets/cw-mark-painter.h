/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "widgets/render/cw-overlay.h"
#include "widgets/render/cw-plan-painter.h"
#include "widgets/tool/cw-marks.h"

G_BEGIN_DECLS

void cw_mark_paint (const CwMark *mark, const CwOverlay *overlay, const CwDesign *design);
gboolean cw_mark_get_frame (const CwMark *mark, const CwOverlay *overlay, const CwDesign *design,
                            CwFrame *frame);
void cw_mark_paint_pick (const CwOverlay *overlay, const CwDesign *design, CwPick pick,
                         CwColour colour, CwPlanLook look);
void cw_mark_paint_line (const CwMark *mark, const CwOverlay *overlay, CwColour colour);
void cw_mark_paint_ruler (const CwOverlay *overlay, CwPoint a, CwPoint b, CwUnit unit);

G_END_DECLS
