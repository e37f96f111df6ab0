/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

#include "model/check/cw-check.h"

G_BEGIN_DECLS

#define CW_TYPE_VIOLATION_ROW (cw_violation_row_get_type ())

/**
 * CwViolationRow:
 *
 * One violation of a result.
 */
G_DECLARE_FINAL_TYPE (CwViolationRow, cw_violation_row, CW, VIOLATION_ROW, GObject)

const CwViolation *cw_violation_row_get (CwViolationRow *self);
char *cw_violation_row_dup_text (CwViolationRow *self);

#define CW_TYPE_VIOLATION_MODEL (cw_violation_model_get_type ())

/**
 * CwViolationModel:
 *
 * The violations of a result as a list, whose rows are made when they are looked at.
 */
G_DECLARE_FINAL_TYPE (CwViolationModel, cw_violation_model, CW, VIOLATION_MODEL, GObject)

CwViolationModel *cw_violation_model_new (void);
void cw_violation_model_set_result (CwViolationModel *self, CwCheckResult *result);

G_END_DECLS
