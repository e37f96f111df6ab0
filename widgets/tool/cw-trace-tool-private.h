/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-legs.h"
#include "widgets/tool/cw-tool-private.h"
#include "widgets/tool/cw-wiring.h"

G_BEGIN_DECLS

/* where a trace would end */
typedef struct
{
  gboolean ends; /* on something that it may be connected to */
  CwHit hit;     /* what that is */
  CwViaSize via; /* a via that it needs there, hole 0 for none */
  guint8 via_from;
  guint8 via_to;
} CwTraceEnd;

/* cw-trace-build.c */
CwId cw_trace_get_net (CwTool *tool);
void cw_trace_find_end (CwTool *tool, CwPoint at, CwTraceEnd *end);
CwDesign *cw_trace_build (CwTool *tool, const CwLeg *legs, guint n_legs, const CwTraceEnd *end,
                          GError **error);
gboolean cw_trace_needs_via (const CwDesign *design, const CwHit *hit, CwPoint at);

G_END_DECLS
