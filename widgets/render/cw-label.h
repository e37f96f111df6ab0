/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-clip.h"
#include "widgets/render/cw-colour.h"

G_BEGIN_DECLS

#define CW_LABEL_LEAST_SIZE (11)

/**
 * CwLabel:
 * @text: what it says, UTF-8, with line breaks between its lines
 * @size: height of the font, at least %CW_LABEL_LEAST_SIZE on a screen [px]
 * @bold: whether it is bold
 * @at: where it is put [px]
 * @align_x: which part of its width lies at @at: 0 left, 0.5 middle, 1 right
 * @align_y: which part of its height lies at @at: 0 top, 0.5 middle, 1 bottom
 * @angle: turn about @at, clockwise [rad]
 *
 * Some text in a picture.
 */
typedef struct
{
  const char *text;
  int size;
  gboolean bold;
  CwSpot at;
  double align_x;
  double align_y;
  double angle;
} CwLabel;

void cw_label_measure (const CwLabel *self, double *width, double *height);
char *cw_label_dup_wrapped (const char *text, guint columns);
void cw_label_paint (const CwLabel *self, cairo_t *cr, CwColour colour);
void cw_label_paint_halo (const CwLabel *self, cairo_t *cr, CwColour colour, double width);

G_END_DECLS
