/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-flow.h"

G_BEGIN_DECLS

/* How much a step of the whole sequence is asked for. */
typedef enum
{
  CW_NEED_MANDATORY, /* the method asks for it */
  CW_NEED_DEFAULT,   /* left to choice, the template has it */
  CW_NEED_EXTRA,     /* left to choice, the template has it not */
} CwFlowNeed;

typedef struct
{
  CwStep step;
  CwFlowNeed need;
} CwFlowSlot;

/* all steps that a method can have with a stack, in the order of the template */
GArray *cw_flow_list_slots (const CwTechnology *technology, CwMethod method); /* of CwFlowSlot */

/* the check of a flow at work */
typedef struct
{
  const CwFlow *flow;
  const CwTechnology *technology;
  GPtrArray *findings; /* of CwFlowFinding */
} CwFlowCheck;

void cw_flow_check_add (CwFlowCheck *self, guint step, CwSeverity severity, const char *source,
                        const char *format, ...) G_GNUC_PRINTF (5, 6);
void cw_flow_check_order (CwFlowCheck *self);

/* whether the claims' method has steps of the kind */
gboolean cw_method_has_step (CwMethod method, CwStepKind kind);

/* lowest level that the flow wires, CW_LEVEL_NONE for none */
guint cw_flow_get_first_wiring (const CwFlow *self);

G_END_DECLS
