/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/geometry/cw-angle.h"
#include "widgets/tool/cw-selection.h"

G_BEGIN_DECLS

/**
 * CwOverlayKind:
 * @CW_OVERLAY_BOX: a box from @a to @b
 * @CW_OVERLAY_LINE: a leg from @a to @b that turns through @sweep, @width wide; 0 is a thin line
 * @CW_OVERLAY_MARKER: the place a pointer snapped to, @a, named by @text
 * @CW_OVERLAY_DIMENSION: a dimension line from @a to @b with @text
 * @CW_OVERLAY_ITEM: the border of @pick
 * @CW_OVERLAY_GHOST: @pick as the preview has it
 * @CW_OVERLAY_HALO: a thin dashed line @width around @pick
 * @CW_OVERLAY_AIRWIRE: a link that is still to be wired, from @a to @b
 * @CW_OVERLAY_HANDLE: a handle at @a
 * @CW_OVERLAY_SECTION: a leg of the section line from @a to @b
 * @CW_OVERLAY_BADGE: @text beside the pointer at @a, with a sign for the tone
 *
 * What is drawn above the design.
 */
typedef enum
{
  CW_OVERLAY_BOX,
  CW_OVERLAY_LINE,
  CW_OVERLAY_MARKER,
  CW_OVERLAY_DIMENSION,
  CW_OVERLAY_ITEM,
  CW_OVERLAY_GHOST,
  CW_OVERLAY_HALO,
  CW_OVERLAY_AIRWIRE,
  CW_OVERLAY_HANDLE,
  CW_OVERLAY_SECTION,
  CW_OVERLAY_BADGE,
} CwOverlayKind;

/**
 * CwOverlayStyle:
 *
 * How a mark is drawn.
 */
typedef enum
{
  CW_OVERLAY_SOLID,
  CW_OVERLAY_DASHED,
  CW_OVERLAY_OUTLINED,
  CW_OVERLAY_HATCHED,
} CwOverlayStyle;

/**
 * CwOverlayTone:
 *
 * What a mark says.
 */
typedef enum
{
  CW_OVERLAY_NORMAL,
  CW_OVERLAY_GOOD,
  CW_OVERLAY_WARNING,
  CW_OVERLAY_ERROR,
} CwOverlayTone;

/**
 * CwOverlayMark:
 * @kind: what it is
 * @style: how it is drawn
 * @tone: what it says
 * @a: first point [nm]
 * @b: second point [nm]
 * @sweep: turn of a leg [µdeg]
 * @width: width of a leg or of a halo [nm]
 * @pick: an item, in the preview if there is one, or a die pad
 * @text: (nullable): words, owned by the overlay
 *
 * One mark of an overlay.
 */
typedef struct
{
  CwOverlayKind kind;
  CwOverlayStyle style;
  CwOverlayTone tone;
  CwPoint a;
  CwPoint b;
  CwAngle sweep;
  CwCoord width;
  CwPick pick;
  char *text;
} CwOverlayMark;

GArray *cw_overlay_new (void);
CwOverlayMark *cw_overlay_add (GArray *overlay, CwOverlayKind kind, CwPoint a, CwPoint b);
CwOverlayMark *cw_overlay_add_pick (GArray *overlay, CwOverlayKind kind, CwPick pick);

G_END_DECLS
