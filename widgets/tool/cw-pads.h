/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"
#include "widgets/tool/cw-draw-settings.h"

G_BEGIN_DECLS

/* What bonding pads are like where nothing else is said: balls at a pitch of 0.5 mm. */
#define CW_USUAL_PITCH (500 * CW_UM)
#define CW_USUAL_LAND (235 * CW_UM)
#define CW_USUAL_OPENING (170 * CW_UM)
#define CW_USUAL_BALL (261 * CW_UM)
#define CW_USUAL_UBM (200 * CW_UM)

void cw_pads_init (const CwDesign *design, const CwDrawSettings *settings, CwBondingPad *pad);
GHashTable *cw_pads_list_names (const CwDesign *design);
GHashTable *cw_pads_list_places (const CwDesign *design);
char *cw_pads_dup_next_name (const CwDesign *design, CwPoint at);
guint cw_pads_get_next_row (const CwDesign *design);

G_END_DECLS
