/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/render/cw-overlay.h"

G_BEGIN_DECLS

#define CW_CARD_COLUMNS 60 /* characters in a line */

/**
 * CwCard:
 * @text: what it says; long lines are broken
 * @at: what it is about [px]
 * @gap: how far it stays from there [px]
 * @above: whether it rather goes above than below
 * @border: colour of its border
 *
 * Some words on a ground of their own, beside a point.
 */
typedef struct
{
  const char *text;
  CwSpot at;
  double gap;
  gboolean above;
  CwColour border;
} CwCard;

CwFrame cw_card_get_frame (const CwCard *self, const CwOverlay *overlay);
void cw_card_paint (const CwCard *self, const CwOverlay *overlay);

G_END_DECLS
