/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-bus.h"
#include "model/package/cw-shape-cache.h"

G_BEGIN_DECLS

/* all shapes of a bus (element-type CwMadeShape), see cw_shape_cache_get () */
const GArray *cw_bus_get_shapes (const CwBus *self, const CwTechnology *technology);

G_END_DECLS
