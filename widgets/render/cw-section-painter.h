/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/process/cw-section.h"
#include "widgets/render/cw-clip.h"
#include "widgets/render/cw-plan-painter.h"
#include "widgets/render/cw-theme.h"

G_BEGIN_DECLS

/**
 * CwSectionView:
 * @s: way along the cut at the left border of the picture [nm]
 * @z: height at its upper border [nm]
 * @scale_s: [px/nm]
 * @scale_z: [px/nm]
 *
 * Which part of a section a picture shows.
 */
typedef struct
{
  double s;
  double z;
  double scale_s;
  double scale_z;
} CwSectionView;

/**
 * CwSectionStyle:
 * @theme: colours
 * @black_white: whether it is hatched in black on white instead
 * @legend: whether levels and materials are named beside it
 * @dimensions: whether the thickness of the levels is dimensioned
 *
 * How a section is painted.
 */
typedef struct
{
  const CwTheme *theme;
  gboolean black_white;
  gboolean legend;
  gboolean dimensions;
} CwSectionStyle;

#define CW_SECTION_STYLE_INIT(theme) ((CwSectionStyle){ (theme), FALSE, TRUE, TRUE })

const CwTheme *cw_section_style_get_theme (const CwSectionStyle *self, CwTheme *print);
void cw_section_view_fit_styled (CwSectionView *self, CwSection *section, CwSection *other,
                                 const CwDesign *design, const CwSectionStyle *style, int width,
                                 int height, double factor);
void cw_section_paint_styled (cairo_t *cr, CwSection *section, const CwDesign *design,
                              const CwSectionStyle *style, const CwSectionView *view, int width,
                              int height);
void cw_section_view_fit (CwSectionView *self, CwSection *section, const CwDesign *design,
                          int width, int height, double factor);
void cw_section_paint (cairo_t *cr, CwSection *section, const CwDesign *design,
                       const CwTheme *theme, const CwSectionView *view, int width, int height);
void cw_section_paint_piece (cairo_t *cr, CwSection *section, gsize index,
                             const CwSectionView *view, int width, int height, CwColour colour,
                             CwPlanLook look);

G_END_DECLS
