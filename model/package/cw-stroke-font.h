/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-box.h"

G_BEGIN_DECLS

/**
 * CwStroke:
 * @a: one end [nm]
 * @b: the other [nm]
 *
 * A straight stroke of a character.
 */
typedef struct
{
  CwPoint a;
  CwPoint b;
} CwStroke;

/**
 * CwStrokeFunc:
 * @stroke: a stroke of a character
 * @user_data: what the caller passed
 *
 * Called for each stroke of a text.
 */
typedef void (*CwStrokeFunc) (CwStroke stroke, gpointer user_data);

guint32 cw_stroke_font_count_strokes (const char *text);
gboolean cw_stroke_font_get_stroke (const char *text, CwCoord height, guint32 index,
                                    CwStroke *stroke);
void cw_stroke_font_foreach_stroke (const char *text, CwCoord height, CwStrokeFunc func,
                                    gpointer user_data);
CwBox cw_stroke_font_get_cell (const char *text, CwCoord height);

G_END_DECLS
