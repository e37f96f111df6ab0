/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-hatch.h"
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
  CwSectionStyle style;
  CwSectionView view;
  int width;
  int height;
} CwSectionPainter;

/* how a material is shown */
typedef struct
{
  CwColour fill;
  CwColour thin; /* of what is too small for a hatch */
  CwColour ink;  /* of the hatch */
  CwHatch hatch;
  double spacing; /* [px] */
  double width;   /* of its lines [px] */
  double second;  /* how far beside each line another one runs, 0 for none [px] */
  gboolean is_temporary;
} CwSectionLook;

CwSectionLook cw_section_painter_get_look (const CwSectionPainter *self, guint8 material,
                                           guint8 level);
void cw_section_look_paint_hatch (const CwSectionLook *self, cairo_t *cr, CwFrame area,
                                  CwSpot phase, double share);
CwSpot cw_section_painter_get_spot (const CwSectionPainter *self, CwPoint p);
double cw_section_painter_measure_legend (const CwSectionPainter *self);
void cw_section_painter_paint_legend (const CwSectionPainter *self);
void cw_section_painter_paint_names (const CwSectionPainter *self);
void cw_section_painter_paint_scale (const CwSectionPainter *self);

G_END_DECLS
