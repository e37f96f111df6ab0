/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/check/cw-check.h"

G_BEGIN_DECLS

/* what a check must find, by comparing everything with everything: a line a message, sorted */
GPtrArray *oracle_check (CwDesign *design);

/* the same lines of a result */
GPtrArray *oracle_list (const CwCheckResult *result);

G_END_DECLS
