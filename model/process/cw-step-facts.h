/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-flow.h"

G_BEGIN_DECLS

const char *cw_step_facts_get_claims (CwMethod method, CwStepKind kind);
const char *cw_step_facts_get_window (CwStepKind kind);

G_END_DECLS
