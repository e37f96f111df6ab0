/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "model/check/cw-check.h"

G_BEGIN_DECLS

/**
 * CwLiveStatus:
 * @CW_LIVE_NONE: there is nothing to check
 * @CW_LIVE_CHECKING: not known yet
 * @CW_LIVE_LEGAL: no rule is newly broken
 * @CW_LIVE_WARNING: a rule that only warns is
 * @CW_LIVE_ERROR: a rule is
 *
 * What is known of a ghost.
 */
typedef enum
{
  CW_LIVE_NONE,
  CW_LIVE_CHECKING,
  CW_LIVE_LEGAL,
  CW_LIVE_WARNING,
  CW_LIVE_ERROR,
} CwLiveStatus;

/**
 * CwLiveCheck:
 * @status: the worst that is known
 * @violations: (element-type CwViolation): rules that the ghost breaks
 * @n_errors: how many of them are errors that another place would mend
 * @blocked: (element-type CwViolation): rules that the ghost would break had it not been stopped
 * @result: (nullable): the checker's result for the ghost
 *
 * What the checker says of a ghost.
 */
typedef struct
{
  CwLiveStatus status;
  GArray *violations;
  guint n_errors;
  GArray *blocked;
  CwCheckResult *result;
} CwLiveCheck;

char *cw_live_check_dup_text (const CwViolation *violation, const CwDesign *design, CwUnit unit);
gboolean cw_live_check_is_usable (CwCheckResult *base, const CwDiff *diff);
void cw_live_check_take (CwLiveCheck *self, CwCheckResult *base, const CwDiff *diff,
                         CwCheckResult *result);
void cw_live_check_init (CwLiveCheck *self);
void cw_live_check_clear (CwLiveCheck *self);
void cw_live_check_reset (CwLiveCheck *self);
void cw_live_check_run (CwLiveCheck *self, CwCheckResult *base, const CwDiff *diff);

G_END_DECLS
