/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"
#include "model/package/cw-flow.h"

G_BEGIN_DECLS

/* the check of the windows at work */
typedef struct
{
  const CwDesign *design;
  const CwTechnology *technology;
  CwFlow *flow;
  GPtrArray *findings; /* of CwFlowFinding */
} CwFlowWindows;

void cw_flow_windows_add (CwFlowWindows *self, guint step, CwSeverity severity, const char *source,
                          const char *format, ...) G_GNUC_PRINTF (5, 6);
gint cw_flow_windows_find (const CwFlowWindows *self, CwStepKind kind);
char *cw_flow_windows_dup_length (gint64 length);

/* cw-flow-windows-items.c */
void cw_flow_windows_check_dies (CwFlowWindows *self);
void cw_flow_windows_check_cavities (CwFlowWindows *self);
void cw_flow_windows_check_gaps (CwFlowWindows *self);
void cw_flow_windows_check_balls (CwFlowWindows *self);

G_END_DECLS
