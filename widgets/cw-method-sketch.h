/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <cairo.h>

#include "model/package/cw-flow.h"

G_BEGIN_DECLS

void cw_method_sketch_paint (cairo_t *cr, CwMethod method, CwSubstrateKind substrate, int width,
                             int height);

G_END_DECLS
