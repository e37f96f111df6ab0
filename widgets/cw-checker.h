/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/cw-editor.h"

G_BEGIN_DECLS

/**
 * CwCheckerState:
 * @CW_CHECKER_IDLE: never run, or stopped before it was done
 * @CW_CHECKER_RUNNING: at work
 * @CW_CHECKER_DONE: the result is of the current design
 *
 * What is known of the rules.
 */
typedef enum
{
  CW_CHECKER_IDLE,
  CW_CHECKER_RUNNING,
  CW_CHECKER_DONE,
} CwCheckerState;

#define CW_TYPE_CHECKER (cw_checker_get_type ())

/**
 * CwChecker:
 *
 * Checks a document: wholly in worker threads when asked, then each change.
 */
G_DECLARE_FINAL_TYPE (CwChecker, cw_checker, CW, CHECKER, GObject)

CwChecker *cw_checker_new (CwEditor *editor);
void cw_checker_run (CwChecker *self);
void cw_checker_cancel (CwChecker *self);
CwCheckerState cw_checker_get_state (CwChecker *self);
double cw_checker_get_fraction (CwChecker *self);
CwCheckResult *cw_checker_get_result (CwChecker *self);
void cw_checker_count (CwChecker *self, gsize *n_errors, gsize *n_warnings);
gsize cw_checker_get_n_waived (CwChecker *self);
CwId cw_checker_get_waiver (CwChecker *self, gsize index);

G_END_DECLS
