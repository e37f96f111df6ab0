/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

GArray *cw_cli_get_line (const CwDesign *design, const char *text, char **name, GError **error);

G_END_DECLS
