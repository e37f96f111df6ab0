/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-stroke-font-private.h"

#define UP CW_STROKE_FONT_UP

static const gint8 box[] = { 4, 0, 24, 0, 24, 40, 4, 40, 4, 0 };
static const CwStrokeGlyph unknown = { 0, 28, 4, G_N_ELEMENTS (box), box };

const CwStrokeGlyph *
cw_stroke_font_get_glyph (gunichar character)
{
  return &unknown;
}
