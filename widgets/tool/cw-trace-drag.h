/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-move.h"

G_BEGIN_DECLS

/**
 * CwTraceDrag:
 *
 * A leg or a corner of a trace, or a via, about to be dragged with the traces that are joined to it. Asked
 * once at the start of a gesture, applied at every motion.
 */
typedef struct _CwTraceDrag CwTraceDrag;

CwTraceDrag *cw_trace_drag_new (CwDesign *base, CwId item, CwPoint at, CwCoord tolerance,
                                gboolean free, GError **error);
void cw_trace_drag_free (CwTraceDrag *self);
CwDesign *cw_trace_drag_apply (const CwTraceDrag *self, CwPoint by, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwTraceDrag, cw_trace_drag_free)

G_END_DECLS
