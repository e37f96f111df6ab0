/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-plan-view.h"

G_BEGIN_DECLS

/**
 * CwViewHistory:
 *
 * The views that a plan was looked at with, to go back to and forth.
 */
typedef struct _CwViewHistory CwViewHistory;

CwViewHistory *cw_view_history_new (void);
void cw_view_history_free (CwViewHistory *self);
void cw_view_history_add (CwViewHistory *self, const CwPlanView *view);
gboolean cw_view_history_go (CwViewHistory *self, int step, CwPlanView *view);
guint cw_view_history_get_n (const CwViewHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwViewHistory, cw_view_history_free)

G_END_DECLS
