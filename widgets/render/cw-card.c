/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-card.h"

#include <math.h>

#include "widgets/render/cw-label.h"

#define TEXT_SIZE 12 /* [px] */
#define PAD_X 8      /* [px] */
#define PAD_Y 5
#define RADIUS 5
#define MARGIN 4 /* of the picture [px] */

/* rather to the lower right, so that what it is about is seen */
static CwSpot
find_corner (const CwCard *self, const CwOverlay *overlay, double width, double height)
{
  double right = self->at.x + self->gap;
  double left = self->at.x - self->gap - width;
  double below = self->at.y + self->gap;
  double above = self->at.y - self->gap - height;
  double first = self->above ? above : below;
  double second = self->above ? below : above;
  const CwSpot places[] = {
    { right, first },
    { left, first },
    { right, second },
    { left, second },
    { self->at.x - width / 2, first },
    { self->at.x - width / 2, second },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].x >= MARGIN && places[i].y >= MARGIN
        && places[i].x + width <= overlay->width - MARGIN
        && places[i].y + height <= overlay->height - MARGIN)
      return places[i];

  return (CwSpot){ CLAMP (right, MARGIN, MAX (overlay->width - MARGIN - width, MARGIN)),
                   CLAMP (first, MARGIN, MAX (overlay->height - MARGIN - height, MARGIN)) };
}

/**
 * cw_card_get_frame:
 * @self: a card
 * @overlay: the picture that it does not leave, if it is large enough
 *
 * Returns: what the card covers, its border included [px]
 */
CwFrame
cw_card_get_frame (const CwCard *self, const CwOverlay *overlay)
{
  g_autofree char *wrapped = cw_label_dup_wrapped (self->text, CW_CARD_COLUMNS);
  CwLabel label = { .text = wrapped, .size = TEXT_SIZE };
  CwSpot corner;
  double width;
  double height;

  cw_label_measure (&label, &width, &height);
  width = ceil (width + 2 * PAD_X);
  height = ceil (height + 2 * PAD_Y);
  corner = find_corner (self, overlay, width, height);

  return (CwFrame){ rint (corner.x), rint (corner.y), rint (corner.x) + width,
                    rint (corner.y) + height };
}

/**
 * cw_card_paint:
 * @self: a card
 * @overlay: where to paint
 *
 * Paints a card.
 */
void
cw_card_paint (const CwCard *self, const CwOverlay *overlay)
{
  g_autofree char *wrapped = cw_label_dup_wrapped (self->text, CW_CARD_COLUMNS);
  CwFrame frame = cw_card_get_frame (self, overlay);
  CwLabel label = {
    .text = wrapped,
    .size = TEXT_SIZE,
    .at = { frame.left + PAD_X, frame.top + PAD_Y },
  };
  cairo_t *cr = overlay->cr;

  frame = (CwFrame){ frame.left + 0.5, frame.top + 0.5, frame.right - 0.5, frame.bottom - 0.5 };
  cairo_new_path (cr);
  cairo_arc (cr, frame.right - RADIUS, frame.top + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, frame.right - RADIUS, frame.bottom - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, frame.left + RADIUS, frame.bottom - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, frame.left + RADIUS, frame.top + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cw_colour_set_source (cw_colour_with_alpha (overlay->theme->package, 0.96), cr);
  cairo_fill_preserve (cr);
  cw_colour_set_source (self->border, cr);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cw_label_paint (&label, cr, overlay->theme->text);
}
