/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-section-painter.h"

G_BEGIN_DECLS

#define CW_SECTION_LEAST (2.0) /* thinner pieces are drawn so high, and marked [px] */

typedef struct
{
  cairo_t *cr;
  CwSection *section;
  const CwDesign *design;
  const CwTechnology *technology;
  const CwTheme *theme;
  CwSectionView view;
  int width;
  int height;
} CwSectionPainter;

CwSpot cw_section_painter_get_spot (const CwSectionPainter *self, CwPoint p);
CwColour cw_section_painter_get_colour (const CwSectionPainter *self, guint8 material,
                                        guint8 level);
CwColour cw_section_painter_get_hatch_colour (const CwSectionPainter *self, guint8 material);
double cw_section_painter_measure_legend (const CwSectionPainter *self);
void cw_section_painter_paint_legend (const CwSectionPainter *self);
void cw_section_painter_paint_names (const CwSectionPainter *self);
void cw_section_painter_paint_scale (const CwSectionPainter *self);

G_END_DECLS
