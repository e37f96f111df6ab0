/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-angle.h"
#include "widgets/tool/cw-selection.h"

G_BEGIN_DECLS

/**
 * CwMarkKind:
 * @CW_MARK_BOX: a box from @a to @b
 * @CW_MARK_LINE: a leg from @a to @b that turns through @sweep, @width wide; 0 is a thin line
 * @CW_MARK_MARKER: the place a pointer snapped to, @a, named by @text
 * @CW_MARK_DIMENSION: a dimension line from @a to @b with @text
 * @CW_MARK_ITEM: the border of @pick
 * @CW_MARK_GHOST: @pick as the preview has it
 * @CW_MARK_HALO: a thin dashed line @width around @pick
 * @CW_MARK_AIRWIRE: a link that is still to be wired, from @a to @b
 * @CW_MARK_HANDLE: a handle at @a
 * @CW_MARK_SECTION: a leg of the section line from @a to @b
 * @CW_MARK_BADGE: @text beside the pointer at @a, with a sign for the tone
 * @CW_MARK_VALUE: @text below the badge at @a
 *
 * What is drawn above the design.
 */
typedef enum
{
  CW_MARK_BOX,
  CW_MARK_LINE,
  CW_MARK_MARKER,
  CW_MARK_DIMENSION,
  CW_MARK_ITEM,
  CW_MARK_GHOST,
  CW_MARK_HALO,
  CW_MARK_AIRWIRE,
  CW_MARK_HANDLE,
  CW_MARK_SECTION,
  CW_MARK_BADGE,
  CW_MARK_VALUE,
} CwMarkKind;

/**
 * CwMarkStyle:
 *
 * How a mark is drawn.
 */
typedef enum
{
  CW_MARK_SOLID,
  CW_MARK_DASHED,
  CW_MARK_OUTLINED,
  CW_MARK_HATCHED,
} CwMarkStyle;

/**
 * CwMarkTone:
 *
 * What a mark says.
 */
typedef enum
{
  CW_MARK_NORMAL,
  CW_MARK_GOOD,
  CW_MARK_WARNING,
  CW_MARK_ERROR,
} CwMarkTone;

/**
 * CwMark:
 * @kind: what it is
 * @style: how it is drawn
 * @tone: what it says
 * @a: first point [nm]
 * @b: second point [nm]
 * @sweep: turn of a leg [µdeg]
 * @width: width of a leg or of a halo [nm]
 * @pick: an item, in the preview if there is one, or a die pad
 * @n_parts: how many of the shapes of @pick are shown, the first ones; 0 for all
 * @text: (nullable): words, owned by the overlay
 *
 * One mark of an overlay.
 */
typedef struct
{
  CwMarkKind kind;
  CwMarkStyle style;
  CwMarkTone tone;
  CwPoint a;
  CwPoint b;
  CwAngle sweep;
  CwCoord width;
  CwPick pick;
  guint n_parts;
  char *text;
} CwMark;

GArray *cw_marks_new (void);
CwMark *cw_marks_add (GArray *overlay, CwMarkKind kind, CwPoint a, CwPoint b);
CwMark *cw_marks_add_pick (GArray *overlay, CwMarkKind kind, CwPick pick);

G_END_DECLS
