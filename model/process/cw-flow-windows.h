/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"
#include "model/package/cw-flow.h"

G_BEGIN_DECLS

GPtrArray *cw_flow_check_windows (CwDesign *design);

G_END_DECLS
