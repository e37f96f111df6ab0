/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/claims/cw-claim.h"
#include "model/design/cw-design.h"

G_BEGIN_DECLS

#define CW_TYPE_CLAIM_COVERAGE (cw_claim_coverage_get_type ())

/**
 * CwClaimCoverage:
 *
 * What a design makes of each claim, and what speaks for it: an immutable, reference-counted value.
 */
typedef struct _CwClaimCoverage CwClaimCoverage;

GType cw_claim_coverage_get_type (void) G_GNUC_CONST;
CwClaimCoverage *cw_claim_coverage_new (CwDesign *design);
CwClaimCoverage *cw_claim_coverage_ref (CwClaimCoverage *self);
void cw_claim_coverage_unref (CwClaimCoverage *self);
CwDesign *cw_claim_coverage_get_design (const CwClaimCoverage *self);
CwClaimState cw_claim_coverage_get_state (const CwClaimCoverage *self, guint number);
const char *cw_claim_coverage_get_reason (const CwClaimCoverage *self, guint number);
const CwId *cw_claim_coverage_get_items (const CwClaimCoverage *self, guint number, gsize *n_items);
CwBox cw_claim_coverage_get_area (const CwClaimCoverage *self, guint number);
guint cw_claim_coverage_count (const CwClaimCoverage *self, CwClaimState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwClaimCoverage, cw_claim_coverage_unref)

G_END_DECLS
