/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-hit.h"

G_BEGIN_DECLS

GArray *cw_lasso_list (const CwHitQuery *query, const CwPoint *points, gsize n_points);

G_END_DECLS
