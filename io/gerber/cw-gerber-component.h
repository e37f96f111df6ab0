/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/gerber/cw-gerber-writer.h"
#include "model/design/cw-design.h"

G_BEGIN_DECLS

void cw_gerber_component_add_dies (CwGerberWriter *writer, const CwDesign *design, gboolean x2);

G_END_DECLS
