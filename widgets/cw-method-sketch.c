/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/cw-method-sketch.h"

/* A drawn section of a package, of no scale: what tells the methods and the substrates apart. It
 * is drawn in units of 200 by 100, y down. */

static void
fill (cairo_t *cr, double x, double y, double width, double height, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                        (colour & 255) / 255.0);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

#define CORE 0xa8a468
#define PLATE 0xb5673a
#define MOULDED 0x8f9a5c
#define FILLING 0x4b5058
#define SILICON 0x7d8ea6
#define ADHESIVE 0xd9b36c
#define DIELECTRIC 0xe8c97a
#define SHEET 0x6fae7b
#define COPPER 0xc9743a
#define PASSIVATION 0xd8cfa0
#define CARRIER 0x9fc6c4

static const double dies[][2] = { { 30, 55 }, { 115, 55 } }; /* left edge and width */

static void
paint_substrate (cairo_t *cr, CwSubstrateKind substrate)
{
  switch (substrate)
    {
    case CW_SUBSTRATE_CORES:
      fill (cr, 0, 84, 200, 14, CORE);
      fill (cr, 0, 58, 200, 25, CORE);
      return;

    case CW_SUBSTRATE_HEAT:
      fill (cr, 0, 84, 200, 14, PLATE);
      fill (cr, 0, 58, 200, 25, CORE);
      return;

    case CW_SUBSTRATE_MOULDED:
      fill (cr, 0, 58, 200, 40, MOULDED);
      return;

    case CW_SUBSTRATE_PLAIN:
    case CW_N_SUBSTRATE_KINDS:
    default:
      fill (cr, 0, 78, 200, 20, CORE);
      return;
    }
}

static void
paint_dies (cairo_t *cr, CwMethod method, CwSubstrateKind substrate)
{
  gboolean sunk = substrate != CW_SUBSTRATE_PLAIN;
  double bottom = sunk ? 84 : 78;
  double top = 54;

  if (sunk)
    fill (cr, 0, top, 200, 4, FILLING);
  else
    fill (cr, 0, top, 200, bottom - top, FILLING);
  for (gsize i = 0; i < G_N_ELEMENTS (dies); i++)
    {
      double x = dies[i][0];
      double width = dies[i][1];

      if (sunk)
        fill (cr, x - 4, top, width + 8, bottom - top, FILLING);
      fill (cr, x, bottom - 4, width, 4, ADHESIVE);
      fill (cr, x, top, width, bottom - 4 - top, SILICON);
      if (method == CW_METHOD_A)
        fill (cr, x, top, width, 2.5, 0x3f5f8f);
    }
  if (method != CW_METHOD_A)
    fill (cr, 0, bottom - 4, 200, 4, ADHESIVE);
  for (gsize i = 0; i < G_N_ELEMENTS (dies); i++)
    if (method != CW_METHOD_A)
      fill (cr, dies[i][0], top, dies[i][1], 2.5, 0x3f5f8f);
}

static void
paint_film (cairo_t *cr, CwMethod method)
{
  static const double pads[] = { 36, 72, 121, 157 };
  static const double ends[] = { 14, 88, 106, 178 };
  static const double balls[] = { 14, 52, 100, 140, 186 };

  fill (cr, 0, 44, 200, 10, method == CW_METHOD_B ? SHEET : DIELECTRIC);
  fill (cr, 0, 32, 200, 12, PASSIVATION);
  for (gsize i = 0; i < G_N_ELEMENTS (pads); i++)
    {
      fill (cr, pads[i], 40, 6, 14, COPPER);
      fill (cr, MIN (pads[i], ends[i] - 6), 40,
            MAX (pads[i], ends[i]) + 6 - MIN (pads[i], ends[i] - 6), 4, COPPER);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (balls); i++)
    {
      fill (cr, balls[i] - 6, 36, 12, 8, COPPER);
      cairo_arc (cr, balls[i], 26, 10, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, 0.67, 0.71, 0.75);
      cairo_fill (cr);
    }
  if (method == CW_METHOD_C)
    {
      const double dash[] = { 5, 4 };

      cairo_set_line_width (cr, 1.6);
      cairo_set_dash (cr, dash, 2, 0);
      cairo_set_source_rgb (cr, (CARRIER >> 16) / 255.0, (CARRIER >> 8 & 255) / 255.0,
                            (CARRIER & 255) / 255.0);
      cairo_rectangle (cr, 1, 2, 198, 10);
      cairo_stroke (cr);
    }
}

/**
 * cw_method_sketch_paint:
 * @cr: where to paint
 * @method: a method
 * @substrate: a kind of substrate
 * @width: [px]
 * @height: [px]
 *
 * Paints the section of a package in principle.
 */
void
cw_method_sketch_paint (cairo_t *cr, CwMethod method, CwSubstrateKind substrate, int width,
                        int height)
{
  double scale = MIN (width / 200.0, height / 100.0);

  cairo_save (cr);
  cairo_translate (cr, (width - 200 * scale) / 2, (height - 100 * scale) / 2);
  cairo_scale (cr, scale, scale);
  paint_substrate (cr, substrate);
  paint_dies (cr, method, substrate);
  paint_film (cr, method);
  cairo_restore (cr);
}
