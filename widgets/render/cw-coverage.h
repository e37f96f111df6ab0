/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <cairo.h>

#include "widgets/render/cw-hatch.h"

G_BEGIN_DECLS

/**
 * CwCoverage:
 *
 * How much of each pixel of a picture one level covers. Within a level the
 * greatest coverage holds, so that shapes that touch leave no seam. Discs, thick segments and
 * boxes are rasterised here, several times faster than by Cairo; used by one thread.
 */
typedef struct _CwCoverage CwCoverage;

CwCoverage *cw_coverage_new (int width, int height);
void cw_coverage_free (CwCoverage *self);
void cw_coverage_clear (CwCoverage *self);
gboolean cw_coverage_is_empty (const CwCoverage *self);
void cw_coverage_add_capsule (CwCoverage *self, CwSpot a, CwSpot b, double width);
void cw_coverage_add_box (CwCoverage *self, CwFrame box);
void cw_coverage_add_ring (CwCoverage *self, CwSpot centre, double diameter, double width,
                           double dash);
void cw_coverage_hatch (CwCoverage *self, CwHatch hatch, CwSpot phase, double spacing,
                        double width);
cairo_t *cw_coverage_begin (CwCoverage *self);
void cw_coverage_end (CwCoverage *self);
void cw_coverage_paint (CwCoverage *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCoverage, cw_coverage_free)

G_END_DECLS
