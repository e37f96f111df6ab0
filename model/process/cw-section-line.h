/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-point.h"

G_BEGIN_DECLS

/**
 * CwSectionLeg:
 * @from: where it begins in the plan [nm]
 * @to: where it ends [nm]
 * @offset: way along the cut up to @from [nm]
 * @length: [nm]
 *
 * A straight leg of a cut line.
 */
typedef struct
{
  CwPoint from;
  CwPoint to;
  double offset;
  double length;
} CwSectionLeg;

/**
 * CwSectionLine:
 * @legs: (element-type CwSectionLeg): its legs, none of them without length
 * @length: length of the whole, cut off at %CW_COORD_MAX [nm]
 *
 * A cut line of one leg or several.
 */
typedef struct
{
  GArray *legs;
  CwCoord length;
} CwSectionLine;

void cw_section_line_init (CwSectionLine *self, const CwPoint *line, gsize n_points);
void cw_section_line_clear (CwSectionLine *self);
CwCoord cw_section_line_get_way (const CwSectionLine *self, const CwSectionLeg *leg, double at);

static inline const CwSectionLeg *
cw_section_line_get_leg (const CwSectionLine *self, guint i)
{
  return &g_array_index (self->legs, CwSectionLeg, i);
}

G_END_DECLS
