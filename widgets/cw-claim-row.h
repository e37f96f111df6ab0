/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

#include "model/claims/cw-claim-coverage.h"

G_BEGIN_DECLS

#define CW_TYPE_CLAIM_ROW (cw_claim_row_get_type ())

/**
 * CwClaimRow:
 *
 * A claim in a list, with what a design makes of it, or the heading of a section of them.
 */
G_DECLARE_FINAL_TYPE (CwClaimRow, cw_claim_row, CW, CLAIM_ROW, GObject)

CwClaimRow *cw_claim_row_new (CwClaimSection section, guint number);
void cw_claim_row_set_coverage (CwClaimRow *self, CwClaimCoverage *coverage);
guint cw_claim_row_get_number (CwClaimRow *self);
CwClaimSection cw_claim_row_get_section (CwClaimRow *self);
CwClaimState cw_claim_row_get_state (CwClaimRow *self);
const char *cw_claim_row_get_reason (CwClaimRow *self);

G_END_DECLS
