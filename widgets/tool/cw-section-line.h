/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-point.h"

G_BEGIN_DECLS

/**
 * CwLinePart:
 * @CW_LINE_NOTHING: beside the line
 * @CW_LINE_BODY: a leg
 * @CW_LINE_POINT: a point
 *
 * What part of a section line the pointer is on.
 */
typedef enum
{
  CW_LINE_NOTHING,
  CW_LINE_BODY,
  CW_LINE_POINT,
} CwLinePart;

CwLinePart cw_section_line_find (const CwPoint *points, guint n_points, CwPoint at, double reach,
                                 guint *index);
CwPoint cw_section_line_get_shift (const CwPoint *points, guint leg, CwPoint by);
void cw_section_line_shift (CwPoint *points, guint n_points, CwPoint by);
void cw_section_line_insert (GArray *line, guint leg, CwPoint at);
void cw_section_line_straighten (CwPoint *points, guint n_points);
void cw_section_line_reverse (CwPoint *points, guint n_points);

G_END_DECLS
