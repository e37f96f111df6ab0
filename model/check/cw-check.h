/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

#include "model/connect/cw-connect.h"
#include "model/design/cw-diff.h"

G_BEGIN_DECLS

#define CW_VIOLATION_NO_RULE G_MAXUINT

/**
 * CwViolation:
 * @rule: index of the broken rule in the technology, %CW_VIOLATION_NO_RULE for what holds without one
 * @kind: kind of the rule
 * @severity: how bad it is
 * @found: what was found, rounded down, 0 for kinds that measure nothing [nm]
 * @needed: what the rule asks for [nm]
 * @items: the two items, the second one %CW_ID_NONE where one is concerned, both where the stack or
 *   the flow is
 * @parts: which shapes of them, or what the kind of rule notes there
 * @nets: their nets
 * @at: the nearest points of the two, or where the fault of the one is [nm]
 * @level: index of the level, %CW_LEVEL_NONE where it spans several
 * @fault: which of the faults that the kind of rule knows, 0 for kinds with one
 *
 * A broken rule.
 */
typedef struct
{
  guint rule;
  CwRuleKind kind;
  CwSeverity severity;
  gint64 found;
  gint64 needed;
  CwId items[2];
  guint32 parts[2];
  CwId nets[2];
  CwPoint at[2];
  guint8 level;
  guint8 fault;
} CwViolation;

const char *cw_violation_get_rule_name (const CwViolation *violation, const CwDesign *design);
char *cw_violation_format (const CwViolation *violation, const CwDesign *design);

#define CW_TYPE_CHECK_RESULT (cw_check_result_get_type ())

/**
 * CwCheckResult:
 *
 * What a check of a whole design found: an immutable, reference-counted value. It
 * holds the design, and what is needed to check the next one fast.
 */
typedef struct _CwCheckResult CwCheckResult;

GType cw_check_result_get_type (void) G_GNUC_CONST;
CwCheckResult *cw_check_result_ref (CwCheckResult *self);
void cw_check_result_unref (CwCheckResult *self);
CwDesign *cw_check_result_get_design (const CwCheckResult *self);
CwConnect *cw_check_result_get_connect (const CwCheckResult *self);
gboolean cw_check_result_is_complete (const CwCheckResult *self);
gsize cw_check_result_get_n_violations (const CwCheckResult *self);
const CwViolation *cw_check_result_get_violation (const CwCheckResult *self, gsize index);
gboolean cw_check_result_equal (const CwCheckResult *a, const CwCheckResult *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCheckResult, cw_check_result_unref)

/**
 * CwCheckProgress:
 * @fraction: how much is done, 0 to 1
 * @user_data: what the caller passed
 *
 * Called from any worker thread.
 */
typedef void (*CwCheckProgress) (double fraction, gpointer user_data);

/**
 * CwCheckOptions:
 * @n_threads: how many threads work, 0 for as many as there are processors
 * @cancellable: (nullable): ends the check
 * @progress: (nullable): told of the progress
 * @user_data: passed to @progress
 * @window_shapes: how many shapes are checked in one go, 0 for what is fast; the
 *   result does not depend on it
 *
 * How to check.
 */
typedef struct
{
  guint n_threads;
  GCancellable *cancellable;
  CwCheckProgress progress;
  gpointer user_data;
  gsize window_shapes;
} CwCheckOptions;

CwCheckResult *cw_check_run (CwDesign *design, const CwCheckOptions *options, GError **error);
CwCheckResult *cw_check_update (CwCheckResult *base, const CwDiff *diff);

G_END_DECLS
