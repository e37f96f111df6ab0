/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "model/geometry/cw-point.h"

G_BEGIN_DECLS

gboolean cw_goto_parse (const char *text, CwUnit unit, CwPoint from, CwPoint *to, GError **error);

G_END_DECLS
