/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/check/cw-check.h"
#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/**
 * CwWaivers:
 *
 * The waivers of a design, to be asked fast. Any thread may read it.
 */
typedef struct _CwWaivers CwWaivers;

CwWaivers *cw_waivers_new (CwDesign *design);
void cw_waivers_free (CwWaivers *self);
CwId cw_waivers_find (const CwWaivers *self, const CwViolation *violation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwWaivers, cw_waivers_free)

guint64 cw_violation_get_hash (const CwViolation *violation, const CwDesign *design);
CwId cw_violation_waive (const CwViolation *violation, CwEdit *edit, const CwDesign *design,
                         const char *reason, const char *date, GError **error);

G_END_DECLS
