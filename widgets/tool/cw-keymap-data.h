/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-keymap.h"

G_BEGIN_DECLS

const char *cw_keymap_data_find (CwKeymapKind kind, const char *action, gboolean *found);

G_END_DECLS
