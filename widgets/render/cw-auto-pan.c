/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-auto-pan.h"

/* nearer to the border it goes faster */
static const struct
{
  double within; /* of the border [px] */
  double speed;  /* [px/s] */
} speeds[] = { { 8, 1600 }, { 24, 640 }, { CW_AUTO_PAN_BORDER, 200 } };

static double
get_speed (double from_border)
{
  for (gsize i = 0; i < G_N_ELEMENTS (speeds); i++)
    if (from_border < speeds[i].within)
      return speeds[i].speed;

  return 0;
}

/**
 * cw_auto_pan_get_speed:
 * @at: where the pointer drags [px]
 * @width: width of the canvas [px]
 * @height: its height [px]
 *
 * Tells how fast a view follows a drag near its border, in one of three speeds along
 * each axis. A canvas too small to have a middle stays where it is.
 *
 * Returns: how far it goes to the right and down [px/s]
 */
CwSpot
cw_auto_pan_get_speed (CwSpot at, double width, double height)
{
  CwSpot speed = { 0, 0 };

  if (width >= 4 * CW_AUTO_PAN_BORDER)
    speed.x = get_speed (width - at.x) - get_speed (at.x);
  if (height >= 4 * CW_AUTO_PAN_BORDER)
    speed.y = get_speed (height - at.y) - get_speed (at.y);

  return speed;
}
