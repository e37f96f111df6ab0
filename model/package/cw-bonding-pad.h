/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-item.h"
#include "model/package/cw-pad-form.h"

G_BEGIN_DECLS

/**
 * CwBallKind:
 *
 * What is put on a bonding pad.
 */
typedef enum
{
  CW_BALL_SOLDER_BALL,
  CW_BALL_BUMP,
  CW_BALL_PIN,
  CW_N_BALL_KINDS
} CwBallKind;

/**
 * CwBall:
 * @kind: what it is
 * @diameter: greatest diameter after reflow; 0 is no ball [nm]
 *
 * The bonding point on a bonding pad.
 */
typedef struct
{
  CwBallKind kind;
  CwCoord diameter;
} CwBall;

/**
 * CwBondingPad:
 * @name: name of the ball, such as `A10`; may be empty
 * @at: centre [nm]
 * @angle: turn about the centre [µdeg]
 * @land: metal on its wiring level
 * @opening: opening of the passivation, none when its width is 0
 * @ubm: under-bump metal in and around the opening, none when its width is 0
 * @ball: what sits on it
 * @net: its net, or %CW_ID_NONE
 * @level: index of its wiring level
 * @flags: %CwItemFlags
 *
 * A bonding pad with the opening above it and its ball: they move as one.
 */
typedef struct
{
  GRefString *name;
  CwPoint at;
  CwAngle angle;
  CwPadForm land;
  CwPadForm opening;
  CwPadForm ubm;
  CwBall ball;
  CwId net;
  guint8 level;
  guint8 flags;
} CwBondingPad;

double cw_ball_get_height (const CwBall *self, CwCoord base);
const char *cw_ball_kind_get_name (CwBallKind kind);
gboolean cw_ball_kind_parse (const char *text, CwBallKind *kind);

extern const CwItemClass cw_bonding_pad_class;

G_END_DECLS
