/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-item.h"

G_BEGIN_DECLS

/**
 * CwText:
 * @text: what it says, one line of UTF-8
 * @at: left end of the base line [nm]
 * @height: height of a capital letter [nm]
 * @width: width of a stroke [nm]
 * @angle: turn about @at [µdeg]
 * @mirror: whether it is read from below
 * @level: index of its level
 * @flags: %CwItemFlags
 *
 * Text drawn with the stroke font, so that it is metal like any other.
 */
typedef struct
{
  GRefString *text;
  CwPoint at;
  CwCoord height;
  CwCoord width;
  CwAngle angle;
  guint8 mirror;
  guint8 level;
  guint8 flags;
} CwText;

extern const CwItemClass cw_text_class;

G_END_DECLS
