/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gtk/gtk.h>

#include "model/claims/cw-claim-coverage.h"
#include "widgets/cw-editor.h"

G_BEGIN_DECLS

#define CW_TYPE_CLAIMS_PANEL (cw_claims_panel_get_type ())

/**
 * CwClaimsPanel:
 *
 * The list of the claims with what the design makes of each, found in a worker thread while the
 * panel is seen.
 */
G_DECLARE_FINAL_TYPE (CwClaimsPanel, cw_claims_panel, CW, CLAIMS_PANEL, GtkWidget)

GtkWidget *cw_claims_panel_new (void);
void cw_claims_panel_set_editor (CwClaimsPanel *self, CwEditor *editor);
CwClaimCoverage *cw_claims_panel_get_coverage (CwClaimsPanel *self);
gboolean cw_claims_panel_is_settled (CwClaimsPanel *self);

G_END_DECLS
