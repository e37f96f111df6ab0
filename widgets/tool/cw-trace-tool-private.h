/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-legs.h"
#include "widgets/tool/cw-tools-private.h"
#include "widgets/tool/cw-wiring.h"

G_BEGIN_DECLS

/**
 * CwTraceTool:
 *
 * Draws traces, with vias between levels.
 */
struct _CwTraceTool
{
  CwTool parent_instance;

  GArray *targets;   /* of CwTarget: where the net is still to be wired to */
  GArray *legs;      /* of CwLeg: of the ghost */
  gboolean walks;    /* the legs lead around something */
  double net_length; /* of the traces that a net has, negative for not known yet [nm] */
  CwId measured;     /* that net */
};

/* where a trace would end */
typedef struct
{
  gboolean ends; /* on something that it may be connected to */
  CwHit hit;     /* what that is */
  CwViaSize via; /* a via that it needs there, hole 0 for none */
  guint8 via_from;
  guint8 via_to;
} CwTraceEnd;

/* cw-trace-tool.c */
guint cw_trace_get_level (CwTool *tool);
CwCoord cw_trace_get_width (CwTool *tool);
CwCoord cw_trace_get_radius (CwTool *tool);
void cw_trace_set_active_level (CwTool *tool, guint level);
void cw_trace_set_width (CwTool *tool, CwCoord width);
CwToolStep cw_trace_begin (CwTool *tool);
void cw_trace_add_legs (CwTool *tool, guint n_legs);
void cw_trace_make_legs (CwTool *tool);
const CwTarget *cw_trace_find_target (CwTool *tool, CwPoint from, guint level);

/* cw-trace-actions.c */
extern const CwToolAction cw_trace_actions[];
extern const gsize cw_trace_n_actions;
gboolean cw_trace_go_to_level (CwTool *tool, guint level);

/* cw-trace-fields.c */
void cw_trace_add_fields (CwTool *tool, GArray *fields);
gboolean cw_trace_set_field (CwTool *tool, const char *name, const char *text, GError **error);
void cw_trace_paint (CwTool *tool, GArray *overlay);

/* cw-trace-build.c */
CwId cw_trace_get_net (CwTool *tool);
void cw_trace_find_end (CwTool *tool, CwPoint at, CwTraceEnd *end);
CwDesign *cw_trace_build (CwTool *tool, const CwLeg *legs, guint n_legs, const CwTraceEnd *end,
                          GError **error);
gboolean cw_trace_needs_via (const CwDesign *design, const CwHit *hit, CwPoint at);

/* cw-trace-meet.c */
CwId cw_trace_find_met (const CwDesign *design, guint level, CwPoint from, CwCoord width,
                        const CwLeg *legs, guint n_legs);

G_END_DECLS
