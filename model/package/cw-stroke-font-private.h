/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The grid that characters are drawn on: a capital letter is 80 high, the base line is 0. */
#define CW_STROKE_FONT_CAP 80
#define CW_STROKE_FONT_TOP 96
#define CW_STROKE_FONT_BOTTOM (-28)
#define CW_STROKE_FONT_UP 127

/* @points are pairs of x and y that are joined; CW_STROKE_FONT_UP lifts the pen. */
typedef struct
{
  gunichar character;
  guint8 advance;
  guint8 n_strokes;
  guint8 n_numbers;
  const gint8 *points;
} CwStrokeGlyph;

const CwStrokeGlyph *cw_stroke_font_get_glyph (gunichar character);

G_END_DECLS
