/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-colour.h"

#include <math.h>

/**
 * cw_colour_from_rgb:
 * @rgb: 0xRRGGBB
 *
 * Returns: the opaque colour
 */
CwColour
cw_colour_from_rgb (guint32 rgb)
{
  return (CwColour){ (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, 1 };
}

/**
 * cw_colour_with_alpha:
 * @colour: a colour
 * @alpha: its new alpha, 0 to 1
 *
 * Returns: the colour with that alpha
 */
CwColour
cw_colour_with_alpha (CwColour colour, double alpha)
{
  colour.alpha = alpha;

  return colour;
}

/**
 * cw_colour_mix:
 * @from: a colour
 * @to: another
 * @share: share of @to, 0 to 1
 *
 * Returns: the colour between them
 */
CwColour
cw_colour_mix (CwColour from, CwColour to, double share)
{
  return (CwColour){
    from.red + (to.red - from.red) * share,
    from.green + (to.green - from.green) * share,
    from.blue + (to.blue - from.blue) * share,
    from.alpha + (to.alpha - from.alpha) * share,
  };
}

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/**
 * cw_colour_get_luminance:
 * @colour: a colour, its alpha is ignored
 *
 * Returns: relative luminance as WCAG 2.1 defines it, 0 to 1
 */
double
cw_colour_get_luminance (CwColour colour)
{
  return 0.2126 * to_linear (colour.red) + 0.7152 * to_linear (colour.green)
         + 0.0722 * to_linear (colour.blue);
}

/**
 * cw_colour_get_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: their contrast ratio as WCAG 2.1 defines it, 1 to 21
 */
double
cw_colour_get_contrast (CwColour a, CwColour b)
{
  double first = cw_colour_get_luminance (a);
  double second = cw_colour_get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

/**
 * cw_colour_pick_text:
 * @ground: what the text stands on
 *
 * Returns: near-black or white, whichever reads better
 */
CwColour
cw_colour_pick_text (CwColour ground)
{
  CwColour dark = cw_colour_from_rgb (0x10141a);
  CwColour light = cw_colour_from_rgb (0xffffff);

  return cw_colour_get_contrast (ground, dark) > cw_colour_get_contrast (ground, light) ? dark
                                                                                        : light;
}

/**
 * cw_colour_set_source:
 * @colour: a colour
 * @cr: a Cairo context
 *
 * Makes a context paint with the colour.
 */
void
cw_colour_set_source (CwColour colour, cairo_t *cr)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}
