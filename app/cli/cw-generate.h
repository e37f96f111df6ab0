/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"

G_BEGIN_DECLS

CwDesign *cw_generate_bench (guint32 n_items, guint32 seed, GError **error);
CwDesign *cw_generate_two_die (guint32 seed, GError **error);

G_END_DECLS
