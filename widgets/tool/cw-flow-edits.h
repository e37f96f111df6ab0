/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/**
 * CwViaMode:
 * @CW_VIA_MODE_WITH: all vias are filled with their wiring
 * @CW_VIA_MODE_BEFORE: all are filled before it, in steps of their own
 * @CW_VIA_MODE_MIXED: some so, some so
 *
 * How the vias of a design are filled.
 */
typedef enum
{
  CW_VIA_MODE_WITH,
  CW_VIA_MODE_BEFORE,
  CW_VIA_MODE_MIXED,
} CwViaMode;

gboolean cw_flow_edits_is_template (const CwDesign *design);
CwDesign *cw_flow_edits_set (CwDesign *design, CwFlow *flow, GError **error);
CwDesign *cw_flow_edits_set_method (CwDesign *design, CwMethod method, GError **error);
CwDesign *cw_flow_edits_move_step (CwDesign *design, guint step, guint to, GError **error);
CwDesign *cw_flow_edits_remove_step (CwDesign *design, guint step, GError **error);
CwDesign *cw_flow_edits_add_step (CwDesign *design, CwStepKind kind, guint level, GError **error);
CwViaMode cw_flow_edits_get_via_mode (const CwDesign *design);
CwDesign *cw_flow_edits_set_via_mode (CwDesign *design, CwViaMode mode, GError **error);
gboolean cw_flow_edits_fills_before_removal (const CwFlow *flow);
CwDesign *cw_flow_edits_set_second_fill (CwDesign *design, gboolean before_removal, GError **error);

G_END_DECLS
