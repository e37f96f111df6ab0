/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CwColour:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 to 1, not multiplied into the others
 *
 * A colour in sRGB.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} CwColour;

CwColour cw_colour_from_rgb (guint32 rgb);
CwColour cw_colour_with_alpha (CwColour colour, double alpha);
CwColour cw_colour_mix (CwColour from, CwColour to, double share);
double cw_colour_get_luminance (CwColour colour);
double cw_colour_get_contrast (CwColour a, CwColour b);
CwColour cw_colour_pick_text (CwColour ground);
void cw_colour_set_source (CwColour colour, cairo_t *cr);

G_END_DECLS
