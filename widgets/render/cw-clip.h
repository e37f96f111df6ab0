/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CwSpot:
 * @x: to the right [px]
 * @y: down [px]
 *
 * A point of a picture.
 */
typedef struct
{
  double x;
  double y;
} CwSpot;

/**
 * CwFrame:
 * @left: [px]
 * @top: [px]
 * @right: [px]
 * @bottom: [px]
 *
 * A rectangle of a picture. Cairo misdraws what ends far outside of its surface, so
 * that everything is clipped to one before Cairo sees it.
 */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} CwFrame;

gboolean cw_frame_clip_segment (const CwFrame *self, CwSpot *a, CwSpot *b);
void cw_frame_clip_ring (const CwFrame *self, GArray *ring);

G_END_DECLS
