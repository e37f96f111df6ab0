/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-polygon.h"

G_BEGIN_DECLS

GPtrArray *cw_polygons_unite (GPtrArray *polygons, GError **error);
GPtrArray *cw_polygons_intersect (GPtrArray *a, GPtrArray *b, GError **error);
GPtrArray *cw_polygons_subtract (GPtrArray *a, GPtrArray *b, GError **error);
GPtrArray *cw_polygons_offset (GPtrArray *polygons, CwCoord by, CwCoord sagitta, GError **error);
double cw_polygons_get_area (GPtrArray *polygons);

G_END_DECLS
