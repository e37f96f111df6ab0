/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tools-private.h"
#include "widgets/tool/cw-wiring.h"

G_BEGIN_DECLS

/**
 * CwViaTool:
 *
 * Places vias, one by one or in rows, as stacks or staggered.
 */
struct _CwViaTool
{
  CwTool parent_instance;

  gboolean chosen; /* the span is that below, until another level is active */
  CwViaSpan span;
  guint8 active;
};

/* cw-via-build.c */
gboolean cw_via_get_span (CwTool *tool, CwViaSpan *span);
CwViaSize cw_via_get_size (CwTool *tool, CwViaSpan span);
CwCoord cw_via_get_pitch (CwTool *tool, CwViaSpan span);
CwCoord cw_via_get_offset (CwTool *tool, CwViaSpan span);
guint cw_via_get_count (CwTool *tool, CwViaSpan span);
CwDesign *cw_via_build (CwTool *tool, GError **error);
void cw_via_paint (CwTool *tool, GArray *overlay);

G_END_DECLS
