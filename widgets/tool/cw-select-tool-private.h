/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-move.h"
#include "widgets/tool/cw-tool-private.h"

G_BEGIN_DECLS

/* cw-select-actions.c: what the select tool does without a gesture */
gboolean cw_select_has_selection (CwTool *self);
CwToolAnswer cw_select_delete (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_nudge (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_lock (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_unroute (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_grow (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_all (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_cancel (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_highlight (CwTool *self, const CwToolEvent *event);
CwToolAnswer cw_select_transform (CwTool *self, const CwTransform *transform, gboolean flip,
                                  const char *label);
CwPoint cw_select_get_centre (CwTool *self);
void cw_select_tell_locked (CwTool *self, const CwMove *move);

G_END_DECLS
